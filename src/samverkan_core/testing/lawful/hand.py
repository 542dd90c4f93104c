"""The hand that draws lawful worlds: small choices, and days that lie right about one day.

Every choice is a number from 0, and 0 is the simplest, so that hypothesis can make a failing world
small. Days are drawn forward or back from a day that is known, never at random and then thrown
away.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

import attrs
from hypothesis import strategies as st

from samverkan_core.model.common import DatedName, Resolution
from samverkan_core.reference.laws import Law, laws
from samverkan_core.reference.seeds import SEEDS
from samverkan_core.testing.choice import chosen, up_to
from samverkan_core.testing.lawful import words
from samverkan_core.testing.texts import extensions, odd_texts
from samverkan_core.values.ids import BodyId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate, Period

__all__ = ["Hand", "Perhaps"]

T = TypeVar("T")
#: How a member is drawn: every other time, or once in so many times.
Perhaps: TypeAlias = "Callable[[], Any] | tuple[int, Callable[[], Any]]"

#: How far back and ahead days are drawn, about eleven years.
_REACH = dt.timedelta(days=4000)
_A_DAY = dt.timedelta(days=1)
#: How much of YYYY-MM-DD is written, whether it is only about then, whether members are kept.
_WRITTEN = (
    *(((10, False, False), (7, False, False), (4, False, False)) * 5),
    *(((10, True, False), (7, True, False), (4, True, False)) * 2),
    (10, False, True),
)
#: One text in this many is odd, or fewer.
_PHRASES = 12
_ODD = odd_texts()
_EXTENSIONS = extensions()


@lru_cache
def _law_of(day: dt.date) -> tuple[Law, ...]:
    return tuple(row for row in laws() if row.holds(day))


@attrs.frozen
class Hand:
    """What draws one world: hypothesis' draw, the day of the world, and the manner of its ids."""

    #: Hypothesis' draw.
    draw: st.DrawFn = attrs.field(repr=False)
    #: The day on which the world is lawful.
    at: dt.date
    #: How ids are made of a word and a number.
    manner: str = "{}-{}"

    def up_to(self, most: int) -> int:
        """Draw a number from 0."""
        return self.draw(up_to(most))

    def one(self, items: Sequence[T]) -> T:
        """Choose one of several, the first being the simplest."""
        return items[self.draw(up_to(len(items) - 1))]

    def some(self, items: Iterable[T], least: int, most: int) -> list[T]:
        """Choose several different ones."""
        left = list(items)
        count = min(least + self.up_to(most - least), len(left))
        return [left.pop(self.up_to(len(left) - 1)) for _ in range(count)]

    def yes(self, one_in: int = 2) -> bool:
        """Say yes now and then; no is the simplest."""
        return self.up_to(one_in - 1) == one_in - 1

    def mostly(self) -> bool:
        """Say yes two times of three; no is the simplest."""
        return self.up_to(2) > 0

    def perhaps(self, **members: Perhaps) -> dict[str, Any]:
        """Draw some of the members of a thing: every other time, or once in so many times."""
        drawers = [
            ((name, perhaps[1]), perhaps[0]) if isinstance(perhaps, tuple) else ((name, perhaps), 2)
            for name, perhaps in members.items()
        ]
        return {name: drawer() for name, drawer in tuple(chosen(self.draw, drawers))}

    def beside(self, one_in: int = 4) -> dict[str, Perhaps]:
        """Say what any thing may carry: its sources, that it is made up, kept members."""
        return {
            "sources": (one_in, self.sources),
            "illustrative": (one_in, lambda: True),
            "kept": (one_in, self.kept),
        }

    def kept_too(self, one_in: int = 4) -> dict[str, Any]:
        """Draw kept members once in so many times."""
        return {"kept": self.kept()} if self.yes(one_in) else {}

    def id(self, word: str, number: int) -> str:
        """Name a thing, in the manner of this world."""
        return self.manner.format(word, number)

    def text(self, phrases: Sequence[str]) -> str:
        """Choose a phrase; now and then a text of characters that few people type."""
        count = max(len(phrases), _PHRASES)
        number = self.up_to(count)
        return self.odd() if number == count else phrases[number % len(phrases)]

    def texts(self, phrases: Sequence[str], most: int = 3) -> tuple[str, ...]:
        """Choose one or several phrases."""
        return tuple(self.some(phrases, 1, most))

    def odd(self) -> str:
        """Draw a text of characters that few people type."""
        return self.draw(_ODD)

    def kept(self) -> JsonObject:
        """Draw what other programs have written beside our members."""
        return self.draw(_EXTENSIONS)

    # Days.

    def day(self, first: dt.date, last: dt.date) -> dt.date:
        """Draw a day between two, both included."""
        return first + self.up_to((last - first).days) * _A_DAY

    def before(self, last: dt.date) -> dt.date:
        """Draw a day that is no later than another, which is the simplest."""
        return last - self.up_to(_REACH.days) * _A_DAY

    def after(self, first: dt.date) -> dt.date:
        """Draw a day that is no earlier than another, which is the simplest."""
        return first + self.up_to(_REACH.days) * _A_DAY

    def known_day(self) -> dt.date:
        """Draw the day on which something became known, at the latest the world's own."""
        return self.before(self.at)

    def within(self, first: dt.date, last: dt.date) -> PartialDate:
        """Draw a day that perhaps is known only partly, but surely lies between two days."""
        return self._partly(self.day(first, last), first, last)

    def by(self, last: dt.date) -> PartialDate:
        """Draw a day, perhaps known only partly, that surely is no later than another."""
        return self._partly(self.before(last), dt.date.min, last)

    def since(self, first: dt.date) -> PartialDate:
        """Draw a day, perhaps known only partly, that surely is no earlier than another."""
        return self._partly(self.after(first), first, dt.date.max)

    def past(self) -> PartialDate:
        """Draw a day, perhaps known only partly, of the world's past."""
        return self.by(self.at)

    def _partly(self, day: dt.date, first: dt.date, last: dt.date) -> PartialDate:
        """Forget as much of a day as can be forgotten without leaving the span of two others."""
        length, about, keeps = self.one(_WRITTEN)
        kept = self.kept() if keeps else NOTHING
        known = PartialDate(when=day.isoformat()[:length], about=about, kept=kept)
        if first <= known.earliest and known.latest <= last:
            return known
        return PartialDate(when=day.isoformat(), kept=kept)

    # Periods.

    def lasting(self) -> Period:
        """Draw a period with a first day that holds on the world's day."""
        more = self.perhaps(last_day=lambda: self.after(self.at), kept=(16, self.kept))
        return Period(first_day=self.before(self.at), **more)

    def ended(self) -> Period:
        """Draw a period with a first day that ended before the world's day."""
        last = self.before(self.at - _A_DAY)
        return Period(first_day=self.before(last), last_day=last, **self.kept_too(16))

    def coming(self) -> Period:
        """Draw a period that begins after the world's day."""
        first = self.after(self.at + _A_DAY)
        more = self.perhaps(last_day=lambda: self.after(first), kept=(16, self.kept))
        return Period(first_day=first, **more)

    def spell(self, first: dt.date, last: dt.date | None) -> Period:
        """Draw a period within two days, around the world's day if that lies between them.

        Where the latter is open, so is the period every other time.
        """
        around = first <= self.at and (last is None or self.at <= last)
        begins = self.day(first, self.at if around else last or first + _REACH)
        beyond = self.at if around else begins
        if last is None:
            return Period(first_day=begins, **self.perhaps(last_day=lambda: self.after(beyond)))
        return Period(first_day=begins, last_day=self.day(beyond, last))

    def known_period(self) -> Period:
        """Draw a period with a first day, whenever."""
        return self.one((self.lasting, self.ended, self.coming))()

    def holding(self) -> Period | None:
        """Draw nothing, or a period that holds on the world's day, its first day known or not."""
        if self.yes(4):
            return Period(last_day=self.after(self.at), **self.kept_too(16))
        return self.lasting() if self.yes() else None

    # What several things have.

    def former_names(self, names: Sequence[str]) -> tuple[DatedName, ...]:
        """Draw names that something bore before."""
        return tuple(
            DatedName(name=self.text(names), period=self.ended(), **self.kept_too(4))
            for _ in range(1 + self.up_to(1))
        )

    def registry_number(self) -> str:
        """Draw the number of a case, as a registry writes it."""
        board = self.one(("SN", "KS", "BUN"))
        return f"{board} {self.known_day().year}/{1 + self.up_to(998)}"

    def decision(self, bodies: Sequence[BodyId] = ()) -> Resolution:
        """Draw a decision, of one of several bodies where there are any."""
        return Resolution(
            body=self.one(bodies) if bodies else None,
            **self.perhaps(
                day=self.past,
                paragraph=lambda: str(1 + self.up_to(250)),
                registry_number=self.registry_number,
                summary=lambda: self.text(words.SUMMARIES),
                recorded_on=self.known_day,
                kept=(8, self.kept),
            ),
        )

    def sources(self) -> tuple[Source, ...]:
        """Draw where something can be looked up."""
        return tuple(self.source() for _ in range(1 + self.up_to(1)))

    def source(self) -> Source:
        """Draw a row of a way of working, a provision, a decision or a page."""
        return self.one((self.seed_row, self.provision, self.minutes, self.page))()

    def seed_row(self) -> Source:
        """Draw a row of a way of working."""
        row = self.one(words.SEED_ROWS)
        title = SEEDS[row.partition("-")[0]]
        return Source(kind=SourceKind.SEED, ref=row, title=title, **self.kept_too(8))

    def provision(self) -> Source:
        """Draw a provision that holds on the world's day."""
        row = self.one(_law_of(self.at))
        return attrs.evolve(row.as_source(), **self.kept_too(8))

    def minutes(self) -> Source:
        """Draw a decision in a board's minutes."""
        return Source(
            kind=SourceKind.DECISION,
            ref=self.one(words.BOARDS),
            **self.perhaps(
                day=self.past,
                paragraph=lambda: str(1 + self.up_to(250)),
                registry_number=self.registry_number,
                kept=self.kept,
            ),
        )

    def page(self) -> Source:
        """Draw a page of a publication."""
        return Source(
            kind=SourceKind.PUBLICATION,
            ref=self.one(words.PUBLICATIONS),
            **self.perhaps(title=lambda: self.text(words.TITLES), day=self.past),
        )
