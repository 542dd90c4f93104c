"""How rules about focus areas are broken: one too many, one too late, one that lacks a part."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.model.body import Body, BodyKind, Seat
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import ChildPerspectives, FocusArea, Ground, GroundKind
from samverkan_core.rules.focus_limit import open_days
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.testing.breaks.bodies import days_before, unused_id
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import BodyId, FocusAreaId
from samverkan_core.values.time import PartialDate, Period, TimeBox, in_force

__all__ = ["BREAKING", "NEAR_MISS", "open_area"]

_DAY = dt.timedelta(days=1)
_LIMIT = COMMON.parameters.focus_area_limit
_CHARTER = ("assignment", "responsibility", "delimitation", "goal")
_PERSPECTIVES = ("rights", "general", "own_voice")


def open_area(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> FocusArea:
    """Choose a focus area that is surely open on a day."""
    return a(draw, (area for area in collab.focus_areas if area.active_on(at)))


# --- how many are open -------------------------------------------------------------------------


def _over_the_limit(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    area = open_area(draw, collab, at)
    for _ in range(_LIMIT + draw(st.integers(0, 1))):
        before, after = draw(st.integers(0, 400)), draw(st.integers(0, 400))
        collab = _beside(collab, area, (at - before * _DAY, at + after * _DAY))
    return collab


def _next_opens_when_one_has_closed(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    """Fill all places on the day before, close what filled them, and fill them again."""
    area = open_area(draw, collab, at)
    for day in (at - _DAY, at):
        for _ in range(_LIMIT - _open_on(collab, day)):
            collab = _beside(collab, area, (day, day), closed=day < at)
    return collab


def _beside(
    collab: Collaboration,
    area: FocusArea,
    days: tuple[dt.date, dt.date],
    *,
    closed: bool = False,
) -> Collaboration:
    """Put another area like a lawful one beside it, on days of its own, with a group of its own."""
    group = _working_group(collab, area)
    own = attrs.evolve(group, id=BodyId(unused_id(collab, group.id)))
    collab = added(collab, own)
    first, last = days
    return added(
        collab,
        attrs.evolve(
            area,
            id=FocusAreaId(unused_id(collab, area.id)),
            time_box=TimeBox(starts=PartialDate.on(first), ends=PartialDate.on(last)),
            closed_on=last if closed else None,
            # Of one that was open for a day, the lawful one's own days would be too late.
            journey=() if closed else area.journey,
            working_group=own.id,
        ),
    )


def _open_on(collab: Collaboration, day: dt.date) -> int:
    """Count the focus areas that may be open on a day."""
    return sum(
        (starts is None or starts.earliest <= day) and (ends is None or day <= ends.latest)
        for starts, ends in map(open_days, collab.focus_areas)
    )


# --- the time box ------------------------------------------------------------------------------


def _half_a_time_box(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    box = area.time_box or TimeBox()
    left = a(draw, (None, TimeBox(starts=box.starts), TimeBox(ends=box.ends)))
    return replaced(collab, area, attrs.evolve(area, time_box=left))


def _years_only(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    box = area.time_box or TimeBox()
    years = TimeBox(starts=_year(box.starts), ends=_year(box.ends))
    return replaced(collab, area, attrs.evolve(area, time_box=years))


def _year(day: PartialDate | None) -> PartialDate | None:
    return None if day is None else PartialDate(when=day.when[:4], about=day.about)


def _time_ran_out(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _ending(draw, collab, at, days_before(draw, at))


def _time_runs_out_today(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _ending(draw, collab, at, at)


def _ending(draw: st.DrawFn, collab: Collaboration, at: dt.date, last: dt.date) -> Collaboration:
    """Let an open area's time end on a day, with nobody to close it."""
    area = open_area(draw, collab, at)
    box = TimeBox(starts=PartialDate.on(days_before(draw, last)), ends=PartialDate.on(last))
    return replaced(collab, area, attrs.evolve(area, time_box=box, closed_on=None))


# --- what is written down ----------------------------------------------------------------------


