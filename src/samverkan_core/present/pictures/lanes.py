"""Boxes in columns and the lines between them, which run in the gaps and never across a text.

All that goes out from one box into one gap shares an upright line there, its track. Where a line
arrives from a track there is a dot; lines that cross without a dot have nothing to do with each
other. Boxes stand on a grid, and lines leave and reach them at heights of their own, so that no two
lines of different boxes lie on each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

import attrs

from samverkan_core.present.diagrams import Edge, Ref

__all__ = ["GRID_STEP", "Lane", "Placed", "Run", "Track", "lanes", "runs", "tracks"]

#: Heights of boxes and the room between them are whole steps of the grid.
GRID_STEP = 18
#: Where lines reach a box, and leave it to the right and to the left: each below its upper edge.
_IN, _RIGHT, _LEFT = 8, 14, 20
#: The room between two tracks, and between a track and what stands beside the gap.
_TRACK, _BESIDE = 10, 14


@attrs.frozen(kw_only=True)
class Placed:
    """A box in its column."""

    #: What it stands for.
    ref: Ref
    #: The column, from 0.
    column: int
    #: Its upper edge.
    top: int
    #: Its height.
    height: int


@attrs.frozen(kw_only=True)
class Run:
    """All lines that go out from one box into the gap to the left of a column."""

    #: The gap: that to the left of this column.
    gap: int
    #: The box that they start at.
    start: Placed
    #: The boxes that they reach, in that column.
    ends: tuple[Placed, ...]

    @property
    def leaves(self) -> int:
        """The height at which they leave the box."""
        return self.start.top + (_RIGHT if self.start.column < self.gap else _LEFT)

    @property
    def reaches(self) -> tuple[int, ...]:
        """The heights at which they reach the others."""
        return tuple(end.top + _IN for end in self.ends)

    @property
    def first(self) -> int:
        """Where the upright line begins."""
        return min(self.leaves, *self.reaches)

    @property
    def last(self) -> int:
        """Where the upright line ends."""
        return max(self.leaves, *self.reaches)


@attrs.frozen(kw_only=True)
class Track:
    """A run in its place."""

    #: The run.
    run: Run
    #: The place among the upright lines of its gap, from 0.
    place: int


@attrs.frozen(kw_only=True)
class Lane:
    """A column, with the gap to its left."""

    #: Where the gap begins.
    gap: int
    #: Where the boxes begin.
    left: int
    #: Where they end.
    right: int

    def x(self, place: int) -> int:
        """Say where a track of the gap stands."""
        return self.gap + _BESIDE + place * _TRACK


def runs(edges: Iterable[Edge], boxes: Mapping[Ref, Placed]) -> tuple[Run, ...]:
    """Gather lines by the box that they start at and the gap that they go through.

    Lines go within a column or to the next one.
    """
    found: dict[tuple[Ref, int], list[Placed]] = {}
    for edge in edges:
        end = boxes[edge.end]
        found.setdefault((edge.start, end.column), []).append(end)
    return tuple(
        Run(gap=gap, start=boxes[start], ends=tuple(dict.fromkeys(ends)))
        for (start, gap), ends in found.items()
    )


def tracks(found: Iterable[Run]) -> tuple[Track, ...]:
    """Give each run an upright line on which no other of its gap stands at the same height."""
    in_order = sorted(found, key=lambda run: (run.gap, run.first, run.last))
    return tuple(
        track
        for _, of_gap in groupby(in_order, key=attrgetter("gap"))
        for track in _side_by_side(of_gap)
    )


def _side_by_side(found: Iterable[Run]) -> Iterator[Track]:
    ends: list[int] = []
    for run in found:
        place = next((at for at, end in enumerate(ends) if end < run.first), len(ends))
        ends[place : place + 1] = [run.last]
        yield Track(run=run, place=place)


def lanes(found: Sequence[Track], widths: Sequence[int], left: int) -> tuple[Lane, ...]:
    """Set out columns of some widths, each after a gap that has room for its tracks."""
    made: list[Lane] = []
    for column, width in enumerate(widths):
        many = 1 + max((track.place for track in found if track.run.gap == column), default=-1)
        gap = made[-1].right if made else left
        room = 2 * _BESIDE + _TRACK * (many - 1) if many else (2 * _BESIDE if made else 0)
        made.append(Lane(gap=gap, left=gap + room, right=gap + room + width))
    return tuple(made)
