"""How rules about what is followed and led are broken: topics, goals on top, working meetings."""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from samverkan_core.measures.series import Direction
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.goal import GoalAbout
from samverkan_core.model.indicator import Gathering, Indicator, IndicatorTopic
from samverkan_core.model.meeting import MeetingKind, MeetingState
from samverkan_core.model.resource import Need, Resource
from samverkan_core.testing.breaks.bodies import unused_id
from samverkan_core.testing.breaks.doings import clear_activity
from samverkan_core.testing.breaks.meetings import a_meeting
from samverkan_core.testing.breaks.results import with_results
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import IndicatorId, NeedId, ResourceId, RoleId

__all__ = ["BREAKING", "NEAR_MISS"]

#: The topics that are to be followed, each with the direction that is better.
_WANTED: Mapping[IndicatorTopic, Direction] = MappingProxyType(
    {
        IndicatorTopic.ALCOHOL: Direction.LOWER_BETTER,
        IndicatorTopic.NARCOTICS: Direction.LOWER_BETTER,
        IndicatorTopic.TOBACCO: Direction.LOWER_BETTER,
        IndicatorTopic.COHERENCE: Direction.HIGHER_BETTER,
    }
)
_HABITS = tuple(_WANTED)[:3]
_NOT_LOWER = (Direction.HIGHER_BETTER, Direction.NEITHER)
_NOT_YOUNG = tuple(one for one in Gathering if one is not Gathering.YOUTH_SURVEY)
_WORKING = (MeetingKind.WORKING, MeetingKind.WORKSHOP)


# --- indicators --------------------------------------------------------------------------------


def _following(
    draw: st.DrawFn,
    collab: Collaboration,
    at: dt.date,
    topics: Iterable[tuple[IndicatorTopic, Direction]],
    gathered_by: Gathering = Gathering.YOUTH_SURVEY,
) -> Collaboration:
    """Let the indicators tell about some topics, and those that were there about something else."""
    collab = with_results(draw, collab, at)
    for indicator in collab.indicators:
        else_ = attrs.evolve(indicator, topic=IndicatorTopic.OTHER, gathered_by=a(draw, _NOT_YOUNG))
        collab = replaced(collab, indicator, else_)
    for topic, direction in topics:
        told = Indicator(
            id=IndicatorId(unused_id(collab, "indikator")),
            name=draw(texts()),
            unit=draw(texts()),
            direction=direction,
            topic=topic,
            gathered_by=gathered_by,
        )
        collab = added(collab, told)
    return collab


def _habit_not_followed(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Leave a habit out, or follow it by what is not better when it is lower."""
    topics = dict(_WANTED)
    for habit in draw(st.sets(st.sampled_from(_HABITS), min_size=1)):
        topics[habit] = a(draw, _NOT_LOWER)
        if draw(st.booleans()):
            del topics[habit]
    return _following(draw, collab, at, topics.items())


def _all_followed(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Follow all that is to be followed, and a habit by what is better when higher, too."""
    more = (a(draw, _HABITS), Direction.HIGHER_BETTER)
    return _following(draw, collab, at, (*_WANTED.items(), more))


def _coherence_not_asked(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _following(draw, collab, at, [(one, _WANTED[one]) for one in _HABITS])


def _young_not_asked(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _following(draw, collab, at, _WANTED.items(), a(draw, _NOT_YOUNG))


# --- goals -------------------------------------------------------------------------------------


def _top_about_collaboration(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _on_top(with_results(draw, collab, at), GoalAbout.COLLABORATION)


def _top_not_said(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _on_top(with_results(draw, collab, at), None)


def _on_top(collab: Collaboration, about: GoalAbout | None) -> Collaboration:
    for goal in collab.goals:
        if goal.superior_goal is None:
            collab = replaced(collab, goal, attrs.evolve(goal, about=about))
    return collab


def _need_not_named(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _answering(draw, collab, at, by_activity=False)


def _need_named_by_activity(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _answering(draw, collab, at, by_activity=True)


def _answering(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, *, by_activity: bool
) -> Collaboration:
    """Let a goal name no need, and an activity for it one or none."""
    collab, activity = clear_activity(draw, collab, at)
    need = Need(id=NeedId(unused_id(collab, "behov")), name=draw(texts()))
    met = Resource(id=ResourceId(unused_id(collab, "resurs")), name=draw(texts()), meets=(need.id,))
    silent, *_ = (goal for goal in collab.goals if goal.id in activity.goals)
    for goal in collab.goals:
        needs = () if goal is silent else (need.id,)
        collab = replaced(collab, goal, attrs.evolve(goal, needs=needs))
    told = attrs.evolve(activity, needs=(need.id,) if by_activity else ())
    return added(collab, told, need, met)


# --- working meetings --------------------------------------------------------------------------


def _led_by_another(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    others = tuple(role.id for role in collab.roles if role.id not in area.coordinators)
    other, own = (a(draw, others),), area.coordinators
    planned, led = a(draw, ((own, other), (other, own), (other, other), ((), other)))
    return _held(draw, collab, at, area.id, planned, led)


def _led_among_others(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    own, anyone = a(draw, area.coordinators), a(draw, collab.roles).id
    return _held(draw, collab, at, area.id, (own,), a(draw, ((anyone, own), ())))


def _held(
    draw: st.DrawFn,
    collab: Collaboration,
    at: dt.date,
    area: str,
    planned_by: tuple[RoleId, ...],
    led_by: tuple[RoleId, ...],
) -> Collaboration:
    told = {"focus_areas": (area,), "planned_by": planned_by, "led_by": led_by}
    state = a(draw, (MeetingState.HELD, MeetingState.PLANNED))
    return added(collab, a_meeting(draw, collab, at, *_WORKING, state=state, **told))


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "GOA020": _top_about_collaboration,
        "GOA021": _need_not_named,
        "IND020": _habit_not_followed,
        "IND021": _coherence_not_asked,
        "IND022": _young_not_asked,
        "MET020": _led_by_another,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "GOA020": _top_not_said,
        "GOA021": _need_named_by_activity,
        "IND020": _all_followed,
        "IND021": _all_followed,
        "IND022": _all_followed,
        "MET020": _led_among_others,
    }
)
