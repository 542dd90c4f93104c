"""What a delegated decision knows of its own days."""

import datetime as dt

import pytest
from hypothesis import given

from samverkan_core.errors import InvalidValue
from samverkan_core.model.delegated_decision import DelegatedDecision
from samverkan_core.testing.strategies import things
from samverkan_core.values.ids import DelegatedDecisionId
from samverkan_core.values.time import PartialDate

DAY = dt.date(2026, 5, 4)
BARE = DelegatedDecision(id=DelegatedDecisionId("b-1"))


@pytest.mark.parametrize(
    ("day", "exact"),
    [
        (None, None),
        (PartialDate(when="2026-05"), None),
        (PartialDate(when="2026-05-04", about=True), None),
        (PartialDate(when="2026-05-04"), DAY),
    ],
)
def test_the_day_where_it_is_known_to_the_day(
    day: PartialDate | None, exact: dt.date | None
) -> None:
    assert DelegatedDecision(id=BARE.id, day=day).exact_day == exact


def test_a_blank_id_is_refused() -> None:
    with pytest.raises(InvalidValue):
        DelegatedDecision(id=DelegatedDecisionId(" "))


@given(decision=things(DelegatedDecision))
def test_what_was_decided_is_not_in_what_programs_print(decision: DelegatedDecision) -> None:
    assert "summary" not in repr(decision)
