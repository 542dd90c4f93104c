"""Rules about follow-ups: requested by the leaders, planned, by a model, and reported."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import LifecycleEntry, Stage
from samverkan_core.model.follow_up import FollowUpRound
from samverkan_core.model.role import Level, Role
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import happened_between, unless_any
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.time import PartialDate, in_force, start_of_last

__all__ = [
    "council_does_not_follow_up",
    "follow_up_not_planned",
    "model_missing",
    "not_requested",
    "report_missing",
]

#: The levels on which a role leads (ledning).
_LEADING = frozenset({Level.POLITICAL, Level.ADMINISTRATIVE})


@rule(
    "FUP001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("follow_ups", "roles", "bodies"),
    sources=seed("SB-20"),
    sv=Texts(
        message=(
            "Ingen av uppföljningarna ({follow_ups}) anges vara både tidsatt och begärd av "
            "ledningen: styrgruppen, ett politiskt organ eller en chef på förvaltningsledningens "
            "nivå."
        ),
        why=(
            "Det som ledningen frågar efter blir oftare gjort och läst. En uppföljning som ingen "
            "chef eller nämnd har bett om leder sällan till beslut."
        ),
        remedy=(
            "Styrgruppen begär uppföljning av arbetet och säger när; den som förvaltar dokumentet "
            "för in det i requested_by och planned."
        ),
    ),
    en=Texts(
        message=(
            "None of the follow-ups ({follow_ups}) is stated to be both dated and requested by the "
            "leaders: the steering group, an elected body or a head of administration."
        ),
        why=(
            "What the leaders ask for is more often done and read. A follow-up that no head and no "
            "board has asked for seldom leads to a decision."
        ),
        remedy=(
            "The steering group requests a follow-up of the work and says when; whoever keeps the "
            "document enters it in requested_by and planned."
        ),
    ),
)
def not_requested(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask whether at least one follow-up is requested by those who lead."""
    wanted = {
        one.id: _has_a_day(one) and _is_leading(view, one.requested_by)
        for one in view.follow_ups.firsts()
    }
    breach = Breach(pointer("follow_ups"), None, follow_ups=tuple(wanted))
    yield from unless_any(wanted.items(), "requested_by", breach)


def _has_a_day(one: FollowUpRound) -> bool:
    return one.planned is not None or one.done is not None


def _is_leading(view: View, office: str | None) -> bool | None:
    """Tell whether an office leads; None where the document does not say enough of it."""
    if office is None:
        return False
    body, role = view.bodies.get(office), view.roles.get(office)
    if body is not None:
        return body.is_elected or body.kind is BodyKind.STEERING_GROUP
    return None if role is None else _leads(role)


def _leads(role: Role) -> bool | None:
    return None if role.level is None else role.level in _LEADING


