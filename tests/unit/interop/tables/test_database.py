"""Tables in a real database: what a driver gives back is the collaboration, whatever its order."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import samverkan_core as sam
from samverkan_core.interop.tables import all_rows, from_rows
from samverkan_core.interop.tables.layout import TABLES

EXAMPLES = sorted((Path(__file__).parents[4] / "examples").glob("*/collaboration.json"))


def stored(tables: dict[str, list[dict[str, Any]]], base: sqlite3.Connection) -> None:
    """Put every table into a database."""
    for name, rows in tables.items():
        heads = ", ".join(f'"{head}"' for head in TABLES[name].heads)
        base.execute(f'create table "{name}" ({heads})')
        marks = ", ".join("?" for _ in TABLES[name].heads)
        base.executemany(
            f'insert into "{name}" values ({marks})',  # noqa: S608 - names and marks of our own
            [tuple(row.values()) for row in rows],
        )


def given(name: str, base: sqlite3.Connection) -> list[dict[str, Any]]:
    """Give the rows of a table in an order that says nothing."""
    cursor = base.execute(f'select * from "{name}" order by random()')  # noqa: S608 - a name of our own
    heads = [described[0] for described in cursor.description]
    return [dict(zip(heads, row, strict=True)) for row in cursor]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_collaboration_comes_back_from_a_database(example: Path) -> None:
    collab = sam.loads(example.read_bytes())
    with closing(sqlite3.connect(":memory:")) as base:
        stored(all_rows(collab), base)
        loaded = from_rows({name: given(name, base) for name in TABLES})
    assert loaded.value == collab
    assert not loaded.report
