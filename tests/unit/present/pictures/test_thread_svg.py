"""The golden thread as a picture: each thing once, each line told apart, no text on another."""

import re
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import UnknownId, UnknownLanguage
from samverkan_core.model.activity import Activity, ActivityKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.goal import Goal, OrdinaryOperation
from samverkan_core.present.diagrams import Edge, Ref
from samverkan_core.present.pictures import golden_thread_svg
from samverkan_core.present.pictures.lanes import GRID_STEP, Placed, Track, lanes, runs, tracks
from samverkan_core.present.thread import thread_drawing
from samverkan_core.testing.strategies import collaborations, things
from samverkan_core.values.ids import ActivityId, DocumentId, GoalId
from samverkan_core.values.labels import Lang
from samverkan_core.values.text import on_one_line

from .boxes import SVG, boxes, ids, met, outside, root

LANGS = st.sampled_from(("sv", "en"))
LONG = "Barn och unga i Hagby kommer till skolan, trivs där och når målen tillsammans med andra"


def document(id_: str, *above: str) -> GoverningDocument:
    return GoverningDocument(
        id=DocumentId(id_),
        name=f"Dokumentet {id_}",
        kind=DocumentKind.POLICY,
        derives_from=tuple(map(DocumentId, above)),
    )


def goal(id_: str, *plans: str, **members: Any) -> Goal:
    places = tuple(OrdinaryOperation(plan=DocumentId(plan)) for plan in plans)
    return Goal(id=GoalId(id_), name=f"Målet {id_}", anchored_in=places, **members)


def activity(id_: str, *goals: str) -> Activity:
    named = tuple(map(GoalId, goals))
    return Activity(id=ActivityId(id_), name=id_, kind=ActivityKind.CAMPAIGN, goals=named)


HAGBY = Collaboration(
    name="Hagby",
    documents=(document("budget"), document("plan", "budget")),
    goals=(goal("stort", "plan"), goal("litet", superior_goal=GoalId("stort")), goal("löst")),
    activities=(activity("frukost", "litet"), activity("läxhjälp", "litet", "stort")),
)


def many(count: int) -> Collaboration:
    """Make so many things, with long names and threads that cross."""
    third = count // 3
    documents = tuple(
        attrs.evolve(document(f"d{at}", *(f"d{at // 2}" for _ in range(at > 0))), name=LONG)
        for at in range(third)
    )
    goals = tuple(
        attrs.evolve(
            goal(f"g{at}", f"d{at * 7 % third}"),
            name=f"{LONG} {at}",
            superior_goal=GoalId(f"g{at // 3}") if at % 2 else None,
        )
        for at in range(third)
    )
    activities = tuple(
        attrs.evolve(activity(f"a{at}", f"g{at}", f"g{at * 5 % third}"), name=LONG)
        for at in range(third)
    )
    return Collaboration(name=LONG, documents=documents, goals=goals, activities=activities)


def told(svg: str) -> list[str]:
    return (root(svg).findtext(f"{SVG}desc") or "").splitlines()


# --- laws ------------------------------------------------------------------------------------


@given(collab=collaborations(), lang=LANGS)
def test_whatever_stands_in_it_each_thing_of_the_threads_is_drawn_once(
    collab: Collaboration, lang: Lang
) -> None:
    svg = golden_thread_svg(collab, lang=lang)
    drawn = [node.ref for node in thread_drawing(collab, None, lang).nodes] if collab.goals else []

    assert ids(svg) == [on_one_line(ref[1]) for ref in drawn]
    assert len(told(svg)) == 1 + len(drawn)
    assert svg == golden_thread_svg(sam.index(collab), lang=lang)


@given(
    documents=st.lists(things(GoverningDocument), max_size=4),
    goals=st.lists(things(Goal), max_size=4),
    activities=st.lists(things(Activity), max_size=4),
    lang=LANGS,
)
def test_no_text_lies_on_another_or_is_cut(
    documents: list[GoverningDocument], goals: list[Goal], activities: list[Activity], lang: Lang
) -> None:
    collab = Collaboration(
        name="Hagby",
        documents=tuple(documents),
        goals=tuple(goals),
        activities=tuple(activities),
    )
    svg = golden_thread_svg(collab, lang=lang)

    assert met(svg) == []
    assert outside(svg) == []


