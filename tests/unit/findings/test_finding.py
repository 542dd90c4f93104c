"""Findings: what programs rely on, and the words that people read."""

import json
import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import UnknownLanguage
from samverkan_core.findings.finding import (
    Finding,
    Force,
    Notice,
    Pillar,
    Severity,
    Texts,
    in_order,
)
from samverkan_core.values.labels import Lang
from samverkan_core.values.source import Source, SourceKind

LAW = Source(kind=SourceKind.LAW, ref="6 kap. 38 §", title="kommunallagen (2017:725)")
NOTICE = Notice(
    code="TST001",
    severity=Severity.WARNING,
    pillar=Pillar.STRUCTURE,
    force=Force.LAW,
    sources=(LAW,),
    sv=Texts(message="{id} saknar {what}.", why="{what} behövs.", remedy="Nämnden anger {what}."),
    en=Texts(message="{id} lacks {what}.", why="{what} is needed.", remedy="The board: {what}."),
    words=(("what", Pillar),),
)


def finding(**members: object) -> Finding:
    """Make a finding of the notice above."""
    given_: dict[str, object] = {
        "notice": NOTICE,
        "severity": Severity.ERROR,
        "pointer": "/a/0",
        "data": (("what", "structure"), ("id", "x")),
    }
    return Finding(**{**given_, **members})  # type: ignore[arg-type]  # members by name


def test_what_the_rule_says_of_itself_is_at_hand() -> None:
    found = finding(severity=Severity.INFO)
    assert (found.code, found.pillar, found.force) == ("TST001", Pillar.STRUCTURE, Force.LAW)
    assert (found.severity, found.notice.severity) == (Severity.INFO, Severity.WARNING)
    assert found.sources == (LAW,)


def test_words_are_filled_in_both_languages() -> None:
    found = finding()
    assert found.message() == found.message("sv") == "x saknar Struktur."
    assert found.why("sv") == "Struktur behövs."
    assert found.remedy("sv") == "Nämnden anger Struktur."
    assert found.message("en") == "x lacks Structure."
    assert found.why("en") == "Structure is needed."
    assert found.remedy("en") == "The board: Structure."


@pytest.mark.parametrize(
    ("value", "sv", "en"),
    [
        ("structure", "Struktur", "Structure"),
        ("unknown code", "unknown code", "unknown code"),
        ((), "", ""),
        (("structure",), "Struktur", "Structure"),
        (("structure", "x"), "Struktur och x", "Structure and x"),
        (("structure", "steering", "x"), "Struktur, Styrning och x", "Structure, Steering and x"),
        (7, "7", "7"),
        (1234567, "1\u00a0234\u00a0567", "1,234,567"),
        (-1000, "-1\u00a0000", "-1,000"),
        ("{id}", "{id}", "{id}"),
    ],
)
def test_data_are_shown_as_people_write_them(
    value: str | int | tuple[str, ...], sv: str, en: str
) -> None:
    found = finding(data=(("id", "x"), ("what", value)))
    assert found.message("sv") == f"x saknar {sv}."
    assert found.message("en") == f"x lacks {en}."


@pytest.mark.parametrize("lang", ["de", "SV", "", None])
def test_there_are_two_languages(lang: Lang) -> None:
    with pytest.raises(UnknownLanguage, match="use 'sv' or 'en'"):
        finding().message(lang)
    with pytest.raises(UnknownLanguage):
        finding().to_dict(lang)


def test_a_finding_is_a_document() -> None:
    found = finding(subject="x", data=(("what", ("structure", "a")), ("id", "x"), ("n", 7)))
    plain = found.to_dict("en")
    assert plain == {
        "code": "TST001",
        "severity": "error",
        "pillar": "structure",
        "force": "law",
        "pointer": "/a/0",
        "subject": "x",
        "data": {"id": "x", "n": 7, "what": ["structure", "a"]},
        "message": "x lacks Structure and a.",
        "why": "Structure and a is needed.",
        "remedy": "The board: Structure and a.",
        "sources": ["6 kap. 38 § kommunallagen (SFS 2017:725)"],
    }
    assert json.loads(json.dumps(plain)) == plain
    assert found.to_dict()["sources"] == ["6 kap. 38 § kommunallagen (2017:725)"]


