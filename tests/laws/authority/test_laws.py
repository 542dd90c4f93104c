"""What holds of answers about authority, whatever the document and whatever is asked."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.authority.decide import may, who_may
from samverkan_core.authority.proof import Decision, Proof, RootKind
from samverkan_core.authority.question import Caveat, Refusal, RefusalCode
from samverkan_core.authority.verify import verify
from samverkan_core.authority.ways import known
from samverkan_core.indexing import index
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.mandate import Basis, BasisKind, Mandate, Power
from samverkan_core.testing.authority import (
    Asked,
    narrowed,
    questions,
    renamed,
    reordered,
    ringed,
    with_idle_fact,
    with_mandate,
    without_idle_fact,
    without_mandate,
)
from samverkan_core.testing.edit import added, replaced
from samverkan_core.values.ids import BodyId
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

#: A provision that the table of law does not know.
UNKNOWN_LAW = Source(kind=SourceKind.LAW, ref="1 kap. 1 §", title="en lag som ingen känner")
#: Reasons for which somebody has no way at all to hold a mandate.
WITHOUT_ANY_WAY = {
    RefusalCode.NO_SUCH_PERSON,
    RefusalCode.NOT_APPOINTED,
    RefusalCode.APPOINTMENT_NOT_YET,
    RefusalCode.APPOINTMENT_ENDED,
    RefusalCode.NO_MANDATE,
}


def answer(asked: Asked) -> Decision:
    return may(asked.collab, asked.who, asked.power, on=asked.on, at=asked.at)


def allowed(asked: Asked) -> bool:
    return answer(asked).allowed


def is_execution(decision: Decision) -> bool:
    return decision.proof is not None and not decision.proof.links


# --- 2: proofs -------------------------------------------------------------------------------


@given(questions())
def test_every_yes_has_a_proof_that_verifies_and_no_no_has_one(asked: Asked) -> None:
    decision = answer(asked)
    assert decision.allowed == (decision.proof is not None)
    assert decision.allowed == (not decision.refusals)
    if decision.proof is not None:
        assert verify(decision.proof, asked.collab)


def changed_proofs(proof: Proof) -> Iterator[Proof]:
    """Give a proof changed in one thing that it says of the document."""
    links = proof.links
    for at, link in enumerate(links):
        yield attrs.evolve(proof, links=(*links[:at], *links[at + 1 :]))
        yield attrs.evolve(proof, links=(*links[: at + 1], *links[at:]))
        for members in changed_members(link):
            other = attrs.evolve(link, **members)
            yield attrs.evolve(proof, links=(*links[:at], other, *links[at + 1 :]))
    yield from changed_ends(proof)


def changed_members(link: Any) -> Iterator[dict[str, Any]]:
    for power in set(Power).difference(link.powers):
        yield {"powers": (*link.powers, power)}
    for end in ("first_day", "last_day"):
        for day in beside(getattr(link.period, end)):
            yield {"period": attrs.evolve(link.period, **{end: day})}
    for day in beside(link.revoked_from):
        yield {"revoked_from": day}
    yield from ({name: not getattr(link, name)} for name in ("may_delegate", "urgent_only"))
    yield from ({name: "någon annan"} for name in ("mandate", "holder", "granted_by"))


def beside(day: dt.date | None) -> Iterator[dt.date]:
    known = day or dt.date(2026, 5, 1)
    for days in (-1, 1):
        if dt.date.min < known < dt.date.max:
            yield known + dt.timedelta(days=days)


def changed_ends(proof: Proof) -> Iterator[Proof]:
    if proof.root is not None:
        yield attrs.evolve(proof, root=None)
        for kind in set(RootKind).difference((proof.root.kind,)):
            yield attrs.evolve(proof, root=attrs.evolve(proof.root, kind=kind))
        yield attrs.evolve(proof, root=attrs.evolve(proof.root, rests_on="något annat"))
    if proof.holding is not None:
        yield attrs.evolve(proof, holding=None)
        yield attrs.evolve(proof, holding=attrs.evolve(proof.holding, appointment="någon annan"))
    for at in range(len(proof.caveats)):
        yield attrs.evolve(proof, caveats=proof.caveats[:at] + proof.caveats[at + 1 :])
    for name in ("conditions", "together_with"):
        held = getattr(proof, name)
        fewer = [(*held[:at], *held[at + 1 :]) for at in range(len(held))]
        for told in (*fewer, (*held, "något mer")):
            members: dict[str, Any] = {name: told}
            yield attrs.evolve(proof, **members)
    other = Caveat(code=RefusalCode.COUNCIL_ONLY, about="något", rests_on=UNKNOWN_LAW)
    yield attrs.evolve(proof, caveats=(*proof.caveats, other))


@given(questions())
def test_a_proof_that_is_changed_in_one_thing_is_refused(asked: Asked) -> None:
    proof = answer(asked).proof
    if proof is not None:
        for changed in changed_proofs(proof):
            assert not verify(changed, asked.collab), changed


@given(questions())
def test_a_proof_of_something_else_is_taken_only_where_that_is_allowed(asked: Asked) -> None:
    proof = answer(asked).proof
    if proof is None:
        return
    for day in beside(asked.at):
        other = attrs.evolve(proof, question=attrs.evolve(proof.question, at=day))
        assert allowed(attrs.evolve(asked, at=day)) or not verify(other, asked.collab)
    for power in set(Power).difference((asked.power,)):
        other = attrs.evolve(proof, question=attrs.evolve(proof.question, power=power))
        assert allowed(attrs.evolve(asked, power=power)) or not verify(other, asked.collab)


# --- 3, 4 and 5: more, less and what does not matter -----------------------------------------


@given(questions(), st.data())
def test_adding_a_mandate_never_takes_a_permission_away(asked: Asked, data: st.DataObject) -> None:
    assert allowed(data.draw(with_mandate(asked))) >= allowed(asked)


@given(questions(), st.data())
def test_taking_a_mandate_away_never_gives_a_permission(asked: Asked, data: st.DataObject) -> None:
    assert allowed(data.draw(without_mandate(asked))) <= allowed(asked)


@given(questions(), st.data())
def test_narrowing_a_mandate_never_gives_a_permission(asked: Asked, data: st.DataObject) -> None:
    assert allowed(data.draw(narrowed(asked))) <= allowed(asked)


@given(questions(), st.data())
def test_a_fact_that_does_not_hold_on_the_day_does_not_matter(
    asked: Asked, data: st.DataObject
) -> None:
    assert allowed(data.draw(with_idle_fact(asked))) == allowed(asked)
    assert allowed(data.draw(without_idle_fact(asked))) == allowed(asked)


# --- 6 and 7: what a no says -----------------------------------------------------------------


@given(questions())
def test_who_may_are_those_for_whom_it_is_allowed(asked: Asked) -> None:
    found = who_may(asked.collab, asked.power, on=asked.on, at=asked.at)
    everyone = {str(one.id) for one in asked.collab.persons}
    everyone |= {str(one.id) for one in asked.collab.bodies}
    assert found == tuple(sorted(who for who in everyone if allowed(attrs.evolve(asked, who=who))))


@given(questions())
def test_a_no_names_who_may_instead(asked: Asked) -> None:
    decision = answer(asked)
    if not decision.allowed:
        may_instead = who_may(asked.collab, asked.power, on=asked.on, at=asked.at)
        assert decision.instead == may_instead
        assert asked.who not in decision.instead


@given(questions())
def test_reasons_stand_in_the_order_of_the_set(asked: Asked) -> None:
    ranks = [refusal.code.rank for refusal in answer(asked).refusals]
    assert ranks == sorted(ranks)


def _first(things: Any, refusal: Refusal) -> Any:
    return next((one for one in things if one.id == refusal.about), None)


def _mandate(**members: Any) -> Callable[[Collaboration, Refusal], Collaboration | None]:
    """Put members of the mandate right."""

    def mend(collab: Collaboration, refusal: Refusal) -> Collaboration | None:
        mandate = _first(collab.mandates, refusal)
        return mandate and replaced(collab, mandate, attrs.evolve(mandate, **members))

    return mend


def _appointment(**members: Any) -> Callable[[Collaboration, Refusal], Collaboration | None]:
    """Put members of the appointment right; without one nothing can be."""

    def mend(collab: Collaboration, refusal: Refusal) -> Collaboration | None:
        held = _first(collab.appointments, refusal)
        return held and replaced(collab, held, attrs.evolve(held, **members))

    return mend


def _includes_power(collab: Collaboration, refusal: Refusal) -> Collaboration | None:
    mandate = _first(collab.mandates, refusal)
    changed = attrs.evolve(mandate, powers=tuple(Power))
    return replaced(collab, mandate, changed)


def _wide_enough(collab: Collaboration, refusal: Refusal) -> Collaboration | None:
    mandate = _first(collab.mandates, refusal)
    return replaced(collab, mandate, attrs.evolve(mandate, scope=None, powers=tuple(Power)))


def _granted_rightly(collab: Collaboration, refusal: Refusal) -> Collaboration | None:
    """Let the grantor be a substitute of the mandate above.

    Of a grantor whom nobody knows, nothing else can be said before somebody says who it was: what
    the law asks of that one may then be a break of its own.
    """
    mandate: Mandate = _first(collab.mandates, refusal)
    grantor = mandate.granted_by
    if grantor is None or known(index(collab), grantor) is None:
        return None
    above = next(one for one in collab.mandates if one.id == mandate.parent)
    changed = attrs.evolve(above, substitutes=(*above.substitutes, grantor))
    return replaced(collab, above, _with_a_root(changed))


def _may_delegate(collab: Collaboration, refusal: Refusal) -> Collaboration | None:
    """Let the mandate be delegated on; where it is the law that forbids it, nothing can be done."""
    mandate: Mandate = _first(collab.mandates, refusal)
    if mandate.may_delegate or refusal.rests_on is not None:
        return None
    return replaced(collab, mandate, attrs.evolve(mandate, may_delegate=True))


def _taken_over(collab: Collaboration, refusal: Refusal) -> Collaboration | None:
    """Let another body take the place of the one that has ended, by decision."""
    mandate: Mandate = _first(collab.mandates, refusal)
    successor = Body(
        id=BodyId(f"efter {mandate.granted_by}"),
        name="ny nämnd",
        kind=BodyKind.OTHER,
        succeeds=(BodyId(str(mandate.granted_by)),),
        decided_by=Resolution(),
    )
    return added(collab, successor)


def _ordinary_out(collab: Collaboration, refusal: Refusal) -> Collaboration | None:
    """Let whoever is a substitute hold the mandate, or hold the office in their own right."""
    mandate: Mandate | None = _first(collab.mandates, refusal)
    if mandate is None:
        return _appointment(standing_in_for=None)(collab, refusal)
    holders = mandate.substitutes
    changed = attrs.evolve(mandate, granted_to=holders, substitutes=(), jointly=False)
    return replaced(collab, mandate, _with_a_root(changed))


def _with_a_root(mandate: Mandate) -> Mandate:
    """Let a mandate whose holders are others rest on law: some grounds hold for some holders."""
    return mandate if mandate.parent is not None else attrs.evolve(mandate, basis=BY_LAW)


BY_LAW = Basis(kind=BasisKind.LAW, provision=UNKNOWN_LAW)
ALWAYS = Period()
#: How each break can be put right by what is written down; a break that is not here cannot be.
MENDED: Mapping[RefusalCode, Callable[[Collaboration, Refusal], Collaboration | None]] = {
    RefusalCode.APPOINTMENT_NOT_YET: _appointment(period=ALWAYS),
    RefusalCode.APPOINTMENT_ENDED: _appointment(period=ALWAYS),
    RefusalCode.POWER_MISSING: _includes_power,
    RefusalCode.OUT_OF_SCOPE: _mandate(scope=None),
    RefusalCode.DELEGATION_TOO_WIDE: _wide_enough,
    RefusalCode.NOT_YET_IN_FORCE: _mandate(period=ALWAYS),
    RefusalCode.EXPIRED: _mandate(period=ALWAYS),
    RefusalCode.REVOKED: _mandate(revoked_from=None),
    RefusalCode.CHAIN_BROKEN: _mandate(parent=None, basis=BY_LAW),
    RefusalCode.WRONG_DELEGATOR: _granted_rightly,
    RefusalCode.SUBDELEGATION_NOT_GRANTED: _may_delegate,
    RefusalCode.NO_LEGAL_ROOT: _mandate(basis=BY_LAW),
    RefusalCode.GRANTOR_ENDED: _taken_over,
    RefusalCode.ORDINARY_IN_SERVICE: _ordinary_out,
    RefusalCode.NOT_URGENT: _mandate(urgent_only=False),
}


def mended(asked: Asked, refusals: tuple[Refusal, ...]) -> Asked | None:
    """Put every named break right; None where one of them cannot be."""
    collab: Collaboration | None = asked.collab
    for refusal in refusals:
        mend = MENDED.get(refusal.code)
        collab = mend(collab, refusal) if mend is not None and collab is not None else None
    return None if collab is None else attrs.evolve(asked, collab=collab)


@given(questions())
def test_putting_every_named_break_right_turns_the_answer(asked: Asked) -> None:
    decision = answer(asked)
    again = mended(asked, decision.refusals)
    if again is not None:
        assert allowed(again)


# --- 8: rings --------------------------------------------------------------------------------


@given(questions(), st.data())
def test_a_chain_that_never_ends_is_broken(asked: Asked, data: st.DataObject) -> None:
    decision = answer(data.draw(ringed(asked)))
    codes = {refusal.code for refusal in decision.refusals}
    if decision.allowed:
        assert is_execution(decision)
    elif RefusalCode.CHAIN_BROKEN not in codes:
        assert len(decision.refusals) == 1
        assert codes <= WITHOUT_ANY_WAY


# --- 9: names and order ----------------------------------------------------------------------


@given(questions(), st.data())
def test_the_order_of_things_changes_nothing(asked: Asked, data: st.DataObject) -> None:
    assert answer(data.draw(reordered(asked))) == answer(asked)


@given(questions(), st.data())
def test_new_ids_change_nothing_but_the_ids(asked: Asked, data: st.DataObject) -> None:
    again, names = data.draw(renamed(asked))
    found, expected = answer(again), answer(asked)
    assert found.allowed == expected.allowed
    assert sorted(names[id_] for id_ in expected.instead) == sorted(found.instead)
    if keeps_order(names):
        assert found == in_other_words(expected, names)


def keeps_order(names: Mapping[str, str]) -> bool:
    """Tell whether the new ids sort as the old ones did: ties are broken by ids."""
    return sorted(names.values()) == [names[id_] for id_ in sorted(names)]


def in_other_words(value: Any, names: Mapping[str, str]) -> Any:
    """Replace every id in an answer; a text of another kind is no id, and stays."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(in_other_words(one, names) for one in value)
    if attrs.has(type(value)) and not isinstance(value, Source):
        members = {
            field.name: in_other_words(getattr(value, field.name), names)
            for field in attrs.fields(type(value))
            if field.name not in TEXTS
        }
        return attrs.evolve(value, **members)
    return value


#: Members of an answer that are texts and no ids.
TEXTS = {"kept", "conditions", "line", "paragraph", "registry_number", "summary", "day"}
