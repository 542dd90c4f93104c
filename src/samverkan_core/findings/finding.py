"""Findings: what is wrong or unwise, where, on what ground, and what to do about it.

A finding is a value. Its code and data are what programs rely on; the words are a view, made from
the notice that every finding carries.
"""

import json
from collections.abc import Iterable, Mapping
from functools import total_ordering
from operator import attrgetter, itemgetter
from typing import TypeAlias

import attrs

from samverkan_core.findings.pointer import order
from samverkan_core.values.labels import Labelled, Lang, language
from samverkan_core.values.source import Source

__all__ = [
    "Datum",
    "Finding",
    "Force",
    "Notice",
    "Pillar",
    "Severity",
    "Texts",
    "canonical",
    "in_order",
]

#: What a finding in tables says of its place, from the whole to the part.
_IN_TABLES = ("table", "row", "column")
_PLACES: Mapping[Lang, Mapping[str, str]] = {
    "sv": {
        "table": "tabellen {table}",
        "row": "rad {row}",
        "column": "kolumnen {column}",
        "sheet": "bladet {sheet}",
        "cell": "cell {cell}",
        "whole": "dokumentet",
    },
    "en": {
        "table": "the table {table}",
        "row": "row {row}",
        "column": "the column {column}",
        "sheet": "the sheet {sheet}",
        "cell": "cell {cell}",
        "whole": "the document",
    },
}
#: One value that a finding speaks of: a text, a number, or several texts.
Datum: TypeAlias = "str | int | tuple[str, ...]"


class Severity(Labelled):
    """How grave a finding is, the gravest first."""

    ERROR = ("error", "Brist", "Error")
    WARNING = ("warning", "Påpekande", "Warning")
    INFO = ("info", "Upplysning", "Information")

    def reaches(self, threshold: "Severity") -> bool:
        """Tell whether this is as grave as the threshold, or graver."""
        ranks = tuple(Severity)
        return ranks.index(self) <= ranks.index(threshold)


class Pillar(Labelled):
    """What a rule upholds: steering, structure or a shared view; or the file format itself."""

    STEERING = ("steering", "Styrning", "Steering")
    STRUCTURE = ("structure", "Struktur", "Structure")
    SHARED_VIEW = ("shared_view", "Samsyn", "Shared view")
    FORMAT = ("format", "Filformat", "File format")


class Force(Labelled):
    """What stands behind a rule: from a law down to a proposal of this library's own."""

    LAW = ("law", "Lag", "Law")
    REGULATION = ("regulation", "Förordning eller föreskrift", "Regulation")
    LOCAL_DECISION = ("local_decision", "Politiskt beslut", "Local decision")
    AGREEMENT = ("agreement", "Avtal eller överenskommelse", "Agreement")
    GUIDANCE = ("guidance", "Vägledning", "Guidance")
    HOUSE_RULE = ("house_rule", "Lokal regel", "House rule")
    SEED = ("seed", "Ur arbetssättet", "From the way of working")
    PROPOSAL = ("proposal", "Förslag utan källa", "Proposal without a source")
    FORMAT = ("format", "Filformat", "File format")


@attrs.frozen(kw_only=True)
class Texts:
    """What a rule says in one language; braces hold the names of the finding's data."""

    #: What is found, about which thing, with the value found.
    message: str
    #: Why it matters, in our own words.
    why: str
    #: What to do, and who acts.
    remedy: str


@attrs.frozen(kw_only=True)
class Notice:
    """All that a rule says of itself: its code, its weight, its sources and its words."""

    #: Three letters and three digits; never used for anything else again.
    code: str
    #: How grave a breach is where a profile does not say otherwise.
    severity: Severity
    #: Which pillar the rule upholds.
    pillar: Pillar
    #: What stands behind the rule.
    force: Force
    #: Where that can be looked up.
    sources: tuple[Source, ...] = ()
    #: The Swedish texts.
    sv: Texts
    #: The English texts.
    en: Texts
    #: Names of data that hold codes, each with the set that has the words for them.
    words: tuple[tuple[str, type[Labelled]], ...] = ()

    def texts(self, lang: Lang) -> Texts:
        """Give the texts in one language."""
        return self.sv if language(lang) == "sv" else self.en


def _by_name(data: Iterable[tuple[str, Datum]]) -> tuple[tuple[str, Datum], ...]:
    return tuple(sorted(data, key=itemgetter(0)))


