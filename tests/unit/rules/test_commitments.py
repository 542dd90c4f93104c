"""SIP007 and SIP008: commitments say who, what and when, and none pulls against another."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.plan import Aim, Commitment, IndividualPlan, PlanKind
from samverkan_core.rules.commitments import commitment_incomplete, commitments_counteract
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.values.ids import ActorId, PlanId, RoleId
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]

DAY = dt.date(2026, 3, 1)
UP, DOWN = Aim


def plan(*commitments: Commitment, id_: str = "plan", **members: object) -> IndividualPlan:
    told: dict[str, Any] = {"child": "barn", "started": PartialDate(when="2026-01-12"), **members}
    return IndividualPlan(
        id=PlanId(id_), kind=PlanKind.COORDINATED_INDIVIDUAL_PLAN, commitments=commitments, **told
    )


def collab(*plans: IndividualPlan) -> Collaboration:
    return Collaboration(name="Hagby", plans=plans)


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


WHOLE = Commitment(
    id="1", actor=ActorId("skolan"), what="Ringer hem.", due=PartialDate(when="2026", about=True)
)


class TestIncomplete:
    """SIP007."""

    def test_what_is_missing_is_named(self, ask: Ask) -> None:
        finding = only(ask(commitment_incomplete, collab(plan(WHOLE, Commitment(id="2")))))

        assert (finding.pointer, finding.subject) == ("/plans/0/commitments/1", "plan")
        assert finding.message("sv") == (
            "För åtagande 2 i planen plan framgår inte vem som gör det, vad som ska göras och när "
            "det ska vara gjort."
        )

    @pytest.mark.parametrize(
        ("profile", "severity"), [("common", Severity.WARNING), ("lomma", Severity.ERROR)]
    )
    def test_it_is_a_fault_where_the_text_says_must(
        self, ask: Ask, profile: str, severity: Severity
    ) -> None:
        made = collab(plan(Commitment(id="1")))
        finding = only(ask(commitment_incomplete, made, None, PROFILES[profile]))
        assert finding.severity is severity

    def test_a_role_is_enough(self, ask: Ask) -> None:
        by_role = attrs.evolve(WHOLE, actor=None, role=RoleId("kuratorn"))
        assert ask(commitment_incomplete, collab(plan(WHOLE, by_role))).held


def aims(id_: str, direction: Aim | None, **members: object) -> Commitment:
    told: dict[str, Any] = {"target": "tid vid skärm", **members}
    return Commitment(id=id_, direction=direction, **told)


class TestCounteract:
    """SIP008."""

    def test_two_that_move_one_thing_in_opposite_directions(self, ask: Ask) -> None:
        made = collab(plan(aims("1", UP), aims("2", DOWN, target="Tid  vid SKÄRM")))
        finding = only(ask(commitments_counteract, made, DAY))

        assert (finding.pointer, finding.subject) == ("/plans/0/commitments/1", "plan")
        assert finding.message("sv") == (
            "Åtagande 2 i planen plan motverkar åtagande 1 i planen plan."
        )
        assert "skärm" not in str(finding.data)

    def test_two_plans_of_one_child(self, ask: Ask) -> None:
        own, other = plan(aims("1", UP)), plan(aims("1", DOWN), id_="plan-2")
        finding = only(ask(commitments_counteract, collab(own, other), DAY))
        assert dict(finding.data)["other_plan"] == "plan"

    @pytest.mark.parametrize("named", [("2",), ("9", "2")])
    def test_what_somebody_has_seen(self, ask: Ask, named: tuple[str, ...]) -> None:
        made = plan(Commitment(id="1", counteracts=named), Commitment(id="2"))
        assert dict(only(ask(commitments_counteract, collab(made), DAY)).data)["other"] == "2"

    @pytest.mark.parametrize(
        "other",
        [
            aims("2", UP),
            aims("2", None),
            aims("2", DOWN, target=None),
            aims("2", DOWN, target="sömn"),
            aims("2", DOWN, done_on=PartialDate(when="2026-03-01")),
            Commitment(id="2", counteracts=("2", "9")),
        ],
    )
    def test_what_does_not_pull_against_the_other(self, ask: Ask, other: Commitment) -> None:
        assert ask(commitments_counteract, collab(plan(aims("1", UP), other)), DAY).held

    def test_other_children_closed_plans_and_plans_for_nobody_in_particular(self, ask: Ask) -> None:
        own = plan(aims("1", UP))
        others = (
            plan(aims("1", DOWN), id_="b", child="syskonet"),
            plan(aims("1", DOWN), id_="c", closed_on=DAY),
            plan(aims("1", DOWN), id_="d", child=None),
        )
        assert ask(commitments_counteract, collab(own, *others), DAY).held
        alone = plan(aims("1", DOWN), aims("2", UP), id_="d", child=None)
        assert only(ask(commitments_counteract, collab(own, alone), DAY)).subject == "d"

    def test_what_perhaps_remains_is_not_judged_and_hides_nothing(self, ask: Ask) -> None:
        perhaps = aims("0", UP, done_on=PartialDate(when="2026-03"))
        doubtful = ask(commitments_counteract, collab(plan(perhaps, aims("2", DOWN))), DAY)
        assert not doubtful.findings
        assert [one.lacked for one in doubtful.not_judged] == ["commitments.done_on"]
        both = plan(perhaps, aims("1", UP), aims("2", DOWN))
        (finding,) = ask(commitments_counteract, collab(both), DAY).findings
        assert dict(finding.data)["other"] == "1"

    @given(
        drawn=st.lists(
            st.tuples(st.sampled_from("ab"), st.sampled_from((UP, DOWN, None)), st.booleans()),
            max_size=6,
        )
    )
    def test_something_is_found_exactly_where_two_open_ones_pull_apart(
        self, ask: Ask, drawn: list[tuple[str, Aim | None, bool]]
    ) -> None:
        done = PartialDate(when="2026-02-01")
        made = plan(
            *(
                aims(str(at), direction, target=target, done_on=done if is_done else None)
                for at, (target, direction, is_done) in enumerate(drawn)
            )
        )
        left = {(target, direction) for target, direction, is_done in drawn if not is_done}
        apart = {target for target in "ab" if {(target, UP), (target, DOWN)} <= left}
        found = ask(commitments_counteract, collab(made), DAY).findings
        assert bool(found) is bool(apart)
        for finding in found:
            pair = [drawn[int(str(dict(finding.data)[name]))] for name in ("commitment", "other")]
            assert {direction for _, direction, _ in pair} == {UP, DOWN}
            assert len({target for target, _, _ in pair}) == 1
