"""Which actors meet, and through what, read off a collaboration."""

import datetime as dt
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue, NotADay
from samverkan_core.indexing import index
from samverkan_core.measures.network import ActorNetwork, Through, unlinked
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind, Seat
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.meeting import Attendance, Meeting, MeetingKind, MeetingState, Presence
from samverkan_core.model.person import Person, Protection
from samverkan_core.model.plan import Commitment, IndividualPlan, Participant, PlanKind
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.overviews.network import actor_network
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.ids import ActorId
from samverkan_core.values.time import PartialDate, Period

from .made import thing

DAY = dt.date(2015, 3, 1)
CAME = Presence.ATTENDED


def actor(id_: str, **members: Any) -> Actor:
    return thing(Actor, id=id_, name=id_, kind=ActorKind.SCHOOL, **members)


def seats(*actors: str | None) -> tuple[Seat, ...]:
    return tuple(thing(Seat, on_behalf_of=one) for one in actors)


def body(id_: str, *actors: str | None, **members: Any) -> Body:
    held = {"kind": BodyKind.STEERING_GROUP, "seats": seats(*actors), **members}
    return thing(Body, id=id_, name=id_, **held)


def came(*actors: str, presence: Presence | None = CAME) -> tuple[Attendance, ...]:
    return tuple(thing(Attendance, who=one, presence=presence) for one in actors)


def meeting(id_: str, day: str | None, *there: Attendance, **members: Any) -> Meeting:
    known = None if day is None else PartialDate(when=day)
    held = {"state": MeetingState.HELD, "attendance": there, **members}
    return thing(Meeting, id=id_, kind=MeetingKind.WORKING, day=known, **held)


def plan(id_: str, started: str | None, *actors: str, **members: Any) -> IndividualPlan:
    known = None if started is None else PartialDate(when=started)
    joined = tuple(thing(Participant, actor=one) for one in actors)
    held = {"participants": joined, **members}
    return thing(IndividualPlan, id=id_, kind=PlanKind.OTHER, started=known, **held)


def collaboration(*actors: str, **members: Any) -> Collaboration:
    return thing(Collaboration, name="Hagby", actors=tuple(map(actor, actors)), **members)


def told(network: ActorNetwork) -> dict[str, list[str]]:
    """Tell each link as the two ids, and the ids of its venues."""
    return {
        f"{one.one} {one.other}": [str(venue.id) for venue in one.venues] for one in network.links
    }


def unclear(network: ActorNetwork) -> list[str]:
    return [str(venue.id) for venue in network.unclear]


def drawn(network: ActorNetwork) -> set[tuple[frozenset[str], frozenset[Any]]]:
    """Give the links as sets, whatever their order."""
    return {(frozenset((one.one, one.other)), frozenset(one.venues)) for one in network.links}


# --- laws --------------------------------------------------------------------------------------

ACTORS = ("a", "b", "c", "d")
GROUPS = st.lists(st.sampled_from(ACTORS), unique=True)
DAYS = st.dates(dt.date(2014, 12, 1), dt.date(2015, 5, 31))
WHEN = DAYS.map(str) | DAYS.map(lambda day: str(day)[:7]) | st.sampled_from(["2014", "2015"])


#: How a collaboration loses all its bodies, its meetings or its plans.
WITHOUT: Mapping[Through, Callable[[Collaboration], Collaboration]] = {
    Through.BODY: lambda collab: attrs.evolve(collab, bodies=()),
    Through.MEETING: lambda collab: attrs.evolve(collab, meetings=()),
    Through.PLAN: lambda collab: attrs.evolve(collab, plans=()),
}


@st.composite
def meeting_places(draw: st.DrawFn) -> Collaboration:
    """Draw four actors with bodies, meetings and plans where some of them are."""
    three = range(draw(st.integers(1, 3)))
    bodies = (body(f"body {number}", *draw(GROUPS)) for number in three)
    meetings = (meeting(f"meeting {number}", draw(WHEN), *came(*draw(GROUPS))) for number in three)
    plans = (plan(f"plan {number}", draw(WHEN), *draw(GROUPS)) for number in three)
    return collaboration(
        *ACTORS, bodies=tuple(bodies), meetings=tuple(meetings), plans=tuple(plans)
    )


