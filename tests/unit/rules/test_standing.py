"""BOD016 and ROL006: a council without an end, and duties that the last year shows."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.indexing import index
from samverkan_core.model.activity import Activity, ActivityKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.role import JointDuty, Role, RoleKind
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.standing import council_time_limited, duty_not_shown
from samverkan_core.values.ids import ActivityId, BodyId, RoleId
from samverkan_core.values.time import PartialDate, Period, TimeBox

from .told import lacked, only

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)


def council(period: Period | None, kind: BodyKind = BodyKind.CHILDRENS_COUNCIL) -> Collaboration:
    return Collaboration(
        name="Hagby",
        bodies=(Body(id=BodyId("barnrådet"), name="Barnrådet", kind=kind, period=period),),
    )


class TestCouncil:
    """BOD016."""

    def test_a_council_that_is_to_end(self, ask: Ask) -> None:
        finding = only(ask(council_time_limited, council(Period(last_day=DAY)), DAY))
        assert (finding.pointer, finding.subject) == ("/bodies/0/period/last_day", "barnrådet")
        assert finding.message("sv") == (
            "Barnrådet barnrådet är tidsbegränsat: det är inrättat till och med 2015-03-01."
        )
        assert finding.severity is Severity.WARNING

    @pytest.mark.parametrize(
        "period",
        [
            None,
            Period(first_day=DAY),
            Period(last_day=dt.date(2015, 2, 28)),
            Period(first_day=dt.date(2016, 1, 1), last_day=dt.date(2017, 1, 1)),
        ],
    )
    def test_one_without_an_end_or_not_there_on_the_day(
        self, ask: Ask, period: Period | None
    ) -> None:
        assert ask(council_time_limited, council(period), DAY).held

    def test_other_bodies_may_be_for_a_time(self, ask: Ask) -> None:
        group = council(Period(last_day=DAY), BodyKind.WORKING_GROUP)
        assert ask(council_time_limited, group, DAY).held

    def test_a_period_that_is_turned_is_not_judged(self, ask: Ask) -> None:
        turned = Period(first_day=DAY, last_day=dt.date(2014, 1, 1))
        assert lacked(ask(council_time_limited, council(turned), DAY)) == [("barnrådet", "period")]

    @given(first=st.none() | st.dates(), last=st.none() | st.dates(), at=st.dates())
    def test_it_is_told_of_just_while_it_stands(
        self, first: dt.date | None, last: dt.date | None, at: dt.date
    ) -> None:
        period = Period(first_day=first, last_day=last)
        found = judged(council_time_limited, index(council(period)), at, COMMON).findings
        assert bool(found) is (period.holds_on(at) and last is not None)


def role(id_: str, *duties: JointDuty, permanent: bool = True, **told: Any) -> Role:
    return Role(
        id=RoleId(id_),
        name=id_,
        kind=RoleKind.EMPLOYEE,
        permanent=permanent,
        joint_duties=duties,
        **told,
    )


def activity(*duties: JointDuty, starts: str | None = None, ends: str | None = None) -> Activity:
    box = TimeBox(
        starts=None if starts is None else PartialDate(when=starts),
        ends=None if ends is None else PartialDate(when=ends),
    )
    return Activity(
        id=ActivityId("dagen"),
        name="Omvärldsdagen",
        kind=ActivityKind.SEMINAR,
        time_box=None if box == TimeBox() else box,
        shows=duties,
    )


class TestDuties:
    """ROL006."""

    LEADER = role("ledaren", JointDuty.SCAN, JointDuty.DRIVE)
    PLANNER = role("planeraren", JointDuty.SCAN)

    def asked(self, ask: Ask, *activities: Activity, roles: tuple[Role, ...]) -> Judgement:
        made = Collaboration(name="Hagby", roles=roles, activities=activities)
        return ask(duty_not_shown, made, DAY)

    def test_what_nothing_shows_is_told_for_both(self, ask: Ask) -> None:
        shown = activity(JointDuty.SCAN, starts="2014-12")
        finding = only(self.asked(ask, shown, roles=(self.PLANNER, self.LEADER)))
        assert (finding.pointer, finding.severity) == ("/activities", Severity.INFO)
        assert finding.data == (("duties", ("drive",)), ("roles", ("planeraren", "ledaren")))
        assert "vara motor i arbetet" in finding.message("sv")

    @pytest.mark.parametrize(
        ("starts", "ends", "held"),
        [
            ("2015-03-01", None, True),
            ("2015-03-02", None, False),
            ("2010", "2014-03-01", True),
            ("2010", "2014-02-28", False),
            ("2010", None, True),
        ],
    )
    def test_it_was_going_on_in_the_last_year(
        self, ask: Ask, starts: str, ends: str | None, *, held: bool
    ) -> None:
        shown = activity(JointDuty.SCAN, starts=starts, ends=ends)
        judgement = self.asked(ask, shown, roles=(self.PLANNER,))
        assert judgement.held is held
        assert not judgement.not_judged

    @pytest.mark.parametrize(
        ("starts", "ends"), [(None, None), ("2015", None), ("2010", "2014"), (None, "2015-02")]
    )
    def test_when_it_was_may_be_unknown(
        self, ask: Ask, starts: str | None, ends: str | None
    ) -> None:
        shown = activity(JointDuty.SCAN, starts=starts, ends=ends)
        assert lacked(self.asked(ask, shown, roles=(self.PLANNER,))) == [
            (None, "activities.time_box")
        ]

    def test_without_duties_in_common_nothing_is_judged(self, ask: Ask) -> None:
        nobody = (
            role("a"),
            role("b", JointDuty.SCAN, permanent=False),
            role("c", JointDuty.SCAN, period=Period(last_day=dt.date(2015, 2, 28))),
        )
        assert lacked(self.asked(ask, activity(), roles=nobody)) == [(None, "roles.joint_duties")]
