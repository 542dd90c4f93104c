"""Measurements of readiness of a lawful world: as many as it takes, each scored to the end.

The scores of a measurement are reckoned from one draw, for a choice for each of them would cost
more than it tells.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import attrs

from samverkan_core.measures.readiness import EDITIONS, HIGHEST, LOWEST, Edition
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.readiness import (
    ReadinessInterview,
    ReadinessMeasurement,
    ReadinessProtocol,
    ReadinessScore,
    ScoreSheet,
)
from samverkan_core.process.step import Step
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import ActorId, FocusAreaId, HolderId, MeasurementId
from samverkan_core.values.numbers import written

__all__ = ["Topic", "measurement", "measurements"]

_NAMES = ("Första mätningen", "Mätning av ledningens beredskap", "CRM-mätning, våren")
_ISSUES = ("Skolnärvaro", "Våld i nära relationer", "Tidiga insatser för små barn")
_RESPONDENTS = ("förvaltningschef", "rektor", "enhetschef inom socialtjänsten", "nämndledamot")
_DEVIATIONS = ("Intervjuerna gjordes på video.", "En intervju gjordes om efter ett chefsbyte.")
#: Differences between one interview, one dimension or one scorer and the next, in steps.
_BY_INTERVIEW, _BY_DIMENSION, _BY_SCORER = 3, 5, 2


@attrs.frozen(kw_only=True)
class Topic:
    """What is measured: measurements of one topic can be compared."""

    #: The edition.
    edition: Edition
    #: The focus area.
    focus_area: FocusAreaId | None = None
    #: The organisation.
    measured: ActorId | None = None
    #: The question.
    issue: str | None = None


def measurements(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw the measurements of one focus area on its way, or of a question beside them.

    An area that has come past integration is measured at least twice in the same way.
    """
    area = hand.one((None, *(area for area in collab.focus_areas if area.journey)))
    topic = Topic(
        edition=hand.one(tuple(Edition)),
        focus_area=None if area is None else area.id,
        **hand.perhaps(
            measured=lambda: hand.one(collab.actors).id, issue=lambda: hand.text(_ISSUES)
        ),
    )
    count = _fewest(area) + hand.up_to(1)
    found = tuple(measurement(hand, collab, topic, number) for number in range(1, count + 1))
    return {"readiness_measurements": found}


def measurement(
    hand: Hand, collab: Collaboration, topic: Topic, number: int
) -> ReadinessMeasurement:
    """Draw one measurement, scored to the end by two people whose own scores may be kept."""
    scorers = tuple(HolderId(role.id) for role in hand.some(collab.roles, 2, 2))
    interviews = tuple(_interviews(hand, topic.edition, scorers if hand.yes() else ()))
    told = hand.past()
    return ReadinessMeasurement(
        id=MeasurementId(hand.id("mätning", number)),
        name=hand.text(_NAMES),
        edition=topic.edition,
        focus_area=topic.focus_area,
        measured=topic.measured,
        issue=topic.issue,
        protocol=_protocol(hand, scorers, len(interviews)),
        interviews=interviews,
        feedback=hand.since(told.latest),
        **hand.perhaps(day=lambda: told, **hand.beside(3)),
    )


def _fewest(area: FocusArea | None) -> int:
    """Say how few measurements an area can have."""
    past = area is not None and area.journey[-1].step.number > Step.INTEGRATE.number
    return 2 if past else 1


def _protocol(hand: Hand, scorers: tuple[HolderId, ...], count: int) -> ReadinessProtocol:
    return ReadinessProtocol(
        scorers=scorers,
        **hand.perhaps(
            planned_interviews=lambda: count,
            deviations=lambda: hand.text(_DEVIATIONS),
            kept=(4, hand.kept),
        ),
    )


def _interviews(
    hand: Hand, edition: Edition, scorers: tuple[HolderId, ...]
) -> Iterator[ReadinessInterview]:
    """Draw the interviews, the sheets of some scorers with them."""
    facts = EDITIONS[edition]
    first, respondent = hand.up_to(_steps(edition)), hand.text(_RESPONDENTS)
    for number in range(facts.fewest_interviews + hand.up_to(1)):
        start = first + number * _BY_INTERVIEW
        sheets = (
            ScoreSheet(
                scorer=scorer if number else None,
                scores=_scores(hand, edition, start + apart * _BY_SCORER),
                **_kept_once(hand, number),
            )
            for apart, scorer in enumerate(scorers)
        )
        yield ReadinessInterview(
            label=str(number + 1),
            respondent=respondent if number else None,
            sheets=tuple(sheets),
            agreed=_scores(hand, edition, start, kept=not number),
            **_kept_once(hand, number),
        )


def _kept_once(hand: Hand, number: int) -> dict[str, Any]:
    """Draw kept members beside the first of several only: they cost more than they tell."""
    return {} if number else hand.kept_too(4)


def _scores(
    hand: Hand, edition: Edition, start: int, *, kept: bool = False
) -> tuple[ReadinessScore, ...]:
    """Reckon a score for each dimension of an edition, so many steps up the scale."""
    steps, facts = _steps(edition), EDITIONS[edition]
    found = (
        ReadinessScore(
            dimension=dimension,
            score=written(LOWEST + facts.step * ((start + place * _BY_DIMENSION) % (steps + 1)), 2),
            **_kept_once(hand, place if kept else 1),
        )
        for place, dimension in enumerate(facts.dimensions)
    )
    return tuple(found)


def _steps(edition: Edition) -> int:
    """Count the steps from the lowest score to the highest."""
    return int(Fraction(HIGHEST - LOWEST) / EDITIONS[edition].step)
