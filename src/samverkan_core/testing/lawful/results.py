"""Goals, indicators, observations and evaluations of a lawful world."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from samverkan_core.measures.series import Direction
from samverkan_core.model.actor import Actor, Participation
from samverkan_core.model.body import Body
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.evaluation import (
    Effect,
    Evaluation,
    EvaluationFinding,
    EvaluationQuestion,
    FollowUp,
)
from samverkan_core.model.goal import (
    Alignment,
    Goal,
    GoalAbout,
    Horizon,
    Milestone,
    OrdinaryOperation,
    QualityCheck,
)
from samverkan_core.model.indicator import (
    Breakdown,
    ExternalCode,
    Gathering,
    Indicator,
    IndicatorTopic,
    Observation,
    ObservationStatus,
)
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import EvaluationId, GoalId, IndicatorId, ObservationId, OfficeId
from samverkan_core.values.time import PartialDate

__all__ = ["results"]

#: So few days that no month has fewer.
_A_MONTH = dt.timedelta(days=28)
_NAMES = (
    "Fler barn får stöd innan de far illa",
    "Färre ungdomar dricker alkohol",
    "Alla elever är i skolan",
    "Föräldrar får råd när de behöver det",
)
_STEPS = ("Arbetssättet är prövat i två skolor.", "Alla enheter är med.", "Rutinen är känd.")
_CHECKS = ("Stickprov varje termin.", "Kollegial granskning.")
_INDICATORS = (
    "Ungdomar i årskurs 9 som dricker alkohol",
    "Elever med frånvaro över 20 procent",
    "Barn i ekonomiskt utsatta hushåll",
    "Föräldrar som upplever att stödet hänger ihop",
)
#: What a municipality follows that says of each indicator what it tells about.
_TOLD = (
    (IndicatorTopic.ALCOHOL, Direction.LOWER_BETTER),
    (IndicatorTopic.NARCOTICS, Direction.LOWER_BETTER),
    (IndicatorTopic.TOBACCO, Direction.LOWER_BETTER),
    (IndicatorTopic.COHERENCE, Direction.HIGHER_BETTER),
)
_UNITS = ("%", "elever", "hushåll", "per 1 000 barn")
_VERSIONS = ("1", "2014", "frågan från 2012")
_CODES = (("Kolada", "N02904"), ("LUPP", "fråga 31"))
_SOURCES = ("Källa: Kolada", "Källa: kommunens elevenkät")
_DIMENSIONS = (
    ("kön", ("flicka", "pojke")),
    ("årskurs", ("9", "gymnasiets år 2")),
    ("läsår", ("2014/2015",)),
)
_ABSENT = ("Enkäten ställdes in.", "Gruppen är för liten för att redovisas.")
_EVALUATIONS = ("Utvärdering av samverkan", "Uppföljning av konsultationsteamet")
_EVALUATORS = ("FoU-enheten i länet", "Högskolan")
_FOR_CHILDREN = ("Får barnen stöd tidigare?", "Märker barnen någon skillnad?")
_FOR_PROCESS = ("Vet alla vem som gör vad?", "Kommer frågorna vidare till nämnderna?")
_FOUND = ("Föräldrar vet inte vart de ska vända sig.", "Teamet är känt i skolan men inte i vården.")
_WORKS = ("Det är värdefullt att se hur andra arbetar.", "Familjerna får svar samma vecka.")
_ACTIONS = ("Ta fram gemensam information.", "Besöka vårdcentralerna.")
#: What is said where somebody measured.
_MADE: tuple[ObservationStatus, ...] = (ObservationStatus.MEASURED, ObservationStatus.SUPPRESSED)
#: How often something is measured, in months.
_CADENCES = (24, 12, 36)


def results(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw what is to be reached, what it is followed by, and what an evaluation found."""
    indicators = _indicators(hand, collab)
    goals = _goals(hand, collab, tuple(indicator.id for indicator in indicators))
    return {
        "goals": goals,
        "indicators": indicators,
        "observations": _observations(hand, indicators),
        "evaluations": (_evaluation(hand, collab, goals),),
    }


# --- goals -------------------------------------------------------------------------------------


def _goals(
    hand: Hand, collab: Collaboration, indicators: Sequence[IndicatorId]
) -> tuple[Goal, ...]:
    """Draw a joint goal; where it lies far ahead, a short-term one under it."""
    horizon = hand.one((Horizon.SHORT_TERM, Horizon.LONG_TERM))
    joint = {"horizon": horizon, "owners": _actors(hand, collab, 2)}
    first = _goal(hand, collab, indicators, 1, joint)
    if horizon is Horizon.SHORT_TERM:
        return (first,)
    own = {"owners": _actors(hand, collab, 0), "superior_goal": first.id}
    second = _goal(hand, collab, indicators, 2, {"horizon": Horizon.SHORT_TERM, **own})
    return first, second


