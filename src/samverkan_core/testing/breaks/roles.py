"""How rules about roles and target groups are broken: a vacancy, a level, a member left out."""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.common import Resolution
from samverkan_core.model.focus_area import Condition, TargetGroup
from samverkan_core.model.role import Level, Role, RoleFunction, RoleKind
from samverkan_core.testing.breaks.bodies import days_after, days_before, unused_id
from samverkan_core.testing.breaks.leaving import let_go
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.lawful.follow_ups import term_ends
from samverkan_core.testing.texts import texts
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import RoleId, TargetGroupId
from samverkan_core.values.time import PartialDate, Period, in_force

__all__ = ["BREAKING", "NEAR_MISS"]

_PROJECT_LEADERS = (RoleFunction.PROJECT_LEADER, RoleFunction.MAIN_PROJECT_LEADER)


# --- target groups -----------------------------------------------------------------------------


def _no_target_group(_: st.DrawFn, collab: Collaboration, __: dt.date) -> Collaboration:
    return attrs.evolve(_for_no_target_group(collab), target_groups=())


def _no_area_names_target_group(_: st.DrawFn, collab: Collaboration, __: dt.date) -> Collaboration:
    groups = tuple(attrs.evolve(group, name="–", synonyms=()) for group in collab.target_groups)
    return attrs.evolve(_for_no_target_group(collab), target_groups=groups)


def _for_no_target_group(collab: Collaboration) -> Collaboration:
    """Let nothing name a target group."""
    named = [name for name, cls in COLLECTIONS.items() if "target_group" in attrs.fields_dict(cls)]
    changed: dict[str, Any] = {
        name: tuple(attrs.evolve(thing, target_group=None) for thing in getattr(collab, name))
        for name in named
    }
    return attrs.evolve(collab, **changed)


