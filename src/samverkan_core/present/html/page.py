"""Reports as one page, for the group that steers a collaboration (styrgruppen)."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from samverkan_core.assessment import pillars
from samverkan_core.findings.finding import Pillar
from samverkan_core.findings.report import Report
from samverkan_core.present.html.discreet import withheld
from samverkan_core.present.html.findings import Telling, findings_table
from samverkan_core.present.html.frame import framed
from samverkan_core.present.html.marks import heading, tag, written
from samverkan_core.present.html.pictures import pictures
from samverkan_core.present.html.pillars import found_table, overview, pillar_section
from samverkan_core.present.html.shown import Shown
from samverkan_core.present.html.silence import silence
from samverkan_core.present.html.wording import said, summary
from samverkan_core.present.words import answering, words
from samverkan_core.values.labels import Lang, language

__all__ = ["page"]


@attrs.frozen
class _Part:
    """What is written of one document, kept in place of the document itself."""

    #: What the document is called.
    name: str
    #: What came of it, in one sentence.
    summary: str
    #: All the rest, as markup.
    rest: str


def page(reports: Iterable[Shown | tuple[str, Report]], lang: Lang = "sv") -> str:
    """Write reports as one page, each under the name of its document.

    A report that comes with its collaboration (`Shown`) has pictures too, where it has a day, and
    persons whose particulars are protected are not told of.

    Raises:
        UnknownLanguage: There are no texts in the language.
    """
    spoken = language(lang)
    parts = [_part(_shown(one), number, spoken) for number, one in enumerate(reports, start=1)]
    articles = (_article(part, f"d{number}") for number, part in enumerate(parts, start=1))
    head = tag("h1", words(spoken)["title"]) + _contents(parts, spoken)
    return framed(_title(parts, spoken), head, "".join(articles), spoken)


def _shown(report: Shown | tuple[str, Report]) -> Shown:
    return report if isinstance(report, Shown) else Shown(name=report[0], report=report[1])


def _title(parts: Sequence[_Part], lang: Lang) -> str:
    title = words(lang)["title"]
    if len(parts) == 1:
        return f"{parts[0].name} – {title}"
    return said(lang)["documents"].format(title=title, count=len(parts)) if parts else title


def _contents(parts: Sequence[_Part], lang: Lang) -> str:
    """Name the documents, where there are several, each with what came of it."""
    if len(parts) < 2:  # noqa: PLR2004 - one document needs no table of contents
        return ""
    links = (
        tag("li", tag("a", written(part.name), href=f"#d{number}"), f": {written(part.summary)}")
        for number, part in enumerate(parts, start=1)
    )
    title = heading(2, said(lang)["contents"], "contents")
    return tag("nav", title, tag("ol", *links), aria_labelledby="contents")


def _article(part: _Part, key: str) -> str:
    lead = tag("p", written(part.summary), class_="lead")
    return tag("article", heading(2, part.name, key), lead, part.rest, aria_labelledby=key)


def _part(shown: Shown, number: int, lang: Lang) -> _Part:
    report, key = shown.report, f"d{number}"
    # A heading without words is none: a document without a name is called by its number.
    name = shown.name if shown.name.strip() else f"{said(lang)['document']} {number}"
    telling = Telling(lang=lang, who=answering(report, lang), hidden=withheld(shown.collaboration))
    found = _unread if report.stamp.profile is None else _checked
    rest = (
        *found(report, key, telling),
        *_accepted(report, key, telling),
        *silence(report, key, telling.hidden, lang),
        *pictures(shown, key, lang),
        *_stamp(attrs.evolve(shown, name=name), key, lang),
    )
    return _Part(name, summary(report, lang), "".join(rest))


def _checked(report: Report, key: str, telling: Telling) -> Iterator[str]:
    views = pillars(report)
    yield from overview(views, key, telling.lang)
    for view in views:
        yield from pillar_section(view, key, telling)
    yield tag("p", written(said(telling.lang)["codes"]))


def _unread(report: Report, key: str, telling: Telling) -> Iterator[str]:
    """Write only what reading found: of the pillars nothing is known."""
    for pillar in Pillar:
        findings = report.by_pillar(pillar)
        if findings:
            name = pillar.label(telling.lang)
            yield heading(3, name, f"{key}-{pillar.code}")
            yield found_table(name, findings, key, telling)


def _accepted(report: Report, key: str, telling: Telling) -> Iterator[str]:
    if report.accepted:
        own = f"{key}-accepted"
        caption = said(telling.lang)["accepted_caption"]
        yield heading(3, words(telling.lang)["accepted"], own)
        yield findings_table(caption, report.accepted, own, telling)


def _stamp(shown: Shown, key: str, lang: Lang) -> Iterator[str]:
    """Say what the report rests on, so that somebody can make it again."""
    say = said(lang)
    told = (
        tag("dt", written(say[name])) + tag("dd", written(value))
        for name, value in _rests_on(shown, say["no_day"])
        if value is not None
    )
    yield heading(3, say["rests"], f"{key}-rests")
    yield tag("dl", *told)


def _rests_on(shown: Shown, no_day: str) -> Iterator[tuple[str, str | None]]:
    stamp, collab = shown.report.stamp, shown.collaboration
    yield "document", shown.name
    yield "collaboration", collab.name if collab else None
    yield "day", stamp.day.isoformat() if stamp.day else no_day
    yield "profile", stamp.profile
    yield "catalogue", stamp.catalogue
    yield "law_known_to", stamp.law_known_to.isoformat() if stamp.law_known_to else None
    yield "digest", stamp.digest
