"""Workbooks out: what people see in them, and what Excel must not change."""

import datetime as dt
import io
import sys
import zipfile
from typing import Any

import attrs
import pytest

from samverkan_core.errors import InvalidValue, MissingExtra, PersonalNumberFound, UnknownLanguage
from samverkan_core.interop.tables.layout import SET_ASIDE, TABLES, CellKind, Column
from samverkan_core.interop.workbooks import from_workbook, pages, workbook, workbook_template
from samverkan_core.interop.workbooks.cells import MOST_LETTERS, given, unescaped
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.load import read
from samverkan_core.values.ids import ActorId
from samverkan_core.values.time import Period

openpyxl = pytest.importorskip("openpyxl", reason="the extra excel is not installed")

SCHOOL = Actor(
    id=ActorId("skolan"),
    name="Skolan",
    kind=ActorKind.SCHOOL,
    period=Period(first_day=dt.date(2015, 1, 1), last_day=dt.date(1899, 12, 31)),
)
COLLAB = Collaboration(name="Samverkan i Hagby", actors=(SCHOOL,))


def opened(data: bytes) -> Any:
    """Open a workbook as another program does."""
    return openpyxl.load_workbook(io.BytesIO(data))


def heads(page: Any) -> list[str]:
    """Give the headings of a sheet."""
    return [cell.value for cell in page[1]]


# --- what people see -------------------------------------------------------------------------


def test_there_is_a_sheet_for_each_table_with_rows() -> None:
    assert opened(workbook(COLLAB)).sheetnames == ["Samverkan", "Aktörer", "Valbara ord"]
    book = opened(workbook(COLLAB, lang="en"))
    assert book.sheetnames == ["Collaboration", "Actors", "Words to choose"]
    assert [page.sheet_state for page in book] == ["visible", "visible", "hidden"]


def test_words_and_days_are_those_that_people_read() -> None:
    page = opened(workbook(COLLAB))["Aktörer"]
    row = dict(zip(heads(page), page[2], strict=True))
    assert row["Slag"].value == "skola"
    assert row["Giltighetstid – första dag"].value == dt.datetime(2015, 1, 1)  # noqa: DTZ001 - so openpyxl reads a day
    assert row["Giltighetstid – första dag"].number_format == "yyyy-mm-dd"
    assert row["Giltighetstid – sista dag"].value == "1899-12-31"
    assert row["Id"].number_format == "@"
    assert row["Påhittat exempel"].value is None


def test_columns_for_what_has_no_column_stand_only_where_they_hold_something() -> None:
    assert "Övrigt (JSON)" not in heads(opened(workbook(COLLAB))["Aktörer"])
    kept = read(b'{"samverkan":"1.0","name":"S","x-a":1}').value
    assert kept is not None
    assert "Övrigt (JSON)" in heads(opened(workbook(kept))["Samverkan"])


def test_the_head_row_stays_and_can_be_filtered_and_says_what_it_holds() -> None:
    page = opened(workbook(COLLAB))["Aktörer"]
    last = page.cell(1, page.max_column).column_letter
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", f"A1:{last}2")
    assert all(cell.comment.text for cell in page[1])
    assert page["B1"].fill.fgColor.rgb != page["A1"].fill.fgColor.rgb
    assert page.column_dimensions["A"].width == 10
    purpose = Collaboration(name="S", purpose="lång " * 100)
    widths = opened(workbook(purpose))["Samverkan"].column_dimensions
    assert widths["C"].width == 48


def test_choices_are_lists_that_stand_once() -> None:
    book = opened(workbook_template(kinds=("actors", "roles")))
    page = book["Befattningar"]
    words = {}
    for rule in page.data_validations.dataValidation:
        column = str(rule.sqref).partition("2:")[0]
        assert str(rule.sqref) == f"{column}2:{column}1001"
        sheet, _, cells = rule.formula1.partition("!")
        assert sheet == "'Valbara ord'"
        chosen = [cell.value for (cell,) in book["Valbara ord"][cells.replace("$", "")]]
        words[page[f"{column}1"].value] = chosen
    assert words["Fast funktion"] == ["ja", "nej"]
    assert words["Slag"][0] == "förtroendevald" or "anställd" in words["Slag"]
    columns = list(book["Valbara ord"].iter_cols(values_only=True))
    assert len(columns) == len(set(columns))


# --- the template ----------------------------------------------------------------------------


def test_a_template_has_the_tables_that_are_asked_for_and_their_long_ones() -> None:
    book = opened(workbook_template(kinds=("persons",)))
    assert book.sheetnames == [
        "Samverkan",
        "Personer",
        "Personer – kompetenser",
        "Personer – källor",
        "Valbara ord",
    ]
    assert "Formatversion" not in heads(book["Samverkan"])
    assert "Hör till plats nummer" not in heads(book["Personer – källor"])
    assert [page.max_row for page in book][:4] == [1, 1, 1, 1]


def test_a_template_of_everything_leaves_out_what_nobody_fills_in() -> None:
    names = opened(workbook_template(lang="en")).sheetnames
    assert len(names) == len(TABLES)
    assert "Set aside" not in names


def test_a_template_that_is_filled_in_is_read() -> None:
    book = opened(workbook_template(kinds=("actors",)))
    book["Samverkan"].append(["Samverkan i Hagby"])
    page = book["Aktörer"]
    row = {"Id": "skolan", "Namn": "Skolan", "Slag": "skola", "Påhittat exempel": "ja"}
    page.append([row.get(head) for head in heads(page)])
    data = io.BytesIO()
    book.save(data)
    loaded = from_workbook(data.getvalue())
    assert not loaded.report
    assert loaded.value is not None
    assert loaded.value.actors[0].illustrative is True


