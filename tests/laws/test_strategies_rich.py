"""What the strategies draw is rich: every optional member, every kind, neither too seldom."""

import datetime as dt
import enum
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import pairwise
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from samverkan_core.model.activity import Activity, ActivityKind, GoodExample
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.anatomy import COLLECTIONS, Thing, classes, parts, references
from samverkan_core.model.anchoring import Anchoring
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.delegated_decision import Reporting
from samverkan_core.model.follow_up import FollowUpRound
from samverkan_core.model.goal import Goal, GoalAbout
from samverkan_core.model.mandate import Mandate
from samverkan_core.model.meeting import AgendaItem
from samverkan_core.model.plan import IndividualPlan
from samverkan_core.model.process_area import ProcessArea
from samverkan_core.model.role import Role, RoleFunction
from samverkan_core.process.step import Move, move
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.testing.anything import collaborations, ids, things
from samverkan_core.testing.lawful.at_work import AT_WORK
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.testing.strategies import profiles, worlds
from samverkan_core.testing.texts import (
    _unnumbered,
    json_objects,
    json_values,
    kept_members,
    odd_texts,
    texts,
)
from samverkan_core.values.identifiers import personal_numbers
from samverkan_core.values.ids import ActorId, MandateId
from samverkan_core.values.kept import Json, JsonArray, JsonNumber, JsonObject
from samverkan_core.values.shape import members
from samverkan_core.values.text import is_blank, is_whole
from samverkan_core.values.time import PartialDate

T = TypeVar("T")
Member = tuple[type[Thing], str]

#: Enums whose members stand in documents.
ENUMS = {
    shape.base
    for cls in classes()
    for _, shape in members(cls)
    if issubclass(shape.base, enum.Enum)
}
#: A lawful document is of this version, and all of it could be read. Ways of working are drawn
#: apart from each other, so that what one of them names in another is seldom there to be named.
NEVER = {
    (Collaboration, "samverkan"),
    (Collaboration, "set_aside"),
    *((Activity, name) for name in ("needs", "part_of")),
    (AgendaItem, "child"),
    (Body, "prepared_by"),
    (FollowUpRound, "goals"),
    (Role, "joint_duties"),
    *((Anchoring, name) for name in ("activity", "meeting")),
    (Goal, "needs"),
    (GoodExample, "activities"),
    (IndividualPlan, "meeting"),
    (ProcessArea, "routines"),
    (Reporting, "meeting"),
}
#: What a rule has something to say about wherever it stands.
NEVER_SAID = {ActivityKind.INTERVENTION, GoalAbout.COLLABORATION}


#: In how many draws a class is seen that says little of how often its members are.
_RARE = 100


@attrs.frozen
class Sight:
    """What was seen in several draws."""

    #: How many draws had a thing of a class.
    classes: Counter[type[Thing]] = attrs.field(factory=Counter)
    #: In how many of them at least one such thing had a member.
    members: Counter[Member] = attrs.field(factory=Counter)
    #: How many draws had a member of an enum.
    words: Counter[enum.Enum] = attrs.field(factory=Counter)
    #: How many things each draw had.
    sizes: list[int] = attrs.field(factory=list)

    def look_at(self, collab: Collaboration) -> None:
        here = [part for _, part in parts(collab)]
        self.classes.update({type(part) for part in here})
        self.members.update({(type(part), name) for part in here for name in present(part)})
        self.words.update({word for part in here for word in said(part)})
        self.sizes.append(sum(len(getattr(collab, name)) for name in COLLECTIONS))

    def seldom(self, share: float) -> list[str]:
        """Name each member that a draw can do without and that is there too seldom."""
        return [
            f"{cls.__name__}.{name} in {self.members[cls, name]} of {self.classes[cls]}"
            for cls in self.classes
            for name in optional(cls)
            if self.members[cls, name] < self.enough(cls, share)
            if (cls, name) not in NEVER
        ]

    def enough(self, cls: type[Thing], share: float) -> float:
        """Say in how many draws a member is to be seen; of a rare class once will do."""
        if cls is Collaboration:  # of its many collections a world has few
            return share / 4 * self.classes[cls]
        return share * self.classes[cls] if self.classes[cls] > _RARE else 1

    def unsaid(self) -> list[enum.Enum]:
        said_or_never = {*self.words, *NEVER_SAID}
        return [word for words in ENUMS for word in words if word not in said_or_never]


def optional(cls: type[Thing]) -> list[str]:
    return [field.name for field in attrs.fields(cls) if field.default is not attrs.NOTHING]


def present(part: Thing) -> list[str]:
    defaults = {field.name: field.default for field in attrs.fields(type(part))}
    return [name for name in optional(type(part)) if getattr(part, name) != defaults[name]]


