"""DuckDB reads what the extra `arrow` writes: the example is run as it stands."""

import runpy
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import samverkan_core as sam
from samverkan_core.interop.frames import from_nested_arrow, nested_arrow, nested_schema

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="the extra arrow is not installed")

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGE = EXAMPLES.parent / "docs" / "how-to" / "analyse-in-a-notebook.md"
EXAMPLE = EXAMPLES / "frames" / "duckdb_over_parquet.py"
DOCUMENTS = tuple(path.read_bytes() for path in sorted(EXAMPLES.glob("*/collaboration.json")))


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    return runpy.run_path(str(EXAMPLE))


def test_three_questions_are_answered(
    example: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(DOCUMENTS) == 5
    example["main"](tmp_path, date(2014, 6, 1), DOCUMENTS)
    said = capsys.readouterr().out
    assert said.splitlines() == [
        "In several bodies:",
        "  Fokus barn och unga: bup, 2 bodies",
        "Ending within a year:",
        "  socialtjansten: enhetschef, 2015-02-15",
        "Questions in focus:",
        "  Fokus barn och unga: 1 open, 3 not known",
    ]
    assert f"```text\n{said}```" in PAGE.read_text(encoding="utf-8")


def test_the_first_answer_is_that_of_the_model(
    example: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = []
    for collab in map(sam.loads, DOCUMENTS):
        actor_of = {role.id: role.actor for role in collab.roles}
        held = {
            (seat.on_behalf_of or (seat.role and actor_of.get(seat.role)), body.id)
            for body in collab.bodies
            for seat in body.seats
        }
        times = Counter(actor for actor, _ in held if actor)
        expected += [
            f"  {collab.name}: {actor}, {count} bodies"
            for actor, count in sorted(times.items())
            if count > 1
        ]
    assert expected
    example["main"](tmp_path, date(2014, 6, 1), DOCUMENTS)
    assert capsys.readouterr().out.splitlines()[1 : 1 + len(expected)] == expected


def test_the_file_that_it_leaves_is_read_back_as_the_documents(
    example: dict[str, Any], tmp_path: Path
) -> None:
    example["main"](tmp_path, date(2014, 6, 1), DOCUMENTS)
    loaded = from_nested_arrow(pq.read_table(tmp_path / "collaborations.parquet"))
    assert [one.value for one in loaded] == [sam.loads(document) for document in DOCUMENTS]


def test_what_duckdb_writes_itself_is_read_back_equal(tmp_path: Path) -> None:
    """It has types of its own for structs and lists; days, numbers and truths come back as such."""
    collabs = [sam.loads(document) for document in DOCUMENTS]
    whole, copied = tmp_path / "whole.parquet", tmp_path / "copied.parquet"
    pq.write_table(nested_arrow(collabs), whole)
    with duckdb.connect() as db:
        db.read_parquet(str(whole)).write_parquet(str(copied))
    table = pq.read_table(copied)
    assert table.schema.names == nested_schema().names
    assert [one.value for one in from_nested_arrow(table)] == collabs
