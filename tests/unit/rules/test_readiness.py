"""Measurements of readiness: whether their scores can be relied on, and what they can show."""

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Force, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import index
from samverkan_core.measures.readiness import EDITIONS, Dimension, Edition
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.readiness import (
    ReadinessInterview,
    ReadinessMeasurement,
    ReadinessProtocol,
    ReadinessScore,
    ScoreSheet,
)
from samverkan_core.overviews.readiness import scores
from samverkan_core.process.step import JourneyEntry, Step
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.readiness import (
    feedback_missing,
    progress_not_shown,
    too_few_interviews,
    too_few_scorers,
)
from samverkan_core.rules.readiness_scores import (
    not_one_agreed_score,
    score_between_steps,
    score_off_scale,
)
from samverkan_core.rules.rule import Rule
from samverkan_core.testing.anything import collaborations
from samverkan_core.values.ids import FocusAreaId, HolderId, MeasurementId
from samverkan_core.values.numbers import written
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]

RULES = (
    score_off_scale,
    score_between_steps,
    not_one_agreed_score,
    too_few_interviews,
    too_few_scorers,
    progress_not_shown,
    feedback_missing,
)
ONE, OTHER = HolderId("intervjuaren"), HolderId("bisittaren")


def measurement(id_: str = "m-1", **members: Any) -> ReadinessMeasurement:
    members = {"edition": Edition.CRM_2014, **members}
    return ReadinessMeasurement(id=MeasurementId(id_), name="Mätning", **members)


def holding(*measurements: ReadinessMeasurement) -> Collaboration:
    return Collaboration(name="Fokus", readiness_measurements=measurements)


def a_score(score: str, dimension: Dimension = Dimension.LEADERSHIP) -> ReadinessScore:
    return ReadinessScore(dimension=dimension, score=score)


def agreed(edition: Edition = Edition.CRM_2014) -> tuple[ReadinessScore, ...]:
    return tuple(a_score("4.25", dimension) for dimension in EDITIONS[edition].dimensions)


def interviews(count: int, **members: Any) -> tuple[ReadinessInterview, ...]:
    return tuple(ReadinessInterview(label=f"nr {n}", **members) for n in range(1, count + 1))


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


# --- RDY001, the scale -------------------------------------------------------------------------


def with_score(score: str) -> Collaboration:
    return holding(measurement(interviews=interviews(2, agreed=(a_score("4"), a_score(score)))[1:]))


def test_an_agreed_score_off_the_scale(ask: Ask) -> None:
    finding = only(ask(score_off_scale, with_score("9.25")))
    assert (finding.code, finding.subject) == ("RDY001", "m-1")
    assert finding.pointer == "/readiness_measurements/0/interviews/0/agreed/1/score"
    assert finding.data == (
        ("dimension", "leadership"),
        ("highest", 9),
        ("interview", 1),
        ("lowest", 1),
        ("measurement", "m-1"),
        ("score", "9.25"),
    )
    assert (finding.severity, finding.force) == (Severity.ERROR, Force.GUIDANCE)
    assert finding.message("sv") == (
        "I mätningen m-1 har intervju 1 poängen 9.25 för dimensionen ”ledarskap”; skalan går från "
        "1 till 9."
    )
    assert finding.message("en") == (
        "In measurement m-1 interview 1 has the score 9.25 for the dimension “leadership”; the "
        "scale goes from 1 to 9."
    )


def test_a_scorers_own_score_off_the_scale(ask: Ask) -> None:
    sheets = (ScoreSheet(scores=(a_score("1"),)), ScoreSheet(scores=(a_score("0"),)))
    collab = holding(measurement(interviews=interviews(1, sheets=sheets, agreed=(a_score("1"),))))
    finding = only(ask(score_off_scale, collab))
    assert finding.pointer == "/readiness_measurements/0/interviews/0/sheets/1/scores/0/score"


@pytest.mark.parametrize("score", ["1", "9", "9.000000000", "1.0"])
def test_both_ends_belong_to_the_scale(ask: Ask, score: str) -> None:
    assert ask(score_off_scale, with_score(score)).held


# --- RDY002, the step --------------------------------------------------------------------------


def test_a_score_between_two_steps(ask: Ask) -> None:
    finding = only(ask(score_between_steps, with_score("4.3")))
    assert (finding.code, finding.subject) == ("RDY002", "m-1")
    assert finding.pointer == "/readiness_measurements/0/interviews/0/agreed/1/score"
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.PROPOSAL)
    assert finding.message("sv") == (
        "I mätningen m-1 har intervju 1 poängen 4.3 för dimensionen ”ledarskap”; poäng sätts i "
        "steg om en fjärdedel."
    )
    assert finding.message("en") == (
        "In measurement m-1 interview 1 has the score 4.3 for the dimension “leadership”; scores "
        "go up by quarters."
    )


