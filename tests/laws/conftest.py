"""What several laws share: documents that were valid until something was done to them."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from hypothesis import strategies as st

from samverkan_core.model.anatomy import Thing
from samverkan_core.serialization.write import to_plain
from samverkan_core.testing.anything import things

Place: TypeAlias = "tuple[str | int, ...]"
#: Draws a tree that was valid until something was done to it, given the class of the thing.
Mutated: TypeAlias = Callable[[type[Thing]], st.SearchStrategy[Any]]

#: What people and programs write where something else belongs.
LIKELY: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 7, 131, 1001, 0.5, "", " ", "7", "true", "false", "null"),
    *(
        "abc",
        "1994",
        "2008-11",
        "2015-02-28",
        "2015-02-29",
        "20150101",
        "0000",
        "2015-00",
        "2015-01-00",
        "other",
        "å",
    ),
    *("FOC001", "school", "1.0", "1.1", "2.0", "/actors/0", "x-a", [], {}, [[]], ["abc"]),
    *([None], {"id": "a"}, {"when": "2008"}, {"from_age": 0, "to_age": 5}, {"x-a": 1}),
)
NAMES = ("id", "name", "kind", "kept", "set_aside", "x-a", "Name", "period", "", "å/~")


@st.composite
def _mutated(draw: st.DrawFn, cls: type[Thing]) -> Any:
    tree = json.loads(json.dumps(to_plain(draw(things(cls)))), parse_float=_broken)
    for _ in range(draw(st.integers(1, 3))):
        change = draw(st.sampled_from((_replace, _delete, _insert, _repeat, _rename, _exchange)))
        tree = change(draw, tree)
    return tree


def _broken(text: str) -> float:
    """Read a number, never a whole one: validators and this reader differ on `1.0`."""
    return float(text) + 0.5 if float(text).is_integer() else float(text)


def _likely(draw: st.DrawFn) -> Any:
    return copy.deepcopy(draw(st.sampled_from(LIKELY)))


def _places(tree: Any, at: Place = ()) -> Iterator[Place]:
    yield at
    held = enumerate(tree) if isinstance(tree, list) else ()
    for step, value in tree.items() if isinstance(tree, dict) else held:
        yield from _places(value, (*at, step))


def _a_place(draw: st.DrawFn, tree: Any) -> Place:
    return draw(st.sampled_from(tuple(_places(tree))))


def _at(tree: Any, place: Place) -> Any:
    for step in place:
        tree = tree[step]
    return tree


def _put(tree: Any, place: Place, value: Any) -> Any:
    if not place:
        return value
    _at(tree, place[:-1])[place[-1]] = value
    return tree


def _replace(draw: st.DrawFn, tree: Any) -> Any:
    return _put(tree, _a_place(draw, tree), _likely(draw))


def _delete(draw: st.DrawFn, tree: Any) -> Any:
    place = _a_place(draw, tree)
    if place:
        del _at(tree, place[:-1])[place[-1]]
    return tree


def _insert(draw: st.DrawFn, tree: Any) -> Any:
    held, value = _at(tree, _a_place(draw, tree)), _likely(draw)
    if isinstance(held, dict):
        held[draw(st.sampled_from(NAMES))] = value
    elif isinstance(held, list):
        held.insert(draw(st.integers(0, len(held))), value)
    return tree


def _repeat(draw: st.DrawFn, tree: Any) -> Any:
    held = _at(tree, _a_place(draw, tree))
    if isinstance(held, list):
        held *= 2
    return copy.deepcopy(tree)


def _rename(draw: st.DrawFn, tree: Any) -> Any:
    held = _at(tree, _a_place(draw, tree))
    if isinstance(held, dict) and held:
        held[draw(st.sampled_from(NAMES))] = held.pop(draw(st.sampled_from(tuple(held))))
    return tree


def _exchange(draw: st.DrawFn, tree: Any) -> Any:
    value = _at(tree, _a_place(draw, tree))
    return _put(tree, _a_place(draw, tree), copy.deepcopy(value))


@pytest.fixture(scope="session")
def mutated() -> Mutated:
    """Give the strategy of trees that were valid until something was done to them."""
    return _mutated
