"""The pages about codes: every rule, and every fault, in one language."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from string import Formatter
from types import MappingProxyType

from samverkan_core.findings.finding import Notice
from samverkan_core.indexing import ITSELF
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.reports import NOTICES
from samverkan_core.values.labels import Labelled, Lang

from .markup import code, joined, link, plain, table, target

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
            "in_profile": "{severity} i {profile}",
            "itself": "samverkan själv",
            "one_day": "den dag som anges (`at`)",
            "one_of": "koderna i {name}",
            "pillar": "hör till",
            "reads": "Läser",
            "remedy": "Gör så",
            "says": "säger",
            "severity": "vikt",
            "source": "Källa",
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
            "in_profile": "{severity} in {profile}",
            "itself": "the collaboration itself",
            "one_day": "the day that is given (`at`)",
            "one_of": "the codes of {name}",
            "pillar": "pillar",
            "reads": "Reads",
            "remedy": "Do",
            "says": "says",
            "severity": "severity",
            "source": "Source",
            "weight": "Weight",
            "why": "Why",
        },
    }
)


def rules_page(lang: Lang) -> str:
    """Write the page of all rules."""
    return _page([rule.notice for rule in RULES], lang, lambda notice: _of_rule(notice, lang))


def faults_page(lang: Lang) -> str:
    """Write the page of everything else that has a code: faults in a file, and of the check."""
    rules = {rule.code for rule in RULES}
    faults = sorted(notice.code for notice in NOTICES.values() if notice.code not in rules)
    return _page([NOTICES[fault] for fault in faults], lang, lambda _: ())


def _page(
    notices: Iterable[Notice], lang: Lang, more: Callable[[Notice], Iterable[tuple[str, str]]]
) -> str:
    say, every = _WORDS[lang], list(notices)
    heads = (say["code"], say["severity"], say["pillar"], say["says"])
    rows = (
        (
            link(notice.code, _name(notice, lang)),
            ", ".join([notice.severity.label(lang), *_lowered(notice, lang)]),
            notice.pillar.label(lang),
            plain(notice.texts(lang).message),
        )
        for notice in every
    )
    sections = (_section(notice, lang, more(notice)) for notice in every)
    return "\n".join([table(heads, rows), *sections])


def _section(notice: Notice, lang: Lang, more: Iterable[tuple[str, str]]) -> str:
    say, texts = _WORDS[lang], notice.texts(lang)
    lines = [
        f"{target(_name(notice, lang))}## {notice.code}\n",
        f"{plain(texts.message)}\n",
        f"**{say['why']}:** {plain(texts.why)}\n",
        f"**{say['remedy']}:** {plain(texts.remedy)}\n",
        *(f"- {head}: {text}" for head, text in (*_of_notice(notice, lang), *more)),
        "",
    ]
    return "\n".join(lines)


def _of_notice(notice: Notice, lang: Lang) -> Iterator[tuple[str, str]]:
    say = _WORDS[lang]
    labels = (notice.severity, notice.pillar, notice.force)
    yield say["weight"], " · ".join([*(one.label(lang) for one in labels), *_lowered(notice, lang)])
    for source in notice.sources:
        yield say["source"], plain(source.cite(lang))
    data = list(_data(notice, lang))
    if data:
        yield say["data"], "; ".join(data)


def _lowered(notice: Notice, lang: Lang) -> Iterator[str]:
    for profile in PROFILES.values():
        severity = profile.severity(notice.code, notice.severity)
        if severity is not notice.severity:
            shown = _WORDS[lang]["in_profile"]
            yield shown.format(severity=severity.label(lang), profile=code(profile.name))


def _data(notice: Notice, lang: Lang) -> Iterator[str]:
    sets = dict(notice.words)
    texts = notice.texts(lang)
    templates = (texts.message, texts.why, texts.remedy)
    names = (name for text in templates for _, name, _, _ in Formatter().parse(text) if name)
    for name in sorted(set(names)):
        words = f" ({_codes(sets[name], lang)})" if name in sets else ""
        yield f"{code(name)}{words}"


def _codes(labelled: type[Labelled], lang: Lang) -> str:
    if len(labelled) > _FEW:
        return _WORDS[lang]["one_of"].format(name=code(labelled.__name__))
    return ", ".join(
        f"{code(member.code)} = {plain(member.label(lang))}" for member in labelled if member.code
    )


def _of_rule(notice: Notice, lang: Lang) -> Iterator[tuple[str, str]]:
    say, rule = _WORDS[lang], _RULE[notice.code]
    read = [say["itself"] if name == ITSELF else code(name) for name in rule.reads]
    yield say["reads"], joined(read, say["and"])
    yield say["day"], say["one_day"] if rule.of_state else say["every_day"]
    if rule.implies:
        yield say["implies"], ", ".join(rule.implies)


def _name(notice: Notice, lang: Lang) -> str:
    return f"{notice.code.lower()}-{lang}"


_RULE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
