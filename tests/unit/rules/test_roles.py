"""ROL001 to ROL004: permanent functions, leaders of projects, a role on each level of steering."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from samverkan_core.findings.finding import Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.role import Level, Role, RoleFunction, RoleKind
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.roles import (
    duties_missing,
    level_without_role,
    project_leader_missing,
    vacant,
)
from samverkan_core.rules.rule import Rule
from samverkan_core.values.time import Period

Ask = Callable[..., Judgement]

BEFORE, DAY, NEXT = (dt.date(2015, 3, day) for day in (1, 2, 3))


def role(id_: str = "ledare", **members: object) -> Role:
    known: dict[str, Any] = {"id": id_, "name": "En roll", "kind": RoleKind.EMPLOYEE, **members}
    return Role(**known)


def appointment(period: Period, *absences: Absence, office: str = "ledare") -> Appointment:
    known: dict[str, Any] = {"id": "f-1", "person": "person", "office": office}
    return Appointment(**known, period=period, absences=absences)


def collaboration(
    *roles: Role,
    appointments: tuple[Appointment, ...] = (),
    stages: tuple[Stage, ...] = (),
) -> Collaboration:
    return Collaboration(
        name="Fokus",
        roles=roles,
        appointments=appointments,
        lifecycle=tuple(LifecycleEntry(stage=stage) for stage in stages),
    )


def absence(kind: AbsenceKind, first: dt.date, last: dt.date | None = None) -> Absence:
    return Absence(kind=kind, period=Period(first_day=first, last_day=last))


class TestVacant:
    """ROL001."""

    def test_the_last_holder_left_the_day_before(self, ask: Ask) -> None:
        left = appointment(Period(first_day=dt.date(2010, 1, 1), last_day=BEFORE))
        to_come = appointment(Period(first_day=NEXT))
        made = collaboration(role("annan"), role(permanent=True), appointments=(left, to_come))

        (finding,) = ask(vacant, made, DAY).findings

        assert (finding.pointer, finding.subject) == ("/roles/1", "ledare")
        assert finding.data == (("role", "ledare"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Den fasta funktionen ledare är obesatt den dag som granskas."
        )
        assert finding.message("en") == (
            "Permanent function ledare is held by nobody on the day asked about."
        )

    @pytest.mark.parametrize(
        "period",
        [
            Period(first_day=DAY, last_day=DAY),
            Period(first_day=BEFORE, last_day=DAY),
            Period(first_day=DAY),
            Period(last_day=DAY),
            Period(),
        ],
    )
    def test_held_for_that_day(self, ask: Ask, period: Period) -> None:
        made = collaboration(role(permanent=True), appointments=(appointment(period),))

        assert ask(vacant, made, DAY).held

    @pytest.mark.parametrize(
        ("noted", "held"),
        [
            (absence(AbsenceKind.ABSENT, DAY), True),
            (absence(AbsenceKind.VACANT, NEXT), True),
            (absence(AbsenceKind.VACANT, BEFORE, BEFORE), True),
            (absence(AbsenceKind.VACANT, BEFORE, DAY), False),
        ],
    )
    def test_on_leave_is_not_vacant(self, ask: Ask, noted: Absence, *, held: bool) -> None:
        holding = appointment(Period(first_day=BEFORE), noted)
        made = collaboration(role(permanent=True), appointments=(holding,))

        assert ask(vacant, made, DAY).held is held

    def test_substitute_in_a_vacancy(self, ask: Ask) -> None:
        empty = appointment(Period(first_day=BEFORE), absence(AbsenceKind.VACANT, BEFORE))
        substitute = appointment(Period(first_day=DAY))
        made = collaboration(role(permanent=True), appointments=(empty, substitute))

        assert ask(vacant, made, DAY).held

    @pytest.mark.parametrize(
        "other", [role(), role(permanent=True, period=Period(last_day=BEFORE))]
    )
    def test_roles_that_may_be_empty(self, ask: Ask, other: Role) -> None:
        ended = appointment(Period(last_day=BEFORE))

        assert ask(vacant, collaboration(other, appointments=(ended,)), DAY).held

    def test_no_appointment_is_recorded(self, ask: Ask) -> None:
        elsewhere = appointment(Period(), office="annan")
        made = collaboration(role(permanent=True), appointments=(elsewhere,))

        assert ask(vacant, made, DAY).not_judged == (
            NotJudged(code="ROL001", subject="ledare", lacked="appointments"),
        )

    def test_appointment_that_ends_before_it_starts(self, ask: Ask) -> None:
        backwards = appointment(Period(first_day=NEXT, last_day=BEFORE))
        made = collaboration(role(permanent=True), appointments=(backwards,))

        judgement = ask(vacant, made, DAY)

        assert not judgement.findings
        assert judgement.not_judged == (
            NotJudged(code="ROL001", subject="ledare", lacked="appointments.period"),
        )

    @pytest.mark.parametrize("at", [dt.date.min, dt.date.max])
    def test_the_edges_of_the_calendar(self, ask: Ask, at: dt.date) -> None:
        only_then = appointment(Period(first_day=at, last_day=at))
        made = collaboration(role(permanent=True), appointments=(only_then,))

        assert ask(vacant, made, at).held
        assert ask(vacant, made, DAY).findings


class TestProjectLeader:
    """ROL002."""

    def test_project_without_leader(self, ask: Ask) -> None:
        others = (role("a"), role("b", function=RoleFunction.PROCESS_LEADER))
        made = collaboration(*others, stages=(Stage.PERMANENT, Stage.PROJECT))

        (finding,) = ask(project_leader_missing, made).findings

        assert (finding.pointer, finding.subject, finding.data) == ("/lifecycle/1", None, ())
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Samverkan drivs som projekt, men ingen roll har funktionen projektledare eller "
            "huvudprojektledare."
        )
        assert finding.message("en") == (
            "The collaboration is run as a project, but no role has the function of project "
            "leader or main project leader."
        )

    @pytest.mark.parametrize(
        "function", [RoleFunction.PROJECT_LEADER, RoleFunction.MAIN_PROJECT_LEADER]
    )
    def test_either_leader_is_enough(self, ask: Ask, function: RoleFunction) -> None:
        made = collaboration(role(function=function), stages=(Stage.PROJECT,))

        assert ask(project_leader_missing, made).held

    @pytest.mark.parametrize("stage", [Stage.PERMANENT, Stage.ENDED])
    def test_no_longer_a_project(self, ask: Ask, stage: Stage) -> None:
        made = collaboration(role(), stages=(Stage.PROJECT, stage))

        assert ask(project_leader_missing, made).held

    @pytest.mark.parametrize(
        ("made", "lacked"),
        [
            (collaboration(role()), "lifecycle"),
            (collaboration(stages=(Stage.PROJECT,)), "roles"),
        ],
    )
    def test_what_is_not_said(self, ask: Ask, made: Collaboration, lacked: str) -> None:
        judgement = ask(project_leader_missing, made)

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="ROL002", lacked=lacked),)


class TestDuties:
    """ROL003."""

    def test_none(self, ask: Ask) -> None:
        made = collaboration(
            role("a", permanent=True, duties=("Leda.",)), role("b", permanent=True)
        )

        (finding,) = ask(duties_missing, made).findings

        assert (finding.pointer, finding.subject) == ("/roles/1", "b")
        assert finding.data == (("role", "b"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == "Den fasta funktionen b saknar beskrivna arbetsuppgifter."
        assert finding.message("en") == "Permanent function b has no duties described."

    def test_other_roles_need_none(self, ask: Ask) -> None:
        made = collaboration(role("a", permanent=True, duties=("-",)), role("b"))

        assert ask(duties_missing, made).held


class TestLevels:
    """ROL004."""

    def test_levels_without_role(self, ask: Ask) -> None:
        made = collaboration(role("a"), role("b", level=Level.ADMINISTRATIVE))

        (finding,) = ask(level_without_role, made).findings

        assert (finding.pointer, finding.subject) == ("/roles", None)
        assert finding.data == (("missing", ("political", "unit")),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Roller saknas för politisk nivå och enhetsnivå; alla tre ledningsnivåerna ska vara "
            "företrädda."
        )
        assert finding.message("en") == (
            "Levels of management without any role: political level and unit level; each of the "
            "three is to have one."
        )

    def test_one_on_each(self, ask: Ask) -> None:
        made = collaboration(*(role(level.code, level=level) for level in Level))

        assert ask(level_without_role, made).held


@pytest.mark.parametrize("rule", [vacant, duties_missing, level_without_role])
def test_without_any_role(ask: Ask, rule: Rule) -> None:
    judgement = ask(rule, collaboration(), DAY)

    assert judgement.not_judged == (NotJudged(code=rule.code, lacked="roles"),)
