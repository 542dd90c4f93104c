"""Time from left to right: whole years, with as many days written out as there is room for."""

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

__all__ = ["TimeAxis", "axis_over", "lanes"]

#: The least room between two days that are written out.
_ROOM = 60
_MONTHS = (3, 6)
_MONTHS_A_YEAR = 12


@attrs.frozen(kw_only=True)
class TimeAxis:
    """An axis over whole years."""

    #: The first day on it.
    first: dt.date
    #: The last day on it.
    last: dt.date
    #: Where it begins.
    left: int
    #: Where it ends.
    right: int

    def x(self, day: dt.date) -> int:
        """Say where a day stands; one that lies outside stands at the edge."""
        return self._at(day.toordinal())

    def x_after(self, day: dt.date) -> int:
        """Say where a day is over."""
        return self._at(day.toordinal() + 1)

    def _at(self, number: int) -> int:
        whole = self.last.toordinal() + 1 - self.first.toordinal()
        gone = min(max(number - self.first.toordinal(), 0), whole)
        return self.left + gone * (self.right - self.left) // whole

    def ticks(self) -> Iterator[tuple[int, str]]:
        """Give the days that are written out: where each stands, and what it is called."""
        years = self.last.year - self.first.year + 1
        most = (self.right - self.left) // _ROOM
        for months in _MONTHS:
            if years * _MONTHS_A_YEAR // months <= most:
                yield from self._months(months)
                return
        step = next(one for one in _steps() if -(-years // one) <= most)
        for year in range(self.first.year, self.last.year + 1, step):
            yield self.x(dt.date(year, 1, 1)), f"{year:04}"

    def _months(self, step: int) -> Iterator[tuple[int, str]]:
        for year in range(self.first.year, self.last.year + 1):
            for month in range(1, _MONTHS_A_YEAR + 1, step):
                day = dt.date(year, month, 1)
                yield self.x(day), day.isoformat()[:7]


def axis_over(days: Iterable[dt.date], *, left: int, right: int) -> TimeAxis:
    """Make an axis over all years that some days lie in."""
    years = [day.year for day in days]
    return TimeAxis(
        first=dt.date(min(years), 1, 1),
        last=dt.date(max(years), 12, 31),
        left=left,
        right=right,
    )


def lanes(spans: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Give each of several spans the first lane in which it meets none before it.

    >>> lanes([(0, 20), (10, 30), (20, 40)])
    (0, 1, 0)
    """
    taken: list[tuple[int, int, int]] = []
    for left, right in spans:
        met = {lane for begins, ends, lane in taken if begins < right and left < ends}
        free = next(lane for lane in range(len(taken) + 1) if lane not in met)
        taken.append((left, right, free))
    return tuple(lane for _, _, lane in taken)


def _steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
