"""Profiles of municipalities that are not there: any demands that can be met together."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.body import BodyKind, SeatCategory
from samverkan_core.model.role import RoleFunction
from samverkan_core.process.step import Step
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.profile import (
    Composition,
    ConsentAge,
    Parameters,
    Profile,
    StepRequirement,
    Weight,
)
from samverkan_core.testing.choice import chosen, up_to
from samverkan_core.testing.lawful import words
from samverkan_core.testing.texts import texts
from samverkan_core.values.ages import AgeBand

__all__ = ["profiles"]

_OLDEST = 130
_CODES = tuple(rule.code for rule in RULES)
#: Rules about how focus areas are worked with, which a municipality can do without as a whole.
_AREAS = tuple(rule.code for rule in RULES if rule.about == "focus_areas")


def profiles() -> st.SearchStrategy[Profile]:
    """Draw a municipality's own profile whose demands can be met together.

    For each of them `worlds(profile)` draws documents that are lawful under it. None has the name
    of a profile that ships.
    """
    return _profiles()


@st.composite
def _profiles(draw: st.DrawFn) -> Profile:
    members: dict[str, st.SearchStrategy[Any]] = {
        "weights": _several(st.builds(Weight, code=_A_CODE, severity=st.sampled_from(Severity))),
        "without": _several(_A_CODE) | st.just(_AREAS),
        "step_requirements": _several(st.builds(StepRequirement, step=_A_STEP, codes=_CODES_SOME)),
        "sources": st.sampled_from(words.SEED_ROWS).map(seed),
    }
    drawn = {name: draw(members[name]) for name in chosen(draw, [(name, 2) for name in members])}
    return Profile(name=draw(_NAMES), parameters=draw(_parameters()), **drawn)


@st.composite
def _parameters(draw: st.DrawFn) -> Parameters:
    members: dict[str, st.SearchStrategy[Any]] = {
        "focus_area_limit": st.integers(1, 6),
        "target_ages": _band(),
        "age_bands": _apart(),
        "required_actors": _several(st.sampled_from(ActorKind)),
        "required_functions": _several(st.sampled_from(RoleFunction)),
        "required_bodies": _several(st.sampled_from(BodyKind)),
        "compositions": _several(_composition()),
        "attendance": st.integers(1, 100),
        "child_consent_from": st.sampled_from(ConsentAge),
        "period_months": st.integers(1, 24),
        "status_report_months": st.integers(1, 24),
        "follow_up_required": st.just(value=True),
    }
    demanded = tuple(chosen(draw, [(name, 2) for name in members]))
    return Parameters(**{name: draw(members[name]) for name in demanded})


def _several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw one thing or some, perhaps the same twice, for a profile may say a thing twice."""
    return st.lists(strategy, min_size=1, max_size=5).map(tuple)


def _composition() -> st.SearchStrategy[Composition]:
    categories = _several(st.sampled_from(SeatCategory))
    return st.builds(Composition, kind=st.sampled_from(BodyKind), categories=categories)


@st.composite
def _band(draw: st.DrawFn) -> AgeBand:
    youngest = draw(up_to(_OLDEST))
    return AgeBand(from_age=youngest, to_age=youngest + draw(up_to(_OLDEST - youngest)))


@st.composite
def _apart(draw: st.DrawFn) -> tuple[AgeBand, ...]:
    """Draw bands of ages of which no two have an age in common, in any order."""
    bands = tuple(_rising(draw, 1 + draw(up_to(4))))
    return tuple(draw(st.permutations(bands)))


def _rising(draw: st.DrawFn, count: int) -> Iterator[AgeBand]:
    youngest = draw(up_to(20))
    for _ in range(count):
        oldest = youngest + draw(up_to(12))
        yield AgeBand(from_age=youngest, to_age=oldest)
        youngest = oldest + 1 + draw(up_to(3))


_A_CODE = st.sampled_from(_CODES)
_CODES_SOME = _several(_A_CODE)
_A_STEP = st.sampled_from(Step)
_NAMES = st.sampled_from(("hagby", "Norrköpings egen", "2026/å")) | texts().map(
    lambda text: f"{text} (egen)" if text in PROFILES else text
)
