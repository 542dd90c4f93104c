"""One cell: what drivers, readers of CSV and frames give for a value, as a plain value.

Only what cannot mean anything else is taken: a moment at midnight is its day, a whole number in
text is that number, and 0 and 1 of a database without truth values are false and true. Whatever
else stands in a cell is handed on as it is, and the strict reader says what is wrong with it.
"""

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from numbers import Integral
from typing import Any, TypeAlias

from samverkan_core.findings.finding import Finding
from samverkan_core.interop.tables.layout import CellKind, Column
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import PERSONAL_NUMBER, Refused, json_type, shown
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.parse import Tree, Unreadable, admitted, parsed
from samverkan_core.values.identifiers import masked, personal_numbers
from samverkan_core.values.kept import JsonNumber, Plain
from samverkan_core.values.text import is_blank, is_whole

__all__ = ["Cell", "is_nothing", "plain_cell", "word_of"]

#: What stands in a cell, of whatever type its system has given it.
Cell: TypeAlias = Any

#: A day with the midnight that many systems write after it.
_MIDNIGHT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]00:00(?::00(?:[.]0{1,9})?)?")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,99})")
#: What frames call a value that is missing.
_MISSING = frozenset({"NAType", "NaTType"})
#: So long, in digits of either base, a number may be and still be written out.
_LONGEST = 1000
_TRUTHS = {"true": True, "false": False}


def is_nothing(cell: object) -> bool:
    """Tell whether nothing stands in a cell: None, a blank text, or what frames put for it."""
    if isinstance(cell, str):
        return is_blank(cell)
    if isinstance(cell, Decimal):
        return cell.is_nan()
    if isinstance(cell, float):
        return math.isnan(cell)
    return cell is None or type(cell).__name__ in _MISSING


def word_of(cell: object) -> str | None:
    """Give the text that a cell is compared by: of a key, a code, or a value that means nothing.

    None where a cell holds what has no one text.
    """
    if isinstance(cell, str):
        midnight = _MIDNIGHT.fullmatch(cell)
        return midnight[1] if midnight else cell
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, dt.date):
        return _day_in(cell)
    whole = _whole(cell)
    return None if whole is None else str(whole)


def plain_cell(cell: object, column: Column, limits: Limits) -> Plain:
    """Give what a cell says as a plain value.

    Raises:
        Refused: It holds what no document can hold.
    """
    if isinstance(cell, str):
        if not is_whole(cell):
            raise Refused(faults.NOT_DECODED)
        cell = str(cell)
    elif column.kind not in _COUNTED:
        _refuse_personal_number(cell)
    if column.kind in _OBJECTS:
        return _object(cell, column, limits)
    value = _READ.get(column.kind, _as_it_is)(cell)
    if value is None or type(value) not in _PLAIN:
        expected = _EXPECTED.get(column.kind, faults.JsonType.STRING)
        raise Refused(faults.WRONG_TYPE, expected=expected.code, found=json_type(cell))
    return value


def _refuse_personal_number(cell: object) -> None:
    """Refuse a personal identity number also where a system has kept it as a number."""
    whole = _whole(cell)
    for number in () if whole is None else personal_numbers(str(whole)):
        raise Refused(PERSONAL_NUMBER, number=masked(number))


def _as_it_is(cell: Cell) -> Plain:
    return cell  # type: ignore[no-any-return]  # whatever it is, its type is looked at next


def _day(cell: Cell) -> Plain:
    if not isinstance(cell, dt.date):
        return word_of(cell) if isinstance(cell, str) else _as_it_is(cell)
    day = _day_in(cell)
    if day is None:
        raise Refused(faults.BAD_DAY, found=shown(cell.isoformat()))
    return day


def _full_day(cell: Cell) -> Plain:
    whole = _whole(cell)
    if whole is not None:
        # So a spreadsheet counts days; nobody is to be told to write that number as a text.
        raise Refused(faults.BAD_DAY, found=shown(str(whole)))
    return _day(cell)


