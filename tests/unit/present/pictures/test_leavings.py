"""Who leaves when: each last day once, a renewed appointment none, and never a person."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import NotADay, UnknownLanguage
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.person import Person, Protection
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.present.pictures import who_leaves_when_svg, who_leaves_when_vega
from samverkan_core.present.pictures.leavings import Left, leavings
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import ActorId, AppointmentId, BodyId, OfficeId, PersonId, RoleId
from samverkan_core.values.labels import Lang
from samverkan_core.values.text import on_one_line
from samverkan_core.values.time import Period, in_force

from .boxes import SVG, boxes, ids, met, outside, root

AT = dt.date(2015, 3, 1)
LANGS = st.sampled_from(("sv", "en"))
DAYS = st.dates() | st.sampled_from((dt.date.min, dt.date.max))
#: Few days, so that some follow each other and many are the same.
FEW = st.sampled_from([dt.date(2015, 2, 27) + dt.timedelta(days=days) for days in range(6)])
HEAD = Role(id=RoleId("rektor"), name="Rektor vid Hagbyskolan", kind=RoleKind.EMPLOYEE)
GROUP = Body(id=BodyId("styrgruppen"), name="Styrgruppen", kind=BodyKind.STEERING_GROUP)
SCHOOL = Actor(id=ActorId("skolan"), name="Hagbyskolan", kind=ActorKind.SCHOOL)


def period(first: str | dt.date | None, last: str | dt.date | None) -> Period:
    days = (dt.date.fromisoformat(one) if isinstance(one, str) else one for one in (first, last))
    first_day, last_day = days
    return Period(first_day=first_day, last_day=last_day)


def held(
    person: str, office: str, first: str | dt.date | None, last: str | dt.date | None
) -> Appointment:
    """Make an appointment of a person to an office."""
    return Appointment(
        id=AppointmentId(f"{office}-{person}-{first}"),
        person=PersonId(person),
        office=OfficeId(office),
        period=period(first, last),
    )


def hagby(*appointments: Appointment, **members: Any) -> Collaboration:
    members = {"roles": (HEAD,), "bodies": (GROUP,), "actors": (SCHOOL,), **members}
    return Collaboration(name="Hagby", appointments=appointments, **members)


def lines(svg: str) -> list[str]:
    return (root(svg).findtext(f"{SVG}desc") or "").splitlines()


def many(count: int) -> Collaboration:
    """Make many offices with long names, left by some on days that crowd."""
    long = "Samordnare för tidiga och samordnade insatser i förskola, skola och socialtjänst"
    roles = tuple(
        Role(id=RoleId(f"roll-{number}"), name=f"{long} {'ä' * number}", kind=RoleKind.EMPLOYEE)
        for number in range(count)
    )
    appointments = (
        held(
            f"person-{at}",
            role.id,
            None if at else f"201{number % 6}-02-01",
            f"20{15 + (number + at) % 9}-{1 + (number * at) % 12:02}-15" if number % 7 else None,
        )
        for number, role in enumerate(roles)
        for at in range(1 + number % 5)
    )
    return hagby(*appointments, roles=roles)


@st.composite
def crowds(draw: st.DrawFn) -> Collaboration:
    """Draw appointments of few persons to few offices on few days, some without an end."""
    days = FEW | st.none()
    some = st.builds(held, st.sampled_from("abc"), st.sampled_from((HEAD.id, GROUP.id)), days, days)
    appointments = (
        attrs.evolve(one, id=AppointmentId(str(at)))
        for at, one in enumerate(draw(st.lists(some, max_size=6)))
    )
    limits = st.builds(period, days, days) | st.none()
    group = attrs.evolve(GROUP, period=draw(limits))
    return hagby(*appointments, bodies=(group,))


# --- laws ------------------------------------------------------------------------------------


@given(collab=crowds(), at=FEW)
def test_they_leave_who_hold_an_office_on_a_day_and_not_on_the_next(
    collab: Collaboration, at: dt.date
) -> None:
    """Each day of the few is asked by itself who holds which office on it."""
    found = leavings(collab, at)
    wanted = {}
    for office in (HEAD, collab.bodies[0]):
        for after in range(at.toordinal() + 1, dt.date(2015, 3, 10).toordinal()):
            before, there = (_holders(collab, office, day) for day in (after - 1, after))
            if before - there:
                left = Left(
                    day=dt.date.fromordinal(after - 1),
                    many=len(before - there),
                    of=len(before),
                    empty=not there,
                )
                wanted[OfficeId(office.id), left.day] = left

    assert {(one.office, left.day): left for one in found.offices for left in one.left} == wanted
    assert found.all == sum(left.many for left in wanted.values())
    assert found.all == sum(many for _, many in found.by_day)


@given(collab=crowds(), at=FEW)
def test_an_office_is_shown_as_held_on_the_days_on_which_somebody_holds_it(
    collab: Collaboration, at: dt.date
) -> None:
    found = leavings(collab, at)

    shown_as = {one.office: one.held for one in (*found.offices, *found.kept)}
    for office in (HEAD, collab.bodies[0]):
        for day in range(at.toordinal(), dt.date(2015, 3, 10).toordinal()):
            there = any(
                period(*days).holds_on(dt.date.fromordinal(day))
                for days in shown_as.get(OfficeId(office.id), ())
            )
            assert there is bool(_holders(collab, office, day))


def _holders(collab: Collaboration, office: Role | Body, number: int) -> set[str]:
    day = dt.date.fromordinal(number)
    return {
        one.person
        for one in collab.appointments
        if str(one.office) == office.id
        and one.period.holds_on(day)
        and in_force(office.period, day)
    }


@given(collab=collaborations(), at=DAYS, lang=LANGS)
def test_whatever_stands_in_it_each_office_is_drawn_once_and_no_text_is_hidden(
    collab: Collaboration, at: dt.date, lang: Lang
) -> None:
    svg = who_leaves_when_svg(collab, at=at, lang=lang)
    found = leavings(collab, at)

    assert ids(svg) == [on_one_line(one.office) for one in found.offices]
    assert met(svg) == []
    assert outside(svg) == []
    assert svg == who_leaves_when_svg(sam.index(collab), at=at, lang=lang)


@given(collab=collaborations(), at=DAYS)
def test_persons_make_no_difference(collab: Collaboration, at: dt.date) -> None:
    without = attrs.evolve(collab, persons=())

    assert who_leaves_when_svg(collab, at=at) == who_leaves_when_svg(without, at=at)


@given(collab=crowds(), at=FEW, protection=st.sampled_from(Protection))
def test_the_name_and_the_id_of_a_person_never_stand_in_it(
    collab: Collaboration, at: dt.date, protection: Protection
) -> None:
    person = Person(id=PersonId("hemlig-id"), name="Hemlig Namnsson", protection=protection)
    theirs = (attrs.evolve(one, person=person.id) for one in collab.appointments)
    collab = attrs.evolve(collab, persons=(person,), appointments=tuple(theirs))

    assert "emlig" not in who_leaves_when_svg(collab, at=at)
    assert "emlig" not in repr(leavings(collab, at))


# --- examples --------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [3, 60])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_few_and_many_offices_have_room(count: int, lang: Lang) -> None:
    collab = many(count)
    svg = who_leaves_when_svg(collab, at=AT, lang=lang)

    assert set(ids(svg)) == {
        one.office
        for one in collab.appointments
        if one.period.last_day is not None and one.period.last_day >= AT
    }
    assert met(svg) == []
    assert outside(svg) == []


def test_each_last_day_is_told_with_how_many_leave_and_whether_anybody_is_left() -> None:
    collab = hagby(
        held("a", "rektor", "2014-01-01", "2015-06-30"),
        held("b", "styrgruppen", None, "2015-06-30"),
        held("c", "styrgruppen", None, "2016-12-31"),
        held("d", "styrgruppen", None, None),
        held("e", "skolan", None, None),
        held("f", "okänd", None, "2015-03-01"),
        held("g", "rektor", None, "2013-12-31"),
    )

    assert lines(who_leaves_when_svg(collab, at=AT)) == [
        (
            "Lämnar från och med 2015-03-01: 4. Flest samma dag: 2, den 2015-06-30. "
            "Lämnade före den dagen: 1."
        ),
        "okänd: 2015-03-01 lämnar 1 av 1, därefter är ingen angiven.",
        "Rektor vid Hagbyskolan: 2015-06-30 lämnar 1 av 1, därefter är ingen angiven.",
        "Styrgruppen: 2015-06-30 lämnar 1 av 3; 2016-12-31 lämnar 1 av 2; 1 utan angiven slutdag.",
        "Utan angiven slutdag: Hagbyskolan.",
    ]
    assert lines(who_leaves_when_svg(collab, at=AT, lang="en")) == [
        (
            "Leaving from 2015-03-01 on: 4. Most on the same day: 2, on 2015-06-30. "
            "Left before that day: 1."
        ),
        "okänd: 2015-03-01: 1 of 1 leaving, after that nobody is named.",
        "Rektor vid Hagbyskolan: 2015-06-30: 1 of 1 leaving, after that nobody is named.",
        (
            "Styrgruppen: 2015-06-30: 1 of 3 leaving; 2016-12-31: 1 of 2 leaving; "
            "1 without a last day."
        ),
        "Without a last day: Hagbyskolan.",
    ]


def test_days_on_which_as_many_leave_are_all_named() -> None:
    days = ("2015-06-30", "2016-06-30", "2017-06-30")
    both = [held(f"{who}{day}", "styrgruppen", None, day) for day in days for who in "ab"]

    first = lines(who_leaves_when_svg(hagby(*both), at=AT))[0]
    assert first.endswith("Flest samma dag: 2, den 2015-06-30, 2016-06-30 och 2017-06-30.")


@pytest.mark.parametrize(
    ("after", "leaves"),
    [
        (("2015-07-01", None), False),
        (("2015-06-01", "2015-06-30"), True),
        (("2015-07-02", None), True),
        (("2015-07-01", "2015-06-01"), True),
    ],
)
def test_whoever_is_appointed_anew_from_the_day_after_does_not_leave(
    after: tuple[str, str | None], leaves: bool
) -> None:
    one = held("a", "rektor", None, "2015-06-30")
    found = leavings(hagby(one, held("a", "rektor", *after)), AT)

    assert [left.day for office in found.offices for left in office.left] == (
        [dt.date(2015, 6, 30)] if leaves else []
    )


def test_an_office_that_is_there_for_a_time_only_is_left_by_all_on_its_last_day() -> None:
    group = attrs.evolve(GROUP, period=period("2014-01-01", "2015-12-31"))
    collab = hagby(
        held("a", GROUP.id, None, None), held("b", GROUP.id, None, None), bodies=(group,)
    )
    (office,) = leavings(collab, AT).offices

    assert office.left == (Left(day=dt.date(2015, 12, 31), many=2, of=2, empty=True),)


def test_a_bar_ends_where_nobody_is_appointed_and_begins_again() -> None:
    collab = hagby(
        held("a", "rektor", None, "2015-06-30"),
        held("b", "rektor", "2016-01-01", None),
    )
    (office,) = leavings(collab, AT).offices
    bars = who_leaves_when_vega(collab, at=AT)["vconcat"][1]["layer"][0]["data"]["values"]

    assert office.held == ((AT, dt.date(2015, 6, 30)), (dt.date(2016, 1, 1), None))
    assert [(bar["from"], bar["to"]) for bar in bars] == [
        ("2015-03-01", "2015-07-01"),
        ("2016-01-01", "2017-01-01"),
    ]


def test_last_days_that_are_near_each_other_stand_below_each_other() -> None:
    collab = hagby(*(held(f"{day}", "rektor", None, f"2015-06-{day}") for day in range(10, 13)))
    svg = who_leaves_when_svg(collab, at=AT)
    (drawn,) = (one for one in root(svg).iter(f"{SVG}g") if "data-id" in one.attrib)
    layers = who_leaves_when_vega(collab, at=AT)["vconcat"][1]["layer"]

    assert len({ring.attrib["cy"] for ring in drawn.iter(f"{SVG}circle")}) == 3
    assert [one["mark"].get("yOffset") for one in layers if one["mark"]["type"] == "point"] == [
        *(0, 22, 44),
    ]


def test_the_dict_has_each_last_day_and_how_many_leave_on_it() -> None:
    collab = many(8)
    found = leavings(collab, AT)
    panel, rows = who_leaves_when_vega(collab, at=AT)["vconcat"]

    assert panel["layer"][0]["data"]["values"] == [
        {"day": day.isoformat(), "many": count} for day, count in found.by_day
    ]
    rings = [
        (one["id"], one["day"], one["many"])
        for layer in rows["layer"]
        if layer["mark"]["type"] == "point"
        for one in layer["data"]["values"]
    ]
    assert sorted(rings) == sorted(
        (office.office, left.day.isoformat(), left.many)
        for office in found.offices
        for left in office.left
    )


def test_without_last_days_the_picture_says_so() -> None:
    gone, stays = held("a", "rektor", None, "2015-02-28"), held("b", "skolan", None, None)

    assert [box.said for box in boxes(who_leaves_when_svg(hagby(), at=AT))] == [
        "Vem lämnar när: Hagby",
        "Ingen slutdag från och med 2015-03-01 är angiven.",
    ]
    assert lines(who_leaves_when_svg(hagby(gone, stays), at=AT, lang="en")) == [
        "No last day from 2015-03-01 on is given. Left before that day: 1.",
        "Without a last day: Hagbyskolan.",
    ]
    assert who_leaves_when_vega(hagby(gone, stays), at=AT)["title"]["subtitle"] == [
        "Ingen slutdag från och med 2015-03-01 är angiven. Lämnade före den dagen: 1.",
        "Utan angiven slutdag: Hagbyskolan.",
    ]


def test_the_last_day_of_the_calendar_is_a_last_day() -> None:
    collab = hagby(held("a", "rektor", None, dt.date.max))

    assert leavings(collab, dt.date.max).by_day == ((dt.date.max, 1),)
    assert who_leaves_when_vega(collab, at=AT)["vconcat"][1]["layer"][0]["data"]["values"][0][
        "to"
    ] == (dt.date.max.isoformat())


def test_a_name_is_no_markup() -> None:
    role = attrs.evolve(HEAD, name="<b>&\u202e\n")
    svg = who_leaves_when_svg(hagby(held("a", "rektor", None, "2015-06-30"), roles=(role,)), at=AT)

    assert "<b>&\\u202e" in [box.said for box in boxes(svg)]
    assert not list(root(svg).iter(f"{SVG}b"))


def test_the_picture_is_named_and_told_and_each_mark_has_a_number_or_a_word_in_the_key() -> None:
    whole = root(who_leaves_when_svg(many(3), at=AT))
    seen = [box.said for box in boxes(who_leaves_when_svg(many(3), at=AT))]

    assert whole.attrib["role"] == "img"
    assert whole.attrib["aria-label"] == whole.findtext(f"{SVG}title") == "Vem lämnar när: Hagby"
    assert whole.findtext(f"{SVG}desc")
    assert "Sista dagen; siffran är hur många som lämnar" in seen
    rings = [
        one
        for row in whole.iter(f"{SVG}g")
        if "data-id" in row.attrib
        for one in row.iter(f"{SVG}circle")
    ]
    assert len(rings) == seen.count("1") - 1


def test_a_moment_and_an_unknown_language_are_misuse() -> None:
    with pytest.raises(NotADay):
        who_leaves_when_svg(hagby(), at=dt.datetime(2015, 3, 1))  # noqa: DTZ001 - that is the point
    with pytest.raises(UnknownLanguage):
        who_leaves_when_svg(hagby(), at=AT, lang="de")  # type: ignore[arg-type]  # that is the point