@given(collab=collaborations())
def test_persons_make_no_difference(collab: Collaboration) -> None:
    without = attrs.evolve(collab, persons=(), appointments=())

    assert golden_thread_svg(collab) == golden_thread_svg(without)


# --- laws of the lines -----------------------------------------------------------------------


@st.composite
def tangles(draw: st.DrawFn) -> tuple[dict[Ref, Placed], list[Edge]]:
    """Draw boxes in three columns, and lines within a column or to the next."""
    placed: dict[Ref, Placed] = {}
    for column in range(3):
        top = 0
        for number in range(draw(st.integers(0, 4))):
            top += GRID_STEP * draw(st.integers(0, 3))
            height = GRID_STEP * draw(st.integers(2, 4))
            ref = (str(column), str(number))
            placed[ref] = Placed(ref=ref, column=column, top=top, height=height)
            top += height + GRID_STEP
    pairs = [
        (one, other) for one in placed for other in placed if int(other[0]) - int(one[0]) in {0, 1}
    ]
    some = draw(st.lists(st.sampled_from(pairs), max_size=12)) if pairs else []
    return placed, [Edge(start=one, end=other) for one, other in some]


@given(tangle=tangles())
def test_every_line_is_in_one_run_and_reaches_its_box(
    tangle: tuple[dict[Ref, Placed], list[Edge]],
) -> None:
    placed, edges = tangle
    found = [(run.start.ref, end.ref) for run in runs(edges, placed) for end in run.ends]

    assert sorted(found) == sorted({(edge.start, edge.end) for edge in edges})


@given(tangle=tangles())
def test_no_two_upright_lines_of_a_gap_lie_on_each_other(
    tangle: tuple[dict[Ref, Placed], list[Edge]],
) -> None:
    placed, edges = tangle
    found = tracks(runs(edges, placed))
    assert len(found) == len(runs(edges, placed))
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            if (one.run.gap, one.place) == (other.run.gap, other.place):
                apart = one.run.last < other.run.first or other.run.last < one.run.first
                assert apart


@given(tangle=tangles())
def test_level_lines_of_different_boxes_lie_at_different_heights(
    tangle: tuple[dict[Ref, Placed], list[Edge]],
) -> None:
    placed, edges = tangle
    for gap in range(3):
        here = [run for run in runs(edges, placed) if run.gap == gap]
        leaves = [run.leaves for run in here]
        reaches = {y for run in here for y in run.reaches}
        assert len(set(leaves)) == len(leaves)
        assert not reaches & set(leaves)


@given(tangle=tangles(), widths=st.lists(st.integers(10, 300), min_size=3, max_size=3))
def test_every_track_stands_in_its_gap_and_no_column_on_another(
    tangle: tuple[dict[Ref, Placed], list[Edge]], widths: list[int]
) -> None:
    placed, edges = tangle
    found = tracks(runs(edges, placed))
    columns = lanes(found, widths, 16)

    assert [lane.right - lane.left for lane in columns] == widths
    for one, other in pairwise(columns):
        assert one.right == other.gap < other.left
    for track in found:
        lane = columns[track.run.gap]
        assert lane.gap < lane.x(track.place) < lane.left


@given(tangle=tangles())
def test_lines_leave_and_reach_boxes_between_their_edges(
    tangle: tuple[dict[Ref, Placed], list[Edge]],
) -> None:
    placed, edges = tangle
    for run in runs(edges, placed):
        assert run.start.top < run.leaves < run.start.top + run.start.height
        for end, y in zip(run.ends, run.reaches, strict=True):
            assert end.top < y < end.top + end.height


# --- examples --------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [3, 60])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_few_and_many_things_have_room(count: int, lang: Lang) -> None:
    svg = golden_thread_svg(many(count), lang=lang)

    assert len(ids(svg)) == count
    assert met(svg) == []
    assert outside(svg) == []


def test_no_line_crosses_a_box() -> None:
    parts = list(root(golden_thread_svg(many(60))).iter())
    rects = [
        tuple(int(one.attrib[name]) for name in ("x", "y", "width", "height"))
        for one in parts
        if one.tag == f"{SVG}rect" and "x" in one.attrib
    ]
    drawn = [
        tuple(int(one.attrib[name]) for name in ("x1", "y1", "x2", "y2"))
        for one in parts
        if one.tag == f"{SVG}line"
    ]
    assert len(rects) == 60
    assert len(drawn) > 60
    for x, y, width, height in rects:
        for x1, y1, x2, y2 in drawn:
            beside = max(x1, x2) <= x or min(x1, x2) >= x + width
            assert beside or max(y1, y2) < y or min(y1, y2) > y + height


