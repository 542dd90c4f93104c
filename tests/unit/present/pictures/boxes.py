"""Where texts stand in an SVG picture, worked out from the picture alone."""

from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

import attrs

SVG = "{http://www.w3.org/2000/svg}"


@attrs.frozen
class Box:
    """The room that a text takes."""

    left: float
    top: float
    right: float
    bottom: float
    said: str

    def meets(self, other: "Box") -> bool:
        """Tell whether two texts lie on each other."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


def root(svg: str) -> ET.Element:
    """Read a picture, as a browser does that takes nothing but well-formed XML."""
    return ET.fromstring(svg)  # noqa: S314 - a picture of this library's


def boxes(svg: str) -> Iterator[Box]:
    """Give the room of each text: as wide as it says, from the tall letters to those that hang."""
    for one in root(svg).iter(f"{SVG}text"):
        x, y, size, width = (
            float(one.attrib[name]) for name in ("x", "y", "font-size", "textLength")
        )
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[one.attrib["text-anchor"]]
        yield Box(left, y - 0.74 * size, left + width, y + 0.21 * size, one.text or "")


def met(svg: str) -> list[tuple[Box, Box]]:
    """Give the texts that lie on each other."""
    there = sorted(boxes(svg), key=lambda box: box.top)
    found = []
    for at, one in enumerate(there):
        for other in there[at + 1 :]:
            if other.top >= one.bottom:
                break
            if one.meets(other):
                found.append((one, other))
    return found


def outside(svg: str) -> list[Box]:
    """Give the texts that the edge of the picture cuts."""
    width, height = (float(root(svg).attrib[name]) for name in ("width", "height"))
    return [
        box
        for box in boxes(svg)
        if box.left < 0 or box.right > width or box.top < 0 or box.bottom > height
    ]


def ids(svg: str) -> list[str]:
    """Give the ids of the things that are drawn, in order."""
    return [one.attrib["data-id"] for one in root(svg).iter(f"{SVG}g") if "data-id" in one.attrib]


def tops(svg: str) -> list[float]:
    """Give where the first text of each thing stands."""
    return [
        min(float(text.attrib["y"]) for text in one.iter(f"{SVG}text"))
        for one in root(svg).iter(f"{SVG}g")
        if "data-id" in one.attrib
    ]


def in_order(numbers: list[float]) -> bool:
    """Tell whether each number is greater than the one before."""
    return all(one < other for one, other in pairwise(numbers))
