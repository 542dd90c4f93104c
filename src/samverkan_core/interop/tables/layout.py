"""Which tables a collaboration makes, and which columns each has: read off the annotations.

Every collection is a table. Every list in a thing is a long table of its own, one row for each
thing in it, with the id of the thing that it belongs to. A part that stands once is columns of the
row that it belongs to, with a point in their names: `period.first_day`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

import attrs

from samverkan_core.errors import InvalidValue, meant
from samverkan_core.model.anatomy import Thing
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.values.ids import INTO
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.numbers import DecimalText
from samverkan_core.values.shape import BESIDE, Shape, members, shape_of
from samverkan_core.values.time import PartialDate

__all__ = [
    "OF",
    "OF_POSITION",
    "POSITION",
    "ROOT",
    "SET_ASIDE",
    "TABLES",
    "CellKind",
    "Column",
    "Table",
    "Way",
    "children",
    "name_of",
    "table_named",
]

#: The members from a part of the document down to another.
Way: TypeAlias = "tuple[str, ...]"

#: The table with the one row of the collaboration itself.
ROOT = "collaboration"
#: The table of what could not be read.
SET_ASIDE = "set_aside"
#: The place of a row in its list, from 1.
POSITION = "position"
#: The id of the thing that a row belongs to.
OF = "of"
#: The place of the thing that a row belongs to, where its id does not tell it from others.
OF_POSITION = "of_position"
#: The one column of a list of codes, ids or texts.
_VALUE = "value"
_KEPT = "kept"


class CellKind(Labelled):
    """What a cell of a column holds."""

    TEXT = ("text", "text", "text")
    ID = ("id", "id", "id")
    CODE = ("code", "kod", "code")
    NUMBER = ("number", "heltal", "whole number")
    DECIMAL = ("decimal", "tal med decimalpunkt", "number with a decimal point")
    TRUTH = ("truth", "true eller false", "true or false")
    DAY = ("day", "dag, ÅÅÅÅ-MM-DD", "day, YYYY-MM-DD")
    PARTIAL_DAY = (
        "partial_day",
        "år, månad eller dag: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD",
        "year, month or day: YYYY, YYYY-MM or YYYY-MM-DD",
    )
    OBJECT = ("object", "ett JSON-objekt", "a JSON object")
    KEPT = (
        "kept",
        "ett JSON-objekt med det som inte har någon egen kolumn",
        "a JSON object of what has no column of its own",
    )
    PLACE = ("place", "plats i listan, från 1", "place in the list, from 1")


@attrs.frozen(kw_only=True)
class Column:
    """A column of a table: what its cells hold, and where in the row's part that stands."""

    #: The head of the column.
    name: str
    #: What its cells hold.
    kind: CellKind
    #: The members from the row's part to what the cell holds; of what is kept, to what holds it.
    way: Way = ()
    #: Whether no row can do without it.
    required: bool = False
    #: The codes that it takes.
    codes: type[Labelled] | None = None
    #: The tables that its ids name rows of.
    into: tuple[str, ...] = ()
    #: What is accepted where not every value of its kind is.
    accepts: str | None = None
    #: The members that have columns or tables of their own, for what is kept beside them.
    known: frozenset[str] = frozenset()

    @property
    def label(self) -> str | None:
        """The head of the column that says in words what stands here, where there is one."""
        return f"{self.name}_label" if self.codes or self.into else None

    @property
    def span(self) -> tuple[str, ...]:
        """The heads of the columns that frames give a partial date: its first and last day."""
        is_partial = self.kind is CellKind.PARTIAL_DAY
        return (f"{self.name}.earliest", f"{self.name}.latest") if is_partial else ()

    @property
    def beside(self) -> tuple[str, ...]:
        """The heads of all columns that say the same as this one in another way, for people."""
        return (*((self.label,) if self.label else ()), *self.span)


