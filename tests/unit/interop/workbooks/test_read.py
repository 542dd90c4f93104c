"""Workbooks in: each fault at its sheet and cell, the rest read, and nothing guessed."""

import datetime as dt
import io
import sys
import warnings
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from samverkan_core.checking import accept, check
from samverkan_core.errors import InvalidValue
from samverkan_core.findings.report import Report
from samverkan_core.interop.tables import (
    CodeWord,
    ColumnMapping,
    TableMapping,
    TablesMapping,
)
from samverkan_core.interop.workbooks import from_workbook, read_workbook, workbook
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.words import placed
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import Loaded
from samverkan_core.serialization.reports import loads_report
from samverkan_core.serialization.write import dumps

openpyxl = pytest.importorskip("openpyxl", reason="the extra excel is not installed")

HEADS = ("Id", "Namn", "Slag")
SCHOOL = ("skolan", "Skolan", "skola")
ROOT = [("Namn",), ("Samverkan i Hagby",)]
LATER = ("Giltighetstid – första dag", "Övrigt (JSON)")
NUMBER = "20121212-1212"

Rows = list[tuple[Any, ...]]


def book(change: Callable[[Any], None] | None = None, /, **sheets: Rows) -> bytes:
    """Make a workbook by hand, with the collaboration's own sheet; an underscore is a blank."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in {"Samverkan": ROOT, **sheets}.items():
        page = made.create_sheet(name.replace("_", " "))
        for row in rows:
            page.append(row)
    if change is not None:
        change(made)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def parts(data: bytes, /, **changed: Callable[[bytes], bytes]) -> bytes:
    """Change parts of a workbook by the last word of their name, or add them."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            stem = name.rpartition("/")[2].partition(".")[0]
            new.writestr(name, changed.get(stem, bytes)(old.read(name)))
    return made.getvalue()


def in_place_of_b2(cell: bytes) -> Callable[[bytes], bytes]:
    """Give what puts another cell where the second of the second row stands."""

    def put(sheet: bytes) -> bytes:
        start = sheet.index(b'<c r="B2"')
        end = sheet.index(b"</c>", start) + len(b"</c>")
        return sheet[:start] + cell + sheet[end:]

    return put


def told(report: Report) -> list[tuple[str, str]]:
    """Give the code and the place of each finding."""
    return [(finding.code, finding.pointer) for finding in report]


def whole(loaded: Loaded[Collaboration]) -> Collaboration:
    """Give what was read, where there must be something."""
    assert loaded.value is not None
    return loaded.value


def actors(data: bytes) -> list[str]:
    """Give the ids of the actors that a workbook holds."""
    return [actor.id for actor in whole(from_workbook(data)).actors]


# --- what is read ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "heads", "word"),
    [
        ("Aktörer", HEADS, "skola"),
        ("Actors", ("Id", "Name", "Kind"), "school"),
        ("actors", ("id", "name", "kind"), "school"),
        ("AKTÖRER ", (" id", "NAMN", "kind"), " Skola "),
        ("Aktörer", ("Id", "Name", "slag"), "School"),
    ],
)
def test_names_and_words_of_either_language_are_understood(
    sheet: str, heads: tuple[str, ...], word: str
) -> None:
    loaded = from_workbook(book(**{sheet: [heads, ("skolan", "Skolan", word)]}))
    assert not loaded.report
    (actor,) = whole(loaded).actors
    assert (actor.id, actor.name, actor.kind) == ("skolan", "Skolan", ActorKind.SCHOOL)


