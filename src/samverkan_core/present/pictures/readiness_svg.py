"""Readiness for change over time as SVG: each dimension with the spread of its interviews."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.indexing import Index, index
from samverkan_core.measures.readiness import HIGHEST, LOWEST, Dimension
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
from samverkan_core.present.pictures.readiness_points import (
    ReadinessPoint,
    days_of,
    dimensions,
    joins,
    points,
)
from samverkan_core.present.pictures.readiness_words import (
    latest,
    name_of,
    point_said,
    told,
    without,
)
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
from samverkan_core.present.pictures.wording import said
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import the_day

__all__ = ["readiness_svg"]

_SCORE, _BAR, _RADIUS, _LINES = 9, 6, 5, 3
_HEIGHT = _SCORE * (HIGHEST - LOWEST)


def readiness_svg(collab: Collaboration | Index, *, at: dt.date, lang: Lang = "sv") -> str:
    """Draw readiness for change (förändringsbenägenhet) over time, by dimension, as SVG.

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
    axis = axis_over([day, *days_of(found)], left=LEFT, right=WIDTH - 2 * EDGE_ROOM)
    if any(course.results for course in found):
        parts.append(day_name(day, axis, below + SMALL))
        below += STEP
    for course in found:
        name = name_of(book, course, lang)
        described.extend([name, *told(book, course, lang)])
        drawn, below = _course(name, course, (axis, day, below), lang)
        parts.append(titled(name, drawn))
        left = _left_out(book, course, lang)
        parts.extend(texts((EDGE_ROOM, below + SMALL), left, SMALL, SMALL_STEP))
        below += SMALL_STEP * len(left) + PAD
    return svg(title, described, (WIDTH, below + EDGE_ROOM), parts, lang)


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
    for dimension in dimensions(course):
        parts.extend(_row(dimension, course, (axis, day, below), lang))
        below += _HEIGHT + 2 * PAD
    parts.append(line((EDGE_ROOM, below), (axis.right, below), GRID))
    return parts, below


def _row(
    dimension: Dimension,
    course: ReadinessCourse,
    place: tuple[TimeAxis, dt.date, int],
    lang: Lang,
) -> Iterator[str]:
    """Draw one dimension: its name, the latest score, and all scores over time."""
    axis, day, top = place
    found = tuple(points(course, dimension))
    foot = top + PAD + _HEIGHT
    name = wrapped(dimension.label(lang), TEXT, NAMES - STEP, 1)
    last = wrapped(latest(found, lang), SMALL, NAMES - STEP, 2)
    yield line((EDGE_ROOM, top), (axis.right, top), GRID)
    yield from tick_lines(axis, top, foot + PAD)
    yield from texts((EDGE_ROOM, top + PAD + TEXT), name, TEXT, STEP)
    yield from texts((EDGE_ROOM, top + PAD + STEP + TEXT), last, SMALL, SMALL_STEP)
    for score in (LOWEST, HIGHEST):
        y = foot - _SCORE * (score - LOWEST)
        yield line((axis.left, y), (axis.right, y))
        yield text((LEFT - 8, y + SMALL // 3), str(score), SMALL, "end")
    yield day_line(day, axis, top, foot + PAD)
    for one, other in joins(course, dimension):
        yield line(_place(one, axis, foot), _place(other, axis, foot), EDGE)
    for one in found:
        yield from _spread(one, axis, foot)
    for one in found:
        mean = ring(_place(one, axis, foot), _RADIUS, sure=one.day.exact is not None)
        yield titled(point_said(one, lang), [mean])


def _place(point: ReadinessPoint, axis: TimeAxis, foot: int) -> tuple[int, int]:
    return axis.x(point.day.earliest), foot - round(_SCORE * (point.score.score - LOWEST))


def _spread(point: ReadinessPoint, axis: TimeAxis, foot: int) -> Iterator[str]:
    """Draw the spread of the interviews as a bar."""
    x, _ = _place(point, axis, foot)
    high, low = point.score.highest - LOWEST, point.score.lowest - LOWEST
    top, height = foot - round(_SCORE * high), round(_SCORE * (high - low))
    if height:
        yield box((x - _BAR // 2, top), (_BAR, height), sure=True)


def _left_out(book: Index, course: ReadinessCourse, lang: Lang) -> tuple[str, ...]:
    said_of = " ".join(without(book, course, lang))
    return wrapped(said_of, SMALL, WIDTH - 2 * EDGE_ROOM, _LINES)
