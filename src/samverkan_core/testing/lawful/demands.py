"""What a profile asks of each part of a world, and which profiles ask too much."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import attrs

from samverkan_core.errors import InvalidValue, meant
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.body import BodyKind, SeatCategory
from samverkan_core.model.role import RoleFunction
from samverkan_core.rules.ages import band_text
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Composition, Parameters, Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.values.ages import AgeBand

__all__ = ["Demands", "demands"]

#: A world has no more focus areas than this, however many a profile allows to be open.
_MOST_AREAS = 4
#: The rule that no age has two consultation teams.
_ONE_TEAM = "BOD013"


@attrs.frozen(kw_only=True)
class Demands:
    """What a world is to have beside what every lawful world has."""

    #: The name of the profile where it is one that ships, so that a document can ask for it.
    name: str | None
    #: How few and how many focus areas there can be.
    areas: tuple[int, int]
    #: The ages that some target group has exactly.
    target_ages: AgeBand | None
    #: Spans of ages, none of them twice, that each have a consultation team.
    age_bands: tuple[AgeBand, ...]
    #: Kinds of actor that take part on the day.
    actors: tuple[ActorKind, ...]
    #: Functions that there is a role with on the day.
    functions: tuple[RoleFunction, ...]
    #: Kinds of body that there is on the day.
    bodies: tuple[BodyKind, ...]
    #: The capacities that every body of a kind has seats in.
    compositions: Mapping[BodyKind, tuple[SeatCategory, ...]]
    #: Whether there is a plan for follow-up.
    follow_up: bool

    @property
    def span(self) -> AgeBand | None:
        """The ages from the youngest to the oldest that have a team of their own."""
        if not self.age_bands:
            return None
        return AgeBand(
            from_age=min(band.from_age for band in self.age_bands),
            to_age=max(band.to_age for band in self.age_bands),
        )


def demands(profile: Profile | str) -> Demands:
    """Say what a profile asks of a world; a demand that no applying rule rests on asks nothing.

    Raises:
        InvalidValue: No profile has the name, or its demands cannot be met together.
    """
    asked = _named(profile)
    applying = tuple(rule for rule in RULES if rule.code not in asked.without)
    parameters = _rested_on(asked.parameters, applying)
    one_team = any(rule.code == _ONE_TEAM for rule in applying)
    _can_be_met(asked.name, parameters, one_team=one_team)
    some = any(rule.about == "focus_areas" for rule in applying)
    return Demands(
        name=asked.name if PROFILES.get(asked.name) == asked else None,
        areas=(int(some), min(_MOST_AREAS, parameters.focus_area_limit)),
        target_ages=parameters.target_ages,
        age_bands=tuple({band_text(band): band for band in parameters.age_bands}.values()),
        actors=tuple(dict.fromkeys(parameters.required_actors)),
        functions=tuple(dict.fromkeys(parameters.required_functions)),
        bodies=tuple(dict.fromkeys(parameters.required_bodies)),
        compositions=_by_kind(parameters.compositions),
        follow_up=parameters.follow_up_required,
    )


def _named(profile: Profile | str) -> Profile:
    if isinstance(profile, Profile):
        return profile
    if profile not in PROFILES:
        near = meant(profile, PROFILES)
        hint = f"did you mean {near!r}?" if near else f"there are {', '.join(PROFILES)}"
        raise InvalidValue(f"no profile that ships is called {profile!r}: {hint}")
    return PROFILES[profile]


def _rested_on(parameters: Parameters, rules: tuple[Rule, ...]) -> Parameters:
    """Leave what some rule rests on as it is, and everything else as in common."""
    named = {name for rule in rules for name in rule.parameters}
    idle = (name for name in attrs.fields_dict(Parameters) if name not in named)
    common: dict[str, Any] = {name: getattr(COMMON.parameters, name) for name in idle}
    return attrs.evolve(parameters, **common)


def _by_kind(compositions: tuple[Composition, ...]) -> Mapping[BodyKind, tuple[SeatCategory, ...]]:
    """Put together what several compositions ask of bodies of one kind."""
    found: dict[BodyKind, tuple[SeatCategory, ...]] = {}
    for one in compositions:
        found[one.kind] = tuple(dict.fromkeys((*found.get(one.kind, ()), *one.categories)))
    return found


def _can_be_met(name: str, parameters: Parameters, *, one_team: bool) -> None:
    """Refuse ages that no document can have without breaking another rule.

    Everything else can be met together: what one demand needs can always be drawn beside the rest.
    """
    for band in _bands(parameters):
        if not band.ages():
            right = f"from_age={band.to_age}, to_age={band.from_age}"
            raise InvalidValue(
                f"no world is lawful under {name!r}: the ages {band_text(band)} are the wrong way "
                f"round; write {right}"
            )
    for band, other in combinations(parameters.age_bands, 2):
        if one_team and band_text(band) != band_text(other) and _meet(band, other):
            raise InvalidValue(
                f"no world is lawful under {name!r}: its age bands {band_text(band)} and "
                f"{band_text(other)} have ages in common, and each age has one consultation team "
                f"at most; part the bands, or put {_ONE_TEAM!r} in `without`"
            )


def _bands(parameters: Parameters) -> Iterator[AgeBand]:
    if parameters.target_ages is not None:
        yield parameters.target_ages
    yield from parameters.age_bands


def _meet(band: AgeBand, other: AgeBand) -> bool:
    return band.from_age <= other.to_age and other.from_age <= band.to_age
