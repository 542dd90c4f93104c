"""What openpyxl does not tell of a sheet that it reads row by row: gone through beforehand."""

from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING

import attrs

from samverkan_core.interop.workbooks.package import MOST_ROWS
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused
from samverkan_core.serialization.faults import Unopened

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Around", "Merged", "around_cells"]

#: Where the names of a sheet's elements belong. Of a sheet with others openpyxl reads no row.
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TRUE = frozenset({"1", "true"})
_DIGITS = "0123456789"


@attrs.frozen(kw_only=True)
class Merged:
    """Cells that are merged into one (sammanfogade celler)."""

    #: Which, as Excel writes it: A2:B4.
    cells: str
    #: The first and the last row.
    rows: tuple[int, int]
    #: The first and the last column.
    columns: tuple[int, int]


@attrs.frozen(kw_only=True)
class Around:
    """What a sheet says beside its cells."""

    #: How many rows it tells of.
    rows: int
    #: The number of the last in which something stands; 0 where nothing does.
    last: int
    #: How many cells those rows have, up to the last of each.
    cells: int
    #: The numbers of hidden rows.
    hidden_rows: frozenset[int]
    #: Cells that are merged.
    merged: tuple[Merged, ...]


def around_cells(part: IO[bytes]) -> Around:
    """Go through the elements of a sheet.

    Raises:
        Refused: It has a form of which nothing is read, or rows or cells that do not follow each
            other, so that some would be left out in silence.
    """
    from openpyxl.xml.functions import iterparse

    going = _Going()
    tell: Mapping[str, Callable[[Element], None]] = {
        f"{_MAIN}c": going.tell_cell,
        f"{_MAIN}row": going.tell_row,
        f"{_MAIN}mergeCell": going.tell_merged,
    }
    for _, element in iterparse(part):
        if element.tag in tell:
            tell[element.tag](element)
        elif element.tag.endswith("}worksheet") and not element.tag.startswith(_MAIN):
            raise Refused(faults.NO_WORKBOOK, reason=Unopened.STRICT.code)
        element.clear()
    return Around(
        rows=going.rows,
        last=going.last,
        cells=going.cells,
        hidden_rows=frozenset(going.hidden),
        merged=tuple(going.merged),
    )


class _Going:
    """What has been told of a sheet so far: its cells come before the row that they stand in."""

    __slots__ = ("_at", "_holds", "_row", "cells", "hidden", "last", "merged", "rows")

    def __init__(self) -> None:
        self.rows, self.last, self.cells = 0, 0, 0
        self.hidden: set[int] = set()
        self.merged: list[Merged] = []
        self._row, self._at, self._holds = 0, 0, False

    def tell_cell(self, element: "Element") -> None:
        from openpyxl.utils import column_index_from_string

        name = element.get("r")
        letters = "" if name is None else name.rstrip(_DIGITS)
        self._at = _after(self._at, column_index_from_string(letters) if letters else None)
        self._holds = self._holds or len(element) > 0

    def tell_row(self, element: "Element") -> None:
        number = element.get("r")
        self._row = _after(self._row, None if number is None else int(number))
        if self._row > MOST_ROWS:
            raise _broken()
        self.last = self._row if self._holds else self.last
        self.rows, self.cells = self.rows + 1, self.cells + self._at
        self._at, self._holds = 0, False
        if element.get("hidden") in _TRUE:
            self.hidden.add(self._row)

    def tell_merged(self, element: "Element") -> None:
        from openpyxl.utils import range_boundaries

        cells = element.get("ref", "")
        left, top, right, bottom = range_boundaries(cells)
        if left is None or top is None or right is None or bottom is None:
            raise _broken()
        self.merged.append(Merged(cells=cells, rows=(top, bottom), columns=(left, right)))


def _after(last: int, number: int | None) -> int:
    """Give the number of a row or a column, which is greater than that of the one before it."""
    own = last + 1 if number is None else number
    if own <= last:
        raise _broken()
    return own


def _broken() -> Refused:
    return Refused(faults.NO_WORKBOOK, reason=Unopened.BROKEN.code)
