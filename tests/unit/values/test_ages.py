"""Ages and bands of ages."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.values.ages import AgeBand

ages = st.integers(0, 130)


@given(first=ages, last=ages, age=st.integers(-5, 140))
def test_both_ends_belong_to_a_band(first: int, last: int, age: int) -> None:
    assert (age in AgeBand(from_age=first, to_age=last).ages()) == (first <= age <= last)


def test_a_band_the_wrong_way_round_can_be_shown_and_is_empty() -> None:
    assert list(AgeBand(from_age=20, to_age=0).ages()) == []


@pytest.mark.parametrize("age", [-1, 131, 5.0, True, "5", None])
@pytest.mark.parametrize("member", ["from_age", "to_age"])
def test_an_age_is_a_whole_number_of_years(member: str, age: Any) -> None:
    members: dict[str, Any] = {"from_age": 5, "to_age": 5, member: age}
    with pytest.raises(InvalidValue, match=f"AgeBand.{member} must be"):
        AgeBand(**members)
