"""Readiness for change over time as a Vega-Lite dict, each dimension with its spread."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import attrs

from samverkan_core.indexing import Index, index
from samverkan_core.measures.readiness import HIGHEST, LOWEST, Dimension
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.overviews.readiness import ReadinessCourse, courses
from samverkan_core.present.pictures.lettering import wrapped
from samverkan_core.present.pictures.readiness_points import (
    ReadinessPoint,
    days_of,
    dimensions,
    joins,
    points,
)
from samverkan_core.present.pictures.readiness_words import latest, name_of, point_said, without
from samverkan_core.present.pictures.svg import EDGE
from samverkan_core.present.pictures.vega import (
    NAMES,
    TEXT,
    WIDTH,
    Part,
    at_day,
    blank,
    day,
    frame,
    mark,
    ring,
    tip,
)
from samverkan_core.present.pictures.wording import said
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import the_day

__all__ = ["readiness_vega"]

_HEIGHT, _RING, _BAR, _LINES, _NAMED = 72, 80, 6, 3, 13


@attrs.frozen
class _Years:
    """What all parts are drawn on."""

    #: The day that the question is about.
    at: dt.date
    #: The first and the last year.
    span: tuple[int, int]


def readiness_vega(
    collab: Collaboration | Index, *, at: dt.date, lang: Lang = "sv"
) -> dict[str, Any]:
    """Describe readiness for change (beredskap till förändring) over time for Vega-Lite 5.

    It is what `readiness_svg` draws, to be drawn by a program that knows Vega-Lite: rows of data
    with days as `YYYY-MM-DD`, and texts in one language.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownLanguage: There are no texts in the language.
    """
    book, asked, say = index(collab), the_day(at), said(lang)
    found = courses(book)
    days = [asked, *days_of(found)]
    years = _Years(asked, (min(days).year, max(days).year))
    title = say["readiness_title"].format(name=book.collaboration.name)
    says = say["readiness_key"].format(day=asked) if found else say["readiness_none"]
    parts = [part for course in found for part in _course(book, course, years, lang)]
    left = chain.from_iterable(_left_out(book, course, lang) for course in found)
    return {**frame(title, says, left), "vconcat": parts or [blank()]}


def _left_out(book: Index, course: ReadinessCourse, lang: Lang) -> Iterator[str]:
    """Name the measurements that lack a result or a day, and what they are of."""
    for one in without(book, course, lang):
        said_of = f"{name_of(book, course, lang)}: {one}"
        yield from wrapped(said_of, TEXT, WIDTH + NAMES, _LINES)


def _course(book: Index, course: ReadinessCourse, years: _Years, lang: Lang) -> Iterator[Part]:
    """Describe measurements that can be compared, a part for each dimension."""
    name = name_of(book, course, lang)
    for position, dimension in enumerate(dimensions(course)):
        part = _dimension(dimension, course, years, lang)
        if position:
            yield part
        else:
            lines = list(wrapped(name, _NAMED, WIDTH, _LINES))
            yield {
                "title": {"text": lines, "anchor": "start", "frame": "group", "fontSize": _NAMED},
                **part,
            }


def _dimension(dimension: Dimension, course: ReadinessCourse, years: _Years, lang: Lang) -> Part:
    """Describe one dimension: the spread of each measurement, its mean, and what was a change."""
    found = tuple(points(course, dimension))
    scores = [_score(one, lang) for one in found]
    x = day("day", years.span)
    y: Part = {
        "type": "quantitative",
        "scale": {"domain": [LOWEST, HIGHEST]},
        "axis": _axis(dimension, found, lang),
    }
    told = {"x": x, "tooltip": [tip("told")]}
    layers = [
        {
            "data": {"values": scores},
            "mark": {**mark(sure=True), "size": _BAR},
            "encoding": {**told, "y": {"field": "lowest", **y}, "y2": {"field": "highest"}},
        },
        _joins(course, dimension, years, y),
        at_day(years.at, years.span),
    ]
    layers.extend(
        {
            "data": {"values": [one for one in scores if one["sure"] is sure]},
            "mark": ring(_RING, sure=sure),
            "encoding": {**told, "y": {"field": "mean", **y}},
        }
        for sure in (True, False)
    )
    return {"width": WIDTH, "height": _HEIGHT, "layer": layers}


def _axis(dimension: Dimension, found: Sequence[ReadinessPoint], lang: Lang) -> Part:
    """Let the axis say which dimension it is, and what the latest measurement came to."""
    room = NAMES - 2 * TEXT
    label = wrapped(dimension.label(lang), TEXT, room, 1)
    last = wrapped(latest(found, lang), TEXT, room, 2)
    return {
        "values": [LOWEST, HIGHEST],
        "title": [*label, *last],
        "titleAngle": 0,
        "titleAlign": "right",
        "titleAnchor": "middle",
        "titleFontWeight": "normal",
        "titleFontSize": TEXT,
        "titlePadding": TEXT,
    }


def _joins(course: ReadinessCourse, dimension: Dimension, years: _Years, y: Part) -> Part:
    values = [
        {
            "from": one.day.earliest.isoformat(),
            "to": other.day.earliest.isoformat(),
            "before": float(one.score.score),
            "after": float(other.score.score),
        }
        for one, other in joins(course, dimension)
    ]
    return {
        "data": {"values": values},
        "mark": {"type": "rule", "color": EDGE, "size": 2},
        "encoding": {
            "x": day("from", years.span),
            "x2": {"field": "to"},
            "y": {"field": "before", **y},
            "y2": {"field": "after"},
        },
    }


def _score(point: ReadinessPoint, lang: Lang) -> Part:
    return {
        "id": point.measurement,
        "day": point.day.earliest.isoformat(),
        "sure": point.day.exact is not None,
        "mean": float(point.score.score),
        "lowest": float(point.score.lowest),
        "highest": float(point.score.highest),
        "told": point_said(point, lang),
    }
