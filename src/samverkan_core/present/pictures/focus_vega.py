"""Focus areas over time as a Vega-Lite dict: the data stand in it, and nothing is fetched."""

import datetime as dt
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.pictures.area_words import days_of, now_of
from samverkan_core.present.pictures.focus_areas import AreaInTime, AreasInTime, areas_in_time
from samverkan_core.present.pictures.lettering import shown as on_one_line
from samverkan_core.present.pictures.lettering import width_of, wrapped
from samverkan_core.present.pictures.svg import EDGE, FILL, INK, LIMIT, PAPER
from samverkan_core.present.pictures.time_axis import axis_over
from samverkan_core.present.pictures.wording import dated, said
from samverkan_core.process.step import Step
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.values.labels import Lang

__all__ = ["SCHEMA", "focus_areas_vega"]

#: The version of Vega-Lite that the dicts are written in.
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

#: A part of a Vega-Lite description.
Part = dict[str, Any]

_WIDTH, _PANEL, _ROW, _NAMES = 600, 96, 48, 280
_TEXT, _LANE, _APART = 12, 14, 8
#: The title is bold, which takes more room than its size says.
_TITLE, _TITLE_LINES = 15, 3
_ROW_OF: Mapping[str, Any] = MappingProxyType({"field": "row", "type": "ordinal", "title": None})
_NUMBER: Mapping[str, Any] = MappingProxyType(
    {"type": "text", "fontSize": _TEXT, "align": "left", "baseline": "bottom"}
)


def focus_areas_vega(
    collab: Collaboration | Index,
    *,
    at: dt.date,
    lang: Lang = "sv",
    profile: Profile | str | None = None,
) -> dict[str, Any]:
    """Describe the focus areas (fokusområden) over time, against the limit, for Vega-Lite 5.

    It is what `focus_areas_svg` draws, to be drawn by a program that knows Vega-Lite: rows of data
    with days as `YYYY-MM-DD`, and texts in one language.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownLanguage: There are no texts in the language.
    """
    book = index(collab)
    shown, say = areas_in_time(book, at, profile), said(lang)
    now = now_of(shown, lang) if shown.areas else say["areas_none"]
    title = on_one_line(say["areas_title"].format(name=book.collaboration.name))
    lines = list(wrapped(title, _TITLE, _WIDTH + _NAMES, _TITLE_LINES))
    return {
        "$schema": SCHEMA,
        "title": {"text": lines, "subtitle": [now, *_key(shown, lang)], "anchor": "start"},
        "description": f"{title}. {now}",
        "background": PAPER,
        "config": {
            "font": "Arial, Helvetica, sans-serif",
            "text": {"color": INK},
            "axis": {"labelColor": INK, "titleColor": INK, "labelFontSize": 12},
        },
        "resolve": {"scale": {"x": "shared"}},
        "vconcat": [_panel(shown, lang), *([_rows(shown, lang)] if shown.areas else [])],
    }


def _key(shown: AreasInTime, lang: Lang) -> list[str]:
    """Say what the marks mean and what the steps are called, in lines as wide as the picture."""
    if not shown.areas:
        return []
    lines = [said(lang)["key"].format(day=shown.day)]
    if any(area.steps for area in shown.areas):
        steps = "; ".join(f"{step.number} {step.label(lang)}" for step in Step)
        lines.extend(wrapped(steps, _TEXT, _WIDTH + _NAMES, len(Step)))
    return lines


def _panel(shown: AreasInTime, lang: Lang) -> Part:
    """Describe how many are open at once, those that may be around those that surely are."""
    say = said(lang)
    counts = [
        {
            "from": one.first.isoformat(),
            "to": _after(one.last),
            "surely": one.surely,
            "possibly": one.possibly,
        }
        for one in shown.open
    ]
    x = {"x": _day("from"), "x2": {"field": "to"}}
    foot = {"y2": {"datum": 0}}
    sides = {"title": say["open_at_once"], "type": "quantitative", "axis": {"tickMinStep": 1}}
    layers: list[Part] = [
        {"mark": _mark(sure=False), "encoding": {**x, **foot, "y": {**sides, "field": "possibly"}}},
        {"mark": _mark(sure=True), "encoding": {**x, **foot, "y": {**sides, "field": "surely"}}},
        _at(shown.day),
    ]
    if shown.limit is not None:
        layers.extend(_limit(shown.limit, lang))
    return {"width": _WIDTH, "height": _PANEL, "data": {"values": counts}, "layer": layers}


def _limit(limit: int, lang: Lang) -> list[Part]:
    named = [{"limit": limit, "name": said(lang)["limit"].format(limit=limit)}]
    y = {"field": "limit", "type": "quantitative"}
    return [
        {
            "data": {"values": named},
            "mark": {"type": "rule", "color": LIMIT, "strokeDash": [8, 4], "size": 2},
            "encoding": {"y": y},
        },
        {
            "data": {"values": named},
            "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 12},
            "encoding": {"x": {"value": _WIDTH}, "y": y, "text": {"field": "name"}},
        },
    ]


