"""The command: what it prints, on which stream, and with which exit code."""

import io
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import samverkan_core as sam
from samverkan_core import cli
from samverkan_core.assessment import pillars, self_assessment
from samverkan_core.cli import _commands
from samverkan_core.interop.tables import mapping_schema
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.mandate import Mandate
from samverkan_core.present.assessment import assessment_text, pillars_text
from samverkan_core.present.next_step import next_step_text
from samverkan_core.serialization.json_schema import THINGS, openapi, schema
from samverkan_core.values.labels import LANGUAGES, Lang

from .authority.worlds import DAY, municipality
from .commands import Run

LAWFUL = '{"samverkan":"1.0","name":"Samverkan i Åmål"}'
#: One focus area without a time box, and a score of 12 on a scale of nine: an error on any day.
UNLAWFUL = (
    '{"samverkan":"1.0","name":"S","focus_areas":[{"id":"barnfattigdom","name":"Barnfattigdom"}],'
    '"readiness_measurements":[{"id":"matningen","name":"Mätningen","edition":"crm_2014",'
    '"interviews":[{"label":"1","agreed":[{"dimension":"leadership","score":"12"}]}]}]}'
)


@pytest.fixture
def unlawful(tmp_path: Path) -> Path:
    path = tmp_path / "å.json"
    path.write_text(UNLAWFUL, encoding="utf-8")
    return path


# --- check: exit codes -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_findings_that_reach_the_threshold_give_exit_code_1(
    run: Run, unlawful: Path, fail_on: str, code: int
) -> None:
    assert run("check", unlawful, "--at", "2015-03-01", "--fail-on", fail_on)[0] == code


def test_without_grave_findings_the_exit_code_is_0(run: Run, tmp_path: Path) -> None:
    """What one text demands is an error where that text holds: the assignment in Sundbyberg."""
    profile = tmp_path / "mild.json"
    weights = [{"code": "COL001", "severity": "info"}]
    profile.write_text(json.dumps({"name": "mild", "weights": weights}), encoding="utf-8")
    document = tmp_path / "d.json"
    document.write_text(LAWFUL, encoding="utf-8")
    assert run("check", document, "--profile", profile)[0] == 0
    assert run("check", document)[0] == 0
    assert run("check", document, "--profile", "sundbyberg")[0] == 1


def test_an_input_without_a_value_gives_2_whatever_else(run: Run, unlawful: Path) -> None:
    broken = unlawful.with_name("broken.json")
    broken.write_bytes(b"{")
    code, out, _ = run("check", broken, unlawful, "--fail-on", "never")
    assert code == 2
    assert "JSN003" in out
    assert "FOC003" in out


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        (
            "sv",
            "samverkan: --at 2015-13-01 är ingen dag; skriv ÅÅÅÅ-MM-DD, till exempel 2015-03-01",
        ),
        ("en", "samverkan: --at 2015-13-01 is no day; write YYYY-MM-DD, for instance 2015-03-01"),
    ],
)
def test_a_day_that_does_not_exist(run: Run, unlawful: Path, lang: str, sentence: str) -> None:
    code, out, err = run("check", unlawful, "--at", "2015-13-01", "--lang", lang)
    assert (code, out, err) == (2, "", sentence + "\n")


# --- check: inputs that cannot be opened -----------------------------------------------------


def test_a_missing_file_is_named_and_the_others_are_checked(run: Run, unlawful: Path) -> None:
    code, out, err = run("check", "saknas.json", unlawful)
    assert code == 2
    assert "FOC003" in out
    assert err == "samverkan: saknas.json: filen finns inte\n"


def test_a_directory(run: Run, tmp_path: Path) -> None:
    code, _, err = run("check", tmp_path, "--lang", "en")
    assert (code, err) == (2, f"samverkan: {tmp_path}: it is a directory; name a file\n")