@pytest.mark.parametrize("score", ["4", "4.25", "4.500", "8.75", "9.3", "0.1"])
def test_quarters_are_steps_and_what_is_off_the_scale_is_told_elsewhere(
    ask: Ask, score: str
) -> None:
    assert ask(score_between_steps, with_score(score)).held


@given(hundredths=st.integers(-200, 1200))
def test_a_number_is_told_of_once_or_is_a_score(hundredths: int) -> None:
    number = Fraction(hundredths, 100)
    book = index(with_score(written(number, 2)))
    found = [
        finding.code
        for rule in (score_off_scale, score_between_steps)
        for finding in judged(rule, book, None, COMMON).findings
    ]
    assert len(found) == (not (1 <= number <= 9 and number * 4 == int(number * 4)))


# --- RDY003, one agreed score for each dimension -----------------------------------------------


def test_a_dimension_that_nobody_has_agreed_on(ask: Ask) -> None:
    first, second = interviews(2, agreed=agreed())
    left = attrs.evolve(second, agreed=agreed()[:-1])
    finding = only(ask(not_one_agreed_score, holding(measurement(interviews=(first, left)))))
    assert (finding.code, finding.subject) == ("RDY003", "m-1")
    assert finding.pointer == "/readiness_measurements/0/interviews/1"
    assert finding.data == (
        ("count", 0),
        ("dimension", "resources"),
        ("edition", "crm_2014"),
        ("interview", 2),
        ("measurement", "m-1"),
        ("wanted", 1),
    )
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.GUIDANCE)
    assert finding.message("sv") == (
        "Intervju 2 i mätningen m-1 har 0 överenskomna poäng för dimensionen ”resurser”; enligt "
        "handboken från 2014 ska det vara 1."
    )
    assert finding.message("en") == (
        "Interview 2 in measurement m-1 has 0 agreed scores for the dimension “resources”; by the "
        "handbook of 2014 it should be 1."
    )


def test_two_scorers_apart_have_not_agreed(ask: Ask) -> None:
    sheets = tuple(
        ScoreSheet(scores=tuple(a_score(score, d) for d in EDITIONS[Edition.CRM_2014].dimensions))
        for score in ("3", "5")
    )
    collab = holding(measurement(interviews=interviews(1, sheets=sheets)))
    assert len(ask(not_one_agreed_score, collab).findings) == 5


@pytest.mark.parametrize(
    ("more", "data"),
    [
        (a_score("5"), {"dimension": "leadership", "count": 2, "wanted": 1}),
        (a_score("5", Dimension.EFFORTS), {"dimension": "efforts", "count": 1, "wanted": 0}),
    ],
    ids=["twice", "not of the edition"],
)
def test_a_score_too_many(ask: Ask, more: ReadinessScore, data: dict[str, object]) -> None:
    collab = holding(measurement(interviews=interviews(1, agreed=(*agreed(), more))))
    finding = only(ask(not_one_agreed_score, collab))
    assert data.items() <= dict(finding.data).items()


def test_one_score_each_is_what_is_asked_for_and_what_it_is_is_told_elsewhere(ask: Ask) -> None:
    off = (a_score("12", Dimension.RESOURCES), *agreed()[:-1])
    six = measurement(
        "m-2",
        edition=Edition.CRM_2006,
        interviews=interviews(1, agreed=agreed(Edition.CRM_2006)),
    )
    collab = holding(measurement(interviews=interviews(1, agreed=off)), six)
    assert ask(not_one_agreed_score, collab).held


@given(collab=collaborations())
def test_a_measurement_has_a_result_exactly_where_its_scores_are_whole(
    collab: Collaboration,
) -> None:
    book = index(collab)
    pointers = [
        finding.pointer
        for rule in (not_one_agreed_score, score_off_scale)
        for finding in judged(rule, book, None, COMMON).findings
        if "/sheets/" not in finding.pointer
    ]
    for one in collab.readiness_measurements:
        place = book.reading(("readiness_measurements",)).place(one)
        whole = not any(found.startswith(f"{place}/") for found in pointers)
        assert (scores(one).readiness is not None) == (whole and bool(one.interviews))


# --- RDY004, how many interviews ---------------------------------------------------------------


def planned(count: int, plan: int | None = None, deviations: str | None = None) -> Collaboration:
    protocol = ReadinessProtocol(planned_interviews=plan, deviations=deviations)
    return holding(measurement(interviews=interviews(count), protocol=protocol))


