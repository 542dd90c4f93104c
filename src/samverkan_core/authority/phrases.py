"""Phrases that the words of a decision are put together from: periods, scopes, grounds, lists."""

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from samverkan_core.model.appointment import AppointmentKind
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.mandate import Basis, MandateKind, Power, Scope
from samverkan_core.values.identifiers import masked, personal_numbers
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.text import made_whole
from samverkan_core.values.time import Period

__all__ = [
    "MandateWord",
    "adopted",
    "appointment",
    "basis",
    "document",
    "either",
    "item",
    "joined",
    "mandate",
    "period",
    "powers",
    "scope",
    "showable",
]

#: The number of a line as most documents write it; anything else is quoted as it stands.
_NUMBERED = re.compile(r"[0-9]+(?:[.:][0-9a-zåäö]+)*")


def either(sv: str, en: str, lang: Lang) -> str:
    """Choose between the Swedish and the English wording."""
    return sv if language(lang) == "sv" else en


def joined(items: Iterable[str], lang: Lang) -> str:
    """Write several things as a list in running text: a, b och c."""
    *most, last = tuple(items) or ("",)
    return f"{', '.join(most)} {either('och', 'and', lang)} {last}" if most else last


def showable(text: str) -> str:
    """Mask personal identity numbers in a text, and whatever cannot be written."""
    whole = made_whole(text)
    for number in personal_numbers(whole):
        whole = whole.replace(number, masked(number))
    return whole


# --- what is asked ---------------------------------------------------------------------------


def powers(some: Iterable[Power], lang: Lang) -> str:
    """Name powers as verbs."""
    return joined((power.label(lang) for power in some), lang)


#: Dimension of a scope -> one thing and several of it, in Swedish and in English.
_THINGS: Mapping[str, Mapping[Lang, tuple[str, str]]] = {
    "focus_areas": {
        "sv": ("fokusområdet", "fokusområdena"),
        "en": ("the focus area", "the focus areas"),
    },
    "bodies": {"sv": ("organet", "organen"), "en": ("the body", "the bodies")},
    "actors": {"sv": ("aktören", "aktörerna"), "en": ("the actor", "the actors")},
    "matters": {"sv": ("ärendet", "ärendena"), "en": ("the matter", "the matters")},
}


def scope(held: Scope | None, lang: Lang) -> str:
    """Name what a scope holds; nothing where it is open in every dimension."""
    if held is None:
        return ""
    named = ((dimension, getattr(held, dimension) or ()) for dimension in _THINGS)
    found = [
        f"{_THINGS[dimension][language(lang)][len(ids) > 1]} {joined(ids, lang)}"
        for dimension, ids in named
        if ids
    ]
    return joined([*found, *_ages(held, lang)], lang)


def _ages(held: Scope, lang: Lang) -> list[str]:
    if held.ages is None:
        return []
    span = f"{held.ages.from_age}–{held.ages.to_age}"
    return [either(f"åldrarna {span} år", f"the ages {span}", lang)]


# --- when ------------------------------------------------------------------------------------


def period(held: Period, lang: Lang) -> str:
    """Say from which day to which something holds, both days included."""
    first, last = held.first_day, held.last_day
    begins = [] if first is None else [either(f"från och med {first}", f"from {first}", lang)]
    if last is None:
        ends = either("tills vidare", "until further notice", lang)
    else:
        ends = either(f"till och med {last}", f"to {last} inclusive", lang)
    return " ".join([*begins, ends])


# --- who -------------------------------------------------------------------------------------

_APPOINTMENTS: Mapping[AppointmentKind | None, tuple[str, str]] = {
    AppointmentKind.ELECTED: ("valet", "the election"),
    AppointmentKind.EMPLOYED: ("anställningen", "the employment"),
    AppointmentKind.ENGAGED: ("uppdraget", "the engagement"),
    AppointmentKind.CONSULTANT: ("konsultuppdraget", "the consultancy"),
    None: ("förordnandet", "the appointment"),
}


def appointment(kind: AppointmentKind | None, lang: Lang) -> str:
    """Name the way in which a person came to an office."""
    return either(*_APPOINTMENTS[kind], lang)


