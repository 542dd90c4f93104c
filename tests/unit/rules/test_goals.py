"""GOA001 to GOA005: goals that are joint, about children, near and far, anchored and followed."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.goal import Goal, GoalAbout, Horizon, OrdinaryOperation
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.goals import (
    about_collaboration,
    goal_without_indicator,
    long_without_short,
    none_joint,
    not_anchored,
)
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.rule import Rule
from samverkan_core.values.ids import ActorId, DocumentId, GoalId, IndicatorId

Ask = Callable[..., Judgement]

SCHOOL, SOCIAL = ActorId("skolan"), ActorId("socialtjansten")
LONG, SHORT = Horizon.LONG_TERM, Horizon.SHORT_TERM
ALL = (none_joint, about_collaboration, long_without_short, not_anchored, goal_without_indicator)


def goal(id_: str = "tidigt-stod", **members: Any) -> Goal:
    return Goal(id=GoalId(id_), name="Fler barn får stöd i tid.", **members)


def collaboration(*goals: Goal) -> Collaboration:
    return Collaboration(name="Hagby", goals=goals)


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_without_any_goal_nothing_is_judged(ask: Ask, rule: Rule) -> None:
    lacking = NotJudged(code=rule.code, lacked="goals")
    assert ask(rule, collaboration()).not_judged == (lacking,)


class TestJoint:
    """GOA001."""

    def test_no_goal_is_owned_by_two(self, ask: Ask) -> None:
        alone, nobodys = goal("ett", owners=(SCHOOL,)), goal("två")

        finding = only(ask(none_joint, collaboration(alone, nobodys)))

        assert (finding.pointer, finding.subject) == ("/goals", None)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Inget av målen (ett och två) ägs av minst två aktörer, så inget mål är gemensamt."
        )

    def test_one_joint_goal_is_enough(self, ask: Ask) -> None:
        joint = goal("ett", owners=(SCHOOL, SOCIAL))
        assert ask(none_joint, collaboration(goal("två"), joint)).held

    def test_to_be_named_twice_is_not_to_be_two(self, ask: Ask) -> None:
        twice = goal(owners=(SCHOOL, SCHOOL))
        assert not twice.is_joint
        assert ask(none_joint, collaboration(twice)).findings


class TestAbout:
    """GOA002."""

    def test_a_goal_about_collaboration(self, ask: Ask) -> None:
        made = collaboration(goal("a"), goal("b", about=GoalAbout.COLLABORATION))

        judgement = ask(about_collaboration, made)

        (finding,) = judgement.findings
        assert (finding.pointer, finding.subject) == ("/goals/1/about", "b")
        assert finding.severity is Severity.WARNING
        assert judgement.not_judged == (NotJudged(code="GOA002", subject="a", lacked="about"),)

    def test_a_goal_about_children(self, ask: Ask) -> None:
        assert ask(about_collaboration, collaboration(goal(about=GoalAbout.CHILDREN))).held


class TestHorizons:
    """GOA003."""

    def test_a_long_term_goal_alone(self, ask: Ask) -> None:
        made = collaboration(goal(horizon=LONG), goal("annat", horizon=SHORT))

        finding = only(ask(long_without_short, made))

        assert (finding.pointer, finding.subject) == ("/goals/0/horizon", "tidigt-stod")
        assert finding.severity is Severity.WARNING

    def test_it_is_a_fault_in_atvidaberg(self, ask: Ask) -> None:
        profile = PROFILES["atvidaberg"]
        made = collaboration(goal(horizon=LONG))
        assert only(ask(long_without_short, made, None, profile)).severity is Severity.ERROR

    def test_a_short_term_goal_under_one_that_is_under_it(self, ask: Ask) -> None:
        top, middle = goal("a", horizon=LONG), goal("b", horizon=LONG, superior_goal="a")
        assert ask(
            long_without_short,
            collaboration(goal("c", horizon=SHORT, superior_goal="b"), top, middle),
        ).held

    def test_one_of_unknown_horizon_may_be_it(self, ask: Ask) -> None:
        made = collaboration(goal("a", horizon=LONG), goal("b", superior_goal="a"))
        lacking = NotJudged(code="GOA003", subject="a", lacked="goals.horizon")
        assert ask(long_without_short, made).not_judged == (lacking,)

    def test_goals_in_a_ring_come_to_an_end(self, ask: Ask) -> None:
        a, b = (
            goal("a", horizon=LONG, superior_goal="b"),
            goal("b", superior_goal="a", horizon=LONG),
        )
        found = ask(long_without_short, collaboration(a, b)).findings
        assert [finding.subject for finding in found] == ["a", "b"]

    def test_of_two_with_one_id_the_first_counts(self, ask: Ask) -> None:
        made = collaboration(goal("a", horizon=SHORT), goal("a", horizon=LONG))
        assert ask(long_without_short, made).held

    @given(
        above=st.lists(st.none() | st.integers(0, 5), min_size=1, max_size=6),
        horizons=st.lists(st.sampled_from((LONG, SHORT)), min_size=6, max_size=6),
    )
    def test_it_is_told_just_where_no_short_term_goal_leads_up_to_it(
        self, ask: Ask, above: list[int | None], horizons: list[Horizon]
    ) -> None:
        goals = [
            goal(str(at), horizon=horizons[at], superior_goal=None if up is None else str(up))
            for at, up in enumerate(above)
        ]
        led: set[int] = set()
        for at in range(len(goals)):
            up = above[at] if horizons[at] is SHORT else None
            while up is not None and up < len(goals) and up not in led:
                led.add(up)
                up = above[up]
        wanted = [g.id for at, g in enumerate(goals) if g.horizon is LONG and at not in led]
        found = ask(long_without_short, collaboration(*goals)).findings
        assert [finding.subject for finding in found] == wanted


class TestAnchored:
    """GOA004."""

    UNIT = OrdinaryOperation(unit=SCHOOL)
    PLAN = OrdinaryOperation(plan=DocumentId("skolplan"))
    BOTH = OrdinaryOperation(unit=SCHOOL, plan=DocumentId("skolplan"))

    @pytest.mark.parametrize(
        ("places", "missing"),
        [
            ((), ("unit", "plan")),
            ((OrdinaryOperation(),), ("unit", "plan")),
            ((UNIT,), ("plan",)),
            ((PLAN,), ("unit",)),
            ((UNIT, PLAN), ("plan",)),
        ],
    )
    def test_what_it_lacks(
        self, ask: Ask, places: tuple[OrdinaryOperation, ...], missing: tuple[str, ...]
    ) -> None:
        finding = only(ask(not_anchored, collaboration(goal(anchored_in=places))))
        assert dict(finding.data) == {"goal": "tidigt-stod", "missing": missing}
        assert finding.pointer == "/goals/0"

    def test_the_words(self, ask: Ask) -> None:
        finding = only(ask(not_anchored, collaboration(goal())))
        assert finding.message("sv") == (
            "Målet tidigt-stod är inte förankrat i ordinarie verksamhet; uppgift saknas om enhet "
            "och plan."
        )

    def test_one_unit_with_its_plan_is_enough(self, ask: Ask) -> None:
        made = collaboration(goal(anchored_in=(self.UNIT, self.BOTH)))
        assert ask(not_anchored, made).held


class TestIndicator:
    """GOA005."""

    def test_a_goal_that_nothing_follows(self, ask: Ask) -> None:
        followed = goal("a", indicators=(IndicatorId("franvaro"),))
        finding = only(ask(goal_without_indicator, collaboration(followed, goal("b"))))
        assert (finding.pointer, finding.subject) == ("/goals/1", "b")
        assert finding.severity is Severity.WARNING

    def test_an_id_that_leads_nowhere_is_another_rules_business(self, ask: Ask) -> None:
        made = collaboration(goal(indicators=(IndicatorId("finns-inte"),)))
        assert ask(goal_without_indicator, made).held


@given(count=st.integers(1, 5), data=st.data())
def test_a_goal_is_judged_by_itself_whatever_stands_beside_it(
    ask: Ask, count: int, data: st.DataObject
) -> None:
    kinds = (
        goal(about=GoalAbout.COLLABORATION),
        goal(indicators=(IndicatorId("i"),)),
        goal(anchored_in=(TestAnchored.BOTH,)),
    )
    drawn = [
        attrs.evolve(data.draw(st.sampled_from(kinds)), id=GoalId(str(at))) for at in range(count)
    ]
    for rule in (about_collaboration, not_anchored, goal_without_indicator):
        together = ask(rule, collaboration(*drawn)).findings
        alone = [found for one in drawn for found in ask(rule, collaboration(one)).findings]
        assert [one.subject for one in together] == [one.subject for one in alone]
