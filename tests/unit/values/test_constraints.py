"""Constraints: one declaration, three uses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.values.constraints import AtLeastOne, Between, Form

FORM = Form("[a-z]{2}|x", "ab")


@given(number=st.integers(-5, 15), lowest=st.integers(-3, 5), size=st.integers(0, 9))
def test_between_includes_both_ends(number: int, lowest: int, size: int) -> None:
    bound = Between(lowest, lowest + size)
    assert bound.holds(number) == (number in range(lowest, lowest + size + 1))


def test_between_is_about_whole_numbers() -> None:
    assert not Between(1, 3).holds(2.0)
    assert not Between(1, 3).holds("2")


@given(items=st.lists(st.none(), max_size=3))
def test_at_least_one_is_about_what_stands_in_a_list(items: list[None]) -> None:
    assert AtLeastOne().holds(tuple(items)) == (len(items) > 0)


@given(text=st.text("abx\n0", max_size=3))
def test_a_form_is_that_of_the_whole_text(text: str) -> None:
    assert FORM.holds(text) == bool(re.fullmatch("[a-z]{2}|x", text))


def test_a_form_is_about_texts() -> None:
    assert not FORM.holds(None)
    assert not FORM.holds(7)


@pytest.mark.parametrize(
    ("bound", "keywords", "shown"),
    [
        (Between(1, 100), {"minimum": 1, "maximum": 100}, "1–100"),
        (AtLeastOne(), {"minItems": 1}, "≥ 1"),
        (FORM, {"pattern": "^(?:[a-z]{2}|x)$"}, "ab"),
    ],
    ids=str,
)
def test_a_constraint_speaks_json_schema_and_shows_what_is_accepted(
    bound: Between | AtLeastOne | Form, keywords: dict[str, object], shown: str
) -> None:
    assert bound.keywords() == keywords
    assert str(bound) == shown