def test_three_interviews(ask: Ask) -> None:
    finding = only(ask(too_few_interviews, holding(measurement(interviews=interviews(3)))))
    assert (finding.code, finding.subject) == ("RDY004", "m-1")
    assert finding.pointer == "/readiness_measurements/0"
    assert finding.data == (("count", 3), ("measurement", "m-1"), ("wanted", 4))
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.GUIDANCE)
    assert finding.message("sv") == (
        "Mätningen m-1 bygger på 3 av 4 intervjuer, och inget skäl är angivet."
    )
    assert finding.message("en") == (
        "Measurement m-1 rests on 3 of 4 interviews, and no reason is given."
    )


def test_fewer_interviews_than_were_planned(ask: Ask) -> None:
    finding = only(ask(too_few_interviews, planned(5, plan=6)))
    assert dict(finding.data)["wanted"] == 6


def test_to_plan_for_fewer_than_four_is_no_reason(ask: Ask) -> None:
    assert dict(only(ask(too_few_interviews, planned(2, plan=2))).data)["wanted"] == 4


@pytest.mark.parametrize(
    "collab", [planned(4), planned(4, plan=4), planned(7, plan=6), planned(1, 9, "Sjukdom.")]
)
def test_four_or_as_many_as_planned_or_a_reason(ask: Ask, collab: Collaboration) -> None:
    assert ask(too_few_interviews, collab).held


# --- RDY005, how many scorers ------------------------------------------------------------------


def scored_by(*sheets: HolderId | None, **protocol: Any) -> Collaboration:
    written_ = tuple(ScoreSheet(scorer=scorer) for scorer in sheets)
    return holding(
        measurement(
            interviews=interviews(1, sheets=written_), protocol=ReadinessProtocol(**protocol)
        )
    )


def test_an_interview_that_one_person_scored(ask: Ask) -> None:
    finding = only(ask(too_few_scorers, scored_by(ONE)))
    assert (finding.code, finding.subject) == ("RDY005", "m-1")
    assert finding.pointer == "/readiness_measurements/0/interviews/0"
    assert finding.data == (("count", 1), ("interview", 1), ("measurement", "m-1"), ("wanted", 2))
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.GUIDANCE)
    assert finding.message("sv") == (
        "Intervju 1 i mätningen m-1 har 1 bedömare; det ska vara 2, och inget skäl är angivet."
    )
    assert finding.message("en") == (
        "Interview 1 in measurement m-1 is scored by 1 person; it should be 2, and no reason is "
        "given."
    )


@pytest.mark.parametrize(
    "collab",
    [
        scored_by(ONE, ONE),
        scored_by(None),
        scored_by(scorers=(ONE,)),
        scored_by(scorers=(ONE, ONE)),
        scored_by(ONE, scorers=(ONE, OTHER)),
    ],
)
def test_one_person_twice_is_one_and_a_sheet_says_more_than_the_protocol(
    ask: Ask, collab: Collaboration
) -> None:
    assert only(ask(too_few_scorers, collab)).subject == "m-1"


@pytest.mark.parametrize(
    "collab",
    [
        scored_by(ONE, OTHER),
        scored_by(ONE, None),
        scored_by(None, None),
        scored_by(scorers=(ONE, OTHER)),
        scored_by(ONE, deviations="Bisittaren blev sjuk."),
        scored_by(deviations="Bedömningen gjordes i grupp."),
    ],
)
def test_two_people_or_a_reason(ask: Ask, collab: Collaboration) -> None:
    assert ask(too_few_scorers, collab).held


def test_who_scored_may_be_unknown(ask: Ask) -> None:
    judgement = ask(too_few_scorers, holding(measurement(interviews=interviews(3))))
    assert not judgement.findings
    assert judgement.not_judged == (
        NotJudged(code="RDY005", subject="m-1", lacked="interviews.sheets"),
    )


# --- RDY006, what has changed ------------------------------------------------------------------


def followed(
    *measurements: ReadinessMeasurement, steps: tuple[Step, ...] = tuple(Step)
) -> Collaboration:
    journey = tuple(JourneyEntry(step=step, day=PartialDate(when="2015")) for step in steps)
    area = FocusArea(id=FocusAreaId("fo-a"), name="Skolnärvaro", journey=journey)
    return attrs.evolve(holding(*measurements), focus_areas=(area,))


def of_area(id_: str, **members: Any) -> ReadinessMeasurement:
    return measurement(id_, focus_area=FocusAreaId("fo-a"), **members)


def test_an_area_that_concludes_with_one_measurement(ask: Ask) -> None:
    finding = only(ask(progress_not_shown, followed(of_area("m-1"))))
    assert (finding.code, finding.subject) == ("RDY006", "fo-a")
    assert finding.pointer == "/focus_areas/0/journey/6"
    assert finding.data == (("area", "fo-a"), ("count", 1), ("step", "conclude"), ("wanted", 2))
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.SEED)
    assert finding.message("sv") == (
        "Fokusområdet fo-a är framme vid steget ”Utvärdera avsluta, fira”, men det finns bara 1 "
        "mätning i samma fråga; en förändring syns först med 2."
    )
    assert finding.message("en") == (
        "Focus area fo-a has come to the step “Evaluate, close, celebrate” with only 1 measurement "
        "to compare; a change is seen only with 2."
    )