def test_days_numbers_and_truths_as_excel_holds_them() -> None:
    roles = [
        ("Id", "Namn", "Slag", "Fast funktion", "Giltighetstid – första dag"),
        ("a", "A", "anställd", "ja", dt.date(2015, 1, 1)),
        ("b", "B", "anställd", True, dt.datetime(2015, 1, 1)),  # noqa: DTZ001 - so Excel has it
        ("c", "C", "anställd", "NO", "2015-01-01"),
    ]
    seats = [
        ("Hör till", "Befattning", "Antal"),
        ("o", "a", 3.0),
        ("o", "b", "2"),
    ]
    body = [("Id", "Namn", "Slag"), ("o", "Styrgruppen", "styrgrupp")]
    loaded = from_workbook(book(Befattningar=roles, Organ=body, **{"Organ – platser": seats}))
    assert told(loaded.report) == []
    collab = whole(loaded)
    assert [role.permanent for role in collab.roles] == [True, True, False]
    assert {role.period.first_day for role in collab.roles if role.period} == {dt.date(2015, 1, 1)}
    assert [seat.count for seat in collab.bodies[0].seats] == [3, 2]


def test_rows_in_which_nothing_stands_are_passed_over() -> None:
    rows = [HEADS, (None,), SCHOOL, ("", " "), (), ("polisen", "Polisen", "polis")]
    loaded = from_workbook(book(Aktörer=rows))
    assert [actor.id for actor in whole(loaded).actors] == ["skolan", "polisen"]
    assert not loaded.report


def test_the_head_row_is_the_first_in_which_something_stands() -> None:
    assert actors(book(Aktörer=[(), (None,), HEADS, SCHOOL])) == ["skolan"]


def test_sheets_in_which_nothing_stands_and_choice_lists_are_passed_over() -> None:
    loaded = from_workbook(book(Blad1=[], Valbara_ord=[("ja",)], Words_to_choose=[("yes",)]))
    assert not loaded.report


def test_two_sheets_may_stand_for_one_table() -> None:
    data = book(Aktörer=[HEADS, SCHOOL], Actors=[HEADS, ("bup", "BUP", "Skol")])
    loaded = from_workbook(data)
    assert [actor.id for actor in whole(loaded).actors] == ["skolan"]
    assert ("TYP003", "/Actors/2/C") in told(loaded.report)


def test_labels_that_rows_are_written_with_are_passed_over() -> None:
    heads = ("id", "name", "kind", "kind_label")
    loaded = from_workbook(book(actors=[heads, ("a", "A", "school", "skola")]))
    assert not loaded.report


def test_what_excel_escapes_is_read_as_it_shows_it() -> None:
    rows = [HEADS, ("a", "rad_x000D_\n_x005F_x0041_ _xD800_ _x00", "skola")]
    (actor,) = whole(from_workbook(book(Aktörer=rows))).actors
    assert actor.name == "rad\r\n_x0041_ _xD800_ _x00"


def test_what_stands_among_the_texts_of_a_workbook_is_read_as_it_is_there() -> None:
    shared = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b"<si><t>_x005F_x0041_ _x005F_x005F_ ax005F_b</t></si></sst>"
    )
    cell = b'<c r="B2" t="s"><v>0</v></c>'
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    told_of = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind
    types = {"[Content_Types]": lambda part: part.replace(b"</Types>", told_of)}
    made = io.BytesIO(
        parts(book(Aktörer=[HEADS, SCHOOL]), sheet2=in_place_of_b2(cell), **types),
    )
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("xl/sharedStrings.xml", shared)
    assert whole(from_workbook(made.getvalue())).actors[0].name == "_x0041_ _x005F_ ax005F_b"


# --- what cannot be read, at its place -------------------------------------------------------


def test_a_fault_says_its_sheet_and_its_cell() -> None:
    report = from_workbook(book(Aktörer=[HEADS, SCHOOL, ("b", "B", "skool")])).report
    (fault,) = report.by_code("TYP003")
    assert (fault.code, fault.pointer) == ("TYP003", "/Aktörer/3/C")
    assert dict(fault.data) == {
        "accepted": ("skola", "school", "förskola"),
        "cell": "C3",
        "column": "”kind”",
        "found": "”skool”",
        "row": 3,
        "sheet": "”Aktörer”",
        "table": "”actors”",
    }
    assert placed(fault, "sv") == "bladet ”Aktörer”, cell C3"
    assert placed(fault, "en") == "the sheet ”Aktörer”, cell C3"


