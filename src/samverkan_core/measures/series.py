"""Series of numbers over time: what is late, what has changed, and how far that can be judged.

Values come in with the version of the question and the group that they are about, and only like is
compared with like. A worse number is never called a failure: light on a problem makes more of it
seen (rows SB-83, SB-84). The comparison is this library's own and rests on no publication.
"""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

import attrs

from samverkan_core.values.answers import answers
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import PartialDate, moved

__all__ = [
    "Direction",
    "Gap",
    "Group",
    "Point",
    "Reading",
    "change",
    "gaps",
    "late",
    "overdue",
    "reading",
]

#: The people behind a value: pairs of what they were singled out by, and which of them.
Group = tuple[tuple[str, str], ...]

_A_DAY = dt.timedelta(days=1)
_FULL = len("YYYY-MM-DD")


class Direction(Labelled):
    """Which way of an indicator is better."""

    HIGHER_BETTER = ("higher_better", "högre är bättre", "higher is better")
    LOWER_BETTER = ("lower_better", "lägre är bättre", "lower is better")
    NEITHER = ("neither", "varken högre eller lägre är bättre", "neither is better")


class Reading(Labelled):
    """How a change can be read."""

    BETTER = ("better", "bättre", "better")
    WORSE = ("worse", "sämre", "worse")
    WORSE_OR_SEEN = (
        "worse_or_seen",
        "sämre, eller bara mer synligt",
        "worse, or only more visible",
    )
    UNCHANGED = ("unchanged", "oförändrat", "unchanged")
    OTHER = ("other", "ändrat, utan att det ena är bättre", "changed, neither being better")
    NOT_COMPARABLE = ("not_comparable", "går inte att jämföra", "not comparable")


@attrs.frozen(kw_only=True)
class Point:
    """One value of a series."""

    #: The year, month or day that it speaks of.
    when: PartialDate
    #: The value; None where there is none, which is never zero.
    value: Fraction | None
    #: The version of the question by which it was made.
    version: str | None = None
    #: The people behind it.
    group: Group = ()


@attrs.frozen
class Gap:
    """A stretch of a series that is longer than its cadence, or may be."""

    #: The value before it.
    after: PartialDate
    #: The value at the end of it.
    until: PartialDate
    #: Whether it surely is too long; otherwise the days are not known well enough.
    surely: bool


def late(before: PartialDate, after: PartialDate, months: int) -> bool | None:
    """Tell whether a value came later than so many months after another; None where unknown.

    Two that are written alike are compared as they are written: from 2014 to 2016 is 24 months,
    whichever days of those years were meant.

    >>> late(PartialDate(when="2014"), PartialDate(when="2016"), 24)
    False
    >>> late(PartialDate(when="2014"), PartialDate(when="2016-01-15"), 12)
    True
    """
    if after.earliest > _due(before, months):
        return True
    if after.latest <= moved(before.earliest, months=months):
        return False
    alike = len(before.when) == len(after.when) and not (before.about or after.about)
    return False if alike and after.earliest <= moved(before.earliest, months=months) else None


def overdue(last: PartialDate, day: dt.date, months: int) -> bool | None:
    """Tell whether the next value should have come by a day; None where that is not known.

    A year's value is followed by another year's, which may come until that year is over.

    >>> overdue(PartialDate(when="2014"), dt.date(2016, 6, 1), 24)
    False
    """
    if day > _due(last, months):
        return True
    surely_not = not last.about or day <= moved(last.earliest, months=months)
    return False if surely_not else None


def _due(last: PartialDate, months: int) -> dt.date:
    """Give the last day on which the next value is in time, the earlier one being at its latest."""
    if len(last.when) == _FULL or last.latest == dt.date.max:
        return moved(last.latest, months=months)
    # From the end of a month or year to the end of another, though months differ in length.
    beyond = moved(last.latest + _A_DAY, months=months)
    return beyond if beyond == dt.date.max else beyond - _A_DAY


def gaps(days: Iterable[PartialDate], months: int) -> tuple[Gap, ...]:
    """Give each stretch between neighbours that is longer than so many months, or may be.

    >>> years = [PartialDate(when=year) for year in ("2010", "2012", "2016")]
    >>> [(gap.after.when, gap.until.when) for gap in gaps(years, 24)]
    [('2012', '2016')]
    """
    ordered = sorted(days, key=lambda one: (one.earliest, one.latest))
    judged = ((pair, late(*pair, months)) for pair in pairwise(ordered))
    return tuple(Gap(*pair, verdict is True) for pair, verdict in judged if verdict is not False)


def change(before: Point, after: Point) -> Fraction | None:
    """Give how much a value differs from another; None where the two are not alike.

    They are alike where version and group are the same and both have a value.
    """
    alike = before.version == after.version and sorted(before.group) == sorted(after.group)
    if not alike or before.value is None or after.value is None:
        return None
    return after.value - before.value


@answers("SB-84")
def reading(
    difference: Fraction | None,
    direction: Direction | None,
    *,
    detection_effect_possible: bool = False,
) -> Reading:
    """Say how a change can be read; that something works or fails is never said.

    >>> more_seen = reading(Fraction(3), Direction.LOWER_BETTER, detection_effect_possible=True)
    >>> more_seen.en
    'worse, or only more visible'
    """
    if difference is None:
        return Reading.NOT_COMPARABLE
    if difference == 0:
        return Reading.UNCHANGED
    if direction is None or direction is Direction.NEITHER:
        return Reading.OTHER
    if (difference > 0) == (direction is Direction.HIGHER_BETTER):
        return Reading.BETTER
    return Reading.WORSE_OR_SEEN if detection_effect_possible else Reading.WORSE
