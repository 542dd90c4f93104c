"""The self-assessment and the pillars as text."""

import datetime as dt

import attrs
import pytest

from samverkan_core.assessment import FACTORS, State
from samverkan_core.assessment.self_assessment import self_assessment
from samverkan_core.checking import accept, check
from samverkan_core.errors import UnknownLanguage
from samverkan_core.findings.report import Report
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.present.assessment import assessment_text, pillars_text
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.time import PartialDate, TimeBox

DAY = dt.date(2015, 3, 1)
ENDED = TimeBox(starts=PartialDate(when="2014-08-01"))
AREAS = (
    FocusArea(id=FocusAreaId("ö"), name="Ö"),
    FocusArea(id=FocusAreaId("å"), name="Å"),
    FocusArea(id=FocusAreaId("z"), name="Z", time_box=ENDED),
)
COLLAB = Collaboration(name="Hagby", purpose="Barn får hjälp tidigt.", focus_areas=AREAS)
FOCUS = FACTORS[9]


def owned(last_day: dt.date = DAY) -> Collaboration:
    """Let somebody answer for the area z."""
    (finding,) = check(COLLAB, at=DAY).by_code("FOC003").by_subject("z")
    return accept(COLLAB, finding, reason="r", owner="styrgruppen\n", last_day=last_day)


def test_a_factor_says_what_each_rule_on_it_says() -> None:
    text = assessment_text(check(owned(), at=DAY), name="hagby.json", factors=[FOCUS])
    assert text.splitlines() == [
        "hagby.json: självvärdering (på dagen 2015-03-01, profilen common)",
        (
            "Det här är underlag för ett samtal och inget betyg. Att en regel håller betyder bara "
            "att inget i dokumentet går emot den."
        ),
        "",
        "FRAMGÅNGSFAKTORER I FOKUS BARN OCH UNGA (SUNDBYBERG)",
        "",
        "Fokus [SB-F10]",
        f"  Fråga er: {FOCUS.sv.question}",
        "  Har fynd: FOC003",
        "    FOC003: Fokusområdet ö saknar start och planerat slut i sin tidsram.",
        "    FOC003: Fokusområdet å saknar start och planerat slut i sin tidsram.",
        "    FOC003: Fokusområdet z saknar planerat slut i sin tidsram.",
        "      Godtaget: styrgruppen\\n svarar för det till och med 2015-03-01.",
        "  Uppgifter saknas: FOC001, FOC004",
        "    FOC001: kan inte bedömas: å (tidsram – börjar), ö (tidsram – börjar)",
        (
            "    FOC004: kan inte bedömas: z (tidsram – slutar), å (tidsram – slutar), "
            "ö (tidsram – slutar)"
        ),
        "",
        "Vad en kod står för: samverkan explain KOD",
    ]


def test_every_factor_is_there_under_its_group_in_both_languages() -> None:
    for lang, head, group in (
        ("sv", "Aktiv ledning [SB-F02]", "FALLGROPAR I FOKUS BARN OCH UNGA (SUNDBYBERG)"),
        ("en", "Active leadership [SB-F02]", "PITFALLS OF FOKUS BARN OCH UNGA (SUNDBYBERG)"),
    ):
        text = assessment_text(check(COLLAB, at=DAY), name="d", lang="sv" if lang == "sv" else "en")
        assert head in text.splitlines()
        assert group in text.splitlines()
        assert all(f"[{factor.id}]" in text for factor in FACTORS)


@pytest.mark.parametrize(
    ("at", "rules", "sv", "en"),
    [
        (DAY, (), "Ingen regel kan säga något om det här.", "No rule can say anything about this."),
        (DAY, ("GOA001", "MET001"), "Inga uppgifter.", "No data."),
        (None, ("FOC004", "MET001"), "Inga uppgifter.", "No data."),
        (None, ("FOC004",), "Inget har prövats.", "Nothing was tried."),
    ],
)
def test_where_nothing_is_known_that_is_said(
    at: dt.date | None, rules: tuple[str, ...], sv: str, en: str
) -> None:
    factor, report = attrs.evolve(FOCUS, rules=rules), check(COLLAB, at=at)
    for lang, said in (("sv", sv), ("en", en)):
        text = assessment_text(
            report, name="d", lang="sv" if lang == "sv" else "en", factors=[factor]
        )
        assert f"  {said}" in text.splitlines()
        assert "Håller" not in text
        assert "Holds" not in text


def test_where_something_is_known_nobody_says_that_nothing_is() -> None:
    factor = attrs.evolve(FOCUS, rules=("COL005", "GOA001"))
    (view,) = self_assessment(check(COLLAB, at=DAY), [factor])
    text = assessment_text(check(COLLAB, at=DAY), name="d", factors=[factor])
    assert view.of(State.HOLDS)
    assert "  Håller: COL005" in text.splitlines()
    assert "Inga uppgifter." not in text


def test_an_acceptance_that_lapsed_is_said_under_what_is_back() -> None:
    report = check(owned(), at=DAY + dt.timedelta(days=1))
    said = "Godtagandet har löpt ut: styrgruppen\\n svarade för det till och med 2015-03-01."
    assert f"      {said}" in assessment_text(report, name="d").splitlines()
    assert f"    FOC003: {said}" in pillars_text(report, name="d").splitlines()


def test_a_pillar_says_how_many_rules_are_in_each_state_and_which() -> None:
    text = pillars_text(check(owned(), at=DAY), name="hagby.json")
    assert text.splitlines()[:2] == [
        "hagby.json: de tre pelarna (på dagen 2015-03-01, profilen common)",
        "",
    ]
    heads = [line.partition(" · ")[0] for line in text.splitlines() if line.endswith(" regler")]
    assert heads == ["STYRNING", "STRUKTUR", "SAMSYN", "FILFORMAT"]
    structure = text.partition("STRUKTUR")[2].partition("SAMSYN")[0]
    assert "FOC003 × 2" in structure
    assert (
        "    FOC003: Godtaget: styrgruppen\\n svarar för det till och med 2015-03-01.\n"
        in structure
    )
    english = pillars_text(check(owned(), at=DAY), name="d", lang="en")
    assert "\nSHARED VIEW · " in english
    assert "  Data lacking: " in english


def test_a_rule_whose_pillar_nobody_knows_is_shown_too() -> None:
    text = pillars_text(Report(held=("OWN001",)), name="d")
    assert text.endswith("OKÄND PELARE · 1 regel\n  Håller: 1 (OWN001)")


def test_there_are_two_languages() -> None:
    for text in (assessment_text, pillars_text):
        with pytest.raises(UnknownLanguage):
            text(Report(), name="d", lang="fi")  # type: ignore[arg-type]  # that it cannot be is the point
