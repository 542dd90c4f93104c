"""A collaboration is read back from its tables as it was, typed or as the text of CSV files."""

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.interop.tables import all_rows, from_rows
from samverkan_core.interop.tables.csv_text import csv_rows, csv_text
from samverkan_core.interop.tables.layout import OF, POSITION, TABLES
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
