"""Readiness for change over time as SVG: each dimension with the spread of its interviews."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from samverkan_core.indexing import Index, index
from samverkan_core.measures.readiness import HIGHEST, LOWEST, Dimension, DimensionScore
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.overviews.readiness import ReadinessCourse, courses
from samverkan_core.present.pictures.layout import (
    EDGE_ROOM,
    LEFT,
    NAMES,
    PAD,
    SMALL,
    SMALL_STEP,
    STEP,
    TEXT,
    WIDTH,
    day_line,
    day_name,
    heading,
    tick_lines,
    tick_names,
)
from samverkan_core.present.pictures.lettering import wrapped
from samverkan_core.present.pictures.svg import (
    EDGE,
    GRID,
    box,
    line,
    ring,
    svg,
    text,
    texts,
    titled,
)
from samverkan_core.present.pictures.time_axis import TimeAxis, axis_over
from samverkan_core.present.pictures.wording import dated, decimal, said
from samverkan_core.values.ids import MeasurementId
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import PartialDate, the_day

__all__ = ["readiness_svg"]

_SCORE, _BAR, _RADIUS, _LINES = 9, 6, 5, 3
_HEIGHT = _SCORE * (HIGHEST - LOWEST)


@attrs.frozen(kw_only=True)
class _Point:
    """What one measurement came to in one dimension."""

    #: The measurement.
    measurement: MeasurementId
    #: When it was made.
    day: PartialDate
    #: Its score in the dimension.
    score: DimensionScore


def readiness_svg(collab: Collaboration | Index, *, at: dt.date, lang: Lang = "sv") -> str:
    """Draw readiness for change (beredskap till förändring) over time, by dimension, as SVG.

    Measurements that can be compared stand together. A ring is the mean of the interviews, the bar
    through it their spread; a line joins two measurements of which one is surely the later.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownLanguage: There are no texts in the language.
    """
    book, day, say = index(collab), the_day(at), said(lang)
    found = courses(book)
    title = say["readiness_title"].format(name=book.collaboration.name)
    says = say["readiness_key"].format(day=day) if found else say["readiness_none"]
    parts, below = heading(title, says)
    described = [says]
    axis = axis_over([day, *_days(found)], left=LEFT, right=WIDTH - 2 * EDGE_ROOM)
    if any(course.results for course in found):
        parts.append(day_name(day, axis, below + SMALL))
        below += STEP
    for course in found:
        name = _name(book, course, lang)
        described.extend([name, *_told(book, course, lang)])
        drawn, below = _course(name, course, (axis, day, below), lang)
        parts.append(titled(name, drawn))
        left = _left_out(book, course, lang)
        parts.extend(texts((EDGE_ROOM, below + SMALL), left, SMALL, SMALL_STEP))
        below += SMALL_STEP * len(left) + PAD
    return svg(title, described, (WIDTH, below + EDGE_ROOM), parts, lang)


def _days(found: Iterable[ReadinessCourse]) -> Iterator[dt.date]:
    results = (one for course in found for one in course.results)
    for day in (one.day for one in results if one.day is not None):
        yield from (day.earliest, day.latest)


def _name(book: Index, course: ReadinessCourse, lang: Lang) -> str:
    """Say what the measurements have in common: question, organisation and edition."""
    topic, whole = course.topic, said(lang)["readiness_whole"]
    area = book.whole.focus_areas.get(topic.focus_area)
    actor = book.whole.actors.get(topic.measured)
    parts = [
        topic.focus_area if area is None else area.name,
        topic.issue,
        (topic.measured or whole) if actor is None else actor.name,
        topic.edition.label(lang),
    ]
    return " – ".join(part for part in parts if part)


def _course(
    name: str, course: ReadinessCourse, place: tuple[TimeAxis, dt.date, int], lang: Lang
) -> tuple[list[str], int]:
    """Draw measurements that can be compared, one row for each dimension; give where it ends."""
    axis, day, top = place
    lines = wrapped(name, TEXT, WIDTH - 2 * EDGE_ROOM, _LINES)
    parts = texts((EDGE_ROOM, top + TEXT), lines, TEXT, STEP)
    below = top + STEP * len(lines) + PAD
    if not course.results:
        return parts, below
    parts.extend(tick_names(axis, below + SMALL))
    below += STEP
    for dimension in _dimensions(course):
        parts.extend(_row(dimension, course, (axis, day, below), lang))
        below += _HEIGHT + 2 * PAD
    parts.append(line((EDGE_ROOM, below), (axis.right, below), GRID))
    return parts, below


def _dimensions(course: ReadinessCourse) -> tuple[Dimension, ...]:
    """Give the dimensions that have a score, in the order of the model."""
    return tuple(one for one in Dimension if any(_points(course, one)))


def _points(course: ReadinessCourse, dimension: Dimension) -> Iterator[_Point]:
    placed = (
        (one.measurement, one.day, one.readiness)
        for one in course.results
        if one.day is not None and one.readiness is not None
    )
    for measurement, day, found in placed:
        for score in found.dimensions:
            if score.dimension is dimension:
                yield _Point(measurement=measurement, day=day, score=score)


def _row(
    dimension: Dimension,
    course: ReadinessCourse,
    place: tuple[TimeAxis, dt.date, int],
    lang: Lang,
) -> Iterator[str]:
    """Draw one dimension: its name, the latest score, and all scores over time."""
    axis, day, top = place
    points = tuple(_points(course, dimension))
    foot = top + PAD + _HEIGHT
    name = wrapped(dimension.label(lang), TEXT, NAMES - STEP, 1)
    last = wrapped(_latest(points, lang), SMALL, NAMES - STEP, 2)
    yield line((EDGE_ROOM, top), (axis.right, top), GRID)
    yield from tick_lines(axis, top, foot + PAD)
    yield from texts((EDGE_ROOM, top + PAD + TEXT), name, TEXT, STEP)
    yield from texts((EDGE_ROOM, top + PAD + STEP + TEXT), last, SMALL, SMALL_STEP)
    for score in (LOWEST, HIGHEST):
        y = foot - _SCORE * (score - LOWEST)
        yield line((axis.left, y), (axis.right, y))
        yield text((LEFT - 8, y + SMALL // 3), str(score), SMALL, "end")
    yield day_line(day, axis, top, foot + PAD)
    yield from _joined(points, course, axis, foot)
    for one in points:
        yield from _spread(one, axis, foot)
    for one in points:
        mean = ring(_place(one, axis, foot), _RADIUS, sure=one.day.exact is not None)
        yield titled(_said(one, lang), [mean])


def _joined(
    points: Iterable[_Point], course: ReadinessCourse, axis: TimeAxis, foot: int
) -> Iterator[str]:
    """Draw a line between two measurements where something can be said of a change."""
    surely = {(one.before, one.after) for one in course.changes}
    for one, other in pairwise(points):
        if (one.measurement, other.measurement) in surely:
            yield line(_place(one, axis, foot), _place(other, axis, foot), EDGE)


def _place(point: _Point, axis: TimeAxis, foot: int) -> tuple[int, int]:
    return axis.x(point.day.earliest), foot - round(_SCORE * (point.score.score - LOWEST))


def _spread(point: _Point, axis: TimeAxis, foot: int) -> Iterator[str]:
    """Draw the spread of the interviews as a bar."""
    x, _ = _place(point, axis, foot)
    high, low = point.score.highest - LOWEST, point.score.lowest - LOWEST
    top, height = foot - round(_SCORE * high), round(_SCORE * (high - low))
    if height:
        yield box((x - _BAR // 2, top), (_BAR, height), sure=True)


def _said(point: _Point, lang: Lang) -> str:
    """Say what a measurement came to in a dimension, and when."""
    return f"{dated(point.day, lang)}: {_score(point.score, lang)}"


def _score(score: DimensionScore, lang: Lang) -> str:
    mean, lowest, highest = (
        decimal(one, lang) for one in (score.score, score.lowest, score.highest)
    )
    return said(lang)["score"].format(mean=mean, lowest=lowest, highest=highest)


def _latest(points: tuple[_Point, ...], lang: Lang) -> str:
    last = points[-1]
    return said(lang)["readiness_last"].format(
        day=dated(last.day, lang), score=_score(last.score, lang)
    )


def _told(book: Index, course: ReadinessCourse, lang: Lang) -> Iterator[str]:
    """Say all that is shown of measurements that can be compared."""
    for dimension in _dimensions(course):
        scores = "; ".join(_said(one, lang) for one in _points(course, dimension))
        yield f"{dimension.label(lang)}: {scores}."
    yield from _without(book, course, lang)


def _left_out(book: Index, course: ReadinessCourse, lang: Lang) -> tuple[str, ...]:
    said_of = " ".join(_without(book, course, lang))
    return wrapped(said_of, SMALL, WIDTH - 2 * EDGE_ROOM, _LINES)


def _without(book: Index, course: ReadinessCourse, lang: Lang) -> Iterator[str]:
    """Name the measurements that lack a result or a day."""
    shelf = book.whole.readiness_measurements
    names = [shelf.the(one).name for one in course.left_out]
    if names:
        yield said(lang)["readiness_left_out"].format(names=", ".join(names))