@given(collab=collaborations(), at=st.dates())
def test_only_actors_of_the_document_are_ever_told_whatever_stands_in_it(
    collab: Collaboration, at: dt.date
) -> None:
    network = actor_network(collab, at)
    assert set(network.actors) <= {one.id for one in collab.actors}
    assert all(link.venues for link in network.links)


@given(world=worlds())
def test_persons_are_never_looked_at(world: tuple[Collaboration, dt.date]) -> None:
    collab, at = world
    nobody = attrs.evolve(collab, persons=(), appointments=())
    assert actor_network(nobody, at) == actor_network(collab, at)


@given(world=worlds() | st.tuples(meeting_places(), DAYS))
def test_the_order_of_the_document_changes_no_link(world: tuple[Collaboration, dt.date]) -> None:
    collab, at = world
    names = ("actors", "bodies", "meetings", "plans", "roles")
    turned = attrs.evolve(collab, **{name: getattr(collab, name)[::-1] for name in names})
    one, other = actor_network(collab, at), actor_network(turned, at)
    assert drawn(one) == drawn(other)
    assert one.actors == other.actors[::-1]
    assert set(one.unclear) == set(other.unclear)


@given(
    collab=meeting_places(),
    at=DAYS,
    kind=st.sampled_from(Through),
)
def test_without_one_kind_of_venue_the_links_through_the_others_are_left(
    collab: Collaboration, at: dt.date, kind: Through
) -> None:
    without = actor_network(WITHOUT[kind](collab), at)
    left: set[tuple[frozenset[str], frozenset[Any]]] = set()
    for pair, venues in drawn(actor_network(collab, at)):
        others = frozenset(one for one in venues if one.through is not kind)
        left.update({(pair, others)} if others else ())
    assert drawn(without) == left
    assert all(venue.through is not kind for venue in without.unclear)


@given(collab=meeting_places(), at=DAYS)
def test_two_are_linked_through_a_body_where_both_sit_in_it(
    collab: Collaboration, at: dt.date
) -> None:
    links = {
        frozenset(map(str, (one.one, one.other))): list(map(str, one.through(Through.BODY)))
        for one in actor_network(collab, at).links
    }
    for pair in map(frozenset, combinations(ACTORS, 2)):
        both = [str(one.id) for one in collab.bodies if pair <= sitting(one)]
        assert links.get(pair, []) == both


def sitting(group: Body) -> set[str | None]:
    return {seat.on_behalf_of for seat in group.seats}


@given(collab=meeting_places(), at=DAYS)
def test_an_actor_more_is_linked_with_nobody(collab: Collaboration, at: dt.date) -> None:
    more = attrs.evolve(collab, actors=(*collab.actors, actor("one more")))
    before, after = actor_network(collab, at), actor_network(more, at)
    assert after == attrs.evolve(before, actors=(*before.actors, ActorId("one more")))
    assert "one more" in unlinked(after)


@given(collab=meeting_places(), days=st.tuples(DAYS, DAYS, DAYS).map(sorted))
def test_the_later_one_begins_to_count_the_fewer_meetings(
    collab: Collaboration, days: list[dt.date]
) -> None:
    sooner, later, at = days
    few, many = (dict(drawn(actor_network(collab, at, since=day))) for day in (later, sooner))
    assert all(venues <= many[pair] for pair, venues in few.items())


# --- bodies ------------------------------------------------------------------------------------


def test_those_who_sit_in_one_body_are_linked_through_it() -> None:
    bodies = (
        body("styrgruppen", "a", "b", "a"),
        body("nätverket", "b", "a", "c"),
        body("nedlagt", "a", "d", period=Period(last_day=dt.date(2014, 12, 31))),
    )
    network = actor_network(collaboration("a", "b", "c", "d", bodies=bodies), DAY)
    assert told(network) == {
        "a b": ["styrgruppen", "nätverket"],
        "a c": ["nätverket"],
        "b c": ["nätverket"],
    }
    assert list(told(network)) == ["a b", "a c", "b c"]
    assert network.actors == ("a", "b", "c", "d")
    assert (unlinked(network), network.unclear) == (("d",), ())


