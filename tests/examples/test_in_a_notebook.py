"""The cell that the page on pictures shows gives a chart of what the picture beside it shows."""

import json
from importlib.util import find_spec
from typing import Any

import pytest

from .pictures import EXAMPLES


@pytest.mark.skipif(find_spec("altair") is None, reason="the extra plot is not installed")
def test_the_cell_gives_a_chart_of_the_picture_beside_the_example(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(EXAMPLES / "sundbyberg")
    code = (EXAMPLES / "pictures" / "in_a_notebook.py").read_text(encoding="utf-8")
    # A cell has no file: it knows no __file__.
    made: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(code, "cell", "exec"), made)  # noqa: S102 - as a notebook does with a cell
    beside = EXAMPLES / "sundbyberg" / "who-leaves-when-sv.vl.json"

    drawn = made["leaving"].to_dict()
    assert drawn["description"] == json.loads(beside.read_text(encoding="utf-8"))["description"]
