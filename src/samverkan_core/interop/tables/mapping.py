"""The mapping: how the tables of a system answer to those of a collaboration, as data.

It holds names, words and prefixes, and no key: the key by which columns are pseudonymised stays
with the caller.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import attrs

from samverkan_core.findings.finding import Finding, Notice
from samverkan_core.findings.report import Report
from samverkan_core.interop.tables.cells import plain_cell
from samverkan_core.interop.tables.layout import TABLES, CellKind, Column, Table
from samverkan_core.model.anatomy import Place
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused, alike, at_place, shown
from samverkan_core.serialization.json_schema import schema
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import LoadError, from_plain, tree_of
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import AtLeastOne
from samverkan_core.values.kept import NOTHING, JsonObject

__all__ = [
    "CodeWord",
    "ColumnMapping",
    "TableMapping",
    "TablesMapping",
    "column_named",
    "faults_in",
    "loads_mapping",
    "mapping_schema",
]


@attrs.frozen(kw_only=True, field_transformer=checked)
class CodeWord:
    """A word of the system's own and the code that it stands for (kodlista, en rad)."""

    #: The word, as it stands in the system; a number by its digits.
    word: str
    #: The code that it stands for; of true and false the word.
    code: str
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class ColumnMapping:
    """A column of the system and the column of a collaboration's table that it answers to."""

    #: The column of the collaboration's table.
    column: str
    #: The column of the system; the same name where nothing is said.
    source: str | None = None
    #: The words of the system, each with the code that it stands for; other cells stay as they are.
    codes: Annotated[tuple[CodeWord, ...], AtLeastOne()] | None = None
    #: What is put before the keys of the system, so that they become ids of a kind of their own.
    prefix: str | None = None
    #: What stands in this column where nothing is known, beside what does so in every column.
    absent: tuple[str, ...] = ()
    #: What holds of rows in which nothing stands here, or of all where there is no such column.
    otherwise: str | None = None
    #: Whether a pseudonym stands for each value, before anything else looks at it.
    pseudonymise: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class TableMapping:
    """A table of the system and the table of a collaboration that its rows go to."""

    #: The table of the collaboration.
    table: str
    #: The table of the system; the same name where nothing is said.
    source: str | None = None
    #: Columns that have another name or other values; any other is read under its own name.
    columns: tuple[ColumnMapping, ...] = ()
    #: Columns of the system that are known and not to be read.
    ignored: tuple[str, ...] = ()
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class TablesMapping:
    """How the tables of a system answer to those of a collaboration (mappning).

    Several tables of the system may go to one of the collaboration, and one to several.
    """

    #: The tables that need be spoken of; any other is read under its own name.
    tables: tuple[TableMapping, ...] = ()
    #: What stands in any column where nothing is known: `9999-12-31`, `NULL`.
    absent: tuple[str, ...] = ()
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


def loads_mapping(data: bytes | str, *, limits: Limits = Limits()) -> TablesMapping:
    """Read a mapping, and refuse what it cannot mean, every fault at once.

    Members that a mapping does not have are refused, but for those whose names begin with `x-`. So
    are tables, columns and codes that do not exist.

    Raises:
        LoadError: It cannot be read; the error's `report` holds every fault.
    """
    mapping = from_plain(tree_of(data, limits), type=TablesMapping, unknown="reject", limits=limits)
    found = tuple(faults_in(mapping))
    if found:
        raise LoadError(Report(findings=found))
    return mapping


def mapping_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a mapping; as a profile, it holds no unknown members."""
    made = schema(TablesMapping)
    for described in made["$defs"].values():
        described |= {"patternProperties": {"^x-": {}}, "additionalProperties": False}
    return made


def column_named(table: Table, name: str) -> Column | None:
    """Give the column of a table that has a name, where there is one."""
    return next((column for column in table.every_column if column.name == name), None)


def faults_in(mapping: TablesMapping) -> Iterator[Finding]:
    """Give what a mapping names that does not exist, and what it cannot ask for."""
    for at, mapped in enumerate(mapping.tables):
        table = TABLES.get(mapped.table)
        if table is None:
            yield _unknown(faults.NO_SUCH_NAME, ("tables", at, "table"), mapped.table, TABLES)
            continue
        place = ("tables", at, "columns")
        yield from _told_twice((one.column for one in mapped.columns), place, "column")
        for number, one in enumerate(mapped.columns):
            yield from _in_column((*place, number), one, table)


def _told_twice(names: Iterable[str], place: Place, member: str) -> Iterator[Finding]:
    """Say of each name but the first of its kind that it has been spoken of already."""
    told: set[str] = set()
    for number, name in enumerate(names):
        if name in told:
            yield at_place(faults.DUPLICATE_NAME, (*place, number, member), {"name": shown(name)})
        told.add(name)


def _in_column(place: Place, mapped: ColumnMapping, table: Table) -> Iterator[Finding]:
    column = column_named(table, mapped.column)
    if column is None:
        yield _unknown(faults.NO_SUCH_NAME, (*place, "column"), mapped.column, table.heads)
        return
    wordy = column.kind in {CellKind.ID, CellKind.TEXT}
    asked = {"prefix": mapped.prefix is not None, "pseudonymise": mapped.pseudonymise}
    for name in (name for name, stands in asked.items() if stands and not wordy):
        found = {"found": column.kind.code, "accepted": f"{CellKind.ID.code}, {CellKind.TEXT.code}"}
        yield at_place(faults.OUT_OF_BOUNDS, (*place, name), found)
    yield from _told_twice((one.word for one in mapped.codes or ()), (*place, "codes"), "word")
    accepted = _codes_of(column)
    for where, code in _codes_in(mapped):
        if accepted and code not in accepted:
            yield _unknown(faults.UNKNOWN_CODE, (*place, *where), code, accepted)
    if mapped.otherwise is not None:
        yield from _no_cell(mapped.otherwise, column, (*place, "otherwise"))


def _no_cell(text: str, column: Column, place: Place) -> Iterator[Finding]:
    try:
        plain_cell(text, column, Limits())
    except Refused as refused:
        yield at_place(refused.notice, place, refused.data)


def _codes_in(mapped: ColumnMapping) -> Iterator[tuple[Place, str]]:
    for number, word in enumerate(mapped.codes or ()):
        yield ("codes", number, "code"), word.code
    if mapped.otherwise is not None:
        yield ("otherwise",), mapped.otherwise


def _codes_of(column: Column) -> tuple[str, ...]:
    if column.codes is not None:
        return tuple(member.code for member in column.codes)
    return ("true", "false") if column.kind is CellKind.TRUTH else ()


def _unknown(notice: Notice, place: Place, found: str, known: Iterable[str]) -> Finding:
    return at_place(notice, place, {"found": shown(found), "accepted": alike(found, known)})
