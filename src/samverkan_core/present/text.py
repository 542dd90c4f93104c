"""A report as text for a terminal: by pillar, then by rule, each rule explained once."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from samverkan_core.findings.finding import Finding, Pillar
from samverkan_core.findings.report import NotJudged, Report
from samverkan_core.present.words import (
    Answers,
    accepted_count,
    answering,
    by_rule,
    cited,
    counted,
    lacking,
    placed,
    waiting,
    words,
)
from samverkan_core.values.labels import Lang
from samverkan_core.values.text import printable, swedish_order

__all__ = ["report_text"]


def report_text(report: Report, *, name: str, lang: Lang = "sv", heading: str | None = None) -> str:
    """Write a report for people: what is found, why it matters, what to do, what was not judged.

    The first line names the document and says what came of it; `heading` stands in its place.
    """
    first = _heading(report, name, lang) if heading is None else heading
    lines = (first, *_body(report, lang), *_silence(report, lang))
    return "\n".join(map(printable, lines))


def _heading(report: Report, name: str, lang: Lang) -> str:
    say = words(lang)
    if report.stamp.profile is None:
        return f"{name}: {say['unread']} ({counted(report, lang)})"
    day = report.stamp.day
    when = say["at"].format(day=day) if day else say["no_day"]
    profile = say["profile"].format(profile=report.stamp.profile)
    aside = ", ".join(filter(None, (when, profile, accepted_count(report, lang))))
    return f"{name}: {counted(report, lang)} ({aside})"


def _body(report: Report, lang: Lang) -> Iterator[str]:
    who = answering(report, lang)
    for pillar in Pillar:
        findings = report.by_pillar(pillar)
        if findings:
            yield from _part(pillar.label(lang), findings, who, lang)
    if report.accepted:
        yield from _part(words(lang)["accepted"], report.accepted, who, lang)


def _part(title: str, findings: Iterable[Finding], who: Answers, lang: Lang) -> Iterator[str]:
    yield from ("", title.upper())
    for same in by_rule(findings):
        yield from _rule(same, who, lang)


def _rule(findings: list[Finding], who: Answers, lang: Lang) -> Iterator[str]:
    say = words(lang)
    first = findings[0]
    yield ""
    yield f"{first.code} · {first.severity.label(lang)} · {first.force.label(lang)}"
    for finding in findings:
        yield f"  {finding.message(lang)} [{placed(finding, lang)}]"
        yield from (f"    {line}" for line in who.get(finding, ()))
    for head, lines in (
        (say["why"], [finding.why(lang) for finding in findings]),
        (say["remedy"], [finding.remedy(lang) for finding in findings]),
        (cited(first, lang)[0], [source.cite(lang) for source in first.sources]),
    ):
        for line in dict.fromkeys(lines):
            yield f"    {head}: {line}"


def _silence(report: Report, lang: Lang) -> Iterator[str]:
    say = words(lang)
    if report.stamp.profile is None:
        return
    yield ""
    yield say["held"].format(count=len(report.held))
    if report.not_run:
        yield say["not_run"].format(count=len(report.not_run))
    if report.left_out:
        yield say["left_out"].format(codes=", ".join(report.left_out))
    if report.not_judged:
        yield say["not_judged"]
        yield from _lacking_all(report.not_judged, lang)
        yield from _lacking_some(report.not_judged, lang)


def _lacking_all(missing: Iterable[NotJudged], lang: Lang) -> Iterator[str]:
    """Say once for each thing that the document lacks altogether which rules wait for it."""
    whole = (one for one in missing if one.subject is None)
    for (what, lacked), codes in waiting(whole, lang):
        yield f"  {what} ({lacked}): {', '.join(codes)}"


def _lacking_some(missing: Iterable[NotJudged], lang: Lang) -> Iterator[str]:
    """Say for each rule which things it cannot judge, and what they lack."""
    some = (one for one in missing if one.subject is not None)
    for code, same in groupby(some, key=lambda one: one.code):
        lines = {"{} ({})".format(*lacking(one, lang)) for one in same}
        yield f"  {code}: {', '.join(sorted(lines, key=swedish_order))}"