def test_a_row_that_is_left_out_says_its_sheet_and_row() -> None:
    rows = [HEADS, ("a", NUMBER, "skola")]
    report = from_workbook(book(Aktörer=rows)).report
    assert told(report) == [("TAB009", "/Aktörer/2"), ("PRI001", "/Aktörer/2/B")]
    assert placed(report[0], "sv") == "bladet ”Aktörer”, rad 2"


def test_an_unknown_sheet_is_said_with_the_nearest() -> None:
    (finding,) = from_workbook(book(Aktorer=[HEADS, SCHOOL])).report
    assert (finding.code, finding.pointer) == ("TAB001", "/Aktorer")
    assert "Bland dem som finns: Aktörer" in finding.message()
    assert placed(finding, "sv") == "bladet ”Aktorer”"


def test_an_unknown_column_is_said_at_its_heading() -> None:
    data = book(Aktörer=[(*HEADS, "Sektorn", 2015), (*SCHOOL, "kommunal", 1)])
    loaded = from_workbook(data)
    assert told(loaded.report) == [("TAB002", "/Aktörer/1/D"), ("TAB002", "/Aktörer/1/E")]
    assert "Kolumnen ”Sektorn” i tabellen ”actors” är okänd" in loaded.report[0].message()
    assert "Sektor" in loaded.report[0].message()
    assert whole(loaded).actors[0].sector is None


def test_a_column_without_a_heading_is_said_once() -> None:
    rows = [HEADS, SCHOOL, ("b", "B", "skola", None, "lapp"), ("c", "C", "skola", None, "lapp")]
    loaded = from_workbook(book(Aktörer=rows))
    assert told(loaded.report) == [("WBK007", "/Aktörer/3/E")]
    assert len(whole(loaded).actors) == 3


def test_of_two_columns_that_mean_the_same_neither_is_read() -> None:
    loaded = from_workbook(book(Aktörer=[(*HEADS, "Sektor", "sector"), (*SCHOOL, "kommunal", "x")]))
    assert told(loaded.report) == [("WBK008", "/Aktörer/1/E")]
    assert "Rubriken ”Sektor” betyder detsamma som rubriken i D1" in loaded.report[0].message()
    assert whole(loaded).actors[0].sector is None


def test_without_the_sheet_of_the_collaboration_there_is_no_value() -> None:
    data = book(lambda made: made.remove(made["Samverkan"]), Aktörer=[HEADS, SCHOOL])
    loaded = from_workbook(data)
    assert (loaded.value, told(loaded.report)) == (None, [("WBK003", "")])
    assert "saknar bladet ”Samverkan”, där samverkans egna" in loaded.report[0].message("sv")
    assert "lacks the sheet “Collaboration”, which" in loaded.report[0].message("en")
    # What limits a document is said of it as a whole, also where it has no sheet of its own.
    assert told(from_workbook(data, limits=Limits(objects=2)).report) == [
        ("LIM003", "/collaboration")
    ]


