"""Decimal texts are read exactly and written the way people round."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.values.numbers import exact, written


@given(st.integers(-(10**12), 10**12), st.integers(0, 9))
def test_what_is_written_with_its_own_digits_reads_back_equal(number: int, digits: int) -> None:
    value = Fraction(number, 10**digits)

    assert exact(written(value, digits)) == value


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_rounding_is_that_of_the_decimal_module(thousandths: int, digits: int) -> None:
    rounded = (Decimal(thousandths) / 1000).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)

    assert Decimal(written(Fraction(thousandths, 1000), digits)) == rounded


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        (Fraction(17, 4), 2, "4.25"),
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(7), 1, "7.0"),
    ],
)
def test_digits_are_those_asked_for(number: Fraction, digits: int, text: str) -> None:
    assert written(number, digits) == text
