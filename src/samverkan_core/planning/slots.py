"""When there is room for one more focus area, and what takes the room until then."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import attrs

from samverkan_core.checking import profile_for
from samverkan_core.errors import InvalidValue
from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.focus_limit import days_possibly_open
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.values.answers import answers
from samverkan_core.values.time import Period, the_day

__all__ = ["Full", "Slot", "earliest_slot"]

#: The number of the last day that the calendar has.
_LAST = dt.date.max.toordinal()
#: The rule that few areas are open at once; where a profile leaves it out there is always room.
_LIMIT = "FOC001"


@attrs.frozen(kw_only=True)
class Full:
    """Days in a row on which no place is free (fullt)."""

    #: The days.
    period: Period
    #: Ids of the focus areas that may be open on some of them, in order of the document.
    areas: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Slot:
    """The earliest days for one more focus area (ledig plats)."""

    #: The days; None where there are none as long as nothing is closed.
    period: Period | None
    #: The days before that are full and leave too little room, in order.
    full: tuple[Full, ...] = ()


@attrs.frozen
class _Span:
    """The days on which an area may be open, numbered."""

    #: The first of them.
    first: int
    #: The day after the last of them.
    beyond: int
    #: The id of the area.
    area: str


@answers("SB-49")
def earliest_slot(
    collab: Collaboration | Index,
    *,
    days: int,
    not_before: dt.date,
    profile: Profile | str | None = None,
) -> Slot:
    """Give the earliest period of so many days in which one more focus area fits under the limit.

    Of an area whose days are known by month or year only, every day counts on which it may be open;
    one that nobody has given an end is open until it is closed. The limit is the profile's.

    Raises:
        InvalidValue: `days` is no whole number from 1 up.
        NotADay: `not_before` is no day but, say, a datetime.
    """
    if type(days) is not int or days < 1:
        raise InvalidValue(f"`days` is a whole number from 1 up, not {days!r}")
    book, start = index(collab), the_day(not_before).toordinal()
    chosen, _ = profile_for(book.collaboration, profile)
    limited = _LIMIT not in chosen.without
    spans = tuple(_spans(book)) if limited else ()
    before: list[Full] = []
    for first, beyond in _full(spans, chosen.parameters.focus_area_limit):
        if start + days <= first:
            break
        if start < beyond:
            before.append(_shown(spans, max(first, start), beyond))
            start = beyond
    return Slot(period=_whole(start, start + days - 1), full=tuple(before))


def _whole(first: int, last: int) -> Period | None:
    if last > _LAST:
        return None
    return Period(first_day=dt.date.fromordinal(first), last_day=dt.date.fromordinal(last))


def _spans(book: Index) -> Iterator[_Span]:
    for area in book.shelves["focus_areas"]:
        span = days_possibly_open(area)
        if span is not None:
            first, last = span
            yield _Span(first.toordinal(), last.toordinal() + 1, area.id)


def _full(spans: tuple[_Span, ...], limit: int) -> Iterator[tuple[int, int]]:
    """Give each stretch of days on which the limit is reached, in order, the last day not in it."""
    changes = Counter[int]()
    for span in spans:
        changes[span.first] += 1
        changes[span.beyond] -= 1
    count = since = 0
    for day in sorted(changes):
        before, count = count, count + changes[day]
        if before < limit <= count:
            since = day
        elif count < limit <= before:
            yield since, day


def _shown(spans: tuple[_Span, ...], first: int, beyond: int) -> Full:
    there = (span.area for span in spans if span.first < beyond and first < span.beyond)
    return Full(period=_lasting(first, beyond), areas=tuple(dict.fromkeys(there)))


def _lasting(first: int, beyond: int) -> Period:
    """Give a period of numbered days; one that lasts as long as the calendar has no end."""
    last = None if beyond > _LAST else dt.date.fromordinal(beyond - 1)
    return Period(first_day=dt.date.fromordinal(first), last_day=last)
