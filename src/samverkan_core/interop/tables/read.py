"""Tables as a collaboration: every fault at its table, row and column, and the rest read.

Rows become the tree that a document is, and the strict reader reads it. A thing that cannot be read
is set aside whole, with the rows that belong to it; one that no document may hold is left out.
"""

from collections.abc import Iterable, Iterator

import attrs

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.pointer import tokens
from samverkan_core.findings.report import Report
from samverkan_core.interop.tables.built import Built, Spot, Top, built, top_of
from samverkan_core.interop.tables.layout import ROOT, SET_ASIDE, CellKind, Table
from samverkan_core.interop.tables.lines import Tables, at_line, lines_of
from samverkan_core.interop.tables.mapping import TablesMapping
from samverkan_core.interop.tables.placed import Placed, placed
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import at_place
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import NO_VALUE, Loaded, read_plain

__all__ = ["RowsRead", "from_rows", "read_rows"]


@attrs.frozen(kw_only=True)
class RowsRead:
    """What came of reading tables, and which row each part of the document comes from."""

    #: What was read.
    loaded: Loaded[Collaboration]
    #: The document as it was built.
    made: Built

    def place(self, finding: Finding) -> str | None:
        """Give the table, row and column that a finding of a check is about.

        None where no row is: a collection that has no rows lies in no table.
        """
        one, rest = _origin(finding, self.made)
        if one is None or (one.line.table.name == ROOT and rest and rest[0] in COLLECTIONS):
            return None
        return at_line(one.line, _column(one.line.table, rest), finding.notice, {}).pointer


def from_rows(
    tables: Tables,
    mapping: TablesMapping = TablesMapping(),
    *,
    key: bytes | None = None,
    limits: Limits = Limits(),
) -> Loaded[Collaboration]:
    """Read a collaboration from tables, and report every fault at its table, row and column.

    A thing with a row that cannot be read is set aside, or where no document may hold it left out,
    and reported; the others are read. There is no value where the collaboration itself has no name,
    or its own row cannot be read.

    Args:
        tables: Rows by the name of their table, each a mapping from head to cell.
        mapping: How the tables answer to those of a collaboration, where names or words differ.
        key: The key of the pseudonyms, where the mapping asks for any; at least 16 bytes.
        limits: How much is read.

    Raises:
        InvalidValue: The mapping names what does not exist, or asks for pseudonyms without a key,
            or the rows of a table are none that can be gone through.
    """
    return read_rows(tables, mapping, key=key, limits=limits).loaded


def read_rows(
    tables: Tables, mapping: TablesMapping, *, key: bytes | None, limits: Limits
) -> RowsRead:
    """Read a collaboration from tables, and keep which row each part of it comes from.

    Raises:
        InvalidValue: As `from_rows`.
    """
    lines, found = lines_of(tables, mapping, key=key, limits=limits)
    stand, strayed = placed(lines)
    findings = {*found, *strayed}
    left_out = frozenset(top for one in stand if one.line.spoilt and (top := top_of(one)))
    value, more, made = _read(stand, left_out, limits)
    if any(line.spoilt and line.table.name == ROOT for line in lines):
        value = None
    loaded = Loaded(value=value, report=Report(findings=findings | more))
    return RowsRead(loaded=loaded, made=made)


def _read(
    stand: list[Placed], left_out: frozenset[Top], limits: Limits
) -> tuple[Collaboration | None, set[Finding], Built]:
    """Read the lines, each time without those that stand in the way, until none does."""
    findings: set[Finding] = set()
    while True:
        made = built(stand, left_out)
        loaded = read_plain(made.tree, faulty="set_aside", limits=limits)
        findings.update(_translated(finding, made) for finding in loaded.report)
        more = frozenset() if loaded.value else frozenset(_in_the_way(loaded.report, made))
        if not more:
            return loaded.value, findings | set(_left_out(stand, left_out)), made
        left_out |= more


def _in_the_way(findings: Report, made: Built) -> Iterator[Top]:
    """Give what leaves no value: what no document may hold, and entries that are no things."""
    for finding in findings.by_severity(Severity.ERROR):
        one, _ = _origin(finding, made)
        top = None if one is None else top_of(one)
        if top and (finding.code in NO_VALUE or top[0] not in _SET_ASIDE_ONE_BY_ONE):
            yield top


def _left_out(stand: Iterable[Placed], left_out: frozenset[Top]) -> Iterator[Finding]:
    for one in stand:
        if not one.line.table.is_long and top_of(one) in left_out:
            yield at_line(one.line, None, faults.ROW_LEFT_OUT, {})


# --- where a fault of the tree stands in the tables ------------------------------------------


def _translated(finding: Finding, made: Built) -> Finding:
    one, rest = _origin(finding, made)
    data = dict(finding.data)
    if one is None:
        return at_place(finding.notice, (ROOT,), {"table": ROOT, **data})
    if finding.code == faults.MISSING.code:
        rest = (*rest, str(data["member"]))
    return at_line(one.line, _column(one.line.table, rest), finding.notice, data)


def _origin(finding: Finding, made: Built) -> tuple[Placed | None, Spot]:
    """Give the line that a place of the tree comes from, and the way from there to the place."""
    spot = tokens(finding.pointer)
    for length in range(len(spot), -1, -1):
        if spot[:length] in made.origins:
            return made.origins[spot[:length]], spot[length:]
    return None, spot


def _column(table: Table, rest: Spot) -> str | None:
    """Give the column that says what stands at the end of a way; None for the row as a whole."""
    if table.name == SET_ASIDE or (table.cls is None):
        return table.columns[-1].name
    if not rest:
        return None
    named = (column for column in table.columns if column.kind is not CellKind.KEPT)
    for column in named:
        if column.way in {rest, (*rest, "when"), rest[: len(column.way)]}:
            return column.name
    return _kept_in(table, rest)


def _kept_in(table: Table, rest: Spot) -> str:
    """Give the column of what is kept in the part where a way ends, or the name of a member."""
    every = [column for column in table.columns if column.kind is CellKind.KEPT]
    innermost = max(
        (column for column in every if column.way == rest[:-1][: len(column.way)]),
        key=lambda column: len(column.way),
    )
    member = rest[len(innermost.way)]
    return ".".join(rest) if member in innermost.known else innermost.name


_SET_ASIDE_ONE_BY_ONE = frozenset({*COLLECTIONS, SET_ASIDE})
