"""What two collaborations have in common: laws over any two, then the texts' own examples."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan_core.errors import NotADay
from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Identifier, IdentifierSystem
from samverkan_core.model.focus_area import Condition, FocusArea, TargetGroup
from samverkan_core.model.goal import Goal
from samverkan_core.planning import CoSteering, InCommon, TargetInCommon, co_steering
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.answers import answered
from samverkan_core.values.ids import ActorId, FocusAreaId, GoalId, TargetGroupId
from samverkan_core.values.time import PartialDate, Period, TimeBox

DAY = dt.date(2015, 3, 1)
YESTERDAY = Period(last_day=dt.date(2015, 2, 28))
BOTH = (Condition.COME_TO_HARM, Condition.AT_RISK)
NOTHING = CoSteering(target_groups=(), unclear=(), goals=(), focus_areas=(), actors=())


def document(**collections: Any) -> Collaboration:
    return Collaboration(name="Hagby", **collections)


def group(
    ages: tuple[int, int] | None, conditions: tuple[Condition, ...] = BOTH, id_: str = "barnen"
) -> Collaboration:
    band = None if ages is None else AgeBand(from_age=ages[0], to_age=ages[1])
    made = TargetGroup(id=TargetGroupId(id_), name="Barnen", ages=band, conditions=conditions)
    return document(target_groups=(made,))


def goal(name: str, id_: str = "mål", period: Period | None = None) -> Collaboration:
    return document(goals=(Goal(id=GoalId(id_), name=name, period=period),))


def area(name: str, **told: Any) -> Collaboration:
    return document(focus_areas=(FocusArea(id=FocusAreaId("område"), name=name, **told),))


def actor(name: str, kind: ActorKind = ActorKind.SCHOOL, **told: Any) -> Collaboration:
    return document(actors=(Actor(id=ActorId(name), name=name, kind=kind, **told),))


def turned(found: CoSteering) -> CoSteering:
    """Give the same said from the other side, each list in no order."""

    def other_way(pairs: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(attrs.evolve(pair, one=pair.other, other=pair.one) for pair in pairs)

    return CoSteering(
        **{name: other_way(getattr(found, name)) for name in attrs.fields_dict(CoSteering)}
    )


def unordered(found: CoSteering) -> dict[str, frozenset[Any]]:
    return {name: frozenset(getattr(found, name)) for name in attrs.fields_dict(CoSteering)}


# --- laws --------------------------------------------------------------------------------------


@given(one=collaborations(), other=collaborations(), at=st.dates())
def test_it_is_the_same_from_both_sides(
    one: Collaboration, other: Collaboration, at: dt.date
) -> None:
    found = co_steering(one, other, at=at)
    assert unordered(turned(found)) == unordered(co_steering(other, one, at=at))
    assert found.is_possible is co_steering(other, one, at=at).is_possible


@given(one=collaborations(), other=collaborations(), at=st.dates())
def test_what_is_named_stands_in_the_two(
    one: Collaboration, other: Collaboration, at: dt.date
) -> None:
    found = co_steering(index(one), index(other), at=at)
    for name, collection in (("unclear", "target_groups"), *((n, n) for n in _LISTS)):
        for pair in getattr(found, name):
            assert index(one).shelves[collection].get(pair.one)
            assert index(other).shelves[collection].get(pair.other)


_LISTS = ("target_groups", "goals", "focus_areas", "actors")


@given(world=worlds())
def test_a_lawful_collaboration_could_be_steered_with_itself(
    world: tuple[Collaboration, dt.date],
) -> None:
    collab, at = world
    found = co_steering(collab, collab, at=at)
    assert found.is_possible
    assert {pair.one for pair in found.target_groups} == {one.id for one in collab.target_groups}


@given(one=collaborations())
def test_with_an_empty_one_there_is_nothing(one: Collaboration) -> None:
    assert co_steering(one, document(), at=DAY) == NOTHING
    assert NOTHING.is_possible is False


# --- target groups -----------------------------------------------------------------------------


def test_two_projects_for_some_of_the_same_children_could_be_steered_together() -> None:
    """SB-30: the first step in Sundbyberg was to co-steer two projects with like questions."""
    found = co_steering(
        group((0, 12), id_="små"), group((12, 20), (Condition.AT_RISK,), id_="unga"), at=DAY
    )
    assert found.target_groups == (
        TargetInCommon(
            one="små",
            other="unga",
            ages=(AgeBand(from_age=12, to_age=12),),
            conditions=(Condition.AT_RISK,),
        ),
    )
    assert found.is_possible is True
    assert answered(co_steering) == {"": ("SB-30",)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (group((0, 11)), group((12, 20))),
        (group((0, 20), (Condition.AT_RISK,)), group((0, 20), (Condition.COME_TO_HARM,))),
        (group((20, 0)), group((0, 20))),
        (group((0, 11), ()), group((12, 20))),
        (group(None, (Condition.AT_RISK,)), group((12, 20), (Condition.COME_TO_HARM,))),
    ],
)
def test_no_child_belongs_to_both(one: Collaboration, other: Collaboration) -> None:
    assert co_steering(one, other, at=DAY) == NOTHING


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (group(None), group((12, 20))),
        (group((12, 20)), group((12, 20), ())),
        (group(None, ()), group(None, ())),
    ],
)
def test_what_is_not_said_is_unclear(one: Collaboration, other: Collaboration) -> None:
    found = co_steering(one, other, at=DAY)
    assert found == attrs.evolve(NOTHING, unclear=(InCommon(one="barnen", other="barnen"),))
    assert found.is_possible is None


# --- goals, focus areas, actors ----------------------------------------------------------------


def test_a_goal_in_the_same_words_is_the_same() -> None:
    found = co_steering(goal("Fler barn får  stöd", "a"), goal("fler BARN får stöd ", "b"), at=DAY)
    assert found == attrs.evolve(NOTHING, goals=(InCommon(one="a", other="b"),))
    assert found.is_possible is True


def test_a_goal_of_yesterday_is_none() -> None:
    found = co_steering(goal("Stöd"), goal("Stöd", period=YESTERDAY), at=DAY)
    assert found == NOTHING
    assert co_steering(goal("Stöd"), goal("Fler stöd"), at=DAY) == NOTHING


def test_an_area_counts_unless_it_surely_is_not_open() -> None:
    closed = area("Föräldrastöd", closed_on=dt.date(2015, 2, 28))
    to_come = area("Föräldrastöd", time_box=TimeBox(starts=PartialDate(when="2016")))
    unknown = area("föräldrastöd")
    assert co_steering(closed, unknown, at=DAY) == NOTHING
    assert co_steering(unknown, to_come, at=DAY) == NOTHING
    found = co_steering(unknown, unknown, at=DAY)
    assert found == attrs.evolve(NOTHING, focus_areas=(InCommon(one="område", other="område"),))
    assert found.is_possible is True


def number(value: str) -> tuple[Identifier, ...]:
    return (Identifier(system=IdentifierSystem.ORGANISATION_NUMBER, value=value),)


def test_an_actor_is_known_by_its_number_or_by_kind_and_name() -> None:
    both = (InCommon(one="Hagby kommun", other="Kommunen"),)
    numbered = (
        actor("Hagby kommun", ActorKind.MUNICIPALITY, identifiers=number("212000-0415")),
        actor("Kommunen", ActorKind.MUNICIPALITY, identifiers=number("212000-0415")),
    )
    assert co_steering(*numbered, at=DAY) == attrs.evolve(NOTHING, actors=both)
    named = co_steering(actor("Skolan"), actor("SKOLAN"), at=DAY)
    assert named.actors == (InCommon(one="Skolan", other="SKOLAN"),)
    assert named.is_possible is False
    assert co_steering(actor("Skolan"), actor("Skolan", ActorKind.REGION), at=DAY) == NOTHING
    assert co_steering(actor("Skolan", period=YESTERDAY), actor("Skolan"), at=DAY) == NOTHING


def test_two_of_one_name_with_different_numbers_in_one_register_are_two() -> None:
    one = actor("Kommunen", identifiers=number("212000-0415"))
    assert co_steering(one, actor("Kommunen", identifiers=number("212000-0159")), at=DAY) == NOTHING
    hsa = (Identifier(system=IdentifierSystem.HSA_ID, value="SE2321000131-E1"),)
    assert co_steering(one, actor("Kommunen", identifiers=hsa), at=DAY).actors


#: Kinds of actor that the register of organisations knows by a number of their own.
REGISTERED = frozenset(
    {
        *(ActorKind.MUNICIPALITY, ActorKind.REGION, ActorKind.STATE_AUTHORITY),
        *(ActorKind.JOINT_AUTHORITY, ActorKind.ASSOCIATION, ActorKind.COMPANY),
    }
)
kinds = st.sampled_from(ActorKind)


@given(one=kinds, other=kinds)
@example(one=ActorKind.SOCIAL_SERVICES, other=ActorKind.ADMINISTRATION)
@example(one=ActorKind.ADMINISTRATION, other=ActorKind.ADMINISTRATION)
def test_the_number_of_the_municipality_makes_no_two_of_its_administrations_the_same(
    one: ActorKind, other: ActorKind
) -> None:
    """Of two that are called differently a number says so only where it is both's own."""
    shared = number("212000-0415")
    found = co_steering(
        actor("Socialförvaltningen", one, identifiers=shared),
        actor("Utbildningsförvaltningen", other, identifiers=shared),
        at=DAY,
    )
    assert bool(found.actors) is ({one, other} <= REGISTERED)


