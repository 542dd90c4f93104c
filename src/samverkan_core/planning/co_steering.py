"""What two collaborations have in common, and whether they could be steered together.

Two documents name things each in their own way, so things are matched by what they say: ages and
situations, words that are the same but for case and spaces, numbers in a register. Nothing is
weighed against anything else; whoever leads judges what the overlap is worth.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import TypeAlias, TypeVar

import attrs

from samverkan_core.indexing import Index, index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import IdentifierSystem
from samverkan_core.model.focus_area import Condition, FocusArea, TargetGroup
from samverkan_core.model.goal import Goal
from samverkan_core.values.ages import AgeBand, bands
from samverkan_core.values.answers import answers
from samverkan_core.values.text import folded
from samverkan_core.values.time import in_force, the_day

__all__ = ["CoSteering", "InCommon", "TargetInCommon", "co_steering"]

N = TypeVar("N", TargetGroup, Goal, FocusArea, Actor)

#: A register, with the municipality's own word for it where it is another than those known.
_Register: TypeAlias = "tuple[IdentifierSystem, str | None]"
#: What an actor is called in a register.
_Number: TypeAlias = "tuple[_Register, str]"
#: Registers of places and of legal persons, and the kinds of actor of which a number there is the
#: own number. Administrations, schools and units stand there under the number of what they are in.
_NAMED_BY = MappingProxyType(
    {
        IdentifierSystem.MUNICIPALITY_CODE: frozenset({ActorKind.MUNICIPALITY}),
        IdentifierSystem.COUNTY_CODE: frozenset({ActorKind.REGION}),
        IdentifierSystem.ORGANISATION_NUMBER: frozenset(
            {
                ActorKind.MUNICIPALITY,
                ActorKind.REGION,
                ActorKind.STATE_AUTHORITY,
                ActorKind.JOINT_AUTHORITY,
                ActorKind.ASSOCIATION,
                ActorKind.COMPANY,
            }
        ),
    }
)


@attrs.frozen(kw_only=True)
class InCommon:
    """Two things, one of each collaboration, that say the same."""

    #: The id of the one collaboration's.
    one: str
    #: The id of the other's.
    other: str


@attrs.frozen(kw_only=True)
class TargetInCommon:
    """Two target groups, one of each collaboration, that some children belong to both of."""

    #: The id of the one collaboration's.
    one: str
    #: The id of the other's.
    other: str
    #: The ages that belong to both.
    ages: tuple[AgeBand, ...]
    #: The situations that belong to both.
    conditions: tuple[Condition, ...]


@attrs.frozen(kw_only=True)
class CoSteering:
    """What two collaborations have in common on a day (underlag för samstyrning)."""

    #: Target groups that some children belong to both of.
    target_groups: tuple[TargetInCommon, ...]
    #: Target groups of which nobody can say, for one of the two lacks ages or situations.
    unclear: tuple[InCommon, ...]
    #: Goals that are the same in words.
    goals: tuple[InCommon, ...]
    #: Focus areas that are the same in words.
    focus_areas: tuple[InCommon, ...]
    #: Actors that take part in both.
    actors: tuple[InCommon, ...]

    @property
    def is_possible(self) -> bool | None:
        """Whether the two could be steered together (samstyras); None where not known.

        They could where they are for some of the same children, or work towards the same goal or
        with the same question. That they have actors in common makes it easier, but is no reason.
        """
        if self.target_groups or self.goals or self.focus_areas:
            return True
        return None if self.unclear else False


@answers("SB-30")
def co_steering(
    collab: Collaboration | Index, other: Collaboration | Index, *, at: dt.date
) -> CoSteering:
    """Say what two collaborations have in common on a day, and whether they could be co-steered.

    A goal or an actor whose period does not hold on the day is left out, and so is a focus area
    that surely is not open then.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
    """
    one, two, day = index(collab).whole, index(other).whole, the_day(at)
    groups = tuple(one.target_groups.firsts()), tuple(two.target_groups.firsts())
    return CoSteering(
        target_groups=tuple(_targets(*groups)),
        unclear=_alike(*groups, _perhaps_alike),
        goals=_alike(_goals(one.goals.firsts(), day), _goals(two.goals.firsts(), day), _same_name),
        focus_areas=_alike(
            _open(one.focus_areas.firsts(), day), _open(two.focus_areas.firsts(), day), _same_name
        ),
        actors=_alike(
            _there(one.actors.firsts(), day), _there(two.actors.firsts(), day), _same_actor
        ),
    )


def _alike(
    ones: Sequence[N], others: Sequence[N], same: Callable[[N, N], bool]
) -> tuple[InCommon, ...]:
    """Give each pair that is the same, in the order of the one document and then of the other."""
    return tuple(
        InCommon(one=one.id, other=other.id) for one in ones for other in others if same(one, other)
    )


# --- what there is on the day ------------------------------------------------------------------


def _goals(goals: Iterable[Goal], day: dt.date) -> tuple[Goal, ...]:
    return tuple(goal for goal in goals if in_force(goal.period, day))


def _open(areas: Iterable[FocusArea], day: dt.date) -> tuple[FocusArea, ...]:
    return tuple(area for area in areas if area.active_on(day) is not False)


def _there(actors: Iterable[Actor], day: dt.date) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if in_force(actor.period, day))


# --- when two are the same ---------------------------------------------------------------------


def _same_name(one: Goal | FocusArea | Actor, other: Goal | FocusArea | Actor) -> bool:
    return folded(one.name) == folded(other.name)


def _same_actor(one: Actor, other: Actor) -> bool:
    """Tell whether two actors have a number of their own in common, or else kind and name.

    All administrations of a municipality have its organisation number (organisationsnummer), so
    that one does not make two of them the same. Where a register knows both, and by different
    numbers, a name in common says nothing.
    """
    numbers, others = _numbers(one), _numbers(other)
    both = numbers & others
    if any(_names(number, one) and _names(number, other) for number in both):
        return True
    apart = _registers(numbers) & _registers(others) - _registers(both)
    return not apart and one.kind is other.kind and _same_name(one, other)


def _numbers(actor: Actor) -> frozenset[_Number]:
    return frozenset(((id_.system, id_.system_name), id_.value) for id_ in actor.identifiers)


def _names(number: _Number, actor: Actor) -> bool:
    """Tell whether a number is an actor's own, and not that of what it lies in or is part of."""
    (system, _), _ = number
    if system not in _NAMED_BY:
        return True
    return actor.kind in _NAMED_BY[system] and actor.part_of is None


