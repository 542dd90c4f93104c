"""The command's pages: what `--format html` writes, and with which exit code."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import samverkan_core as sam
from samverkan_core.present.html import Shown, assessment_page, page, pillars_page

from .commands import Run

DAY = "2015-03-01"
#: One focus area without a time box: a finding of rule FOC003 on any day.
AREA = '{"samverkan":"1.0","name":"S","focus_areas":[{"id":"skola","name":"Skola"}]}'
VIEWS = pytest.mark.parametrize(
    ("command", "view"), [("assess", assessment_page), ("pillars", pillars_page)]
)


@pytest.fixture
def run(run: Run) -> Run:
    """Run the command so that it writes a page."""
    return lambda *arguments: run(*arguments, "--format", "html")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "å.json"
    path.write_text(AREA, encoding="utf-8")
    return path


def shown(file: Path) -> Shown:
    data = file.read_bytes()
    report = sam.check_json(data, at=date.fromisoformat(DAY))
    return Shown(name=str(file), report=report, collaboration=sam.loads(data))


def test_check_writes_the_page_that_the_library_makes(run: Run, file: Path) -> None:
    assert run("check", file, "--at", DAY) == (0, page([shown(file)]), "")
    code, out, _ = run("check", file, "--at", DAY, "--lang", "en", "--fail-on", "never")
    assert (code, out) == (0, page([shown(file)], "en"))


@VIEWS
def test_a_view_writes_the_page_that_the_library_makes(
    run: Run, file: Path, command: str, view: Callable[..., str]
) -> None:
    drawn = view(shown(file), lang="en")
    assert run(command, file, "--at", DAY, "--lang", "en") == (0, drawn, "")


def test_pictures_come_with_a_day_only(run: Run, file: Path) -> None:
    assert run("check", file, "--at", DAY)[1].count("<svg ") == 1
    assert run("check", file)[1].count("<svg ") == 0


def test_the_limit_is_that_of_a_profile_of_ones_own(run: Run, file: Path, tmp_path: Path) -> None:
    own = tmp_path / "var.json"
    own.write_text('{"name": "var", "parameters": {"focus_area_limit": 7}}', encoding="utf-8")
    assert "Gräns: 7." in run("check", file, "--at", DAY, "--profile", own)[1]
    assert "Gräns: 4." in run("check", file, "--at", DAY, "--profile", "sundbyberg")[1]


def test_a_file_that_is_not_there_is_no_reason_to_leave_the_others_out(
    run: Run, file: Path, tmp_path: Path
) -> None:
    lines = tmp_path / "alla.ndjson"
    lines.write_text(f'{AREA}\n{{"samverkan": 1}}\n', encoding="utf-8")
    code, out, err = run("check", tmp_path / "saknas.json", file, lines, "--lang", "en")
    assert code == 2
    assert "there is no such file" in err
    assert out.count("<article ") == 3
    assert f'<a href="#d3">{lines}:2</a>: The document cannot be read' in out


def test_a_question_that_is_none_has_no_page(run: Run, file: Path) -> None:
    code, out, err = run("check", file, "--at", "i dag")
    assert (code, out) == (2, "")
    assert err.startswith("samverkan: --at i dag är ingen dag")


@pytest.mark.parametrize("command", ["assess", "pillars"])
def test_a_view_of_what_cannot_be_read_is_the_page_of_check(
    run: Run, tmp_path: Path, command: str
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(b"{")
    code, out, err = run(command, broken)
    assert (code, err) == (2, "")
    assert out == run("check", broken)[1]
    assert "Dokumentet går inte att läsa" in out


def test_no_protected_person_stands_in_any_page(run: Run, tmp_path: Path) -> None:
    anna = {"id": "anna-77", "name": "Hemlig", "workplace": "skola-77"}
    persons = [{**anna, "protection": "protected_registration"}]
    file = tmp_path / "s.json"
    file.write_text(json.dumps({"samverkan": "1.0", "name": "S", "persons": persons}))
    for command in ("check", "assess", "pillars"):
        out = run(command, file, "--at", DAY)[1]
        assert not [word for word in ("anna-77", "Hemlig", "skola-77") if word in out]
    assert "[skyddade uppgifter]" in run("check", file)[1]
