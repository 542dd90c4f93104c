"""The command `diagram`: what the library draws, and what does not go together."""

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import samverkan_core as sam
from samverkan_core.present.diagrams import FORMS, Form
from samverkan_core.present.mandates import mandates_diagram
from samverkan_core.present.pictures import golden_thread_svg
from samverkan_core.present.structure import structure_diagram
from samverkan_core.present.thread import thread_diagram
from samverkan_core.values.labels import LANGUAGES, Lang

from .authority.worlds import DAY, municipality
from .commands import Run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a municipality that has goals too."""
    plain = json.loads(sam.dumps(municipality().collab))
    plain["goals"] = [{"id": "tidigt", "name": "Tidigt stöd"}, {"id": "alla", "name": "Alla med"}]
    path = tmp_path / "kommunen.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "diagram"), [("structure", structure_diagram), ("mandates", mandates_diagram)]
)
def test_a_diagram_of_a_day_is_what_the_library_draws(
    run: Run, file: Path, kind: str, diagram: Callable[..., str], lang: Lang, form: Form
) -> None:
    drawn = diagram(sam.loads(file.read_bytes()), at=DAY, lang=lang, form=form)
    asked = ("--kind", kind, "--at", DAY.isoformat(), "--lang", lang, "--format", form)
    code, out, _ = run("diagram", file, *asked)

    assert (code, out) == (0, drawn)


@pytest.mark.parametrize("goal", [None, "alla"])
def test_a_file_is_enough_for_the_golden_thread(run: Run, file: Path, goal: str | None) -> None:
    collab, asked = sam.loads(file.read_bytes()), ("--goal", goal) if goal else ()

    assert run("diagram", file, *asked)[:2] == (0, thread_diagram(collab, goal))
    assert run("diagram", file, *asked, "--format", "dot", "--lang", "en")[1] == (
        thread_diagram(collab, goal, "en", form="dot")
    )
    assert run("diagram", file, *asked, "--format", "svg")[1] == golden_thread_svg(collab, goal)


@pytest.mark.parametrize(
    ("asked", "sv", "en"),
    [
        (
            "--kind structure",
            "--kind structure gäller en dag; ange den med --at ÅÅÅÅ-MM-DD",
            "--kind structure is about a day; give it with --at YYYY-MM-DD",
        ),
        (
            "--kind mandates --at 2026-02-30",
            "--at 2026-02-30 är ingen dag; skriv ÅÅÅÅ-MM-DD, till exempel 2015-03-01",
            "--at 2026-02-30 is no day; write YYYY-MM-DD, for instance 2015-03-01",
        ),
        (
            "--at 2026-05-04",
            "--kind thread gäller ingen viss dag; utelämna --at",
            "--kind thread is about no certain day; leave out --at",
        ),
        (
            "--kind mandates --at 2026-05-04 --goal alla",
            "--goal hör till --kind thread; utelämna --goal för --kind mandates",
            "--goal belongs to --kind thread; leave out --goal for --kind mandates",
        ),
        (
            "--kind structure --at 2026-05-04 --format svg",
            "--kind structure finns inte som svg, bara --kind thread; välj bland mermaid, dot",
            "--kind structure does not exist as svg, only --kind thread; choose mermaid, dot",
        ),
        (
            "--goal ala",
            "ingenting i dokumentet har id:t ala; menade du alla?",
            "nothing in the document has the id ala; did you mean alla?",
        ),
    ],
)
def test_what_does_not_go_together_is_one_sentence(
    run: Run, file: Path, asked: str, sv: str, en: str
) -> None:
    for lang, said in (("sv", sv), ("en", en)):
        found = run("diagram", file, *asked.split(), "--lang", lang)
        assert found == (2, "", f"samverkan: {said}\n")


def test_a_document_that_cannot_be_read_is_reported_as_check_does(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(b"{")
    code, out, err = run("diagram", broken)

    assert (code, err) == (2, "")
    assert out == run("check", broken)[1].rstrip("\n") + "\n"


def test_a_missing_file_is_named(run: Run) -> None:
    assert run("diagram", "saknas.json")[::2] == (2, "samverkan: saknas.json: filen finns inte\n")


def test_a_misspelt_member_may_change_what_is_drawn(run: Run, file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace('"seats"', '"saets"'))
    plain = json.loads(file.read_bytes()) | {"prupose": "P"}
    file.write_text(json.dumps(plain), encoding="utf-8")
    _, _, err = run("diagram", file)

    assert "svaret kan bero på fel i dokumentet (" in err
    assert "MEM001" in err


def test_a_reader_that_goes_away_leaves_no_traceback(file: Path) -> None:
    command = [sys.executable, "-m", "samverkan_core", "diagram", str(file)]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)

    assert done.returncode == 141
    assert b"Traceback" not in done.stderr


def test_what_is_drawn_says_the_day_only_where_it_is_asked_for(run: Run, file: Path) -> None:
    before = dt.date(2020, 1, 1)
    _, out, _ = run("diagram", file, "--kind", "mandates", "--at", before.isoformat())

    assert "Den 2020-01-01 gällde inga uppdrag och inga delegationer." in out
