"""The examples: encoded from their texts, and checked against what a reader expected beforehand."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs
import pytest

import samverkan_core as sam
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.anatomy import COLLECTIONS, parts
from samverkan_core.model.mandate import Scope
from samverkan_core.reference.seeds import rows
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.source import Source, SourceKind

EXAMPLES = Path(__file__).parents[2] / "examples"
#: Each example with the letters of its rows in the list of what the texts say.
ROWS = {
    "atvidaberg": "AT",
    "lomma": "LO",
    "rattvik": "RA",
    "riskzon1997": "KF",
    "sundbyberg": "SB",
}
NAMES = sorted(ROWS)

each_example = pytest.mark.parametrize("name", NAMES)


def data_of(name: str) -> bytes:
    return (EXAMPLES / name / "collaboration.json").read_bytes()


def expected_of(name: str) -> str:
    return (EXAMPLES / name / "expected.md").read_text(encoding="utf-8")


def table_under(heading: str, text: str) -> list[list[str]]:
    """Give the rows of the first table under a heading, without its head."""
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def report_of(name: str) -> sam.Report:
    text = expected_of(name)
    day = re.search(r"^at: (\S+)$", text, re.MULTILINE)
    profile = re.search(r"^profile: (\S+)$", text, re.MULTILINE)
    assert day is not None
    assert profile is not None
    if profile[1] not in PROFILES:
        pytest.skip(f"the profile {profile[1]} is not there yet")
    collab = sam.loads(data_of(name))
    return sam.check(collab, at=date.fromisoformat(day[1]), profile=profile[1])


def seed_rows(collab: sam.Collaboration) -> Iterator[tuple[str, str]]:
    """Give each seed row that a thing names, with the id of the thing."""
    for place, part in parts(collab):
        if isinstance(part, Source) and part.kind is SourceKind.SEED:
            owner = getattr(collab, str(place[0]))[int(place[1])] if len(place) > 3 else None
            yield part.ref, getattr(owner, "id", "-")


@each_example
def test_nothing_is_lost_or_moved(name: str) -> None:
    data = data_of(name)
    written = sam.dumps(sam.loads(data))
    compact = json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":"))
    assert written.decode() == compact
    assert sam.dumps(sam.loads(written)) == written


@each_example
def test_reading_has_nothing_to_remark(name: str) -> None:
    assert list(sam.read(data_of(name), unknown="reject").report) == []


@each_example
def test_the_findings_are_those_that_a_reader_expected(name: str) -> None:
    found = sorted((f.code, f.severity.name, f.subject or "-") for f in report_of(name))
    expected = sorted(
        (code, severity, about)
        for code, severity, about, _ in table_under("Findings", expected_of(name))
    )
    assert found == expected


def about_nothing(collab: sam.Collaboration, row: NotJudged) -> bool:
    """Tell whether a rule was not judged because the collection that it is about is empty."""
    return row.subject is None and row.lacked in COLLECTIONS and not getattr(collab, row.lacked)


@each_example
def test_what_cannot_be_judged_is_what_a_reader_expected(name: str) -> None:
    """One line stands for every rule about a collection that is empty: `*` for its code."""
    collab = sam.loads(data_of(name))
    found = {
        ("*", row.lacked) if about_nothing(collab, row) else (row.code, row.subject or "-")
        for row in report_of(name).not_judged
    }
    expected = [
        (code, lacked if code == "*" else about)
        for code, about, lacked in table_under("Not judged", expected_of(name))
    ]
    assert sorted(found) == sorted(expected)


@each_example
def test_every_row_that_can_be_said_is_named_by_the_things_that_say_it(name: str) -> None:
    said = table_under("Rows that these nouns can say", expected_of(name))
    expected = {(row, thing) for row, things in said for thing in things.split(", ")}
    assert set(seed_rows(sam.loads(data_of(name)))) == expected


@each_example
def test_every_row_of_the_text_is_accounted_for(name: str) -> None:
    text = expected_of(name)
    said = [row for row, _ in table_under("Rows that these nouns can say", text)]
    not_yet = [row for row, _ in table_under("Rows that they cannot say yet", text)]
    of_the_text = [row.id for row in rows() if row.letters == ROWS[name]]
    assert sorted(said + not_yet) == sorted(of_the_text)


@each_example
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_reads_as_a_sentence(name: str, lang: Lang) -> None:
    for finding in report_of(name):
        for sentence in (finding.message(lang), finding.why(lang), finding.remedy(lang)):
            assert sentence.endswith(".")
            assert "{" not in sentence


# --- who may decide ----------------------------------------------------------------------------

QUESTIONS = table_under("Authority", expected_of("sundbyberg"))
each_question = pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row[0])


def decided(row: list[str]) -> sam.Decision:
    """Ask a question of expected.md; what it is about is an id, or a span of ages."""
    _, day, who, power, on, *_ = row
    first, dash, last = on.partition("–")
    ages = AgeBand(from_age=int(first), to_age=int(last)) if dash else None
    about = Scope(ages=ages) if ages else on
    collab = sam.loads(data_of("sundbyberg"))
    return sam.may(collab, who, sam.Power.named(power), on=about, at=date.fromisoformat(day))


def test_every_question_is_there_once_and_in_order() -> None:
    words = table_under("How the answers begin", expected_of("sundbyberg"))
    numbers = [str(number) for number in range(1, len(QUESTIONS) + 1)]
    assert [row[0] for row in QUESTIONS] == [row[0] for row in words] == numbers


@each_question
def test_who_may_decide_is_what_a_reader_expected(row: list[str]) -> None:
    decision = decided(row)
    *_, answer, breaks, instead = row
    assert decision.allowed == answer.startswith("yes")
    assert bool(decision.conditions) == answer.endswith("on a condition")
    found = [f"{one.code.code} {one.about}" for one in decision.refusals]
    assert (", ".join(found) or "-") == breaks
    assert (", ".join(decision.instead) or "-") == instead


@each_question
def test_who_may_is_whoever_is_told_of(row: list[str]) -> None:
    decision = decided(row)
    asked = decision.question
    collab = sam.loads(data_of("sundbyberg"))
    able = sam.who_may(collab, asked.power, on=asked.on, at=asked.at)
    assert (asked.who in able) == decision.allowed
    assert decision.allowed or able == decision.instead


@pytest.mark.parametrize("row", table_under("How the answers begin", expected_of("sundbyberg")))
def test_the_answer_begins_as_a_reader_expected(row: list[str]) -> None:
    number, *beginnings = row
    decision = decided(QUESTIONS[int(number) - 1])
    for lang, begins in zip(LANGUAGES, beginnings, strict=True):
        assert decision.text(lang).startswith(begins)


@each_question
def test_a_yes_can_be_verified_until_the_mandate_is_taken_away(row: list[str]) -> None:
    decision = decided(row)
    assert (decision.proof is not None) == decision.allowed
    if decision.proof is not None:
        collab = sam.loads(data_of("sundbyberg"))
        held = decision.proof.links[0].mandate
        left = tuple(mandate for mandate in collab.mandates if mandate.id != held)
        assert sam.verify(decision.proof, collab)
        assert not sam.verify(decision.proof, attrs.evolve(collab, mandates=left))