def test_the_sheet_of_the_collaboration_without_a_row() -> None:
    loaded = from_workbook(book(Samverkan=[("Namn",)]))
    assert (loaded.value, told(loaded.report)) == (None, [("TYP002", "/Samverkan")])


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("Namn", 7, "TYP001"),
        ("Namn", 3.5, "TYP001"),
        ("Namn", True, "TYP001"),
        ("Namn", dt.date(2015, 1, 2), "WBK009"),
        ("Namn", dt.time(13, 0), "WBK009"),
        ("Namn", dt.timedelta(days=2), "WBK009"),
        ("Namn", 201212121212, "PRI001"),
        ("Namn", 201212121212.0, "PRI001"),
        ("Namn", "=1+1", "WBK004"),
        ("Namn", "#N/A", "WBK005"),
        ("Slag", dt.date(2015, 1, 2), "WBK009"),
        ("Slag", 1, "TYP001"),
        ("Påhittat exempel", "kanske", "TYP001"),
        ("Påhittat exempel", 2, "TYP001"),
        ("Påhittat exempel", dt.date(2015, 1, 2), "WBK009"),
        ("Giltighetstid – första dag", 42005, "TYP005"),
        ("Giltighetstid – första dag", 42005.0, "TYP005"),
        ("Giltighetstid – första dag", 42005.5, "TYP001"),
        ("Giltighetstid – första dag", 201212121212, "PRI001"),
        ("Giltighetstid – första dag", "2015-13-01", "TYP005"),
        ("Giltighetstid – första dag", dt.datetime(2015, 1, 1, 13, 0), "TYP005"),  # noqa: DTZ001 - so Excel has it
        ("Giltighetstid – första dag", dt.time(13, 0), "TYP001"),
        ("Ordning", "första", "TYP007"),
        ("Ordning", 1.5, "TYP007"),
        ("Ordning", dt.date(2015, 1, 2), "WBK009"),
        ("Övrigt (JSON)", "text", "TAB008"),
    ],
)
def test_a_cell_that_holds_something_else_is_said_at_its_place(
    column: str, cell: Any, code: str
) -> None:
    heads = (*HEADS, "Ordning", "Påhittat exempel", *LATER)
    bad = dict.fromkeys(heads) | {"Id": "b", "Namn": "B", "Slag": "skola"} | {column: cell}
    loaded = from_workbook(book(Aktörer=[heads, SCHOOL, tuple(bad.values())]))
    letter = "ABCDEFG"[heads.index(column)]
    assert (code, f"/Aktörer/3/{letter}") in told(loaded.report)
    assert [actor.id for actor in whole(loaded).actors] == ["skolan"]
    for finding in loaded.report:
        assert "2012" not in finding.message("sv") + finding.message("en")


def test_numbers_of_measurements_and_years() -> None:
    rows: Rows = [("Id", "Indikator", "När", "Värde", "Finns värdet")]
    rows += [("o", "i", "2014", 12.5, "värde finns"), ("p", "i", 2014, 1, "värde finns")]
    loaded = from_workbook(book(Observationer=rows))
    assert ("TYP001", "/Observationer/3/C") in told(loaded.report)


def test_merged_cells_are_not_read_in_any_row_that_they_reach() -> None:
    def merge(made: Any) -> None:
        made["Aktörer"].merge_cells("B3:C4")
        made["Aktörer"].merge_cells("A7:C8")

    rows = [HEADS, SCHOOL, ("b", "B"), ("c",), ("d", "D", "skola")]
    loaded = from_workbook(book(merge, Aktörer=rows))
    assert [actor.id for actor in whole(loaded).actors] == ["skolan", "d"]
    assert [place for code, place in told(loaded.report) if code == "WBK006"] == [
        "/Aktörer/3/B",
        "/Aktörer/4/B",
    ]
    assert "(B3:C4)" in loaded.report[0].message() + loaded.report[1].message()


def test_headings_that_are_merged_stand_for_no_column() -> None:
    rows = [(*HEADS, "Sektor", None), (*SCHOOL, "kommunal", "x")]
    loaded = from_workbook(book(lambda made: made["Aktörer"].merge_cells("D1:E1"), Aktörer=rows))
    assert told(loaded.report) == [("WBK006", "/Aktörer/1/D")]
    assert whole(loaded).actors[0].sector is None


def test_a_heading_that_is_a_formula_stands_for_no_column() -> None:
    loaded = from_workbook(book(Aktörer=[(*HEADS, '="Sektor"'), (*SCHOOL, "kommunal")]))
    assert told(loaded.report) == [("WBK004", "/Aktörer/1/D")]


def test_a_formula_is_never_its_cached_value() -> None:
    cached = in_place_of_b2(b'<c r="B2"><f>1+1</f><v>2</v></c>')
    loaded = from_workbook(parts(book(Aktörer=[HEADS, SCHOOL]), sheet2=cached))
    assert ("WBK004", "/Aktörer/2/B") in told(loaded.report)


