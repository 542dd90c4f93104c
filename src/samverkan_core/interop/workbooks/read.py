"""A workbook as a collaboration: every fault at its sheet and cell, and the rest read."""

from collections.abc import Mapping

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Datum, Finding
from samverkan_core.findings.pointer import tokens
from samverkan_core.findings.report import Report
from samverkan_core.interop.tables.lines import refuse_misuse
from samverkan_core.interop.tables.mapping import TablesMapping
from samverkan_core.interop.tables.read import from_rows
from samverkan_core.interop.workbooks.package import looked_through
from samverkan_core.interop.workbooks.places import at_cell, at_row, at_sheet
from samverkan_core.interop.workbooks.rows import Found, rows_of
from samverkan_core.interop.workbooks.sheets import sheets
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused, alike, at_place
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import Loaded

__all__ = ["from_workbook"]


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
    if not isinstance(data, bytes):
        raise InvalidValue(f"give bytes, for a {type(data).__name__} the bytes in it")
    refuse_misuse(mapping, key)
    try:
        beside = looked_through(data, limits)
        found = rows_of(sheets(data, limits), mapping, limits)
    except Refused as refused:
        fault = at_place(refused.notice, (), refused.data)
        return Loaded(value=None, report=Report(findings=(fault,)))
    loaded = from_rows(found.tables, mapping, key=key, limits=limits)
    said = (_placed(finding, found) for finding in loaded.report)
    return attrs.evolve(loaded, report=Report(findings={*beside, *found.findings, *said}))


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