def said(part: Thing) -> Iterable[enum.Enum]:
    for name in attrs.fields_dict(type(part)):
        value = getattr(part, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, enum.Enum):
                yield item


def seen(draws: st.SearchStrategy[Collaboration], count: int) -> Sight:
    sight = Sight()

    @settings(
        max_examples=count,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(draws)
    def look(collab: Collaboration) -> None:
        sight.look_at(collab)

    look()
    return sight


# Lawful worlds.


def until(strategy: st.SearchStrategy[T], seen_enough: Callable[[T], bool]) -> None:
    """Draw until enough was seen, or very often in vain."""
    looking = settings(max_examples=2000, database=None, phases=[Phase.generate])
    with suppress(NoSuchExample):
        find(strategy, seen_enough, settings=looking)


@st.composite
def busy(draw: st.DrawFn) -> Collaboration:
    """Draw a lawful world that shows at least one of its ways of working."""
    collab, at = draw(worlds())
    way = draw(st.sampled_from(AT_WORK))
    return attrs.evolve(collab, **way(Hand(draw, at), collab))


def test_every_class_stands_in_some_lawful_world() -> None:
    awaited = set(classes())

    def all_seen(there: set[type[Thing]]) -> bool:
        awaited.difference_update(there)
        return not awaited

    until(busy().map(lambda collab: {type(part) for _, part in parts(collab)}), all_seen)
    assert not awaited


@pytest.mark.slow
def test_lawful_worlds_are_rich_in_a_thousand() -> None:
    sight = seen(busy(), 1500)
    assert sum(sight.sizes) / len(sight.sizes) >= 20
    assert not sight.seldom(0.2)
    assert not sight.unsaid()


def test_mandates_of_lawful_worlds_are_of_many_kinds() -> None:
    seen_: Counter[str] = Counter()
    for collab, at in some(worlds(), 300):
        seen_.update(set(kinds_of_mandate(collab, at)))
    assert set(seen_) == {
        *("over", "to come", "revoked", "together", "each alone", "named in person"),
        *("from the council", "one step", "two steps", "three steps"),
        *("narrower", "shorter", "giver ended", "substitute", "in a hurry"),
    }
    assert seen_["two steps"] > 30
    assert seen_["from the council"] > 15


def kinds_of_mandate(collab: Collaboration, at: dt.date) -> Iterable[str]:
    found = {mandate.id: mandate for mandate in collab.mandates}
    ended = {str(body.id) for body in collab.bodies if body.period and not body.period.holds_on(at)}
    people = {person.id for person in collab.persons}
    councils = {str(body.id) for body in collab.bodies if body.kind is BodyKind.COUNCIL}
    for mandate in collab.mandates:
        above = chain(found, mandate)
        told = {
            "over": (mandate.period.last_day or at) < at,
            "to come": (mandate.period.first_day or at) > at,
            "revoked": (mandate.revoked_from or dt.date.max) <= at,
            "together": mandate.jointly,
            "each alone": len(mandate.granted_to) > 1 and not mandate.jointly,
            "named in person": bool(people & set(mandate.granted_to)),
            "from the council": str(mandate.granted_by) in councils,
            **dict(zip(STEPS, (len(above) == count for count in (1, 2, 3)), strict=True)),
            "narrower": len(above) > 1 and mandate.scope != above[1].scope,
            "shorter": len(above) > 1 and mandate.period != above[1].period,
            "giver ended": str(mandate.granted_by) in ended,
            "substitute": bool(mandate.substitutes),
            "in a hurry": mandate.urgent_only,
        }
        yield from (word for word, is_so in told.items() if is_so)


STEPS = ("one step", "two steps", "three steps")


def chain(found: dict[MandateId, Mandate], mandate: Mandate) -> list[Mandate]:
    above = found.get(mandate.parent) if mandate.parent else None
    return [mandate, *(chain(found, above) if above else [])]


@given(world=worlds())
def test_going_back_has_its_reason(world: tuple[Collaboration, dt.date]) -> None:
    for area in world[0].focus_areas:
        for before, after in pairwise(area.journey):
            assert (move(before.step, after.step) is Move.BACK) == (after.reason is not None)


# Profiles that can be met.


def test_profiles_make_each_demand_and_do_without_each() -> None:
    drawn = some(profiles())
    assert {type(profile) for profile in drawn} == {Profile}
    assert not {profile.name for profile in drawn} & set(PROFILES)
    names = Counter(name for profile in drawn for name in present(profile))
    names.update(name for profile in drawn for name in present(profile.parameters))
    for name in {*optional(Profile), *optional(Parameters)} - {"kept"}:
        assert 0.1 * len(drawn) < names[name] < len(drawn), name


def test_profiles_demand_every_kind_and_adjacent_bands() -> None:
    asked = [profile.parameters for profile in some(profiles(), 500)]
    assert {kind for one in asked for kind in one.required_actors} == set(ActorKind)
    assert {function for one in asked for function in one.required_functions} == set(RoleFunction)
    assert {kind for one in asked for kind in one.required_bodies} == set(BodyKind)
    bands = [sorted(map(attrs.astuple, parameters.age_bands)) for parameters in asked]
    gaps = {after[0] - before[1] for row in bands for before, after in pairwise(row)}
    assert {1, 2} <= gaps
    assert min(gaps) > 0


# Whatever can be constructed.


@pytest.mark.slow
def test_anything_is_rich() -> None:
    sight = seen(collaborations(), 600)
    assert set(sight.classes) == set(classes())
    assert not sight.seldom(0.02)
    assert len(sight.unsaid()) < len(sight.words) / 4


@pytest.mark.parametrize("cls", classes()[1:], ids=lambda cls: cls.__name__)
def test_each_member_is_there_and_is_not(cls: type[Thing]) -> None:
    awaited = {(name, is_there) for name in optional(cls) for is_there in (True, False)}

    def all_seen(thing: Thing) -> bool:
        assert type(thing) is cls
        there = set(present(thing))
        awaited.difference_update([(name, name in there) for name in optional(cls)])
        return not awaited

    with suppress(NoSuchExample):
        find(
            things(cls),
            all_seen,
            settings=settings(
                settings(), max_examples=1000, database=None, phases=[Phase.generate]
            ),
        )
    assert not awaited


def some(strategy: st.SearchStrategy[Any], count: int = 300) -> list[Any]:
    drawn: list[Any] = []

    @settings(max_examples=count, database=None, derandomize=True, phases=[Phase.generate])
    @given(strategy)
    def draw(value: object) -> None:
        drawn.append(value)

    draw()
    return drawn


def test_references_sometimes_resolve_and_ids_sometimes_collide() -> None:
    resolved: list[bool] = []
    twice: list[bool] = []
    for collab in some(collaborations(), 100):
        named = [thing.id for name in COLLECTIONS for thing in getattr(collab, name)]
        twice.append(len(set(named)) < len(named))
        resolved += [target in named for _, target, _ in references(collab)]
    assert 0.1 < sum(resolved) / len(resolved) < 0.9
    assert 0.1 < sum(twice) / len(twice) < 0.9


def test_some_ids_are_of_another_kind() -> None:
    drawn = some(ids(ActorId), 3000)
    assert {text.partition("-")[0] for text in drawn} >= {"actors", "roles", "bodies"}


def test_partial_days_are_of_all_precisions_and_reach_the_ends_of_the_calendar() -> None:
    days = some(things(PartialDate))
    assert {len(day.when) for day in days} == {4, 7, 10}
    assert {day.earliest for day in days} >= {dt.date.min}
    assert {day.latest for day in days} >= {dt.date.max}


@given(text=texts() | odd_texts())
def test_a_text_is_seen_by_people_and_is_nobodys_number(text: str) -> None:
    assert not is_blank(text)
    assert is_whole(text)
    assert not personal_numbers(text)


def test_texts_have_swedish_letters_and_odd_characters() -> None:
    letters = {letter for text in some(texts()) for letter in text}
    assert letters >= set("åäöÅÄÖ")
    assert any(ord(letter) > 0xFFFF for letter in letters)
    assert letters & set("\x00\u2028\u202e\u200b")


def test_digits_that_happen_to_be_somebodys_number_become_letters() -> None:
    assert _unnumbered("nr 701063-2391") == "nr xxxxxx-xxxx"
    assert _unnumbered("3 barn") == "3 barn"


def depth(value: Json) -> int:
    if isinstance(value, JsonArray):
        return 1 + max(map(depth, value.items), default=0)
    if isinstance(value, JsonObject):
        return 1 + max((depth(inner) for _, inner in value.members), default=0)
    return 0


def test_kept_values_are_of_every_kind_and_nested() -> None:
    values = some(json_values())
    kinds = {type(value) for value in values}
    assert kinds == {type(None), bool, str, JsonNumber, JsonArray, JsonObject}
    assert {depth(value) for value in values} >= {0, 1, 2}


@given(kept=kept_members(("id", "name", "anteckning", "")))
def test_kept_members_are_never_the_classs_own(kept: JsonObject) -> None:
    assert not {"id", "name", "anteckning", ""} & {name for name, _ in kept.members}


@given(kept=json_objects(st.sampled_from(("x-a", "x-b"))))
def test_kept_members_can_have_certain_names_only(kept: JsonObject) -> None:
    assert {"x-a", "x-b"} >= {name for name, _ in kept.members} != set()
