"""Checking again after an edit gives what checking all of it gives, and asks only who must be."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.checking import Checked, accept, check
from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Asked, Outcome, Rule, rule
from samverkan_core.testing.anything import collaborations, things
from samverkan_core.testing.strategies import profiles, worlds
from samverkan_core.values.kept import JsonObject

World = tuple[Collaboration, dt.date]

any_day = st.dates() | st.sampled_from([dt.date.min, dt.date.max])
any_world = worlds() | st.tuples(collaborations(), any_day)
any_profile = st.none() | st.sampled_from([*PROFILES, "no such one"]) | profiles()
#: Members that are not collections of things, with values that change what rules or reports say.
OWN: dict[str, st.SearchStrategy[Any]] = {
    "name": st.sampled_from(("Hagby", "19121212-1212")),
    "purpose": st.none() | st.just("Barnen"),
    "profile": st.none() | st.sampled_from([*PROFILES, "no such one"]),
    "principals": st.lists(st.sampled_from("ab"), max_size=2).map(tuple),
    "kept": st.just(JsonObject((("x-a", "1"),))) | st.just(JsonObject((("zz", True),))),
}


def evolved(collab: Collaboration, name: str, value: Any) -> Collaboration:
    """Change one member."""
    changed: dict[str, Any] = {name: value}
    return attrs.evolve(collab, **changed)


@st.composite
def _of_a_collection(draw: st.DrawFn, collab: Collaboration) -> Collaboration:
    """Add a thing, take one out, put another in its place, write one twice, or turn all round."""
    name = draw(st.sampled_from(tuple(COLLECTIONS)))
    held = getattr(collab, name)
    if not held:
        return evolved(collab, name, (draw(things(COLLECTIONS[name])),))
    at = draw(st.integers(0, len(held) - 1))
    before, thing, after = held[:at], held[at], held[at + 1 :]
    other: Any = draw(things(COLLECTIONS[name]))
    other = attrs.evolve(other, id=thing.id)
    changes = (
        (*before, *after),
        (*before, other, *after),
        (*before, attrs.evolve(thing, illustrative=not thing.illustrative), *after),
        (*held, attrs.evolve(thing)),
        held[::-1],
    )
    return evolved(collab, name, draw(st.sampled_from(changes)))


@st.composite
def _of_the_collaboration(draw: st.DrawFn, collab: Collaboration) -> Collaboration:
    name = draw(st.sampled_from(tuple(OWN)))
    return evolved(collab, name, draw(OWN[name]))


@st.composite
def _of_what_was_set_aside(draw: st.DrawFn, collab: Collaboration) -> Collaboration:
    name = draw(st.sampled_from(tuple(COLLECTIONS)))
    aside = SetAside(pointer=f"/{name}/0", value=JsonObject((("id", "gone"),)))
    return evolved(collab, "set_aside", draw(st.sampled_from(((), (aside,)))))


@st.composite
def _to_members_of_another(draw: st.DrawFn, collab: Collaboration) -> Collaboration:
    other = draw(collaborations())
    names = draw(st.sets(st.sampled_from(tuple(attrs.fields_dict(Collaboration))), min_size=1))
    changed: dict[str, Any] = {name: getattr(other, name) for name in names}
    return attrs.evolve(collab, **changed)


@st.composite
def _accepting(draw: st.DrawFn, collab: Collaboration) -> Collaboration:
    day = draw(any_day)
    free = [one for one in check(collab, at=day) if one.force is not Force.LAW]
    if not free:
        return collab
    finding = draw(st.sampled_from(free))
    return accept(collab, finding, reason="prövas", owner="styrgruppen", last_day=dt.date.max)


@st.composite
def edited(draw: st.DrawFn, collab: Collaboration) -> Collaboration:
    """Change a collaboration once or several times, or not at all."""
    kinds = (
        _of_a_collection,
        _of_the_collaboration,
        _of_what_was_set_aside,
        _to_members_of_another,
        _accepting,
    )
    for change in draw(st.lists(st.sampled_from(kinds), max_size=3)):
        collab = draw(change(collab))
    return collab


@given(world=any_world, timed=st.booleans(), profile=any_profile, data=st.data())
def test_checking_again_gives_what_checking_all_of_it_gives(
    world: World, timed: bool, profile: Profile | str | None, data: st.DataObject
) -> None:
    collab, day = world
    at = day if timed else None
    checked = Checked.of(collab, at=at, profile=profile)
    assert checked.report == check(collab, at=at, profile=profile)
    for _ in range(data.draw(st.integers(1, 3))):
        collab = data.draw(edited(collab))
        checked = checked.again(collab)
        assert checked.report == check(collab, at=at, profile=profile)
        assert checked == Checked.of(collab, at=at, profile=profile)


@given(world=any_world, other=collaborations())
def test_whatever_was_checked_before_says_nothing_of_another_collaboration(
    world: World, other: Collaboration
) -> None:
    collab, at = world
    checked = Checked.of(other, at=at)
    assert checked.again(collab).report == check(collab, at=at)
    assert checked.again(collab).again(other) == checked


@given(world=any_world, data=st.data())
def test_what_was_checked_before_stays_as_it_was(world: World, data: st.DataObject) -> None:
    collab, at = world
    checked = Checked.of(collab, at=at)
    before = checked.report
    checked.again(data.draw(edited(collab)))
    assert checked.report == before == check(collab, at=at)
    assert checked.again(collab) is checked


# --- who is asked ----------------------------------------------------------------------------


def counting(name: str, number: int, asked: list[str]) -> Rule:
    """Make a rule that reads actors and one collection more, and notes that it was asked."""
    texts = Texts(message="m.", why="w.", remedy="r.")

    @rule(
        f"OWN{number:03}",
        Severity.INFO,
        Pillar.STRUCTURE,
        Force.HOUSE_RULE,
        reads=("actors", name),
        sv=texts,
        en=texts,
    )
    def noting(_: View, __: Asked) -> Iterator[Outcome]:
        asked.append(name)
        yield from ()

    return noting


@given(
    collab=collaborations().filter(lambda collab: collab.actors),
    changed=st.sets(st.sampled_from(tuple(COLLECTIONS)), max_size=3),
    data=st.data(),
)
def test_only_rules_that_read_what_was_changed_are_asked(
    collab: Collaboration, changed: set[str], data: st.DataObject
) -> None:
    asked: list[str] = []
    names = (*COLLECTIONS, ITSELF)
    own = tuple(counting(name, number, asked) for number, name in enumerate(names))
    only_own = Profile(name="own", without=tuple(one.code for one in RULES))
    checked = Checked.of(collab, profile=only_own, more_rules=own)
    assert asked == [*names]
    asked.clear()
    for name in changed:
        more = data.draw(things(COLLECTIONS[name]))
        collab = evolved(collab, name, (*getattr(collab, name), more))
    report = checked.again(collab).report
    concerned = set(names) if "actors" in changed else {*changed, ITSELF} if changed else set()
    assert asked == [name for name in names if name in concerned]
    assert report == check(collab, profile=only_own, more_rules=own)
