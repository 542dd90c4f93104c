"""The rows of a system's tables as lines of ours: mapped, pseudonymised, each cell by itself.

Where a line's cells cannot be used, the line stays, so that the thing that it belongs to is known
and can be left out whole.
"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Datum, Finding, Notice
from samverkan_core.findings.pointer import open_place, pointer
from samverkan_core.interop.tables.cells import Cell, is_nothing, plain_cell, word_of
from samverkan_core.interop.tables.layout import SET_ASIDE, TABLES, Column, Table
from samverkan_core.interop.tables.mapping import (
    ColumnMapping,
    TableMapping,
    TablesMapping,
    faults_in,
)
from samverkan_core.model.collaboration import SetAside
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused, alike, at_place, json_type, shown
from samverkan_core.serialization.faults import JsonType
from samverkan_core.serialization.limits import Limits
from samverkan_core.values.kept import Plain
from samverkan_core.values.shape import shape_of
from samverkan_core.values.text import is_blank, is_whole, made_whole

__all__ = ["Line", "Source", "Tables", "at_line", "lines_of", "refuse_misuse", "sources_of"]

#: Rows by the name of their table, as `cursor.mappings()`, `csv.DictReader` and frames give them.
Tables: TypeAlias = "Mapping[str, Iterable[Mapping[Any, Any]]]"

#: The shortest key that is taken, in bytes: one that is shorter can be found by trying.
_SHORTEST_KEY = 16
#: The letters that stand for the sixteen digits of a pseudonym. Digits could by chance look like a
#: personal identity number.
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
#: What the place of something that was set aside looks like.
(_POINTER,) = shape_of(attrs.fields(SetAside).pointer.type).bounds
#: So many letters of a pseudonym are written, four bits each.
_LENGTH = 32


@attrs.frozen(kw_only=True)
class Source:
    """One table of the system, and one table of a collaboration that its rows go to."""

    #: The name that the system gives the table.
    name: str
    #: The table of the collaboration.
    table: Table
    #: The head of each column of the system -> the columns that it answers to.
    columns: Mapping[str, tuple[tuple[Column, ColumnMapping], ...]]
    #: Our columns -> the head of the system's.
    heads: Mapping[str, str]
    #: What holds where nothing stands in a column, by the names of our columns.
    otherwise: Mapping[str, Plain]
    #: Heads that are known and not read.
    passed_over: frozenset[str]


@attrs.frozen(kw_only=True, eq=False)
class Line:
    """A row of the system's as one row of a collaboration's table."""

    #: Where it comes from.
    source: Source
    #: Its place among the rows of its table, from 0.
    position: int
    #: What its cells say, by the names of our columns.
    cells: Mapping[str, Plain]
    #: Whether something in it could not be used.
    spoilt: bool

    @property
    def table(self) -> Table:
        """The table of the collaboration that it is a row of."""
        return self.source.table


@attrs.frozen(kw_only=True)
class _Reading:
    absent: frozenset[str]
    key: bytes | None
    limits: Limits


def lines_of(
    tables: Tables, mapping: TablesMapping, *, key: bytes | None, limits: Limits
) -> tuple[list[Line], list[Finding]]:
    """Give every row as a line, and what is wrong with tables, columns and single cells.

    Raises:
        InvalidValue: The mapping names what does not exist, or asks for pseudonyms without a key,
            or the rows of a table are none that can be gone through.
    """
    refuse_misuse(mapping, key)
    reading = _Reading(absent=frozenset(mapping.absent), key=key, limits=limits)
    lines: list[Line] = []
    findings: list[Finding] = []
    for name, rows in tables.items():
        sources = sources_of(name, mapping)
        if not sources:
            findings.append(_unknown_table(name, mapping))
            continue
        given = _given(name, rows)
        findings += _unknown_columns(sources, given)
        for position, row in enumerate(given):
            for line, found in _lines(sources, position, row, reading):
                lines += [] if line is None else [line]
                findings += found
    return lines, findings


def _given(name: str, rows: object) -> list[Cell]:
    if not isinstance(rows, Iterable):
        raise InvalidValue(f"the rows of {name!r} are {type(rows).__name__}: give an iterable")
    # A frame can be gone through too, but what it gives is its columns and no row. A result of
    # SQLAlchemy gives rows; its `columns` is a method.
    if hasattr(rows, "columns") and not callable(rows.columns):
        raise InvalidValue(
            f"the rows of {name!r} are a frame: give them as dicts, in pandas by "
            '.to_dict("records"), in polars by .to_dicts()'
        )
    return list(rows)


def at_line(line: Line, column: str | None, notice: Notice, data: Mapping[str, Datum]) -> Finding:
    """Say a fault of a line at its table, its row and the system's own column."""
    head = None if column is None else line.source.heads.get(column, column)
    return _at(line.source.name, line.position, head, notice, data)


