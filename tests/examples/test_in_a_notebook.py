"""The cell that the page on pictures shows gives a chart of what the picture beside it shows."""

import json
import runpy
from importlib.util import find_spec

import pytest

from .pictures import EXAMPLES


@pytest.mark.skipif(find_spec("altair") is None, reason="the extra plot is not installed")
def test_the_cell_gives_a_chart_of_the_picture_beside_the_example() -> None:
    made = runpy.run_path(str(EXAMPLES / "pictures" / "in_a_notebook.py"))
    beside = EXAMPLES / "sundbyberg" / "who-leaves-when-sv.vl.json"

    drawn = made["leaving"].to_dict()
    assert drawn["description"] == json.loads(beside.read_text(encoding="utf-8"))["description"]
