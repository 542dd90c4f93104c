"""Tables of findings: a row for each rule, with all that it found and what to do about it."""

from collections.abc import Iterable, Iterator

import attrs

from samverkan_core.findings.finding import Finding
from samverkan_core.present.html.discreet import discreet
from samverkan_core.present.html.marks import lines, table, tag, written
from samverkan_core.present.words import Answers, by_rule, cited, placed, words
from samverkan_core.values.labels import Lang

__all__ = ["Telling", "findings_table"]

_HEADS = ("code", "weight", "finding", "remedy")


@attrs.frozen(kw_only=True)
class Telling:
    """How the findings of a document are told: to whom, and what of."""

    #: The language.
    lang: Lang
    #: Who answers for findings, or did.
    who: Answers
    #: The ids of persons of whom nothing is told.
    hidden: frozenset[str] = frozenset()


def findings_table(caption: str, findings: Iterable[Finding], key: str, telling: Telling) -> str:
    """Write findings, those of a rule together; what a rule says of itself stands there once."""
    say = words(telling.lang)
    rows = (_row(same, key, telling) for same in by_rule(findings))
    return table(caption, [say[name] for name in _HEADS], rows, class_="stacks")


def _row(findings: list[Finding], key: str, telling: Telling) -> Iterator[str]:
    first, lang, say = findings[0], telling.lang, words(telling.lang)
    told = [discreet(finding, telling.hidden, lang) for finding in findings]
    head, sources = cited(first, lang)
    yield tag("span", first.code, id=f"{key}-{first.code}")
    yield tag("strong", first.severity.label(lang))
    yield "".join(
        f"{_found(seen, lang)}{lines(telling.who.get(finding, ()))}"
        for finding, seen in zip(findings, told, strict=True)
    )
    yield (
        f"{lines(finding.remedy(lang) for finding in told)}"
        f"{lines((finding.why(lang) for finding in told), say['why'])}"
        f"{lines([sources] if sources else [], head)}"
    )


def _found(finding: Finding, lang: Lang) -> str:
    place = tag("code", written(placed(finding, lang)))
    return tag("p", written(finding.message(lang)), " ", place)