def _registers(numbers: Iterable[_Number]) -> frozenset[_Register]:
    return frozenset(register for register, _ in numbers)


def _targets(
    ones: Iterable[TargetGroup], others: Sequence[TargetGroup]
) -> Iterator[TargetInCommon]:
    for one in ones:
        for other in others:
            ages, conditions = _ages(one, other), _conditions(one, other)
            if ages and conditions:
                yield TargetInCommon(one=one.id, other=other.id, ages=ages, conditions=conditions)


def _ages(one: TargetGroup, other: TargetGroup) -> tuple[AgeBand, ...]:
    if one.ages is None or other.ages is None:
        return ()
    return bands(set(one.ages.ages()) & set(other.ages.ages()))


def _conditions(one: TargetGroup, other: TargetGroup) -> tuple[Condition, ...]:
    both = set(one.conditions) & set(other.conditions)
    return tuple(condition for condition in Condition if condition in both)


def _perhaps_alike(one: TargetGroup, other: TargetGroup) -> bool:
    """Tell whether two groups may have children in common, though one does not say enough."""
    ages_known = one.ages is not None and other.ages is not None
    conditions_known = bool(one.conditions and other.conditions)
    if ages_known and conditions_known:
        return False
    ages, conditions = _ages(one, other), _conditions(one, other)
    return bool(ages or not ages_known) and bool(conditions or not conditions_known)
