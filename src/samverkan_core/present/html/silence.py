"""What a document's report is silent on, and why: silence is no approval."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from samverkan_core.findings.report import NotJudged, Report
from samverkan_core.present.html.marks import Cells, heading, table, tag, written
from samverkan_core.present.html.wording import said
from samverkan_core.present.words import lacking, waiting, words
from samverkan_core.values.labels import Lang

__all__ = ["silence"]


def silence(report: Report, key: str, hidden: frozenset[str], lang: Lang) -> Iterator[str]:
    """Say what could not be judged and what it lacks, what waits, and what the profile leaves."""
    if report.not_judged:
        yield from _not_judged(report.not_judged, key, hidden, lang)
    for name, codes in (("not_run", report.not_run), ("left_out", report.left_out)):
        if codes:
            yield heading(3, said(lang)[name], f"{key}-{name}")
            yield tag("p", written(said(lang)[f"{name}_says"]))
            yield tag("p", written(", ".join(codes)))


def _not_judged(
    missing: Sequence[NotJudged], key: str, hidden: frozenset[str], lang: Lang
) -> Iterator[str]:
    say = said(lang)
    yield heading(3, words(lang)["not_judged_title"], f"{key}-not-judged")
    whole = [one for one in missing if one.subject is None]
    some = [one for one in missing if one.subject is not None]
    if whole:
        heads = (say["what"], say["rules"])
        yield table(say["lacking_all"], heads, _whole(whole, lang), class_="stacks")
    if some:
        heads = (say["rule"], say["lacked"])
        yield table(say["lacking_some"], heads, _some(some, hidden, lang), class_="stacks")


def _whole(missing: Sequence[NotJudged], lang: Lang) -> Iterator[Cells]:
    """Say once for each thing that the document lacks altogether which rules wait for it."""
    for told, codes in waiting(missing, lang):
        yield _told(*told), written(", ".join(codes))


def _some(missing: Sequence[NotJudged], hidden: frozenset[str], lang: Lang) -> Iterator[Cells]:
    """Say for each rule which things it cannot judge, and what they lack."""
    instead = said(lang)["protected"]
    for code, same in groupby(missing, key=lambda one: one.code):
        told = dict.fromkeys(lacking(one, lang) for one in same)
        lines = (_told(instead if what in hidden else what, lacked) for what, lacked in told)
        yield written(code), "".join(tag("p", line) for line in lines)


def _told(what: str, lacked: str) -> str:
    return f"{written(what)}: {written(lacked)}"
