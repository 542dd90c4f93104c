"""How rules about what is done are broken: activities, needs, anchoring, routines."""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.model.activity import (
    Activity,
    ActivityKind,
    Audience,
    Recurrence,
    Scale,
    YoungVoices,
)
from samverkan_core.model.anchoring import Anchoring, AnchoringLevel
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.resource import Need, Resource
from samverkan_core.model.routine import Routine, RoutineStep
from samverkan_core.testing.breaks.bodies import days_after, days_before, unused_id
from samverkan_core.testing.breaks.results import with_results
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    ActivityId,
    AnchoringId,
    HolderId,
    NeedId,
    OfficeId,
    ResourceId,
    RoutineId,
)
from samverkan_core.values.time import PartialDate, Period

__all__ = ["BREAKING", "NEAR_MISS", "clear_activity"]

_A_DAY = dt.timedelta(days=1)
#: Times that no year has, and times that some years lack.
_NOT_EVERY_YEAR = (
    Recurrence(),
    Recurrence(day=3),
    Recurrence(month=2, day=30),
    Recurrence(month=2, day=29),
    Recurrence(month=4, day=31),
    Recurrence(week=53),
    Recurrence(every_years=4, month=2, day=29),
)
_EVERY_YEAR = (
    Recurrence(month=2, day=28),
    Recurrence(month=4, day=30),
    Recurrence(month=2),
    Recurrence(week=52),
    Recurrence(every_years=4, month=12, day=31),
)
#: Kinds of activities that need no inventory of what there is, and introduce nobody.
_NOT_NEW = tuple(
    kind
    for kind in ActivityKind
    if kind not in {ActivityKind.INTERVENTION, ActivityKind.INTRODUCTION}
)


# --- activities --------------------------------------------------------------------------------


