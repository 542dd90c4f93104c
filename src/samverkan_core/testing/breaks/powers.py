"""How the rules about powers are broken: two lines that clash, a power that nobody has."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs
from hypothesis import strategies as st

from samverkan_core.model.body import BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.mandate import Mandate, MandateKind, Matter, Power, Scope
from samverkan_core.model.role import RoleKind
from samverkan_core.testing.breaks.bodies import days_before, unused_id
from samverkan_core.testing.breaks.holdings import a_board, a_body, in_service, mandate
from samverkan_core.testing.edit import Edit, a, added
from samverkan_core.testing.texts import texts
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import MatterId
from samverkan_core.values.time import Period, in_force

__all__ = ["BREAKING", "NEAR_MISS"]

_DAY = dt.timedelta(days=1)
_OVER_AN_AREA = (Power.COORDINATE, Power.LEAD)
_OF_A_STEERING_GROUP = (Power.LEAD, Power.DEVELOP, Power.AGREE)

#: What one line of a delegation order says, and what another says.
_Two: TypeAlias = tuple[dict[str, Any], dict[str, Any]]


# --- two lines that clash ----------------------------------------------------------------------


def _clash(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a board give some offices the same right twice, in two ways."""
    collab, scopes = _scopes(draw, collab)
    return _lines(draw, collab, at, a(draw, scopes), ({}, {}))


