"""What descriptions for Vega-Lite have in common: the frame, the marks, the axis of time."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from samverkan_core.present.pictures.lettering import wrapped
from samverkan_core.present.pictures.svg import EDGE, FILL, INK, PAPER
from samverkan_core.values.text import on_one_line

__all__ = [
    "NAMES",
    "ROW",
    "ROW_OF",
    "SCHEMA",
    "TEXT",
    "TITLE",
    "WIDTH",
    "Part",
    "after",
    "at_day",
    "blank",
    "day",
    "frame",
    "lettered",
    "mark",
    "names",
    "ring",
    "tip",
]

#: The version of Vega-Lite that the dicts are written in.
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

#: A part of a Vega-Lite description.
Part = dict[str, Any]

#: How wide that is which is drawn, the room for names beside it, and how high a row is.
WIDTH, NAMES, ROW = 600, 280, 48
#: Sizes of letters; the title is bold, which takes more room than its size says.
TEXT, TITLE = 12, 15
_TITLE_LINES, _SAID_LINES, _NAME_LINES = 3, 3, 3

#: The row that something stands in, by its number.
ROW_OF: Mapping[str, Any] = MappingProxyType({"field": "row", "type": "ordinal", "title": None})


def frame(title: str, says: str, key: Iterable[str], told: Iterable[str]) -> Part:
    """Begin a description: its title, what is said below it, all that is told, how it looks.

    What is told is read out in place of the picture. Vega-Lite's own words for axes are left out:
    they are English in any language.
    """
    name, room = on_one_line(title), WIDTH + NAMES
    return {
        "$schema": SCHEMA,
        "title": {
            "text": list(wrapped(name, TITLE, room, _TITLE_LINES)),
            "subtitle": [*wrapped(says, TEXT, room, _SAID_LINES), *key],
            "anchor": "start",
        },
        "description": "\n".join([f"{name}. {says}", *map(on_one_line, told)]),
        "background": PAPER,
        "config": {
            "font": "Arial, Helvetica, sans-serif",
            "text": {"color": INK},
            "axis": {"aria": False, "labelColor": INK, "titleColor": INK, "labelFontSize": 12},
        },
    }


def blank() -> Part:
    """Describe a part in which nothing stands, for a picture must have one."""
    return {"width": WIDTH, "height": 1, "data": {"values": []}, "mark": "rule", "encoding": {}}


def mark(*, sure: bool) -> Part:
    """Describe a bar: filled where something is sure, else empty with a broken edge."""
    look: Part = {"fill": FILL} if sure else {"fill": PAPER, "strokeDash": [4, 3]}
    return {"type": "bar", "stroke": EDGE, **look}


def ring(size: int, *, sure: bool) -> Part:
    """Describe a circle of so many square points, its edge broken where its place is not sure."""
    dashes = {} if sure else {"strokeDash": [3, 2]}
    look = {"fill": PAPER, "stroke": INK, "strokeWidth": 1.5, "opacity": 1}
    return {"type": "point", "shape": "circle", "size": size, **look, **dashes}


def at_day(at: dt.date, span: tuple[int, int] | None = None) -> Part:
    """Draw the day that is asked about."""
    return {
        "data": {"values": [{"at": at.isoformat()}]},
        "mark": {"type": "rule", "color": INK, "size": 2},
        "encoding": {"x": day("at", span)},
    }


def day(field: str, span: tuple[int, int] | None = None) -> Part:
    """Describe a day on the axis of time, written with its year first in every language.

    The axis is in universal time, as days without a time are: so no day moves with the reader. It
    spans whole years where a first and a last one are given.
    """
    # Without the padding that bars would get, so that axes below each other are the same.
    scale: Part = {"type": "utc", "padding": 0}
    if span is not None:
        first, last = span
        ends = (dt.date(first, 1, 1).isoformat(), after(dt.date(last, 12, 31)))
        scale = {**scale, "domain": list(ends)}
    return {
        "field": field,
        "type": "temporal",
        "title": None,
        "scale": scale,
        "axis": {"format": "%Y-%m", "labelOverlap": True, "labelSeparation": 8},
    }


def names(rows: Sequence[str]) -> Part:
    """Let the axis write the name of each row in a few lines; two rows may have one name."""
    return lettered([wrapped(one, TEXT, NAMES, _NAME_LINES) for one in rows])


def lettered(rows: Sequence[Sequence[str]]) -> Part:
    """Let the axis write some lines for each row."""
    return {
        "labelExpr": f"{json.dumps(rows)}[datum.value]",
        "labelLimit": NAMES,
        "labelFontSize": TEXT,
    }


def tip(field: str) -> Part:
    """Show a text where one points at something."""
    return {"field": field, "type": "nominal", "title": None}


def after(one: dt.date) -> str:
    """Write the day after one, where a bar ends; the last day of the calendar has none."""
    return dt.date.fromordinal(min(one.toordinal() + 1, dt.date.max.toordinal())).isoformat()
