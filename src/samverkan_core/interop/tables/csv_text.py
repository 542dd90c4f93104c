"""Tables as the text of CSV files, as Swedish spreadsheets write and read them.

Cells are parted by semicolons, as everywhere where the comma is the decimal mark; commas and tabs
are read too, and whatever mark a first line like `sep=;` names, as Excel writes and reads it. Lines
above the heads that begin with `# ` are remarks for whoever fills in the table.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from itertools import dropwhile

from samverkan_core.errors import InvalidValue
from samverkan_core.interop.tables.cells import Cell
from samverkan_core.interop.tables.layout import CellKind, Column, Table
from samverkan_core.values.labels import Lang, language

__all__ = ["csv_rows", "csv_template", "csv_text", "described"]

#: What parts the cells of a row, in the order in which it is looked for.
_DELIMITERS = (";", "\t", ",")
_REMARK = "# "
#: The first line by which Excel is told what parts the cells: any mark but a letter or a quote.
_SEPARATOR = re.compile(r"sep=([^\w\s\"]|\t)(?:\r\n|\r|\n|\Z)", re.IGNORECASE)

_WORDS: Mapping[Lang, Mapping[str, str]] = {
    "sv": {
        "required": "krävs",
        "of": "id på raden i {into} som raden hör till",
        "of_position": "platsen för den raden, om flera har samma id",
        "into": "id i {into}",
        "id": "radens eget id, ett enda i hela dokumentet",
        "accepts": "{kind}, till exempel {accepts}",
        "bounds": "{kind}, {accepts}",
        "codes": "en av {codes}",
        "or": "eller",
    },
    "en": {
        "required": "required",
        "of": "id of the row in {into} that the row belongs to",
        "of_position": "the place of that row, where several have the same id",
        "into": "id in {into}",
        "id": "the row's own id, one only in the whole document",
        "accepts": "{kind}, for instance {accepts}",
        "bounds": "{kind}, {accepts}",
        "codes": "one of {codes}",
        "or": "or",
    },
}


def csv_text(heads: Iterable[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """Write rows as CSV; an empty cell says that nothing stands there."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=_DELIMITERS[0])
    names = tuple(heads)
    writer.writerow(names)
    writer.writerows([_written(row.get(name)) for name in names] for row in rows)
    return written.getvalue()


def csv_template(table: Table, lang: Lang = "sv") -> str:
    """Write an empty table as CSV: what each column holds in remarks, then the heads."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=_DELIMITERS[0])
    writer.writerows([f"{_REMARK}{described(column, lang)}"] for column in table.every_column)
    return written.getvalue() + csv_text(table.heads, ())


def csv_rows(text: str) -> list[dict[str | None, Cell]]:
    """Read the rows of a CSV text, each a mapping from head to cell.

    Where a row has more cells than there are heads, those stand under None. A head that stands
    twice has its number after it the second time, so that neither of the two is taken for granted.

    Raises:
        InvalidValue: It is no CSV; a quote that is never closed, say.
    """
    text = text.removeprefix("\ufeff")
    said = _SEPARATOR.match(text)
    lines = _without_remarks(text[said.end() :] if said else text)
    reader = csv.reader(lines, delimiter=said[1] if said else _delimiter(lines), strict=True)
    try:
        heads = _told_apart(next(reader, []))
        return [_row(heads, cells) for cells in reader if cells]
    except csv.Error as error:
        raise InvalidValue(f"line {reader.line_num} after the remarks: {error}") from None


def described(column: Column, lang: Lang = "sv") -> str:
    """Say what a column holds, for whoever fills in the table."""
    required = f" ({_WORDS[language(lang)]['required']})" if column.required else ""
    return f"{column.name}{required}: {_holds(column, lang)}"


def _holds(column: Column, lang: Lang) -> str:
    say, kind = _WORDS[language(lang)], column.kind.label(lang)
    if column.name in say:
        return say[column.name].format(into=", ".join(column.into))
    if column.codes is not None:
        codes = (f"{member.code} ({member.label(lang)})" for member in column.codes)
        return say["codes"].format(codes=", ".join(codes))
    if column.into:
        return say["into"].format(into=f" {say['or']} ".join(column.into))
    if column.accepts is not None:
        key = "bounds" if column.kind is CellKind.NUMBER else "accepts"
        return say[key].format(kind=kind, accepts=column.accepts)
    return kind


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _without_remarks(text: str) -> list[str]:
    lines = io.StringIO(text, newline="").readlines()
    return list(dropwhile(_is_remark, lines))


def _is_remark(line: str) -> bool:
    # A spreadsheet puts quotes around a remark that has a delimiter in it.
    return line.removeprefix('"').startswith(_REMARK) or not line.strip(";,\t\r\n ")


def _delimiter(lines: list[str]) -> str:
    heads = lines[0] if lines else ""
    return next((mark for mark in _DELIMITERS if mark in heads), _DELIMITERS[0])


def _told_apart(heads: Iterable[str]) -> list[str]:
    seen: dict[str, int] = {}
    return [_numbered(head, seen) for head in heads]


def _numbered(head: str, seen: dict[str, int]) -> str:
    seen[head] = seen.get(head, 0) + 1
    return head if seen[head] == 1 or not head else f"{head} ({seen[head]})"


def _row(heads: list[str], cells: list[str]) -> dict[str | None, Cell]:
    row: dict[str | None, Cell] = dict(zip(heads, cells, strict=False))
    more = [cell for cell in cells[len(heads) :] if cell]
    return {**row, None: more} if more else row
