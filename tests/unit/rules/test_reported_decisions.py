"""DGD003 and DGD004: urgent decisions at the next meeting, and how others are made known."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Force, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.delegated_decision import DelegatedDecision, Reporting
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import Mandate, MandateKind, Power
from samverkan_core.model.meeting import Meeting, MeetingKind, MeetingState
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.reported_decisions import not_at_next_meeting, not_made_known
from samverkan_core.rules.rule import Rule
from samverkan_core.values.ids import (
    BodyId,
    DelegatedDecisionId,
    DocumentId,
    HolderId,
    MandateId,
    MeetingId,
)
from samverkan_core.values.time import PartialDate, Period

Ask = Callable[..., Judgement]

RULES = (not_at_next_meeting, not_made_known)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)

CHAIR = Mandate(
    id=MandateId("ordforandens"),
    kind=MandateKind.DELEGATION,
    powers=(Power.DECIDE,),
    period=Period(),
    granted_by=HolderId("namnden"),
    urgent_only=True,
)


def minutes(day: str | None = None, body: str | None = "namnden") -> Resolution:
    when = None if day is None else PartialDate(when=day)
    return Resolution(body=None if body is None else BodyId(body), day=when)


def told(day: str | None = None, body: str | None = "namnden") -> Reporting:
    return Reporting(minutes=minutes(day, body))


def decision(id_: str = "b-1", **members: object) -> DelegatedDecision:
    """Give the chair's decision of 4 May, which cites what the board has assigned the chair."""
    known: dict[str, Any] = {"day": "2026-05-04", "mandate": CHAIR.id, **members}
    if known["day"] is not None:
        known["day"] = PartialDate(when=known["day"])
    return DelegatedDecision(id=DelegatedDecisionId(id_), **known)


def urgent(**members: Any) -> DelegatedDecision:
    return decision(urgent=True, **members)


def hagby(*decisions: DelegatedDecision, met: tuple[str, ...] = ()) -> Collaboration:
    """Give a document with two boards, of which one has decided on some days."""
    return Collaboration(
        name="Hagby",
        bodies=(
            Body(id=BodyId("namnden"), name="Nämnden", kind=BodyKind.BOARD),
            Body(id=BodyId("styrelsen"), name="Styrelsen", kind=BodyKind.EXECUTIVE_BOARD),
            Body(id=BodyId("radet"), name="Rådet", kind=BodyKind.CHILDRENS_COUNCIL),
        ),
        mandates=(CHAIR,),
        delegated_decisions=decisions,
        documents=(
            GoverningDocument(
                id=DocumentId("planen"),
                name="Planen",
                kind=DocumentKind.OPERATIONAL_PLAN,
                decided_by=(*map(minutes, met), minutes("2026-05-05", "styrelsen"), minutes()),
            ),
        ),
    )


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def lacked(judgement: Judgement) -> list[str]:
    assert not judgement.findings
    return [missing.lacked for missing in judgement.not_judged]


@each_rule
def test_without_any_decision(ask: Ask, rule: Rule) -> None:
    assert ask(rule, hagby()).not_judged == (
        NotJudged(code=rule.code, lacked="delegated_decisions"),
    )


@each_rule
def test_both_rest_on_provisions_that_were_read(rule: Rule) -> None:
    assert rule.notice.force is Force.LAW


# --- DGD003 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("report", "met"),
    [
        (told("2026-05-20"), ()),
        (told("2026-05-20"), ("2026-05-20",)),
        (told("2026-05-20"), ("2026-05-04", "2026-06-17")),
        (told("2026-05-20", None), ("2026-05-20",)),
        (told("2026-05"), ("2026-06-17",)),
        (told("2026-05-04"), ()),
    ],
)
def test_an_urgent_decision_that_was_reported_when_the_board_met(
    ask: Ask, report: Reporting, met: tuple[str, ...]
) -> None:
    assert ask(not_at_next_meeting, hagby(urgent(reported=report), met=met)).held