def _unclear(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, activity = clear_activity(draw, collab, at)
    unsaid: dict[str, Any] = {"goals": (), "responsible": (), "method": None, "audiences": ()}
    names = draw(st.sets(st.sampled_from(sorted(unsaid)), min_size=1))
    return added(collab, attrs.evolve(activity, **{name: unsaid[name] for name in names}))


def _only_just_clear(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Say whom it is for by a target group alone."""
    collab, activity = clear_activity(draw, collab, at)
    group = a(draw, collab.target_groups)
    return added(collab, attrs.evolve(activity, audiences=(), target_group=group.id))


def _at_no_time(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, activity = clear_activity(draw, collab, at)
    return added(collab, attrs.evolve(activity, recurrence=a(draw, _NOT_EVERY_YEAR)))


def _every_year(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, activity = clear_activity(draw, collab, at)
    return added(collab, attrs.evolve(activity, recurrence=a(draw, _EVERY_YEAR)))


def _extended(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, activity = clear_activity(draw, collab, at)
    return added(collab, attrs.evolve(activity, scale=Scale.EXTENDED))


def _tested(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, activity = clear_activity(draw, collab, at)
    return added(collab, attrs.evolve(activity, scale=a(draw, (Scale.SMALL, Scale.TESTED))))


def _without_inventory(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, activity = clear_activity(draw, _without_needs(collab), at)
    return added(collab, attrs.evolve(activity, kind=ActivityKind.INTERVENTION))


def _with_some_inventory(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    there = Resource(id=ResourceId(unused_id(collab, "resurs")), name=draw(texts()))
    return added(_without_inventory(draw, collab, at), there)


def clear_activity(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> tuple[Collaboration, Activity]:
    """Make an activity of which all is clear, and put in goals for it to serve."""
    collab = with_results(draw, collab, at)
    goal = a(draw, collab.goals)
    activity = Activity(
        id=ActivityId(unused_id(collab, "aktivitet")),
        name=draw(texts()),
        kind=a(draw, _NOT_NEW),
        kind_name=draw(texts()),
        goals=(goal.id,),
        audiences=(a(draw, Audience),),
        responsible=(OfficeId(a(draw, collab.roles).id),),
        method=draw(texts()),
        young_voices=YoungVoices(existed_before=True),
    )
    return collab, activity


def _without_needs(collab: Collaboration) -> Collaboration:
    goals = tuple(attrs.evolve(goal, needs=()) for goal in collab.goals)
    return attrs.evolve(collab, needs=(), resources=(), goals=goals)


# --- needs -------------------------------------------------------------------------------------


def _unmet(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Put in a need that nothing meets, or for some of whose ages nothing does."""
    need = _need(draw, collab, at)
    collab = _answering(collab, need)
    if draw(st.booleans()):
        return added(collab, need)
    youngest = draw(st.integers(0, 20))
    aged = attrs.evolve(need, ages=AgeBand(from_age=youngest, to_age=youngest + 1))
    met = AgeBand(from_age=youngest + 1, to_age=draw(st.integers(youngest + 1, 130)))
    return added(collab, aged, _meeting(draw, collab, need, ages=met))


def _just_met(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Put in a need that two resources meet between them, or that is over."""
    youngest, oldest = sorted(draw(st.tuples(st.integers(0, 60), st.integers(61, 130))))
    need = attrs.evolve(
        _need(draw, collab, at), ages=AgeBand(from_age=youngest, to_age=oldest), period=None
    )
    collab = _answering(collab, need)
    cut = draw(st.integers(youngest, oldest - 1))
    younger = _meeting(draw, collab, need, ages=AgeBand(from_age=0, to_age=cut))
    older = _meeting(draw, added(collab, younger), need, ages=AgeBand(from_age=cut + 1, to_age=130))
    over = attrs.evolve(need, period=Period(last_day=days_before(draw, at - _A_DAY)))
    return a(draw, (added(collab, need, younger, older), added(collab, over)))


def _need(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Need:
    id_ = NeedId(unused_id(collab, "behov"))
    period = a(draw, (None, Period(last_day=at), Period(first_day=at)))
    return Need(id=id_, name=draw(texts()), period=period)


def _answering(collab: Collaboration, need: Need) -> Collaboration:
    """Let each goal answer a need beside those that it answers already."""
    goals = tuple(attrs.evolve(goal, needs=(*goal.needs, need.id)) for goal in collab.goals)
    return attrs.evolve(collab, goals=goals)


def _meeting(draw: st.DrawFn, collab: Collaboration, need: Need, *, ages: AgeBand) -> Resource:
    return Resource(
        id=ResourceId(unused_id(collab, "resurs")), name=draw(texts()), meets=(need.id,), ages=ages
    )


# --- anchoring ---------------------------------------------------------------------------------


def _not_anchored(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Leave out at least one level, or let it come after the day."""
    levels = draw(st.permutations(tuple(AnchoringLevel)))
    count = draw(st.integers(1, len(levels) - 1))
    later = Anchoring(
        id=AnchoringId(unused_id(collab, "sen")),
        level=levels[-1],
        day=PartialDate.on(days_after(draw, at + _A_DAY)),
    )
    anchorings = _anchorings(levels[:count], at)
    return attrs.evolve(collab, anchorings=(*anchorings, *a(draw, ((), (later,)))))


def _just_anchored(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let every level be reached by the very day."""
    return attrs.evolve(
        collab, anchorings=_anchorings(draw(st.permutations(tuple(AnchoringLevel))), at)
    )


def _anchorings(levels: Iterable[AnchoringLevel], at: dt.date) -> tuple[Anchoring, ...]:
    return tuple(
        Anchoring(id=AnchoringId(f"förankring {level.code}"), level=level, day=PartialDate.on(at))
        for level in levels
    )


# --- routines ----------------------------------------------------------------------------------


def _by_a_person(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    step = RoutineStep(what=draw(texts()), responsible=(HolderId(a(draw, collab.persons).id),))
    routine = _routine(draw, collab)
    return added(collab, attrs.evolve(routine, steps=(*routine.steps, step)))


def _by_an_office(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    """Lay steps on a body and an actor, and one on nobody yet."""
    held = (a(draw, collab.bodies).id, a(draw, collab.actors).id)
    steps = tuple(
        RoutineStep(what=draw(texts()), responsible=tuple(map(HolderId, responsible)))
        for responsible in (held, ())
    )
    return added(collab, attrs.evolve(_routine(draw, collab), steps=steps))


def _not_everywhere(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    unit = a(draw, (actor for actor in collab.actors if actor.part_of is None))
    period = Period(first_day=days_before(draw, at), last_day=a(draw, (None, at)))
    routine = attrs.evolve(_routine(draw, collab), for_all=(unit.kind,), period=period)
    others = tuple(
        actor.id for actor in collab.actors if actor.kind is unit.kind and actor is not unit
    )
    always = replaced(collab, unit, attrs.evolve(unit, period=None))
    return added(always, attrs.evolve(routine, units=others))


def _everywhere(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let every unit have it; or let the routine only hold from the day after."""
    unit = a(draw, collab.actors)
    routine = attrs.evolve(_routine(draw, collab), for_all=(unit.kind,))
    alike = tuple(actor.id for actor in collab.actors if actor.kind is unit.kind)
    later = attrs.evolve(routine, period=Period(first_day=at + _A_DAY))
    return added(collab, a(draw, (attrs.evolve(routine, units=alike), later)))


def _incomplete(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    unsaid: dict[str, Any] = {"owner": None, "steps": (), "period": None, "review": None}
    names = draw(st.sets(st.sampled_from(sorted(unsaid)), min_size=1))
    routine = _routine(draw, collab)
    return added(collab, attrs.evolve(routine, **{name: unsaid[name] for name in names}))


def _complete(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return added(collab, _routine(draw, collab))


def _routine(draw: st.DrawFn, collab: Collaboration) -> Routine:
    """Make a routine that says all that it must, for no kind of unit."""
    return Routine(
        id=RoutineId(unused_id(collab, "rutin")),
        name=draw(texts()),
        owner=OfficeId(a(draw, collab.roles).id),
        steps=(RoutineStep(what=draw(texts())),),
        period=Period(first_day=draw(st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)))),
        review=PartialDate(when="2061"),
    )


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "ACV001": _unclear,
        "ACV002": _at_no_time,
        "ACV003": _extended,
        "ANC001": _not_anchored,
        "NEE001": _unmet,
        "RES001": _without_inventory,
        "ROU001": _by_a_person,
        "ROU002": _not_everywhere,
        "ROU003": _incomplete,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "ACV001": _only_just_clear,
        "ACV002": _every_year,
        "ACV003": _tested,
        "ANC001": _just_anchored,
        "NEE001": _just_met,
        "RES001": _with_some_inventory,
        "ROU001": _by_an_office,
        "ROU002": _everywhere,
        "ROU003": _complete,
    }
)
