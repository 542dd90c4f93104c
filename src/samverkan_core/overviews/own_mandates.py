"""What each actor is there to do or may decide on a day, and who has no mandate at all."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

import attrs

from samverkan_core.authority.ways import Holder, holders
from samverkan_core.indexing import Index, index
from samverkan_core.model.actor import Actor
from samverkan_core.model.body import Body
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Mandate
from samverkan_core.model.role import Role
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import ActorId, MandateId
from samverkan_core.values.time import in_force, the_day

__all__ = ["OwnMandates", "own_mandates"]


@attrs.frozen(kw_only=True)
class OwnMandates:
    """The mandates of one actor on a day (vars och ens uppdrag), in the order of the document."""

    #: The actor.
    actor: ActorId
    #: Those that say what they rest on, themselves or by what they were delegated from.
    grounded: tuple[MandateId, ...]
    #: Those of which nobody has said what they rest on.
    ungrounded: tuple[MandateId, ...]

    @property
    def has_none(self) -> bool:
        """Whether the document gives the actor no mandate on that day."""
        return not self.grounded and not self.ungrounded


@answers("SB-16")
def own_mandates(collab: Collaboration | Index, at: dt.date) -> tuple[OwnMandates, ...]:
    """Say of each actor that takes part on a day which mandates it has, and on what ground.

    An actor has a mandate where it is given to it, or to a role or a body of its own; and so has
    each larger organisation that it is a unit of. What a person holds by name is no actor's.

    Raises:
        NotADay: `at` is no day.
    """
    day, book = the_day(at), index(collab)
    held: defaultdict[str, list[Mandate]] = defaultdict(list)
    for mandate in book.shelves["mandates"].firsts():
        if _holds(mandate, day):
            for actor in dict.fromkeys(_actors(book, mandate)):
                held[actor].append(mandate)
    there = (one for one in book.shelves["actors"].firsts() if in_force(one.period, day))
    return tuple(_of(book, actor.id, held[actor.id]) for actor in there)


def _of(book: Index, actor: ActorId, held: list[Mandate]) -> OwnMandates:
    grounds = [(one.id, _is_grounded(book, one)) for one in held]
    return OwnMandates(
        actor=actor,
        grounded=tuple(id_ for id_, grounded in grounds if grounded),
        ungrounded=tuple(id_ for id_, grounded in grounds if not grounded),
    )


def _holds(mandate: Mandate, day: dt.date) -> bool:
    revoked = mandate.revoked_from is not None and mandate.revoked_from <= day
    return mandate.period.holds_on(day) and not revoked


def _is_grounded(book: Index, mandate: Mandate) -> bool:
    above = book.shelves["mandates"].upwards(mandate, lambda one: one.parent)
    return any(one.basis is not None for one in above)


def _actors(book: Index, mandate: Mandate) -> Iterator[ActorId]:
    """Give the actors whose a mandate is, each with the organisations that it is a unit of."""
    actors = book.shelves["actors"]
    for holder in holders(book, mandate):
        nearest = actors.get(_actor_of(holder))
        yield from (actor.id for actor in actors.upwards(nearest, lambda one: one.part_of))


def _actor_of(holder: Holder) -> ActorId | None:
    if isinstance(holder, Actor):
        return holder.id
    return holder.actor if isinstance(holder, Role | Body) else None
