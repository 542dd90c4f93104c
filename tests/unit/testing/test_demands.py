"""What a profile asks of a lawful world, and profiles under which no world is lawful."""

import datetime as dt

import attrs
import pytest
from hypothesis import given

from samverkan_core.checking import check
from samverkan_core.errors import InvalidValue
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.body import BodyKind, SeatCategory
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Composition, Parameters, Profile
from samverkan_core.testing.lawful.demands import demands
from samverkan_core.testing.strategies import profiles, worlds
from samverkan_core.values.ages import AgeBand

ANY_AREA = tuple(rule.code for rule in RULES if rule.about == "focus_areas")
OVERLAPPING = (AgeBand(from_age=1, to_age=6), AgeBand(from_age=6, to_age=15))


def own(*without: str, **parameters: object) -> Profile:
    return Profile(
        name="hagby",
        parameters=attrs.evolve(Parameters(), **parameters),  # type: ignore[arg-type]  # by name
        without=without,
    )


def test_an_unknown_profile_is_misuse_and_the_nearest_is_named() -> None:
    with pytest.raises(InvalidValue, match="did you mean 'rattvik'"):
        worlds("ratvik")


def test_where_none_is_near_all_are_named() -> None:
    with pytest.raises(InvalidValue, match="there are common, sundbyberg"):
        worlds("")


def test_bands_that_overlap_are_refused_at_the_call() -> None:
    with pytest.raises(InvalidValue, match=r"1–6 and 6–15 .* part the bands, or put 'BOD013'"):
        worlds(own(age_bands=OVERLAPPING))


OVERLAP_ALLOWED = own("BOD013", age_bands=OVERLAPPING)


@given(world=worlds(OVERLAP_ALLOWED))
def test_bands_that_overlap_can_be_met_where_no_rule_minds(
    world: tuple[Collaboration, dt.date],
) -> None:
    collab, at = world
    assert demands(OVERLAP_ALLOWED).age_bands == OVERLAPPING
    assert not check(collab, at=at, profile=OVERLAP_ALLOWED).findings


def test_bands_that_no_rule_asks_for_may_overlap() -> None:
    assert demands(own("BOD014", age_bands=OVERLAPPING)).age_bands == ()


@pytest.mark.parametrize("name", ["target_ages", "age_bands"])
def test_ages_the_wrong_way_round_are_refused_at_the_call(name: str) -> None:
    backwards = AgeBand(from_age=7, to_age=3)
    value = backwards if name == "target_ages" else (backwards,)
    with pytest.raises(InvalidValue, match=r"7–3 .* write from_age=3, to_age=7"):
        worlds(own(**{name: value}))


def test_adjacent_bands_and_the_same_band_twice_can_be_met() -> None:
    bands = (AgeBand(from_age=1, to_age=5), AgeBand(from_age=6, to_age=15))
    assert demands(own(age_bands=bands)).age_bands == bands
    assert demands(own(age_bands=bands * 2)).age_bands == bands


def test_what_only_rests_on_rules_left_out_is_not_demanded() -> None:
    kinds = (ActorKind.POLICE,)
    assert demands(own(required_actors=kinds)).actors == kinds
    assert demands(own("ACT005", required_actors=kinds)).actors == ()


def test_two_compositions_of_one_kind_are_both_asked_for() -> None:
    elected, official = SeatCategory.ELECTED, SeatCategory.OFFICIAL
    both = tuple(
        Composition(kind=BodyKind.NETWORK, categories=categories)
        for categories in ((elected,), (official, elected))
    )
    asked = demands(own(compositions=both)).compositions
    assert asked == {BodyKind.NETWORK: (elected, official)}


@pytest.mark.parametrize(("limit", "most"), [(1, 1), (3, 3), (4, 4), (1000, 4)])
def test_there_are_no_more_areas_than_may_be_open(limit: int, most: int) -> None:
    assert demands(own(focus_area_limit=limit)).areas == (1, most)
    assert demands(own("FOC001", focus_area_limit=limit)).areas == (1, 4)


def test_without_any_rule_about_focus_areas_there_need_be_none() -> None:
    assert demands(own(*ANY_AREA)).areas == (0, 4)
    assert demands(own(*ANY_AREA[1:])).areas == (1, 4)
    assert demands("riskzon1997").areas == (0, 4)


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_that_ships_is_named_however_it_is_given(name: str) -> None:
    assert demands(name).name == demands(PROFILES[name]).name == name


def test_a_profile_of_ones_own_is_not_named_even_where_it_borrows_a_name() -> None:
    borrowed = attrs.evolve(COMMON, parameters=Parameters(focus_area_limit=2))
    assert demands(borrowed).name is None


@given(profile=profiles())
def test_every_drawn_profile_can_be_met(profile: Profile) -> None:
    assert demands(profile).name is None
