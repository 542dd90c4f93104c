"""Rules about time and ages as written: spans that have their ends in order, terms that begin."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.anatomy import COLLECTIONS, Place, Thing, parts
from samverkan_core.rules.common import Holder, holder_of
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.time import Period, TimeBox, out_of_order

__all__ = ["age_band_backwards", "first_day_missing", "time_backwards"]

_ALL = (ITSELF, *COLLECTIONS)
#: Collections of what somebody holds for a term, which has to begin.
_TERMS = ("appointments", "mandates")


@rule(
    "TIM001",
    Severity.ERROR,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=_ALL,
    words=(("holder", Holder),),
    sv=Texts(
        message="{holder} har en tid som slutar {ends}, innan den börjar {starts}.",
        why=(
            "En tid som slutar innan den börjar omfattar ingen dag. Det som den gäller räknas "
            "därför aldrig med."
        ),
        remedy=(
            "Den som förvaltar dokumentet ser efter i beslutet vilken av dagarna som är fel och "
            "rättar den."
        ),
    ),
    en=Texts(
        message="{holder} has a time that ends {ends}, before it starts {starts}.",
        why=(
            "A time that ends before it starts has no day in it. What it is stated for is "
            "therefore never counted."
        ),
        remedy=(
            "Whoever keeps the document looks up in the decision which of the days is wrong and "
            "mends it."
        ),
    ),
)
def time_backwards(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each period and each time box whether it ends before it starts."""
    for place, starts, ends in view.everywhere(_periods_backwards):
        yield _backwards(view, place, starts=starts, ends=ends)
    for place, box in view.everywhere(_boxes_in_doubt):
        if box is None:
            yield Unjudged(holder_of(view, place), "time_box")
        else:
            starts, ends = box
            yield _backwards(view, place, starts=starts, ends=ends)


@rule(
    "TIM002",
    Severity.ERROR,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=(ITSELF, *_TERMS),
    sv=Texts(
        message="{thing} saknar första dag i sin period.",
        why=(
            "Den som innehar en befattning eller ett uppdrag gör det från en viss dag. Utan den "
            "går det inte att visa vem som var behörig när ett beslut fattades."
        ),
        remedy=(
            "Det organ som gav uppdraget eller utsåg innehavaren fastställer dagen; den som "
            "förvaltar dokumentet för in den i first_day."
        ),
    ),
    en=Texts(
        message="{thing} has no first day in its period.",
        why=(
            "Whoever holds an office or a mandate does so from a certain day. Without it nobody "
            "can show who was competent when a decision was taken."
        ),
        remedy=(
            "The body that gave the mandate or appointed the holder establishes the day; whoever "
            "keeps the document enters it in first_day."
        ),
    ),
)
def first_day_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each appointment and each mandate for its first day."""
    if not any(map(view.holds, _TERMS)):
        yield from (Unjudged(None, collection) for collection in _TERMS)
    for collection in _TERMS:
        for position, thing in enumerate(view.shelf(collection)):
            if thing.period.first_day is None:
                where = view.index.place(collection, position, "period")
                yield Breach(where, thing.id, thing=thing.id)


@rule(
    "AGE001",
    Severity.ERROR,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=_ALL,
    words=(("holder", Holder),),
    sv=Texts(
        message="{holder} har ett åldersspann från {from_age} till {to_age} år, i fel ordning.",
        why="Ett åldersspann i fel ordning omfattar ingen ålder, så inget barn räknas dit.",
        remedy=(
            "Den som förvaltar dokumentet anger den lägsta åldern i from_age och den högsta i "
            "to_age."
        ),
    ),
    en=Texts(
        message="{holder} has an age band from {from_age} to {to_age} years, the wrong way round.",
        why="An age band the wrong way round has no age in it, so no child belongs to it.",
        remedy=(
            "Whoever keeps the document gives the lowest age in from_age and the highest in to_age."
        ),
    ),
)
def age_band_backwards(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each age band whether its last age comes before its first."""
    for place, band in view.everywhere(_bands_backwards):
        holder = holder_of(view, place)
        yield Breach(
            view.index.written(place),
            holder,
            holder=holder or "",
            from_age=band.from_age,
            to_age=band.to_age,
        )


def _periods_backwards(thing: Thing, at: Place) -> Iterator[tuple[Place, str, str]]:
    for place, part in parts(thing, at):
        if isinstance(part, Period) and part.is_backwards:
            yield place, str(part.first_day), str(part.last_day)


def _boxes_in_doubt(thing: Thing, at: Place) -> Iterator[tuple[Place, tuple[str, str] | None]]:
    """Give each time box that ends before it starts; with None where nobody can tell."""
    for place, part in parts(thing, at):
        if not isinstance(part, TimeBox) or part.starts is None or part.ends is None:
            continue
        backwards = out_of_order(part.starts, part.ends)
        if backwards is None:
            yield place, None
        elif backwards:
            yield place, (part.starts.when, part.ends.when)


def _bands_backwards(thing: Thing, at: Place) -> Iterator[tuple[Place, AgeBand]]:
    for place, part in parts(thing, at):
        if isinstance(part, AgeBand) and part.to_age < part.from_age:
            yield place, part


def _backwards(view: View, place: Place, *, starts: str, ends: str) -> Breach:
    holder = holder_of(view, place)
    where = view.index.written(place)
    return Breach(where, holder, holder=holder or "", starts=starts, ends=ends)
