"""Who sits where: each actor and body once, each seat counted once, never a person."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import NotADay, UnknownLanguage
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind, Seat
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.present.pictures import who_sits_where_svg
from samverkan_core.present.pictures.seats import Bench, seating
from samverkan_core.testing.strategies import collaborations, things
from samverkan_core.values.ids import ActorId, BodyId, RoleId
from samverkan_core.values.labels import Lang
from samverkan_core.values.text import on_one_line
from samverkan_core.values.time import Period, in_force

from .boxes import SVG, boxes, ids, met, outside, root

AT = dt.date(2015, 3, 1)
LANGS = st.sampled_from(("sv", "en"))
SCHOOL = Actor(id=ActorId("skolan"), name="Skolan", kind=ActorKind.SCHOOL)
POLICE = Actor(id=ActorId("polisen"), name="Polisen", kind=ActorKind.POLICE)
HEAD = Role(
    id=RoleId("rektor"), name="Rektor vid Hagbyskolan", kind=RoleKind.EMPLOYEE, actor=SCHOOL.id
)


def group(id_: str, *seats: Seat, **members: Any) -> Body:
    members = {"kind": BodyKind.STEERING_GROUP, "name": f"Gruppen {id_}", **members}
    return Body(id=BodyId(id_), seats=seats, **members)


def hagby(*bodies: Body, actors: tuple[Actor, ...] = (SCHOOL, POLICE)) -> Collaboration:
    return Collaboration(name="Hagby", actors=actors, roles=(HEAD,), bodies=bodies)


def lines(svg: str) -> list[str]:
    return (root(svg).findtext(f"{SVG}desc") or "").splitlines()


def many(count: int) -> Collaboration:
    """Make many actors with long names in many bodies with many seats."""
    long = "Barn- och ungdomspsykiatrin i regionen, mottagningen för små barn och deras föräldrar"
    actors = tuple(
        Actor(id=ActorId(f"aktör-{number}"), name=f"{long} {number}", kind=ActorKind.OTHER)
        for number in range(count)
    )
    bodies = (
        group(
            f"organ-{number}",
            *(
                Seat(on_behalf_of=actors[(number * 7 + at) % count].id, leads=not at, count=1000)
                for at in range(number % 5)
            ),
            name=f"{long}: styrgruppen för barn och unga {number}",
        )
        for number in range(count)
    )
    return hagby(*bodies, actors=actors)


# --- laws ------------------------------------------------------------------------------------


@given(collab=collaborations(), at=st.dates(), lang=LANGS)
def test_whatever_stands_in_it_each_body_and_actor_is_drawn_once_in_order(
    collab: Collaboration, at: dt.date, lang: Lang
) -> None:
    svg = who_sits_where_svg(collab, at=at, lang=lang)
    found = seating(collab, at)

    wanted = [*(row.actor or "" for row in found.rows), *(body.id for body in found.bodies)]
    assert ids(svg) == ([on_one_line(one) for one in wanted] if found.bodies else [])
    for once in ([row.actor for row in found.rows], [body.id for body in found.bodies]):
        assert len(set(once)) == len(once)
    assert svg == who_sits_where_svg(sam.index(collab), at=at, lang=lang)


@given(
    actors=st.lists(things(Actor), max_size=4),
    bodies=st.lists(things(Body), max_size=5),
    at=st.dates(),
    lang=LANGS,
)
def test_no_text_lies_on_another_or_is_cut(
    actors: list[Actor], bodies: list[Body], at: dt.date, lang: Lang
) -> None:
    svg = who_sits_where_svg(hagby(*bodies, actors=tuple(actors)), at=at, lang=lang)

    assert met(svg) == []
    assert outside(svg) == []


@given(bodies=st.lists(things(Body), max_size=5, unique_by=lambda body: body.id), at=st.dates())
def test_every_seat_is_counted_once(bodies: list[Body], at: dt.date) -> None:
    found = seating(hagby(*bodies), at)
    seats = [
        sum(bench.seats for row in found.rows if (bench := row.benches[place]) is not None)
        for place in range(len(found.bodies))
    ]

    there = [body for body in bodies if in_force(body.period, at)]
    assert seats == [sum(seat.count for seat in body.seats) for body in there]


@given(collab=collaborations(), at=st.dates())
def test_persons_make_no_difference(collab: Collaboration, at: dt.date) -> None:
    without = attrs.evolve(collab, persons=(), appointments=())

    assert who_sits_where_svg(collab, at=at) == who_sits_where_svg(without, at=at)


# --- examples --------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [3, 60])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_few_and_many_actors_and_bodies_have_room(count: int, lang: Lang) -> None:
    svg = who_sits_where_svg(many(count), at=AT, lang=lang)

    assert len(ids(svg)) == 2 * count
    assert met(svg) == []
    assert outside(svg) == []


def test_a_seat_belongs_to_whom_it_is_held_for_or_else_to_the_office() -> None:
    bodies = (
        group("a", Seat(role=HEAD.id, on_behalf_of=POLICE.id), Seat(role=HEAD.id, count=2)),
        group("b", Seat(), Seat(role=RoleId("okänd")), Seat(on_behalf_of=ActorId("vården"))),
    )
    rows = {row.actor: row.benches for row in seating(hagby(*bodies), AT).rows}

    assert rows == {
        "skolan": (Bench(seats=2, leads=False, roles=("Rektor vid Hagbyskolan",)), None),
        "polisen": (Bench(seats=1, leads=False, roles=("Rektor vid Hagbyskolan",)), None),
        "vården": (None, Bench(seats=1, leads=False, roles=())),
        None: (None, Bench(seats=2, leads=False, roles=("okänd",))),
    }


def test_the_cell_says_how_many_and_a_star_that_one_leads() -> None:
    svg = who_sits_where_svg(hagby(group("a", Seat(role=HEAD.id, leads=True, count=2))), at=AT)

    assert "2*" in [box.said for box in boxes(svg)]
    assert lines(svg)[0].endswith("antalet platser; * betyder att någon av dem leder organet.")
    assert lines(svg)[1:] == [
        "1 Gruppen a (styrgrupp): Skolan, 2 platser, leder, Rektor vid Hagbyskolan.",
    ]


def test_it_is_told_in_english_too() -> None:
    bodies = (group("a", Seat()), group("b", kind=BodyKind.OTHER, kind_name="forum"))
    svg = who_sits_where_svg(hagby(*bodies), at=AT, lang="en")

    assert lines(svg)[1:] == [
        "1 Gruppen a (steering group): No actor named, 1 seat.",
        "2 Gruppen b (forum), no seats entered.",
    ]


def test_what_there_was_not_on_the_day_is_left_out() -> None:
    gone = Period(first_day=dt.date(2010, 1, 1), last_day=dt.date(2014, 12, 31))
    closed = attrs.evolve(POLICE, period=gone)
    collab = hagby(group("a", period=gone), group("b", Seat()), actors=(SCHOOL, closed))

    assert ids(who_sits_where_svg(collab, at=AT)) == ["skolan", "", "b"]
    assert ids(who_sits_where_svg(collab, at=dt.date(2012, 1, 1))) == [
        *("skolan", "polisen", ""),
        *("a", "b"),
    ]


def test_without_bodies_the_picture_says_so() -> None:
    svg = who_sits_where_svg(hagby(), at=AT)

    assert [box.said for box in boxes(svg)] == [
        "Vem sitter var: Hagby",
        "Den 2015-03-01 fanns inga organ.",
    ]


def test_a_moment_and_an_unknown_language_are_misuse() -> None:
    with pytest.raises(NotADay):
        who_sits_where_svg(hagby(), at=dt.datetime(2015, 3, 1))  # noqa: DTZ001 - that is the point
    with pytest.raises(UnknownLanguage):
        who_sits_where_svg(hagby(), at=AT, lang="de")  # type: ignore[arg-type]  # that is the point
