"""Rules about meetings over time: the group that leads works, politicians come, plans follow."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import View
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.body import Body, BodyKind, SeatCategory
from samverkan_core.model.meeting import (
    Attendance,
    ItemKind,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from samverkan_core.model.role import RoleKind
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import both, happened_between
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import ActorId
from samverkan_core.values.time import A_YEAR, in_force, start_of_last

__all__ = ["all_work_delegated", "no_plan_forward", "without_politicians"]

#: From how many municipalities there are at a seminar each takes a plan home (row KF-08).
_SEVERAL = 2


@rule(
    "MET011",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("meetings", "bodies"),
    of_state=True,
    parameters=("period_months",),
    sources=seed("SB-41"),
    sv=Texts(
        message=(
            "För styrgruppen {group} är inget arbetspass angivet på mötena de senaste {months} mån."
        ),
        why=(
            "När cheferna själva arbetar med frågorna prövar de vad besluten betyder i den egna "
            "verksamheten. En styrgrupp som lämnar över allt arbete får svårt att genomföra det."
        ),
        remedy=(
            "Styrgruppens ordförande lägger in ett arbetspass på nästa möte; den som förvaltar "
            "dokumentet för in det, eller det som redan har hållits, som en punkt i agenda."
        ),
    ),
    en=Texts(
        message=(
            "For steering group {group} no work session is stated at the meetings of the last "
            "{months} month(s)."
        ),
        why=(
            "When the chiefs work on the questions themselves they try what the decisions mean in "
            "their own organisations. A steering group that hands all work over finds it hard to "
            "carry out."
        ),
        remedy=(
            "The chair of the steering group puts a work session on the next agenda; whoever keeps "
            "the document enters it, or one that was held already, as an item in agenda."
        ),
    ),
)
def all_work_delegated(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each steering group of the day whether it has worked at a meeting in the period."""
    months = asked.parameters.period_months
    since = start_of_last(months, asked.day)
    for group in view.bodies.firsts():
        if group.kind is not BodyKind.STEERING_GROUP or not in_force(group.period, asked.day):
            continue
        held = [one for one in view.meetings if one.body == group.id and _was_held(one)]
        worked = {both(_is_work(one), _within(one, since, asked.day)) for one in held}
        yield from _on_work(view, group, months, worked if held else {None})


def _on_work(view: View, group: Body, months: int, worked: set[bool | None]) -> Iterator[Outcome]:
    if True in worked:
        return
    if None in worked:
        yield Unjudged(group.id, "meetings")
    else:
        yield Breach(view.place(group), group.id, group=group.id, months=months)


def _is_work(meeting: Meeting) -> bool | None:
    """Tell whether those at a meeting worked; None where its agenda is not written down."""
    if not meeting.agenda:
        return None
    return any(item.kind is ItemKind.WORK_SESSION for item in meeting.agenda)


