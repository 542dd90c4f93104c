"""The few words that reports need around the words of the rules, in Swedish and in English."""

from collections.abc import Mapping
from types import MappingProxyType

from samverkan_core.findings.finding import Severity
from samverkan_core.findings.report import Report
from samverkan_core.values.labels import Lang, language

__all__ = ["Words", "counted", "words"]

Words = Mapping[str, str]

_SV = {
    "accepted": "Godtagna avvikelser",
    "at": "på dagen {day}",
    "code": "Kod",
    "finding": "Fynd",
    "held": "Håller: {count} regler.",
    "no_day": "utan dag",
    "not_judged": "Kan inte bedömas, för att underlag saknas:",
    "not_judged_title": "Kan inte bedömas",
    "not_run": "Väntar på en dag (--at): {count} regler.",
    "nothing": "Inga fynd.",
    "place": "Plats",
    "profile": "profilen {profile}",
    "remedy": "Gör så",
    "source": "Källa",
    "title": "Granskning av samverkan",
    "unread": "går inte att läsa",
    "weight": "Vikt",
    "whole": "dokumentet",
    "why": "Varför",
}
_EN = {
    "accepted": "Accepted",
    "at": "on {day}",
    "code": "Code",
    "finding": "Finding",
    "held": "Hold: {count} rules.",
    "no_day": "without a day",
    "not_judged": "Cannot be judged, for want of data:",
    "not_judged_title": "Cannot be judged",
    "not_run": "Waiting for a day (--at): {count} rules.",
    "nothing": "No findings.",
    "place": "Place",
    "profile": "profile {profile}",
    "remedy": "Do",
    "source": "Source",
    "title": "Check of a collaboration",
    "unread": "cannot be read",
    "weight": "Weight",
    "whole": "the document",
    "why": "Why",
}
#: Severity -> one of them, several of them, in Swedish and English.
_COUNTED = {
    Severity.ERROR: (("brist", "brister"), ("error", "errors")),
    Severity.WARNING: (("påpekande", "påpekanden"), ("warning", "warnings")),
    Severity.INFO: (("upplysning", "upplysningar"), ("note", "notes")),
}


def words(lang: Lang) -> Words:
    """Give the words of one language."""
    return MappingProxyType(_SV if language(lang) == "sv" else _EN)


def counted(report: Report, lang: Lang) -> str:
    """Say how many findings of each severity a report has.

    >>> counted(Report(), "en")
    'No findings.'
    """
    parts = []
    for severity, forms in _COUNTED.items():
        count = len(report.by_severity(severity))
        if count:
            one, many = forms[0 if language(lang) == "sv" else 1]
            parts.append(f"{count} {one if count == 1 else many}")
    return ", ".join(parts) or words(lang)["nothing"]