def _day_in(cell: dt.date) -> str | None:
    """Give the day, also of a moment at midnight; any other moment is no day."""
    if not isinstance(cell, dt.datetime):
        return cell.isoformat()
    beyond = cell.hour or cell.minute or cell.second or cell.microsecond
    return None if beyond else cell.date().isoformat()


def _whole(cell: object) -> int | None:
    """Give the whole number that a cell holds, however its system has typed it."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, Integral):
        whole = int(cell)
        # Of longer ones the reader says that they are too long.
        return whole if whole.bit_length() <= _LONGEST else None
    if isinstance(cell, (float, Decimal)) and _can_be_written(cell):
        exact = Fraction(cell)
        return exact.numerator if exact.denominator == 1 else None
    return None


def _can_be_written(cell: float | Decimal) -> bool:
    if isinstance(cell, float):
        return math.isfinite(cell)
    return cell.is_finite() and abs(cell.adjusted()) <= _LONGEST


def _number(cell: Cell) -> Plain:
    if isinstance(cell, str):
        return JsonNumber(cell) if _WHOLE.fullmatch(cell) else cell
    whole = _whole(cell)
    return _as_it_is(cell) if whole is None else whole


def _place(cell: Cell) -> Plain:
    number = _number(cell)
    place = int(number.text) if isinstance(number, JsonNumber) else number
    if type(place) is not int or place < 1:
        raise Refused(faults.OUT_OF_BOUNDS, found=shown(str(cell)), accepted="1, 2, 3 …")
    return place


def _decimal(cell: Cell) -> Plain:
    if isinstance(cell, Decimal) and _can_be_written(cell):
        return format(cell, "f")
    if isinstance(cell, float):
        return repr(float(cell))
    whole = _whole(cell)
    return _as_it_is(cell) if whole is None else str(whole)


def _truth(cell: Cell) -> Plain:
    if isinstance(cell, str):
        return _TRUTHS.get(cell, cell)
    # Databases that have no truth values keep 0 and 1 for them.
    whole = _whole(cell)
    return _as_it_is(cell) if whole not in {0, 1} else whole == 1


def _object(cell: object, column: Column, limits: Limits) -> Plain:
    """Give the object that stands in a cell as JSON; what is kept names no member of its own."""
    tree = _tree(cell, limits) if isinstance(cell, str) else None
    if not isinstance(tree, dict) or not column.known.isdisjoint(tree):
        raise Refused(faults.NOT_KEPT)
    return tree


def _tree(text: str, limits: Limits) -> Tree:
    try:
        tree = parsed(text, limits)
    except Unreadable:
        return None
    for finding in admitted(tree, limits):
        raise _again(finding)
    return tree


def _again(finding: Finding) -> Refused:
    return Refused(finding.notice, **dict(finding.data))


_READ: Mapping[CellKind, Callable[[Cell], Plain]] = {
    CellKind.NUMBER: _number,
    CellKind.PLACE: _place,
    CellKind.DECIMAL: _decimal,
    CellKind.TRUTH: _truth,
    CellKind.DAY: _full_day,
    CellKind.PARTIAL_DAY: _day,
}
_OBJECTS = frozenset({CellKind.OBJECT, CellKind.KEPT})
#: What counts or measures something: any number may stand there, as in a document.
_COUNTED = frozenset({CellKind.NUMBER, CellKind.PLACE, CellKind.DECIMAL})
#: What a plain value may be, by its very type: what is merely like one is no JSON.
_PLAIN = frozenset({str, int, float, bool, JsonNumber})
_EXPECTED = {
    CellKind.NUMBER: faults.JsonType.INTEGER,
    CellKind.PLACE: faults.JsonType.INTEGER,
    CellKind.TRUTH: faults.JsonType.BOOLEAN,
}