@rule(
    "MET012",
    Severity.INFO,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("meetings", "roles", "bodies"),
    of_state=True,
    sources=seed("RA-13"),
    sv=Texts(
        message=(
            "Ingen förtroendevald är angiven som närvarande på det senaste årets informationsmöten "
            "({meetings})."
        ),
        why=(
            "Politiker som själva har hört vad som är på gång kan stödja arbetet och svara för det "
            "i nämnden."
        ),
        remedy=(
            "Samverkansledaren bjuder in nämndernas förtroendevalda till nästa informationsmöte; "
            "den som förvaltar dokumentet för in dem i attendance."
        ),
    ),
    en=Texts(
        message=(
            "No elected representative is stated to have been at the information meetings of the "
            "last year ({meetings})."
        ),
        why=(
            "Politicians who have heard for themselves what is going on can support the work and "
            "answer for it in their board."
        ),
        remedy=(
            "The collaboration leader invites the elected members of the boards to the next "
            "information meeting; whoever keeps the document enters them in attendance."
        ),
    ),
)
def without_politicians(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask whether somebody elected was at an information meeting of the last year."""
    since = start_of_last(A_YEAR, asked.day)
    told = [one for one in view.meetings.firsts() if _informs(one)]
    recent = {one.id: _within(one, since, asked.day) for one in told}
    there = {both(_with_politicians(view, one), recent[one.id]) for one in told}
    if True in there:
        return
    certain = tuple(id_ for id_, within in recent.items() if within)
    if certain and None not in there:
        yield Breach(pointer("meetings"), None, meetings=certain)
    else:
        yield Unjudged(None, "meetings")


def _informs(meeting: Meeting) -> bool:
    return meeting.kind is MeetingKind.INFORMATION and _was_held(meeting)


def _with_politicians(view: View, meeting: Meeting) -> bool | None:
    """Tell whether somebody elected came; None where it is not written down who did."""
    came = {one.presence for one in meeting.attendance if _is_elected(view, one)}
    if Presence.ATTENDED in came:
        return True
    return None if None in came or not meeting.attendance else False


def _is_elected(view: View, one: Attendance) -> bool:
    role, body = view.roles.get(one.who), view.bodies.get(one.who)
    return (
        one.category is SeatCategory.ELECTED
        or (role is not None and role.kind is RoleKind.ELECTED)
        or (body is not None and body.is_elected)
    )


@rule(
    "MET013",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("meetings", "actors", "roles", "bodies"),
    sources=seed("KF-08"),
    sv=Texts(
        message=(
            "Efter seminariet {meeting} anges inget nästa steg för kommunen {actor}, som deltog."
        ),
        why=(
            "Ett seminarium för flera kommuner ger något först hemma. Den kommun som reser "
            "därifrån utan en egen plan fortsätter lätt som förut."
        ),
        remedy=(
            "De som deltog från kommunen bestämmer hur de går vidare; den som förvaltar dokumentet "
            "för in det i next_steps med kommunen, eller en roll där, som owner."
        ),
    ),
    en=Texts(
        message=(
            "After seminar {meeting} no next step is stated for municipality {actor}, which took "
            "part."
        ),
        why=(
            "A seminar for several municipalities bears fruit only at home. One that leaves "
            "without a plan of its own easily goes on as before."
        ),
        remedy=(
            "Those who took part for the municipality settle how they go on; whoever keeps the "
            "document enters it in next_steps with the municipality, or a role there, as owner."
        ),
    ),
)
def no_plan_forward(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask after a seminar for several municipalities for a next step of each."""
    for meeting in view.meetings:
        if meeting.kind is not MeetingKind.SEMINAR or not _was_held(meeting):
            continue
        going_on = {_municipality_of(view, step.owner) for step in meeting.next_steps}
        there = _municipalities(view, meeting)
        for id_ in there if len(there) >= _SEVERAL else ():
            if id_ not in going_on:
                yield Breach(view.place(meeting), meeting.id, meeting=meeting.id, actor=id_)


def _municipalities(view: View, meeting: Meeting) -> tuple[ActorId, ...]:
    """Give the municipalities for which somebody came, each once."""
    came = (one.on_behalf_of or one.who for one in meeting.attendance if _came(one))
    found = (_municipality_of(view, who) for who in came)
    return tuple(dict.fromkeys(id_ for id_ in found if id_ is not None))


def _municipality_of(view: View, who: str | None) -> ActorId | None:
    """Give the municipality that somebody is, or belongs to however far down."""
    office = view.roles.get(who) or view.bodies.get(who)
    home = view.actors.get(who if office is None else office.actor)
    above = view.actors.upwards(home, lambda one: one.part_of or one.principal)
    return next((one.id for one in above if one.kind is ActorKind.MUNICIPALITY), None)


# --- what the three share ----------------------------------------------------------------------


def _was_held(meeting: Meeting) -> bool:
    return meeting.state is MeetingState.HELD


def _came(one: Attendance) -> bool:
    return one.presence is Presence.ATTENDED


def _within(meeting: Meeting, first: dt.date, last: dt.date) -> bool | None:
    """Tell whether a meeting was held between two days; None where its day does not say."""
    return None if meeting.day is None else happened_between(meeting.day, first, last)