def _read_together(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let two lines differ that are about different things, or of which one is an exception."""
    collab, scopes = _scopes(draw, collab)
    same = a(draw, scopes)
    collab, apart = _apart(draw, collab)
    ways: tuple[tuple[_Two, _Two], ...] = (
        (apart, ({}, {})),
        (same, ({"urgent_only": True}, {})),
        (same, ({}, a(draw, _not_today(at)))),
    )
    scope, terms = a(draw, ways)
    return _lines(draw, collab, at, scope, terms)


def _lines(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, scopes: _Two, terms: _Two
) -> Collaboration:
    """Put in two lines that differ in one thing or in several, by a board to the same offices."""
    way = a(draw, (_one_may_delegate, _one_has_conditions, _one_is_joint))
    collab, holders, differing = way(draw, collab, at)
    board = a_board(draw, collab)
    whole = Period(first_day=days_before(draw, at))
    above = mandate(draw, collab, at, by=None, to=(board,), period=whole, may_delegate=True)
    collab = added(collab, attrs.evolve(above, kind=MandateKind.ASSIGNMENT))
    order = a(draw, ((0, 1), (1, 0)))
    for side in order:
        told = {"period": whole, **differing[side], **scopes[side], **terms[side]}
        line = mandate(draw, collab, at, by=board, to=holders, parent=above.id, **told)
        collab = added(collab, line)
    return collab


_Differing: TypeAlias = tuple[Collaboration, tuple[str, ...], _Two]


def _one_may_delegate(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> _Differing:
    heads = in_service(collab, at, RoleKind.EMPLOYEE, RoleKind.HEAD_OF_ADMINISTRATION)
    return collab, (a(draw, heads),), ({"may_delegate": True}, {})


def _one_has_conditions(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> _Differing:
    one, other = "högst 50 000 kronor", "efter samråd med styrgruppen"
    holder = a(draw, in_service(collab, at, RoleKind.EMPLOYEE))
    pairs = (((one,), ()), ((one,), (other,)), ((one, other), (other,)))
    first, second = a(draw, pairs)
    return collab, (holder,), ({"conditions": first}, {"conditions": second})


def _one_is_joint(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> _Differing:
    """Let two committees decide together by one line, and each alone by the other."""
    bodies: tuple[str, ...] = ()
    for kind in (BodyKind.COMMITTEE, BodyKind.PRESIDIUM):
        body = a_body(draw, collab, kind)
        collab, bodies = added(collab, body), (*bodies, body.id)
    return collab, bodies, ({"jointly": True}, {})


def _scopes(draw: st.DrawFn, collab: Collaboration) -> tuple[Collaboration, tuple[_Two, ...]]:
    """Give scopes that have something in common of which neither is an exception to the other."""
    collab, (group, part, other) = _matters(draw, collab)
    youngest, older = AgeBand(from_age=0, to_age=12), AgeBand(from_age=12, to_age=20)
    return collab, (
        ({}, {}),
        ({"scope": Scope()}, {"scope": None}),
        _over((group,), (group,)),
        _over((group, other), (other,), more=AgeBand(from_age=6, to_age=6)),
        _over((part, other), (group,)),
        ({"scope": Scope(ages=youngest)}, {"scope": Scope(ages=older)}),
    )


def _apart(draw: st.DrawFn, collab: Collaboration) -> tuple[Collaboration, _Two]:
    """Give scopes without anything in common, or one within the other."""
    collab, (group, part, other) = _matters(draw, collab)
    child, youth = AgeBand(from_age=0, to_age=12), AgeBand(from_age=13, to_age=20)
    apart: tuple[_Two, ...] = (
        _over((group,), (other,)),
        _over((part,), (other,)),
        _over((group,), (part,)),
        _over((group, other), (other,)),
        ({}, _over((part,), ())[0]),
        ({"scope": Scope(ages=child)}, {"scope": Scope(ages=youth)}),
    )
    return collab, a(draw, apart)


def _over(
    first: tuple[MatterId, ...], second: tuple[MatterId, ...], more: AgeBand | None = None
) -> _Two:
    """Give scopes of some matters; with ages, the first is for those only."""
    return {"scope": Scope(matters=first, ages=more)}, {"scope": Scope(matters=second or None)}


def _matters(
    draw: st.DrawFn, collab: Collaboration
) -> tuple[Collaboration, tuple[MatterId, MatterId, MatterId]]:
    """Put in a group of matters, a matter that is part of it, and another one."""
    group = Matter(id=MatterId(unused_id(collab, "ärendegrupp")), name=draw(texts()))
    collab = added(collab, group)
    part = attrs.evolve(group, id=MatterId(unused_id(collab, "ärende")), part_of=group.id)
    collab = added(collab, part)
    other = attrs.evolve(group, id=MatterId(unused_id(collab, "ärendegrupp")))
    return added(collab, other), (group.id, part.id, other.id)


def _not_today(at: dt.date) -> tuple[dict[str, Any], ...]:
    """Give what lets a mandate not hold on the day, though it did the day before or will soon."""
    yesterday = Period(first_day=at - _DAY, last_day=at - _DAY)
    return ({"period": yesterday}, {"revoked_from": at}, {"period": Period(first_day=at + _DAY)})


# --- a focus area that nobody leads ------------------------------------------------------------


def _nobody_leads(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Take a power over focus areas from all who have it; perhaps some have it on another day."""
    lost = draw(st.sets(st.sampled_from(_OVER_AN_AREA), min_size=1))
    collab = _without(collab, lost, _leaders(collab))
    if draw(st.booleans()):
        return collab
    return _given(draw, collab, at, _function(draw, collab, at), lost, **a(draw, _not_today(at)))


def _led_for_a_day(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let each focus area that is open be led by this day only, each power by a mandate alone."""
    collab = _without(collab, _OVER_AN_AREA, _leaders(collab))
    for area in tuple(area for area in collab.focus_areas if area.active_on(at)):
        for power in _OVER_AN_AREA:
            today = {
                "period": Period(first_day=at, last_day=at),
                "scope": _part(draw, collab, area),
            }
            leader = _leader(draw, collab, at, area)
            collab = _given(draw, collab, at, leader, (power,), **today)
    return collab


def _leaders(collab: Collaboration) -> set[str]:
    """Give the permanent functions, and the coordinators of all focus areas."""
    functions = {str(role.id) for role in collab.roles if role.permanent}
    return functions.union(*(area.coordinators for area in collab.focus_areas))


def _function(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> str:
    """Choose a permanent function that exists and is held on the day."""
    there = set(map(str, in_service(collab, at, RoleKind.EMPLOYEE)))
    return a(draw, (str(role.id) for role in collab.roles if role.permanent and role.id in there))


def _leader(draw: st.DrawFn, collab: Collaboration, at: dt.date, area: FocusArea) -> str:
    """Choose a coordinator of an area who is in service, or a permanent function."""
    there = set(map(str, in_service(collab, at, *RoleKind)))
    own = tuple(str(id_) for id_ in area.coordinators if id_ in there)
    return a(draw, (_function(draw, collab, at), *own))


def _part(draw: st.DrawFn, collab: Collaboration, area: FocusArea) -> Scope | None:
    """Draw a scope that reaches an area: all of it, its working group, or one of its ages."""
    groups = {group.id: group.ages for group in collab.target_groups}
    ages = groups.get(area.target_group) if area.target_group is not None else None
    year = None if ages is None else AgeBand(from_age=ages.to_age, to_age=ages.to_age + 1)
    bodies = None if area.working_group is None else (area.working_group,)
    named = Scope(focus_areas=(area.id,))
    return a(draw, (None, named, Scope(bodies=bodies), attrs.evolve(named, ages=year)))


# --- a steering group without its task ---------------------------------------------------------


def _steering_without_task(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Take a power from the steering group; perhaps it has it on another day."""
    lost = draw(st.sets(st.sampled_from(_OF_A_STEERING_GROUP), min_size=1))
    group = _steering_group(collab, at)
    collab = _without(collab, lost, {group})
    if draw(st.booleans()):
        return collab
    return _given(draw, collab, at, group, lost, **a(draw, _not_today(at)))


def _task_for_a_day(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let the steering group have each power by this day only, by a mandate alone."""
    group = _steering_group(collab, at)
    collab = _without(collab, _OF_A_STEERING_GROUP, {group})
    ages = Scope(ages=AgeBand(from_age=0, to_age=20))
    for power in _OF_A_STEERING_GROUP:
        today = {"period": Period(first_day=at, last_day=at), "scope": a(draw, (None, ages))}
        collab = _given(draw, collab, at, group, (power,), **today)
    return collab


def _steering_group(collab: Collaboration, at: dt.date) -> str:
    steering = (body for body in collab.bodies if body.kind is BodyKind.STEERING_GROUP)
    return next(str(body.id) for body in steering if in_force(body.period, at))


# --- what both families share ------------------------------------------------------------------


def _without(
    collab: Collaboration, lost: Collection[Power], holders: Collection[str]
) -> Collaboration:
    """Take powers out of all mandates of some holders; one that has no other lets them inform."""

    def left(one: Mandate) -> Mandate:
        if not set(holders).intersection(one.granted_to):
            return one
        powers = tuple(power for power in one.powers if power not in lost)
        return attrs.evolve(one, powers=powers or (Power.INFORM,))

    return attrs.evolve(collab, mandates=tuple(map(left, collab.mandates)))


def _given(
    draw: st.DrawFn,
    collab: Collaboration,
    at: dt.date,
    to: str,
    powers: Iterable[Power],
    **members: object,
) -> Collaboration:
    """Give somebody something to do."""
    told: dict[str, Any] = {
        "kind": MandateKind.ASSIGNMENT,
        "powers": tuple(sorted(powers, key=_code)),
    }
    return added(collab, mandate(draw, collab, at, by=None, to=(to,), **told, **members))


def _code(power: Power) -> str:
    return power.code


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "MAN008": _clash,
        "MAN009": _nobody_leads,
        "MAN010": _steering_without_task,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "MAN008": _read_together,
        "MAN009": _led_for_a_day,
        "MAN010": _task_for_a_day,
    }
)