@given(st.permutations([("a", 1), ("b", "x"), ("c", ("y",))]))
def test_data_are_sorted_by_name(data: list[tuple[str, object]]) -> None:
    assert finding(data=data) == finding(data=sorted(data, key=lambda pair: pair[0]))
    assert [name for name, _ in finding(data=data).data] == ["a", "b", "c"]


def test_findings_are_ordered_by_place_then_code_subject_data_and_gravity() -> None:
    other = attrs.evolve(NOTICE, code="TST002")
    ordered = [
        finding(pointer=""),
        finding(pointer="/a/2"),
        finding(pointer="/a/10"),
        finding(pointer="/b"),
        finding(pointer="/b", subject=""),
        finding(pointer="/b", subject="x", data=(("id", "1"),)),
        finding(pointer="/b", subject="x", data=(("id", "1"),), severity=Severity.WARNING),
        finding(pointer="/b", subject="x", data=(("id", "2"),)),
        finding(pointer="/b", subject="y"),
        finding(pointer="/b", notice=other),
    ]
    mixed = ordered[1::2] + ordered[::2]
    assert sorted(mixed) == ordered
    assert in_order(mixed) == tuple(ordered)


def test_a_finding_is_compared_with_findings_only() -> None:
    anything: Any = "x"
    with pytest.raises(TypeError):
        sorted([finding(), anything])
    assert finding() != anything


def test_a_finding_cannot_change_and_can_be_counted() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        finding().pointer = ""  # type: ignore[misc]
    assert len({finding(), finding(), finding(pointer="")}) == 2


def test_a_finding_shows_neither_its_words_nor_its_notice_when_printed() -> None:
    assert "saknar" not in repr(finding())
    assert repr(finding()).startswith("Finding(severity=")


@pytest.mark.parametrize("severity", Severity)
def test_gravity_has_an_order(severity: Severity) -> None:
    ranks = list(Severity)
    assert ranks == [Severity.ERROR, Severity.WARNING, Severity.INFO]
    reached = [threshold for threshold in Severity if severity.reaches(threshold)]
    assert reached == ranks[ranks.index(severity) :]


@given(number=st.integers(-(10**12), 10**12))
def test_a_number_is_shown_in_groups_of_three(number: int) -> None:
    found = finding(data=(("id", number), ("what", "x")))
    for lang, mark in (("sv", "\u00a0"), ("en", ",")):
        shown = found.message(_lang(lang)).split(" ")[0]
        assert shown.replace(mark, "") == str(number)
        assert all(len(group) == 3 for group in shown.split(mark)[1:])


@given(items=st.lists(st.text("aå{}", min_size=1, max_size=3), max_size=4))
def test_several_values_are_listed_with_an_and_before_the_last(items: list[str]) -> None:
    found = finding(data=(("id", tuple(items)), ("what", "x")))
    shown = found.message("sv").removesuffix(" saknar x.")
    assert re.split(", | och ", shown) == (items or [""])
    assert shown.count(" och ") == (len(items) > 1)


@given(text=st.text(max_size=9), what=st.text(max_size=9))
def test_a_value_is_shown_as_it_is_whatever_stands_in_it(text: str, what: str) -> None:
    found = finding(data=(("id", text), ("what", f"{what}!")))
    assert found.message("sv") == f"{text} saknar {what}!."


def _lang(lang: str) -> Lang:
    return "sv" if lang == "sv" else "en"


@pytest.mark.parametrize(
    ("pointer", "data", "sv", "en"),
    [
        ("/goals/0", (), "/goals/0", "/goals/0"),
        ("", (), "dokumentet", "the document"),
        ("/a/3", (("row", 4), ("table", "a")), "tabellen a, rad 4", "the table a, row 4"),
        (
            "/a/3/B",
            (("column", "{B}"), ("row", 4), ("table", "a")),
            "tabellen a, rad 4, kolumnen {B}",
            "the table a, row 4, the column {B}",
        ),
        ("/a", (("row", 4),), "/a", "/a"),
    ],
)
def test_a_finding_says_where_it_stands_as_people_count(
    pointer: str, data: tuple[tuple[str, Any], ...], sv: str, en: str
) -> None:
    found = attrs.evolve(finding(), pointer=pointer, data=data)
    assert (found.place(), found.place("sv"), found.place("en")) == (sv, sv, en)
