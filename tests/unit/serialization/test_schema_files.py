"""The schema files that others take from the documentation: none is missing, and none is stale."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from samverkan_core.model.anatomy import classes
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.json_schema import openapi, schema
from samverkan_core.serialization.versions import CURRENT

DOCS = Path(__file__).parents[3] / "docs"
FOLDER = DOCS / "reference" / "schemas" / CURRENT
COMMAND = "cd docs && python -m _generate.schemas"

EXPECTED = {
    **{f"{cls.__name__}.json": schema(cls) for cls in (*classes(), *classes(Profile))},
    "openapi.json": openapi(),
}


def as_written(tree: dict[str, Any]) -> bytes:
    """Give the bytes of a schema file."""
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()


def test_no_file_is_missing_and_none_too_many() -> None:
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    assert there == {*EXPECTED, "list.txt"}, f"write the schema files anew: {COMMAND}"


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_says_what_the_code_says(name: str) -> None:
    kept = (FOLDER / name).read_bytes()
    assert kept == as_written(EXPECTED[name]), f"{name} is stale, write it anew: {COMMAND}"


def test_the_list_on_the_page_names_every_thing_with_its_sentence() -> None:
    text = (FOLDER / "list.txt").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| {download}")]
    assert rows == [
        f"| {{download}}`{name} <schemas/{CURRENT}/{name}.json>` | {said} |"
        for name, tree in ((cls, EXPECTED[f"{cls}.json"]) for cls in _in_order())
        for said in [tree["$defs"][name]["description"]]
    ], f"the list is stale, write it anew: {COMMAND}"


def _in_order() -> list[str]:
    return [name.removesuffix(".json") for name in EXPECTED if name != "openapi.json"]


def test_the_command_writes_them_and_takes_away_what_is_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    folder = tmp_path / CURRENT
    folder.mkdir()
    (folder / "Gone.json").write_text("{}", encoding="utf-8")
    (folder / "Seat.json").write_text("{}", encoding="utf-8")
    command = [sys.executable, "-m", "_generate.schemas", str(folder)]
    subprocess.run(command, cwd=DOCS, check=True)
    written = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert written == {path.name: path.read_bytes() for path in FOLDER.iterdir()}
