"""Rules about the collaboration as a whole: assignment, purpose, way of working, permanence."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.collaboration import Stage
from samverkan_core.model.common import Resolution
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled

__all__ = [
    "assignment_missing",
    "permanent_without_decision",
    "project_outlived",
    "purpose_missing",
    "way_of_working_incomplete",
]


class WayOfWorking(Labelled):
    """The two sides of a way of working (row SB-01)."""

    METHOD = ("method", "arbetssätt", "method")
    STANCE = ("stance", "förhållningssätt", "stance")


def _is_stated(decision: Resolution | None) -> bool:
    """Tell whether anything at all is said of a decision."""
    return decision is not None and decision != Resolution()


@rule(
    "COL001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=(ITSELF,),
    sources=seed("SB-27"),
    sv=Texts(
        message="Samverkan saknar politiskt uppdrag.",
        why=(
            "Ett politiskt uppdrag ger arbetet stöd och uthållighet. Utan det vilar samverkan på "
            "enskilda chefers vilja."
        ),
        remedy=(
            "Samverkansledaren anger i political_assignment vilket beslut samverkan vilar på; "
            "finns inget tar styrgruppen frågan till berörda nämnder."
        ),
    ),
    en=Texts(
        message="The collaboration has no political assignment.",
        why=(
            "A political assignment gives the work support and endurance. Without one the "
            "collaboration rests on the will of single managers."
        ),
        remedy=(
            "The collaboration leader enters in political_assignment the decision that the "
            "collaboration rests on; if there is none, the steering group takes the question to "
            "the boards concerned."
        ),
    ),
)
def assignment_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the collaboration for its political assignment."""
    if not _is_stated(view.collaboration.political_assignment):
        yield Breach("")


@rule(
    "COL002",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=(ITSELF,),
    sources=seed("SB-01"),
    words=(("missing", WayOfWorking),),
    sv=Texts(
        message="Dokumentet beskriver inte samverkans {missing}.",
        why=(
            "Arbetssättet säger hur parterna gör, förhållningssättet hur de möter varandra och "
            "frågorna. Det som inte är beskrivet får nya medarbetare gissa sig till."
        ),
        remedy=(
            "Samverkansledaren beskriver tillsammans med styrgruppen det som saknas, arbetssättet "
            "i method och förhållningssättet i stance."
        ),
    ),
    en=Texts(
        message="The document does not describe the collaboration's {missing}.",
        why=(
            "The method says what the parties do, the stance how they meet each other and the "
            "questions. What is not described new colleagues have to guess."
        ),
        remedy=(
            "The collaboration leader describes what is missing together with the steering group, "
            "in method and in stance."
        ),
    ),
)
def way_of_working_incomplete(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the collaboration for its method and its stance."""
    collab = view.collaboration
    missing = tuple(side.code for side in WayOfWorking if getattr(collab, side.code) is None)
    if missing:
        yield Breach("", missing=missing)


@rule(
    "COL003",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=(ITSELF,),
    sources=seed("SB-29"),
    sv=Texts(
        message="Samverkan blev permanent i skede {entry} utan att något beslut anges.",
        why=(
            "När ett projekt blir permanent flyttar ansvar och resurser in i den ordinarie "
            "verksamheten. Det ska gå att se vem som har beslutat det."
        ),
        remedy=(
            "Samverkansledaren anger beslutet i decision; finns inget tar styrgruppen frågan till "
            "den nämnd som gav uppdraget."
        ),
    ),
    en=Texts(
        message="The collaboration became permanent in stage {entry} without a decision stated.",
        why=(
            "When a project becomes permanent, responsibility and resources move into ordinary "
            "work. It should be possible to see who decided that."
        ),
        remedy=(
            "The collaboration leader enters the decision in decision; if there is none, the "
            "steering group takes the question to the board that gave the assignment."
        ),
    ),
)
def permanent_without_decision(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each stage of permanence for the decision behind it."""
    lifecycle = view.collaboration.lifecycle
    if not lifecycle:
        yield Unjudged(None, "lifecycle")
    for position, entry in enumerate(lifecycle):
        if entry.stage is Stage.PERMANENT and not _is_stated(entry.decision):
            yield Breach(pointer("lifecycle", position), entry=position + 1)


@rule(
    "COL004",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=(ITSELF,),
    of_state=True,
    sources=seed("SB-29"),
    sv=Texts(
        message="Projektet skulle ha avslutats {planned_end}, men inget nytt skede är angivet.",
        why=(
            "Ett projekt som bara fortsätter efter sin tid saknar ofta både beslutade resurser och "
            "någon som tar över ansvaret."
        ),
        remedy=(
            "Styrgruppen tar frågan till den nämnd som gav uppdraget: projektet förlängs, blir "
            "permanent eller avslutas, och skedet förs in i lifecycle."
        ),
    ),
    en=Texts(
        message="The project was to end {planned_end}, but no new stage is stated.",
        why=(
            "A project that merely goes on after its time often lacks both resources decided on "
            "and somebody who takes over the responsibility."
        ),
        remedy=(
            "The steering group takes the question to the board that gave the assignment: the "
            "project is prolonged, becomes permanent or ends, and the stage is entered in "
            "lifecycle."
        ),
    ),
)
def project_outlived(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask whether the collaboration is still a project after the project's planned end."""
    lifecycle = view.collaboration.lifecycle
    if not lifecycle:
        yield Unjudged(None, "lifecycle")
        return
    planned_end = lifecycle[-1].planned_end
    if lifecycle[-1].stage is not Stage.PROJECT:
        return
    passed = None if planned_end is None else planned_end.before(asked.day)
    if planned_end is None or passed is None:
        yield Unjudged(None, "lifecycle.planned_end")
    elif passed:
        place = pointer("lifecycle", len(lifecycle) - 1, "planned_end")
        yield Breach(place, planned_end=planned_end.when)


@rule(
    "COL005",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=(ITSELF,),
    sources=seed("LO-02", "SB-02"),
    sv=Texts(
        message="Samverkan saknar syfte.",
        why=(
            "Samverkan är ett medel. Först när det står vad barn, unga och föräldrar ska få ut av "
            "den går det att bedöma om den lyckas."
        ),
        remedy=(
            "Styrgruppen formulerar syftet som en nytta för barn, unga och föräldrar och för in "
            "det i purpose."
        ),
    ),
    en=Texts(
        message="The collaboration states no purpose.",
        why=(
            "Collaboration is a means. Only when it is said what children, young people and "
            "parents are to gain from it can anyone judge whether it succeeds."
        ),
        remedy=(
            "The steering group words the purpose as a benefit to children, young people and "
            "parents and enters it in purpose."
        ),
    ),
)
def purpose_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the collaboration what it is there for."""
    if view.collaboration.purpose is None:
        yield Breach("")
