"""What a picture of focus areas over time is drawn from: days, steps, how many, and the limit."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from samverkan_core.checking import profile_for
from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.process.step import Step
from samverkan_core.rules.focus_limit import days_possibly_open, open_days
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.time import PartialDate, the_day

__all__ = ["AreaInTime", "AreasInTime", "Open", "Taken", "areas_in_time"]

#: The rule that few areas are open at once; a profile that leaves it out has no limit.
_LIMIT = "FOC001"
#: The first and the last of some days.
Days = tuple[dt.date, dt.date]


@attrs.frozen(kw_only=True)
class Taken:
    """A step that was taken."""

    #: The step.
    step: Step
    #: When.
    day: PartialDate


@attrs.frozen(kw_only=True)
class AreaInTime:
    """A focus area with its days and its steps."""

    #: The area.
    area: FocusAreaId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: When it starts, as far as it is known.
    starts: PartialDate | None
    #: When it ends, as it was closed or as it is planned.
    ends: PartialDate | None
    #: Whether somebody has closed it.
    closed: bool
    #: The days on which it may be open; None where there are none.
    possibly: Days | None
    #: Those on which it surely is.
    surely: Days | None
    #: The steps taken, in the order of the document.
    steps: tuple[Taken, ...]


@attrs.frozen(kw_only=True)
class Open:
    """How many areas are open on some days in a row."""

    #: The first of the days.
    first: dt.date
    #: The last of them.
    last: dt.date
    #: How many surely are.
    surely: int
    #: How many may be, those that surely are among them.
    possibly: int


@attrs.frozen(kw_only=True)
class AreasInTime:
    """All focus areas of a collaboration over time, against the limit."""

    #: The day that the question is about.
    day: dt.date
    #: How many may be open at once; None where the profile has no such limit.
    limit: int | None
    #: The areas, in the order of the document.
    areas: tuple[AreaInTime, ...]
    #: The first and the last year that anything is known of.
    years: tuple[int, int]
    #: How many are open through those years.
    open: tuple[Open, ...]

    @property
    def now(self) -> Open:
        """How many are open on the day."""
        return next(one for one in self.open if one.first <= self.day <= one.last)


def areas_in_time(
    collab: Collaboration | Index, at: dt.date, profile: Profile | str | None
) -> AreasInTime:
    """Look through the focus areas; of two with one id the first is taken."""
    book, day = index(collab), the_day(at)
    chosen, _ = profile_for(book.collaboration, profile)
    areas = tuple(map(_in_time, book.whole.focus_areas.firsts()))
    known = [day.year, *(one.year for area in areas for one in _known(area))]
    years = min(known), max(known)
    return AreasInTime(
        day=day,
        limit=None if _LIMIT in chosen.without else chosen.parameters.focus_area_limit,
        areas=areas,
        years=years,
        open=tuple(_open(areas, *years)),
    )


def _in_time(area: FocusArea) -> AreaInTime:
    starts, ends = open_days(area)
    return AreaInTime(
        area=area.id,
        name=area.name,
        starts=starts,
        ends=ends,
        closed=area.closed_on is not None,
        possibly=days_possibly_open(area),
        surely=_surely(starts, ends),
        steps=tuple(Taken(step=one.step, day=one.day) for one in area.journey),
    )


def _surely(starts: PartialDate | None, ends: PartialDate | None) -> Days | None:
    if starts is None:
        return None
    last = dt.date.max if ends is None else ends.earliest
    return (starts.latest, last) if starts.latest <= last else None


def _known(area: AreaInTime) -> Iterator[dt.date]:
    for one in (area.starts, area.ends, *(taken.day for taken in area.steps)):
        if one is not None:
            yield from (one.earliest, one.latest)


def _open(areas: Iterable[AreaInTime], first: int, last: int) -> Iterator[Open]:
    """Give how many are open from day to day, in stretches in which nothing changes."""
    areas = tuple(areas)
    begins, ends = dt.date(first, 1, 1).toordinal(), dt.date(last, 12, 31).toordinal() + 1
    surely = _changes((area.surely for area in areas), begins, ends)
    possibly = _changes((area.possibly for area in areas), begins, ends)
    days = sorted({begins, *surely, *possibly} - {ends})
    sure = possible = 0
    for day, beyond in zip(days, [*days[1:], ends], strict=True):
        sure, possible = sure + surely[day], possible + possibly[day]
        yield Open(
            first=dt.date.fromordinal(day),
            last=dt.date.fromordinal(beyond - 1),
            surely=sure,
            possibly=possible,
        )


def _changes(spans: Iterable[Days | None], begins: int, ends: int) -> Counter[int]:
    """Count by how many more or fewer areas are open from each day on."""
    found = Counter[int]()
    for span in spans:
        if span is not None:
            found[max(span[0].toordinal(), begins)] += 1
            found[min(span[1].toordinal() + 1, ends)] -= 1
    return Counter({day: by for day, by in found.items() if by})
