"""Operations on a collaboration: what they change, and with which findings they refuse."""

import datetime as dt

import attrs
import pytest

from samverkan_core.errors import InvalidValue, NotADay, UnknownId
from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea, Ground, GroundKind
from samverkan_core.model.handover import Handover
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.planning import (
    Done,
    Outcome,
    Refused,
    advance,
    appoint,
    close_area,
    end_appointment,
    hand_over,
    open_area,
    step_back,
)
from samverkan_core.process.step import JourneyEntry, Step
from samverkan_core.rules.profiles.profile import Parameters, Profile, StepRequirement, Weight
from samverkan_core.values.ids import (
    AppointmentId,
    BodyId,
    FocusAreaId,
    HandoverId,
    OfficeId,
    PersonId,
    RoleId,
)
from samverkan_core.values.time import PartialDate, Period, TimeBox

DAY = dt.date(2015, 3, 1)
NEXT = dt.date(2015, 3, 2)


def on(day: str) -> PartialDate:
    return PartialDate(when=day)


def area(id_: str = "a", *steps: Step, day: str = "2015-02-01") -> FocusArea:
    return FocusArea(
        id=FocusAreaId(id_),
        name="Skolfrånvaro",
        grounds=(Ground(kind=GroundKind.LOCAL_NEED),),
        time_box=TimeBox(starts=on("2015-01-01"), ends=on("2015-12-31")),
        coordinators=(RoleId("r"),),
        working_group=BodyId(f"grupp-{id_}"),
        journey=tuple(JourneyEntry(step=step, day=on(day)) for step in steps),
    )


def holding(person: str, first: dt.date | None, last: dt.date | None = None) -> Appointment:
    return Appointment(
        id=AppointmentId(f"ap-{person}"),
        person=PersonId(person),
        office=OfficeId("r"),
        period=Period(first_day=first, last_day=last),
    )


BASE = Collaboration(
    name="Hagby",
    persons=(Person(id=PersonId("anna")), Person(id=PersonId("bo"))),
    roles=(
        Role(id=RoleId("r"), name="Ledaren", kind=RoleKind.EMPLOYEE, permanent=True, duties=("d",)),
    ),
    appointments=(holding("anna", dt.date(2014, 1, 1)),),
    bodies=tuple(
        Body(id=BodyId(f"grupp-{one}"), name="Gruppen", kind=BodyKind.WORKING_GROUP)
        for one in ("a", "b", "anna")
    ),
)


def with_areas(*areas: FocusArea) -> Collaboration:
    return attrs.evolve(BASE, focus_areas=areas)


def done(outcome: Outcome) -> Collaboration:
    assert isinstance(outcome, Done), outcome
    return outcome.collaboration


def refused(outcome: Outcome) -> list[str]:
    assert isinstance(outcome, Refused)
    return [one.code for one in outcome.missing]


# --- focus areas -------------------------------------------------------------------------------


def test_an_area_is_opened_with_its_first_step() -> None:
    outcome = open_area(with_areas(area("a", Step.INITIATE)), area("b"), at=DAY)
    _, opened = done(outcome).focus_areas
    assert opened == attrs.evolve(
        area("b"), journey=(JourneyEntry(step=Step.INITIATE, day=on("2015-03-01")),)
    )
    assert isinstance(outcome, Done)
    # What is a proposal of this library's own is told and refuses nothing.
    assert {one.code for one in outcome.remarks} == {"FOC007", "FOC008"}


def test_one_that_lacks_what_it_must_have_is_refused() -> None:
    bare = FocusArea(id=FocusAreaId("b"), name="B")
    outcome = open_area(BASE, bare, at=DAY)
    assert refused(outcome) == ["FOC002", "FOC003", "FOC005", "FOC006"]
    assert isinstance(outcome, Refused)
    assert all(isinstance(one, Finding) and one.subject == "b" for one in outcome.missing)


def test_a_weight_of_the_profile_makes_a_proposal_block() -> None:
    grave = Profile(name="egen", weights=(Weight(code="FOC007", severity=Severity.ERROR),))
    assert refused(open_area(BASE, area(), at=DAY, profile=grave)) == ["FOC007"]


