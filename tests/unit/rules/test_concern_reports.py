"""CON001 to CON004: what the law gives social services a time to do after a report of concern."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.concern_report import ConcernReport
from samverkan_core.rules.concern_reports import (
    feedback_late,
    inquiry_overdue,
    preliminary_assessment_overdue,
    protection_not_assessed,
)
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.rule import Rule
from samverkan_core.values.ids import ConcernReportId
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]

A_DAY = dt.timedelta(days=1)
NEW_LAW = dt.date(2025, 7, 1)


def day(text: str) -> PartialDate:
    return PartialDate(when=text)


def collab(**members: object) -> Collaboration:
    told: dict[str, Any] = members
    return Collaboration(
        name="Hagby", concern_reports=(ConcernReport(id=ConcernReportId("anm"), **told),)
    )


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def lacked(judgement: Judgement) -> list[str]:
    assert not judgement.findings
    return [missing.lacked for missing in judgement.not_judged]


def first_late_day(ask: Ask, rule: Rule, made: Collaboration, start: dt.date) -> dt.date:
    days = (start + A_DAY * number for number in range(400))
    return next(at for at in days if ask(rule, made, at).findings)


class TestTimes:
    """The last day on which each thing is in time."""

    @pytest.mark.parametrize(
        ("rule", "members", "due"),
        [
            (preliminary_assessment_overdue, {"received": day("2026-03-02")}, "2026-03-16"),
            (inquiry_overdue, {"inquiry_opened": day("2025-10-31")}, "2026-02-28"),
            (
                feedback_late,
                {"decided": day("2026-05-04"), "feedback_requested": day("2026-04-30")},
                "2026-05-11",
            ),
            (protection_not_assessed, {"received": day("2026-03-02")}, "2026-03-02"),
        ],
    )
    def test_golden(self, ask: Ask, rule: Rule, members: dict[str, Any], due: str) -> None:
        made, last = collab(**members), dt.date.fromisoformat(due)

        assert ask(rule, made, last).held
        finding = only(ask(rule, made, last + A_DAY))

        assert dict(finding.data).get("due", due) == due
        assert first_late_day(ask, rule, made, dt.date(2026, 2, 20)) == last + A_DAY

    @given(start=st.dates(NEW_LAW, dt.date(2030, 12, 31)), wait=st.integers(0, 200))
    def test_it_is_late_on_each_day_between_its_last_and_the_day_it_was_done(
        self, ask: Ask, start: dt.date, wait: int
    ) -> None:
        done = start + A_DAY * wait
        made = collab(received=day(start.isoformat()), decided=day(done.isoformat()))
        for number in (0, 13, 14, 15, wait - 1, wait, wait + 1):
            at = start + A_DAY * number
            judgement = ask(preliminary_assessment_overdue, made, at)
            assert bool(judgement.findings) is (14 < number < wait)
            assert not judgement.not_judged

    @given(start=st.dates(NEW_LAW, dt.date(2030, 12, 31)), until=st.integers(0, 60))
    def test_an_extension_never_shortens(self, ask: Ask, start: dt.date, until: int) -> None:
        extended = start + A_DAY * until
        made = collab(received=day(start.isoformat()), decision_extended_to=extended)
        last = start + A_DAY * max(14, until)
        assert ask(preliminary_assessment_overdue, made, last).held
        assert ask(preliminary_assessment_overdue, made, last + A_DAY).findings


class TestProtection:
    """CON001."""

    def test_the_words(self, ask: Ask) -> None:
        finding = only(
            ask(protection_not_assessed, collab(received=day("2026-03-02")), dt.date(2026, 3, 3))
        )
        assert (finding.pointer, finding.severity) == ("/concern_reports/0", Severity.ERROR)
        assert finding.message("sv") == (
            "Orosanmälan anm kom in 2026-03-02, men ingen omedelbar skyddsbedömning är antecknad; "
            "enligt 20 kap. 1 § socialtjänstlagen (2025:400) ska den göras genast."
        )

    def test_the_law_is_that_of_the_day_on_which_the_report_came_in(self, ask: Ask) -> None:
        made = collab(received=day("2025-06-30"))
        finding = only(ask(protection_not_assessed, made, NEW_LAW))
        assert dict(finding.data)["provision"] == "11 kap. 1 a § socialtjänstlagen (2001:453)"
        assert ask(protection_not_assessed, collab(received=day("2012")), NEW_LAW).held

    @pytest.mark.parametrize(
        "members",
        [
            {},
            {"received": day("2026-03")},
            {"received": day("2026-03-02"), "protection_assessed": day("2026-03")},
        ],
    )
    def test_what_is_known_only_in_part_is_not_judged(
        self, ask: Ask, members: dict[str, Any]
    ) -> None:
        judgement = ask(protection_not_assessed, collab(**members), dt.date(2026, 3, 9))
        assert lacked(judgement) == ["received"]

    def test_a_month_that_has_gone_without_it_is_late_on_any_of_its_days(self, ask: Ask) -> None:
        made = collab(received=day("2026-03"))
        finding = only(ask(protection_not_assessed, made, dt.date(2026, 4, 1)))
        assert dict(finding.data)["began"] == "2026-03"

    def test_a_report_across_the_change_of_law_is_not_judged(self, ask: Ask) -> None:
        made = collab(received=day("2025"))
        assert lacked(ask(protection_not_assessed, made, dt.date(2026, 4, 1))) == ["received"]


class TestDecision:
    """CON002."""

    @pytest.mark.parametrize(
        "members",
        [
            {"inquiry_ongoing": True},
            {"inquiry_opened": day("2026-03-10")},
            {"decided": day("2026-03-30")},
        ],
    )
    def test_what_counts_as_decided(self, ask: Ask, members: dict[str, Any]) -> None:
        made = collab(received=day("2026-03-02"), **members)
        assert ask(preliminary_assessment_overdue, made, dt.date(2026, 3, 30)).held

    def test_the_words(self, ask: Ask) -> None:
        made = collab(received=day("2026-03-02"))
        finding = only(ask(preliminary_assessment_overdue, made, dt.date(2026, 3, 17)))
        assert finding.message("sv") == (
            "Orosanmälan anm kom in 2026-03-02; senast 2026-03-16 skulle socialnämnden enligt 20 "
            "kap. 2 § socialtjänstlagen (2025:400) ha beslutat att inleda eller inte inleda "
            "utredning, men inget beslut är antecknat."
        )

    def test_a_report_without_a_day_is_not_judged(self, ask: Ask) -> None:
        judgement = ask(preliminary_assessment_overdue, collab(), dt.date(2026, 3, 17))
        assert lacked(judgement) == ["received"]


class TestInquiry:
    """CON003."""

    def test_where_none_was_opened_nothing_is_asked(self, ask: Ask) -> None:
        assert ask(inquiry_overdue, collab(), dt.date(2026, 3, 17)).held

    def test_one_that_was_closed_or_extended(self, ask: Ask) -> None:
        at, opened = dt.date(2026, 3, 1), day("2025-10-31")
        closed = collab(inquiry_opened=opened, inquiry_closed=day("2026-03-01"))
        extended = collab(inquiry_opened=opened, inquiry_extended_to=at)
        assert ask(inquiry_overdue, closed, at).held
        assert ask(inquiry_overdue, extended, at).held
        assert ask(inquiry_overdue, extended, at + A_DAY).findings

    def test_the_old_wording_was_read_but_its_first_day_is_not_known(self, ask: Ask) -> None:
        made = collab(inquiry_opened=day("2024-01-15"))
        assert lacked(ask(inquiry_overdue, made, NEW_LAW)) == ["se.sol2001.11-2"]


class TestFeedback:
    """CON004."""

    DECIDED = "2026-05-04"

    def asked(self, requested: str, **members: object) -> Collaboration:
        return collab(decided=day(self.DECIDED), feedback_requested=day(requested), **members)

    def test_it_is_a_remark_for_the_day_of_the_law_is_not_known(self, ask: Ask) -> None:
        finding = only(ask(feedback_late, self.asked("2026-04-30"), dt.date(2026, 5, 12)))
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Den som gjorde orosanmälan anm har begärt återkoppling. Om det inte var olämpligt "
            "skulle den enligt 19 kap. 6 § socialtjänstlagen (2025:400) ha lämnats senast "
            "2026-05-11, men ingen återkoppling är antecknad."
        )

    def test_whoever_asks_later_is_told_at_once(self, ask: Ask) -> None:
        later = self.asked("2026-06-01")
        assert ask(feedback_late, later, dt.date(2026, 6, 1)).held
        assert ask(feedback_late, later, dt.date(2026, 6, 2)).findings

    @pytest.mark.parametrize(
        "members", [{"feedback_given": day("2026-05-12")}, {"feedback_unsuitable": True}]
    )
    def test_told_or_found_unsuitable(self, ask: Ask, members: dict[str, Any]) -> None:
        made = self.asked("2026-04-30", **members)
        assert ask(feedback_late, made, dt.date(2026, 5, 12)).held

    def test_where_nobody_asked_or_nothing_is_decided(self, ask: Ask) -> None:
        at = dt.date(2026, 6, 1)
        assert ask(feedback_late, collab(decided=day(self.DECIDED)), at).held
        assert ask(feedback_late, collab(feedback_requested=day("2026-04-30")), at).held

    @pytest.mark.parametrize(
        ("decided", "wanted"),
        [("2026-01-15", ["se.sol2025.19-6.v2"]), ("2025-08-01", ["se.sol2025.19-6.v1"])],
    )
    def test_before_the_day_of_the_reading_its_row_is_named(
        self, ask: Ask, decided: str, wanted: list[str]
    ) -> None:
        made = collab(decided=day(decided), feedback_requested=day(decided))
        assert lacked(ask(feedback_late, made, dt.date(2026, 6, 1))) == wanted

    def test_the_law_before_that_set_no_time(self, ask: Ask) -> None:
        made = collab(decided=day("2024-05-04"), feedback_requested=day("2024-05-04"))
        assert ask(feedback_late, made, dt.date(2026, 6, 1)).held

    def test_a_decision_known_only_in_part_is_not_judged(self, ask: Ask) -> None:
        made = collab(decided=day("2026-05"), feedback_requested=day("2026-04-30"))
        assert lacked(ask(feedback_late, made, dt.date(2026, 5, 20))) == ["decided"]


def test_without_any_report_nothing_is_said_to_hold(ask: Ask) -> None:
    empty = Collaboration(name="Hagby")
    assert ask(inquiry_overdue, empty, NEW_LAW).not_judged == (
        NotJudged(code="CON003", lacked="concern_reports"),
    )
