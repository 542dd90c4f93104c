"""The index: by collection, by id, and where each thing stands when it is written."""

import copy
import pickle
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.authority.register import register_of
from samverkan_core.errors import InvalidValue, UndeclaredRead
from samverkan_core.findings.pointer import tokens
from samverkan_core.indexing import ITSELF, Index, index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anatomy import COLLECTIONS, parts
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.serialization.converter import CONVERTER
from samverkan_core.testing.anything import collaborations
from samverkan_core.values.ids import ActorId
from samverkan_core.values.kept import JsonNumber, JsonObject


def actor(id_: str, name: str = "Skolan") -> Actor:
    """Make an actor of an id."""
    return Actor(id=ActorId(id_), name=name, kind=ActorKind.SCHOOL)


def aside(pointer: str, **members: Any) -> SetAside:
    """Make something that was set aside."""
    return SetAside(pointer=pointer, value=JsonObject(tuple(members.items())))


@st.composite
def collaborations_with_holes(draw: st.DrawFn) -> Collaboration:
    """Draw a collaboration of which some things were set aside."""
    collab = draw(collaborations())
    asides = []
    for name in draw(st.sets(st.sampled_from(tuple(COLLECTIONS)), max_size=3)):
        count = draw(st.integers(1, 3))
        last = len(getattr(collab, name)) + count - 1
        positions = st.lists(st.integers(0, last), min_size=count, max_size=count, unique=True)
        asides += [
            aside(f"/{name}/{position}", id=f"gone-{position}") for position in draw(positions)
        ]
    return attrs.evolve(collab, set_aside=tuple(asides))


def test_an_index_of_an_index_is_that_index() -> None:
    book = index(Collaboration(name="n"))
    assert isinstance(book, Index)
    assert index(book) is book


@given(collab=collaborations())
def test_every_thing_is_found_in_its_collection(collab: Collaboration) -> None:
    view = index(collab).whole
    assert view.collaboration is collab
    for name in COLLECTIONS:
        shelf, things = view.shelf(name), getattr(collab, name)
        assert getattr(view, name) is shelf
        assert tuple(shelf) == shelf.things == things
        assert len(shelf) == len(things)
        assert view.holds(name) == (len(things) > 0)
        for position, thing in enumerate(things):
            assert shelf.position(thing) == position or thing is shelf.things[shelf.position(thing)]
            first = next(other for other in things if other.id == thing.id)
            assert shelf.get(thing.id) is first
        assert shelf.get(None) is None
        assert shelf.get("no such id") is None


def test_of_two_things_with_one_id_the_first_wins_and_both_have_a_place() -> None:
    one, two = actor("a", "Ett"), actor("a", "Två")
    view = index(Collaboration(name="n", actors=(one, actor("b"), two))).whole
    assert view.actors.get("a") is one
    assert view.place(two, "name") == "/actors/2/name"
    assert view.place(one) == "/actors/0"


@given(collab=collaborations_with_holes())
def test_places_lead_to_the_thing_as_it_is_written(collab: Collaboration) -> None:
    written = CONVERTER.unstructure(collab)
    book = index(collab)
    for name in COLLECTIONS:
        for position, thing in enumerate(getattr(collab, name)):
            found = written
            for step in tokens(book.place(name, position)):
                found = found[int(step) if isinstance(found, list) else step]
            assert found == CONVERTER.unstructure(thing)


@given(collab=collaborations_with_holes())
def test_any_place_of_the_model_is_told_as_it_is_written(collab: Collaboration) -> None:
    written = CONVERTER.unstructure(collab)
    book = index(collab)
    for place, part in parts(collab):
        found: Any = written
        for step in tokens(book.written(place)):
            found = found[int(step) if isinstance(found, list) else step]
        assert found == CONVERTER.unstructure(part)


def test_places_outside_the_collections_stay_as_they_are() -> None:
    book = index(Collaboration(name="n", set_aside=(aside("/actors/0"),)))
    assert book.written(()) == ""
    assert book.written(("lifecycle", 3, "day")) == "/lifecycle/3/day"
    assert book.written(("actors",)) == "/actors"


def test_what_was_set_aside_is_known_by_its_id_where_it_has_one() -> None:
    asides = (
        aside("/actors/0", id="a"),
        aside("/actors/1", name="x"),
        aside("/roles/0", id=JsonNumber("7")),
    )
    assert index(Collaboration(name="n", set_aside=asides)).set_aside == {"a"}


