"""When activities are done: whether one was going on at some time between two days."""

import datetime as dt

from samverkan_core.model.activity import Activity
from samverkan_core.values.time import PartialDate, happened_by

__all__ = ["done_between"]


def done_between(activity: Activity, first: dt.date, last: dt.date) -> bool | None:
    """Tell whether an activity was going on between two days, both included; None if not known.

    Where nobody has said when it ended, it was going on when it started, and in every year since
    if it comes back each year.
    """
    box = activity.time_box
    started = None if box is None else happened_by(box.starts, last)
    over = None if box is None else _over(activity, box.starts, box.ends, first)
    if started is False or over is True:
        return False
    return True if started is True and over is False else None


def _over(
    activity: Activity, starts: PartialDate | None, ends: PartialDate | None, first: dt.date
) -> bool | None:
    """Tell whether it was over before a day."""
    if ends is not None:
        return ends.before(first)
    if activity.recurrence is not None and activity.recurrence.every_years == 1:
        return False
    if starts is None or starts.before(first) is not False:
        return None
    return False
