"""Which ages the teams are there for: every age of the target groups once, and truly."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import NotADay
from samverkan_core.indexing import index
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import TargetGroup
from samverkan_core.overviews.ages import TeamAges, age_coverage
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.ages import AgeBand, bands
from samverkan_core.values.ids import BodyId
from samverkan_core.values.time import Period, in_force

from .made import thing

DAY = dt.date(2020, 2, 3)


def team(id_: str, first: int, last: int, period: Period | None = None) -> Body:
    ages = AgeBand(from_age=first, to_age=last)
    kind = BodyKind.CONSULTATION_TEAM
    return thing(Body, id=id_, name="Ett team", kind=kind, ages=ages, period=period)


def rattvik(*teams: Body) -> Collaboration:
    group = thing(TargetGroup, id="alla", name="Alla", ages=AgeBand(from_age=0, to_age=20))
    return Collaboration(name="Hagby", bodies=teams, target_groups=(group,))


def test_the_gap_and_the_overlap_are_named_year_by_year() -> None:
    collab = rattvik(team("små", 1, 6), team("skola", 6, 15), team("unga", 17, 20))

    found = age_coverage(collab, DAY)

    assert found.gaps == (AgeBand(from_age=0, to_age=0), AgeBand(from_age=16, to_age=16))
    assert found.overlaps == (
        TeamAges(AgeBand(from_age=6, to_age=6), (BodyId("små"), BodyId("skola"))),
    )
    assert (found.unclear_groups, found.unclear_teams) == ((), ())


def test_a_team_counts_on_its_days_only() -> None:
    ended = Period(last_day=dt.date(2020, 2, 2))

    assert age_coverage(rattvik(team("alla", 0, 20, ended)), DAY).gaps == (
        AgeBand(from_age=0, to_age=20),
    )


def test_what_states_no_ages_is_told() -> None:
    vague = thing(Body, id="vagt", name="Vagt", kind=BodyKind.CONSULTATION_TEAM)
    group = thing(TargetGroup, id="någon", name="Någon")
    collab = Collaboration(name="Hagby", bodies=(vague,), target_groups=(group,))

    found = age_coverage(collab, DAY)

    assert (found.spans, found.unclear_groups, found.unclear_teams) == ((), ("någon",), ("vagt",))


@given(world=worlds())
def test_each_age_of_the_target_groups_stands_in_one_span(
    world: tuple[Collaboration, dt.date],
) -> None:
    collab, at = world
    found = age_coverage(index(collab), at)
    ages = [age for span in found.spans for age in span.ages.ages()]

    asked = {age for group in collab.target_groups if group.ages for age in group.ages.ages()}
    assert ages == sorted(asked)


@given(collab=collaborations(), at=st.dates())
def test_each_age_has_just_the_teams_that_are_there_for_it(
    collab: Collaboration, at: dt.date
) -> None:
    firsts = {body.id: body for body in reversed(collab.bodies)}
    for span in age_coverage(collab, at).spans:
        for age in span.ages.ages():
            assert set(span.teams) == {
                body.id
                for body in firsts.values()
                if body.kind is BodyKind.CONSULTATION_TEAM
                and in_force(body.period, at)
                and body.ages is not None
                and age in body.ages.ages()
            }


@given(st.frozensets(st.integers(0, 130)))
def test_bands_hold_the_ages_and_no_other_and_never_touch(ages: frozenset[int]) -> None:
    found = bands(ages)

    assert {age for band in found for age in band.ages()} == ages
    assert all(one.to_age + 1 < other.from_age for one, other in itertools.pairwise(found))


def test_a_moment_is_no_day() -> None:
    with pytest.raises(NotADay):
        age_coverage(rattvik(), dt.datetime(2020, 2, 3, tzinfo=dt.UTC))
