"""Command lines that are wrong: one sentence in the language of whoever asked, and exit code 2."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core import cli
from samverkan_core.cli._parsing import lang_asked, what_is_wrong
from samverkan_core.values.labels import LANGUAGES

from .commands import Run

WRONG = {
    "check": (
        "det här saknas: FILE",
        "this is missing: FILE",
    ),
    "may d.json p": (
        "det här saknas: POWER, --at",
        "this is missing: POWER, --at",
    ),
    "check d.json --fresh": (
        "det finns inget sådant argument: --fresh",
        "there is no such argument: --fresh",
    ),
    "explain FOC001 FOC002 --at i": (
        "det finns inget sådant argument: FOC002 --at i",
        "there is no such argument: FOC002 --at i",
    ),
    "chek d.json": (
        "chek är inget kommando; menade du check?",
        "chek is no command; did you mean check?",
    ),
    "check d.json --format jsn": (
        "jsn går inte att välja för --format; menade du json?",
        "jsn cannot be chosen for --format; did you mean json?",
    ),
    "check d.json --format it's": (
        "it's går inte att välja för --format; här finns text, json, html",
        "it's cannot be chosen for --format; there are text, json, html",
    ),
    "export d.json mapp --encoding utf8": (
        "utf8 går inte att välja för --encoding; menade du utf-8?",
        "utf8 cannot be chosen for --encoding; did you mean utf-8?",
    ),
    "diagram d.json --kind mandate": (
        "mandate går inte att välja för --kind; menade du mandates?",
        "mandate cannot be chosen for --kind; did you mean mandates?",
    ),
    "import mapp -o": (
        "-o/--output ska följas av ett värde",
        "-o/--output is to be followed by a value",
    ),
    "schema --openapi=ja": (
        "--openapi tar inget värde; ta bort 'ja'",
        "--openapi takes no value; take away 'ja'",
    ),
    "check d.json --f json": (
        "--f kan betyda --format, --fail-on; skriv ut hela namnet",
        "--f may mean --format, --fail-on; write out the whole name",
    ),
}


@pytest.mark.parametrize("line", WRONG)
@pytest.mark.parametrize(("lang", "which"), [(None, 0), ("sv", 0), ("en", 1)])
def test_what_is_wrong_with_a_line_is_said_in_the_language_asked_for(
    run: Run, line: str, lang: str | None, which: int
) -> None:
    command, *rest = line.split()
    # Before the rest, so that an option without its value stays without one.
    asked = () if lang is None else (f"--lang={lang}",)
    code, out, err = run(command, *asked, *rest)
    usage, said = err.rstrip("\n").rsplit("\n", 1)

    assert (code, out, said) == (2, "", f"samverkan: {WRONG[line][which]}")
    assert usage.startswith("usage: samverkan")


def test_without_a_command_one_is_asked_for(run: Run) -> None:
    code, _, err = run()

    assert (code, err.splitlines()[-1]) == (2, "samverkan: det här saknas: COMMAND")


def test_a_language_before_the_command_is_no_command_but_is_heard(run: Run) -> None:
    code, _, err = run("--lang", "en", "check", "d.json")

    assert code == 2
    assert "samverkan: en is no command; there are check, assess" in err


def test_a_language_that_does_not_exist_is_said_in_swedish(run: Run) -> None:
    code, _, err = run("check", "d.json", "--lang", "no")

    assert code == 2
    assert err.endswith("samverkan: no går inte att välja för --lang; här finns sv, en\n")


def test_help_is_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.main(["diagram", "--help"])

    assert stop.value.code == 0
    assert "golden thread (if left out)" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ([], "sv"),
        (["--lang", "en"], "en"),
        (["check", "--la=en", "--fresh"], "en"),
        (["check", "--lang"], "sv"),
        (["check", "--lang", "de"], "sv"),
        (["check", "--", "--lang", "en"], "sv"),
    ],
)
def test_the_language_is_heard_whatever_else_is_wrong(line: list[str], lang: str) -> None:
    assert lang_asked(line) == lang


@given(line=st.lists(st.text(max_size=8) | st.sampled_from(("--lang", "en", "sv", "--", "-x"))))
def test_any_line_has_a_language(line: list[str]) -> None:
    assert lang_asked(line) in LANGUAGES


@pytest.mark.parametrize(
    ("message", "said"),
    [
        # Python 3.12 and later quote no choices; later still the parser may name the nearest.
        (
            "argument --lang: invalid choice: 'no' (choose from sv, en)",
            "no går inte att välja för --lang; här finns sv, en",
        ),
        (
            "argument COMMAND: invalid choice: 'nxt', maybe you meant 'next'? (choose from next)",
            "nxt är inget kommando; menade du next?",
        ),
        ("unrecognized arguments: --a\nb", "det finns inget sådant argument: --a\nb"),
        ("something that no parser says yet", "something that no parser says yet"),
    ],
)
def test_other_versions_of_the_parser_are_understood_or_quoted(message: str, said: str) -> None:
    assert what_is_wrong(message, "sv") == said
