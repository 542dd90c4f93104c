"""What the edits of mandates are made of: who can give and hold them, and a new one of each."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.mandate import Basis, BasisKind, Mandate, MandateKind, Power
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.testing.breaks.bodies import days_after, days_before, unused_id
from samverkan_core.testing.edit import a, added
from samverkan_core.testing.lawful.people import serving
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import (
    AppointmentId,
    BodyId,
    HolderId,
    MandateId,
    OfficeId,
    PersonId,
    RoleId,
)
from samverkan_core.values.time import Period, in_force

__all__ = [
    "a_board",
    "a_body",
    "a_person",
    "an_office",
    "appointed",
    "around",
    "from_the_board",
    "in_service",
    "mandate",
    "over",
]

_DAY = dt.timedelta(days=1)


# --- who there is ------------------------------------------------------------------------------


def in_service(collab: Collaboration, at: dt.date, *kinds: RoleKind) -> tuple[HolderId, ...]:
    """Give the roles of some kinds that somebody holds on a day, and is in service."""
    there = serving(collab.appointments, at)
    roles = (role for role in collab.roles if role.kind in kinds and in_force(role.period, at))
    return tuple(HolderId(role.id) for role in roles if role.id in there)


def a_board(draw: st.DrawFn, collab: Collaboration) -> HolderId:
    """Choose a board."""
    boards = (body for body in collab.bodies if body.kind is BodyKind.BOARD)
    return HolderId(a(draw, boards).id)


def a_person(draw: st.DrawFn, collab: Collaboration) -> PersonId:
    """Choose a person."""
    return a(draw, collab.persons).id


def a_body(
    draw: st.DrawFn, collab: Collaboration, kind: BodyKind, period: Period | None = None
) -> Body:
    """Draw a body more; it belongs to an actor unless it is elected."""
    body = Body(id=BodyId(unused_id(collab, "organ")), name=draw(texts()), kind=kind, period=period)
    return body if body.is_elected else attrs.evolve(body, actor=a(draw, collab.actors).id)


def an_office(draw: st.DrawFn, collab: Collaboration, kind: RoleKind) -> Role:
    """Draw a role more."""
    return Role(id=RoleId(unused_id(collab, "befattning")), name=draw(texts()), kind=kind)


def appointed(
    draw: st.DrawFn, collab: Collaboration, office: str, period: Period, **members: object
) -> Appointment:
    """Draw an appointment more, to an office, of somebody unless it is said of whom."""
    told: dict[str, Any] = members if "person" in members else {"person": a_person(draw, collab)}
    told |= members
    return Appointment(
        id=AppointmentId(unused_id(collab, "förordnande")),
        office=OfficeId(office),
        period=period,
        **told,
    )


# --- days --------------------------------------------------------------------------------------


def around(draw: st.DrawFn, at: dt.date) -> Period:
    """Draw days of which one is given, as the first or the last of them too."""
    before, after = days_before(draw, at), days_after(draw, at)
    return a(
        draw,
        (
            Period(first_day=before),
            Period(first_day=at),
            Period(first_day=at, last_day=at),
            Period(first_day=before, last_day=at),
            Period(first_day=at, last_day=after),
        ),
    )


def over(draw: st.DrawFn, at: dt.date) -> Period:
    """Draw days that are over, perhaps since yesterday."""
    last = days_before(draw, at)
    return Period(first_day=days_before(draw, last), last_day=last)


# --- mandates ----------------------------------------------------------------------------------


def mandate(
    draw: st.DrawFn,
    collab: Collaboration,
    at: dt.date,
    *,
    by: str | None,
    to: Iterable[str],
    **members: object,
) -> Mandate:
    """Draw a mandate more, in force on the day; without more words a delegation to decide."""
    told: dict[str, Any] = {"period": around(draw, at), "powers": (Power.DECIDE,), **members}
    return Mandate(
        id=MandateId(unused_id(collab, "delegation")),
        kind=told.pop("kind", MandateKind.DELEGATION),
        granted_by=None if by is None else HolderId(by),
        granted_to=tuple(map(HolderId, to)),
        **told,
    )


def from_the_board(
    draw: st.DrawFn,
    collab: Collaboration,
    at: dt.date,
    *path: Sequence[str],
    **last: object,
) -> Collaboration:
    """Let a board delegate to some holders, one of them to others, and so on.

    The last mandate of the chain has the members that are given.
    """
    board = a_board(draw, collab)
    whole = Period(first_day=days_before(draw, at))
    powers = (Power.DECIDE, Power.PREPARE)
    above = mandate(
        draw, collab, at, to=(board,), period=whole, powers=powers, **_root(draw, collab)
    )
    collab = added(collab, attrs.evolve(above, kind=MandateKind.ASSIGNMENT, may_delegate=True))
    for depth, holders in enumerate(path, 1):
        told: dict[str, object] = {"period": whole, "powers": powers, "may_delegate": True}
        told |= last if depth == len(path) else {}
        giver = above.granted_to[0]
        above = mandate(draw, collab, at, by=giver, to=holders, parent=above.id, **told)
        collab = added(collab, above)
    return collab


def _root(draw: st.DrawFn, collab: Collaboration) -> dict[str, Any]:
    """Draw what a board's own right goes back to: the council's rules, or nothing that is said."""
    councils = [body.id for body in collab.bodies if body.kind is BodyKind.COUNCIL]
    rules = [doc.id for doc in collab.documents if doc.kind is DocumentKind.RULES_OF_PROCEDURE]
    if not councils or not rules or draw(st.booleans()):
        basis = Basis(kind=BasisKind.POLITICAL_DECISION, resolution=Resolution())
        return {"by": None, "basis": a(draw, (None, basis))}
    written = Basis(kind=BasisKind.GOVERNING_DOCUMENT, document=a(draw, rules))
    return {"by": a(draw, councils), "basis": written}
