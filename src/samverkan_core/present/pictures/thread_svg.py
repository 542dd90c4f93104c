"""The golden thread as SVG: documents, goals and activities in columns, with lines between them."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.diagrams import Drawing, Node, Ref
from samverkan_core.present.pictures.lanes import (
    GRID_STEP,
    Lane,
    Placed,
    Track,
    lanes,
    runs,
    tracks,
)
from samverkan_core.present.pictures.layout import (
    EDGE_ROOM,
    PAD,
    STEP,
    TEXT,
    WIDTH,
    heading,
)
from samverkan_core.present.pictures.lettering import wrapped
from samverkan_core.present.pictures.svg import (
    EDGE,
    arrow,
    box,
    dot,
    group,
    line,
    svg,
    text,
    texts,
)
from samverkan_core.present.pictures.wording import said
from samverkan_core.present.thread import thread_drawing
from samverkan_core.values.labels import Lang

__all__ = ["golden_thread_svg"]

#: The columns, by the collection that stands in each.
_COLUMNS = ("documents", "goals", "activities")
_COLUMN = 264
_NAME_LINES, _NOTE_LINES = 4, 2


@attrs.frozen(kw_only=True)
class _Box:
    """A thing with its lines, in its place."""

    #: The thing.
    node: Node
    #: Its name, line by line.
    name: tuple[str, ...] = attrs.field(repr=False)
    #: Where its thread begins, if that is not in a document on top; else nothing.
    begins: str
    #: The same, line by line.
    begin_lines: tuple[str, ...]
    #: Where it stands.
    place: Placed


def golden_thread_svg(
    collab: Collaboration | Index, goal: str | None = None, *, lang: Lang = "sv"
) -> str:
    """Draw the golden thread (röd tråd) as SVG: documents, goals and activities, left to right.

    A box says where its thread begins, if that is not in a document on top.

    Args:
        collab: The collaboration, or an index of it.
        goal: The id of the goal; the threads through every goal, if left out.
        lang: The language.

    Raises:
        UnknownId: No goal has the id.
        UnknownLanguage: There are no texts in the language.
    """
    book = index(collab)
    drawing, say = thread_drawing(book, goal, lang), said(lang)
    title = say["thread_title"].format(name=book.collaboration.name)
    if not drawing.edges and not drawing.notes:
        return _nothing(title, say["thread_none"], lang)
    boxes = _placed(drawing, lang)
    found = tracks(runs(drawing.edges, {ref: one.place for ref, one in boxes.items()}))
    columns = lanes(found, [_COLUMN] * len(_COLUMNS), EDGE_ROOM)
    width = max(WIDTH, columns[-1].right + EDGE_ROOM)
    parts, below = heading(title, say["thread_key"], width)
    parts.extend(_heads(columns, boxes, below + TEXT, lang))
    top = below + STEP + PAD
    parts.extend(mark for track in found for mark in _lines(track, columns, top))
    parts.extend(_box(one, columns, top) for one in boxes.values())
    end = top + max(one.place.top + one.place.height for one in boxes.values())
    told = (_told(one, drawing, boxes, lang) for one in boxes.values())
    return svg(title, [say["thread_key"], *told], (width, end + EDGE_ROOM), parts, lang)


def _nothing(title: str, says: str, lang: Lang) -> str:
    parts, below = heading(title, says)
    return svg(title, [says], (WIDTH, below), parts, lang)


def _placed(drawing: Drawing, lang: Lang) -> Mapping[Ref, _Box]:
    """Set the things of each column under each other, and each goal beside its activities."""
    notes = {note.about: note.says for note in drawing.notes}
    made = [_boxed(node, notes.get(node.ref), lang) for node in drawing.nodes]
    tops: dict[Ref, int] = {}
    for column in reversed(range(len(_COLUMNS))):
        free = 0
        for one in (held for held in made if held.place.column == column):
            top = max(free, _nearest(one.node.ref, drawing, tops))
            tops[one.node.ref] = top
            free = top + one.place.height + GRID_STEP
    places = ((one, attrs.evolve(one.place, top=tops[one.node.ref])) for one in made)
    return {one.node.ref: attrs.evolve(one, place=place) for one, place in places}


def _nearest(ref: Ref, drawing: Drawing, tops: Mapping[Ref, int]) -> int:
    """Say where the highest of the activities of a goal stands."""
    ends = (edge.end for edge in drawing.edges if edge.start == ref)
    return min((tops[end] for end in ends if end[0] == _COLUMNS[-1]), default=0)


def _boxed(node: Node, note: str | None, lang: Lang) -> _Box:
    """Break what stands in a box into lines; its height goes by them."""
    room = _COLUMN - 2 * PAD
    name = wrapped(node.lines[0], TEXT, room, _NAME_LINES)
    begins = "" if note is None else said(lang)["thread_begins"].format(where=note)
    begin_lines = wrapped(begins, TEXT, room, _NOTE_LINES)
    height = GRID_STEP * (1 + len(name) + len(begin_lines))
    column = _COLUMNS.index(node.ref[0])
    return _Box(
        node=node,
        name=name,
        begins=begins,
        begin_lines=begin_lines,
        place=Placed(ref=node.ref, column=column, top=0, height=height),
    )


def _heads(columns: Sequence[Lane], boxes: Mapping[Ref, _Box], y: int, lang: Lang) -> Iterator[str]:
    """Say above each column that holds anything what it holds."""
    there = {one.place.column for one in boxes.values()}
    for number in sorted(there):
        yield text((columns[number].left, y), said(lang)[f"thread_{_COLUMNS[number]}"], TEXT)


def _box(one: _Box, columns: Sequence[Lane], top: int) -> str:
    """Draw a thing, with where its thread begins in a line of its own."""
    lane, above = columns[one.place.column], top + one.place.top
    first = above + GRID_STEP // 2 + TEXT
    lines = (*one.name, *one.begin_lines)
    parts = [
        box((lane.left, above), (_COLUMN, one.place.height), sure=not one.begins),
        *texts((lane.left + PAD, first), lines, TEXT, STEP),
    ]
    return group(one.node.ref[1], one.node.lines[0], parts)


def _lines(track: Track, columns: Sequence[Lane], top: int) -> Iterator[str]:
    """Draw a run: out of its box, along its track, and to each box that it reaches."""
    run, lane = track.run, columns[track.run.gap]
    x, y = lane.x(track.place), top + run.leaves
    own = run.start.column == run.gap
    yield line((lane.left if own else lane.gap, y), (x, y), EDGE)
    yield line((x, top + run.first), (x, top + run.last), EDGE)
    for reached in run.reaches:
        yield dot((x, top + reached))
        yield arrow((x, top + reached), lane.left)


def _told(one: _Box, drawing: Drawing, boxes: Mapping[Ref, _Box], lang: Lang) -> str:
    """Say of a thing what it leads to, and where its thread begins, if not on top."""
    say, (collection, _) = said(lang), one.node.ref
    ends = [boxes[edge.end].node.lines[0] for edge in drawing.edges if edge.start == one.node.ref]
    what = say[f"thread_{collection}_one"].format(name=one.node.lines[0])
    leads = say["thread_leads"].format(to="; ".join(ends)) if ends else ""
    return " ".join(_ended(part) for part in (what, leads, one.begins) if part)


def _ended(part: str) -> str:
    return part if part.endswith((".", "!", "?")) else f"{part}."
