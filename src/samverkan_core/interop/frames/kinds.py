"""Which type each kind of cell has in pandas, polars and Arrow, and how its value is read.

This table is the only place that says so. No type depends on the values that stand in a column: a
table without rows has the same types as one with many.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import ModuleType
from typing import Any, TypeAlias

import attrs

from samverkan_core.interop.tables.layout import CellKind

__all__ = ["CELL_TYPES", "CellType"]

#: The closed set of what may stand in a column of codes or of words for them.
Words: TypeAlias = "tuple[str, ...]"
#: Gives the type of a column in the words of a package, which is handed in.
InPackage: TypeAlias = Callable[[ModuleType, Words], Any]

#: Fifteen digits before the point and nine after it: all that a decimal text can hold.
_DIGITS = (24, 9)


@attrs.frozen(kw_only=True)
class CellType:
    """What a kind of cell is to each package (datatyp)."""

    #: The dtype in pandas.
    pandas: InPackage
    #: The data type in polars.
    polars: InPackage
    #: The type in Arrow.
    arrow: InPackage
    #: Reads the plain value of a cell in which something stands.
    read: Callable[[Any], object]


def _as_it_is(value: object) -> object:
    return value


def _named(
    pandas: str, polars: str, arrow: str, read: Callable[[Any], object] = _as_it_is
) -> CellType:
    """Give a type that each package has a name for."""
    return CellType(
        pandas=lambda _, __: pandas,
        polars=lambda package, _: getattr(package, polars),
        arrow=lambda package, _: getattr(package, arrow)(),
        read=read,
    )


# pandas would else choose by which packages are there, and so does its own `str`.
_TEXT = _named("string[python]", "String", "string")
_WHOLE = _named("Int64", "Int64", "int64")

#: What each kind of cell is. pandas has no type for exact decimals, so its columns hold `Decimal`.
CELL_TYPES: Mapping[CellKind, CellType] = {
    CellKind.TEXT: _TEXT,
    CellKind.ID: _TEXT,
    CellKind.CODE: CellType(
        pandas=lambda package, words: package.CategoricalDtype(words),
        polars=lambda package, words: package.Enum(words),
        arrow=lambda package, _: package.dictionary(package.int32(), package.string()),
        read=_as_it_is,
    ),
    CellKind.NUMBER: _WHOLE,
    CellKind.PLACE: _WHOLE,
    CellKind.DECIMAL: CellType(
        pandas=lambda _, __: "object",
        polars=lambda package, _: package.Decimal(*_DIGITS),
        arrow=lambda package, _: package.decimal128(*_DIGITS),
        read=Decimal,
    ),
    CellKind.TRUTH: _named("boolean", "Boolean", "bool_"),
    # By whole seconds pandas reaches every year that a day may have.
    CellKind.DAY: _named("datetime64[s]", "Date", "date32", dt.date.fromisoformat),
    CellKind.PARTIAL_DAY: _TEXT,
    CellKind.OBJECT: _TEXT,
    CellKind.KEPT: _TEXT,
}
