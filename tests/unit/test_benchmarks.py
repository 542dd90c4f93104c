"""The benchmarks measure what they say; how long anything takes is no matter of a test."""

import runpy
from pathlib import Path

import pytest

AUTHORITY = Path(__file__).parents[2] / "benchmarks" / "authority.py"


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