def test_a_seat_that_names_no_actor_is_for_the_one_its_role_belongs_to() -> None:
    roles = (
        thing(Role, id="rektorn", name="R", kind=RoleKind.EMPLOYEE, actor="b"),
        thing(Role, id="okänd", name="O", kind=RoleKind.EMPLOYEE),
    )
    sits = (*seats("a"), thing(Seat, role="rektorn"))
    clear = body("x", seats=sits)
    vague = body("y", seats=(*sits, thing(Seat, role="okänd")))
    network = actor_network(collaboration("a", "b", roles=roles, bodies=(clear, vague)), DAY)
    assert told(network) == {"a b": ["x", "y"]}
    assert unclear(network) == ["y"]


def test_a_body_that_does_not_say_for_whom_is_unclear_unless_its_members_are_elected() -> None:
    bodies = (
        body("utan platser"),
        body("tom plats", None),
        body("okänd aktör", "a", "finns inte"),
        body("nämnden", kind=BodyKind.BOARD),
        body("utskottet", None, kind=BodyKind.COMMITTEE),
        body("presidiet", "a", "b", None, kind=BodyKind.PRESIDIUM),
    )
    network = actor_network(collaboration("a", "b", bodies=bodies), DAY)
    assert unclear(network) == ["utan platser", "tom plats", "okänd aktör"]
    assert told(network) == {"a b": ["presidiet"]}


# --- meetings ----------------------------------------------------------------------------------


def test_those_who_came_to_one_meeting_are_linked_through_it() -> None:
    office = thing(Role, id="rektorn", name="R", kind=RoleKind.EMPLOYEE, actor="b")
    guest = thing(Attendance, who="någon", on_behalf_of="c", presence=CAME)
    meetings = (
        meeting("m1", "2015-02", *came("a", "rektorn"), *came("c", presence=Presence.ABSENT)),
        meeting("m2", "2014-11-03", *came("a"), guest),
        meeting("sedan", "2015-03-02", *came("a", "b", "c")),
        meeting("inställt", "2015-02-01", *came("b", "c"), state=MeetingState.CANCELLED),
        meeting("planerat", "2015-02-01", *came("b", "c"), state=MeetingState.PLANNED),
    )
    collab = collaboration("a", "b", "c", roles=(office,), meetings=meetings)
    assert told(actor_network(collab, DAY)) == {"a b": ["m1"], "a c": ["m2"]}
    assert told(actor_network(collab, DAY, since=dt.date(2015, 1, 1))) == {"a b": ["m1"]}
    assert actor_network(collab, DAY).unclear == ()


def test_a_meeting_of_several_days_counts_from_its_last() -> None:
    long = meeting("läger", "2015-01-30", *came("a", "b"), last_day=PartialDate(when="2015-02-02"))
    collab = collaboration("a", "b", meetings=(long,))
    assert told(actor_network(collab, DAY, since=dt.date(2015, 2, 2))) == {"a b": ["läger"]}
    assert told(actor_network(collab, DAY, since=dt.date(2015, 2, 3))) == {}


@pytest.mark.parametrize(
    "vague",
    [
        meeting("m", None, *came("a", "b")),
        meeting("m", "2015", *came("a", "b")),
        meeting("m", "2015-02-01", *came("a", "b"), state=None),
    ],
    ids=["no day", "only the year", "no state"],
)
def test_a_meeting_that_may_not_have_been_held_is_unclear_and_links_nobody(vague: Meeting) -> None:
    network = actor_network(collaboration("a", "b", meetings=(vague,)), DAY)
    assert (told(network), unclear(network)) == ({}, ["m"])


@pytest.mark.parametrize("day", [None, "2015"])
def test_a_meeting_that_may_have_been_too_early_is_unclear(day: str | None) -> None:
    vague = meeting("m", day, *came("a", "b"))
    collab = collaboration("a", "b", meetings=(vague,))
    network = actor_network(collab, dt.date(2016, 1, 1), since=dt.date(2015, 6, 1))
    assert (told(network), unclear(network)) == ({}, ["m"])


