"""Rules about evaluations: made from outside, asking about children, and followed up."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.actor import Actor, Participation
from samverkan_core.model.evaluation import Effect, Evaluation
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import lineage
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import OfficeId
from samverkan_core.values.labels import Labelled

__all__ = ["children_not_asked_about", "evaluator_not_independent", "finding_without_owner"]


class Tie(Labelled):
    """How an evaluator is bound to what it evaluates."""

    COMMISSIONER = ("commissioner", "har beställt utvärderingen", "commissioned the evaluation")
    PARTICIPANT = (
        "participant",
        "deltar i eller svarar för samverkan",
        "takes part in the collaboration or answers for it",
    )


@rule(
    "EVA001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("evaluations", "actors", "roles", "bodies", ITSELF),
    sources=seed("KF-09"),
    words=(("tie", Tie),),
    sv=Texts(
        message=(
            "Utvärderingen {evaluation} är gjord av {evaluator}, som inte är oberoende av den som "
            "{tie}."
        ),
        why=(
            "Den som granskar sitt eget arbete har svårt att se vad som brister, och får svårt att "
            "bli trodd när resultatet är gott."
        ),
        remedy=(
            "Beställaren låter någon utanför samverkan göra utvärderingen, till exempel en "
            "FoU-enhet, eller redovisar den som en egen uppföljning. Om utvärderaren inte deltar i "
            "samverkan anger den som förvaltar dokumentet external i aktörens participation."
        ),
    ),
    en=Texts(
        message=(
            "Evaluation {evaluation} was made by {evaluator}, who is not independent of the one "
            "who {tie}."
        ),
        why=(
            "Whoever examines the own work finds it hard to see what is wanting, and hard to be "
            "believed when the result is good."
        ),
        remedy=(
            "The commissioner lets somebody outside the collaboration make the evaluation, such as "
            "a research and development unit, or presents it as a follow-up of its own. Where the "
            "evaluator takes no part in the work, participation is external."
        ),
    ),
)
def evaluator_not_independent(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each evaluation whether its evaluator stands outside commissioner and participants.

    An external party may evaluate; one who is not among the actors stands outside by that.
    """
    inside = _inside(view)
    for evaluation in view.evaluations:
        evaluator = view.actors.get(evaluation.evaluator)
        if evaluation.evaluator is None and evaluation.external_evaluator is None:
            yield Unjudged(evaluation.id, "evaluator")
        elif evaluator is not None:
            yield from _bound(view, evaluation, evaluator, inside)


def _inside(view: View) -> list[Actor]:
    """Give the core actors, and the principals behind them."""
    core = [one for one in view.actors if one.participation is Participation.CORE]
    behind = dict.fromkeys((*view.collaboration.principals, *(one.principal for one in core)))
    principals = map(view.actors.get, behind)
    return [*core, *(one for one in principals if one is not None)]


def _bound(
    view: View, evaluation: Evaluation, evaluator: Actor, inside: list[Actor]
) -> Iterator[Outcome]:
    commissioner = _actor_of(view, evaluation.commissioner)
    if commissioner is not None and _together(view, evaluator, commissioner):
        tie = Tie.COMMISSIONER
    elif any(_together(view, evaluator, participant) for participant in inside):
        tie = Tie.PARTICIPANT
    else:
        return
    yield Breach(
        view.place(evaluation, "evaluator"),
        evaluation.id,
        evaluation=evaluation.id,
        evaluator=evaluator.id,
        tie=tie.code,
    )


def _actor_of(view: View, office: OfficeId | None) -> Actor | None:
    """Give the actor that an office belongs to; None where that is not stated."""
    holder = view.roles.get(office) or view.bodies.get(office)
    return view.actors.get(office) if holder is None else view.actors.get(holder.actor)


def _together(view: View, one: Actor, other: Actor) -> bool:
    """Tell whether one of two actors is the other, or a unit of it."""
    return one.id in lineage(view, other) or other.id in lineage(view, one)


@rule(
    "EVA002",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("evaluations",),
    sources=seed("KF-10", "KF-14"),
    sv=Texts(
        message=(
            "Utvärderingen {evaluation} frågar bara om samverkansprocessen, inte om vad arbetet "
            "har betytt för barnen."
        ),
        why=(
            "En samverkansprocess kan gå bra utan att något barn får det bättre. Bara en fråga om "
            "barnen visar om arbetet är till nytta."
        ),
        remedy=(
            "Beställaren lägger till minst en fråga om effekter för barnen; den som förvaltar "
            "dokumentet för in frågan i questions och anger children i about."
        ),
    ),
    en=Texts(
        message=(
            "Evaluation {evaluation} asks only about the process, not about what the work has "
            "meant for the children."
        ),
        why=(
            "A process of collaboration may go well without anything getting better for any "
            "child. Only a question about the children shows whether the work is of use."
        ),
        remedy=(
            "The commissioner adds at least one question about effects for children; whoever keeps "
            "the document enters it in questions with about children."
        ),
    ),
)
def children_not_asked_about(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each evaluation for a question about effects for children."""
    for evaluation in view.evaluations:
        asked = {question.about for question in evaluation.questions}
        if Effect.CHILDREN in asked:
            continue
        if asked == {Effect.PROCESS}:
            yield Breach(
                view.place(evaluation, "questions"), evaluation.id, evaluation=evaluation.id
            )
        else:
            yield Unjudged(evaluation.id, "questions.about" if asked else "questions")


@rule(
    "EVA003",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("evaluations",),
    sources=seed("RA-18"),
    sv=Texts(
        message=(
            "Ingen har ansvar för att följa upp iakttagelse nummer {number} i utvärderingen "
            "{evaluation}."
        ),
        why=(
            "En utvärdering ändrar ingenting av sig själv. Det som ingen ansvarar för står kvar "
            "till nästa utvärdering."
        ),
        remedy=(
            "Styrgruppen enas om vad som ska göras och vem som svarar för det; den som förvaltar "
            "dokumentet för in åtgärden i follow_ups och anger den ansvariga i owner."
        ),
    ),
    en=Texts(
        message=(
            "Nobody answers for following up finding number {number} of evaluation {evaluation}."
        ),
        why=(
            "An evaluation changes nothing by itself. What nobody answers for stands there until "
            "the next evaluation."
        ),
        remedy=(
            "The steering group agrees on what is to be done and who answers for it; whoever keeps "
            "the document states the action in follow_ups, with its owner."
        ),
    ),
)
def finding_without_owner(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each finding for an action that somebody answers for, unless it says what works."""
    for evaluation in view.evaluations:
        for position, found in enumerate(evaluation.findings):
            if not (found.works_well or any(done.owner for done in found.follow_ups)):
                where = view.place(evaluation, "findings", position)
                number = position + 1
                yield Breach(where, evaluation.id, evaluation=evaluation.id, number=number)
