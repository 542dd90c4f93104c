"""Legal limits: what a board may not delegate, and to whom it may not, by the law of the day.

A limit refuses only where somebody has read the provision behind it in the wording of the day.
Where a provision is in force that nobody has read, the limit is a caveat. What the law says of one
mandate or one matter stands in functions of its own: rules over the document ask them too.
"""

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from samverkan_core.authority.parts import Root, RootKind
from samverkan_core.authority.question import Caveat, Question, Refusal, RefusalCode
from samverkan_core.authority.roots import citation
from samverkan_core.authority.scopes import matters_of
from samverkan_core.authority.ways import Holder, Way, holders, known
from samverkan_core.indexing import Index
from samverkan_core.model.actor import Actor
from samverkan_core.model.appointment import Appointment, AppointmentKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.mandate import BasisKind, Mandate, Matter, Power
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.reference.laws import Law, law_at
from samverkan_core.values.time import in_force

__all__ = [
    "ELIGIBLE",
    "JOINT",
    "ONE_STEP",
    "behind",
    "is_eligible",
    "is_from_outside",
    "is_joint",
    "limits",
    "limits_of_holders",
    "limits_of_matters",
    "reserved",
]

#: What a limit comes to: a reason to refuse, or something that may be one.
_Limit: TypeAlias = Refusal | Caveat

# Provisions behind each limit; of those in force on the day the first that was read decides.
#: Who may be a delegate.
ELIGIBLE = ("se.kl.7-5", "se.kl.6-37", "se.kl1991.6-33")
#: That officials do not decide jointly.
JOINT = ("se.kl.6-37", "se.kl1991.6-33")
#: That only a head of administration delegates further, and only once.
ONE_STEP = ("se.kl.7-6", "se.kl1991.6-37")
#: Why a matter may not be delegated to just anybody, with the provisions that say so.
_RESERVED = (
    (RefusalCode.COUNCIL_ONLY, ("se.kl.5-1",)),
    (RefusalCode.DELEGATION_PROHIBITED, ("se.kl.6-38", "se.kl1991.6-34")),
    (
        RefusalCode.COMMITTEE_ONLY,
        ("se.sol2025.30-6", "se.sol2025.30-7", "se.sol2025.30-8", "se.sol2001.10-4"),
    ),
)

#: Roles to which a board may delegate.
_OWN_ROLES = frozenset({RoleKind.EMPLOYEE, RoleKind.HEAD_OF_ADMINISTRATION, RoleKind.ELECTED})
#: Footings on which nobody may be a delegate, whatever the office.
_OUTSIDE = frozenset({AppointmentKind.CONSULTANT, AppointmentKind.ENGAGED})
_INSIDE = frozenset({AppointmentKind.ELECTED, AppointmentKind.EMPLOYED})


def limits(
    book: Index, question: Question, way: Way, chain: Sequence[Mandate], root: Root | None
) -> Iterator[_Limit]:
    """Give what the law says against a chain by which somebody would decide.

    The limits are those of municipalities and regions. A power that goes back to a law, to a state
    authority or to a private party follows its own provisions.
    """
    yield from limits_of_holders(book, question, way, chain, root)
    yield from limits_of_matters(book, question, way, chain, root)


def limits_of_holders(
    book: Index, question: Question, way: Way, chain: Sequence[Mandate], root: Root | None
) -> Iterator[_Limit]:
    """Give what the law says against those who hold the mandates of a chain."""
    if question.power is not Power.DECIDE:
        return
    yield from _joint(book, question, way)
    if _is_of_a_board(root):
        passed = _passed(book, way, chain)
        yield from _not_eligible(book, question, way, chain, passed)
        yield from _further_than_one_step(question, chain, passed)


def limits_of_matters(
    book: Index, question: Question, way: Way, chain: Sequence[Mandate], root: Root | None
) -> Iterator[_Limit]:
    """Give what the law says against a chain in the matters that a question names."""
    if question.power is not Power.DECIDE or not _is_of_a_board(root):
        return
    named = [matter for matter in matters_of(book, question.on) if matter.provision is not None]
    passed = _passed(book, way, chain) if named else ()
    for matter in named:
        yield from _reserved(book, question, matter, passed)


def _is_of_a_board(root: Root | None) -> bool:
    """Tell whether a chain is bound by what the law says of boards: also one without a ground."""
    return root is None or root.kind is RootKind.COUNCIL_RULES


def _passed(book: Index, way: Way, chain: Sequence[Mandate]) -> tuple[Holder | None, ...]:
    """Give the holder through whom the chain passes at each mandate but the last."""
    ids = (way.holder, *(child.granted_by for child in chain))
    return tuple(known(book, id_) for id_ in ids[: len(chain) - 1])


