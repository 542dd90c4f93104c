"""COL201 to COL203: what drives the work, its analysis, and its context as a whole."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.indexing import index
from samverkan_core.model.analysis import Analysis, Driver
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.meeting import AgreedStep, ContextMarking, Meeting, MeetingKind
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.whole_view import (
    analysis_incomplete,
    context_of_meetings_only,
    driver_not_followed,
)

Ask = Callable[..., Judgement]
T = TypeVar("T")

world = partial(Collaboration, name="Fokus")
WHOLE: dict[str, Any] = {"situation": "Nu.", "context": "Runt om.", "patterns": "Ofta."}


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


def lacked(judgement: Judgement) -> list[str]:
    assert not judgement.findings
    return [row.lacked for row in judgement.not_judged]


def test_a_driver_that_no_indicator_shows(ask: Ask) -> None:
    (finding,) = ask(driver_not_followed, world(driver=Driver(rationale="Olika villkor."))).findings

    assert (finding.pointer, finding.severity) == ("/driver", Severity.INFO)
    assert finding.message("sv") == "Ingen indikator är angiven för det som driver samverkan."


def test_a_driver_with_an_indicator_and_one_that_nobody_states(ask: Ask) -> None:
    assert ask(driver_not_followed, world(driver=thing(Driver, indicators=("ekonomi",)))).held
    assert lacked(ask(driver_not_followed, world())) == ["driver"]


def test_an_analysis_of_the_whole_and_one_of_an_area_are_both_asked(ask: Ask) -> None:
    areas = (
        thing(FocusArea, id="oro", name="Oro", analysis=Analysis(**{**WHOLE, "patterns": None})),
        thing(FocusArea, id="hälsa", name="Hälsa", analysis=Analysis(**WHOLE)),
        thing(FocusArea, id="ny", name="Ny"),
    )
    made = world(analysis=Analysis(situation="Nu."), focus_areas=areas)

    whole, area = ask(analysis_incomplete, made).findings

    assert (whole.pointer, whole.subject) == ("/analysis", None)
    assert whole.severity is Severity.WARNING
    assert whole.message("sv") == ("Analysen för samverkan säger inget om kontexten och mönstren.")
    assert (area.pointer, area.subject) == ("/focus_areas/0/analysis", "oro")
    assert area.message("en") == "The analysis for oro says nothing of the patterns."


def test_whole_analyses_hold_and_none_cannot_be_judged(ask: Ask) -> None:
    assert ask(analysis_incomplete, world(analysis=Analysis(**WHOLE))).held
    assert lacked(ask(analysis_incomplete, world())) == ["analysis"]


@given(said=st.sets(st.sampled_from(sorted(WHOLE))))
def test_exactly_the_headings_that_are_empty_are_named(said: set[str]) -> None:
    made = world(analysis=Analysis(**{name: WHOLE[name] for name in said}))

    findings = judged(analysis_incomplete, index(made), None, COMMON).findings

    missing = {name for one in findings for name in dict(one.data)["missing"]}  # type: ignore[union-attr]  # they are a tuple
    assert missing == set(WHOLE) - said


MEETING = thing(
    Meeting, id="möte", kind=MeetingKind.WORKSHOP, context=ContextMarking(purpose="Vi följer upp.")
)
MARKED = ContextMarking(purpose="Hjälp som hänger ihop.", intended_outcome="En väg in.")


def test_meetings_that_are_marked_and_a_whole_that_is_not(ask: Ask) -> None:
    (finding,) = ask(context_of_meetings_only, world(meetings=(MEETING,))).findings

    assert (finding.pointer, finding.subject, finding.severity) == ("", None, Severity.WARNING)
    assert dict(finding.data)["missing"] == ("purpose", "intended_outcome", "next_steps")


@pytest.mark.parametrize("meetings", [(), (MEETING,)])
def test_a_whole_that_is_marked(ask: Ask, meetings: tuple[Meeting, ...]) -> None:
    made = world(context=MARKED, next_steps=(AgreedStep(),), meetings=meetings)
    assert ask(context_of_meetings_only, made).held


def test_a_whole_that_is_half_marked(ask: Ask) -> None:
    (finding,) = ask(context_of_meetings_only, world(context=MARKED)).findings
    assert finding.message("sv") == ("För arbetet som helhet framgår inte vad som blir nästa steg.")


def test_where_nothing_is_marked_nothing_is_judged(ask: Ask) -> None:
    bare = thing(Meeting, id="möte", kind=MeetingKind.WORKSHOP)
    assert lacked(ask(context_of_meetings_only, world(meetings=(bare,)))) == ["context"]
