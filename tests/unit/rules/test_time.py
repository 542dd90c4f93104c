"""TIM001, TIM002 and AGE001: ends in order, terms that begin, ages the right way round."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest

from samverkan_core.findings.finding import Force, Pillar, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.common import DatedName
from samverkan_core.model.focus_area import FocusArea, TargetGroup
from samverkan_core.model.mandate import Mandate, MandateKind, Power, Scope
from samverkan_core.rules import time
from samverkan_core.rules.engine import Judgement
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    ActorId,
    AppointmentId,
    BodyId,
    FocusAreaId,
    MandateId,
    OfficeId,
    PersonId,
    TargetGroupId,
)
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.time import PartialDate, Period, TimeBox

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)
BEFORE = dt.date(2015, 2, 28)
BACKWARDS = Period(first_day=DAY, last_day=BEFORE)
EMPTY = Collaboration(name="Fokus")


def actor(id_: str, period: Period | None) -> Actor:
    return Actor(id=ActorId(id_), name="Bup", kind=ActorKind.CHILD_PSYCHIATRY, period=period)


def area(starts: str | None, ends: str | None, *, about: bool = False) -> Collaboration:
    box = TimeBox(
        starts=None if starts is None else PartialDate(when=starts, about=about),
        ends=None if ends is None else PartialDate(when=ends),
    )
    area = FocusArea(id=FocusAreaId("psykisk-hälsa"), name="Psykisk hälsa", time_box=box)
    return attrs.evolve(EMPTY, focus_areas=(area,))


def appointment(period: Period, **members: object) -> Appointment:
    plain = Appointment(
        id=AppointmentId("a1"), person=PersonId("p"), office=OfficeId("r"), period=period
    )
    return attrs.evolve(plain, **members)  # type: ignore[arg-type]


def mandate(period: Period, scope: Scope | None = None) -> Mandate:
    return Mandate(
        id=MandateId("m1"),
        kind=MandateKind.DELEGATION,
        powers=(Power.DECIDE,),
        period=period,
        scope=scope,
    )


class TestTimeBackwards:
    """TIM001."""

    def test_a_period(self, ask: Ask) -> None:
        document = attrs.evolve(EMPTY, actors=(actor("a", None), actor("bup", BACKWARDS)))
        (found,) = ask(time.time_backwards, document).findings
        assert (found.code, found.severity) == ("TIM001", Severity.ERROR)
        assert (found.pillar, found.force) == (Pillar.FORMAT, Force.FORMAT)
        assert (found.pointer, found.subject) == ("/actors/1/period", "bup")
        assert dict(found.data) == {"holder": "bup", "starts": "2015-03-01", "ends": "2015-02-28"}
        assert (
            found.message("sv")
            == "bup har en tid som slutar 2015-02-28, innan den börjar 2015-03-01."
        )
        assert (
            found.message("en")
            == "bup has a time that ends 2015-02-28, before it starts 2015-03-01."
        )

    @pytest.mark.parametrize(
        "period",
        [
            Period(first_day=DAY, last_day=DAY),
            Period(first_day=DAY),
            Period(last_day=DAY),
            Period(),
            Period(first_day=dt.date.min, last_day=dt.date.max),
        ],
    )
    def test_in_order(self, ask: Ask, period: Period) -> None:
        assert ask(time.time_backwards, attrs.evolve(EMPTY, actors=(actor("a", period),))).held

    def test_at_every_depth(self, ask: Ask) -> None:
        names = (DatedName(name="PBU", period=BACKWARDS),)
        away = (Absence(kind=AbsenceKind.ABSENT, period=BACKWARDS),)
        document = attrs.evolve(
            EMPTY,
            actors=(attrs.evolve(actor("bup", None), names=names),),
            appointments=(appointment(Period(first_day=DAY), absences=away),),
        )
        found = ask(time.time_backwards, document).findings
        assert [(finding.pointer, finding.subject) for finding in found] == [
            ("/actors/0/names/0/period", "bup"),
            ("/appointments/0/absences/0/period", "a1"),
        ]

    def test_where_it_is_written(self, ask: Ask) -> None:
        """What was set aside takes a position of its own."""
        aside = SetAside(pointer="/actors/0", value=JsonObject((("id", "x"),)))
        document = attrs.evolve(EMPTY, actors=(actor("bup", BACKWARDS),), set_aside=(aside,))
        (found,) = ask(time.time_backwards, document).findings
        assert (found.pointer, found.subject) == ("/actors/1/period", "bup")

    def test_a_time_box(self, ask: Ask) -> None:
        (found,) = ask(time.time_backwards, area("2015-03", "2014")).findings
        assert (found.pointer, found.subject) == ("/focus_areas/0/time_box", "psykisk-hälsa")
        assert dict(found.data) == {"holder": "psykisk-hälsa", "starts": "2015-03", "ends": "2014"}

    @pytest.mark.parametrize(
        ("starts", "ends"),
        [
            ("2015-03", "2015-04"),
            ("2015-03-01", "2015-03-01"),
            ("2015", "2015"),
            ("2015", None),
            (None, "2015"),
        ],
    )
    def test_a_time_box_in_order(self, ask: Ask, starts: str | None, ends: str | None) -> None:
        assert ask(time.time_backwards, area(starts, ends)).held

    @pytest.mark.parametrize(("starts", "ends"), [("2015-03", "2015"), ("2015", "2015-03")])
    def test_a_time_box_whose_ends_overlap(self, ask: Ask, starts: str, ends: str) -> None:
        judgement = ask(time.time_backwards, area(starts, ends))
        assert judgement.not_judged == (
            NotJudged(code="TIM001", subject="psykisk-hälsa", lacked="time_box"),
        )
        assert not judgement.findings

    def test_about_a_day_overlaps_with_the_next(self, ask: Ask) -> None:
        judgement = ask(time.time_backwards, area("2015-04", "2015-03", about=True))
        assert [missing.lacked for missing in judgement.not_judged] == ["time_box"]


class TestFirstDay:
    """TIM002."""

    def test_broken(self, ask: Ask) -> None:
        document = attrs.evolve(
            EMPTY,
            appointments=(appointment(Period(last_day=DAY)),),
            mandates=(mandate(Period()),),
        )
        found = ask(time.first_day_missing, document).findings
        assert {(finding.code, finding.severity) for finding in found} == {
            ("TIM002", Severity.ERROR)
        }
        assert {(finding.pillar, finding.force) for finding in found} == {
            (Pillar.FORMAT, Force.FORMAT)
        }
        assert [(finding.pointer, finding.subject) for finding in found] == [
            ("/appointments/0/period", "a1"),
            ("/mandates/0/period", "m1"),
        ]
        assert [finding.data for finding in found] == [(("thing", "a1"),), (("thing", "m1"),)]
        assert found[0].message("sv") == "a1 saknar första dag i sin period."
        assert found[0].message("en") == "a1 has no first day in its period."

    def test_open_ended_is_enough(self, ask: Ask) -> None:
        term = Period(first_day=DAY)
        document = attrs.evolve(EMPTY, appointments=(appointment(term),), mandates=(mandate(term),))
        assert ask(time.first_day_missing, document).held

    def test_others_may_begin_on_a_day_that_nobody_knows(self, ask: Ask) -> None:
        away = (Absence(kind=AbsenceKind.VACANT, period=Period()),)
        document = attrs.evolve(
            EMPTY,
            actors=(actor("bup", Period()),),
            appointments=(appointment(Period(first_day=DAY), absences=away),),
            mandates=(mandate(Period(first_day=DAY)),),
        )
        assert ask(time.first_day_missing, document).held

    def test_nothing_to_judge(self, ask: Ask) -> None:
        lacked = [missing.lacked for missing in ask(time.first_day_missing, EMPTY).not_judged]
        assert lacked == ["appointments", "mandates"]

    def test_one_without_the_other(self, ask: Ask) -> None:
        judgement = ask(time.first_day_missing, attrs.evolve(EMPTY, mandates=(mandate(Period()),)))
        assert [finding.subject for finding in judgement.findings] == ["m1"]
        assert judgement.not_judged == ()


class TestAges:
    """AGE001."""

    def test_broken(self, ask: Ask) -> None:
        group = TargetGroup(
            id=TargetGroupId("unga"), name="Unga", ages=AgeBand(from_age=20, to_age=13)
        )
        (found,) = ask(
            time.age_band_backwards, attrs.evolve(EMPTY, target_groups=(group,))
        ).findings
        assert (found.code, found.severity) == ("AGE001", Severity.ERROR)
        assert (found.pillar, found.force) == (Pillar.FORMAT, Force.FORMAT)
        assert (found.pointer, found.subject) == ("/target_groups/0/ages", "unga")
        assert dict(found.data) == {"holder": "unga", "from_age": 20, "to_age": 13}
        assert found.message("sv") == "unga har ett åldersspann från 20 till 13 år, i fel ordning."
        assert (
            found.message("en") == "unga has an age band from 20 to 13 years, the wrong way round."
        )

    def test_at_every_depth(self, ask: Ask) -> None:
        ages = AgeBand(from_age=1, to_age=0)
        body = Body(id=BodyId("team"), name="Team", kind=BodyKind.CONSULTATION_TEAM, ages=ages)
        term = mandate(Period(first_day=DAY), Scope(ages=ages))
        document = attrs.evolve(EMPTY, bodies=(body,), mandates=(term,))
        found = ask(time.age_band_backwards, document).findings
        assert [finding.pointer for finding in found] == [
            "/bodies/0/ages",
            "/mandates/0/scope/ages",
        ]

    def test_one_age_is_a_band(self, ask: Ask) -> None:
        group = TargetGroup(
            id=TargetGroupId("unga"), name="Unga", ages=AgeBand(from_age=0, to_age=0)
        )
        assert ask(time.age_band_backwards, attrs.evolve(EMPTY, target_groups=(group,))).held
