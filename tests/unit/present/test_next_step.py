"""The answer about the next step, as text."""

import datetime as dt

import attrs
import pytest

from samverkan_core.checking import accept, check
from samverkan_core.errors import UnknownLanguage
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.planning import NextStep, next_step
from samverkan_core.present.next_step import next_step_text
from samverkan_core.process.step import Step
from samverkan_core.rules.profiles.profile import Profile, StepRequirement
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.labels import LANGUAGES

DAY = dt.date(2015, 3, 1)
YES = NextStep(focus_area="a", at=DAY, step=Step.GROUND, allowed=True, by=("s", "p"))


def test_a_yes_says_which_step_and_who_may_lead_it() -> None:
    assert next_step_text(YES) == (
        "Ja. Fokusområdet a får ta steget ”Grunda förståelsen och aktivera frågeställningen” den "
        "2015-03-01.\nHar i uppdrag att leda eller samordna arbetet den dagen: s, p."
    )
    own = attrs.evolve(YES, focus_area=None, by=())
    assert next_step_text(own, "en") == (
        "Yes. The collaboration may take the step “Ground the understanding and activate the "
        "question” on 2015-03-01.\n"
        "Nobody in the document may lead or coordinate the work on that day."
    )


def test_after_the_last_step_nothing_is_left() -> None:
    over = attrs.evolve(YES, step=None, allowed=False, by=())
    assert next_step_text(over) == "Fokusområdet a har tagit det sista steget; inget återstår."
    assert next_step_text(attrs.evolve(over, focus_area=None), "en") == (
        "The collaboration has taken the last step; none is left."
    )


def test_a_no_says_everything_that_stands_in_the_way_and_what_to_do() -> None:
    collab = Collaboration(
        name="Hagby", focus_areas=(FocusArea(id=FocusAreaId("a"), name="Skolfrånvaro"),)
    )
    asked = StepRequirement(step=Step.INITIATE, codes=("FOC002", "BOD001"))
    profile = Profile(name="egen", step_requirements=(asked,))
    answer = next_step(collab, "a", at=DAY, profile=profile)
    assert next_step_text(answer).splitlines() == [
        (
            "Nej. Fokusområdet a får inte ta steget ”Initiera frågeställningen och processen” den "
            "2015-03-01. Det här står i vägen:"
        ),
        "  FOC002: Fokusområdet a saknar underlag; minst en grund för valet behövs.",
        (
            "    Gör så: Styrgruppen anger i grounds vad valet vilar på, till exempel ett lokalt "
            "behov eller en undersökning."
        ),
        "  BOD001: Kan inte bedömas: dokumentet (organ).",
        "Ingen i dokumentet har i uppdrag att leda eller samordna arbetet den dagen.",
    ]
    assert "  BOD001: Cannot be judged: the document (bodies)." in next_step_text(answer, "en")


def test_what_somebody_answers_for_is_said_with_who_and_until_when() -> None:
    collab = Collaboration(
        name="Hagby", focus_areas=(FocusArea(id=FocusAreaId("a"), name="Skolfrånvaro"),)
    )
    asked = StepRequirement(step=Step.INITIATE, codes=("FOC002",))
    profile = Profile(name="egen", step_requirements=(asked,))
    (finding,) = check(collab, at=DAY).by_code("FOC002")
    for owner, last_day in (("styrgruppen", DAY), ("nämnden", dt.date(2015, 6, 30))):
        collab = accept(collab, finding, reason="r", owner=owner, last_day=last_day)
    answer = next_step(collab, "a", at=DAY, profile=profile)
    assert next_step_text(answer).splitlines()[1:-1] == [
        "Det här står inte i vägen, eftersom någon svarar för det:",
        "  FOC002: Fokusområdet a saknar underlag; minst en grund för valet behövs.",
        "    Godtaget: styrgruppen svarar för det till och med 2015-03-01.",
        "    Godtaget: nämnden svarar för det till och med 2015-06-30.",
    ]
    english = next_step_text(answer, "en").splitlines()
    assert "This does not stand in the way, as somebody answers for it:" in english
    assert "    Accepted: styrgruppen answers for it through 2015-03-01." in english


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_id_forges_a_line(lang: str) -> None:
    forged = attrs.evolve(YES, focus_area="a\nJa.", by=("p\x1b[2J",))
    text = next_step_text(forged, "sv" if lang == "sv" else "en")
    assert len(text.splitlines()) == 2
    assert "a\\nJa." in text
    assert "p\\x1b[2J" in text


def test_there_are_two_languages() -> None:
    with pytest.raises(UnknownLanguage):
        next_step_text(YES, "fi")  # type: ignore[arg-type]  # that it cannot be is the point
