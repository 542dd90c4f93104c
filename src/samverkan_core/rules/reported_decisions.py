"""Rules about how a board comes to know what was decided in its place.

The Local Government Act lets a board itself say which decisions are to be reported to it. Only
urgent ones must be, at its next meeting; what is not reported and can be reviewed by a court is
minuted on its own. Where nobody has read the provision of the day, that is said instead.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from samverkan_core.authority.reports import report_of
from samverkan_core.authority.taken import board_of
from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.anatomy import parts
from samverkan_core.model.common import Resolution
from samverkan_core.model.delegated_decision import DelegatedDecision
from samverkan_core.model.meeting import Meeting, MeetingKind, MeetingState
from samverkan_core.rules.delegated_decisions import AUTHORITY
from samverkan_core.rules.legal import by_wording_of, sections_of
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import BodyId
from samverkan_core.values.time import PartialDate

__all__ = ["MINUTED", "URGENT", "not_at_next_meeting", "not_made_known"]

# Provisions behind each duty; of those in force on the day the first that was read decides.
#: That urgent decisions are reported at the next meeting.
URGENT = ("se.kl.6-40", "se.kl1991.6-36")
#: That decisions are reported or minuted on their own.
MINUTED = ("se.kl.6-40", "se.kl.7-8", "se.kl1991.6-35")
#: Where decisions of boards stand, and with them the days on which a board has met.
_DECIDED = ("delegated_decisions", "documents", "mandates", "bodies")


# --- at the next meeting ---------------------------------------------------------------------


@rule(
    "DGD003",
    Severity.ERROR,
    Pillar.STEERING,
    Force.LAW,
    reads=("delegated_decisions", "meetings", *AUTHORITY),
    sources=sections_of("2017:725", "6 kap. 39 §", "6 kap. 40 §"),
    sv=Texts(
        message=(
            "Det brådskande beslutet {decision} anmäldes inte till {board} vid nästa sammanträde, "
            "den {meeting}."
        ),
        why=(
            "När ett ärende är så brådskande att nämnden inte hinner avgöra det får ordföranden "
            "eller en annan ledamot besluta på nämndens vägnar, om nämnden har gett den det "
            "uppdraget. Beslutet ska anmälas vid nämndens nästa sammanträde."
        ),
        remedy=(
            "Den som har beslutat anmäler beslutet vid det sammanträde som kommer härnäst. Om "
            "beslutet redan är anmält anger den som förvaltar dokumentet det i reported."
        ),
    ),
    en=Texts(
        message=(
            "Urgent decision {decision} was not reported to {board} at its next meeting, on "
            "{meeting}."
        ),
        why=(
            "Where a matter is so urgent that the board cannot decide it in time, the chair or "
            "another member may decide on its behalf, if the board has given them that task. The "
            "decision is to be reported at the board's next meeting."
        ),
        remedy=(
            "Whoever decided reports it at the meeting that comes next. Where that is done, "
            "whoever keeps the document enters it in reported."
        ),
    ),
)
def not_at_next_meeting(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each urgent decision whether the board met before it was reported there."""
    urgent = tuple(one for one in view.delegated_decisions.firsts() if one.urgent)
    met = _days_met(view) if urgent else {}
    for decision in urgent:
        board, day = board_of(view.index, decision), decision.day
        if day is None or board is None:
            yield Unjudged(decision.id, "day" if day is None else "mandate")
        else:
            later = (one for one in met.get(board, ()) if one > day.latest)
            outcome = _in_time(view, decision, board, min(later, default=None))
            if isinstance(outcome, Breach):
                yield from _by_law(URGENT, decision, day, outcome)
            elif outcome is not None:
                yield outcome


def _in_time(
    view: View, decision: DelegatedDecision, board: BodyId, next_met: dt.date | None
) -> Outcome | None:
    """Judge a report by the first day after the decision on which the board is known to have met.

    A report that was minuted is such a day itself. A meeting of which nothing is recorded is not
    known here, so nobody is accused for one.
    """
    report = report_of(view.index, decision)
    if report is None or report.body not in {None, board}:
        in_time = None if next_met is None else False
    else:
        in_time = _reported_by(report.day, next_met)
    if in_time is None:
        return Unjudged(decision.id, _unclear_in(decision))
    if in_time or next_met is None:
        return None
    data = {"decision": decision.id, "board": board, "meeting": next_met.isoformat()}
    return Breach(view.place(decision), decision.id, **data)


