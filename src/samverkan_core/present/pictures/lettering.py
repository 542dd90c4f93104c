"""How wide a text is and how it is broken into lines, so that nothing in a picture is cut.

A library that opens no font cannot ask one. The widths here are those of Arial and Helvetica, in
thousandths of the size; Liberation Sans and Arimo have the same. Letters with marks are as wide as
those without. Of a letter that the table lacks, one of full width (as in Chinese) takes 1000 and
any other 800, which is more than most take. Each text is also written with the width that it was
given room for (`textLength`), so that a viewer with another font fits it into that room.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from samverkan_core.values.text import on_one_line

__all__ = ["width_of", "wrapped"]

#: Width in thousandths of the size -> the letters that have it.
_BY_WIDTH = {
    191: "'",
    222: "ijl’\u2018",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r“”",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckszvxy",
    556: "#$?L_abdeghnopqu0123456789§–",
    584: "+<=>~×−",
    611: "FTZøß",
    667: "&ABEKPSVXYæ",
    722: "CDHNRUw",
    778: "GOQØ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "Æ…—",
    1015: "@",
}
_WIDTHS: Mapping[str, int] = MappingProxyType(
    {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
)
_FULL, _UNKNOWN = 1000, 800
_CUT = "…"


def width_of(text: str, size: int) -> int:
    """Say how many points a text takes at a size, rounded up.

    >>> width_of("Åå", 1000)
    1223
    """
    return -(-sum(map(_width, text)) * size // 1000)


def wrapped(text: str, size: int, room: int, lines: int) -> tuple[str, ...]:
    """Break a text into at most so many lines that fit; an ellipsis says that more is left.

    A word that is wider than a line is broken. A blank text has no line.

    >>> wrapped("Barn och unga", 10, 45, 2)
    ('Barn och', 'unga')
    >>> wrapped("Barn och unga", 10, 45, 1)
    ('Barn …',)
    """
    found: list[str] = []
    for line in _lines(text, size, room):
        if len(found) == lines:
            found[-1] = _shortened(found[-1], size, room)
            break
        found.append(line)
    return tuple(found)


@lru_cache(maxsize=4096)
def _width(letter: str) -> int:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.combining(letter):
        return 0
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain in _WIDTHS:
        return _WIDTHS[plain]
    return _FULL if unicodedata.east_asian_width(letter) in "FW" else _UNKNOWN


def _lines(text: str, size: int, room: int) -> Iterator[str]:
    line = ""
    for word in _words(text, size, room):
        longer = f"{line} {word}" if line else word
        if width_of(longer, size) <= room:
            line = longer
            continue
        yield line
        line = word
    if line:
        yield line


def _words(text: str, size: int, room: int) -> Iterator[str]:
    """Give the words of a text, one that is wider than a line in parts that fit."""
    for word in on_one_line(text).split(" "):
        part = ""
        for letter in word:
            if part and width_of(part + letter, size) > room:
                yield part
                part = ""
            part += letter
        if part:
            yield part


def _shortened(line: str, size: int, room: int) -> str:
    """End a line with an ellipsis, after a whole word where there is one."""
    whole = line
    while width_of(f"{whole} {_CUT}", size) > room and " " in whole:
        whole = whole.rsplit(" ", 1)[0]
    if width_of(f"{whole} {_CUT}", size) <= room:
        return f"{whole} {_CUT}"
    while width_of(f"{whole}{_CUT}", size) > room:
        whole = whole[:-1]
    return f"{whole}{_CUT}"
