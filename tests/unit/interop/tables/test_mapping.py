"""The mapping: names, words, prefixes and pseudonyms, as data that is refused where it is wrong."""

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.report import Report
from samverkan_core.interop.tables import (
    CodeWord,
    ColumnMapping,
    TableMapping,
    TablesMapping,
    from_rows,
    loads_mapping,
    mapping_schema,
)
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.load import LoadError
from samverkan_core.serialization.unknown import without_unknown
from samverkan_core.serialization.write import dumps
from samverkan_core.testing.anything import things
from samverkan_core.values.identifiers import personal_numbers

if TYPE_CHECKING:
    import jsonschema_rs

KEY = b"a key that only we have"
NUMBER = "20121212-1212"
SYSTEM: dict[str, Any] = {
    "absent": ["9999-12-31", "1900-01-01", "NULL"],
    "tables": [
        {
            "table": "actors",
            "source": "T_ENHET",
            "ignored": ["ANDRAD_AV"],
            "columns": [
                {"column": "id", "source": "ENHET_ID", "prefix": "enhet-"},
                {"column": "name", "source": "NAMN"},
                {
                    "column": "kind",
                    "source": "TYP",
                    "codes": [
                        {"word": "Grundskola", "code": "school"},
                        {"word": "7", "code": "preschool"},
                    ],
                },
                {"column": "period.first_day", "source": "FROM", "absent": ["1950-01-01"]},
                {"column": "period.last_day", "source": "TOM"},
                {
                    "column": "illustrative",
                    "source": "TEST",
                    "codes": [{"word": "J", "code": "true"}, {"word": "0", "code": "false"}],
                },
            ],
        }
    ],
}
ROOT = {"collaboration": [{"name": "Samverkan"}]}


def mapping(tree: dict[str, Any] = SYSTEM) -> TablesMapping:
    """Read a mapping as it stands in a file."""
    return loads_mapping(json.dumps(tree))


def faults(tree: Any) -> list[tuple[str, str]]:
    """Give the code and the place of each fault of a mapping."""
    with pytest.raises(LoadError) as caught:
        mapping(tree)
    return [(finding.code, finding.pointer) for finding in caught.value.report]


