"""The notebooks of the examples: run from the first cell to the last, and kept as they were run.

What a run gives by chance or by the clock is not kept, so that running again changes nothing. To
run them and write them anew:

    python tests/outside/notebooks.py --write
"""

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"
NOTEBOOKS = tuple(sorted(FOLDER.glob("*.ipynb")))
COMMAND = "python tests/outside/notebooks.py --write"

#: A notebook as plain values, as its file holds it.
Notebook: TypeAlias = Any
#: So many seconds a cell may take.
_PATIENCE = 240
#: The version of the form of the files; a later one gives each cell an id.
_FORM = 4


def loaded(path: Path) -> Notebook:
    """Read a notebook as it stands."""
    return nbformat.read(path, as_version=_FORM)  # type: ignore[no-untyped-call]


def keep(notebook: Notebook, path: Path) -> None:
    """Write a notebook into its file."""
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


def run(path: Path) -> Notebook:
    """Run a notebook in a kernel of its own, in a copy of its folder, so that it changes nothing.

    A cell that raises stops the run, with the cell in the message.
    """
    with tempfile.TemporaryDirectory(prefix="samverkan.") as place:
        there = Path(place, path.parent.name)
        shutil.copytree(path.parent, there)
        notebook = loaded(path)
        asyncio.run(_client(notebook, there).async_execute())
    return settled(notebook)


def _client(notebook: Notebook, there: Path) -> NotebookClient:
    # The kernel is spoken to through files beside the copy: no port of the machine is opened.
    sockets = {"transport": "ipc", "ip": str(there.with_name("kernel"))}
    return NotebookClient(
        notebook,
        config=Config({"KernelManager": sockets}),
        kernel_name="python3",
        timeout=_PATIENCE,
        resources={"metadata": {"path": str(there)}},
        # What people have typed before is no part of a notebook.
        extra_arguments=["--HistoryManager.enabled=False"],
        record_timing=False,
        # However the kernel happens to part what is printed, it is kept as one text.
        coalesce_streams=True,
    )


def settled(notebook: Notebook) -> Notebook:
    """Keep what a run always gives: cells, their numbers, and what they showed."""
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(notebook.cells):
        cell.id, cell.metadata = f"cell-{number}", {}
        for output in cell.get("outputs", ()):
            _settle(output)
    return notebook


def _settle(output: Notebook) -> None:
    if "metadata" in output:
        output.metadata = {}
    # What is shown as a table or a picture is not kept a second time as the text of a console.
    if {"text/html", "image/svg+xml"} & set(output.get("data", ())):
        output.data.pop("text/plain", None)


def faults_in(notebook: Notebook) -> Iterator[str]:
    """Give what keeps a notebook from being one that was run in order and without a fault."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if not code:
        yield "it has no code"
    for number, cell in enumerate(code, start=1):
        if cell.execution_count != number:
            yield f"code cell {number} was run as number {cell.execution_count}"
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"code cell {number} raised {output.ename}"
            elif output.get("name") == "stderr":
                yield f"code cell {number} wrote to stderr"


def differences(kept: Notebook, again: Notebook) -> Iterator[str]:
    """Give the cells that are no longer the same, or show something else than what is kept."""
    if len(kept.cells) != len(again.cells):
        yield f"{len(kept.cells)} cells are kept, and {len(again.cells)} were run"
    for number, (one, other) in enumerate(zip(kept.cells, again.cells, strict=False)):
        if one != other:
            yield f"cell {number} shows something else: {COMMAND}"


def main(arguments: list[str]) -> None:
    """Run every notebook, and write it as it was run."""
    if arguments != ["--write"]:
        sys.exit(f"usage: {COMMAND}")
    for path in NOTEBOOKS:
        keep(run(path), path)


if __name__ == "__main__":
    main(sys.argv[1:])
