"""Days, periods and days that are only partly known; the calendar of Python is the judge."""

import calendar
import datetime as dt
import re
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue, NotADay, UnknownLanguage
from samverkan_core.values.time import (
    A_YEAR,
    PartialDate,
    Period,
    TimeBox,
    day_from_text,
    last_day_of_month,
    out_of_order,
    start_of_last,
    the_day,
)

days = st.dates()
partial_days = st.builds(
    lambda day, length, about: PartialDate(when=day.isoformat()[:length], about=about),
    days,
    st.sampled_from((4, 7, 10)),
    st.booleans(),
)


# --- days ------------------------------------------------------------------------------------


@given(day=days)
@example(day=dt.date.min)
@example(day=dt.date.max)
def test_a_day_is_read_as_it_is_written(day: dt.date) -> None:
    assert day_from_text(day.isoformat()) == day


@given(text=st.text(max_size=12) | st.text("0123456789-W", max_size=11))
@example(text="20150301")
@example(text="2015-W09-7")
@example(text="2015-02-29")
@example(text="2015-3-1")
@example(text="2015-03-01\n")
@example(text="\uff12\uff10\uff11\uff15-03-01")
@example(text="0000-01-01")
def test_a_text_is_a_day_only_if_it_is_how_that_day_is_written(text: str) -> None:
    day = day_from_text(text)
    assert day is None or day.isoformat() == text


@given(day=days)
def test_a_day_from_a_caller_is_a_plain_day(day: dt.date) -> None:
    assert the_day(day) == day
    found = the_day(pendulum.date(day.year, day.month, day.day))
    assert (type(found), found) == (dt.date, day)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (dt.datetime(2015, 3, 1, tzinfo=dt.UTC), "datetime"),
        (pendulum.datetime(2015, 3, 1), "DateTime"),
        ("2015-03-01", "str"),
        (20150301, "int"),
        (None, "NoneType"),
        ((2015, 3, 1), "tuple"),
    ],
)
def test_a_moment_is_no_day(value: object, kind: str) -> None:
    way_out = f"for a {kind} its .date()" if kind.lower() == "datetime" else f"not a {kind}"
    with pytest.raises(NotADay, match=re.escape(way_out)):
        the_day(value)


# --- periods ---------------------------------------------------------------------------------


@given(first=st.none() | days, last=st.none() | days, day=days)
def test_both_ends_of_a_period_belong_to_it(
    first: dt.date | None, last: dt.date | None, day: dt.date
) -> None:
    inside = (first or dt.date.min) <= day <= (last or dt.date.max)
    assert Period(first_day=first, last_day=last).holds_on(day) == inside


def test_a_period_that_ends_before_it_begins_can_be_shown_and_holds_never() -> None:
    period = Period(first_day=dt.date(2015, 3, 2), last_day=dt.date(2015, 3, 1))
    assert not any(period.holds_on(dt.date(2015, 3, day)) for day in (1, 2))


def test_a_period_takes_a_calendar_librarys_days_and_no_moments() -> None:
    period = Period(first_day=pendulum.date(2015, 3, 1))
    assert type(period.first_day) is dt.date
    for moment in (dt.datetime(2015, 3, 1, tzinfo=dt.UTC), pendulum.datetime(2015, 3, 1)):
        with pytest.raises(InvalidValue, match=r"Period.last_day must be a day \(datetime.date\)"):
            Period(last_day=moment)


