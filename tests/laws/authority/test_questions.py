"""The questions that are drawn are worth asking: many are permitted, and every refusal occurs."""

import datetime as dt
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from samverkan_core.authority.decide import may
from samverkan_core.authority.proof import Decision, RootKind
from samverkan_core.authority.question import RefusalCode
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Mandate, MandateKind, Power, Scope
from samverkan_core.serialization.load import loads
from samverkan_core.serialization.write import dumps
from samverkan_core.testing.asking.asked import Plan
from samverkan_core.testing.asking.build import built, hands
from samverkan_core.testing.asking.people import LIMITS, MATTERS, PEOPLE
from samverkan_core.testing.asking.spoils import MANDATES, ROOTS, Spoiler
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
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import MandateId
from samverkan_core.values.time import Period

#: What the change does, for each strategy that gives a changed question.
CHANGES = (
    with_mandate,
    without_mandate,
    narrowed,
    with_idle_fact,
    without_idle_fact,
    reordered,
    ringed,
)

ordinary = settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
many = settings(max_examples=4000, suppress_health_check=[HealthCheck.too_slow])


def answer(asked: Asked) -> Decision:
    return may(asked.collab, asked.who, asked.power, on=asked.on, at=asked.at)


def answers(how_many: settings) -> list[Decision]:
    found: list[Decision] = []

    @settings(how_many, phases=[Phase.generate], database=None)
    @given(questions())
    def gather(asked: Asked) -> None:
        found.append(answer(asked))

    gather()
    return found


def share(found: list[Decision]) -> float:
    return sum(one.allowed for one in found) / len(found)


def refused(found: list[Decision]) -> Counter[RefusalCode]:
    return Counter(refusal.code for one in found for refusal in one.refusals)


def with_caveat(found: list[Decision]) -> Counter[RefusalCode]:
    proofs = (one.proof for one in found if one.proof is not None)
    return Counter(caveat.code for proof in proofs for caveat in proof.caveats)


def test_a_good_share_is_permitted_and_most_refusals_occur() -> None:
    found = answers(ordinary)
    assert 0.3 <= share(found) <= 0.8
    # How many there are in a small sample differs between versions of what draws it.
    assert len(refused(found)) >= 12


@pytest.mark.slow
def test_of_many_a_good_share_is_permitted_and_every_refusal_occurs() -> None:
    found = answers(many)
    assert 0.3 <= share(found) <= 0.8
    assert set(refused(found)) == set(RefusalCode)
    # Law that nobody has read in its wording of the day is met with too.
    assert set(with_caveat(found)) >= {RefusalCode.DELEGATION_PROHIBITED, RefusalCode.NOT_ELIGIBLE}
    roots = {one.proof.root.kind for one in found if one.proof and one.proof.root}
    assert roots == set(RootKind)
    assert any(one.proof and not one.proof.links for one in found)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    return built(hands(draw))


@st.composite
def spoilt(draw: st.DrawFn, fits: Callable[[Plan], bool], spoil: Spoiler) -> Plan | None:
    hand = hands(draw)
    plan = built(hand)
    return spoil(hand, plan) if fits(plan) else None


@given(plans())
def test_what_is_not_spoilt_is_permitted(plan: Plan) -> None:
    assert answer(plan.asked).allowed


@pytest.mark.parametrize(
    ("fits", "spoil"),
    tuple(dict.fromkeys((*MANDATES, *PEOPLE, *LIMITS, *ROOTS, *MATTERS))),
    ids=lambda one: str(one.__name__),
)
@given(data=st.data())
def test_what_is_spoilt_can_still_be_asked_and_written(
    fits: Callable[[Plan], bool], spoil: Spoiler, data: st.DataObject
) -> None:
    plan = data.draw(spoilt(fits, spoil))
    if plan is not None:
        assert answer(plan.asked).question.who == plan.asked.who
        assert loads(dumps(plan.collab)) == plan.collab


