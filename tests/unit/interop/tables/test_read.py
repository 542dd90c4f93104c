"""Tables in: each fault at its table, row and column, and the rest read."""

import datetime as dt
import time
from typing import Any

import pytest

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.report import Report
from samverkan_core.interop.tables import all_rows, from_rows
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import Loaded, loads
from samverkan_core.serialization.reports import loads_report
from samverkan_core.serialization.write import dumps

ROOT = {"collaboration": [{"name": "Samverkan i Hagby"}]}
SCHOOL = {"id": "skolan", "name": "Skolan", "kind": "school"}
NUMBER = "20121212-1212"


def tables(**more: Any) -> dict[str, Any]:
    """Give tables with the row of the collaboration; a double underscore stands for a point."""
    return ROOT | {name.replace("__", "."): rows for name, rows in more.items()}


def told(report: Report) -> list[tuple[str, str]]:
    """Give the code and the place of each finding."""
    return [(finding.code, finding.pointer) for finding in report]


def whole(loaded: Loaded[Collaboration]) -> Collaboration:
    """Give what was read, where there must be something."""
    assert loaded.value is not None
    return loaded.value


def test_rows_as_a_driver_gives_them() -> None:
    loaded = from_rows(
        tables(
            actors=[SCHOOL | {"position": 2}, SCHOOL | {"id": "bup", "position": 1}],
            appointments=[
                {
                    "id": "a",
                    "person": "p",
                    "office": "o",
                    "period.first_day": dt.datetime(2015, 1, 1, tzinfo=dt.UTC),
                    "period.last_day": dt.date(2015, 12, 31),
                    "share": 50.0,
                }
            ],
        )
    )
    assert not loaded.report
    collab = whole(loaded)
    assert [actor.id for actor in collab.actors] == ["bup", "skolan"]
    assert collab.samverkan == "1.0"
    assert collab.appointments[0].period.last_day == dt.date(2015, 12, 31)
    assert collab.appointments[0].share == 50


def test_rows_in_which_nothing_stands_are_passed_over() -> None:
    blank = {"id": "", "name": None, "kind": " "}
    loaded = from_rows(tables(actors=[blank, SCHOOL, blank]))
    assert [actor.id for actor in whole(loaded).actors] == ["skolan"]
    assert not loaded.report


def test_a_fault_leads_to_its_table_row_and_column() -> None:
    rows = [SCHOOL, SCHOOL | {"id": "bup", "kind": "skola"}, SCHOOL | {"id": "polisen"}]
    loaded = from_rows(tables(actors=rows))
    assert [actor.id for actor in whole(loaded).actors] == ["skolan", "polisen"]
    assert told(loaded.report) == [("ASI001", "/actors/1"), ("TYP003", "/actors/1/kind")]
    assert dict(loaded.report[1].data) == {
        "table": "”actors”",
        "row": 2,
        "column": "”kind”",
        "found": "”skola”",
        "accepted": loaded.report[1].data[0][1],
    }
    assert whole(loaded).set_aside[0].pointer == "/actors/1"


def test_what_was_set_aside_stays_in_the_tables_until_it_is_mended() -> None:
    collab = whole(from_rows(tables(actors=[SCHOOL | {"kind": "skola"}])))
    written = all_rows(collab)
    assert [row["pointer"] for row in written["set_aside"]] == ["/actors/0"]
    again = from_rows(written)
    assert again.value == collab
    assert ("TYP003", "/set_aside/0/value") in told(again.report)


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ({"name": None}, "/actors/0/name"),
        ({"name": 7}, "/actors/0/name"),
        ({"illustrative": "ja"}, "/actors/0/illustrative"),
        ({"period.first_day": "2015-02-29"}, "/actors/0/period.first_day"),
        ({"period.first_day": "1/3 2015"}, "/actors/0/period.first_day"),
        ({"kept": "{"}, "/actors/0/kept"),
        ({"kept": '{"name":"x"}'}, "/actors/0/kept"),
        ({"period.kept": '{"first_day":"2015-01-01"}'}, "/actors/0/period.kept"),
        ({"position": 0}, "/actors/0/position"),
    ],
    ids=repr,
)
def test_a_cell_that_cannot_be_read(row: dict[str, Any], place: str) -> None:
    loaded = from_rows(tables(actors=[SCHOOL | row]))
    assert whole(loaded).actors == ()
    assert place in [where for _, where in told(loaded.report)]


