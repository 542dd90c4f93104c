"""Expunging: what may not be kept goes, what is needed stays, and the receipt tells no tale."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.errors import NotADay
from samverkan_core.findings.acceptance import Acceptance
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anatomy import COLLECTIONS, references
from samverkan_core.model.child import ChildRef
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.concern_report import ConcernReport
from samverkan_core.model.mandate import Mandate, MandateKind, Power, Scope
from samverkan_core.model.plan import Commitment, IndividualPlan, PlanKind
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.planning.expunge import Expunging, Receipt, Removal, expunge
from samverkan_core.serialization.load import loads, read
from samverkan_core.serialization.write import dumps
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    ChildId,
    ConcernReportId,
    HolderId,
    MandateId,
    PlanId,
    RoleId,
)
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.time import Period

DAY = dt.date(2026, 3, 1)
PAST, LAST = dt.date(2026, 2, 28), DAY


def child(id_: str) -> ChildRef:
    return ChildRef(id=ChildId(id_))


def plan(id_: str, about: str, until: dt.date | None = PAST, **members: object) -> IndividualPlan:
    told: dict[str, Any] = members
    return IndividualPlan(
        id=PlanId(id_),
        kind=PlanKind.COORDINATED_INDIVIDUAL_PLAN,
        child=ChildId(about),
        retain_until=until,
        **told,
    )


def report(id_: str, about: str, until: dt.date | None = PAST) -> ConcernReport:
    return ConcernReport(id=ConcernReportId(id_), child=ChildId(about), retain_until=until)


def collab(**members: object) -> Collaboration:
    told: dict[str, Any] = members
    return Collaboration(name="Hagby", **told)


def told(receipt: Receipt) -> list[tuple[str, str, str | None, Expunging]]:
    return [(one.collection, one.id, one.member, one.why) for one in receipt.removals]


class TestWhatGoes:
    """Plans, reports, and the children that they were the last to be about."""

    def test_a_plan_and_its_child(self) -> None:
        made = collab(children=(child("a"),), plans=(plan("p", "a"),))

        done = expunge(made, DAY)

        assert done.collaboration == collab()
        assert told(done.receipt) == [
            ("children", "a", None, Expunging.NO_LONGER_NEEDED),
            ("plans", "p", None, Expunging.TIME_PASSED),
        ]
        assert done.receipt.day == DAY

    def test_the_last_day_belongs_to_the_time(self) -> None:
        made = collab(children=(child("a"),), plans=(plan("p", "a", LAST), plan("q", "a", None)))
        assert expunge(made, DAY).collaboration is made
        assert expunge(made, DAY).receipt == Receipt(day=DAY)

    def test_a_child_that_something_else_is_about_stays(self) -> None:
        kept = report("r", "a", None)
        made = collab(
            children=(child("a"), child("b")),
            plans=(plan("p", "a"), plan("q", "b", LAST)),
            concern_reports=(kept,),
        )
        left = expunge(made, DAY).collaboration
        assert left == attrs.evolve(made, plans=made.plans[1:])

    def test_a_child_that_nothing_was_about_is_not_this_functions_to_take(self) -> None:
        made = collab(children=(child("a"), child("b")), plans=(plan("p", "a"),))
        assert expunge(made, DAY).collaboration == collab(children=(child("b"),))

    def test_of_two_with_one_id_only_the_one_whose_time_has_passed_goes(self) -> None:
        made = collab(children=(child("a"),), plans=(plan("p", "a"), plan("p", "a", LAST)))
        left = expunge(made, DAY).collaboration
        assert left == collab(children=(child("a"),), plans=(plan("p", "a", LAST),))

    def test_two_children_under_one_pseudonym_go_together(self) -> None:
        made = collab(children=(child("a"), child("a")), plans=(plan("p", "a"),))
        assert expunge(made, DAY).collaboration == collab()


class TestWhatRefersThere:
    """References to what has gone: here of the wrong kind, for they are the only ones so far."""

    def test_a_reference_is_loosened_and_the_thing_stays(self) -> None:
        other = plan("q", "a", LAST, chair=RoleId("p"), initiator=ActorId("skolan"))
        made = collab(children=(child("a"),), plans=(plan("p", "a"), other))

        done = expunge(made, DAY)

        assert done.collaboration.plans == (attrs.evolve(other, chair=None),)
        assert told(done.receipt)[1:] == [("plans", "q", "chair", Expunging.POINTED_THERE)]

    def test_one_of_several_is_left_out(self) -> None:
        pair = Actor(
            id=ActorId("x"),
            name="X",
            kind=ActorKind.SCHOOL,
            succeeds=(ActorId("p"), ActorId("y")),
        )
        made = collab(actors=(pair,), plans=(plan("p", "a"),))
        (left,) = expunge(made, DAY).collaboration.actors
        assert left.succeeds == ("y",)

    def test_what_was_about_nothing_else_goes_and_so_on(self) -> None:
        roles = tuple(
            Role(id=RoleId(id_), name="R", kind=RoleKind.EMPLOYEE, actor=ActorId(of))
            for id_, of in (("r", "p"), ("s", "r"), ("t", "skolan"))
        )
        made = collab(roles=roles, plans=(plan("p", "a"),))

        done = expunge(made, DAY)

        assert done.collaboration == collab(roles=roles[2:])
        assert told(done.receipt)[:2] == [
            ("roles", "r", None, Expunging.ABOUT_NOTHING_ELSE),
            ("roles", "s", None, Expunging.ABOUT_NOTHING_ELSE),
        ]

    def test_a_scope_never_grows(self) -> None:
        mandate = Mandate(
            id=MandateId("m"),
            kind=MandateKind.ASSIGNMENT,
            powers=(Power.LEAD,),
            scope=Scope(bodies=(BodyId("p"),)),
            period=Period(first_day=PAST),
            granted_to=(HolderId("x"),),
        )
        done = expunge(collab(mandates=(mandate,), plans=(plan("p", "a"),)), DAY)
        assert done.collaboration == collab()
        assert told(done.receipt)[0] == ("mandates", "m", None, Expunging.CANNOT_STAND)

    def test_a_part_of_a_list_that_needs_it_goes_alone(self) -> None:
        both = attrs.evolve(
            plan("q", "a", LAST),
            commitments=(Commitment(id="1", actor=ActorId("p")), Commitment(id="2")),
        )
        made = collab(children=(child("a"),), plans=(plan("p", "a"), both))
        (left,) = expunge(made, DAY).collaboration.plans
        assert left.commitments == (Commitment(id="1"), Commitment(id="2"))

    def test_acceptances_of_findings_about_it_go(self) -> None:
        accepted = tuple(
            Acceptance(
                code="SIP010",
                subject=subject,
                data=JsonObject((("plan", named),)),
                reason="Familjen bad om en paus.",
                owner="SIP-samordnaren",
                last_day=LAST,
            )
            for subject, named in (("p", "p"), ("q", "p"), ("q", "q"))
        )
        made = collab(acceptances=accepted, plans=(plan("p", "a"), plan("q", "a", LAST)))
        done = expunge(made, DAY)
        assert done.collaboration.acceptances == accepted[2:]
        assert told(done.receipt)[1:] == [
            ("acceptances", "SIP010", None, Expunging.POINTED_THERE),
            ("acceptances", "SIP010", None, Expunging.POINTED_THERE),
        ]


def test_what_was_set_aside_moves_up_and_stays() -> None:
    aside = SetAside(pointer="/plans/1", value=JsonObject((("id", "oläslig"),)))
    plans = (plan("p", "a"), plan("q", "a", LAST), plan("r", "a"))
    made = collab(children=(child("a"),), plans=plans, set_aside=(aside,))

    left = expunge(made, DAY).collaboration

    assert [one.pointer for one in left.set_aside] == ["/plans/0"]
    again = read(dumps(left), faulty="set_aside").value
    assert again is not None
    assert again.set_aside == left.set_aside


def test_the_receipt_says_why_in_words_and_never_what() -> None:
    private = plan("p", "a", measures_by_others="Mormor hjälper till.")
    made = collab(children=(child("a"),), plans=(private,))
    receipt = expunge(made, DAY).receipt
    assert receipt.to_dict() == {
        "receipt": "1",
        "day": "2026-03-01",
        "removals": [
            {
                "collection": "children",
                "id": "a",
                "why": "no_longer_needed",
                "reason": "inget som finns kvar gäller barnet",
            },
            {
                "collection": "plans",
                "id": "p",
                "why": "time_passed",
                "reason": "sista dagen har passerat",
            },
        ],
    }
    loosened = Removal(collection="plans", id="q", member="meeting", why=Expunging.POINTED_THERE)
    assert loosened.to_dict("en") == {
        "collection": "plans",
        "id": "q",
        "member": "meeting",
        "why": "pointed_there",
        "reason": "referred to it",
    }


def test_a_moment_is_no_day() -> None:
    with pytest.raises(NotADay):
        expunge(collab(), dt.datetime(2026, 3, 1, tzinfo=dt.UTC))


# --- laws --------------------------------------------------------------------------------------


def ids(made: Collaboration) -> set[str]:
    return {thing.id for name in COLLECTIONS for thing in getattr(made, name)}


def dangling(made: Collaboration) -> set[str]:
    return {target for _, target, _ in references(made)} - ids(made)


days = st.sampled_from((dt.date(1950, 1, 1), dt.date(2000, 3, 1), dt.date(2024, 3, 1), dt.date.max))


@given(made=collaborations(), at=days)
def test_a_second_time_changes_nothing(made: Collaboration, at: dt.date) -> None:
    once = expunge(made, at).collaboration
    assert expunge(once, at).collaboration is once
    assert not expunge(once, at).receipt.removals


@given(made=collaborations(), at=days)
def test_no_reference_comes_to_lead_nowhere(made: Collaboration, at: dt.date) -> None:
    assert dangling(expunge(made, at).collaboration) <= dangling(made)


@given(made=collaborations(), at=days)
def test_every_thing_stays_as_it_was_or_stands_in_the_receipt(
    made: Collaboration, at: dt.date
) -> None:
    done = expunge(made, at)
    told_of = {(one.collection, one.id) for one in done.receipt.removals}
    for name in COLLECTIONS:
        left = getattr(done.collaboration, name)
        for thing in getattr(made, name):
            assert thing in left or (name, thing.id) in told_of
    gone = ids(made) - ids(done.collaboration)
    # What the collaboration itself says and what went are told apart by the references alone.
    touched = {str(place[0]) for place, target, _ in references(made) if target in gone}
    own = attrs.asdict(made, recurse=False).keys() - {*COLLECTIONS, "acceptances", "set_aside"}
    assert all(getattr(made, name) == getattr(done.collaboration, name) for name in own - touched)


@given(made=collaborations(), at=days)
def test_nothing_is_left_whose_last_day_has_passed(made: Collaboration, at: dt.date) -> None:
    left = expunge(made, at).collaboration
    lasts = [one.retain_until for one in left.plans]
    lasts += [one.retain_until for one in left.concern_reports]
    assert all(last is None or last >= at for last in lasts)


@given(made=collaborations(), at=days)
def test_what_is_left_is_read_back_as_it_is(made: Collaboration, at: dt.date) -> None:
    left = expunge(made, at).collaboration
    assume(not left.set_aside)
    assert loads(dumps(left)) == left


@given(world=worlds(), number=st.integers(0, 10**6))
def test_no_text_of_a_plan_that_went_remains(
    world: tuple[Collaboration, dt.date], number: int
) -> None:
    made, at = world
    mark = f"märke {number} som bara står i planen"
    private = IndividualPlan(
        id=PlanId(mark),
        kind=PlanKind.OTHER,
        kind_name=mark,
        child=ChildId(f"{mark} barn"),
        commitments=(Commitment(id="1", what=mark, goal=mark),),
        retain_until=at - dt.timedelta(days=1),
    )
    with_it = attrs.evolve(
        made,
        children=(*made.children, child(f"{mark} barn")),
        plans=(*made.plans, private),
    )
    left = expunge(with_it, at).collaboration
    assert left == made
    assert mark.encode() not in dumps(left)
    assert mark.encode() in dumps(with_it)


@given(world=worlds())
def test_a_lawful_document_has_nothing_to_expunge(world: tuple[Collaboration, dt.date]) -> None:
    made, at = world
    assert expunge(made, at).collaboration is made
    assert not check(made, at=at)
