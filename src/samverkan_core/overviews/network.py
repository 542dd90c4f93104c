"""Who meets whom: the links between actors through shared bodies, meetings and plans.

An actor counts as itself: a seat for a larger organisation links none of its units, as it is not
they who sit there. That two sit in one group does not say how well they work together.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain, combinations

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.indexing import Index, View, index
from samverkan_core.measures.network import ActorNetwork, Link, Through, Venue
from samverkan_core.model.body import Body
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.meeting import Attendance, Meeting, MeetingState, Presence
from samverkan_core.model.plan import IndividualPlan, Participant
from samverkan_core.overviews.parties import PARTIES, taking_part
from samverkan_core.values.ids import ActorId, AnyId
from samverkan_core.values.time import in_force, the_day

__all__ = ["actor_network"]

_READS = (*PARTIES, "bodies", "meetings", "plans", "roles")
#: Whoever is somewhere: the actor that is named, and the office that they are there in.
_Somebody = tuple[str | None, str | None]


@attrs.frozen
class _Gathering:
    """A venue on the day that is asked about, and whom the document places there."""

    #: The venue.
    venue: Venue
    #: The actors that surely were or are there.
    actors: frozenset[ActorId]
    #: Whether that surely is all of them.
    complete: bool


def actor_network(
    collab: Collaboration | Index, at: dt.date, *, since: dt.date | None = None
) -> ActorNetwork:
    """Read off a collaboration which actors meet, and through what, as it is on a day.

    Two are linked where somebody sits for each of them in the same body of the day, came for each
    of them to the same meeting held by the day, or takes part or has a commitment for each of them
    in the same plan open on the day. Whoever names no actor is there for the one that their office
    belongs to. The actors are those that take part themselves on the day, and larger
    organisations for which somebody is there all the same. Persons are never looked at.

    Args:
        collab: The collaboration, or an index of it.
        at: The day.
        since: Count only meetings from this day on; all, if left out.

    Raises:
        NotADay: `at` or `since` is no day.
        InvalidValue: `since` comes after `at`.
    """
    day, first = the_day(at), None if since is None else the_day(since)
    if first is not None and first > day:
        raise InvalidValue("`since` must be a day on or before `at`")
    view = index(collab).reading(_READS)
    gatherings = tuple(
        chain(_in_bodies(view, day), _in_meetings(view, day, first), _in_plans(view, day))
    )
    actors = tuple(_actors(view, day, gatherings))
    return ActorNetwork(
        actors=actors,
        links=tuple(_links(actors, gatherings)),
        unclear=tuple(one.venue for one in gatherings if not one.complete),
    )


def _actors(view: View, day: dt.date, gatherings: Iterable[_Gathering]) -> Iterator[ActorId]:
    """Give those that take part themselves on the day or that somebody is there for."""
    there = {actor.id for actor in taking_part(view)}
    there.update(chain.from_iterable(one.actors for one in gatherings))
    for actor in view.actors.firsts():
        if actor.id in there and in_force(actor.period, day):
            yield actor.id


def _links(actors: Iterable[ActorId], gatherings: Iterable[_Gathering]) -> Iterator[Link]:
    """Give the links in the order of the actors, each with its venues in that of the document."""
    place = {actor: number for number, actor in enumerate(actors)}
    made: dict[tuple[ActorId, ActorId], list[Venue]] = {}
    for gathering in gatherings:
        there = sorted(gathering.actors & place.keys(), key=place.__getitem__)
        for pair in combinations(there, 2):
            made.setdefault(pair, []).append(gathering.venue)
    for one, other in sorted(made, key=lambda pair: (place[pair[0]], place[pair[1]])):
        yield Link(one, other, tuple(made[one, other]))


def _gathered(
    view: View, through: Through, id_: str, there: Iterable[_Somebody], *, sure: bool = True
) -> _Gathering:
    """Say for whom those are there who surely are; `sure` tells whether that is all of them."""
    named = [actor or _home(view, office) for actor, office in there]
    known = [view.actors.get(id_) for id_ in named]
    return _Gathering(
        Venue(through, AnyId(id_)),
        frozenset(actor.id for actor in known if actor is not None),
        sure and None not in known,
    )


def _home(view: View, office: str | None) -> str | None:
    """Give the actor that an office belongs to, or that it is; a person is asked nothing."""
    held = view.roles.get(office) or view.bodies.get(office)
    return office if held is None else held.actor


# --- bodies ------------------------------------------------------------------------------------


def _in_bodies(view: View, day: dt.date) -> Iterator[_Gathering]:
    for body in view.bodies.firsts():
        if in_force(body.period, day):
            yield _in_body(view, body)


def _in_body(view: View, body: Body) -> _Gathering:
    """Say for whom somebody sits in a body; the elected sit for nobody but the voters."""
    seats = [(seat.on_behalf_of, seat.role) for seat in body.seats]
    if body.is_elected:
        seats = [seat for seat in seats if seat[0] is not None]
    sure = body.is_elected or bool(seats)
    return _gathered(view, Through.BODY, body.id, seats, sure=sure)


# --- meetings ----------------------------------------------------------------------------------


def _in_meetings(view: View, day: dt.date, first: dt.date | None) -> Iterator[_Gathering]:
    for meeting in view.meetings.firsts():
        held = _was_held(meeting, day, first)
        if held is not False:
            yield _in_meeting(view, meeting, held=held is True)


def _in_meeting(view: View, meeting: Meeting, *, held: bool) -> _Gathering:
    came = [one for one in meeting.attendance if held and one.presence is Presence.ATTENDED]
    sure = held and bool(meeting.attendance) and not any(map(_may_have_come, meeting.attendance))
    there = [(one.on_behalf_of, one.who) for one in came]
    return _gathered(view, Through.MEETING, meeting.id, there, sure=sure)


def _may_have_come(one: Attendance) -> bool:
    return one.presence is None or one.presence is Presence.INVITED


def _was_held(meeting: Meeting, day: dt.date, first: dt.date | None) -> bool | None:
    """Tell whether a meeting was held by a day, and not before another; None where not known."""
    if meeting.state in {MeetingState.PLANNED, MeetingState.CANCELLED}:
        return False
    begun = None if meeting.day is None else meeting.day.by(day)
    over = _was_over(meeting, first)
    if begun is False or over:
        return False
    return True if begun and over is False and meeting.state is MeetingState.HELD else None


def _was_over(meeting: Meeting, first: dt.date | None) -> bool | None:
    """Tell whether a meeting ended before a day; nothing has where no day is asked about."""
    if first is None:
        return False
    end = meeting.last_day or meeting.day
    return None if end is None else end.before(first)


# --- plans -------------------------------------------------------------------------------------


def _in_plans(view: View, day: dt.date) -> Iterator[_Gathering]:
    for plan in view.plans.firsts():
        is_open = plan.open_on(day)
        if is_open is not False:
            yield _in_plan(view, plan, day, is_open=is_open is True)


def _in_plan(view: View, plan: IndividualPlan, day: dt.date, *, is_open: bool) -> _Gathering:
    joined = [(one, _has_joined(one, day)) for one in plan.participants]
    there = [
        *((one.actor, one.role) for one, known in joined if known),
        *((one.actor, one.role) for one in plan.commitments),
    ]
    sure = is_open and bool(there) and all(known is not None for _, known in joined)
    return _gathered(view, Through.PLAN, plan.id, there if is_open else (), sure=sure)


def _has_joined(one: Participant, day: dt.date) -> bool | None:
    return True if one.since is None else one.since.by(day)