def test_where_the_way_of_working_is_sundbybergs_it_is_an_error(ask: Ask) -> None:
    collab = followed(of_area("m-1"))
    finding = only(ask(progress_not_shown, collab, None, PROFILES["sundbyberg"]))
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "other",
    [
        of_area("m-2", edition=Edition.CRM_2006),
        of_area("m-2", issue="Skolk"),
        of_area("m-1"),
        measurement("m-2", focus_area=FocusAreaId("fo-b")),
    ],
    ids=["edition", "issue", "same id", "another area"],
)
def test_a_measurement_that_cannot_be_compared_is_no_second_one(
    ask: Ask, other: ReadinessMeasurement
) -> None:
    assert dict(only(ask(progress_not_shown, followed(of_area("m-1"), other))).data)["count"] == 1


@pytest.mark.parametrize(
    "collab",
    [
        followed(of_area("m-1"), of_area("m-2")),
        followed(of_area("m-1", issue="a"), of_area("m-2"), of_area("m-3")),
        followed(of_area("m-1"), steps=tuple(Step)[:-1]),
        followed(of_area("m-1"), steps=(*Step, Step.HOLD_ON)),
        followed(measurement(), steps=()),
    ],
    ids=["two", "two of three", "integrating", "gone back", "unmeasured and not begun"],
)
def test_two_of_a_kind_or_an_area_on_its_way(ask: Ask, collab: Collaboration) -> None:
    assert ask(progress_not_shown, collab).held


@pytest.mark.parametrize(
    ("collab", "lacked"),
    [
        (followed(measurement()), "readiness_measurements"),
        (followed(of_area("m-1"), steps=()), "journey"),
    ],
    ids=["unmeasured", "no journey"],
)
def test_of_an_area_without_measurement_or_journey_nothing_is_judged(
    ask: Ask, collab: Collaboration, lacked: str
) -> None:
    judgement = ask(progress_not_shown, collab)
    assert not judgement.findings
    assert judgement.not_judged == (NotJudged(code="RDY006", subject="fo-a", lacked=lacked),)


@given(kinds=st.lists(st.sampled_from(Edition), max_size=6))
def test_some_edition_must_come_back(kinds: list[Edition]) -> None:
    measurements = (of_area(f"m-{n}", edition=one) for n, one in enumerate(kinds))
    judgement = judged(progress_not_shown, index(followed(*measurements)), None, COMMON)
    twice = len(set(kinds)) < len(kinds)
    assert judgement.held == twice
    assert bool(judgement.findings) == (bool(kinds) and not twice)


# --- RDY007, somebody is told ------------------------------------------------------------------


def test_a_measurement_that_nobody_hears_of(ask: Ask) -> None:
    finding = only(ask(feedback_missing, holding(measurement())))
    assert (finding.code, finding.subject) == ("RDY007", "m-1")
    assert finding.pointer == "/readiness_measurements/0"
    assert finding.data == (("measurement", "m-1"),)
    assert (finding.severity, finding.force) == (Severity.INFO, Force.SEED)
    assert finding.message("sv") == "Mätningen m-1 saknar en dag för när resultatet återkopplas."
    assert finding.message("en") == "Measurement m-1 has no day on which its result is given back."


def test_a_day_of_feedback_may_be_known_by_year_only(ask: Ask) -> None:
    told = measurement(feedback=PartialDate(when="2016", about=True))
    assert ask(feedback_missing, holding(told)).held


# --- all of them -------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", [not_one_agreed_score, too_few_interviews, too_few_scorers])
def test_of_a_measurement_that_is_only_planned_its_interviews_cannot_be_judged(
    ask: Ask, rule: Rule
) -> None:
    judgement = ask(rule, holding(measurement()))
    assert not judgement.findings
    assert judgement.not_judged == (NotJudged(code=rule.code, subject="m-1", lacked="interviews"),)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_collaboration_that_measures_nothing_is_not_thereby_wrong(ask: Ask, rule: Rule) -> None:
    judgement = ask(rule, followed())
    assert not judgement.findings
    assert judgement.not_judged == (NotJudged(code=rule.code, lacked="readiness_measurements"),)


@given(collab=collaborations())
def test_no_rule_stops_on_anything_that_can_be_written(collab: Collaboration) -> None:
    book = index(collab)
    for rule in RULES:
        judgement = judged(rule, book, dt.date(2015, 1, 1), COMMON)
        assert {finding.code for finding in judgement.findings} <= {rule.code}
