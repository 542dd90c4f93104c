"""A question with its document, the chain that was built to permit it, and days around it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar

import attrs

from samverkan_core.model.anatomy import Thing
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Mandate, Matter, Power, Scope
from samverkan_core.testing.edit import added, replaced
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.time import Period

__all__ = ["MANNERS", "Asked", "Plan", "around", "coming", "ended", "evolved", "first_of", "moved"]

T = TypeVar("T")

#: How ids are made of a word and a number.
MANNERS = ("{}-{}", "{}/{}", "{} {} ~ å", "id:{}.{}")
#: How many days away the ends of periods lie: mostly so near that one day decides.
_BACK = (365, 0, 1, 30, 4000)
_AHEAD = (None, 0, 1, 30, 4000)
_BEYOND = (1, 2, 30, 400)


@attrs.frozen(kw_only=True)
class Asked:
    """A question about authority, and the document that it is asked of (behörighetsfråga)."""

    #: The document.
    collab: Collaboration
    #: The id of the person or body that would act.
    who: str
    #: What they would do.
    power: Power
    #: What it is about: a scope, the id of one thing, or everything.
    on: Scope | str | None
    #: The day on which they would act.
    at: dt.date


@attrs.frozen(kw_only=True)
class Plan:
    """A question under construction, and the chain that permits it until it is spoilt."""

    #: The question.
    asked: Asked
    #: The ids of the mandates of the chain, the one that is held first.
    chain: tuple[str, ...]
    #: What the question is about, written as a scope.
    target: Scope

    @property
    def collab(self) -> Collaboration:
        """The document."""
        return self.asked.collab

    def link(self, position: int) -> Mandate:
        """Give a mandate of the chain, as it now stands."""
        return first_of(self.collab.mandates, self.chain[position])

    def matters(self) -> tuple[Matter, ...]:
        """Give the matters that the question names."""
        return tuple(first_of(self.collab.matters, id_) for id_ in self.target.matters or ())

    def appointments(self) -> tuple[Appointment, ...]:
        """Give the appointments of whoever would act."""
        held = self.collab.appointments
        return tuple(one for one in held if one.person == self.asked.who)

    def asking(self, **changes: Any) -> "Plan":  # noqa: ANN401 - members of Asked, of any type
        """Ask something else."""
        return attrs.evolve(self, asked=attrs.evolve(self.asked, **changes))

    def adding(self, *things: Thing) -> "Plan":
        """Put things last in their collections."""
        return self.asking(collab=added(self.collab, *things))

    def changing(self, thing: Thing, **changes: Any) -> "Plan":  # noqa: ANN401 - members of a thing
        """Change members of one thing of the document."""
        new = evolved(thing, **changes)
        return self.asking(collab=replaced(self.collab, thing, new))


def evolved(thing: T, **changes: Any) -> T:  # noqa: ANN401 - members of a thing, of any type
    """Make a thing like another but for some members, whatever class it is of."""
    new: T = attrs.evolve(thing, **changes)  # type: ignore[misc]  # things are of attrs classes
    return new


def first_of(things: Iterable[T], id_: str) -> T:
    """Give the first thing of an id, which is the one that counts."""
    return next(thing for thing in things if getattr(thing, "id", None) == id_)


def moved(day: dt.date, days: int) -> dt.date:
    """Give a day so many days away; the calendar's ends are never passed."""
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))


def around(hand: Hand) -> Period:
    """Draw a period that holds on the day; its ends lie on it, beside it or far away."""
    last = hand.one(_AHEAD)
    return Period(
        first_day=moved(hand.at, -hand.one(_BACK)),
        last_day=None if last is None else moved(hand.at, last),
    )


def ended(hand: Hand) -> Period:
    """Draw a period that ended before the day, perhaps on the day before."""
    last = moved(hand.at, -hand.one(_BEYOND))
    return Period(first_day=moved(last, -hand.one(_BACK)), last_day=last)


def coming(hand: Hand) -> Period:
    """Draw a period that begins after the day, perhaps on the day after."""
    return Period(first_day=moved(hand.at, hand.one(_BEYOND)))
