"""MET007 and MET008: a meeting ends after it begins, and is not told of before it was held."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.meeting import Meeting, MeetingKind
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.meeting_times import meeting_backwards, published_too_early
from samverkan_core.values.ids import MeetingId
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]


def collaboration(**told: Any) -> Collaboration:
    days: dict[str, Any] = {
        name: PartialDate(when=value)
        for name, value in told.items()
        if name in {"day", "last_day", "published"} and value is not None
    }
    times: dict[str, Any] = {name: value for name, value in told.items() if name.endswith("_time")}
    meeting = Meeting(id=MeetingId("m"), kind=MeetingKind.SEMINAR, **days, **times)
    return Collaboration(name="Hagby", meetings=(meeting,))


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


class TestBackwards:
    """MET007."""

    def test_an_hour_before_the_first(self, ask: Ask) -> None:
        finding = only(ask(meeting_backwards, collaboration(from_time="13:00", to_time="12:59")))

        assert (finding.pointer, finding.severity) == ("/meetings/0/to_time", Severity.ERROR)
        assert finding.message("sv") == "Mötet m slutar 12:59, innan det börjar 13:00."
        assert finding.message("en") == "Meeting m ends 12:59, before it starts 13:00."

    def test_a_day_before_the_first(self, ask: Ask) -> None:
        made = collaboration(day="2015-03-02", last_day="2015-03-01")

        finding = only(ask(meeting_backwards, made))

        assert finding.pointer == "/meetings/0/last_day"
        assert finding.message("sv") == "Mötet m slutar 2015-03-01, innan det börjar 2015-03-02."

    @pytest.mark.parametrize(
        "told",
        [
            {},
            {"from_time": "13:00"},
            {"to_time": "13:00"},
            {"from_time": "13:00", "to_time": "13:00"},
            {"day": "2015-03-01", "last_day": "2015-03-01"},
            {"day": "2015-03", "last_day": "2015-03"},
            {
                "day": "2015-03-01",
                "last_day": "2015-03-02",
                "from_time": "13:00",
                "to_time": "9:00",
            },
        ],
        ids=str,
    )
    def test_what_ends_as_it_should(self, ask: Ask, told: dict[str, Any]) -> None:
        told = {name: value.rjust(5, "0") for name, value in told.items()}
        assert ask(meeting_backwards, collaboration(**told)).held

    @pytest.mark.parametrize(
        ("day", "last_day", "lacked"),
        [
            ("2015-03-02", "2015-03", "last_day"),
            ("2015", "2015-03", "last_day"),
            (None, "2015-03-01", "day"),
        ],
    )
    def test_a_day_that_is_not_known_well_enough(
        self, ask: Ask, day: str | None, last_day: str, lacked: str
    ) -> None:
        judgement = ask(meeting_backwards, collaboration(day=day, last_day=last_day))

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="MET007", subject="m", lacked=lacked),)

    @given(st.times(), st.times())
    def test_times_are_in_order_as_clocks_are(
        self, ask: Ask, first: dt.time, last: dt.time
    ) -> None:
        told = {"from_time": f"{first:%H:%M}", "to_time": f"{last:%H:%M}"}
        found = ask(meeting_backwards, collaboration(**told)).findings
        assert bool(found) == ((last.hour, last.minute) < (first.hour, first.minute))


class TestPublished:
    """MET008."""

    def test_a_meeting_of_the_fifth_and_news_of_the_eighth(self, ask: Ask) -> None:
        """As in row LO-19, and then the other way round."""
        right = collaboration(day="2019-02-05", published="2019-02-08")
        wrong = collaboration(day="2019-02-08", published="2019-02-05")

        assert ask(published_too_early, right).held
        finding = only(ask(published_too_early, wrong))
        assert (finding.pointer, finding.severity) == ("/meetings/0/published", Severity.INFO)
        assert finding.message("sv") == (
            "Nyheten om mötet m är daterad 2019-02-05, men mötet hölls först 2019-02-08."
        )

    @pytest.mark.parametrize(
        "told",
        [{}, {"day": "2019"}, {"day": "2019-02", "published": "2019-02"}, {"published": None}],
        ids=str,
    )
    def test_what_says_nothing_else(self, ask: Ask, told: dict[str, Any]) -> None:
        assert ask(published_too_early, collaboration(**told)).held

    @pytest.mark.parametrize(
        ("day", "lacked"), [(None, "day"), ("2019", "published"), ("2019-02", "published")]
    )
    def test_a_day_that_is_not_known_well_enough(
        self, ask: Ask, day: str | None, lacked: str
    ) -> None:
        judgement = ask(published_too_early, collaboration(day=day, published="2019-02-08"))

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="MET008", subject="m", lacked=lacked),)

    @given(st.dates(), st.dates())
    def test_news_comes_on_the_day_or_after_it(self, ask: Ask, day: dt.date, news: dt.date) -> None:
        made = collaboration(day=day.isoformat(), published=news.isoformat())
        assert bool(ask(published_too_early, made).findings) == (news < day)
