"""TGT001, TGT003 and TGT004: that there is a target group, in which situation, with the parents."""

from collections.abc import Callable
from typing import Any

import pytest

from samverkan_core.findings.finding import Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import Condition, TargetGroup
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.rule import Rule
from samverkan_core.rules.target_groups import (
    conditions_missing,
    no_target_group,
    parents_left_out,
)

Ask = Callable[..., Judgement]


def group(id_: str, **members: object) -> TargetGroup:
    known: dict[str, Any] = {"id": id_, "name": "Barn och unga", **members}
    return TargetGroup(**known)


def collaboration(*groups: TargetGroup) -> Collaboration:
    return Collaboration(name="Fokus", target_groups=groups)


class TestAnyTargetGroup:
    """TGT001."""

    def test_none(self, ask: Ask) -> None:
        (finding,) = ask(no_target_group, collaboration()).findings

        assert (finding.pointer, finding.subject, finding.data) == ("", None, ())
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == "Dokumentet anger ingen målgrupp för samverkan."
        assert finding.message("en") == (
            "The document states no target group for the collaboration."
        )

    def test_one_of_which_nothing_is_said(self, ask: Ask) -> None:
        assert ask(no_target_group, collaboration(group("unga"))).held


class TestConditions:
    """TGT003."""

    def test_none(self, ask: Ask) -> None:
        made = collaboration(group("barn", conditions=(Condition.AT_RISK,)), group("unga"))

        (finding,) = ask(conditions_missing, made).findings

        assert (finding.pointer, finding.subject) == ("/target_groups/1", "unga")
        assert finding.data == (("target_group", "unga"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Målgruppen unga anger inte om barnen far illa eller riskerar att fara illa."
        )
        assert finding.message("en") == (
            "Target group unga does not say whether the children come to harm or are at risk of it."
        )

    @pytest.mark.parametrize("condition", Condition)
    def test_either_is_enough(self, ask: Ask, condition: Condition) -> None:
        assert ask(conditions_missing, collaboration(group("unga", conditions=(condition,)))).held


class TestParents:
    """TGT004."""

    def test_left_out(self, ask: Ask) -> None:
        made = collaboration(group("barn", includes_parents=True), group("unga"))

        (finding,) = ask(parents_left_out, made).findings

        assert (finding.pointer, finding.subject) == ("/target_groups/1", "unga")
        assert finding.data == (("target_group", "unga"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == "Målgruppen unga omfattar inte barnens föräldrar."
        assert finding.message("en") == "Target group unga does not include the children's parents."

    def test_included(self, ask: Ask) -> None:
        assert ask(parents_left_out, collaboration(group("unga", includes_parents=True))).held

    def test_each_of_two_with_one_id(self, ask: Ask) -> None:
        made = collaboration(group("unga", includes_parents=True), group("unga"))

        (finding,) = ask(parents_left_out, made).findings
        assert finding.pointer == "/target_groups/1"


@pytest.mark.parametrize("rule", [conditions_missing, parents_left_out])
def test_without_target_groups(ask: Ask, rule: Rule) -> None:
    judgement = ask(rule, collaboration())

    assert judgement.not_judged == (NotJudged(code=rule.code, lacked="target_groups"),)
