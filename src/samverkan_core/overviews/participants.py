"""Who takes part in an activity over time: how many, whether they grow more, and places left."""

from collections.abc import Iterable

import attrs

from samverkan_core.indexing import Index, Shelf, index
from samverkan_core.measures.series import Group
from samverkan_core.measures.small_groups import LEAST, Cell, Shown, shown
from samverkan_core.model.activity import Activity, Participants
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import ActorId

__all__ = ["Turnout", "turnout"]


@attrs.frozen(kw_only=True)
class Turnout:
    """How many took part in an activity at one time (deltagande), as it may be shown."""

    #: The year, month or day that it speaks of, as it is written.
    when: str
    #: The municipality or other actor that they came from; None for all who took part.
    actor: ActorId | None
    #: How many they were; None where that is not shown.
    count: int | None
    #: Whether it is shown, and if not, why.
    shown: Shown
    #: The difference from the time before that is shown, of those from the same actor.
    change: int | None
    #: How many places were left (lediga platser); below zero where too many came.
    places_left: int | None


@answers("AT-12", "KF-04")
def turnout(
    collab: Collaboration | Index, activity: str, *, least: int = LEAST
) -> tuple[Turnout, ...]:
    """Follow who took part in an activity, the oldest first, so that nobody is recognised in it.

    Fewer people than `least` are not told, nor what would tell them: the only other actor's, the
    only other month's of a year that is told, or how many places were left.

    Raises:
        UnknownId: No activity has the id.
    """
    book = index(collab)
    activities: Shelf[Activity] = book.shelves["activities"]
    asked = activities.the(activity)
    found = sorted(
        asked.participants,
        key=lambda one: (one.when.earliest, one.when.latest, one.actor or "", one.count),
    )
    told = _told(found, least)
    last: dict[ActorId | None, int] = {}
    rows: list[Turnout] = []
    for one, verdict in zip(found, told, strict=True):
        rows.append(_row(asked, one, verdict, last.get(one.actor)))
        if verdict is Shown.SHOWN:
            last[one.actor] = one.count
    return tuple(rows)


def _row(activity: Activity, one: Participants, verdict: Shown, before: int | None) -> Turnout:
    is_shown = verdict is Shown.SHOWN
    of_all = is_shown and one.actor is None and activity.capacity is not None
    return Turnout(
        when=one.when.when,
        actor=one.actor,
        count=one.count if is_shown else None,
        shown=verdict,
        change=one.count - before if is_shown and before is not None else None,
        places_left=(activity.capacity or 0) - one.count if of_all else None,
    )


def _told(found: Iterable[Participants], least: int) -> tuple[Shown, ...]:
    """Say of each number whether it is shown; all times stand in one table.

    That a time is known about makes no time of its own: a number and the whole would tell the rest.
    """
    cells = [Cell(group=_group(one), n=one.count, when=one.when.when) for one in found]
    return shown(cells, least)


def _group(one: Participants) -> Group:
    return () if one.actor is None else (("aktör", one.actor),)
