"""A report as text."""

from datetime import date

import attrs

from samverkan_core.checking import accept, check
from samverkan_core.findings.report import NotJudged
from samverkan_core.in_one import check_json
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.present.text import report_text
from samverkan_core.values.ids import FocusAreaId

DAY = date(2015, 3, 1)


def area(id_: str) -> FocusArea:
    return FocusArea(id=FocusAreaId(id_), name=id_)


def test_a_rule_is_explained_once_however_often_it_is_broken() -> None:
    collab = Collaboration(name="S", focus_areas=(area("a"), area("b")))
    text = report_text(check(collab, at=DAY).by_code("FOC003"), name="fil", lang="sv")
    assert text.count("FOC003 · ") == 1
    assert "Fokusområdet a saknar" in text
    assert "Fokusområdet b saknar" in text
    assert text.count("Varför:") == 1


def test_pillars_come_in_their_order() -> None:
    collab = Collaboration(name="S", focus_areas=(area("a"),))
    text = report_text(check(collab, at=DAY), name="fil", lang="sv")
    assert text.index("STYRNING") < text.index("STRUKTUR") < text.index("SAMSYN")


def test_what_is_not_judged_is_said_with_what_it_lacks() -> None:
    collab = Collaboration(name="S", focus_areas=(area("ö"), area("å"), area("z")))
    text = report_text(check(collab, at=DAY), name="fil", lang="en")
    line = next(line for line in text.splitlines() if line.startswith("  FOC004:"))
    assert line == "  FOC004: z (time box – ends), å (time box – ends), ö (time box – ends)"


def test_what_the_document_lacks_stands_in_swedish_order() -> None:
    missing = ("matters", "commitments", "concern_reports")
    lacked = tuple(NotJudged(code="ACT001", lacked=name) for name in missing)
    report = attrs.evolve(check(Collaboration(name="S")), not_judged=lacked)
    lines = report_text(report, name="fil", lang="sv").splitlines()
    assert [line for line in lines if "ACT001" in line] == [
        "  dokumentet (orosanmälningar): ACT001",
        "  dokumentet (åtaganden): ACT001",
        "  dokumentet (ärenden): ACT001",
    ]


def test_accepted_findings_stand_by_themselves() -> None:
    collab = Collaboration(name="S", focus_areas=(area("a"),))
    (finding,) = check(collab, at=DAY).by_code("FOC003")
    collab = accept(collab, finding, reason="Ny plan", owner="styrgruppen", last_day=DAY)
    text = report_text(check(collab, at=DAY), name="fil", lang="sv")
    assert text.index("GODTAGNA AVVIKELSER") < text.index("FOC003")


def test_a_file_that_gave_no_value_says_so_and_claims_nothing_more() -> None:
    text = report_text(check_json(b"{"), name="fil", lang="sv")
    assert text.startswith("fil: går inte att läsa (1 brist)")
    assert "Regler som håller" not in text


def test_a_silent_report_says_what_the_silence_means() -> None:
    report = attrs.evolve(check(Collaboration(name="S")), findings=(), not_judged=())
    text = report_text(report, name="fil", lang="sv")
    assert "Kan inte bedömas" not in text
    assert text.startswith("fil: Inga fynd. (utan dag, profilen common)")
    assert "Regler som väntar på en dag" in text


def test_an_id_cannot_forge_a_line_or_a_colour() -> None:
    forged = area("x\x1b[31m\nSTYRNING\u202e")
    text = report_text(check(Collaboration(name="S", focus_areas=(forged,)), at=DAY), name="fil")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "Fokusområdet x\\x1b[31m\\nSTYRNING\\u202e saknar" in text


def test_a_proposal_has_no_source_but_takes_something_up() -> None:
    report = check(Collaboration(name="S", focus_areas=(area("a"),)), at=DAY)
    lines = report_text(report.by_code("FOC007"), name="fil", lang="sv").splitlines()
    assert "    Knyter an till: Fokus barn och unga (Sundbyberg), rad SB-43" in lines


def test_the_rules_that_the_profile_leaves_out_are_named() -> None:
    collab = Collaboration(name="S", profile="riskzon1997")
    text = report_text(check(collab), name="fil", lang="sv")
    (line,) = (line for line in text.splitlines() if line.startswith("Gäller inte i profilen: "))
    left_out = ", ".join(f"STP{number:03}" for number in range(1, 8))
    assert line.endswith(f"FOC010, MAN009, {left_out}.")
    assert "Gäller inte" not in report_text(check(Collaboration(name="S")), name="fil", lang="sv")


def owned(owner: str = "styrgruppen") -> Collaboration:
    collab = Collaboration(name="S", focus_areas=(area("a"), area("b")))
    for finding in check(collab, at=DAY).by_code("FOC003"):
        collab = accept(collab, finding, reason="r", owner=owner, last_day=DAY)
    return collab


def test_who_answers_for_what_is_accepted_stands_under_it() -> None:
    lines = report_text(check(owned(), at=DAY), name="fil").splitlines()
    assert lines[0].endswith(" (på dagen 2015-03-01, profilen common, 2 godtagna avvikelser)")
    shown = "\n".join(lines).partition("GODTAGNA AVVIKELSER")[2]
    assert shown.count("    Godtaget: styrgruppen svarar för det till och med 2015-03-01.\n") == 2
    english = report_text(check(owned(), at=DAY), name="file", lang="en")
    assert ", 2 accepted findings)\n" in english
    assert "    Accepted: styrgruppen answers for it through 2015-03-01.\n" in english


def test_when_an_acceptance_has_lapsed_the_finding_is_back_and_says_so() -> None:
    after = check(owned(), at=date(2015, 3, 2))
    text = report_text(after, name="fil")
    assert "GODTAGNA" not in text
    assert "godtagna" not in text.splitlines()[0]
    lapsed = "    Godtagandet har löpt ut: styrgruppen svarade för det till och med 2015-03-01.\n"
    assert text.partition("FOC003 · ")[2].partition("FOC004")[0].count(lapsed) == 2
    assert "    The acceptance has lapsed: styrgruppen answered for it through " in (
        report_text(after, name="file", lang="en")
    )


def test_no_office_forges_a_line() -> None:
    text = report_text(check(owned("styrgruppen\nSTYRNING"), at=DAY), name="fil")
    assert "styrgruppen\\nSTYRNING svarar" in text