def test_hidden_rows_are_read_and_said() -> None:
    def hide(made: Any) -> None:
        made["Aktörer"].row_dimensions[1].hidden = True
        made["Aktörer"].row_dimensions[3].hidden = True
        made["Aktörer"].row_dimensions[9].hidden = True

    loaded = from_workbook(book(hide, Aktörer=[HEADS, SCHOOL, ("b", "B", "skola")]))
    assert told(loaded.report) == [("WBK010", "/Aktörer/3")]
    assert dict(loaded.report[0].data)["count"] == 1
    assert len(whole(loaded).actors) == 2


def test_a_hidden_sheet_is_read_and_said() -> None:
    def hide(made: Any) -> None:
        made["Aktörer"].sheet_state = "veryHidden"

    loaded = from_workbook(book(hide, Aktörer=[HEADS, SCHOOL]))
    assert told(loaded.report) == [("WBK011", "/Aktörer")]
    assert len(whole(loaded).actors) == 1


def test_three_bad_rows_of_many_are_found_and_the_others_read() -> None:
    rows: Rows = [HEADS, *((f"a{number}", "A", "skola") for number in range(2_000))]
    rows[10], rows[1_000], rows[2_000] = ("x", 7, "skola"), ("y", "Y", "skol"), (None, "Z", "skola")
    loaded = from_workbook(book(Aktörer=rows))
    assert len(whole(loaded).actors) == 1_997
    assert {place for _, place in told(loaded.report)} >= {
        "/Aktörer/11/B",
        "/Aktörer/1001/C",
        "/Aktörer/2001",
    }


def test_a_report_of_a_workbook_is_a_document_too() -> None:
    report = from_workbook(book(Aktörer=[HEADS, ("a", 7, "skola")])).report
    assert loads_report(dumps(report)) == report


# --- with a mapping --------------------------------------------------------------------------


UNITS = TableMapping(
    table="actors",
    source="Enheter",
    columns=(
        ColumnMapping(column="id", source="Nr", prefix="enhet-"),
        ColumnMapping(
            column="kind", source="Typ", codes=(CodeWord(word="skola", code="preschool"),)
        ),
        ColumnMapping(column="illustrative", absent=("nej",)),
    ),
    ignored=("Ändrad av",),
)


def test_a_mapping_names_sheets_columns_and_words() -> None:
    rows = [("Nr", "Namn", "Typ", "Ändrad av", "Påhittat exempel"), (17, "A", "skola", "x", "nej")]
    loaded = from_workbook(book(Enheter=rows), TablesMapping(tables=(UNITS,)))
    assert told(loaded.report) == []
    (actor,) = whole(loaded).actors
    assert (actor.id, actor.kind.code, actor.illustrative) == ("enhet-17", "preschool", False)


def test_a_fault_of_a_mapped_column_is_said_at_its_cell() -> None:
    rows = [("Nr", "Namn", "Typ"), (17, "A", "okänd")]
    loaded = from_workbook(book(Enheter=rows), TablesMapping(tables=(UNITS,)))
    place = {finding.code: finding for finding in loaded.report}["TYP003"]
    assert (place.pointer, dict(place.data)["column"]) == ("/Enheter/2/C", "”Typ”")


def test_a_number_that_stands_in_for_a_person_becomes_a_pseudonym() -> None:
    column = ColumnMapping(column="id", source="Personnummer", pseudonymise=True)
    mapping = TablesMapping(
        tables=(TableMapping(table="children", source="Barn", columns=(column,)),)
    )
    data = book(Barn=[("Personnummer",), (201212121212,)])
    with pytest.raises(InvalidValue, match="`key` of at least 16 bytes"):
        from_workbook(data, mapping)
    loaded = from_workbook(data, mapping, key=b"only the municipality has this")
    assert not loaded.report
    assert whole(loaded).children[0].id.isalpha()


def test_one_sheet_may_go_to_two_tables() -> None:
    columns = (ColumnMapping(column="kind", otherwise="school"),)
    more = (ColumnMapping(column="kind", otherwise="employee"),)
    mapping = TablesMapping(
        tables=(
            TableMapping(table="actors", source="Allt", columns=columns),
            TableMapping(
                table="roles",
                source="Allt",
                columns=(*more, ColumnMapping(column="id", prefix="r-")),
            ),
        )
    )
    loaded = from_workbook(book(Allt=[("Id", "Namn"), ("a", "A")]), mapping)
    collab = whole(loaded)
    assert ([one.id for one in collab.actors], [one.id for one in collab.roles]) == (["a"], ["r-a"])


