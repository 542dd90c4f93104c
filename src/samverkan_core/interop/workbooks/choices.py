"""What may be chosen in a cell, in words that people read, and which code a word stands for."""

from collections.abc import Mapping
from functools import cache

from samverkan_core.interop.tables.layout import CellKind, Column
from samverkan_core.values.labels import LANGUAGES, Labelled, Lang, language

__all__ = ["choices", "meant_by", "word_for"]

#: What stands for true and for false.
_TRUTHS: Mapping[Lang, Mapping[bool, str]] = {
    "sv": {True: "ja", False: "nej"},
    "en": {True: "yes", False: "no"},
}
_TRUE_OR_FALSE = {word: truth for own in _TRUTHS.values() for truth, word in own.items()}


def choices(column: Column, lang: Lang = "sv") -> tuple[str, ...]:
    """Give the words that a cell of a column is chosen from; none where anything may stand."""
    if column.kind is CellKind.TRUTH:
        return tuple(_TRUTHS[language(lang)].values())
    return tuple(one.label(lang) for one in column.codes) if column.codes is not None else ()


def word_for(column: Column, value: object, lang: Lang = "sv") -> str | None:
    """Give the word for a code or a truth value; None in a column that nothing is chosen in."""
    if isinstance(value, bool):
        return _TRUTHS[language(lang)][value]
    if column.codes is None or not isinstance(value, str):
        return None
    return column.codes.named(value).label(lang)


def meant_by(column: Column, word: str) -> str | bool | None:
    """Give the code or the truth value that a word stands for in either language; None if none.

    No word stands for two codes of a set.
    """
    if column.kind is CellKind.TRUTH:
        return _TRUE_OR_FALSE.get(_folded(word))
    return None if column.codes is None else _codes(column.codes).get(_folded(word))


@cache
def _codes(codes: type[Labelled]) -> Mapping[str, str]:
    return {
        _folded(word): one.code
        for one in codes
        for word in (*(one.label(lang) for lang in LANGUAGES), one.code)
    }


def _folded(word: str) -> str:
    return " ".join(word.split()).casefold()
