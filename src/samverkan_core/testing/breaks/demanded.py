"""How what a local model demands is left out: a kind of actor or body, a function, the ages."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

import attrs
from hypothesis import strategies as st

from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import ELECTED_KINDS, Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import TargetGroup
from samverkan_core.model.role import Role, RoleFunction
from samverkan_core.model.shared_view import RatingSubject
from samverkan_core.testing.breaks.bodies import asked_of, days_after, days_before, unused_id
from samverkan_core.testing.breaks.leaving import let_go
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import ActorId, BodyId, RoleId, TargetGroupId
from samverkan_core.values.time import Period, in_force

__all__ = ["BREAKING", "NEAR_MISS"]

_OLDEST = 130
_LEADING_KINDS = (ActorKind.SCHOOL, ActorKind.SOCIAL_SERVICES)
_PROJECT_LEADERS = (RoleFunction.PROJECT_LEADER, RoleFunction.MAIN_PROJECT_LEADER)

#: What can be demanded, and is there on some days only.
_Demanded: TypeAlias = "Actor | Role | Body"
T = TypeVar("T", bound=_Demanded)


# --- kinds of actor ----------------------------------------------------------------------------


def _kind_of_actor_missing(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    kind = a(draw, asked_of(collab).required_actors)
    # School and social services lead a support group together, so their kind stays theirs.
    other = None if kind in _LEADING_KINDS else _of_another_kind
    return _missing(draw, collab, at, _actors(collab, kind), other)


def _of_another_kind(_: st.DrawFn, actor: Actor) -> Actor:
    return attrs.evolve(actor, kind=ActorKind.OTHER, kind_name="kommunens eget ord")


def _actor_for_one_day(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a part of an actor take over from it, for this one day."""
    actors = _actors(collab, a(draw, asked_of(collab).required_actors))
    actor = a(draw, (actor for actor in actors if in_force(actor.period, at)))
    part = attrs.evolve(
        actor, id=ActorId(unused_id(collab, actor.id)), part_of=actor.id, period=_only(at)
    )
    collab = _without_trust(added(_over(draw, collab, at, actors), part))
    if actor.id not in collab.principals:
        return collab
    before = collab.principals
    # What was agreed before concerns those who were there.
    agreed = (attrs.evolve(one, concerns=one.concerns or before) for one in collab.joint_positions)
    return attrs.evolve(collab, principals=(*before, part.id), joint_positions=tuple(agreed))


def _without_trust(collab: Collaboration) -> Collaboration:
    """Leave out what is rated of trust: nobody has had the time to rate one that has just come."""
    others = (one for one in collab.self_ratings if one.about is not RatingSubject.TRUST)
    return attrs.evolve(collab, self_ratings=tuple(others))


def _actors(collab: Collaboration, kind: ActorKind) -> tuple[Actor, ...]:
    return tuple(actor for actor in collab.actors if actor.kind is kind)


# --- functions ---------------------------------------------------------------------------------


