"""The notebooks as they are kept, read as the JSON that they are: nothing need be installed.

That they show the same when they are run again is tested by `nox -s outside`.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import samverkan_core as sam
from samverkan_core.interop.tables import loads_mapping

FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"
PATHS = sorted(FOLDER.glob("*.ipynb"))

each_notebook = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def cells_of(path: Path, kind: str | None = None) -> list[dict[str, Any]]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if kind in {None, cell["cell_type"]}]


def text_of(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


@each_notebook
def test_a_notebook_was_run_from_the_first_cell_to_the_last_without_a_fault(path: Path) -> None:
    code = cells_of(path, "code")
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    kinds = {output["output_type"] for cell in code for output in cell["outputs"]}
    assert kinds <= {"stream", "execute_result"}
    assert any(cell["outputs"] for cell in code)


@each_notebook
def test_a_notebook_says_first_what_to_install(path: Path) -> None:
    first = cells_of(path)[0]
    assert first["cell_type"] == "markdown"
    (asked,) = re.findall(r"`pip install ([^`]+)`", text_of(first))
    extras = {"analyst": "[pandas]", "integrator": "", "tester": "[testing]"}
    package = f"samverkan_core{extras[path.stem]}"
    assert asked.replace('"', "").split() == [package, "ipykernel"]


@each_notebook
def test_a_notebook_shows_nothing_of_the_machine_that_it_was_run_on(path: Path) -> None:
    kept = path.read_text(encoding="utf-8")
    assert not re.search(r"/(?:home|root|tmp|work|usr|Users)/|0x[0-9a-f]{6,}", kept)


@each_notebook
def test_a_notebook_says_why_between_its_cells(path: Path) -> None:
    kinds = [cell["cell_type"] for cell in cells_of(path)]
    assert kinds.count("markdown") >= kinds.count("code") / 2
    for cell in cells_of(path, "markdown"):
        assert len(text_of(cell).split()) <= 90


def test_the_analyst_is_never_shown_whose_particulars_are_protected() -> None:
    kept = (FOLDER / "analyst.ipynb").read_text(encoding="utf-8")
    people = (FOLDER / "hagby" / "personer.csv").read_text(encoding="utf-8")
    assert ";Cecilia Exempel;30;Ja" in people
    assert "Cecilia" not in kept
    assert "skyddade uppgifter" in kept


def test_the_mapping_of_the_analyst_is_one() -> None:
    mapping = loads_mapping((FOLDER / "hagby" / "mappning.json").read_bytes())
    named = {table.source for table in mapping.tables}
    assert named == {path.stem for path in (FOLDER / "hagby").glob("*.csv")}


def test_what_the_notebooks_show_of_the_library_is_there() -> None:
    shown = "\n".join(text_of(cell) for path in PATHS for cell in cells_of(path, "code"))
    names = set(re.findall(r"\bsam\.(\w+)", shown))
    assert names
    assert names <= set(sam.__all__)
