"""Series over time: what is late, what differs, and how a difference can be read."""

import datetime as dt
from fractions import Fraction
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.measures.series import (
    Direction,
    Gap,
    Point,
    Reading,
    change,
    gaps,
    late,
    overdue,
    reading,
)
from samverkan_core.values.time import PartialDate, moved

#: Far enough from both ends of the calendar for every move below.
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
MONTHS = st.integers(1, 120)


def when(text: str, *, about: bool = False) -> PartialDate:
    return PartialDate(when=text, about=about)


@st.composite
def partial_days(draw: st.DrawFn) -> PartialDate:
    written = draw(DAYS).isoformat()[: draw(st.sampled_from((4, 7, 10)))]
    return PartialDate(when=written, about=draw(st.booleans()))


class TestLate:
    @pytest.mark.parametrize(
        ("before", "after", "months", "verdict"),
        [
            ("2014", "2016", 24, False),
            ("2014", "2017", 24, True),
            ("2014", "2016", 23, None),
            ("2014-02", "2016-02", 24, False),
            ("2014-02", "2016-03", 24, True),
            ("2014-11-30", "2016-11-30", 24, False),
            ("2014-11-30", "2016-12-01", 24, True),
            ("2014-10-31", "2015-02-28", 4, False),
            ("2014-10-31", "2015-03-01", 4, True),
            ("2014-11", "2016", 24, None),
            ("2014", "2016-06", 24, None),
            ("2014", "2015-12", 24, False),
        ],
    )
    def test_by_what_is_written(
        self, before: str, after: str, months: int, *, verdict: bool | None
    ) -> None:
        assert late(when(before), when(after), months) is verdict

    def test_about_then_may_have_been_later_or_earlier(self) -> None:
        assert late(when("2014", about=True), when("2016"), 24) is None
        assert late(when("2014"), when("2016", about=True), 24) is None
        assert late(when("2014", about=True), when("2018"), 24) is True

    @given(day=DAYS, months=MONTHS)
    def test_the_day_itself_is_in_time_and_the_next_is_not(self, day: dt.date, months: int) -> None:
        before, due = when(day.isoformat()), moved(day, months=months)
        assert late(before, when(due.isoformat()), months) is False
        assert late(before, when((due + dt.timedelta(days=1)).isoformat()), months) is True

    @given(before=partial_days(), after=partial_days(), months=MONTHS)
    def test_a_verdict_is_never_turned_by_a_longer_cadence(
        self, before: PartialDate, after: PartialDate, months: int
    ) -> None:
        ranks = {True: 2, None: 1, False: 0}
        longer = late(before, after, months + 1)
        assert ranks[longer] <= ranks[late(before, after, months)]

    @given(year=st.integers(1900, 2100), years=st.integers(0, 9), cadence=st.integers(1, 9))
    def test_years_are_counted_as_years(self, year: int, years: int, cadence: int) -> None:
        verdict = late(when(str(year)), when(str(year + years)), 12 * cadence)
        assert verdict is (years > cadence)

    @given(before=DAYS, after=DAYS, months=MONTHS)
    def test_what_is_known_by_the_day_is_always_judged(
        self, before: dt.date, after: dt.date, months: int
    ) -> None:
        verdict = late(when(before.isoformat()), when(after.isoformat()), months)
        assert verdict is (after > moved(before, months=months))


class TestOverdue:
    @pytest.mark.parametrize(
        ("last", "day", "verdict"),
        [
            ("2014", dt.date(2016, 12, 31), False),
            ("2014", dt.date(2017, 1, 1), True),
            ("2014-02", dt.date(2016, 2, 29), False),
            ("2014-02", dt.date(2016, 3, 1), True),
            ("2014-02-28", dt.date(2016, 2, 28), False),
            ("2014-02-28", dt.date(2016, 2, 29), True),
            ("9999", dt.date(9999, 12, 31), False),
            ("9998", dt.date(9999, 12, 31), False),
        ],
    )
    def test_a_value_may_come_until_its_time_is_over(
        self, last: str, day: dt.date, *, verdict: bool
    ) -> None:
        assert overdue(when(last), day, 24) is verdict

    def test_about_then_is_judged_where_every_day_agrees(self) -> None:
        about = when("2014", about=True)
        assert overdue(about, dt.date(2015, 1, 1), 24) is False
        assert overdue(about, dt.date(2017, 1, 1), 24) is None
        assert overdue(about, dt.date(2018, 1, 1), 24) is True

    @given(last=partial_days(), day=DAYS, later=st.integers(0, 5000), months=MONTHS)
    def test_what_is_overdue_stays_so(
        self, last: PartialDate, day: dt.date, later: int, months: int
    ) -> None:
        if overdue(last, day, months):
            assert overdue(last, day + dt.timedelta(days=later), months)


