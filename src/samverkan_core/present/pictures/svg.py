"""The few marks that pictures are drawn with, as SVG text: every text escaped, every width said."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from samverkan_core.present.pictures.lettering import width_of
from samverkan_core.values.labels import Lang
from samverkan_core.values.markup import marked
from samverkan_core.values.text import on_one_line

__all__ = [
    "EDGE",
    "FILL",
    "GRID",
    "INK",
    "LIMIT",
    "MOST",
    "PAPER",
    "Anchor",
    "arrow",
    "box",
    "dot",
    "group",
    "line",
    "ring",
    "svg",
    "text",
    "texts",
    "title_and_words",
    "titled",
]

#: Where a text stands at its place: after it, around it, before it.
Anchor: TypeAlias = Literal["start", "middle", "end"]

#: Text, and all that is to be read; on paper they stand at 17 to 1.
INK, PAPER = "#1b1b1b", "#ffffff"
#: What is filled, and the edge around it; the edge stands at 8 to 1 on paper.
FILL, EDGE = "#c7dcef", "#1f4e79"
#: What is filled most, where shades tell how much; text stands at 8 to 1 on it.
MOST = "#9dbfe0"
#: A limit; at 9 to 1 on paper, and always broken and named besides.
LIMIT = "#8a1c1c"
#: Lines that only help the eye.
GRID = "#d4d4d4"

_FONT = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"


def svg(
    title: str, described: Iterable[str], size: tuple[int, int], parts: Iterable[str], lang: Lang
) -> str:
    """Make a picture of its parts; the title and what is described are read out in its place."""
    width, height = size
    name, told = marked(title), "\n".join(map(marked, described))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label="{name}" lang="{lang}" '
        f'font-family="{_FONT}" fill="{INK}">'
    )
    return "\n".join(
        [
            head,
            f"<title>{name}</title>",
            f"<desc>{told}</desc>",
            f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
            *parts,
            "</svg>\n",
        ]
    )


def group(key: str, full: str, parts: Iterable[str]) -> str:
    """Hold together all that is drawn of one thing, under its id and with its whole text."""
    return "\n".join(
        [f'<g data-id="{marked(key)}">', f"<title>{marked(full)}</title>", *parts, "</g>"]
    )


def titled(full: str, parts: Iterable[str]) -> str:
    """Hold together what has a text of its own to show where somebody points at it."""
    return "\n".join(["<g>", f"<title>{marked(full)}</title>", *parts, "</g>"])


def text(at: tuple[int, int], content: str, size: int, anchor: Anchor = "start") -> str:
    """Write a text on its line, in the width that it was measured to have."""
    (x, y), seen = at, on_one_line(content)
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" '
        f'textLength="{width_of(seen, size)}" lengthAdjust="spacingAndGlyphs">'
        f"{marked(seen)}</text>"
    )


def texts(at: tuple[int, int], lines: Iterable[str], size: int, step: int) -> list[str]:
    """Write lines under each other."""
    x, y = at
    return [text((x, y + step * number), one, size) for number, one in enumerate(lines)]


def box(corner: tuple[int, int], size: tuple[int, int], *, sure: bool) -> str:
    """Draw a rectangle: filled where something is sure, else empty with a broken edge."""
    (x, y), (width, height) = corner, size
    look = f'fill="{FILL}"' if sure else f'fill="{PAPER}" stroke-dasharray="4 3"'
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" {look} '
        f'stroke="{EDGE}" stroke-width="1" shape-rendering="crispEdges"/>'
    )


def ring(centre: tuple[int, int], radius: int, *, sure: bool) -> str:
    """Draw a circle, its edge broken where its place is not quite known."""
    x, y = centre
    dashes = "" if sure else ' stroke-dasharray="3 2"'
    return (
        f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{PAPER}" stroke="{INK}" '
        f'stroke-width="1.5"{dashes}/>'
    )


def line(
    start: tuple[int, int], end: tuple[int, int], colour: str = GRID, *, dashes: str = ""
) -> str:
    """Draw a straight line; lines that only help the eye are thin."""
    (x1, y1), (x2, y2) = start, end
    broken = f' stroke-dasharray="{dashes}"' if dashes else ""
    thick = "1" if colour == GRID else "2"
    return (
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" '
        f'stroke-width="{thick}"{broken}/>'
    )


def dot(centre: tuple[int, int]) -> str:
    """Draw a dot where lines belong together, in the colour of edges."""
    x, y = centre
    return f'<circle cx="{x}" cy="{y}" r="3" fill="{EDGE}"/>'


def arrow(start: tuple[int, int], end: int) -> str:
    """Draw a level line to the right with a point at its end, in the colour of edges."""
    y, point = start[1], 6
    shaft = line(start, (end - point, y), EDGE)
    return f'{shaft}\n<path d="M{end} {y}l-{point} -4v8z" fill="{EDGE}"/>'


def title_and_words(picture: str) -> tuple[str, tuple[str, ...]]:
    """Give the title of a picture and what is read out in its place, escaped as they stand in it.

    >>> title_and_words(svg("Vem & var", ["Ingen."], (1, 1), [], "sv"))
    ('Vem &amp; var', ('Ingen.',))
    """
    title, _, rest = picture.partition("<title>")[2].partition("</title>")
    return title, tuple(rest.partition("<desc>")[2].partition("</desc>")[0].split("\n"))