# --- what is no workbook ---------------------------------------------------------------------


SMALL = book(Aktörer=[HEADS, SCHOOL])


def strict(data: bytes) -> bytes:
    """Give a sheet the names that Strict Open XML has."""
    return data.replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )


def locked() -> bytes:
    """Give what Office writes where a password is set: a compound file with a locked package."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")


def squeezed() -> bytes:
    """Give a package whose parts are packed in a way that no workbook uses."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as package:
        package.writestr("a", b"a")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no_package"),
        (b"name;kind\n", "no_package"),
        (b"{}", "no_package"),
        (locked(), "encrypted"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old"),
        (b"PK\x03\x04", "broken"),
        (SMALL[: len(SMALL) // 2], "broken"),
        (SMALL[:2000] + b"!!!!" + SMALL[2004:], "broken"),
        (squeezed(), "broken"),
        (parts(SMALL, workbook=lambda _: b"<a>"), "broken"),
        (parts(SMALL, sheet2=lambda part: part[:300]), "broken"),
        (parts(SMALL, sheet2=lambda part: part.replace(b'<row r="2"', b'<row r="1"')), "broken"),
        (parts(SMALL, sheet2=lambda part: part.replace(b'r="2"', b'r="99999999"')), "broken"),
        (
            parts(
                SMALL,
                sheet2=lambda part: part.replace(
                    b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A:C"/></mergeCells>'
                ),
            ),
            "broken",
        ),
        (parts(SMALL, sheet2=lambda part: part.replace(b'r="B2"', b'r="A2"')), "broken"),
        (parts(SMALL, sheet2=lambda part: part.replace(b'r="B2"', b'r="ABCD2"')), "broken"),
        (parts(SMALL, sheet2=strict), "strict"),
        (
            parts(SMALL, sheet2=lambda part: b'<!DOCTYPE a [<!ENTITY b "c">]>' + part),
            "declares",
        ),
    ],
    ids=range(18),
)
def test_a_file_that_cannot_be_opened_says_why(data: bytes, reason: str) -> None:
    loaded = from_workbook(data)
    (finding,) = loaded.report
    assert (loaded.value, finding.code, finding.pointer) == (None, "WBK001", "")
    assert dict(finding.data) == {"reason": reason}
    assert "Filen går inte att öppna som arbetsbok: den " in finding.message()


def test_no_more_is_unpacked_than_is_allowed() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", bytes(9 * 2**20))
    (finding,) = from_workbook(made.getvalue(), limits=Limits(text=2**20)).report
    assert (finding.code, dict(finding.data)) == ("WBK002", {"limit": 8 * 2**20})


def test_no_more_is_read_than_is_allowed() -> None:
    (finding,) = from_workbook(SMALL, limits=Limits(text=100)).report
    assert finding.code == "LIM001"
    (finding,) = from_workbook(SMALL, limits=Limits(objects=3)).report
    assert (finding.code, finding.pointer) == ("LIM003", "")


def test_no_more_cells_are_read_than_are_allowed_nor_gaps_between_them() -> None:
    data = parts(SMALL, sheet2=lambda part: part.replace(b'r="C2"', b'r="XFD2"'))
    assert ("WBK007", "/Aktörer/2/XFD") in told(from_workbook(data).report)
    (finding,) = from_workbook(data, limits=Limits(objects=200)).report
    assert finding.code == "LIM003"


def test_no_more_merged_cells_are_read_than_are_allowed() -> None:
    rows: Rows = [HEADS, *((f"a{number}", "A", "skola") for number in range(10))]

    def merge(made: Any) -> None:
        for row in range(2, 12, 2):
            made["Aktörer"].merge_cells(f"A{row}:C{row + 1}")

    data = book(merge, Aktörer=rows)
    (finding,) = from_workbook(data, limits=Limits(objects=14)).report
    assert finding.code == "LIM003"


def test_merging_a_whole_sheet_costs_nothing() -> None:
    area = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    data = parts(SMALL, sheet2=lambda part: part.replace(b"</sheetData>", area))
    loaded = from_workbook(data)
    assert told(loaded.report) == [("WBK006", f"/Aktörer/1/{letter}") for letter in "ABC"]


def test_macros_and_links_are_passed_over_and_said() -> None:
    made = io.BytesIO(SMALL)
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("xl/vbaProject.bin", b"\x00")
        package.writestr("xl/externalLinks/externalLink1.xml", b"<a/>")
    loaded = from_workbook(made.getvalue())
    assert told(loaded.report) == [("WBK012", ""), ("WBK013", "")]
    assert len(whole(loaded).actors) == 1


def test_what_a_sheet_says_of_its_size_is_not_believed() -> None:
    def shrink(part: bytes) -> bytes:
        return part.replace(b'<dimension ref="A1:C2"', b'<dimension ref="A1:A1"')

    assert actors(parts(SMALL, sheet2=shrink)) == ["skolan"]


def test_rows_without_numbers_follow_each_other() -> None:
    def unnumbered(part: bytes) -> bytes:
        for row in (b"1", b"2"):
            part = part.replace(b'<row r="%s"' % row, b"<row")
            for column in (b"A", b"B", b"C"):
                part = part.replace(b'r="%s%s"' % (column, row), b"")
        return part

    assert actors(parts(SMALL, sheet2=unnumbered)) == ["skolan"]


def test_limits_of_a_document_hold_of_what_a_workbook_says() -> None:
    data = workbook(Collaboration(name="S", purpose="x" * 500))
    loaded = from_workbook(data, limits=Limits(string=100))
    assert ("LIM004", "/Samverkan/2/C") in told(loaded.report)


def test_no_name_of_a_sheet_and_no_heading_shows_a_personal_identity_number() -> None:
    rows = [(*HEADS, NUMBER, 201212121212), (*SCHOOL, "x", "y")]
    loaded = from_workbook(book(Aktörer=rows, **{NUMBER: [HEADS, SCHOOL]}))
    assert told(loaded.report) == [
        ("TAB001", ""),
        ("TAB002", "/Aktörer/1/D"),
        ("TAB002", "/Aktörer/1/E"),
    ]
    for finding in loaded.report:
        assert "1212-1212" not in f"{finding!r}{finding.message('sv')}{finding.message('en')}"
        assert "201212121212" not in f"{finding!r}{finding.message('sv')}{finding.message('en')}"


def test_nothing_is_printed_of_formats_that_are_damaged(capsys: pytest.CaptureFixture[str]) -> None:
    data = parts(
        SMALL, styles=lambda part: part.replace(b'xfId="0" builtinId', b'xfId="9" builtinId')
    )
    assert told(from_workbook(data).report) == [("WBK001", "")]
    assert capsys.readouterr() == ("", "")


def test_what_others_print_meanwhile_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = openpyxl.reader.excel.ExcelReader
    read = reader.read

    def meanwhile(self: Any) -> None:
        sys.stdout.write("of another thread\n")
        read(self)

    monkeypatch.setattr(reader, "read", meanwhile)
    assert actors(SMALL) == ["skolan"]
    assert capsys.readouterr().out == "of another thread\n"


def test_a_workbook_without_formats_is_read() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SMALL)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name != "xl/styles.xml":
                new.writestr(name, old.read(name))
    assert actors(made.getvalue()) == ["skolan"]


