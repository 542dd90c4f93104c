"""Where and when a decision was reported to the board in whose place it was taken."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given

from samverkan_core.authority.reports import made_known_by, report_of
from samverkan_core.indexing import index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.delegated_decision import DelegatedDecision, Reporting
from samverkan_core.model.meeting import Meeting, MeetingKind, MeetingState
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import BodyId, DelegatedDecisionId, MeetingId
from samverkan_core.values.time import PartialDate

DAY = dt.date(2026, 5, 20)
MAY_20 = PartialDate(when="2026-05-20")
MAY_21 = PartialDate(when="2026-05-21")
NAMNDEN, RADET = BodyId("namnden"), BodyId("radet")
AT_MEETING = Reporting(meeting=MeetingId("maj"))


def decision(reported: Reporting | None = None, **members: Any) -> DelegatedDecision:
    return DelegatedDecision(id=DelegatedDecisionId("b-1"), reported=reported, **members)


def hagby(**members: Any) -> Collaboration:
    told = {"body": NAMNDEN, "day": MAY_20, "state": MeetingState.HELD, **members}
    meeting = Meeting(id=MeetingId("maj"), kind=MeetingKind.ORDINARY, **told)
    return Collaboration(name="Hagby", meetings=(meeting,))


@pytest.mark.parametrize(
    ("reported", "members", "report"),
    [
        (None, {}, None),
        (Reporting(), {}, Resolution()),
        (AT_MEETING, {}, Resolution(body=NAMNDEN, day=MAY_20)),
        (AT_MEETING, {"state": None, "body": None}, Resolution(day=MAY_20)),
        (AT_MEETING, {"day": None}, Resolution(body=NAMNDEN)),
        (AT_MEETING, {"last_day": MAY_21}, Resolution(body=NAMNDEN)),
        (AT_MEETING, {"state": MeetingState.CANCELLED}, None),
        (Reporting(meeting=MeetingId("juni")), {}, Resolution()),
        (
            Reporting(meeting=MeetingId("maj"), minutes=Resolution(day=MAY_21)),
            {"state": MeetingState.CANCELLED},
            Resolution(body=NAMNDEN, day=MAY_21),
        ),
        (
            Reporting(meeting=MeetingId("maj"), minutes=Resolution(body=RADET)),
            {},
            Resolution(body=RADET, day=MAY_20),
        ),
    ],
)
def test_what_the_minutes_leave_out_the_meeting_tells(
    reported: Reporting | None, members: dict[str, Any], report: Resolution | None
) -> None:
    assert report_of(index(hagby(**members)), decision(reported)) == report


def test_what_is_reported_at_a_meeting_is_known_from_its_day() -> None:
    book, one = index(hagby()), decision(AT_MEETING)
    assert made_known_by(book, one, DAY) is True
    assert made_known_by(book, one, DAY - dt.timedelta(days=1)) is False


def test_what_was_to_be_reported_at_a_cancelled_meeting_is_not_known() -> None:
    book = index(hagby(state=MeetingState.CANCELLED))
    assert made_known_by(book, decision(AT_MEETING), DAY) is False


def test_nobody_has_been_told_of_what_nobody_reported() -> None:
    assert made_known_by(index(hagby()), decision(), DAY) is False


@given(collab=collaborations())
def test_what_was_made_known_stays_known(collab: Collaboration) -> None:
    book = index(collab)
    for one in collab.delegated_decisions:
        if made_known_by(book, one, DAY):
            assert made_known_by(book, one, DAY + dt.timedelta(days=1))
