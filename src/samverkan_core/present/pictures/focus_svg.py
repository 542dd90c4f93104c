"""Focus areas over time as SVG: how many at once against the limit, and each with its steps."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial

from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.pictures.area_words import days_of, now_of, told
from samverkan_core.present.pictures.focus_areas import (
    AreaInTime,
    AreasInTime,
    Open,
    Taken,
    areas_in_time,
)
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
    heading,
)
from samverkan_core.present.pictures.lettering import width_of, wrapped
from samverkan_core.present.pictures.svg import (
    EDGE,
    GRID,
    INK,
    LIMIT,
    box,
    group,
    line,
    ring,
    svg,
    text,
    texts,
)
from samverkan_core.present.pictures.time_axis import TimeAxis, axis_over, lanes
from samverkan_core.present.pictures.timeline import LANE, key_lines, timeline
from samverkan_core.present.pictures.wording import said
from samverkan_core.process.step import Step
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.values.labels import Lang

__all__ = ["focus_areas_svg"]

_RIGHT = WIDTH - 2 * EDGE_ROOM
#: Where the numbers of the panel end.
_NUMBERS = LEFT - 8
_PANEL, _BAR, _RADIUS = 96, 14, 9
_NAME_LINES, _DAY_LINES = 3, 3


def focus_areas_svg(
    collab: Collaboration | Index,
    *,
    at: dt.date,
    lang: Lang = "sv",
    profile: Profile | str | None = None,
) -> str:
    """Draw the focus areas (fokusområden) over time with their steps, against the limit, as SVG.

    What is sure is filled, what may be has a broken edge. Steps stand under their numbers; those
    too near each other to stand side by side stand one below the other.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownLanguage: There are no texts in the language.
    """
    book = index(collab)
    shown, say = areas_in_time(book, at, profile), said(lang)
    title = say["areas_title"].format(name=book.collaboration.name)
    now = now_of(shown, lang) if shown.areas else say["areas_none"]
    described = [now, *(told(area, lang) for area in shown.areas)]
    parts, height = heading(title, now)
    if shown.areas:
        drawn, height = _body(shown, lang, height)
        parts.extend(drawn)
    return svg(title, described, (WIDTH, height + EDGE_ROOM), parts, lang)


def _body(shown: AreasInTime, lang: Lang, top: int) -> tuple[list[str], int]:
    axis = axis_over((dt.date(year, 1, 1) for year in shown.years), left=LEFT, right=_RIGHT)
    rows = [partial(_row, area, axis, shown.day, lang) for area in shown.areas]
    panel = (_PANEL, partial(_panel, shown, axis, lang))
    parts, below = timeline(panel, rows, axis, shown.day, top)
    key, below = _key(shown, lang, below)
    return [*parts, *key], below


def _panel(shown: AreasInTime, axis: TimeAxis, lang: Lang, top: int) -> list[str]:
    """Draw how many areas are open at once, from day to day, and the limit."""
    say, bottom = said(lang), top + _PANEL
    most = max(1, shown.limit or 0, *(one.possibly for one in shown.open))
    name = wrapped(say["open_at_once"], TEXT, NAMES // 2, 2)
    parts = [
        *texts((EDGE_ROOM, top + TEXT), name, TEXT, STEP),
        text((_NUMBERS, top + SMALL // 2), str(most), SMALL, "end"),
        text((_NUMBERS, bottom), "0", SMALL, "end"),
    ]
    for one in shown.open:
        parts.extend(_pile(one, axis, bottom, most))
    parts.append(line((axis.left, bottom), (axis.right, bottom), EDGE))
    if shown.limit is not None:
        y, called = bottom - _PANEL * shown.limit // most, say["limit"].format(limit=shown.limit)
        parts.append(line((axis.left, y), (axis.right, y), LIMIT, dashes="8 4"))
        beside = _NUMBERS - width_of(str(most), SMALL) - EDGE_ROOM
        parts.append(text((beside, y + SMALL // 2), called, SMALL, "end"))
    return parts


def _pile(one: Open, axis: TimeAxis, bottom: int, most: int) -> Iterator[str]:
    """Draw how many are open on some days: those that surely are below those that may be."""
    left, right = axis.x(one.first), axis.x_after(one.last)
    sure, possible = (bottom - _PANEL * many // most for many in (one.surely, one.possibly))
    if sure < bottom:
        yield box((left, sure), (right - left, bottom - sure), sure=True)
    if possible < sure:
        yield box((left, possible), (right - left, sure - possible), sure=False)


def _row(area: AreaInTime, axis: TimeAxis, day: dt.date, lang: Lang, top: int) -> tuple[str, int]:
    """Draw one area with its name, its days and its steps; say how high that is.

    The day asked about is drawn in each row, so that it lies on the bars and under the steps.
    """
    name = wrapped(area.name, TEXT, NAMES, _NAME_LINES)
    days = wrapped(days_of(area, lang), SMALL, NAMES, _DAY_LINES)
    placed = _lanes(area.steps, axis)
    written = STEP * len(name) + SMALL_STEP * len(days)
    height = max(written, LANE * (1 + max((lane for _, _, lane in placed), default=0))) + 2 * PAD
    middle = top + PAD + _RADIUS + 1
    parts = [
        line((EDGE_ROOM, top), (_RIGHT, top), GRID),
        *texts((EDGE_ROOM, top + PAD + TEXT - 1), name, TEXT, STEP),
        *texts((EDGE_ROOM, top + PAD + STEP * len(name) + SMALL), days, SMALL, SMALL_STEP),
        *_bar(area, axis, middle - _BAR // 2),
        day_line(day, axis, top, top + height),
    ]
    for one, x, lane in placed:
        y = middle + LANE * lane
        parts.append(ring((x, y), _RADIUS, sure=one.day.exact is not None))
        parts.append(text((x, y + SMALL // 3), str(one.step.number), SMALL, "middle"))
    return group(area.area, told(area, lang), parts), height


def _bar(area: AreaInTime, axis: TimeAxis, top: int) -> Iterator[str]:
    for days, sure in ((area.possibly, False), (area.surely, True)):
        if days is not None:
            left, right = axis.x(days[0]), axis.x_after(days[1])
            yield box((left, top), (max(right - left, 1), _BAR), sure=sure)


def _lanes(steps: Iterable[Taken], axis: TimeAxis) -> list[tuple[Taken, int, int]]:
    """Give each step its place: the first lane in which it touches none before it."""
    places = [(one, axis.x(one.day.earliest)) for one in steps]
    free = lanes((x, x + LANE) for _, x in places)
    return [(one, x, lane) for (one, x), lane in zip(places, free, strict=True)]


def _key(shown: AreasInTime, lang: Lang, top: int) -> tuple[list[str], int]:
    """Say what the marks mean, and what the steps are called."""
    say = said(lang)
    marks = (
        (partial(_mark, mark), say[name].format(day=shown.day)) for mark, name in _marks(shown)
    )
    parts, y = key_lines(marks, top)
    if any(area.steps for area in shown.areas):
        for step in Step:
            parts.append(text((EDGE_ROOM + 20, y + SMALL), str(step.number), SMALL, "middle"))
            parts.append(text((EDGE_ROOM + 48, y + SMALL), step.label(lang), SMALL))
            y += LANE
    return parts, y


def _marks(shown: AreasInTime) -> Iterator[tuple[str, str]]:
    yield from (("sure", "key_open"), ("maybe", "key_possibly"), ("day", "key_day"))
    if shown.limit is not None:
        yield "limit", "key_limit"
    days = [one.day for area in shown.areas for one in area.steps]
    if days:
        yield "step", "key_step"
    if any(day.exact is None for day in days):
        yield "step_about", "key_step_about"


def _mark(mark: str, y: int) -> str:
    """Draw one mark of the key."""
    left, middle = EDGE_ROOM, y + _RADIUS
    if mark in ("sure", "maybe"):
        return box((left, y + 1), (40, _BAR), sure=mark == "sure")
    if mark == "day":
        return line((left + 20, y), (left + 20, y + 2 * _RADIUS), INK)
    if mark == "limit":
        return line((left, middle), (left + 40, middle), LIMIT, dashes="8 4")
    return ring((left + 20, middle - 1), _RADIUS - 1, sure=mark == "step")
