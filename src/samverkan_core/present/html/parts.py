"""What pages have in common: their documents one after the other, each with what it rests on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.indexing import index
from samverkan_core.present.html.discreet import withheld
from samverkan_core.present.html.findings import Telling, findings_table
from samverkan_core.present.html.frame import framed
from samverkan_core.present.html.marks import heading, tag, written
from samverkan_core.present.html.shown import Shown
from samverkan_core.present.html.wording import said, summary
from samverkan_core.present.words import answering, words
from samverkan_core.serialization.digest import digest_of
from samverkan_core.values.labels import Lang
from samverkan_core.values.markup import verbatim

__all__ = ["Body", "accepted", "sheet"]

#: Writes what a page tells of a document, whose ids begin with the key.
Body: TypeAlias = Callable[[Shown, str, Telling], Iterable[str]]


@attrs.frozen
class _Part:
    """What is written of one document, kept in place of the document itself."""

    #: What the document is called.
    name: str
    #: What came of it, in one sentence.
    summary: str
    #: All the rest, as markup.
    rest: str


def sheet(title: str, shown: Iterable[Shown], body: Body, lang: Lang) -> str:
    """Write a page of documents; where there are several they are listed first."""
    parts = [_part(one, number, body, lang) for number, one in enumerate(shown, start=1)]
    articles = (_article(part, f"d{number}") for number, part in enumerate(parts, start=1))
    head = tag("h1", written(title)) + _contents(parts, lang)
    return framed(_title(title, parts, lang), head, "".join(articles), lang)


def _title(title: str, parts: Sequence[_Part], lang: Lang) -> str:
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


def _part(shown: Shown, number: int, body: Body, lang: Lang) -> _Part:
    # A heading without words is none: a document without a name is called by its number.
    name = shown.name if shown.name.strip() else f"{said(lang)['document']} {number}"
    one, key = attrs.evolve(_paired(shown), name=name), f"d{number}"
    who = answering(one.report, lang)
    telling = Telling(lang=lang, who=who, hidden=withheld(one.collaboration))
    rest = "".join((*body(one, key, telling), *_rests_on(one, key, lang)))
    return _Part(name, summary(one.report, lang), rest)


def _paired(shown: Shown) -> Shown:
    """Give what is shown, where report and collaboration are about the same document.

    Else the page would say who sits where in one of them under the findings of another, and tell of
    persons that nobody knew to be protected.
    """
    digest, collab = shown.report.stamp.digest, shown.collaboration
    if digest and collab and digest_of(index(collab)) != digest:
        raise InvalidValue(
            "the report is about another document than the collaboration that came with it: hand "
            "over the collaboration that was checked"
        )
    return shown


def accepted(shown: Shown, key: str, telling: Telling) -> Iterator[str]:
    """Tell what somebody has accepted, with who answers for it and until which day."""
    if shown.report.accepted:
        own, caption = f"{key}-accepted", said(telling.lang)["accepted_caption"]
        yield heading(3, words(telling.lang)["accepted"], own)
        yield findings_table(caption, shown.report.accepted, own, telling)


def _rests_on(shown: Shown, key: str, lang: Lang) -> Iterator[str]:
    """Say what the report rests on, so that somebody can make it again."""
    say = said(lang)
    told = (
        tag("dt", written(say[name])) + tag("dd", value)
        for name, value in _stamp(shown, say["no_day"])
        if value
    )
    yield heading(3, say["rests"], f"{key}-rests")
    yield tag("dl", *told)


def _stamp(shown: Shown, no_day: str) -> Iterator[tuple[str, str]]:
    """Give each thing that the report rests on as markup; what is not known is empty."""
    stamp, collab = shown.report.stamp, shown.collaboration
    yield "document", written(shown.name)
    yield "collaboration", written(collab.name) if collab else ""
    yield "day", stamp.day.isoformat() if stamp.day else written(no_day)
    yield "profile", written(stamp.profile or "")
    yield "catalogue", written(stamp.catalogue or "")
    yield "law_known_to", stamp.law_known_to.isoformat() if stamp.law_known_to else ""
    yield "digest", verbatim(stamp.digest or "")