@pytest.mark.parametrize(
    "report", [None, told("2026-06-17"), told("2026-06"), told("2026-05-20", "radet")]
)
def test_an_urgent_decision_that_the_board_was_not_told_of_when_it_met(
    ask: Ask, report: Reporting | None
) -> None:
    collab = hagby(urgent(reported=report), met=("2026-06-16", "2026-05-20"))
    finding = only(ask(not_at_next_meeting, collab))
    assert finding.severity is Severity.ERROR
    assert finding.message("sv") == (
        "Det brådskande beslutet b-1 anmäldes inte till namnden vid nästa sammanträde, den "
        "2026-05-20."
    )


def test_another_decision_tells_when_the_board_met(ask: Ask) -> None:
    other = decision("b-2", reported=told("2026-05-20"))
    only(ask(not_at_next_meeting, hagby(urgent(reported=told("2026-06-17")), other)))
    assert ask(not_at_next_meeting, hagby(urgent(reported=told("2026-05-20")), other)).held


def test_a_decision_that_could_wait_follows_what_the_board_has_said(ask: Ask) -> None:
    assert ask(not_at_next_meeting, hagby(decision(), met=("2026-05-20",))).held


@pytest.mark.parametrize(
    ("members", "met", "missing"),
    [
        ({}, (), "reported"),
        ({}, ("2026-05",), "reported"),
        ({"reported": told("2026-05-20", "radet")}, (), "reported.minutes"),
        ({"reported": Reporting()}, ("2026-05-20",), "reported.minutes"),
        ({"reported": told("2026-05")}, (), "reported.minutes"),
        ({"reported": told("2026-05")}, ("2026-05-20",), "reported.minutes"),
        ({"day": None}, (), "day"),
        ({"mandate": None}, (), "mandate"),
        ({"mandate": None, "reported": told("2026-05-20", "radet")}, (), "mandate"),
    ],
)
def test_where_nobody_can_tell_when_the_board_met(
    ask: Ask, members: dict[str, Any], met: tuple[str, ...], missing: str
) -> None:
    assert lacked(ask(not_at_next_meeting, hagby(urgent(**members), met=met))) == [missing]


def test_a_day_known_by_month_is_judged_by_its_last(ask: Ask) -> None:
    late = urgent(day="2026-05", reported=told("2026-06-17"))
    assert ask(not_at_next_meeting, hagby(late, met=("2026-05-20",))).held
    only(ask(not_at_next_meeting, hagby(late, met=("2026-06-01",))))


@pytest.mark.parametrize(
    ("day", "missing"),
    [("2017-12-31", ["se.kl1991.6-36"]), ("1991-12-31", [])],
)
def test_law_that_nobody_has_read_accuses_nobody(ask: Ask, day: str, missing: list[str]) -> None:
    collab = hagby(urgent(day=day), met=("2018-01-01",))
    assert lacked(ask(not_at_next_meeting, collab)) == missing


days = st.integers(5, 28).map("2026-05-{:02}".format)


@given(report=days, met=st.lists(days, max_size=4))
def test_to_be_late_is_to_be_told_after_the_board_has_met(
    ask: Ask, report: str, met: list[str]
) -> None:
    judgement = ask(not_at_next_meeting, hagby(urgent(reported=told(report)), met=tuple(met)))
    assert bool(judgement.findings) == any(day < report for day in met)
    assert not judgement.not_judged


def meeting(held: str, **members: Any) -> Meeting:
    known: dict[str, Any] = {
        "id": MeetingId(held),
        "kind": MeetingKind.ORDINARY,
        "state": MeetingState.HELD,
        "body": "namnden",
        "day": PartialDate(when=held),
        **members,
    }
    return Meeting(**known)


def at(id_: str) -> Reporting:
    return Reporting(meeting=MeetingId(id_))


def meeting_on(*meetings: Meeting, reported: Reporting | None = None) -> Collaboration:
    return attrs.evolve(hagby(urgent(reported=reported)), meetings=meetings)


MAY, JUNE = meeting("2026-05-20"), meeting("2026-06-17")


@pytest.mark.parametrize("report", [None, at("2026-06-17"), told("2026-06-17")])
def test_a_meeting_of_the_board_tells_when_it_met(ask: Ask, report: Reporting | None) -> None:
    finding = only(ask(not_at_next_meeting, meeting_on(JUNE, MAY, reported=report)))
    assert dict(finding.data)["meeting"] == "2026-05-20"