def test_a_required_part_that_is_missing_leads_to_its_column() -> None:
    loaded = from_rows(tables(appointments=[{"id": "a", "person": "p", "office": "o"}]))
    assert ("TYP002", "/appointments/0/period") in told(loaded.report)


def test_a_partial_date_that_is_none_leads_to_its_column() -> None:
    rows = [{"id": "d", "name": "D", "kind": "other", "published": "förra året"}]
    loaded = from_rows(tables(documents=rows))
    assert ("TYP006", "/documents/0/published") in told(loaded.report)
    rows[0] |= {"published": "", "published.about": "true"}
    loaded = from_rows(tables(documents=rows))
    assert ("TYP002", "/documents/0/published") in told(loaded.report)


def test_an_unknown_member_that_was_kept_leads_to_its_column() -> None:
    loaded = from_rows(tables(actors=[SCHOOL | {"kept": '{"colour":"blue","x-own":1.0}'}]))
    assert told(loaded.report) == [("MEM001", "/actors/0/kept")]
    assert b'"colour":"blue","x-own":1.0' in dumps(whole(loaded))


# --- what belongs to what --------------------------------------------------------------------


def test_long_tables_go_to_the_things_that_they_name() -> None:
    loaded = from_rows(
        tables(
            readiness_measurements__interviews__agreed=[
                {"of": "m", "interviews.position": 2, "dimension": "leadership", "score": "4.25"},
            ],
            readiness_measurements__interviews=[
                {"of": "m", "label": "A"},
                {"of": "m", "label": "B"},
            ],
            readiness_measurements=[{"id": "m", "name": "M", "edition": "crm_2014"}],
        )
    )
    assert not loaded.report
    interviews = whole(loaded).readiness_measurements[0].interviews
    assert [len(interview.agreed) for interview in interviews] == [0, 1]


def test_things_of_one_id_are_told_apart_by_their_places() -> None:
    twice = [SCHOOL, SCHOOL]
    sources = [{"of": "skolan", "of_position": 2, "kind": "seed", "ref": "SB-46"}]
    loaded = from_rows(tables(actors=twice, actors__sources=sources))
    assert [len(actor.sources) for actor in whole(loaded).actors] == [0, 1]
    by_place = [{"of_position": 1, "kind": "seed", "ref": "SB-46"}]
    loaded = from_rows(tables(actors=twice, actors__sources=by_place))
    assert [len(actor.sources) for actor in whole(loaded).actors] == [1, 0]


@pytest.mark.parametrize(
    ("row", "place", "count"),
    [
        ({"of": "skola"}, "/actors.sources/0/of", 0),
        ({"of": "bup"}, "/actors.sources/0/of", 2),
        ({"of": "skolan", "of_position": 2}, "/actors.sources/0/of", 0),
    ],
    ids=repr,
)
def test_a_row_that_belongs_to_no_one_thing(row: dict[str, Any], place: str, count: int) -> None:
    actors = [SCHOOL, SCHOOL | {"id": "bup"}, SCHOOL | {"id": "bup"}]
    loaded = from_rows(tables(actors=actors, actors__sources=[row | {"kind": "seed", "ref": "r"}]))
    assert told(loaded.report) == [("TAB005", place)]
    assert dict(loaded.report[0].data)["count"] == count
    assert len(whole(loaded).actors) == 3


