"""What pictures have in common: the heading above, the axis of time, the day asked about."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.present.pictures.lettering import width_of, wrapped
from samverkan_core.present.pictures.svg import INK, line, text, texts
from samverkan_core.present.pictures.time_axis import TimeAxis

__all__ = [
    "EDGE_ROOM",
    "LEFT",
    "NAMES",
    "PAD",
    "SMALL",
    "SMALL_STEP",
    "STEP",
    "TEXT",
    "WIDTH",
    "day_line",
    "day_name",
    "heading",
    "tick_lines",
    "tick_names",
]

#: How wide a picture is, the room at its edges, and where names end and what is drawn begins.
WIDTH, EDGE_ROOM, LEFT = 960, 16, 320
#: The room for names.
NAMES = LEFT - 2 * EDGE_ROOM
#: Sizes of letters and the step from line to line; the room around what belongs together.
TEXT, STEP, SMALL, SMALL_STEP, PAD = 14, 18, 12, 16, 10
_TITLE, _TITLE_STEP, _LINES = 20, 26, 3


def heading(title: str, says: str, width: int = WIDTH) -> tuple[list[str], int]:
    """Write the title and what there is to say below it; give where that ends."""
    room = width - 2 * EDGE_ROOM
    large = wrapped(title, _TITLE, room, _LINES)
    small = wrapped(says, TEXT, room, _LINES)
    below = EDGE_ROOM + _TITLE_STEP * len(large)
    parts = texts((EDGE_ROOM, EDGE_ROOM + _TITLE), large, _TITLE, _TITLE_STEP)
    parts.extend(texts((EDGE_ROOM, below + TEXT), small, TEXT, STEP))
    return parts, below + STEP * len(small) + PAD


def tick_lines(axis: TimeAxis, top: int, bottom: int) -> Iterator[str]:
    """Draw a line for each day that is written out along the axis."""
    for x, _ in axis.ticks():
        yield line((x, top), (x, bottom))


def tick_names(axis: TimeAxis, y: int) -> Iterator[str]:
    """Write out days along the axis, each kept within the picture."""
    for x, name in axis.ticks():
        yield text((min(x, WIDTH - EDGE_ROOM - width_of(name, SMALL)), y), name, SMALL)


def day_line(day: dt.date, axis: TimeAxis, top: int, bottom: int) -> str:
    """Draw the day that is asked about."""
    x = axis.x(day)
    return line((x, top), (x, bottom), INK)


def day_name(day: dt.date, axis: TimeAxis, y: int) -> str:
    """Write the day that is asked about, kept within the picture."""
    half = width_of(day.isoformat(), SMALL) // 2 + 1
    place = min(max(axis.x(day), LEFT), WIDTH - EDGE_ROOM - half)
    return text((place, y), day.isoformat(), SMALL, "middle")
