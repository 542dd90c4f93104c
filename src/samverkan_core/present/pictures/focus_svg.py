"""Focus areas over time as SVG: how many at once against the limit, and each with its steps."""

import datetime as dt
from collections.abc import Iterable, Iterator

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
from samverkan_core.present.pictures.time_axis import TimeAxis, axis_over
from samverkan_core.present.pictures.wording import said
from samverkan_core.process.step import Step
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.values.labels import Lang

__all__ = ["focus_areas_svg"]

_WIDTH, _EDGE, _LEFT = 960, 16, 320
_RIGHT = _WIDTH - 2 * _EDGE
#: The room for names, and where the numbers of the panel end.
_NAMES, _NUMBERS = _LEFT - 2 * _EDGE, _LEFT - 8
#: Sizes of letters and the step from line to line.
_TITLE, _TITLE_STEP, _TEXT, _STEP, _SMALL, _SMALL_STEP = 20, 26, 14, 18, 12, 16
_PANEL, _BAR, _RADIUS, _LANE, _PAD = 96, 14, 9, 22, 10
_NAME_LINES, _DAY_LINES, _TITLE_LINES = 3, 3, 3


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
    parts, height = _head(title, now)
    if shown.areas:
        drawn, height = _body(shown, lang, height)
        parts.extend(drawn)
    return svg(title, described, (_WIDTH, height + _EDGE), parts, lang)


def _head(title: str, now: str) -> tuple[list[str], int]:
    """Write the title and what there is to say of the day; give where it ends."""
    room = _WIDTH - 2 * _EDGE
    large = wrapped(title, _TITLE, room, _TITLE_LINES)
    small = wrapped(now, _TEXT, room, _TITLE_LINES)
    below = _EDGE + _TITLE_STEP * len(large)
    parts = texts((_EDGE, _EDGE + _TITLE), large, _TITLE, _TITLE_STEP)
    parts.extend(texts((_EDGE, below + _TEXT), small, _TEXT, _STEP))
    return parts, below + _STEP * len(small) + _PAD


def _body(shown: AreasInTime, lang: Lang, top: int) -> tuple[list[str], int]:
    first, last = (dt.date(year, 1, 1) for year in shown.years)
    axis = axis_over((first, last), left=_LEFT, right=_RIGHT)
    rows: list[str] = []
    panel = top + 2 * _STEP
    below = panel + _PANEL + 2 * _PAD
    for area in shown.areas:
        drawn, height = _row(area, axis, (shown.day, below), lang)
        rows.append(drawn)
        below += height
    parts = [*_grid(axis, panel, below), *_days(axis, panel - _PAD)]
    parts.extend(_panel(shown, axis, panel, lang))
    parts.extend([*_at(shown.day, axis, panel), *rows, *_days(axis, below + _STEP)])
    key, height = _key(shown, below + 2 * _STEP + _PAD, lang)
    return [*parts, *key], height


def _grid(axis: TimeAxis, top: int, bottom: int) -> Iterator[str]:
    for x, _ in axis.ticks():
        yield line((x, top), (x, bottom))


def _days(axis: TimeAxis, y: int) -> Iterator[str]:
    """Write out days along the axis, each kept within the picture."""
    for x, name in axis.ticks():
        yield text((min(x, _WIDTH - _EDGE - width_of(name, _SMALL)), y), name, _SMALL)


def _at(day: dt.date, axis: TimeAxis, top: int) -> list[str]:
    """Draw the day that is asked about through the panel, with its date above."""
    x, half = axis.x(day), width_of(day.isoformat(), _SMALL) // 2 + 1
    place = min(max(x, _LEFT), _WIDTH - _EDGE - half)
    return [
        line((x, top), (x, top + _PANEL + 2 * _PAD), INK),
        text((place, top - _PAD - _STEP), day.isoformat(), _SMALL, "middle"),
    ]


