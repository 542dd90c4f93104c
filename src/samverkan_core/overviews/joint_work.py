"""What the parties do together: who knows whom, who owns what, what is done across the silos."""

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain, combinations

import attrs

from samverkan_core.indexing import Index, View, index
from samverkan_core.model.activity import (
    Activity,
    ActivityKind,
    InterventionLevel,
    ProtectiveFactor,
)
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.overviews.parties import PARTIES, lineage, present, taking_part
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import ActivityId, ActorId, AnyId, OfficeId, TargetGroupId
from samverkan_core.values.time import happened_by, the_day

__all__ = [
    "INTRODUCTION_READS",
    "Acquaintance",
    "Across",
    "Complement",
    "Owned",
    "Support",
    "across",
    "complements",
    "met",
    "owned",
]

#: The collections that it is read off who has been introduced to whom.
INTRODUCTION_READS = ("activities", *PARTIES)


# --- getting to know each other ----------------------------------------------------------------


@attrs.frozen
class Acquaintance:
    """Two actors, and the activities by which they have got to know each other's work."""

    #: The one, the first in the document.
    one: ActorId
    #: The other.
    other: ActorId
    #: The introductions where both surely had been by the day.
    introductions: tuple[ActivityId, ...]
    #: Those of which nobody can say so.
    unclear: tuple[ActivityId, ...]


@answers("AT-03")
def met(collab: Collaboration | Index, at: dt.date) -> tuple[Acquaintance, ...]:
    """Say of each pair that takes part on a day where they got to know each other's work.

    An actor is there in an introduction also where a larger organisation that it is part of is.

    Raises:
        NotADay: `at` is no day.
    """
    day, view = the_day(at), index(collab).reading(INTRODUCTION_READS)
    there = {actor.id: frozenset(lineage(view, actor)) for actor in present(view, day)}
    introductions = tuple(one for one in view.activities.firsts() if _introduces(one))
    return tuple(
        _met(one, other, tuple(_together(introductions, there[one], there[other])), day)
        for one, other in combinations(there, 2)
    )


def _introduces(activity: Activity) -> bool:
    return activity.kind is ActivityKind.INTRODUCTION


def _together(
    activities: Iterable[Activity], one: frozenset[ActorId], other: frozenset[ActorId]
) -> Iterator[Activity]:
    """Give the activities where both are, or may be: where nobody is named, anybody may."""
    for activity in activities:
        there = frozenset(activity.actors)
        if not there or not (one.isdisjoint(there) or other.isdisjoint(there)):
            yield activity


def _met(one: ActorId, other: ActorId, found: tuple[Activity, ...], day: dt.date) -> Acquaintance:
    begun = {activity.id: _were_there(activity, day) for activity in found}
    return Acquaintance(
        one=one,
        other=other,
        introductions=tuple(id_ for id_, known in begun.items() if known),
        unclear=tuple(id_ for id_, known in begun.items() if known is None),
    )


def _were_there(activity: Activity, day: dt.date) -> bool | None:
    """Tell whether those named had met there by a day; None without a day or anybody named."""
    starts = None if activity.time_box is None else activity.time_box.starts
    begun = happened_by(starts, day)
    return None if begun and not activity.actors else begun


# --- what each one owns ------------------------------------------------------------------------


@attrs.frozen
class Owned:
    """What one of those taking part answers for in developing the work; perhaps nothing."""

    #: The actor.
    actor: ActorId
    #: The goals, activities and routines that it owns, itself or through its roles and bodies.
    things: tuple[AnyId, ...]


@answers("AT-23")
def owned(collab: Collaboration | Index) -> tuple[Owned, ...]:
    """List for each of those taking part the goals, activities and routines that it owns."""
    reads = (*PARTIES, "roles", "bodies", "goals", "activities", "routines")
    view = index(collab).reading(reads)
    held: dict[ActorId, list[AnyId]] = {actor.id: [] for actor in taking_part(view)}
    for thing, owners in _owners(view):
        for actor in owners:
            if actor in held:
                held[actor].append(thing)
    return tuple(Owned(actor, tuple(dict.fromkeys(things))) for actor, things in held.items())


def _owners(view: View) -> Iterator[tuple[AnyId, tuple[ActorId | None, ...]]]:
    """Give each thing that can be owned with the actors that own it."""
    for goal in view.goals.firsts():
        yield AnyId(goal.id), goal.owners
    for activity in view.activities.firsts():
        offices = tuple(_actor_of(view, office) for office in activity.responsible)
        yield AnyId(activity.id), offices
    for routine in view.routines.firsts():
        yield AnyId(routine.id), (_actor_of(view, routine.owner),)


