"""Delegated decisions of a lawful world: each has support on its day, and is made known."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.delegated_decision import DelegatedDecision, Reporting
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    Power,
    Scope,
)
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.testing.lawful import words
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import DelegatedDecisionId, HolderId, MandateId, MatterId
from samverkan_core.values.time import PartialDate, Period, in_force

__all__ = ["delegated_decisions"]

_A_DAY = dt.timedelta(days=1)
#: Roles whose holders a board can let decide in its place.
_DELEGATES = frozenset({RoleKind.EMPLOYEE, RoleKind.HEAD_OF_ADMINISTRATION, RoleKind.ELECTED})


def delegated_decisions(
    hand: Hand, collab: Collaboration, since: dt.date | None = None
) -> Mapping[str, Any]:
    """Draw a board's delegation, one or two matters, and what was decided in them.

    No decision is older than the day that is given, if any, nor than what it rests on.
    """
    drawn = _Drawn(
        hand=hand,
        board=hand.one([body for body in collab.bodies if body.kind is BodyKind.BOARD]),
        held=hand.one(list(_in_service(collab, hand.at))),
        roles={role.id: role for role in collab.roles},
        since=since or dt.date.min,
    )
    matters = drawn.matters()
    own, given = drawn.mandates(matters)
    return {
        "matters": (*collab.matters, *matters),
        "mandates": (*collab.mandates, own, given),
        "delegated_decisions": (*collab.delegated_decisions, *drawn.decisions(matters, given)),
    }


def _in_service(collab: Collaboration, at: dt.date) -> Iterator[Appointment]:
    """Give the appointments by which somebody serves on a day, to roles that may be delegates."""
    able = (role for role in collab.roles if role.kind in _DELEGATES)
    roles = {str(role.id) for role in able if in_force(role.period, at)}
    for held in collab.appointments:
        serves = held.period.holds_on(at) and held.standing_in_for is None and not held.absences
        if serves and held.office in roles:
            yield held


@attrs.frozen(kw_only=True)
class _Drawn:
    """What decisions are drawn from: a board, and somebody who serves in an office."""

    #: What draws.
    hand: Hand
    #: The board in whose place is decided.
    board: Body
    #: The appointment of who decides.
    held: Appointment
    #: The roles by id.
    roles: Mapping[str, Role]
    #: The day before which nothing is decided.
    since: dt.date

    @property
    def first(self) -> dt.date:
        """The first day on which board, role and appointment were all there."""
        periods = (self.held.period, self.board.period, self.roles[self.held.office].period)
        days = (None if period is None else period.first_day for period in periods)
        return max(day for day in days if day is not None)

    def matters(self) -> tuple[Matter, ...]:
        """Draw what is decided on, and perhaps a group that it is part of."""
        hand = self.hand
        group = MatterId(hand.id("ärendegrupp", 1)) if hand.yes() else None
        name = hand.text(words.MATTERS)
        urgent = self._is_elected or hand.yes()
        own = MatterId(hand.id("delegationsärende", 1))
        matter = Matter(id=own, name=name, part_of=group, urgent=urgent)
        return (matter,) if group is None else (matter, Matter(id=group, name=name))

    @property
    def _is_elected(self) -> bool:
        return self.roles[self.held.office].kind is RoleKind.ELECTED

    def mandates(self, matters: tuple[Matter, ...]) -> tuple[Mandate, Mandate]:
        """Draw what a law gives the board, and what the board delegates of that."""
        hand = self.hand
        own = Mandate(
            id=MandateId(hand.id("nämnduppdrag", 1)),
            kind=MandateKind.BY_LAW,
            powers=(Power.DECIDE, Power.ALLOCATE),
            period=Period(first_day=self.first, **hand.perhaps(last_day=self._later)),
            granted_to=(HolderId(self.board.id),),
            basis=Basis(kind=BasisKind.LAW, provision=hand.provision()),
            may_delegate=True,
        )
        line = f"{1 + hand.up_to(20)}.{1 + hand.up_to(9)}"
        scope = Scope(matters=(matters[-1].id,)) if hand.yes() else None
        given = Mandate(
            id=MandateId(hand.id("nämnddelegation", 1)),
            kind=MandateKind.DELEGATION,
            powers=own.powers,
            scope=scope,
            period=own.period,
            granted_by=HolderId(self.board.id),
            granted_to=(HolderId(self.held.office),),
            urgent_only=self._is_elected,
            basis=Basis(kind=BasisKind.GOVERNING_DOCUMENT, line=line),
            parent=own.id,
        )
        return own, given

    def _later(self) -> dt.date:
        return self.hand.after(self.hand.at)

    def decisions(
        self, matters: tuple[Matter, ...], given: Mandate
    ) -> tuple[DelegatedDecision, ...]:
        """Draw one or two decisions of one day, in the first matter."""
        day = self.hand.day(max(self.first, self.since), self.hand.at)
        numbers = range(1, 2 + self.hand.up_to(1))
        return tuple(self._decision(number, matters[0], given, day) for number in numbers)

    def _decision(
        self, number: int, matter: Matter, given: Mandate, day: dt.date
    ) -> DelegatedDecision:
        hand, basis = self.hand, given.basis
        urgent = given.urgent_only or (matter.urgent and hand.yes())
        return DelegatedDecision(
            id=DelegatedDecisionId(hand.id("delegationsbeslut", number)),
            delegate=HolderId(self.held.person),
            day=PartialDate.on(day),
            matter=matter.id,
            urgent=urgent,
            **self._made_known(day, urgent=urgent),
            **hand.perhaps(
                office=lambda: self.held.office,
                about=lambda: Scope(bodies=(self.board.id,)),
                line=lambda: None if basis is None else basis.line,
                mandate=lambda: given.id,
                power=lambda: Power.ALLOCATE,
                summary=lambda: hand.text(words.SUMMARIES),
                **hand.beside(2),
            ),
        )

    def _made_known(self, day: dt.date, *, urgent: bool) -> dict[str, Any]:
        """Draw how a decision became known on its own day or the next, or why it need not."""
        hand = self.hand
        known = PartialDate.on(day + hand.up_to(1) * _A_DAY)
        minutes = Resolution(
            body=self.board.id,
            day=known,
            **hand.perhaps(paragraph=lambda: str(1 + hand.up_to(250))),
        )
        reported = {"reported": Reporting(minutes=minutes, **hand.kept_too())}
        if urgent:
            return reported
        return hand.one(
            (reported, {"minuted_on": known, "reviewable": True}, {"reviewable": False})
        )