def test_a_rule_sees_only_what_it_declares() -> None:
    book = index(Collaboration(name="n", actors=(actor("a"),)))
    view = book.reading(("actors",))
    assert [found.id for found in view.actors] == ["a"]
    with pytest.raises(UndeclaredRead, match="reads 'roles' but declares actors"):
        _ = view.roles
    with pytest.raises(UndeclaredRead, match="reads 'collaboration'"):
        _ = view.collaboration
    with pytest.raises(UndeclaredRead):
        book.reading(("roles",)).place(actor("a"))
    with pytest.raises(UndeclaredRead):
        view.holds("bodies")


@given(declared=st.sets(st.sampled_from((*COLLECTIONS, ITSELF))), collab=collaborations())
def test_a_view_shows_what_was_declared_and_nothing_else(
    declared: set[str], collab: Collaboration
) -> None:
    view = index(collab).reading(declared)
    for name in (*COLLECTIONS, ITSELF):
        if name in declared:
            assert getattr(view, name) is getattr(index(collab).whole, name) or name != ITSELF
        else:
            with pytest.raises(UndeclaredRead):
                getattr(view, name)


@given(ids=st.lists(st.sampled_from("abc"), max_size=6))
def test_an_id_gives_the_first_thing_that_has_it(ids: list[str]) -> None:
    things = tuple(actor(id_, f"n{at}") for at, id_ in enumerate(ids))
    view = index(Collaboration(name="n", actors=things)).whole
    for id_ in "abc":
        assert view.actors.get(id_) is (things[ids.index(id_)] if id_ in ids else None)
    assert [view.place(thing) for thing in things] == [f"/actors/{at}" for at in range(len(ids))]


@pytest.mark.parametrize("name", [*COLLECTIONS, ITSELF])
def test_each_collection_is_declared_by_its_name(name: str) -> None:
    book = index(Collaboration(name="n"))
    assert getattr(book.reading((name,)), name) is not None
    with pytest.raises(UndeclaredRead, match=f"reads '{name}' but declares nothing"):
        getattr(book.reading(()), name)


def test_the_collaboration_itself_always_holds_something() -> None:
    view = index(Collaboration(name="n")).reading((ITSELF, "actors"))
    assert view.holds(ITSELF)
    assert not view.holds("actors")


def test_an_index_shows_itself_without_all_that_it_holds() -> None:
    assert "shelves" not in repr(index(Collaboration(name="n")))


def test_what_is_worked_out_once_is_given_again() -> None:
    asked: list[Index] = []

    def count(book: Index) -> int:
        asked.append(book)
        return len(book.shelves["actors"])

    book = index(Collaboration(name="S", actors=(actor("a"),)))
    assert (book.once(count), book.once(count)) == (1, 1)
    assert asked == [book]
    assert index(book.collaboration).once(count) == 1
    assert len(asked) == 2


def sent(book: Index) -> Index:
    """Send an index to another process and take it there."""
    there: Index = pickle.loads(pickle.dumps(book))  # noqa: S301 - what this test has written itself
    return there


@pytest.mark.parametrize("copied", [copy.deepcopy, sent])
def test_an_index_goes_to_another_process_as_its_collaboration(
    copied: Callable[[Index], Index],
) -> None:
    book = index(Collaboration(name="S", actors=(actor("a"),)))
    book.once(register_of)
    there = copied(book)
    assert there.collaboration == book.collaboration
    assert there.shelves["actors"].get("a") == actor("a")


@given(parts=st.dictionaries(st.sampled_from("abcd"), st.sampled_from("abcdx"), max_size=4))
def test_upwards_each_comes_once_and_nearest_first(parts: dict[str, str]) -> None:
    things = tuple(attrs.evolve(actor(id_), part_of=ActorId(up)) for id_, up in parts.items())
    actors = index(Collaboration(name="n", actors=things)).whole.actors
    for thing in things:
        found = tuple(actors.upwards(thing, lambda one: one.part_of))
        assert found[0] is thing
        assert all(above.id == below.part_of for below, above in pairwise(found))
        assert len({one.id for one in found}) == len(found)
        end = found[-1].part_of
        assert end == "x" or end not in parts or end in {one.id for one in found}
    assert not tuple(actors.upwards(None, lambda one: one.part_of))


@pytest.mark.parametrize("given", ["hagby.json", b"{}", None], ids=["str", "bytes", "None"])
def test_what_is_no_collaboration_is_misuse(given: Any) -> None:
    with pytest.raises(InvalidValue, match=r"^give a Collaboration, as `loads` reads it, or an"):
        index(given)
