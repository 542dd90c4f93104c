"""Notions that rules of several families share: who takes part, what is in force, what is whose."""

import datetime as dt

from samverkan_core.indexing import View
from samverkan_core.model.actor import Actor
from samverkan_core.model.anatomy import COLLECTIONS, Place
from samverkan_core.values.ids import ActorId
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import PartialDate

__all__ = ["Holder", "happened_between", "holder_of", "lineage", "taking_part"]


class Holder(Labelled):
    """What holds a member when no thing with an id does; no id is empty."""

    COLLABORATION = ("", "samverkan", "the collaboration")


def taking_part(view: View) -> tuple[Actor, ...]:
    """Give the actors that take part themselves, in order; reads actors and the collaboration.

    A principal of the collaboration, and an actor that another names as its principal or as what
    it is part of, takes part through those others.
    """
    behind = set(view.collaboration.principals)
    for actor in view.actors:
        named = (actor.principal, actor.part_of)
        behind.update(id_ for id_ in named if id_ is not None and id_ != actor.id)
    return tuple(actor for actor in view.actors if actor.id not in behind)


def lineage(view: View, actor: Actor) -> tuple[ActorId, ...]:
    """Give an actor's id and those of all that it is part of, the nearest first; reads actors.

    A chain that comes back to itself ends there, and so does one that leads to an unknown id.
    """
    ids = {actor.id: None}
    above = actor.part_of
    while above is not None and above not in ids:
        ids[above] = None
        larger = view.actors.get(above)
        above = None if larger is None else larger.part_of
    return tuple(ids)


def holder_of(view: View, place: Place) -> str | None:
    """Give the id of the thing that a place lies in; None where it is the collaboration itself."""
    if len(place) > 1 and place[0] in COLLECTIONS:
        id_: str = view.shelf(str(place[0])).things[int(place[1])].id
        return id_
    return None


def happened_between(when: PartialDate, first: dt.date, last: dt.date) -> bool | None:
    """Tell whether a day lies between two, both included; None where that cannot be judged."""
    too_early, in_time = when.before(first), when.by(last)
    if too_early or in_time is False:
        return False
    return True if in_time and too_early is False else None
