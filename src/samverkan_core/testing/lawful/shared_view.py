"""How a lawful collaboration shares a view: pictures, ratings and what words mean."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from samverkan_core.indexing import index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.shared_view import (
    Definition,
    RatingSubject,
    SelfRating,
    SharedPicture,
    Term,
)
from samverkan_core.overviews.parties import taking_part
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import ActorId, SelfRatingId, SharedPictureId, TermId
from samverkan_core.values.time import PartialDate

__all__ = ["in_common"]

_A_DAY = dt.timedelta(days=1)
_PICTURES = ("Så ser vi på skolfrånvaron", "Gemensam nulägesbild")
_WHAT = ("Fler barn behöver stöd tidigt.", "Familjer skickas runt.")
_HOW = ("Vi möts varje månad och följer upp.", "En verksamhet håller ihop.")
_TERMS = ("oro", "tidigt stöd", "samsyn")
_MEANINGS = ("Att ett barn kan fara illa.", "Stöd innan någon har anmält oro.")
_PROFESSIONS = ("kurator", "socialsekreterare")


def in_common(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw a picture that everybody shares, a word that several use, and perhaps ratings."""
    actors = tuple(actor.id for actor in taking_part(index(collab).whole))
    rates = hand.one((None, _of_trust, _twice))
    return {
        "shared_pictures": (_picture(hand, collab, actors),),
        "self_ratings": tuple(rates(hand, actors)) if rates else (),
        "terms": (_term(hand, actors),),
    }


def _picture(hand: Hand, collab: Collaboration, actors: tuple[ActorId, ...]) -> SharedPicture:
    """Draw a picture that all those who take part share."""
    areas = tuple(area.id for area in collab.focus_areas)
    return SharedPicture(
        id=SharedPictureId(hand.id("bild", 1)),
        name=hand.text(_PICTURES),
        day=hand.past(),
        focus_areas=areas[: hand.up_to(1)],
        acknowledged_by=actors,
        **hand.perhaps(
            what=lambda: hand.text(_WHAT), how=lambda: hand.text(_HOW), **hand.beside(2)
        ),
    )


def _term(hand: Hand, actors: tuple[ActorId, ...]) -> Term:
    return Term(
        id=TermId(hand.id("begrepp", 1)),
        name=hand.text(_TERMS),
        definitions=tuple(_definition(hand, actor) for actor in actors[:2]),
        **hand.perhaps(agreed=lambda: hand.text(_MEANINGS), **hand.beside(2)),
    )


def _definition(hand: Hand, actor: ActorId) -> Definition:
    more = hand.perhaps(day=hand.past, kept=(4, hand.kept))
    return Definition(actor=actor, meaning=hand.text(_MEANINGS), **more)


def _twice(hand: Hand, actors: tuple[ActorId, ...]) -> Iterator[SelfRating]:
    """Draw that an actor, or one of its professions, rates the shared view on two days."""
    last = hand.before(hand.at)
    whose = hand.perhaps(profession=lambda: hand.text(_PROFESSIONS))
    for number, day in enumerate((hand.before(last - _A_DAY), last), 1):
        yield SelfRating(
            id=SelfRatingId(hand.id("skattning", number)),
            about=RatingSubject.SHARED_VIEW,
            by=actors[0],
            day=PartialDate(when=day.isoformat()),
            **_value(hand),
            **whose,
            **hand.perhaps(**hand.beside(2)),
        )


def _of_trust(hand: Hand, actors: tuple[ActorId, ...]) -> Iterator[SelfRating]:
    """Draw that each rates its trust in the others: the first in one of them too, by itself."""
    for number, actor in enumerate((actors[0], *actors), 1):
        yield SelfRating(
            id=SelfRatingId(hand.id("skattning", number)),
            about=RatingSubject.TRUST,
            by=actor,
            of=actors[1] if number == 1 else None,
            day=hand.past(),
            **(_value(hand) if hand.mostly() else {}),
        )


def _value(hand: Hand) -> dict[str, Any]:
    return {"value": str(1 + hand.up_to(4)), "lowest": "1", "highest": "5"}