@total_ordering
@attrs.frozen(kw_only=True, order=False)
class Finding:
    """One thing that is wrong, unwise or worth knowing, at one place.

    Findings are ordered by place, then code, subject and data, so equal documents give equal
    reports.
    """

    #: The rule or fault that speaks; it is long, and not needed for a hash.
    notice: Notice = attrs.field(repr=False, hash=False)
    #: How grave it is under the profile that was used.
    severity: Severity
    #: Where in the document, as a JSON pointer; "" is the document itself.
    pointer: str
    #: The id of the thing it is about, where it has one.
    subject: str | None = None
    #: The values found, as name and value, sorted by name.
    data: tuple[tuple[str, Datum], ...] = attrs.field(default=(), converter=_by_name)

    @property
    def code(self) -> str:
        """The code of the rule or fault."""
        return self.notice.code

    @property
    def pillar(self) -> Pillar:
        """The pillar that the rule upholds."""
        return self.notice.pillar

    @property
    def force(self) -> Force:
        """What stands behind the rule."""
        return self.notice.force

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the rule can be looked up."""
        return self.notice.sources

    def message(self, lang: Lang = "sv") -> str:
        """Say what is found."""
        return self._filled(self.notice.texts(lang).message, lang)

    def why(self, lang: Lang = "sv") -> str:
        """Say why it matters."""
        return self._filled(self.notice.texts(lang).why, lang)

    def remedy(self, lang: Lang = "sv") -> str:
        """Say what to do and who acts."""
        return self._filled(self.notice.texts(lang).remedy, lang)

    def place(self, lang: Lang = "sv") -> str:
        """Say where it stands: in a document by its pointer, in tables as people count rows.

        In a workbook it is the sheet and the cell, as Excel calls them.
        """
        data, say = dict(self.data), _PLACES[language(lang)]
        if "sheet" in data:
            names: tuple[str, ...] = ("sheet", "cell" if "cell" in data else "row")
        elif "table" in data:
            names = _IN_TABLES
        else:
            return self.pointer or say["whole"]
        return ", ".join(say[name].format_map(data) for name in names if name in data)

    def _filled(self, template: str, lang: Lang) -> str:
        sets = dict(self.notice.words)
        words = {name: _shown(value, sets.get(name), lang) for name, value in self.data}
        return template.format_map(words)

    @property
    def rank(self) -> tuple[object, ...]:
        """Where it stands among others: by place, then code, subject and data."""
        return (
            order(self.pointer),
            self.code,
            self.subject is not None,
            self.subject or "",
            canonical(dict(self.data)),
            tuple(Severity).index(self.severity),
        )

    def __lt__(self, other: "Finding") -> bool:
        """Come first by place, then by code, subject and data."""
        if not isinstance(other, Finding):
            return NotImplemented
        return self.rank < other.rank

    def to_dict(self, lang: Lang = "sv") -> dict[str, object]:
        """Say the finding in plain values, with its words in one language."""
        return {
            "code": self.code,
            "severity": self.severity.code,
            "pillar": self.pillar.code,
            "force": self.force.code,
            "pointer": self.pointer,
            "subject": self.subject,
            "data": {name: _plain(value) for name, value in self.data},
            "message": self.message(lang),
            "why": self.why(lang),
            "remedy": self.remedy(lang),
            "sources": [source.cite(lang) for source in self.sources],
        }


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings, each ranked once: much quicker than comparing them two by two."""
    return tuple(sorted(findings, key=attrgetter("rank")))


#: Made once: making it takes longer than the writing.
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Mapping[str, Datum]) -> str:
    """Write data as one text that is equal exactly when the data are."""
    return _CANONICAL.encode(value)


def _plain(value: Datum) -> object:
    return list(value) if isinstance(value, tuple) else value


def _shown(value: Datum, words: type[Labelled] | None, lang: Lang) -> str:
    if isinstance(value, tuple):
        return _listed([_shown(item, words, lang) for item in value], lang)
    if isinstance(value, int):
        return f"{value:,}".replace(",", "\u00a0" if lang == "sv" else ",")
    member = words.of(value) if words else None
    return member.label(lang) if member else value


def _listed(items: list[str], lang: Lang) -> str:
    if len(items) < 2:  # noqa: PLR2004 - one item needs no "and"
        return "".join(items)
    return f"{', '.join(items[:-1])} {'och' if lang == 'sv' else 'and'} {items[-1]}"
