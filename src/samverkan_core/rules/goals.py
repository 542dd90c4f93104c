"""Rules about goals: joint, about children, near and far, anchored, and followed by numbers."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import View
from samverkan_core.model.goal import Goal, GoalAbout, Horizon
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import unless_any
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import GoalId
from samverkan_core.values.labels import Labelled

__all__ = [
    "about_collaboration",
    "goal_without_indicator",
    "long_without_short",
    "none_for_children",
    "none_joint",
    "not_anchored",
]


class Anchor(Labelled):
    """What anchors a goal in ordinary operations (row AT-16)."""

    UNIT = ("unit", "enhet", "unit")
    PLAN = ("plan", "plan", "plan")


@rule(
    "GOA001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("goals",),
    sources=seed("SB-21"),
    sv=Texts(
        message="Inget av målen ({goals}) ägs av minst två aktörer, så inget mål är gemensamt.",
        why=(
            "Har varje aktör bara egna mål drar de åt olika håll, och det som kräver flera blir "
            "ingens sak."
        ),
        remedy=(
            "Styrgruppen enas om minst ett mål som flera aktörer äger; den som förvaltar "
            "dokumentet anger dem i owners."
        ),
    ),
    en=Texts(
        message="None of the goals ({goals}) is owned by two actors or more, so none is joint.",
        why=(
            "Where each actor has only goals of its own they pull in different directions, and "
            "what takes several is nobody's business."
        ),
        remedy=(
            "The steering group agrees on at least one goal that several actors own; whoever "
            "keeps the document states them in owners."
        ),
    ),
)
def none_joint(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the goals for one that is owned by two actors or more."""
    if not any(goal.is_joint for goal in view.goals):
        yield Breach(pointer("goals"), None, goals=tuple(goal.id for goal in view.goals.firsts()))