# --- days that are partly known --------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "about", "earliest", "latest"),
    [
        ("1994", False, "1994-01-01", "1994-12-31"),
        ("1994", True, "1993-01-01", "1995-12-31"),
        ("2008-11", False, "2008-11-01", "2008-11-30"),
        ("2008-11", True, "2008-10-01", "2008-12-31"),
        ("2008-12", True, "2008-11-01", "2009-01-31"),
        ("2016-02", False, "2016-02-01", "2016-02-29"),
        ("2015-01", True, "2014-12-01", "2015-02-28"),
        ("2016-02-29", False, "2016-02-29", "2016-02-29"),
        ("2016-02-29", True, "2016-02-28", "2016-03-01"),
        ("0001", True, "0001-01-01", "0002-12-31"),
        ("0001-01-01", True, "0001-01-01", "0001-01-02"),
        ("9999", False, "9999-01-01", "9999-12-31"),
        ("9999", True, "9998-01-01", "9999-12-31"),
        ("9999-12", True, "9999-11-01", "9999-12-31"),
        ("9999-12-31", True, "9999-12-30", "9999-12-31"),
    ],
)
def test_the_span_of_a_day_that_is_partly_known(
    when: str, about: bool, earliest: str, latest: str
) -> None:
    day = PartialDate(when=when, about=about)
    assert (day.earliest.isoformat(), day.latest.isoformat()) == (earliest, latest)
    assert {type(day.earliest), type(day.latest)} == {dt.date}


@given(day=days)
def test_the_span_is_that_of_the_unit_that_was_written(day: dt.date) -> None:
    text = day.isoformat()
    _, length = calendar.monthrange(day.year, day.month)
    for when, first, last in (
        (text[:4], day.replace(month=1, day=1), day.replace(month=12, day=31)),
        (text[:7], day.replace(day=1), day.replace(day=length)),
        (text, day, day),
    ):
        partial = PartialDate(when=when)
        assert (partial.earliest, partial.latest) == (first, last)


@given(day=partial_days)
def test_about_widens_the_span_on_both_sides_and_never_leaves_the_calendar(
    day: PartialDate,
) -> None:
    exact = attrs.evolve(day, about=False)
    about = attrs.evolve(day, about=True)
    assert about.earliest < exact.earliest or exact.earliest == dt.date.min
    assert about.latest > exact.latest or exact.latest == dt.date.max
    assert about.earliest <= exact.earliest <= exact.latest <= about.latest


@given(day=partial_days, other=days)
def test_before_is_judged_only_where_every_day_of_the_span_agrees(
    day: PartialDate, other: dt.date
) -> None:
    answers = {day.earliest < other, day.latest < other}
    assert day.before(other) == (answers.pop() if len(answers) == 1 else None)


@given(day=partial_days, other=partial_days)
def test_after_is_judged_only_where_all_days_of_both_spans_agree(
    day: PartialDate, other: PartialDate
) -> None:
    if day.after(other):
        assert day.earliest > other.latest
        assert other.after(day) is False
    elif day.after(other) is False:
        assert day.latest <= other.earliest
    else:
        assert day.earliest <= other.latest
        assert day.latest > other.earliest


@pytest.mark.parametrize("one", ["2015", "2015-03", "2015-03-01"])
def test_a_day_is_not_after_itself_where_it_is_known(one: str) -> None:
    day = PartialDate(when=one)
    assert day.after(day) is (False if one == "2015-03-01" else None)


@pytest.mark.parametrize(
    "when",
    [
        "94",
        "1994-1",
        "1994-13",
        "1994-00",
        "1994-01-00",
        "2015-02-29",
        "0000",
        "1994-01-01-01",
        "1994\n",
        "19\u06694",
    ],
)
def test_what_is_no_year_month_or_day_cannot_be_made(when: str) -> None:
    with pytest.raises(InvalidValue, match="YYYY, YYYY-MM or YYYY-MM-DD and exist"):
        PartialDate(when=when)


@pytest.mark.parametrize("when", ["", " ", 1994, None, dt.date(1994, 1, 1)], ids=repr)
def test_a_partial_day_is_a_text(when: Any) -> None:
    with pytest.raises(InvalidValue, match=r"PartialDate.when must be text that is not blank"):
        PartialDate(when=when)


