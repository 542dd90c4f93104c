"""Chains: from the mandate that somebody holds back to its ground, and every break on the way."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Self

import attrs

from samverkan_core.authority.limits import limits, limits_of_holders, limits_of_matters
from samverkan_core.authority.parts import Root
from samverkan_core.authority.question import Caveat, Question, Refusal, RefusalCode
from samverkan_core.authority.roots import root_caveats, root_of
from samverkan_core.authority.scopes import covers, named_matters
from samverkan_core.authority.ways import Way, known
from samverkan_core.indexing import Index, Shelf
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body
from samverkan_core.model.mandate import Mandate
from samverkan_core.values.time import in_force

__all__ = ["Chain", "chain_of"]


@attrs.frozen(kw_only=True)
class Chain:
    """A way to hold a mandate, and all that the mandate derives from."""

    #: How the first mandate is held.
    way: Way
    #: The mandates, from the one that is held to the one that derives from no other.
    mandates: tuple[Mandate, ...]
    #: The mandate at which the chain gets lost, if it does.
    lost_at: str | None
    #: The ground of the last mandate.
    root: Root | None

    @property
    def order(self) -> tuple[object, ...]:
        """Where it stands among others: by the ids of its mandates, then of its appointment."""
        held = self.way.appointment
        ids = tuple(mandate.id for mandate in self.mandates)
        return ids, "" if held is None else held.id, self.way.holder

    def held_by(self, appointment: Appointment | None) -> Self:
        """Give the same chain as somebody holds it by an appointment."""
        way = attrs.evolve(self.way, appointment=appointment)
        return attrs.evolve(self, way=way)

    def breaks(self, book: Index, question: Question) -> Iterator[Refusal]:
        """Give every reason for which the chain does not carry; none where it does."""
        yield from self.breaks_of_the_day(book, question)
        yield from self.breaks_of_the_matter(book, question)

    def breaks_of_the_day(self, book: Index, question: Question) -> Iterator[Refusal]:
        """Give the reasons that are there on the day, whatever the question is about."""
        yield from self.way.breaks
        for depth, mandate in enumerate(self.mandates):
            yield from _out_of_force(mandate, question.at)
            yield from _powerless(question, self.mandates, depth)
            if depth:
                yield from _not_delegated(book, mandate, self.mandates[depth - 1])
            if _grantor_ended(book, mandate, question.at):
                yield Refusal(code=RefusalCode.GRANTOR_ENDED, about=mandate.id)
        if self.lost_at is not None:
            yield Refusal(code=RefusalCode.CHAIN_BROKEN, about=self.lost_at)
        elif self.root is None:
            yield Refusal(code=RefusalCode.NO_LEGAL_ROOT, about=self.mandates[-1].id)
        found = limits_of_holders(book, question, self.way, self.mandates, self.root)
        yield from (limit for limit in found if isinstance(limit, Refusal))

    def breaks_of_the_matter(self, book: Index, question: Question) -> Iterator[Refusal]:
        """Give the reasons that lie in what the question is about."""
        for depth, mandate in enumerate(self.mandates):
            yield from _too_narrow(book, question, self.mandates, depth)
            if mandate.urgent_only and not _is_urgent(book, question):
                yield Refusal(code=RefusalCode.NOT_URGENT, about=mandate.id)
        if question.on.matters:
            found = limits_of_matters(book, question, self.way, self.mandates, self.root)
            yield from (limit for limit in found if isinstance(limit, Refusal))
            yield from _disqualified(book, question)

    def caveats(self, book: Index, question: Question) -> tuple[Caveat, ...]:
        """Give what may stand in the way, but rests on law that nobody has read."""
        found = limits(book, question, self.way, self.mandates, self.root)
        legal = [limit for limit in found if isinstance(limit, Caveat)]
        of_root = root_caveats(question, self.mandates[-1], self.root)
        return tuple(dict.fromkeys((*legal, *of_root)))


def chain_of(book: Index, question: Question, way: Way) -> Chain:
    """Follow a mandate back through those that it derives from, as far as they are known."""
    mandates, met = [way.mandate], {way.mandate.id}
    lost_at = None
    while mandates[-1].parent is not None and lost_at is None:
        parent: Mandate | None = book.shelves["mandates"].get(mandates[-1].parent)
        if parent is None or parent.id in met:
            lost_at = mandates[-1].id
        else:
            mandates.append(parent)
            met.add(parent.id)
    root = root_of(book, question, mandates[-1]) if lost_at is None else None
    return Chain(way=way, mandates=tuple(mandates), lost_at=lost_at, root=root)


# --- breaks ----------------------------------------------------------------------------------


def _out_of_force(mandate: Mandate, day: dt.date) -> Iterator[Refusal]:
    period = mandate.period
    if not period.holds_on(day):
        coming = period.is_to_come_on(day)
        code = RefusalCode.NOT_YET_IN_FORCE if coming else RefusalCode.EXPIRED
        yield Refusal(code=code, about=mandate.id)
    if mandate.revoked_from is not None and mandate.revoked_from <= day:
        yield Refusal(code=RefusalCode.REVOKED, about=mandate.id)


def _powerless(question: Question, mandates: Sequence[Mandate], depth: int) -> Iterator[Refusal]:
    """Say that a mandate lacks the power; of a parent, whether a child went beyond."""
    mandate, below = mandates[depth], mandates[:depth]
    if question.power not in mandate.powers:
        beyond = bool(below) and all(question.power in child.powers for child in below)
        code = RefusalCode.DELEGATION_TOO_WIDE if beyond else RefusalCode.POWER_MISSING
        yield Refusal(code=code, about=mandate.id)


def _too_narrow(
    book: Index, question: Question, mandates: Sequence[Mandate], depth: int
) -> Iterator[Refusal]:
    """Say that a mandate lacks the scope; of a parent, whether a child went beyond."""
    mandate, below = mandates[depth], mandates[:depth]
    if not covers(book, mandate.scope, question.on):
        beyond = bool(below) and all(covers(book, child.scope, question.on) for child in below)
        code = RefusalCode.DELEGATION_TOO_WIDE if beyond else RefusalCode.OUT_OF_SCOPE
        yield Refusal(code=code, about=mandate.id)


def _not_delegated(book: Index, mandate: Mandate, child: Mandate) -> Iterator[Refusal]:
    if not mandate.may_delegate:
        yield Refusal(code=RefusalCode.SUBDELEGATION_NOT_GRANTED, about=mandate.id)
    held = child.granted_by in {*mandate.granted_to, *mandate.substitutes}
    if not held or known(book, child.granted_by) is None:
        yield Refusal(code=RefusalCode.WRONG_DELEGATOR, about=child.id)


def _grantor_ended(book: Index, mandate: Mandate, day: dt.date) -> bool:
    """Tell whether the body that gave a mandate has ended and none took it over by decision."""
    grantor = book.shelves["bodies"].get(mandate.granted_by)
    if grantor is None or in_force(grantor.period, day):
        return False
    bodies: Shelf[Body] = book.shelves["bodies"]
    return not any(
        grantor.id in body.succeeds and body.decided_by is not None and in_force(body.period, day)
        for body in bodies.firsts()
    )


def _is_urgent(book: Index, question: Question) -> bool:
    matters = named_matters(book, question.on)
    return bool(matters) and all(matter.urgent for matter in matters)


def _disqualified(book: Index, question: Question) -> Iterator[Refusal]:
    for matter in named_matters(book, question.on):
        if question.who in matter.disqualified:
            yield Refusal(code=RefusalCode.DISQUALIFIED, about=matter.id)
