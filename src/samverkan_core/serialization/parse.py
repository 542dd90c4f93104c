"""From bytes to a tree of plain values, and what is wrong with the text as JSON.

The tree holds dicts, lists, texts, booleans and None; a number keeps its text. Everything that
could depend on the parser or on the version of Python is settled here: duplicate names, numbers
that are not finite, depth, sizes, halves of characters, byte order marks.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from samverkan_core.findings.finding import Finding, Notice
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import at_place, json_type, personal_number
from samverkan_core.serialization.limits import Limits
from samverkan_core.values.identifiers import personal_numbers
from samverkan_core.values.kept import JsonNumber, is_finite
from samverkan_core.values.text import is_whole

__all__ = ["Unreadable", "admitted", "parsed"]

#: A tree of plain values.
Tree: TypeAlias = Any
#: The way to a value: the way to what holds it, and its name or position there.
Way: TypeAlias = "tuple[Way, str | int] | None"

_BOM = "\ufeff"
_BLANK = re.compile(r"[ \t\n\r]*")


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
    """Read a text as JSON, or say in one finding why it is none."""
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
            waiting.extend((held, (way, name), depth + 1) for name, held in value.items())
        else:
            waiting.extend((held, (way, at), depth + 1) for at, held in enumerate(value))


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
            yield at_place(faults.DUPLICATE_NAME, (*_place(way), name), {"name": name})
    for name in value:
        if not isinstance(name, str):
            found = {"expected": faults.JsonType.STRING.code, "found": json_type(name)}
            yield at_place(faults.WRONG_TYPE, _place(way), found)
        else:
            yield from _text_faults(name, way, limits)


def _value_faults(value: Tree, way: Way, limits: Limits) -> Iterator[Finding]:
    if type(value) is str:
        yield from _text_faults(value, way, limits)
    elif isinstance(value, _NotFinite):
        yield at_place(faults.NOT_FINITE, _place(way), {"found": value})
    elif isinstance(value, JsonNumber) or type(value) in {int, float}:
        yield from _number_faults(value, way, limits)
    elif value is not None and type(value) is not bool:
        found = {"expected": faults.JsonType.STRING.code, "found": json_type(value)}
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
    text = value.text if isinstance(value, JsonNumber) else repr(value)
    if len(text) > limits.number:
        found = {"found": len(text), "limit": limits.number}
        yield at_place(faults.TOO_LONG_NUMBER, _place(way), found)
    elif not is_finite(text):
        yield at_place(faults.NOT_FINITE, _place(way), {"found": text})


def _object(pairs: list[tuple[str, Tree]]) -> dict[str, Tree]:
    value = dict(pairs)
    if len(value) == len(pairs):
        return value
    names = [name for name, _ in pairs]
    repeated = _Repeated(value)
    repeated.names = tuple(name for name in value if names.count(name) > 1)
    return repeated


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=JsonNumber,
    parse_float=JsonNumber,
    parse_constant=_NotFinite,
)
