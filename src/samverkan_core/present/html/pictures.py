"""The pictures of a document, each under a heading and followed by itself in words."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.indexing import Index, index
from samverkan_core.present.html.marks import heading, scrolling, tag, written
from samverkan_core.present.html.shown import Shown
from samverkan_core.present.html.wording import said
from samverkan_core.present.pictures import focus_areas_svg, readiness_svg, who_sits_where_svg
from samverkan_core.present.pictures.svg import title_and_words
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.values.identifiers import without_personal_numbers
from samverkan_core.values.labels import Lang

__all__ = ["pictures"]


def pictures(shown: Shown, key: str, lang: Lang) -> Iterator[str]:
    """Draw what the document has data for, on the day that was asked about."""
    day = shown.report.stamp.day
    if shown.collaboration is None or day is None:
        return
    drawn = [*_drawn(shown, index(shown.collaboration), day, lang)]
    if drawn:
        yield heading(3, said(lang)["pictures"], f"{key}-pictures")
    for name, svg in drawn:
        yield from _picture(without_personal_numbers(svg), f"{key}-{name}", lang)


def _drawn(shown: Shown, book: Index, day: dt.date, lang: Lang) -> Iterator[tuple[str, str]]:
    collab = book.collaboration
    profile = shown.profile or PROFILES.get(shown.report.stamp.profile or "")
    # Against which limit areas are shown is known only where the profile is.
    if collab.focus_areas and profile is not None:
        yield "focus", focus_areas_svg(book, at=day, lang=lang, profile=profile)
    if any(body.seats for body in collab.bodies):
        yield "seats", who_sits_where_svg(book, at=day, lang=lang)
    if collab.readiness_measurements:
        yield "readiness", readiness_svg(book, at=day, lang=lang)


def _picture(svg: str, key: str, lang: Lang) -> Iterator[str]:
    title, told = title_and_words(svg)
    yield tag("h4", title, id=key)
    yield tag("figure", scrolling(svg, key))
    yield tag("p", tag("strong", written(said(lang)["words"])))
    yield tag("ul", *(tag("li", line) for line in told))
