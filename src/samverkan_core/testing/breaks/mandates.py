"""How the rules about mandates are broken: a wrong holder, a step too far, a word too much."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.model.appointment import Absence, AbsenceKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    Power,
    Scope,
)
from samverkan_core.model.person import Person
from samverkan_core.model.role import RoleKind
from samverkan_core.testing.breaks.bodies import days_after, days_before, unused_id
from samverkan_core.testing.breaks.holdings import (
    a_board,
    a_body,
    a_person,
    an_office,
    appointed,
    around,
    in_service,
    mandate,
    over,
)
from samverkan_core.testing.edit import Edit, a, added
from samverkan_core.testing.texts import texts
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import HolderId, MatterId, PersonId
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

__all__ = ["BREAKING", "NEAR_MISS"]

_DAY = dt.timedelta(days=1)
#: Powers that the law lets anybody be given.
_QUIET = (Power.PREPARE, Power.COORDINATE, Power.GIVE_OPINION)


# --- wider than its parent ---------------------------------------------------------------------


def _wider(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a child go beyond its parent in one thing or in several."""
    beyond = draw(st.sets(st.sampled_from((_more_powers, _wider_scope, _longer)), min_size=1))
    collab, given, taken = _two_that_agree(draw, collab, at)
    for change in sorted(beyond, key=lambda one: one.__name__):
        given, taken = change(draw, given, taken)
    return added(collab, given, taken)


