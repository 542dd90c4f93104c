"""What an index tells of authority, worked out when it is first asked for and kept with the index.

Between two days on which something begins or ends nothing changes. So what has been found out for
one day holds for every day of its span, and a document has no more spans than it has such days.
"""

import datetime as dt
import functools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

import attrs

from samverkan_core.authority.chain import Chain
from samverkan_core.authority.parts import Holding, Link
from samverkan_core.authority.proof import Decision
from samverkan_core.authority.scopes import Place, own_places
from samverkan_core.authority.ways import Seat
from samverkan_core.indexing import Index
from samverkan_core.model.mandate import Mandate, Power, Scope
from samverkan_core.reference.acts import ACTS
from samverkan_core.reference.laws import laws
from samverkan_core.values.time import Period

__all__ = ["Asked", "Register", "granted_to", "holders_at", "kept", "register_of"]

K = TypeVar("K")
V = TypeVar("V")

#: A question of who may, as it is put: what, about what, on which day.
Asked: TypeAlias = tuple[Power, Scope | str | None, dt.date]

#: So many answers are kept; whoever asks more than that has some of them found anew.
_MOST = 10_000


@attrs.frozen(eq=False)
class Register:
    """What has been found out of one index about who may do what (behörighetsregister).

    The maps are filled as questions come. What they hold follows from the index alone, so that no
    answer depends on what was asked before.
    """

    #: The days on which something is otherwise than on the day before, in order.
    turns: tuple[dt.date, ...]
    #: Holder or substitute -> the mandates, by the places of their scopes.
    granted: dict[str, Mapping[Place, Sequence[Mandate]]] = attrs.field(factory=dict)
    #: Span, who and power -> the ways in which they may come to hold a mandate.
    seats: dict[tuple[int, str, Power], tuple[Seat, ...]] = attrs.field(factory=dict)
    #: Span, power, mandate and holder -> its chain, where that carries whatever is asked about.
    chains: dict[tuple[int, Power, str, str], tuple[Chain, ...]] = attrs.field(factory=dict)
    #: Mandate and holder -> its chain, written down.
    links: dict[tuple[str, str], tuple[Link, ...]] = attrs.field(factory=dict)
    #: Appointment -> the same, written down.
    holdings: dict[str, Holding] = attrs.field(factory=dict)
    #: Questions that have been answered.
    answers: dict[tuple[str, Power, Scope | str | None, dt.date], Decision] = attrs.field(
        factory=dict
    )
    #: Questions of who may that have been answered.
    everybody: dict[Asked, tuple[str, ...]] = attrs.field(factory=dict)

    def span(self, day: dt.date) -> int:
        """Number the span of days in which a day lies: nothing begins or ends within it."""
        return bisect_right(self.turns, day)


def kept(found: dict[K, V], key: K, find: Callable[[], V]) -> V:
    """Give what is kept under a key; where there is nothing, find it and keep it."""
    held = found.get(key)
    if held is None:
        held = find()
        if len(found) >= _MOST:
            # What comes next is likely to be asked about again, what came first is not.
            found.clear()
        found[key] = held
    return held


def register_of(book: Index) -> Register:
    """Begin the register of an index."""
    revoked = (mandate.revoked_from for mandate in book.shelves["mandates"])
    turns = {*_turns_of(_periods(book)), *_days(revoked), *_turns_of_law()}
    return Register(turns=tuple(sorted(turns)))


def granted_to(book: Index, holder: str) -> Mapping[Place, Sequence[Mandate]]:
    """Give the mandates that name a holder, by the places of their scopes."""
    return kept(book.once(register_of).granted, holder, lambda: _granted(book, holder))


def _granted(book: Index, holder: str) -> Mapping[Place, Sequence[Mandate]]:
    found: dict[Place, list[Mandate]] = {}
    for mandate in book.mandates_of.get(holder, ()):
        for place in own_places(mandate.scope):
            found.setdefault(place, []).append(mandate)
    return found


def holders_at(book: Index) -> Mapping[Place, Sequence[str]]:
    """Gather those who hold mandates by the places of the scopes."""
    found: dict[Place, list[str]] = {}
    for holder in book.mandates_of:
        for place in granted_to(book, holder):
            found.setdefault(place, []).append(holder)
    return found


# --- days ------------------------------------------------------------------------------------

#: The collections of which each thing holds for a period.
_DATED = ("mandates", "appointments", "bodies", "roles", "actors", "documents")


def _periods(book: Index) -> list[Period]:
    dated = [thing.period for name in _DATED for thing in book.shelves[name]]
    away = [absence.period for held in book.shelves["appointments"] for absence in held.absences]
    return [period for period in (*dated, *away) if period is not None]


@functools.cache
def _turns_of_law() -> frozenset[dt.date]:
    """Give the days on which the table of law says something else than on the day before."""
    periods = (
        *(Period(first_day=row.first_day, last_day=row.last_day) for row in laws()),
        *(Period(first_day=row.read_from) for row in laws()),
        *(Period(last_day=act.last_day) for act in ACTS.values()),
    )
    return frozenset(_turns_of(periods))


def _turns_of(periods: Sequence[Period]) -> Iterator[dt.date]:
    """Give the first day of each period, and the first after it."""
    yield from _days(period.first_day for period in periods)
    for last in _days(period.last_day for period in periods):
        if last < dt.date.max:
            yield last + dt.timedelta(days=1)


def _days(days: Iterable[dt.date | None]) -> set[dt.date]:
    return {day for day in days if day is not None}
