"""Notions that rules of several families share: who takes part, what is in force, what is whose."""

import datetime as dt
from collections.abc import Iterable, Iterator

from samverkan_core.indexing import View
from samverkan_core.model.anatomy import COLLECTIONS, Place
from samverkan_core.overviews.parties import lineage, taking_part
from samverkan_core.rules.rule import Breach, Outcome, Unjudged
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import PartialDate

__all__ = [
    "Holder",
    "both",
    "happened_between",
    "holder_of",
    "lineage",
    "taking_part",
    "unless_any",
]


class Holder(Labelled):
    """What holds a member when no thing with an id does; no id is empty."""

    COLLABORATION = ("", "samverkan", "the collaboration")


def holder_of(view: View, place: Place) -> str | None:
    """Give the id of the thing that a place lies in; None where it is the collaboration itself."""
    if len(place) > 1 and place[0] in COLLECTIONS:
        id_: str = view.shelf(str(place[0])).things[int(place[1])].id
        return id_
    return None


def unless_any(
    verdicts: Iterable[tuple[str | None, bool | None]], lacked: str, breach: Breach
) -> Iterator[Outcome]:
    """Give a breach unless one of several verdicts is yes; one that is not known may be yes.

    Each verdict stands with the id of the thing that it is about, and `lacked` is the member that
    a verdict which is not known would need.
    """
    held = tuple(verdicts)
    if any(verdict for _, verdict in held):
        return
    unknown = tuple(subject for subject, verdict in held if verdict is None)
    yield from (Unjudged(subject, lacked) for subject in unknown)
    if not unknown:
        yield breach


def both(one: bool | None, other: bool | None) -> bool | None:  # noqa: FBT001 - two answers of three kinds
    """Tell whether two verdicts are both yes; None where one that is not known decides."""
    if one is False or other is False:
        return False
    return True if one and other else None


def happened_between(when: PartialDate, first: dt.date, last: dt.date) -> bool | None:
    """Tell whether a day lies between two, both included; None where that cannot be judged."""
    too_early, in_time = when.before(first), when.by(last)
    if too_early or in_time is False:
        return False
    return True if in_time and too_early is False else None