@attrs.frozen(kw_only=True)
class Table:
    """A table of a collaboration: a collection, a list in a thing, or the collaboration itself."""

    #: Its name: the members that lead there, with points between.
    name: str
    #: The way to each list that leads there, each from a part in the list before.
    lists: tuple[Way, ...]
    #: The class of the part that a row holds; None where it is a single value.
    cls: type[Thing] | None
    #: The columns that say which row it is and where it belongs.
    keys: tuple[Column, ...]
    #: The columns of what it says.
    columns: tuple[Column, ...]

    @property
    def every_column(self) -> tuple[Column, ...]:
        """Its columns in order, those that say where a row belongs first."""
        return (*self.keys, *self.columns)

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of its columns, in order."""
        return tuple(column.name for column in self.every_column)

    @property
    def is_long(self) -> bool:
        """Whether its rows belong to rows of another table than that of the collaboration."""
        return len(self.lists) > 1


def name_of(lists: tuple[Way, ...]) -> str:
    """Give the name of the table of the list that some ways lead to, each from the one before."""
    return ".".join(name for way in lists for name in way) or ROOT


@cache
def children(name: str) -> tuple[str, ...]:
    """Give the names of the long tables that belong to a table, however far down."""
    return tuple(own for own in TABLES if own.startswith(f"{name}."))


def table_named(name: str) -> Table:
    """Give the table of a name.

    Raises:
        InvalidValue: There is none.
    """
    if name not in TABLES:
        near = meant(name, TABLES)
        hint = f"; did you mean {near!r}?" if near else ""
        raise InvalidValue(f"there is no table {name!r}{hint}")
    return TABLES[name]


def _tables() -> Iterator[Table]:
    yield Table(
        name=ROOT,
        lists=(),
        cls=Collaboration,
        keys=(),
        columns=tuple(_columns(Collaboration, (), needed=True)),
    )
    yield from _lists_in(Collaboration, (), ())
    aside = _table(((SET_ASIDE,),), Shape(base=SetAside, many=True))
    # What was set aside is written back as it stood, with nothing beside it.
    own = tuple(column for column in aside.columns if column.kind is not CellKind.KEPT)
    yield attrs.evolve(aside, columns=own)


def _lists_in(cls: type[Thing], lists: tuple[Way, ...], way: Way) -> Iterator[Table]:
    """Give a table for each list that stands in a part, and those within it after it."""
    for name, shape in members(cls):
        here = (*way, name)
        if name not in BESIDE and shape.many:
            yield _table((*lists, here), shape)
            if _is_part(shape):
                yield from _lists_in(shape.base, (*lists, here), ())
        elif _is_part(shape):
            yield from _lists_in(shape.base, lists, here)


def _table(lists: tuple[Way, ...], shape: Shape) -> Table:
    columns = (
        _columns(shape.base, (), needed=True)
        if _is_part(shape)
        else [_single(_VALUE, (), shape, needed=True)]
    )
    return Table(
        name=name_of(lists),
        lists=lists,
        cls=shape.base if _is_part(shape) else None,
        keys=tuple(_keys(lists)),
        columns=tuple(columns),
    )


def _keys(lists: tuple[Way, ...]) -> Iterator[Column]:
    if len(lists) > 1:
        yield Column(name=OF, kind=CellKind.ID, into=(name_of(lists[:1]),), required=True)
        yield Column(name=OF_POSITION, kind=CellKind.PLACE)
    for way in lists[1:-1]:
        name = ".".join((*way, POSITION))
        yield Column(name=name, kind=CellKind.PLACE, required=True)
    yield Column(name=POSITION, kind=CellKind.PLACE)


def _columns(cls: type[Thing], way: Way, *, needed: bool) -> Iterator[Column]:
    defaults = {field.name: field.default for field in attrs.fields(cls)}
    for name, shape in members(cls):
        here, required = (*way, name), needed and defaults[name] is attrs.NOTHING
        if name == _KEPT:
            known = frozenset(defaults) - BESIDE
            yield Column(name=".".join(here), kind=CellKind.KEPT, way=way, known=known)
        elif name not in BESIDE and not shape.many:
            yield from _of_member(shape, here, required=required)


def _of_member(shape: Shape, way: Way, *, required: bool) -> Iterator[Column]:
    if not _is_part(shape):
        yield _single(".".join(way), way, shape, needed=required)
        return
    for column in _columns(shape.base, way, needed=required):
        # The day itself has the member's own name: `decided`, beside `decided.about`.
        own = shape.base is PartialDate and column.way == (*way, "when")
        yield attrs.evolve(column, name=".".join(way)) if own else column


def _single(name: str, way: Way, shape: Shape, *, needed: bool) -> Column:
    codes = shape.base if issubclass(shape.base, Labelled) else None
    return Column(
        name=name,
        kind=_kind(way, shape),
        way=way,
        required=needed,
        codes=codes,
        into=() if way == ("id",) else INTO.get(shape.id_kind, ()),
        accepts="; ".join(map(str, shape.bounds)) or None,
    )


def _kind(way: Way, shape: Shape) -> CellKind:
    if shape.id_kind is not None:
        return CellKind.ID
    if shape.bounds == _DECIMAL.bounds:
        return CellKind.DECIMAL
    # Of all texts, only that of a partial date is called so.
    if way[-1:] == ("when",):
        return CellKind.PARTIAL_DAY
    return CellKind.CODE if issubclass(shape.base, Labelled) else _KINDS[shape.base.__name__]


def _is_part(shape: Shape) -> bool:
    return attrs.has(shape.base) and shape.base is not JsonObject


_DECIMAL = shape_of(DecimalText)
_KINDS: Mapping[str, CellKind] = {
    "str": CellKind.TEXT,
    "int": CellKind.NUMBER,
    "bool": CellKind.TRUTH,
    "date": CellKind.DAY,
    "JsonObject": CellKind.OBJECT,
}

#: Every table by its name, each after the table that its rows belong to.
TABLES: Mapping[str, Table] = MappingProxyType({table.name: table for table in _tables()})
