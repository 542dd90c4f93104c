"""The headings of a sheet: which column of a table each of them stands for."""

from collections import defaultdict
from collections.abc import Mapping

import attrs

from samverkan_core.findings.finding import Datum, Finding, Notice
from samverkan_core.interop.tables.cells import Cell, word_of
from samverkan_core.interop.tables.lines import Source
from samverkan_core.interop.workbooks.names import column_called, headings
from samverkan_core.interop.workbooks.places import at_cell, cell_name
from samverkan_core.interop.workbooks.sheets import Sheet
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused, alike, shown

__all__ = ["Heads", "heads_of"]


@attrs.frozen(kw_only=True)
class Heads:
    """The columns of a sheet that are read, and those that have a heading at all."""

    #: How the rows below are read.
    sources: tuple[Source, ...]
    #: The number of each column that is read, and the head that its cells are read under.
    read: Mapping[int, str]
    #: The numbers of the columns that have a heading.
    headed: frozenset[int]


def heads_of(sheet: Sheet, sources: tuple[Source, ...]) -> tuple[Heads, list[Finding]]:
    """Give the headings of a sheet, from the first row in which something stands.

    Where two columns have headings that mean the same, neither is read.
    """
    number, cells = sheet.rows[0] if sheet.rows else (1, {})
    covered = _covered(sheet, number)
    answers: defaultdict[str, list[int]] = defaultdict(list)
    findings: list[Finding] = []
    for at, cell in cells.items():
        head = None if at in covered or isinstance(cell, Refused) else _head(_text(cell), sources)
        if head is None:
            notice, data = _why_unread(cell, covered.get(at), sources)
            findings.append(at_cell(notice, sheet.title, (number, at), data))
        else:
            answers[head].append(at)
    for first, *others in answers.values():
        data = {"found": shown(_text(cells[first])), "other": cell_name(number, first)}
        findings += (at_cell(faults.HEAD_TWICE, sheet.title, (number, at), data) for at in others)
    # Other heads are known and passed over.
    wanted = {head for one in sources for head in one.columns}
    read = {
        places[0]: head for head, places in answers.items() if head in wanted and len(places) == 1
    }
    return Heads(sources=sources, read=read, headed=frozenset((*cells, *covered))), findings


def _covered(sheet: Sheet, number: int) -> Mapping[int, str]:
    """Give the columns whose headings are merged with other cells, and with which.

    In a damaged file areas may overlap: each column is gone to once, however many reach it.
    """
    covered: dict[int, str] = {}
    beyond = 1
    reaching = (one for one in sheet.merged if one.rows[0] <= number <= one.rows[1])
    for area in sorted(reaching, key=lambda one: one.columns):
        first, last = area.columns
        covered |= dict.fromkeys(range(max(first, beyond), last + 1), area.cells)
        beyond = max(beyond, last + 1)
    return covered


def _text(cell: Cell) -> str:
    word = word_of(cell)
    return str(cell) if word is None else word


def _head(text: str, sources: tuple[Source, ...]) -> str | None:
    """Give the head that a heading stands for, in the system's words or in ours; None if for none.

    What the mapping calls a column comes first, then what either language does.
    """
    known = {head for one in sources for head in (*one.columns, *one.passed_over)}
    if text in known:
        return text
    ours = {column_called(one.table, text) for one in sources} & known
    return ours.pop() if len(ours) == 1 else None


def _why_unread(
    cell: Cell, area: str | None, sources: tuple[Source, ...]
) -> tuple[Notice, Mapping[str, Datum]]:
    if area is not None:
        return faults.MERGED, {"cells": area}
    if isinstance(cell, Refused):
        return cell.notice, cell.data
    text = _text(cell)
    own = (head for one in sources for head in (*one.columns, *headings(one.table)))
    known = alike(text, dict.fromkeys(own))
    named = shown(sources[0].name)
    return faults.COLUMN_UNREAD, {"table": named, "column": shown(text), "known": known}
