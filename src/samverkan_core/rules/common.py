"""Notions that rules of several families share: who takes part, what is in force, what is whose."""

from collections.abc import Iterable, Iterator

from samverkan_core.indexing import View
from samverkan_core.model.actor import Actor
from samverkan_core.model.anatomy import COLLECTIONS, Place
from samverkan_core.rules.rule import Breach, Outcome, Unjudged
from samverkan_core.values.ids import ActorId
from samverkan_core.values.labels import Labelled

__all__ = ["Holder", "holder_of", "lineage", "taking_part", "unless_any"]


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
