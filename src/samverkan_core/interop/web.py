"""What a service over HTTP needs beside the reader: a language, a day, and faults as an answer.

Nothing here knows a web framework. The body itself is read by `read` and `loads`.
"""

import datetime as dt
import re
from collections.abc import Iterator

from samverkan_core.findings.finding import Severity
from samverkan_core.findings.report import Report
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import at_place, shown
from samverkan_core.serialization.load import LoadError
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.time import day_from_text

__all__ = ["day_asked", "faults_found", "lang_asked"]

#: One language of a header, and how much it is wanted: `en-GB;q=0.8` (RFC 9110, 12.5.4).
_WANTED = re.compile(
    r"([a-z]{1,8}|\*)(?:-[a-z0-9]{1,8})*(?:[ \t]*;[ \t]*q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?))?"
)


def lang_asked(accept_language: str | None) -> Lang:
    """Choose the language that a reader wants most, by the header `Accept-Language`.

    Swedish where the header is absent, cannot be understood, or asks only for other languages.

    >>> lang_asked("da, en-GB;q=0.8, sv;q=0.7")
    'en'
    """
    weights: dict[str, float] = {}
    for word, weight in _wanted(accept_language or ""):
        weights[word] = max(weight, weights.get(word, 0.0))
    otherwise = weights.get("*", 0.0)
    # Of two that are wanted as much, the one that stands first.
    named = sorted(LANGUAGES, key=[*weights, *LANGUAGES].index)
    best = max(named, key=lambda lang: weights.get(lang, otherwise))
    return best if weights.get(best, otherwise) else LANGUAGES[0]


def _wanted(header: str) -> Iterator[tuple[str, float]]:
    for part in header.lower().split(","):
        match = _WANTED.fullmatch(part.strip(" \t"))
        if match:
            yield match[1], float(match[2] or 1)


def day_asked(text: str, *, name: str = "at") -> dt.date:
    """Read the day of a parameter as strictly as one in a document: `YYYY-MM-DD`, and it exists.

    Raises:
        LoadError: It is no day; the error's `report` says so of the parameter's name.
    """
    day = day_from_text(text)
    if day is None:
        fault = at_place(faults.BAD_DAY, (name,), {"found": shown(text)})
        raise LoadError(Report(findings=(fault,)))
    return day


def faults_found(error: LoadError, lang: Lang = "sv") -> list[dict[str, str]]:
    """Say each fault of what could not be read by its code, its place and a sentence."""
    return [
        {"code": fault.code, "pointer": fault.pointer, "message": fault.message(lang)}
        for fault in error.report.by_severity(Severity.ERROR)
    ]