def _actor_of(view: View, office: OfficeId | None) -> ActorId | None:
    """Give the actor that an office belongs to, or that it is."""
    held = view.roles.get(office) or view.bodies.get(office)
    if held is not None:
        return held.actor
    actor = view.actors.get(office)
    return None if actor is None else actor.id


# --- out of the silos --------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Across:
    """Which activities several administrations carry out together (ur stuprören)."""

    #: Those that at least two administrations carry out.
    joint: tuple[ActivityId, ...]
    #: Those that one carries out alone.
    alone: tuple[ActivityId, ...]
    #: Those of which the document does not say who carries them out; they count nowhere.
    unclear: tuple[ActivityId, ...]

    @property
    def share(self) -> Fraction | None:
        """The joint share of those of which it is known who carries them out, exactly."""
        known = len(self.joint) + len(self.alone)
        return Fraction(len(self.joint), known) if known else None


@answers("RA-15")
def across(collab: Collaboration | Index) -> Across:
    """Say which activities several administrations carry out, and which one alone.

    An actor counts as the administration that it is part of; one that is part of none counts as
    itself.
    """
    view = index(collab).reading(("activities", "actors"))
    found = {one.id: _is_joint(view, one) for one in view.activities.firsts()}
    return Across(
        joint=tuple(id_ for id_, joint in found.items() if joint),
        alone=tuple(id_ for id_, joint in found.items() if joint is False),
        unclear=tuple(id_ for id_, joint in found.items() if joint is None),
    )


def _is_joint(view: View, activity: Activity) -> bool | None:
    """Tell whether several administrations carry it out; None where one is not known."""
    actors = [view.actors.get(id_) for id_ in activity.actors]
    known = {_administration(view, actor) for actor in actors if actor is not None}
    if len(known) > 1:
        return True
    return False if known and None not in actors else None


def _administration(view: View, actor: Actor) -> ActorId:
    """Give the nearest administration that an actor is or is part of, else the actor."""
    above = view.actors.upwards(actor, lambda one: one.part_of)
    return next((one.id for one in above if one.kind is ActorKind.ADMINISTRATION), actor.id)


# --- support that completes each other ---------------------------------------------------------


@attrs.frozen(kw_only=True)
class Support:
    """What one actor does for a target group: in which activities, of which sort."""

    #: The actor.
    actor: ActorId
    #: The activities that it carries out for the group, alone or with others.
    activities: tuple[ActivityId, ...]
    #: What the activities are, as kind and level.
    roles: frozenset[tuple[ActivityKind, InterventionLevel | None]]
    #: What they strengthen around a child.
    factors: frozenset[ProtectiveFactor]


@attrs.frozen(kw_only=True)
class Complement:
    """The support that different actors give one target group, and who gives the same."""

    #: The target group.
    group: TargetGroupId
    #: What each actor does for it.
    support: tuple[Support, ...]
    #: Pairs of actors that apart from each other do the same: same kind, level and factors.
    alike: tuple[tuple[ActorId, ActorId], ...]


@answers("RA-21")
def complements(collab: Collaboration | Index) -> tuple[Complement, ...]:
    """Say for each target group what different actors do for it, and where they do the same.

    What two actors carry out together is one support and makes nobody alike.
    """
    view = index(collab).reading(("target_groups", "activities"))
    return tuple(_complement(view, group.id) for group in view.target_groups.firsts())


def _complement(view: View, group: TargetGroupId) -> Complement:
    done = tuple(one for one in view.activities.firsts() if one.target_group == group)
    actors = dict.fromkeys(chain.from_iterable(one.actors for one in done))
    support = tuple(_support(actor, done) for actor in actors)
    pairs = combinations(support, 2)
    alike = tuple((one.actor, other.actor) for one, other in pairs if _same(one, other))
    return Complement(group=group, support=support, alike=alike)


def _support(actor: ActorId, activities: Iterable[Activity]) -> Support:
    own = tuple(one for one in activities if actor in one.actors)
    return Support(
        actor=actor,
        activities=tuple(one.id for one in own),
        roles=frozenset((one.kind, one.level) for one in own),
        factors=frozenset(chain.from_iterable(one.protective_factors for one in own)),
    )


def _same(one: Support, other: Support) -> bool:
    apart = set(one.activities).isdisjoint(other.activities)
    return apart and (one.roles, one.factors) == (other.roles, other.factors)
