"""How texts, tables and links are written in Markdown."""

import re
from collections.abc import Iterable

__all__ = ["code", "joined", "link", "plain", "table", "target"]

_MARKS = re.compile(r"([\\*_\[\]<>|{}$#~])")
_CODE = re.compile(r"(`[^`]*`)")


def plain(text: str) -> str:
    """Write a text so that nothing in it is read as markup but code in single backticks."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(part if part.startswith("`") else _MARKS.sub(r"\\\1", part) for part in parts)


def code(text: str) -> str:
    """Write a text as code."""
    return f"`{text}`"


def target(name: str) -> str:
    """Name the heading below, for links."""
    return f"({name})=\n"


def link(text: str, name: str) -> str:
    """Link to a named heading."""
    return f"[{text}](#{name})"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table."""
    first = tuple(heads)
    lines = [first, ("---",) * len(first), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def joined(items: Iterable[str], word: str) -> str:
    """Write several items after each other, the last one after a word such as "and"."""
    every = list(items)
    if len(every) < 2:  # noqa: PLR2004 - one item needs no word between
        return "".join(every)
    return f"{', '.join(every[:-1])} {word} {every[-1]}"
