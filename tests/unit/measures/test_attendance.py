"""Attendance is an exact share of those who were called."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.measures.attendance import attendance

heads = st.integers(0, 10**6)


@given(came=heads, away=heads)
def test_those_who_came_and_those_who_did_not_are_the_whole(came: int, away: int) -> None:
    called = came + away
    there, missing = attendance(came, called), attendance(away, called)

    assert (there is None) == (missing is None) == (called == 0)
    assert called == 0 or Fraction(there or 0) + Fraction(missing or 0) == 1


@given(came=heads, away=heads, times=st.integers(1, 9))
def test_it_is_the_share_and_not_the_number_that_counts(came: int, away: int, times: int) -> None:
    assert attendance(came * times, (came + away) * times) == attendance(came, came + away)


@given(came=heads, away=st.integers(1, 10**6))
def test_one_more_who_comes_makes_it_higher(came: int, away: int) -> None:
    before, after = (attendance(number, came + away) for number in (came, came + 1))
    assert Fraction(before or 0) < Fraction(after or 0)


@pytest.mark.parametrize(
    ("came", "called", "share"),
    [(0, 0, None), (0, 3, Fraction(0)), (2, 3, Fraction(2, 3)), (3, 3, Fraction(1))],
)
def test_examples(came: int, called: int, share: Fraction | None) -> None:
    assert attendance(came, called) == share


@pytest.mark.parametrize(("came", "called"), [(4, 3), (-1, 3), (-2, -1)])
def test_more_than_were_called_is_misuse(came: int, called: int) -> None:
    with pytest.raises(InvalidValue, match="cannot have come"):
        attendance(came, called)
