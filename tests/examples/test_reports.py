"""The reports that stand beside the examples are what a check says today."""

from pathlib import Path

import pytest

from .reports import COMMAND, reports

REPORTS = tuple(reports())


@pytest.mark.parametrize(
    ("file", "text"), REPORTS, ids=[f"{f.parent.name}-{f.stem}" for f, _ in REPORTS]
)
def test_a_report_stands_as_it_is_written(file: Path, text: str) -> None:
    assert file.read_text(encoding="utf-8") == text, COMMAND


def test_each_example_has_one_in_each_language() -> None:
    assert len(REPORTS) == 10