def _reported_by(day: PartialDate | None, next_met: dt.date | None) -> bool | None:
    if day is None or next_met is None:
        return None if day is None or day.exact is None else True
    return day.by(next_met)


def _unclear_in(decision: DelegatedDecision) -> str:
    """Name the member that says too little of how a decision was reported."""
    if decision.reported is None:
        return "reported"
    by_meeting = decision.reported.minutes is None and decision.reported.meeting is not None
    return "reported.meeting" if by_meeting else "reported.minutes"


def _days_met(view: View) -> Mapping[BodyId, Sequence[dt.date]]:
    """Give the days on which each body is known to have met: it decided then, or was told.

    Its ordinary meetings tell too, those that were held and lasted a day. Whether it could be told
    at another, such as a seminar, nobody knows.
    """
    found: dict[BodyId, list[dt.date]] = defaultdict(list)
    for collection in _DECIDED:
        for thing in view.shelf(collection):
            for _, part in parts(thing):
                if isinstance(part, Resolution) and part.body is not None:
                    found[part.body] += _exact(part.day)
    for meeting in view.meetings:
        if meeting.body is not None and _could_be_told(meeting):
            found[meeting.body] += _exact(meeting.day)
    return found


def _could_be_told(meeting: Meeting) -> bool:
    """Tell whether a board surely could be told at a meeting, on the one day that it lasted."""
    ordinary = meeting.kind is MeetingKind.ORDINARY and meeting.state is MeetingState.HELD
    return ordinary and meeting.last_day is None


def _exact(when: PartialDate | None) -> tuple[dt.date, ...]:
    day = None if when is None else when.exact
    return () if day is None else (day,)


# --- made known at all -----------------------------------------------------------------------


@rule(
    "DGD004",
    Severity.WARNING,
    Pillar.STEERING,
    Force.LAW,
    reads=("delegated_decisions", "meetings", *AUTHORITY),
    sources=sections_of("2017:725", "6 kap. 40 §", "7 kap. 8 §"),
    sv=Texts(
        message=(
            "Delegationsbeslutet {decision} kan laglighetsprövas men är varken anmält till {board} "
            "eller särskilt protokollfört."
        ),
        why=(
            "Nämnden bestämmer själv i vilken utsträckning beslut ska anmälas. Ett beslut som inte "
            "anmäls men kan laglighetsprövas ska protokollföras särskilt, så att det går att se "
            "och överklaga."
        ),
        remedy=(
            "Den som har beslutat anmäler beslutet så som nämnden har bestämt, eller låter "
            "protokollföra det särskilt; den som förvaltar dokumentet anger reported eller "
            "minuted_on."
        ),
    ),
    en=Texts(
        message=(
            "Delegated decision {decision} can be reviewed by a court but is neither reported to "
            "{board} nor minuted on its own."
        ),
        why=(
            "A board says itself which decisions are to be reported. What is not reported but can "
            "be reviewed is minuted on its own, so that it can be seen and appealed."
        ),
        remedy=(
            "Whoever decided reports it the way the board has said, or has it minuted on its own; "
            "whoever keeps the document states reported or minuted_on."
        ),
    ),
)
def not_made_known(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each decision that can be reviewed by a court how it was made known."""
    for decision in view.delegated_decisions.firsts():
        silent = decision.minuted_on is None and report_of(view.index, decision) is None
        if silent and decision.reviewable is not False:
            yield from _unknown_to_board(view, decision)


def _unknown_to_board(view: View, decision: DelegatedDecision) -> Iterator[Outcome]:
    board = board_of(view.index, decision)
    if decision.reviewable is None:
        yield Unjudged(decision.id, "reviewable")
    elif decision.day is None or board is None:
        yield Unjudged(decision.id, "day" if decision.day is None else "mandate")
    else:
        breach = Breach(view.place(decision), decision.id, decision=decision.id, board=board)
        yield from _by_law(MINUTED, decision, decision.day, breach)


def _by_law(
    provisions: Sequence[str], decision: DelegatedDecision, day: PartialDate, breach: Breach
) -> Iterator[Outcome]:
    """Tell of a breach of what the law said on the day of a decision."""
    return by_wording_of(provisions, day, (decision.id, "day"), lambda _: breach)
