"""For each rule: a world that breaks it and nothing else, and one that only just does not."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.errors import UnknownCode
from samverkan_core.findings.finding import Force
from samverkan_core.findings.report import Report
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.rule import Rule
from samverkan_core.testing.breaking import (
    BREAKING,
    DAYS,
    NEAR_MISS,
    breaking,
    lawful_for,
    near_miss,
)

World = tuple[Collaboration, dt.date]
Worlds = Callable[[str], st.SearchStrategy[World]]

#: Rules of no force of law that speak of a provision, or of a day that stands in one, all the same.
NAMING = {"COL101", "CON004", "LAW001"}
#: There are twice as many of these laws as rules, so each gets few examples in the ordinary run.
few = settings(max_examples=5)
many = settings(max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def checked(world: World) -> Report:
    collab, at = world
    return check(collab, at=at)


def breaks_only_it(rule: Rule, world: World) -> None:
    report = checked(world)
    codes = {finding.code for finding in report}
    assert {rule.code} <= codes <= {rule.code, *rule.implies}, [f.message("en") for f in report]


def only_just_holds(rule: Rule, world: World) -> None:
    report = checked(world)
    assert not [finding.message("en") for finding in report]
    # A rule that nothing is asked of misses by far.
    unasked = [missing for missing in report.not_judged if missing.lacked.startswith("profile.")]
    assert rule.code not in {missing.code for missing in unasked}
    # Where the law that a rule rests on was read, there is nothing that it could not judge.
    assert rule.code not in DAYS or rule.code in report.held


@every_rule
@few
@given(data=st.data())
def test_a_world_that_breaks_a_rule_breaks_no_other(rule: Rule, data: st.DataObject) -> None:
    breaks_only_it(rule, data.draw(breaking(rule.code)))


@every_rule
@few
@given(data=st.data())
def test_a_near_miss_does_not_break_the_rule(rule: Rule, data: st.DataObject) -> None:
    only_just_holds(rule, data.draw(near_miss(rule.code)))


@pytest.mark.slow
@every_rule
@many
@given(data=st.data())
def test_many_worlds_break_one_rule_only(rule: Rule, data: st.DataObject) -> None:
    breaks_only_it(rule, data.draw(breaking(rule.code)))


@pytest.mark.slow
@every_rule
@many
@given(data=st.data())
def test_many_near_misses_break_nothing(rule: Rule, data: st.DataObject) -> None:
    only_just_holds(rule, data.draw(near_miss(rule.code)))


def test_a_rule_that_rests_on_law_is_broken_on_days_for_which_that_was_read() -> None:
    resting = {rule.code for rule in RULES if rule.notice.force is Force.LAW}
    assert resting | NAMING == set(DAYS)
    assert all(DAYS.values())


@pytest.mark.parametrize("code", DAYS)
@pytest.mark.parametrize("worlds", [lawful_for, breaking, near_miss])
@few
@given(data=st.data())
def test_such_a_day_is_drawn(worlds: Worlds, code: str, data: st.DataObject) -> None:
    _, at = data.draw(worlds(code))
    assert any(span.holds_on(at) for span in DAYS[code])


@pytest.mark.parametrize("edits", [BREAKING, NEAR_MISS], ids=["breaking", "near_miss"])
def test_each_rule_can_be_broken_and_only_just_missed(edits: dict[str, object]) -> None:
    assert sorted(edits) == sorted(rule.code for rule in RULES)


@pytest.mark.parametrize("strategy", [breaking, near_miss])
def test_a_code_that_no_rule_has_is_misuse(strategy: object) -> None:
    assert callable(strategy)
    with pytest.raises(UnknownCode, match="did you mean 'FOC001'"):
        strategy("foc001")
