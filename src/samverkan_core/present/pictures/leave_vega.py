"""Who leaves when as a Vega-Lite dict: the data stand in it, and nothing is fetched."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from typing import Any

from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.pictures.leave_words import days_left, kept_of, now_of, told
from samverkan_core.present.pictures.leavings import Leavings, OfficeInTime, leavings
from samverkan_core.present.pictures.lettering import wrapped
from samverkan_core.present.pictures.time_axis import TimeAxis, axis_over, lanes
from samverkan_core.present.pictures.vega import (
    NAMES,
    ROW,
    ROW_OF,
    TEXT,
    WIDTH,
    Part,
    after,
    at_day,
    blank,
    day,
    frame,
    mark,
    names,
    ring,
    tip,
)
from samverkan_core.present.pictures.wording import said
from samverkan_core.values.labels import Lang
from samverkan_core.values.text import on_one_line

__all__ = ["who_leaves_when_vega"]

_PANEL, _LANE, _RING, _LINES = 80, 22, 260, 3


def who_leaves_when_vega(
    collab: Collaboration | Index, *, at: dt.date, lang: Lang = "sv"
) -> dict[str, Any]:
    """Describe who leaves when (vem lämnar när), office by office, from a day on, for Vega-Lite 5.

    It is what `who_leaves_when_svg` draws, to be drawn by a program that knows Vega-Lite: rows of
    data with days as `YYYY-MM-DD`, and texts in one language. Only offices stand in it, never a
    person.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownLanguage: There are no texts in the language.
    """
    book = index(collab)
    shown, say = leavings(book, at), said(lang)
    title = say["leave_title"].format(name=book.collaboration.name)
    parts = [_panel(shown, lang), _rows(shown, lang)] if shown.offices else [blank()]
    words = [*(told(one, lang) for one in shown.offices), *filter(None, [kept_of(shown, lang)])]
    return {**frame(title, now_of(shown, lang), _key(shown, lang), words), "vconcat": parts}


def _key(shown: Leavings, lang: Lang) -> Iterator[str]:
    """Say what the marks mean, and who is not known to leave."""
    room = WIDTH + NAMES
    if shown.offices:
        yield from wrapped(said(lang)["leave_key"].format(day=shown.day), TEXT, room, _LINES)
    yield from wrapped(kept_of(shown, lang), TEXT, room, _LINES)


def _panel(shown: Leavings, lang: Lang) -> Part:
    """Describe how many leave on each day, over all offices."""
    counts = [{"day": one.isoformat(), "many": many} for one, many in shown.by_day]
    y = {
        "field": "many",
        "type": "quantitative",
        "title": list(wrapped(said(lang)["leave_at_once"], TEXT, _PANEL, _LINES)),
        "axis": {"values": [0, shown.most], "format": "d"},
    }
    tips = [tip("day"), tip("many")]
    return {
        "width": WIDTH,
        "height": _PANEL,
        "layer": [
            {
                "data": {"values": counts},
                "mark": {**mark(sure=True), "size": 6},
                "encoding": {"x": day("day", shown.years), "y": y, "tooltip": tips},
            },
            at_day(shown.day, shown.years),
        ],
    }


def _rows(shown: Leavings, lang: Lang) -> Part:
    """Describe the offices, one below the other, each with its last days."""
    rows, years = list(enumerate(shown.offices)), shown.years
    axis = axis_over((dt.date(year, 1, 1) for year in years), left=0, right=WIDTH)
    left = list(chain.from_iterable(_left(row, one, axis) for row, one in rows))
    used = range(1 + max(one["lane"] for one in left))
    y = {
        **ROW_OF,
        "axis": names([one.name for one in shown.offices]),
        "scale": {"domain": [row for row, _ in rows]},
    }
    bars: Part = {
        "data": {"values": [bar for row, one in rows for bar in _bars(row, one, axis, lang)]},
        "mark": {**mark(sure=True), "height": 14},
        "encoding": {
            "x": day("from", years),
            "x2": {"field": "to"},
            "y": y,
            "tooltip": [tip("name"), tip("days")],
        },
    }
    layers, place = [bars, at_day(shown.day, years)], {"x": day("day", years), "y": y}
    for lane in used:
        these = [one for one in left if one["lane"] == lane]
        layers.extend(_lane(these, lane, place))
    return {"width": WIDTH, "height": {"step": ROW + _LANE * used[-1]}, "layer": layers}


def _lane(left: list[Part], lane: int, place: Part) -> Iterator[Part]:
    """Describe the last days that stand in one lane: rings with how many leave in them."""
    data = {"values": left}
    last = {**place, "tooltip": [tip(name) for name in ("name", "day", "many", "of")]}
    yield {
        "data": data,
        "mark": {**ring(_RING, sure=True), "yOffset": _LANE * lane},
        "encoding": last,
    }
    yield {
        "data": data,
        "mark": {"type": "text", "fontSize": TEXT, "baseline": "middle", "dy": 1 + _LANE * lane},
        "encoding": {**last, "text": {"field": "many"}},
    }


def _bars(row: int, office: OfficeInTime, axis: TimeAxis, lang: Lang) -> Iterator[Part]:
    """Give the days on which somebody holds an office."""
    for first, last in office.held:
        yield {
            "row": row,
            "id": office.office,
            "name": on_one_line(office.name),
            "days": days_left(office, lang),
            "from": first.isoformat(),
            "to": after(axis.last if last is None else last),
        }


def _left(row: int, office: OfficeInTime, axis: TimeAxis) -> Iterator[Part]:
    """Give the last days of an office; rings that would meet stand in lanes of their own."""
    spans = ((axis.x(one.day), axis.x(one.day) + _LANE) for one in office.left)
    for one, lane in zip(office.left, lanes(spans), strict=True):
        yield {
            "row": row,
            "id": office.office,
            "name": on_one_line(office.name),
            "day": one.day.isoformat(),
            "many": one.many,
            "of": one.of,
            "empty": one.empty,
            "lane": lane,
        }
