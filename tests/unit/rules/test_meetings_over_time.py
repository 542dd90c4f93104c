"""MET011 to MET013: leaders who work, politicians who come, plans that each takes home."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind, SeatCategory
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.meeting import (
    AgendaItem,
    AgreedStep,
    Attendance,
    ItemKind,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.rules.common import happened_between
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.meetings_over_time import (
    all_work_delegated,
    no_plan_forward,
    without_politicians,
)
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.values.ids import ActorId, BodyId, HolderId, MeetingId, RoleId
from samverkan_core.values.time import PartialDate, Period, moved

from .told import lacked, only

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)
WORK = (AgendaItem(kind=ItemKind.INFORMATION), AgendaItem(kind=ItemKind.WORK_SESSION))
TALK = (AgendaItem(kind=ItemKind.DECISION),)


def meeting(day: str | None, id_: str = "mötet", **told: Any) -> Meeting:
    whole: dict[str, Any] = {"kind": MeetingKind.STEERING, "state": MeetingState.HELD}
    return Meeting(
        id=MeetingId(id_),
        day=None if day is None else PartialDate(when=day),
        **{**whole, **told},
    )


@given(at=st.dates(), spans=st.lists(st.dates(), min_size=2, max_size=2).map(sorted))
def test_a_known_day_lies_between_two_or_not(at: dt.date, spans: list[dt.date]) -> None:
    first, last = spans
    found = happened_between(PartialDate(when=at.isoformat()), first, last)
    assert found is (first <= at <= last)


@pytest.mark.parametrize(
    ("when", "found"),
    [("2014", None), ("2015", None), ("2013", False), ("2016", False), ("2014-07", True)],
)
def test_a_day_known_in_part_may_lie_between_two(when: str, *, found: bool | None) -> None:
    between = happened_between(PartialDate(when=when), moved(DAY, years=-1), DAY)
    assert between is found


class TestWork:
    """MET011."""

    GROUP = Body(id=BodyId("styrgruppen"), name="Styrgruppen", kind=BodyKind.STEERING_GROUP)

    def asked(self, ask: Ask, *meetings: Meeting, group: Body = GROUP) -> Judgement:
        made = Collaboration(name="Hagby", bodies=(group,), meetings=meetings)
        return ask(all_work_delegated, made, DAY)

    def held(self, day: str | None, **told: Any) -> Meeting:
        return meeting(day, **{"body": BodyId("styrgruppen"), "agenda": WORK, **told})

    @pytest.mark.parametrize("day", ["2014-03-01", "2015-03-01", "2014-09"])
    def test_it_worked_in_the_period(self, ask: Ask, day: str) -> None:
        assert self.asked(ask, self.held("2009", id_="förr"), self.held(day)).held

    @pytest.mark.parametrize(
        ("day", "agenda"), [("2014-02-28", WORK), ("2015-03-02", WORK), ("2015-01-01", TALK)]
    )
    def test_it_only_decided_or_long_ago(
        self, ask: Ask, day: str, agenda: tuple[AgendaItem, ...]
    ) -> None:
        finding = only(self.asked(ask, self.held(day, agenda=agenda)))
        assert (finding.pointer, finding.subject) == ("/bodies/0", "styrgruppen")
        assert finding.data == (("group", "styrgruppen"), ("months", 12))
        assert finding.severity is Severity.WARNING

    @pytest.mark.parametrize(
        "other",
        [
            meeting("2015-01-01", agenda=WORK),
            meeting("2015-01-01", agenda=WORK, body=BodyId("barnrådet")),
            meeting(
                "2015-01-01",
                agenda=WORK,
                body=BodyId("styrgruppen"),
                state=MeetingState.CANCELLED,
            ),
        ],
    )
    def test_where_none_of_its_meetings_is_known_it_is_not_judged(
        self, ask: Ask, other: Meeting
    ) -> None:
        assert lacked(self.asked(ask, other)) == [("styrgruppen", "meetings")]

    @pytest.mark.parametrize("day", [None, "2014"])
    def test_a_day_that_may_lie_outside_is_not_judged(self, ask: Ask, day: str | None) -> None:
        assert lacked(self.asked(ask, self.held(day))) == [("styrgruppen", "meetings")]

    def test_a_meeting_whose_agenda_nobody_has_written_down_is_not_judged(self, ask: Ask) -> None:
        silent = self.held("2015-01-01", agenda=(), id_="utan agenda")
        assert lacked(self.asked(ask, silent)) == [("styrgruppen", "meetings")]
        talked = self.held("2015-02-01", agenda=TALK)
        assert lacked(self.asked(ask, silent, talked)) == [("styrgruppen", "meetings")]
        assert self.asked(ask, silent, self.held("2015-02-01")).held
        long_ago = self.held("2009", agenda=(), id_="förr")
        assert only(self.asked(ask, long_ago, talked)).code == "MET011"

    def test_a_group_of_another_time_is_not_asked(self, ask: Ask) -> None:
        over = Body(
            id=BodyId("styrgruppen"),
            name="Förr",
            kind=BodyKind.STEERING_GROUP,
            period=Period(last_day=dt.date(2015, 2, 28)),
        )
        assert self.asked(ask, self.held("2009"), group=over).held
        network = Body(id=BodyId("styrgruppen"), name="Nätverket", kind=BodyKind.NETWORK)
        assert self.asked(ask, self.held("2009"), group=network).held

    @given(ago=st.integers(0, 1500), months=st.integers(1, 48))
    def test_the_period_is_the_profiles(self, ago: int, months: int) -> None:
        day = DAY - dt.timedelta(days=ago)
        made = Collaboration(
            name="Hagby", bodies=(self.GROUP,), meetings=(self.held(day.isoformat()),)
        )
        own = Profile(name="egen", parameters=Parameters(period_months=months))
        found = judged(all_work_delegated, index(made), DAY, own).findings
        assert bool(found) is (day < moved(DAY, months=-months))


class TestPoliticians:
    """MET012."""

    ROLES = (
        Role(id=RoleId("ordföranden"), name="Ordföranden", kind=RoleKind.ELECTED),
        Role(id=RoleId("rektorn"), name="Rektorn", kind=RoleKind.EMPLOYEE),
    )
    BODIES = (Body(id=BodyId("nämnden"), name="Nämnden", kind=BodyKind.BOARD),)

    def asked(self, ask: Ask, *meetings: Meeting) -> Judgement:
        made = Collaboration(name="Hagby", roles=self.ROLES, bodies=self.BODIES, meetings=meetings)
        return ask(without_politicians, made, DAY)

    def told(
        self,
        who: str,
        day: str | None = "2015-01-20",
        presence: Presence = Presence.ATTENDED,
        **more: Any,
    ) -> Meeting:
        category = more.pop("category", None)
        there = Attendance(who=HolderId(who), presence=presence, category=category)
        return meeting(day, **{"kind": MeetingKind.INFORMATION, "attendance": (there,), **more})

    def test_somebody_elected_was_there(self, ask: Ask) -> None:
        assert self.asked(ask, self.told("rektorn", id_="ett"), self.told("ordföranden")).held
        assert self.asked(ask, self.told("nämnden")).held
        assert self.asked(ask, self.told("vem", category=SeatCategory.ELECTED)).held

    @pytest.mark.parametrize(
        ("who", "presence"),
        [
            ("rektorn", Presence.ATTENDED),
            ("ordföranden", Presence.ABSENT),
            ("vem", Presence.ATTENDED),
        ],
    )
    def test_nobody_elected_came(self, ask: Ask, who: str, presence: Presence) -> None:
        finding = only(self.asked(ask, self.told(who, presence=presence)))
        assert (finding.pointer, finding.data) == ("/meetings", (("meetings", ("mötet",)),))
        assert finding.severity is Severity.INFO

    def test_one_of_long_ago_does_not_help(self, ask: Ask) -> None:
        before = self.told("ordföranden", day="2014-02-28", id_="förr")
        assert only(self.asked(ask, before, self.told("rektorn"))).code == "MET012"

    @pytest.mark.parametrize(
        "meetings",
        [
            (meeting("2015-01-01"),),
            (meeting("2013-01-01", kind=MeetingKind.INFORMATION),),
            (meeting(None, kind=MeetingKind.INFORMATION),),
        ],
    )
    def test_without_such_a_meeting_in_the_year_it_is_not_judged(
        self, ask: Ask, meetings: tuple[Meeting, ...]
    ) -> None:
        assert lacked(self.asked(ask, *meetings)) == [(None, "meetings")]

    def test_where_nobody_has_written_down_who_came_it_is_not_judged(self, ask: Ask) -> None:
        silent = meeting("2015-02-01", kind=MeetingKind.INFORMATION, id_="utan lista")
        assert lacked(self.asked(ask, silent)) == [(None, "meetings")]
        assert lacked(self.asked(ask, silent, self.told("rektorn"))) == [(None, "meetings")]
        assert self.asked(ask, silent, self.told("ordföranden")).held
        long_ago = meeting("2009", kind=MeetingKind.INFORMATION, id_="förr")
        assert only(self.asked(ask, long_ago, self.told("rektorn"))).code == "MET012"

    def test_one_elected_of_whom_it_does_not_say_whether_they_came(self, ask: Ask) -> None:
        called = Attendance(who=HolderId("ordföranden"))
        unsaid = meeting("2015-01-20", kind=MeetingKind.INFORMATION, attendance=(called,))
        assert lacked(self.asked(ask, unsaid)) == [(None, "meetings")]

    def test_one_that_may_have_been_in_the_year_is_not_judged(self, ask: Ask) -> None:
        perhaps = self.told("ordföranden", day="2014", id_="kanske")
        assert lacked(self.asked(ask, self.told("rektorn"), perhaps)) == [(None, "meetings")]


class TestPlans:
    """MET013."""

    ACTORS = tuple(
        Actor(id=ActorId(id_), name=id_, kind=ActorKind.MUNICIPALITY) for id_ in ("hagby", "norby")
    )
    ROLE = Role(
        id=RoleId("ledaren"), name="Ledaren", kind=RoleKind.EMPLOYEE, actor=ActorId("norby")
    )
    BODY = Body(id=BodyId("ks"), name="KS", kind=BodyKind.EXECUTIVE_BOARD, actor=ActorId("hagby"))

    def asked(self, ask: Ask, *meetings: Meeting) -> Judgement:
        made = Collaboration(
            name="Län",
            actors=self.ACTORS,
            roles=(self.ROLE,),
            bodies=(self.BODY,),
            meetings=meetings,
        )
        return ask(no_plan_forward, made)

    def seminar(self, owners: tuple[str, ...], *there: Attendance, **told: Any) -> Meeting:
        steps = tuple(AgreedStep(what="Gå vidare.", owner=HolderId(owner)) for owner in owners)
        both = (self.came("hagby"), self.came("norby"))
        return meeting(
            "1995",
            **{
                "kind": MeetingKind.SEMINAR,
                "attendance": there or both,
                "next_steps": steps,
                **told,
            },
        )

    def came(self, who: str, on_behalf_of: str | None = None) -> Attendance:
        home = None if on_behalf_of is None else ActorId(on_behalf_of)
        return Attendance(who=HolderId(who), on_behalf_of=home, presence=Presence.ATTENDED)

    @pytest.mark.parametrize("owners", [("hagby", "norby"), ("ledaren", "ks", "okänd")])
    def test_each_takes_a_plan_home(self, ask: Ask, owners: tuple[str, ...]) -> None:
        assert self.asked(ask, self.seminar(owners)).held

    def test_a_step_of_its_administration_is_a_step_of_the_municipality(self, ask: Ask) -> None:
        unit = Actor(
            id=ActorId("social"),
            name="Socialförvaltningen",
            kind=ActorKind.ADMINISTRATION,
            part_of=ActorId("hagby"),
        )
        chief = attrs.evolve(self.ROLE, id=RoleId("chefen"), actor=unit.id)
        made = Collaboration(
            name="Län",
            actors=(*self.ACTORS, unit),
            roles=(self.ROLE, chief),
            meetings=(self.seminar(("chefen", "norby")),),
        )
        assert ask(no_plan_forward, made).held
        there = (self.came("chefen"), self.came("norby"))
        without = attrs.evolve(made, meetings=(self.seminar(("norby",), *there),))
        assert dict(only(ask(no_plan_forward, without)).data)["actor"] == "hagby"

    def test_one_goes_home_without(self, ask: Ask) -> None:
        seminar = self.seminar(("ks",), self.came("ledaren"), self.came("okänd", "hagby"))
        finding = only(self.asked(ask, seminar))
        assert (finding.pointer, finding.subject) == ("/meetings/0", "mötet")
        assert finding.data == (("actor", "norby"), ("meeting", "mötet"))
        assert finding.severity is Severity.WARNING

    def test_each_that_goes_home_without_is_named(self, ask: Ask) -> None:
        found = self.asked(ask, self.seminar(())).findings
        assert {dict(finding.data)["actor"] for finding in found} == {"hagby", "norby"}

    def test_a_seminar_of_one_or_not_held_or_something_else(self, ask: Ask) -> None:
        away = Attendance(who=HolderId("norby"), presence=Presence.ABSENT)
        one = self.seminar((), self.came("hagby"), away, self.came("hagby"))
        planned = self.seminar((), state=MeetingState.PLANNED)
        talk = self.seminar((), kind=MeetingKind.EXCHANGE)
        assert self.asked(ask, one, planned, talk).held

    def test_the_common_profile_weighs_it_as_a_remark(self) -> None:
        assert no_plan_forward.notice.severity is Severity.WARNING
        assert COMMON.weight("MET013") is None
