"""On which days something comes back: a week, a month or a date, year after year."""

import datetime as dt
from collections.abc import Iterator

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.model.activity import Activity, Recurrence
from samverkan_core.values.answers import answers
from samverkan_core.values.time import Period, day_of_week, last_day_of_month, moved, the_day

__all__ = ["Occurrence", "has_no_time", "occurrences", "years_without"]


@attrs.frozen
class Occurrence:
    """One time that something comes back; without days in a year that lacks the date."""

    #: The year.
    year: int
    #: The days: one day, the seven of a week, or those of a month; None where the year has none.
    days: Period | None


@answers("SB-77")
def occurrences(activity: Activity, first: dt.date, last: dt.date) -> tuple[Occurrence, ...]:
    """List when an activity comes back between two days, both included.

    Years are counted from the one in which it starts, else from the first that is asked about. A
    year that lacks the date is listed without days: nothing is moved to another day.

    Raises:
        NotADay: One of the two is no day.
        InvalidValue: The last day lies before the first.
    """
    begins, ends = the_day(first), the_day(last)
    if ends < begins:
        raise InvalidValue(f"the last day, {ends}, lies before the first, {begins}")
    found = activity.recurrence
    if found is None or has_no_time(found):
        return ()
    start = activity.time_box.starts if activity.time_box else None
    counted = begins.year if start is None else start.earliest.year
    # The first week of a year may begin in the year before.
    times = _times(found, counted, min(ends.year + 1, dt.MAXYEAR))
    return tuple(time for time in times if _lies_between(time, begins, ends))


def has_no_time(recurrence: Recurrence) -> bool:
    """Tell whether nothing says when in the year it is."""
    return recurrence.month is None and recurrence.week is None


def years_without(recurrence: Recurrence) -> frozenset[int]:
    """Give the years of a calendar cycle of 400 that lack the date, counted from 2000."""
    return frozenset(
        time.year for time in _times(recurrence, 2000, 2399, every=1) if time.days is None
    )


def _times(
    recurrence: Recurrence, first: int, last: int, every: int | None = None
) -> Iterator[Occurrence]:
    for year in range(first, last + 1, every or recurrence.every_years):
        yield Occurrence(year, _days(recurrence, year))


def _days(recurrence: Recurrence, year: int) -> Period | None:
    if recurrence.week is not None:
        monday = day_of_week(year, recurrence.week)
        return None if monday is None else _span(monday, 6)
    month = recurrence.month or 1
    length = last_day_of_month(year, month).day
    if recurrence.day is None:
        return _span(dt.date(year, month, 1), length - 1)
    return _span(dt.date(year, month, recurrence.day), 0) if recurrence.day <= length else None


def _span(first: dt.date, more: int) -> Period:
    return Period(first_day=first, last_day=moved(first, days=more))


def _lies_between(time: Occurrence, first: dt.date, last: dt.date) -> bool:
    if time.days is None:
        return first.year <= time.year <= last.year
    return not time.days.is_to_come_on(last) and not time.days.is_over_by(first)
