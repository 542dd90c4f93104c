"""A workbook as a collaboration: every fault at its sheet and cell, and the rest read."""

from collections.abc import Mapping

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Datum, Finding
from samverkan_core.findings.pointer import pointer as pointed
from samverkan_core.findings.pointer import tokens
from samverkan_core.findings.report import Report
from samverkan_core.interop.tables.lines import refuse_misuse
from samverkan_core.interop.tables.mapping import TablesMapping
from samverkan_core.interop.tables.read import RowsRead, read_rows
from samverkan_core.interop.workbooks.package import looked_through
from samverkan_core.interop.workbooks.places import at_cell, at_row, at_sheet
from samverkan_core.interop.workbooks.rows import Found, rows_of
from samverkan_core.interop.workbooks.sheets import sheets
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused, alike, at_place
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import Loaded

__all__ = ["WorkbookRead", "from_workbook", "read_workbook"]


@attrs.frozen(kw_only=True)
class WorkbookRead:
    """What came of reading a workbook (arbetsbok), and where in it each thing stands."""

    #: What was read.
    loaded: Loaded[Collaboration]
    #: The rows, and what of the document each of them became; None where nothing could be read.
    _rows: RowsRead | None = attrs.field(default=None, repr=False, eq=False)
    #: Where those rows stand in the workbook.
    _found: Found | None = attrs.field(default=None, repr=False, eq=False)

    def in_sheets(self, report: Report) -> Report:
        """Let each finding of a check point at its sheet, row and column, as in `/Aktörer/7/C`.

        All else stays as it was, so that what somebody has accepted is known again. A finding about
        the document as a whole, or about what has no sheet, points where it did.
        """
        return attrs.evolve(
            report,
            findings=tuple(map(self._in_sheets, report.findings)),
            accepted=tuple(map(self._in_sheets, report.accepted)),
            answerable=tuple(
                attrs.evolve(one, finding=self._in_sheets(one.finding)) for one in report.answerable
            ),
        )

    def _in_sheets(self, finding: Finding) -> Finding:
        if self._rows is None or self._found is None:
            return finding
        # What reading found points at a sheet as it is.
        if not finding.pointer or "sheet" in dict(finding.data):
            return finding
        place = self._rows.place(finding)
        if place is not None:
            pointer = _placed(attrs.evolve(finding, pointer=place), self._found).pointer
            return attrs.evolve(finding, pointer=pointer)
        sheet = self._found.sheets.get(tokens(finding.pointer)[0])
        return finding if sheet is None else attrs.evolve(finding, pointer=pointed(sheet))


def from_workbook(
    data: bytes,
    mapping: TablesMapping = TablesMapping(),
    *,
    key: bytes | None = None,
    limits: Limits = Limits(),
) -> Loaded[Collaboration]:
    """Read a collaboration from a workbook, and report every fault at its sheet and cell.

    Sheets and headings are known by their Swedish, their English and their technical names, or by
    those that the mapping gives them, and words that are chosen by either language or by the code.
    What is read is what was typed: no formula's result, no merged cell, nothing that is guessed.

    A finding's pointer leads to the sheet, the row and the column, as in `/Aktörer/7/C`; its data
    hold `sheet`, `row` and `cell`, and the `table` and `column` that they answer to.

    Args:
        data: The workbook, as .xlsx or .xlsm.
        mapping: How sheets answer to the tables of a collaboration, where names or words differ.
        key: The key of the pseudonyms, where the mapping asks for any; at least 16 bytes.
        limits: How much is read. Unpacked, a workbook may be eight times as large as a document.

    Raises:
        InvalidValue: The data are no bytes, or the mapping names what does not exist, or asks for
            pseudonyms without a key.
        MissingExtra: openpyxl is not installed.
    """
    return read_workbook(data, mapping, key=key, limits=limits).loaded


def read_workbook(
    data: bytes,
    mapping: TablesMapping = TablesMapping(),
    *,
    key: bytes | None = None,
    limits: Limits = Limits(),
) -> WorkbookRead:
    """Read a workbook as `from_workbook` does, and keep where in it each thing stands.

    Raises:
        InvalidValue: As `from_workbook`.
        MissingExtra: openpyxl is not installed.
    """
    if not isinstance(data, bytes):
        raise InvalidValue(f"give bytes, for a {type(data).__name__} the bytes in it")
    refuse_misuse(mapping, key)
    try:
        beside = looked_through(data, limits)
        found = rows_of(sheets(data, limits), mapping, limits)
    except Refused as refused:
        fault = at_place(refused.notice, (), refused.data)
        return WorkbookRead(loaded=Loaded(value=None, report=Report(findings=(fault,))))
    rows = read_rows(found.tables, mapping, key=key, limits=limits)
    said = (_placed(finding, found) for finding in rows.loaded.report)
    report = Report(findings={*beside, *found.findings, *said})
    loaded = attrs.evolve(rows.loaded, report=report)
    return WorkbookRead(loaded=loaded, rows=rows, found=found)


def _placed(finding: Finding, found: Found) -> Finding:
    """Say a finding about a row of a table at the row and the cell of its sheet."""
    name, *way = tokens(finding.pointer)
    data = {key: value for key, value in finding.data if key != "row"}
    if not way:
        return _of_table(finding, name, data, found)
    if finding.code == faults.UNKNOWN_CODE.code:
        data |= _in_words(data, found.words[name].get(way[-1], ()))
    place = found.places[name][int(way[0])]
    column = place.columns.get(way[1]) if len(way) > 1 else None
    if column is None:
        return at_row(finding.notice, place.sheet, place.number, data)
    return at_cell(finding.notice, place.sheet, (place.number, column), data)


def _in_words(data: Mapping[str, Datum], words: tuple[str, ...]) -> dict[str, Datum]:
    """Name the words that may have been meant, where people choose words and not codes."""
    return {"accepted": alike(str(data["found"]).strip("”"), words)} if words else {}


def _of_table(finding: Finding, name: str, data: Mapping[str, Datum], found: Found) -> Finding:
    if name in found.sheets:
        return at_sheet(finding.notice, found.sheets[name], data)
    if finding.code != faults.MISSING.code:
        return finding
    return at_place(faults.NO_SHEET, ())
