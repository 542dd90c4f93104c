"""A collaboration is read back from its workbook as it was, in either language."""

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.findings.finding import Finding
from samverkan_core.findings.pointer import tokens
from samverkan_core.interop.workbooks import from_workbook, read_workbook, workbook
from samverkan_core.interop.workbooks.names import sheet_names
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.labels import LANGUAGES, Lang

pytest.importorskip("openpyxl", reason="the extra excel is not installed")

#: Members that are not known and a version that is newer: said of a document too.
FOUND_IN_ANY_FORM = {"MEM001", "VER003"}

#: A workbook takes its time to write: some hundred parts, packed.
few = settings(max_examples=max(5, settings().max_examples // 4))


@few
@given(collab=collaborations(), lang=st.sampled_from(LANGUAGES))
def test_a_collaboration_is_read_back_from_its_workbook(collab: Collaboration, lang: Lang) -> None:
    loaded = from_workbook(workbook(collab, lang=lang))
    assert loaded.value == collab
    assert {finding.code for finding in loaded.report} <= FOUND_IN_ANY_FORM


@few
@given(world=worlds(), lang=st.sampled_from(LANGUAGES))
def test_a_lawful_collaboration_is_read_back_with_nothing_said_of_its_workbook(
    world: tuple[Collaboration, dt.date], lang: Lang
) -> None:
    collab, _ = world
    loaded = from_workbook(workbook(collab, lang=lang))
    assert loaded.value == collab
    assert {finding.code for finding in loaded.report} <= FOUND_IN_ANY_FORM


@few
@given(collab=collaborations(), at=st.dates(), lang=st.sampled_from(LANGUAGES))
def test_what_rules_find_is_the_same_but_for_the_place_which_is_in_a_sheet(
    collab: Collaboration, at: dt.date, lang: Lang
) -> None:
    read = read_workbook(workbook(collab, lang=lang))
    report = check(collab, at=at)
    placed = read.in_sheets(report)
    assert sorted(map(unplaced, placed)) == sorted(map(unplaced, report))
    assert placed.accepted == read.in_sheets(attrs.evolve(report, findings=())).accepted
    assert attrs.evolve(placed, findings=(), accepted=(), answerable=()) == attrs.evolve(
        report, findings=(), accepted=(), answerable=()
    )
    # What stays where it was is about the whole, or about a collection without a sheet.
    stayed = (one for one in placed if not {*tokens(one.pointer)[:1]} & set(sheet_names()))
    assert all(len(tokens(one.pointer)) < 2 for one in stayed)


def unplaced(finding: Finding) -> Finding:
    """Take the place from a finding."""
    return attrs.evolve(finding, pointer="")


@few
@given(collab=collaborations())
def test_equal_collaborations_give_equal_workbooks(collab: Collaboration) -> None:
    assert workbook(collab) == workbook(collab)


@few
@given(collab=collaborations(), data=st.data())
def test_a_workbook_that_is_damaged_never_raises(
    collab: Collaboration, data: st.DataObject
) -> None:
    whole = bytearray(workbook(collab))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=4)):
        whole[at] ^= data.draw(st.integers(1, 255))
    loaded = from_workbook(bytes(whole[: data.draw(st.integers(0, len(whole)))]))
    for finding in loaded.report:
        assert finding.message("sv")
        assert tokens(finding.pointer)[0] in sheet_names() if finding.pointer else True


@given(data=st.binary(max_size=200))
def test_what_is_no_workbook_is_said_to_be_none(data: bytes) -> None:
    loaded = from_workbook(data)
    assert (loaded.value, [finding.code for finding in loaded.report]) == (None, ["WBK001"])