def test_a_directory_of_lines(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mapp.ndjson"
    folder.mkdir()
    assert run("check", folder)[2] == f"samverkan: {folder}: det är en mapp; ange en fil\n"


def test_a_file_that_may_not_be_read(
    run: Run, unlawful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    # The right itself cannot be taken away from whoever runs the tests as root.
    monkeypatch.setattr(Path, "open", forbidden)
    code, _, err = run("check", unlawful)
    assert code == 2
    assert err.endswith("filen får inte läsas; be den som äger den om läsrätt\n")


def test_another_fault_of_the_system_says_why(
    run: Run, unlawful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", broken)
    assert run("check", unlawful)[2].endswith("filen går inte att läsa (Input/output error)\n")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "JSN003"),
        (b"\xef\xbb\xbf{}", "JSN002"),
        ('{"samverkan":"1.0"}'.encode("utf-16"), "JSN001"),
        (b"[" * 100_000, "LIM002"),
        (b'{"samverkan":"1.0","name":%s}' % (b"7" * 5000), "LIM005"),
        (b'{"samverkan":"1.0","name":"a","name":"b"}', "JSN005"),
        (b'{"samverkan":"3.1","name":"a"}', "VER002"),
        (b'{"samverkan":"1.0","name":" "}', "TYP004"),
        (b'{"samverkan":"1.0","name":"20230123-2399"}', "PRI001"),
    ],
)
def test_bad_input_is_one_clear_message(run: Run, tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "d.json"
    path.write_bytes(data)
    exit_code, out, err = run("check", path)
    assert exit_code == 2
    assert code in out
    assert "Traceback" not in out + err
    assert "20230123-2399" not in out


# --- check: forms ----------------------------------------------------------------------------


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNLAWFUL.encode())))
    code, out, _ = run("check", "-")
    assert code == 1
    assert out.startswith("-: ")


def test_one_document_a_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "alla.ndjson"
    path.write_text(f"{LAWFUL}\n\n{UNLAWFUL}\n", encoding="utf-8")
    code, out, _ = run("check", path, "--format", "json", "--at", "2015-03-01")
    reports = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [report["file"] for report in reports] == [f"{path}:1", f"{path}:3"]
    assert "FOC003" in {finding["code"] for finding in reports[1]["findings"]}


