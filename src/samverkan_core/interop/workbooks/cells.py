"""One cell of a workbook: what Excel is given for a value, and the text that Excel holds.

What Excel would change is written so that it stays: days before its calendar is right and numbers
beyond its fifteen digits as text, and characters that its files cannot hold as it escapes them.
"""

import datetime as dt
import re
from typing import TypeAlias

from samverkan_core.errors import InvalidValue
from samverkan_core.interop.tables.layout import CellKind, Column
from samverkan_core.interop.workbooks.choices import word_for
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import day_from_text

__all__ = ["MOST_LETTERS", "Given", "given", "unescaped"]

#: What a cell of a workbook is given.
Given: TypeAlias = "str | int | float | dt.date | None"

#: So many characters a cell of Excel holds, those beyond the first 65,536 counted twice.
MOST_LETTERS = 32_767
#: Excel takes 1900 for a leap year: its days before March of that year are others than ours.
_FIRST_DAY = dt.date(1900, 3, 1)
#: The first whole number that Excel, which keeps fifteen digits, need not keep as it is.
_TOO_LARGE = 10**15
_DAYS = frozenset({CellKind.DAY, CellKind.PARTIAL_DAY})
#: Characters that XML cannot hold or reads as others, and what looks like the escape of one.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
#: Half characters, which no text holds.
_HALVES = range(0xD800, 0xE000)


def given(column: Column, value: object, lang: Lang) -> Given:
    """Give what a cell of a column is to hold for a value.

    Raises:
        InvalidValue: The value is a text longer than a cell of Excel holds.
    """
    word = word_for(column, value, lang)
    if word is not None:
        return word
    if isinstance(value, int):
        return value if abs(value) < _TOO_LARGE else str(value)
    return None if value is None else _of_text(column, str(value))


def _of_text(column: Column, text: str) -> Given:
    if column.kind in _DAYS:
        day = day_from_text(text)
        return text if day is None or day < _FIRST_DAY else day
    if column.kind is CellKind.DECIMAL:
        return _decimal(text)
    escaped = _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    # As Excel counts; openpyxl cuts longer ones without a word.
    letters = len(escaped.encode("utf-16-le")) // 2
    if letters > MOST_LETTERS:
        raise InvalidValue(f"{letters} characters, and a cell of Excel holds {MOST_LETTERS}")
    return escaped


def _decimal(text: str) -> Given:
    """Give the number that Excel writes in the very same digits, and any other as text."""
    number = float(text) if "." in text else int(text)
    return number if f"{number:.15g}" == text != "-0" else text


def unescaped(text: str) -> str:
    """Give the text that Excel shows for one of its files, in which some characters are escaped."""
    return _ESCAPE.sub(_letter, text) if "_x" in text else text


def _letter(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return found[0] if number in _HALVES else chr(number)
