"""The examples with frames say what the documents say."""

import json
import runpy
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import samverkan_core as sam
from samverkan_core.interop.frames import to_pandas
from samverkan_core.interop.tables import from_rows

EXAMPLES = Path(__file__).parents[2] / "examples"
FRAMES = EXAMPLES / "frames"
PATHS = sorted(EXAMPLES.glob("*/collaboration.json"))
NAMES = [path.parent.name for path in PATHS]
DOCUMENTS = tuple(path.read_bytes() for path in PATHS)
DAY = date(2015, 3, 1)


def test_polars_counts_the_findings_of_every_example() -> None:
    pytest.importorskip("polars", reason="the extra polars is not installed")
    example = runpy.run_path(str(FRAMES / "findings_in_polars.py"))
    counted = example["counted"](example["findings"](DOCUMENTS, DAY))
    reports = [sam.check(sam.loads(document), at=DAY) for document in DOCUMENTS]
    expected = Counter(
        (finding.severity.code, finding.pillar.label("sv"))
        for report in reports
        for finding in (*report, *report.accepted)
    )
    rows = list(counted.iter_rows())
    assert len(rows) > len(sam.Severity)
    assert {(severity, pillar): count for severity, pillar, count in rows} == expected
    order = [one.code for one in sam.Severity]
    assert [order.index(severity) for severity, *_ in rows] == sorted(
        order.index(severity) for severity, *_ in rows
    )


def test_a_chart_shows_every_seat_that_is_held_for_an_actor() -> None:
    pytest.importorskip("pandas", reason="the extra pandas is not installed")
    pytest.importorskip("altair", reason="the extra plot is not installed")
    example = runpy.run_path(str(FRAMES / "seats_in_a_figure.py"))
    collab = sam.loads((EXAMPLES / "sundbyberg" / "collaboration.json").read_bytes())
    # Turning it into JSON lets altair check it against the schema of Vega-Lite.
    chart = json.loads(example["chart"](collab).to_json())
    (shown,) = chart["datasets"].values()
    named = {actor.id: actor.name for actor in collab.actors}
    expected: Counter[str] = Counter()
    for body in collab.bodies:
        for seat in body.seats:
            if seat.on_behalf_of is not None:
                expected[named[seat.on_behalf_of]] += seat.count
    found: Counter[str] = Counter()
    for row in shown:
        found[row["on_behalf_of_label"]] += row["count"]
    assert found == expected
    assert chart["title"].endswith(collab.name)


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)
def test_an_example_is_read_back_from_its_frames_in_pandas(document: bytes) -> None:
    pytest.importorskip("pandas", reason="the extra pandas is not installed")
    collab = sam.loads(document)
    # Of nobody in the examples is anything withheld, so the frames hold all that a document does.
    tables = {name: frame.to_dict("records") for name, frame in to_pandas(collab).items()}
    loaded = from_rows(tables)
    assert loaded.value == collab
    assert not loaded.report.by_severity(sam.Severity.ERROR)
