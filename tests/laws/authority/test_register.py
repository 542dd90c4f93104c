"""What is kept with an index changes no answer: not by what was asked before, nor on which day."""

import datetime as dt
import pickle
from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.authority.decide import may, who_may
from samverkan_core.authority.proof import Decision
from samverkan_core.authority.register import register_of
from samverkan_core.authority.scopes import covers, own_places, places, target_of
from samverkan_core.indexing import Index, index
from samverkan_core.model.mandate import Power, Scope
from samverkan_core.testing.anything import things
from samverkan_core.testing.authority import Asked, questions

ONE_DAY = dt.timedelta(days=1)


def asked_of(book: Any, asked: Asked, **otherwise: Any) -> Decision:
    """Ask a document or an index of it, perhaps something else than was drawn."""
    question = {"who": asked.who, "power": asked.power, "on": asked.on, "at": asked.at}
    return may(book, **{**question, **otherwise})


def turning_days(book: Index, day: dt.date) -> list[dt.date]:
    """Give the days on which anything turns, those before them, and one day more."""
    turns = register_of(book).turns
    before = (turn - ONE_DAY for turn in turns if turn > dt.date.min)
    return sorted({day, *turns, *before})


def others(asked: Asked) -> Iterator[dict[str, Any]]:
    """Give other questions of the same document, each as what is different in it."""
    yield {}
    yield {"on": None}
    yield from ({"power": power} for power in (Power.DECIDE, Power.PREPARE))
    for name in ("persons", "bodies"):
        yield from ({"who": one.id} for one in getattr(asked.collab, name)[:3])
    yield from ({"on": one.id} for one in asked.collab.matters[:3])


@given(questions(), st.data())
def test_what_was_asked_before_changes_no_answer(asked: Asked, data: st.DataObject) -> None:
    book = index(asked.collab)
    days = st.sampled_from(turning_days(book, asked.at))
    put = st.tuples(st.sampled_from(list(others(asked))), days)
    for otherwise, day in data.draw(st.lists(put, min_size=1, max_size=12)):
        question = {**otherwise, "at": day}
        assert asked_of(book, asked, **question) == asked_of(asked.collab, asked, **question)


@given(questions(), st.data())
def test_who_may_is_told_of_an_index_as_of_its_document(asked: Asked, data: st.DataObject) -> None:
    book = index(asked.collab)
    for day in data.draw(st.lists(st.sampled_from(turning_days(book, asked.at)), max_size=6)):
        found = who_may(book, asked.power, on=asked.on, at=day)
        assert found == who_may(asked.collab, asked.power, on=asked.on, at=day)


@given(questions(), st.data())
def test_between_two_turning_days_nothing_changes(asked: Asked, data: st.DataObject) -> None:
    register = register_of(index(asked.collab))
    day = data.draw(st.sampled_from(turning_days(index(asked.collab), asked.at)))
    span = register.span(day)
    last = dt.date.max if span == len(register.turns) else register.turns[span] - ONE_DAY
    first = register.turns[span - 1] if span else dt.date.min
    ends = {asked_but_for_the_day(asked, at) for at in (first, day, last)}
    assert len(ends) == 1


def asked_but_for_the_day(asked: Asked, day: dt.date) -> Decision:
    """Answer a question as if it had been put for the day that was drawn; nothing is kept."""
    decision = asked_of(asked.collab, asked, at=day)
    question = attrs.evolve(decision.question, at=asked.at)
    proof = decision.proof and attrs.evolve(decision.proof, question=question)
    return attrs.evolve(decision, question=question, proof=proof)


@given(questions())
def test_an_answer_that_was_kept_is_a_plain_value(asked: Asked) -> None:
    book = index(asked.collab)
    first, second = asked_of(book, asked), asked_of(book, asked)
    assert pickle.loads(pickle.dumps(second)) == first  # noqa: S301 - written the line before
    assert second.to_dict() == first.to_dict()


@given(questions())
def test_a_mandate_that_covers_is_looked_for_where_it_lies(asked: Asked) -> None:
    book = index(asked.collab)
    target = target_of(book, asked.on)
    looked_at = set(places(book, target))
    for mandate in asked.collab.mandates:
        if covers(book, mandate.scope, target):
            assert looked_at.intersection(own_places(mandate.scope))


@given(questions(), things(Scope), st.data())
def test_any_scope_that_covers_is_looked_for_where_it_lies(
    asked: Asked, scope: Scope, data: st.DataObject
) -> None:
    book = index(asked.collab)
    ids: list[Any] = [one.id for one in asked.collab.matters]
    # Now and then of matters that the document has, with the groups around them.
    chosen: tuple[Any, ...] = tuple(data.draw(st.lists(st.sampled_from(ids)))) if ids else ()
    scope = attrs.evolve(scope, matters=chosen) if chosen else scope
    for target in (scope, target_of(book, asked.on)):
        if covers(book, scope, target):
            assert set(places(book, target)).intersection(own_places(scope))
