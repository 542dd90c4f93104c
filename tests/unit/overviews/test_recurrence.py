"""When something comes back: days that exist, and years that lack them, none moved."""

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.model.activity import Activity, ActivityKind, Recurrence
from samverkan_core.overviews.recurrence import Occurrence, occurrences, years_without
from samverkan_core.testing.strategies import things
from samverkan_core.values.time import PartialDate, Period, TimeBox

from .made import thing

WEEK = thing(Activity, id="vecka", name="Fokus föräldrar", kind=ActivityKind.THEME_WEEK)


def of(recurrence: Recurrence | None) -> Activity:
    return attrs.evolve(WEEK, recurrence=recurrence)


def days(first: str, last: str) -> Period:
    return Period(first_day=dt.date.fromisoformat(first), last_day=dt.date.fromisoformat(last))


def test_the_parents_week_comes_each_year_in_its_own_days() -> None:
    found = occurrences(of(Recurrence(week=46)), dt.date(2013, 1, 1), dt.date(2014, 12, 31))

    assert found == (
        Occurrence(2013, days("2013-11-11", "2013-11-17")),
        Occurrence(2014, days("2014-11-10", "2014-11-16")),
    )


def test_a_first_week_that_begins_in_the_year_before_is_found_there() -> None:
    found = occurrences(of(Recurrence(week=1)), dt.date(2024, 12, 30), dt.date(2024, 12, 31))

    assert found == (Occurrence(2025, days("2024-12-30", "2025-01-05")),)


def test_a_year_without_the_date_is_listed_without_days() -> None:
    leap = of(Recurrence(month=2, day=29))

    assert occurrences(leap, dt.date(2023, 1, 1), dt.date(2024, 12, 31)) == (
        Occurrence(2023, None),
        Occurrence(2024, days("2024-02-29", "2024-02-29")),
    )


def test_years_are_counted_from_the_first_time() -> None:
    activity = attrs.evolve(
        of(Recurrence(every_years=2, month=5)),
        time_box=TimeBox(starts=PartialDate(when="2012-05")),
    )

    found = occurrences(activity, dt.date(2013, 1, 1), dt.date(2016, 12, 31))

    assert [time.year for time in found] == [2014, 2016]
    assert found[0].days == days("2014-05-01", "2014-05-31")


@pytest.mark.parametrize("recurrence", [None, Recurrence(), Recurrence(day=3)])
def test_what_says_no_time_has_none(recurrence: Recurrence | None) -> None:
    assert occurrences(of(recurrence), dt.date(2013, 1, 1), dt.date(2014, 12, 31)) == ()


def test_the_last_week_of_the_calendar_ends_with_it() -> None:
    (*_, last) = occurrences(of(Recurrence(week=52)), dt.date(9999, 12, 1), dt.date.max)

    assert last.days == days("9999-12-27", "9999-12-31")


def test_days_the_wrong_way_round_are_misuse() -> None:
    with pytest.raises(InvalidValue, match="lies before the first"):
        occurrences(WEEK, dt.date(2014, 1, 2), dt.date(2014, 1, 1))


@given(recurrence=things(Recurrence))
def test_years_without_are_those_that_the_calendar_lacks(recurrence: Recurrence) -> None:
    lacking = years_without(recurrence)

    if recurrence.week is not None:
        assert bool(lacking) == (recurrence.week == 53)
    elif recurrence.month is None or recurrence.day is None:
        assert not lacking
    else:
        assert all(
            (year in lacking) == (not _exists(year, recurrence.month, recurrence.day))
            for year in range(2000, 2400)
        )


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


@given(
    recurrence=things(Recurrence),
    first=st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)),
    length=st.integers(0, 3000),
)
def test_every_time_meets_the_days_asked_about(
    recurrence: Recurrence, first: dt.date, length: int
) -> None:
    last = first + dt.timedelta(days=length)
    for time in occurrences(of(recurrence), first, last):
        if time.days is None:
            assert first.year <= time.year <= last.year
        else:
            assert time.days.first_day is not None
            assert time.days.last_day is not None
            assert time.days.first_day <= last
            assert first <= time.days.last_day
