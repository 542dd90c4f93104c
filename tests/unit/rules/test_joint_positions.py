"""POS001 to POS003: a joint position is tried by each member and decided by each principal."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.body import Body, BodyKind, Seat
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.joint_position import JointPosition, MemberTest, PrincipalDecision
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.joint_positions import (
    member_test_incomplete,
    no_unresolved,
    not_decided,
)
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.rule import Rule
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    DocumentId,
    JointPositionId,
    OfficeId,
    RoleId,
)

Ask = Callable[..., Judgement]

CHIEF = OfficeId("skolchefen")
YES = MemberTest(member=CHIEF, meaning="En tjänst.", possible=True, timely=True, linked=True)
GROUP = Body(
    id=BodyId("styrgruppen"),
    name="Styrgruppen",
    kind=BodyKind.STEERING_GROUP,
    seats=(Seat(role=RoleId("skolchefen")), Seat(on_behalf_of=ActorId("polisen")), Seat()),
)
PRINCIPALS = (ActorId("kommunen"), ActorId("regionen"))


def collaboration(*tests: MemberTest, principals: Any = PRINCIPALS, **told: Any) -> Collaboration:
    known: dict[str, Any] = {"id": JointPositionId("st"), "text": "Vi inför en rutin."}
    position = JointPosition(**{**known, "tests": tests, **told})
    return Collaboration(
        name="Hagby", bodies=(GROUP,), principals=principals, joint_positions=(position,)
    )


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def decided(*names: str, rejected: bool = False) -> tuple[PrincipalDecision, ...]:
    return tuple(
        PrincipalDecision(principal=ActorId(name), decision=Resolution(), rejected=rejected)
        for name in names
    )


@pytest.mark.parametrize("rule", [no_unresolved, not_decided, member_test_incomplete])
def test_a_document_without_joint_positions_is_not_thereby_wrong(ask: Ask, rule: Rule) -> None:
    assert ask(rule, Collaboration(name="Hagby", principals=PRINCIPALS)).not_judged == (
        NotJudged(code=rule.code, lacked="joint_positions"),
    )


@pytest.mark.parametrize("rule", [no_unresolved, member_test_incomplete])
def test_the_test_of_each_chief_is_a_must_in_sundbyberg(ask: Ask, rule: Rule) -> None:
    made = collaboration(attrs.evolve(YES, possible=False, meaning=None))

    assert only(ask(rule, made)).severity is Severity.WARNING
    assert only(ask(rule, made, None, PROFILES["sundbyberg"])).severity is Severity.ERROR


class TestNo:
    """POS001."""

    def test_a_no_that_is_left_lying(self, ask: Ask) -> None:
        made = collaboration(YES, attrs.evolve(YES, timely=False, linked=False))

        finding = only(ask(no_unresolved, made))

        assert (finding.pointer, finding.subject) == ("/joint_positions/0/tests/1", "st")
        assert finding.message("sv") == (
            "Ledamoten skolchefen har svarat nej på frågan om ställningstagandet st är rätt i "
            "tiden och kopplat till de egna styrdokumenten, och hindret är inte löst."
        )

    def test_a_no_that_was_resolved(self, ask: Ask) -> None:
        made = collaboration(attrs.evolve(YES, timely=False, resolved="Starten flyttas."))
        assert ask(no_unresolved, made).held

    def test_no_answer_is_no_no(self, ask: Ask) -> None:
        assert ask(no_unresolved, collaboration(MemberTest(member=CHIEF))).held

    def test_where_nobody_has_tried_it_nobody_can_say(self, ask: Ask) -> None:
        assert ask(no_unresolved, collaboration()).not_judged == (
            NotJudged(code="POS001", subject="st", lacked="tests"),
        )


class TestDecided:
    """POS002."""

    def test_the_principals_that_lack_are_named(self, ask: Ask) -> None:
        finding = only(ask(not_decided, collaboration(decisions=decided("regionen"))))

        assert (finding.pointer, finding.severity) == ("/joint_positions/0", Severity.WARNING)
        assert finding.message("sv") == "Ställningstagandet st är inte antaget av kommunen."

    def test_a_decision_of_one_binds_no_other(self, ask: Ask) -> None:
        finding = only(ask(not_decided, collaboration(decisions=decided("kommunen", "kommunen"))))

        assert dict(finding.data)["principals"] == ("regionen",)

    def test_a_decision_against_it_is_no_adoption_until_there_is_one(self, ask: Ask) -> None:
        against = (*decided("kommunen"), *decided("regionen", rejected=True))

        finding = only(ask(not_decided, collaboration(decisions=against)))

        assert dict(finding.data)["principals"] == ("regionen",)
        made = collaboration(decisions=(*against, *decided("regionen")))
        assert ask(not_decided, made).held

    def test_only_those_concerned_have_to_decide(self, ask: Ask) -> None:
        told = {"concerns": (ActorId("regionen"),), "decisions": decided("regionen")}
        assert ask(not_decided, collaboration(**told)).held

    def test_where_no_principal_is_known_nobody_can_say(self, ask: Ask) -> None:
        assert ask(not_decided, collaboration(principals=())).not_judged == (
            NotJudged(code="POS002", subject="st", lacked="concerns"),
        )

    @given(
        concerned=st.lists(st.sampled_from("abcdef"), min_size=1),
        adopted=st.lists(st.sampled_from("abcdef")),
    )
    def test_those_that_lack_are_those_concerned_that_have_not_adopted_it(
        self, ask: Ask, concerned: list[str], adopted: list[str]
    ) -> None:
        told = {"concerns": tuple(map(ActorId, concerned)), "decisions": decided(*adopted)}

        found = ask(not_decided, collaboration(**told)).findings

        lacking = {one for finding in found for one in dict(finding.data)["principals"]}  # type: ignore[union-attr]  # names
        assert lacking == set(concerned) - set(adopted)


class TestTried:
    """POS003."""

    def test_a_question_that_a_member_has_not_answered(self, ask: Ask) -> None:
        made = collaboration(attrs.evolve(YES, meaning=None, linked=None))

        finding = only(ask(member_test_incomplete, made))

        assert (finding.pointer, finding.subject) == ("/joint_positions/0/tests/0", "st")
        assert finding.message("sv") == (
            "I fråga om ställningstagandet st har ledamoten skolchefen inte prövat vad det "
            "betyder i den egna verksamheten och om det är kopplat till de egna styrdokumenten."
        )

    def test_a_no_is_an_answer_and_so_are_documents(self, ask: Ask) -> None:
        no = attrs.evolve(YES, possible=False, timely=False, linked=False)
        named = attrs.evolve(YES, linked=None, documents=(DocumentId("verksamhetsplan"),))
        assert ask(member_test_incomplete, collaboration(no, named)).held

    def test_a_member_of_the_body_that_has_not_tried_it(self, ask: Ask) -> None:
        finding = only(ask(member_test_incomplete, collaboration(YES, body=GROUP.id)))

        assert finding.pointer == "/joint_positions/0"
        assert dict(finding.data) == {
            "member": "polisen",
            "missing": ("meaning", "possible", "timely", "linked"),
            "position": "st",
        }

    def test_a_member_may_be_named_by_role_or_by_actor(self, ask: Ask) -> None:
        police = attrs.evolve(YES, member=OfficeId("polisen"))
        assert ask(member_test_incomplete, collaboration(YES, police, body=GROUP.id)).held

    @pytest.mark.parametrize("body", [None, BodyId("okänd")])
    def test_where_no_member_is_known_nobody_can_say(self, ask: Ask, body: BodyId | None) -> None:
        assert ask(member_test_incomplete, collaboration(body=body)).not_judged == (
            NotJudged(code="POS003", subject="st", lacked="tests"),
        )