def _without_grounds(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    return replaced(collab, area, attrs.evolve(area, grounds=()))


def _one_bare_ground(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    ground = Ground(kind=draw(st.sampled_from(GroundKind)))
    return replaced(collab, area, attrs.evolve(area, grounds=(ground,)))


def _half_a_charter(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    return replaced(collab, area, attrs.evolve(area, **_cleared(draw, _CHARTER)))


def _charter_in_a_word(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    brief: dict[str, Any] = dict.fromkeys(_CHARTER, draw(texts()))
    return replaced(collab, area, attrs.evolve(area, **brief))


def _perspective_forgotten(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    seen = area.perspectives or ChildPerspectives()
    left = a(draw, (None, attrs.evolve(seen, **_cleared(draw, _PERSPECTIVES))))
    return replaced(collab, area, attrs.evolve(area, perspectives=left))


def _perspectives_in_a_word(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    brief: dict[str, Any] = dict.fromkeys(_PERSPECTIVES, draw(texts()))
    return replaced(collab, area, attrs.evolve(area, perspectives=ChildPerspectives(**brief)))


def _cleared(draw: st.DrawFn, names: tuple[str, ...]) -> dict[str, Any]:
    """Choose one or more members to leave out."""
    return dict.fromkeys(draw(st.lists(st.sampled_from(names), min_size=1, unique=True)))


# --- who does the work -------------------------------------------------------------------------


def _without_group(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    return replaced(collab, area, attrs.evolve(area, working_group=None))


def _group_by_another_name(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    group = _working_group(collab, a(draw, collab.focus_areas))
    kind = a(draw, (BodyKind.COLLABORATION_GROUP, BodyKind.KEY_GROUP, BodyKind.NETWORK))
    return replaced(collab, group, attrs.evolve(group, kind=kind))


def _without_coordinator(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    return replaced(collab, area, attrs.evolve(area, coordinators=()))


def _one_coordinator(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    area = a(draw, collab.focus_areas)
    only = a(draw, area.coordinators)
    return replaced(collab, area, attrs.evolve(area, coordinators=(only,)))


def _seat_by_chance(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    others = tuple(body.id for body in collab.bodies if body.kind is not BodyKind.STEERING_GROUP)
    wrong: tuple[dict[str, Any], ...] = (
        {"competence": None},
        {"appointed_by": a(draw, (None, *others))},
        {"competence": None, "appointed_by": None},
    )
    group = _working_group(collab, a(draw, collab.focus_areas))
    seat = a(draw, group.seats)
    return _seating(collab, group, seat, attrs.evolve(seat, **a(draw, wrong)))


def _appointed_by_former_steering_group(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    steering = next(
        body
        for body in collab.bodies
        if body.kind is BodyKind.STEERING_GROUP and in_force(body.period, at)
    )
    former = attrs.evolve(
        steering,
        id=BodyId(unused_id(collab, steering.id)),
        period=Period(last_day=days_before(draw, at)),
    )
    group = _working_group(collab, a(draw, collab.focus_areas))
    seat = a(draw, group.seats)
    changed = attrs.evolve(seat, appointed_by=former.id, competence=draw(texts()))
    return added(_seating(collab, group, seat, changed), former)


def _seating(collab: Collaboration, group: Body, old: Seat, new: Seat) -> Collaboration:
    seats = tuple(new if seat is old else seat for seat in group.seats)
    return replaced(collab, group, attrs.evolve(group, seats=seats))


def _one_group_for_two(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, area, other = _two_areas(draw, collab, at)
    return replaced(collab, area, attrs.evolve(area, working_group=other.working_group))


def _same_people_in_two_groups(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    collab, area, other = _two_areas(draw, collab, at)
    group = _working_group(collab, area)
    seats = _working_group(collab, other).seats
    return replaced(collab, group, attrs.evolve(group, seats=seats))


def _two_areas(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> tuple[Collaboration, FocusArea, FocusArea]:
    """Choose two focus areas; where there is but one, put another beside it first."""
    if len(collab.focus_areas) == 1:
        collab = _beside(collab, collab.focus_areas[0], (at, at))
    area, other = draw(st.permutations(collab.focus_areas))[:2]
    return collab, area, other


def _working_group(collab: Collaboration, area: FocusArea) -> Body:
    return next(body for body in collab.bodies if body.id == area.working_group)


BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "FOC001": _over_the_limit,
        "FOC002": _without_grounds,
        "FOC003": _half_a_time_box,
        "FOC004": _time_ran_out,
        "FOC005": _without_group,
        "FOC006": _without_coordinator,
        "FOC007": _half_a_charter,
        "FOC008": _perspective_forgotten,
        "FOC009": _seat_by_chance,
        "FOC010": _one_group_for_two,
    }
)

NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "FOC001": _next_opens_when_one_has_closed,
        "FOC002": _one_bare_ground,
        "FOC003": _years_only,
        "FOC004": _time_runs_out_today,
        "FOC005": _group_by_another_name,
        "FOC006": _one_coordinator,
        "FOC007": _charter_in_a_word,
        "FOC008": _perspectives_in_a_word,
        "FOC009": _appointed_by_former_steering_group,
        "FOC010": _same_people_in_two_groups,
    }
)