def _exactly_as_wide(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a child reach right to the limits of its parent, and end with it."""
    collab, given, taken = _two_that_agree(draw, collab, at)
    last = days_after(draw, at)
    longer = {"period": attrs.evolve(taken.period, last_day=last + _DAY)}
    unending = {"period": attrs.evolve(taken.period, last_day=None)}
    ends: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
        ({}, {}),
        ({"scope": Scope()}, {"scope": None}),
        ({"period": attrs.evolve(taken.period, last_day=last)}, {"revoked_from": last + _DAY}),
        (longer, longer | {"revoked_from": last + _DAY}),
        (unending | {"revoked_from": last}, longer | {"revoked_from": last}),
    )
    above, below = a(draw, ends)
    given = attrs.evolve(given, **above)
    return added(collab, given, attrs.evolve(taken, **{"period": given.period, **below}))


def _two_that_agree(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> tuple[Collaboration, Mandate, Mandate]:
    """Draw a mandate and one that is delegated from it, as wide and as long."""
    giver, heir = in_service(collab, at, RoleKind.EMPLOYEE)[:2]
    group = Matter(id=MatterId(unused_id(collab, "ärendegrupp")), name=draw(texts()))
    part = MatterId(unused_id(added(collab, group), "ärendegrupp"))
    collab = added(collab, group, attrs.evolve(group, id=part, part_of=group.id))
    scope = Scope(
        matters=(group.id,),
        bodies=(a(draw, collab.bodies).id,),
        ages=AgeBand(from_age=draw(st.integers(1, 6)), to_age=draw(st.integers(6, 20))),
    )
    shared: dict[str, Any] = {"period": around(draw, at), "powers": _QUIET[:2]}
    given = mandate(draw, collab, at, by=a_board(draw, collab), to=(giver,), scope=scope, **shared)
    own = attrs.evolve(scope, matters=(a(draw, (group.id, part)),))
    taken = mandate(
        draw, added(collab, given), at, by=giver, to=(heir,), parent=given.id, scope=own, **shared
    )
    return collab, attrs.evolve(given, may_delegate=True), taken


_Two = tuple[Mandate, Mandate]


def _more_powers(draw: st.DrawFn, given: Mandate, taken: Mandate) -> _Two:
    other = a(draw, (Power.GIVE_OPINION, Power.INFORM, Power.FOLLOW_UP))
    return given, attrs.evolve(taken, powers=a(draw, ((*taken.powers, other), (other,))))


def _wider_scope(draw: st.DrawFn, given: Mandate, taken: Mandate) -> _Two:
    """Leave open what the parent limits, or reach one year further than it."""
    scope = given.scope
    assert scope is not None  # noqa: S101 - both were drawn with one
    assert scope.ages is not None  # noqa: S101 - and it limits the ages
    older = AgeBand(from_age=scope.ages.from_age, to_age=scope.ages.to_age + 1)
    younger = AgeBand(from_age=scope.ages.from_age - 1, to_age=scope.ages.to_age)
    wider = (
        None,
        attrs.evolve(scope, matters=None),
        attrs.evolve(scope, bodies=None),
        attrs.evolve(scope, ages=None),
        attrs.evolve(scope, ages=older),
        attrs.evolve(scope, ages=younger),
    )
    return given, attrs.evolve(taken, scope=a(draw, wider))


def _longer(draw: st.DrawFn, given: Mandate, taken: Mandate) -> _Two:
    """Let the child hold one day before or after its parent, or after that was revoked."""
    first, last = taken.period.first_day, taken.period.last_day
    assert first is not None  # noqa: S101 - every mandate that is drawn has one
    earlier = attrs.evolve(taken, period=attrs.evolve(taken.period, first_day=first - _DAY))
    if last is None:
        until = days_after(draw, first)
        ended = attrs.evolve(given, period=attrs.evolve(given.period, last_day=until))
        revoked = attrs.evolve(given, revoked_from=until)
        return a(draw, ((given, earlier), (ended, taken), (revoked, taken)))
    later = attrs.evolve(taken, period=attrs.evolve(taken.period, last_day=last + _DAY))
    return given, a(draw, (earlier, later))


# --- held by nobody ----------------------------------------------------------------------------


def _held_by_nobody(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return a(draw, (_office_empty, _body_gone, _ordinary_in_service))(draw, collab, at)


def _held_for_a_day(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    ways = (_office_held, _body_ends_today, _substitute_there, _no_longer_in_force)
    return a(draw, ways)(draw, collab, at)


def _task(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, holder: str, **members: object
) -> Collaboration:
    """Let a board give somebody something to do."""
    told: dict[str, Any] = {"kind": MandateKind.ASSIGNMENT, "powers": (a(draw, _QUIET),), **members}
    by = a_board(draw, collab)
    return added(collab, mandate(draw, collab, at, by=by, to=(holder,), **told))


def _office_empty(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Give something to do to an office whose holder has left, is to come or does not serve."""
    away = (AbsenceKind.VACANT, AbsenceKind.DISQUALIFIED)
    absence = Absence(kind=a(draw, away), period=around(draw, at))
    terms: tuple[dict[str, Any], ...] = (
        {"period": over(draw, at)},
        {"period": Period(first_day=days_after(draw, at))},
        {"period": Period(first_day=days_before(draw, at)), "absences": (absence,)},
    )
    # Somebody who also serves elsewhere would not be out of office.
    newcomer = Person(id=PersonId(unused_id(collab, "person")))
    return _with_office(draw, added(collab, newcomer), at, person=newcomer.id, **a(draw, terms))


def _office_held(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Give something to do to an office held on this day, be it by somebody on leave."""
    on_leave = Absence(kind=AbsenceKind.ABSENT, period=around(draw, at))
    back = Absence(kind=AbsenceKind.VACANT, period=Period(last_day=at - _DAY))
    absences = a(draw, ((), (on_leave,), (back,)))
    return _with_office(draw, collab, at, period=around(draw, at), absences=absences)


def _with_office(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, *, period: Period, **members: object
) -> Collaboration:
    role = an_office(draw, collab, a(draw, RoleKind))
    collab = added(collab, role)
    collab = added(collab, appointed(draw, collab, role.id, period, **members))
    return _task(draw, collab, at, role.id)


def _body_gone(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Give something to do to a body that is over or to come."""
    away = (over(draw, at), Period(first_day=days_after(draw, at)))
    return _with_body(draw, collab, at, a(draw, away))


def _body_ends_today(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _with_body(draw, collab, at, Period(last_day=at))


def _with_body(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, period: Period
) -> Collaboration:
    body = a_body(draw, collab, a(draw, (BodyKind.KEY_GROUP, BodyKind.COMMITTEE)), period)
    return _task(draw, added(collab, body), at, body.id)


def _ordinary_in_service(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Give something to do to an office whose only holder stands in for somebody who is there."""
    ordinary = a(draw, in_service(collab, at, RoleKind.EMPLOYEE))
    held = next(
        one
        for one in collab.appointments
        if str(one.office) == ordinary and one.period.holds_on(at)
    )
    stands_in = {"standing_in_for": held.id}
    return _with_office(draw, collab, at, period=around(draw, at), **stands_in)


def _substitute_there(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Give something to do to an office that is empty, with a substitute who is there."""
    role = an_office(draw, collab, a(draw, RoleKind))
    collab = added(collab, role)
    term = a(draw, (over(draw, at), Period(first_day=days_after(draw, at))))
    collab = added(collab, appointed(draw, collab, role.id, term))
    substitute = a(draw, in_service(collab, at, RoleKind.EMPLOYEE))
    return _task(draw, collab, at, role.id, substitutes=(substitute,))


def _no_longer_in_force(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let what nobody holds be over since yesterday, revoked from today, or begin tomorrow."""
    body = a_body(draw, collab, BodyKind.KEY_GROUP, over(draw, at))
    return _task(draw, added(collab, body), at, body.id, **a(draw, _not_today(draw, at)))


def _not_today(draw: st.DrawFn, at: dt.date) -> tuple[dict[str, Any], ...]:
    """Give what lets a mandate not hold on the day."""
    first = days_before(draw, at)
    return (
        {"period": Period(first_day=first, last_day=at - _DAY)},
        {"period": Period(first_day=first), "revoked_from": at},
        {"period": Period(first_day=at + _DAY)},
    )


# --- bound to a person -------------------------------------------------------------------------


def _bound_to_person(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Give something to do to a named person, or name one as a substitute."""
    person = a_person(draw, collab)
    office = a(draw, in_service(collab, at, RoleKind.EMPLOYEE))
    agreed = Basis(kind=BasisKind.AGREEMENT, document=a(draw, collab.documents).id)
    basis = a(draw, (None, Basis(kind=BasisKind.POLITICAL_DECISION), agreed))
    named: tuple[dict[str, Any], ...] = (
        {"holder": person},
        {"holder": office, "substitutes": (HolderId(person),)},
    )
    return _task(draw, collab, at, basis=basis, **a(draw, named))


def _bound_by_law_or_by_office(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    """Name a person where a law calls for one, or the office that the person holds."""
    if draw(st.booleans()):
        return _with_office(draw, collab, at, period=around(draw, at))
    person = a_person(draw, collab)
    provision = Source(kind=SourceKind.LAW, ref="27 §", title=_LVU)
    basis = Basis(kind=BasisKind.LAW, provision=a(draw, (None, provision)))
    substitutes = a(draw, ((), (HolderId(a_person(draw, collab)),)))
    members: dict[str, Any] = {"kind": MandateKind.BY_LAW, "powers": (Power.DECIDE,)}
    return _task(draw, collab, at, person, basis=basis, substitutes=substitutes, **members)


#: The law that lets a board name the member who decides in a hurry.
_LVU = "lagen (1990:52) med särskilda bestämmelser om vård av unga"


# --- its giver has ended -----------------------------------------------------------------------


def _giver_ended(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let the body that gave a mandate be over; who follows has not taken it over, or is not there.

    Nobody follows it, or without a decision, or one whose own time is over or to come.
    """
    by_decision = {"decided_by": Resolution(body=None, summary=draw(texts()))}
    heirs: tuple[dict[str, Any] | None, ...] = (
        None,
        {},
        by_decision | {"period": over(draw, at)},
        by_decision | {"period": Period(first_day=days_after(draw, at))},
    )
    return _with_giver(draw, collab, at, over(draw, at), heir=a(draw, heirs))


def _giver_ends_today_or_has_an_heir(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    """Let a giver end today, an heir begin today, or the mandate end before the giver did."""
    heir = {"decided_by": Resolution(), "period": a(draw, (None, around(draw, at)))}
    gone = over(draw, at)
    ways: tuple[tuple[Period, dict[str, Any] | None, dict[str, Any]], ...] = (
        (Period(last_day=at), None, {}),
        (gone, heir, {}),
        (gone, None, a(draw, _not_today(draw, at))),
    )
    days, follower, members = a(draw, ways)
    return _with_giver(draw, collab, at, days, heir=follower, **members)


def _with_giver(
    draw: st.DrawFn,
    collab: Collaboration,
    at: dt.date,
    days: Period,
    *,
    heir: dict[str, Any] | None,
    **members: object,
) -> Collaboration:
    """Put in a body that gave something to do, and perhaps one that took its place."""
    kind = a(draw, (BodyKind.COMMITTEE, BodyKind.BOARD, BodyKind.KEY_GROUP))
    giver = a_body(draw, collab, kind, days)
    collab = added(collab, giver)
    if heir is not None:
        follower: Body = attrs.evolve(a_body(draw, collab, kind), succeeds=(giver.id,), **heir)
        collab = added(collab, follower)
    told: dict[str, Any] = {"kind": MandateKind.ASSIGNMENT, "powers": (a(draw, _QUIET),), **members}
    to = (a(draw, in_service(collab, at, RoleKind.EMPLOYEE)),)
    return added(collab, mandate(draw, collab, at, by=giver.id, to=to, **told))


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "MAN004": _wider,
        "MAN005": _held_by_nobody,
        "MAN006": _bound_to_person,
        "MAN007": _giver_ended,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "MAN004": _exactly_as_wide,
        "MAN005": _held_for_a_day,
        "MAN006": _bound_by_law_or_by_office,
        "MAN007": _giver_ends_today_or_has_an_heir,
    }
)
