"""Mandates of a lawful world: who gives what to whom, and how far it is handed on."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import attrs

from samverkan_core.model.mandate import Basis, BasisKind, Mandate, MandateKind, Power, Scope
from samverkan_core.testing.lawful import words
from samverkan_core.testing.lawful.hand import Hand, Perhaps
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    DocumentId,
    FocusAreaId,
    HolderId,
    MandateId,
    MatterId,
    PersonId,
)
from samverkan_core.values.time import Period

__all__ = ["Grants"]

_A_DAY = dt.timedelta(days=1)
#: Powers without legal effect, which anybody can be given.
_QUIET = (Power.PREPARE, Power.COORDINATE, Power.GIVE_OPINION, Power.INFORM)
#: What a steering group is there to do.
_OF_STEERING = (Power.LEAD, Power.DEVELOP, Power.AGREE)
#: What each permanent function is there to do in every focus area.
_OF_FUNCTIONS = (Power.COORDINATE, Power.LEAD)
#: What a board is given by the council, and can delegate.
_OF_A_BOARD = (Power.DECIDE, Power.ALLOCATE, Power.APPOINT, Power.PREPARE)
#: Dimensions of a scope that list things.
_LISTED = ("focus_areas", "bodies", "actors", "matters")


@attrs.frozen(kw_only=True)
class Grants:
    """What mandates are drawn from: who can give and hold them, about what, on what ground."""

    #: What draws.
    hand: Hand
    #: The council, where there is one, with the rules of procedure that it has decided on.
    councils: tuple[tuple[BodyId, DocumentId], ...]
    #: The boards.
    boards: tuple[BodyId, ...]
    #: The steering group, and the one before it where this one took over by decision.
    steering: tuple[BodyId, ...]
    #: The actors that take part.
    actors: tuple[ActorId, ...]
    #: Offices that can be delegated to, whether anybody holds them or not.
    offices: tuple[HolderId, ...]
    #: Heads of administration who are in service on the day.
    chiefs: tuple[HolderId, ...]
    #: Other employees who are.
    employees: tuple[HolderId, ...]
    #: Elected bodies and representatives that a board can delegate to, likewise.
    elected: tuple[HolderId, ...]
    #: People, whom only a law names in person.
    people: tuple[PersonId, ...]
    #: The matters that a board can delegate.
    matters: tuple[MatterId, ...]
    #: The focus areas.
    areas: tuple[FocusAreaId, ...]
    #: The documents that a mandate can rest on.
    documents: tuple[DocumentId, ...]
    #: Bands of ages.
    bands: tuple[AgeBand, ...]

    def mandates(self) -> tuple[Mandate, ...]:
        """Draw assignments, a chain of delegations from the board or the council, a power by law.

        Each mandate that holds on the world's day has a holder who is there then.
        """
        tasks = (self._task(),) if self.hand.yes() else ()
        by_law = (self._by_law(),) if self.hand.yes() else ()
        return (*self._standing(), self._assignment(), *self._delegations(), *by_law, *tasks)

    # Assignments.

    def _standing(self) -> Iterator[Mandate]:
        """Draw since when the steering group and the two permanent functions do what they are for.

        Nothing else of it is drawn: every world has these, so they are to be small.
        """
        since = Period(first_day=self.hand.before(self.hand.at))
        each = ((_OF_STEERING, self.steering[0]), *((_OF_FUNCTIONS, to) for to in self.employees))
        for number, (powers, to) in enumerate(each, 7):
            yield Mandate(
                id=MandateId(self.hand.id("uppdrag", number)),
                kind=MandateKind.ASSIGNMENT,
                powers=powers,
                period=since,
                granted_to=(HolderId(to),),
            )

    def _assignment(self) -> Mandate:
        """Draw what the steering group is there to do, perhaps together with an office."""
        hand = self.hand
        joint = (Power.AGREE, Power.LEAD, Power.DEVELOP, Power.FOLLOW_UP, Power.PROPOSE)
        to = (HolderId(self.steering[0]), *(hand.some(self.offices, 0, 1)))
        return self._mandate(
            MandateKind.ASSIGNMENT,
            number=1,
            powers=(*joint[:1], *hand.some((*joint[1:], *_QUIET), 0, 3)),
            by=hand.one(self.boards),
            to=to,
        )

    def _task(self) -> Mandate:
        """Draw what the steering group has given somebody to do, this one or the one before it."""
        hand = self.hand
        return self._mandate(
            MandateKind.ASSIGNMENT,
            number=5,
            powers=hand.some(_QUIET, 1, 2),
            by=hand.one(self.steering),
            to=(hand.one((*self.employees, *self.chiefs)),),
        )

    # Delegations.

    def _delegations(self) -> Iterator[Mandate]:
        """Draw a board's delegation, perhaps from what the council gave it, and one step more."""
        hand = self.hand
        board = hand.one(self.boards)
        above = None
        if self.councils and hand.mostly():
            above = self._for_a_board(board)
            yield above
        handed_on = hand.mostly()
        able = self.chiefs if handed_on else (*self.employees, *self.chiefs, *self.elected)
        holder = hand.one(able)
        first = self._handed(above, number=2, by=board, to=(holder, *self._others(holder)))
        yield attrs.evolve(first, may_delegate=handed_on)
        if handed_on:
            heir = hand.one(self.employees)
            yield self._handed(first, number=3, by=holder, to=(heir, *self._others(heir)))

    def _for_a_board(self, board: BodyId) -> Mandate:
        """Draw what the council's rules of procedure let a board do."""
        hand = self.hand
        council, rules = hand.one(self.councils)
        given = self._mandate(
            MandateKind.ASSIGNMENT,
            number=6,
            powers=_OF_A_BOARD,
            by=council,
            to=(HolderId(board),),
        )
        line = f"{1 + hand.up_to(20)} §" if hand.yes() else None
        basis = Basis(kind=BasisKind.GOVERNING_DOCUMENT, document=rules, line=line)
        return attrs.evolve(given, basis=basis, may_delegate=True)

    def _handed(
        self, above: Mandate | None, *, number: int, by: str, to: Sequence[HolderId]
    ) -> Mandate:
        """Draw a delegation, within the mandate that it is delegated from where there is one."""
        hand, kind = self.hand, MandateKind.DELEGATION
        if above is None:
            powers = (Power.DECIDE, *hand.some(_OF_A_BOARD[1:], 0, 2))
            return self._mandate(kind, number=number, powers=powers, by=by, to=to)
        powers = (Power.DECIDE, *hand.some(above.powers[1:], 0, 1))
        as_long = hand.yes()
        period = above.period if as_long else hand.spell(*_days(above))
        own = self._mandate(kind, number=number, powers=powers, by=by, to=to, period=period)
        return attrs.evolve(
            own,
            parent=above.id,
            scope=self._narrower(own.scope, above.scope),
            urgent_only=own.urgent_only or above.urgent_only,
            revoked_from=_sooner(own.revoked_from, above.revoked_from if as_long else None),
        )

    def _others(self, holder: HolderId) -> tuple[HolderId, ...]:
        """Choose who else holds a delegation, each of them alone."""
        others = (office for office in self.offices if office != holder)
        return tuple(self.hand.some(others, 0, 1)) if self.hand.yes(4) else ()

    # Powers by law.

    def _by_law(self) -> Mandate:
        """Draw a power that a law gives an office, or somebody whom the board has named."""
        hand = self.hand
        basis = Basis(kind=BasisKind.LAW, provision=hand.provision(), **hand.kept_too())
        able = (*self.chiefs, *self.employees, *self.elected, *self.people)
        return Mandate(
            id=MandateId(hand.id("uppdrag", 4)),
            kind=MandateKind.BY_LAW,
            powers=(Power.DECIDE,),
            period=self._period(),
            granted_to=(HolderId(hand.one(able)),),
            basis=basis,
            **hand.perhaps(**hand.beside()),
        )

    # What several mandates have.

    def _mandate(
        self,
        kind: MandateKind,
        *,
        number: int,
        powers: Sequence[Power],
        by: str,
        to: Sequence[HolderId],
        period: Period | None = None,
    ) -> Mandate:
        hand = self.hand
        period = period or self._period()
        return Mandate(
            id=MandateId(hand.id("uppdrag", number)),
            kind=kind,
            powers=tuple(powers),
            period=period,
            granted_by=HolderId(by),
            granted_to=tuple(to),
            jointly=kind is MandateKind.ASSIGNMENT and len(to) > 1,
            **self._revocation(period),
            **hand.perhaps(
                scope=self._scope,
                basis=self._basis,
                substitutes=(3, lambda: self._substitutes(to)),
                urgent_only=(3, lambda: True),
                conditions=(3, lambda: hand.texts(words.CONDITIONS)),
                recorded_on=(3, hand.known_day),
                **hand.beside(),
            ),
        )

    def _period(self) -> Period:
        """Draw when a mandate holds, mostly on the world's day too."""
        hand = self.hand
        return hand.one((hand.lasting, hand.lasting, hand.lasting, hand.ended, hand.coming))()

    def _revocation(self, period: Period) -> dict[str, Any]:
        """Draw that a mandate was revoked after it had begun, and perhaps by which decision."""
        hand, (first, last) = self.hand, _span(period)
        if first == last or not hand.yes(3):
            return {}
        latest = hand.after(max(first + _A_DAY, hand.at)) if last is None else last
        revoked = {"revoked_from": hand.day(first + _A_DAY, latest)}
        return {**revoked, "revoked_by": hand.decision(self.boards)} if hand.mostly() else revoked

    def _substitutes(self, holders: Sequence[HolderId]) -> tuple[HolderId, ...]:
        """Choose who steps in, one office or two, none of which holds the mandate itself."""
        others = tuple(office for office in self.offices if office not in holders)
        return tuple(self.hand.some(others, 1, 2))

    def _scope(self) -> Scope:
        hand = self.hand
        named: dict[str, Perhaps] = {
            name: partial(self._several, things)
            for name, things in (("focus_areas", self.areas), ("matters", self.matters))
            if things
        }
        return Scope(
            **hand.perhaps(
                bodies=lambda: (self.steering[0],),
                actors=lambda: tuple(hand.some(self.actors, 1, 2)),
                ages=lambda: hand.one(self.bands),
                kept=hand.kept,
                **named,
            )
        )

    def _narrower(self, own: Scope | None, above: Scope | None) -> Scope | None:
        """Draw within what the mandate above covers; what it leaves open stays as drawn."""
        if above is None:
            return own
        within: dict[str, Any] = {
            name: tuple(self.hand.some(held, 1, 2))
            for name in _LISTED
            if (held := getattr(above, name))
        }
        if above.ages is not None:
            within["ages"] = self._younger(above.ages)
        return attrs.evolve(own or Scope(), **within) if within else own

    def _younger(self, ages: AgeBand) -> AgeBand:
        last = ages.to_age - self.hand.up_to(ages.to_age - ages.from_age)
        return AgeBand(from_age=ages.from_age, to_age=last)

    def _several(self, things: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.hand.some(things, 1, 2))

    def _basis(self) -> Basis:
        return self.hand.one((self._decided, self._written))()

    def _decided(self) -> Basis:
        hand = self.hand
        return Basis(
            kind=BasisKind.POLITICAL_DECISION,
            resolution=hand.decision(self.boards),
            **hand.kept_too(),
        )

    def _written(self) -> Basis:
        hand = self.hand
        return Basis(
            kind=hand.one((BasisKind.GOVERNING_DOCUMENT, BasisKind.AGREEMENT)),
            document=hand.one(self.documents),
            line=f"{1 + hand.up_to(20)}.{1 + hand.up_to(9)}",
            **hand.kept_too(),
        )


def _span(period: Period) -> tuple[dt.date, dt.date | None]:
    return period.first_day or dt.date.min, period.last_day


def _days(mandate: Mandate) -> tuple[dt.date, dt.date | None]:
    """Give the first day of a mandate, and the last before it ends or is revoked."""
    first, last = _span(mandate.period)
    if mandate.revoked_from is None:
        return first, last
    until = mandate.revoked_from - _A_DAY
    return first, until if last is None else min(until, last)


def _sooner(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    """Give the earlier of two days, as far as they are known."""
    days = [day for day in (one, other) if day is not None]
    return min(days, default=None)