def test_a_row_that_says_not_what_it_belongs_to() -> None:
    loaded = from_rows(tables(actors=[SCHOOL], actors__sources=[{"kind": "seed", "ref": "r"}]))
    assert told(loaded.report) == [("TYP002", "/actors.sources/0/of")]


def test_a_row_that_names_nothing_does_not_belong_to_what_has_no_id() -> None:
    rows = [{"kind": "seed", "ref": "r"}]
    nameless = {"name": "Skolan", "kind": "school"}
    loaded = from_rows(tables(actors=[nameless], actors__sources=rows))
    assert ("TYP002", "/actors.sources/0/of") in told(loaded.report)


def test_a_row_whose_key_cannot_be_used_says_so_once() -> None:
    rows = [{"of": b"skolan", "kind": "seed", "ref": "r"}]
    loaded = from_rows(tables(actors=[SCHOOL], actors__sources=rows))
    assert told(loaded.report) == [("TYP001", "/actors.sources/0/of")]


def test_a_row_deep_down_that_says_not_where_it_belongs() -> None:
    loaded = from_rows(
        tables(
            readiness_measurements=[{"id": "m", "name": "M", "edition": "crm_2014"}],
            readiness_measurements__interviews=[{"of": "m", "label": "A"}],
            readiness_measurements__interviews__agreed=[
                {"of": "m", "dimension": "leadership", "score": "4"},
                {"of": "m", "interviews.position": 2, "dimension": "leadership", "score": "4"},
            ],
        )
    )
    place = "/readiness_measurements.interviews.agreed/{}/interviews.position"
    assert told(loaded.report) == [("TYP002", place.format(0)), ("TAB005", place.format(1))]


def test_a_row_deep_down_of_a_thing_that_is_not_there() -> None:
    rows = [{"of": "m", "interviews.position": 1, "dimension": "leadership", "score": "4"}]
    loaded = from_rows(tables(readiness_measurements__interviews__agreed=rows))
    place = "/readiness_measurements.interviews.agreed/0/of"
    assert told(loaded.report) == [("TAB005", place)]


def test_a_thing_is_read_only_with_all_that_belongs_to_it() -> None:
    mandate = {"id": "m", "kind": "delegation", "period.first_day": "2015-01-01"}
    loaded = from_rows(
        tables(
            mandates=[mandate | {"id": "n"}, mandate],
            mandates__powers=[{"of": "m", "value": "decide"}, {"of": "n", "value": "decide"}],
            mandates__scope__actors=[{"of": "m", "value": b"\xff"}],
        )
    )
    assert "m" not in [one.id for one in whole(loaded).mandates]
    assert ("TYP001", "/mandates.scope.actors/0/value") in told(loaded.report)
    assert ("TAB009", "/mandates/1") in told(loaded.report)


def test_places_that_stand_twice() -> None:
    rows = [SCHOOL | {"position": 1}, SCHOOL | {"id": "bup", "position": 1}, SCHOOL | {"id": "c"}]
    loaded = from_rows(tables(actors=rows))
    assert [actor.id for actor in whole(loaded).actors] == ["skolan", "bup", "c"]
    assert told(loaded.report) == [("TAB006", "/actors/1/position")]


def test_an_entry_of_a_list_without_ids_is_left_out_by_itself() -> None:
    steps = ("initiate", "initiera", "ground")
    entries = [{"step": step, "day": "2015"} for step in steps]
    loaded = from_rows(tables(journey=entries, actors=[SCHOOL | {"kind": "skola"}]))
    assert [entry.step.code for entry in whole(loaded).journey] == ["initiate", "ground"]
    assert told(loaded.report) == [
        ("ASI001", "/actors/0"),
        ("TYP003", "/actors/0/kind"),
        ("TAB009", "/journey/1"),
        ("TYP003", "/journey/1/step"),
    ]