@pytest.mark.parametrize("report", [at("2026-05-20"), told("2026-05-20")])
def test_what_was_reported_at_the_next_meeting_is_in_time(ask: Ask, report: Reporting) -> None:
    assert ask(not_at_next_meeting, meeting_on(JUNE, MAY, reported=report)).held


@pytest.mark.parametrize(
    "members",
    [
        {"state": MeetingState.CANCELLED},
        {"state": MeetingState.PLANNED},
        {"state": None},
        {"kind": MeetingKind.SEMINAR},
        {"kind": MeetingKind.OTHER, "kind_name": "extra sammanträde"},
        {"body": "radet"},
        {"body": None},
        {"day": None},
        {"day": PartialDate(when="2026-05")},
        {"last_day": PartialDate(when="2026-05-21")},
        {"day": PartialDate(when="2026-05-04")},
    ],
)
def test_a_meeting_that_may_be_another_accuses_nobody(ask: Ask, members: dict[str, Any]) -> None:
    other = meeting("2026-05-13", **members)
    assert ask(not_at_next_meeting, meeting_on(other, MAY, reported=at("2026-05-20"))).held
    assert lacked(ask(not_at_next_meeting, meeting_on(other))) == ["reported"]


@pytest.mark.parametrize("day", [None, PartialDate(when="2026-05")])
def test_a_report_at_a_meeting_of_which_nobody_knows_the_day(
    ask: Ask, day: PartialDate | None
) -> None:
    collab = meeting_on(meeting("2026-05-13", day=day), MAY, reported=at("2026-05-13"))
    assert lacked(ask(not_at_next_meeting, collab)) == ["reported.meeting"]


def test_a_report_at_a_meeting_of_another_body_is_none(ask: Ask) -> None:
    only(
        ask(
            not_at_next_meeting,
            meeting_on(meeting("2026-05-13", body="radet"), MAY, reported=at("2026-05-13")),
        )
    )


# --- DGD004 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "members",
    [
        {"reviewable": False},
        {"reviewable": True, "reported": Reporting()},
        {"reviewable": True, "minuted_on": PartialDate(when="2026")},
        {"reported": told("2026-05-20")},
    ],
)
def test_a_decision_that_was_made_known_or_need_not_be(ask: Ask, members: dict[str, Any]) -> None:
    assert ask(not_made_known, hagby(decision(**members))).held


def test_a_decision_that_was_not_made_known(ask: Ask) -> None:
    finding = only(ask(not_made_known, hagby(decision(reviewable=True))))
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Delegationsbeslutet b-1 kan laglighetsprövas men är varken anmält till namnden eller "
        "särskilt protokollfört."
    )


@pytest.mark.parametrize(
    ("members", "missing"),
    [
        ({}, ["reviewable"]),
        ({"reviewable": True, "day": None}, ["day"]),
        ({"reviewable": True, "mandate": None}, ["mandate"]),
        ({"reviewable": True, "day": "2017-12-31"}, ["se.kl1991.6-35"]),
        ({"reviewable": True, "day": "1991-12-31"}, []),
    ],
)
def test_whether_it_has_to_be_is_not_guessed(
    ask: Ask, members: dict[str, Any], missing: list[str]
) -> None:
    assert lacked(ask(not_made_known, hagby(decision(**members)))) == missing


def test_what_was_to_be_told_at_a_cancelled_meeting_was_not_made_known(ask: Ask) -> None:
    cancelled = meeting("2026-05-20", state=MeetingState.CANCELLED)
    one = decision(reviewable=True, reported=at("2026-05-20"))
    only(ask(not_made_known, attrs.evolve(hagby(one), meetings=(cancelled,))))


@given(reviewable=st.sampled_from((None, False, True)), urgently=st.booleans())
def test_what_is_reported_lacks_nothing(ask: Ask, reviewable: bool | None, urgently: bool) -> None:
    one = attrs.evolve(decision(), reviewable=reviewable, urgent=urgently)
    reported = attrs.evolve(one, reported=told("2026-05-20"))
    assert ask(not_made_known, hagby(reported)).held
