"""A series as a table: in order, compared like with like, with gaps, and without small groups."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import UnknownId
from samverkan_core.measures.series import Direction, Reading
from samverkan_core.measures.small_groups import LEAST, Shown
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.indicator import Breakdown, Indicator, Observation, ObservationStatus
from samverkan_core.overviews.series import Row, series
from samverkan_core.testing.anything import collaborations
from samverkan_core.values.ids import IndicatorId, ObservationId
from samverkan_core.values.time import PartialDate

SURVEY = Indicator(
    id=IndicatorId("enkät"),
    name="Elever som dricker alkohol",
    unit="%",
    direction=Direction.LOWER_BETTER,
    cadence_months=24,
    attribution="Källa: elevenkäten",
)
GIRL, BOY = (Breakdown(dimension="kön", value=word) for word in ("flicka", "pojke"))
MISSING, SUPPRESSED = ObservationStatus.MISSING, ObservationStatus.SUPPRESSED


def made(when: str, value: str | None, *of: Breakdown, **members: Any) -> Observation:
    group = "-".join(part.value for part in of)
    known = {"id": ObservationId(f"{when} {group}"), "indicator": SURVEY.id, **members}
    return Observation(when=PartialDate(when=when), value=value, breakdown=of, **known)


def table(*observations: Observation, survey: Indicator = SURVEY, least: int = LEAST) -> list[Row]:
    collab = Collaboration(name="Hagby", indicators=(survey,), observations=observations)
    return list(series(collab, "enkät", least=least))


def test_a_row_says_all_that_is_told_of_a_value() -> None:
    (row,) = table(made("2014", "12.5", version="2", n=412))
    assert row == Row(
        observation=ObservationId("2014 "),
        when="2014",
        version="2",
        group=(),
        value="12.5",
        unit="%",
        n=412,
        shown=Shown.SHOWN,
        reason=None,
        late=False,
        change=None,
        reading=None,
        attribution="Källa: elevenkäten",
    )


def test_the_oldest_comes_first_and_a_gap_is_late() -> None:
    rows = table(made("2016", "9"), made("2010", "14"), made("2012", "12"))
    assert [(row.when, row.late) for row in rows] == [
        ("2010", False),
        ("2012", False),
        ("2016", True),
    ]


def test_a_missing_value_fills_no_gap_and_is_neither_late_nor_in_time() -> None:
    missing = made("2014", None, status=MISSING, reason="Enkäten ställdes in.")
    rows = table(made("2012", "12"), missing, made("2016", "9"))
    assert [(row.shown, row.late) for row in rows] == [
        (Shown.SHOWN, False),
        (Shown.MISSING, None),
        (Shown.SHOWN, True),
    ]
    assert rows[1].reason == "Enkäten ställdes in."
    assert rows[1].value is None


def test_where_nobody_has_said_how_often_nothing_is_late() -> None:
    often = Indicator(id=SURVEY.id, name="Utan takt")
    assert [row.late for row in table(made("2002", "1"), made("2012", "1"), survey=often)] == [
        None,
        None,
    ]


def test_a_difference_has_as_many_decimals_as_were_measured() -> None:
    rows = table(made("2010", "14"), made("2012", "12.50"), made("2014", "12.5"))
    assert [(row.change, row.reading) for row in rows] == [
        (None, None),
        ("-1.50", Reading.BETTER),
        ("0.00", Reading.UNCHANGED),
    ]


def test_a_worse_value_may_be_more_that_is_seen() -> None:
    seen = Indicator(
        id=SURVEY.id,
        name="Anmälningar",
        direction=Direction.LOWER_BETTER,
        detection_effect_possible=True,
    )
    assert table(made("2010", "3"), made("2012", "5"), survey=seen)[1].reading is (
        Reading.WORSE_OR_SEEN
    )


def test_girls_are_compared_with_girls_and_a_version_with_itself() -> None:
    rows = table(
        made("2010", "10", GIRL, n=90, version="1"),
        made("2010", "20", BOY, n=90, version="1"),
        made("2012", "8", GIRL, n=90, version="1"),
        made("2012", "19", BOY, n=90, version="2"),
    )
    assert [(row.value, row.change, row.reading) for row in rows[2:]] == [
        ("8", "-2", Reading.BETTER),
        ("19", None, Reading.NOT_COMPARABLE),
    ]


def test_small_groups_are_hidden_and_so_is_what_would_tell_them() -> None:
    rows = table(
        made("2014", "10", n=60),
        made("2014", "9", GIRL, n=57),
        made("2014", "33", BOY, n=3),
    )
    assert [(row.value, row.n, row.shown) for row in rows] == [
        ("10", 60, Shown.SHOWN),
        (None, None, Shown.TOLD_BY_OTHERS),
        (None, None, Shown.SMALL_GROUP),
    ]


def test_what_is_hidden_is_compared_with_nothing() -> None:
    rows = table(
        made("2010", "20", BOY, n=30), made("2012", "33", BOY, n=3), made("2014", "22", BOY, n=30)
    )
    assert [row.change for row in rows] == [None, None, "2"]


def test_what_is_said_to_be_suppressed_is_not_shown_even_if_it_stands_there() -> None:
    rows = table(
        made("2010", "20", status=SUPPRESSED, n=30),
        made("2012", None, status=SUPPRESSED),
        made("2014", "20", status=MISSING),
        made("2016", None),
        least=0,
    )
    suppressed = Shown.SUPPRESSED
    assert [row.shown for row in rows] == [suppressed, suppressed, suppressed, Shown.MISSING]
    assert {row.value for row in rows} == {None}


def test_a_value_may_have_a_source_of_its_own() -> None:
    own = made("2014", "1", attribution="Källa: Kolada")
    assert [row.attribution for row in table(own, made("2015", "1"))] == [
        "Källa: Kolada",
        "Källa: elevenkäten",
    ]


def test_an_indicator_that_is_not_there_is_misuse() -> None:
    collab = Collaboration(name="Hagby", indicators=(SURVEY,))
    assert series(collab, "enkät") == ()
    with pytest.raises(UnknownId, match="did you mean 'enkät'"):
        series(collab, "enkat")


@given(collab=collaborations(), least=st.integers(0, 100))
def test_every_observation_has_its_row_and_what_is_hidden_tells_nothing(
    collab: Collaboration, least: int
) -> None:
    for indicator in {one.id for one in collab.indicators}:
        rows = series(collab, indicator, least=least)
        firsts = {one.id: one for one in reversed(collab.observations)}
        own = sorted(one.id for one in firsts.values() if one.indicator == indicator)
        assert sorted(row.observation for row in rows) == own
        for row in rows:
            if row.shown is not Shown.SHOWN:
                assert (row.value, row.n, row.change, row.reading) == (None, None, None, None)
            else:
                assert row.value == firsts[row.observation].value is not None
                assert row.n is None or row.n >= least


values = st.integers(0, 999).map(str)


@given(first=values, second=values)
def test_a_difference_is_what_the_second_is_above_the_first(first: str, second: str) -> None:
    row = table(made("2010", first), made("2012", second))[1]
    assert row.change == str(int(second) - int(first))
