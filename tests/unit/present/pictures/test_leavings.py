"""Who leaves when: each last day once, a renewed appointment none, and never a person."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.person import Person, Protection
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.present.pictures import who_leaves_when_svg
from samverkan_core.present.pictures.leavings import Left, leavings
from samverkan_core.present.pictures.lettering import shown
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.ids import ActorId, AppointmentId, BodyId, OfficeId, PersonId, RoleId
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import Period, in_force

from .boxes import SVG, ids, met, outside, root

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

    assert ids(svg) == [shown(one.office) for one in found.offices]
    assert met(svg) == []
    assert outside(svg) == []
    assert svg == who_leaves_when_svg(sam.index(collab), at=at, lang=lang)


@given(world=worlds(), lang=LANGS)
def test_the_picture_of_a_document_is_that_of_what_is_written(
    world: tuple[Collaboration, dt.date], lang: Lang
) -> None:
    collab, at = world
    again = sam.loads(sam.dumps(collab))

    assert who_leaves_when_svg(again, at=at, lang=lang) == who_leaves_when_svg(
        collab, at=at, lang=lang
    )


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