def children(*columns: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Give a mapping in which some columns of the table of children are spoken of."""
    return {"tables": [{"table": "children", "source": "BARN", "columns": [*columns]}], **more}


PSEUDONYMS = children(
    {"column": "id", "source": "PNR", "prefix": "barn-", "pseudonymise": True}, absent=["-"]
)


def whole(tables: Any, tree: dict[str, Any] = SYSTEM, **more: Any) -> tuple[Collaboration, Report]:
    """Read tables by a mapping."""
    loaded = from_rows(ROOT | tables, mapping(tree), **more)
    assert loaded.value is not None
    return loaded.value, loaded.report


def test_the_names_and_words_of_a_system() -> None:
    rows = [
        {"ENHET_ID": 7, "NAMN": "Åskolan", "TYP": "Grundskola", "FROM": "2015-01-01 00:00:00"},
        {"ENHET_ID": "8", "NAMN": "Ö", "TYP": 7, "FROM": "1900-01-01", "TOM": "9999-12-31"},
        {"ENHET_ID": 9.0, "NAMN": "Ä", "TYP": "school", "FROM": "1950-01-01", "TEST": "J"},
        {"ENHET_ID": 10, "NAMN": "Å", "TYP": "school", "TEST": 0, "ANDRAD_AV": "x", "TOM": "NULL"},
    ]
    collab, report = whole({"T_ENHET": rows})
    assert not report
    assert [(one.id, one.kind.code) for one in collab.actors] == [
        ("enhet-7", "school"),
        ("enhet-8", "preschool"),
        ("enhet-9", "school"),
        ("enhet-10", "school"),
    ]
    assert [one.period is not None for one in collab.actors] == [True, False, False, False]
    assert [one.illustrative for one in collab.actors] == [False, False, True, False]


def test_a_fault_names_the_table_and_the_column_of_the_system() -> None:
    _, report = whole({"T_ENHET": [{"ENHET_ID": 7, "NAMN": "Å", "TYP": "grundskola"}]})
    assert "/T_ENHET/0/TYP" in [finding.pointer for finding in report]
    assert ("column", "”TYP”") in report.by_code("TYP003")[0].data


def test_a_column_that_is_not_spoken_of_is_read_under_its_own_name() -> None:
    row = {"ENHET_ID": 7, "NAMN": "Å", "TYP": "school", "sector": "municipal", "name": "annat"}
    collab, report = whole({"T_ENHET": [row]})
    assert collab.actors[0].name == "Å"
    assert collab.actors[0].sector is not None
    assert [finding.pointer for finding in report] == ["/T_ENHET/name"]


def test_a_name_of_ours_may_stand_for_another_column() -> None:
    tree = {"tables": [{"table": "actors", "columns": [{"column": "name", "source": "kind_name"}]}]}
    row = {"id": "a", "kind": "school", "kind_name": "Åskolan"}
    collab, report = whole({"actors": [row]}, tree)
    assert (collab.actors[0].name, collab.actors[0].kind_name) == ("Åskolan", None)
    assert not report


def test_several_tables_of_a_system_go_to_one() -> None:
    twice = [
        {"table": "actors", "source": name, "columns": [{"column": "id", "prefix": f"{name}-"}]}
        for name in ("skolor", "föreningar")
    ]
    row = {"id": 1, "name": "N", "kind": "other"}
    collab, _ = whole({"skolor": [row], "föreningar": [row]}, {"tables": twice})
    assert [one.id for one in collab.actors] == ["skolor-1", "föreningar-1"]


def test_one_table_of_a_system_goes_to_several() -> None:
    columns = [{"column": "id", "source": "nr", "prefix": "p-"}, {"column": "name", "source": "nn"}]
    of_roles = [
        {"column": "id", "source": "tjänst"},
        {"column": "name", "source": "titel"},
        {"column": "kind", "source": "slag", "otherwise": "employee"},
    ]
    tree = {
        "tables": [
            {"table": "persons", "source": "HR", "columns": columns},
            {"table": "roles", "source": "HR", "columns": of_roles},
        ]
    }
    rows = [
        {"nr": 1, "nn": "Bo", "tjänst": "rektor", "titel": "Rektor"},
        {"nr": 2, "nn": "Ida", "tjänst": "politiker", "titel": "Politiker", "slag": "elected"},
        {"nr": 3, "nn": "Åsa"},
    ]
    collab, report = whole({"HR": rows}, tree)
    assert not report
    assert [one.id for one in collab.persons] == ["p-1", "p-2", "p-3"]
    assert [one.kind.code for one in collab.roles] == ["employee", "elected"]


def test_a_table_under_our_name_is_unknown_where_it_is_not_spoken_of() -> None:
    loaded = from_rows(ROOT | {"T_ENHETER": []}, mapping())
    (finding,) = loaded.report
    assert (finding.code, finding.pointer) == ("TAB001", "/T_ENHETER")
    assert "T_ENHET" in dict(finding.data)["known"]  # type: ignore[operator]  # several texts


# --- pseudonyms ------------------------------------------------------------------------------


def test_a_pseudonym_stands_for_a_value_before_anything_looks_at_it() -> None:
    rows = [{"PNR": NUMBER}, {"PNR": 201212121212}, {"PNR": "-"}]
    collab, report = whole({"BARN": rows}, PSEUDONYMS, key=KEY)
    assert not report
    first, second = (one.id for one in collab.children)
    assert re.fullmatch("barn-[a-p]{32}", first)
    assert first != second
    assert b"2012" not in dumps(collab)


def test_one_value_has_one_pseudonym_in_every_table_and_another_under_another_key() -> None:
    hidden = {"source": "PNR", "prefix": "barn-", "pseudonymise": True}
    tree = children({"column": "id", **hidden})
    tree["tables"].append({"table": "children.sources", "columns": [{"column": "of", **hidden}]})
    sources = [{"PNR": NUMBER, "kind": "seed", "ref": "SB-46"}]
    tables = {"BARN": [{"PNR": NUMBER}], "children.sources": sources}
    collab, report = whole(tables, tree, key=KEY)
    assert not report
    assert len(collab.children[0].sources) == 1
    again, _ = whole(tables, tree, key=KEY)
    other, _ = whole(tables, tree, key=KEY[::-1])
    assert again == collab
    assert other.children[0].id != collab.children[0].id


def test_what_one_table_hides_no_other_of_the_same_rows_looks_at() -> None:
    tree = children({"column": "id", "source": "PNR", "pseudonymise": True})
    tree["tables"].append(
        {"table": "persons", "source": "BARN", "columns": [{"column": "id", "source": "PNR"}]}
    )
    collab, report = whole({"BARN": [{"PNR": NUMBER}]}, tree, key=KEY)
    assert not report
    assert str(collab.persons[0].id) == str(collab.children[0].id)


@given(value=st.text(min_size=1).filter(lambda text: text.strip() != ""))
def test_a_pseudonym_is_never_the_number_of_a_person(value: str) -> None:
    loaded = from_rows(ROOT | {"BARN": [{"PNR": value}]}, mapping(PSEUDONYMS), key=KEY)
    assert not personal_numbers(str(loaded.report.to_dict("sv")))
    if loaded.value is not None and loaded.value.children:
        assert not personal_numbers(loaded.value.children[0].id)


@pytest.mark.parametrize(
    ("cell", "code"), [(b"x", "TYP001"), ("\udcf6", "TAB004"), ([NUMBER], "TYP001")], ids=ascii
)
def test_what_no_pseudonym_can_stand_for(cell: object, code: str) -> None:
    collab, report = whole({"BARN": [{"PNR": cell}]}, PSEUDONYMS, key=KEY)
    assert collab.children == ()
    assert (code, "/BARN/0/PNR") in [(finding.code, finding.pointer) for finding in report]
    assert NUMBER not in str(report.to_dict("sv"))


@pytest.mark.parametrize("key", [None, b"", b"fifteen letters"], ids=repr)
def test_pseudonyms_need_a_key_that_cannot_be_tried(key: bytes | None) -> None:
    with pytest.raises(InvalidValue, match="16 bytes"):
        from_rows(ROOT, mapping(PSEUDONYMS), key=key)


# --- the mapping itself ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        ({"tables": [{"table": "actor"}]}, ("TAB010", "/tables/0/table")),
        (
            children({"column": "illustrative", "otherwise": "ja"}),
            ("TYP003", "/tables/0/columns/0/otherwise"),
        ),
        (
            children({"column": "position", "otherwise": "x"}),
            ("TYP007", "/tables/0/columns/0/otherwise"),
        ),
        (children({"column": "ids"}), ("TAB010", "/tables/0/columns/0/column")),
        (
            children({"column": "as_of", "prefix": "x"}),
            ("TYP007", "/tables/0/columns/0/prefix"),
        ),
        (
            children({"column": "as_of", "pseudonymise": True}),
            ("TYP007", "/tables/0/columns/0/pseudonymise"),
        ),
        (
            children({"column": "illustrative", "codes": [{"word": "J", "code": "ja"}]}),
            ("TYP003", "/tables/0/columns/0/codes/0/code"),
        ),
        (
            {
                "tables": [
                    {
                        "table": "actors",
                        "columns": [{"column": "kind", "codes": [{"word": "S", "code": "skola"}]}],
                    }
                ]
            },
            ("TYP003", "/tables/0/columns/0/codes/0/code"),
        ),
        (
            children({"column": "id"}, {"column": "id", "source": "x"}),
            ("JSN005", "/tables/0/columns/1/column"),
        ),
        (
            children(
                {
                    "column": "illustrative",
                    "codes": [{"word": "J", "code": "true"}, {"word": "J", "code": "false"}],
                }
            ),
            ("JSN005", "/tables/0/columns/0/codes/1/word"),
        ),
        ({"table": []}, ("MEM002", "/table")),
        ({"tables": [{}]}, ("TYP002", "/tables/0")),
        (children({"column": "id", "codes": []}), ("TYP007", "/tables/0/columns/0/codes")),
    ],
    ids=json.dumps,
)
def test_a_mapping_that_cannot_be_meant(tree: Any, found: tuple[str, str]) -> None:
    assert faults(tree) == [found]


def test_a_name_that_does_not_exist_is_met_with_the_nearest() -> None:
    with pytest.raises(LoadError) as caught:
        mapping({"tables": [{"table": "principal"}]})
    (finding,) = caught.value.report
    assert finding.message("sv") == (
        "Ingen tabell eller kolumn här heter ”principal”; bland dem som finns: principals."
    )
    assert finding.message("en") == (
        "No table or column here is called ”principal”; among those that there are: principals."
    )


def test_a_mapping_made_by_hand_is_refused_too() -> None:
    wrong = TablesMapping(tables=(TableMapping(table="actor"),))
    with pytest.raises(InvalidValue, match=r"/tables/0/table.*actors"):
        from_rows(ROOT, wrong)


def test_words_of_texts_stand_for_any_text() -> None:
    column = ColumnMapping(column="name", codes=(CodeWord(word="1", code="Ett"),))
    made = TablesMapping(tables=(TableMapping(table="actors", columns=(column,)),))
    row = {"id": "a", "name": 1, "kind": "school"}
    loaded = from_rows(ROOT | {"actors": [row]}, made)
    assert loaded.value is not None
    assert loaded.value.actors[0].name == "Ett"


@cache
def judge() -> "jsonschema_rs.Validator":
    """Give what judges a mapping by its schema, independent of the reader."""
    judges = pytest.importorskip("jsonschema_rs", reason="the other judge is not installed")
    validator: jsonschema_rs.Validator = judges.validator_for(mapping_schema())
    return validator


@given(made=things(TablesMapping))
def test_the_schema_takes_every_mapping_that_can_be_made(made: TablesMapping) -> None:
    # Members that a mapping does not have can be kept in one that is made, but are never read.
    tree = without_unknown(json.loads(dumps(made)), TablesMapping)
    assert judge().is_valid(tree)


@pytest.mark.parametrize(
    "tree",
    [{"table": []}, {"tables": [{}]}, {"absent": [" "]}, {"tables": [{"table": 7}]}],
    ids=str,
)
def test_the_schema_refuses(tree: Any) -> None:
    assert not judge().is_valid(tree)
    assert judge().is_valid(SYSTEM)
