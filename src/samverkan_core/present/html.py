"""Reports as one page that stands alone: no script, no font, nothing fetched; readable in print."""

from collections.abc import Iterable, Iterator
from html import escape

from samverkan_core.findings.finding import Finding, Pillar
from samverkan_core.findings.report import Report
from samverkan_core.present.words import (
    Answers,
    accepted_count,
    answering,
    by_rule,
    cited,
    counted,
    lacking,
    placed,
    words,
)
from samverkan_core.values.labels import Lang

__all__ = ["page"]

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1b1b;background:#fff}table{border-collapse:collapse;width:100%;margin:0 0 2rem}"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border:1px solid #767676}"
    "th{background:#f0f0f0}td p{margin:0 0 .4rem}h2,code{overflow-wrap:anywhere}"
    "@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}"
)


def page(reports: Iterable[tuple[str, Report]], lang: Lang = "sv") -> str:
    """Write reports, each under the name of its document, as one page."""
    say = words(lang)
    sections = "".join(_section(name, report, lang) for name, report in reports)
    return (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{say['title']}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{say['title']}</h1>{sections}</main></body></html>\n"
    )


def _section(name: str, report: Report, lang: Lang) -> str:
    return "".join(
        [
            f"<section><h2>{escape(name)}</h2><p>{_summary(report, lang)}</p>",
            *_tables(report, lang),
            *_not_judged(report, lang),
            "</section>",
        ]
    )


def _summary(report: Report, lang: Lang) -> str:
    say = words(lang)
    stamp = report.stamp
    parts = [counted(report, lang)]
    if stamp.profile is None:
        return escape(f"{say['unread']} ({parts[0]})")
    parts.append(say["at"].format(day=stamp.day) if stamp.day else say["no_day"])
    parts.append(say["profile"].format(profile=stamp.profile))
    parts.extend(filter(None, [accepted_count(report, lang)]))
    parts.append(say["held"].format(count=len(report.held)))
    if report.not_run:
        parts.append(say["not_run"].format(count=len(report.not_run)))
    if report.left_out:
        parts.append(say["left_out"].format(codes=", ".join(report.left_out)))
    return escape(" · ".join(parts))


def _tables(report: Report, lang: Lang) -> Iterator[str]:
    who = answering(report, lang)
    for pillar in Pillar:
        findings = report.by_pillar(pillar)
        if findings:
            yield _table(pillar.label(lang), findings, who, lang)
    if report.accepted:
        yield _table(words(lang)["accepted"], report.accepted, who, lang)


def _table(title: str, findings: Iterable[Finding], who: Answers, lang: Lang) -> str:
    say = words(lang)
    heads = "".join(
        f'<th scope="col">{say[name]}</th>' for name in ("code", "weight", "finding", "remedy")
    )
    rows = "".join(_row(same, who, lang) for same in by_rule(findings))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<h3>{escape(title)}</h3>{table}"


def _row(findings: list[Finding], who: Answers, lang: Lang) -> str:
    """Write all findings of one rule as one row; what it says of itself stands there once."""
    say = words(lang)
    first = findings[0]
    head, sources = cited(first, lang)
    return (
        f'<tr><th scope="row">{first.code}</th>'
        f"<td>{first.severity.label(lang)}</td>"
        f"<td>{''.join(_found(finding, who, lang) for finding in findings)}</td>"
        f"<td>{_said('', [finding.remedy(lang) for finding in findings])}"
        f"{_said(say['why'], [finding.why(lang) for finding in findings])}"
        f"{_said(head, [sources] if sources else [])}</td></tr>"
    )


def _found(finding: Finding, who: Answers, lang: Lang) -> str:
    place = escape(placed(finding, lang))
    said = _said("", who.get(finding, ()))
    return f"<p>{escape(finding.message(lang))} <code>{place}</code></p>{said}"


def _said(head: str, lines: Iterable[str]) -> str:
    lead = f"{head}: " if head else ""
    return "".join(f"<p>{lead}{escape(line)}</p>" for line in dict.fromkeys(lines))


def _not_judged(report: Report, lang: Lang) -> Iterator[str]:
    if not report.not_judged:
        return
    say = words(lang)
    yield f"<h3>{say['not_judged_title']}</h3><ul>"
    for missing in report.not_judged:
        subject, lacked = map(escape, lacking(missing, lang))
        yield f"<li>{missing.code}: {subject} (<code>{lacked}</code>)</li>"
    yield "</ul>"
