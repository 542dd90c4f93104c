"""One fault found while reading: a notice with its values, before its place is known."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from samverkan_core.findings.finding import Datum, Finding, Notice
from samverkan_core.findings.pointer import pointer
from samverkan_core.rules.text import PERSONAL_NUMBER
from samverkan_core.serialization.faults import JsonType
from samverkan_core.values.identifiers import masked, personal_numbers
from samverkan_core.values.kept import JsonArray, JsonNumber, JsonObject

__all__ = [
    "PERSONAL_NUMBER",
    "Refused",
    "alike",
    "at_place",
    "json_type",
    "personal_number",
    "shown",
]

#: How much of a text from the document a message may quote.
_QUOTED = 40


class Refused(ValueError):
    """A value that cannot be read, thrown inside the converter and turned into a finding."""

    def __init__(self, notice: Notice, **data: Datum) -> None:
        """Take the notice and the values by the names that its texts use."""
        super().__init__(notice.code)
        self.notice = notice
        self.data = data


def at_place(
    notice: Notice, place: Iterable[str | int], data: Mapping[str, Datum] = MappingProxyType({})
) -> Finding:
    """Make a fault a finding at its place."""
    return Finding(
        notice=notice,
        severity=notice.severity,
        pointer=pointer(*place),
        data=tuple(sorted(data.items())),
    )


def personal_number(place: Iterable[str | int], number: str) -> Finding:
    """Say, with the words of the rule, that a personal identity number stands in a text."""
    return at_place(PERSONAL_NUMBER, place, {"number": masked(number)})


def shown(text: str) -> str:
    """Quote a text from the document: short, and without anybody's personal identity number."""
    for number in personal_numbers(text):
        text = text.replace(number, masked(number))
    quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
    return f"”{quoted}”"


def alike(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the known words that a mistyped one may have meant; all of them where none is near."""
    every = tuple(known)
    return tuple(get_close_matches(word, every, n=3)) or every


def json_type(value: object) -> str:
    """Say what a value is in JSON."""
    if isinstance(value, JsonNumber):
        return (JsonType.INTEGER if value.is_whole else JsonType.NUMBER).code
    return _TYPES.get(type(value), JsonType.FOREIGN).code


_TYPES = {
    type(None): JsonType.NULL,
    bool: JsonType.BOOLEAN,
    str: JsonType.STRING,
    int: JsonType.INTEGER,
    float: JsonType.NUMBER,
    list: JsonType.ARRAY,
    JsonArray: JsonType.ARRAY,
    JsonObject: JsonType.OBJECT,
    dict: JsonType.OBJECT,
}
