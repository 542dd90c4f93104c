"""When an activity was going on: surely, surely not, or nobody knows."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.model.activity import Activity, ActivityKind, Recurrence
from samverkan_core.overviews.done import done_between
from samverkan_core.values.ids import ActivityId
from samverkan_core.values.time import PartialDate, TimeBox

FIRST, LAST = dt.date(2014, 3, 2), dt.date(2015, 3, 1)
_DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31))


def activity(starts: str | None, ends: str | None = None, **more: Any) -> Activity:
    days = [None if text is None else PartialDate(when=text) for text in (starts, ends)]
    return Activity(
        id=ActivityId("frukost"),
        name="Frukost",
        kind=ActivityKind.CAMPAIGN,
        time_box=TimeBox(starts=days[0], ends=days[1]),
        **more,
    )


@pytest.mark.parametrize(
    ("starts", "ends", "wanted"),
    [
        ("2014-03-02", "2014-03-02", True),
        ("2015-03-01", None, True),
        ("2010", "2014-03-02", True),
        ("2010", "2020", True),
        ("2010", "2014-03-01", False),
        ("2015-03-02", None, False),
        (None, "2014-03-01", False),
        ("2014", None, None),
        ("2015", None, None),
        ("2010", None, None),
        ("2010", "2014", None),
        (None, "2015-01-01", None),
        (None, None, None),
    ],
)
def test_a_day_that_is_known_in_part_decides_only_what_it_can(
    starts: str | None, ends: str | None, wanted: object
) -> None:
    assert done_between(activity(starts, ends), FIRST, LAST) is wanted


def test_an_activity_without_any_time_is_not_known() -> None:
    made = Activity(id=ActivityId("a"), name="A", kind=ActivityKind.CAMPAIGN)
    assert done_between(made, FIRST, LAST) is None


def test_what_comes_back_every_year_was_there_this_year_too() -> None:
    yearly, now_and_then = Recurrence(month=11), Recurrence(every_years=2, month=11)

    assert done_between(activity("2010", recurrence=yearly), FIRST, LAST) is True
    assert done_between(activity("2010", recurrence=now_and_then), FIRST, LAST) is None
    assert done_between(activity("2010", "2013", recurrence=yearly), FIRST, LAST) is False


@given(days=st.tuples(_DAYS, _DAYS).map(sorted), span=st.tuples(_DAYS, _DAYS).map(sorted))
def test_of_days_that_are_known_it_is_known_whether_they_meet(
    days: list[dt.date], span: list[dt.date]
) -> None:
    made = activity(days[0].isoformat(), days[1].isoformat())

    assert done_between(made, *span) is (days[0] <= span[1] and span[0] <= days[1])
