"""The rule about how many focus areas are open at once, and what it means that one is open.

The days are swept from opening to opening, so that many areas take little longer than few; and
they are swept twice, since some are known by month or year only: once over the days on which each
area was surely open, once over those on which it may have been.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import attrs

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.time import PartialDate, TimeBox

__all__ = ["days_possibly_open", "open_days", "too_many_open"]


def open_days(area: FocusArea) -> tuple[PartialDate | None, PartialDate | None]:
    """Give the first and the last day on which a focus area is open, as far as they are known.

    It is open from its start through the day on which it was closed; as long as nobody has closed
    it, through its planned end; without one it stays open. Both days belong to it.
    """
    box = area.time_box or TimeBox()
    if area.closed_on is None:
        return box.starts, box.ends
    return box.starts, PartialDate.on(area.closed_on)


@rule(
    "FOC001",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("focus_areas",),
    parameters=("focus_area_limit",),
    sources=seed("SB-46", "SB-49"),
    sv=Texts(
        message=(
            "Med fokusområdet {area}, som startar {starts}, är {open} områden öppna samtidigt; "
            "gränsen är {limit}."
        ),
        why=(
            "Verksamheterna hinner bara ta in ett fåtal frågor i taget i sin vardag. När alla "
            "platser är upptagna väntar nästa fråga tills en blir ledig."
        ),
        remedy=(
            "Styrgruppen avslutar ett av de öppna områdena och anger closed_on, eller väntar med "
            "att öppna {area}."
        ),
    ),
    en=Texts(
        message=(
            "With focus area {area}, which starts {starts}, {open} areas are open at once; "
            "the limit is {limit}."
        ),
        why=(
            "The services can take only a few questions at a time into their everyday work. When "
            "every place is taken, the next question waits until one becomes free."
        ),
        remedy=(
            "The steering group closes one of the open areas and enters closed_on, or waits "
            "before it opens {area}."
        ),
    ),
)
def too_many_open(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each focus area whether the limit was already reached when it opened."""
    areas = view.focus_areas.things
    limit = asked.parameters.focus_area_limit
    certain = _over(limit, _opened(map(_surely, areas)))
    doubtful = _over(limit, _opened(map(_possibly, areas)))
    for position, area in enumerate(areas):
        starts, _ = open_days(area)
        if starts is None:
            yield Unjudged(area.id, "time_box.starts")
        elif position in certain:
            yield Breach(
                view.place(area),
                area.id,
                area=area.id,
                starts=starts.when,
                open=certain[position],
                limit=limit,
            )
        elif position in doubtful:
            # Its own start is in doubt, or the days of the areas around it are.
            partial = starts.earliest < starts.latest
            yield Unjudged(area.id, "time_box.starts" if partial else "focus_areas")


@attrs.frozen
class _Span:
    """The days on which an area is open, and by which of them it has opened."""

    #: The first day on which it is open.
    first: dt.date
    #: The day by which it has opened.
    opened_by: dt.date
    #: The last day on which it is open.
    last: dt.date


def _surely(area: FocusArea) -> _Span | None:
    starts, ends = open_days(area)
    if starts is None:
        return None
    last = dt.date.max if ends is None else ends.earliest
    return _Span(starts.latest, starts.latest, last) if starts.latest <= last else None


def days_possibly_open(area: FocusArea) -> tuple[dt.date, dt.date] | None:
    """Give the first and the last day on which an area may be open; None where it never is."""
    starts, ends = open_days(area)
    first = starts.earliest if starts else dt.date.min
    last = ends.latest if ends else dt.date.max
    return (first, last) if first <= last else None


def _possibly(area: FocusArea) -> _Span | None:
    span = days_possibly_open(area)
    if span is None:
        return None
    first, last = span
    starts, _ = open_days(area)
    return _Span(first, min(starts.latest, last) if starts else last, last)


#: A day of the sweep: the day, whether it comes to its end, the area's position, what happens.
_Event = tuple[dt.date, bool, int, int]

_OPENS, _HAS_OPENED, _CLOSES = range(3)


def _opened(spans: Iterable[_Span | None]) -> list[_Event]:
    """Give what happens, in order; what opens on one day opens in the order of the document."""
    events: list[_Event] = []
    for position, span in enumerate(spans):
        if span is not None:
            events += (
                (span.first, False, position, _OPENS),
                (span.opened_by, False, position, _HAS_OPENED),
                # The last day still belongs to the area, so its place is free from the next.
                (span.last, True, position, _CLOSES),
            )
    return sorted(events)


def _over(limit: int, events: Iterable[_Event]) -> Mapping[int, int]:
    """Give each area that opens over the limit, with how many are open then, itself included."""
    over: dict[int, int] = {}
    opening: set[int] = set()
    count = 0
    for _, _, position, what in events:
        if what == _OPENS:
            count += 1
            opening.add(position)
        elif what == _HAS_OPENED:
            opening.discard(position)
        else:
            count -= 1
        if count > limit:
            over.update(dict.fromkeys(opening, count))
            opening.clear()
    return over
