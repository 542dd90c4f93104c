"""A collaboration as a workbook of Excel, and the empty workbook that is filled in.

Each table that has rows is a sheet. Headings, words and names of sheets are Swedish or English, and
what is chosen is chosen from lists.
"""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from samverkan_core.errors import InvalidValue, MissingExtra, meant
from samverkan_core.interop.tables.layout import (
    OF_POSITION,
    ROOT,
    SET_ASIDE,
    TABLES,
    CellKind,
    Column,
    Table,
    children,
)
from samverkan_core.interop.tables.write import Row, all_rows
from samverkan_core.interop.workbooks.cells import Given, given
from samverkan_core.interop.workbooks.choices import choices
from samverkan_core.interop.workbooks.names import CHOICES, heading, sheet_name
from samverkan_core.interop.workbooks.notes import note
from samverkan_core.interop.workbooks.package import MOST_ROWS, without_moments
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.versions import MEMBER
from samverkan_core.values.labels import Lang, language

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["workbook", "workbook_template"]

#: A table, those of its columns that are written, and its rows.
_Sheet: TypeAlias = "tuple[Table, tuple[Column, ...], list[Row]]"
#: The words of a choice list -> its column on the sheet of choices.
_Lists: TypeAlias = "dict[tuple[str, ...], int]"

#: So many rows below what is written have choice lists and formats too.
_ROOM = 1_000
_DAY_FORMAT, _TEXT_FORMAT = "yyyy-mm-dd", "@"
_FORMATS: Mapping[CellKind, str] = {
    CellKind.DAY: _DAY_FORMAT,
    # Text, or Excel would make a day of a month, and a number of a year.
    CellKind.PARTIAL_DAY: _TEXT_FORMAT,
    **dict.fromkeys((CellKind.TEXT, CellKind.ID), _TEXT_FORMAT),
    **dict.fromkeys((CellKind.OBJECT, CellKind.KEPT), _TEXT_FORMAT),
}
_NARROWEST, _WIDEST, _MEASURED = 10, 48, 200
_WRONG: Mapping[Lang, str] = {
    "sv": "Välj ett av orden i listan, eller töm cellen.",
    "en": "Choose one of the words in the list, or empty the cell.",
}


def workbook(collab: Collaboration, *, lang: Lang = "sv") -> bytes:
    """Write a collaboration as a workbook: `from_workbook` reads it back equal.

    There is a sheet for the collaboration itself and for each table that has rows. Columns for what
    has no column of its own are left out where nothing stands in them. What is withheld from views
    is not withheld here: this is the document itself in another form. Equal collaborations give
    equal bytes.

    Raises:
        InvalidValue: A text or a table is longer than Excel takes.
        MissingExtra: openpyxl is not installed.
        PersonalNumberFound: A personal identity number stands in one of its texts.
        UnknownLanguage: There are no texts in the language.
    """
    held = ((TABLES[name], rows) for name, rows in all_rows(collab).items() if rows)
    return _written(((table, tuple(_used(table, rows)), rows) for table, rows in held), lang)


def workbook_template(*, kinds: Iterable[str] = (), lang: Lang = "sv") -> bytes:
    """Write an empty workbook: a sheet for each table, with lists to choose from and notes.

    Args:
        kinds: The tables that are wanted, each with the long tables that belong to it; all where
            none is named. The collaboration's own sheet is always there.
        lang: The language of names, headings, words and notes.

    Raises:
        InvalidValue: There is no table of a name.
        MissingExtra: openpyxl is not installed.
        UnknownLanguage: There are no texts in the language.
    """
    asked = dict.fromkeys((ROOT, *_asked(tuple(kinds))))
    tables = (TABLES[name] for name in asked)
    return _written(((table, tuple(_filled_in(table)), []) for table in tables), lang)


def _asked(kinds: tuple[str, ...]) -> Iterable[str]:
    for name in kinds:
        if name not in TABLES:
            near = meant(name, TABLES)
            hint = f"; did you mean {near!r}?" if near else ""
            raise InvalidValue(f"there is no table {name!r}{hint}")
    own = [one for name in kinds for one in (name, *children(name))]
    # What was set aside is read back, and not filled in.
    return own or (name for name in TABLES if name != SET_ASIDE)


