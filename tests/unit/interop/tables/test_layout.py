"""Which tables there are, and what their columns are called."""

import pytest

from samverkan_core.interop.tables.layout import TABLES, CellKind, Table, children
from samverkan_core.model.anatomy import COLLECTIONS, classes
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.shape import BESIDE, members

every_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


def test_every_collection_and_every_list_is_a_table() -> None:
    assert set(COLLECTIONS) <= set(TABLES)
    lists = {name for cls in classes() for name, shape in members(cls) if shape.many} - BESIDE
    assert {name.rpartition(".")[2] for name in TABLES} == {*lists, "collaboration", "set_aside"}


@every_table
def test_no_head_stands_twice_nor_is_that_of_what_stands_beside_another(table: Table) -> None:
    heads = [*table.heads, *(head for column in table.every_column for head in column.beside)]
    assert len(heads) == len(set(heads))


@every_table
def test_a_table_comes_after_that_which_its_rows_belong_to(table: Table) -> None:
    name, above = table.name, table.name.rpartition(".")[0]
    order = [*TABLES]
    while above:
        if above in TABLES:
            assert order.index(above) < order.index(name)
        above = above.rpartition(".")[0]


def test_a_long_table_names_the_way_down_to_its_rows() -> None:
    scores = TABLES["readiness_measurements.interviews.sheets.scores"]
    assert scores.heads == (
        "of",
        "of_position",
        "interviews.position",
        "sheets.position",
        "position",
        "dimension",
        "score",
        "kept",
    )
    assert scores.keys[0].into == ("readiness_measurements",)
    assert TABLES["principals"].heads == ("position", "value")
    assert not TABLES["principals"].is_long


def test_a_part_that_stands_once_is_columns_with_a_point_in_their_names() -> None:
    heads = TABLES["mandates"].heads
    assert {"period.first_day", "period.last_day", "period.kept"} <= set(heads)
    assert {"basis.resolution.day", "basis.resolution.day.about"} <= set(heads)
    assert "scope.actors" not in heads
    assert "mandates.scope.actors" in TABLES


def test_only_what_no_row_can_do_without_is_required() -> None:
    required = {
        name: {column.name for column in TABLES[name].every_column if column.required}
        for name in ("collaboration", "mandates", "appointments", "mandates.powers")
    }
    assert required == {
        "collaboration": {"name"},
        "mandates": {"id", "kind"},
        "appointments": {"id", "person", "office"},
        "mandates.powers": {"of", "value"},
    }


def test_the_tables_that_belong_to_one() -> None:
    assert children("persons") == ("persons.competences", "persons.sources")
    assert children("sources") == ()


def test_what_was_set_aside_has_nothing_beside_it() -> None:
    assert [column.name for column in TABLES["set_aside"].columns] == ["pointer", "value"]
    assert TABLES["set_aside"].columns[1].kind is CellKind.OBJECT
    assert TABLES["collaboration"].cls is Collaboration