def _function_missing(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    function = a(draw, asked_of(collab).required_functions)
    # Whether a project is led is asked of any day, so a leader only comes and goes.
    other = None if function in _PROJECT_LEADERS else _without_function
    return _missing(draw, collab, at, _roles(collab, function), other)


def _without_function(_: st.DrawFn, role: Role) -> Role:
    return attrs.evolve(role, function=None, function_name=None)


def _role_for_one_day(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    roles = _roles(collab, a(draw, asked_of(collab).required_functions))
    role = a(draw, (role for role in roles if in_force(role.period, at)))
    new_id = RoleId(unused_id(collab, role.id))
    own = attrs.evolve(role, id=new_id, period=_only(at), permanent=False)
    return added(_over(draw, collab, at, roles), own)


def _roles(collab: Collaboration, function: RoleFunction) -> tuple[Role, ...]:
    return tuple(role for role in collab.roles if role.function is function)


# --- kinds of body -----------------------------------------------------------------------------


def _kind_of_body_missing(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    kind = a(draw, asked_of(collab).required_bodies)
    other = _a_committee if kind in ELECTED_KINDS - {BodyKind.BOARD} else None
    return _missing(draw, collab, at, _bodies(collab, kind), other)


def _a_committee(draw: st.DrawFn, body: Body) -> Body:
    kinds = (BodyKind.COMMITTEE, BodyKind.PRESIDIUM)
    return attrs.evolve(body, kind=a(draw, (kind for kind in kinds if kind is not body.kind)))


def _body_for_one_day(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    bodies = _bodies(collab, a(draw, asked_of(collab).required_bodies))
    body = a(draw, (body for body in bodies if in_force(body.period, at)))
    own = attrs.evolve(body, id=BodyId(unused_id(collab, body.id)), period=_only(at))
    return added(_over(draw, collab, at, bodies), own)


def _bodies(collab: Collaboration, kind: BodyKind) -> tuple[Body, ...]:
    return tuple(body for body in collab.bodies if body.kind is kind)


# --- the ages of the local model ---------------------------------------------------------------


def _other_ages(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    for group in _of_the_ages(collab):
        collab = a(draw, _changes(group))(draw, collab, group)
    return collab


_Change: TypeAlias = Callable[[st.DrawFn, Collaboration, TargetGroup], Collaboration]


def _changes(group: TargetGroup) -> tuple[_Change, ...]:
    """Give what other ages a group can have: some of its own, or some of others' beside."""
    (first, last) = _ends(group)
    parted = (_parted,) if first < last else ()
    return (*parted, *((_widened,) if (first, last) != (0, _OLDEST) else ()))


def _parted(draw: st.DrawFn, collab: Collaboration, group: TargetGroup) -> Collaboration:
    """Part a group in two, which together have the ages that it had."""
    first, last = _ends(group)
    cut = draw(st.integers(first, last - 1))
    younger = _for(group, first, cut)
    older = attrs.evolve(_for(group, cut + 1, last), id=TargetGroupId(unused_id(collab, group.id)))
    return added(replaced(collab, group, younger), older)


def _widened(draw: st.DrawFn, collab: Collaboration, group: TargetGroup) -> Collaboration:
    """Let a group have one age more, and let some body be there for it."""
    first, last = _ends(group)
    wider = ((first - 1, last), (first, last + 1))
    youngest, oldest = a(draw, (ends for ends in wider if ends[0] >= 0 and ends[1] <= _OLDEST))
    body = Body(
        id=BodyId(unused_id(collab, "åldersgrupp")),
        name=draw(texts()),
        kind=BodyKind.KEY_GROUP,
        actor=a(draw, collab.actors).id,
        ages=AgeBand(from_age=youngest, to_age=oldest),
    )
    return added(replaced(collab, group, _for(group, youngest, oldest)), body)


def _beside_one_year_less(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    """Let the group that everything refers to lack a year, and another have all of them."""
    group = a(draw, _of_the_ages(collab))
    exact = attrs.evolve(group, id=TargetGroupId(unused_id(collab, group.id)))
    first, last = _ends(group)
    shorter = ((first, max(first, last - 1)), (min(first + 1, last), last))
    return added(replaced(collab, group, _for(group, *a(draw, shorter))), exact)


def _of_the_ages(collab: Collaboration) -> tuple[TargetGroup, ...]:
    wanted = asked_of(collab).target_ages
    assert wanted is not None  # noqa: S101 - such a world names a profile that states ages
    ends = (wanted.from_age, wanted.to_age)
    return tuple(group for group in collab.target_groups if group.ages and _ends(group) == ends)


def _ends(group: TargetGroup) -> tuple[int, int]:
    assert group.ages is not None  # noqa: S101 - the groups of a lawful world state their ages
    return group.ages.from_age, group.ages.to_age


def _for(group: TargetGroup, first: int, last: int) -> TargetGroup:
    return attrs.evolve(group, ages=AgeBand(from_age=first, to_age=last))


# --- what the edits share ----------------------------------------------------------------------


def _missing(
    draw: st.DrawFn,
    collab: Collaboration,
    at: dt.date,
    things: Iterable[T],
    other: Callable[[st.DrawFn, T], T] | None,
) -> Collaboration:
    """Let each of some things be over or to come, or something else than it was."""
    for thing in things:
        collab = let_go(collab, thing.id)
        away = (Period(last_day=days_before(draw, at)), Period(first_day=days_after(draw, at)))
        changed = [_lasting(thing, period) for period in away]
        if other is not None:
            changed.append(other(draw, thing))
        collab = replaced(collab, thing, a(draw, changed))
    return collab


def _over(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, things: Iterable[_Demanded]
) -> Collaboration:
    for thing in things:
        collab = let_go(collab, thing.id)
        collab = replaced(collab, thing, _lasting(thing, Period(last_day=days_before(draw, at))))
    return collab


def _lasting(thing: T, period: Period) -> T:
    changed: dict[str, Any] = {"period": period}
    return attrs.evolve(thing, **changed)


def _only(day: dt.date) -> Period:
    return Period(first_day=day, last_day=day)


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "ACT005": _kind_of_actor_missing,
        "BOD015": _kind_of_body_missing,
        "ROL005": _function_missing,
        "TGT005": _other_ages,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "ACT005": _actor_for_one_day,
        "BOD015": _body_for_one_day,
        "ROL005": _role_for_one_day,
        "TGT005": _beside_one_year_less,
    }
)
