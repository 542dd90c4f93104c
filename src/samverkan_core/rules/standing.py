"""Rules about what lasts: a council without an end, and the duties of the permanent functions."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import View
from samverkan_core.model.activity import Activity
from samverkan_core.model.body import BodyKind
from samverkan_core.model.role import JointDuty
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.time import A_YEAR, TimeBox, happened_by, in_force, start_of_last

__all__ = ["council_time_limited", "duty_not_shown"]


@rule(
    "BOD016",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("bodies",),
    of_state=True,
    sources=seed("SB-101"),
    sv=Texts(
        message="Barnrådet {council} är tidsbegränsat: det är inrättat till och med {last_day}.",
        why=(
            "Barnrådet skapar förutsättningar för ett långsiktigt arbete. Ett råd som upphör en "
            "viss dag kan inte svara för vad som händer sedan."
        ),
        remedy=(
            "Den nämnd eller det fullmäktige som har inrättat rådet prövar om det ska finnas tills "
            "vidare; beslutas det tar den som förvaltar dokumentet bort last_day ur period."
        ),
    ),
    en=Texts(
        message="Council {council} is limited in time: it is set up until {last_day}.",
        why=(
            "The council for children's matters creates the conditions for long-term work. One "
            "that ends on a certain day cannot answer for what happens after it."
        ),
        remedy=(
            "The board or the municipal council that set it up considers whether it is to be there "
            "until further notice; if so decided, whoever keeps the document takes last_day out of "
            "period."
        ),
    ),
)
def council_time_limited(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each council for children's matters of the day whether it is to end."""
    for body in view.bodies:
        period = body.period
        if body.kind is not BodyKind.CHILDRENS_COUNCIL or period is None:
            continue
        if period.is_backwards:
            yield Unjudged(body.id, "period")
        elif period.last_day is not None and period.holds_on(asked.day):
            place = view.place(body, "period", "last_day")
            yield Breach(place, body.id, council=body.id, last_day=str(period.last_day))


@rule(
    "ROL006",
    Severity.INFO,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("activities", "roles"),
    of_state=True,
    sources=seed("SB-57"),
    words=(("duties", JointDuty),),
    sv=Texts(
        message=(
            "Det senaste året visar ingen aktivitet att de fasta funktionerna ({roles}) har "
            "fullgjort uppgifterna: {duties}."
        ),
        why=(
            "De fasta funktionerna har uppgifterna tillsammans. En uppgift som inget visar det "
            "senaste året har kanske blivit liggande mellan dem."
        ),
        remedy=(
            "De som har funktionerna går igenom årets aktiviteter och planerar det som saknas; den "
            "som förvaltar dokumentet anger i shows vilka uppgifter aktiviteterna visar."
        ),
    ),
    en=Texts(
        message=(
            "No activity of the last year shows that the permanent functions ({roles}) have done "
            "these duties: {duties}."
        ),
        why=(
            "The permanent functions have the duties together. One that nothing shows in the last "
            "year may have been left lying between them."
        ),
        remedy=(
            "Those who hold the functions go through the year's activities and plan what is "
            "missing; whoever keeps the document states in shows which duties the activities show."
        ),
    ),
)
def duty_not_shown(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask for each duty that the permanent functions share whether the last year shows it."""
    sharing = tuple(
        role
        for role in view.roles.firsts()
        if role.permanent and role.joint_duties and in_force(role.period, asked.day)
    )
    if not sharing:
        yield Unjudged(None, "roles.joint_duties")
        return
    stated = {duty for role in sharing for duty in role.joint_duties}
    shown = {duty: _is_shown(view, duty, asked.day) for duty in JointDuty if duty in stated}
    if None in shown.values():
        yield Unjudged(None, "activities.time_box")
    lacking = tuple(duty.code for duty, there in shown.items() if there is False)
    if lacking:
        roles = tuple(role.id for role in sharing)
        yield Breach(pointer("activities"), None, roles=roles, duties=lacking)


def _is_shown(view: View, duty: JointDuty, day: dt.date) -> bool | None:
    since = start_of_last(A_YEAR, day)
    answers = {_goes_on(one, since, day) for one in view.activities if duty in one.shows}
    return True if True in answers else (None if None in answers else False)


def _goes_on(activity: Activity, since: dt.date, day: dt.date) -> bool | None:
    """Tell whether an activity was going on at some time between two days."""
    box = activity.time_box or TimeBox()
    begun = happened_by(box.starts, day)
    over = False if box.ends is None else box.ends.before(since)
    if begun is False or over:
        return False
    return True if begun and over is False else None
