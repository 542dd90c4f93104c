"""FUP001 to FUP005: follow-ups requested, planned, made by a model, by the council, reported."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.indexing import index
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.follow_up import FollowUpRound
from samverkan_core.model.role import Level, Role, RoleKind
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.follow_ups import (
    council_does_not_follow_up,
    follow_up_not_planned,
    model_missing,
    not_requested,
    report_missing,
)
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import BodyId, FollowUpId, OfficeId, RoleId
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate, Period, moved

from .told import lacked, only

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)
RATTVIK = PROFILES["rattvik"]
PAGE = Source(kind=SourceKind.PUBLICATION, ref="hagby.example/lagesrapport")


def known(when: str | dt.date) -> PartialDate:
    return PartialDate(when=str(when))


def follow_up(id_: str = "uppföljning", **told: Any) -> FollowUpRound:
    return FollowUpRound(id=FollowUpId(id_), name="Uppföljning", **told)


def role(id_: str, level: Level | None) -> Role:
    return Role(id=RoleId(id_), name=id_, kind=RoleKind.EMPLOYEE, level=level)


def body(id_: str, kind: BodyKind, period: Period | None = None) -> Body:
    return Body(id=BodyId(id_), name=id_, kind=kind, period=period)


def hagby(*follow_ups: FollowUpRound, **told: Any) -> Collaboration:
    return Collaboration(name="Hagby", follow_ups=follow_ups, **told)


class TestRequested:
    """FUP001."""

    ROLES = (role("chefen", Level.ADMINISTRATIVE), role("läraren", Level.UNIT), role("ny", None))
    BODIES = (
        body("styrgruppen", BodyKind.STEERING_GROUP),
        body("nämnden", BodyKind.BOARD),
        body("nätverket", BodyKind.NETWORK),
    )

    def asked(self, ask: Ask, *offices: str | None, planned: bool = True) -> Judgement:
        day = known("2015-11") if planned else None
        rounds = (
            follow_up(f"u{at}", requested_by=office and OfficeId(office), planned=day)
            for at, office in enumerate(offices)
        )
        return ask(not_requested, hagby(*rounds, roles=self.ROLES, bodies=self.BODIES))

    @pytest.mark.parametrize("office", ["chefen", "styrgruppen", "nämnden"])
    def test_one_that_the_leaders_asked_for_is_enough(self, ask: Ask, office: str) -> None:
        assert self.asked(ask, "läraren", "ny", None, office).held

    def test_what_only_others_asked_for_is_told(self, ask: Ask) -> None:
        finding = only(self.asked(ask, "läraren", "nätverket", None))
        assert (finding.pointer, finding.subject) == ("/follow_ups", None)
        assert finding.data == (("follow_ups", ("u0", "u1", "u2")),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Ingen av uppföljningarna (u0, u1 och u2) anges vara både tidsatt och begärd av "
            "ledningen: styrgruppen, ett politiskt organ eller en chef på förvaltningsledningens "
            "nivå."
        )

    def test_a_request_without_a_day_is_not_scheduled(self, ask: Ask) -> None:
        assert only(self.asked(ask, "chefen", planned=False)).code == "FUP001"
        done = follow_up(requested_by=OfficeId("nämnden"), done=known("2015-01"))
        assert ask(not_requested, hagby(done, bodies=self.BODIES)).held

    @pytest.mark.parametrize("office", ["ny", "okänd"])
    def test_an_office_of_which_too_little_is_known_is_not_judged(
        self, ask: Ask, office: str
    ) -> None:
        assert lacked(self.asked(ask, "läraren", office)) == [("u1", "requested_by")]

    def test_without_follow_ups_there_is_nothing_to_judge(self, ask: Ask) -> None:
        assert lacked(ask(not_requested, hagby())) == [(None, "follow_ups")]

    def test_sundbyberg_says_that_it_must_be_so(self, ask: Ask) -> None:
        made = hagby(follow_up())
        (finding,) = ask(not_requested, made, None, PROFILES["sundbyberg"]).findings
        assert finding.severity is Severity.ERROR


def stage(kind: Stage, day: str | None = None, end: str | None = None) -> LifecycleEntry:
    began, ends = (None if when is None else known(when) for when in (day, end))
    return LifecycleEntry(stage=kind, day=began, planned_end=ends)


class TestModel:
    """FUP002."""

    def asked(self, ask: Ask, *stages: LifecycleEntry, model: str | None = None) -> Judgement:
        return ask(model_missing, hagby(follow_up(model=model), lifecycle=stages), DAY)

    def test_a_project_that_was_to_end_yesterday(self, ask: Ask) -> None:
        finding = only(self.asked(ask, stage(Stage.PROJECT, end="2015-02-28")))
        assert (finding.pointer, finding.data) == ("/lifecycle/0", (("ended", "2015-02-28"),))

    def test_a_project_that_became_permanent(self, ask: Ask) -> None:
        stages = (stage(Stage.PROJECT, end="2018"), stage(Stage.PERMANENT, day="2015-02"))
        assert only(self.asked(ask, *stages)).data == (("ended", "2015-02"),)
        assert self.asked(ask, *stages, model="Enkät varje höst.").held

    @pytest.mark.parametrize("end", ["2015-03-01", "2015-04"])
    def test_until_it_has_ended_there_is_time(self, ask: Ask, end: str) -> None:
        assert self.asked(ask, stage(Stage.PROJECT, end=end)).held

    @pytest.mark.parametrize("end", [None, "2015", "2015-03"])
    def test_an_end_that_may_or_may_not_have_passed_is_not_judged(
        self, ask: Ask, end: str | None
    ) -> None:
        found = self.asked(ask, stage(Stage.PROJECT, end=end))
        if end == "2015-03":
            assert found.held
        else:
            assert lacked(found) == [(None, "lifecycle")]

    def test_what_was_never_a_project_needs_none(self, ask: Ask) -> None:
        assert self.asked(ask).held
        assert self.asked(ask, stage(Stage.PERMANENT, day="2012")).held

    def test_atvidaberg_says_that_it_must_be_so(self, ask: Ask) -> None:
        made = hagby(follow_up(), lifecycle=(stage(Stage.PROJECT, end="2008-12-31"),))
        for name, severity in (("atvidaberg", Severity.ERROR), ("common", Severity.WARNING)):
            assert only(ask(model_missing, made, DAY, PROFILES[name])).severity is severity


class TestPlan:
    """FUP003."""

    def test_no_follow_up_at_all_is_none_planned(self, ask: Ask) -> None:
        finding = only(ask(follow_up_not_planned, hagby(), None, RATTVIK))
        assert (finding.pointer, finding.severity) == ("", Severity.ERROR)

    @pytest.mark.parametrize(
        ("told", "held"),
        [
            ({}, False),
            ({"planned": known("2015")}, False),
            ({"carried_out_by": OfficeId("samordnaren")}, False),
            ({"carried_out_by": OfficeId("samordnaren"), "planned": known("2015")}, True),
            ({"carried_out_by": OfficeId("samordnaren"), "done": known("2014")}, True),
        ],
    )
    def test_a_plan_says_who_and_when(self, ask: Ask, told: dict[str, Any], *, held: bool) -> None:
        made = hagby(follow_up("annan"), follow_up(**told))
        assert ask(follow_up_not_planned, made, None, RATTVIK).held is held

    def test_the_common_profile_asks_for_none(self, ask: Ask) -> None:
        assert lacked(ask(follow_up_not_planned, hagby())) == [(None, "profile.follow_up_required")]


class TestCouncil:
    """FUP004."""

    COUNCIL = body("barnrådet", BodyKind.CHILDRENS_COUNCIL)

    def asked(self, ask: Ask, *rounds: FollowUpRound, council: Body | None = COUNCIL) -> Judgement:
        bodies = () if council is None else (council,)
        return ask(council_does_not_follow_up, hagby(*rounds, bodies=bodies), DAY)

    def made(self, done: str | None, by: str = "barnrådet", id_: str = "u") -> FollowUpRound:
        return follow_up(id_, carried_out_by=OfficeId(by), done=done and known(done))

    def test_within_the_period_is_in_time(self, ask: Ask) -> None:
        assert self.asked(ask, self.made("2014-03-01")).held
        assert self.asked(ask, self.made("2015-03-01"), self.made("2009", id_="förr")).held

    @pytest.mark.parametrize("done", ["2014-02-28", "2015-03-02", "2013", None])
    def test_before_it_or_after_the_day_is_not(self, ask: Ask, done: str | None) -> None:
        finding = only(self.asked(ask, self.made(done)))
        assert finding.data == (("councils", ("barnrådet",)), ("months", 12))
        assert finding.severity is Severity.WARNING

    def test_what_another_did_is_not_the_councils(self, ask: Ask) -> None:
        assert only(self.asked(ask, self.made("2015-01-01", by="styrgruppen"))).code == "FUP004"

    def test_one_that_nobody_is_said_to_have_made_may_be_the_councils(self, ask: Ask) -> None:
        unsaid = follow_up("u", done=known("2015-01-01"))
        assert lacked(self.asked(ask, unsaid)) == [("u", "carried_out_by")]
        assert self.asked(ask, unsaid, self.made("2015-01-01", id_="rådets")).held
        long_ago = follow_up("u", done=known("2013-01-01"))
        assert only(self.asked(ask, long_ago)).code == "FUP004"

    def test_a_day_that_may_lie_outside_is_not_judged(self, ask: Ask) -> None:
        rounds = (self.made("2014", id_="a"), self.made("2012", id_="b"))
        assert lacked(self.asked(ask, *rounds)) == [("a", "done")]

    @pytest.mark.parametrize(
        "council",
        [None, body("barnrådet", BodyKind.CHILDRENS_COUNCIL, Period(last_day=dt.date(2015, 2, 1)))],
    )
    def test_without_a_council_there_is_nobody_to_ask(self, ask: Ask, council: Body | None) -> None:
        assert self.asked(ask, self.made(None), council=council).held

    def test_the_period_is_the_profiles(self, ask: Ask) -> None:
        own = Profile(name="egen", parameters=Parameters(period_months=24))
        made = hagby(self.made("2013-03-01"), bodies=(self.COUNCIL,))
        assert ask(council_does_not_follow_up, made, DAY, own).held


class TestReport:
    """FUP005."""

    def asked(self, ask: Ask, began: str | None, *rounds: FollowUpRound) -> Judgement:
        stages = (stage(Stage.ENDED), stage(Stage.PROJECT, day=began))
        return ask(report_missing, hagby(*(rounds or (follow_up(),)), lifecycle=stages), DAY)

    def test_a_year_and_a_quarter_has_passed(self, ask: Ask) -> None:
        finding = only(self.asked(ask, "2013-11-30"))
        assert finding.pointer == "/lifecycle/1/day"
        assert finding.data == (("months", 15), ("started", "2013-11-30"))
        assert self.asked(ask, "2013-12-01").held

    @pytest.mark.parametrize(
        ("told", "held"),
        [
            ({"published": known("2015-03-01"), "report": PAGE}, True),
            ({"published": known("2015-03-02"), "report": PAGE}, False),
            ({"published": known("2015-03-01")}, False),
            ({"report": PAGE}, False),
        ],
    )
    def test_it_is_published_with_its_place(
        self, ask: Ask, told: dict[str, Any], *, held: bool
    ) -> None:
        assert self.asked(ask, "2012", follow_up("förr"), follow_up(**told)).held is held

    def test_a_day_that_is_not_known_is_not_judged(self, ask: Ask) -> None:
        assert lacked(self.asked(ask, None)) == [(None, "lifecycle.day")]
        assert lacked(self.asked(ask, "2013")) == [(None, "lifecycle.day")]
        perhaps = follow_up(published=known("2015"), report=PAGE)
        assert lacked(self.asked(ask, "2012", perhaps)) == [(None, "follow_ups.published")]

    def test_what_is_no_project_owes_none(self, ask: Ask) -> None:
        assert ask(report_missing, hagby(follow_up()), DAY).held
        permanent = (stage(Stage.PROJECT, day="2008"), stage(Stage.PERMANENT, day="2010"))
        assert ask(report_missing, hagby(follow_up(), lifecycle=permanent), DAY).held


@given(collab=collaborations(), at=st.dates(), months=st.integers(1, 60))
def test_a_longer_period_never_finds_more(collab: Collaboration, at: dt.date, months: int) -> None:
    def found(period: int) -> bool:
        parameters = Parameters(period_months=period, status_report_months=period)
        own = attrs.evolve(COMMON, parameters=parameters)
        rules = (council_does_not_follow_up, report_missing)
        return any(judged(rule, index(collab), at, own).findings for rule in rules)

    assert moved(at, months=-2 * months) <= moved(at, months=-months)
    assert found(months) or not found(2 * months)
