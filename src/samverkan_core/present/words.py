"""The few words that reports need around the words of the rules, in Swedish and in English."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType

from samverkan_core.findings.finding import Finding, Force, Severity
from samverkan_core.findings.report import Answerable, NotJudged, Report
from samverkan_core.model.called import called
from samverkan_core.reference.laws import law
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.text import swedish_order

__all__ = [
    "Answers",
    "Words",
    "accepted_count",
    "answering",
    "answers",
    "by_rule",
    "cited",
    "counted",
    "lacking",
    "placed",
    "tallies",
    "waiting",
    "words",
]

Words = Mapping[str, str]
#: Finding -> the lines that say who answers for it.
Answers = Mapping[Finding, list[str]]

_SV = {
    "accepted": "Godtagna avvikelser",
    "answers": "Godtaget: {owner} svarar för det till och med {day}.",
    "answered": "Godtagandet har löpt ut: {owner} svarade för det till och med {day}.",
    "at": "på dagen {day}",
    "code": "Kod",
    "finding": "Fynd",
    "held": "Regler som håller: {count}.",
    "lacks_context": "sammanhangsmarkering",
    "lacks_term_of_office": "när mandatperioden löper ut är inte kontrollerat",
    "left_out": "Gäller inte i profilen: {codes}.",
    "no_day": "utan dag",
    "not_judged": "Kan inte bedömas (underlag som saknas, eller lagrum som är okontrollerat):",
    "not_judged_title": "Kan inte bedömas",
    "not_run": "Regler som väntar på en dag (--at): {count}.",
    "nothing": "Inga fynd.",
    "in_profile": "i profilen: {setting}",
    "of_profile": "profilen",
    "profile": "profilen {profile}",
    "related": "Knyter an till",
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
    "answers": "Accepted: {owner} answers for it through {day}.",
    "answered": "The acceptance has lapsed: {owner} answered for it through {day}.",
    "at": "on {day}",
    "code": "Code",
    "finding": "Finding",
    "held": "Rules that hold: {count}.",
    "lacks_context": "context marking",
    "lacks_term_of_office": "when the term of office ends has not been verified",
    "left_out": "Do not apply in the profile: {codes}.",
    "no_day": "without a day",
    "not_judged": "Cannot be judged, for want of data or of a verified provision:",
    "not_judged_title": "Cannot be judged",
    "not_run": "Rules waiting for a day (--at): {count}.",
    "nothing": "No findings.",
    "in_profile": "in the profile: {setting}",
    "of_profile": "the profile",
    "profile": "profile {profile}",
    "related": "Takes up",
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


#: What a profile may leave open, and rules wait for -> what it is called in Swedish.
_SETTINGS: Words = {
    "age_bands": "åldersspann med var sitt konsultationsteam",
    "child_consent_from": "ålder från vilken barnet självt samtycker",
    "follow_up_required": "krav på en plan för uppföljning",
    "required_actors": "slag av aktörer som ska delta",
    "required_bodies": "slag av organ som ska finnas",
    "required_functions": "funktioner som ska finnas",
    "target_ages": "åldrar som arbetet är till för",
}
#: One of them, several of them, in Swedish and English.
_ACCEPTED = (
    ("godtagen avvikelse", "godtagna avvikelser"),
    ("accepted finding", "accepted findings"),
)


def words(lang: Lang) -> Words:
    """Give the words of one language."""
    return MappingProxyType(_SV if language(lang) == "sv" else _EN)


def lacking(missing: NotJudged, lang: Lang) -> tuple[str, str]:
    """Say what lacks something, and what: a member, a setting, a provision, the days of a term."""
    say, row = words(lang), law(missing.lacked)
    if row is not None:
        return missing.subject or say["whole"], row.cite(lang)
    section, _, name = missing.lacked.partition(".")
    if section == "profile":
        named = _setting(name, lang)
        if missing.subject is None:
            return say["of_profile"], named
        return missing.subject, say["in_profile"].format(setting=named)
    return missing.subject or say["whole"], _member(missing.lacked, lang)


def _member(name: str, lang: Lang) -> str:
    """Give the words for what a thing or the whole document lacks."""
    return words(lang).get(f"lacks_{name}") or called(name, lang)


def _setting(name: str, lang: Lang) -> str:
    """Give the words for what a municipality demands of itself."""
    own = _SETTINGS.get(name) if language(lang) == "sv" else name.replace("_", " ")
    return own or name


def waiting(missing: Iterable[NotJudged], lang: Lang) -> list[tuple[tuple[str, str], list[str]]]:
    """Gather the rules that wait for the same thing; the things stand in Swedish order."""
    codes: dict[tuple[str, str], list[str]] = {}
    for one in missing:
        codes.setdefault(lacking(one, lang), []).append(one.code)
    return sorted(codes.items(), key=lambda item: [swedish_order(word) for word in item[0]])


def placed(finding: Finding, lang: Lang) -> str:
    """Say where a finding stands: in a document by its pointer, in tables as people count rows."""
    return finding.place(lang)


def by_rule(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Gather the findings of each rule, so that its words need be read only once."""
    in_order = sorted(findings, key=attrgetter("code"))
    for _, same in groupby(in_order, key=attrgetter("code")):
        yield list(same)


def cited(finding: Finding, lang: Lang) -> tuple[str, str]:
    """Give the sources of a finding, with the word before them.

    A proposal of this library's own has no source; it takes up what one speaks of.
    """
    head = words(lang)["related" if finding.force is Force.PROPOSAL else "source"]
    return head, "; ".join(source.cite(lang) for source in finding.sources)


def answering(report: Report, lang: Lang) -> Answers:
    """Say of each finding that somebody answers for who does, or who did before it lapsed."""
    accepted = set(report.accepted)
    return {
        finding: [answers(one, lang, lapsed=finding not in accepted) for one in same]
        for finding, same in report.answered().items()
    }


def answers(one: Answerable, lang: Lang, *, lapsed: bool = False) -> str:
    """Say who answers for a finding and until which day, or did before it lapsed."""
    return words(lang)["answered" if lapsed else "answers"].format(
        owner=one.owner, day=one.last_day
    )


def accepted_count(report: Report, lang: Lang) -> str:
    """Say how many findings of a report are accepted; nothing where none is.

    >>> accepted_count(Report(), "en")
    ''
    """
    count = len(report.accepted)
    one, many = _ACCEPTED[0 if language(lang) == "sv" else 1]
    return f"{count} {one if count == 1 else many}" if count else ""


def counted(report: Report, lang: Lang) -> str:
    """Say how many findings of each severity a report has.

    >>> counted(Report(), "en")
    'No findings.'
    """
    return ", ".join(tallies(report, lang)) or words(lang)["nothing"]


def tallies(report: Report, lang: Lang) -> list[str]:
    """Say of each severity how many findings a report has; nothing of one that it has none of."""
    counts = Counter(finding.severity for finding in report)
    position = 0 if language(lang) == "sv" else 1
    return [
        f"{counts[severity]} {forms[position][counts[severity] != 1]}"
        for severity, forms in _COUNTED.items()
        if counts[severity]
    ]
