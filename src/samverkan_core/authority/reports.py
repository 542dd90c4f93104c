"""How a board came to know what was decided in its place: where and when it was reported."""

import datetime as dt

from samverkan_core.indexing import Index
from samverkan_core.model.common import Resolution
from samverkan_core.model.delegated_decision import DelegatedDecision
from samverkan_core.model.meeting import Meeting, MeetingState
from samverkan_core.values.time import PartialDate

__all__ = ["made_known_by", "report_of"]


def report_of(book: Index, decision: DelegatedDecision) -> Resolution | None:
    """Give where and when a decision was reported, as far as that is known; None: it was not.

    What the minutes leave out, the meeting tells. Of a meeting that goes on for several days
    nobody knows on which it was; at one that was cancelled nothing was reported.
    """
    reporting = decision.reported
    if reporting is None:
        return None
    meeting: Meeting | None = book.shelves["meetings"].get(reporting.meeting)
    if meeting is None:
        return reporting.minutes or Resolution()
    if reporting.minutes is None and meeting.state is MeetingState.CANCELLED:
        return None
    minutes = reporting.minutes or Resolution()
    held = meeting.day if meeting.last_day is None else None
    return Resolution(body=minutes.body or meeting.body, day=minutes.day or held)


def made_known_by(book: Index, decision: DelegatedDecision, day: dt.date) -> bool | None:
    """Tell whether a decision was reported or minuted on its own by a day; None where not known.

    A report of which nobody knows the day counts as made.
    """
    report = report_of(book, decision)
    reported = report is not None and _by(report.day, day)
    minuted = decision.minuted_on is not None and _by(decision.minuted_on, day)
    if reported or minuted:
        return True
    return None if reported is None or minuted is None else False


def _by(known: PartialDate | None, day: dt.date) -> bool | None:
    return True if known is None else known.by(day)
