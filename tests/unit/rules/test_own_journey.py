"""The steps of the collaboration itself: they follow each other as those of a focus area do."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Force, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.process.step import JourneyEntry, Step, step_after
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.own_journey import own_journey_broken
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.steps import (
    back_without_reason,
    begins_elsewhere,
    days_out_of_order,
    move_not_allowed,
)
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]

OF_AREAS = (begins_elsewhere, move_not_allowed, back_without_reason, days_out_of_order)


def entry(step: Step, day: str = "2015", reason: str | None = None) -> JourneyEntry:
    return JourneyEntry(step=step, day=PartialDate(when=day), reason=reason)


def walking(*journey: JourneyEntry) -> Collaboration:
    return Collaboration(name="Fokus", journey=journey)


def test_a_leap_and_a_day_too_early(ask: Ask) -> None:
    collab = walking(entry(Step.INITIATE, "2015-02"), entry(Step.BUILD, "2015-01"))
    (finding,) = ask(own_journey_broken, collab).findings
    assert (finding.code, finding.subject, finding.pointer) == ("STP006", None, "/journey/1")
    assert dict(finding.data) == {"step": "build", "place": 2, "amiss": ("leap", "too_early")}
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.PROPOSAL)
    assert finding.message("sv") == (
        "Samverkans eget steg nummer 2, ”Bygg och skapa nytt”, följer inte på steget innan och är "
        "daterat före steget innan."
    )
    assert finding.message("en") == (
        "The collaboration's own step number 2, “Build and create something new”, does not follow "
        "the step before it and is dated before the step before it."
    )


@pytest.mark.parametrize(
    ("journey", "amiss"),
    [
        ((entry(Step.GROUND),), "not_first"),
        ((entry(Step.INITIATE), entry(Step.GROUND), entry(Step.INITIATE)), "silent"),
        ((entry(Step.INITIATE), entry(Step.INITIATE)), "leap"),
    ],
)
def test_each_misstep_by_itself(ask: Ask, journey: tuple[JourneyEntry, ...], amiss: str) -> None:
    (finding,) = ask(own_journey_broken, walking(*journey)).findings
    assert dict(finding.data)["amiss"] == (amiss,)


def test_a_lawful_way_holds(ask: Ask) -> None:
    journey = (entry(Step.INITIATE), entry(Step.GROUND), entry(Step.INITIATE, "2016", "Ny fråga."))
    assert ask(own_journey_broken, walking(*journey)).held


def test_where_no_step_is_noted_nobody_can_say(ask: Ask) -> None:
    assert ask(own_journey_broken, walking()).not_judged == (
        NotJudged(code="STP006", lacked="journey"),
    )


def test_days_that_may_run_backwards_are_not_judged(ask: Ask) -> None:
    collab = walking(entry(Step.INITIATE, "2015"), entry(Step.GROUND, "2015-03"))
    judgement = ask(own_journey_broken, collab)
    assert not judgement.findings
    assert judgement.not_judged == (NotJudged(code="STP006", lacked="journey.day"),)


@given(
    journey=st.lists(
        st.builds(
            entry,
            st.sampled_from(Step),
            st.sampled_from(("2015-01-01", "2015-02", "2015", "2014")),
            st.none() | st.just("Ett skäl."),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_it_finds_what_the_rules_about_focus_areas_find(journey: list[JourneyEntry]) -> None:
    own = judged(own_journey_broken, index(walking(*journey)), None, COMMON)
    area = FocusArea(id=FocusAreaId("a"), name="A", journey=tuple(journey))
    book = index(Collaboration(name="Fokus", focus_areas=(area,)))
    theirs = [finding for rule in OF_AREAS for finding in judged(rule, book, None, COMMON).findings]
    places = {finding.pointer.split("/")[4] for finding in theirs}
    assert {finding.pointer.split("/")[2] for finding in own.findings} == places
    told = [dict(finding.data)["amiss"] for finding in own.findings]
    assert sum(len(amiss) for amiss in told if isinstance(amiss, tuple)) == len(theirs)


@pytest.mark.parametrize("step", Step)
def test_the_step_after_is_one_on(step: Step) -> None:
    after = step_after(step)
    assert (after.number if after else 8) == step.number + 1
    assert step_after(None) is Step.INITIATE
