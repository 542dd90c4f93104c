"""How widely the work is known: on which levels and by which actors it has been taken in.

A work that only a few initiated know of is a known way to fail. How small a share is
too small no text says, so no limit stands here.
"""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

import attrs

from samverkan_core.indexing import Index, View, index
from samverkan_core.model.actor import Actor
from samverkan_core.model.anchoring import Anchoring, AnchoringLevel
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.overviews.parties import PARTIES, lineage, present
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import ActorId, AnchoringId
from samverkan_core.values.time import happened_by, the_day

__all__ = ["Awareness", "awareness"]


@attrs.frozen(kw_only=True)
class Awareness:
    """Where the work is known by a day (förankring), and where nothing says so."""

    #: The levels on which it surely had been taken in.
    levels: tuple[AnchoringLevel, ...]
    #: The other levels.
    levels_left: tuple[AnchoringLevel, ...]
    #: The actors taking part in which it surely had been taken in.
    actors: tuple[ActorId, ...]
    #: The other actors taking part.
    actors_left: tuple[ActorId, ...]
    #: Anchorings of which nobody can say whether they were made by the day; they count nowhere.
    unclear: tuple[AnchoringId, ...]

    @property
    def share_of_levels(self) -> Fraction:
        """The share of the levels on which it is known, exactly."""
        return Fraction(len(self.levels), len(AnchoringLevel))

    @property
    def share_of_actors(self) -> Fraction | None:
        """The share of those taking part in which it is known; None where nobody takes part."""
        there = len(self.actors) + len(self.actors_left)
        return Fraction(len(self.actors), there) if there else None


@answers("SB-P1", "RA-11")
def awareness(collab: Collaboration | Index, at: dt.date) -> Awareness:
    """Say on which levels and in which actors the work had been taken in by a day.

    What has been taken in by a larger organisation or by a body of it counts for all that is part
    of that organisation.

    Raises:
        NotADay: `at` is no day.
    """
    day = the_day(at)
    view = index(collab).reading((*PARTIES, "anchorings", "bodies"))
    made = [(one, happened_by(one.day, day)) for one in view.anchorings.firsts()]
    known = tuple(one for one, by_then in made if by_then)
    reached = frozenset(_actors(view, known))
    there = [(one.id, _is_reached(view, one, reached)) for one in present(view, day)]
    levels = {one.level for one in known}
    return Awareness(
        levels=tuple(level for level in AnchoringLevel if level in levels),
        levels_left=tuple(level for level in AnchoringLevel if level not in levels),
        actors=tuple(id_ for id_, is_reached in there if is_reached),
        actors_left=tuple(id_ for id_, is_reached in there if not is_reached),
        unclear=tuple(one.id for one, by_then in made if by_then is None),
    )


def _actors(view: View, anchorings: Iterable[Anchoring]) -> Iterable[ActorId | None]:
    for one in anchorings:
        body = view.bodies.get(one.body)
        yield from (one.actor, None if body is None else body.actor)


def _is_reached(view: View, actor: Actor, reached: frozenset[ActorId | None]) -> bool:
    return not reached.isdisjoint(lineage(view, actor))
