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
from samverkan_core.present.pictures.svg import EDGE
from samverkan_core.present.pictures.vega import (
    NAMES,
    ROW_OF,
    TEXT,
    TITLE,
    WIDTH,
    Part,
    at_day,
    blank,
    day,
    frame,
    lettered,
    mark,
    ring,
    tip,
)
from samverkan_core.present.pictures.wording import said
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import the_day

__all__ = ["readiness_vega"]

_HEIGHT, _RING, _BAR, _LINES, _NAMED = 72, 80, 6, 3, 13
#: What a row of data is: a score on a day that is known, or is not, or a change between two.
_EXACT, _ABOUT, _CHANGE = "exact", "about", "change"


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
    """Describe readiness for change (förändringsbenägenhet) over time for Vega-Lite 5.

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
    parts = [_course(book, course, years, lang) for course in found if course.results]
    left = chain.from_iterable(_left_out(book, course, lang) for course in found)
    words = chain.from_iterable((name_of(book, one, lang), *told(book, one, lang)) for one in found)
    return {**frame(title, says, left, words), "vconcat": parts or [blank()]}


def _left_out(book: Index, course: ReadinessCourse, lang: Lang) -> Iterator[str]:
    """Name the measurements that lack a result or a day, and what they are of."""
    for one in without(book, course, lang):
        said_of = f"{name_of(book, course, lang)}: {one}"
        yield from wrapped(said_of, TEXT, WIDTH + NAMES, _LINES)


def _course(book: Index, course: ReadinessCourse, years: _Years, lang: Lang) -> Part:
    """Describe measurements that can be compared, one row for each dimension."""
    rows = list(enumerate(dimensions(course)))
    values = [one for row, each in rows for one in _values(row, each, course, lang)]
    lines = list(wrapped(name_of(book, course, lang), TITLE, WIDTH, _LINES))
    said_of = [_said(each, course, lang) for _, each in rows]
    header = {**lettered(said_of), "labelAngle": 0, "labelAlign": "left"}
    return {
        "title": {"text": lines, "anchor": "start", "frame": "group", "fontSize": _NAMED},
        "data": {"values": values},
        "facet": {"row": {**ROW_OF, "header": header}},
        "spec": {"width": WIDTH, "height": _HEIGHT, "layer": _layers(years)},
    }


def _said(dimension: Dimension, course: ReadinessCourse, lang: Lang) -> list[str]:
    """Say which dimension it is, and what the latest measurement came to."""
    last = latest(tuple(points(course, dimension)), lang)
    label = dimension.label(lang)
    return [*wrapped(label, TEXT, NAMES, 2), *wrapped(last, TEXT, NAMES, 2)]


def _layers(years: _Years) -> list[Part]:
    """Describe the spread of each measurement, its mean, and what was a change."""
    y: Part = {
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [LOWEST, HIGHEST]},
        "axis": {"values": [LOWEST, HIGHEST]},
    }
    at: Part = {"x": day("day", years.span), "tooltip": [tip("told")]}
    spread = {**at, "y": {"field": "lowest", **y}, "y2": {"field": "highest"}}
    ends: Part = {"x": day("day", years.span), "x2": {"field": "to"}}
    change = {**ends, "y": {"field": "mean", **y}, "y2": {"field": "after"}}
    mean = {**at, "y": {"field": "mean", **y}}
    return [
        _of((_EXACT, _ABOUT), {**mark(sure=True), "size": _BAR}, spread),
        _of((_CHANGE,), {"type": "rule", "color": EDGE, "size": 2}, change),
        at_day(years.at, years.span),
        _of((_EXACT,), ring(_RING, sure=True), mean),
        _of((_ABOUT,), ring(_RING, sure=False), mean),
    ]


def _of(kinds: Sequence[str], look: Part, encoding: Part) -> Part:
    """Draw the data of some kinds alone."""
    only = {"field": "kind", "oneOf": list(kinds)}
    return {"transform": [{"filter": only}], "mark": look, "encoding": encoding}


def _values(row: int, dimension: Dimension, course: ReadinessCourse, lang: Lang) -> Iterator[Part]:
    """Give the scores of a dimension, and the changes from one to the next."""
    for one in points(course, dimension):
        yield {
            "row": row,
            "kind": _ABOUT if one.day.exact is None else _EXACT,
            "id": one.measurement,
            "day": one.day.earliest.isoformat(),
            "mean": float(one.score.score),
            "lowest": float(one.score.lowest),
            "highest": float(one.score.highest),
            "told": point_said(one, lang),
        }
    for one, other in joins(course, dimension):
        yield {
            "row": row,
            "kind": _CHANGE,
            "day": one.day.earliest.isoformat(),
            "to": other.day.earliest.isoformat(),
            "mean": float(one.score.score),
            "after": float(other.score.score),
        }
