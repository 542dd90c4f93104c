"""The notebooks, each run in a kernel of its own: what they show is what stands in their files."""

import copy
import json
from pathlib import Path

import pytest

pytest.importorskip("nbclient", reason="nbclient of the group outside is not installed")
pytest.importorskip("ipykernel", reason="ipykernel of the group outside is not installed")
pytest.importorskip("pandas", reason="the extra pandas is not installed")

from nbclient.exceptions import CellExecutionError

from .notebooks import (
    FOLDER,
    NOTEBOOKS,
    Notebook,
    differences,
    faults_in,
    keep,
    loaded,
    run,
    settled,
)


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_shows_again_what_it_is_kept_with(path: Path) -> None:
    kept = loaded(path)
    assert list(faults_in(kept)) == []
    assert list(differences(kept, run(path))) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_is_kept_as_the_script_writes_it(path: Path, tmp_path: Path) -> None:
    kept = loaded(path)
    assert settled(copy.deepcopy(kept)) == kept
    keep(kept, tmp_path / path.name)
    assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_there_are_three() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["analyst", "integrator", "tester"]


# --- that these tests can fail ---------------------------------------------------------------

FORM = {"nbformat": 4, "nbformat_minor": 5}
RAN: dict[str, object] = {"execution_count": None, "metadata": {}, "outputs": []}
SMALL = [
    {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "Words."},
    {"cell_type": "code", "id": "b", "source": "number = 1", **RAN},
    {"cell_type": "code", "id": "c", "source": "print(number)\nnumber + 1", **RAN},
]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Write a small notebook that has not been run."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    path = folder / "small.ipynb"
    path.write_text(json.dumps({"cells": SMALL, "metadata": {}, **FORM}), encoding="utf-8")
    return path


def ran(path: Path) -> Notebook:
    """Run a notebook and keep it as the script does."""
    keep(run(path), path)
    return loaded(path)


def test_a_notebook_that_was_not_run_has_a_fault(small: Path) -> None:
    assert list(faults_in(loaded(small))) == [
        "code cell 1 was run as number None",
        "code cell 2 was run as number None",
    ]
    assert list(faults_in(ran(small))) == []


def test_cells_that_were_run_out_of_order_are_a_fault(small: Path) -> None:
    notebook = ran(small)
    notebook.cells[1].execution_count, notebook.cells[2].execution_count = 2, 1
    assert list(faults_in(notebook)) == [
        "code cell 1 was run as number 2",
        "code cell 2 was run as number 1",
    ]


def test_an_error_and_what_is_said_on_the_side_are_faults(small: Path) -> None:
    notebook = ran(small)
    raised = {"output_type": "error", "ename": "ValueError", "evalue": "", "traceback": []}
    said = {"output_type": "stream", "name": "stderr", "text": "a warning"}
    notebook.cells[1].outputs = [type(notebook)(raised), type(notebook)(said)]
    assert list(faults_in(notebook)) == [
        "code cell 1 raised ValueError",
        "code cell 1 wrote to stderr",
    ]
    notebook.cells = notebook.cells[:1]
    assert list(faults_in(notebook)) == ["it has no code"]


@pytest.mark.parametrize("change", ["print(2)\nnumber + 1", "print(number)\nnumber + 2"])
def test_what_is_printed_and_what_is_shown_are_compared(small: Path, change: str) -> None:
    kept = ran(small)
    assert list(differences(kept, run(small))) == []
    again = loaded(small)
    again.cells[2].source = change
    keep(again, small)
    assert [one.partition(":")[0] for one in differences(kept, run(small))] == [
        "cell 2 shows something else"
    ]
    again.cells = again.cells[:2]
    assert list(differences(kept, again)) == ["3 cells are kept, and 2 were run"]


def test_a_cell_that_raises_stops_the_run(small: Path) -> None:
    notebook = loaded(small)
    notebook.cells[1].source = "raise ValueError"
    keep(notebook, small)
    with pytest.raises(CellExecutionError):
        run(small)


def test_a_run_writes_nothing_beside_the_notebook(small: Path) -> None:
    notebook = loaded(small)
    notebook.cells[1].source = "open('beside.txt', 'w').close()\nnumber = 1"
    keep(notebook, small)
    run(small)
    assert [path.name for path in small.parent.iterdir()] == ["small.ipynb"]


def test_of_what_is_shown_as_a_table_no_second_text_is_kept(small: Path) -> None:
    notebook = loaded(small)
    notebook.cells[
        1
    ].source = (
        "class Shown:\n    def _repr_html_(self): return '<p>shown</p>'\n\nnumber = 1\nShown()"
    )
    keep(notebook, small)
    assert ran(small).cells[1].outputs[0].data == {"text/html": "<p>shown</p>"}


def test_the_notebooks_that_are_run_are_those_of_the_examples() -> None:
    assert FOLDER.is_dir()
    assert {path.parent for path in NOTEBOOKS} == {FOLDER}