@attrs.frozen(kw_only=True)
class MandateWord:
    """The word for one kind of mandate, and the Swedish words that bend after it."""

    #: In Swedish, with its article.
    sv: str
    #: In English, with its article.
    en: str
    #: Whether the Swedish word is of the neuter gender: `det`, not `den`.
    neuter: bool

    def label(self, lang: Lang) -> str:
        """Give the word with its article."""
        return either(self.sv, self.en, lang)

    @property
    def it(self) -> str:
        """The Swedish pronoun for it, at the beginning of a sentence."""
        return "Det" if self.neuter else "Den"

    def bent(self, common: str, neuter: str) -> str:
        """Choose the form of a Swedish participle that goes with it: given, givet."""
        return neuter if self.neuter else common


_MANDATES: Mapping[MandateKind | None, MandateWord] = {
    MandateKind.ASSIGNMENT: MandateWord(sv="uppdraget", en="the assignment", neuter=True),
    MandateKind.DELEGATION: MandateWord(sv="delegationen", en="the delegation", neuter=False),
    MandateKind.BY_LAW: MandateWord(
        sv="den lagstadgade behörigheten", en="the power by law", neuter=False
    ),
    None: MandateWord(sv="behörigheten", en="the mandate", neuter=False),
}


def mandate(kind: MandateKind | None) -> MandateWord:
    """Give the word for a mandate; in Swedish it is never "mandat"."""
    return _MANDATES[kind]


# --- on what ground --------------------------------------------------------------------------

_DOCUMENTS: Mapping[DocumentKind | None, str] = {
    DocumentKind.COMPREHENSIVE_PLAN: "översiktsplanen",
    DocumentKind.BUDGET: "budgeten",
    DocumentKind.POLICY: "policyn",
    DocumentKind.RULES_OF_PROCEDURE: "reglementet",
    DocumentKind.DELEGATION_ORDER: "delegationsordningen",
    DocumentKind.ORDER_OF_WORK: "arbetsordningen",
    DocumentKind.OPERATIONAL_PLAN: "verksamhetsplanen",
    DocumentKind.ACTION_PLAN: "handlingsplanen",
    DocumentKind.IMPLEMENTATION_PLAN: "genomförandeplanen",
    DocumentKind.AGREEMENT: "avtalet",
    DocumentKind.JOINT_AGREEMENT: "överenskommelsen",
    DocumentKind.GUIDELINE: "riktlinjen",
    DocumentKind.ROUTINE: "rutinen",
    DocumentKind.OTHER: "det styrande dokumentet",
    None: "det styrande dokumentet",
}


def document(kind: DocumentKind | None, lang: Lang) -> str:
    """Name a governing document by its kind, with its article."""
    known = None if kind is DocumentKind.OTHER else kind
    english = "governing document" if known is None else known.label("en")
    return either(_DOCUMENTS[kind], f"the {english}", lang)


def adopted(decided_by: Sequence[Resolution], lang: Lang) -> str:
    """Say by which decisions a document was adopted; nothing where none is known."""
    if not decided_by:
        return ""
    cited = joined((_taken(resolution, lang) for resolution in decided_by), lang)
    return either(f", enligt {cited}", f", adopted by {cited}", lang)


def _taken(resolution: Resolution, lang: Lang) -> str:
    """Cite a decision as its minutes are cited: which body, day, paragraph, registry number."""
    decision = either("beslut", "decision", lang)
    by = "" if resolution.body is None else f" {either('av', 'of', lang)} {resolution.body}"
    return Source(
        kind=SourceKind.DECISION,
        ref=f"{decision}{by}",
        day=resolution.day,
        paragraph=resolution.paragraph,
        registry_number=resolution.registry_number,
    ).cite(lang)


def basis(
    held: Basis, kind: DocumentKind | None, decided_by: Sequence[Resolution], lang: Lang
) -> str:
    """Say what a mandate rests on: line and document, decision, provision; all that is stated."""
    found = []
    if held.document is not None:
        named = f"{document(kind, lang)} {held.document}"
        found.append(f"{_line(held.line, lang)}{named}{adopted(decided_by, lang)}")
    if held.resolution is not None:
        found.append(_taken(held.resolution, lang))
    if held.provision is not None:
        found.append(held.provision.cite(lang))
    return "; ".join(found)


def _line(line: str | None, lang: Lang) -> str:
    return "" if line is None else f"{item(line, lang)} {either('i', 'of', lang)} "


def item(line: str, lang: Lang) -> str:
    """Name the line of a document: by its number, where it has one."""
    number = _NUMBERED.fullmatch(line) is not None
    return f"{either('punkt ', 'item ', lang) if number else ''}{line}"
