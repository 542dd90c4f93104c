"""The structure on a day: what stands under what, who sits where, and what is missing is said."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind, Seat
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.present.diagrams import Edge, Node, Note
from samverkan_core.present.pictures.seats import seating
from samverkan_core.present.structure import structure_diagram, structure_drawing
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import ActorId, BodyId, FocusAreaId, RoleId
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import Period, in_force

AT = dt.date(2015, 3, 1)
GONE = Period(first_day=dt.date(2010, 1, 1), last_day=dt.date(2014, 12, 31))
TOWN = Actor(id=ActorId("kommunen"), name="Hagby kommun", kind=ActorKind.MUNICIPALITY)
SCHOOL = Actor(id=ActorId("skolan"), name="Skolan", kind=ActorKind.SCHOOL, principal=TOWN.id)
HEAD = Role(id=RoleId("rektor"), name="Rektor", kind=RoleKind.EMPLOYEE, actor=SCHOOL.id)
STEERING = Body(id=BodyId("styr"), name="Styrgruppen", kind=BodyKind.STEERING_GROUP)


def working(**members: Any) -> Body:
    members = {"name": "Arbetsgruppen", "kind": BodyKind.WORKING_GROUP, **members}
    return Body(id=BodyId("arb"), **members)


def hagby(*bodies: Body, actors: tuple[Actor, ...] = (TOWN, SCHOOL)) -> Collaboration:
    return Collaboration(name="Hagby", actors=actors, roles=(HEAD,), bodies=bodies)


def edges(collab: Collaboration) -> list[tuple[str, str, str]]:
    drawn = structure_drawing(collab, AT, "sv").edges
    return [(edge.start[1], edge.end[1], edge.says) for edge in drawn]


def notes(collab: Collaboration, lang: Lang = "sv") -> list[str]:
    return [note.says for note in structure_drawing(collab, AT, lang).notes]


def node(collab: Collaboration, id_: str) -> Node:
    return next(one for one in structure_drawing(collab, AT, "sv").nodes if one.ref[1] == id_)


# --- laws ------------------------------------------------------------------------------------


@given(collab=collaborations(), at=st.dates())
def test_all_that_is_there_on_the_day_is_drawn_and_nothing_that_nobody_names(
    collab: Collaboration, at: dt.date
) -> None:
    drawing, seats = structure_drawing(collab, at, "sv"), seating(collab, at)
    drawn = {node.ref for node in drawing.nodes} - {("", "")}
    assert drawn == {
        *(("bodies", body.id) for body in seats.bodies),
        *(("actors", row.actor) for row in seats.rows if row.actor is not None),
    }
    there = {one.id for one in collab.actors if in_force(one.period, at)}
    assert there >= {
        node.ref[1] for node in drawing.nodes if node.shape == "rounded" and not node.faded
    }


@given(collab=collaborations(), at=st.dates())
def test_a_broken_line_joins_each_actor_to_each_body_that_it_sits_in(
    collab: Collaboration, at: dt.date
) -> None:
    seats = seating(collab, at)
    sits = [
        (body.id, row.actor)
        for row in seats.rows
        for body, bench in zip(seats.bodies, row.benches, strict=True)
        if bench is not None and row.actor is not None
    ]
    drawn = [edge for edge in structure_drawing(collab, at, "en").edges if edge.broken]
    assert [(edge.start[1], edge.end[1]) for edge in drawn] == sits
    assert not any(edge.pointed for edge in drawn)


@given(collab=collaborations(), at=st.dates())
def test_what_stands_above_is_an_arrow_or_a_note(collab: Collaboration, at: dt.date) -> None:
    drawing, seats = structure_drawing(collab, at, "sv"), seating(collab, at)
    drawn = [node.ref[1] for node in drawing.nodes if node.ref[0] == "actors"]
    actors = [next((one for one in collab.actors if one.id == id_), None) for id_ in drawn]
    named = {
        *((("bodies", body.id), "under") for body in seats.bodies if body.part_of),
        *((("bodies", body.id), "home") for body in seats.bodies if body.actor),
        *((("actors", one.id), "part") for one in actors if one and one.part_of),
        *((("actors", one.id), "principal") for one in actors if one and one.principal),
    }
    arrows = [edge for edge in drawing.edges if not edge.broken]
    assert {ref for ref, _ in named} == {
        *(edge.end for edge in arrows),
        *(note.about for note in drawing.notes),
    }
    assert len(arrows) + len(drawing.notes) == len(named)


@given(collab=collaborations(), at=st.dates(), form=st.sampled_from(("mermaid", "dot")))
def test_persons_make_no_difference(collab: Collaboration, at: dt.date, form: Any) -> None:
    without = attrs.evolve(collab, persons=(), appointments=())
    drawn = structure_diagram(collab, at=at, form=form)

    assert drawn == structure_diagram(without, at=at, form=form)


# --- examples --------------------------------------------------------------------------------


def test_a_working_group_stands_under_its_steering_group_and_both_in_their_organisation() -> None:
    collab = hagby(
        attrs.evolve(STEERING, actor=TOWN.id, seats=(Seat(on_behalf_of=TOWN.id, leads=True),)),
        working(part_of=STEERING.id, seats=(Seat(role=HEAD.id, count=2), Seat())),
    )

    assert edges(collab) == [
        ("kommunen", "styr", "hemvist"),
        ("styr", "arb", ""),
        ("kommunen", "skolan", "huvudman"),
        ("styr", "kommunen", "leder"),
        ("arb", "skolan", "2 platser"),
    ]
    assert notes(collab) == []


def test_the_same_in_english() -> None:
    leads = Seat(on_behalf_of=SCHOOL.id, leads=True, count=2)
    drawing = structure_drawing(hagby(attrs.evolve(STEERING, seats=(leads,))), AT, "en")

    assert [edge.says for edge in drawing.edges] == ["principal", "2 seats, leads"]
    assert drawing.nodes[0].lines == ("Styrgruppen", "steering group")


def test_a_unit_stands_under_what_it_is_a_unit_of() -> None:
    unit = Actor(id=ActorId("enhet"), name="Enheten", kind=ActorKind.OTHER, part_of=SCHOOL.id)
    collab = hagby(actors=(TOWN, SCHOOL, attrs.evolve(unit, kind_name="resursteam")))

    assert ("skolan", "enhet", "") in edges(collab)
    assert node(collab, "enhet").lines == ("Enheten", "resursteam")


def test_a_working_group_says_which_open_focus_areas_it_works_on() -> None:
    areas = [
        FocusArea(id=FocusAreaId(id_), name=id_.upper(), working_group=BodyId(group), closed_on=day)
        for id_, group, day in (
            ("a", "arb", None),
            ("b", "arb", dt.date(2015, 2, 28)),
            ("c", "styr", None),
            ("d", "arb", AT),
        )
    ]
    collab = attrs.evolve(hagby(working()), focus_areas=tuple(areas))

    assert node(collab, "arb").lines == ("Arbetsgruppen", "arbetsgrupp", "fokusområde: A, D")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "sv",
            [
                "hör till eller svarar inför: Styrgruppen (finns inte den 2015-03-01)",
                "hemvist: okänd (finns inte i dokumentet)",
                "del av: Skolan (finns inte den 2015-03-01)",
                "huvudman: regionen (finns inte i dokumentet)",
            ],
        ),
        (
            "en",
            [
                "belongs or answers to: Styrgruppen (not there on 2015-03-01)",
                "home: okänd (not in the document)",
                "part of: Skolan (not there on 2015-03-01)",
                "principal: regionen (not in the document)",
            ],
        ),
    ],
)
def test_what_is_not_there_is_said(lang: Lang, said: list[str]) -> None:
    unit = attrs.evolve(TOWN, part_of=SCHOOL.id, principal=ActorId("regionen"))
    collab = hagby(
        attrs.evolve(STEERING, period=GONE),
        working(part_of=STEERING.id, actor=ActorId("okänd")),
        actors=(unit, attrs.evolve(SCHOOL, period=GONE)),
    )

    assert notes(collab, lang) == said
    assert isinstance(structure_drawing(collab, AT, lang).parts[-1], Note)


def test_an_actor_that_only_a_seat_names_has_a_broken_edge() -> None:
    seats = (Seat(on_behalf_of=ActorId("vården")), Seat(on_behalf_of=SCHOOL.id))
    collab = hagby(working(seats=seats), actors=(attrs.evolve(SCHOOL, period=GONE),))

    assert node(collab, "vården").lines == ("vården", "finns inte i dokumentet")
    assert node(collab, "skolan").lines == ("Skolan", "skola", "finns inte den 2015-03-01")
    assert node(collab, "vården").faded
    assert node(collab, "skolan").faded


def test_bodies_in_a_ring_are_drawn_as_they_stand() -> None:
    one = working(part_of=STEERING.id)
    collab = hagby(attrs.evolve(STEERING, part_of=one.id), one)

    assert edges(collab)[:2] == [("arb", "styr", ""), ("styr", "arb", "")]
    assert Edge(start=("bodies", "arb"), end=("bodies", "styr")) in (
        structure_drawing(collab, AT, "sv").edges
    )
