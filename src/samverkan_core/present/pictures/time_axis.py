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
    taken: list[_Lane] = []
    found: list[int] = []
    for span in spans:
        free = (number for number, lane in enumerate(taken) if not lane.meets(span))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append(_Lane())
        taken[lane].add(span)
        found.append(lane)
    return tuple(found)


class _Lane:
    """The spans that stand in one lane, and how far they reach."""

    __slots__ = ("_held", "_reach")

    def __init__(self) -> None:
        self._held: list[tuple[int, int]] = []
        self._reach = 0

    def meets(self, span: tuple[int, int]) -> bool:
        # Spans mostly come from left to right, and then none need be gone through.
        left, right = span
        return left < self._reach and any(
            begins < right and left < ends for begins, ends in reversed(self._held)
        )

    def add(self, span: tuple[int, int]) -> None:
        self._reach = max(self._reach, span[1])
        self._held.append(span)


def _steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
