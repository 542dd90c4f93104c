"""The pages of a workbook as people see them: headings with notes, formats, filters and lists."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

import attrs

from samverkan_core.errors import InvalidValue, MissingExtra
from samverkan_core.interop.tables.layout import CellKind, Column, Table
from samverkan_core.interop.tables.write import Row
from samverkan_core.interop.workbooks.cells import Given, given
from samverkan_core.interop.workbooks.choices import choices
from samverkan_core.interop.workbooks.names import CHOICES, heading, sheet_name
from samverkan_core.interop.workbooks.notes import note
from samverkan_core.interop.workbooks.package import MOST_ROWS, without_moments
from samverkan_core.values.labels import Lang, language

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Page", "book_of"]

#: The words of a choice list -> its column on the sheet of choices.
_Lists: TypeAlias = "dict[tuple[str, ...], int]"

#: So many rows below what is written have choice lists too.
_ROOM = 1_000
_DAY_FORMAT, _TEXT_FORMAT = "yyyy-mm-dd", "@"
#: Text, or Excel would make a day of a month, a number of a year, and a formula of an id.
_FORMATS: Mapping[CellKind, str] = {
    CellKind.DAY: _DAY_FORMAT,
    CellKind.PARTIAL_DAY: _TEXT_FORMAT,
    CellKind.TEXT: _TEXT_FORMAT,
    CellKind.ID: _TEXT_FORMAT,
    CellKind.OBJECT: _TEXT_FORMAT,
    CellKind.KEPT: _TEXT_FORMAT,
}
#: The colour behind a heading, by whether the column must be filled in.
_COLOURS = {False: "DCE6EE", True: "F6E3B4"}
#: How wide a column is at least and at most, in characters, and what the filter's button takes.
_NARROWEST, _WIDEST, _BESIDE = 10, 48, 3
#: How large a note is, in pixels.
_HEIGHT, _WIDTH = 120, 280
_WRONG: Mapping[Lang, str] = {
    "sv": "Välj ett av orden i listan, eller töm cellen.",
    "en": "Choose one of the words in the list, or empty the cell.",
}


@attrs.frozen(kw_only=True)
class Page:
    """What a sheet is to show: a table, some of its columns, and its rows."""

    #: The table.
    table: Table
    #: The columns that are shown.
    columns: tuple[Column, ...]
    #: The rows.
    rows: Sequence[Row]


def book_of(pages: Iterable[Page], lang: Lang) -> bytes:
    """Write pages as a workbook, with a sheet that nobody need see for the lists to choose from.

    Raises:
        InvalidValue: A text or a table is longer than Excel takes.
        MissingExtra: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as missing:
        raise MissingExtra("excel", "openpyxl") from missing
    book, lists = Workbook(), dict[tuple[str, ...], int]()
    book.remove(book.worksheets[0])
    styles = {required: _head_style(required=required) for required in _COLOURS}
    for page in pages:
        _add_sheet(book, page, styles, lists, language(lang))
    _add_choices(book, lists, lang)
    return without_moments(_saved(book))


def _saved(book: "Workbook") -> bytes:
    """Give a workbook as a file without a file: nothing of it is put on the disk meanwhile."""
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    data = BytesIO()
    package = ZipFile(data, "w", ZIP_DEFLATED)

    class InMemory(ExcelWriter):
        """Writes sheets as openpyxl does, which would take a temporary file for each."""

        def write_worksheet(self, ws: "Worksheet") -> None:
            out = BytesIO()
            writer = WorksheetWriter(ws, out)
            writer.write()
            vars(ws).update(_drawing=SpreadsheetDrawing(), _rels=vars(writer)["_rels"])
            package.writestr(ws.path[1:], out.getvalue())
            self.manifest.append(ws)

    InMemory(book, package).save()
    return data.getvalue()


def _head_style(*, required: bool) -> "NamedStyle":
    from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill

    return NamedStyle(
        name="Required" if required else "Heading",
        font=Font(bold=True),
        fill=PatternFill("solid", fgColor=_COLOURS[required]),
        alignment=Alignment(wrap_text=True, vertical="top"),
    )


def _add_sheet(
    book: "Workbook",
    page: Page,
    styles: Mapping[bool, "NamedStyle"],
    lists: _Lists,
    lang: Lang,
) -> None:
    from openpyxl.comments import Comment
    from openpyxl.utils import get_column_letter

    if len(page.rows) >= MOST_ROWS:
        raise InvalidValue(f"the table {page.table.name!r} has more rows than a sheet of Excel")
    sheet = book.create_sheet(sheet_name(page.table, lang))
    last, letter = len(page.rows) + 1, "A"
    for number, column in enumerate(page.columns, start=1):
        letter = get_column_letter(number)
        head = sheet.cell(1, number, heading(page.table, column, lang))
        head.style = styles[column.required]
        head.comment = Comment(
            note(page.table, column, lang), "samverkan_core", height=_HEIGHT, width=_WIDTH
        )
        longest = max(len(str(head.value)), _fill(sheet, number, page, column, lang))
        own = sheet.column_dimensions[letter]
        own.width = min(max(longest + _BESIDE, _NARROWEST), _WIDEST)
        own.number_format = _FORMATS.get(column.kind, "General")
        _let_choose(sheet, f"{letter}2:{letter}{last + _ROOM}", choices(column, lang), lists, lang)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letter}{last}"


def _fill(sheet: "Worksheet", number: int, page: Page, column: Column, lang: Lang) -> int:
    """Fill a column, and say how long the longest of its cells is."""
    longest = 0
    for at, row in enumerate(page.rows, start=1):
        value = _given(page.table, column, at, row, lang)
        if value is not None:
            _keep_as_it_is(sheet.cell(at + 1, number, value), value)
            longest = max(longest, len(str(value)))
    return longest


def _given(table: Table, column: Column, at: int, row: Row, lang: Lang) -> Given:
    try:
        return given(column, row[column.name], lang)
    except InvalidValue as error:
        where = f"the table {table.name!r}, row {at}, column {column.name!r}"
        raise InvalidValue(f"{where}: {error}; write CSV files instead") from None


def _keep_as_it_is(cell: "Cell", value: Given) -> None:
    if isinstance(value, str):
        # A text that begins with = is a text, and so is one that looks like an error of Excel.
        cell.data_type = "s"
        cell.number_format = _TEXT_FORMAT
    elif not isinstance(value, (int, float)):
        cell.number_format = _DAY_FORMAT


def _let_choose(
    sheet: "Worksheet", cells: str, words: tuple[str, ...], lists: _Lists, lang: Lang
) -> None:
    """Let cells be chosen from a list of words, which stands once for all that choose from it."""
    if not words:
        return
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(lists.setdefault(words, len(lists) + 1))
    where = f"'{CHOICES[lang]}'!${letter}$1:${letter}${len(words)}"
    rule = DataValidation(type="list", formula1=where, allow_blank=True, showErrorMessage=True)
    rule.error = _WRONG[lang]
    rule.add(cells)
    sheet.add_data_validation(rule)


def _add_choices(book: "Workbook", lists: _Lists, lang: Lang) -> None:
    """Write the words that are chosen from on a sheet of their own, which need not be seen."""
    sheet = book.create_sheet(CHOICES[lang])
    sheet.sheet_state = "hidden"
    for words, number in lists.items():
        for row, word in enumerate(words, start=1):
            sheet.cell(row, number, word)
