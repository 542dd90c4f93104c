"""The collaboration as a whole: its assignment, its purpose, its way of working, its stages."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.common import Resolution
from samverkan_core.rules.collaboration import (
    assignment_missing,
    permanent_without_decision,
    project_outlived,
    purpose_missing,
    way_of_working_incomplete,
)
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.rule import Rule
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 6, 1)
RULES = (
    assignment_missing,
    way_of_working_incomplete,
    permanent_without_decision,
    project_outlived,
    purpose_missing,
)

world = partial(Collaboration, name="Fokus")


def project(planned_end: str | None) -> LifecycleEntry:
    end = None if planned_end is None else PartialDate(when=planned_end)
    return LifecycleEntry(stage=Stage.PROJECT, planned_end=end)


def permanent(decision: Resolution | None) -> LifecycleEntry:
    return LifecycleEntry(stage=Stage.PERMANENT, decision=decision)


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    assert finding.subject is None
    return finding


# --- COL001, the political assignment ----------------------------------------------------------


@pytest.mark.parametrize("assignment", [None, Resolution()])
def test_a_collaboration_without_a_political_assignment(
    ask: Ask, assignment: Resolution | None
) -> None:
    finding = only(ask(assignment_missing, world(political_assignment=assignment)))
    assert (finding.code, finding.pointer, finding.data) == ("COL001", "", ())
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == "Samverkan saknar politiskt uppdrag."
    assert finding.message("en") == "The collaboration has no political assignment."


def test_a_summary_of_the_decision_is_enough(ask: Ask) -> None:
    assert ask(assignment_missing, world(political_assignment=Resolution(summary="–"))).held


# --- COL002, method and stance -----------------------------------------------------------------


def test_a_collaboration_that_describes_neither_method_nor_stance(ask: Ask) -> None:
    finding = only(ask(way_of_working_incomplete, world()))
    assert (finding.code, finding.pointer) == ("COL002", "")
    assert finding.data == (("missing", ("method", "stance")),)
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Dokumentet beskriver inte samverkans arbetssätt och förhållningssätt."
    )
    assert finding.message("en") == (
        "The document does not describe the collaboration's method and stance."
    )


def test_one_of_the_two_is_not_enough(ask: Ask) -> None:
    finding = only(ask(way_of_working_incomplete, world(method="–")))
    assert finding.data == (("missing", ("stance",)),)
    assert finding.message("sv") == "Dokumentet beskriver inte samverkans förhållningssätt."


def test_both_in_a_word_are_enough(ask: Ask) -> None:
    assert ask(way_of_working_incomplete, world(method="–", stance="–")).held


# --- COL003, permanence ------------------------------------------------------------------------


@pytest.mark.parametrize("decision", [None, Resolution()])
def test_a_collaboration_that_became_permanent_by_itself(
    ask: Ask, decision: Resolution | None
) -> None:
    collab = world(lifecycle=(project("2012"), permanent(decision)))
    finding = only(ask(permanent_without_decision, collab))
    assert (finding.code, finding.pointer) == ("COL003", "/lifecycle/1")
    assert finding.data == (("entry", 2),)
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Samverkan blev permanent i skede 2 utan att något beslut anges."
    )
    assert finding.message("en") == (
        "The collaboration became permanent in stage 2 without a decision stated."
    )


def test_permanence_with_a_summary_of_its_decision_and_any_project_hold(ask: Ask) -> None:
    lifecycle = (project(None), permanent(Resolution(summary="–")))
    assert ask(permanent_without_decision, world(lifecycle=lifecycle)).held


# --- COL004, projects that outlive their time --------------------------------------------------


def test_a_project_that_should_have_ended_yesterday(ask: Ask) -> None:
    collab = world(lifecycle=(permanent(None), project("2015-05-31")))
    finding = only(ask(project_outlived, collab, DAY))
    assert (finding.code, finding.pointer) == ("COL004", "/lifecycle/1/planned_end")
    assert finding.data == (("planned_end", "2015-05-31"),)
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Projektet skulle ha avslutats 2015-05-31, men inget nytt skede är angivet."
    )
    assert finding.message("en") == (
        "The project was to end 2015-05-31, but no new stage is stated."
    )


@pytest.mark.parametrize(
    "lifecycle",
    [(project("2015-06-01"),), (project("2015-06"),), (project("2012"), permanent(None))],
)
def test_a_project_holds_through_its_last_day_and_may_be_followed_by_another_stage(
    ask: Ask, lifecycle: tuple[LifecycleEntry, ...]
) -> None:
    assert ask(project_outlived, world(lifecycle=lifecycle), DAY).held


@pytest.mark.parametrize("planned_end", [None, "2015"])
def test_an_end_that_is_unknown_or_not_exact_enough_cannot_be_judged(
    ask: Ask, planned_end: str | None
) -> None:
    judgement = ask(project_outlived, world(lifecycle=(project(planned_end),)), DAY)
    assert judgement.not_judged == (NotJudged(code="COL004", lacked="lifecycle.planned_end"),)
    assert not judgement.findings


@pytest.mark.parametrize("rule", [permanent_without_decision, project_outlived])
def test_without_stages_nothing_is_said_of_them(ask: Ask, rule: Rule) -> None:
    judgement = ask(rule, world(), DAY)
    assert judgement.not_judged == (NotJudged(code=rule.code, lacked="lifecycle"),)
    assert not judgement.findings


# --- COL005, purpose ---------------------------------------------------------------------------


def test_a_collaboration_without_a_purpose(ask: Ask) -> None:
    finding = only(ask(purpose_missing, world()))
    assert (finding.code, finding.pointer, finding.data) == ("COL005", "", ())
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == "Samverkan saknar syfte."
    assert finding.message("en") == "The collaboration states no purpose."


def test_a_purpose_in_a_word_is_enough(ask: Ask) -> None:
    assert ask(purpose_missing, world(purpose="–")).held


# --- all of them -------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_no_rule_stops_on_odd_stages(ask: Ask, rule: Rule, day: dt.date) -> None:
    odd = (LifecycleEntry(stage=Stage.ENDED), permanent(None), project("0001"), project("9999"))
    judgement = ask(rule, world(lifecycle=odd), day)
    assert {finding.code for finding in judgement.findings} <= {rule.code}
