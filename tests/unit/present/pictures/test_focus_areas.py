"""Focus areas over time: each once and in order, no text on another, and as the days say."""

import datetime as dt
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import NotADay, UnknownLanguage
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.present.pictures import focus_areas_svg, focus_areas_vega
from samverkan_core.present.pictures.focus_areas import areas_in_time
from samverkan_core.present.pictures.vega import SCHEMA
from samverkan_core.process.step import JourneyEntry, Step
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.testing.strategies import collaborations, things
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.labels import Lang
from samverkan_core.values.text import on_one_line
from samverkan_core.values.time import PartialDate, TimeBox

from .boxes import SVG, boxes, ids, in_order, met, outside, root, tops

AT = dt.date(2015, 3, 1)
LANGS = st.sampled_from(("sv", "en"))
DAYS = st.dates() | st.sampled_from((dt.date.min, dt.date.max))


def area(id_: str, *journey: str, **members: Any) -> FocusArea:
    """Make a focus area whose steps are taken one after the other on some days."""
    steps = tuple(
        JourneyEntry(step=step, day=PartialDate(when=day))
        for step, day in zip(Step, journey, strict=False)
    )
    return FocusArea(id=FocusAreaId(id_), name=f"Området {id_}", journey=steps, **members)


def open_from(starts: str, ends: str | None = None, *, about: bool = False) -> TimeBox:
    last = None if ends is None else PartialDate(when=ends)
    return TimeBox(starts=PartialDate(when=starts, about=about), ends=last)


def hagby(*areas: FocusArea, **members: Any) -> Collaboration:
    return Collaboration(name="Hagby", focus_areas=areas, **members)


def told(svg: str) -> str:
    return root(svg).findtext(f"{SVG}desc") or ""


def many(count: int) -> Collaboration:
    """Make many focus areas with long names whose steps crowd."""
    long = "Tidig upptäckt av våld i nära relationer och gemensamma rutiner för alla verksamheter"
    return hagby(
        *(
            FocusArea(
                id=FocusAreaId(f"område-{number}"),
                name=f"{long}: {'ä' * 3 * number}",
                time_box=open_from(f"{2000 + number % 20}-0{1 + number % 9}"),
                journey=area("x", *[f"{2001 + number % 19}-03"] * (number % 8)).journey,
            )
            for number in range(count)
        )
    )


# --- laws ------------------------------------------------------------------------------------


@given(collab=collaborations(), at=DAYS, lang=LANGS)
def test_whatever_stands_in_it_each_area_is_drawn_once_in_order(
    collab: Collaboration, at: dt.date, lang: Lang
) -> None:
    svg = focus_areas_svg(collab, at=at, lang=lang)

    wanted = [on_one_line(one) for one in dict.fromkeys(area.id for area in collab.focus_areas)]
    assert ids(svg) == wanted
    assert svg == focus_areas_svg(sam.index(collab), at=at, lang=lang)


@given(areas=st.lists(things(FocusArea), max_size=6), at=DAYS, lang=LANGS)
def test_no_text_lies_on_another_or_is_cut(areas: list[FocusArea], at: dt.date, lang: Lang) -> None:
    svg = focus_areas_svg(hagby(*areas), at=at, lang=lang)

    assert met(svg) == []
    assert outside(svg) == []
    assert in_order(tops(svg))


@given(collab=collaborations(), at=DAYS, lang=LANGS)
def test_the_dict_is_json_with_each_area_that_may_be_open(
    collab: Collaboration, at: dt.date, lang: Lang
) -> None:
    spec = focus_areas_vega(collab, at=at, lang=lang)
    shown_areas = areas_in_time(collab, at, None).areas

    assert json.loads(json.dumps(spec, allow_nan=False)) == spec
    assert spec["$schema"] == SCHEMA
    if not shown_areas:
        assert len(spec["vconcat"]) == 1
        return
    maybe, surely, *_ = (layer["data"]["values"] for layer in spec["vconcat"][1]["layer"])
    assert [bar["id"] for bar in maybe] == [one.area for one in shown_areas if one.possibly]
    assert [bar["id"] for bar in surely] == [one.area for one in shown_areas if one.surely]


