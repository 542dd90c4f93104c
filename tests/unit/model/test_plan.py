"""Children, plans and commitments: what they say of a day, and what they cannot hold."""

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.model.child import AgeLimit, ChildRef
from samverkan_core.model.concern_report import ConcernReport
from samverkan_core.model.plan import (
    Commitment,
    Consent,
    Consenter,
    IndividualPlan,
    PlanKind,
)
from samverkan_core.testing.strategies import things
from samverkan_core.values.ids import ChildId, PlanId
from samverkan_core.values.time import PartialDate

DAY = dt.date(2026, 3, 1)
BEFORE, AFTER = dt.date(2026, 2, 28), dt.date(2026, 3, 2)
days = st.dates(dt.date(2026, 2, 20), dt.date(2026, 3, 10))


def child(*passed: AgeLimit, as_of: dt.date | None = DAY) -> ChildRef:
    return ChildRef(id=ChildId("barn-1"), passed=passed, as_of=as_of)


class TestAges:
    """What is known of a child's age."""

    def test_what_was_passed_stays_so_and_was_perhaps_not_so_before(self) -> None:
        fifteen = child(AgeLimit.FIFTEEN)
        assert fifteen.has_passed(AgeLimit.FIFTEEN, DAY) is True
        assert fifteen.has_passed(AgeLimit.FIFTEEN, AFTER) is True
        assert fifteen.has_passed(AgeLimit.FIFTEEN, BEFORE) is None

    def test_what_was_not_passed_had_not_been_before_and_perhaps_is_later(self) -> None:
        young = child()
        assert young.has_passed(AgeLimit.TWELVE, DAY) is False
        assert young.has_passed(AgeLimit.TWELVE, BEFORE) is False
        assert young.has_passed(AgeLimit.TWELVE, AFTER) is None

    def test_whoever_has_passed_one_age_has_passed_the_lower(self) -> None:
        assert child(AgeLimit.EIGHTEEN).has_passed(AgeLimit.TWELVE, DAY) is True
        assert child(AgeLimit.TWELVE).has_passed(AgeLimit.EIGHTEEN, DAY) is False

    def test_without_a_day_nothing_is_known(self) -> None:
        unknown = child(AgeLimit.TWELVE, as_of=None)
        assert {unknown.has_passed(limit, DAY) for limit in AgeLimit} == {None}

    @given(known=things(ChildRef), limit=st.sampled_from(AgeLimit), day=days, later=days)
    def test_nobody_grows_younger(
        self, known: ChildRef, limit: AgeLimit, day: dt.date, later: dt.date
    ) -> None:
        first, last = sorted((day, later))
        if known.has_passed(limit, first):
            assert known.has_passed(limit, last)
        if known.has_passed(limit, last) is False:
            assert known.has_passed(limit, first) is False

    def test_there_is_nowhere_to_write_who_the_child_is(self) -> None:
        members = {"id", "passed", "as_of", "sources", "illustrative", "kept"}
        assert attrs.fields_dict(ChildRef).keys() == members


def consent(since: str | None, withdrawn: str | None = None) -> Consent:
    given_from = None if since is None else PartialDate(when=since)
    ended = None if withdrawn is None else PartialDate(when=withdrawn)
    return Consent(by=Consenter.CHILD, since=given_from, withdrawn_on=ended)


@pytest.mark.parametrize(
    ("made", "holds"),
    [
        (consent("2026-03-01"), True),
        (consent("2026-03-02"), False),
        (consent("2026-03"), None),
        (consent(None), None),
        (consent("2026-02", "2026-03-01"), False),
        (consent("2026-02", "2026-03-02"), True),
        (consent("2026-02", "2026-03"), None),
        (consent("2026-04", "2026"), False),
        (consent(None, "2026-02"), False),
    ],
)
def test_a_consent_holds_from_its_first_day_to_the_day_before_it_is_withdrawn(
    made: Consent,
    holds: bool | None,
) -> None:
    assert made.in_force_on(DAY) is holds


@pytest.mark.parametrize(
    ("done", "remains"),
    [(None, True), ("2026-03-01", False), ("2026-03-02", True), ("2026-03", None)],
)
def test_a_commitment_remains_until_it_is_done(
    done: str | None,
    remains: bool | None,
) -> None:
    done_on = None if done is None else PartialDate(when=done)
    assert Commitment(id="1", done_on=done_on).open_on(DAY) is remains


@pytest.mark.parametrize(
    ("started", "closed", "is_open"),
    [
        ("2026-03-01", None, True),
        ("2026-03-02", None, False),
        ("2026-03", None, None),
        (None, None, None),
        ("2026-03-01", AFTER, True),
        ("2026-02", DAY, False),
        (None, DAY, False),
    ],
)
def test_a_plan_is_open_until_the_day_on_which_it_is_closed(
    started: str | None,
    closed: dt.date | None,
    is_open: bool | None,
) -> None:
    begun = None if started is None else PartialDate(when=started)
    plan = IndividualPlan(
        id=PlanId("p"), kind=PlanKind.COORDINATED_INDIVIDUAL_PLAN, started=begun, closed_on=closed
    )
    assert plan.open_on(DAY) is is_open


@given(plan=things(IndividualPlan))
def test_nothing_that_somebody_wrote_about_a_child_is_shown_by_its_repr(
    plan: IndividualPlan,
) -> None:
    hushed = "Hemligt om barnet"
    hidden = attrs.evolve(
        plan,
        measures_by_others=hushed,
        competences_needed=(hushed,),
        commitments=(Commitment(id="1", what=hushed, goal=hushed, target=hushed),),
        consents=(Consent(by=Consenter.CHILD, covers=(hushed,)),),
    )
    assert hushed not in repr(hidden)


@pytest.mark.parametrize("guardians", [0, 3])
def test_a_child_has_one_guardian_or_two(guardians: int) -> None:
    with pytest.raises(InvalidValue):
        IndividualPlan(
            id=PlanId("p"), kind=PlanKind.COORDINATED_INDIVIDUAL_PLAN, guardians=guardians
        )


def test_a_report_of_concern_has_no_text_of_its_own() -> None:
    annotated = {field.name for field in attrs.fields(ConcernReport) if field.type is str}
    assert annotated == set()
