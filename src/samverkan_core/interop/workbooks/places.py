"""Where something stands in a workbook, and how a finding says so."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from samverkan_core.findings.finding import Datum, Finding, Notice
from samverkan_core.serialization.fault import at_place, shown

__all__ = ["RowPlace", "at_cell", "at_row", "at_sheet", "cell_name"]


@attrs.frozen(kw_only=True)
class RowPlace:
    """A row of a sheet that is a row of a table."""

    #: The name of the sheet.
    sheet: str
    #: Its number on the sheet, from 1.
    number: int
    #: The head of each column that was read -> the number of the column on the sheet.
    columns: Mapping[str, int]


def at_sheet(
    notice: Notice, sheet: str, data: Mapping[str, Datum] = MappingProxyType({})
) -> Finding:
    """Say a fault of a sheet as a whole."""
    return at_place(notice, (sheet,), {"sheet": shown(sheet), **data})


def at_row(
    notice: Notice, sheet: str, row: int, data: Mapping[str, Datum] = MappingProxyType({})
) -> Finding:
    """Say a fault of a row of a sheet."""
    return at_place(notice, (sheet, row), {"sheet": shown(sheet), "row": row, **data})


def at_cell(
    notice: Notice,
    sheet: str,
    cell: tuple[int, int],
    data: Mapping[str, Datum] = MappingProxyType({}),
) -> Finding:
    """Say a fault of a cell, which is given by its row and its column."""
    row, name = cell[0], cell_name(*cell)
    place = (sheet, row, name.removesuffix(str(row)))
    return at_place(notice, place, {"sheet": shown(sheet), "row": row, "cell": name, **data})


def cell_name(row: int, column: int) -> str:
    """Give the name by which Excel calls a cell: C7."""
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column)}{row}"
