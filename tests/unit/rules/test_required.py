"""ACT005, ROL005 and BOD015: whom and what a local model requires that there be."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.role import Role, RoleFunction, RoleKind
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.rules.required import (
    required_actor_missing,
    required_body_missing,
    required_function_missing,
)
from samverkan_core.rules.rule import Rule
from samverkan_core.values.ids import ActorId
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import Period

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)
BEFORE, AFTER = dt.date(2015, 2, 28), dt.date(2015, 3, 2)
BACKWARDS = Period(first_day=AFTER, last_day=BEFORE)


def actor(id_: str, kind: Labelled, period: Period | None) -> Actor:
    known: dict[str, Any] = {"id": id_, "name": "En aktör", "kind": kind}
    return Actor(**known, period=period)


def role(id_: str, function: Labelled, period: Period | None) -> Role:
    known: dict[str, Any] = {"id": id_, "name": "En roll", "function": function}
    return Role(**known, kind=RoleKind.EMPLOYEE, period=period)


def body(id_: str, kind: Labelled, period: Period | None) -> Body:
    known: dict[str, Any] = {"id": id_, "name": "Ett organ", "kind": kind}
    return Body(**known, period=period)


@attrs.frozen(kw_only=True)
class Demand:
    """One of the three rules: what it asks for, and how that is found in a collaboration."""

    rule: Rule
    collection: str
    parameter: str
    datum: str
    make: Callable[[str, Any, Period | None], Any]
    #: Kinds that may be required; the first two are those of the examples by hand.
    kinds: tuple[Labelled, ...]

    def profile(self, *required: Labelled) -> Profile:
        members: dict[str, Any] = {self.parameter: required}
        return Profile(name="hagby", parameters=Parameters(**members))

    def collab(self, *found: tuple[Labelled, Period | None]) -> Collaboration:
        made = tuple(self.make(f"nr-{at}", *one) for at, one in enumerate(found))
        held: dict[str, Any] = {self.collection: made}
        return Collaboration(name="Hagby", **held)

    def missing(self, judgement: Judgement) -> list[object]:
        """Give the codes of what is missing, from a judgement that left nothing unjudged."""
        assert not judgement.not_judged
        for finding in judgement.findings:
            assert (finding.pointer, finding.subject) == (f"/{self.collection}", None)
        return [dict(finding.data)[self.datum] for finding in judgement.findings]


DEMANDS = (
    Demand(
        rule=required_actor_missing,
        collection="actors",
        parameter="required_actors",
        datum="kind",
        make=actor,
        kinds=(ActorKind.CHILD_PSYCHIATRY, ActorKind.SCHOOL, ActorKind.POLICE),
    ),
    Demand(
        rule=required_function_missing,
        collection="roles",
        parameter="required_functions",
        datum="function",
        make=role,
        kinds=(
            RoleFunction.COLLABORATION_LEADER,
            RoleFunction.PUBLIC_HEALTH_PLANNER,
            RoleFunction.CHAIR,
        ),
    ),
    Demand(
        rule=required_body_missing,
        collection="bodies",
        parameter="required_bodies",
        datum="kind",
        make=body,
        kinds=(BodyKind.EXECUTIVE_BOARD, BodyKind.STEERING_GROUP, BodyKind.PRESIDIUM),
    ),
)

each_demand = pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.rule.code)


def test_the_message_names_the_kind_of_actor(ask: Ask) -> None:
    demand = DEMANDS[0]
    collab = demand.collab((ActorKind.PUPIL_HEALTH, None))
    (finding,) = ask(demand.rule, collab, DAY, demand.profile(ActorKind.CHILD_PSYCHIATRY)).findings
    assert finding.data == (("kind", "child_psychiatry"),)
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Ingen aktör av slaget barn- och ungdomspsykiatri (BUP) deltar den dag som granskas; den "
        "lokala modellen kräver minst en."
    )
    assert finding.message("en") == (
        "No actor of the kind child and adolescent psychiatry takes part on the day asked about; "
        "the local model requires at least one."
    )


def test_the_message_names_the_function(ask: Ask) -> None:
    demand = DEMANDS[1]
    collab = demand.collab((RoleFunction.PROJECT_LEADER, None))
    (finding,) = ask(
        demand.rule, collab, DAY, demand.profile(RoleFunction.MAIN_PROJECT_LEADER)
    ).findings
    assert finding.data == (("function", "main_project_leader"),)
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Ingen roll har funktionen huvudprojektledare den dag som granskas; den lokala modellen "
        "kräver minst en."
    )
    assert finding.message("en") == (
        "No role has the function of main project leader on the day asked about; the local model "
        "requires at least one."
    )


def test_the_message_names_the_kind_of_body(ask: Ask) -> None:
    demand = DEMANDS[2]
    collab = demand.collab((BodyKind.COMMITTEE, None))
    (finding,) = ask(demand.rule, collab, DAY, demand.profile(BodyKind.EXECUTIVE_BOARD)).findings
    assert finding.data == (("kind", "executive_board"),)
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Inget organ av slaget kommunstyrelse ingår i samverkan den dag som granskas; den lokala "
        "modellen kräver minst ett."
    )
    assert finding.message("en") == (
        "No body of the kind municipal executive board is part of the collaboration on the day "
        "asked about; the local model requires at least one."
    )


@each_demand
def test_each_kind_that_is_missing_has_a_finding_in_the_order_of_the_profile(
    ask: Ask, demand: Demand
) -> None:
    first, second, third = demand.kinds
    profile = demand.profile(third, first, second, third)
    assert demand.missing(ask(demand.rule, demand.collab((second, None)), DAY, profile)) == [
        third.code,
        first.code,
    ]


@each_demand
@pytest.mark.parametrize(
    "period",
    [
        None,
        Period(),
        Period(first_day=DAY),
        Period(last_day=DAY),
        Period(first_day=DAY, last_day=DAY),
    ],
)
def test_the_first_and_the_last_day_are_enough(
    ask: Ask, demand: Demand, period: Period | None
) -> None:
    kind = demand.kinds[0]
    assert ask(demand.rule, demand.collab((kind, period)), DAY, demand.profile(kind)).held


@each_demand
@pytest.mark.parametrize("period", [Period(first_day=AFTER), Period(last_day=BEFORE)])
def test_outside_its_period_it_does_not_count(ask: Ask, demand: Demand, period: Period) -> None:
    kind = demand.kinds[0]
    judgement = ask(demand.rule, demand.collab((kind, period)), DAY, demand.profile(kind))
    assert demand.missing(judgement) == [kind.code]


@each_demand
def test_a_period_the_wrong_way_round_says_neither_that_it_is_there_nor_not(
    ask: Ask, demand: Demand
) -> None:
    first, second, _ = demand.kinds
    turned, profile = demand.collab((first, BACKWARDS)), demand.profile(first, second)
    judgement = ask(demand.rule, turned, DAY, profile)
    assert judgement.not_judged == (
        NotJudged(code=demand.rule.code, subject="nr-0", lacked="period"),
    )
    assert [dict(finding.data)[demand.datum] for finding in judgement.findings] == [second.code]
    there = demand.collab((first, BACKWARDS), (first, None), (second, None))
    assert ask(demand.rule, there, DAY, profile).held


@each_demand
@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_first_and_the_last_day_of_the_calendar(ask: Ask, demand: Demand, day: dt.date) -> None:
    kind = demand.kinds[0]
    held = demand.collab((kind, Period(first_day=day, last_day=day)))
    assert ask(demand.rule, held, day, demand.profile(kind)).held
    assert ask(demand.rule, held, DAY, demand.profile(kind)).findings


@each_demand
def test_of_two_with_one_id_either_will_do(ask: Ask, demand: Demand) -> None:
    first, second, _ = demand.kinds
    twice = tuple(demand.make("samma", kind, None) for kind in (first, second))
    held: dict[str, Any] = {demand.collection: twice}
    assert ask(
        demand.rule, Collaboration(name="Hagby", **held), DAY, demand.profile(first, second)
    ).held


def test_a_role_without_a_function_has_none_that_is_required(ask: Ask) -> None:
    demand = DEMANDS[1]
    bare: Any = {"id": "roll", "name": "En roll", "kind": RoleKind.EMPLOYEE}
    collab = Collaboration(name="Hagby", roles=(Role(**bare),))
    judgement = ask(demand.rule, collab, DAY, demand.profile(RoleFunction.OTHER))
    assert demand.missing(judgement) == ["other"]


def test_a_principal_is_an_actor_too(ask: Ask) -> None:
    region = attrs.evolve(
        DEMANDS[0].collab((ActorKind.REGION, None)), principals=(ActorId("nr-0"),)
    )
    assert ask(required_actor_missing, region, DAY, DEMANDS[0].profile(ActorKind.REGION)).held


@each_demand
def test_nothing_is_judged_where_nothing_is_required_or_nothing_is_there(
    ask: Ask, demand: Demand
) -> None:
    kind = demand.kinds[0]
    assert ask(demand.rule, demand.collab((kind, None)), DAY, COMMON).not_judged == (
        NotJudged(code=demand.rule.code, lacked=f"profile.{demand.parameter}"),
    )
    assert ask(demand.rule, demand.collab(), DAY, demand.profile(kind)).not_judged == (
        NotJudged(code=demand.rule.code, lacked=demand.collection),
    )


def test_a_coordinator_is_a_remark_where_the_text_only_tells_of_one(ask: Ask) -> None:
    collab = DEMANDS[1].collab((RoleFunction.CHAIR, None))
    (finding,) = ask(required_function_missing, collab, DAY, PROFILES["lomma"]).findings
    assert (finding.severity, finding.data) == (Severity.WARNING, (("function", "coordinator"),))


# --- laws --------------------------------------------------------------------------------------

near_days = (None, BEFORE, DAY, AFTER)
near_periods = [Period(first_day=one, last_day=other) for one in near_days for other in near_days]
periods = st.none() | st.sampled_from([one for one in near_periods if not one.is_backwards])

days_around = st.dates(dt.date(2015, 2, 26), dt.date(2015, 3, 4))


@given(demand=st.sampled_from(DEMANDS), data=st.data())
def test_what_is_missing_is_what_is_required_and_not_in_force(
    ask: Ask, demand: Demand, data: st.DataObject
) -> None:
    kinds = st.sampled_from(demand.kinds)
    required = data.draw(st.lists(kinds, min_size=1, max_size=4))
    found = data.draw(st.lists(st.tuples(kinds, periods), min_size=1, max_size=5))
    there = {
        kind
        for kind, period in found
        if period is None
        or (period.first_day or dt.date.min) <= DAY <= (period.last_day or dt.date.max)
    }
    wanted = [kind.code for kind in dict.fromkeys(required) if kind not in there]
    judgement = ask(demand.rule, demand.collab(*found), DAY, demand.profile(*required))
    assert demand.missing(judgement) == wanted


@given(demand=st.sampled_from(DEMANDS), data=st.data())
def test_whoever_joins_leaves_no_more_missing_than_before(
    ask: Ask, demand: Demand, data: st.DataObject
) -> None:
    one = st.tuples(st.sampled_from(demand.kinds), periods)
    found = data.draw(st.lists(one, min_size=1, max_size=4))
    profile = demand.profile(*demand.kinds)
    before = demand.missing(ask(demand.rule, demand.collab(*found), DAY, profile))
    joined = demand.collab(*found, data.draw(one))
    assert set(demand.missing(ask(demand.rule, joined, DAY, profile))) <= set(before)


@given(
    demand=st.sampled_from(DEMANDS),
    day=days_around,
    first=st.none() | days_around,
    last=st.none() | days_around,
)
def test_a_period_holds_from_its_first_day_through_its_last(
    ask: Ask, demand: Demand, day: dt.date, first: dt.date | None, last: dt.date | None
) -> None:
    kind = demand.kinds[0]
    held = demand.collab((kind, Period(first_day=first, last_day=last)))
    inside = (first or dt.date.min) <= day <= (last or dt.date.max)
    assert ask(demand.rule, held, day, demand.profile(kind)).held == inside


@given(demand=st.sampled_from(DEMANDS), data=st.data())
def test_the_order_of_the_document_means_nothing(
    ask: Ask, demand: Demand, data: st.DataObject
) -> None:
    one = st.tuples(st.sampled_from(demand.kinds), periods)
    found = data.draw(st.lists(one, min_size=1, max_size=5))
    turned = data.draw(st.permutations(found))
    profile = demand.profile(*demand.kinds)
    before, after = (
        ask(demand.rule, demand.collab(*some), DAY, profile) for some in (found, turned)
    )
    assert before == after


@given(demand=st.sampled_from(DEMANDS), data=st.data())
def test_what_is_required_besides_changes_nothing_of_the_rest(
    ask: Ask, demand: Demand, data: st.DataObject
) -> None:
    first, second, third = data.draw(st.permutations(demand.kinds))
    collab = demand.collab((data.draw(st.sampled_from(demand.kinds)), data.draw(periods)))
    fewer = demand.missing(ask(demand.rule, collab, DAY, demand.profile(first, second)))
    more = demand.missing(ask(demand.rule, collab, DAY, demand.profile(first, second, third)))
    assert [code for code in more if code != third.code] == fewer