def behind(provisions: Sequence[str], day: dt.date) -> Law | None:
    """Give the provision that a limit rests on on a day; None where none of them was in force.

    It is the first that was read. Where nobody has read any it is the first in force, and then
    nothing may be refused: ask `verified_on`.
    """
    found = (_wording(id_, day) for id_ in provisions)
    holding = [row for row in found if row is not None]
    read = (row for row in holding if row.verified_on(day))
    return next(read, next(iter(holding), None))


@functools.lru_cache(maxsize=1024)
def _wording(id_: str, day: dt.date) -> Law | None:
    return law_at(id_, day)


def _limit(question: Question, code: RefusalCode, about: str, row: Law | None) -> Iterator[_Limit]:
    """Refuse on a provision that was read; else say which one nobody has read."""
    if row is not None:
        kind = Refusal if row.verified_on(question.at) else Caveat
        yield kind(code=code, about=about, rests_on=row.as_source())


# --- to whom ---------------------------------------------------------------------------------


def _joint(book: Index, question: Question, way: Way) -> Iterator[_Limit]:
    """Find that several officials would decide together: the law knows no such delegate."""
    if is_joint(book, way.mandate) and not way.substituting:
        row = behind(JOINT, question.at)
        yield from _limit(question, RefusalCode.DELEGATION_PROHIBITED, way.mandate.id, row)


def is_joint(book: Index, mandate: Mandate) -> bool:
    """Tell whether several hold a mandate together of whom some are no bodies."""
    held = holders(book, mandate) if mandate.jointly else ()
    return len(held) > 1 and not all(isinstance(holder, Body) for holder in held)


def _not_eligible(
    book: Index,
    question: Question,
    way: Way,
    chain: Sequence[Mandate],
    passed: Sequence[Holder | None],
) -> Iterator[_Limit]:
    outside = is_from_outside(way.appointment)
    for depth, (mandate, holder) in enumerate(zip(chain, passed, strict=False)):
        refused = holder is not None and not is_eligible(book, question.at, mandate, holder)
        if refused or (outside and depth == 0):
            row = behind(ELIGIBLE, question.at)
            yield from _limit(question, RefusalCode.NOT_ELIGIBLE, mandate.id, row)


def is_from_outside(appointment: Appointment | None) -> bool:
    """Tell whether somebody serves on a footing on which nobody may be a delegate."""
    return appointment is not None and appointment.kind in _OUTSIDE


def is_eligible(book: Index, day: dt.date, mandate: Mandate, holder: Holder) -> bool:
    """Tell whether a board may delegate a decision to a holder (får vara delegat)."""
    if isinstance(holder, Body):
        return holder.is_elected
    if isinstance(holder, Role):
        agreed = mandate.basis is not None and mandate.basis.kind is BasisKind.AGREEMENT
        return holder.kind in _OWN_ROLES or (holder.kind is RoleKind.EXTERNAL and agreed)
    if isinstance(holder, Actor):
        return False
    return any(
        held.kind in _INSIDE and in_force(held.period, day)
        for held in book.appointments_of.get(holder.id, ())
    )


def _further_than_one_step(
    question: Question, chain: Sequence[Mandate], passed: Sequence[Holder | None]
) -> Iterator[_Limit]:
    """Find delegations by employees: only a head of administration may, and only one step."""
    steps = [
        (child, holder.kind)
        for child, holder in zip(chain, passed[1:], strict=False)
        if isinstance(holder, Role) and holder.kind is not RoleKind.ELECTED
    ]
    for position, (child, kind) in enumerate(steps, 1):
        # The step that is nearest to the board is the one that the law allows.
        if kind is not RoleKind.HEAD_OF_ADMINISTRATION or position < len(steps):
            code, row = RefusalCode.SUBDELEGATION_NOT_GRANTED, behind(ONE_STEP, question.at)
            yield from _limit(question, code, child.id, row)


# --- what ------------------------------------------------------------------------------------


def _reserved(
    book: Index, question: Question, matter: Matter, passed: Sequence[Holder | None]
) -> Iterator[_Limit]:
    """Find that a matter is for the council, for the board itself, or for a committee alone."""
    asker = book.shelves["bodies"].get(question.who)
    allowed = {
        RefusalCode.COUNCIL_ONLY: asker is not None and asker.kind is BodyKind.COUNCIL,
        RefusalCode.DELEGATION_PROHIBITED: not passed,
        RefusalCode.COMMITTEE_ONLY: all(
            isinstance(holder, Body) and holder.kind is BodyKind.COMMITTEE for holder in passed
        ),
    }
    for code, row in reserved(matter, question.at):
        if not allowed[code]:
            yield from _limit(question, code, matter.id, row)


def reserved(matter: Matter, day: dt.date) -> Iterator[tuple[RefusalCode, Law]]:
    """Give for whom the law reserves a matter, each time with the provision behind it."""
    if matter.provision is None:
        return
    rows = citation(matter.provision, day).holding
    for code, provisions in _RESERVED:
        row = behind([id_ for id_ in provisions if _wording(id_, day) in rows], day)
        if row is not None:
            yield code, row
