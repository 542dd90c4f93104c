"""From bytes to a tree of plain values, and what is wrong with the text as JSON.

The tree holds dicts, lists, texts, booleans and None; a number keeps its text. Everything that
could depend on the parser or on the version of Python is settled here: duplicate names, numbers
that are not finite, depth, sizes, halves of characters, byte order marks.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Finding, Notice
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import at_place, json_type, personal_number, shown
from samverkan_core.serialization.limits import Limits
from samverkan_core.values.identifiers import personal_numbers
from samverkan_core.values.kept import JsonNumber, SpelledFloat, is_finite
from samverkan_core.values.text import is_whole, made_whole

__all__ = ["Unreadable", "admitted", "parsed", "whole"]

#: A tree of plain values.
Tree: TypeAlias = Any
#: The way to a value: the way to what holds it, and its name or position there.
Way: TypeAlias = "tuple[Way, str | int] | None"

_BOM = "\ufeff"
_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBERS = frozenset({JsonNumber, SpelledFloat, int, float})
_DIGITS_PER_BIT = math.log10(2)


class Unreadable(Exception):
    """A text that holds no tree, with the one finding that says why; never seen outside."""

    def __init__(self, finding: Finding) -> None:
        """Take the finding."""
        super().__init__(finding.code)
        self.finding = finding


class _Repeated(dict[str, Tree]):
    """An object in which names stood more than once."""

    names: tuple[str, ...] = ()


class _NotFinite(str):
    """`NaN` or an infinity, as it was written."""

    __slots__ = ()


def parsed(data: bytes | str, limits: Limits) -> Tree:
    """Read a text as JSON, or say in one finding why it is none.

    Raises:
        InvalidValue: It is neither bytes nor text; a bytearray or a memoryview, say.
    """
    if not isinstance(data, (bytes, str)):
        kind = type(data).__name__
        raise InvalidValue(f"give bytes or str, for a {kind} the bytes in it")
    text = _decoded(data, limits)
    start = _end_of_blank(text, 0)
    try:
        tree, end = _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        raise _broken(faults.NOT_JSON, text, error.pos) from None
    except RecursionError:
        raise _too_deep(limits) from None
    end = _end_of_blank(text, end)
    if end < len(text):
        raise _broken(faults.TRAILING, text, end)
    return tree


def admitted(tree: Tree, limits: Limits) -> Iterator[Finding]:
    """Look through a tree without recursion for what no document may hold."""
    objects = 0
    waiting: list[tuple[Tree, Way, int]] = [(tree, None, 0)]
    while waiting:
        value, way, depth = waiting.pop()
        if not isinstance(value, (dict, list)):
            yield from _value_faults(value, way, limits)
            continue
        objects += 1
        if objects > limits.objects:
            yield at_place(faults.TOO_MANY, (), {"limit": limits.objects})
            return
        if depth >= limits.depth:
            yield at_place(faults.TOO_DEEP, _place(way), {"limit": limits.depth})
            continue
        if isinstance(value, dict):
            yield from _name_faults(value, way, limits)
            named = ((name, held) for name, held in value.items() if type(name) is str)
            waiting.extend((held, (way, name), depth + 1) for name, held in named)
        else:
            waiting.extend((held, (way, at), depth + 1) for at, held in enumerate(value))


def whole(tree: Tree) -> Tree:
    """Give an admitted tree with every half of a character replaced, to look for other faults."""
    if isinstance(tree, dict):
        return {made_whole(name): whole(held) for name, held in tree.items()}
    if isinstance(tree, list):
        return [whole(held) for held in tree]
    return made_whole(tree) if type(tree) is str else tree


def _decoded(data: bytes | str, limits: Limits) -> str:
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "surrogatepass"))
    if size > limits.text:
        raise Unreadable(at_place(faults.TOO_LONG_TEXT, (), {"limit": limits.text}))
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
    except UnicodeDecodeError as error:
        raise Unreadable(at_place(faults.NOT_UTF8, (), {"position": error.start})) from None
    if text.startswith(_BOM):
        raise Unreadable(at_place(faults.BOM, ()))
    return text


def _end_of_blank(text: str, start: int) -> int:
    match = _BLANK.match(text, start)
    return match.end() if match else start


def _broken(notice: Notice, text: str, position: int) -> Unreadable:
    before = text[:position]
    line = before.count("\n") + 1
    column = position - before.rfind("\n")
    return Unreadable(at_place(notice, (), {"line": line, "column": column}))


def _too_deep(limits: Limits) -> Unreadable:
    return Unreadable(at_place(faults.TOO_DEEP, (), {"limit": limits.depth}))


def _place(way: Way) -> tuple[str | int, ...]:
    steps: list[str | int] = []
    while way is not None:
        way, step = way
        steps.append(step)
    return tuple(reversed(steps))


def _name_faults(value: dict[str, Tree], way: Way, limits: Limits) -> Iterator[Finding]:
    if isinstance(value, _Repeated):
        for name in value.names:
            yield at_place(faults.DUPLICATE_NAME, (*_place(way), name), {"name": shown(name)})
    for name in value:
        if type(name) is not str:
            found = {"expected": faults.JsonType.STRING.code, "found": json_type(name)}
            yield at_place(faults.WRONG_TYPE, _place(way), found)
        else:
            yield from _text_faults(name, way, limits)


def _value_faults(value: Tree, way: Way, limits: Limits) -> Iterator[Finding]:
    if type(value) is str:
        yield from _text_faults(value, way, limits)
    elif isinstance(value, _NotFinite):
        yield at_place(faults.NOT_FINITE, _place(way), {"found": value})
    elif type(value) in _NUMBERS:
        yield from _number_faults(value, way, limits)
    elif value is not None and type(value) is not bool:
        likely = faults.JsonType.ARRAY if isinstance(value, tuple) else faults.JsonType.STRING
        found = {"expected": likely.code, "found": json_type(value)}
        yield at_place(faults.WRONG_TYPE, _place(way), found)


def _text_faults(text: str, way: Way, limits: Limits) -> Iterator[Finding]:
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    if size > limits.string:
        found = {"found": size, "limit": limits.string}
        yield at_place(faults.TOO_LONG_STRING, _place(way), found)
    if not is_whole(text):
        yield at_place(faults.HALF_LETTER, _place(way))
    for number in personal_numbers(text):
        yield personal_number(_place(way), number)


def _number_faults(value: Tree, way: Way, limits: Limits) -> Iterator[Finding]:
    size = _digits(value) if type(value) is int else len(_spelled(value))
    if size > limits.number:
        found = {"found": size, "limit": limits.number}
        yield at_place(faults.TOO_LONG_NUMBER, _place(way), found)
    elif not is_finite(_spelled(value)):
        yield at_place(faults.NOT_FINITE, _place(way), {"found": _spelled(value)})


def _spelled(value: JsonNumber | SpelledFloat | float) -> str:
    return value.text if isinstance(value, (JsonNumber, SpelledFloat)) else repr(value)


def _digits(value: int) -> int:
    """Count the characters of a whole number without writing it, for Python refuses very long."""
    size = int(value.bit_length() * _DIGITS_PER_BIT)
    carried: bool = abs(value) >= 10**size
    return size + carried + (value < 0)


def _object(pairs: list[tuple[str, Tree]]) -> dict[str, Tree]:
    value = dict(pairs)
    if len(value) == len(pairs):
        return value
    times = Counter(name for name, _ in pairs)
    repeated = _Repeated(value)
    repeated.names = tuple(name for name, count in times.items() if count > 1)
    return repeated


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=JsonNumber,
    parse_float=JsonNumber,
    parse_constant=_NotFinite,
)
