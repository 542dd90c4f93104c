"""Days, periods and days that are only partly known.

The only module that does calendar work; the calendar library behind it is imported on first use.
All days are given by the caller: nothing here knows which day it is today.
"""

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache
from typing import TypeGuard

import attrs

from samverkan_core.errors import InvalidValue, NotADay
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Lang, language

__all__ = [
    "A_YEAR",
    "PartialDate",
    "Period",
    "TimeBox",
    "day_from_text",
    "day_of_week",
    "happened_by",
    "in_force",
    "last_day_of_month",
    "moved",
    "out_of_order",
    "over",
    "start_of_last",
    "the_day",
]

#: A year, in months.
A_YEAR = 12

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTIAL = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


def day_from_text(text: str) -> dt.date | None:
    """Read `YYYY-MM-DD` in ASCII digits and nothing else; None where no such day exists."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def the_day(at: object) -> dt.date:
    """Take a day from a caller, or refuse a moment: which day it was depends on the zone."""
    if not isinstance(at, dt.date) or isinstance(at, dt.datetime):
        raise NotADay(at)
    return dt.date(at.year, at.month, at.day)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Period:
    """A span of days (giltighetstid); the first and the last day both belong to it."""

    #: The first day; None where nobody knows it.
    first_day: dt.date | None = None
    #: The last day; None where it is open-ended (tills vidare).
    last_day: dt.date | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    @property
    def is_backwards(self) -> bool:
        """Whether it ends before it starts, so that it says nothing of any day."""
        if self.first_day is None or self.last_day is None:
            return False
        return self.last_day < self.first_day

    def is_to_come_on(self, day: dt.date) -> bool:
        """Tell whether it begins after a day; one that ends before it starts never does."""
        return not self.is_backwards and self.first_day is not None and day < self.first_day

    def is_over_by(self, day: dt.date) -> bool:
        """Tell whether it ended before a day; one that ends before it starts never held."""
        return not self.is_backwards and over(self.last_day, day)

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether a day lies in the period; an unknown first day is taken as long ago."""
        return (self.first_day is None or self.first_day <= day) and (
            self.last_day is None or day <= self.last_day
        )


def moved(day: dt.date, *, years: int = 0, months: int = 0, days: int = 0) -> dt.date:
    """Give the day that lies so many calendar years, months and days later, or earlier.

    A month that lacks the day gives its own last day; beyond the calendar its edge is given.

    >>> moved(dt.date(2025, 10, 31), months=4)
    datetime.date(2026, 2, 28)
    """
    # On first use: a program that never moves a day does not pay for the library.
    from pendulum import Date

    try:
        there = Date(day.year, day.month, day.day).add(years=years, months=months, days=days)
    except (ValueError, OverflowError):
        return dt.date.max if (years, months, days) > (0, 0, 0) else dt.date.min
    return dt.date(there.year, there.month, there.day)


def start_of_last(months: int, day: dt.date) -> dt.date:
    """Give the first day of the last so many months (de senaste månaderna) up to a day.

    It has the same number in its month, and belongs to them: who meets each year on the same day
    has met within the year on that day, whether before or after the meeting. Where its month lacks
    the number it is the month's last day.

    >>> start_of_last(A_YEAR, dt.date(2015, 3, 1))
    datetime.date(2014, 3, 1)
    """
    return moved(day, months=-months)


def last_day_of_month(year: int, month: int) -> dt.date:
    """Give the last day of a month.

    >>> last_day_of_month(2023, 2)
    datetime.date(2023, 2, 28)
    """
    return dt.date(year, month, monthrange(year, month)[1])


def day_of_week(year: int, week: int) -> dt.date | None:
    """Give the Monday of an ISO week, which may lie in the year before; None if there is none.

    >>> day_of_week(2026, 48)
    datetime.date(2026, 11, 23)
    """
    try:
        return dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def over(last_day: dt.date | None, day: dt.date) -> TypeGuard[dt.date]:
    """Tell whether a last day has passed on a day; what has none is never over."""
    return last_day is not None and last_day < day


def in_force(period: Period | None, day: dt.date) -> bool:
    """Tell whether something holds on a day; what has no period holds always."""
    return period is None or period.holds_on(day)