def test_threads_that_read_at_once_leave_the_filters_of_warnings_as_they_were() -> None:
    before = list(warnings.filters)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(actors, [SMALL] * 24)) == [["skolan"]] * 24
    assert warnings.filters == before


# --- what is made to take long ---------------------------------------------------------------


def test_a_row_at_the_very_end_in_which_nothing_stands_takes_no_time() -> None:
    def tall(made: Any) -> None:
        for page in made:
            page.row_dimensions[1_048_576].height = 13

    data = book(tall, Aktörer=[HEADS, SCHOOL], **{f"Blad{number}": [] for number in range(40)})
    assert actors(data) == ["skolan"]
    assert not from_workbook(data, limits=Limits(objects=200)).report


def test_rows_left_out_before_a_cell_are_counted() -> None:
    def far(made: Any) -> None:
        made["Aktörer"]["A100000"] = "b"

    data = book(far, Aktörer=[HEADS, SCHOOL])
    assert told(from_workbook(data, limits=Limits(objects=1_000)).report) == [("LIM003", "")]
    assert actors(data) == ["skolan"]


def merging(areas: bytes) -> Callable[[bytes], bytes]:
    """Give what says of a sheet that cells are merged, whether or not they can be."""
    told_of = b"</sheetData><mergeCells>%s</mergeCells>" % areas
    return lambda sheet: sheet.replace(b"</sheetData>", told_of)