def _rows(shown: AreasInTime, lang: Lang) -> Part:
    """Describe the areas, one below the other, each with its steps."""
    bars = [bar for row, area in enumerate(shown.areas) for bar in _bars(row, area, shown, lang)]
    steps = [
        step for row, area in enumerate(shown.areas) for step in _steps(row, area, shown, lang)
    ]
    lanes = range(1 + max((step["lane"] for step in steps), default=0))
    tips = [_tip(name) for name in ("name", "days")]
    # Room above the first row for numbers in many lanes.
    y = {**_ROW_OF, "axis": _names(shown), "scale": {"paddingOuter": 0.5}}
    x = {"x": _day("from"), "x2": {"field": "to"}, "y": y, "tooltip": tips}
    told = {"x": _day("day"), "y": y, "tooltip": [_tip("name"), _tip("step"), _tip("told")]}
    return {
        "width": _WIDTH,
        "height": {"step": _ROW + _LANE * lanes[-1]},
        "layer": [
            {
                "data": {"values": [bar for bar in bars if bar["sure"] is sure]},
                "mark": {**_mark(sure=sure), "height": 14},
                "encoding": x,
            }
            for sure in (False, True)
        ]
        + [
            _at(shown.day),
            {
                "data": {"values": steps},
                "mark": {"type": "tick", "color": INK, "thickness": 2, "size": 14},
                "encoding": told,
            },
        ]
        + [
            {
                "data": {"values": [step for step in steps if step["lane"] == lane]},
                "mark": {**_NUMBER, "dy": -9 - _LANE * lane},
                "encoding": {**told, "text": {"field": "number"}},
            }
            for lane in lanes
        ],
    }


def _bars(row: int, area: AreaInTime, shown: AreasInTime, lang: Lang) -> list[Part]:
    """Give the days on which an area may be open and those on which it surely is."""
    first, last = (dt.date(shown.years[0], 1, 1), dt.date(shown.years[1], 12, 31))
    return [
        {
            "row": row,
            "id": area.area,
            "name": on_one_line(area.name),
            "days": days_of(area, lang),
            "from": max(days[0], first).isoformat(),
            "to": _after(min(days[1], last)),
            "sure": sure,
        }
        for days, sure in ((area.possibly, False), (area.surely, True))
        if days is not None
    ]


def _steps(row: int, area: AreaInTime, shown: AreasInTime, lang: Lang) -> list[Part]:
    """Give the steps of an area; those of one day are one mark with all their numbers.

    Numbers that would meet stand in lanes of their own, one above the other.
    """
    days = (dt.date(year, 1, 1) for year in shown.years)
    axis = axis_over(days, left=0, right=_WIDTH)
    taken: list[tuple[int, int, int]] = []
    same: dict[str, list[Part]] = {}
    for one in area.steps:
        there = {"number": str(one.step.number), "step": one.step.label(lang)}
        there["told"] = dated(one.day, lang)
        same.setdefault(one.day.earliest.isoformat(), []).append(there)
    found: list[Part] = []
    for day, these in same.items():
        joined = {key: ", ".join(dict.fromkeys(one[key] for one in these)) for key in these[0]}
        left = axis.x(dt.date.fromisoformat(day))
        right = left + width_of(joined["number"], _TEXT) + _APART
        lane = _free(left, right, taken)
        taken.append((left, right, lane))
        who = {"row": row, "id": area.area, "name": on_one_line(area.name)}
        found.append({**who, "day": day, **joined, "lane": lane})
    return found


def _free(left: int, right: int, taken: list[tuple[int, int, int]]) -> int:
    """Give the first lane in which nothing stands between two places."""
    met = {lane for begins, ends, lane in taken if begins < right and left < ends}
    return next(lane for lane in range(len(taken) + 1) if lane not in met)


def _names(shown: AreasInTime) -> Part:
    """Let the axis write the name of each row; two areas may have one name."""
    names = json.dumps([on_one_line(area.name) for area in shown.areas])
    return {"labelExpr": f"{names}[datum.value]", "labelLimit": _NAMES, "labelFontSize": 12}


def _at(day: dt.date) -> Part:
    return {
        "data": {"values": [{"at": day.isoformat()}]},
        "mark": {"type": "rule", "color": INK, "size": 2},
        "encoding": {"x": _day("at")},
    }


def _mark(*, sure: bool) -> Part:
    look: Part = {"fill": FILL} if sure else {"fill": PAPER, "strokeDash": [4, 3]}
    return {"type": "bar", "stroke": EDGE, **look}


def _day(field: str) -> Part:
    """Describe a day on the axis of time, written with its year first in every language."""
    return {
        "field": field,
        "type": "temporal",
        "title": None,
        "axis": {"format": "%Y-%m", "labelOverlap": True},
    }


def _tip(field: str) -> Part:
    return {"field": field, "type": "nominal", "title": None}


def _after(day: dt.date) -> str:
    """Write the day after one, where a bar ends; the last day of the calendar has none."""
    return dt.date.fromordinal(min(day.toordinal() + 1, dt.date.max.toordinal())).isoformat()
