"""Who leaves when as SVG: how many on the same day, and each office with its last days."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial

from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
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
from samverkan_core.present.pictures.leave_words import days_left, kept_of, now_of, told
from samverkan_core.present.pictures.leavings import Leavings, Left, OfficeInTime, leavings
from samverkan_core.present.pictures.lettering import width_of, wrapped
from samverkan_core.present.pictures.svg import (
    EDGE,
    GRID,
    INK,
    box,
    group,
    line,
    ring,
    svg,
    texts,
    titled,
)
from samverkan_core.present.pictures.svg import text as write
from samverkan_core.present.pictures.time_axis import TimeAxis, axis_over, lanes
from samverkan_core.present.pictures.timeline import LANE, KeyMark, key_lines, timeline
from samverkan_core.present.pictures.wording import said
from samverkan_core.values.labels import Lang

__all__ = ["who_leaves_when_svg"]

_RIGHT = WIDTH - 2 * EDGE_ROOM
#: Where the numbers of the panel end.
_NUMBERS = LEFT - 8
_PANEL, _BAR, _RADIUS, _POST = 80, 14, 9, 6
_LINES = 3


def who_leaves_when_svg(collab: Collaboration | Index, *, at: dt.date, lang: Lang = "sv") -> str:
    """Draw who leaves when (vem lämnar när), office by office, from a day on, as SVG.

    Only offices stand in it, never a person. A bar says that somebody holds the office, a ring on
    it the last day of so many as its number says; where the bar ends, nobody is appointed.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownLanguage: There are no texts in the language.
    """
    book = index(collab)
    shown, say = leavings(book, at), said(lang)
    title = say["leave_title"].format(name=book.collaboration.name)
    now, kept = now_of(shown, lang), kept_of(shown, lang)
    parts, below = heading(title, now)
    if shown.offices:
        drawn, below = _body(shown, lang, below)
        parts.extend(drawn)
    if kept:
        lines = wrapped(kept, SMALL, WIDTH - 2 * EDGE_ROOM, _LINES)
        parts.append(titled(kept, texts((EDGE_ROOM, below + SMALL), lines, SMALL, SMALL_STEP)))
        below += SMALL_STEP * len(lines) + PAD
    described = [now, *(told(one, lang) for one in shown.offices), *filter(None, [kept])]
    return svg(title, described, (WIDTH, below + EDGE_ROOM), parts, lang)


def _body(shown: Leavings, lang: Lang, top: int) -> tuple[list[str], int]:
    axis = axis_over((dt.date(year, 1, 1) for year in shown.years), left=LEFT, right=_RIGHT)
    rows = [partial(_row, office, axis, shown.day, lang) for office in shown.offices]
    panel = (_PANEL, partial(_panel, shown, axis, lang))
    parts, below = timeline(panel, rows, axis, shown.day, top)
    key, below = key_lines(_key(shown, lang), below)
    return [*parts, *key], below


def _panel(shown: Leavings, axis: TimeAxis, lang: Lang, top: int) -> Iterator[str]:
    """Draw how many leave on each day, over all offices."""
    foot, most = top + _PANEL, shown.most
    name = wrapped(said(lang)["leave_at_once"], TEXT, NAMES - 2 * STEP, _LINES)
    yield from texts((EDGE_ROOM, top + TEXT), name, TEXT, STEP)
    for many, y in ((most, top + SMALL // 2), (0, foot)):
        yield write((_NUMBERS, y), str(many), SMALL, "end")
    for day, many in shown.by_day:
        height = max(1, _PANEL * many // most)
        corner = (axis.x(day) - _POST // 2, foot - height)
        yield titled(f"{day}: {many}", [box(corner, (_POST, height), sure=True)])
    yield line((axis.left, foot), (axis.right, foot), EDGE)


def _row(
    office: OfficeInTime, axis: TimeAxis, day: dt.date, lang: Lang, top: int
) -> tuple[str, int]:
    """Draw one office with its name, its days and who leaves; say how high that is."""
    name = wrapped(office.name, TEXT, NAMES, _LINES)
    days = wrapped(days_left(office, lang), SMALL, NAMES, _LINES)
    placed = _placed(office.left, axis)
    deepest = max(lane for _, _, lane in placed)
    height = max(STEP * len(name) + SMALL_STEP * len(days), LANE * (1 + deepest)) + 2 * PAD
    middle = top + PAD + _RADIUS + 1
    parts = [
        line((EDGE_ROOM, top), (_RIGHT, top), GRID),
        *texts((EDGE_ROOM, top + PAD + TEXT - 1), name, TEXT, STEP),
        *texts((EDGE_ROOM, top + PAD + STEP * len(name) + SMALL), days, SMALL, SMALL_STEP),
        *_bars(office, axis, middle - _BAR // 2),
        day_line(day, axis, top, top + height),
    ]
    for one, x, lane in placed:
        y = middle + LANE * lane
        parts.append(ring((x, y), _RADIUS, sure=True))
        parts.append(write((x, y + SMALL // 3), str(one.many), SMALL, "middle"))
    return group(office.office, told(office, lang), parts), height


def _bars(office: OfficeInTime, axis: TimeAxis, top: int) -> Iterator[str]:
    """Draw the days on which somebody holds an office."""
    for first, last in office.held:
        left = axis.x(first)
        right = axis.right if last is None else axis.x_after(last)
        yield box((left, top), (max(right - left, 1), _BAR), sure=True)


def _placed(left: Iterable[Left], axis: TimeAxis) -> list[tuple[Left, int, int]]:
    """Give each last day its place: the first lane in which it touches none before it."""
    places = [(one, axis.x(one.day)) for one in left]
    widest = max(width_of(str(one.many), SMALL) for one, _ in places) + PAD // 2
    free = lanes((x, x + max(LANE, widest)) for _, x in places)
    return [(one, x, lane) for (one, x), lane in zip(places, free, strict=True)]


def _key(shown: Leavings, lang: Lang) -> Iterator[KeyMark]:
    """Say what the marks mean."""
    for name in ("leave_key_held", "leave_key_last", "leave_key_once", "key_day"):
        yield partial(_mark, name), said(lang)[name].format(day=shown.day)


def _mark(name: str, y: int) -> str:
    """Draw one mark of the key."""
    middle = EDGE_ROOM + 20
    if name == "leave_key_held":
        return box((EDGE_ROOM, y + 1), (40, _BAR), sure=True)
    if name == "leave_key_last":
        return ring((middle, y + _RADIUS - 1), _RADIUS - 1, sure=True)
    if name == "leave_key_once":
        return box((middle - _POST // 2, y), (_POST, 2 * _RADIUS - 2), sure=True)
    return line((middle, y), (middle, y + 2 * _RADIUS), INK)
