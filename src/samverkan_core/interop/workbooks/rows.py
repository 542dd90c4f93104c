"""The sheets of a workbook as rows of tables, each with the place that it comes from."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from samverkan_core.findings.finding import Datum, Finding
from samverkan_core.interop.tables.cells import Cell
from samverkan_core.interop.tables.layout import CellKind, Column
from samverkan_core.interop.tables.lines import Source, sources_of
from samverkan_core.interop.tables.mapping import ColumnMapping, TablesMapping
from samverkan_core.interop.workbooks.around import Merged
from samverkan_core.interop.workbooks.choices import choices, meant_by
from samverkan_core.interop.workbooks.heads import Heads, heads_of
from samverkan_core.interop.workbooks.names import is_choices, sheet_names, table_called
from samverkan_core.interop.workbooks.places import RowPlace, at_cell, at_row, at_sheet
from samverkan_core.interop.workbooks.sheets import Sheet
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused, alike, shown
from samverkan_core.serialization.faults import Wanted
from samverkan_core.serialization.limits import Limits
from samverkan_core.values.labels import LANGUAGES

__all__ = ["Found", "rows_of"]

#: The cells of a row that are merged with others, by the number of their column.
_Marks: TypeAlias = "Mapping[int, Merged]"

_DAYS = frozenset({CellKind.DAY, CellKind.PARTIAL_DAY})
_WANTED: Mapping[CellKind, Wanted] = {
    CellKind.NUMBER: Wanted.WHOLE,
    CellKind.PLACE: Wanted.WHOLE,
    CellKind.DECIMAL: Wanted.NUMBER,
    CellKind.TRUTH: Wanted.WORD,
    CellKind.CODE: Wanted.WORD,
}


@attrs.frozen(kw_only=True)
class Found:
    """What a workbook holds, as rows of tables."""

    #: The rows of each table, by the name that it is read under.
    tables: Mapping[str, list[Mapping[str, Cell]]]
    #: The place of each of those rows.
    places: Mapping[str, list[RowPlace]]
    #: What is chosen from in each column that is chosen in, by table and head.
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    #: The sheet of each table; the first, where it has several.
    sheets: Mapping[str, str]
    #: What is wrong with sheets, headings and columns.
    findings: tuple[Finding, ...]


def rows_of(sheets: Iterable[Sheet], mapping: TablesMapping, limits: Limits) -> Found:
    """Give the rows of every sheet that stands for a table, and say what was not read.

    Raises:
        Refused: More cells are merged than are read.
    """
    tables: defaultdict[str, list[Mapping[str, Cell]]] = defaultdict(list)
    places: defaultdict[str, list[RowPlace]] = defaultdict(list)
    words: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    titles: dict[str, str] = {}
    findings: list[Finding] = []
    for sheet in sheets:
        name = _table_of(sheet.title, mapping)
        if name is None:
            findings += _unread(sheet, mapping)
            continue
        titles.setdefault(name, sheet.title)
        heads, found = heads_of(sheet, sources_of(name, mapping))
        findings += (*found, *_without_head(sheet, heads), *_hidden(sheet))
        readers = {head: _Reader.of(head, heads.sources, mapping) for head in heads.read.values()}
        words[name] |= {head: reader.words for head, reader in readers.items()}
        for number, row in _table_rows(sheet, heads, readers, limits):
            tables[name].append(row)
            columns = {head: at for at, head in heads.read.items()}
            places[name].append(RowPlace(sheet=sheet.title, number=number, columns=columns))
    return Found(tables=tables, places=places, words=words, sheets=titles, findings=tuple(findings))


# --- sheets ----------------------------------------------------------------------------------


def _table_of(title: str, mapping: TablesMapping) -> str | None:
    """Give the name under which the rows of a sheet are read; None where nobody knows it."""
    return title if title in _mapped(mapping) else table_called(title)


def _mapped(mapping: TablesMapping) -> tuple[str, ...]:
    return tuple(one.source or one.table for one in mapping.tables)


def _unread(sheet: Sheet, mapping: TablesMapping) -> Iterator[Finding]:
    if sheet.rows and not is_choices(sheet.title):
        known = alike(sheet.title, dict.fromkeys((*_mapped(mapping), *sheet_names())))
        data: dict[str, Datum] = {"table": shown(sheet.title), "known": known}
        yield at_sheet(faults.TABLE_UNREAD, sheet.title, data)


def _hidden(sheet: Sheet) -> Iterator[Finding]:
    rows = [number for number, _ in sheet.rows[1:] if number in sheet.hidden_rows]
    if rows:
        yield at_row(faults.HIDDEN_ROWS, sheet.title, rows[0], {"count": len(rows)})
    if sheet.hidden and sheet.rows:
        yield at_sheet(faults.HIDDEN_SHEET, sheet.title)


def _without_head(sheet: Sheet, heads: Heads) -> Iterator[Finding]:
    """Say of each column without a heading, at the first cell in which something stands."""
    first: dict[int, int] = {}
    for number, cells in sheet.rows[1:]:
        for at in cells.keys() - heads.headed:
            first.setdefault(at, number)
    for at, number in first.items():
        yield at_cell(faults.NO_HEAD, sheet.title, (number, at))


# --- rows ------------------------------------------------------------------------------------


def _table_rows(
    sheet: Sheet, heads: Heads, readers: Mapping[str, "_Reader"], limits: Limits
) -> Iterator[tuple[int, Mapping[str, Cell]]]:
    marks = _marks(sheet, heads, limits)
    for number, cells in sheet.rows[1:]:
        row = {
            head: readers[head].meant(cells[at]) for at, head in heads.read.items() if at in cells
        }
        # A row that nothing stands in is no row, though it may be a part of merged cells.
        if row:
            yield number, {**row, **_merged(marks.get(number, {}), heads)}


def _marks(sheet: Sheet, heads: Heads, limits: Limits) -> Mapping[int, _Marks]:
    """Say of each row which of its cells are merged with others."""
    numbers = [number for number, _ in sheet.rows[1:]]
    marks: defaultdict[int, dict[int, Merged]] = defaultdict(dict)
    left = limits.objects
    for area in sheet.merged:
        columns = [at for at in heads.read if area.columns[0] <= at <= area.columns[1]]
        if not columns:
            continue
        top, bottom = bisect_left(numbers, area.rows[0]), bisect_right(numbers, area.rows[1])
        left -= len(columns) * (bottom - top)
        if left < 0:
            raise Refused(faults.TOO_MANY, limit=limits.objects)
        for number in numbers[top:bottom]:
            marks[number] |= dict.fromkeys(columns, area)
    return marks


def _merged(marks: _Marks, heads: Heads) -> Mapping[str, Cell]:
    """Give why merged cells cannot be read: said at the first of them in a row, once is enough."""
    cells: dict[str, Cell] = {}
    told: set[str] = set()
    for at, area in marks.items():
        refused = Refused(faults.MERGED, cells=area.cells)
        cells[heads.read[at]] = None if area.cells in told else refused
        told.add(area.cells)
    return cells


@attrs.frozen(kw_only=True)
class _Reader:
    """How the cells of one column are read."""

    #: The column, where the sheet's column answers to that one alone.
    column: Column | None
    #: Words that mean something else than the words that people choose.
    taken: frozenset[str]

    @classmethod
    def of(cls, head: str, sources: tuple[Source, ...], mapping: TablesMapping) -> "_Reader":
        answers = [answer for one in sources for answer in one.columns.get(head, ())]
        column = answers[0][0] if len(answers) == 1 else None
        taken = {word for _, mapped in answers for word in _own_words(mapped)}
        return cls(column=column, taken=frozenset((*mapping.absent, *taken)))

    @property
    def words(self) -> tuple[str, ...]:
        """The words and codes that may be chosen here, in both languages."""
        if self.column is None or self.column.codes is None:
            return ()
        codes = (one.code for one in self.column.codes)
        spoken = (word for lang in LANGUAGES for word in choices(self.column, lang))
        return tuple(dict.fromkeys((*spoken, *codes)))

    def meant(self, cell: Cell) -> Cell:
        """Give what a cell means: the code for a word that was chosen, else what it holds."""
        if self.column is None or (isinstance(cell, str) and cell in self.taken):
            return cell
        if isinstance(cell, str):
            meant = meant_by(self.column, cell)
            return cell if meant is None else meant
        if isinstance(cell, (dt.date, dt.time, dt.timedelta)) and self.column.kind not in _DAYS:
            wanted = _WANTED.get(self.column.kind, Wanted.TEXT)
            return Refused(faults.DATED, expected=wanted.code)
        return cell


def _own_words(mapped: ColumnMapping) -> Iterator[str]:
    yield from mapped.absent
    yield from (one.word for one in mapped.codes or ())
