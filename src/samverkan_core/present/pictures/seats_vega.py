"""Who sits where as a Vega-Lite dict: actors by bodies, shaded by how many seats there are."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.pictures.lettering import width_of, wrapped
from samverkan_core.present.pictures.seat_words import bench_of, body_of, cell_of, told
from samverkan_core.present.pictures.seats import Bench, Seated, Seating, seating
from samverkan_core.present.pictures.svg import EDGE, MOST, PAPER
from samverkan_core.present.pictures.vega import (
    ROW,
    ROW_OF,
    TEXT,
    WIDTH,
    Part,
    blank,
    frame,
    names,
    tip,
)
from samverkan_core.present.pictures.wording import said
from samverkan_core.values.labels import Lang
from samverkan_core.values.text import on_one_line

__all__ = ["who_sits_where_vega"]

_COLUMN, _PAD, _LINE, _NAME_LINES = 36, 10, 14, 3


def who_sits_where_vega(
    collab: Collaboration | Index, *, at: dt.date, lang: Lang = "sv"
) -> dict[str, Any]:
    """Describe who sits where on a day (vem sitter var), as a heat map for Vega-Lite 5.

    It is what `who_sits_where_svg` draws, to be drawn by a program that knows Vega-Lite. The more
    seats an actor has in a body the darker the cell, and the number stands in it. Only actors,
    bodies and offices stand in it, never a person.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownLanguage: There are no texts in the language.
    """
    book = index(collab)
    shown, say = seating(book, at), said(lang)
    title = say["seats_title"].format(name=book.collaboration.name)
    says = (say["seats_key"] if shown.bodies else say["seats_none"]).format(day=shown.day)
    parts = [_map(shown, lang), _bodies(shown, lang)] if shown.bodies else [blank()]
    words = (told(body, position, shown, lang) for position, body in enumerate(shown.bodies))
    return {**frame(title, says, (), words), "vconcat": parts}


def _map(shown: Seating, lang: Lang) -> Part:
    """Describe the cells: a row for each actor, a column for each body, by their numbers."""
    cells = list(_cells(shown, lang))
    most = max((one["seats"] for one in cells), default=1)
    widest = max((width_of(one["cell"], TEXT) for one in cells), default=0)
    encoding = {"x": _columns(shown), "y": _rows(shown, lang)}
    tips = [tip(name) for name in ("actor", "body", "told")]
    shade = {
        "field": "seats",
        "type": "quantitative",
        "scale": {"domain": [0, most], "range": [PAPER, MOST], "interpolate": "rgb"},
        "legend": None,
    }
    return {
        "width": {"step": max(_COLUMN, widest + 2 * _PAD)},
        "height": {"step": ROW},
        "data": {"values": cells},
        "encoding": encoding,
        "layer": [
            {
                "mark": {"type": "rect", "stroke": EDGE},
                "encoding": {"color": shade, "tooltip": tips},
            },
            {
                "mark": {"type": "text", "fontSize": TEXT, "baseline": "middle"},
                "encoding": {"text": {"field": "cell"}, "tooltip": tips},
            },
        ],
    }


def _columns(shown: Seating) -> Part:
    """Number the columns; the bodies are named below."""
    return {
        "field": "column",
        "type": "ordinal",
        "title": None,
        "scale": {"domain": list(range(1, len(shown.bodies) + 1))},
        "axis": {"orient": "top", "labelAngle": 0, "grid": True, "tickBand": "extent"},
    }


def _rows(shown: Seating, lang: Lang) -> Part:
    called = [_name(row, lang) for row in shown.rows]
    return {
        **ROW_OF,
        "scale": {"domain": list(range(len(called)))},
        "axis": {**names(called), "grid": True, "tickBand": "extent"},
    }


def _name(row: Seated, lang: Lang) -> str:
    return row.name or said(lang)["seats_nobody"]


def _cells(shown: Seating, lang: Lang) -> Iterator[Part]:
    """Give the cells in which there are seats."""
    for row, seated in enumerate(shown.rows):
        for position, bench in enumerate(seated.benches):
            if bench is not None:
                who = {"id": seated.actor, "actor": on_one_line(_name(seated, lang))}
                yield {"row": row, **who, **_cell(bench, position, shown, lang)}


def _cell(bench: Bench, position: int, shown: Seating, lang: Lang) -> Part:
    return {
        "column": position + 1,
        "body": on_one_line(shown.bodies[position].name),
        "seats": bench.seats,
        "leads": bench.leads,
        "cell": cell_of(bench),
        "told": on_one_line(bench_of(bench, lang)),
    }


def _bodies(shown: Seating, lang: Lang) -> Part:
    """Name the body of each column, with its kind."""
    values: list[Part] = [
        {
            "column": position + 1,
            "name": list(wrapped(body_of(body, position, shown, lang), TEXT, WIDTH, _NAME_LINES)),
        }
        for position, body in enumerate(shown.bodies)
    ]
    lines = max(len(one["name"]) for one in values)
    y = {"field": "column", "type": "ordinal", "axis": None}
    look: Part = {"type": "text", "fontSize": TEXT, "baseline": "middle", "lineHeight": _LINE}
    number = {"text": {"field": "column"}, "x": {"value": -_PAD}}
    return {
        "width": WIDTH,
        "height": {"step": _LINE * (lines + 1)},
        "data": {"values": values},
        "encoding": {"y": y},
        "layer": [
            {"mark": {**look, "align": "right"}, "encoding": number},
            {
                "mark": {**look, "align": "left"},
                "encoding": {"text": {"field": "name"}, "x": {"value": 0}},
            },
        ],
        "view": {"stroke": None},
    }
