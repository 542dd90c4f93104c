"""Rules about process areas: who works together in each of them."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, rule
from samverkan_core.values.labels import Labelled

__all__ = ["process_area_of_one"]


class Named(Labelled):
    """What is said of a list of actors that is empty."""

    NONE = ("none", "ingen", "none")


@rule(
    "PRO020",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("process_areas",),
    sources=seed("LO-20"),
    words=(("actors", Named),),
    sv=Texts(
        message="För processområdet {area} är färre än två aktörer angivna: {actors}.",
        why=(
            "Ett processområde är till för det som ingen klarar ensam. Framgår det inte vilka som "
            "samverkar i det blir det lätt oklart vem som gör vad."
        ),
        remedy=(
            "De verksamheter som möts i processen kommer överens om vilka som samverkar i den; den "
            "som förvaltar dokumentet för in dem i actors."
        ),
    ),
    en=Texts(
        message="For process area {area} fewer than two actors are named: {actors}.",
        why=(
            "A process area is there for what nobody manages alone. Where it does not say who work "
            "together in it, it easily becomes unclear who does what."
        ),
        remedy=(
            "The services that meet in the process agree on who work together in it; whoever keeps "
            "the document enters them in actors."
        ),
    ),
)
def process_area_of_one(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each process area for two actors or more that work together in it."""
    for area in view.process_areas:
        actors = tuple(dict.fromkeys(area.actors))
        if len(actors) < 2:  # noqa: PLR2004 - it takes two to work together
            yield Breach(view.place(area), area.id, area=area.id, actors=actors or Named.NONE.code)