def test_areas_that_are_merged_over_each_other_are_gone_through_once() -> None:
    areas = b'<mergeCell ref="A1:XFD1"/>' * 5_000
    report = from_workbook(parts(SMALL, sheet2=merging(areas))).report
    assert [place for code, place in told(report) if code == "WBK006"] == [
        "/Aktörer/1/A",
        "/Aktörer/1/B",
        "/Aktörer/1/C",
    ]


def test_headings_belong_to_the_area_that_begins_first() -> None:
    areas = b'<mergeCell ref="B1:C1"/><mergeCell ref="A1:B1"/>'
    report = from_workbook(parts(SMALL, sheet2=merging(areas))).report
    assert [dict(one.data)["cells"] for one in report.by_code("WBK006")] == [
        "A1:B1",
        "A1:B1",
        "B1:C1",
    ]


def test_merged_cells_beside_what_is_read_take_no_time() -> None:
    rows: Rows = [HEADS, *((f"s{number}", "S", "skola") for number in range(1_000))]
    areas = b'<mergeCell ref="E2:F2000"/>' * 5_000
    assert len(actors(parts(book(Aktörer=rows), sheet2=merging(areas)))) == 1_000


# --- misuse ----------------------------------------------------------------------------------


@pytest.mark.parametrize("given", ["lista.xlsx", Path("lista.xlsx")], ids=["str", "Path"])
def test_the_name_of_a_file_is_no_workbook(given: Any) -> None:
    with pytest.raises(InvalidValue, match=r"^give bytes, for a [A-Za-z]+ the bytes in it$"):
        from_workbook(given)


# --- what rules find -------------------------------------------------------------------------


def test_an_accepted_finding_is_known_again_and_points_at_its_sheet() -> None:
    collab = whole(from_workbook(SMALL))
    day = dt.date(2015, 3, 1)
    (finding,) = check(collab, at=day).by_code("ACT004")
    accepted = accept(collab, finding, reason="Vi vet.", owner="nämnden", last_day=day)
    read = read_workbook(workbook(accepted))
    report = read.in_sheets(check(accepted, at=day))
    (known,) = report.accepted
    assert (known.pointer, known.data) == ("/Aktörer/2", finding.data)
    assert [one.finding for one in report.answerable] == [known]


def test_a_cell_that_a_rule_speaks_of_is_named() -> None:
    rows: Rows = [
        ("Id", "Namn", "Tidsram – börjar", "Tidsram – slutar"),
        ("a", "A", "2014", "2014-06"),
    ]
    read = read_workbook(book(Fokusområden=rows))
    report = read.in_sheets(check(whole(read.loaded), at=dt.date(2015, 3, 1)))
    assert [one.pointer for one in report.by_code("FOC004")] == ["/Fokusområden/2/D"]


def test_what_reading_found_and_what_could_not_be_read_point_where_they_did() -> None:
    read = read_workbook(book(Aktörer=[HEADS, SCHOOL, ("bup", "BUP", "psykiatri")]))
    assert read.in_sheets(read.loaded.report) == read.loaded.report
    nothing = read_workbook(b"no workbook")
    assert nothing.in_sheets(nothing.loaded.report) == nothing.loaded.report
