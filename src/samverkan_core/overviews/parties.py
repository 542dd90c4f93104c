"""Who the parties of a collaboration are, and what each of them is a part of."""

import datetime as dt

from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.actor import Actor
from samverkan_core.values.ids import ActorId
from samverkan_core.values.time import in_force

__all__ = ["PARTIES", "lineage", "present", "taking_part"]

#: The collections that those who take part are read off.
PARTIES = ("actors", ITSELF)


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


def present(view: View, day: dt.date) -> tuple[Actor, ...]:
    """Give the actors that take part themselves on a day, in order; reads `PARTIES`."""
    return tuple(actor for actor in taking_part(view) if in_force(actor.period, day))


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
