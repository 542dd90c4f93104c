"""Rules about the way to a goal: small steps, and somebody who sees to it that they hold."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.goal import QualityCheck
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled

__all__ = ["quality_not_checked", "single_milestone"]


class CheckPart(Labelled):
    """What is to be known of how the quality of something is assured (row AT-17)."""

    CHECKED_BY = ("checked_by", "vem som gör kontrollen", "who checks")
    DAY = ("day", "när den görs", "when it is done")


@rule(
    "GOA006",
    Severity.INFO,
    Pillar.STEERING,
    Force.SEED,
    reads=("goals",),
    sources=seed("SB-32"),
    sv=Texts(
        message="Målet {goal} har ett enda delmål.",
        why=(
            "Den som vill omfatta allt på en gång ser länge inga resultat. Flera små delmål visar "
            "att arbetet rör sig, och gör det lättare att byta väg."
        ),
        remedy=(
            "Målets ägare prövar om vägen dit kan delas i minst två delmål; den som förvaltar "
            "dokumentet för in dem i milestones."
        ),
    ),
    en=Texts(
        message="Goal {goal} has one single milestone.",
        why=(
            "Whoever wants to take in everything at once sees no results for long. Several small "
            "milestones show that the work moves, and make it easier to change the way."
        ),
        remedy=(
            "The owners of the goal consider whether the way to it can be divided into at least "
            "two milestones; whoever keeps the document enters them in milestones."
        ),
    ),
)
def single_milestone(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each goal that has milestones whether they are more than one."""
    for goal in view.goals:
        if not goal.milestones:
            yield Unjudged(goal.id, "milestones")
        elif len(goal.milestones) == 1:
            yield Breach(view.place(goal, "milestones"), goal.id, goal=goal.id)


@rule(
    "GOA007",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("goals",),
    sources=seed("AT-17"),
    words=(("missing", CheckPart),),
    sv=Texts(
        message="För kvalitetssäkringen av målet {goal} framgår inte {missing}.",
        why=(
            "Ett mål som ingen kontrollerar glider lätt i väg utan att det märks, särskilt när de "
            "som satte det har slutat."
        ),
        remedy=(
            "Målets ägare bestämmer vem som kontrollerar arbetet mot målet och när; den som "
            "förvaltar dokumentet för in det i quality_check."
        ),
    ),
    en=Texts(
        message="How the quality of goal {goal} is assured is not stated in full: {missing}.",
        why=(
            "A goal that nobody checks easily drifts away unnoticed, above all when those who set "
            "it have left."
        ),
        remedy=(
            "The owners of the goal settle who checks the work towards it, and when; whoever keeps "
            "the document enters it in quality_check."
        ),
    ),
)
def quality_not_checked(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each goal who checks the work towards it, and when."""
    for goal in view.goals:
        check = goal.quality_check or QualityCheck()
        missing = tuple(part.code for part in CheckPart if getattr(check, part.code) is None)
        if missing:
            yield Breach(view.place(goal), goal.id, goal=goal.id, missing=missing)