@given(areas=st.lists(things(FocusArea), max_size=6), at=DAYS)
def test_on_every_stretch_as_many_are_open_as_when_they_are_counted_one_by_one(
    areas: list[FocusArea], at: dt.date
) -> None:
    found = areas_in_time(hagby(*areas), at, None)

    for one in found.open:
        for day in (one.first, one.last):
            many_may = [it for it in found.areas if it.possibly and _in(day, it.possibly)]
            many_are = [it for it in found.areas if it.surely and _in(day, it.surely)]
            assert (one.surely, one.possibly) == (len(many_are), len(many_may))
    assert found.now.first <= at <= found.now.last
    assert (found.open[0].first, found.open[-1].last) == (
        dt.date(found.years[0], 1, 1),
        dt.date(found.years[1], 12, 31),
    )


def _in(day: dt.date, days: tuple[dt.date, dt.date]) -> bool:
    return days[0] <= day <= days[1]


# --- examples --------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [3, 60])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_few_and_many_areas_have_room(count: int, lang: Lang) -> None:
    svg = focus_areas_svg(many(count), at=AT, lang=lang)

    assert len(ids(svg)) == count
    assert met(svg) == []
    assert outside(svg) == []


def test_what_is_open_on_the_day_is_said_against_the_limit() -> None:
    collab = hagby(
        area("a", time_box=open_from("2014-08")),
        area("b", time_box=open_from("2015", about=True)),
        area("c", time_box=open_from("2014-01"), closed_on=dt.date(2014, 12, 1)),
    )

    assert told(focus_areas_svg(collab, at=AT)).startswith(
        "Öppna den 2015-03-01: 1–2, eftersom inte alla dagar är kända. Gräns: 4."
    )
    assert told(focus_areas_svg(collab, at=AT, lang="en")).startswith(
        "Open on 2015-03-01: 1–2, since not all days are known. Limit: 4."
    )
    assert told(focus_areas_svg(collab, at=dt.date(2014, 10, 1))).startswith(
        "Öppna den 2014-10-01: 2–3, eftersom"
    )
    before = told(focus_areas_svg(collab, at=dt.date(2013, 6, 1)))
    assert before.startswith("Öppna den 2013-06-01: 0. Gräns: 4.")
    assert focus_areas_vega(collab, at=AT)["title"]["subtitle"][0].endswith("Gräns: 4.")


def test_each_area_is_read_out_with_its_days_and_steps() -> None:
    svg = focus_areas_svg(
        hagby(
            area("a", "2014-08-18", "2014-11", time_box=open_from("2014-08-18", "2015")),
            area("b", closed_on=dt.date(2014, 12, 1)),
            area("c", time_box=open_from("2014", about=True)),
        ),
        at=AT,
    )

    first, second, third = (one.findtext(f"{SVG}title") for one in root(svg).iter(f"{SVG}g"))
    assert first == (
        "Området a: från 2014-08-18, till 2015; "
        "steg 1, Initiera frågeställningen och processen: 2014-08-18; "
        "steg 2, Grunda förståelsen och aktivera frågeställningen: 2014-11."
    )
    assert second == "Området b: start inte angiven, avslutat 2014-12-01; inga steg införda."
    assert third == "Området c: från omkring 2014, slut inte angivet; inga steg införda."
    assert told(svg).splitlines() == [told(svg).splitlines()[0], first, second, third]


def test_steps_of_one_day_stand_below_each_other() -> None:
    svg = focus_areas_svg(hagby(area("a", "2014-08-18", "2014-08-18")), at=AT)
    (drawn,) = (one for one in root(svg).iter(f"{SVG}g"))
    rings = [one.attrib for one in drawn.iter(f"{SVG}circle")]

    assert len({ring["cx"] for ring in rings}) == 1
    assert len({ring["cy"] for ring in rings}) == 2


def test_a_day_known_by_month_has_a_broken_ring_and_the_key_says_so() -> None:
    exact = focus_areas_svg(hagby(area("a", "2014-08-18")), at=AT)
    by_month = focus_areas_svg(hagby(area("a", "2014-08")), at=AT)

    assert "Steg vars dag är känd bara till" not in exact
    assert "Steg vars dag är känd bara till" in by_month
    drawn = next(root(by_month).iter(f"{SVG}g"))
    assert all("stroke-dasharray" in one.attrib for one in drawn.iter(f"{SVG}circle"))