@given(st.data())
def test_where_there_is_no_mandate_none_is_changed(data: st.DataObject) -> None:
    empty = Asked(
        collab=Collaboration(name="tomt"),
        who="ingen",
        power=Power.DECIDE,
        on=None,
        at=dt.date(2026, 5, 1),
    )
    for change in (without_mandate, narrowed, ringed, without_idle_fact, reordered):
        assert data.draw(change(empty)) == empty


@settings(max_examples=200)
@given(st.data(), st.integers(0, 130), st.integers(0, 130))
def test_a_mandate_is_never_made_wider(data: st.DataObject, low: int, high: int) -> None:
    mandate = Mandate(
        id=MandateId("delegation-1"),
        kind=MandateKind.DELEGATION,
        powers=(Power.DECIDE, Power.INFORM),
        period=Period(first_day=dt.date(2026, 1, 1)),
        scope=Scope(ages=AgeBand(from_age=low, to_age=high)),
    )
    asked = Asked(
        collab=Collaboration(name="en delegation", mandates=(mandate,)),
        who="ingen",
        power=Power.DECIDE,
        on=None,
        at=dt.date(2026, 5, 1),
    )
    (narrow,) = data.draw(narrowed(asked)).collab.mandates
    assert set(narrow.powers) <= set(mandate.powers)
    assert ages_of(narrow) <= ages_of(mandate)
    assert narrow.period.first_day is not None
    assert narrow.period.first_day >= dt.date(2026, 1, 1)


def ages_of(mandate: Mandate) -> set[int]:
    assert mandate.scope is not None
    assert mandate.scope.ages is not None
    return set(mandate.scope.ages.ages())


@given(questions())
def test_a_document_reads_back_as_itself(asked: Asked) -> None:
    assert loads(dumps(asked.collab)) == asked.collab


@given(questions(), st.data())
def test_a_changed_document_reads_back_as_itself(asked: Asked, data: st.DataObject) -> None:
    changed = data.draw(data.draw(st.sampled_from(CHANGES))(asked))
    assert loads(dumps(changed.collab)) == changed.collab


@given(questions(), st.data())
def test_only_the_document_is_changed(asked: Asked, data: st.DataObject) -> None:
    changed = data.draw(data.draw(st.sampled_from(CHANGES))(asked))
    assert (changed.who, changed.power, changed.on, changed.at) == (
        asked.who,
        asked.power,
        asked.on,
        asked.at,
    )


@given(questions(), st.data())
def test_a_new_order_loses_nothing(asked: Asked, data: st.DataObject) -> None:
    changed = data.draw(reordered(asked)).collab
    assert Counter(changed.mandates) == Counter(asked.collab.mandates)
    assert Counter(changed.appointments) == Counter(asked.collab.appointments)


@given(questions(), st.data())
def test_new_names_lose_nothing(asked: Asked, data: st.DataObject) -> None:
    changed, names = data.draw(renamed(asked))
    assert len(set(names.values())) == len(names)
    assert changed.who == names[asked.who]
    assert [names[one.id] for one in asked.collab.mandates] == [
        one.id for one in changed.collab.mandates
    ]
    assert loads(dumps(changed.collab)) == changed.collab


@pytest.mark.parametrize("change", [with_mandate, narrowed, with_idle_fact, reordered, ringed])
def test_a_change_can_change_something(change: object) -> None:
    assert callable(change)
    found = find(
        questions().flatmap(lambda asked: st.tuples(st.just(asked), change(asked))),
        lambda pair: pair[0].collab != pair[1].collab,
        settings=settings(max_examples=200, phases=[Phase.generate], database=None),
    )
    assert found


def test_the_simplest_question_is_plain_and_permitted() -> None:
    asked = find(questions(), lambda asked: answer(asked).allowed)
    assert answer(asked).allowed
    assert len(asked.collab.mandates) == 2
    assert all(mandate.scope in {None, Scope()} for mandate in asked.collab.mandates)