@rule(
    "GOA002",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("goals",),
    sources=seed("SB-09", "SB-106", "SB-P3"),
    implies=("GOA020",),
    sv=Texts(
        message="Målet {goal} handlar om samverkan i sig och inte om hur det går för barnen.",
        why=(
            "Samverkan är ett medel. Ett mål om samverkan kan nås utan att något barn får det "
            "bättre."
        ),
        remedy=(
            "De som äger målet skriver om det så att det säger vad som ska bli bättre för barn och "
            "unga, eller gör det till ett delmål."
        ),
    ),
    en=Texts(
        message="Goal {goal} is about collaboration itself and not about how children fare.",
        why=(
            "Collaboration is a means. A goal about it can be reached without anything getting "
            "better for any child."
        ),
        remedy=(
            "Those who own the goal reword it so that it says what is to be better for children "
            "and young people, or make it a milestone."
        ),
    ),
)
def about_collaboration(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each goal whether it is about children or about collaboration itself."""
    for goal in view.goals:
        if goal.about is None:
            yield Unjudged(goal.id, "about")
        elif goal.about is GoalAbout.COLLABORATION:
            yield Breach(view.place(goal, "about"), goal.id, goal=goal.id)


@rule(
    "GOA003",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("goals",),
    sources=seed("AT-15"),
    sv=Texts(
        message="Det långsiktiga målet {goal} har inget kortsiktigt mål under sig.",
        why=(
            "Ett mål som ligger långt fram styr ingens vardag. Först ett kortsiktigt mål säger "
            "vad som ska göras nu och om man är på väg."
        ),
        remedy=(
            "De som äger målet enas om ett kortsiktigt mål på vägen; den som förvaltar dokumentet "
            "anger det långsiktiga målet i dess superior_goal."
        ),
    ),
    en=Texts(
        message="Long-term goal {goal} has no short-term goal under it.",
        why=(
            "A goal that lies far ahead steers nobody's day. A short-term goal says what is to be "
            "done now, and whether one is on the way."
        ),
        remedy=(
            "Those who own the goal agree on a short-term goal on the way; whoever keeps the "
            "document states superior_goal there."
        ),
    ),
)
def long_without_short(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each long-term goal for a short-term one under it, near or further down."""
    below = _below(view)
    for goal in view.goals.firsts():
        if goal.horizon is not Horizon.LONG_TERM:
            continue
        horizons = {lower.horizon for lower in _all_under(below, goal)}
        if Horizon.SHORT_TERM in horizons:
            continue
        if None in horizons:
            yield Unjudged(goal.id, "goals.horizon")
        else:
            yield Breach(view.place(goal, "horizon"), goal.id, goal=goal.id)


def _below(view: View) -> dict[GoalId, list[Goal]]:
    below: dict[GoalId, list[Goal]] = {}
    for goal in view.goals.firsts():
        if goal.superior_goal is not None:
            below.setdefault(goal.superior_goal, []).append(goal)
    return below


def _all_under(below: dict[GoalId, list[Goal]], goal: Goal) -> list[Goal]:
    """Give every goal under a goal; where they go round in a ring each is given once."""
    found: dict[GoalId, Goal] = {}
    waiting = list(below.get(goal.id, ()))
    while waiting:
        lower = waiting.pop()
        if lower.id not in found:
            found[lower.id] = lower
            waiting += below.get(lower.id, ())
    return list(found.values())


@rule(
    "GOA004",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("goals",),
    sources=seed("AT-16"),
    words=(("missing", Anchor),),
    sv=Texts(
        message=(
            "Målet {goal} är inte förankrat i ordinarie verksamhet; uppgift saknas om {missing}."
        ),
        why=(
            "Det som inte står i en enhets egen plan görs vid sidan av och slutar när projektet "
            "slutar."
        ),
        remedy=(
            "Chefen för en berörd enhet tar in målet i enhetens plan; den som förvaltar dokumentet "
            "anger unit och plan tillsammans i anchored_in."
        ),
    ),
    en=Texts(
        message="Goal {goal} is not anchored in ordinary operations; it lacks a {missing}.",
        why=(
            "What does not stand in a unit's own plan is done on the side and ends when the "
            "project ends."
        ),
        remedy=(
            "The manager of a unit concerned takes the goal into the unit's plan; whoever keeps "
            "the document states unit and plan together in anchored_in."
        ),
    ),
)
def not_anchored(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each goal for a unit that has it in its own plan."""
    for goal in view.goals:
        lacks = tuple(
            tuple(anchor.code for anchor in Anchor if getattr(place, anchor.code) is None)
            for place in goal.anchored_in
        )
        everything = tuple(anchor.code for anchor in Anchor)
        missing = min(lacks, key=len, default=everything)
        if missing:
            yield Breach(view.place(goal), goal.id, goal=goal.id, missing=missing)


@rule(
    "GOA005",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("goals",),
    sources=seed("RA-06"),
    sv=Texts(
        message="Målet {goal} har ingen indikator som visar om det nås.",
        why="Utan något att räkna eller fråga om vet ingen om man närmar sig målet.",
        remedy=(
            "De som äger målet väljer minst en indikator, gärna en som redan finns; den som "
            "förvaltar dokumentet anger den i indicators."
        ),
    ),
    en=Texts(
        message="Goal {goal} is not followed by any indicator.",
        why="Without something to count or ask about nobody knows whether the goal comes nearer.",
        remedy=(
            "Those who own the goal choose at least one indicator, preferably one that exists "
            "already; whoever keeps the document states it in indicators."
        ),
    ),
)
def goal_without_indicator(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each goal for an indicator."""
    for goal in view.goals:
        if not goal.indicators:
            yield Breach(view.place(goal), goal.id, goal=goal.id)


@rule(
    "GOA020",
    Severity.ERROR,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("goals",),
    sources=seed("KF-11"),
    implies=("GOA002",),
    sv=Texts(
        message=(
            "Inget av de övergripande målen ({goals}) handlar om hur det går för barn och unga."
        ),
        why=(
            "Med uppdraget i centrum, det som är till bäst nytta för barnet, blir samverkan ett "
            "naturligt sätt att arbeta. De övergripande målen avgör vad resten av arbetet syftar "
            "till."
        ),
        remedy=(
            "Styrgruppen formulerar minst ett övergripande mål som säger vad som ska bli bättre "
            "för barn och unga; den som förvaltar dokumentet anger children i about."
        ),
    ),
    en=Texts(
        message="None of the goals on top ({goals}) is about how children and young people fare.",
        why=(
            "With the mission in the centre, what benefits the child most, collaboration becomes a "
            "natural way of working. The goals on top decide what the rest of the work aims at."
        ),
        remedy=(
            "The steering group words at least one goal on top that says what is to be better for "
            "children and young people; children is entered in its about."
        ),
    ),
)
def none_for_children(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the goals on top for one about the benefit to children."""
    top = tuple(goal for goal in view.goals if goal.superior_goal is None)
    if not top:
        yield Unjudged(None, "goals.superior_goal")
        return
    verdicts = (
        (goal.id, None if goal.about is None else goal.about is GoalAbout.CHILDREN) for goal in top
    )
    named = tuple(dict.fromkeys(goal.id for goal in top))
    yield from unless_any(verdicts, "about", Breach(pointer("goals"), None, goals=named))
