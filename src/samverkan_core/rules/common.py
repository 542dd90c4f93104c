"""Notions that rules of several families share: who takes part, what is in force, what is whose."""

from samverkan_core.indexing import View
from samverkan_core.model.anatomy import COLLECTIONS, Place
from samverkan_core.overviews.parties import lineage, taking_part
from samverkan_core.values.labels import Labelled

__all__ = ["Holder", "holder_of", "lineage", "taking_part"]


class Holder(Labelled):
    """What holds a member when no thing with an id does; no id is empty."""

    COLLABORATION = ("", "samverkan", "the collaboration")


def holder_of(view: View, place: Place) -> str | None:
    """Give the id of the thing that a place lies in; None where it is the collaboration itself."""
    if len(place) > 1 and place[0] in COLLECTIONS:
        id_: str = view.shelf(str(place[0])).things[int(place[1])].id
        return id_
    return None