@answers("AT-25")
@attrs.frozen(kw_only=True, field_transformer=checked)
class PartialDate:
    """A day of which perhaps only the month or the year is known, perhaps only about.

    `about` widens the span by one unit of what was written on each side: about November 2008
    lies between October and December 2008. The margin is this library's own convention.

    >>> PartialDate(when="2008-11").latest
    datetime.date(2008, 11, 30)
    """

    #: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as the source says.
    when: str
    #: Whether the source says "about".
    about: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a text that is no year, month or day."""
        if _span(self.when, about=False) is None:
            message = "PartialDate.when must be YYYY, YYYY-MM or YYYY-MM-DD and exist"
            raise InvalidValue(message)

    @classmethod
    def on(cls, day: dt.date) -> "PartialDate":
        """Give a day that is known to the day.

        >>> PartialDate.on(dt.date(2008, 11, 3)).when
        '2008-11-03'
        """
        return cls(when=day.isoformat())

    @property
    def earliest(self) -> dt.date:
        """The first day that it may have been."""
        return self._bounds[0]

    @property
    def latest(self) -> dt.date:
        """The last day that it may have been."""
        return self._bounds[1]

    @property
    def _bounds(self) -> tuple[dt.date, dt.date]:
        bounds = _span(self.when, about=self.about)
        if bounds is None:  # pragma: no cover - the constructor has refused such a text
            raise InvalidValue(self.when)
        return bounds

    @property
    def exact(self) -> dt.date | None:
        """The day itself, where it is known to the day."""
        first, last = self._bounds
        return first if first == last else None

    def text(self, lang: Lang = "sv") -> str:
        """Write the day for people, as far as it is known.

        >>> PartialDate(when="2008-11", about=True).text()
        'omkring 2008-11'
        """
        about = "omkring" if language(lang) == "sv" else "about"
        return f"{about} {self.when}" if self.about else self.when

    def before(self, day: dt.date) -> bool | None:
        """Tell whether it was before a day; None where that cannot be judged."""
        return _agreed(self.latest < day, self.earliest < day)

    def by(self, day: dt.date) -> bool | None:
        """Tell whether it was on a day or before; None where that cannot be judged."""
        return _agreed(self.latest <= day, self.earliest <= day)

    def after(self, other: "PartialDate") -> bool | None:
        """Tell whether it was after another; None where that cannot be judged."""
        return _agreed(self.earliest > other.latest, self.latest > other.earliest)


def happened_by(when: PartialDate | None, day: dt.date) -> bool | None:
    """Tell whether something was on a day or before; None also where nobody has said when.

    >>> happened_by(PartialDate(when="2008-11"), dt.date(2008, 11, 30))
    True
    """
    return None if when is None else when.by(day)


def out_of_order(first: PartialDate, second: PartialDate) -> bool | None:
    """Tell whether what stands first came after what stands second; None where not known.

    Two of one month, both known by month only, are taken to stand in their order.

    >>> out_of_order(PartialDate(when="2008-11"), PartialDate(when="2008-11"))
    False
    """
    return False if first.when == second.when else first.after(second)


@attrs.frozen(kw_only=True, field_transformer=checked)
class TimeBox:
    """The time that a focus area has been given (tidsättning), both ends included.

    Plans are often known by month or year only, so both ends are partial dates.
    """

    #: When the work starts.
    starts: PartialDate | None = None
    #: When the work is planned to be finished.
    ends: PartialDate | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


def _agreed(surely: bool, possibly: bool) -> bool | None:  # noqa: FBT001 - two answers to one question
    return surely if surely == possibly else None


@lru_cache(maxsize=4096)
def _span(text: str, *, about: bool) -> tuple[dt.date, dt.date] | None:
    if not _PARTIAL.fullmatch(text):
        return None
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    try:
        first = dt.date(year, month, day)
    except ValueError:
        return None
    return _widened(first, _UNITS[text.count("-")], margin=int(about))


_UNITS = ("years", "months", "days")


def _widened(first: dt.date, unit: str, *, margin: int) -> tuple[dt.date, dt.date]:
    """Give the first and last day of a calendar unit, with a margin of whole units around it."""
    beyond = moved(first, **{unit: 1 + margin})
    last = beyond if beyond == dt.date.max else beyond - dt.timedelta(days=1)
    return moved(first, **{unit: -margin}), last