def test_all_is_told_in_words() -> None:
    svg = golden_thread_svg(HAGBY)

    assert root(svg).findtext(f"{SVG}title") == "Röd tråd: Hagby"
    assert told(svg)[1:] == [
        "Dokumentet Dokumentet budget. Leder till: Dokumentet plan.",
        "Dokumentet Dokumentet plan. Leder till: Målet stort.",
        "Målet Målet stort. Leder till: läxhjälp; Målet litet.",
        "Aktiviteten läxhjälp.",
        "Målet Målet litet. Leder till: frukost; läxhjälp.",
        "Aktiviteten frukost.",
        "Målet Målet löst. Tråden börjar ingenstans: ingen plan.",
    ]


def test_a_name_that_is_a_sentence_gets_no_second_full_stop() -> None:
    named = attrs.evolve(goal("a"), name="Alla är med.")

    assert told(golden_thread_svg(Collaboration(name="Hagby", goals=(named,))))[1] == (
        "Målet Alla är med. Tråden börjar ingenstans: ingen plan."
    )


def test_the_same_in_english() -> None:
    svg = golden_thread_svg(HAGBY, lang="en")

    assert told(svg)[-1] == "The goal Målet löst. The thread begins nowhere: no plan."
    assert {"Governing documents", "Goals", "Activities"} <= {box.said for box in boxes(svg)}


def test_one_goal_is_drawn_with_its_own_thread_only() -> None:
    assert ids(golden_thread_svg(HAGBY, "stort")) == ["budget", "plan", "stort", "läxhjälp"]


def test_where_a_thread_does_not_begin_on_top_the_edge_is_broken() -> None:
    svg = golden_thread_svg(HAGBY, "löst")

    assert [box.said for box in boxes(svg)][-2:] == [
        "Målet löst",
        "Tråden börjar ingenstans: ingen plan",
    ]
    assert svg.count("stroke-dasharray") == 1
    assert "stroke-dasharray" not in golden_thread_svg(HAGBY, "stort")


def test_a_column_that_holds_nothing_has_no_heading() -> None:
    assert "Aktiviteter" not in {box.said for box in boxes(golden_thread_svg(HAGBY, "löst"))}


@pytest.mark.parametrize(
    ("lang", "says"), [("sv", "Inga mål är införda."), ("en", "No goals are entered.")]
)
def test_without_goals_that_is_said(lang: Lang, says: str) -> None:
    svg = golden_thread_svg(Collaboration(name="Hagby"), lang=lang)

    assert told(svg) == [says]
    assert says in {box.said for box in boxes(svg)}


def test_a_goal_stands_beside_the_first_of_its_activities() -> None:
    svg = golden_thread_svg(
        Collaboration(
            name="Hagby",
            goals=(goal("a"), goal("b")),
            activities=(*(activity(f"x{at}", "a") for at in range(4)), activity("y", "b")),
        )
    )
    first = {box.said: box.top for box in boxes(svg)}

    assert first["Målet b"] == first["y"]


def test_lines_that_meet_have_a_dot() -> None:
    svg = golden_thread_svg(HAGBY)
    dots = len(re.findall(r'<circle [^>]* r="3"', svg))

    assert dots == len(thread_drawing(HAGBY, None, "sv").edges)


def test_tracks_are_shared_where_there_is_room() -> None:
    placed = {
        ("0", str(at)): Placed(ref=("0", str(at)), column=0, top=at * 90, height=36)
        for at in range(4)
    }
    edges = [
        Edge(start=("0", "0"), end=("0", "1")),
        Edge(start=("0", "2"), end=("0", "3")),
        Edge(start=("0", "0"), end=("0", "3")),
        Edge(start=("0", "1"), end=("0", "2")),
    ]
    found: tuple[Track, ...] = tracks(runs(edges, placed))

    assert [(track.run.start.ref[1], track.place) for track in found] == [
        ("0", 0),
        ("1", 1),
        ("2", 1),
    ]


def test_an_unknown_goal_and_language_are_misuse() -> None:
    with pytest.raises(UnknownId, match="litet"):
        golden_thread_svg(HAGBY, "lite")
    with pytest.raises(UnknownLanguage):
        golden_thread_svg(HAGBY, lang="de")  # type: ignore[arg-type]  # that is the point
