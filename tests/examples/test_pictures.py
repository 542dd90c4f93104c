"""The pictures that stand beside the examples are what is drawn of them today."""

from pathlib import Path

import pytest

from .pictures import COMMAND, EXAMPLES, pictures

PICTURES = tuple(pictures())


@pytest.mark.parametrize(
    ("file", "text"), PICTURES, ids=[f"{f.parent.name}-{f.name}" for f, _ in PICTURES]
)
def test_a_picture_stands_as_it_is_drawn(file: Path, text: str) -> None:
    assert file.read_text(encoding="utf-8") == text, COMMAND


def test_no_picture_stands_there_that_nobody_draws() -> None:
    there = {*EXAMPLES.glob("*/*.svg"), *EXAMPLES.glob("*/*.vl.json")}

    assert there == {file for file, _ in PICTURES}
