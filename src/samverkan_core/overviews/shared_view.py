"""How far a view is shared: whose trust is known, and what each means by a word (samsyn).

Nothing here is a score. Where nobody has said anything, that is told as nothing said.
"""

import attrs

from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.shared_view import RatingSubject, SelfRating, Term
from samverkan_core.overviews.parties import PARTIES, taking_part
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import ActorId, SelfRatingId, TermId
from samverkan_core.values.text import folded

__all__ = ["Compared", "Trust", "compared", "trust"]


@attrs.frozen
class Trust:
    """What one actor has said of its trust in another (tillit); perhaps nothing."""

    #: The actor that trusts.
    by: ActorId
    #: The actor that is trusted.
    of: ActorId
    #: The ratings, in the order of the document; those of all the others together among them.
    ratings: tuple[SelfRatingId, ...]


@attrs.frozen
class Compared:
    """Who means the same by a word, and who has not said what it means by it."""

    #: The term.
    term: TermId
    #: The actors that give one meaning, a group for each meaning; capitals and spaces aside.
    alike: tuple[tuple[ActorId, ...], ...]
    #: Those taking part that have not said what they mean.
    silent: tuple[ActorId, ...]
    #: Whether the parties have agreed on a meaning.
    is_agreed: bool


@answers("SB-26")
def trust(collab: Collaboration | Index) -> tuple[Trust, ...]:
    """Say for each pair of those taking part what the one has said of its trust in the other."""
    view = index(collab).reading((*PARTIES, "self_ratings"))
    actors = tuple(dict.fromkeys(actor.id for actor in taking_part(view)))
    given = tuple(one for one in view.self_ratings.firsts() if _is_trust(one))
    return tuple(
        Trust(by, of, tuple(one.id for one in given if one.by == by and one.of in {None, of}))
        for by in actors
        for of in actors
        if by != of
    )


def _is_trust(rating: SelfRating) -> bool:
    return rating.about is RatingSubject.TRUST and rating.value is not None


@answers("SB-105")
def compared(collab: Collaboration | Index) -> tuple[Compared, ...]:
    """Compare what the actors mean by each term, in the order of the document."""
    view = index(collab).reading((*PARTIES, "terms"))
    actors = tuple(dict.fromkeys(actor.id for actor in taking_part(view)))
    return tuple(_compared(term, actors) for term in view.terms.firsts())


def _compared(term: Term, actors: tuple[ActorId, ...]) -> Compared:
    meanings: dict[str, dict[ActorId, None]] = {}
    for one in term.definitions:
        meanings.setdefault(folded(one.meaning), {})[one.actor] = None
    said = {one.actor for one in term.definitions}
    return Compared(
        term=term.id,
        alike=tuple(tuple(group) for group in meanings.values()),
        silent=tuple(actor for actor in actors if actor not in said),
        is_agreed=term.agreed is not None,
    )