def _goal(
    hand: Hand,
    collab: Collaboration,
    indicators: Sequence[IndicatorId],
    number: int,
    members: Mapping[str, Any],
) -> Goal:
    groups, areas = collab.target_groups, tuple(area.id for area in collab.focus_areas)
    return Goal(
        id=GoalId(hand.id("mål", number)),
        name=hand.text(_NAMES),
        about=GoalAbout.CHILDREN,
        anchored_in=(_operation(hand, collab),),
        needs=tuple(hand.some((need.id for need in collab.needs), 1, 2)),
        indicators=tuple(hand.some(indicators, 1, 1)),
        quality_check=_check(hand, collab),
        **members,
        **hand.perhaps(
            focus_areas=lambda: tuple(hand.some(areas, 1, 1)),
            target_group=lambda: hand.one(groups).id,
            aligned_with=lambda: (_alignment(hand, collab),),
            milestones=lambda: (_milestone(hand), _milestone(hand)),
            period=hand.known_period,
            **hand.beside(2),
        ),
    )


def _actors(hand: Hand, collab: Collaboration, least: int) -> tuple[str, ...]:
    return tuple(hand.some((actor.id for actor in collab.actors), least, 3))


def _operation(hand: Hand, collab: Collaboration) -> OrdinaryOperation:
    unit, plan = hand.one(collab.actors).id, hand.one(collab.documents).id
    return OrdinaryOperation(unit=unit, plan=plan, **hand.kept_too(2))


def _alignment(hand: Hand, collab: Collaboration) -> Alignment:
    return Alignment(
        administration=hand.one(collab.actors).id,
        **hand.perhaps(
            own_goal=lambda: hand.text(_NAMES),
            document=lambda: hand.one(collab.documents).id,
            kept=hand.kept,
        ),
    )


def _milestone(hand: Hand) -> Milestone:
    more = hand.perhaps(day=lambda: hand.since(hand.at), kept=hand.kept)
    return Milestone(text=hand.text(_STEPS), **more)


def _check(hand: Hand, collab: Collaboration) -> QualityCheck:
    return QualityCheck(
        checked_by=OfficeId(hand.one(collab.roles).id),
        day=hand.past(),
        **hand.perhaps(
            method=lambda: hand.text(_CHECKS),
            kept=hand.kept,
        ),
    )


# --- indicators and observations ---------------------------------------------------------------


def _indicators(hand: Hand, collab: Collaboration) -> tuple[Indicator, ...]:
    """Draw an indicator or two, or one for each topic that is to be followed."""
    if hand.yes(4):
        return tuple(
            _indicator(hand, collab, number, _topic(hand, number, *told))
            for number, told in enumerate(_TOLD, 1)
        )
    first = _indicator(hand, collab, 1, _direction(hand))
    return (first, _indicator(hand, collab, 2, _anything(hand))) if hand.yes() else (first,)


def _direction(hand: Hand) -> Mapping[str, Any]:
    return hand.perhaps(direction=lambda: hand.one(tuple(Direction)))


def _anything(hand: Hand) -> Mapping[str, Any]:
    """Say of an indicator beside one that says nothing what it tells about and how it is made."""
    topic, gathered = hand.one(tuple(IndicatorTopic)), hand.one(tuple(Gathering))
    return {"topic": topic, "gathered_by": gathered, **_direction(hand)}


def _topic(
    hand: Hand, number: int, topic: IndicatorTopic, direction: Direction
) -> Mapping[str, Any]:
    """Say what an indicator tells about; the first rests on a survey of young people."""
    gathered = Gathering.YOUTH_SURVEY if number == 1 else hand.one(tuple(Gathering))
    return {"topic": topic, "direction": direction, "gathered_by": gathered}


def _indicator(
    hand: Hand, collab: Collaboration, number: int, told: Mapping[str, Any]
) -> Indicator:
    return Indicator(
        id=IndicatorId(hand.id("indikator", number)),
        name=hand.text(_INDICATORS),
        unit=hand.text(_UNITS),
        cadence_months=hand.one(_CADENCES),
        **told,
        **hand.perhaps(
            version=lambda: hand.text(_VERSIONS),
            owner=lambda: OfficeId(hand.one(collab.roles).id),
            tolerance_months=lambda: 1 + hand.up_to(5),
            external_code=lambda: _code(hand),
            ages=lambda: _ages(hand),
            detection_effect_possible=lambda: True,
            attribution=lambda: hand.text(_SOURCES),
            **hand.beside(2),
        ),
    )


