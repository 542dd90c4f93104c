"""Terms of office of municipal councils: laws over all days, then the days that are known."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.reference.terms_of_office import term_on
from samverkan_core.values.time import moved

FIRST = dt.date(1988, 11, 1)
days = st.dates(FIRST, dt.date(9000, 1, 1))


@given(day=days)
def test_a_day_lies_in_its_term_and_the_next_begins_the_day_after(day: dt.date) -> None:
    term = term_on(day)
    assert term is not None
    assert term.first_day <= day <= term.last_day
    following = term_on(term.last_day + dt.timedelta(days=1))
    assert following is not None
    assert following.first_day == term.last_day + dt.timedelta(days=1)
    assert following.elected > term.elected


@given(day=st.dates(dt.date(2014, 10, 15), dt.date(9000, 1, 1)))
def test_a_term_that_was_read_is_of_four_whole_years(day: dt.date) -> None:
    term = term_on(day)
    assert term is not None
    assert term.read
    assert moved(term.first_day, years=4) == term.last_day + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "elected", "first", "last", "read"),
    [
        ("2026-10-14", 2022, "2022-10-15", "2026-10-14", True),
        ("2026-10-15", 2026, "2026-10-15", "2030-10-14", True),
        ("2014-10-14", 2010, "2010-11-01", "2014-10-14", False),
        ("1997-05-01", 1994, "1994-11-01", "1998-10-31", False),
        ("1994-10-31", 1991, "1991-11-01", "1994-10-31", False),
        ("1988-11-01", 1988, "1988-11-01", "1991-10-31", False),
    ],
)
def test_the_terms_that_there_were(
    day: str, elected: int, first: str, last: str, *, read: bool
) -> None:
    term = term_on(dt.date.fromisoformat(day))
    assert term is not None
    assert (term.elected, str(term.first_day), str(term.last_day), term.read) == (
        elected,
        first,
        last,
        read,
    )


@pytest.mark.parametrize("day", [dt.date(1988, 10, 31), dt.date.min])
def test_before_the_table_nothing_is_known(day: dt.date) -> None:
    assert term_on(day) is None


def test_the_last_day_of_the_calendar_lies_in_a_term() -> None:
    term = term_on(dt.date.max)
    assert term is not None
    assert term.elected == 9998
    assert term.last_day == dt.date.max
