"""Who sits where as SVG: a row for each actor, a column for each body, the number of seats."""

import datetime as dt
from collections.abc import Iterator

import attrs

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
    heading,
)
from samverkan_core.present.pictures.lettering import width_of, wrapped
from samverkan_core.present.pictures.seat_words import bench_of, body_of, cell_of, told
from samverkan_core.present.pictures.seats import Bench, Seated, Seating, seating
from samverkan_core.present.pictures.svg import GRID, box, group, line, svg, text, texts, titled
from samverkan_core.present.pictures.wording import said
from samverkan_core.values.labels import Lang

__all__ = ["who_sits_where_svg"]

_CELL, _COLUMN, _NUMBER = 22, 36, 48
_NAME_LINES = 3


@attrs.frozen
class _Grid:
    """Where the columns stand."""

    #: How wide each is.
    column: int
    #: How many there are.
    many: int
    #: How wide the picture is.
    width: int

    def middle(self, position: int) -> int:
        """Say where the middle of a column is."""
        return LEFT + self.column * position + self.column // 2

    @property
    def right(self) -> int:
        """Where the last column ends."""
        return LEFT + self.column * self.many


def who_sits_where_svg(collab: Collaboration | Index, *, at: dt.date, lang: Lang = "sv") -> str:
    """Draw who sits where on a day (vem sitter var): actors by bodies, with seats, as SVG.

    Only actors, bodies and offices stand in it, never a person. A cell says how many seats the
    actor has in the body; a star says that one of them leads it.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownLanguage: There are no texts in the language.
    """
    book = index(collab)
    shown, say = seating(book, at), said(lang)
    grid = _grid(shown)
    title = say["seats_title"].format(name=book.collaboration.name)
    says = (say["seats_key"] if shown.bodies else say["seats_none"]).format(day=shown.day)
    parts, below = heading(title, says, grid.width)
    if shown.bodies:
        parts.extend(_columns(grid, below + SMALL))
        rows, height = _rows(shown, grid, below + STEP + PAD, lang)
        parts.extend(rows)
        below = height
        parts.extend(_columns(grid, below + STEP))
        below += 2 * STEP + PAD
        key, below = _bodies(shown, grid, below, lang)
        parts.extend(key)
    described = [says, *(told(body, at, shown, lang) for at, body in enumerate(shown.bodies))]
    return svg(title, described, (grid.width, below + EDGE_ROOM), parts, lang)


def _grid(shown: Seating) -> _Grid:
    """Make the columns as wide as the widest that stands in one."""
    numbers = [str(number) for number in range(1, len(shown.bodies) + 1)]
    cells = [cell_of(bench) for row in shown.rows for bench in row.benches if bench is not None]
    widest = max((width_of(one, SMALL) for one in (*numbers, *cells)), default=0)
    column = max(_COLUMN, widest + 2 * PAD)
    right = LEFT + column * len(numbers) + EDGE_ROOM
    return _Grid(column, len(numbers), max(WIDTH, right))


def _columns(grid: _Grid, y: int) -> Iterator[str]:
    """Write the number of each column; the bodies are named below."""
    for position in range(grid.many):
        yield text((grid.middle(position), y), str(position + 1), SMALL, "middle")


def _row(row: Seated, shown: Seating, place: tuple[_Grid, int], lang: Lang) -> tuple[str, int]:
    """Draw one actor with its seats; say how high that is."""
    grid, top = place
    full = row.name or said(lang)["seats_nobody"]
    name = wrapped(full, TEXT, NAMES, _NAME_LINES)
    height = max(STEP * len(name), _CELL) + 2 * PAD
    parts = [
        line((EDGE_ROOM, top), (grid.right, top), GRID),
        *texts((EDGE_ROOM, top + PAD + TEXT + 1), name, TEXT, STEP),
    ]
    for position, (body, bench) in enumerate(zip(shown.bodies, row.benches, strict=True)):
        if bench is not None:
            sits = f"{full} – {body.name}: {bench_of(bench, lang)}"
            cell = _seats(bench, grid, position, top + (height - _CELL) // 2)
            parts.append(titled(sits, cell))
    return group(row.actor or "", full, parts), height


def _rows(shown: Seating, grid: _Grid, top: int, lang: Lang) -> tuple[list[str], int]:
    """Draw all actors on a grid; say where it ends."""
    rows: list[str] = []
    below = top
    for row in shown.rows:
        drawn, height = _row(row, shown, (grid, below), lang)
        rows.append(drawn)
        below += height
    lines = [line((EDGE_ROOM, below), (grid.right, below), GRID)]
    for position in range(grid.many + 1):
        x = LEFT + grid.column * position
        lines.append(line((x, top), (x, below), GRID))
    return [*lines, *rows], below


def _seats(bench: Bench, grid: _Grid, position: int, top: int) -> Iterator[str]:
    left, width = LEFT + grid.column * position + 2, grid.column - 4
    yield box((left, top), (width, _CELL), sure=True)
    place = (grid.middle(position), top + _CELL // 2 + SMALL // 3)
    yield text(place, cell_of(bench), SMALL, "middle")


def _bodies(shown: Seating, grid: _Grid, top: int, lang: Lang) -> tuple[list[str], int]:
    """Name the body of each column, with its kind."""
    parts: list[str] = []
    room = grid.width - EDGE_ROOM - _NUMBER - EDGE_ROOM
    for position, body in enumerate(shown.bodies):
        lines = wrapped(body_of(body, position, shown, lang), SMALL, room, _NAME_LINES)
        number = text((EDGE_ROOM + 24, top + SMALL), str(position + 1), SMALL, "end")
        written = texts((_NUMBER, top + SMALL), lines, SMALL, SMALL_STEP)
        parts.append(group(body.id, body.name, [number, *written]))
        top += SMALL_STEP * max(1, len(lines)) + 4
    return parts, top