class TestGaps:
    def test_each_stretch_that_is_too_long(self) -> None:
        days = [when(text) for text in ("2016", "2010", "2012")]
        assert gaps(days, 24) == (Gap(when("2012"), when("2016"), surely=True),)

    def test_a_stretch_that_may_be(self) -> None:
        (gap,) = gaps([when("2010"), when("2012", about=True)], 24)
        assert not gap.surely

    @pytest.mark.parametrize("days", [(), ("2010",), ("2010", "2010", "2011")])
    def test_nothing_is_too_long(self, days: tuple[str, ...]) -> None:
        assert gaps(map(when, days), 24) == ()

    @given(days=st.lists(DAYS, max_size=8), months=MONTHS)
    def test_between_neighbours_without_a_gap_no_more_than_the_months_pass(
        self, days: list[dt.date], months: int
    ) -> None:
        found = {(gap.after.earliest, gap.until.earliest) for gap in gaps(map(_day, days), months)}
        ordered = sorted(days)
        for before, after in pairwise(ordered):
            assert ((before, after) in found) == (after > moved(before, months=months))


def _day(day: dt.date) -> PartialDate:
    return when(day.isoformat())


def point(value: int | None, **members: Any) -> Point:
    number = None if value is None else Fraction(value)
    return Point(when=when("2014"), value=number, **members)


class TestChange:
    def test_of_like_and_like(self) -> None:
        girls = (("årskurs", "9"), ("kön", "flicka"))
        before = point(3, version="2", group=girls)
        after = point(5, version="2", group=girls[::-1])
        assert change(before, after) == 2

    @pytest.mark.parametrize(
        "other",
        [
            point(5, version="3"),
            point(5, version="2", group=(("kön", "flicka"),)),
            point(None, version="2"),
        ],
        ids=["another question", "other people", "no value"],
    )
    def test_of_like_and_unlike(self, other: Point) -> None:
        here = point(3, version="2")
        assert change(here, other) is None
        assert change(other, here) is None

    @given(before=st.integers(), after=st.integers())
    def test_back_again_is_the_same_way(self, before: int, after: int) -> None:
        there, back = point(before), point(after)
        change_there, change_back = change(there, back), change(back, there)
        assert change_there is not None
        assert change_back == -change_there
        assert change(there, attrs.evolve(there)) == 0


class TestReading:
    @pytest.mark.parametrize(
        ("difference", "direction", "told"),
        [
            (None, Direction.HIGHER_BETTER, Reading.NOT_COMPARABLE),
            (0, Direction.HIGHER_BETTER, Reading.UNCHANGED),
            (0, None, Reading.UNCHANGED),
            (1, Direction.HIGHER_BETTER, Reading.BETTER),
            (-1, Direction.HIGHER_BETTER, Reading.WORSE),
            (1, Direction.LOWER_BETTER, Reading.WORSE),
            (-1, Direction.LOWER_BETTER, Reading.BETTER),
            (1, Direction.NEITHER, Reading.OTHER),
            (1, None, Reading.OTHER),
        ],
    )
    def test_how_a_difference_is_read(
        self, difference: int | None, direction: Direction | None, told: Reading
    ) -> None:
        given_ = None if difference is None else Fraction(difference)
        assert reading(given_, direction) is told

    @given(difference=st.fractions(), direction=st.sampled_from(Direction))
    def test_where_more_may_only_be_seen_nothing_is_said_to_be_worse(
        self, difference: Fraction, direction: Direction
    ) -> None:
        plain = reading(difference, direction)
        careful = reading(difference, direction, detection_effect_possible=True)
        assert careful is (Reading.WORSE_OR_SEEN if plain is Reading.WORSE else plain)
