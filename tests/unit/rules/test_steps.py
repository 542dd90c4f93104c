"""The journey of a focus area: where it begins, how it moves, on which days."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Force, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.process.step import JourneyEntry, Move, Step, move
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.rule import Rule
from samverkan_core.rules.steps import (
    back_without_reason,
    begins_elsewhere,
    days_out_of_order,
    journey_missing,
    move_not_allowed,
    step_after_close,
)
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.time import PartialDate, TimeBox

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 6, 1)
RULES = (
    begins_elsewhere,
    move_not_allowed,
    back_without_reason,
    days_out_of_order,
    journey_missing,
)
OF_MOVES = RULES[:-1]


def entry(step: Step, day: str = "2015", reason: str | None = None) -> JourneyEntry:
    return JourneyEntry(step=step, day=PartialDate(when=day), reason=reason)


def walking(*journey: JourneyEntry) -> Collaboration:
    area = FocusArea(id=FocusAreaId("fo-a"), name="Barnfattigdom", journey=journey)
    return Collaboration(name="Fokus", focus_areas=(area,))


def dated(*days: str) -> Collaboration:
    """Give a journey that goes one step on for each day."""
    return walking(*map(entry, Step, days))


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


# --- STP001, the first step --------------------------------------------------------------------


def test_a_journey_that_begins_midway(ask: Ask) -> None:
    finding = only(ask(begins_elsewhere, walking(entry(Step.BUILD))))
    assert (finding.code, finding.subject) == ("STP001", "fo-a")
    assert finding.pointer == "/focus_areas/0/journey/0/step"
    assert finding.data == (("area", "fo-a"), ("first", "initiate"), ("step", "build"))
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.PROPOSAL)
    assert finding.message("sv") == (
        "Fokusområdet fo-a börjar med steget ”Bygg och skapa nytt”; det första steget är "
        "”Initiera frågeställningen och processen”."
    )
    assert finding.message("en") == (
        "Focus area fo-a begins with the step “Build and create something new”; the first step is "
        "“Initiate the question and the process”."
    )


def test_a_journey_may_consist_of_the_first_step_alone(ask: Ask) -> None:
    assert ask(begins_elsewhere, walking(entry(Step.INITIATE))).held


# --- STP002, moves -----------------------------------------------------------------------------


def test_a_leap_over_a_step(ask: Ask) -> None:
    finding = only(ask(move_not_allowed, walking(entry(Step.INITIATE), entry(Step.BUILD))))
    assert (finding.code, finding.subject) == ("STP002", "fo-a")
    assert finding.pointer == "/focus_areas/0/journey/1/step"
    assert finding.data == (
        ("after", "build"),
        ("area", "fo-a"),
        ("before", "initiate"),
        ("move", "skip"),
    )
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.PROPOSAL)
    assert finding.message("sv") == (
        "Fokusområdet fo-a går från ”Initiera frågeställningen och processen” till "
        "”Bygg och skapa nytt”, inte ett steg i taget (hopp över steg)."
    )
    assert finding.message("en") == (
        "Focus area fo-a goes from “Initiate the question and the process” to "
        "“Build and create something new”, not one step at a time (skip)."
    )


def test_a_step_noted_twice_stands_still(ask: Ask) -> None:
    finding = only(ask(move_not_allowed, walking(entry(Step.BUILD), entry(Step.BUILD))))
    assert finding.message("sv") == (
        "Fokusområdet fo-a går från ”Bygg och skapa nytt” till ”Bygg och skapa nytt”, "
        "inte ett steg i taget (kvar)."
    )


@given(journey=st.lists(st.sampled_from(Step), min_size=1, max_size=9))
def test_each_move_is_judged_by_itself(journey: list[Step]) -> None:
    book = index(walking(*map(entry, journey)))
    moves = list(map(move, journey, journey[1:]))
    wrong = [at for at, made in enumerate(moves, 1) if made in {Move.SKIP, Move.STAY}]
    silent = [at for at, made in enumerate(moves, 1) if made is Move.BACK]

    def pointers(rule: Rule) -> list[str]:
        return [finding.pointer for finding in judged(rule, book, None, COMMON).findings]

    assert pointers(move_not_allowed) == [f"/focus_areas/0/journey/{at}/step" for at in wrong]
    assert pointers(back_without_reason) == [f"/focus_areas/0/journey/{at}" for at in silent]


# --- STP003, the way back ----------------------------------------------------------------------


def test_a_step_back_in_silence(ask: Ask) -> None:
    collab = walking(entry(Step.TRY_OUT), entry(Step.GROUND))
    finding = only(ask(back_without_reason, collab))
    assert (finding.code, finding.subject) == ("STP003", "fo-a")
    assert finding.pointer == "/focus_areas/0/journey/1"
    assert finding.data == (("after", "ground"), ("area", "fo-a"), ("before", "try_out"))
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.SEED)
    assert finding.message("sv") == (
        "Fokusområdet fo-a går tillbaka från ”Pröva, prioritera, välja” till ”Grunda förståelsen "
        "och aktivera frågeställningen” utan angivet skäl."
    )
    assert finding.message("en") == (
        "Focus area fo-a goes back from “Try, prioritise, choose” to “Ground the understanding and "
        "activate the question” without a reason."
    )


def test_a_step_back_for_a_reason_is_part_of_the_way(ask: Ask) -> None:
    collab = walking(entry(Step.TRY_OUT), entry(Step.GROUND, reason="–"))
    assert ask(back_without_reason, collab).held


# --- STP004, days ------------------------------------------------------------------------------


def test_a_step_dated_before_the_one_before_it(ask: Ask) -> None:
    finding = only(ask(days_out_of_order, dated("2015-03-01", "2015-02")))
    assert (finding.code, finding.subject) == ("STP004", "fo-a")
    assert finding.pointer == "/focus_areas/0/journey/1/day"
    assert finding.data == (
        ("area", "fo-a"),
        ("before", "2015-03-01"),
        ("day", "2015-02"),
        ("step", "ground"),
    )
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.PROPOSAL)
    assert finding.message("sv") == (
        "I fokusområdet fo-a är steget ”Grunda förståelsen och aktivera frågeställningen” daterat "
        "2015-02, före steget innan (2015-03-01)."
    )
    assert finding.message("en") == (
        "In focus area fo-a the step “Ground the understanding and activate the question” is dated "
        "2015-02, before the preceding step (2015-03-01)."
    )


@pytest.mark.parametrize(
    "days",
    [
        ("2015-03-01", "2015-03-01"),
        ("2015", "2015", "2016-01"),
        ("2015-03", "2015-03-31"),
        ("2015", "2015-12-31"),
    ],
)
def test_equal_days_and_the_last_possible_day_are_in_order(ask: Ask, days: tuple[str, ...]) -> None:
    assert ask(days_out_of_order, dated(*days)).held


@pytest.mark.parametrize(
    "days", [("2015-03", "2015"), ("2015", "2015-03"), ("2015-03-02", "2015-03")]
)
def test_days_that_overlap_leave_the_order_in_doubt(ask: Ask, days: tuple[str, ...]) -> None:
    judgement = ask(days_out_of_order, dated(*days))
    assert judgement.not_judged == (NotJudged(code="STP004", subject="fo-a", lacked="journey.day"),)
    assert not judgement.findings


# --- STP005, a journey at all ------------------------------------------------------------------


def boxed(starts: str | None, closed_on: dt.date | None = None) -> Collaboration:
    start = None if starts is None else PartialDate(when=starts)
    area = FocusArea(
        id=FocusAreaId("fo-a"),
        name="Barnfattigdom",
        time_box=TimeBox(starts=start),
        closed_on=closed_on,
    )
    return Collaboration(name="Fokus", focus_areas=(area,))


def test_an_area_that_opened_today_has_no_journey(ask: Ask) -> None:
    finding = only(ask(journey_missing, boxed("2015-06-01"), DAY))
    assert (finding.code, finding.pointer, finding.subject) == ("STP005", "/focus_areas/0", "fo-a")
    assert finding.data == (("area", "fo-a"),)
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.PROPOSAL)
    assert finding.message("sv") == "Fokusområdet fo-a är öppet, men inget steg är antecknat."
    assert finding.message("en") == "Focus area fo-a is open, but none of its steps is noted."


@pytest.mark.parametrize(
    "collab", [boxed("2015-06-02"), boxed("2015-01", dt.date(2015, 5, 31)), dated("2015")]
)
def test_what_opens_tomorrow_was_closed_or_has_begun_owes_no_journey(
    ask: Ask, collab: Collaboration
) -> None:
    assert ask(journey_missing, collab, DAY).held


@pytest.mark.parametrize("starts", [None, "2015"])
def test_whether_an_area_without_journey_is_open_may_be_unknown(
    ask: Ask, starts: str | None
) -> None:
    judgement = ask(journey_missing, boxed(starts), DAY)
    assert judgement.not_judged == (
        NotJudged(code="STP005", subject="fo-a", lacked="time_box.starts"),
    )
    assert not judgement.findings


# --- all of them -------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", OF_MOVES, ids=lambda rule: rule.code)
def test_of_a_journey_that_nobody_recorded_no_move_can_be_judged(ask: Ask, rule: Rule) -> None:
    assert ask(rule, walking()).not_judged == (
        NotJudged(code=rule.code, lacked="focus_areas.journey"),
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_no_rule_stops_on_odd_journeys(ask: Ask, rule: Rule, day: dt.date) -> None:
    odd = dated("9999", "0001-01-01", "9999-12-31").focus_areas
    bare = (*boxed("9999").focus_areas, *boxed("0001-01-01", dt.date.min).focus_areas)
    judgement = ask(rule, Collaboration(name="Fokus", focus_areas=(*odd, *bare, *odd)), day)
    assert {finding.code for finding in judgement.findings} <= {rule.code}


# --- STP007, after the end ---------------------------------------------------------------------


def closed(on: dt.date | None, *days: str) -> Collaboration:
    """Give an area that was closed on a day, with a step on each of some others."""
    (area,) = dated(*days).focus_areas
    return Collaboration(name="Fokus", focus_areas=(attrs.evolve(area, closed_on=on),))


def test_a_step_after_the_area_was_closed(ask: Ask) -> None:
    finding = only(ask(step_after_close, closed(DAY, "2015-06-01", "2015-06-02")))
    assert (finding.code, finding.subject) == ("STP007", "fo-a")
    assert finding.pointer == "/focus_areas/0/journey/1/day"
    assert dict(finding.data) == {
        "area": "fo-a",
        "step": "ground",
        "day": "2015-06-02",
        "closed": "2015-06-01",
    }
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.PROPOSAL)
    assert finding.message("en") == (
        "In focus area fo-a the step “Ground the understanding and activate the question” is dated "
        "2015-06-02, after the area was closed (2015-06-01)."
    )


def test_a_step_on_the_last_day_belongs_to_the_area(ask: Ask) -> None:
    assert ask(step_after_close, closed(DAY, "2015-05", "2015-06-01")).held


def test_an_area_that_nobody_has_closed_may_go_on(ask: Ask) -> None:
    assert ask(step_after_close, closed(None, "2015-05", "2035")).held


def test_a_step_of_the_month_in_which_the_area_was_closed_is_not_judged(ask: Ask) -> None:
    judgement = ask(step_after_close, closed(DAY, "2015-06"))
    assert not judgement.findings
    assert judgement.not_judged == (NotJudged(code="STP007", subject="fo-a", lacked="journey.day"),)
