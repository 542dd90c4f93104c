"""Decisions and proofs as documents: read back as the same values, refused when anything else."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.authority.decide import may
from samverkan_core.authority.proof import Decision, Holding, Link, Proof, Root, RootKind
from samverkan_core.authority.question import Caveat, Question, Refusal, RefusalCode
from samverkan_core.authority.verify import verify
from samverkan_core.errors import InvalidValue, PersonalNumberFound
from samverkan_core.model.appointment import AppointmentKind
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.mandate import Basis, BasisKind, MandateKind, Power, Scope
from samverkan_core.model.role import RoleKind
from samverkan_core.serialization.decisions import loads_decision, loads_proof
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import LoadError
from samverkan_core.serialization.reports import loads_report
from samverkan_core.serialization.write import dumps
from samverkan_core.testing.anything import things
from samverkan_core.testing.authority import Asked, questions
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.labels import LANGUAGES, Labelled
from samverkan_core.values.shape import Shape, shape_of
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.text import is_blank
from samverkan_core.values.time import PartialDate, Period

T = TypeVar("T")


def make(cls: type[T], **members: Any) -> T:
    """Make a thing of the model out of plain texts."""
    return cls(**members)


DAY = dt.date(2026, 3, 1)
LAW = Source(kind=SourceKind.LAW, ref="6 kap. 38 §", title="kommunallagen (2017:725)")
QUESTION = Question(who="p", power=Power.DECIDE, on=make(Scope, matters=("m",)), at=DAY)
PERIOD = Period(first_day=DAY)

#: A yes in which every member says something.
FULL = Decision(
    question=QUESTION,
    allowed=True,
    proof=Proof(
        question=QUESTION,
        holding=Holding(
            appointment="t",
            kind=AppointmentKind.EMPLOYED,
            office="r",
            role_kind=RoleKind.HEAD_OF_ADMINISTRATION,
            period=PERIOD,
            appointed_by="b",
            standing_in_for="t0",
        ),
        links=(
            Link(
                mandate="d",
                kind=MandateKind.DELEGATION,
                holder="r",
                as_substitute=True,
                powers=(Power.DECIDE, Power.PREPARE),
                scope=make(Scope, bodies=("b",), ages=AgeBand(from_age=0, to_age=17)),
                period=Period(first_day=DAY, last_day=DAY),
                revoked_from=dt.date(2027, 1, 1),
                granted_by="b",
                may_delegate=True,
                urgent_only=True,
                basis=make(
                    Basis,
                    kind=BasisKind.GOVERNING_DOCUMENT,
                    document="do",
                    line="4.2",
                    resolution=make(Resolution, body="b", day=PartialDate(when="2025", about=True)),
                ),
                document_kind=DocumentKind.DELEGATION_ORDER,
                decided_by=(make(Resolution, body="b", day=PartialDate(when="2025-12")),),
            ),
        ),
        root=Root(kind=RootKind.COUNCIL_RULES, rests_on="do", provision=LAW),
        caveats=(Caveat(code=RefusalCode.NOT_ELIGIBLE, about="d", rests_on=LAW),),
        conditions=("högst 50 000 kronor",),
        together_with=("b2",),
    ),
    refusals=(
        Refusal(code=RefusalCode.REVOKED, about="d"),
        Refusal(code=RefusalCode.COUNCIL_ONLY, about="m", rests_on=LAW),
    ),
    conditions=("högst 50 000 kronor",),
    together_with=("b2",),
    instead=("b", "p2"),
)


def test_a_decision_is_read_back_as_it_was_written() -> None:
    assert loads_decision(dumps(FULL)) == FULL
    assert loads_decision(dumps(FULL).decode()) == FULL
    assert dumps(loads_decision(dumps(FULL))) == dumps(FULL)


def test_a_proof_alone_is_read_back_too() -> None:
    assert FULL.proof is not None
    assert loads_proof(dumps(FULL.proof)) == FULL.proof
    assert loads_proof(dumps(FULL.proof)) == loads_decision(dumps(FULL)).proof


def test_a_decision_in_plain_values() -> None:
    no = Decision(
        question=QUESTION,
        allowed=False,
        refusals=(Refusal(code=RefusalCode.COUNCIL_ONLY, about="m", rests_on=LAW),),
        instead=("KF",),
    )
    assert no.to_dict("en") == {
        "samverkan_decision": "1.0",
        "question": {"who": "p", "power": "decide", "on": {"matters": ["m"]}, "at": "2026-03-01"},
        "allowed": False,
        "proof": None,
        "refusals": [
            {
                "code": "council_only",
                "about": "m",
                "rests_on": {
                    "kind": "law",
                    "ref": "6 kap. 38 §",
                    "title": "kommunallagen (2017:725)",
                },
                "message": "In matter m it is the council that decides.",
                "remedy": (
                    "The board prepares the matter and submits its proposal through the executive "
                    "board to the council."
                ),
            }
        ],
        "conditions": [],
        "together_with": [],
        "instead": ["KF"],
        "text": no.text("en"),
    }


def test_a_proof_in_plain_values() -> None:
    proof = Proof(
        question=QUESTION,
        holding=Holding(appointment="t", office="r", period=PERIOD),
        root=Root(kind=RootKind.LAW, provision=LAW),
        caveats=(Caveat(code=RefusalCode.NOT_ELIGIBLE, about="d", rests_on=LAW),),
    )
    told = proof.to_dict()
    assert list(told) == [
        *("samverkan_proof", "question", "holding", "links", "root", "caveats"),
        *("conditions", "together_with", "text"),
    ]
    assert told["holding"] == {
        "appointment": "t",
        "kind": None,
        "office": "r",
        "role_kind": None,
        "period": {"first_day": "2026-03-01"},
        "appointed_by": None,
        "standing_in_for": None,
    }
    assert told["links"] == []
    assert told["text"] == proof.text("sv")
    assert told["caveats"][0]["message"].startswith("Hindret ”Får inte vara delegat” (d) ")  # type: ignore[index]  # a list of dicts


def test_documents_are_written_in_swedish() -> None:
    assert json.loads(dumps(FULL))["text"] == FULL.text("sv")
    assert json.loads(dumps(FULL)) == FULL.to_dict("sv")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_of_any_language_stand_beside_the_facts(lang: Any) -> None:
    assert loads_decision(json.dumps(FULL.to_dict(lang))) == FULL


def test_what_the_model_kept_is_kept_and_keeps_its_spelling() -> None:
    kept = JsonObject((("x-omfång", JsonNumber("1.50")), ("x-ö", JsonNumber("-0"))))
    decision = attrs.evolve(FULL, question=attrs.evolve(QUESTION, on=make(Scope, kept=kept)))
    assert b'"on":{"x-omf\xc3\xa5ng":1.50,"x-\xc3\xb6":-0}' in dumps(decision)
    assert loads_decision(dumps(decision)) == decision


def test_members_that_came_by_addition_may_be_absent() -> None:
    tree = json.loads(dumps(FULL))
    (link,) = tree["proof"]["links"]
    for name in ("kind", "as_substitute", "urgent_only", "basis", "document_kind", "decided_by"):
        del link[name]
    for name in ("conditions", "together_with"):
        del tree["proof"][name]
    proof = loads_decision(json.dumps(tree)).proof
    assert proof is not None
    assert proof.links[0].kind is None
    assert proof.links[0].decided_by == ()
    assert (proof.conditions, proof.together_with) == ((), ())


# --- any decision ----------------------------------------------------------------------------


def made(cls: type) -> st.SearchStrategy[Any]:
    """Draw a part of a decision, or a thing of the model, with anything in it."""
    if hasattr(cls, "kept"):
        return things(cls)
    return st.builds(cls, **{field.name: held(shape_of(field.type)) for field in attrs.fields(cls)})


def held(shape: Shape) -> st.SearchStrategy[Any]:
    one = single(shape.base)
    if shape.many:
        return st.lists(one, max_size=2).map(tuple)
    return st.none() | one if shape.optional else one


def single(base: type) -> st.SearchStrategy[Any]:
    plain = {str: st.text(max_size=5), bool: st.booleans(), dt.date: st.dates()}
    if base in plain:
        return plain[base]
    return st.sampled_from(list(base)) if issubclass(base, Labelled) else made(base)


@given(decision=made(Decision))
def test_any_decision_can_be_told_written_and_read_back(decision: Decision) -> None:
    for lang in LANGUAGES:
        told = decision.text(lang)
        assert told.endswith(("inte rättsligt besked.", "not a legal ruling."))
        assert all(one.code.label(lang) in told for one in decision.refusals) or decision.allowed
        assert not is_blank(json.dumps(decision.to_dict(lang)))
    assert loads_decision(dumps(decision)) == decision


@given(proof=made(Proof))
def test_any_proof_can_be_told_written_and_read_back(proof: Proof) -> None:
    told = proof.text()
    # Whatever stands in the document is kept within its line, so blanks run together.
    assert all(" ".join(link.mandate.split()) in told for link in proof.links)
    assert proof.root is None or proof.root.kind.sv in told
    assert loads_proof(dumps(proof)) == proof


@given(asked=questions())
def test_an_answer_is_told_in_full_and_can_be_verified_once_read_back(asked: Asked) -> None:
    decision = may(asked.collab, asked.who, asked.power, on=asked.on, at=asked.at)
    again = loads_decision(dumps(decision))
    assert again == decision
    told = decision.text()
    assert told.startswith(("Ja", "Ren verkställighet: ") if decision.allowed else "Nej. ")
    # Whatever stands in the document is kept within its line, so blanks run together.
    for refusal in decision.refusals:
        assert f"{refusal.code.sv} ({' '.join(refusal.about.split())}). " in told
    for id_ in (*decision.together_with, *decision.instead):
        assert " ".join(id_.split()) in told
    if again.proof is None:
        return
    assert verify(again.proof, asked.collab)
    for link in again.proof.links:
        step_in = " (ersättare)" if link.as_substitute else ""
        assert f" {link.mandate} ger {link.holder}{step_in} rätt att " in told


# --- no decision -----------------------------------------------------------------------------

Spoil = Callable[[dict[str, Any]], Any]


def _link(tree: dict[str, Any]) -> dict[str, Any]:
    link: dict[str, Any] = tree["proof"]["links"][0]
    return link


SPOILT: dict[str, Spoil] = {
    "another version": lambda tree: tree.update(samverkan_decision="2.0"),
    "a version that is a number": lambda tree: tree.update(samverkan_decision=1.0),
    "no version": lambda tree: tree.pop("samverkan_decision"),
    "a member that is not known": lambda tree: tree.update(denied=True),
    "no question": lambda tree: tree.pop("question"),
    "a question that is null": lambda tree: tree.update(question=None),
    "a question with a member that is not known": lambda tree: tree["question"].update(day="x"),
    "a power that is not known": lambda tree: tree["question"].update(power="rule"),
    "a power that is a list": lambda tree: tree["question"].update(power=["decide"]),
    "a day that does not exist": lambda tree: tree["question"].update(at="2026-02-29"),
    "a day with a time": lambda tree: tree["question"].update(at="2026-03-01T00:00"),
    "no target": lambda tree: tree["question"].update(on=None),
    "a target dimension that is empty": lambda tree: tree["question"].update(on={"matters": []}),
    "who is a number": lambda tree: tree["question"].update(who=7),
    "not said whether": lambda tree: tree.pop("allowed"),
    "allowed is a text": lambda tree: tree.update(allowed="true"),
    "allowed is a number": lambda tree: tree.update(allowed=1),
    "allowed is null": lambda tree: tree.update(allowed=None),
    "a proof that is a list": lambda tree: tree.update(proof=[]),
    "a proof with a version": lambda tree: tree["proof"].update(samverkan_proof="1.0"),
    "links are an object": lambda tree: tree["proof"].update(links={}),
    "a link is null": lambda tree: tree["proof"].update(links=[None]),
    "a link without powers": lambda tree: _link(tree).pop("powers"),
    "a link with a power twice removed": lambda tree: _link(tree).update(powers=[["decide"]]),
    "a link that is not known": lambda tree: _link(tree).update(note="x"),
    "a period that is a text": lambda tree: _link(tree).update(period="2026"),
    "may delegate is a text": lambda tree: _link(tree).update(may_delegate="yes"),
    "an age out of bounds": lambda tree: _link(tree)["scope"]["ages"].update(from_age=900),
    "a root of an unknown kind": lambda tree: tree["proof"]["root"].update(kind="custom"),
    "a caveat without words": lambda tree: tree["proof"]["caveats"][0].pop("message"),
    "a caveat with a remedy": lambda tree: tree["proof"]["caveats"][0].update(remedy="x"),
    "a caveat that rests on nothing": lambda tree: tree["proof"]["caveats"][0].update(
        rests_on=None
    ),
    "a refusal without words": lambda tree: tree["refusals"][0].pop("remedy"),
    "a refusal with a code of its own": lambda tree: tree["refusals"][0].update(code="tired"),
    "a refusal about nothing": lambda tree: tree["refusals"][0].update(about=None),
    "conditions are a text": lambda tree: tree.update(conditions="abc"),
    "a condition is a number": lambda tree: tree.update(conditions=[1]),
    "together with null": lambda tree: tree.update(together_with=None),
    "instead of an object": lambda tree: tree.update(instead={"a": 1}),
    "no text": lambda tree: tree.pop("text"),
    "a text that is a list": lambda tree: tree.update(text=["Ja."]),
}


@pytest.mark.parametrize("case", SPOILT)
def test_what_is_no_decision_is_refused(case: str) -> None:
    tree = json.loads(dumps(FULL))
    SPOILT[case](tree)
    with pytest.raises(LoadError) as caught:
        loads_decision(json.dumps(tree))
    assert [finding.code for finding in caught.value.report] == ["DEC001"]


@pytest.mark.parametrize("tree", [None, [], {}, 7, "text", [[]]], ids=repr)
def test_another_tree_is_neither_decision_nor_proof(tree: Any) -> None:
    for loads in (loads_decision, loads_proof):
        with pytest.raises(LoadError, match="DEC001"):
            loads(json.dumps(tree))


def test_a_document_of_one_kind_is_none_of_another() -> None:
    assert FULL.proof is not None
    with pytest.raises(LoadError, match="DEC001"):
        loads_decision(dumps(FULL.proof))
    with pytest.raises(LoadError, match="DEC001"):
        loads_proof(dumps(FULL))
    with pytest.raises(LoadError, match="REP001"):
        loads_report(dumps(FULL))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "JSN003"),
        ('{"a":NaN}', "JSN006"),
        ('{"refusals":[],"refusals":[]}', "JSN005"),
        (r'{"instead":["\ud800"]}', "JSN007"),
        ('{"instead":["20000229-2399"]}', "PRI001"),
    ],
)
def test_faults_of_the_text_are_told_as_in_a_document(text: str, code: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads_decision(text)
    assert [finding.code for finding in caught.value.report] == [code]


def test_the_limits_hold_for_decisions_too() -> None:
    with pytest.raises(LoadError, match="LIM001"):
        loads_decision(dumps(FULL), limits=Limits(text=20))
    assert FULL.proof is not None
    with pytest.raises(LoadError, match="LIM001"):
        loads_proof(dumps(FULL.proof), limits=Limits(text=20))


@given(data=st.binary(max_size=40) | st.text(max_size=40))
def test_reading_a_decision_raises_its_own_error_only(data: bytes | str) -> None:
    with pytest.raises(LoadError):
        loads_decision(data)


# --- what is not written ---------------------------------------------------------------------


def test_a_personal_identity_number_is_not_written() -> None:
    asked = attrs.evolve(QUESTION, who="20000229-2399")
    with pytest.raises(PersonalNumberFound) as caught:
        dumps(Decision(question=asked, allowed=False))
    assert "2399" not in str(caught.value)


def test_a_question_alone_is_no_document() -> None:
    with pytest.raises(InvalidValue, match="Question"):
        dumps(QUESTION)
