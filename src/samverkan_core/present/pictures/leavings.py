"""What a picture of who leaves when is drawn from: offices, and the days on which they are left."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from samverkan_core.indexing import Index, View, index
from samverkan_core.model.actor import Actor
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.role import Role
from samverkan_core.values.ids import OfficeId
from samverkan_core.values.time import Period, the_day

__all__ = ["Leavings", "Left", "OfficeInTime", "leavings"]

#: The first and the last of some days, by their numbers; one that goes on ends beyond all days.
_Span = tuple[int, int]
_LAST = dt.date.max.toordinal()
_BEYOND = _LAST + 1


@attrs.frozen(kw_only=True)
class Left:
    """A last day on which some hold an office (avgång)."""

    #: The last day.
    day: dt.date
    #: How many leave.
    many: int
    #: How many hold the office on that day, they among them.
    of: int
    #: Whether nobody holds it on the day after.
    empty: bool


@attrs.frozen(kw_only=True)
class OfficeInTime:
    """An office (befattning eller organ) from a day on: when it is held, and when it is left."""

    #: The office.
    office: OfficeId
    #: What it is called; its id where the document does not tell.
    name: str = attrs.field(repr=False)
    #: The days on which somebody holds it; a last day of None is not known to come.
    held: tuple[tuple[dt.date, dt.date | None], ...]
    #: The days on which it is left, in order.
    left: tuple[Left, ...]
    #: How many hold it, now or to come, without a last day.
    staying: int


@attrs.frozen(kw_only=True)
class Leavings:
    """Who leaves when, from a day on: by office and by day. No person stands in it."""

    #: The day.
    day: dt.date
    #: The offices that somebody leaves, the first to be left first.
    offices: tuple[OfficeInTime, ...]
    #: The offices that are held and that nobody is known to leave, in the order of the document.
    kept: tuple[OfficeInTime, ...]
    #: How many leave on each day, over all offices, in order of day.
    by_day: tuple[tuple[dt.date, int], ...]
    #: How many have left before the day.
    before: int

    @property
    def all(self) -> int:
        """How many leave in all; whoever leaves two offices is counted in each."""
        return sum(many for _, many in self.by_day)

    @property
    def most(self) -> int:
        """How many leave on the day on which most do."""
        return max((many for _, many in self.by_day), default=0)

    @property
    def years(self) -> tuple[int, int]:
        """The year of the day, and the last in which an office that is left is taken or left."""
        taken = (first for one in self.offices for first, _ in one.held)
        return self.day.year, max(day.year for day in (self.day, *taken, *dict(self.by_day)))


def leavings(collab: Collaboration | Index, at: dt.date) -> Leavings:
    """Look through the appointments for who leaves which office, and on which last day.

    Whoever is appointed anew from the day after does not leave. An office that is there for a time
    only is left by all on its last day. What ends before it begins says nothing of any day.
    """
    view, day = index(collab).whole, the_day(at)
    held = [(office, _spans_of(view, office, these)) for office, these in _by_office(view)]
    shown = [_office(view, office, spans, day.toordinal()) for office, spans in held]
    left = sorted((one for one in shown if one.left), key=lambda one: one.left[0].day)
    by_day = Counter[dt.date]()
    for one in left:
        by_day.update({each.day: each.many for each in one.left})
    return Leavings(
        day=day,
        offices=tuple(left),
        kept=tuple(one for one in shown if one.held and not one.left),
        by_day=tuple(sorted(by_day.items())),
        before=sum(last < day.toordinal() for _, spans in held for _, last in spans),
    )


def _by_office(view: View) -> Iterable[tuple[OfficeId, list[Appointment]]]:
    found = defaultdict[OfficeId, list[Appointment]](list)
    for one in view.appointments.firsts():
        found[one.office].append(one)
    return found.items()


def _spans_of(view: View, office: OfficeId, these: Iterable[Appointment]) -> list[_Span]:
    """Give the days on which each person holds an office without a break."""
    by_person = defaultdict[str, list[_Span]](list)
    thing = _thing(view, office)
    for one in these:
        span = _both(one.period, None if thing is None else thing.period)
        if span is not None:
            by_person[one.person].append(span)
    return [span for spans in by_person.values() for span in _joined(spans)]


def _thing(view: View, office: OfficeId) -> Role | Body | Actor | None:
    return view.roles.get(office) or view.bodies.get(office) or view.actors.get(office)


def _both(one: Period, other: Period | None) -> _Span | None:
    """Give the days that lie in both periods; None where there are none."""
    first, last = _span(one)
    if other is not None:
        begins, ends = _span(other)
        first, last = max(first, begins), min(last, ends)
    return (first, last) if first <= last else None


def _span(period: Period) -> _Span:
    first = 1 if period.first_day is None else period.first_day.toordinal()
    return first, _BEYOND if period.last_day is None else period.last_day.toordinal()


def _joined(spans: Iterable[_Span]) -> list[_Span]:
    """Join spans that overlap or follow each other without a day between."""
    found: list[_Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _office(view: View, office: OfficeId, spans: Sequence[_Span], at: int) -> OfficeInTime:
    there = [span for span in spans if span[1] >= at]
    thing = _thing(view, office)
    return OfficeInTime(
        office=office,
        name=office if thing is None else thing.name,
        held=tuple((_day(max(first, at)), _last(last)) for first, last in _joined(there)),
        left=tuple(_left(there)),
        staying=sum(last == _BEYOND for _, last in there),
    )


def _left(spans: Sequence[_Span]) -> Iterator[Left]:
    """Give the last days of an office, in order."""
    many = Counter(last for _, last in spans if last != _BEYOND)
    firsts, lasts = sorted(first for first, _ in spans), sorted(last for _, last in spans)

    def holders(day: int) -> int:
        return bisect_right(firsts, day) - bisect_left(lasts, day)

    for last in sorted(many):
        yield Left(day=_day(last), many=many[last], of=holders(last), empty=holders(last + 1) == 0)


def _last(number: int) -> dt.date | None:
    return None if number == _BEYOND else _day(number)


def _day(number: int) -> dt.date:
    return dt.date.fromordinal(number)
