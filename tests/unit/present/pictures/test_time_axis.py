"""Time from left to right: in order, within the picture, and written out where there is room."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.present.pictures.time_axis import axis_over, lanes

DAYS = st.dates() | st.sampled_from((dt.date.min, dt.date.max))


def test_one_year_is_written_out_by_quarters() -> None:
    axis = axis_over([dt.date(2015, 3, 1)], left=0, right=365)
    narrow = axis_over([dt.date(2015, 3, 1)], left=0, right=120)

    assert [name for _, name in axis.ticks()] == ["2015-01", "2015-04", "2015-07", "2015-10"]
    assert list(narrow.ticks()) == [(0, "2015-01"), (59, "2015-07")]
    assert axis.x(dt.date(2015, 3, 1)) == 59
    assert axis.x_after(dt.date(2015, 12, 31)) == 365
    assert axis.x(dt.date(2014, 1, 1)) == 0


@pytest.mark.parametrize(
    ("last", "second"), [(2015, "2015-04"), (2019, "2015-07"), (2024, "2016"), (2200, "2035")]
)
def test_the_longer_the_time_the_fewer_days_of_each_year(last: int, second: str) -> None:
    days = [dt.date(2015, 3, 1), dt.date(last, 3, 1)]
    ticks = [name for _, name in axis_over(days, left=0, right=600).ticks()]

    assert ticks[1] == second


@given(days=st.lists(DAYS, min_size=1, max_size=5), left=st.integers(0, 400))
def test_days_stand_in_order_and_their_names_apart(days: list[dt.date], left: int) -> None:
    axis = axis_over(days, left=left, right=left + 600)
    places = [axis.x(day) for day in sorted(days)]
    ticks = [x for x, _ in axis.ticks()]

    assert places == sorted(places)
    assert all(left <= axis.x(day) <= axis.x_after(day) <= left + 600 for day in days)
    assert all(other - one >= 50 for one, other in pairwise(ticks))


@given(spans=st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=12))
def test_each_span_has_the_first_lane_in_which_it_meets_none_before_it(
    spans: list[tuple[int, int]],
) -> None:
    placed = [(left, left + width) for left, width in spans]
    found = lanes(placed)

    for at, (lane, one) in enumerate(zip(found, placed, strict=True)):
        met = {
            other
            for other, (left, right) in zip(found[:at], placed[:at], strict=True)
            if left < one[1] and one[0] < right
        }
        assert lane not in met
        assert met >= set(range(lane))