def _target_group_with(**members: object) -> Edit:
    changed: dict[str, Any] = members

    def edit(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
        group = a(draw, collab.target_groups)
        return replaced(collab, group, attrs.evolve(group, **changed))

    return edit


def _one_condition(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    group = a(draw, collab.target_groups)
    others = (only for only in Condition if group.conditions != (only,))
    return replaced(collab, group, attrs.evolve(group, conditions=(a(draw, others),)))


def _of_one_year(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    """Add a target group that says no more than it must: one age, one condition, the parents."""
    bands = tuple(group.ages for group in collab.target_groups if group.ages is not None)
    age = a(draw, a(draw, bands).ages())
    least = TargetGroup(
        id=TargetGroupId(unused_id(collab, "målgrupp")),
        name=draw(texts()),
        ages=AgeBand(from_age=age, to_age=age),
        conditions=(a(draw, Condition),),
        includes_parents=True,
    )
    return added(collab, least)


# --- permanent functions -----------------------------------------------------------------------


def _vacant(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    role = a(draw, (role for role in _permanent(collab) if in_force(role.period, at)))
    return _vacated(draw, collab, role, at)


def _vacated(draw: st.DrawFn, collab: Collaboration, role: Role, at: dt.date) -> Collaboration:
    collab = let_go(collab, role.id)
    for holding in _holdings(collab, role, at):
        last = days_before(draw, at)
        first = min(holding.period.first_day or last, last)
        empty = Absence(kind=AbsenceKind.VACANT, period=Period(first_day=at))
        away = (
            attrs.evolve(holding, period=Period(first_day=first, last_day=last)),
            attrs.evolve(holding, period=Period(first_day=days_after(draw, at))),
            attrs.evolve(holding, absences=(*holding.absences, empty)),
        )
        collab = replaced(collab, holding, a(draw, away))
    return collab


def _only_just_held(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    role = a(draw, (role for role in _permanent(collab) if in_force(role.period, at)))
    for holding in _holdings(collab, role, at):
        on_leave = Absence(kind=AbsenceKind.ABSENT, period=Period(first_day=at, last_day=at))
        last = attrs.evolve(holding.period, last_day=at)
        first = attrs.evolve(holding.period, first_day=at)
        there = attrs.evolve(
            holding, period=a(draw, (last, first)), absences=(*holding.absences, on_leave)
        )
        collab = replaced(collab, holding, there)
    return collab


def _abolished(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    role = a(draw, _permanent(collab))
    over = attrs.evolve(role, period=Period(last_day=at - dt.timedelta(days=1)))
    return replaced(_vacated(draw, collab, role, at), role, over)


def _held_or_abolished(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return a(draw, (_only_just_held, _abolished))(draw, collab, at)


def _without_duties(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    role = a(draw, _permanent(collab))
    return replaced(collab, role, attrs.evolve(role, duties=()))


def _one_duty(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    one = (draw(texts()),)
    return _roles(
        collab, (attrs.evolve(role, duties=one if role.permanent else ()) for role in collab.roles)
    )


# --- projects and levels -----------------------------------------------------------------------


def _project_without_leader(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    ends = PartialDate.on(days_after(draw, term_ends(at)))
    project = LifecycleEntry(stage=Stage.PROJECT, planned_end=ends)
    return attrs.evolve(_leaderless(collab), lifecycle=(*collab.lifecycle[:-1], project))


def _project_with_one_leader(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    leader = Role(
        id=RoleId(unused_id(collab, "projektledare")),
        name=draw(texts()),
        kind=a(draw, RoleKind),
        function=a(draw, _PROJECT_LEADERS),
    )
    return added(_project_without_leader(draw, collab, at), leader)


def _no_longer_project(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    decided = LifecycleEntry(stage=Stage.PERMANENT, decision=Resolution(summary=draw(texts())))
    return attrs.evolve(_leaderless(collab), lifecycle=(*collab.lifecycle, decided))


def _led_or_no_project(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return a(draw, (_project_with_one_leader, _no_longer_project))(draw, collab, at)


def _leaderless(collab: Collaboration) -> Collaboration:
    return _roles(
        collab,
        (
            attrs.evolve(role, function=None) if role.function in _PROJECT_LEADERS else role
            for role in collab.roles
        ),
    )


def _level_lost(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    lost = draw(st.sets(st.sampled_from(Level), min_size=1))
    return _roles(
        collab,
        (attrs.evolve(role, level=None) if role.level in lost else role for role in collab.roles),
    )


def _one_on_each_level(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    kept = {a(draw, (role for role in collab.roles if role.level is level)).id for level in Level}
    return _roles(
        collab,
        (role if role.id in kept else attrs.evolve(role, level=None) for role in collab.roles),
    )


# --- what the edits share ----------------------------------------------------------------------


def _permanent(collab: Collaboration) -> tuple[Role, ...]:
    return tuple(role for role in collab.roles if role.permanent)


def _holdings(collab: Collaboration, role: Role, at: dt.date) -> tuple[Appointment, ...]:
    return tuple(
        appointment
        for appointment in collab.appointments
        if appointment.office == str(role.id) and appointment.period.holds_on(at)
    )


def _roles(collab: Collaboration, roles: Iterable[Role]) -> Collaboration:
    return attrs.evolve(collab, roles=tuple(roles))


BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "ROL001": _vacant,
        "ROL002": _project_without_leader,
        "ROL003": _without_duties,
        "ROL004": _level_lost,
        "TGT001": _no_target_group,
        "TGT002": _target_group_with(ages=None),
        "TGT003": _target_group_with(conditions=()),
        "TGT004": _target_group_with(includes_parents=False),
    }
)

NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "ROL001": _held_or_abolished,
        "ROL002": _led_or_no_project,
        "ROL003": _one_duty,
        "ROL004": _one_on_each_level,
        "TGT001": _no_area_names_target_group,
        "TGT002": _of_one_year,
        "TGT003": _one_condition,
        "TGT004": _of_one_year,
    }
)