def test_an_empty_template_lacks_a_collaboration() -> None:
    loaded = from_workbook(workbook_template())
    assert [(finding.code, finding.pointer) for finding in loaded.report] == [
        ("TYP002", "/Samverkan")
    ]


def test_a_table_that_does_not_exist_is_refused_with_the_nearest() -> None:
    with pytest.raises(InvalidValue, match="there is no table 'actor'; did you mean 'actors'"):
        workbook_template(kinds=("actor",))
    with pytest.raises(InvalidValue, match=r"there is no table '∅'$"):
        workbook_template(kinds=("∅",))


def test_a_language_that_there_are_no_texts_in() -> None:
    with pytest.raises(UnknownLanguage):
        workbook(COLLAB, lang="fi")  # type: ignore[arg-type]  # what no annotation allows


# --- what Excel must not change --------------------------------------------------------------

HARD = (
    "=1+1",
    "+46 8",
    "#N/A",
    "1-2",
    "0012",
    " a ",
    "a\r\nb\tc",
    "\x00\x1f\ufffe\uffff",
    "_x0041_ _x005F_ x005F_ _xD800_ _x00e5_",
    "ja",
    "2015-01-01",
    "x" * MOST_LETTERS,
    "\U0001f9d2" * (MOST_LETTERS // 2),
)


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    collab = attrs.evolve(COLLAB, purpose=text, actors=(attrs.evolve(SCHOOL, contribution=text),))
    loaded = from_workbook(workbook(collab))
    assert loaded.value == collab
    assert not loaded.report


@pytest.mark.parametrize(
    "text", ["x" * (MOST_LETTERS + 1), "\U0001f9d2" * 16_384, "a" + "\r" * 5_000], ids=range(3)
)
def test_a_text_that_no_cell_holds_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="'collaboration', row 1, column 'purpose'") as raised:
        workbook(attrs.evolve(COLLAB, purpose=text))
    assert "a cell of Excel holds 32767; write CSV files instead" in str(raised.value)
    assert "xxx" not in str(raised.value)


def test_a_table_that_no_sheet_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST_ROWS", 1)
    with pytest.raises(InvalidValue, match="'collaboration' has more rows than a sheet"):
        workbook(COLLAB)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (CellKind.DAY, "2015-01-01", dt.date(2015, 1, 1)),
        (CellKind.DAY, "1900-03-01", dt.date(1900, 3, 1)),
        (CellKind.DAY, "1900-02-28", "1900-02-28"),
        (CellKind.PARTIAL_DAY, "2015-01", "2015-01"),
        (CellKind.PARTIAL_DAY, "2015", "2015"),
        (CellKind.PARTIAL_DAY, "2015-01-01", dt.date(2015, 1, 1)),
        (CellKind.DECIMAL, "12.5", 12.5),
        (CellKind.DECIMAL, "-12.5", -12.5),
        (CellKind.DECIMAL, "12", 12),
        (CellKind.DECIMAL, "12.0", "12.0"),
        (CellKind.DECIMAL, "12.50", "12.50"),
        (CellKind.DECIMAL, "-0", "-0"),
        (CellKind.DECIMAL, "007", "007"),
        (CellKind.DECIMAL, "0.000000001", "0.000000001"),
        (CellKind.DECIMAL, "123456789012345", 123456789012345),
        (CellKind.DECIMAL, "123456789012345.5", "123456789012345.5"),
        (CellKind.NUMBER, 10**15 - 1, 10**15 - 1),
        (CellKind.NUMBER, -(10**15), "-1000000000000000"),
        (CellKind.TEXT, None, None),
    ],
)
def test_what_excel_would_change_is_written_as_text(
    kind: CellKind, value: object, expected: object
) -> None:
    found = given(Column(name="c", kind=kind), value, "sv")
    assert (type(found), found) == (type(expected), expected)


def test_an_escape_is_what_excel_shows_for_it() -> None:
    assert unescaped("a_x000D_b_x00E5__x00e5_") == "a\rbåå"
    assert unescaped("plain") == "plain"


def test_what_was_set_aside_comes_back() -> None:
    spoilt = b'{"samverkan":"1.0","name":"S","actors":[{"id":"a"},{"id":"b","name":1.0}]}'
    aside = read(spoilt, faulty="set_aside").value
    assert aside is not None
    data = workbook(aside)
    assert "Oläst" in opened(data).sheetnames
    assert from_workbook(data).value == aside
    assert SET_ASIDE in TABLES


def test_a_workbook_does_not_say_when_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(COLLAB))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml")
    assert b"dcterms:" not in core.replace(b"xmlns:dcterms", b"")


def test_no_personal_identity_number_is_written() -> None:
    with pytest.raises(PersonalNumberFound):
        workbook(attrs.evolve(COLLAB, purpose="20121212-1212"))


def test_without_the_extra_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook(COLLAB)
    for name in [name for name in sys.modules if name.partition(".")[0] == "openpyxl"]:
        monkeypatch.setitem(sys.modules, name, None)
    for call in (lambda: workbook(COLLAB), workbook_template, lambda: from_workbook(data)):
        with pytest.raises(MissingExtra, match=r"install samverkan_core\[excel\]") as raised:
            call()
        assert raised.value.extra == "excel"


def test_one_name_is_not_taken_for_several() -> None:
    with pytest.raises(InvalidValue, match=r"give \('actors',\), not 'actors'"):
        workbook_template(kinds="actors")


def test_no_file_is_made_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("what a collaboration holds was about to be put on the disk")

    monkeypatch.setattr("tempfile._mkstemp_inner", refuse)
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", refuse)
    assert from_workbook(workbook(Collaboration(name="S"))).value == Collaboration(name="S")
