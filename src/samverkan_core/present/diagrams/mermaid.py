"""Diagrams as Mermaid text (https://mermaid.js.org), which many programs show as a picture."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from samverkan_core.present.diagrams.drawing import Drawing, Edge, Node, Note, Part, Ref, Shape
from samverkan_core.values.text import on_one_line

__all__ = ["mermaid"]

#: Shape -> what stands on each side of the text in it.
_SHAPES: Mapping[Shape, tuple[str, str]] = MappingProxyType(
    {"box": ("[", "]"), "rounded": ("([", "])"), "pointed": ("{{", "}}")}
)
#: Whether a line is broken, and whether it has a point -> how it is written.
_LINES: Mapping[tuple[bool, bool], str] = MappingProxyType(
    {
        (False, True): "-->",
        (False, False): "---",
        (True, True): "-.->",
        (True, False): "-.-",
    }
)
#: Signs that are no markup in Mermaid.
_BARE = " .,:!?–-§/"
#: A colon within a word: `fa:fa-car` would be drawn as a car.
_ICON = re.compile(r":(?=\w)")
_FADED = "stroke-dasharray: 4 3"


def mermaid(drawing: Drawing) -> str:
    """Write a drawing as a Mermaid flowchart, a line for each part of it."""
    head, names = f"flowchart {'LR' if drawing.across else 'TD'}", drawing.names()
    lines = (f"    {line}" for part in drawing.parts for line in _lines(part, names))
    return "\n".join([head, *lines]) + "\n"


def _lines(part: Part, names: Mapping[Ref | Note, str]) -> Iterator[str]:
    if isinstance(part, Node):
        before, after = _SHAPES[part.shape]
        yield f'{names[part.ref]}{before}"{_text(part.lines)}"{after}'
        if part.faded:
            yield f"style {names[part.ref]} {_FADED}"
    elif isinstance(part, Note):
        yield f'{names[part]}["{_text([part.says])}"] -.-> {names[part.about]}'
    else:
        yield f"{names[part.start]} {_line(part)} {names[part.end]}"


def _line(edge: Edge) -> str:
    line, says = _LINES[edge.broken, edge.pointed], _text([edge.says])
    return f'{line}|"{says}"|' if says else line


def _text(lines: Iterable[str]) -> str:
    return "<br/>".join(filter(None, map(_plain, lines)))


def _plain(text: str) -> str:
    """Write a text so that nothing in it is read as markup."""
    written = "".join(
        letter if letter.isalnum() or letter in _BARE else f"#{ord(letter)};"
        for letter in on_one_line(text)
    )
    return _ICON.sub("#58;", written)
