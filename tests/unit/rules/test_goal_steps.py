"""GOA006 and GOA007: small steps towards a goal, and somebody who checks them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.indexing import index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.goal import Goal, Milestone, QualityCheck
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.goal_steps import quality_not_checked, single_milestone
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.values.ids import GoalId, OfficeId
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]


def steps(count: int) -> Collaboration:
    taken = tuple(Milestone(text="Ett steg till.") for _ in range(count))
    goal = Goal(id=GoalId("stöd"), name="Stöd i tid", milestones=taken)
    return Collaboration(name="Hagby", goals=(goal,))


def checked(check: QualityCheck | None) -> Collaboration:
    goal = Goal(id=GoalId("stöd"), name="Stöd i tid", quality_check=check)
    return Collaboration(name="Hagby", goals=(goal,))


@given(count=st.integers(0, 6))
def test_only_a_single_milestone_is_told_of(count: int) -> None:
    found = judged(single_milestone, index(steps(count)), None, COMMON)
    assert bool(found.findings) is (count == 1)
    assert bool(found.not_judged) is (count == 0)


def test_where_it_stands_and_how_it_is_said(ask: Ask) -> None:
    (finding,) = ask(single_milestone, steps(1)).findings
    assert (finding.pointer, finding.subject) == ("/goals/0/milestones", "stöd")
    assert finding.severity is Severity.INFO
    assert finding.message("sv") == "Målet stöd har ett enda delmål."


@pytest.mark.parametrize(
    ("check", "missing"),
    [
        (None, ("checked_by", "day")),
        (QualityCheck(method="Stickprov."), ("checked_by", "day")),
        (QualityCheck(checked_by=OfficeId("samordnaren")), ("day",)),
        (QualityCheck(day=PartialDate(when="2015")), ("checked_by",)),
    ],
)
def test_who_and_when_are_asked_for(
    ask: Ask, check: QualityCheck | None, missing: tuple[str, ...]
) -> None:
    judgement = ask(quality_not_checked, checked(check))
    (finding,) = judgement.findings
    assert finding.data == (("goal", "stöd"), ("missing", missing))
    assert finding.severity is Severity.WARNING
    assert not judgement.not_judged


def test_an_unknown_office_and_a_vague_day_are_enough(ask: Ask) -> None:
    check = QualityCheck(checked_by=OfficeId("någon"), day=PartialDate(when="2015", about=True))
    assert ask(quality_not_checked, checked(check)).held
