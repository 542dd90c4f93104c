"""The earliest free place for one more focus area, by example."""

import datetime as dt

import pytest

from samverkan_core.errors import InvalidValue, NotADay
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.planning import Full, Slot, earliest_slot
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.time import PartialDate, Period, TimeBox

START = dt.date(2015, 1, 1)
ONE = Profile(name="en i taget", parameters=Parameters(focus_area_limit=1))


def area(id_: str, starts: str | None, ends: str | None) -> FocusArea:
    box = TimeBox(
        starts=PartialDate(when=starts) if starts else None,
        ends=PartialDate(when=ends) if ends else None,
    )
    return FocusArea(id=FocusAreaId(id_), name="Ett område", time_box=box)


def document(*areas: FocusArea) -> Collaboration:
    return Collaboration(name="Hagby", focus_areas=areas)


def period(first: str, last: str | None) -> Period:
    return Period(
        first_day=dt.date.fromisoformat(first),
        last_day=dt.date.fromisoformat(last) if last else None,
    )


def test_where_nothing_is_open_there_is_room_at_once() -> None:
    slot = earliest_slot(document(), days=10, not_before=START)
    assert slot == Slot(period=period("2015-01-01", "2015-01-10"))


def test_a_gap_that_is_too_short_is_passed_over() -> None:
    collab = document(area("a", "2014", "2015-01-05"), area("b", "2015-01-11", "2015-01-20"))
    wanted = earliest_slot(collab, days=5, not_before=START, profile=ONE)
    assert wanted == Slot(
        period=period("2015-01-06", "2015-01-10"),
        full=(Full(period=period("2015-01-01", "2015-01-05"), areas=("a",)),),
    )
    longer = earliest_slot(collab, days=6, not_before=START, profile=ONE)
    assert longer.period == period("2015-01-21", "2015-01-26")
    assert [full.areas for full in longer.full] == [("a",), ("b",)]


def test_what_was_full_before_is_not_told() -> None:
    collab = document(area("a", "2014-01", "2014-06"), area("b", "2015-01-01", "2015-01-05"))
    slot = earliest_slot(collab, days=1, not_before=START, profile=ONE)
    assert [full.areas for full in slot.full] == [("b",)]


def test_days_that_follow_upon_each_other_are_full_together() -> None:
    collab = document(area("a", "2015-01-01", "2015-01-05"), area("b", "2015-01-06", "2015-01-20"))
    slot = earliest_slot(collab, days=1, not_before=START, profile=ONE)
    assert slot.full == (Full(period=period("2015-01-01", "2015-01-20"), areas=("a", "b")),)


def test_an_end_known_by_month_only_keeps_the_place_through_the_month() -> None:
    slot = earliest_slot(
        document(area("a", "2014", "2015-02")), days=1, not_before=START, profile=ONE
    )
    assert slot.period == period("2015-03-01", "2015-03-01")


@pytest.mark.parametrize("starts", ["2014", None, "2016"])
def test_what_nobody_has_given_an_end_keeps_its_place_until_it_is_closed(
    starts: str | None,
) -> None:
    slot = earliest_slot(document(area("a", starts, None)), days=400, not_before=START, profile=ONE)
    assert slot.period is None
    (full,) = slot.full
    assert full.areas == ("a",)
    assert full.period == period("2016-01-01" if starts == "2016" else "2015-01-01", None)


def test_an_area_that_ends_before_it_starts_takes_no_place() -> None:
    collab = document(area("a", "2015-03-01", "2015-02-01"))
    assert earliest_slot(collab, days=90, not_before=START, profile=ONE).full == ()


def test_where_the_limit_is_left_out_there_is_always_room() -> None:
    free = Profile(name="fri", without=("FOC001",), parameters=ONE.parameters)
    collab = document(area("a", "2014", None))
    assert earliest_slot(collab, days=3, not_before=START, profile=free) == Slot(
        period=period("2015-01-01", "2015-01-03")
    )


def test_the_documents_own_profile_sets_the_limit() -> None:
    areas = tuple(area(f"a-{number}", "2014", "2015-02-28") for number in range(4))
    named = Collaboration(name="Hagby", profile="sundbyberg", focus_areas=areas)
    slot = earliest_slot(named, days=1, not_before=START)
    assert slot.period == period("2015-03-01", "2015-03-01")
    assert slot.full[0].areas == ("a-0", "a-1", "a-2", "a-3")


def test_at_the_end_of_the_calendar_there_is_room_for_what_still_fits() -> None:
    last = dt.date.max
    assert earliest_slot(document(), days=1, not_before=last).period == Period(
        first_day=last, last_day=last
    )
    assert earliest_slot(document(), days=2, not_before=last).period is None


@pytest.mark.parametrize("days", [0, -1, 1.0, True, "1"])
def test_days_are_counted_from_one(days: int) -> None:
    with pytest.raises(InvalidValue, match="whole number from 1 up"):
        earliest_slot(document(), days=days, not_before=START)


def test_a_moment_is_no_day() -> None:
    with pytest.raises(NotADay):
        earliest_slot(document(), days=1, not_before=dt.datetime(2015, 1, 1, tzinfo=dt.UTC))
