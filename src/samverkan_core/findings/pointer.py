"""Places in a document: JSON pointers (RFC 6901) made of member names and positions."""

from collections.abc import Iterable
from itertools import takewhile

from samverkan_core.values.identifiers import personal_numbers
from samverkan_core.values.text import is_whole

__all__ = ["open_place", "order", "pointer", "tokens"]


def pointer(*steps: str | int) -> str:
    """Write the steps from the document to a place as one pointer.

    >>> pointer("focus_areas", 0, "a/b")
    '/focus_areas/0/a~1b'
    """
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)


def open_place(steps: Iterable[str | int]) -> tuple[str | int, ...]:
    """Give the steps to a place, or where a step must not or cannot be written, those before it.

    A step must not be written if the name of the member holds a personal identity number, and
    cannot be if it holds half a character.
    """
    return tuple(takewhile(_can_be_written, steps))


def _can_be_written(step: str | int) -> bool:
    return isinstance(step, int) or (is_whole(step) and not personal_numbers(step))


def tokens(text: str) -> tuple[str, ...]:
    """Take a pointer apart into its steps."""
    steps = text.split("/")[1:]
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in steps)


def order(text: str) -> tuple[tuple[bool, int, str, str], ...]:
    """Order pointers step by step, positions by number: 2 comes before 10.

    Only equal pointers are equal in order. A position is compared as text: the name of a member may
    have more digits than Python turns into a number.
    """
    return tuple(_rank(step) for step in tokens(text))


def _rank(step: str) -> tuple[bool, int, str, str]:
    if step.isascii() and step.isdigit():
        digits = step.lstrip("0")
        return False, len(digits), digits, step
    return True, 0, step, ""
