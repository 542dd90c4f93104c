"""The dicts for Vega-Lite: whole, plain, told in words, and without anybody's name."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import NotADay, UnknownLanguage
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.person import Person, Protection
from samverkan_core.overviews.readiness import courses
from samverkan_core.present.pictures import (
    focus_areas_svg,
    focus_areas_vega,
    readiness_svg,
    readiness_vega,
    who_leaves_when_svg,
    who_leaves_when_vega,
    who_sits_where_svg,
    who_sits_where_vega,
)
from samverkan_core.present.pictures.seats import seating
from samverkan_core.present.pictures.svg import INK, MOST
from samverkan_core.present.pictures.vega import SCHEMA
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.ids import ActorId, PersonId
from samverkan_core.values.labels import Lang
from samverkan_core.values.text import on_one_line

from . import test_focus_areas, test_leavings, test_readiness, test_seats
from .boxes import SVG, root
from .test_focus_areas import contrast

AT = dt.date(2015, 3, 1)
LANGS = st.sampled_from(("sv", "en"))
DAYS = st.dates() | st.sampled_from((dt.date.min, dt.date.max))
EMPTY = Collaboration(name="Hagby")

#: A picture as a dict, as SVG, and a collaboration with as many things in it as one asks for.
KINDS: dict[str, tuple[Callable[..., dict[str, Any]], Callable[..., str], Any]] = {
    "focus areas": (focus_areas_vega, focus_areas_svg, test_focus_areas.many),
    "leaving": (who_leaves_when_vega, who_leaves_when_svg, test_leavings.many),
    "readiness": (readiness_vega, readiness_svg, test_readiness.many),
    "seats": (who_sits_where_vega, who_sits_where_svg, test_seats.many),
}
each_kind = pytest.mark.parametrize(("vega", "svg", "many"), KINDS.values(), ids=KINDS)


def units(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give each part that draws a mark, wherever it stands."""
    if "mark" in part:
        yield part
    inside = [*part.get("vconcat", ()), *part.get("layer", ()), *filter(None, [part.get("spec")])]
    for one in inside:
        yield from units(one)


