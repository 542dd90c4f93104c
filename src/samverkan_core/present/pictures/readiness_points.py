"""What pictures of readiness are drawn from: each dimension over time, with its spread."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from samverkan_core.measures.readiness import Dimension, DimensionScore
from samverkan_core.overviews.readiness import ReadinessCourse
from samverkan_core.values.ids import MeasurementId
from samverkan_core.values.time import PartialDate

__all__ = ["ReadinessPoint", "days_of", "dimensions", "joins", "points"]


@attrs.frozen(kw_only=True)
class ReadinessPoint:
    """What one measurement came to in one dimension."""

    #: The measurement.
    measurement: MeasurementId
    #: When it was made.
    day: PartialDate
    #: Its score in the dimension.
    score: DimensionScore


def days_of(found: Iterable[ReadinessCourse]) -> Iterator[dt.date]:
    """Give the days between which the measurements were made."""
    results = (one for course in found for one in course.results)
    for day in (one.day for one in results if one.day is not None):
        yield from (day.earliest, day.latest)


def dimensions(course: ReadinessCourse) -> tuple[Dimension, ...]:
    """Give the dimensions that have a score, in the order of the model."""
    return tuple(one for one in Dimension if any(points(course, one)))


def points(course: ReadinessCourse, dimension: Dimension) -> Iterator[ReadinessPoint]:
    """Give what the measurements came to in a dimension, in order of time."""
    placed = (
        (one.measurement, one.day, one.readiness)
        for one in course.results
        if one.day is not None and one.readiness is not None
    )
    for measurement, day, found in placed:
        for score in found.dimensions:
            if score.dimension is dimension:
                yield ReadinessPoint(measurement=measurement, day=day, score=score)


def joins(
    course: ReadinessCourse, dimension: Dimension
) -> Iterator[tuple[ReadinessPoint, ReadinessPoint]]:
    """Give two measurements, one after the other, where something can be said of a change."""
    surely = {(one.before, one.after) for one in course.changes}
    for one, other in pairwise(points(course, dimension)):
        if (one.measurement, other.measurement) in surely:
            yield one, other
