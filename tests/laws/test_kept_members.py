"""What nobody knows survives: at every class, anywhere in the object, with its exact text."""

from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan_core.model.anatomy import Place, Thing, classes, parts
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import loads, read
from samverkan_core.serialization.parse import parsed
from samverkan_core.serialization.write import _encoded, dumps
from samverkan_core.testing.anything import things
from samverkan_core.testing.texts import json_values, odd_texts
from samverkan_core.values.kept import plain_json
from samverkan_core.values.shape import BESIDE, members
from samverkan_core.values.time import PartialDate

every_class = pytest.mark.parametrize(
    "cls", dict.fromkeys((*classes(), *classes(Profile))), ids=lambda cls: cls.__name__
)
names = odd_texts() | st.sampled_from(("", "x-a", "kept", "set_aside", "0", "Namn", "å/~"))


def tree_of(thing: Thing) -> Any:
    """Give what is written of a thing, its numbers with their text."""
    tree = parsed(dumps(thing), Limits())
    return {"when": tree} if isinstance(tree, str) else tree


def known(cls: type[Thing]) -> list[str]:
    """Give the names of the members that a class has itself."""
    return [name for name, _ in members(cls) if name not in BESIDE]


def put_in(data: st.DataObject, tree: dict[str, Any], cls: type[Thing]) -> dict[str, Any]:
    """Put a member that nobody knows at some place among the members of an object."""
    name, value = data.draw(names), data.draw(json_values())
    assume(name not in tree and name not in known(cls))
    held = list(tree.items())
    held.insert(data.draw(st.integers(0, len(held))), (name, plain_json(value)))
    return dict(held)


def as_written(tree: dict[str, Any], cls: type[Thing]) -> dict[str, Any]:
    """Give the members in the order in which they are written: the kept ones last, as they came."""
    own = [name for name in known(cls) if name in tree]
    return {name: tree[name] for name in dict.fromkeys((*own, *tree))}


@every_class
@given(data=st.data())
def test_an_unknown_member_survives_with_its_text_and_comes_last(
    cls: type[Thing], data: st.DataObject
) -> None:
    tree = tree_of(data.draw(things(cls)))
    for _ in range(data.draw(st.integers(1, 3))):
        tree = put_in(data, tree, cls)
    written = dumps(loads(_encoded(tree), type=cls))
    assert written.decode() == _encoded(as_written(tree, cls)).decode()


@given(data=st.data(), collab=things(Collaboration))
def test_an_unknown_member_survives_at_every_depth(
    data: st.DataObject, collab: Collaboration
) -> None:
    tree = tree_of(collab)
    place, part = data.draw(st.sampled_from([*parts(collab)]))
    changed = put_in(data, _at(tree, place, part), type(part))
    tree = _put(tree, place, changed)
    again = loads(_encoded(tree))
    assert _at(tree_of(again), place, part) == changed
    assert dumps(loads(dumps(again))) == dumps(again)


@every_class
@given(data=st.data())
def test_an_edit_of_one_member_changes_nothing_else(cls: type[Thing], data: st.DataObject) -> None:
    thing = loads(_encoded(put_in(data, tree_of(data.draw(things(cls))), cls)), type=cls)
    name = data.draw(st.sampled_from(known(cls)))
    other: Any = data.draw(things(cls))
    edited: Any = thing
    edited = attrs.evolve(edited, **{name: getattr(other, name)})
    before, after = tree_of(thing), tree_of(edited)
    before.pop(name, None)
    after.pop(name, None)
    assert list(before.items()) == list(after.items())


@given(data=st.data(), unknown=st.sampled_from(("keep", "drop")))
def test_extensions_survive_whatever_becomes_of_other_members(
    data: st.DataObject, unknown: Any
) -> None:
    cls = data.draw(st.sampled_from(classes()))
    tree = tree_of(data.draw(things(cls)))
    tree |= {"x-mine": plain_json(data.draw(json_values())), "stray": None}
    loaded = read(_encoded(tree), type=cls, unknown=unknown)
    assert loaded.value is not None
    assert "/x-mine" not in {finding.pointer for finding in loaded.report}
    written = tree_of(loaded.value)
    assert written["x-mine"] == tree["x-mine"]
    assert ("stray" in written) == (unknown == "keep")


def _at(tree: Any, place: Place, part: Thing) -> Any:
    for step in place:
        tree = tree[step]
    return {"when": tree} if isinstance(part, PartialDate) and isinstance(tree, str) else tree


def _put(tree: Any, place: Place, value: Any) -> Any:
    if not place:
        return value
    held = tree
    for step in place[:-1]:
        held = held[step]
    held[place[-1]] = value
    return tree