def test_lines_are_known_by_their_ending_whatever_its_case(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "D.NDJSON"
    path.write_text(f"{LAWFUL}\n{LAWFUL}\n", encoding="utf-8")
    assert len(run("check", path, "--format", "json")[1].splitlines()) == 2


def test_progress_is_shown_to_a_terminal_only(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "alla.ndjson"
    path.write_text(f"{LAWFUL}\n{LAWFUL}\n", encoding="utf-8")
    assert run("check", path)[2] == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert run("check", path)[2] == "\r 50 %\r100 %\n"


def test_text_names_the_profile_the_day_and_what_waits(run: Run, unlawful: Path) -> None:
    with_day = run("check", unlawful, "--at", "2015-03-01")[1]
    without = run("check", unlawful, "--lang", "en")[1]
    assert "(på dagen 2015-03-01, profilen common)" in with_day.splitlines()[0]
    assert "(without a day, profile common)" in without.splitlines()[0]
    assert "Rules waiting for a day (--at): " in without
    assert "Regler som väntar på en dag" not in with_day


def test_html_is_one_page_for_all_documents(run: Run, unlawful: Path) -> None:
    code, out, _ = run("check", unlawful, unlawful, "--format", "html", "--lang", "en")
    assert code == 1
    assert out.count("<!doctype html>") == 1
    assert out.count("<article ") == 2
    assert '<html lang="en">' in out


def test_a_profile_by_name_that_does_not_exist_is_a_finding(run: Run, unlawful: Path) -> None:
    code, out, _ = run("check", unlawful, "--profile", "sundbybreg", "--fail-on", "never")
    assert code == 0
    assert "Profilen sundbybreg finns inte; dokumentet har granskats med common." in out


def test_a_profile_without_a_name_is_not_passed_over(run: Run, unlawful: Path) -> None:
    assert "PRO001 · Påpekande" in run("check", unlawful, "--profile", "")[1]


def test_a_profile_in_a_file(run: Run, unlawful: Path, tmp_path: Path) -> None:
    profile = tmp_path / "var.json"
    profile.write_text('{"name":"vår","without":["FOC003"]}', encoding="utf-8")
    out = run("check", unlawful, "--profile", profile)[1]
    assert "profilen vår" in out
    assert "FOC003 ·" not in out
    assert "Gäller inte i profilen: FOC003.\n" in out


def test_a_profile_file_that_cannot_be_read(run: Run, unlawful: Path, tmp_path: Path) -> None:
    profile = tmp_path / "var.json"
    profile.write_text("{", encoding="utf-8")
    code, out, err = run("check", unlawful, "--profile", profile)
    assert (code, out) == (2, "")
    assert err == (
        f"samverkan: {profile} är ingen profil som går att använda: "
        "Filen är inte JSON: den bryter mot formen på rad 1, kolumn 2.\n"
    )
    assert run("check", unlawful, "--profile", tmp_path / "saknas.json") == (
        2,
        "",
        f"samverkan: {tmp_path / 'saknas.json'}: filen finns inte\n",
    )


@pytest.mark.parametrize(
    ("members", "place", "why"),
    [
        (
            '"without":["FOC03"]',
            "/without/0",
            "Koden ”FOC03” finns inte; bland dem som finns: FOC003",
        ),
        (
            '"weights":[{"code":"foc003","severity":"info"}]',
            "/weights/0/code",
            "Koden ”foc003” finns inte; bland dem som finns: FOC003",
        ),
        (
            '"parameters":{"required_bodies":["bord"]}',
            "/parameters/required_bodies/0",
            "Koden ”bord” finns inte; bland dem som finns: board",
        ),
        (
            '"parameters":{"target_ages":{"from_age":20,"to_age":0}}',
            "/parameters/target_ages",
            "20–0 godtas inte här; det som godtas: 0–20.\n",
        ),
        (
            '"parameters":{"focus_area_limits":3}',
            "/parameters/focus_area_limits",
            "Fältet ”focus_area_limits” är okänt här. Här finns bland andra focus_area_limit.",
        ),
    ],
)
def test_a_slip_in_a_profile_file_is_met_with_the_nearest(
    run: Run, unlawful: Path, tmp_path: Path, members: str, place: str, why: str
) -> None:
    profile = tmp_path / "var.json"
    profile.write_text(f'{{"name":"vår",{members}}}', encoding="utf-8")
    code, out, err = run("check", unlawful, "--profile", profile)
    assert (code, out) == (2, "")
    assert err.startswith(
        f"samverkan: {profile} är ingen profil som går att använda: {place}: {why}"
    )
    assert err.count("\n") == 1
    assert "det första av" not in err


def test_the_first_fault_of_a_profile_file_is_said_and_how_many_there_are(
    run: Run, unlawful: Path, tmp_path: Path
) -> None:
    profile = tmp_path / "var.json"
    profile.write_text('{"name":"vår","without":[7,8,"FOC03"]}', encoding="utf-8")
    assert run("check", unlawful, "--profile", profile)[2] == (
        f"samverkan: {profile} är ingen profil som går att använda: "
        "/without/0: Här står ett heltal; det ska vara en text. Det är det första av 3 fel.\n"
    )


def test_the_faults_of_a_profile_file_are_said_in_english_too(
    run: Run, unlawful: Path, tmp_path: Path
) -> None:
    profile = tmp_path / "our.json"
    profile.write_text('{"name":"common","without":[7]}', encoding="utf-8")
    assert run("check", unlawful, "--profile", profile, "--lang", "en")[2] == (
        f"samverkan: {profile} is no profile that can be used: "
        "/name: The name common is that of a profile that ships with the library and says "
        "otherwise. It is the first of 2 faults.\n"
    )


# --- may -------------------------------------------------------------------------------------


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Give a municipality in which the head of administration decides, and an officer less."""
    path = tmp_path / "kommunen.json"
    path.write_bytes(sam.dumps(municipality().collab))
    return path


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("who", "code"), [("p-head", 0), ("b-board", 0), ("p-officer", 1)])
def test_may_answers_in_words_and_by_its_exit_code(
    run: Run, town: Path, who: str, code: int, lang: Lang
) -> None:
    decision = sam.may(municipality().collab, who, sam.Power.DECIDE, on="x-one", at=DAY)
    asked = ("may", town, who, "decide", "--on", "x-one", "--at", DAY.isoformat())
    assert run(*asked, "--lang", lang) == (code, decision.text(lang) + "\n", "")
    assert decision.allowed is (code == 0)
    if lang == "sv":
        assert run(*asked) == run(*asked, "--lang", lang)


@pytest.mark.parametrize("power", ["prepare", "bereda", "Bereda", "PREPARE"])
def test_a_power_is_named_by_its_code_or_in_swedish(run: Run, town: Path, power: str) -> None:
    code, out, _ = run("may", town, "p-head", power, "--on", "x-one", "--at", "2026-05-04")
    assert code == 0
    assert "p-head får bereda" in out


def test_without_a_thing_the_question_is_about_everything(run: Run, town: Path) -> None:
    asked = sam.may(municipality().collab, "p-head", sam.Power.DECIDE, at=DAY)
    assert run("may", town, "p-head", "decide", "--at", "2026-05-04")[1] == asked.text() + "\n"


def test_may_reads_standard_input(run: Run, town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(town.read_bytes())))
    assert run("may", "-", "p-head", "decide", "--at", "2026-05-04")[0] == 0


@pytest.mark.parametrize(
    ("power", "lang", "message"),
    [
        ("decid", "en", "decid is no power; did you mean decide?"),
        ("Följ upp", "sv", "Följ upp är ingen befogenhet; menade du följa upp?"),
        ("Beslutar", "sv", "Beslutar är ingen befogenhet; menade du besluta?"),
    ],
)
def test_a_mistyped_power_is_met_with_the_nearest(
    run: Run, town: Path, power: str, lang: str, message: str
) -> None:
    asked = ("may", town, "p-head", power, "--at", "2026-05-04", "--lang", lang)
    assert run(*asked) == (2, "", f"samverkan: {message}\n")


@pytest.mark.parametrize(
    ("lang", "message"),
    [("sv", "xyz är ingen befogenhet; här finns "), ("en", "xyz is no power; there are ")],
)
def test_a_power_like_no_other_is_met_with_all(
    run: Run, town: Path, lang: str, message: str
) -> None:
    code, out, err = run("may", town, "p-head", "xyz", "--at", "2026-05-04", "--lang", lang)
    assert (code, out) == (2, "")
    assert err.startswith(f"samverkan: {message}lead (leda), ")
    assert all(f"{power.code} ({power.sv})" in err for power in sam.Power)


@pytest.mark.parametrize(
    ("on", "lang", "message"),
    [
        ("x-on", "sv", "ingenting i dokumentet har id:t x-on; menade du x-one?"),
        ("x-on", "en", "nothing in the document has the id x-on; did you mean x-one?"),
        ("???", "sv", "ingenting i dokumentet har id:t ???"),
        ("???", "en", "nothing in the document has the id ???"),
    ],
)
def test_a_mistyped_id_is_met_with_the_nearest(
    run: Run, town: Path, on: str, lang: str, message: str
) -> None:
    asked = ("may", town, "p-head", "decide", "--on", on, "--at", "2026-05-04", "--lang", lang)
    assert run(*asked) == (2, "", f"samverkan: {message}\n")


@pytest.mark.parametrize(
    ("who", "lang", "hint"),
    [
        (
            "p-haed",
            "sv",
            "samverkan: ingen person och inget organ har id:t p-haed; menade du p-head?\n",
        ),
        (
            "b-bord",
            "en",
            "samverkan: no person and no body has the id b-bord; did you mean b-board?\n",
        ),
        ("???", "sv", ""),
        ("p-chair", "sv", ""),
    ],
)
def test_a_person_whom_nobody_knows_is_answered_with_no_and_perhaps_a_hint(
    run: Run, town: Path, who: str, lang: str, hint: str
) -> None:
    asked = ("may", town, who, "decide", "--on", "x-one", "--at", "2026-05-04", "--lang", lang)
    code, out, err = run(*asked)
    assert (code, err) == (1, hint)
    assert who in out


def test_may_says_that_a_misspelt_member_may_change_the_answer(run: Run, town: Path) -> None:
    asked = ("may", town, "p-head", "decide", "--on", "x-one", "--at", DAY.isoformat())
    assert "samverkan check" not in run(*asked)[2]
    town.write_text(
        town.read_text("utf-8").replace('"may_delegate"', '"may_deleg"'), encoding="utf-8"
    )
    _, _, err = run(*asked)
    assert f"{town}: svaret kan bero på fel i dokumentet (" in err
    assert "samverkan check" in err


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_stream_that_was_closed_gives_no_traceback(closed: str) -> None:
    command = f"{shlex.quote(sys.executable)} -m samverkan_core explain FOC001 {closed}"
    done = subprocess.run(
        ["bash", "-c", command],  # noqa: S607 - a shell is what closes streams
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(Path(cli.__file__).parents[2])},
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_no_input_at_all_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run("check", "-") == (2, "", "samverkan: det finns ingen indata att läsa; ange en fil\n")


def test_may_needs_a_day(run: Run, town: Path) -> None:
    code, out, err = run("may", town, "p-head", "decide", "--at", "2026-02-30")
    assert (code, out) == (2, "")
    assert err.startswith("samverkan: --at 2026-02-30 är ingen dag;")
    code, out, err = run("may", town, "p-head", "decide")
    assert (code, out) == (2, "")
    assert err.endswith("samverkan: det här saknas: --at\n")


def test_a_document_that_cannot_be_read_is_reported_as_check_does(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_bytes(b'{"samverkan":"1.0","name":7}')
    code, out, err = run("may", path, "p-head", "decide", "--at", "2026-05-04")
    assert (code, err) == (2, "")
    assert out.strip() == run("check", path)[1].strip()
    missing = tmp_path / "saknas.json"
    assert run("may", missing, "p-head", "decide", "--at", "2026-05-04") == (
        2,
        "",
        f"samverkan: {missing}: filen finns inte\n",
    )


def test_no_id_reaches_the_terminal_with_control_characters(run: Run, town: Path) -> None:
    code, out, _ = run("may", town, "p\x1b[2J\u202e", "decide", "--at", "2026-05-04")
    assert code == 1
    assert "p\\x1b[2J\\u202e" in out


# --- next ------------------------------------------------------------------------------------

WALKING = (
    '{"samverkan":"1.0","name":"S","focus_areas":[{"id":"narvaro","name":"Närvaro",'
    '"journey":[{"step":"initiate","day":"2015-01-12"}]}]}'
)


@pytest.fixture
def walking(tmp_path: Path) -> Path:
    path = tmp_path / "gång.json"
    path.write_text(WALKING, encoding="utf-8")
    return path


@pytest.fixture
def demanding(tmp_path: Path) -> Path:
    """Give a profile that asks for grounds before the second step."""
    path = tmp_path / "krav.json"
    asks = {"step": "ground", "codes": ["FOC002"]}
    path.write_text(json.dumps({"name": "krav", "step_requirements": [asks]}), encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_next_answers_in_words_and_by_its_exit_code(
    run: Run, walking: Path, demanding: Path, lang: Lang
) -> None:
    asked = ("next", walking, "narvaro", "--at", "2015-03-01", "--lang", lang)
    answer = sam.next_step(sam.loads(WALKING), "narvaro", at=date(2015, 3, 1))
    assert run(*asked) == (0, next_step_text(answer, lang) + "\n", "")
    code, out, err = run(*asked, "--profile", demanding)
    assert (code, err) == (1, "")
    assert out.startswith({"sv": "Nej. ", "en": "No. "}[lang])
    assert "FOC002" in out


def test_next_without_an_area_asks_about_the_collaboration(run: Run, walking: Path) -> None:
    code, out, _ = run("next", walking, "--at", "2015-03-01")
    assert code == 0
    assert out.startswith("Ja. Samverkan får ta steget ”Initiera")


def test_next_answers_programs_too(run: Run, walking: Path, demanding: Path) -> None:
    asked = ("next", walking, "narvaro", "--at", "2015-03-01", "--format", "json", "--lang", "en")
    code, out, _ = run(*asked, "--profile", demanding)
    answer = json.loads(out)
    assert code == 1
    assert (answer["step"], answer["allowed"], answer["by"]) == ("ground", False, [])
    assert [one["code"] for one in answer["missing"]] == ["FOC002"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("narvar", "--at", "2015-03-01"), "har id:t narvar; menade du narvaro?"),
        (("x", "--at", "2015-03-01"), "ingenting i dokumentet har id:t x\n"),
        (("narvaro", "--at", "2015-02-30"), "--at 2015-02-30 är ingen dag"),
    ],
)
def test_next_says_what_is_wrong_with_a_question(
    run: Run, walking: Path, asked: tuple[str, ...], said: str
) -> None:
    code, out, err = run("next", walking, *asked)
    assert (code, out) == (2, "")
    assert said in err


def test_next_reports_a_document_that_cannot_be_read_as_check_does(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "d.json"
    path.write_bytes(b'{"samverkan":"1.0","name":7}')
    code, out, err = run("next", path, "a", "--at", "2015-03-01")
    assert (code, err) == (2, "")
    assert out.strip() == run("check", path)[1].strip()


def test_next_warns_of_what_may_change_the_answer(run: Run, walking: Path) -> None:
    asked = ("next", walking, "narvaro", "--at", "2015-03-01", "--profile", "sundbyber")
    code, _, err = run(*asked)
    assert code == 0
    assert "(PRO001)" in err


# --- explain and schema ----------------------------------------------------------------------


def test_explain_says_what_a_code_stands_for(run: Run) -> None:
    code, out, _ = run("explain", "FOC003", "--lang", "en")
    assert code == 0
    first = "FOC003 · Error (Warning in the profile common) · Structure · From the way of working\n"
    assert out.startswith(first)
    assert "row SB-48" in out


def test_explain_knows_faults_in_files_too(run: Run) -> None:
    assert run("explain", "JSN005")[0] == 0


@pytest.mark.parametrize(
    ("code", "lang", "message"),
    [
        ("FOC03", "sv", "ingen regel och inget fel har koden FOC03; menade du FOC003?"),
        ("FOCOO1", "sv", "ingen regel och inget fel har koden FOCOO1; menade du FOC001?"),
        ("foc003", "en", "no rule and no fault has the code foc003; did you mean FOC003?"),
        ("???", "sv", "ingen regel och inget fel har koden ???"),
    ],
)
def test_a_mistyped_code_is_met_with_the_nearest(
    run: Run, code: str, lang: str, message: str
) -> None:
    assert run("explain", code, "--lang", lang) == (2, "", f"samverkan: {message}\n")


def test_schema_prints_the_schema_of_a_document(run: Run) -> None:
    code, out, _ = run("schema")
    assert code == 0
    assert json.loads(out)["$ref"] == "#/$defs/Collaboration"


def test_schema_prints_the_schema_of_one_thing(run: Run) -> None:
    code, out, _ = run("schema", "FocusArea")
    assert code == 0
    assert json.loads(out) == schema(FocusArea)


def test_schema_prints_the_schema_of_a_mapping_of_tables(run: Run) -> None:
    code, out, _ = run("schema", "TablesMapping")
    assert code == 0
    assert json.loads(out) == mapping_schema()


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("sv", "TablesMapping finns inte som OpenAPI; utelämna --openapi"),
        ("en", "TablesMapping does not exist as OpenAPI; leave out --openapi"),
    ],
)
def test_a_mapping_of_tables_is_no_part_of_openapi(run: Run, lang: str, message: str) -> None:
    asked = ("schema", "TablesMapping", "--openapi", "--lang", lang)
    assert run(*asked) == (2, "", f"samverkan: {message}\n")


@pytest.mark.parametrize(("arguments", "asked"), [((), None), (("Mandate",), Mandate)])
def test_schema_prints_the_same_as_openapi(
    run: Run, arguments: tuple[str, ...], asked: type | None
) -> None:
    code, out, _ = run("schema", *arguments, "--openapi")
    assert code == 0
    assert json.loads(out) == openapi(asked)


@pytest.mark.parametrize(
    ("name", "lang", "message"),
    [
        ("focus_area", "sv", "ingen sak heter focus_area; menade du FocusArea?"),
        ("mandate", "en", "no thing is called mandate; did you mean Mandate?"),
        ("Profil", "sv", "ingen sak heter Profil; menade du Profile?"),
        ("tablesMapping", "sv", "ingen sak heter tablesMapping; menade du TablesMapping?"),
        ("TableMapping", "en", "no thing is called TableMapping; did you mean TablesMapping?"),
        ("", "sv", "ingen sak heter ; här finns {known}"),
        ("???", "en", "no thing is called ???; there are {known}"),
    ],
)
def test_a_mistyped_thing_is_met_with_the_nearest(
    run: Run, name: str, lang: str, message: str
) -> None:
    known = ", ".join(sorted({*THINGS, "TablesMapping"}))
    said = message.format(known=known)
    assert run("schema", name, "--lang", lang) == (2, "", f"samverkan: {said}\n")


# --- assess, pillars -------------------------------------------------------------------------

VIEWS = pytest.mark.parametrize("command", ["assess", "pillars"])


@pytest.fixture
def answered(unlawful: Path) -> Path:
    """Give the document above, with somebody who answers for the missing time box."""
    collab = sam.loads(unlawful.read_bytes())
    (finding,) = sam.check(collab, at=date(2015, 3, 1)).by_code("FOC003")
    owned = sam.accept(collab, finding, reason="r", owner="styrgruppen", last_day=date(2015, 6, 30))
    unlawful.write_bytes(sam.dumps(owned))
    return unlawful


@pytest.mark.parametrize(
    ("command", "text"), [("assess", assessment_text), ("pillars", pillars_text)]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_view_shows_what_the_library_says(
    run: Run, answered: Path, command: str, text: Callable[..., str], lang: Lang
) -> None:
    report = sam.check_json(answered.read_bytes(), at=date(2015, 3, 1))
    shown = text(report, name=str(answered), lang=lang)
    asked = ("--at", "2015-03-01", "--lang", lang)
    assert run(command, answered, *asked) == (0, f"{shown}\n", "")


@VIEWS
def test_a_view_has_a_profile_and_may_have_no_day(run: Run, unlawful: Path, command: str) -> None:
    _, out, _ = run(command, unlawful, "--profile", "riskzon1997", "--lang", "en")
    assert "(without a day, profile riskzon1997)" in out
    assert "Not in the profile" in out
    assert "Waits for a day" in out


def test_assess_answers_programs_too(run: Run, answered: Path) -> None:
    code, out, _ = run("assess", answered, "--at", "2015-03-01", "--format", "json")
    told = json.loads(out)
    report = sam.check_json(answered.read_bytes(), at=date(2015, 3, 1))
    assert code == 0
    assert list(told) == ["file", "stamp", "factors"]
    assert told["stamp"] == report.to_dict()["stamp"]
    assert told["factors"] == [view.to_dict() for view in self_assessment(report)]


def test_pillars_answer_programs_too(run: Run, answered: Path) -> None:
    _, out, _ = run("pillars", answered, "--format", "json", "--lang", "en")
    told = json.loads(out)
    report = sam.check_json(answered.read_bytes())
    assert list(told) == ["file", "stamp", "pillars"]
    assert told["pillars"] == [view.to_dict("en") for view in pillars(report)]


@VIEWS
def test_a_view_of_a_document_that_cannot_be_read_is_what_check_says(
    run: Run, tmp_path: Path, command: str
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(b"{")
    code, out, err = run(command, broken)
    assert (code, err) == (2, "")
    assert out == run("check", broken)[1].rstrip("\n") + "\n"


@pytest.mark.parametrize("command", ["assess", "pillars", "next --at 2015-03-01"])
def test_a_program_is_told_why_a_document_cannot_be_read(
    run: Run, tmp_path: Path, command: str
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(b"{")
    code, out, err = run(*command.split(), broken, "--format", "json", "--lang", "en")
    assert (code, err) == (2, "")
    told = json.loads(out)
    assert told["file"] == str(broken)
    assert [finding["code"] for finding in told["findings"]] == ["JSN003"]
    assert out == run("check", broken, "--format", "json", "--lang", "en")[1]


@VIEWS
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("saknas.json",), "saknas.json: filen finns inte"),
        (
            ("-", "--at", "i dag"),
            "--at i dag är ingen dag; skriv ÅÅÅÅ-MM-DD, till exempel 2015-03-01",
        ),
    ],
)
def test_a_view_says_what_is_wrong_with_a_question(
    run: Run, command: str, arguments: tuple[str, ...], sentence: str
) -> None:
    assert run(command, *arguments) == (2, "", f"samverkan: {sentence}\n")


def test_assess_says_what_may_change_the_answer(run: Run, unlawful: Path) -> None:
    unlawful.write_text(UNLAWFUL.replace('"name":"S"', '"name":"S","prupose":"P"'))
    said = f"{unlawful}: svaret kan bero på fel i dokumentet (MEM001); kör samverkan check"
    assert run("assess", unlawful)[2] == f"samverkan: {said}\n"
    assert run("pillars", unlawful)[2] == ""


def test_check_says_who_answers_for_what_is_accepted_until_it_lapses(
    run: Run, answered: Path
) -> None:
    _, out, _ = run("check", answered, "--at", "2015-06-30")
    assert "1 godtagen avvikelse)\n" in out
    assert "    Godtaget: styrgruppen svarar för det till och med 2015-06-30.\n" in out
    _, out, _ = run("check", answered, "--at", "2015-07-01", "--lang", "en")
    assert "accepted finding" not in out
    assert "    The acceptance has lapsed: styrgruppen answered for it through 2015-06-30.\n" in out
    _, out, _ = run("check", answered, "--at", "2015-06-30", "--format", "json")
    (accepted,) = json.loads(out)["accepted"]
    assert accepted["answerable"] == [{"owner": "styrgruppen", "last_day": "2015-06-30"}]
    _, out, _ = run("check", answered, "--at", "2015-06-30", "--format", "html")
    assert "Godtaget: styrgruppen svarar för det till och med 2015-06-30." in out


@VIEWS
def test_a_view_whose_reader_goes_away_leaves_no_traceback(unlawful: Path, command: str) -> None:
    shown = [sys.executable, "-m", "samverkan_core", command, str(unlawful)]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(shown, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


# --- the world around ------------------------------------------------------------------------


def test_a_reader_that_goes_away_is_met_in_silence(
    run: Run, unlawful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise BrokenPipeError

    turned: list[int] = []
    monkeypatch.setattr(_commands, "_print_report", gone)
    monkeypatch.setattr(os, "dup2", lambda _, to: turned.append(to))
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1, raising=False)
    code, _, err = run("check", unlawful)
    assert (code, err, turned) == (141, "", [1])


def test_a_closed_pipe_leaves_no_traceback(unlawful: Path) -> None:
    command = [sys.executable, "-m", "samverkan_core", "check", *[str(unlawful)] * 200]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_swedish_letters_survive_a_terminal_without_them(
    unlawful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-m", "samverkan_core", "check", str(unlawful)]
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = subprocess.run(command, capture_output=True, check=False)
    assert "Fokusområdet" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_a_full_disk_is_said_in_one_sentence(unlawful: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    command = [sys.executable, "-m", "samverkan_core", "check", str(unlawful), "--lang", "en"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"samverkan: the output cannot be written (")


def test_an_output_that_cannot_be_written(
    run: Run, unlawful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(_commands, "_print_report", full)
    monkeypatch.setattr(os, "dup2", lambda *_: None)
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1, raising=False)
    code, _, err = run("check", unlawful)
    assert code == 2
    assert err == "samverkan: utskriften går inte att skriva (disken är full)\n"


# --- what a newcomer does --------------------------------------------------------------------


@pytest.mark.parametrize("head", ["504b0304", "d0cf11e0a1b11ae1"], ids=["xlsx", "xls"])
@pytest.mark.parametrize("command", ["check", "pillars", "diagram"])
def test_a_workbook_under_another_name_is_named_as_such(
    run: Run, tmp_path: Path, head: str, command: str
) -> None:
    path = tmp_path / "lista.xls"
    path.write_bytes(bytes.fromhex(head))
    said = (
        f"samverkan: {path}: filen är inte JSON utan en arbetsbok eller en annan packad fil; "
        "en arbetsbok (.xlsx) läses med samverkan import\n"
    )
    assert run(command, path) == (2, "", said)


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_lines_that_hold_no_document_are_no_value(run: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "tom.ndjson"
    path.write_text(text, encoding="utf-8")
    expected = (2, "", f"samverkan: {path}: filen innehåller inget dokument\n")
    assert run("check", path) == expected


def test_stopping_the_command_shows_no_traceback(
    run: Run, unlawful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "open", stopped)
    assert run("check", unlawful) == (130, "", "")