def test_at_the_limit_an_area_is_refused_until_one_is_closed() -> None:
    limit = Profile(name="egen", parameters=Parameters(focus_area_limit=1))
    full = with_areas(area("a", Step.INITIATE))
    later = attrs.evolve(area("b"), time_box=TimeBox(starts=on("2015-03-02"), ends=on("2015-06")))
    assert refused(open_area(full, later, at=NEXT, profile=limit)) == ["FOC001"]
    free = done(close_area(full, "a", at=DAY, profile=limit))
    assert free.focus_areas[0].closed_on == DAY
    assert len(done(open_area(free, later, at=NEXT, profile=limit)).focus_areas) == 2


def test_an_area_that_the_document_has_is_opened_by_its_first_step() -> None:
    collab = with_areas(area())
    with pytest.raises(InvalidValue, match="let it take a step by advance"):
        open_area(collab, area(), at=DAY)
    with pytest.raises(InvalidValue, match="open an area without a journey"):
        open_area(BASE, area("b", Step.INITIATE), at=DAY)
    (opened,) = done(advance(collab, "a", at=DAY)).focus_areas
    assert [one.step for one in opened.journey] == [Step.INITIATE]


def test_an_id_that_another_thing_has_is_refused() -> None:
    assert refused(open_area(BASE, area("anna"), at=DAY)) == ["REF002"]


def test_a_step_is_taken_when_what_the_profile_requires_is_there() -> None:
    requires = (StepRequirement(step=Step.GROUND, codes=("FOC007", "FOC009")),)
    profile = Profile(name="egen", step_requirements=requires)
    outcome = advance(with_areas(area("a", Step.INITIATE)), "a", at=DAY, profile=profile)
    assert refused(outcome) == ["FOC007", "FOC009"]
    assert isinstance(outcome, Refused)
    assert outcome.missing[1] == NotJudged(code="FOC009", subject="a", lacked="working_group.seats")
    (taken,) = done(advance(with_areas(area("a", Step.INITIATE)), "a", at=DAY)).focus_areas
    assert [one.step for one in taken.journey] == [Step.INITIATE, Step.GROUND]


def test_after_the_last_step_none_is_taken() -> None:
    assert refused(advance(with_areas(area("a", Step.CONCLUDE)), "a", at=DAY)) == ["STP002"]


def test_the_collaboration_takes_steps_of_its_own() -> None:
    first = done(advance(BASE, at=DAY))
    second = done(advance(first, at=DAY))
    assert [one.step for one in second.journey] == [Step.INITIATE, Step.GROUND]
    back = done(step_back(second, None, Step.INITIATE, reason="Nya parter.", at=NEXT))
    assert back.journey[-1] == JourneyEntry(
        step=Step.INITIATE, day=on("2015-03-02"), reason="Nya parter."
    )
    assert refused(advance(back, at=DAY)) == ["STP006"]
    assert refused(
        step_back(second, None, Step.INITIATE, reason="x", at=DAY.replace(day=1, month=1))
    ) == ["STP006"]


def test_back_goes_only_back_and_for_a_reason() -> None:
    collab = with_areas(area("a", Step.INITIATE, Step.GROUND))
    (gone,) = done(step_back(collab, "a", Step.INITIATE, reason="Ny fråga.", at=DAY)).focus_areas
    assert [one.reason for one in gone.journey] == [None, None, "Ny fråga."]
    for to in (Step.GROUND, Step.BUILD):
        with pytest.raises(InvalidValue, match="use advance"):
            step_back(collab, "a", to, reason="Vidare.", at=DAY)
    with pytest.raises(InvalidValue, match="use advance"):
        step_back(with_areas(area()), "a", Step.INITIATE, reason="Ny fråga.", at=DAY)
    with pytest.raises(InvalidValue, match="reason"):
        step_back(collab, "a", Step.INITIATE, reason=" ", at=DAY)
    early = step_back(collab, "a", Step.INITIATE, reason="x", at=dt.date(2015, 1, 2))
    assert refused(early) == ["STP004"]


def test_an_area_is_closed_once_and_not_before_its_last_step() -> None:
    collab = with_areas(area("a", Step.INITIATE, day="2015-03-02"))
    assert refused(close_area(collab, "a", at=DAY)) == ["STP007"]
    closed = done(close_area(collab, "a", at=NEXT))
    with pytest.raises(InvalidValue, match="closed on 2015-03-02"):
        close_area(closed, "a", at=NEXT)


