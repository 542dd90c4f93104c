"""What a board has yet to be told: decisions taken in its place and not made known by a day."""

import datetime as dt
from collections import defaultdict

import attrs

from samverkan_core.authority.reports import made_known_by
from samverkan_core.authority.taken import board_of
from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.delegated_decision import DelegatedDecision
from samverkan_core.model.person import Person, Protection
from samverkan_core.values.ids import BodyId
from samverkan_core.values.time import PartialDate, the_day

__all__ = ["Unreported", "UnreportedDecisions", "unreported"]


@attrs.frozen(kw_only=True)
class Unreported:
    """A decision that has not been made known (ej anmält delegationsbeslut)."""

    #: The id of the decision.
    decision: str
    #: The day on which it was taken, as far as it is known.
    day: PartialDate | None = None
    #: The id of who decided; None where nobody says, or where the person is protected or unread.
    delegate: str | None = None
    #: Whether the delegate is left out because the person's particulars are protected, or may be:
    #: nobody knows of a person that could not be read.
    withheld: bool = False
    #: The id of the matter.
    matter: str | None = None
    #: The line of the delegation order that it cites.
    line: str | None = None
    #: Whether it was taken as urgent, so that it is due at the next meeting.
    urgent: bool = False
    #: Whether a court can review it, so that it has to be reported or minuted on its own.
    reviewable: bool | None = None


@attrs.frozen(kw_only=True)
class UnreportedDecisions:
    """The decisions that one board has yet to be told of (ej anmälda delegationsbeslut)."""

    #: The id of the board; None where nobody can tell which it is.
    board: BodyId | None
    #: The decisions, the oldest first; one of which nobody knows the day comes last.
    decisions: tuple[Unreported, ...]

    @property
    def since(self) -> dt.date | None:
        """The first day on which any of them may have been taken; None where none is known."""
        days = (one.day.earliest for one in self.decisions if one.day is not None)
        return min(days, default=None)


def unreported(collab: Collaboration | Index, *, at: dt.date) -> tuple[UnreportedDecisions, ...]:
    """Give, board by board, the decisions that were taken by a day and not made known by then.

    A decision is made known when it is reported, or minuted on its own. Where a day is known only
    partly, the decision is listed: better one too many than one that nobody follows up. Boards come
    by id, and last the decisions of which nobody can tell whose place they were taken in.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
    """
    book, day = index(collab), the_day(at)
    found: dict[BodyId | None, list[Unreported]] = defaultdict(list)
    for decision in book.whole.delegated_decisions.firsts():
        if _is_taken(decision, day) and not made_known_by(book, decision, day):
            found[board_of(book, decision)].append(_row(book, decision))
    boards = sorted(found, key=lambda board: (board is None, board or ""))
    return tuple(
        UnreportedDecisions(board=board, decisions=tuple(sorted(found[board], key=_oldest_first)))
        for board in boards
    )


def _is_taken(decision: DelegatedDecision, day: dt.date) -> bool:
    return decision.day is None or decision.day.by(day) is not False


def _row(book: Index, decision: DelegatedDecision) -> Unreported:
    person: Person | None = book.shelves["persons"].get(decision.delegate)
    # A person that could not be read may be protected.
    withheld = (
        decision.delegate in book.set_aside
        if person is None
        else person.protection is not Protection.NONE
    )
    return Unreported(
        decision=decision.id,
        day=decision.day,
        delegate=None if withheld else decision.delegate,
        withheld=withheld,
        matter=decision.matter,
        line=decision.line,
        urgent=decision.urgent,
        reviewable=decision.reviewable,
    )


def _oldest_first(one: Unreported) -> tuple[dt.date, str]:
    return dt.date.max if one.day is None else one.day.earliest, one.decision