def _at(
    table: str, position: int, column: str | None, notice: Notice, data: Mapping[str, Datum]
) -> Finding:
    place = (table, position) if column is None else (table, position, column)
    named: dict[str, Datum] = {"table": shown(table), "row": position + 1}
    if column is not None:
        named["column"] = shown(column)
    return at_place(notice, place, {**named, **data})


# --- what answers to what --------------------------------------------------------------------


def refuse_misuse(mapping: TablesMapping, key: bytes | None) -> None:
    """Refuse a mapping that names what does not exist, or that asks for a key that is not there.

    Raises:
        InvalidValue: So it is.
    """
    for finding in faults_in(mapping):
        raise InvalidValue(f"mapping{finding.pointer}: {finding.message('en')}")
    asked = any(one.pseudonymise for mapped in mapping.tables for one in mapped.columns)
    if asked and (key is None or len(key) < _SHORTEST_KEY):
        raise InvalidValue(
            f"the mapping asks for pseudonyms: give a `key` of at least {_SHORTEST_KEY} bytes"
        )


def sources_of(name: str, mapping: TablesMapping) -> tuple[Source, ...]:
    """Say how a table of the system is read, once for each table that its rows go to."""
    mapped = [one for one in mapping.tables if (one.source or one.table) == name]
    if not mapped and name in TABLES:
        mapped = [TableMapping(table=name)]
    # What one of them hides, none of them looks at.
    hidden = frozenset(
        column.source or column.column
        for one in mapped
        for column in one.columns
        if column.pseudonymise
    )
    return tuple(_source(name, one, hidden) for one in mapped)


def _source(name: str, mapped: TableMapping, hidden: frozenset[str]) -> Source:
    table = TABLES[mapped.table]
    ours = {column.name: column for column in table.every_column}
    told = {one.column: one for one in mapped.columns}
    heads = {one.source or one.column for one in mapped.columns}
    # What is told stands in place of a column that merely has the same name.
    taken = told.keys() | heads
    same = {name: ColumnMapping(column=name) for name in ours if name not in taken}
    columns: dict[str, tuple[tuple[Column, ColumnMapping], ...]] = {}
    for own, one in (told | same).items():
        head = one.source or own
        answer = (ours[own], attrs.evolve(one, pseudonymise=head in hidden))
        columns[head] = (*columns.get(head, ()), answer)
    beside = (head for column in ours.values() for head in column.beside)
    return Source(
        name=name,
        table=table,
        columns=columns,
        otherwise={
            one.column: plain_cell(one.otherwise, ours[one.column], Limits())
            for one in mapped.columns
            if one.otherwise is not None
        },
        heads={column.name: head for head, answers in columns.items() for column, _ in answers},
        passed_over=frozenset((*mapped.ignored, *beside)) - columns.keys(),
    )


def _unknown_table(name: str, mapping: TablesMapping) -> Finding:
    own = (one.source or one.table for one in mapping.tables)
    known = alike(name, dict.fromkeys((*own, *TABLES)))
    place = open_place((name,))
    return Finding(
        notice=faults.TABLE_UNREAD,
        severity=faults.TABLE_UNREAD.severity,
        pointer=pointer(*place),
        data=(("table", shown(name)), ("known", known)),
    )


