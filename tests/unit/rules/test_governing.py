"""Governing documents: decisions of boards, implementation plans, agreements that cover actors."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial

import attrs
import pytest

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.governing import (
    actor_without_agreement,
    answering_for,
    plan_not_carried_out,
    undecided,
)
from samverkan_core.rules.rule import Rule
from samverkan_core.values.ids import ActorId, BodyId, DocumentId
from samverkan_core.values.time import Period

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 6, 1)
RULES = (undecided, plan_not_carried_out, actor_without_agreement)

SOC, SCHOOL, COUNCIL = (
    Body(id=BodyId("soc"), name="Socialnämnden", kind=BodyKind.BOARD),
    Body(id=BodyId("skola"), name="Kommunstyrelsen", kind=BodyKind.EXECUTIVE_BOARD),
    Body(id=BodyId("kf"), name="Fullmäktige", kind=BodyKind.COUNCIL),
)
PLAN = GoverningDocument(id=DocumentId("plan"), name="Handlingsplan", kind=DocumentKind.ACTION_PLAN)
CARRYING = GoverningDocument(
    id=DocumentId("gp"),
    name="Genomförandeplan",
    kind=DocumentKind.IMPLEMENTATION_PLAN,
    derives_from=(PLAN.id,),
)
AGREEMENT = GoverningDocument(
    id=DocumentId("avtal"), name="Överenskommelse", kind=DocumentKind.JOINT_AGREEMENT
)

actor = partial(Actor, name="Aktör", kind=ActorKind.SCHOOL)


def holding(*documents: GoverningDocument) -> Collaboration:
    return Collaboration(name="Fokus", bodies=(SOC, SCHOOL, COUNCIL), documents=documents)


def by(*bodies: str | None) -> tuple[Resolution, ...]:
    """Give one decision of each body; None stands for a body that nobody has named."""
    return tuple(Resolution(body=None if id_ is None else BodyId(id_)) for id_ in bodies)


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


# --- GOV001, decided by each board -------------------------------------------------------------


def concerning(boards: Iterable[str], decided: tuple[Resolution, ...] = ()) -> Collaboration:
    concerns = tuple(map(BodyId, boards))
    return holding(attrs.evolve(PLAN, concerns=concerns, decided_by=decided))


def test_the_boards_that_have_not_decided_are_listed(ask: Ask) -> None:
    finding = only(ask(undecided, concerning(["kf", "soc", "skola"], by("kf"))))
    assert (finding.code, finding.subject) == ("GOV001", "plan")
    assert finding.pointer == "/documents/0/concerns"
    assert finding.data == (("boards", ("soc", "skola")), ("document", "plan"))
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Det styrande dokumentet plan berör soc och skola, men inget beslut därifrån är angivet."
    )
    assert finding.message("en") == (
        "Governing document plan concerns soc and skola, but no decision from there is stated."
    )


@pytest.mark.parametrize(
    "collab",
    [
        concerning(["soc", "skola"], by("skola", "soc")),
        concerning(["soc", "soc"], by("soc")),
        concerning(["okänd"]),
    ],
)
def test_a_document_that_each_known_board_has_decided_on_holds(
    ask: Ask, collab: Collaboration
) -> None:
    assert ask(undecided, collab).held


def test_an_action_plan_that_names_no_board_leaves_open_whom_it_waits_for(ask: Ask) -> None:
    assert ask(undecided, concerning([])).not_judged == (
        NotJudged(code="GOV001", subject="plan", lacked="concerns"),
    )
    other = attrs.evolve(PLAN, kind=DocumentKind.POLICY)
    assert ask(undecided, holding(other)).held


def test_a_decision_of_an_unknown_body_may_be_the_missing_one_but_not_two_of_them(
    ask: Ask,
) -> None:
    for unknown in (None, "okänd"):
        judgement = ask(undecided, concerning(["soc", "skola"], by("soc", unknown)))
        assert judgement.not_judged == (
            NotJudged(code="GOV001", subject="plan", lacked="decided_by.body"),
        )
        assert not judgement.findings
        finding = only(ask(undecided, concerning(["soc", "skola"], by(unknown))))
        assert dict(finding.data)["boards"] == ("soc", "skola")


# --- GOV002, implementation plans --------------------------------------------------------------


def test_each_board_owes_its_own_implementation_plan(ask: Ask) -> None:
    plan = attrs.evolve(PLAN, decided_by=by("soc", "skola"))
    other = attrs.evolve(CARRYING, decided_by=by("soc"))
    finding = only(ask(plan_not_carried_out, holding(other, plan)))
    assert (finding.code, finding.subject) == ("GOV002", "plan")
    assert finding.pointer == "/documents/1/decided_by/1"
    assert finding.data == (("board", "skola"), ("plan", "plan"))
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Nämnden skola har beslutat om handlingsplanen plan men inte om någon genomförandeplan som "
        "utgår från den."
    )
    assert finding.message("en") == (
        "Board skola has decided on action plan plan but on no implementation plan that derives "
        "from it."
    )


def test_one_implementation_plan_decided_by_all_is_enough(ask: Ask) -> None:
    plan = attrs.evolve(PLAN, decided_by=by("soc", "skola"))
    shared = attrs.evolve(CARRYING, decided_by=by("skola", "soc"))
    assert ask(plan_not_carried_out, holding(plan, shared)).held


@pytest.mark.parametrize(
    "other",
    [
        attrs.evolve(CARRYING, decided_by=()),
        attrs.evolve(CARRYING, decided_by=by("soc"), derives_from=()),
        attrs.evolve(CARRYING, decided_by=by("soc"), kind=DocumentKind.OPERATIONAL_PLAN),
        attrs.evolve(CARRYING, decided_by=by("skola")),
        attrs.evolve(CARRYING, decided_by=by("skola"), derives_from=(DocumentId("okänd"),)),
    ],
)
def test_a_plan_of_another_kind_board_or_source_does_not_carry_it_out(
    ask: Ask, other: GoverningDocument
) -> None:
    plan = attrs.evolve(PLAN, decided_by=by("soc"))
    assert only(ask(plan_not_carried_out, holding(plan, other))).pointer == (
        "/documents/0/decided_by/0"
    )


@pytest.mark.parametrize("bodies", [("kf",), ()])
def test_only_boards_that_the_document_knows_owe_a_plan(
    ask: Ask, bodies: tuple[str | None, ...]
) -> None:
    assert ask(plan_not_carried_out, holding(attrs.evolve(PLAN, decided_by=by(*bodies)))).held


@pytest.mark.parametrize("body", [None, "okänd"])
def test_which_board_owes_a_plan_is_not_known_where_its_decision_names_none(
    ask: Ask, body: str | None
) -> None:
    judgement = ask(plan_not_carried_out, holding(attrs.evolve(PLAN, decided_by=by(body))))
    assert judgement.findings == ()
    assert judgement.not_judged == (
        NotJudged(code="GOV002", subject="plan", lacked="decided_by.body"),
    )


def test_a_board_that_decided_twice_owes_one_plan(ask: Ask) -> None:
    plan = attrs.evolve(PLAN, decided_by=by("soc", "soc"))
    assert only(ask(plan_not_carried_out, holding(plan))).pointer == "/documents/0/decided_by/0"


@pytest.mark.parametrize(
    ("other", "lacked"),
    [
        (attrs.evolve(CARRYING, decided_by=by(None)), "documents.decided_by.body"),
        (attrs.evolve(CARRYING, decided_by=by("okänd")), "documents.decided_by.body"),
        (
            attrs.evolve(CARRYING, decided_by=by("soc"), derives_from=(DocumentId("okänd"),)),
            "documents.derives_from",
        ),
        (
            attrs.evolve(CARRYING, decided_by=by(None), derives_from=(DocumentId("okänd"),)),
            "documents.derives_from",
        ),
    ],
)
def test_a_plan_of_an_unknown_board_or_source_may_carry_it_out(
    ask: Ask, other: GoverningDocument, lacked: str
) -> None:
    plan = attrs.evolve(PLAN, decided_by=by("soc"))
    judgement = ask(plan_not_carried_out, holding(plan, other))
    assert judgement.not_judged == (NotJudged(code="GOV002", subject="plan", lacked=lacked),)
    assert not judgement.findings


# --- GOV003, agreements ------------------------------------------------------------------------


KOMMUN = actor(id=ActorId("kommun"), kind=ActorKind.MUNICIPALITY)
REGION = actor(id=ActorId("region"), kind=ActorKind.REGION)
FORVALTNING = actor(id=ActorId("fo"), kind=ActorKind.ADMINISTRATION, principal=KOMMUN.id)
SKOLA = actor(id=ActorId("skola"), part_of=FORVALTNING.id)
BUP = actor(id=ActorId("bup"), kind=ActorKind.CHILD_PSYCHIATRY, principal=REGION.id)


def agreeing(
    *parties: str,
    actors: tuple[Actor, ...] = (KOMMUN, REGION, FORVALTNING, SKOLA, BUP),
    period: Period | None = None,
    kind: DocumentKind = DocumentKind.JOINT_AGREEMENT,
) -> Collaboration:
    agreement = attrs.evolve(
        AGREEMENT, parties=tuple(map(ActorId, parties)), period=period, kind=kind
    )
    return Collaboration(name="Fokus", actors=actors, documents=(agreement,))


def test_an_actor_that_no_agreement_covers(ask: Ask) -> None:
    finding = only(ask(actor_without_agreement, agreeing("skola"), DAY))
    assert (finding.code, finding.pointer, finding.subject) == ("GOV003", "/actors/4", "bup")
    assert finding.data == (("actor", "bup"),)
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Aktören bup omfattas inte av något gällande avtal, någon överenskommelse eller någon "
        "riktlinje."
    )
    assert finding.message("en") == (
        "Actor bup is covered by no agreement, joint agreement or guideline that is in force."
    )


@pytest.mark.parametrize("parties", [("skola", "bup"), ("fo", "bup"), ("kommun", "region")])
def test_what_an_actor_belongs_to_agrees_for_it(ask: Ask, parties: tuple[str, ...]) -> None:
    assert ask(actor_without_agreement, agreeing(*parties), DAY).held


def test_those_who_answer_for_an_actor_are_itself_what_it_is_part_of_and_their_principals() -> None:
    view = index(agreeing()).whole
    assert answering_for(view, SKOLA) == {"skola", "fo", "kommun"}
    lost = actor(id=ActorId("x"), part_of=ActorId("okänd"))
    assert answering_for(view, lost) == {"x", "okänd"}


@pytest.mark.parametrize(
    ("period", "holds"),
    [
        (Period(last_day=DAY), True),
        (Period(first_day=DAY), True),
        (Period(last_day=DAY - dt.timedelta(days=1)), False),
        (Period(first_day=DAY + dt.timedelta(days=1)), False),
    ],
)
def test_an_agreement_covers_on_its_first_and_last_day_and_not_beyond(
    ask: Ask, period: Period, *, holds: bool
) -> None:
    assert ask(actor_without_agreement, agreeing("skola", "bup", period=period), DAY).held is holds


def test_other_kinds_of_documents_bind_nobody(ask: Ask) -> None:
    policy = agreeing("skola", "bup", kind=DocumentKind.POLICY)
    assert len(ask(actor_without_agreement, policy, DAY).findings) == 2


def test_an_actor_that_does_not_take_part_on_the_day_owes_nothing(ask: Ask) -> None:
    left = attrs.evolve(BUP, period=Period(last_day=DAY - dt.timedelta(days=1)))
    collab = agreeing("skola", actors=(KOMMUN, REGION, FORVALTNING, SKOLA, left))
    assert ask(actor_without_agreement, collab, DAY).held


@pytest.mark.parametrize("parties", [(), ("okänd",), ("skola", "okänd")])
def test_an_agreement_of_unknown_parties_may_cover_anyone(
    ask: Ask, parties: tuple[str, ...]
) -> None:
    judgement = ask(actor_without_agreement, agreeing(*parties), DAY)
    assert NotJudged(code="GOV003", subject="bup", lacked="documents.parties") in (
        judgement.not_judged
    )
    assert not judgement.findings


def test_without_any_document_each_actor_stands_alone(ask: Ask) -> None:
    collab = Collaboration(name="Fokus", actors=(SKOLA, BUP))
    assert [finding.subject for finding in ask(actor_without_agreement, collab, DAY).findings] == [
        "skola",
        "bup",
    ]


# --- all of them -------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_no_rule_stops_on_odd_documents(ask: Ask, rule: Rule, day: dt.date) -> None:
    ring = (
        actor(id=ActorId("a"), part_of=ActorId("b"), principal=ActorId("a")),
        actor(id=ActorId("b"), part_of=ActorId("a")),
    )
    backwards = Period(first_day=dt.date.max, last_day=dt.date.min)
    twin = attrs.evolve(
        CARRYING,
        concerns=(SOC.id, BodyId("x"), SOC.id),
        decided_by=by(None, "x", "soc"),
        derives_from=(CARRYING.id, DocumentId("x"), CARRYING.id),
        parties=(ActorId("a"), ActorId("x")),
        period=backwards,
    )
    plan = attrs.evolve(twin, kind=DocumentKind.ACTION_PLAN)
    agreed = attrs.evolve(twin, kind=DocumentKind.GUIDELINE, period=Period())
    collab = attrs.evolve(holding(twin, twin, plan, agreed), actors=(*ring, *ring))
    judgement = ask(rule, collab, day)
    assert {finding.code for finding in judgement.findings} <= {rule.code}
