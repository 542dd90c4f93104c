"""What breaks when somebody leaves, by example."""

import datetime as dt

import attrs
import pytest

from samverkan_core.errors import NotADay, UnknownCode
from samverkan_core.indexing import index
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.handover import Handover
from samverkan_core.model.mandate import Mandate, MandateKind, Power
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.planning import Departure, departures
from samverkan_core.planning.leaving import leaving
from samverkan_core.process.step import Step
from samverkan_core.rules.profiles.profile import Profile, StepRequirement
from samverkan_core.values.ids import (
    AppointmentId,
    HandoverId,
    HolderId,
    MandateId,
    OfficeId,
    PersonId,
    RoleId,
)
from samverkan_core.values.time import Period

LAST = dt.date(2022, 12, 31)
AFTER = dt.date(2023, 1, 1)
FIRST = dt.date(2019, 1, 1)


def held(person: str, role: str, first: dt.date, last: dt.date | None = None) -> Appointment:
    return Appointment(
        id=AppointmentId(f"{person} {role} {first}"),
        person=PersonId(person),
        office=OfficeId(role),
        period=Period(first_day=first, last_day=last),
    )


def having(*appointments: Appointment, **more: object) -> Collaboration:
    collab = Collaboration(
        name="Hagby",
        persons=tuple(Person(id=PersonId(one)) for one in ("anna", "bo", "cia")),
        roles=tuple(
            Role(id=RoleId(one), name=one, kind=RoleKind.EMPLOYEE, permanent=True)
            for one in ("ledaren", "planeraren")
        ),
        appointments=appointments,
    )
    return attrs.evolve(collab, **more)  # type: ignore[arg-type]  # each member is of its type


def told(found: tuple[Departure, ...]) -> dict[str, list[tuple[str, str | None, dt.date]]]:
    return {
        one.person: [(it.finding.code, it.finding.subject, it.day) for it in one.breaks]
        for one in found
        if one.breaks
    }


def test_who_alone_holds_a_permanent_function_leaves_it_empty() -> None:
    collab = having(held("anna", "ledaren", FIRST), held("bo", "planeraren", FIRST))
    found = departures(collab, at=LAST)
    assert [one.person for one in found] == ["anna", "bo", "cia"]
    assert told(found) == {
        "anna": [("ROL001", "ledaren", AFTER)],
        "bo": [("ROL001", "planeraren", AFTER)],
    }
    assert [one.codes for one in found] == [("ROL001",), ("ROL001",), ()]


def test_who_shares_an_office_can_leave() -> None:
    collab = having(held("anna", "ledaren", FIRST), held("bo", "ledaren", FIRST))
    assert told(departures(collab, at=LAST)) == {}


def test_at_the_end_of_a_term_it_is_said_what_those_who_leave_leave_behind() -> None:
    collab = having(
        held("anna", "ledaren", FIRST, LAST),
        held("bo", "planeraren", FIRST, LAST),
        held("cia", "planeraren", dt.date(2023, 2, 1)),
    )
    assert told(departures(collab, at=LAST)) == {
        "anna": [("ROL001", "ledaren", AFTER)],
        "bo": [("ROL001", "planeraren", AFTER)],
        "cia": [("ROL001", "planeraren", dt.date(2023, 2, 1))],
    }


def test_a_break_may_come_later_than_the_departure() -> None:
    # Bo is to succeed Anna, whose own time ends at the end of March.
    collab = having(
        held("anna", "ledaren", FIRST, dt.date(2023, 3, 31)),
        held("bo", "ledaren", dt.date(2023, 4, 1)),
    )
    assert told(departures(collab, at=LAST)) == {
        "anna": [("ROL001", "ledaren", AFTER)],
        "bo": [("ROL001", "ledaren", dt.date(2023, 4, 1))],
    }


def test_while_the_other_is_away_for_good_the_office_is_empty() -> None:
    empty = Absence(kind=AbsenceKind.VACANT, period=Period(first_day=dt.date(2023, 5, 1)))
    away = attrs.evolve(held("bo", "ledaren", FIRST), absences=(empty,))
    collab = having(held("anna", "ledaren", FIRST), away)
    assert told(departures(collab, at=LAST)) == {
        "anna": [("ROL001", "ledaren", dt.date(2023, 5, 1))]
    }


def test_what_was_given_to_somebody_by_name_is_lost_and_what_an_office_holds_is_vacant() -> None:
    def mandate(id_: str, holder: str) -> Mandate:
        return Mandate(
            id=MandateId(id_),
            kind=MandateKind.ASSIGNMENT,
            powers=(Power.LEAD,),
            period=Period(first_day=FIRST),
            granted_to=(HolderId(holder),),
        )

    mandates = (mandate("av namn", "cia"), mandate("av roll", "ledaren"))
    collab = having(held("anna", "ledaren", FIRST), mandates=mandates)
    assert told(departures(collab, at=LAST)) == {
        "anna": [("MAN005", "av roll", AFTER), ("ROL001", "ledaren", AFTER)],
        "cia": [("MAN005", "av namn", AFTER)],
    }
    second = attrs.evolve(mandates[0], granted_to=(), substitutes=(HolderId("cia"),))
    assert told(departures(having(mandates=(second,)), at=LAST)) == {
        "cia": [("MAN005", "av namn", AFTER)]
    }


def test_a_change_that_would_go_unrecorded_is_foretold() -> None:
    other = Handover(id=HandoverId("ö"), office=OfficeId("planeraren"))
    collab = having(
        held("anna", "ledaren", FIRST),
        held("bo", "ledaren", dt.date(2022, 1, 1)),
        handovers=(other,),
    )
    assert told(departures(collab, at=LAST)) == {"anna": [("HAN001", "ledaren", AFTER)]}


def test_what_stays_broken_is_told_once() -> None:
    # The office comes to mind again in April, when nobody holds it still.
    shortly = held("cia", "ledaren", dt.date(2023, 2, 1), dt.date(2023, 3, 31))
    collab = having(held("anna", "ledaren", FIRST), shortly)
    assert told(departures(collab, at=LAST)) == {"anna": [("ROL001", "ledaren", AFTER)]}


def test_who_came_on_the_last_day_was_there_for_a_day() -> None:
    collab = having(held("anna", "ledaren", LAST), held("anna", "planeraren", AFTER))
    after = leaving(index(collab), "anna", LAST).collaboration
    assert after.appointments == (held("anna", "ledaren", LAST, LAST),)


def test_who_has_left_already_breaks_nothing_by_leaving() -> None:
    collab = having(held("anna", "ledaren", FIRST, dt.date(2020, 1, 1)))
    assert told(departures(collab, at=LAST)) == {}


def test_misuse() -> None:
    with pytest.raises(NotADay):
        departures(having(), at=dt.datetime(2022, 12, 31, tzinfo=dt.UTC))
    unknown = StepRequirement(step=Step.BUILD, codes=("FOC999",))
    with pytest.raises(UnknownCode):
        departures(having(), at=LAST, profile=Profile(name="egen", step_requirements=(unknown,)))
