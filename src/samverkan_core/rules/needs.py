"""Rules about needs and anchoring: what nothing meets, what a goal answers, who knows of it."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import View
from samverkan_core.model.anchoring import AnchoringLevel
from samverkan_core.overviews.resources import needs_met
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.ages import spans
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import happened_by

__all__ = ["goal_without_need", "level_not_anchored", "need_unmet"]


class Ages(Labelled):
    """What is said of the ages of a need that states none."""

    ALL = ("all", "alla", "all")


@rule(
    "NEE001",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("needs", "resources"),
    of_state=True,
    sources=seed("KF-07"),
    words=(("ages", Ages),),
    sv=Texts(
        message=(
            "Ingen resurs möter behovet {need} fullt ut den dag som granskas; åldrar utan resurs: "
            "{ages}."
        ),
        why=(
            "Samlade resurser används bäst när var och en kan se vilka behov de möter och vilka "
            "behov som ingen tar hand om."
        ),
        remedy=(
            "Styrgruppen enas om vilken aktör som ska möta behovet; den som förvaltar dokumentet "
            "för in behovet i meets för den aktörens resurs."
        ),
    ),
    en=Texts(
        message="Need {need} is not met on the day asked about, for the ages: {ages}.",
        why=(
            "Pooled resources are used best when everybody can see which needs they meet, and "
            "which needs nobody takes care of."
        ),
        remedy=(
            "The steering group agrees on which actor is to meet the need; whoever keeps the "
            "document names the need in meets of the resource."
        ),
    ),
)
def need_unmet(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each need of the day for resources that meet it, age by age."""
    for met in needs_met(view.index, asked.day):
        need = view.needs.get(met.need)
        if need is not None and (met.gaps or not met.is_met):
            gaps = spans(age for band in met.gaps for age in band.ages())
            ages = gaps or Ages.ALL.code
            yield Breach(view.place(need), need.id, need=need.id, ages=ages)


@rule(
    "ANC001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("anchorings",),
    of_state=True,
    sources=seed("SB-28", "RA-12", "SB-64"),
    words=(("levels", AnchoringLevel),),
    sv=Texts(
        message=(
            "Arbetet är inte förankrat på alla nivåer den dag som granskas; förankring saknas i "
            "{levels}."
        ),
        why=(
            "Ett arbete som inte är förankrat på en nivå bromsas där: den som inte vet varför "
            "arbetet finns kan varken stödja eller prioritera det."
        ),
        remedy=(
            "Styrgruppen ser till att arbetet förankras på de nivåer som saknas; den som förvaltar "
            "dokumentet för in när och hur i anchorings."
        ),
    ),
    en=Texts(
        message=(
            "The work is not anchored on every level on the day asked about; missing: {levels}."
        ),
        why=(
            "What is not known on a level is held up there: whoever does not know why the work "
            "exists can neither support it nor give it priority."
        ),
        remedy=(
            "The steering group sees to it that the work is anchored on the levels that are "
            "missing; whoever keeps the document enters when and how in anchorings."
        ),
    ),
)
def level_not_anchored(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask for each level whether the work has been taken in there by the day."""
    missing: list[str] = []
    for level in AnchoringLevel:
        made = [one for one in view.anchorings if one.level is level]
        known = [(one.id, happened_by(one.day, asked.day)) for one in made]
        if any(by_then for _, by_then in known):
            continue
        unclear = [id_ for id_, by_then in known if by_then is None]
        yield from (Unjudged(id_, "day") for id_ in unclear)
        if not unclear:
            missing.append(level.code)
    if missing:
        yield Breach(pointer("anchorings"), None, levels=tuple(missing))


@rule(
    "GOA021",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("goals", "activities", "needs"),
    sources=seed("SB-106"),
    sv=Texts(
        message=(
            "Varken målet {goal} eller någon aktivitet för det anger vilket behov det svarar mot."
        ),
        why=(
            "Arbetet är till för barnen och utgår från vad de behöver, inte från vad som passar "
            "organisationen. Står behovet där går det att pröva om målet är rätt valt."
        ),
        remedy=(
            "De som äger målet kommer överens om vilket av barnens behov det svarar mot; den som "
            "förvaltar dokumentet för in det i needs."
        ),
    ),
    en=Texts(
        message="Neither goal {goal} nor any activity for it names the need that it answers.",
        why=(
            "The work is there for the children and starts from what they need, not from what "
            "suits the organisation. Where the need is named one can try whether the goal is well "
            "chosen."
        ),
        remedy=(
            "Those who own the goal agree on which need of the children it answers; whoever keeps "
            "the document enters it in needs."
        ),
    ),
)
def goal_without_need(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each goal for a need, its own or one of an activity for it, where any need is told."""
    if not view.holds("needs"):
        yield Unjudged(None, "needs")
        return
    served = {id_ for activity in view.activities if activity.needs for id_ in activity.goals}
    for goal in view.goals:
        if not goal.needs and goal.id not in served:
            yield Breach(view.place(goal), goal.id, goal=goal.id)
