"""The self-assessment and the pillars as pages: they tell what the text for a terminal tells."""

import datetime as dt
import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.assessment import FACTORS, State, pillars, self_assessment
from samverkan_core.checking import accept, check
from samverkan_core.errors import UnknownLanguage
from samverkan_core.findings.finding import Pillar, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.person import Person, Protection
from samverkan_core.present.assessment import assessment_text
from samverkan_core.present.html import Shown, assessment_page, pillars_page
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.rule import Rule
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import PersonId
from samverkan_core.values.labels import LANGUAGES, Lang

from .reading import Reading
from .well_made import is_well_made

DAY = dt.date(2015, 3, 1)
COLLAB = Collaboration(name="S")
langs = st.sampled_from(LANGUAGES)
days = st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1))


def shown(collab: Collaboration, at: dt.date | None = DAY) -> Shown:
    return Shown(name="a", report=check(collab, at=at), collaboration=collab)


@given(collab=collaborations(), at=days, lang=langs)
def test_the_assessment_tells_every_line_that_the_text_tells(
    collab: Collaboration, at: dt.date | None, lang: Lang
) -> None:
    one = shown(attrs.evolve(collab, persons=(), set_aside=()), at)
    reading = is_well_made(assessment_page(one, lang=lang), lang)
    words = [level for level in reading.headings if level[0] == 4]
    assert len(words) == len(FACTORS)
    _, _, *lines, _ = assessment_text(one.report, name="a", lang=lang).splitlines()
    states = {state.label(lang) for state in State}
    for line in filter(None, map(str.strip, lines)):
        head, _, rest = line.partition(": ")
        told = rest if head in states else line
        assert told in reading.text or told.lower() in reading.text.lower()


@given(collab=collaborations(), at=days, lang=langs)
def test_the_pillars_page_is_well_made_and_every_link_leads_somewhere(
    collab: Collaboration, at: dt.date | None, lang: Lang
) -> None:
    one = shown(collab, at)
    reading = is_well_made(pillars_page(one, lang=lang), lang)
    assert [words for level, words in reading.headings if level == 3][1:5] == [
        pillar.label(lang) for pillar in Pillar
    ]
    for view in pillars(one.report):
        for severity in Severity:
            assert {f"d1-{finding.code}" for finding in view.by_severity(severity)} <= set(
                reading.every("id")
            )


def test_who_answers_stands_under_each_finding_and_not_once_for_all() -> None:
    collab = COLLAB
    broken = [
        finding
        for view in self_assessment(check(COLLAB, at=DAY))
        for standing in view.of(State.BROKEN)
        for finding in standing.findings
    ]
    for finding in {one.code: one for one in broken}.values():
        collab = accept(collab, finding, reason="r", owner="styrgruppen", last_day=DAY)
    one = shown(collab)
    answers = "Godtaget: styrgruppen svarar för det till och med 2015-03-01."
    assert assessment_page(one).count(answers) == len(broken) > 1
    assert pillars_page(one).count(answers) == len(one.report.accepted) > 1


def test_what_nothing_is_known_of_says_so() -> None:
    (factor,) = (factor for factor in FACTORS if not factor.rules)
    text = assessment_page(shown(COLLAB), lang="en", factors=[factor])
    assert "<p>No rule can say anything about this.</p>" in text
    assert text.count("<h4>") == 1
    assert text.count("<dl>") == 1


def test_no_protected_person_is_told_of() -> None:
    anna = Person(id=PersonId("anna-77"), protection=Protection.PROTECTED_REGISTRATION)
    one = shown(attrs.evolve(COLLAB, persons=(anna,)))
    (code, *_) = FACTORS[0].rules
    lacking = (NotJudged(code=code, subject="anna-77", lacked="period"),)
    hidden = attrs.evolve(one, report=attrs.evolve(one.report, not_judged=lacking))
    text = assessment_page(hidden, lang="en")
    assert f"{code}: cannot be judged: [protected particulars] (period)" in text
    assert "anna-77" not in text + pillars_page(hidden)


def test_rules_of_ones_own_stand_in_their_pillar() -> None:
    own: Rule = attrs.evolve(RULES[0], notice=attrs.evolve(RULES[0].notice, code="OWN001"))
    report = attrs.evolve(check(COLLAB, at=DAY), held=("OWN001",))
    one = Shown(name="a", report=report)
    assert "Okänd pelare" in pillars_page(one)
    assert "Okänd pelare" not in pillars_page(one, more_rules=iter([own]))


def test_the_title_says_which_view_it_is() -> None:
    for text, title in (
        (assessment_page(shown(COLLAB)), "a – Självvärdering"),
        (pillars_page(shown(COLLAB)), "a – De tre pelarna"),
    ):
        assert f"<title>{title}</title>" in text
        assert re.search(r"<h1>(.*?)</h1>", text)
        assert Reading.of(text).named("svg") == []


@pytest.mark.parametrize("view", [assessment_page, pillars_page])
def test_a_language_that_there_is_none_of_is_refused(view: object) -> None:
    assert callable(view)
    with pytest.raises(UnknownLanguage):
        view(shown(COLLAB), lang="fi")
