"""A collaboration is read back from its tables as it was, typed or as the text of CSV files."""

import datetime as dt
from operator import itemgetter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.pointer import pointer, tokens
from samverkan_core.interop.tables import all_rows, from_rows
from samverkan_core.interop.tables.csv_text import csv_rows, csv_text
from samverkan_core.interop.tables.layout import OF, POSITION, TABLES
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.load import read
from samverkan_core.serialization.write import dumps
from samverkan_core.testing.strategies import collaborations, worlds

#: Members that are not known and a version that is newer: said of a document too.
FOUND_IN_ANY_FORM = {"MEM001", "VER003"}


def as_csv(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[Any]]:
    """Write every table that has rows as CSV and read it again."""
    written = {name: csv_text(TABLES[name].heads, rows) for name, rows in tables.items() if rows}
    return {name: csv_rows(text) for name, text in written.items()}


@given(collab=collaborations())
def test_a_collaboration_is_read_back_from_its_tables(collab: Collaboration) -> None:
    loaded = from_rows(all_rows(collab))
    assert loaded.value == collab
    assert {finding.code for finding in loaded.report} <= FOUND_IN_ANY_FORM


@given(collab=collaborations())
def test_a_collaboration_is_read_back_from_its_tables_as_csv(collab: Collaboration) -> None:
    assert from_rows(as_csv(all_rows(collab))).value == collab


@given(world=worlds())
def test_a_lawful_collaboration_is_read_back_with_nothing_said_of_its_tables(
    world: tuple[Collaboration, dt.date],
) -> None:
    collab, _ = world
    loaded = from_rows(as_csv(all_rows(collab)))
    assert loaded.value == collab
    assert {finding.code for finding in loaded.report} <= FOUND_IN_ANY_FORM


@given(collab=collaborations(), data=st.data())
def test_the_order_of_rows_and_tables_does_not_matter_where_places_are_stated(
    collab: Collaboration, data: st.DataObject
) -> None:
    turned = {name: rows[::-1] for name, rows in reversed(all_rows(collab).items())}
    name = data.draw(st.sampled_from([name for name, rows in turned.items() if rows]))
    turned[name] = data.draw(st.permutations(turned[name]))
    assert from_rows(turned).value == collab


@given(collab=collaborations())
def test_what_was_set_aside_goes_through_tables_too(collab: Collaboration) -> None:
    spoilt = dumps(collab)[:-1] + b',"plans":' if not collab.plans else dumps(collab)
    if not collab.plans:
        spoilt += b'[{"id":7},{"id":"x","kind":[true,{"a":1.0}]}]}'
    aside = read(spoilt, faulty="set_aside").value
    assert aside is not None
    assert from_rows(all_rows(aside)).value == aside


@given(collab=collaborations())
def test_every_row_has_every_column_of_its_table_and_names_what_it_belongs_to(
    collab: Collaboration,
) -> None:
    for name, rows in all_rows(collab).items():
        assert all(tuple(row) == TABLES[name].heads for row in rows)
        keys = (OF, POSITION) if TABLES[name].is_long else (POSITION,)
        assert all(row[key] for row in rows for key in keys if name != "collaboration")


#: What a driver, a reader of CSV or a frame may put in a cell, and what none of them would.
CELLS = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.sampled_from(("a", "1", "true", "other", "2015-01-01", "2015-01-01 00:00:00")),
    st.sampled_from(("{}", '{"id":"a"}', "/actors/0", "/actors/2", "/persons/0")),
    st.sampled_from(('{"x-a":1}', '{"id":1}', "{", "NaN", "20121212-1212", "\udce5", "9" * 200)),
    st.integers(-2, 3),
    st.floats(),
    st.decimals(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.binary(max_size=3),
    st.lists(st.integers(), max_size=2),
    st.just(10**5000),
)
NAMES = ("collaboration", "actors", "actors.sources", "actors.names", "mandates", "mandates.powers")
FEW = (*NAMES, "journey", "plans", "plans.consents", "plans.consents.covers", "set_aside", "hm")


@st.composite
def strange_tables(draw: st.DrawFn) -> dict[str, list[Any]]:
    """Draw tables that nobody would keep."""
    return {
        name: draw(st.lists(strange_rows(name) | CELLS, max_size=3))
        for name in draw(st.lists(st.sampled_from(FEW), unique=True))
    }


def strange_rows(name: str) -> st.SearchStrategy[dict[Any, Any]]:
    """Draw a row of a table with cells of any kind."""
    heads = (*TABLES[name].heads, "strange", None) if name in TABLES else ("id",)
    return st.dictionaries(st.sampled_from(heads), CELLS, max_size=len(heads))


@given(tables=strange_tables(), named=st.booleans())
def test_tables_never_raise_and_every_finding_leads_into_them(
    tables: dict[str, list[Any]], named: bool
) -> None:
    if named:
        tables["collaboration"] = [{"name": "Samverkan"}]
    loaded = from_rows(tables)
    for finding in loaded.report:
        table, *row = tokens(finding.pointer)
        assert table in {*tables, "collaboration"}
        assert not row or row[0] in {"strange", ""} or int(row[0]) < len(tables[table])
        assert finding.message("sv")
        assert finding.message("en")
    if named:
        assert loaded.value is not None
        assert from_rows(all_rows(loaded.value)).value == loaded.value


@given(collab=worlds().map(itemgetter(0)), data=st.data())
def test_one_cell_that_cannot_be_read_costs_one_thing(
    collab: Collaboration, data: st.DataObject
) -> None:
    tables = all_rows(collab)
    name = data.draw(st.sampled_from([one for one in COLLECTIONS if tables[one]]))
    row = data.draw(st.sampled_from(tables[name]))
    head = data.draw(st.sampled_from([head for head in row if head != "position"]))
    thing = row["id"]
    row[head] = object()
    loaded = from_rows(tables)
    assert loaded.value is not None
    for collection in COLLECTIONS:
        left = [one for one in getattr(collab, collection) if one.id != thing]
        assert [*getattr(loaded.value, collection)] == left
    at = tables[name].index(row)
    assert pointer(name, at, head) in {finding.pointer for finding in loaded.report}
    assert pointer(name, at) in {finding.pointer for finding in loaded.report.by_code("TAB009")}
