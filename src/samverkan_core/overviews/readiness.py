"""What measurements of readiness came to (resultat), and how it has moved in a focus area (trend).

Nothing is filled in: a measurement that lacks a score has no result but a list of what it lacks,
and two measurements are compared only where both were made in the same way and one surely later.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations, pairwise

import attrs

from samverkan_core.indexing import Index, index
from samverkan_core.measures.readiness import (
    Change,
    Dimension,
    Edition,
    Gap,
    Likeness,
    Readiness,
    change,
    likeness,
    on_scale,
    readiness,
)
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.readiness import (
    ReadinessInterview,
    ReadinessMeasurement,
    ReadinessScore,
    ScoreSheet,
)
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import ActorId, FocusAreaId, MeasurementId
from samverkan_core.values.numbers import exact
from samverkan_core.values.time import PartialDate

__all__ = [
    "ReadinessChange",
    "ReadinessCourse",
    "ReadinessResult",
    "ReadinessTopic",
    "agreed_scores",
    "courses",
    "scores",
    "topic_of",
    "trend",
]


@attrs.frozen(kw_only=True)
class ReadinessResult:
    """What one measurement came to, or what it lacks for that."""

    #: The measurement.
    measurement: MeasurementId
    #: When it was made, as far as it is known.
    day: PartialDate | None
    #: Its interviews, by what they are called in it.
    interviews: tuple[str, ...] = attrs.field(repr=False)
    #: The scores and the stage; None where a score is missing or there is no interview.
    readiness: Readiness | None
    #: The scores that are missing, or that are not one as they should; each names its interview by
    #: the position in `interviews`.
    gaps: tuple[Gap, ...]
    #: How alike the scorers scored alone; None where their own scores were not kept.
    likeness: Likeness | None


@attrs.frozen(kw_only=True)
class ReadinessTopic:
    """What two measurements must have in common to say anything about a change."""

    #: The edition.
    edition: Edition
    #: The focus area.
    focus_area: FocusAreaId | None
    #: The organisation.
    measured: ActorId | None
    #: The question, word for word.
    issue: str | None = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class ReadinessChange:
    """A change from one measurement to the next."""

    #: The earlier measurement.
    before: MeasurementId
    #: The later one.
    after: MeasurementId
    #: How far readiness has moved.
    change: Change


@attrs.frozen(kw_only=True)
class ReadinessCourse:
    """The measurements that can be compared with each other, in order of time."""

    #: What they have in common.
    topic: ReadinessTopic
    #: Those that have a result and a day, the earliest first.
    results: tuple[ReadinessResult, ...]
    #: The changes from one to the next; none between two of which neither is surely the later.
    changes: tuple[ReadinessChange, ...]
    #: Those that lack a score or a day.
    left_out: tuple[MeasurementId, ...]


def scores(measurement: ReadinessMeasurement) -> ReadinessResult:
    """Give what a measurement came to: each dimension, the whole, the stage, or what is missing."""
    agreed = [agreed_scores(interview.agreed) for interview in measurement.interviews]
    found = readiness(measurement.edition, agreed)
    return ReadinessResult(
        measurement=measurement.id,
        day=measurement.day,
        interviews=tuple(interview.label for interview in measurement.interviews),
        readiness=found if isinstance(found, Readiness) else None,
        gaps=() if isinstance(found, Readiness) else found,
        likeness=likeness(pair for one in measurement.interviews for pair in _pairs(one)),
    )


@answers("SB-74")
def trend(
    collab: Collaboration | Index, focus_area: FocusAreaId | str
) -> tuple[ReadinessCourse, ...]:
    """Give how readiness has moved in a focus area, for each set of comparable measurements.

    Raises:
        UnknownId: The document has no focus area with the id.
    """
    book = index(collab)
    book.whole.focus_areas.the(focus_area)
    return tuple(one for one in courses(book) if one.topic.focus_area == focus_area)


def courses(collab: Collaboration | Index) -> tuple[ReadinessCourse, ...]:
    """Give how readiness has moved, for each set of comparable measurements there is."""
    topics: dict[ReadinessTopic, list[ReadinessMeasurement]] = {}
    for measurement in index(collab).whole.readiness_measurements.firsts():
        topics.setdefault(topic_of(measurement), []).append(measurement)
    return tuple(_course(topic, measured) for topic, measured in topics.items())


def topic_of(measurement: ReadinessMeasurement) -> ReadinessTopic:
    """Say what another measurement must have in common with one to be compared with it."""
    return ReadinessTopic(
        edition=measurement.edition,
        focus_area=measurement.focus_area,
        measured=measurement.measured,
        issue=measurement.issue,
    )


def agreed_scores(written: Iterable[ReadinessScore]) -> tuple[tuple[Dimension, Fraction], ...]:
    """Read scores as they are written, each exactly."""
    return tuple((one.dimension, exact(one.score)) for one in written)


@attrs.frozen(kw_only=True)
class _Placed:
    """A result that has its place in time."""

    result: ReadinessResult
    readiness: Readiness
    day: PartialDate


def _course(topic: ReadinessTopic, measured: Iterable[ReadinessMeasurement]) -> ReadinessCourse:
    results = tuple(map(scores, measured))
    placed = sorted(_placed(results), key=lambda one: (one.day.earliest, one.day.latest))
    there = {one.result.measurement for one in placed}
    return ReadinessCourse(
        topic=topic,
        results=tuple(one.result for one in placed),
        changes=tuple(_changes(placed)),
        left_out=tuple(one.measurement for one in results if one.measurement not in there),
    )


def _placed(results: Iterable[ReadinessResult]) -> Iterator[_Placed]:
    for one in results:
        if one.readiness is not None and one.day is not None:
            yield _Placed(result=one, readiness=one.readiness, day=one.day)


def _changes(placed: Iterable[_Placed]) -> Iterator[ReadinessChange]:
    for one, other in pairwise(placed):
        moved = change(one.readiness, other.readiness)
        if moved is not None and other.day.after(one.day):
            yield ReadinessChange(
                before=one.result.measurement, after=other.result.measurement, change=moved
            )


def _pairs(interview: ReadinessInterview) -> Iterator[tuple[Fraction, Fraction]]:
    """Give the scores that two scorers gave one dimension, each alone."""
    for one, other in combinations(map(_single, interview.sheets), 2):
        yield from ((one[dimension], other[dimension]) for dimension in one if dimension in other)


def _single(sheet: ScoreSheet) -> dict[Dimension, Fraction]:
    """Give the dimensions that a sheet scores once and on the scale."""
    found = agreed_scores(sheet.scores)
    often = [dimension for dimension, _ in found]
    return {one: score for one, score in found if often.count(one) == 1 and on_scale(score)}