@rule(
    "FUP002",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("follow_ups", ITSELF),
    of_state=True,
    sources=seed("AT-18"),
    sv=Texts(
        message=(
            "Projektets slut ({ended}) har passerat utan att någon av uppföljningarna anger en "
            "modell för hur samverkan följs upp."
        ),
        why=(
            "När projektet är slut finns kanske ingen kvar som vet hur man gjorde. Utan en modell "
            "riskerar uppföljningen att upphöra samtidigt."
        ),
        remedy=(
            "Projektledaren och styrgruppen kommer överens om vad som följs upp, hos vilka och "
            "hur; den som förvaltar dokumentet för in det i model."
        ),
    ),
    en=Texts(
        message=(
            "The end of the project ({ended}) has passed and none of the follow-ups states a model "
            "of how the collaboration is followed up."
        ),
        why=(
            "When the project is over there may be nobody left who knows how it was done. Without "
            "a model the following up is likely to end with it."
        ),
        remedy=(
            "The project leader and the steering group agree on what is followed up, with whom "
            "and how; whoever keeps the document enters it in model."
        ),
    ),
)
def model_missing(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask, once a project has ended, for a model by which the work is followed up."""
    lifecycle = view.collaboration.lifecycle
    projects = [at for at, entry in enumerate(lifecycle) if entry.stage is Stage.PROJECT]
    if not projects or any(one.model is not None for one in view.follow_ups):
        return
    position = projects[-1]
    end = _end_of(lifecycle, position)
    over = None if end is None else end.before(asked.day)
    if end is None or over is None:
        yield Unjudged(None, "lifecycle")
    elif over:
        yield Breach(pointer("lifecycle", position), None, ended=end.when)


def _end_of(lifecycle: tuple[LifecycleEntry, ...], position: int) -> PartialDate | None:
    """Give the day on which a stage ended: when the next began, else when it was planned to end."""
    following = lifecycle[position + 1 : position + 2]
    return following[0].day if following else lifecycle[position].planned_end


@rule(
    "FUP003",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=(ITSELF, "follow_ups"),
    parameters=("follow_up_required",),
    sources=seed("RA-07"),
    sv=Texts(
        message=(
            "I dokumentet finns ingen plan för uppföljning: ingen uppföljning där det framgår vem "
            "som gör den och när."
        ),
        why=(
            "Enligt den lokala modellen ska arbetet följas upp. Det som ingen har tid och uppdrag "
            "att göra blir inte gjort."
        ),
        remedy=(
            "Styrgruppen bestämmer vem som följer upp arbetet och när; den som förvaltar "
            "dokumentet för in det i follow_ups, med carried_out_by och planned."
        ),
    ),
    en=Texts(
        message=(
            "The document has no plan for follow-up: no follow-up of which it is said who does it "
            "and when."
        ),
        why=(
            "By the local model the work is to be followed up. What nobody has the time and the "
            "task to do is not done."
        ),
        remedy=(
            "The steering group settles who follows the work up, and when; whoever keeps the "
            "document enters it in follow_ups, with carried_out_by and planned."
        ),
    ),
)
def follow_up_not_planned(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask for a follow-up that says who does it, and when it is planned or was done."""
    if not any(_is_planned(one) for one in view.follow_ups):
        yield Breach("")


def _is_planned(one: FollowUpRound) -> bool:
    return one.carried_out_by is not None and _has_a_day(one)


@rule(
    "FUP004",
    Severity.WARNING,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("follow_ups", "bodies"),
    of_state=True,
    parameters=("period_months",),
    sources=seed("SB-61"),
    sv=Texts(
        message=(
            "Ingen uppföljning visar att barnrådet ({councils}) har följt upp arbetet de senaste "
            "{months} mån."
        ),
        why=(
            "Barnrådet följer upp arbetet för att kunna säga till när det inte når barnen. Utan "
            "egen uppföljning blir rådet lätt bara en mottagare av information."
        ),
        remedy=(
            "Barnrådets ordförande tar upp en uppföljning på nästa möte; den som förvaltar "
            "dokumentet för in den i follow_ups med rådet i carried_out_by och dagen i done."
        ),
    ),
    en=Texts(
        message=(
            "No follow-up shows that the council ({councils}) has followed the work up in the last "
            "{months} month(s)."
        ),
        why=(
            "The council for children's matters follows the work up so that it can speak when it "
            "does not reach the children. Without a follow-up of its own it is easily told things, "
            "no more."
        ),
        remedy=(
            "The chair of the council puts a follow-up on the next agenda; whoever keeps the "
            "document enters it in follow_ups with the council in carried_out_by and its day in "
            "done."
        ),
    ),
)
def council_does_not_follow_up(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask whether a council for children's matters has followed up within the period."""
    months = asked.parameters.period_months
    councils = tuple(dict.fromkeys(body.id for body in _councils(view, asked.day)))
    since = start_of_last(months, asked.day)
    done = {one.id: _done_by(one, councils, since, asked.day) for one in view.follow_ups.firsts()}
    if not councils or True in done.values():
        return
    unclear = [one for one in view.follow_ups.firsts() if done[one.id] is None]
    for one in unclear:
        yield Unjudged(one.id, "carried_out_by" if one.carried_out_by is None else "done")
    if not unclear:
        yield Breach(pointer("follow_ups"), None, councils=councils, months=months)


def _councils(view: View, day: dt.date) -> Iterator[Body]:
    for body in view.bodies.firsts():
        if body.kind is BodyKind.CHILDRENS_COUNCIL and in_force(body.period, day):
            yield body


def _done_by(
    one: FollowUpRound, councils: tuple[str, ...], since: dt.date, day: dt.date
) -> bool | None:
    if one.carried_out_by not in (None, *councils) or one.done is None:
        return False
    within = happened_between(one.done, since, day)
    # Of one that is said to be nobody's, nobody can tell that it is not the council's.
    return None if within and one.carried_out_by is None else within


@rule(
    "FUP005",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("follow_ups", ITSELF),
    of_state=True,
    parameters=("status_report_months",),
    sources=seed("AT-19"),
    sv=Texts(
        message=(
            "Projektet började {started}, för mer än {months} mån. sedan, och ingen uppföljning "
            "anger en publicerad lägesrapport och var den finns."
        ),
        why=(
            "Efter ungefär ett år vill nämnder, medarbetare och invånare veta vad projektet har "
            "lett till. Det som bara projektgruppen känner till får inget stöd."
        ),
        remedy=(
            "Projektledaren skriver en lägesrapport och publicerar den; den som förvaltar "
            "dokumentet för in dagen i published och platsen i report för uppföljningen."
        ),
    ),
    en=Texts(
        message=(
            "The project began {started}, more than {months} month(s) ago, and no follow-up states "
            "a published status report and where it is to be found."
        ),
        why=(
            "After about a year boards, staff and residents want to know what the project has led "
            "to. What only the project group knows of gets no support."
        ),
        remedy=(
            "The project leader writes a status report and publishes it; whoever keeps the "
            "document enters the day in published and the place in report of the follow-up."
        ),
    ),
)
def report_missing(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of a project that has gone on for about a year whether a status report is published."""
    lifecycle = view.collaboration.lifecycle
    if not lifecycle or lifecycle[-1].stage is not Stage.PROJECT:
        return
    reported = [_is_reported(one, asked.day) for one in view.follow_ups]
    if True in reported:
        return
    months, started = asked.parameters.status_report_months, lifecycle[-1].day
    due = None if started is None else started.before(start_of_last(months, asked.day))
    if started is None or due is None:
        yield Unjudged(None, "lifecycle.day")
    elif due and None in reported:
        yield Unjudged(None, "follow_ups.published")
    elif due:
        place = pointer("lifecycle", len(lifecycle) - 1, "day")
        yield Breach(place, None, started=started.when, months=months)


def _is_reported(one: FollowUpRound, day: dt.date) -> bool | None:
    """Tell whether a report was published by a day, with a place where it can be read."""
    if one.published is None or one.report is None:
        return False
    return one.published.by(day)