# --- what no document may hold ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "code"),
    [(f"Nås på {NUMBER}", "PRI001"), ("x" * (2**20 + 1), "LIM004")],
    ids=["number of a person", "too long"],
)
def test_what_no_document_may_hold_costs_one_thing(cell: str, code: str) -> None:
    rows = [SCHOOL | {"name": cell}, SCHOOL | {"id": "bup"}, SCHOOL | {"id": "c", "kind": "skola"}]
    loaded = from_rows(tables(actors=rows))
    assert [actor.id for actor in whole(loaded).actors] == ["bup"]
    assert (code, "/actors/0/name") in told(loaded.report)
    assert ("TAB009", "/actors/0") in told(loaded.report)
    assert ("TYP003", "/actors/2/kind") in told(loaded.report)
    assert NUMBER not in str(loaded.report.to_dict("sv"))


def test_the_number_of_a_person_as_a_key_is_never_shown() -> None:
    loaded = from_rows(tables(actors__sources=[{"of": NUMBER, "kind": "seed", "ref": "r"}]))
    assert told(loaded.report) == [("TAB005", "/actors.sources/0/of")]
    assert NUMBER not in str(loaded.report.to_dict("sv"))
    loaded = from_rows(tables() | {NUMBER: [], "actors": [SCHOOL | {NUMBER: 1}]})
    assert NUMBER not in str(loaded.report.to_dict("sv"))
    assert [code for code, _ in told(loaded.report)] == ["TAB001", "TAB002"]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [{"name": ""}],
        [{"purpose": "x"}],
        [{"name": NUMBER}],
        [{"name": "S", "illustrative": "ja"}],
        [{"name": "S", "purpose": b"x"}],
        [{"name": "S", "samverkan": "2.0"}],
        [7],
    ],
    ids=repr,
)
def test_no_value_without_the_row_of_the_collaboration(rows: list[Any]) -> None:
    loaded = from_rows({"collaboration": rows, "actors": [SCHOOL]})
    assert loaded.value is None
    assert not loaded.report.ok()
    assert all(finding.pointer.startswith("/collaboration") for finding in loaded.report)


def test_limits_of_the_whole_leave_no_value() -> None:
    loaded = from_rows(tables(actors=[SCHOOL] * 3), limits=Limits(objects=3))
    assert loaded.value is None
    assert [code for code, _ in told(loaded.report)] == ["LIM003"]


def test_only_one_row_of_the_collaboration_is_read() -> None:
    loaded = from_rows({"collaboration": [{"name": "A"}, {"name": "B"}]})
    assert whole(loaded).name == "A"
    assert told(loaded.report) == [("TAB007", "/collaboration/1")]


# --- tables, columns and rows that are not ours ----------------------------------------------


def test_unknown_tables_and_columns_are_said_once_and_the_rest_read() -> None:
    rows = [SCHOOL | {"kinds": "x", "kind_label": "skola", "": ""} for _ in range(3)]
    loaded = from_rows(tables(actor=[SCHOOL], actors=rows[:1]))
    assert told(loaded.report) == [("TAB001", "/actor"), ("TAB002", "/actors/kinds")]
    assert "actors" in loaded.report[0].message("sv")
    assert "”kinds”" in loaded.report[1].message("sv")
    assert whole(loaded).actors[0].kind is ActorKind.SCHOOL
    assert len(from_rows(tables(actors=rows)).report.by_code("TAB002")) == 1


def test_where_no_column_is_near_the_first_of_the_table_are_named_in_order() -> None:
    rows = [SCHOOL | {"%%%": "x"}]
    (finding,) = from_rows(tables(actors=rows)).report.by_code("TAB002")
    known = ("position", "id", "name", "kind", "kind_name", "sector")
    assert dict(finding.data)["known"] == known


