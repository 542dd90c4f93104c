"""Judges of three kinds, written from the specification alone, agree about every question.

The oracle tries everything in plain Python; the database is one recursive query; Cedar is a policy
engine of another project. Where they agree with each other and with the engine, an error would
have to be made four times in the same way, or stand in the specification.
"""

import itertools
from collections.abc import Sequence

import pytest

from samverkan_core.authority.decide import may
from samverkan_core.testing.authority import Asked

from .facts import Judge
from .oracle import Fault, permitted
from .worlds import worlds

#: How many worlds are judged in an ordinary run, and in each chunk of a long one.
ORDINARY, CHUNK = 900, 5_000


def engine(asked: Asked) -> bool:
    return may(asked.collab, asked.who, asked.power, on=asked.on, at=asked.at).allowed


def agrees(judge: Judge, judged: Sequence[Asked]) -> None:
    """Hold a judge against the oracle; where they differ, show the world that is told shortest."""
    otherwise = [asked for asked in judged if judge(asked) != permitted(asked)]
    shortest = min(otherwise, key=lambda asked: len(repr(asked)), default=None)
    assert shortest is None, f"{len(otherwise)} differ; the oracle says {permitted(shortest)}"


def chunks(count: int) -> pytest.MarkDecorator:
    """Split a long run, so that a disagreement is told before the end of it."""
    return pytest.mark.parametrize("chunk", range(1, 1 + count // CHUNK))


@pytest.fixture(scope="module")
def ordinary() -> list[Asked]:
    """Give the worlds of an ordinary run."""
    return worlds(ORDINARY, 0)


def test_a_good_share_of_the_questions_is_answered_with_yes(ordinary: list[Asked]) -> None:
    assert len(ordinary) == ORDINARY
    assert sum(map(permitted, ordinary)) > 0.3 * ORDINARY


class TestTheyAgree:
    def test_the_database_with_the_oracle(self, ordinary: list[Asked], database: Judge) -> None:
        agrees(database, ordinary)

    def test_cedar_with_the_oracle(self, ordinary: list[Asked], cedar: Judge) -> None:
        agrees(cedar, ordinary)

    def test_the_engine_with_the_oracle(self, ordinary: list[Asked]) -> None:
        agrees(engine, ordinary)


@pytest.mark.usefixtures("all_law_read")
class TestTheyAgreeWhereAllLawIsRead:
    def test_the_database_with_the_oracle(self, ordinary: list[Asked], database: Judge) -> None:
        agrees(database, ordinary)

    def test_cedar_with_the_oracle(self, ordinary: list[Asked], cedar: Judge) -> None:
        agrees(cedar, ordinary[::3])

    def test_the_engine_with_the_oracle(self, ordinary: list[Asked]) -> None:
        agrees(engine, ordinary)


def told_apart(fault: Fault, ordinary: Sequence[Asked]) -> Asked:
    """Give a world in which a fault shows; where an ordinary run has none, one of the next runs."""
    more = (worlds(ORDINARY, chunk) for chunk in range(1, 6))
    judged = itertools.chain(ordinary, itertools.chain.from_iterable(more))
    return next(asked for asked in judged if permitted(asked, fault) != permitted(asked))


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_is_noticed(fault: Fault, ordinary: list[Asked], database: Judge) -> None:
    wrong = told_apart(fault, ordinary)
    assert permitted(wrong, fault) != database(wrong)


@pytest.mark.parametrize("fault", Fault)
def test_cedar_notices_a_fault(fault: Fault, ordinary: list[Asked], cedar: Judge) -> None:
    wrong = told_apart(fault, ordinary)
    assert permitted(wrong, fault) != cedar(wrong)


@pytest.mark.slow
@chunks(100_000)
def test_the_database_and_the_engine_agree_with_the_oracle_on_many(
    chunk: int, database: Judge
) -> None:
    many = worlds(CHUNK, chunk)
    agrees(database, many)
    agrees(engine, many)


@pytest.mark.slow
@chunks(100_000)
def test_cedar_agrees_with_the_oracle_on_many(chunk: int, cedar: Judge) -> None:
    agrees(cedar, worlds(CHUNK, chunk))
