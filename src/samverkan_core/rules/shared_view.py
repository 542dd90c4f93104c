"""Rules about the shared view: pictures that each party shares, ratings of trust, joint words."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.actor import Actor
from samverkan_core.model.shared_view import RatingSubject, SelfRating, SharedPicture
from samverkan_core.overviews.parties import PARTIES, lineage, present
from samverkan_core.overviews.shared_view import compared
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import ActorId
from samverkan_core.values.numbers import exact
from samverkan_core.values.time import PartialDate, happened_by

__all__ = [
    "picture_not_acknowledged",
    "rated_once",
    "rating_off_scale",
    "term_of_one_actor",
    "trust_not_rated",
]

#: Whose view a series of ratings tells: an actor's, or that of one of its professions.
_Whose: TypeAlias = "tuple[ActorId, str | None]"


# --- the common picture ------------------------------------------------------------------------


@rule(
    "SHP001",
    Severity.ERROR,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("shared_pictures", *PARTIES),
    of_state=True,
    sources=seed("SB-25", "LO-09"),
    sv=Texts(
        message="Det framgår inte att aktören {actor} står bakom någon gemensam bild.",
        why=(
            "Samsyn är en gemensam bild av vad som behöver hanteras och hur. Den som inte delar "
            "bilden arbetar lätt åt ett annat håll, fast alla tror sig vara överens."
        ),
        remedy=(
            "Styrgruppen går igenom bilden med aktören; när aktörens ledning har ställt sig bakom "
            "den för den som förvaltar dokumentet in aktören i acknowledged_by."
        ),
    ),
    en=Texts(
        message="It does not say that actor {actor} stands behind any common picture.",
        why=(
            "A shared view is a common picture of what needs handling and how. Whoever does not "
            "share the picture easily works in another direction, though all think that they agree."
        ),
        remedy=(
            "The steering group goes through the picture with the actor; when the actor's "
            "management stands behind it, whoever keeps the document enters the actor in "
            "acknowledged_by."
        ),
    ),
)
def picture_not_acknowledged(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each actor of the day whether it shares a picture that was drawn up by then."""
    drawn = [(one, happened_by(one.day, asked.day)) for one in view.shared_pictures.firsts()]
    unclear = tuple(picture for picture, known in drawn if known is None)
    pictures = tuple(picture for picture, known in drawn if known)
    for actor in present(view, asked.day):
        if _shares(view, actor, pictures):
            continue
        if unclear and (not pictures or _shares(view, actor, unclear)):
            yield Unjudged(actor.id, "shared_pictures.day")
        elif pictures:
            yield Breach(view.place(actor), actor.id, actor=actor.id)


def _shares(view: View, actor: Actor, pictures: Iterable[SharedPicture]) -> bool:
    """Tell whether an actor, or something that it is part of, shares one of some pictures."""
    ids = set(lineage(view, actor))
    return any(not ids.isdisjoint(picture.acknowledged_by) for picture in pictures)


# --- ratings -----------------------------------------------------------------------------------