def test_without_areas_the_picture_says_so() -> None:
    svg = focus_areas_svg(hagby(), at=AT)

    assert [box.said for box in boxes(svg)] == [
        "Fokusområden över tid: Hagby",
        "Inga fokusområden är införda.",
    ]
    assert focus_areas_vega(hagby(), at=AT, lang="en")["title"]["subtitle"] == [
        "No focus areas are entered."
    ]


def test_a_profile_may_have_a_limit_of_its_own_or_none() -> None:
    collab = hagby(area("a", time_box=open_from("2014-08-18")))
    none = Profile(name="utan", without=("FOC001",))
    two = Profile(name="två", parameters=Parameters(focus_area_limit=2))

    assert "Gräns: 2" in focus_areas_svg(collab, at=AT, profile=two)
    assert "Profilen har ingen gräns." in focus_areas_svg(collab, at=AT, profile=none)
    assert "#8a1c1c" not in focus_areas_svg(collab, at=AT, profile=none)
    assert "#8a1c1c" not in json.dumps(focus_areas_vega(collab, at=AT, profile=none))


def test_a_name_is_no_markup() -> None:
    svg = focus_areas_svg(hagby(FocusArea(id=FocusAreaId('"a"'), name="<b>&\u202e\n")), at=AT)

    assert ids(svg) == ['"a"']
    assert "<b>&\\u202e" in [box.said for box in boxes(svg)]


def test_two_areas_of_one_name_have_a_row_each_in_the_dict() -> None:
    collab = hagby(area("a"), FocusArea(id=FocusAreaId("b"), name="Området a"))
    rows = focus_areas_vega(collab, at=AT)["vconcat"][1]

    assert [bar["row"] for bar in rows["layer"][0]["data"]["values"]] == [0, 1]


def test_numbers_that_would_meet_in_the_dict_stand_in_lanes() -> None:
    days = ("2014-08-18", "2014-08-18", "2014-08-19", "2015-02-01")
    layers = focus_areas_vega(hagby(area("a", *days)), at=AT)["vconcat"][1]["layer"]
    texts = [layer for layer in layers if layer["mark"]["type"] == "text"]

    assert [[one["number"] for one in layer["data"]["values"]] for layer in texts] == [
        ["1, 2", "4"],
        ["3"],
    ]


def test_a_moment_and_an_unknown_language_are_misuse() -> None:
    for draw in (focus_areas_svg, focus_areas_vega):
        with pytest.raises(NotADay):
            draw(hagby(), at=dt.datetime(2015, 3, 1))  # noqa: DTZ001 - that is the point
        with pytest.raises(UnknownLanguage):
            draw(hagby(), at=AT, lang="de")  # type: ignore[arg-type]  # that is the point


# --- for everybody ---------------------------------------------------------------------------


def test_the_picture_is_named_and_told_and_never_by_colour_alone() -> None:
    svg = focus_areas_svg(many(3), at=AT)
    whole = root(svg)

    assert whole.attrib["role"] == "img"
    assert whole.attrib["aria-label"] == whole.findtext(f"{SVG}title")
    assert whole.findtext(f"{SVG}desc")
    for one in whole.iter(f"{SVG}line"):
        if one.attrib["stroke"] == "#8a1c1c":
            assert "stroke-dasharray" in one.attrib


def test_every_text_stands_on_paper_at_four_and_a_half_to_one() -> None:
    svg = focus_areas_svg(many(3), at=AT)
    inks = {root(svg).attrib["fill"], *re.findall(r'<text[^>]*fill="([^"]*)"', svg)}
    edges = set(re.findall(r'stroke="([^"]*)"', svg)) - {"#d4d4d4"}

    assert all(contrast(ink, "#ffffff") >= 4.5 for ink in inks)
    assert all(contrast(edge, "#c7dcef") >= 3 for edge in edges)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, as the guidelines for accessible content define it."""
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