def test_a_question_can_be_dropped_before_its_time_begins() -> None:
    (dropped,) = done(close_area(with_areas(area()), "a", at=dt.date(2014, 12, 31))).focus_areas
    assert dropped.active_on(DAY) is False


@pytest.mark.parametrize("operation", [advance, close_area])
def test_an_unknown_area_is_misuse(operation: object) -> None:
    assert callable(operation)
    with pytest.raises(UnknownId):
        operation(with_areas(area()), "b", at=DAY)
    with pytest.raises(NotADay):
        operation(with_areas(area()), "a", at="2015-03-01")


# --- offices -----------------------------------------------------------------------------------


def test_somebody_is_appointed() -> None:
    after = done(appoint(BASE, holding("bo", NEXT)))
    assert after.appointments == (*BASE.appointments, holding("bo", NEXT))
    assert refused(appoint(BASE, holding("cia", NEXT))) == ["REF001"]
    assert refused(appoint(BASE, holding("bo", None))) == ["TIM002"]


def test_a_permanent_function_is_not_left_empty() -> None:
    assert refused(end_appointment(BASE, "ap-anna", last_day=DAY)) == ["ROL001"]
    two = done(appoint(BASE, holding("bo", DAY)))
    ended = done(end_appointment(two, "ap-anna", last_day=DAY))
    assert ended.appointments[0] == holding("anna", dt.date(2014, 1, 1), DAY)


def test_an_appointment_is_ended_once_and_earlier_if_at_all() -> None:
    two = done(appoint(BASE, holding("bo", DAY)))
    ended = done(end_appointment(two, "ap-anna", last_day=NEXT))
    assert done(end_appointment(ended, "ap-anna", last_day=DAY)).appointments[0].period.last_day
    with pytest.raises(InvalidValue, match="ends on 2015-03-02"):
        end_appointment(ended, "ap-anna", last_day=NEXT)
    with pytest.raises(UnknownId, match="did you mean 'ap-anna'"):
        end_appointment(ended, "ap-ana", last_day=NEXT)


RECORD = Handover(
    id=HandoverId("ö"),
    office=OfficeId("r"),
    from_person=PersonId("anna"),
    to_person=PersonId("bo"),
    day=on("2015-03-01"),
    knowledge="Rektorerna nås bäst före åtta.",
    signed_by=(PersonId("anna"), PersonId("bo")),
)


def test_an_office_is_handed_over_with_its_record() -> None:
    outcome = hand_over(BASE, "ap-anna", successor=holding("bo", NEXT), record=RECORD)
    after = done(outcome)
    assert isinstance(outcome, Done)
    assert outcome.remarks == ()
    assert after.appointments == (holding("anna", dt.date(2014, 1, 1), DAY), holding("bo", NEXT))
    assert after.handovers == (RECORD,)


def test_who_has_left_before_is_not_put_back() -> None:
    earlier = dt.date(2015, 1, 31)
    left = attrs.evolve(BASE, appointments=(holding("anna", dt.date(2014, 1, 1), earlier),))
    after = done(hand_over(left, "ap-anna", successor=holding("bo", NEXT), record=RECORD))
    assert after.appointments[0].period.last_day == earlier


def test_a_record_of_another_change_is_refused_and_a_thin_one_remarked_upon() -> None:
    turned = attrs.evolve(RECORD, from_person=PersonId("bo"), to_person=PersonId("anna"))
    assert refused(hand_over(BASE, "ap-anna", successor=holding("bo", NEXT), record=turned)) == [
        "HAN001"
    ]
    thin = attrs.evolve(RECORD, knowledge=None)
    outcome = hand_over(BASE, "ap-anna", successor=holding("bo", NEXT), record=thin)
    assert isinstance(outcome, Done)
    assert [one.code for one in outcome.remarks] == ["HAN002"]


def test_a_successor_without_a_first_day_is_misuse() -> None:
    with pytest.raises(InvalidValue, match="needs a first day"):
        hand_over(BASE, "ap-anna", successor=holding("bo", None), record=RECORD)
