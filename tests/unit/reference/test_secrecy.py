"""Candidate grounds for passing a fact on: provisions to try, by day and age, and never a yes."""

from datetime import date
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.reference.secrecy import (
    Candidate,
    Keeper,
    Receiver,
    candidate_grounds,
    secrecy_of,
)
from samverkan_core.values.ages import AgeBand

DAY = date(2026, 4, 25)
pairs = st.tuples(st.sampled_from(Keeper), st.sampled_from(Receiver))
days = st.dates(date(2005, 1, 1), date(2030, 12, 31))
ages = st.integers(0, 30)


def band(youngest: int, oldest: int) -> AgeBand:
    return AgeBand(from_age=youngest, to_age=oldest)


def ids(found: tuple[Candidate, ...]) -> list[str]:
    return [one.law.id for one in found]


def test_social_services_and_health_care_about_a_child() -> None:
    found = candidate_grounds(Keeper.SOCIAL_SERVICES, Receiver.HEALTH_CARE, DAY, band(13, 13))
    assert [one.law.cite() for one in found] == [
        "26 kap. 9 § offentlighets- och sekretesslagen (2009:400)"
    ]
    assert [(one.of_age, one.read) for one in found] == [(True, True)]


@pytest.mark.parametrize(
    ("ages_", "wanted"),
    [
        (band(17, 17), {"se.osl.10-18a", "se.osl.10-20"}),
        (band(20, 20), {"se.osl.10-18a"}),
        (band(21, 21), set()),
    ],
)
def test_what_is_for_the_young_only_goes_by_age(ages_: AgeBand, wanted: set[str]) -> None:
    found = set(ids(candidate_grounds(Keeper.SOCIAL_SERVICES, Receiver.POLICE, DAY, ages_)))
    assert found == {"se.osl.10-15a", "se.lub.4"} | wanted


def test_the_duty_to_report_is_about_children() -> None:
    grown = candidate_grounds(Keeper.HEALTH_CARE, Receiver.SOCIAL_SERVICES, DAY, band(18, 20))
    assert grown == ()


def test_an_age_that_may_lie_on_either_side_is_said_to() -> None:
    for unsure in (None, band(17, 18)):
        (one,) = candidate_grounds(Keeper.HEALTH_CARE, Receiver.HEALTH_CARE, DAY, unsure)
        assert one.of_age is None


def test_the_general_clause_opens_neither_health_care_nor_social_services() -> None:
    for keeper, receiver in product((Keeper.HEALTH_CARE, Keeper.SOCIAL_SERVICES), Receiver):
        assert "se.osl.10-27" not in ids(candidate_grounds(keeper, receiver, DAY))


def test_the_clause_on_crime_never_opens_health_care_and_is_young() -> None:
    assert candidate_grounds(Keeper.HEALTH_CARE, Receiver.POLICE, DAY) == ()
    before = candidate_grounds(Keeper.SCHOOL, Receiver.POLICE, date(2025, 11, 30))
    assert ids(before) == ["se.osl.10-27"]


@pytest.mark.parametrize(
    ("day", "duties"),
    [
        (date(2025, 6, 30), ["se.sol2001.14-1"]),
        (date(2025, 7, 1), ["se.sol2025.19-1.v1", "se.sol2025.20-6"]),
        (date(2026, 3, 1), ["se.sol2025.19-1.v2", "se.sol2025.20-6"]),
    ],
)
def test_the_duty_to_report_is_that_of_the_day(day: date, duties: list[str]) -> None:
    found = candidate_grounds(Keeper.PUPIL_HEALTH, Receiver.SOCIAL_SERVICES, day)
    assert ids(found) == [*duties, "se.osl.12-2"]


def test_a_wording_that_nobody_read_is_marked() -> None:
    found = candidate_grounds(Keeper.SCHOOL, Receiver.SOCIAL_SERVICES, date(2025, 8, 1))
    assert {one.law.id: one.read for one in found}["se.sol2025.19-1.v1"] is False


def test_the_secrecy_that_each_keeps() -> None:
    assert [secrecy_of(keeper, DAY) is not None for keeper in Keeper] == [True] * len(Keeper)
    assert secrecy_of(Keeper.SCHOOL, date(2028, 7, 1)).id == "se.osl.23-2.v2"  # type: ignore[union-attr]  # it is there
    assert secrecy_of(Keeper.SCHOOL, date(2005, 1, 1)) is None


def test_nothing_in_an_answer_says_that_it_is_allowed() -> None:
    assert attrs.fields_dict(Candidate).keys() == {"law", "of_age", "read"}


@given(between=pairs, day=days)
def test_every_candidate_holds_on_the_day_and_is_given_once(
    between: tuple[Keeper, Receiver], day: date
) -> None:
    found = candidate_grounds(*between, day)
    assert all(one.law.holds(day) for one in found)
    assert all(one.read is one.law.verified_on(day) for one in found)
    assert len(set(ids(found))) == len(found)


@given(between=pairs, day=days, one=ages, other=ages)
def test_what_may_be_young_has_every_ground_of_both(
    between: tuple[Keeper, Receiver], day: date, one: int, other: int
) -> None:
    youngest, oldest = sorted((one, other))
    whole = set(ids(candidate_grounds(*between, day, band(youngest, oldest))))
    parts = (candidate_grounds(*between, day, band(age, age)) for age in (youngest, oldest))
    assert whole == {id_ for part in parts for id_ in ids(part)}
