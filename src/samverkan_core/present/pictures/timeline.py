"""What pictures of several things over time have in common: a panel, rows below it, and a key."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TypeAlias

from samverkan_core.present.pictures.layout import (
    EDGE_ROOM,
    LEFT,
    PAD,
    SMALL,
    SMALL_STEP,
    STEP,
    WIDTH,
    day_line,
    day_name,
    tick_lines,
    tick_names,
)
from samverkan_core.present.pictures.lettering import wrapped
from samverkan_core.present.pictures.svg import texts
from samverkan_core.present.pictures.time_axis import TimeAxis

__all__ = ["LANE", "KeyMark", "Panel", "Row", "key_lines", "timeline"]

#: How high a lane is in which marks stand side by side, and a line of the key.
LANE = 22

#: How high the panel is, and what draws it below a height.
Panel: TypeAlias = tuple[int, Callable[[int], Iterable[str]]]
#: What draws a row below a height, and says how high it is.
Row: TypeAlias = Callable[[int], tuple[str, int]]
#: What draws a mark of the key at a height, and what the mark means.
KeyMark: TypeAlias = tuple[Callable[[int], str], str]


def timeline(
    panel: Panel, rows: Iterable[Row], axis: TimeAxis, day: dt.date, top: int
) -> tuple[list[str], int]:
    """Draw a panel and the rows below it on one axis of time; give where that ends."""
    height, draw = panel
    head = top + 2 * STEP
    foot = below = head + height + 2 * PAD
    drawn: list[str] = []
    for row in rows:
        one, high = row(below)
        drawn.append(one)
        below += high
    parts = [*tick_lines(axis, head, below), *tick_names(axis, head - PAD), *draw(head)]
    parts.append(day_line(day, axis, head, foot))
    parts.append(day_name(day, axis, head - PAD - STEP))
    parts.extend([*drawn, *tick_names(axis, below + STEP)])
    return parts, below + 2 * STEP + PAD


def key_lines(marks: Iterable[KeyMark], top: int) -> tuple[list[str], int]:
    """Draw each mark of the key with what it means beside it; give where that ends."""
    parts: list[str] = []
    for mark, says in marks:
        words = wrapped(says, SMALL, WIDTH - LEFT, 2)
        parts.append(mark(top))
        parts.extend(texts((EDGE_ROOM + 48, top + SMALL), words, SMALL, SMALL_STEP))
        top += LANE
    return parts, top