def _unknown_columns(sources: tuple[Source, ...], rows: list[Cell]) -> Iterator[Finding]:
    """Say once of each column that nobody knows that it was not read."""
    heads = dict.fromkeys(
        head
        for row in rows
        if isinstance(row, Mapping)
        for head, cell in row.items()
        if isinstance(head, str) and not (is_blank(head) and is_nothing(cell))
    )
    known = {head for one in sources for head in (*one.columns, *one.passed_over)}
    named = dict.fromkeys(head for one in sources for head in one.columns)
    for head in heads:
        if head not in known:
            data: dict[str, Datum] = {
                "table": shown(sources[0].name),
                "column": shown(head),
                "known": alike(made_whole(head), named),
            }
            yield at_place(faults.COLUMN_UNREAD, (sources[0].name, head), data)


# --- rows ------------------------------------------------------------------------------------


def _lines(
    sources: tuple[Source, ...], position: int, row: Cell, reading: _Reading
) -> Iterator[tuple[Line | None, list[Finding]]]:
    name = sources[0].name
    if not isinstance(row, Mapping):
        data = {"expected": JsonType.OBJECT.code, "found": json_type(row)}
        yield None, [_at(name, position, None, faults.WRONG_TYPE, data)]
    elif not all(isinstance(head, str) or is_nothing(cell) for head, cell in row.items()):
        yield None, [_at(name, position, None, faults.OVERFULL, {})]
    else:
        for source in sources:
            yield _line(source, position, row, reading)


def _line(
    source: Source, position: int, row: Mapping[str, Any], reading: _Reading
) -> tuple[Line | None, list[Finding]]:
    cells: dict[str, Plain] = {}
    found: list[Finding] = []
    for head, answers in source.columns.items():
        for column, mapped in answers:
            try:
                value = _value(row.get(head), column, mapped, reading)
            except Refused as refused:
                found.append(_at(source.name, position, head, refused.notice, refused.data))
            else:
                cells |= {} if value is None else {column.name: value}
    if not cells and not found:
        return None, []
    # Only now, for a row in which nothing stands of its own is no row.
    cells = {**source.otherwise, **cells}
    if source.table.name == SET_ASIDE:
        found += _aside_faults(source, position, cells)
    line = Line(source=source, position=position, cells=cells, spoilt=bool(found))
    return line, found


def _aside_faults(source: Source, position: int, cells: Mapping[str, Plain]) -> Iterator[Finding]:
    """Say why something cannot be put back to where it stood."""
    for name in ("pointer", "value"):
        if name not in cells:
            yield _at(source.name, position, source.heads[name], faults.MISSING, {"member": name})
    where = cells.get("pointer")
    if where is not None and not _POINTER.holds(where):
        data = {"found": shown(str(where)), "accepted": str(_POINTER)}
        yield _at(source.name, position, source.heads["pointer"], faults.OUT_OF_BOUNDS, data)


def _value(cell: Cell, column: Column, mapped: ColumnMapping, reading: _Reading) -> Plain:
    """Give what a cell says; None where nothing stands in it.

    Raises:
        Refused: It holds what no document can hold.
    """
    if isinstance(cell, Refused):
        # The form that the table came in has said already why the cell cannot be read.
        raise cell
    if is_nothing(cell):
        return None
    word = word_of(cell)
    if word is not None and (word in reading.absent or word in mapped.absent):
        return None
    if mapped.pseudonymise:
        cell = word = _pseudonym(cell, word, reading)
    if word is not None and mapped.prefix is not None:
        cell = f"{mapped.prefix}{word}"
    codes = {one.word: one.code for one in mapped.codes or ()}
    return plain_cell(codes.get(word or "", cell), column, reading.limits)


def _pseudonym(cell: object, word: str | None, reading: _Reading) -> str:
    if word is None:
        raise Refused(faults.WRONG_TYPE, expected=JsonType.STRING.code, found=json_type(cell))
    if not is_whole(word):
        raise Refused(faults.NOT_DECODED)
    digest = hmac.new(reading.key or b"", word.encode(), hashlib.sha256).hexdigest()
    return digest[:_LENGTH].translate(_LETTERS)
