"""What there is for children, what they need, and where the two do not meet."""

import datetime as dt
from collections.abc import Iterable

import attrs

from samverkan_core.indexing import Index, View, index
from samverkan_core.model.activity import InterventionLevel
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.resource import Need, Resource
from samverkan_core.values.ages import AgeBand, bands
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import ActorId, NeedId, ResourceId
from samverkan_core.values.time import in_force, the_day

__all__ = ["Held", "NeedMet", "inventory", "needs_met"]


@attrs.frozen
class Held:
    """What one actor has on one level, for some ages: a line of the inventory (kartläggning)."""

    #: The actor; None where the document does not say whose it is.
    actor: ActorId | None
    #: The level; None where nobody has said.
    level: InterventionLevel | None
    #: The ages; None where it is there for all, or nobody has said.
    ages: AgeBand | None
    #: The resource.
    resource: ResourceId


@attrs.frozen
class NeedMet:
    """What meets a need on a day, and the ages for which nothing does."""

    #: The need.
    need: NeedId
    #: The level on which it is to be met; None for any.
    level: InterventionLevel | None
    #: The resources that say that they meet it, on that level.
    resources: tuple[ResourceId, ...]
    #: The ages of the need that none of them is there for.
    gaps: tuple[AgeBand, ...]

    @property
    def is_met(self) -> bool:
        """Whether anything meets it at all; ages aside."""
        return bool(self.resources)


@answers("KF-06")
def inventory(collab: Collaboration | Index, at: dt.date) -> tuple[Held, ...]:
    """List what each actor has for children on a day, in the order of the document.

    Raises:
        NotADay: `at` is no day.
    """
    day, view = the_day(at), index(collab).reading(("resources",))
    return tuple(
        Held(one.actor, one.level, one.ages, one.id)
        for one in view.resources.firsts()
        if in_force(one.period, day)
    )


@answers("KF-07")
def needs_met(collab: Collaboration | Index, at: dt.date) -> tuple[NeedMet, ...]:
    """Say of each need of a day what meets it, and for which ages nothing does.

    A resource meets a need that it names. One that works on another level than the need asks for
    does not count; one of which nobody has said the level does.

    Raises:
        NotADay: `at` is no day.
    """
    day, view = the_day(at), index(collab).reading(("needs", "resources"))
    needs = (need for need in view.needs.firsts() if in_force(need.period, day))
    return tuple(_met(need, _meeting(view, need, day)) for need in needs)


def _meeting(view: View, need: Need, day: dt.date) -> tuple[Resource, ...]:
    return tuple(
        one
        for one in view.resources.firsts()
        if need.id in one.meets
        and in_force(one.period, day)
        and (need.level is None or one.level in {None, need.level})
    )


def _met(need: Need, resources: tuple[Resource, ...]) -> NeedMet:
    return NeedMet(
        need=need.id,
        level=need.level,
        resources=tuple(one.id for one in resources),
        gaps=bands(_left_over(need, resources)),
    )


def _left_over(need: Need, resources: Iterable[Resource]) -> frozenset[int]:
    """Give the ages of a need that no resource is there for; one without ages is for all."""
    if need.ages is None:
        return frozenset()
    left = frozenset(need.ages.ages())
    for one in resources:
        left = frozenset() if one.ages is None else left.difference(one.ages.ages())
    return left
