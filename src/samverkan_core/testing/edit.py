"""Edits: one collaboration made of another, for tests that break one thing at a time.

Things are found by identity, never by equality: of two things that say the same, the one that was
given is meant.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

import attrs
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.model.anatomy import Thing
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.shape import members

__all__ = ["Edit", "a", "added", "replaced", "without"]

T = TypeVar("T")

#: Makes another collaboration of a lawful one: given hypothesis' draw, the collaboration, the day.
Edit: TypeAlias = Callable[[st.DrawFn, Collaboration, dt.date], Collaboration]

#: Class of things -> the collection of a collaboration that holds them.
_HOLDS: Mapping[type, str] = {
    shape.base: name
    for name, shape in members(Collaboration)
    if shape.many and attrs.has(shape.base)
}


def a(draw: st.DrawFn, things: Iterable[T]) -> T:
    """Choose one of several things."""
    return draw(st.sampled_from(tuple(things)))


def added(collab: Collaboration, *things: Thing) -> Collaboration:
    """Put things last in the collections that hold their kind."""
    for thing in things:
        name = _collection(thing)
        collab = _with(collab, name, (*getattr(collab, name), thing))
    return collab


def replaced(collab: Collaboration, old: T, new: T) -> Collaboration:
    """Put another thing of the same kind in the place of one that stands in the collaboration.

    Raises:
        InvalidValue: The old thing does not stand there, so nothing would change.
    """
    name = _collection(old)
    things = getattr(collab, name)
    _stands_in(things, old)
    return _with(collab, name, tuple([new if thing is old else thing for thing in things]))


def without(collab: Collaboration, *things: Thing) -> Collaboration:
    """Take things out of the collaboration; references to them are left as they are.

    Raises:
        InvalidValue: A thing does not stand there, so nothing would change.
    """
    for gone in things:
        name = _collection(gone)
        _stands_in(getattr(collab, name), gone)
        left = tuple([thing for thing in getattr(collab, name) if thing is not gone])
        collab = _with(collab, name, left)
    return collab


def _collection(thing: object) -> str:
    name = _HOLDS.get(type(thing))
    if name is None:
        raise InvalidValue(f"no collection of a collaboration holds a {type(thing).__name__}")
    return name


def _stands_in(things: Collection[object], wanted: object) -> None:
    if not any(thing is wanted for thing in things):
        raise InvalidValue(f"this {type(wanted).__name__} does not stand in the collaboration")


def _with(collab: Collaboration, name: str, things: tuple[object, ...]) -> Collaboration:
    changed: dict[str, Any] = {name: things}
    return attrs.evolve(collab, **changed)
