"""A second opinion on the limits of the law: which a chain goes beyond, and what must be told.

Of a limit that somebody has read, a proof cannot stand beyond it. Of one that nobody has read, the
proof says so.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from samverkan_core.authority.proof import RootKind
from samverkan_core.authority.question import Caveat, RefusalCode
from samverkan_core.authority.verify_case import Book, Case, as_cited, holds
from samverkan_core.model.appointment import AppointmentKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.mandate import BasisKind, Mandate, Matter, Power
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.reference.citations import Standing, cited
from samverkan_core.reference.laws import Law, law_at
from samverkan_core.values.source import Source

__all__ = ["reserved_for_the_council", "states_its_caveats"]


@attrs.frozen
class _Limit:
    """A limit that a chain goes beyond, the thing in which it does, and the rows behind it."""

    code: RefusalCode
    about: str
    rows: tuple[Law, ...]


def states_its_caveats(case: Case) -> bool:
    """Tell whether no limit that somebody has read forbids, and each other one is told of."""
    limits = [limit for limit in _limits(case) if limit.rows]
    if any(row.verified_on(case.day) for limit in limits for row in limit.rows):
        return False
    told = (
        Caveat(code=limit.code, about=limit.about, rests_on=limit.rows[0].as_source())
        for limit in limits
    )
    return case.proof.caveats == (*told, *_of_the_root(case))


def reserved_for_the_council(book: Book, matter: Matter, day: dt.date) -> Source | None:
    """Give the provision, read by somebody, by which a matter is the council's own."""
    read = [row for row in _rows(("se.kl.5-1",), day) if row.verified_on(day)]
    for id_ in book.groups_around(matter.id):
        provision = book.matters[id_].provision
        held = cited(as_cited(provision), day).holding if provision else ()
        for row in read:
            if row in held:
                return row.as_source()
    return None


def _of_the_root(case: Case) -> Iterator[Caveat]:
    root, last = case.proof.root, case.chain[-1]
    if root is not None and root.provision is not None:
        found = cited(as_cited(root.provision), case.day)
        in_force = found.standing is Standing.IN_FORCE and bool(found.rows)
        if not in_force or not all(row.verified_on(case.day) for row in found.rows):
            yield Caveat(code=RefusalCode.NO_LEGAL_ROOT, about=last.id, rests_on=root.provision)


def _limits(case: Case) -> Iterator[_Limit]:
    """Give the limits that a chain goes beyond, in the order in which a proof tells of them."""
    root = case.proof.root
    if case.power is Power.DECIDE:
        yield from _joint_limit(case)
        if root is not None and root.kind is RootKind.COUNCIL_RULES:
            yield from _eligibility_limits(case)
            yield from _step_limits(case)
            yield from _matter_limits(case)


def _joint_limit(case: Case) -> Iterator[_Limit]:
    """Find that several decide together who are not all bodies; a substitute acts alone."""
    first = case.chain[0]
    holders = case.book.holders(first)
    together = first.jointly and len(holders) > 1 and case.first_holder in first.granted_to
    if together and not all(isinstance(holder, Body) for holder in holders):
        rows = _rows(("se.kl.6-37", "se.kl1991.6-33"), case.day)
        yield _Limit(RefusalCode.DELEGATION_PROHIBITED, first.id, rows)


def _eligibility_limits(case: Case) -> Iterator[_Limit]:
    rows = _rows(("se.kl.7-5", "se.kl.6-37", "se.kl1991.6-33"), case.day)
    for mandate, holder in case.delegated:
        if not _is_eligible(case, mandate, holder):
            yield _Limit(RefusalCode.NOT_ELIGIBLE, mandate.id, rows)


#: Roles whose holder a board may delegate to; one of another principal by agreement only.
_DELEGATES = frozenset({RoleKind.ELECTED, RoleKind.EMPLOYEE, RoleKind.HEAD_OF_ADMINISTRATION})
#: Appointments that make nobody an employee or an elected representative.
_HIRED = frozenset({AppointmentKind.ENGAGED, AppointmentKind.CONSULTANT})
_IN_OFFICE = frozenset({AppointmentKind.ELECTED, AppointmentKind.EMPLOYED})


def _is_eligible(case: Case, mandate: Mandate, holder: str) -> bool:
    if mandate is case.chain[0] and case.appointment and case.appointment.kind in _HIRED:
        return False
    office = case.book.office(holder)
    if isinstance(office, Role):
        by_agreement = mandate.basis is not None and mandate.basis.kind is BasisKind.AGREEMENT
        return office.kind in _DELEGATES or (office.kind is RoleKind.EXTERNAL and by_agreement)
    if office is not None:
        return isinstance(office, Body) and office.is_elected
    return holder in case.book.persons and _is_in_office(case, holder)


def _is_in_office(case: Case, person: str) -> bool:
    """Tell whether a person is elected or employed somewhere on the day."""
    own = (one for one in case.book.appointments.values() if one.person == person)
    return any(one.kind in _IN_OFFICE and holds(one.period, case.day) for one in own)


def _step_limits(case: Case) -> Iterator[_Limit]:
    """Give what employees delegated, but for the step nearest to the board, if a head took it."""
    rows = _rows(("se.kl.7-6", "se.kl1991.6-37"), case.day)
    above = (case.book.office(holder) for _, holder in case.delegated[1:])
    steps = [
        (child, role.kind is RoleKind.HEAD_OF_ADMINISTRATION)
        for child, role in zip(case.chain, above, strict=False)
        if isinstance(role, Role) and role.kind is not RoleKind.ELECTED
    ]
    for child, by_head in steps:
        if not by_head or child is not steps[-1][0]:
            yield _Limit(RefusalCode.SUBDELEGATION_NOT_GRANTED, child.id, rows)


def _matter_limits(case: Case) -> Iterator[_Limit]:
    named = case.proof.question.on.matters or ()
    ids = dict.fromkeys(group for id_ in named for group in case.book.groups_around(id_))
    limits = tuple(_limits_of_matters(case))
    for id_ in ids:
        provision = case.book.matters[id_].provision if id_ in case.book.matters else None
        if provision is not None:
            cited_rows = cited(as_cited(provision), case.day).holding
            for code, rows in limits:
                yield _Limit(code, id_, tuple(row for row in rows if row in cited_rows))


def _limits_of_matters(case: Case) -> Iterator[tuple[RefusalCode, tuple[Law, ...]]]:
    """Give the limits that this chain goes beyond in a matter that falls under their rows."""
    bodies = case.book.bodies
    who = bodies.get(case.who)
    if who is None or who.kind is not BodyKind.COUNCIL:
        yield RefusalCode.COUNCIL_ONLY, _rows(("se.kl.5-1",), case.day)
    if case.delegated:
        rows = _rows(("se.kl.6-38", "se.kl1991.6-34"), case.day)
        yield RefusalCode.DELEGATION_PROHIBITED, rows
    passed = [bodies.get(holder) for _, holder in case.delegated]
    if any(body is None or body.kind is not BodyKind.COMMITTEE for body in passed):
        yield RefusalCode.COMMITTEE_ONLY, _rows(_FOR_COMMITTEES, case.day)


_FOR_COMMITTEES = ("se.sol2025.30-6", "se.sol2025.30-7", "se.sol2025.30-8", "se.sol2001.10-4")


def _rows(ids: Iterable[str], day: dt.date) -> tuple[Law, ...]:
    """Give the wordings that hold on a day."""
    found = (law_at(id_, day) for id_ in ids)
    return tuple(row for row in found if row is not None)
