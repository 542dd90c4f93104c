"""What a document held that this version does not know: kept, exactly, and written back.

A kept value is a typed tree that cannot change: objects keep the order of their members and
numbers keep their text, so that `1.0` stays `1.0`. Two kept values are equal only when their text
is.
"""

import math
import re
from typing import Self, TypeAlias

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.values.text import is_whole

__all__ = [
    "NOTHING",
    "Json",
    "JsonArray",
    "JsonNumber",
    "JsonObject",
    "Plain",
    "SpelledFloat",
    "frozen_json",
    "is_finite",
    "plain_json",
]

#: A JSON value as Python's own types say it.
Plain: TypeAlias = "bool | str | int | float | JsonNumber | list[Plain] | dict[str, Plain] | None"
#: A JSON value that cannot change.
Json: TypeAlias = "bool | str | JsonNumber | JsonArray | JsonObject | None"

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


class SpelledFloat(float):
    """A kept number in Python's own type, which remembers how it was written."""

    #: The digits, as in the document.
    text: str

    def __new__(cls, text: str) -> Self:
        """Read the number and keep its text."""
        number = super().__new__(cls, JsonNumber(text).text)
        number.text = text
        return number

    def __getnewargs__(self) -> tuple[str]:  # type: ignore[override]  # a float has a float there
        """Be copied and pickled by its text."""
        return (self.text,)


@attrs.frozen
class JsonNumber:
    """A number as it was written."""

    #: The digits, as in the document.
    text: str = attrs.field()

    @text.validator
    def _is_a_number(self, _: "attrs.Attribute[str]", text: str) -> None:
        if type(text) is not str or not _NUMBER.fullmatch(text):
            message = "a JsonNumber holds the text of a JSON number"
            raise InvalidValue(message)

    @property
    def is_whole(self) -> bool:
        """Whether it was written as a whole number, without fraction or exponent."""
        return self.text.lstrip("-").isdigit()

    def number(self) -> int | SpelledFloat:
        """Give the number in Python's own type, in such a way that its text can be had again."""
        if self.is_whole and self.text != "-0":
            return int(self.text)
        return SpelledFloat(self.text)


@attrs.frozen
class JsonArray:
    """A list as it was written."""

    #: Its values, in order.
    items: tuple[Json, ...] = attrs.field(default=())

    @items.validator
    def _are_json(self, _: "attrs.Attribute[object]", items: tuple[Json, ...]) -> None:
        if type(items) is not tuple or not all(map(_is_json, items)):
            message = "a JsonArray holds a tuple of JSON values"
            raise InvalidValue(message)


@attrs.frozen
class JsonObject:
    """An object as it was written: its members in their order, each name once."""

    #: Name and value of each member, in order.
    members: tuple[tuple[str, Json], ...] = attrs.field(default=())

    @members.validator
    def _names_differ(
        self, _: "attrs.Attribute[object]", members: tuple[tuple[str, Json], ...]
    ) -> None:
        if type(members) is not tuple or not all(map(_is_member, members)):
            message = "a JsonObject holds a tuple of pairs, each a name and a JSON value"
            raise InvalidValue(message)
        if len({name for name, _ in members}) != len(members):
            message = "a JsonObject holds each name once"
            raise InvalidValue(message)

    def __bool__(self) -> bool:
        """Tell whether anything was kept."""
        return bool(self.members)


def is_finite(text: str) -> bool:
    """Tell whether a number's text stands for a number that every reader can hold."""
    return math.isfinite(float(text))


def _is_json(value: object) -> bool:
    if type(value) is str:
        return is_whole(value)
    if type(value) is JsonNumber:
        return is_finite(value.text)
    return value is None or type(value) in {bool, JsonArray, JsonObject}


def _is_member(member: object) -> bool:
    match member:
        case (str() as name, value) if type(member) is tuple and type(name) is str:
            return is_whole(name) and _is_json(value)
    return False


def frozen_json(value: object) -> Json:
    """Make a JSON value of Python's own types unchangeable; refuse what is no JSON value."""
    if value is None or type(value) in {bool, str, JsonNumber, JsonArray, JsonObject}:
        return value  # type: ignore[return-value]  # its type was just compared
    if isinstance(value, SpelledFloat):
        return JsonNumber(value.text)
    if type(value) is int or (type(value) is float and math.isfinite(value)):
        return JsonNumber(repr(value))
    if isinstance(value, list):
        return JsonArray(tuple([frozen_json(item) for item in value]))
    if isinstance(value, dict):
        return JsonObject(tuple([(name, frozen_json(item)) for name, item in value.items()]))
    message = f"a {type(value).__name__} is no JSON value"
    raise InvalidValue(message)


def plain_json(value: Json) -> Plain:
    """Say a kept value in dicts and lists; its numbers stay as they were written."""
    if isinstance(value, JsonArray):
        return [plain_json(item) for item in value.items]
    if isinstance(value, JsonObject):
        return {name: plain_json(item) for name, item in value.members}
    return value


#: Nothing was kept.
NOTHING = JsonObject()
