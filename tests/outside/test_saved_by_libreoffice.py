"""A workbook that another office program has opened and saved is read back as it was."""

import shutil
import subprocess
from pathlib import Path

import pytest

import samverkan_core as sam
from samverkan_core.interop.workbooks import from_workbook, workbook

pytest.importorskip("openpyxl", reason="the extra excel is not installed")

_OFFICE = shutil.which("soffice")
_EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/collaboration.json"))
_HARD = "=1+1 _x0041_\n 1-2 å"
_SECONDS = 180


def saved(data: bytes, folder: Path) -> bytes:
    """Let LibreOffice open a workbook and save it anew."""
    assert _OFFICE is not None
    (folder / "in.xlsx").write_bytes(data)
    given = ("--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "out")
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    subprocess.run(
        [_OFFICE, home, *given, "in.xlsx"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=_SECONDS,
    )
    return (folder / "out" / "in.xlsx").read_bytes()


@pytest.mark.skipif(_OFFICE is None, reason="there is no LibreOffice here")
@pytest.mark.parametrize("example", _EXAMPLES[-1:], ids=lambda path: path.parent.name)
def test_what_libreoffice_saves_comes_back_equal(example: Path, tmp_path: Path) -> None:
    collab = sam.loads(example.read_bytes())
    loaded = from_workbook(saved(workbook(collab), tmp_path))
    assert loaded.value == collab
    assert not loaded.report


@pytest.mark.skipif(_OFFICE is None, reason="there is no LibreOffice here")
def test_what_libreoffice_might_take_for_something_else_comes_back_as_text(tmp_path: Path) -> None:
    collab = sam.Collaboration(name="'2015-01-01", purpose=_HARD, method="0012", stance="#N/A")
    assert from_workbook(saved(workbook(collab), tmp_path)).value == collab
