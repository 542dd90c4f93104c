"""Finding the chains that carry: kept for each holder, so that a later question only looks them up.

A chain is judged in two parts. What holds of it on the day, whatever it is asked about and whoever
serves in the office, is found once for each holder, power and span of days. What depends on the
matter, and on who asks, is judged each time.
"""

from collections.abc import Iterator

from samverkan_core.authority.chain import Chain, chain_of
from samverkan_core.authority.limits import is_from_outside
from samverkan_core.authority.question import Question
from samverkan_core.authority.register import granted_to, holders_at, kept, register_of
from samverkan_core.authority.scopes import places
from samverkan_core.authority.ways import Seat, seats, way_of
from samverkan_core.indexing import Index
from samverkan_core.model.mandate import Mandate, Scope

__all__ = ["carrying", "free_seats", "may_hold", "shortest"]


def shortest(book: Index, question: Question) -> Chain | None:
    """Give the chain that carries with the fewest mandates, then by its ids; None without any."""
    free = free_seats(book, question)
    found = (chain for seat in free for chain in carrying(book, question, seat))
    return min(found, key=_length_then_order, default=None)


def _length_then_order(chain: Chain) -> tuple[int, tuple[object, ...]]:
    return len(chain.mandates), chain.order


def free_seats(book: Index, question: Question) -> tuple[Seat, ...]:
    """Give the seats of whoever asks that nothing keeps them from acting by."""
    register = book.once(register_of)
    key = (register.span(question.at), question.who, question.power)
    free = (seat for seat in seats(book, question) if not seat.breaks)
    return kept(register.seats, key, lambda: tuple(free))


def carrying(book: Index, question: Question, seat: Seat) -> Iterator[Chain]:
    """Give the chains that carry by one seat."""
    outside = is_from_outside(seat.appointment)
    for chain in _of_the_day(book, question, seat.holder):
        if not any(chain.breaks_of_the_matter(book, question)):
            own = chain.held_by(seat.appointment)
            # Only how a person serves can then still speak against it.
            if not outside or not any(own.breaks_of_the_day(book, question)):
                yield own


def _of_the_day(book: Index, question: Question, holder: str) -> Iterator[Chain]:
    """Give the chains of a holder in which everything is in order on the day.

    Only mandates are looked at whose scope may cover what is asked about.
    """
    granted = granted_to(book, holder)
    for place in places(book, question.on):
        for mandate in granted.get(place, ()):
            yield from _whole(book, question, mandate, holder)


def _whole(book: Index, question: Question, mandate: Mandate, holder: str) -> tuple[Chain, ...]:
    """Give the chain of a mandate for one of its holders; none where it does not carry."""
    register = book.once(register_of)
    key = (register.span(question.at), question.power, str(mandate.id), holder)
    return kept(register.chains, key, lambda: tuple(_found(book, question, mandate, holder)))


def _found(book: Index, question: Question, mandate: Mandate, holder: str) -> Iterator[Chain]:
    way = way_of(book, Seat(holder=holder), mandate, question.at)
    if not way.breaks and question.power in mandate.powers:
        chain = chain_of(book, question, way)
        if not any(chain.breaks_of_the_day(book, question)):
            yield chain


def may_hold(book: Index, target: Scope) -> frozenset[str]:
    """Give the ids of all holders of mandates whose scope may cover a target."""
    holders = book.once(holders_at)
    return frozenset(name for place in places(book, target) for name in holders.get(place, ()))
