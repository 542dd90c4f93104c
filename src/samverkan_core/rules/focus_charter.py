"""Rules about what is written down of a focus area: its charter and the three perspectives."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, rule
from samverkan_core.values.labels import Labelled

__all__ = ["charter_incomplete", "perspectives_incomplete"]


class CharterPart(Labelled):
    """The four things that a steering group settles for a focus area (row SB-43)."""

    ASSIGNMENT = ("assignment", "uppdrag", "assignment")
    RESPONSIBILITY = ("responsibility", "ansvar", "responsibility")
    DELIMITATION = ("delimitation", "avgränsning", "delimitation")
    GOAL = ("goal", "mål", "goal")


class Perspective(Labelled):
    """The three child perspectives (row SB-53)."""

    RIGHTS = ("rights", "barnrättsperspektivet", "the rights of the child")
    GENERAL = ("general", "det generella barnperspektivet", "the general child perspective")
    OWN_VOICE = ("own_voice", "barnets eget perspektiv", "the children's own perspective")


@rule(
    "FOC007",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("focus_areas",),
    sources=seed("SB-43"),
    words=(("missing", CharterPart),),
    sv=Texts(
        message="Beskrivningen av fokusområdet {area} saknar {missing}.",
        why=(
            "När uppdrag, ansvar, avgränsning och mål är nedskrivna vet arbetsgruppen vad den ska "
            "göra, vad den ska låta bli och när den är klar."
        ),
        remedy="Styrgruppen enas om det som saknas; samordnaren för in det i dokumentet.",
    ),
    en=Texts(
        message="The charter of focus area {area} lacks {missing}.",
        why=(
            "With assignment, responsibility, delimitation and goal written down the working group "
            "knows what to do, what to leave alone and when it is done."
        ),
        remedy=(
            "The steering group agrees on what is missing; the coordinator enters it in the "
            "document."
        ),
    ),
)
def charter_incomplete(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each focus area for its assignment, responsibility, delimitation and goal."""
    for area in view.focus_areas:
        missing = tuple(part.code for part in CharterPart if getattr(area, part.code) is None)
        if missing:
            yield Breach(view.place(area), area.id, area=area.id, missing=missing)


@rule(
    "FOC008",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.PROPOSAL,
    reads=("focus_areas",),
    sources=seed("SB-53"),
    words=(("missing", Perspective),),
    sv=Texts(
        message="Fokusområdet {area} saknar {missing}.",
        why=(
            "Barns rättigheter, kunskapen om barn i allmänhet och barnens egna ord kan ge olika "
            "svar. Först tillsammans visar de vad frågan betyder för barnen."
        ),
        remedy=(
            "Arbetsgruppen beskriver det som saknas i perspectives; barnets eget perspektiv hämtas "
            "från barn och unga själva."
        ),
    ),
    en=Texts(
        message="Focus area {area} lacks {missing}.",
        why=(
            "Children's rights, what is known of children in general and the children's own words "
            "may give different answers. Only together do they show what the question means to "
            "children."
        ),
        remedy=(
            "The working group describes what is missing in perspectives; the children's own "
            "perspective comes from children and young people themselves."
        ),
    ),
)
def perspectives_incomplete(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each focus area for the three child perspectives."""
    for area in view.focus_areas:
        seen = area.perspectives
        missing = tuple(one.code for one in Perspective if getattr(seen, one.code, None) is None)
        if missing:
            where = ("perspectives",) if seen else ()
            yield Breach(view.place(area, *where), area.id, area=area.id, missing=missing)
