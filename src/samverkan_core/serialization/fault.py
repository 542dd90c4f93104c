"""One fault found while reading: a notice with its values, before its place is known."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType

from samverkan_core.findings.finding import Datum, Finding, Notice
from samverkan_core.findings.pointer import open_place, pointer
from samverkan_core.rules.text import PERSONAL_NUMBER
from samverkan_core.serialization.faults import JsonType
from samverkan_core.values.identifiers import masked, personal_numbers
from samverkan_core.values.kept import JsonNumber, SpelledFloat
from samverkan_core.values.text import made_whole

__all__ = [
    "PERSONAL_NUMBER",
    "Refused",
    "alike",
    "at_place",
    "json_type",
    "personal_number",
    "shown",
]

#: How many known words are named where none is near.
_NAMED = 6
#: How much of a text from the document a message may quote.
_QUOTED = 40
#: The longest word that is compared with others: beyond that nobody has mistyped one of ours.
_LONGEST = 80


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
    """Make a fault a finding at its place, as far as the place may be written."""
    return Finding(
        notice=notice,
        severity=notice.severity,
        pointer=pointer(*open_place(place)),
        data=tuple(data.items()),
    )


def personal_number(place: Iterable[str | int], number: str) -> Finding:
    """Say, with the words of the rule, that a personal identity number stands in a text."""
    return at_place(PERSONAL_NUMBER, place, {"number": masked(number)})


def shown(text: str) -> str:
    """Quote a text from the document: short, and without anybody's personal identity number."""
    text = made_whole(text)
    for number in personal_numbers(text):
        text = text.replace(number, masked(number))
    quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
    return f"”{quoted}”"


def alike(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Give the known words that a mistyped one may have meant; the first where none is near."""
    every = tuple(known)
    return (_near(word, every) if len(word) <= _LONGEST else ()) or every[:_NAMED]


@lru_cache(maxsize=1024)
def _near(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    # Systems make the same mistake in each of thousands of things, and comparing takes its time.
    return tuple(get_close_matches(word, known, n=3))


def json_type(value: object) -> str:
    """Say what a value is in JSON."""
    if isinstance(value, JsonNumber):
        return (JsonType.INTEGER if value.is_whole else JsonType.NUMBER).code
    if isinstance(value, (dict, list)):
        return (JsonType.OBJECT if isinstance(value, dict) else JsonType.ARRAY).code
    return _TYPES.get(type(value), JsonType.FOREIGN).code


_TYPES = {
    type(None): JsonType.NULL,
    bool: JsonType.BOOLEAN,
    str: JsonType.STRING,
    int: JsonType.INTEGER,
    float: JsonType.NUMBER,
    SpelledFloat: JsonType.NUMBER,
}
