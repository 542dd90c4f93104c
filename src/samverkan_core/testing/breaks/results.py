"""How rules about goals, indicators and evaluations are broken: one change to one of them.

A world that does not show this way of working is first given it.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from samverkan_core.model.actor import Participation
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.evaluation import (
    Effect,
    Evaluation,
    EvaluationFinding,
    EvaluationQuestion,
    FollowUp,
)
from samverkan_core.model.goal import Goal, GoalAbout, Horizon, OrdinaryOperation
from samverkan_core.model.indicator import Observation, ObservationStatus
from samverkan_core.testing.breaks.bodies import unused_id
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.testing.lawful.results import results
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import GoalId, ObservationId, OfficeId
from samverkan_core.values.time import PartialDate, moved

__all__ = ["BREAKING", "NEAR_MISS", "with_results"]

_DAY = dt.timedelta(days=1)


def with_results(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Give a collaboration goals, and all that follows them, unless it has some."""
    if collab.goals:
        return collab
    return attrs.evolve(collab, **results(Hand(draw, at), collab))


def _on_goal(change: Callable[[st.DrawFn, Collaboration, Goal], Goal]) -> Edit:
    """Make an edit that changes one goal."""

    def edit(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
        collab = with_results(draw, collab, at)
        goal = a(draw, collab.goals)
        return replaced(collab, goal, change(draw, collab, goal))

    return edit


def _on_evaluation(change: Callable[[st.DrawFn, Collaboration, Evaluation], Evaluation]) -> Edit:
    """Make an edit that changes one evaluation."""

    def edit(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
        collab = with_results(draw, collab, at)
        evaluation = a(draw, collab.evaluations)
        return replaced(collab, evaluation, change(draw, collab, evaluation))

    return edit


# --- goals -------------------------------------------------------------------------------------


def _nobody_shares(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = with_results(draw, collab, at)
    for goal in collab.goals:
        owner = a(draw, collab.actors).id
        # To be named twice is not to be two.
        owners = a(draw, ((), (owner,), (owner, owner)))
        collab = replaced(collab, goal, attrs.evolve(goal, owners=owners))
    return collab


def _two_share_one(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = _nobody_shares(draw, collab, at)
    one, other, *_ = (actor.id for actor in collab.actors)
    goal = a(draw, collab.goals)
    return replaced(collab, goal, attrs.evolve(goal, owners=(one, other)))


def _about_collaboration(_: st.DrawFn, __: Collaboration, goal: Goal) -> Goal:
    return attrs.evolve(goal, about=GoalAbout.COLLABORATION)


def _named_for_collaboration(_: st.DrawFn, __: Collaboration, goal: Goal) -> Goal:
    return attrs.evolve(goal, name="Samverkan ger barn stöd i tid", about=GoalAbout.CHILDREN)


def _far_goal(draw: st.DrawFn, collab: Collaboration, number: int) -> Goal:
    """Make a long-term goal like another, with an id of its own."""
    goal = a(draw, collab.goals)
    id_ = GoalId(f"{unused_id(collab, 'vision')}{'+' * number}")
    return attrs.evolve(goal, id=id_, horizon=Horizon.LONG_TERM, superior_goal=None)


def _far_off(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = with_results(draw, collab, at)
    return added(collab, _far_goal(draw, collab, 0))


def _near_further_down(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Put a long-term goal over another that has a short-term one under it."""
    collab = with_results(draw, collab, at)
    top, middle = _far_goal(draw, collab, 0), _far_goal(draw, collab, 1)
    near = attrs.evolve(_far_goal(draw, collab, 2), horizon=Horizon.SHORT_TERM)
    return added(
        collab,
        attrs.evolve(near, superior_goal=middle.id),
        attrs.evolve(middle, superior_goal=top.id),
        top,
    )


def _nowhere(draw: st.DrawFn, collab: Collaboration, goal: Goal) -> Goal:
    unit = OrdinaryOperation(unit=a(draw, collab.actors).id)
    plan = OrdinaryOperation(plan=a(draw, collab.documents).id)
    # A unit here and a plan there is no plan of that unit's.
    return attrs.evolve(goal, anchored_in=a(draw, ((), (unit,), (plan,), (unit, plan))))


def _somewhere(draw: st.DrawFn, collab: Collaboration, goal: Goal) -> Goal:
    half = _nowhere(draw, collab, goal).anchored_in
    return attrs.evolve(goal, anchored_in=(*half, *goal.anchored_in))


def _unmeasured(_: st.DrawFn, __: Collaboration, goal: Goal) -> Goal:
    return attrs.evolve(goal, indicators=())


def _measured_once(_: st.DrawFn, __: Collaboration, goal: Goal) -> Goal:
    return attrs.evolve(goal, indicators=goal.indicators[:1])


# --- indicators and observations ---------------------------------------------------------------


def _no_unit(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = with_results(draw, collab, at)
    indicator = a(draw, collab.indicators)
    return replaced(collab, indicator, attrs.evolve(indicator, unit=None))


def _shortest_unit(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = with_results(draw, collab, at)
    indicator = a(draw, collab.indicators)
    return replaced(collab, indicator, attrs.evolve(indicator, unit="%"))


def _last_made(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, *, days_late: int
) -> Collaboration:
    """Let the last value of an indicator be so old that the next was due so many days ago."""
    collab = with_results(draw, collab, at)
    indicator = a(draw, collab.indicators)
    assert indicator.cadence_months is not None  # noqa: S101 - in a lawful world each has one
    months = indicator.cadence_months + indicator.tolerance_months
    last = moved(at - days_late * _DAY, months=-months)
    # A day that the month lacked would be due earlier: the first of the month is in every month.
    last = last if moved(last, months=months) == at - days_late * _DAY else last + _DAY
    for made in collab.observations:
        if made.indicator == indicator.id:
            older = attrs.evolve(made, when=PartialDate.on(last))
            collab = replaced(collab, made, older)
    return collab


def _passed_over(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    # Two days, for what was due on a day that a month lacks is moved by one above.
    return _last_made(draw, collab, at, days_late=draw(st.integers(2, 400)))


def _due_today(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _last_made(draw, collab, at, days_late=0)


def _unexplained(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = with_results(draw, collab, at)
    observation = a(draw, collab.observations)
    gone = a(draw, (ObservationStatus.MISSING, ObservationStatus.SUPPRESSED))
    faulty = (
        attrs.evolve(observation, status=ObservationStatus.MEASURED, value=None),
        attrs.evolve(observation, status=gone, value="12.5"),
        attrs.evolve(observation, status=gone, value=None, reason=None),
    )
    return _beside(collab, observation, a(draw, faulty))


def _explained(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = with_results(draw, collab, at)
    observation = a(draw, collab.observations)
    right = (
        attrs.evolve(observation, status=ObservationStatus.MEASURED, value="0"),
        attrs.evolve(
            observation, status=ObservationStatus.MISSING, value=None, reason=draw(texts())
        ),
    )
    return _beside(collab, observation, a(draw, right))


def _beside(collab: Collaboration, like: Observation, other: Observation) -> Collaboration:
    """Put in one more observation, so that no value is missed where another was."""
    id_ = ObservationId(unused_id(collab, like.id))
    return added(collab, attrs.evolve(other, id=id_))


def _of_old(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _versions(with_results(draw, collab, at), draw, "förra", "nya")


def _of_now(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _versions(with_results(draw, collab, at), draw, "nya", "nya")


def _versions(collab: Collaboration, draw: st.DrawFn, made: str, current: str) -> Collaboration:
    indicator = a(draw, collab.indicators)
    collab = replaced(collab, indicator, attrs.evolve(indicator, version=current))
    for observation in collab.observations:
        if observation.indicator == indicator.id:
            collab = replaced(collab, observation, attrs.evolve(observation, version=made))
    return collab


# --- evaluations -------------------------------------------------------------------------------


def _by_themselves(draw: st.DrawFn, collab: Collaboration, evaluation: Evaluation) -> Evaluation:
    core = a(draw, (one for one in collab.actors if one.participation is Participation.CORE))
    return attrs.evolve(evaluation, evaluator=core.id, external_evaluator=None)


def _from_outside(draw: st.DrawFn, _: Collaboration, evaluation: Evaluation) -> Evaluation:
    return attrs.evolve(evaluation, evaluator=None, external_evaluator=draw(texts()))


def _process_only(draw: st.DrawFn, _: Collaboration, evaluation: Evaluation) -> Evaluation:
    question = EvaluationQuestion(text=draw(texts()), about=Effect.PROCESS)
    return attrs.evolve(evaluation, questions=(question,))


def _children_too(draw: st.DrawFn, _: Collaboration, evaluation: Evaluation) -> Evaluation:
    process = EvaluationQuestion(text=draw(texts()), about=Effect.PROCESS)
    children = EvaluationQuestion(text=draw(texts()), about=Effect.CHILDREN)
    return attrs.evolve(evaluation, questions=(process, process, children))


def _nobody_follows_up(draw: st.DrawFn, _: Collaboration, evaluation: Evaluation) -> Evaluation:
    action = FollowUp(text=draw(texts()), day=PartialDate(when="2015"))
    found = EvaluationFinding(text=draw(texts()), follow_ups=a(draw, ((), (action,))))
    return attrs.evolve(evaluation, findings=(*evaluation.findings, found))


def _somebody_follows_up(
    draw: st.DrawFn, collab: Collaboration, evaluation: Evaluation
) -> Evaluation:
    nobodys = FollowUp(text=draw(texts()))
    somebodys = attrs.evolve(nobodys, owner=OfficeId(a(draw, collab.roles).id))
    found = EvaluationFinding(text=draw(texts()), follow_ups=(nobodys, somebodys))
    return attrs.evolve(evaluation, findings=(found,))


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "EVA001": _on_evaluation(_by_themselves),
        "EVA002": _on_evaluation(_process_only),
        "EVA003": _on_evaluation(_nobody_follows_up),
        "GOA001": _nobody_shares,
        "GOA002": _on_goal(_about_collaboration),
        "GOA003": _far_off,
        "GOA004": _on_goal(_nowhere),
        "GOA005": _on_goal(_unmeasured),
        "IND001": _no_unit,
        "IND002": _passed_over,
        "OBS001": _unexplained,
        "OBS002": _of_old,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "EVA001": _on_evaluation(_from_outside),
        "EVA002": _on_evaluation(_children_too),
        "EVA003": _on_evaluation(_somebody_follows_up),
        "GOA001": _two_share_one,
        "GOA002": _on_goal(_named_for_collaboration),
        "GOA003": _near_further_down,
        "GOA004": _on_goal(_somewhere),
        "GOA005": _on_goal(_measured_once),
        "IND001": _shortest_unit,
        "IND002": _due_today,
        "OBS001": _explained,
        "OBS002": _of_now,
    }
)