@pytest.mark.parametrize(
    "more",
    [came("c", presence=None), came("c", presence=Presence.INVITED), came("en person")],
    ids=["nothing said", "only invited", "a person, for nobody"],
)
def test_who_surely_came_is_linked_though_others_may_have_come(
    more: tuple[Attendance, ...],
) -> None:
    held = meeting("m", "2015-02-01", *came("a", "b"), *more)
    network = actor_network(collaboration("a", "b", "c", meetings=(held,)), DAY)
    assert (told(network), unclear(network)) == ({"a b": ["m"]}, ["m"])


def test_a_meeting_without_attendance_is_unclear() -> None:
    network = actor_network(collaboration("a", meetings=(meeting("m", "2015-02-01"),)), DAY)
    assert unclear(network) == ["m"]


def test_a_persons_workplace_is_not_told_by_a_meeting() -> None:
    hidden = thing(Person, id="x", workplace="b", protection=Protection.PROTECTED_REGISTRATION)
    held = meeting("m", "2015-02-01", *came("a", "x"))
    network = actor_network(collaboration("a", "b", persons=(hidden,), meetings=(held,)), DAY)
    assert (told(network), unclear(network)) == ({}, ["m"])


# --- plans -------------------------------------------------------------------------------------


def test_those_in_one_open_plan_are_linked_through_it() -> None:
    office = thing(Role, id="kuratorn", name="K", kind=RoleKind.EMPLOYEE, actor="b")
    promise = thing(Commitment, id="1", role="kuratorn")
    late = thing(Participant, actor="c", since=PartialDate(when="2015-04"))
    plans = (
        plan("p1", "2015-01", "a", commitments=(promise,)),
        plan("p2", "2014", "a", "c"),
        plan("p3", "2015-01-01", participants=(thing(Participant, actor="b"), late)),
        plan("avslutad", "2014", "b", "c", closed_on=DAY),
        plan("inte än", "2015-03-02", "b", "c"),
    )
    network = actor_network(collaboration("a", "b", "c", roles=(office,), plans=plans), DAY)
    assert told(network) == {"a b": ["p1"], "a c": ["p2"]}
    assert {venue.through for link in network.links for venue in link.venues} == {Through.PLAN}
    assert network.unclear == ()


def test_a_plan_of_which_not_all_is_known_is_unclear() -> None:
    perhaps = thing(Participant, actor="c", since=PartialDate(when="2015"))
    sure = (thing(Participant, actor="a"), thing(Participant, actor="b"))
    plans = (
        plan("utan dag", None, "a", "c"),
        plan("bara år", "2015", "a", "c"),
        plan("utan deltagare", "2014"),
        plan("kanske en till", "2014", participants=(*sure, perhaps)),
        plan("utan aktör", "2014", participants=(*sure, Participant())),
    )
    network = actor_network(collaboration("a", "b", "c", plans=plans), DAY)
    assert told(network) == {"a b": ["kanske en till", "utan aktör"]}
    assert unclear(network) == [one.id for one in plans]


# --- actors ------------------------------------------------------------------------------------


def test_a_larger_organisation_is_there_where_somebody_is_there_for_it() -> None:
    actors = (
        actor("kommunen"),
        actor("regionen"),
        actor("skolan", principal="kommunen"),
        actor("bup", principal="regionen"),
        actor("förr", period=Period(last_day=dt.date(2014, 12, 31))),
    )
    steering = body("styrgruppen", "kommunen", "bup", "förr")
    collab = Collaboration(name="Hagby", actors=actors, bodies=(steering,))
    network = actor_network(collab, DAY)
    assert network.actors == ("kommunen", "skolan", "bup")
    assert told(network) == {"kommunen bup": ["styrgruppen"]}
    assert network.unclear == ()


def test_an_index_gives_the_same_answer() -> None:
    collab = collaboration("a", "b", bodies=(body("styrgruppen", "a", "b"),))
    assert actor_network(index(collab), DAY) == actor_network(collab, DAY)


def test_what_is_no_day_is_misuse() -> None:
    moment = dt.datetime(2015, 3, 1, tzinfo=dt.UTC)
    with pytest.raises(NotADay):
        actor_network(collaboration(), moment)
    with pytest.raises(NotADay):
        actor_network(collaboration(), DAY, since=moment)
    with pytest.raises(InvalidValue, match="on or before"):
        actor_network(collaboration(), DAY, since=dt.date(2015, 3, 2))
    assert actor_network(collaboration(), DAY, since=DAY) == ActorNetwork(())
