"""Finding the chains that carry: kept for each holder, so that a later question only looks them up.

A chain is judged in two parts. What holds of it on the day, whatever it is asked about and whoever
serves in the office, is found once for each holder, power and span of days. What depends on the
matter, and on who asks, is judged each time.
"""

from collections.abc import Iterator

from samverkan_core.authority.chain import Chain, chain_of
from samverkan_core.authority.limits import is_from_outside
from samverkan_core.authority.question import Question
from samverkan_core.authority.register import kept, register_of
from samverkan_core.authority.ways import Seat, held_as, seats
from samverkan_core.indexing import Index

__all__ = ["carrying", "free_seats", "shortest"]


def shortest(book: Index, question: Question) -> Chain | None:
    """Give the chain that carries with the fewest mandates, then by its ids; None without any."""
    free = free_seats(book, question)
    firsts = (next(carrying(book, question, seat), None) for seat in free)
    found = (chain for chain in firsts if chain is not None)
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
    """Give the chains that carry by one seat, those with the fewest mandates first."""
    outside = is_from_outside(seat.appointment)
    for chain in _of_the_day(book, question, seat.holder):
        if not any(chain.breaks_of_the_matter(book, question)):
            own = chain.held_by(seat.appointment)
            # Only how a person serves can then still speak against it.
            if not outside or not any(own.breaks_of_the_day(book, question)):
                yield own


def _of_the_day(book: Index, question: Question, holder: str) -> tuple[Chain, ...]:
    """Give the chains of a holder in which everything is in order on the day."""
    register = book.once(register_of)
    key = (register.span(question.at), holder, question.power)
    return kept(register.chains, key, lambda: tuple(_found(book, question, holder)))


def _found(book: Index, question: Question, holder: str) -> list[Chain]:
    ways = held_as(book, Seat(holder=holder), question.at)
    near = (way for way in ways if not way.breaks and question.power in way.mandate.powers)
    chains = (chain_of(book, question, way) for way in near)
    whole = (one for one in chains if not any(one.breaks_of_the_day(book, question)))
    return sorted(whole, key=_length_then_order)
