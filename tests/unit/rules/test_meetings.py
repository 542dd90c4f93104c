"""MET001 to MET006: what a meeting says of itself, what is done there, and what comes after it."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.meeting import (
    AgendaItem,
    AgreedStep,
    Attendance,
    ContextMarking,
    ItemKind,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.meetings import (
    agenda_missing,
    attendance_low,
    context_incomplete,
    next_step_incomplete,
    work_outside_meetings,
    work_session_missing,
)
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.values.ids import BodyId, HolderId, MeetingId
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]

PART = ContextMarking(purpose="Fler är borta från skolan.", intended_outcome="Alla ringer hem.")
STEP = AgreedStep(owner=HolderId("samordnaren"), by=PartialDate(when="2015-04"))
GROUP = Body(id=BodyId("gruppen"), name="Gruppen", kind=BodyKind.WORKING_GROUP)
OTHER = Body(id=BodyId("den-andra"), name="Den andra", kind=BodyKind.WORKING_GROUP)
WORK = AgendaItem(kind=ItemKind.WORK_SESSION)
TALK = AgendaItem(kind=ItemKind.DISCUSSION)
#: Meetings at which people do not work together for a result.
LISTENING = [
    kind for kind in MeetingKind if kind not in {MeetingKind.WORKING, MeetingKind.WORKSHOP}
]

working_kinds = pytest.mark.parametrize("kind", [MeetingKind.WORKING, MeetingKind.WORKSHOP])


def meeting(**told: Any) -> Meeting:
    known: dict[str, Any] = {"id": MeetingId("möte-1"), "kind": MeetingKind.WORKING}
    return Meeting(**{**known, "state": MeetingState.HELD, "body": GROUP.id, **told})


def collaboration(*meetings: Meeting) -> Collaboration:
    numbered = (
        attrs.evolve(one, id=MeetingId(f"möte-{number}")) for number, one in enumerate(meetings, 1)
    )
    return Collaboration(name="Hagby", bodies=(GROUP, OTHER), meetings=tuple(numbered))


def present(came: int, absent: int, unknown: int = 0) -> tuple[Attendance, ...]:
    ways = [Presence.ATTENDED] * came + [Presence.ABSENT] * absent + [Presence.INVITED] * unknown
    return tuple(
        Attendance(who=HolderId(f"roll-{at}"), presence=way) for at, way in enumerate(ways)
    )


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


@pytest.mark.parametrize(
    "rule",
    [
        context_incomplete,
        next_step_incomplete,
        agenda_missing,
        work_session_missing,
        attendance_low,
        work_outside_meetings,
    ],
    ids=lambda rule: rule.code,
)
def test_a_document_without_meetings_is_not_thereby_wrong(ask: Ask, rule: Rule) -> None:
    assert ask(rule, Collaboration(name="Hagby", bodies=(GROUP,))).not_judged == (
        NotJudged(code=rule.code, lacked="meetings"),
    )


@pytest.mark.parametrize(
    "rule",
    [context_incomplete, next_step_incomplete, agenda_missing, work_session_missing],
    ids=lambda rule: rule.code,
)
def test_what_the_text_says_must_be_is_a_remark_elsewhere_and_an_error_at_home(
    ask: Ask, rule: Rule
) -> None:
    made = collaboration(meeting() if rule is not work_session_missing else meeting(agenda=(TALK,)))
    for profile, severity in ((COMMON, Severity.WARNING), (PROFILES["sundbyberg"], Severity.ERROR)):
        findings = ask(rule, made, None, profile).findings
        assert {finding.severity for finding in findings} == {severity}


class TestContext:
    """MET001."""

    def test_everything_that_is_missing_is_named(self, ask: Ask) -> None:
        finding = only(ask(context_incomplete, collaboration(meeting())))

        assert (finding.pointer, finding.subject) == ("/meetings/0", "möte-1")
        assert finding.message("sv") == (
            "Sammanhangsmarkeringen för mötet möte-1 säger inget om vilka som är med, varför "
            "mötet hålls och vad mötet ska leda till."
        )
        assert finding.message("en") == (
            "The context marking of meeting möte-1 says nothing of who is there, why it is held "
            "and what it is to reach."
        )

    def test_a_meeting_that_says_it_all(self, ask: Ask) -> None:
        made = meeting(context=PART, attendance=present(1, 0))
        assert ask(context_incomplete, collaboration(made)).held

    @pytest.mark.parametrize("kind", MeetingKind)
    def test_it_is_asked_of_every_kind_and_of_one_that_is_planned(
        self, ask: Ask, kind: MeetingKind
    ) -> None:
        half = attrs.evolve(PART, purpose=None)
        planned = meeting(
            kind=kind, state=MeetingState.PLANNED, context=half, attendance=present(0, 0, 2)
        )

        finding = only(ask(context_incomplete, collaboration(planned)))

        assert dict(finding.data)["missing"] == ("purpose",)

    def test_what_was_cancelled_needs_none(self, ask: Ask) -> None:
        made = meeting(state=MeetingState.CANCELLED)
        assert ask(context_incomplete, collaboration(made)).held


class TestNextStep:
    """MET002."""

    def test_a_meeting_that_leads_nowhere(self, ask: Ask) -> None:
        finding = only(ask(next_step_incomplete, collaboration(meeting())))

        assert finding.message("sv") == "Mötet möte-1 är genomfört men saknar nästa steg."
        assert finding.message("en") == "Meeting möte-1 has been held but lacks a next step."

    def test_each_step_has_its_owner_and_its_day(self, ask: Ask) -> None:
        steps = (STEP, attrs.evolve(STEP, by=None), AgreedStep(what="Ringa."))

        found = ask(next_step_incomplete, collaboration(meeting(next_steps=steps))).findings

        assert [(one.pointer, dict(one.data)["missing"]) for one in found] == [
            ("/meetings/0/next_steps/1", ("by",)),
            ("/meetings/0/next_steps/2", ("owner", "by")),
        ]

    @pytest.mark.parametrize("state", [MeetingState.PLANNED, MeetingState.CANCELLED])
    def test_only_what_was_held_has_come_to_something(self, ask: Ask, state: MeetingState) -> None:
        assert ask(next_step_incomplete, collaboration(meeting(state=state))).held

    def test_a_day_known_by_its_year_is_a_day(self, ask: Ask) -> None:
        year = attrs.evolve(STEP, by=PartialDate(when="2015", about=True))
        assert ask(next_step_incomplete, collaboration(meeting(next_steps=(year,)))).held

    def test_of_a_meeting_that_may_not_have_been_held_nobody_can_say(self, ask: Ask) -> None:
        judgement = ask(next_step_incomplete, collaboration(meeting(state=None)))

        assert judgement.not_judged == (NotJudged(code="MET002", subject="möte-1", lacked="state"),)


class TestAgenda:
    """MET003 and MET004."""

    @working_kinds
    def test_a_working_meeting_has_an_agenda(self, ask: Ask, kind: MeetingKind) -> None:
        finding = only(ask(agenda_missing, collaboration(meeting(kind=kind))))

        assert finding.message("sv") == "Det arbetande mötet möte-1 saknar dagordning."
        assert ask(agenda_missing, collaboration(meeting(kind=kind, agenda=(TALK,)))).held

    @working_kinds
    def test_and_a_work_session_on_it(self, ask: Ask, kind: MeetingKind) -> None:
        finding = only(
            ask(work_session_missing, collaboration(meeting(kind=kind, agenda=(TALK, TALK))))
        )

        assert (finding.pointer, finding.subject) == ("/meetings/0/agenda", "möte-1")
        made = collaboration(meeting(kind=kind, agenda=(TALK, WORK)))
        assert ask(work_session_missing, made).held

    def test_without_an_agenda_the_session_is_not_missed_too(self, ask: Ask) -> None:
        assert ask(work_session_missing, collaboration(meeting())).held

    @pytest.mark.parametrize("rule", [agenda_missing, work_session_missing])
    @pytest.mark.parametrize("kind", LISTENING)
    def test_other_meetings_need_neither(self, ask: Ask, rule: Rule, kind: MeetingKind) -> None:
        made = (meeting(kind=kind), meeting(kind=kind, agenda=(TALK,)))
        assert ask(rule, collaboration(*made)).held

    @pytest.mark.parametrize("rule", [agenda_missing, work_session_missing])
    def test_nor_does_what_was_cancelled(self, ask: Ask, rule: Rule) -> None:
        cancelled = MeetingState.CANCELLED
        made = (meeting(state=cancelled), meeting(state=cancelled, agenda=(TALK,)))
        assert ask(rule, collaboration(*made)).held


class TestAttendance:
    """MET005."""

    def test_half_came_and_the_aim_is_three_of_four(self, ask: Ask) -> None:
        finding = only(ask(attendance_low, collaboration(meeting(attendance=present(2, 2)))))

        assert (finding.pointer, finding.severity) == ("/meetings/0/attendance", Severity.WARNING)
        assert finding.message("sv") == (
            "Till mötet möte-1 kom 2 av 4 kallade; målet är 75 procent."
        )

    def test_three_of_four_is_enough(self, ask: Ask) -> None:
        assert ask(attendance_low, collaboration(meeting(attendance=present(3, 1)))).held

    def test_a_municipality_may_aim_higher(self, ask: Ask) -> None:
        profile = Profile(name="hagby", parameters=Parameters(attendance=90))
        made = collaboration(meeting(attendance=present(8, 1)))

        finding = only(ask(attendance_low, made, None, profile))

        assert dict(finding.data)["limit"] == 90

    @pytest.mark.parametrize(
        ("told", "lacked"),
        [(present(2, 0, 1), "attendance.presence"), ((), "attendance")],
    )
    def test_of_those_who_may_have_come_nobody_can_say(
        self, ask: Ask, told: tuple[Attendance, ...], lacked: str
    ) -> None:
        judgement = ask(attendance_low, collaboration(meeting(attendance=told)))

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="MET005", subject="möte-1", lacked=lacked),)

    def test_where_enough_came_the_others_do_not_matter(self, ask: Ask) -> None:
        assert ask(attendance_low, collaboration(meeting(attendance=present(3, 0, 1)))).held

    @pytest.mark.parametrize(
        "told",
        [
            {"kind": MeetingKind.INFORMATION},
            {"state": MeetingState.PLANNED},
            {"state": MeetingState.CANCELLED},
            {"state": None},
        ],
        ids=str,
    )
    def test_only_working_meetings_that_were_held_are_asked(
        self, ask: Ask, told: dict[str, Any]
    ) -> None:
        assert ask(attendance_low, collaboration(meeting(attendance=present(0, 9), **told))).held

    @given(came=st.integers(0, 30), absent=st.integers(0, 30), limit=st.integers(1, 100))
    def test_it_is_told_exactly_where_the_share_is_too_low(
        self, ask: Ask, came: int, absent: int, limit: int
    ) -> None:
        profile = Profile(name="hagby", parameters=Parameters(attendance=limit))
        made = collaboration(meeting(attendance=present(came, absent + 1)))

        found = ask(attendance_low, made, None, profile).findings

        assert bool(found) == (came * 100 < limit * (came + absent + 1))


def hours(inside: str | None, outside: str | None, **told: Any) -> Meeting:
    return meeting(hours_in_meeting=inside, hours_outside=outside, **told)


class TestHours:
    """MET006."""

    def test_more_is_done_outside_than_inside(self, ask: Ask) -> None:
        made = collaboration(hours("2", "1.5"), hours("1.25", "3"))

        finding = only(ask(work_outside_meetings, made))

        assert (finding.pointer, finding.subject) == ("/bodies/0", "gruppen")
        assert finding.message("sv") == (
            "Gruppen gruppen har arbetat 3.25 timmar under sina arbetande möten och 4.5 timmar "
            "utanför dem; merparten bör ske under mötena."
        )

    @pytest.mark.parametrize(
        ("inside", "outside", "told"),
        [("2", "2", True), ("2.01", "2", False), ("0", "0.01", True), ("0", "0.00", False)],
    )
    def test_half_is_not_most(self, ask: Ask, inside: str, outside: str, *, told: bool) -> None:
        found = ask(work_outside_meetings, collaboration(hours(inside, outside))).findings
        assert bool(found) == told

    def test_each_group_is_asked_for_itself(self, ask: Ask) -> None:
        made = collaboration(hours("9", "0"), hours("1", "2", body=OTHER.id))

        assert only(ask(work_outside_meetings, made)).subject == "den-andra"

    @pytest.mark.parametrize("told", [(None, "2"), ("2", None), (None, None)])
    def test_where_hours_are_missing_the_group_is_not_judged(
        self, ask: Ask, told: tuple[str | None, str | None]
    ) -> None:
        judgement = ask(work_outside_meetings, collaboration(hours("1", "9"), hours(*told)))

        (missing,) = judgement.not_judged
        assert not judgement.findings
        assert (missing.subject, missing.lacked) == (
            "gruppen",
            "meetings.hours_in_meeting, meetings.hours_outside",
        )

    @pytest.mark.parametrize("body", [None, BodyId("okänd")])
    def test_of_a_meeting_of_nobody_the_group_is_missing(
        self, ask: Ask, body: BodyId | None
    ) -> None:
        judgement = ask(work_outside_meetings, collaboration(hours("1", "9", body=body)))

        assert judgement.not_judged == (NotJudged(code="MET006", subject="möte-1", lacked="body"),)

    def test_only_working_meetings_that_were_held_count(self, ask: Ask) -> None:
        made = (
            hours("1", "9", kind=MeetingKind.SEMINAR),
            hours("1", "9", state=MeetingState.PLANNED),
        )
        assert ask(work_outside_meetings, collaboration(*made)).held

    @given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999)), min_size=1, max_size=5))
    def test_it_is_told_exactly_where_not_most_is_done_while_meeting(
        self, ask: Ask, told: list[tuple[int, int]]
    ) -> None:
        quarters = [tuple(f"{n // 4}.{n % 4 * 25:02}" for n in both) for both in told]
        made = collaboration(*(hours(inside, outside) for inside, outside in quarters))

        found = ask(work_outside_meetings, made).findings

        inside, outside = (sum(side) for side in zip(*told, strict=True))
        assert bool(found) == (0 < outside >= inside)
        for finding in found:
            data = dict(finding.data)
            assert Fraction(str(data["inside"])) == Fraction(inside, 4)
            assert Fraction(str(data["outside"])) == Fraction(outside, 4)


@pytest.mark.parametrize(
    "told",
    [
        {"hours_outside": "-1"},
        {"hours_outside": 2},
        {"from_time": "24:00"},
        {"to_time": "9:30"},
        {"kind": "working"},
        {"context": PART.purpose},
    ],
    ids=str,
)
def test_what_is_no_meeting_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue):
        meeting(**told)
