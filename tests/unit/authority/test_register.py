"""What is kept with an index: nothing is found twice, nothing grows without bound."""

import datetime as dt
from collections import Counter
from typing import Any

import attrs
import pytest

from samverkan_core.authority import carrying, register
from samverkan_core.authority.chain import chain_of
from samverkan_core.authority.decide import may, who_may
from samverkan_core.authority.register import kept, register_of
from samverkan_core.errors import InvalidValue, NotADay, UnknownId
from samverkan_core.indexing import index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Power, Scope
from samverkan_core.values.time import Period

from .worlds import DAY, made, municipality

ONE_DAY = dt.timedelta(days=1)


def crowd(count: int) -> Collaboration:
    """Give the municipality with many officials in one office, and as many mandates of it."""
    world = municipality()
    own, mandate = world.thing("t-officer"), world.thing("m-officer")
    for number in range(count):
        person = attrs.evolve(world.thing("p-officer"), id=f"p-{number}")
        held = attrs.evolve(own, id=f"t-{number}", person=person.id)
        one = attrs.evolve(mandate, id=f"m-{number}", scope=made(Scope, matters=("x-other",)))
        world = world.adding(person, held, one)
    return world.collab


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[Any, str]]:
    """Count how often a mandate is followed back to its ground in the search for a yes."""
    counted: Counter[tuple[Any, str]] = Counter()
    follow = chain_of

    def count(book: Any, question: Any, way: Any) -> Any:
        counted[question.at, way.mandate.id] += 1
        return follow(book, question, way)

    monkeypatch.setattr(carrying, "chain_of", count)
    return counted


def test_a_chain_is_followed_once_for_all_who_hold_it(followed: Counter[tuple[Any, str]]) -> None:
    book = index(crowd(20))
    found = who_may(book, Power.DECIDE, on="x-other", at=DAY)
    assert {f"p-{number}" for number in range(20)} <= set(found)
    assert max(followed.values()) == 1


def test_a_mandate_about_something_else_is_not_followed(
    followed: Counter[tuple[Any, str]],
) -> None:
    may(index(crowd(20)), "p-chair", Power.DECIDE, on="x-one", at=DAY)
    assert not {f"m-{number}" for number in range(20)}.intersection(id_ for _, id_ in followed)


def test_on_another_day_of_the_same_span_nothing_is_followed_again(
    followed: Counter[tuple[Any, str]],
) -> None:
    book = index(municipality().collab)
    assert may(book, "p-head", Power.DECIDE, on="x-one", at=DAY).allowed
    once = sum(followed.values())
    assert may(book, "p-head", Power.DECIDE, on="x-one", at=DAY + ONE_DAY).allowed
    assert sum(followed.values()) == once


def test_the_same_answer_is_given_again() -> None:
    book = index(municipality().collab)
    first = may(book, "p-head", Power.DECIDE, on="x-one", at=DAY)
    assert may(book, "p-head", Power.DECIDE, on="x-one", at=DAY) is first
    assert may(index(municipality().collab), "p-head", Power.DECIDE, on="x-one", at=DAY) == first


def test_answers_are_not_kept_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "_MOST", 3)
    book = index(municipality().collab)
    days = [DAY + number * ONE_DAY for number in range(10)]
    answers = [may(book, "p-head", Power.DECIDE, on="x-one", at=day) for day in days]
    assert len(book.once(register_of).answers) <= 3
    assert answers == [may(book, "p-head", Power.DECIDE, on="x-one", at=day) for day in days]


def test_what_is_kept_is_found_once() -> None:
    held: dict[str, str] = {}
    assert kept(held, "a", lambda: "found") == "found"
    assert kept(held, "a", lambda: "never asked") == "found"


@pytest.mark.parametrize("on", [7, ["x-one"], {"matters": ["x-one"]}, b"x-one"])
def test_what_a_question_cannot_be_about_is_misuse(on: Any) -> None:
    book = index(municipality().collab)
    for ask in (
        lambda: may(book, "p-head", Power.DECIDE, on=on, at=DAY),
        lambda: who_may(book, Power.DECIDE, on=on, at=DAY),
    ):
        with pytest.raises(InvalidValue, match="`on` is a Scope or an id"):
            ask()


def test_misuse_is_told_also_of_a_question_that_was_answered() -> None:
    book = index(municipality().collab)
    may(book, "p-head", Power.DECIDE, on="x-one", at=DAY)
    moment = dt.datetime(DAY.year, DAY.month, DAY.day, tzinfo=dt.UTC)
    with pytest.raises(NotADay):
        may(book, "p-head", Power.DECIDE, on="x-one", at=moment)
    with pytest.raises(InvalidValue):
        may(book, "p-officer", "decide", on="x-one", at=DAY)  # type: ignore[arg-type]
    for _ in range(2):
        with pytest.raises(UnknownId):
            may(book, "p-head", Power.DECIDE, on="x-gone", at=DAY)


def test_nothing_turns_after_the_end_of_the_calendar() -> None:
    always = Period(first_day=dt.date.min, last_day=dt.date.max)
    world = municipality().changed("m-officer", period=always)
    turns = register_of(index(world.collab)).turns
    assert turns[0] == dt.date.min
    assert list(turns) == sorted(set(turns))


def test_the_day_after_a_last_day_turns_and_so_does_a_revocation() -> None:
    world = municipality().changed(
        "m-officer", period=Period(last_day=DAY), revoked_from=DAY + 9 * ONE_DAY
    )
    register = register_of(index(world.collab))
    assert DAY + ONE_DAY in register.turns
    assert DAY + 9 * ONE_DAY in register.turns
    assert register.span(DAY) != register.span(DAY + ONE_DAY)
    assert register.span(DAY + ONE_DAY) == register.span(DAY + 2 * ONE_DAY)