@given(kind=kinds)
def test_of_one_kind_and_name_the_municipalitys_number_tells_them_apart_or_not(
    kind: ActorKind,
) -> None:
    here, there = (
        actor("Socialförvaltningen", kind, identifiers=number(value))
        for value in ("212000-0415", "212000-0159")
    )
    assert co_steering(here, here, at=DAY).actors
    assert co_steering(here, there, at=DAY) == NOTHING


def test_what_is_part_of_an_authority_has_its_number_and_is_not_the_authority() -> None:
    shared = number("202100-2114")
    office = actor(
        "Arbetsförmedlingen i Hagby",
        ActorKind.STATE_AUTHORITY,
        identifiers=shared,
        part_of=ActorId("Arbetsförmedlingen"),
    )
    whole = actor("Arbetsförmedlingen", ActorKind.STATE_AUTHORITY, identifiers=shared)
    assert co_steering(office, whole, at=DAY) == NOTHING
    assert co_steering(whole, whole, at=DAY).actors


def in_the_municipality(name: str, code: str, kind: ActorKind = ActorKind.SCHOOL) -> Collaboration:
    code_of_it = Identifier(system=IdentifierSystem.MUNICIPALITY_CODE, value=code)
    return actor(name, kind, identifiers=(code_of_it,))


def test_the_code_of_a_municipality_is_the_name_of_no_unit_in_it() -> None:
    school, other = in_the_municipality("Skolan", "0183"), in_the_municipality("Förskolan", "0183")
    assert co_steering(school, other, at=DAY) == NOTHING
    assert co_steering(school, in_the_municipality("Skolan", "0184"), at=DAY) == NOTHING
    assert co_steering(school, school, at=DAY).actors
    municipality = ActorKind.MUNICIPALITY
    assert co_steering(school, in_the_municipality("Kommunen", "0183", municipality), at=DAY) == (
        NOTHING
    )
    same = (in_the_municipality(name, "0183", municipality) for name in ("Kommunen", "Hagby"))
    assert co_steering(*same, at=DAY).actors


def test_a_moment_is_no_day() -> None:
    with pytest.raises(NotADay):
        co_steering(document(), document(), at=dt.datetime(2015, 3, 1, tzinfo=dt.UTC))