@pytest.mark.parametrize("head", [None, 7, ("a", "b")], ids=repr)
def test_a_row_with_more_cells_than_heads(head: Any) -> None:
    loaded = from_rows(tables(actors=[SCHOOL | {head: ["x"]}, SCHOOL | {"id": "bup", head: None}]))
    assert [actor.id for actor in whole(loaded).actors] == ["bup"]
    assert told(loaded.report) == [("TAB003", "/actors/0")]


class Frame(list[str]):
    """What frames are like: going through one gives the heads of its columns."""

    columns = ("id", "name", "kind")


class Result(list[dict[str, str]]):
    """What the results of SQLAlchemy are like: rows, with a method that chooses columns."""

    def columns(self) -> None:
        """Choose columns."""


def test_what_a_database_gives_is_a_list_of_rows() -> None:
    assert len(whole(from_rows(tables(actors=Result([SCHOOL])))).actors) == 1


def test_a_frame_is_no_list_of_rows() -> None:
    with pytest.raises(InvalidValue, match="the rows of 'actors' are a frame: give them as dicts"):
        from_rows(tables(actors=Frame(Frame.columns)))


def test_a_row_that_is_none() -> None:
    loaded = from_rows(tables(actors=["skolan", SCHOOL]))
    assert told(loaded.report) == [("TYP001", "/actors/0")]
    assert len(whole(loaded).actors) == 1


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ({"pointer": "/actors/0"}, "TYP002", "value"),
        ({"value": "{}"}, "TYP002", "pointer"),
        ({"pointer": "/actor/0", "value": "{}"}, "TYP007", "pointer"),
        ({"pointer": "/actors/0", "value": "[]"}, "TAB008", "value"),
    ],
    ids=repr,
)
def test_what_cannot_be_put_back_where_it_stood(
    row: dict[str, Any], code: str, column: str
) -> None:
    loaded = from_rows(tables(set_aside=[row]))
    assert (code, f"/set_aside/0/{column}") in told(loaded.report)
    assert whole(loaded).set_aside == ()


def test_things_are_put_back_between_others() -> None:
    aside = [
        {"pointer": "/actors/1", "value": '{"id":"x"}'},
        {"pointer": "/actors/9", "value": '{"id":"y"}'},
    ]
    loaded = from_rows(tables(actors=[SCHOOL, SCHOOL | {"id": "bup"}], set_aside=aside))
    pointers = [one.pointer for one in whole(loaded).set_aside]
    assert pointers == ["/actors/1", "/actors/3"]
    turned = from_rows(tables(actors=[SCHOOL, SCHOOL | {"id": "bup"}], set_aside=aside[::-1]))
    assert turned.value == loaded.value


#: Code, tables, message in Swedish, message in English.
SAID: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "TAB001",
        {"principal": []},
        "Tabellen ”principal” är okänd och har inte lästs. Bland dem som finns: principals.",
        (
            "The table ”principal” is not known and was not read. "
            "Among those that there are: principals."
        ),
    ),
    (
        "TAB002",
        {"principals": [{"valu": "a", "value": "a"}]},
        (
            "Kolumnen ”valu” i tabellen ”principals” är okänd och har inte lästs. "
            "Bland dem som finns: value."
        ),
        (
            "The column ”valu” of the table ”principals” is not known and was not read. "
            "Among those that there are: value."
        ),
    ),
    (
        "TAB003",
        {"actors": [SCHOOL | {None: ["x"]}]},
        "Raden har fler celler än tabellen har rubriker och har inte lästs.",
        "The row has more cells than the table has heads, and was not read.",
    ),
    (
        "TAB004",
        {"actors": [SCHOOL | {"name": "\udcc5"}]},
        "Cellen innehåller tecken som inte gick att läsa i den teckenkodning som angavs.",
        "The cell holds characters that could not be read in the encoding that was given.",
    ),
    (
        "TAB005",
        {"actors.competences": [{"of": "skolan", "value": "x"}]},
        (
            "Raden anges höra till ”skolan”. Antal rader i tabellen actors som stämmer med det: 0; "
            "det ska vara exakt en."
        ),
        (
            "The row is said to belong to ”skolan”. Rows of the table actors that match it: 0; "
            "it must be exactly one."
        ),
    ),
    (
        "TAB006",
        {"principals": [{"position": 1, "value": "a"}, {"position": 1, "value": "b"}]},
        "Platsen 1 står mer än en gång i samma lista; raderna läses i den ordning de står.",
        (
            "The place 1 stands more than once in one list; "
            "the rows are read in the order in which they stand."
        ),
    ),
    (
        "TAB007",
        {"collaboration": [{"name": "A"}, {"name": "B"}]},
        "Tabellen collaboration har 2 rader; bara den första har lästs.",
        "The table collaboration has 2 rows; only the first was read.",
    ),
    (
        "TAB008",
        {"actors": [SCHOOL | {"kept": "7"}]},
        "Cellen ska vara ett JSON-objekt, utan fält som har en egen kolumn eller tabell.",
        "The cell must be a JSON object without members that have a column or table of their own.",
    ),
    (
        "TAB009",
        {"actors": [SCHOOL | {"kept": "7"}]},
        "Raden har inte lästs, och inte heller de rader som hör till den.",
        "The row was not read, nor the rows that belong to it.",
    ),
]


