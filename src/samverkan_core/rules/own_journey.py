"""The rule about the steps that the collaboration itself has taken, beside its focus areas."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import ITSELF, View
from samverkan_core.process.step import TRANSITIONS, JourneyEntry, Move, Step, move
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import out_of_order

__all__ = ["own_journey_broken"]


class Misstep(Labelled):
    """What can be amiss with one step of a journey."""

    NOT_FIRST = ("not_first", "är inte det första steget", "is not the first step")
    LEAP = ("leap", "följer inte på steget innan", "does not follow the step before it")
    SILENT = ("silent", "leder tillbaka utan angivet skäl", "leads back without a reason")
    TOO_EARLY = (
        "too_early",
        "är daterat före steget innan",
        "is dated before the step before it",
    )


@rule(
    "STP006",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=(ITSELF,),
    sources=seed("SB-73", "SB-79"),
    words=(("step", Step), ("amiss", Misstep)),
    sv=Texts(
        message="Samverkans eget steg nummer {place}, ”{step}”, {amiss}.",
        why=(
            "Stegen bygger på varandra, och den som går tillbaka gör det av ett skäl. Annars går "
            "det inte att se var samverkan står eller varför."
        ),
        remedy=(
            "Samverkansledaren rättar steget i journey, eller för in det steg, den dag eller det "
            "skäl som fattas."
        ),
    ),
    en=Texts(
        message="The collaboration's own step number {place}, “{step}”, {amiss}.",
        why=(
            "The steps build on each other, and whoever goes back does so for a reason. Otherwise "
            "nobody can see where the collaboration stands, or why."
        ),
        remedy=(
            "The collaboration leader mends the step in journey, or enters the step, the day or "
            "the reason that is missing."
        ),
    ),
)
def own_journey_broken(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each step of the collaboration itself whether it follows from the one before it."""
    journey = view.collaboration.journey
    if not journey:
        yield Unjudged(None, "journey")
    for position, entry in enumerate(journey):
        before = journey[position - 1] if position else None
        amiss = tuple(found.code for found in _missteps(before, entry))
        if amiss:
            where = pointer("journey", position)
            yield Breach(where, step=entry.step.code, place=position + 1, amiss=amiss)
        if before is not None and out_of_order(before.day, entry.day) is None:
            yield Unjudged(None, "journey.day")


def _missteps(before: JourneyEntry | None, entry: JourneyEntry) -> Iterator[Misstep]:
    if before is None:
        if entry.step is not next(iter(Step)):
            yield Misstep.NOT_FIRST
        return
    if entry.step not in TRANSITIONS[before.step]:
        yield Misstep.LEAP
    if move(before.step, entry.step) is Move.BACK and entry.reason is None:
        yield Misstep.SILENT
    if out_of_order(before.day, entry.day):
        yield Misstep.TOO_EARLY
