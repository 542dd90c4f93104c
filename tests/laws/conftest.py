"""What several laws share: documents that were valid until something was done to them."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from hypothesis import strategies as st

from samverkan_core.model.anatomy import Thing
from samverkan_core.rules.catalogue import RULES
from samverkan_core.serialization.json_schema.build import THINGS, only_in_profiles
from samverkan_core.serialization.unknown import without_unknown
from samverkan_core.serialization.write import to_plain
from samverkan_core.testing.anything import things
from samverkan_core.values.shape import written_fields

Place: TypeAlias = "tuple[str | int, ...]"
#: Draws a tree, given the class of the thing that it is a tree of.
Drawn: TypeAlias = Callable[[type[Thing]], st.SearchStrategy[Any]]

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
#: Every member that a thing of any class can have.
MEMBERS = tuple(
    dict.fromkeys(field.name for cls in THINGS.values() for field in written_fields(cls))
)
#: Every code that a profile can speak of.
CODES = tuple(rule.code for rule in RULES)


@st.composite
def _written(draw: st.DrawFn, cls: type[Thing]) -> Any:
    tree = to_plain(draw(things(cls)))
    if only_in_profiles(cls):
        # A profile holds no member that nobody knows, and speaks of rules that there are.
        tree = without_unknown(tree, cls)
        _put_codes(draw, tree)
    return tree


def _put_codes(draw: st.DrawFn, tree: dict[str, Any]) -> None:
    if "without" in tree:
        tree["without"] = [draw(st.sampled_from(CODES)) for _ in tree["without"]]
    for weight in (tree, *tree.get("weights", ())):
        if "severity" in weight:
            weight["code"] = draw(st.sampled_from(CODES))
    for asking in (tree, *tree.get("step_requirements", ())):
        if "codes" in asking:
            asking["codes"] = [draw(st.sampled_from(CODES)) for _ in asking["codes"]]


@st.composite
def _mutated(draw: st.DrawFn, cls: type[Thing]) -> Any:
    tree = json.loads(json.dumps(draw(_written(cls))), parse_float=_broken)
    for _ in range(draw(st.integers(1, 3))):
        change = draw(st.sampled_from((_replace, _delete, _insert, _repeat, _rename, _exchange)))
        tree = change(draw, tree)
    return tree


def _broken(text: str) -> float:
    """Read a number, never a whole one: validators and this reader differ on `1.0`."""
    return float(text) + 0.5 if float(text).is_integer() else float(text)


def _likely(draw: st.DrawFn) -> Any:
    return copy.deepcopy(draw(st.sampled_from(LIKELY)))


def _places(tree: Any, at: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Give every place with what is held there, the whole last: it is seldom what is changed."""
    held = enumerate(tree) if isinstance(tree, list) else ()
    for step, value in tree.items() if isinstance(tree, dict) else held:
        yield from _places(value, (*at, step))
    yield at, tree


def _a_place(draw: st.DrawFn, tree: Any, *kinds: type) -> Place:
    """Choose a place: one that holds a list or an object where only that can be changed."""
    fit = (place for place, held in _places(tree) if not kinds or isinstance(held, kinds))
    return draw(st.sampled_from(tuple(fit) or ((),)))


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
    held, value = _at(tree, _a_place(draw, tree, dict, list)), _likely(draw)
    if isinstance(held, dict):
        held[_a_name(draw)] = value
    elif isinstance(held, list):
        held.insert(draw(st.integers(0, len(held))), value)
    return tree


def _repeat(draw: st.DrawFn, tree: Any) -> Any:
    held = _at(tree, _a_place(draw, tree, list))
    if isinstance(held, list):
        held *= 2
    return copy.deepcopy(tree)


def _rename(draw: st.DrawFn, tree: Any) -> Any:
    held = _at(tree, _a_place(draw, tree, dict))
    if isinstance(held, dict) and held:
        held[_a_name(draw)] = held.pop(draw(st.sampled_from(tuple(held))))
    return tree


def _a_name(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(NAMES) | st.sampled_from(MEMBERS))


def _exchange(draw: st.DrawFn, tree: Any) -> Any:
    value = _at(tree, _a_place(draw, tree))
    return _put(tree, _a_place(draw, tree), copy.deepcopy(value))


@pytest.fixture(scope="session")
def written() -> Drawn:
    """Give the strategy of trees that are valid: things as they are written."""
    return _written


@pytest.fixture(scope="session")
def mutated() -> Drawn:
    """Give the strategy of trees that were valid until something was done to them."""
    return _mutated
