"""What each board has yet to be told of, on a day."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given

from samverkan_core.authority.reports import made_known_by
from samverkan_core.errors import NotADay
from samverkan_core.indexing import index
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.common import Resolution
from samverkan_core.model.delegated_decision import DelegatedDecision, Reporting
from samverkan_core.model.mandate import Mandate, MandateKind, Power
from samverkan_core.model.meeting import Meeting, MeetingKind
from samverkan_core.model.person import Person, Protection
from samverkan_core.overviews.delegated_decisions import Unreported, unreported
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import (
    BodyId,
    DelegatedDecisionId,
    HolderId,
    MandateId,
    MeetingId,
    PersonId,
)
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.time import PartialDate, Period

DAY = dt.date(2026, 5, 4)


def decision(id_: str, day: str | None = "2026-05-04", **members: object) -> DelegatedDecision:
    told: dict[str, Any] = {"mandate": "av-namnden", **members}
    when = None if day is None else PartialDate(when=day)
    return DelegatedDecision(id=DelegatedDecisionId(id_), day=when, **told)


def told(day: str) -> Reporting:
    return Reporting(minutes=Resolution(day=PartialDate(when=day)))


def hagby(*decisions: DelegatedDecision) -> Collaboration:
    def given_by(board: str) -> Mandate:
        return Mandate(
            id=MandateId(f"av-{board}"),
            kind=MandateKind.DELEGATION,
            powers=(Power.DECIDE,),
            period=Period(),
            granted_by=HolderId(board),
        )

    return Collaboration(
        name="Hagby",
        persons=(
            Person(id=PersonId("karin")),
            Person(id=PersonId("skyddad"), protection=Protection.PROTECTED_REGISTRATION),
        ),
        bodies=(
            Body(id=BodyId("styrelsen"), name="Styrelsen", kind=BodyKind.EXECUTIVE_BOARD),
            Body(id=BodyId("namnden"), name="Nämnden", kind=BodyKind.BOARD),
        ),
        mandates=(given_by("styrelsen"), given_by("namnden")),
        delegated_decisions=decisions,
    )


def listed(*decisions: DelegatedDecision, at: dt.date = DAY) -> list[str]:
    return [
        one.decision for board in unreported(hagby(*decisions), at=at) for one in board.decisions
    ]


def test_boards_come_in_order_and_each_has_its_oldest_first() -> None:
    collab = hagby(
        decision("c", mandate=None),
        decision("b", mandate="av-styrelsen"),
        decision("e", None),
        decision("d", "2026-05-02"),
        decision("a", "2026-05"),
    )
    found = unreported(collab, at=DAY)
    assert [board.board for board in found] == ["namnden", "styrelsen", None]
    assert [one.decision for one in found[0].decisions] == ["a", "d", "e"]
    assert [board.since for board in found] == [dt.date(2026, 5, 1), DAY, DAY]
    assert unreported(index(collab), at=DAY) == found


def test_of_what_nobody_knows_the_day_nobody_knows_since_when() -> None:
    (board,) = unreported(hagby(decision("a", None)), at=DAY)
    assert board.since is None


@pytest.mark.parametrize(
    ("members", "is_listed"),
    [
        ({}, True),
        ({"reported": told("2026-05-04")}, False),
        ({"reported": told("2026-05-05")}, True),
        ({"reported": told("2026-05")}, True),
        ({"reported": Reporting()}, False),
        ({"minuted_on": PartialDate(when="2026-05-04")}, False),
        ({"minuted_on": PartialDate(when="2026-05-05")}, True),
        ({"minuted_on": PartialDate(when="2026")}, True),
        ({"minuted_on": PartialDate(when="2026"), "reported": told("2026-05-04")}, False),
        ({"minuted_on": PartialDate(when="2027"), "reported": told("2027")}, True),
        ({"day": PartialDate(when="2026-05-05")}, False),
        ({"day": PartialDate(when="2026-05")}, True),
        ({"reviewable": False}, True),
    ],
)
def test_what_is_listed_on_a_day(members: dict[str, Any], is_listed: bool) -> None:
    assert listed(attrs.evolve(decision("a"), **members)) == ["a"] * is_listed


@pytest.mark.parametrize(("day", "is_listed"), [("2026-05-04", False), ("2026-05-05", True)])
def test_what_is_reported_at_a_later_meeting_is_listed_until_then(
    day: str, is_listed: bool
) -> None:
    meeting = Meeting(id=MeetingId("maj"), kind=MeetingKind.ORDINARY, day=PartialDate(when=day))
    one = decision("a", reported=Reporting(meeting=meeting.id))
    collab = attrs.evolve(hagby(one), meetings=(meeting,))
    assert bool(unreported(collab, at=DAY)) is is_listed


def test_a_row_says_what_whoever_follows_up_needs() -> None:
    one = decision(
        "a", delegate="karin", matter="m", line="3.9", urgent=True, reviewable=True, summary="Ja."
    )
    (board,) = unreported(hagby(one), at=DAY)
    assert board.decisions == (
        Unreported(
            decision="a",
            day=PartialDate(when="2026-05-04"),
            delegate="karin",
            matter="m",
            line="3.9",
            urgent=True,
            reviewable=True,
        ),
    )


def test_a_protected_person_is_left_out_and_that_is_said() -> None:
    (board,) = unreported(hagby(decision("a", delegate="skyddad")), at=DAY)
    (row,) = board.decisions
    assert (row.delegate, row.withheld) == (None, True)
    assert "skyddad" not in repr(board)


def test_a_person_that_could_not_be_read_may_be_protected_and_is_left_out() -> None:
    aside = SetAside(pointer="/persons/0", value=JsonObject((("id", "oläst"),)))
    collab = attrs.evolve(hagby(decision("a", delegate="oläst")), set_aside=(aside,))
    (board,) = unreported(collab, at=DAY)
    (row,) = board.decisions
    assert (row.delegate, row.withheld) == (None, True)


def test_of_two_decisions_with_one_id_the_first_counts() -> None:
    assert not listed(decision("a", reported=told("2026-05-04")), decision("a"))


def test_a_moment_is_no_day() -> None:
    with pytest.raises(NotADay):
        unreported(hagby(), at=dt.datetime(2026, 5, 4, tzinfo=dt.UTC))


@given(collab=collaborations())
def test_each_decision_is_listed_once_or_is_known_or_is_to_come(collab: Collaboration) -> None:
    book = index(collab)
    found = unreported(book, at=DAY)
    rows = [one.decision for board in found for one in board.decisions]
    assert len(set(rows)) == len(rows)
    firsts = {one.id: one for one in reversed(collab.delegated_decisions)}
    known = {id_ for id_, one in firsts.items() if made_known_by(book, one, DAY)}
    coming = {
        id_ for id_, one in firsts.items() if one.day is not None and one.day.by(DAY) is False
    }
    assert set(rows) == firsts.keys() - known - coming
    assert all(board.decisions for board in found)
