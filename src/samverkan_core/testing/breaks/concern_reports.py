"""How the rules about reports of concern are broken: a day too late, and on the last day in time.

Each edit puts in a report of its own about a child of its own, so that nothing else changes.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from hypothesis import strategies as st

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.concern_report import ConcernReport
from samverkan_core.rules.concern_reports import (
    ASSESSMENT_LAW,
    INQUIRY_LAW,
    PROTECTION_LAW,
)
from samverkan_core.testing.breaks.bodies import days_before, unused_id
from samverkan_core.testing.breaks.delegation import read_days
from samverkan_core.testing.breaks.plans import a_child
from samverkan_core.testing.edit import Edit, a, added
from samverkan_core.values.ids import ConcernReportId
from samverkan_core.values.time import PartialDate, Period, moved

__all__ = ["BREAKING", "DAYS", "NEAR_MISS"]

_DAY = dt.timedelta(days=1)
#: The day of the copy in which the provision on feedback was read.
_FEEDBACK_READ = dt.date(2026, 2, 12)
#: Draws the members of a report that says what it says on a day.
_Members: TypeAlias = Callable[[st.DrawFn, dt.date], Mapping[str, Any]]


def _with_a_report(members: _Members) -> Edit:
    def edit(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
        child = a_child(collab)
        id_ = ConcernReportId(unused_id(collab, "anmälan"))
        return added(collab, child, ConcernReport(id=id_, child=child.id, **members(draw, at)))

    return edit


def _came_in(day: dt.date, assessed: dt.date | None) -> dict[str, Any]:
    return {
        "received": PartialDate.on(day),
        "protection_assessed": None if assessed is None else PartialDate.on(assessed),
    }


def _not_assessed(draw: st.DrawFn, at: dt.date) -> Mapping[str, Any]:
    """Let a report have come in yesterday, its assessment not made or to be made tomorrow."""
    return {**_came_in(at - _DAY, a(draw, (None, at + _DAY))), "inquiry_ongoing": True}


def _assessed_or_today(draw: st.DrawFn, at: dt.date) -> Mapping[str, Any]:
    ways = (_came_in(at, None), _came_in(days_before(draw, at), at))
    return {**a(draw, ways), "inquiry_ongoing": True}


def _undecided(draw: st.DrawFn, at: dt.date) -> Mapping[str, Any]:
    """Let fifteen days have gone, extended to the day before at the most."""
    late = {"decision_extended_to": at - _DAY, "decided": PartialDate.on(at + _DAY)}
    more = a(draw, ({}, late))
    return {**_came_in(at - 15 * _DAY, at - 15 * _DAY), **more}


def _decided_or_last_day(draw: st.DrawFn, at: dt.date) -> Mapping[str, Any]:
    last, gone = at - 14 * _DAY, at - 15 * _DAY
    ways = (
        _came_in(last, last),
        {**_came_in(gone, gone), "decided": PartialDate.on(at)},
        {**_came_in(gone, gone), "decision_extended_to": at},
        {**_came_in(gone, gone), "inquiry_ongoing": True},
    )
    return a(draw, ways)


def _inquiry(opened: dt.date, **members: object) -> dict[str, Any]:
    begun = PartialDate.on(opened)
    return {**_came_in(opened, opened), "decided": begun, "inquiry_opened": begun, **members}


def _not_closed(draw: st.DrawFn, at: dt.date) -> Mapping[str, Any]:
    opened = moved(at, months=-4) - 4 * _DAY
    return _inquiry(opened, **a(draw, ({}, {"inquiry_extended_to": at - _DAY})))


def _closed_or_last_day(draw: st.DrawFn, at: dt.date) -> Mapping[str, Any]:
    opened = moved(at, months=-4) - 4 * _DAY
    ways = (
        _inquiry(opened, inquiry_closed=PartialDate.on(at)),
        _inquiry(opened, inquiry_extended_to=at),
        _inquiry(moved(at, months=-4) + 3 * _DAY),
    )
    return a(draw, ways)


def _told(at: dt.date, days: int, **members: object) -> dict[str, Any]:
    """Say that it was decided so many days ago, and that the reporter asked then."""
    day = at - days * _DAY
    return {
        **_came_in(day, day),
        "decided": PartialDate.on(day),
        "feedback_requested": PartialDate.on(day),
        **members,
    }


def _not_told(draw: st.DrawFn, at: dt.date) -> Mapping[str, Any]:
    return _told(at, 8, **a(draw, ({}, {"feedback_given": PartialDate.on(at + _DAY)})))


def _told_or_last_day(draw: st.DrawFn, at: dt.date) -> Mapping[str, Any]:
    ways = (
        _told(at, 7),
        _told(at, 8, feedback_given=PartialDate.on(at)),
        _told(at, 8, feedback_unsuitable=True),
        _told(at, 8, feedback_requested=PartialDate.on(at)),
    )
    return a(draw, ways)


def _too_long(draw: st.DrawFn, at: dt.date) -> Mapping[str, Any]:
    return {**_came_in(at, None), "retain_until": days_before(draw, at)}


def _until_today(_: st.DrawFn, at: dt.date) -> Mapping[str, Any]:
    return {**_came_in(at, None), "retain_until": at}


def _begun_within(provisions: tuple[str, ...], **span: int) -> tuple[Period, ...]:
    """Give the days for which the law was read on the day that a time began, so far before."""
    return tuple(
        Period(
            first_day=None if read.first_day is None else moved(read.first_day, **span),
            last_day=read.last_day,
        )
        for read in read_days(provisions)
    )


#: Code -> spans of days on which its rule can be broken and only just not be.
DAYS: Mapping[str, tuple[Period, ...]] = MappingProxyType(
    {
        "CON001": _begun_within(PROTECTION_LAW, days=1),
        "CON002": _begun_within(ASSESSMENT_LAW, days=15),
        "CON003": _begun_within(INQUIRY_LAW, months=4, days=8),
        "CON004": (Period(first_day=moved(_FEEDBACK_READ, days=8)),),
    }
)
#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "CON001": _with_a_report(_not_assessed),
        "CON002": _with_a_report(_undecided),
        "CON003": _with_a_report(_not_closed),
        "CON004": _with_a_report(_not_told),
        "CON005": _with_a_report(_too_long),
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "CON001": _with_a_report(_assessed_or_today),
        "CON002": _with_a_report(_decided_or_last_day),
        "CON003": _with_a_report(_closed_or_last_day),
        "CON004": _with_a_report(_told_or_last_day),
        "CON005": _with_a_report(_until_today),
    }
)
