"""Focus areas over time as a Vega-Lite dict: the data stand in it, and nothing is fetched."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.pictures.area_words import days_of, now_of, told
from samverkan_core.present.pictures.focus_areas import AreaInTime, AreasInTime, areas_in_time
from samverkan_core.present.pictures.lettering import width_of, wrapped
from samverkan_core.present.pictures.svg import INK, LIMIT
from samverkan_core.present.pictures.time_axis import axis_over, lanes
from samverkan_core.present.pictures.vega import (
    NAMES,
    ROW,
    ROW_OF,
    TEXT,
    WIDTH,
    Part,
    after,
    at_day,
    day,
    frame,
    mark,
    names,
    tip,
)
from samverkan_core.present.pictures.wording import dated, said
from samverkan_core.process.step import Step
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.values.labels import Lang
from samverkan_core.values.text import on_one_line

__all__ = ["focus_areas_vega"]

_PANEL, _LANE, _APART = 96, 14, 8
_NUMBER: Mapping[str, Any] = MappingProxyType(
    {"type": "text", "fontSize": TEXT, "align": "left", "baseline": "bottom"}
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
    title = say["areas_title"].format(name=book.collaboration.name)
    return {
        **frame(title, now, _key(shown, lang), (told(area, lang) for area in shown.areas)),
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
        lines.extend(wrapped(steps, TEXT, WIDTH + NAMES, len(Step)))
    return lines


def _panel(shown: AreasInTime, lang: Lang) -> Part:
    """Describe how many are open at once, those that may be around those that surely are."""
    say = said(lang)
    counts = [
        {
            "from": one.first.isoformat(),
            "to": after(one.last),
            "surely": one.surely,
            "possibly": one.possibly,
        }
        for one in shown.open
    ]
    x = {"x": day("from"), "x2": {"field": "to"}}
    foot = {"y2": {"datum": 0}}
    sides = {"title": say["open_at_once"], "type": "quantitative", "axis": {"tickMinStep": 1}}
    layers: list[Part] = [
        {"mark": mark(sure=False), "encoding": {**x, **foot, "y": {**sides, "field": "possibly"}}},
        {"mark": mark(sure=True), "encoding": {**x, **foot, "y": {**sides, "field": "surely"}}},
        at_day(shown.day),
    ]
    if shown.limit is not None:
        layers.extend(_limit(shown.limit, lang))
    return {"width": WIDTH, "height": _PANEL, "data": {"values": counts}, "layer": layers}


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
            "encoding": {"x": {"value": WIDTH}, "y": y, "text": {"field": "name"}},
        },
    ]


def _rows(shown: AreasInTime, lang: Lang) -> Part:
    """Describe the areas, one below the other, each with its steps."""
    bars = [bar for row, area in enumerate(shown.areas) for bar in _bars(row, area, shown, lang)]
    steps = [
        step for row, area in enumerate(shown.areas) for step in _steps(row, area, shown, lang)
    ]
    used = range(1 + max((step["lane"] for step in steps), default=0))
    tips = [tip(name) for name in ("name", "days")]
    # Room above the first row for numbers in many lanes.
    scale = {"paddingOuter": 0.5, "domain": list(range(len(shown.areas)))}
    y = {**ROW_OF, "axis": names([area.name for area in shown.areas]), "scale": scale}
    x = {"x": day("from"), "x2": {"field": "to"}, "y": y, "tooltip": tips}
    step = {"x": day("day"), "y": y, "tooltip": [tip("name"), tip("step"), tip("told")]}
    return {
        "width": WIDTH,
        "height": {"step": ROW + _LANE * used[-1]},
        "layer": [
            {
                "data": {"values": [bar for bar in bars if bar["sure"] is sure]},
                "mark": {**mark(sure=sure), "height": 14},
                "encoding": x,
            }
            for sure in (False, True)
        ]
        + [
            at_day(shown.day),
            {
                "data": {"values": steps},
                "mark": {"type": "tick", "color": INK, "thickness": 2, "size": 14},
                "encoding": step,
            },
        ]
        + [
            {
                "data": {"values": [step for step in steps if step["lane"] == lane]},
                "mark": {**_NUMBER, "dy": -9 - _LANE * lane},
                "encoding": {**step, "text": {"field": "number"}},
            }
            for lane in used
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
            "to": after(min(days[1], last)),
            "sure": sure,
        }
        for days, sure in ((area.possibly, False), (area.surely, True))
        if days is not None
    ]


def _steps(row: int, area: AreaInTime, shown: AreasInTime, lang: Lang) -> list[Part]:
    """Give the steps of an area; those of one day are one mark with all their numbers.

    Numbers that would meet stand in lanes of their own, one above the other.
    """
    same: dict[str, list[Part]] = {}
    for one in area.steps:
        there = {"number": str(one.step.number), "step": one.step.label(lang)}
        there["told"] = dated(one.day, lang)
        same.setdefault(one.day.earliest.isoformat(), []).append(there)
    found: list[Part] = []
    for first, these in same.items():
        joined = {key: ", ".join(dict.fromkeys(one[key] for one in these)) for key in these[0]}
        who = {"row": row, "id": area.area, "name": on_one_line(area.name)}
        found.append({**who, "day": first, **joined})
    free = lanes(_spans(found, shown))
    return [{**one, "lane": lane} for one, lane in zip(found, free, strict=True)]


def _spans(steps: Iterable[Part], shown: AreasInTime) -> Iterator[tuple[int, int]]:
    """Say where the numbers of steps begin and end."""
    years = (dt.date(year, 1, 1) for year in shown.years)
    axis = axis_over(years, left=0, right=WIDTH)
    for one in steps:
        left = axis.x(dt.date.fromisoformat(one["day"]))
        yield left, left + width_of(one["number"], TEXT) + _APART
