"""EVA001 to EVA003: from outside, about children, and followed up."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.actor import Actor, ActorKind, Participation
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.evaluation import (
    Effect,
    Evaluation,
    EvaluationFinding,
    EvaluationQuestion,
    FollowUp,
)
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.evaluations import (
    children_not_asked_about,
    evaluator_not_independent,
    finding_without_owner,
)
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.values.ids import ActorId, BodyId, EvaluationId, OfficeId, RoleId

Ask = Callable[..., Judgement]


def evaluation(**members: Any) -> Evaluation:
    return Evaluation(id=EvaluationId("u"), name="Utvärdering", **members)


def actor(id_: str, **members: Any) -> Actor:
    return Actor(id=ActorId(id_), name=id_, kind=ActorKind.SCHOOL, **members)


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


class TestIndependent:
    """EVA001."""

    ACTORS = (
        actor("kommunen"),
        actor("skolan", principal="kommunen", part_of="forvaltningen"),
        actor("forvaltningen", principal="kommunen"),
        actor("enheten", part_of="skolan", participation=Participation.EXTERNAL),
        actor("fou", participation=Participation.EXTERNAL),
        actor("fou-enheten", part_of="fou", participation=Participation.EXTERNAL),
    )

    def judged(self, ask: Ask, profile: str = "common", **members: Any) -> Judgement:
        collab = Collaboration(
            name="Hagby",
            actors=self.ACTORS,
            bodies=(
                Body(
                    id=BodyId("fou-styrelsen"),
                    name="Styrelsen",
                    kind=BodyKind.BOARD,
                    actor=ActorId("fou"),
                ),
            ),
            roles=(
                Role(
                    id=RoleId("fou-chefen"),
                    name="Chefen",
                    kind=RoleKind.EXTERNAL,
                    actor=ActorId("fou"),
                ),
                Role(id=RoleId("ingenstans"), name="Chefen", kind=RoleKind.EMPLOYEE),
            ),
            evaluations=(evaluation(**members),),
        )
        return ask(evaluator_not_independent, collab, None, PROFILES[profile])

    @pytest.mark.parametrize("evaluator", ["skolan", "forvaltningen", "enheten", "kommunen"])
    def test_one_who_takes_part_or_belongs_to_one_who_does(self, ask: Ask, evaluator: str) -> None:
        finding = only(self.judged(ask, evaluator=ActorId(evaluator)))
        assert (finding.pointer, finding.subject) == ("/evaluations/0/evaluator", "u")
        assert dict(finding.data)["tie"] == "participant"
        assert finding.severity is Severity.WARNING

    @pytest.mark.parametrize("commissioner", ["fou", "fou-enheten", "fou-styrelsen", "fou-chefen"])
    def test_one_who_has_commissioned_it(self, ask: Ask, commissioner: str) -> None:
        members = {"evaluator": ActorId("fou"), "commissioner": OfficeId(commissioner)}
        finding = only(self.judged(ask, **members))
        assert finding.message("sv") == (
            "Utvärderingen u är gjord av fou, som inte är oberoende av den som har beställt "
            "utvärderingen."
        )

    def test_it_is_a_fault_in_the_working_seminars(self, ask: Ask) -> None:
        judgement = self.judged(ask, "riskzon1997", evaluator=ActorId("skolan"))
        assert only(judgement).severity is Severity.ERROR

    @pytest.mark.parametrize("commissioner", [None, "skolan", "ingenstans", "finns-inte"])
    @pytest.mark.parametrize("evaluator", ["fou", "fou-enheten"])
    def test_an_external_party(self, ask: Ask, evaluator: str, commissioner: str | None) -> None:
        office = None if commissioner is None else OfficeId(commissioner)
        assert self.judged(ask, evaluator=ActorId(evaluator), commissioner=office).held

    def test_somebody_who_is_no_actor_here(self, ask: Ask) -> None:
        assert self.judged(ask, external_evaluator="FoU-enheten i länet").held
        assert self.judged(ask, evaluator=ActorId("finns-inte")).held

    def test_nobody_has_said_who(self, ask: Ask) -> None:
        lacking = NotJudged(code="EVA001", subject="u", lacked="evaluator")
        assert self.judged(ask).not_judged == (lacking,)

    def test_a_principal_that_is_stated_for_the_collaboration_only(self, ask: Ask) -> None:
        collab = Collaboration(
            name="Hagby",
            principals=(ActorId("regionen"), ActorId("finns-inte")),
            actors=(actor("regionen", participation=Participation.EXTERNAL),),
            evaluations=(evaluation(evaluator=ActorId("regionen")),),
        )
        assert only(ask(evaluator_not_independent, collab)).subject == "u"


class TestQuestions:
    """EVA002."""

    def judged(self, ask: Ask, *about: Effect | None) -> Judgement:
        questions = tuple(EvaluationQuestion(text="Hur går det?", about=one) for one in about)
        collab = Collaboration(name="Hagby", evaluations=(evaluation(questions=questions),))
        return ask(children_not_asked_about, collab)

    def test_only_the_process(self, ask: Ask) -> None:
        finding = only(self.judged(ask, Effect.PROCESS, Effect.PROCESS))
        assert (finding.pointer, finding.subject) == ("/evaluations/0/questions", "u")
        assert finding.severity is Severity.WARNING

    def test_one_question_about_children_is_enough(self, ask: Ask) -> None:
        assert self.judged(ask, Effect.PROCESS, None, Effect.CHILDREN).held

    @pytest.mark.parametrize(
        ("about", "lacked"),
        [
            ((), "questions"),
            ((None,), "questions.about"),
            ((Effect.PROCESS, None), "questions.about"),
        ],
    )
    def test_what_is_not_said_is_not_judged(
        self, ask: Ask, about: tuple[Effect | None, ...], lacked: str
    ) -> None:
        missing = NotJudged(code="EVA002", subject="u", lacked=lacked)
        judgement = self.judged(ask, *about)
        assert not judgement.findings
        assert judgement.not_judged == (missing,)


class TestFollowedUp:
    """EVA003."""

    OWNED = FollowUp(text="Ta fram information.", owner=OfficeId("samordnaren"))
    NOBODYS = FollowUp(text="Ta fram information.")

    def judged(self, ask: Ask, *follow_ups: tuple[FollowUp, ...]) -> Judgement:
        findings = tuple(EvaluationFinding(text="Fynd.", follow_ups=some) for some in follow_ups)
        collab = Collaboration(name="Hagby", evaluations=(evaluation(findings=findings),))
        return ask(finding_without_owner, collab)

    def test_a_finding_that_nobody_answers_for(self, ask: Ask) -> None:
        judgement = self.judged(ask, (self.OWNED,), (self.NOBODYS,), ())
        first, second = judgement.findings
        assert (first.pointer, second.pointer) == (
            "/evaluations/0/findings/1",
            "/evaluations/0/findings/2",
        )
        assert first.message("sv") == (
            "Ingen har ansvar för att följa upp iakttagelse nummer 2 i utvärderingen u."
        )
        assert first.severity is Severity.WARNING

    def test_one_owner_is_enough(self, ask: Ask) -> None:
        assert self.judged(ask, (self.NOBODYS, self.OWNED)).held

    def test_what_works_asks_for_nothing(self, ask: Ask) -> None:
        works = EvaluationFinding(text="Det fungerar.", works_well=True)
        collab = Collaboration(name="Hagby", evaluations=(evaluation(findings=(works,)),))
        assert ask(finding_without_owner, collab).held

    def test_an_evaluation_that_found_nothing(self, ask: Ask) -> None:
        assert self.judged(ask).held

    @given(owned=st.lists(st.lists(st.booleans(), max_size=3), max_size=5))
    def test_each_finding_is_told_for_itself(self, ask: Ask, owned: list[list[bool]]) -> None:
        some = [tuple(self.OWNED if one else self.NOBODYS for one in each) for each in owned]
        numbers = [dict(found.data)["number"] for found in self.judged(ask, *some).findings]
        assert numbers == [at for at, each in enumerate(owned, 1) if not any(each)]
