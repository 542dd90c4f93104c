"""The pages about codes: every rule, and every fault, in one language."""

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from types import MappingProxyType

from samverkan_core.findings.finding import Force, Notice
from samverkan_core.indexing import ITSELF
from samverkan_core.present.words import words
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON, severity_in
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.reports import NOTICES
from samverkan_core.values.labels import Labelled, Lang

from .markup import code, joined, link, plain, table, target
from .pairs import pair
from .parameters import grouped, label, value

__all__ = ["faults_page", "rules_page"]

#: A set with more codes than this is named, not written out.
_FEW = 8

_WORDS: Mapping[Lang, Mapping[str, str]] = MappingProxyType(
    {
        "sv": {
            "and": "och",
            "code": "kod",
            "data": "Värden",
            "day": "Gäller",
            "every_day": "varje dag i dokumentet",
            "force": "stöd",
            "implies": "Kan också bryta mot",
            "in_common": "{severity} i {profile}",
            "in_profiles": "I profilerna",
            "itself": "samverkan själv",
            "left_out": "gäller inte",
            "one_day": "den dag som anges (`at`)",
            "one_of": "koderna i {name}",
            "parameter": "Profilen anger",
            "pillar": "hör till",
            "reads": "Läser",
            "remedy": "Gör så",
            "says": "säger",
            "severity": "vikt",
            "weight": "Vikt",
            "why": "Varför",
        },
        "en": {
            "and": "and",
            "code": "code",
            "data": "Data",
            "day": "Speaks of",
            "every_day": "every day in the document",
            "force": "force",
            "implies": "May also break",
            "in_common": "{severity} in {profile}",
            "in_profiles": "In the profiles",
            "itself": "the collaboration itself",
            "left_out": "does not apply",
            "one_day": "the day that is given (`at`)",
            "one_of": "the codes of {name}",
            "parameter": "The profile sets",
            "pillar": "pillar",
            "reads": "Reads",
            "remedy": "Do",
            "says": "says",
            "severity": "severity",
            "weight": "Weight",
            "why": "Why",
        },
    }
)


def rules_page(lang: Lang) -> str:
    """Write the page of all rules."""
    return _page([rule.notice for rule in RULES], lang)


def faults_page(lang: Lang) -> str:
    """Write the page of everything else that has a code: faults in a file, and of the check."""
    faults = sorted(notice.code for notice in NOTICES.values() if notice.code not in _RULE)
    return _page([NOTICES[fault] for fault in faults], lang)


def _page(notices: Iterable[Notice], lang: Lang) -> str:
    say, every = _WORDS[lang], list(notices)
    heads = (say["code"], say["severity"], say["pillar"], say["says"])
    rows = (
        (
            link(notice.code, _name(notice, lang)),
            ", ".join([notice.severity.label(lang), *_in_common(notice, lang)]),
            notice.pillar.label(lang),
            plain(notice.texts(lang).message),
        )
        for notice in every
    )
    return "\n".join([table(heads, rows), *(_section(notice, lang) for notice in every)])


def _in_common(notice: Notice, lang: Lang) -> Iterator[str]:
    severity = severity_in(COMMON, notice)
    if severity is not notice.severity:
        shown = _WORDS[lang]["in_common"]
        yield shown.format(severity=severity.label(lang), profile=code(COMMON.name))


def _section(notice: Notice, lang: Lang) -> str:
    say, texts, rule = _WORDS[lang], notice.texts(lang), _RULE.get(notice.code)
    lines = [
        f"{target(_name(notice, lang))}## {notice.code}\n",
        f"{plain(texts.message)}\n",
        f"**{say['why']}:** {plain(texts.why)}\n",
        f"**{say['remedy']}:** {plain(texts.remedy)}\n",
        *(f"- {head}: {text}" for head, text in _facts(notice, rule, lang)),
        "",
    ]
    return "\n".join(lines if rule is None else [*lines, pair(rule.code, lang)])


def _facts(notice: Notice, rule: Rule | None, lang: Lang) -> Iterator[tuple[str, str]]:
    say = _WORDS[lang]
    labels = (notice.severity, notice.pillar, notice.force)
    yield say["weight"], " · ".join(one.label(lang) for one in labels)
    if rule is not None:
        yield from _of_profiles(rule, lang)
    # As in reports: a proposal of the library's own has no source; it takes up what one says.
    cited = words(lang)["related" if notice.force is Force.PROPOSAL else "source"]
    for source in notice.sources:
        yield cited, plain(source.cite(lang))
    data = list(_data(notice, lang))
    if data:
        yield say["data"], "; ".join(data)
    if rule is not None:
        yield from _of_rule(rule, lang)


def _data(notice: Notice, lang: Lang) -> Iterator[str]:
    sets = dict(notice.words)
    texts = notice.texts(lang)
    templates = (texts.message, texts.why, texts.remedy)
    names = (name for text in templates for _, name, _, _ in Formatter().parse(text) if name)
    for name in sorted(set(names)):
        said = _codes(sets[name], lang) if name in sets else ""
        yield f"{code(name)} ({said})" if said else code(name)


def _codes(labelled: type[Labelled], lang: Lang) -> str:
    if len(labelled) > _FEW:
        return _WORDS[lang]["one_of"].format(name=code(labelled.__name__))
    return ", ".join(
        f"{code(member.code)} = {plain(member.label(lang))}" for member in labelled if member.code
    )


def _of_profiles(rule: Rule, lang: Lang) -> Iterator[tuple[str, str]]:
    say = _WORDS[lang]
    otherwise = grouped(_weighed_otherwise(rule, lang), lang)
    if otherwise:
        yield say["in_profiles"], otherwise
    for name in rule.parameters:
        set_to = [(profile, value(profile, name, lang)) for profile in PROFILES.values()]
        yield f"{say['parameter']} {label(name, lang)} ({code(name)})", grouped(set_to, lang)


def _weighed_otherwise(rule: Rule, lang: Lang) -> Iterator[tuple[Profile, str]]:
    for profile in PROFILES.values():
        severity = severity_in(profile, rule.notice)
        if rule.code in profile.without:
            yield profile, _WORDS[lang]["left_out"]
        elif severity is not rule.notice.severity:
            yield profile, severity.label(lang)


def _of_rule(rule: Rule, lang: Lang) -> Iterator[tuple[str, str]]:
    say = _WORDS[lang]
    read = [say["itself"] if name == ITSELF else code(name) for name in rule.reads]
    yield say["reads"], joined(read, say["and"])
    yield say["day"], say["one_day"] if rule.of_state else say["every_day"]
    if rule.implies:
        yield say["implies"], ", ".join(rule.implies)


def _name(notice: Notice, lang: Lang) -> str:
    return f"{notice.code.lower()}-{lang}"


_RULE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
