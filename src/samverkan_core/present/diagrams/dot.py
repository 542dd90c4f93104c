"""Diagrams as DOT, the language of Graphviz (https://graphviz.org), which draws them."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from samverkan_core.present.diagrams.drawing import Drawing, Edge, Node, Note, Part, Ref, Shape
from samverkan_core.values.text import on_one_line

__all__ = ["dot"]

#: Shape -> the shape that Graphviz has for it, and how its edge is.
_SHAPES: Mapping[Shape, tuple[str, str]] = MappingProxyType(
    {
        "box": ("box", "solid"),
        "rounded": ("box", "rounded"),
        "pointed": ("hexagon", "solid"),
    }
)
#: So many letters stand on a line; Graphviz breaks none itself.
_WIDTH = 32
_FONT = 'fontname="Arial, Helvetica, sans-serif"'
_HEAD = ("digraph {", *(f"    {what} [{_FONT}]" for what in ("graph", "node", "edge")))
#: What would end a text or be read as something else in it: `&auml;` as a letter, `\\N` as a name.
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "&": "&amp;"})


def dot(drawing: Drawing) -> str:
    """Write a drawing as a directed graph of Graphviz."""
    way = ["    rankdir=LR"] if drawing.across else []
    names = drawing.names()
    lines = (f"    {line}" for part in drawing.parts for line in _lines(part, names))
    return "\n".join([*_HEAD, *way, *lines, "}"]) + "\n"


def _lines(part: Part, names: Mapping[Ref | Note, str]) -> Iterator[str]:
    if isinstance(part, Node):
        shape, style = _SHAPES[part.shape]
        faded = ",dashed" if part.faded else ""
        look = f'shape={shape}, style="{style}{faded}"'
        yield f'{names[part.ref]} [label="{_text(part.lines)}", {look}]'
    elif isinstance(part, Note):
        yield f'{names[part]} [label="{_text([part.says])}", shape=box]'
        yield f'{names[part]} -> {names[part.about]} [style="dashed"]'
    else:
        look = ", ".join(_look(part))
        yield f"{names[part.start]} -> {names[part.end]}{f' [{look}]' if look else ''}"


def _look(edge: Edge) -> Iterator[str]:
    says = _text([edge.says])
    if says:
        yield f'label="{says}"'
    if edge.broken:
        yield 'style="dashed"'
    if not edge.pointed:
        yield "dir=none"


def _text(lines: Iterable[str]) -> str:
    return r"\n".join(part.translate(_ESCAPES) for line in lines for part in _wrapped(line))


def _wrapped(line: str) -> list[str]:
    """Break a text between words; a long word stays whole."""
    return textwrap.wrap(on_one_line(line), _WIDTH, break_long_words=False, break_on_hyphens=False)
