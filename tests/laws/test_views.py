"""Whatever is looked at, each rule stands in one place and one state, and nothing is made up."""

import datetime as dt
from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_core.assessment import (
    FACTORS,
    FactorView,
    PillarView,
    State,
    pillars,
    self_assessment,
)
from samverkan_core.checking import accept, check
from samverkan_core.findings.finding import Force, Pillar, Severity
from samverkan_core.findings.report import Report
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.assessment import assessment_text, pillars_text
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.labels import LANGUAGES, Lang

fewer = settings(max_examples=settings().max_examples // 3)
profiles = st.sampled_from(tuple(PROFILES))
days = st.none() | st.dates()
DAY = dt.date(2015, 3, 1)
NO_DATA: dict[Lang, str] = {"sv": "Inga uppgifter.", "en": "No data."}


def whole(view: FactorView) -> tuple[str, ...]:
    return tuple(standing.code for state in State for standing in view.of(state))


def agrees(report: Report) -> None:
    """Hold that each state is what the report itself says of the rule."""
    views: tuple[FactorView | PillarView, ...] = (*self_assessment(report), *pillars(report))
    for view in views:
        for standing in view.rules:
            assert standing.findings == tuple(report.by_code(standing.code))
            assert {one.code for one in standing.accepted} <= {standing.code}
            assert set(standing.accepted) <= set(report.accepted)
            assert set(standing.lacking) <= set(report.not_judged)
            assert (standing.state is State.HOLDS) == (standing.code in report.held)
            assert (standing.state is State.WAITS) == (standing.code in report.not_run)
            assert (standing.state is State.LEFT_OUT) == (standing.code in report.left_out)


@given(collab=collaborations(), at=days, profile=profiles)
def test_each_code_stands_once_in_a_factor_and_in_one_state(
    collab: Collaboration, at: dt.date | None, profile: str
) -> None:
    report = check(collab, at=at, profile=profile)
    agrees(report)
    views = self_assessment(report)
    assert [view.factor for view in views] == list(FACTORS)
    for view in views:
        assert sorted(whole(view)) == sorted(view.factor.rules)


@given(collab=collaborations(), at=days, profile=profiles)
def test_every_rule_is_in_one_pillar_and_the_counts_add_up(
    collab: Collaboration, at: dt.date | None, profile: str
) -> None:
    report = check(collab, at=at, profile=profile)
    views = pillars(report)
    assert [view.pillar for view in views] == list(Pillar)
    times = Counter(standing.code for view in views for standing in view.rules)
    assert set(times.values()) == {1}
    assert (
        {rule.code for rule in RULES}
        <= set(times)
        <= {
            *(rule.code for rule in RULES),
            *(finding.code for finding in report),
        }
    )
    found = [one for view in views for severity in Severity for one in view.by_severity(severity)]
    assert sorted(found) == list(report)
    for view in views:
        assert sum(len(view.of(state)) for state in State) == len(view.rules)
        assert all(one.pillar is view.pillar for rule in view.rules for one in rule.findings)


@fewer
@given(collab=collaborations(), at=days, lang=st.sampled_from(LANGUAGES))
def test_a_factor_without_data_says_so_and_never_that_it_holds(
    collab: Collaboration, at: dt.date | None, lang: Lang
) -> None:
    report = check(collab, at=at)
    for view in self_assessment(report):
        only = attrs.evolve(view.factor, rules=tuple(rule.code for rule in view.of(State.NO_DATA)))
        (unknown,) = self_assessment(report, [only])
        assert not unknown.is_known
        assert view.is_known == any(rule.state.says_something for rule in view.rules)
        text = assessment_text(report, name="d", lang=lang, factors=[only])
        assert f"  {State.HOLDS.label(lang)}: " not in text
        assert (f"  {NO_DATA[lang]}" in text.splitlines()) == bool(only.rules)
    assert pillars_text(report, name="d", lang=lang)


@pytest.mark.parametrize("profile", PROFILES)
@fewer
@given(data=st.data())
def test_in_a_lawful_world_nothing_is_broken_and_no_order_matters(
    profile: str, data: st.DataObject
) -> None:
    collab, at = data.draw(worlds(profile))
    turned: dict[str, Any] = {name: tuple(reversed(getattr(collab, name))) for name in COLLECTIONS}
    backwards = attrs.evolve(collab, **turned)
    report, other = check(collab, at=at), check(backwards, at=at)
    for view, again in zip(pillars(report), pillars(other), strict=True):
        assert not view.of(State.BROKEN)
        assert not view.of(State.WAITS)
        assert [(one.code, one.state) for one in view.rules] == [
            (one.code, one.state) for one in again.rules
        ]
    for one, two in zip(self_assessment(report), self_assessment(other), strict=True):
        assert {state: len(one.of(state)) for state in State} == {
            state: len(two.of(state)) for state in State
        }


@fewer
@given(collab=collaborations(), days_after=st.integers(0, 2))
def test_what_is_accepted_stands_apart_until_its_day_has_passed(
    collab: Collaboration, days_after: int
) -> None:
    before = check(attrs.evolve(collab, acceptances=()), at=DAY)
    owned = attrs.evolve(collab, acceptances=())
    for finding in before:
        if finding.force is not Force.LAW:
            owned = accept(owned, finding, reason="r", owner="styrgruppen", last_day=DAY)
    report = check(owned, at=DAY + dt.timedelta(days=days_after))
    for view in pillars(report):
        for rule in view.rules:
            answering = {one.finding for one in rule.answerable}
            assert answering <= {*rule.findings, *rule.accepted}
            assert set(rule.accepted) <= answering
            assert not (days_after and rule.accepted)
    agrees(report)