def test_a_time_box_may_be_known_at_one_end_or_at_none() -> None:
    assert TimeBox() == TimeBox(starts=None, ends=None)
    assert TimeBox(ends=PartialDate(when="2015")).starts is None
    with pytest.raises(InvalidValue, match=r"TimeBox\.starts must be PartialDate, not a str"):
        TimeBox(starts="2015")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("period", "backwards"),
    [
        (Period(), False),
        (Period(first_day=dt.date(2015, 3, 2)), False),
        (Period(last_day=dt.date(2015, 2, 28)), False),
        (Period(first_day=dt.date(2015, 3, 1), last_day=dt.date(2015, 3, 1)), False),
        (Period(first_day=dt.date(2015, 3, 2), last_day=dt.date(2015, 3, 1)), True),
    ],
)
def test_a_period_that_ends_before_it_starts(period: Period, *, backwards: bool) -> None:
    assert period.is_backwards is backwards


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("2008-11", "2008-11", False),
        ("2008-11", "2008-12", False),
        ("2008-12", "2008-11", True),
        ("2008-11", "2008", None),
        ("2008-11-02", "2008-11", None),
        ("2008-11-02", "2008-11-01", True),
    ],
)
def test_two_of_one_month_are_taken_to_stand_in_their_order(
    first: str, second: str, *, wrong: bool | None
) -> None:
    assert out_of_order(PartialDate(when=first), PartialDate(when=second)) is wrong


@pytest.mark.parametrize(
    ("when", "about", "day"),
    [
        ("2008", False, None),
        ("2008-11", False, None),
        ("2008-11-02", True, None),
        ("2008-11-02", False, dt.date(2008, 11, 2)),
    ],
)
def test_a_day_is_exact_where_it_is_known_to_the_day(
    when: str, *, about: bool, day: dt.date | None
) -> None:
    assert PartialDate(when=when, about=about).exact == day


# --- the last months ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("months", "day", "first"),
    [
        (A_YEAR, "2015-03-01", "2014-03-01"),
        (A_YEAR, "2015-12-31", "2014-12-31"),
        # A day that the month lacks.
        (A_YEAR, "2016-02-29", "2015-02-28"),
        (A_YEAR, "2017-02-28", "2016-02-28"),
        (1, "2015-03-31", "2015-02-28"),
        (3, "2015-05-31", "2015-02-28"),
        (15, "2015-03-01", "2013-12-01"),
        (120, "2015-03-01", "2005-03-01"),
        # Before the calendar there is nothing.
        (A_YEAR, "0001-06-01", "0001-01-01"),
    ],
)
def test_the_last_months_begin_on_the_day_with_the_same_number(
    months: int, day: str, first: str
) -> None:
    assert start_of_last(months, dt.date.fromisoformat(day)) == dt.date.fromisoformat(first)


#: Days with ten years of calendar on both sides.
inner_days = st.dates(dt.date(12, 1, 1), dt.date(9988, 12, 31))
spans = st.integers(1, 120)


@given(months=spans, day=inner_days)
@example(months=A_YEAR, day=dt.date(2016, 2, 29))
def test_the_first_day_lies_so_many_months_back_by_the_calendar(months: int, day: dt.date) -> None:
    first = start_of_last(months, day)
    gone = (day.year - first.year) * A_YEAR + day.month - first.month
    assert gone == months
    assert first.day == min(day.day, last_day_of_month(first.year, first.month).day)


@given(months=spans, day=inner_days)
def test_more_months_hold_fewer_and_each_day_of_a_later_year_begins_no_earlier(
    months: int, day: dt.date
) -> None:
    assert start_of_last(months + 1, day) < start_of_last(months, day) < day
    assert start_of_last(months, day) <= start_of_last(months, day + dt.timedelta(days=1))


@given(years=st.integers(1, 10), day=inner_days)
def test_who_meets_each_year_on_the_same_day_has_met_within_the_year(
    years: int, day: dt.date
) -> None:
    met = start_of_last(years * A_YEAR, day)
    again = start_of_last((years - 1) * A_YEAR, day) if years > 1 else day
    assert start_of_last(A_YEAR, again) <= met


@pytest.mark.parametrize("when", ["1994", "2008-11", "2008-11-03"])
def test_a_day_is_written_as_far_as_it_is_known(when: str) -> None:
    assert PartialDate(when=when).text() == PartialDate(when=when).text("en") == when
    about = PartialDate(when=when, about=True)
    assert (about.text("sv"), about.text("en")) == (f"omkring {when}", f"about {when}")
    with pytest.raises(UnknownLanguage):
        about.text("fi")  # type: ignore[arg-type]
