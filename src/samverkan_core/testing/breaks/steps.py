"""How rules about the seven steps are broken: a leap, a way back, a day that comes too early."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.process.step import TRANSITIONS, JourneyEntry, Move, Step, move
from samverkan_core.testing.breaks.bodies import days_after, days_before
from samverkan_core.testing.breaks.focus_areas import open_area
from samverkan_core.testing.edit import Edit, a, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.time import PartialDate, TimeBox

__all__ = ["BREAKING", "NEAR_MISS"]

_FIRST, _SECOND, *_LATER = Step


# --- where a journey begins --------------------------------------------------------------------


def _begins_midway(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = _travelled(draw, collab)
    entry = JourneyEntry(step=a(draw, (_SECOND, *_LATER)), day=area.journey[0].day)
    return _journeying(collab, area, entry)


def _both_steps_on_one_day(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = _travelled(draw, collab)
    day = area.journey[0].day
    steps = a(draw, ((_FIRST,), (_FIRST, _SECOND)))
    return _journeying(collab, area, *(JourneyEntry(step=step, day=day) for step in steps))


# --- from step to step -------------------------------------------------------------------------


def _leaps_or_stays(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = _travelled(draw, collab)
    last = area.journey[-1]
    step = a(draw, (step for step in Step if step not in TRANSITIONS[last.step]))
    return _journeying(collab, area, *area.journey, attrs.evolve(last, step=step, reason=None))


def _any_lawful_move(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = _travelled(draw, collab)
    return _journeying(collab, area, *area.journey, _next(draw, area.journey[-1]))


def _back_in_silence(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = _travelled(draw, collab)
    journey = _past_the_first(area.journey)
    return _journeying(collab, area, *journey, attrs.evolve(_back(draw, journey[-1]), reason=None))


def _back_for_a_reason(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = _travelled(draw, collab)
    journey = _past_the_first(area.journey)
    return _journeying(collab, area, *journey, _back(draw, journey[-1]))


def _next(draw: st.DrawFn, last: JourneyEntry) -> JourneyEntry:
    """Take a lawful step after another, on the same day; with a reason where it leads back."""
    step = a(draw, (step for step in Step if step in TRANSITIONS[last.step]))
    if move(last.step, step) is Move.BACK:
        return attrs.evolve(last, step=step, reason=draw(texts()))
    return attrs.evolve(last, step=step, reason=None)


def _back(draw: st.DrawFn, last: JourneyEntry) -> JourneyEntry:
    step = a(draw, tuple(Step)[: last.step.number - 1])
    return attrs.evolve(last, step=step, reason=draw(texts()))


def _past_the_first(journey: tuple[JourneyEntry, ...]) -> tuple[JourneyEntry, ...]:
    """Go on to the second step where a journey stands in the first, from which none leads back."""
    last = journey[-1]
    if last.step is not _FIRST:
        return journey
    return (*journey, attrs.evolve(last, step=_SECOND, reason=None))


# --- days --------------------------------------------------------------------------------------


def _day_too_early(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = _travelled(draw, collab)
    last = area.journey[-1]
    day = PartialDate.on(days_before(draw, last.day.earliest))
    return _journeying(collab, area, *area.journey, attrs.evolve(_next(draw, last), day=day))


def _just_in_time(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = _travelled(draw, collab)
    last = area.journey[-1]
    day = a(draw, (last.day, PartialDate.on(last.day.latest)))
    return _journeying(collab, area, *area.journey, attrs.evolve(_next(draw, last), day=day))


def _open_without_journey(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _journeying(collab, open_area(draw, collab, at))


def _opens_tomorrow(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    area = open_area(draw, collab, at)
    first = at + dt.timedelta(days=1)
    box = TimeBox(starts=PartialDate.on(first), ends=PartialDate.on(days_after(draw, first)))
    coming = attrs.evolve(area, time_box=box, closed_on=None, journey=())
    return replaced(collab, area, coming)


# --- the end of an area, and the collaboration's own steps --------------------------------------


def _step_after_close(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = _travelled(draw, collab)
    return _going_on(draw, collab, area, PartialDate.on(days_after(draw, _end(area))))


def _step_on_the_last_day(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = _travelled(draw, collab)
    return _going_on(draw, collab, area, PartialDate.on(_end(area)))


def _end(area: FocusArea) -> dt.date:
    """Give the day on which an area was closed, or could be: when it had taken its last step."""
    return area.closed_on or area.journey[-1].day.latest


def _going_on(
    draw: st.DrawFn, collab: Collaboration, area: FocusArea, day: PartialDate
) -> Collaboration:
    """Close an area at its end, with one step more."""
    entry = attrs.evolve(_next(draw, area.journey[-1]), day=day)
    closed = attrs.evolve(area, closed_on=_end(area), journey=(*area.journey, entry))
    return replaced(collab, area, closed)


def _misstep_of_its_own(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    first = JourneyEntry(step=_FIRST, day=PartialDate.on(at))
    before = PartialDate.on(days_before(draw, at))
    astray = (
        (attrs.evolve(first, step=a(draw, (_SECOND, *_LATER))),),
        (first, attrs.evolve(first, step=a(draw, (_FIRST, *_LATER)))),
        (first, JourneyEntry(step=_SECOND, day=first.day), first),
        (first, JourneyEntry(step=_SECOND, day=before)),
    )
    return attrs.evolve(collab, journey=a(draw, astray))


def _lawful_steps_of_its_own(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    first = JourneyEntry(step=_FIRST, day=PartialDate.on(at))
    second = JourneyEntry(step=_SECOND, day=first.day)
    back = attrs.evolve(first, reason=draw(texts()))
    return attrs.evolve(collab, journey=(first, second, back)[: a(draw, (1, 2, 3))])


def _travelled(draw: st.DrawFn, collab: Collaboration) -> FocusArea:
    return a(draw, (area for area in collab.focus_areas if area.journey))


def _journeying(collab: Collaboration, area: FocusArea, *journey: JourneyEntry) -> Collaboration:
    """Let an area have gone another way, unmeasured where its end would ask for one more time."""
    gone = replaced(collab, area, attrs.evolve(area, journey=journey))
    if not journey or journey[-1].step.number <= Step.INTEGRATE.number:
        return gone
    others = (one for one in collab.readiness_measurements if one.focus_area != area.id)
    return attrs.evolve(gone, readiness_measurements=tuple(others))


BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "STP001": _begins_midway,
        "STP002": _leaps_or_stays,
        "STP003": _back_in_silence,
        "STP004": _day_too_early,
        "STP005": _open_without_journey,
        "STP006": _misstep_of_its_own,
        "STP007": _step_after_close,
    }
)

NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "STP001": _both_steps_on_one_day,
        "STP002": _any_lawful_move,
        "STP003": _back_for_a_reason,
        "STP004": _just_in_time,
        "STP005": _opens_tomorrow,
        "STP006": _lawful_steps_of_its_own,
        "STP007": _step_on_the_last_day,
    }
)
