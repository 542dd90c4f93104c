"""The seven steps as a table."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.process.step import TRANSITIONS, JourneyEntry, Move, Step, move
from samverkan_core.values.time import PartialDate

steps = st.sampled_from(Step)


def test_there_are_seven_in_this_order() -> None:
    assert [step.code for step in Step] == [
        *("initiate", "ground", "build", "try_out", "hold_on", "integrate", "conclude")
    ]
    assert [step.number for step in Step] == [1, 2, 3, 4, 5, 6, 7]


@given(before=steps, after=steps)
def test_a_move_is_told_by_the_distance(before: Step, after: Step) -> None:
    distance = after.number - before.number
    expected = {0: Move.STAY, 1: Move.FORWARD}.get(
        distance, Move.BACK if distance < 0 else Move.SKIP
    )
    assert move(before, after) is expected
    assert (after in TRANSITIONS[before]) == (expected in {Move.FORWARD, Move.BACK})


@given(start=steps)
def test_from_every_step_the_end_can_be_reached_and_no_step_is_missed(start: Step) -> None:
    reached, step = [start], start
    while step is not Step.CONCLUDE:
        step = max(TRANSITIONS[step], key=lambda after: after.number)
        reached.append(step)
    assert reached == list(Step)[start.number - 1 :]


def test_the_table_cannot_change() -> None:
    table: Any = TRANSITIONS
    with pytest.raises(TypeError):
        table[Step.BUILD] = frozenset()
    assert set(TRANSITIONS) == set(Step)


def test_a_step_taken_says_which_and_when() -> None:
    entry = JourneyEntry(step=Step.BUILD, day=PartialDate(when="2015"), reason="Nya fakta.")
    assert "Nya fakta" not in repr(entry)
    with pytest.raises(InvalidValue, match=r"JourneyEntry\.step must be a member of Step"):
        JourneyEntry(step="build", day=PartialDate(when="2015"))  # type: ignore[arg-type]
