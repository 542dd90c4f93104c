"""Reports as one page, for the group that steers a collaboration (styrgruppen)."""

from collections.abc import Iterable, Iterator

from samverkan_core.assessment import pillars
from samverkan_core.findings.finding import Pillar
from samverkan_core.findings.report import Report
from samverkan_core.present.html.findings import Telling
from samverkan_core.present.html.marks import heading
from samverkan_core.present.html.parts import accepted, sheet
from samverkan_core.present.html.pictures import pictures
from samverkan_core.present.html.pillars import found_table, overview, pillar_section
from samverkan_core.present.html.shown import Shown
from samverkan_core.present.html.silence import silence
from samverkan_core.present.words import words
from samverkan_core.values.labels import Lang, language

__all__ = ["page"]


def page(reports: Iterable[Shown | tuple[str, Report]], lang: Lang = "sv") -> str:
    """Write reports as one page, each under the name of its document.

    A report that comes with its collaboration (`Shown`) has pictures too, where it has a day, and
    persons whose particulars are protected are not told of.

    Raises:
        UnknownLanguage: There are no texts in the language.
        InvalidValue: A report is about another document than the collaboration beside it.
    """
    title = words(lang)["title"]
    return sheet(title, map(_shown, reports), _body, language(lang))


def _shown(report: Shown | tuple[str, Report]) -> Shown:
    return report if isinstance(report, Shown) else Shown(name=report[0], report=report[1])


def _body(shown: Shown, key: str, telling: Telling) -> Iterator[str]:
    report = shown.report
    found = _unread if report.stamp.profile is None else _checked
    yield from found(report, key, telling)
    yield from accepted(shown, key, telling)
    yield from silence(report, key, telling.hidden, telling.lang)
    yield from pictures(shown, key, telling.lang)


def _checked(report: Report, key: str, telling: Telling) -> Iterator[str]:
    views = pillars(report)
    yield from overview(views, key, telling.lang)
    for view in views:
        yield from pillar_section(view, key, telling)


def _unread(report: Report, key: str, telling: Telling) -> Iterator[str]:
    """Write only what reading found: of the pillars nothing is known."""
    for pillar in Pillar:
        findings = report.by_pillar(pillar)
        if findings:
            name = pillar.label(telling.lang)
            yield heading(3, name, f"{key}-{pillar.code}")
            yield found_table(name, findings, key, telling)
