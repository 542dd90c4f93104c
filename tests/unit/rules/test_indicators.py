"""IND001, IND002, OBS001 and OBS002: units, values in time, reasons and versions."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.indicator import Breakdown, Indicator, Observation, ObservationStatus
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.indicators import (
    other_version,
    unit_missing,
    value_overdue,
    value_unexplained,
)
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.values.ids import IndicatorId, ObservationId
from samverkan_core.values.time import PartialDate, moved

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)
MEASURED, MISSING, SUPPRESSED = ObservationStatus


def indicator(id_: str = "drogvanor", **members: Any) -> Indicator:
    return Indicator(id=IndicatorId(id_), name="Elever som dricker alkohol", **members)


def observation(
    when: str = "2014", id_: str = "o", *, about: bool = False, **more: Any
) -> Observation:
    more = {"indicator": IndicatorId("drogvanor"), **more}
    return Observation(id=ObservationId(id_), when=PartialDate(when=when, about=about), **more)


def collaboration(*things: Indicator | Observation) -> Collaboration:
    return Collaboration(
        name="Hagby",
        indicators=tuple(one for one in things if isinstance(one, Indicator)),
        observations=tuple(one for one in things if isinstance(one, Observation)),
    )


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


class TestUnit:
    """IND001."""

    def test_an_indicator_without_unit(self, ask: Ask) -> None:
        finding = only(ask(unit_missing, collaboration(indicator("a", unit="%"), indicator("b"))))
        assert (finding.pointer, finding.subject) == ("/indicators/1", "b")
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == "Indikatorn b saknar enhet."

    def test_a_unit_of_one_character(self, ask: Ask) -> None:
        assert ask(unit_missing, collaboration(indicator(unit="%"))).held


class TestOverdue:
    """IND002: every second year, as the drug-habit survey of row SB-87."""

    SURVEY = indicator(cadence_months=24)

    def judged(self, ask: Ask, *made: Observation, survey: Indicator = SURVEY) -> Judgement:
        return ask(value_overdue, collaboration(survey, *made), DAY)

    def lacks(self, ask: Ask, *made: Observation, survey: Indicator = SURVEY) -> str | None:
        judgement = self.judged(ask, *made, survey=survey)
        assert not judgement.findings
        (missing,) = judgement.not_judged
        assert (missing.code, missing.subject) == ("IND002", "drogvanor")
        return missing.lacked

    def test_a_survey_that_was_passed_over(self, ask: Ask) -> None:
        older = observation("2011", "förr")
        finding = only(self.judged(ask, older, observation("2013-02-28", "sist")))
        assert finding.pointer == "/indicators/0/cadence_months"
        assert dict(finding.data) == {"indicator": "drogvanor", "last": "2013-02-28", "months": 24}
        assert finding.message("sv") == (
            "Indikatorn drogvanor har inget värde efter 2013-02-28; det skulle ha kommit ett nytt "
            "inom 24 månader."
        )
        assert finding.severity is Severity.WARNING

    def test_it_is_a_fault_in_sundbyberg(self, ask: Ask) -> None:
        made = collaboration(self.SURVEY, observation("2012"))
        finding = only(ask(value_overdue, made, DAY, PROFILES["sundbyberg"]))
        assert finding.severity is Severity.ERROR

    @pytest.mark.parametrize("when", ["2013-03-01", "2013-03", "2013", "2015", "2015-03-01"])
    def test_in_time(self, ask: Ask, when: str) -> None:
        made = observation("2013-03-01", "a"), observation(when, "b")
        assert self.judged(ask, *made).held

    def test_a_few_months_may_be_borne_with(self, ask: Ask) -> None:
        patient = indicator(cadence_months=24, tolerance_months=3)
        assert self.judged(ask, observation("2012-12-01"), survey=patient).held
        finding = only(self.judged(ask, observation("2012-11-30"), survey=patient))
        assert dict(finding.data)["months"] == 27

    def test_one_that_is_only_about_then(self, ask: Ask) -> None:
        assert self.lacks(ask, observation("2012", about=True)) == "observations.when"

    def test_one_that_was_perhaps_not_made_yet(self, ask: Ask) -> None:
        assert self.lacks(ask, observation("2012", "a"), observation("2015", "b")) == (
            "observations.when"
        )

    def test_one_that_was_made_later(self, ask: Ask) -> None:
        assert self.lacks(ask, observation("2016")) == "observations"
        finding = only(self.judged(ask, observation("2012", "a"), observation("2016", "b")))
        assert dict(finding.data)["last"] == "2012"

    def test_a_missing_value_is_none_and_a_suppressed_one_is_made(self, ask: Ask) -> None:
        assert self.lacks(ask, observation("2014", status=MISSING)) == "observations"
        assert self.judged(ask, observation("2014", status=SUPPRESSED)).held

    def test_nobody_has_said_how_often(self, ask: Ask) -> None:
        assert self.lacks(ask, observation(), survey=indicator()) == "cadence_months"

    def test_of_another_indicator(self, ask: Ask) -> None:
        other = observation("2014", indicator=IndicatorId("franvaro"))
        assert self.lacks(ask, other) == "observations"

    def test_without_any_indicator_or_day(self, ask: Ask) -> None:
        assert ask(value_overdue, collaboration(), DAY).not_judged == (
            NotJudged(code="IND002", lacked="indicators"),
        )

    @given(
        days=st.lists(st.dates(dt.date(2005, 1, 1), dt.date(2020, 1, 1)), min_size=1, max_size=5),
        cadence=st.integers(1, 60),
    )
    def test_the_last_value_by_the_day_decides(
        self, ask: Ask, days: list[dt.date], cadence: int
    ) -> None:
        made = [observation(day.isoformat(), str(at)) for at, day in enumerate(days)]
        judgement = self.judged(ask, *made, survey=indicator(cadence_months=cadence))
        by_then = [day for day in days if day <= DAY]
        assert bool(judgement.not_judged) is (not by_then)
        late = bool(by_then) and moved(max(by_then), months=cadence) < DAY
        assert bool(judgement.findings) is late


class TestUnexplained:
    """OBS001."""

    @pytest.mark.parametrize(
        ("members", "fault"),
        [
            ({}, "no_value"),
            ({"reason": "Enkäten ställdes in."}, "no_value"),
            ({"status": MISSING}, "no_reason"),
            ({"status": SUPPRESSED}, "no_reason"),
            ({"status": MISSING, "value": "0", "reason": "Osäkert."}, "value_too"),
            ({"status": SUPPRESSED, "value": "3"}, "value_too"),
            ({"value": "0"}, None),
            ({"value": "-0.50", "reason": "Säsongsrensat."}, None),
            ({"status": MISSING, "reason": "Enkäten ställdes in."}, None),
            ({"status": SUPPRESSED, "reason": "Färre än fem."}, None),
        ],
    )
    def test_a_value_or_a_reason(
        self, ask: Ask, members: dict[str, Any], fault: str | None
    ) -> None:
        judgement = ask(value_unexplained, collaboration(observation(**members)))
        assert [dict(found.data)["fault"] for found in judgement.findings] == [fault][: bool(fault)]
        assert judgement.held is (fault is None)

    def test_the_words(self, ask: Ask) -> None:
        finding = only(ask(value_unexplained, collaboration(observation(status=MISSING))))
        assert (finding.pointer, finding.subject) == ("/observations/0", "o")
        assert finding.message("sv") == "Observationen o säger inte varför värdet saknas."
        assert finding.message("en") == "Observation o does not say why it has no value."

    @pytest.mark.parametrize("value", ["12,5", "1e3", "", ".5", "NaN", 12])
    def test_what_is_no_decimal_text_is_refused(self, value: Any) -> None:
        with pytest.raises(InvalidValue):
            observation(value=value)


class TestVersion:
    """OBS002."""

    def judged(self, ask: Ask, current: str | None, made: str | None) -> Judgement:
        return ask(
            other_version,
            collaboration(indicator(version=current), observation(version=made)),
        )

    def test_another_version(self, ask: Ask) -> None:
        finding = only(self.judged(ask, "2014", "2008"))
        assert finding.pointer == "/observations/0/version"
        assert finding.severity is Severity.INFO
        assert finding.message("sv") == (
            "Observationen o är gjord med version 2008 av drogvanor; nu gäller version 2014."
        )

    @pytest.mark.parametrize("version", [None, "2014"])
    def test_the_same_version_or_none(self, ask: Ask, version: str | None) -> None:
        assert self.judged(ask, version, version).held

    def test_only_one_of_them_says(self, ask: Ask) -> None:
        silent = NotJudged(code="OBS002", subject="o", lacked="version")
        assert self.judged(ask, "2014", None).not_judged == (silent,)
        unknown = NotJudged(code="OBS002", subject="drogvanor", lacked="version")
        assert self.judged(ask, None, "2014").not_judged == (unknown,)

    def test_an_indicator_that_is_not_there(self, ask: Ask) -> None:
        assert ask(other_version, collaboration(observation(version="1"))).held


def test_a_group_is_the_same_however_it_is_written() -> None:
    one, other = Breakdown(dimension="kön", value="pojke"), Breakdown(dimension="ålder", value="9")
    there, back = observation(breakdown=(one, other)), observation(breakdown=(other, one))
    assert there.group == back.group == (("kön", "pojke"), ("ålder", "9"))