def _panel(shown: AreasInTime, axis: TimeAxis, top: int, lang: Lang) -> list[str]:
    """Draw how many areas are open at once, from day to day, and the limit."""
    say, bottom = said(lang), top + _PANEL
    most = max(1, shown.limit or 0, *(one.possibly for one in shown.open))
    heading = wrapped(say["open_at_once"], _TEXT, _NAMES // 2, 2)
    parts = [
        *texts((_EDGE, top + _TEXT), heading, _TEXT, _STEP),
        text((_NUMBERS, top + _SMALL // 2), str(most), _SMALL, "end"),
        text((_NUMBERS, bottom), "0", _SMALL, "end"),
    ]
    for one in shown.open:
        parts.extend(_pile(one, axis, bottom, most))
    parts.append(line((axis.left, bottom), (axis.right, bottom), EDGE))
    if shown.limit is not None:
        y, name = bottom - _PANEL * shown.limit // most, say["limit"].format(limit=shown.limit)
        parts.append(line((axis.left, y), (axis.right, y), LIMIT, dashes="8 4"))
        beside = _NUMBERS - width_of(str(most), _SMALL) - _EDGE
        parts.append(text((beside, y + _SMALL // 2), name, _SMALL, "end"))
    return parts


def _pile(one: Open, axis: TimeAxis, bottom: int, most: int) -> Iterator[str]:
    """Draw how many are open on some days: those that surely are below those that may be."""
    left, right = axis.x(one.first), axis.x_after(one.last)
    sure, possible = (bottom - _PANEL * many // most for many in (one.surely, one.possibly))
    if sure < bottom:
        yield box((left, sure), (right - left, bottom - sure), sure=True)
    if possible < sure:
        yield box((left, possible), (right - left, sure - possible), sure=False)


def _row(
    area: AreaInTime, axis: TimeAxis, place: tuple[dt.date, int], lang: Lang
) -> tuple[str, int]:
    """Draw one area with its name, its days and its steps; say how high that is.

    The day asked about is drawn in each row, so that it lies on the bars and under the steps.
    """
    day, top = place
    name = wrapped(area.name, _TEXT, _NAMES, _NAME_LINES)
    days = wrapped(days_of(area, lang), _SMALL, _NAMES, _DAY_LINES)
    lanes = _lanes(area.steps, axis)
    written = _STEP * len(name) + _SMALL_STEP * len(days)
    height = max(written, _LANE * (1 + max((lane for _, _, lane in lanes), default=0))) + 2 * _PAD
    middle = top + _PAD + _RADIUS + 1
    parts = [
        line((_EDGE, top), (_RIGHT, top), GRID),
        *texts((_EDGE, top + _PAD + _TEXT - 1), name, _TEXT, _STEP),
        *texts((_EDGE, top + _PAD + _STEP * len(name) + _SMALL), days, _SMALL, _SMALL_STEP),
        *_bar(area, axis, middle - _BAR // 2),
        line((axis.x(day), top), (axis.x(day), top + height), INK),
    ]
    for one, x, lane in lanes:
        y = middle + _LANE * lane
        parts.append(ring((x, y), _RADIUS, sure=one.day.exact is not None))
        parts.append(text((x, y + _SMALL // 3), str(one.step.number), _SMALL, "middle"))
    return group(area.area, told(area, lang), parts), height


def _bar(area: AreaInTime, axis: TimeAxis, top: int) -> Iterator[str]:
    for days, sure in ((area.possibly, False), (area.surely, True)):
        if days is not None:
            left, right = axis.x(days[0]), axis.x_after(days[1])
            yield box((left, top), (max(right - left, 1), _BAR), sure=sure)


def _lanes(steps: Iterable[Taken], axis: TimeAxis) -> list[tuple[Taken, int, int]]:
    """Give each step its place: the first lane in which it touches none before it."""
    placed: list[tuple[Taken, int, int]] = []
    for one in steps:
        x = axis.x(one.day.earliest)
        taken = {lane for _, other, lane in placed if abs(other - x) < _LANE}
        free = next(lane for lane in range(len(placed) + 1) if lane not in taken)
        placed.append((one, x, free))
    return placed


def _key(shown: AreasInTime, top: int, lang: Lang) -> tuple[list[str], int]:
    """Say what the marks mean, and what the steps are called."""
    say, y = said(lang), top
    parts: list[str] = []
    for mark, name in _marks(shown):
        words = wrapped(say[name].format(day=shown.day), _SMALL, _WIDTH - _LEFT, 2)
        parts.append(_mark(mark, y))
        parts.extend(texts((_EDGE + 48, y + _SMALL), words, _SMALL, _SMALL_STEP))
        y += _LANE
    if any(area.steps for area in shown.areas):
        for step in Step:
            parts.append(text((_EDGE + 20, y + _SMALL), str(step.number), _SMALL, "middle"))
            parts.append(text((_EDGE + 48, y + _SMALL), step.label(lang), _SMALL))
            y += _LANE
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
    left, middle = _EDGE, y + _RADIUS
    if mark in ("sure", "maybe"):
        return box((left, y + 1), (40, _BAR), sure=mark == "sure")
    if mark == "day":
        return line((left + 20, y), (left + 20, y + 2 * _RADIUS), INK)
    if mark == "limit":
        return line((left, middle), (left + 40, middle), LIMIT, dashes="8 4")
    return ring((left + 20, middle - 1), _RADIUS - 1, sure=mark == "step")