@rule(
    "RAT001",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.PROPOSAL,
    reads=("self_ratings",),
    sources=seed("SB-26", "AT-20"),
    sv=Texts(
        message=(
            "Självskattningen {rating} har värdet {value}, utanför skalan {lowest} till {highest}."
        ),
        why=(
            "Ett värde utanför sin egen skala är felskrivet eller hör till en annan skala. Det går "
            "inte att jämföra med något."
        ),
        remedy=(
            "Aktören som gjorde skattningen kontrollerar svaret; den som förvaltar dokumentet "
            "rättar value, eller lowest och highest."
        ),
    ),
    en=Texts(
        message="Self-rating {rating} has the value {value}, off its scale {lowest} to {highest}.",
        why=(
            "A value off its own scale has been mistyped or belongs to another scale. It cannot "
            "be compared with anything."
        ),
        remedy=(
            "The actor that made the rating looks the answer up; whoever keeps the document mends "
            "value, or lowest and highest."
        ),
    ),
)
def rating_off_scale(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each rating whether its value lies on its scale."""
    for one in view.self_ratings:
        if one.value is None:
            continue
        if one.lowest is None or one.highest is None:
            yield Unjudged(one.id, "lowest" if one.lowest is None else "highest")
        elif not exact(one.lowest) <= exact(one.value) <= exact(one.highest):
            yield Breach(
                view.place(one, "value"),
                one.id,
                rating=one.id,
                value=one.value,
                lowest=one.lowest,
                highest=one.highest,
            )


@rule(
    "RAT002",
    Severity.INFO,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("self_ratings",),
    sources=seed("AT-20"),
    sv=Texts(
        message=(
            "Till självskattningen {rating}, där {actor} har skattat samsynen, finns ingen "
            "skattning från en annan dag att jämföra med."
        ),
        why=(
            "Ett enda värde säger inget om vart samsynen är på väg. Först nästa skattning visar om "
            "den ökar."
        ),
        remedy=(
            "Samverkansledaren ber aktören att skatta samsynen igen, med samma frågor och samma "
            "skala."
        ),
    ),
    en=Texts(
        message=(
            "To self-rating {rating}, in which {actor} has rated the shared view, there is no "
            "rating of another day to compare with."
        ),
        why=(
            "A single value says nothing of where the shared view is heading. Only the next rating "
            "shows whether it grows."
        ),
        remedy=(
            "The collaboration leader asks the actor to rate the shared view again, with the same "
            "questions and the same scale."
        ),
    ),
)
def rated_once(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each series of ratings of the shared view whether it has values of two days."""
    series: dict[_Whose, list[SelfRating]] = {}
    for one in view.self_ratings.firsts():
        if one.about is RatingSubject.SHARED_VIEW and one.value is not None:
            series.setdefault((one.by, one.profession), []).append(one)
    for ratings in series.values():
        repeated = _on_two_days([one.day for one in ratings])
        first = ratings[0]
        if repeated is None:
            yield Unjudged(first.id, "day")
        elif not repeated:
            yield Breach(view.place(first), first.id, actor=first.by, rating=first.id)


def _on_two_days(days: list[PartialDate | None]) -> bool | None:
    """Tell whether two of some days surely differ; None where they may."""
    known = [day for day in days if day is not None]
    if known and max(day.earliest for day in known) > min(day.latest for day in known):
        return True
    told = {None if day is None else day.exact for day in days}
    return None if len(days) > 1 and None in told else False


@rule(
    "RAT003",
    Severity.INFO,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("self_ratings", *PARTIES),
    of_state=True,
    sources=seed("SB-26"),
    sv=Texts(
        message="För {actor} finns ingen skattning av tilliten till: {others}.",
        why=(
            "Samsyn kräver tillit till varandras kunskap. Där ingen har sagt något vet ingen hur "
            "det är; det betyder inte att tilliten är låg."
        ),
        remedy=(
            "Samverkansledaren frågar aktören; den som förvaltar dokumentet för in svaret i "
            "self_ratings. Att avstå är också ett svar."
        ),
    ),
    en=Texts(
        message="There is no rating by {actor} of its trust in: {others}.",
        why=(
            "A shared view needs trust in each other's knowledge. Where nobody has said anything "
            "nobody knows; it does not mean that trust is low."
        ),
        remedy=(
            "The collaboration leader asks the actor; whoever keeps the document enters the answer "
            "in self_ratings. Not to answer is an answer too."
        ),
    ),
)
def trust_not_rated(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each actor of the day, where trust is rated at all, whose trust it has rated by then."""
    given = [one for one in view.self_ratings.firsts() if one.about is RatingSubject.TRUST]
    if not given:
        yield Unjudged(None, "self_ratings.about")
        return
    actors = present(view, asked.day)
    there = tuple(dict.fromkeys(actor.id for actor in actors))
    for actor in actors:
        own = [one for one in given if one.by == actor.id]
        known = {actor.id, *_rated(own, there, asked.day, surely=True)}
        others = tuple(id_ for id_ in there if id_ not in known)
        if set(others) & set(_rated(own, there, asked.day, surely=False)):
            yield Unjudged(actor.id, "self_ratings.day")
        elif others:
            yield Breach(view.place(actor), actor.id, actor=actor.id, others=others)


def _rated(
    ratings: Iterable[SelfRating], there: tuple[ActorId, ...], at: dt.date, *, surely: bool
) -> Iterator[ActorId]:
    """Give the actors that ratings are about, surely made by a day or perhaps; an answer or not."""
    for one in ratings:
        known = happened_by(one.day, at)
        if known or (known is None and not surely):
            yield from there if one.of is None else (one.of,)


# --- words -------------------------------------------------------------------------------------


@rule(
    "TER001",
    Severity.INFO,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("terms", *PARTIES),
    sources=seed("SB-105"),
    sv=Texts(
        message=(
            "Bara {actor} har angett vad ordet i {term} betyder; vad andra menar framgår inte."
        ),
        why=(
            "Definierar vi sammanhanget på samma sätt? Det syns först när minst två parter har "
            "satt ord på vad de menar."
        ),
        remedy=(
            "Samverkansledaren frågar övriga aktörer vad de menar, eller låter parterna enas; den "
            "som förvaltar dokumentet för in det i definitions eller agreed."
        ),
    ),
    en=Texts(
        message=(
            "Only {actor} has stated what the word in {term} means; what others mean does not "
            "appear."
        ),
        why=(
            "Do we define the situation in the same way? That shows only when at least two parties "
            "have put into words what they mean."
        ),
        remedy=(
            "The collaboration leader asks the other actors what they mean, or lets the parties "
            "agree; whoever keeps the document enters it in definitions or agreed."
        ),
    ),
)
def term_of_one_actor(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each term that has no agreed meaning whether two actors have said what they mean."""
    for one in compared(view.index):
        term = view.terms.get(one.term)
        actors = {actor for group in one.alike for actor in group}
        if term is None or one.is_agreed or len(actors) > 1:
            continue
        if not actors:
            yield Unjudged(term.id, "definitions")
        else:
            yield Breach(view.place(term), term.id, term=term.id, actor=actors.pop())