@pytest.mark.parametrize(("code", "given", "sv", "en"), SAID, ids=[case[0] for case in SAID])
def test_what_is_said_of_a_fault(code: str, given: dict[str, Any], sv: str, en: str) -> None:
    (finding,) = from_rows(ROOT | given).report.by_code(code)
    assert (finding.message("sv"), finding.message("en")) == (sv, en)


def test_a_report_of_tables_is_a_document_like_any_other() -> None:
    report = from_rows(tables(actors=[SCHOOL | {"kind": "skola"}], hm=[])).report
    assert loads_report(dumps(report)) == report


# --- much, and badly encoded -----------------------------------------------------------------


def test_names_in_another_encoding_are_found_at_their_place() -> None:
    name = "Förskolan Åsgården".encode("cp1252").decode("utf-8", "surrogateescape")
    loaded = from_rows(tables(actors=[SCHOOL, SCHOOL | {"id": "b", "name": name}]))
    assert [actor.id for actor in whole(loaded).actors] == ["skolan"]
    assert told(loaded.report) == [("TAB009", "/actors/1"), ("TAB004", "/actors/1/name")]
    assert "cp1252" in loaded.report[1].remedy("sv")


def test_twenty_thousand_rows_with_three_bad_ones() -> None:
    rows: list[dict[str, Any]] = [SCHOOL | {"id": f"a-{number}"} for number in range(20_000)]
    bad = {7: ("kind", "skola"), 9_999: ("name", 7), 19_999: ("name", NUMBER)}
    for at, (head, cell) in bad.items():
        rows[at][head] = cell
    started = time.process_time()
    loaded = from_rows(tables(actors=rows))
    assert time.process_time() - started < 60
    assert len(whole(loaded).actors) == 19_997
    assert {int(place.split("/")[2]) for _, place in told(loaded.report)} == set(bad)
    assert loads(dumps(whole(loaded)), faulty="set_aside") == loaded.value


def test_a_text_is_no_table() -> None:
    loaded = from_rows(tables(actors="skolan"))
    assert {code for code, _ in told(loaded.report)} == {"TYP001"}
    with pytest.raises(InvalidValue, match="rows"):
        from_rows(tables(actors=7))


def test_a_form_may_say_itself_why_a_cell_cannot_be_read() -> None:
    why = Refused(faults.FORMULA)
    loaded = from_rows(tables(actors=[SCHOOL, SCHOOL | {"id": "b", "name": why}]))
    assert told(loaded.report) == [("TAB009", "/actors/1"), ("WBK004", "/actors/1/name")]
    assert [actor.id for actor in whole(loaded).actors] == ["skolan"]
