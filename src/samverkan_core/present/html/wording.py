"""The words that pages need beside those of all reports, in Swedish and in English."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from samverkan_core.findings.finding import Severity
from samverkan_core.findings.report import Report
from samverkan_core.present.words import accepted_count, tallies
from samverkan_core.values.labels import Lang, language

__all__ = ["said", "summary"]

_SV = {
    "assessment": "Självvärdering",
    "accepted_caption": "Fynd som någon har godtagit, och vem som svarar för dem",
    "and": " och ",
    "besides": "{found}; dessutom finns {accepted}",
    "catalogue": "Regelkatalogens version",
    "codes": "Vad en kod står för visar kommandot samverkan explain KOD.",
    "collaboration": "Samverkan",
    "contents": "Innehåll",
    "day": "Dag som granskas",
    "digest": "Dokumentets kontrollsumma (SHA-256)",
    "document": "Dokument",
    "documents": "{title}: {count} dokument",
    "elsewhere": "Okänd pelare",
    "found": "Prövat mot profilen {profile} den {day} har dokumentet {found}.",
    "found_no_day": "Prövat mot profilen {profile}, utan dag, har dokumentet {found}.",
    "found_in": "Fynd som rör {pillar}",
    "found_where": "Fynd i varje pelare",
    "holding": "Att en regel håller betyder bara att inget i dokumentet går emot den.",
    "lacked": "Det som saknas",
    "lacking_all": "Det som saknas helt, och de regler som väntar på det",
    "lacking_some": "Det som saknas för en del av det som reglerna gäller",
    "law_known_to": "Lagtext känd till och med",
    "left_out": "Gäller inte i profilen",
    "left_out_says": "Profilen lämnar de här reglerna utanför:",
    "no_day": "ingen dag angiven",
    "not_run": "Väntar på en dag",
    "not_run_says": "De här reglerna gäller en viss dag. De prövas när en dag anges (--at):",
    "nothing": "inga fynd",
    "pictures": "Bilder",
    "pillar": "Pelare",
    "pillars": "De tre pelarna",
    "profile": "Profil",
    "protected": "[skyddade uppgifter]",
    "rests": "Vad granskningen vilar på",
    "rule": "Regel",
    "rules": "Regler",
    "skip": "Till innehållet",
    "standing": "Läget för reglerna i varje pelare",
    "total": "Alla",
    "unchecked": "Dokumentet har inte prövats mot någon regel; läsningen gav {found}.",
    "unread": "Dokumentet går inte att läsa, så ingen regel har prövats: {found}.",
    "what": "Det som saknas",
    "words": "Bilden i ord",
}
_EN = {
    "assessment": "Self-assessment",
    "accepted_caption": "Findings that somebody has accepted, and who answers for them",
    "and": " and ",
    "besides": "{found}; besides, there is {accepted}",
    "catalogue": "Version of the catalogue of rules",
    "codes": "What a code stands for is told by the command samverkan explain CODE.",
    "collaboration": "Collaboration",
    "contents": "Contents",
    "day": "Day asked about",
    "digest": "The document's checksum (SHA-256)",
    "document": "Document",
    "documents": "{title}: {count} documents",
    "elsewhere": "Unknown pillar",
    "found": "Tried against the profile {profile} on {day}, the document has {found}.",
    "found_no_day": "Tried against the profile {profile}, without a day, the document has {found}.",
    "found_in": "Findings on {pillar}",
    "found_where": "Findings in each pillar",
    "holding": "That a rule holds only means that nothing in the document goes against it.",
    "lacked": "Lacking",
    "lacking_all": "What is lacking altogether, and the rules that wait for it",
    "lacking_some": "What is lacking for some of what the rules are about",
    "law_known_to": "Law texts known through",
    "left_out": "Not in the profile",
    "left_out_says": "The profile leaves these rules out:",
    "no_day": "no day given",
    "not_run": "Waits for a day",
    "not_run_says": "These rules are about one day. They are tried when a day is given (--at):",
    "nothing": "no findings",
    "pictures": "Pictures",
    "pillar": "Pillar",
    "pillars": "The three pillars",
    "profile": "Profile",
    "protected": "[protected particulars]",
    "rests": "What the check rests on",
    "rule": "Rule",
    "rules": "Rules",
    "skip": "To the content",
    "standing": "How the rules stand in each pillar",
    "total": "All",
    "unchecked": "The document was not tried on any rule; reading it gave {found}.",
    "unread": "The document cannot be read, so no rule was tried: {found}.",
    "what": "Lacking",
    "words": "The picture in words",
}


def said(lang: Lang) -> Mapping[str, str]:
    """Give the words of one language."""
    return MappingProxyType(_SV if language(lang) == "sv" else _EN)


def summary(report: Report, lang: Lang) -> str:
    """Say in one sentence what came of it.

    >>> summary(Report(), "en")
    'The document was not tried on any rule; reading it gave no findings.'
    """
    say, stamp = said(lang), report.stamp
    found = _listed(tallies(report, lang), lang) or say["nothing"]
    accepted = accepted_count(report, lang)
    if accepted:
        found = say["besides"].format(found=found, accepted=accepted)
    if stamp.profile is None:
        return say["unchecked" if report.ok(Severity.ERROR) else "unread"].format(found=found)
    key = "found" if stamp.day else "found_no_day"
    return say[key].format(profile=stamp.profile, day=stamp.day, found=found)


def _listed(items: Sequence[str], lang: Lang) -> str:
    return said(lang)["and"].join(filter(None, (", ".join(items[:-1]), *items[-1:])))