def texts(tree: Any) -> Iterator[str]:
    """Give each text of a tree."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for one in tree.values():
            yield from texts(one)
    elif isinstance(tree, list):
        for one in tree:
            yield from texts(one)


def names(tree: Any) -> Iterator[str]:
    """Give the expressions by which axes name their rows."""
    if isinstance(tree, dict):
        yield from (one for key, one in tree.items() if key == "labelExpr")
        for one in tree.values():
            yield from names(one)
    elif isinstance(tree, list):
        for one in tree:
            yield from names(one)


# --- laws ------------------------------------------------------------------------------------


@each_kind
@given(collab=collaborations(), at=DAYS, lang=LANGS)
def test_it_is_json_in_which_every_mark_has_data_and_a_place(
    vega: Any, svg: Any, many: Any, collab: Collaboration, at: dt.date, lang: Lang
) -> None:
    del svg, many
    spec = vega(collab, at=at, lang=lang)

    assert json.loads(json.dumps(spec, allow_nan=False)) == spec
    assert spec["$schema"] == SCHEMA
    assert spec["vconcat"]
    # Without an `encoding` of its own Vega-Lite draws nothing but an error.
    assert all("encoding" in one for one in units(spec))
    assert spec == vega(sam.index(collab), at=at, lang=lang)


@each_kind
@given(collab=collaborations(), at=DAYS, lang=LANGS)
def test_names_are_texts_and_no_program(
    vega: Any, svg: Any, many: Any, collab: Collaboration, at: dt.date, lang: Lang
) -> None:
    """What an axis is told to write is a list of texts as JSON has it, and a number."""
    del svg, many
    spec = vega(collab, at=at, lang=lang)

    for one in names(spec):
        rows = json.loads(one.removesuffix("[datum.value]"))
        assert one.endswith("][datum.value]")
        assert one.isascii()
        assert all(isinstance(line, str) for row in rows for line in row)
    for text in texts({key: one for key, one in spec.items() if key in ("title", "description")}):
        assert all(line == on_one_line(line) for line in text.split("\n"))


@each_kind
@given(world=worlds(), lang=LANGS)
def test_the_picture_of_a_document_is_that_of_what_is_written(
    vega: Any, svg: Any, many: Any, world: tuple[Collaboration, dt.date], lang: Lang
) -> None:
    del many
    collab, at = world
    again = sam.loads(sam.dumps(collab))

    assert vega(again, at=at, lang=lang) == vega(collab, at=at, lang=lang)
    assert svg(again, at=at, lang=lang) == svg(collab, at=at, lang=lang)


@each_kind
@given(world=worlds(), protection=st.sampled_from(Protection))
def test_nobodys_name_stands_in_it(
    vega: Any, svg: Any, many: Any, world: tuple[Collaboration, dt.date], protection: Protection
) -> None:
    del many
    collab, at = world
    named = tuple(
        attrs.evolve(one, name=f"Hemlig Namnsson {number}", protection=protection)
        for number, one in enumerate(collab.persons)
    )
    other = attrs.evolve(collab, persons=named)

    assert "Hemlig" not in json.dumps(vega(other, at=at))
    assert "Hemlig" not in svg(other, at=at)
    assert vega(other, at=at) == vega(collab, at=at)
    assert svg(other, at=at) == svg(collab, at=at)


@each_kind
@given(collab=collaborations(), at=DAYS, lang=LANGS)
def test_it_is_told_in_the_same_words_as_the_picture_that_a_browser_shows(
    vega: Any, svg: Any, many: Any, collab: Collaboration, at: dt.date, lang: Lang
) -> None:
    del many
    whole = root(svg(collab, at=at, lang=lang))
    title, told = (whole.findtext(f"{SVG}{name}") for name in ("title", "desc"))

    assert vega(collab, at=at, lang=lang)["description"] == f"{title}. {told}"


# --- examples --------------------------------------------------------------------------------


@each_kind
@pytest.mark.skipif(find_spec("altair") is None, reason="the extra plot is not installed")
@pytest.mark.parametrize("count", [0, 1, 3])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_vega_lite_itself_takes_it(vega: Any, svg: Any, many: Any, count: int, lang: Lang) -> None:
    """Altair holds the schema of Vega-Lite and refuses what does not keep it."""
    del svg
    import altair as alt

    spec = vega(many(count) if count else EMPTY, at=AT, lang=lang)

    drawn = alt.Chart.from_dict(spec).to_dict()
    assert drawn["description"] == spec["description"]
    assert len(drawn["vconcat"]) == len(spec["vconcat"])


@each_kind
def test_without_anything_to_show_it_says_so(vega: Any, svg: Any, many: Any) -> None:
    del many
    (says,) = vega(EMPTY, at=AT)["title"]["subtitle"]

    assert root(svg(EMPTY, at=AT)).findtext(f"{SVG}desc") == says


@each_kind
def test_a_moment_and_an_unknown_language_are_misuse(vega: Any, svg: Any, many: Any) -> None:
    del svg, many
    with pytest.raises(NotADay):
        vega(EMPTY, at=dt.datetime(2015, 3, 1))  # noqa: DTZ001 - that is the point
    with pytest.raises(UnknownLanguage):
        vega(EMPTY, at=AT, lang="de")


def test_a_person_who_is_the_only_holder_of_an_office_is_not_named_by_it() -> None:
    person = Person(
        id=PersonId("hemlig"),
        name="Hemlig Namnsson",
        workplace=ActorId("skolan"),
        protection=Protection.PROTECTED_REGISTRATION,
    )
    school = Actor(id=ActorId("skolan"), name="Hagbyskolan", kind=ActorKind.SCHOOL)
    collab = test_leavings.hagby(
        test_leavings.held("hemlig", "rektor", None, "2015-06-30"),
        persons=(person,),
        actors=(school,),
    )

    for seen in (
        who_leaves_when_svg(collab, at=AT),
        json.dumps(who_leaves_when_vega(collab, at=AT)),
    ):
        assert not re.search("hemlig|Namnsson|Hagbyskolan,", seen, re.IGNORECASE)


def test_each_bench_is_a_cell_with_its_number_and_its_words() -> None:
    collab = test_seats.many(5)
    found = seating(collab, AT)
    cells, key = who_sits_where_vega(collab, at=AT)["vconcat"]

    assert {
        (one["row"], one["column"] - 1, one["seats"], one["leads"])
        for one in cells["data"]["values"]
    } == {
        (row, column, bench.seats, bench.leads)
        for row, seated in enumerate(found.rows)
        for column, bench in enumerate(seated.benches)
        if bench is not None
    }
    assert {one["cell"] for one in cells["data"]["values"]} == {"1000", "1000*"}
    assert {one["told"] for one in cells["data"]["values"]} == {
        "1000 platser",
        "1000 platser, leder",
    }
    assert [one["column"] for one in key["data"]["values"]] == [1, 2, 3, 4, 5]


def test_the_number_can_be_read_on_the_darkest_cell() -> None:
    spec = who_sits_where_vega(test_seats.many(3), at=AT)
    shade = spec["vconcat"][0]["layer"][0]["encoding"]["color"]["scale"]

    assert shade["range"][-1] == MOST
    assert contrast(INK, MOST) >= 4.5


def test_each_score_and_each_change_is_a_row_of_data() -> None:
    collab = test_readiness.many(9)
    found = courses(collab)
    parts = readiness_vega(collab, at=AT, lang="en")["vconcat"]

    assert len(parts) == len(found)
    for part, course in zip(parts, found, strict=True):
        values = part["data"]["values"]
        scores = [one for one in values if one["kind"] != "change"]
        dimensions = len({one["row"] for one in values})
        assert len(scores) == dimensions * len(course.results)
        assert len(values) - len(scores) == dimensions * len(course.changes)
        assert {one["lowest"] for one in scores} == {2.0}
        assert {one["mean"] for one in scores} == {3.0}
    about = {one["day"] for one in parts[1]["data"]["values"] if one["kind"] == "about"}
    assert about == {"2014-02-01"}
    assert parts[1]["data"]["values"][0]["told"] == "2014-02: 3 (spread 2–4)"


def test_what_lacks_a_result_is_named_below_the_title() -> None:
    collab = test_readiness.hagby(test_readiness.measured("a", None, "3"))
    spec = readiness_vega(collab, at=AT)

    assert spec["title"]["subtitle"][-1] == (
        "Skolnärvaro – Hela samverkan – den svenska varianten för organisationer: "
        "Utan resultat eller dag: Mätning a"
    )
    assert [one["data"]["values"] for one in spec["vconcat"]] == [[]]