def _used(table: Table, rows: list[Row]) -> Iterable[Column]:
    for column in table.every_column:
        if not _is_aside(column) or any(row[column.name] is not None for row in rows):
            yield column


def _filled_in(table: Table) -> Iterable[Column]:
    return (one for one in table.every_column if not _is_aside(one) and one.name != MEMBER)


def _is_aside(column: Column) -> bool:
    return column.kind is CellKind.KEPT or column.name == OF_POSITION


# --- the workbook ----------------------------------------------------------------------------


def _written(sheets: Iterable[_Sheet], lang: Lang) -> bytes:
    try:
        from openpyxl import Workbook
    except ImportError as missing:
        raise MissingExtra("excel", "openpyxl") from missing
    book, lists = Workbook(), dict[tuple[str, ...], int]()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _add_sheet(book, sheet, lists, language(lang))
    _add_choices(book, lists, lang)
    data = BytesIO()
    book.save(data)
    return without_moments(data.getvalue())


def _add_sheet(book: "Workbook", sheet: _Sheet, lists: _Lists, lang: Lang) -> None:
    table, columns, rows = sheet
    if len(rows) >= MOST_ROWS:
        raise InvalidValue(f"the table {table.name!r} has {len(rows)} rows: a sheet holds fewer")
    page = book.create_sheet(sheet_name(table, lang))
    for number, column in enumerate(columns, start=1):
        _head(page.cell(1, number), table, column, lang)
        for row, held in enumerate(rows, start=2):
            _fill(page.cell(row, number), column, _given(table, column, row, held, lang))
        letter, words = _shape(page, number, column), choices(column, lang)
        if words:
            cells = f"{letter}2:{letter}{len(rows) + 1 + _ROOM}"
            _let_choose(page, cells, words, lists, lang)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions


def _given(table: Table, column: Column, number: int, row: Row, lang: Lang) -> Given:
    try:
        return given(column, row[column.name], lang)
    except InvalidValue as error:
        raise InvalidValue(
            f"the table {table.name!r}, row {number - 1}, column {column.name!r}: {error}. "
            "Write CSV files instead"
        ) from None


def _head(cell: "Cell", table: Table, column: Column, lang: Lang) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.value = heading(table, column, lang)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.fill = PatternFill("solid", fgColor="DCE6EE" if not column.required else "F6E3B4")
    cell.comment = Comment(note(table, column, lang), "samverkan_core", height=120, width=280)


def _fill(cell: "Cell", column: Column, value: Given) -> None:
    cell.value = value
    if isinstance(value, str):
        # A text that begins with = is a text, and so is one that is called as an error of Excel.
        cell.data_type = "s"
        cell.number_format = _TEXT_FORMAT
    elif column.kind in {CellKind.DAY, CellKind.PARTIAL_DAY}:
        cell.number_format = _DAY_FORMAT


def _shape(page: "Worksheet", number: int, column: Column) -> str:
    """Make a column as wide as what stands in it, format its empty cells, and give its letter."""
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(number)
    own = page.column_dimensions[letter]
    cells = next(page.iter_cols(number, number, 1, _MEASURED, values_only=True))
    longest = max(len(str(cell)) for cell in cells if cell is not None)
    own.width = min(max(longest + 3, _NARROWEST), _WIDEST)
    own.number_format = _FORMATS.get(column.kind, "General")
    return letter


def _let_choose(
    page: "Worksheet", cells: str, words: tuple[str, ...], lists: _Lists, lang: Lang
) -> None:
    """Let cells be chosen from a list of words, which stands once for all that choose from it."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(lists.setdefault(words, len(lists) + 1))
    where = f"'{CHOICES[lang]}'!${letter}$1:${letter}${len(words)}"
    rule = DataValidation(type="list", formula1=where, allow_blank=True, showErrorMessage=True)
    rule.error = _WRONG[lang]
    rule.add(cells)
    page.add_data_validation(rule)


def _add_choices(book: "Workbook", lists: _Lists, lang: Lang) -> None:
    """Write the words that are chosen from on a sheet of their own, which need not be seen."""
    page = book.create_sheet(CHOICES[lang])
    page.sheet_state = "hidden"
    for words, number in lists.items():
        for row, word in enumerate(words, start=1):
            page.cell(row, number).value = word
