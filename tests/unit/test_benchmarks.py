"""The benchmarks measure what they say; how long anything takes is no matter of a test."""

import runpy
from pathlib import Path

import pytest

import samverkan_core as sam

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
AUTHORITY = BENCHMARKS / "authority.py"
AGAIN = BENCHMARKS / "again.py"
FRAMES = BENCHMARKS / "frames.py"


def test_each_question_is_weighed() -> None:
    bench = runpy.run_path(str(AUTHORITY))
    collab = bench["document"](20, 2, 2)
    own = [f"matter-{number}" for number in range(1, 20, 2)]
    costs = bench["questions"](collab, own, "matter-2")
    assert len(costs) == 8
    assert all(look_ups > 0 for look_ups in costs.values())


def test_a_document_that_says_something_else_is_not_measured() -> None:
    bench = runpy.run_path(str(AUTHORITY))
    with pytest.raises(SystemExit):
        bench["questions"](bench["document"](20, 2, 2), ["matter-2"], "matter-1")


def test_each_edit_is_weighed_beside_a_whole_check() -> None:
    bench = runpy.run_path(str(AGAIN))
    collab = bench["document"](1)
    assert bench["count"](collab) == 99
    assert bench["count"](bench["document"](2)) == 198
    shares = bench["shares"](collab)
    assert list(shares) == ["persons", "meetings", "mandates", "focus_areas"]
    assert all(share > 0 for share in shares.values())


def test_an_edit_changes_one_thing_of_one_collection() -> None:
    bench = runpy.run_path(str(AGAIN))
    collab = bench["document"](1)
    after = bench["edited"](collab, "meetings")
    assert after.meetings[0] != collab.meetings[0]
    assert after.meetings[1:] == collab.meetings[1:]
    assert after.actors is collab.actors


def test_the_copies_of_a_document_name_their_own_things() -> None:
    bench = runpy.run_path(str(AGAIN))
    report = sam.check(bench["document"](2), at=bench["DAY"])
    assert not [finding for finding in report if finding.code.startswith("REF")]


def test_storage_is_weighed_beside_json() -> None:
    pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
    bench = runpy.run_path(str(FRAMES))
    shares = bench["shares"](6)
    assert list(shares) == ["to Arrow", "Arrow to Parquet", "from Parquet", "bytes"]
    assert all(share > 0 for share in shares.values())
    first, *_, last = bench["documents"](6)
    assert first["name"] == last["name"]
    assert first["actors"][0]["id"] != last["actors"][0]["id"]


def test_frames_are_made_of_as_many_actors_as_are_asked_for() -> None:
    pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
    pytest.importorskip("pandas", reason="the extra pandas is not installed")
    bench = runpy.run_path(str(FRAMES))
    collab = bench["with_actors"](20)
    assert len({actor.id for actor in collab.actors}) == 20
    assert bench["all_frames"](collab) > 0