def _code(hand: Hand) -> ExternalCode:
    system, value = hand.one(_CODES)
    return ExternalCode(system=system, value=value, **hand.kept_too(2))


def _ages(hand: Hand) -> AgeBand:
    first = hand.up_to(15)
    return AgeBand(from_age=first, to_age=first + hand.up_to(5))


def _observations(hand: Hand, indicators: Sequence[Indicator]) -> tuple[Observation, ...]:
    """Draw a value of each indicator that is not too old, and perhaps one from before."""
    found: list[Observation] = []
    for indicator in indicators:
        assert indicator.cadence_months is not None  # noqa: S101 - each was given one above
        first = hand.at - indicator.cadence_months * _A_MONTH
        whens = [(hand.within(first, hand.at), _MADE)]
        if hand.yes():
            whens.append((hand.past(), tuple(ObservationStatus)))
        for when, statuses in whens:
            number = len(found) + 1
            found.append(_observation(hand, indicator, number, when, hand.one(statuses)))
    return tuple(found)


def _observation(
    hand: Hand, indicator: Indicator, number: int, when: PartialDate, status: ObservationStatus
) -> Observation:
    if status is ObservationStatus.MEASURED:
        stated: dict[str, Any] = {"value": f"{hand.up_to(100)}.{hand.up_to(9)}"}
    else:
        stated = {"reason": hand.text(_ABSENT)}
    return Observation(
        id=ObservationId(hand.id("observation", number)),
        indicator=indicator.id,
        version=indicator.version,
        when=when,
        status=status,
        **stated,
        **hand.perhaps(
            n=lambda: hand.up_to(500),
            breakdown=lambda: tuple(_part(hand, one) for one in hand.some(_DIMENSIONS, 1, 2)),
            attribution=lambda: hand.text(_SOURCES),
            **hand.beside(2),
        ),
    )


def _part(hand: Hand, dimension: tuple[str, Sequence[str]]) -> Breakdown:
    name, values = dimension
    return Breakdown(dimension=name, value=hand.one(values), **hand.kept_too(2))


# --- evaluations -------------------------------------------------------------------------------


def _evaluation(hand: Hand, collab: Collaboration, goals: Sequence[Goal]) -> Evaluation:
    commissioner = hand.one(collab.bodies)
    areas = tuple(area.id for area in collab.focus_areas)
    return Evaluation(
        id=EvaluationId(hand.id("utvärdering", 1)),
        name=hand.text(_EVALUATIONS),
        questions=_questions(hand),
        **_evaluator(hand, collab, commissioner),
        **hand.perhaps(
            commissioner=lambda: OfficeId(commissioner.id),
            goals=lambda: tuple(goal.id for goal in goals),
            bodies=lambda: (hand.one(collab.bodies).id,),
            focus_areas=lambda: tuple(hand.some(areas, 1, 1)),
            findings=lambda: (_finding(hand, collab),),
            period=hand.known_period,
            published=hand.past,
            **hand.beside(2),
        ),
    )


def _evaluator(hand: Hand, collab: Collaboration, commissioner: Body) -> dict[str, Any]:
    """Draw somebody who is no actor here, or an external party that did not commission it."""
    outside = tuple(
        actor.id for actor in collab.actors if _is_outside(actor) and actor.id != commissioner.actor
    )
    if outside and hand.yes():
        return {"evaluator": hand.one(outside)}
    return {"external_evaluator": hand.text(_EVALUATORS)}


def _is_outside(actor: Actor) -> bool:
    return actor.participation is Participation.EXTERNAL and actor.part_of is None


def _questions(hand: Hand) -> tuple[EvaluationQuestion, ...]:
    child = EvaluationQuestion(
        text=hand.text(_FOR_CHILDREN), about=Effect.CHILDREN, **hand.kept_too(2)
    )
    if not hand.yes():
        return (child,)
    return (child, EvaluationQuestion(text=hand.text(_FOR_PROCESS), about=Effect.PROCESS))


def _finding(hand: Hand, collab: Collaboration) -> EvaluationFinding:
    follow_up = FollowUp(
        text=hand.text(_ACTIONS),
        owner=OfficeId(hand.one(collab.roles).id),
        kept=hand.kept(),
        **hand.perhaps(day=lambda: hand.since(hand.at)),
    )
    works = hand.yes(3)
    return EvaluationFinding(
        text=hand.text(_WORKS if works else _FOUND),
        works_well=works,
        follow_ups=() if works else (follow_up,),
        **hand.kept_too(2),
    )
