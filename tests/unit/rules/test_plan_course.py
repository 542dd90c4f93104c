"""SIP009 to SIP012 and CHI001: who took part, what lies ahead, and until when it is kept."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.child import ChildRef
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.concern_report import ConcernReport
from samverkan_core.model.plan import (
    FamilyParticipation,
    IndividualPlan,
    Participant,
    PlanKind,
)
from samverkan_core.rules.children import child_not_needed
from samverkan_core.rules.concern_reports import report_kept_too_long
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.plan_course import (
    competence_not_there,
    family_left_out,
    no_follow_up_ahead,
    plan_kept_too_long,
)
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.values.ids import ChildId, ConcernReportId, PlanId
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]

DAY = dt.date(2026, 3, 1)
BEFORE = dt.date(2026, 2, 28)


def collab(**members: object) -> Collaboration:
    told: dict[str, Any] = {"started": PartialDate(when="2026-01-12"), **members}
    plan = IndividualPlan(id=PlanId("plan"), kind=PlanKind.COORDINATED_INDIVIDUAL_PLAN, **told)
    return Collaboration(name="Hagby", plans=(plan,))


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def lacked(judgement: Judgement) -> list[str]:
    assert not judgement.findings
    return [missing.lacked for missing in judgement.not_judged]


class TestFamily:
    """SIP009."""

    def test_nobody_has_noted_anything(self, ask: Ask) -> None:
        finding = only(ask(family_left_out, collab(), None, PROFILES["lomma"]))

        assert (finding.pointer, finding.severity) == ("/plans/0", Severity.ERROR)
        assert finding.message("sv") == (
            "Det framgår inte av planen plan att barnet och familjen har deltagit, och inget skäl "
            "är angivet."
        )

    @pytest.mark.parametrize("child", [True, False, None])
    @pytest.mark.parametrize("family", [True, False, None])
    @pytest.mark.parametrize("reason", ["Barnet ville inte.", None])
    def test_each_took_part_or_there_is_a_reason(
        self,
        ask: Ask,
        child: bool | None,
        family: bool | None,
        reason: str | None,
    ) -> None:
        part = FamilyParticipation(child=child, family=family, reason=reason)
        judgement = ask(family_left_out, collab(family=part))
        assert judgement.held is bool((child and family) or reason)
        for finding in judgement.findings:
            assert finding.severity is Severity.WARNING
            assert ("child" in str(dict(finding.data)["missing"])) is not bool(child)


class TestFollowUp:
    """SIP010."""

    def test_none_lies_ahead(self, ask: Ask) -> None:
        finding = only(ask(no_follow_up_ahead, collab(), DAY))
        assert finding.message("sv") == (
            "Planen plan pågår den dag som granskas, men ingen uppföljning är planerad."
        )

    @pytest.mark.parametrize(
        ("days", "held"),
        [
            (("2026-02-28",), False),
            (("2026-02-28", "2026-03-01"), True),
            (("2026-03-02",), True),
            (("2026-02",), False),
            (("2027",), True),
        ],
    )
    def test_one_on_the_day_itself_is_ahead(
        self, ask: Ask, days: tuple[str, ...], *, held: bool
    ) -> None:
        made = collab(follow_ups=tuple(PartialDate(when=day) for day in days))
        assert ask(no_follow_up_ahead, made, DAY).held is held

    @pytest.mark.parametrize(
        ("members", "member"),
        [
            ({"follow_ups": (PartialDate(when="2026"),)}, "follow_ups"),
            ({"started": None}, "started"),
        ],
    )
    def test_what_is_known_only_in_part_is_not_judged(
        self, ask: Ask, members: dict[str, Any], member: str
    ) -> None:
        assert lacked(ask(no_follow_up_ahead, collab(**members), DAY)) == [member]

    def test_a_closed_plan_is_not_followed_up(self, ask: Ask) -> None:
        assert ask(no_follow_up_ahead, collab(closed_on=DAY), DAY).held


class TestCompetence:
    """SIP011."""

    def test_one_that_nobody_has_is_told_by_its_number_and_not_its_words(self, ask: Ask) -> None:
        there = Participant(competences=("specialpedagogik ",))
        made = collab(
            competences_needed=("Specialpedagogik", "ätstörningar"), participants=(there,)
        )
        finding = only(ask(competence_not_there, made))

        assert finding.pointer == "/plans/0/competences_needed/1"
        assert finding.message("sv") == (
            "Ingen deltagare i planen plan har den kompetens som står som nummer 2 i listan över "
            "vad som behövs."
        )
        assert "ätstörningar" not in str(finding)


class TestKeptTooLong:
    """SIP012 and CON005."""

    @given(last=st.dates(dt.date(2026, 2, 20), dt.date(2026, 3, 10)))
    def test_the_last_day_belongs_to_the_time(self, ask: Ask, last: dt.date) -> None:
        plans = collab(retain_until=last)
        report = ConcernReport(id=ConcernReportId("a"), retain_until=last)
        reports = Collaboration(name="Hagby", concern_reports=(report,))
        assert ask(plan_kept_too_long, plans, DAY).held is (last >= DAY)
        assert ask(report_kept_too_long, reports, DAY).held is (last >= DAY)

    def test_it_says_until_when(self, ask: Ask) -> None:
        finding = only(ask(plan_kept_too_long, collab(retain_until=BEFORE), DAY))
        assert finding.pointer == "/plans/0/retain_until"
        assert finding.message("sv") == (
            "Planen plan fick finnas kvar här längst till och med 2026-02-28 men är inte gallrad."
        )
        report = ConcernReport(id=ConcernReportId("a"), retain_until=BEFORE)
        reports = Collaboration(name="Hagby", concern_reports=(report,))
        assert only(ask(report_kept_too_long, reports, DAY)).message("sv") == (
            "Orosanmälan a fick finnas kvar här längst till och med 2026-02-28 men är inte gallrad."
        )

    def test_where_nobody_has_said_until_when_nothing_is_said(self, ask: Ask) -> None:
        assert ask(plan_kept_too_long, collab(), DAY).held


class TestNeedless:
    """CHI001."""

    def test_a_child_that_nothing_is_about(self, ask: Ask) -> None:
        children = tuple(ChildRef(id=ChildId(name)) for name in ("a", "b", "c"))
        plan = IndividualPlan(
            id=PlanId("plan"), kind=PlanKind.COORDINATED_INDIVIDUAL_PLAN, child=ChildId("a")
        )
        report = ConcernReport(id=ConcernReportId("r"), child=ChildId("c"))
        made = Collaboration(
            name="Hagby", children=children, plans=(plan,), concern_reports=(report,)
        )
        finding = only(ask(child_not_needed, made))
        assert (finding.pointer, finding.subject) == ("/children/1", "b")
        assert finding.message("sv") == (
            "Barnet b finns i dokumentet, men inget annat i dokumentet gäller barnet."
        )

    def test_without_children(self, ask: Ask) -> None:
        assert ask(child_not_needed, collab()).not_judged == (
            NotJudged(code="CHI001", lacked="children"),
        )
