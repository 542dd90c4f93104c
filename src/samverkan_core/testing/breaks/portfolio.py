"""How rules about activities as a whole are broken: levels, young people's part, trainings."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.model.activity import (
    ActivityKind,
    ActivityScope,
    Arena,
    InterventionLevel,
    TrainingTheme,
    YoungVoices,
)
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.process_area import ProcessArea, ProcessAreaKind
from samverkan_core.testing.breaks.bodies import unused_id
from samverkan_core.testing.breaks.doings import clear_activity
from samverkan_core.testing.edit import Edit, a, added
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import ActivityId, ActorId, BodyId, ProcessAreaId
from samverkan_core.values.time import A_YEAR, PartialDate, Period, TimeBox, start_of_last

__all__ = ["BREAKING", "NEAR_MISS"]

_DAY = dt.timedelta(days=1)
_LEVELS = tuple(InterventionLevel)
_FOUR = (
    TrainingTheme.GOALS,
    TrainingTheme.ANCHORING,
    TrainingTheme.QUALITY,
    TrainingTheme.FOLLOW_UP,
)


def _doing(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, *changes: Mapping[str, Any]
) -> Collaboration:
    """Let a collaboration do just so many things, each of them clear but for its own change."""
    # What nothing is done for any more is no duty of anybody's.
    roles = tuple(attrs.evolve(role, joint_duties=()) for role in collab.roles)
    bare = attrs.evolve(collab, activities=(), roles=roles)
    collab, activity = clear_activity(draw, bare, at)
    plain = attrs.evolve(activity, kind=ActivityKind.CAMPAIGN)
    for number, change in enumerate(changes):
        id_ = ActivityId(unused_id(collab, f"aktivitet {number}"))
        collab = added(collab, attrs.evolve(plain, id=id_, **change))
    return collab


def _box(starts: dt.date, ends: dt.date | None = None) -> TimeBox:
    return TimeBox(
        starts=PartialDate.on(starts), ends=None if ends is None else PartialDate.on(ends)
    )


def _year(at: dt.date) -> dt.date:
    """Give the first day of the twelve months up to a day."""
    return start_of_last(A_YEAR, at)


# --- levels ------------------------------------------------------------------------------------


def _level_left_out(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    levels = draw(st.permutations(_LEVELS))[: draw(st.integers(1, 2))]
    return _doing(draw, collab, at, *({"level": level} for level in levels))


def _level_perhaps_there(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    *some, last = draw(st.permutations(_LEVELS))
    levels = (*some, a(draw, (last, None)))
    return _doing(draw, collab, at, *({"level": level} for level in levels))


# --- young people ------------------------------------------------------------------------------


def _nobody_heard(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    first = _year(at)
    silent: tuple[Mapping[str, Any], ...] = (
        {"young_voices": None},
        {"time_box": _box(first - 90 * _DAY, first - _DAY)},
        {"time_box": _box(at + _DAY)},
    )
    count = draw(st.integers(1, 2))
    return _doing(draw, collab, at, *(a(draw, silent) for _ in range(count)))


def _heard_in_time(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    first = _year(at)
    heard: tuple[Mapping[str, Any], ...] = (
        {"time_box": _box(first - 90 * _DAY, first)},
        {"time_box": _box(at)},
        {"young_voices": None, "kind": ActivityKind.CONSULTATION, "time_box": _box(at, at)},
    )
    return _doing(draw, collab, at, {"young_voices": None}, a(draw, heard))


def _in_a_new_forum(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    new = {"young_voices": YoungVoices(forum=draw(texts()), existed_before=False)}
    return _doing(draw, collab, at, *a(draw, ((new,), (new, new))))


def _in_one_that_was_there(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    new = {"young_voices": YoungVoices(existed_before=False)}
    return _doing(draw, collab, at, new, {})


# --- trainings ---------------------------------------------------------------------------------


def _training(**members: object) -> Mapping[str, Any]:
    return {"kind": ActivityKind.TRAINING, **members}


def _two(collab: Collaboration) -> tuple[ActorId, ActorId]:
    one, other, *_ = (actor.id for actor in collab.actors)
    return one, other


def _each_alone(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    one, other = _two(collab)
    before = _year(at) - _DAY
    alone = _training(actors=a(draw, ((one,), (one, one))), time_box=_box(at, at))
    over = _training(actors=(one, other), time_box=_box(before, before))
    return _doing(draw, collab, at, alone, *a(draw, ((), (over,))))


def _together_once(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    one, other = _two(collab)
    alone = _training(actors=(one,), time_box=_box(at, at))
    first = _year(at)
    joint = _training(actors=(one, other), time_box=_box(first, first))
    return _doing(draw, collab, at, alone, joint)


def _at_one_arena(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    arena = a(draw, Arena)
    one = _training(themes=(TrainingTheme.CHILDREN_AT_RISK,), arenas=(arena,))
    return _doing(draw, collab, at, *a(draw, ((one,), (one, one))))


def _at_one_arena_each(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    trainings = (
        _training(themes=(TrainingTheme.CHILDREN_AT_RISK,), arenas=(arena,))
        for arena in draw(st.permutations(tuple(Arena)))[:2]
    )
    return _doing(draw, collab, at, *trainings)


def _theme_left_out(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    themes = tuple(draw(st.permutations(_FOUR))[: draw(st.integers(1, 3))])
    return _doing(draw, collab, at, _training(themes=themes))


def _themes_between_them(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    themes = tuple(draw(st.permutations(_FOUR)))
    cut = draw(st.integers(1, 3))
    first, second = (_training(themes=part) for part in (themes[:cut], themes[cut:]))
    return _doing(draw, collab, at, first, second)


def _work_first(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    held = at + draw(st.integers(1, 400)) * _DAY
    return _prepared(draw, collab, at, a(draw, (_box(held), _box(at, held))))


def _training_first(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _prepared(draw, collab, at, a(draw, (_box(at), _box(at - _DAY, at))))


def _prepared(draw: st.DrawFn, collab: Collaboration, at: dt.date, box: TimeBox) -> Collaboration:
    """Put in a group that begins on the day, and the training that is to come before it."""
    lately = _training(actors=_two(collab), time_box=_box(at, at))
    to_come = _training(young_voices=None, time_box=box)
    collab = _doing(draw, collab, at, lately, to_come)
    training = collab.activities[-1]
    group = _group(draw, collab, BodyKind.KEY_GROUP)
    period = Period(first_day=at)
    return added(collab, attrs.evolve(group, period=period, prepared_by=(training.id,)))


# --- what groups plan, and processes -----------------------------------------------------------


def _plans_for_one(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _planning(draw, collab, at, BodyKind.COLLABORATION_GROUP, ActivityScope.INDIVIDUAL)


def _plans_for_all(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    near = (
        (BodyKind.COLLABORATION_GROUP, ActivityScope.GENERAL),
        (BodyKind.KEY_GROUP, ActivityScope.INDIVIDUAL),
    )
    return _planning(draw, collab, at, *a(draw, near))


def _planning(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, kind: BodyKind, scope: ActivityScope
) -> Collaboration:
    group = _group(draw, collab, kind)
    return _doing(draw, added(collab, group), at, {"scope": scope, "planned_by": (group.id,)})


def _group(draw: st.DrawFn, collab: Collaboration, kind: BodyKind) -> Body:
    return Body(
        id=BodyId(unused_id(collab, "grupp")),
        name=draw(texts()),
        kind=kind,
        actor=a(draw, collab.actors).id,
    )


def _process_of_one(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    one = a(draw, collab.actors).id
    return added(collab, _process(draw, collab, *a(draw, ((), (one,), (one, one)))))


def _process_of_two(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return added(collab, _process(draw, collab, *_two(collab)))


def _process(draw: st.DrawFn, collab: Collaboration, *actors: ActorId) -> ProcessArea:
    return ProcessArea(
        id=ProcessAreaId(unused_id(collab, "process")),
        name=draw(texts()),
        kind=a(draw, (kind for kind in ProcessAreaKind if kind is not ProcessAreaKind.OTHER)),
        actors=actors,
    )


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "ACV020": _level_left_out,
        "ACV021": _nobody_heard,
        "ACV022": _in_a_new_forum,
        "ACV023": _each_alone,
        "ACV024": _at_one_arena,
        "ACV025": _theme_left_out,
        "ACV026": _plans_for_one,
        "BOD020": _work_first,
        "PRO020": _process_of_one,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "ACV020": _level_perhaps_there,
        "ACV021": _heard_in_time,
        "ACV022": _in_one_that_was_there,
        "ACV023": _together_once,
        "ACV024": _at_one_arena_each,
        "ACV025": _themes_between_them,
        "ACV026": _plans_for_all,
        "BOD020": _training_first,
        "PRO020": _process_of_two,
    }
)
