"""Whatever can be constructed: arbitrary values of every class of the model.

The strategies are read off the annotations, so that a new member or class is drawn as soon as it
is declared. What they draw is seldom lawful and seldom sensible; it is what a program must
survive.
"""

import datetime as dt
import enum
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeAlias, TypeVar

import attrs
from hypothesis import strategies as st

from samverkan_core.model.anatomy import COLLECTIONS, Thing
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.testing.choice import chosen
from samverkan_core.testing.texts import json_objects, kept_members, texts
from samverkan_core.values.constraints import AtLeastOne, Between, Form
from samverkan_core.values.ids import INTO
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.shape import Shape, members
from samverkan_core.values.time import PartialDate

__all__ = ["collaborations", "ids", "things"]

T = TypeVar("T", bound=Thing)
#: Names of members, each with how it is drawn.
Drawn: TypeAlias = "tuple[tuple[str, st.SearchStrategy[Any]], ...]"

#: Ids of each collection are few, so that references meet things and things meet each other.
_IDS = 3
_MOST = 3
_STRANGE = ("å/ä~ö", "id med blanksteg", "0", "Ω", "finns-inte")
_POOL = tuple(f"{name}-{number}" for number in range(_IDS) for name in COLLECTIONS)

_DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)) | st.sampled_from(
    (dt.date.min, dt.date.max, dt.date(2024, 2, 29), dt.date(2000, 2, 29), dt.date(1999, 12, 31))
)
#: Members that every class has cost more to draw than they tell, so they are drawn less often.
_ONE_IN = {"sources": 4, "kept": 4}
#: How much of YYYY-MM-DD is written: the year, the month or the day.
_WRITTEN = st.sampled_from((4, 7, 10))


def collaborations() -> st.SearchStrategy[Collaboration]:
    """Draw any collaboration that can be constructed: a handful of things, however unwise."""
    return things(Collaboration)


@st.composite
def things(draw: st.DrawFn, cls: type[T]) -> T:
    """Draw any value of a class of the model that can be constructed."""
    required, optional = _members(cls)
    values = {name: draw(strategy) for name, strategy in required}
    for name, strategy in chosen(draw, [(member, _one_in(cls, member[0])) for member in optional]):
        values[name] = draw(strategy)
    return cls(**values)


@cache
def ids(kind: Callable[[str], Any]) -> st.SearchStrategy[str]:
    """Draw an id of one kind: mostly one that some thing may have, sometimes any text."""
    own = tuple(f"{name}-{number}" for number in range(_IDS) for name in INTO.get(kind, ()))
    mostly = own * 6
    return st.one_of(
        st.sampled_from((*mostly, *_STRANGE)), st.sampled_from((*mostly, *_POOL)), texts()
    )


def _one_in(cls: type, name: str) -> int:
    """Say how seldom a member is drawn: a collaboration has some of its many collections."""
    if cls is Collaboration and name in COLLECTIONS:
        return 2
    return _ONE_IN.get(name, 2)


@cache
def _members(cls: type) -> tuple[Drawn, Drawn]:
    """Give how to draw the members that a class asks for, and those that it can do without."""
    drawn = {name: _member(cls, name, shape) for name, shape in members(cls) if name != "set_aside"}
    defaults = {field.name: field.default for field in attrs.fields(cls)}
    drawn.update(
        (name, st.just(value=True)) for name, default in defaults.items() if default is False
    )
    required = [name for name, default in defaults.items() if default is attrs.NOTHING]
    return tuple((name, drawn.pop(name)) for name in required), tuple(drawn.items())


def _member(cls: type, name: str, shape: Shape) -> st.SearchStrategy[Any]:
    if name == "kept":
        return kept_members(tuple(attrs.fields_dict(cls)))
    return _SPECIAL[cls, name] if (cls, name) in _SPECIAL else _value(shape)


@cache
def _value(shape: Shape) -> st.SearchStrategy[Any]:
    one = _one(shape)
    if not shape.many:
        return one
    least = int(any(isinstance(bound, AtLeastOne) for bound in shape.list_bounds))
    return st.lists(one, min_size=least, max_size=_MOST).map(tuple)


def _one(shape: Shape) -> st.SearchStrategy[Any]:
    if shape.id_kind is not None:
        return ids(shape.id_kind)
    if shape.bounds:
        return _within(shape)
    if issubclass(shape.base, enum.Enum):
        return st.sampled_from(shape.base)
    return _PLAIN[shape.base] if shape.base in _PLAIN else things(shape.base)


def _within(shape: Shape) -> st.SearchStrategy[Any]:
    (bound,) = shape.bounds
    if isinstance(bound, Between):
        return st.integers(bound.lowest, bound.highest)
    assert isinstance(bound, Form)  # noqa: S101 - a bound of one value is one of these two
    return st.from_regex(bound.pattern, fullmatch=True)


def _written(day: dt.date, length: int) -> str:
    return day.isoformat()[:length]


_PLAIN: Mapping[type, st.SearchStrategy[Any]] = {
    str: texts(),
    bool: st.booleans(),
    dt.date: _DAYS,
    JsonObject: json_objects(),
}
_SPECIAL: Mapping[tuple[type, str], st.SearchStrategy[Any]] = {
    (PartialDate, "when"): st.builds(_written, _DAYS, _WRITTEN),
    # A document of another major version is no document of this library's.
    (Collaboration, "samverkan"): st.sampled_from(("1.0", "1.1", "1.27")),
}
