"""Rules about reports of concern: what the law gives social services a time to do.

Days are counted in the calendar and not moved for weekends: whether the act on statutory time
(1930:173) does that for an authority nobody has looked up for this library.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.concern_report import ConcernReport
from samverkan_core.reference.laws import Law, Term, law_at
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.legal import behind, by_wording_of, rows_behind
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.time import PartialDate, over

__all__ = [
    "ASSESSMENT_LAW",
    "INQUIRY_LAW",
    "PROTECTION_LAW",
    "feedback_late",
    "inquiry_overdue",
    "preliminary_assessment_overdue",
    "protection_not_assessed",
    "report_kept_too_long",
]

#: The term where the law sets none: what is to be done is done the same day.
_AT_ONCE = Term()
#: The provisions on assessing the need for immediate protection, the newest first.
PROTECTION_LAW = ("se.sol2025.20-1", "se.sol2001.11-1a")
#: Those on deciding within fourteen days whether to open an inquiry.
ASSESSMENT_LAW = ("se.sol2025.20-2", "se.sol2001.11-1a")
#: Those on closing an inquiry within four months.
INQUIRY_LAW = ("se.sol2025.20-3", "se.sol2001.11-2")
#: The provision on telling the reporter.
_FEEDBACK_LAW = "se.sol2025.19-6.v2"


@rule(
    "CON001",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.LAW,
    reads=("concern_reports",),
    of_state=True,
    sources=rows_behind(PROTECTION_LAW),
    sv=Texts(
        message=(
            "Orosanmälan {report} kom in {began}, men ingen omedelbar skyddsbedömning är "
            "antecknad; enligt {provision} ska den göras genast."
        ),
        why=(
            "Ett barn kan behöva skydd samma dag. Därför bedöms skyddsbehovet först av allt, och "
            "bedömningen dokumenteras."
        ),
        remedy=(
            "Den socialsekreterare som har tagit emot anmälan gör skyddsbedömningen nu, om den "
            "inte redan är gjord, och för in dagen i protection_assessed."
        ),
    ),
    en=Texts(
        message=(
            "Report of concern {report} came in {began}, but no assessment of the need for "
            "immediate protection is on record; {provision} requires that at once."
        ),
        why=(
            "A child may need protection the same day. So this is assessed first of all, and the "
            "assessment is documented."
        ),
        remedy=(
            "The social worker who received the report makes the assessment now, unless it was "
            "made, and enters the day in protection_assessed."
        ),
    ),
)
def protection_not_assessed(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each report whether the need for protection was assessed by the end of its day."""
    for report in view.concern_reports:
        late = _late(report.received, report.protection_assessed, asked.day)
        yield from _told(view, report, "received", late, PROTECTION_LAW)


@rule(
    "CON002",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.LAW,
    reads=("concern_reports",),
    of_state=True,
    sources=rows_behind(ASSESSMENT_LAW),
    sv=Texts(
        message=(
            "Orosanmälan {report} kom in {began}; senast {due} skulle socialnämnden enligt "
            "{provision} ha beslutat att inleda eller inte inleda utredning, men inget beslut är "
            "antecknat."
        ),
        why=(
            "Förhandsbedömningen får ta högst fjorton dagar, och tiden får förlängas bara om det "
            "finns synnerliga skäl. Under tiden vet varken barnet eller anmälaren vad som händer."
        ),
        remedy=(
            "Den som har delegation beslutar att inleda eller inte inleda utredning och för in "
            "dagen i decided. Har tiden förlängts på grund av synnerliga skäl anges den nya dagen "
            "i decision_extended_to."
        ),
    ),
    en=Texts(
        message=(
            "Report of concern {report} came in {began}; by {due} it should under {provision} have "
            "been decided whether to open an inquiry, but no decision is on record."
        ),
        why=(
            "The preliminary assessment may take fourteen days, and longer only on exceptional "
            "grounds. Meanwhile neither child nor reporter knows what happens."
        ),
        remedy=(
            "Whoever has the delegation decides whether to open an inquiry and enters the day in "
            "decided; on exceptional grounds the new day is entered in decision_extended_to."
        ),
    ),
)
def preliminary_assessment_overdue(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each report whether it was decided in fourteen days if an inquiry is to be opened."""
    for report in view.concern_reports:
        if not report.inquiry_ongoing:
            done = report.decided or report.inquiry_opened
            extended = report.decision_extended_to
            term = _within(ASSESSMENT_LAW, report.received)
            late = _late(report.received, done, asked.day, extended, term)
            due = _due(report.received, extended, term)
            yield from _told(view, report, "received", late, ASSESSMENT_LAW, due=due)


@rule(
    "CON003",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.LAW,
    reads=("concern_reports",),
    of_state=True,
    sources=rows_behind(INQUIRY_LAW),
    sv=Texts(
        message=(
            "Utredningen efter orosanmälan {report} inleddes {began} och skulle enligt {provision} "
            "ha varit slutförd senast {due}, men inget avslut är antecknat."
        ),
        why=(
            "Utredningen ska vara slutförd inom fyra månader. Finns det särskilda skäl får tiden "
            "förlängas, och då för viss tid. Så länge utredningen pågår väntar barnet på besked om "
            "stöd."
        ),
        remedy=(
            "Den som har delegation avslutar utredningen och för in dagen i inquiry_closed. Har "
            "tiden förlängts på grund av särskilda skäl anges den nya dagen i inquiry_extended_to."
        ),
    ),
    en=Texts(
        message=(
            "The inquiry after report of concern {report} was opened {began} and should under "
            "{provision} have been closed by {due}, but no closing is on record."
        ),
        why=(
            "An inquiry is to be closed within four months, and goes on longer only on special "
            "grounds. For as long as it lasts the child waits to know about support."
        ),
        remedy=(
            "Whoever has the delegation closes the inquiry and enters the day in inquiry_closed; "
            "on special grounds a certain time is decided, entered in inquiry_extended_to."
        ),
    ),
)
def inquiry_overdue(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each inquiry that was opened whether it was closed within four months."""
    for report in view.concern_reports:
        if report.inquiry_opened is not None:
            opened, closed = report.inquiry_opened, report.inquiry_closed
            extended = report.inquiry_extended_to
            term = _within(INQUIRY_LAW, opened)
            late = _late(opened, closed, asked.day, extended, term)
            due = _due(opened, extended, term)
            yield from _told(view, report, "inquiry_opened", late, INQUIRY_LAW, due=due)


@rule(
    "CON004",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("concern_reports",),
    of_state=True,
    sources=seed("LO-07"),
    sv=Texts(
        message=(
            "Den som gjorde orosanmälan {report} har begärt återkoppling. Om det inte var "
            "olämpligt skulle den enligt {provision} ha lämnats senast {due}, men ingen "
            "återkoppling är antecknad."
        ),
        why=(
            "Den som får veta att anmälan togs om hand har lättare att anmäla nästa gång. "
            "Återkopplingen säger om utredning har inletts, inte har inletts eller redan pågår, "
            "inte vad den visar."
        ),
        remedy=(
            "Handläggaren återkopplar till anmälaren och för in dagen i feedback_given, eller "
            "anger feedback_unsuitable om det har bedömts olämpligt att informera anmälaren."
        ),
    ),
    en=Texts(
        message=(
            "Whoever made report of concern {report} has asked for feedback. Unless it was "
            "unsuitable, under {provision} it should have been given by {due}, but none is on "
            "record."
        ),
        why=(
            "Whoever learns that a report was dealt with finds it easier to report the next time. "
            "Feedback says whether an inquiry was opened, was not, or was going on already, not "
            "what it shows."
        ),
        remedy=(
            "The case officer gives feedback and enters the day in feedback_given, or states "
            "feedback_unsuitable where it is found unsuitable."
        ),
    ),
)
def feedback_late(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each report whether the reporter who asked was told within a week of the decision.

    Whoever asks later than that is told at once. The provision was read, but not from which day it
    holds, so this is a remark; before the day of that reading nothing is said.
    """
    for report in view.concern_reports:
        requested, decided = report.feedback_requested, report.decided
        if requested is None or decided is None or report.feedback_unsuitable:
            continue
        term = _within((_FEEDBACK_LAW,), decided)
        late = _late(decided, report.feedback_given, asked.day, requested.latest, term)
        row = law_at(_FEEDBACK_LAW, decided.earliest)
        if late is None:
            yield Unjudged(report.id, "decided")
        elif late and row is not None:
            data = {"due": _due(decided, requested.latest, term), "provision": row.cite()}
            breach = Breach(view.place(report), report.id, report=report.id, **data)
            yield breach if _was_read(row, decided.earliest) else Unjudged(report.id, row.id)


def _was_read(row: Law, day: dt.date) -> bool:
    return row.read_from is not None and row.read_from <= day


@rule(
    "CON005",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("concern_reports",),
    of_state=True,
    sources=seed("LO-07"),
    sv=Texts(
        message=(
            "Orosanmälan {report} fick finnas kvar här längst till och med {last} men är inte "
            "gallrad."
        ),
        why=(
            "Att en orosanmälan har gjorts säger mycket om barnet, också utan namn. Uppgiften ska "
            "inte stå här längre än tidsfristerna kräver."
        ),
        remedy=(
            "Den som förvaltar dokumentet gallrar anmälan med expunge, eller för in en ny sista "
            "dag i retain_until enligt socialnämndens gallringsbeslut."
        ),
    ),
    en=Texts(
        message=(
            "Report of concern {report} could stay here until {last} at the longest but has not "
            "been removed."
        ),
        why=(
            "That a child has been reported says much of it, even without a name. It is not to "
            "stand here longer than the time limits require."
        ),
        remedy=(
            "Whoever keeps the document removes the report with expunge, or enters a new last day "
            "in retain_until by the social welfare board's decision on retention."
        ),
    ),
)
def report_kept_too_long(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each report whether the last day on which it may be kept has passed."""
    for report in view.concern_reports:
        if over(report.retain_until, asked.day):
            place = view.place(report, "retain_until")
            yield Breach(place, report.id, report=report.id, last=report.retain_until.isoformat())


def _within(provisions: Sequence[str], start: PartialDate | None) -> Term:
    """Give the term that the law set when something began; none where no provision set any."""
    row = None if start is None else behind(provisions, start.latest)
    return _AT_ONCE if row is None or row.term is None else row.term


# --- time limits -------------------------------------------------------------------------------


def _late(
    start: PartialDate | None,
    done: PartialDate | None,
    day: dt.date,
    extended: dt.date | None = None,
    term: Term = _AT_ONCE,
) -> bool | None:
    """Tell whether something remains undone on a day though its last day has passed.

    What was done is not late any more: nobody can put that right. None where it cannot be judged.
    """
    finished = False if done is None else done.by(day)
    if finished:
        return False
    if start is None:
        return None
    first, last = (_last_day(one, extended, term) for one in (start.earliest, start.latest))
    if day <= first:
        return False
    return True if last < day and finished is False else None


def _last_day(start: dt.date, extended: dt.date | None, term: Term) -> dt.date:
    return max(term.ends(start), extended or dt.date.min)


def _due(start: PartialDate | None, extended: dt.date | None, term: Term) -> str:
    """Write the last day on which it surely was in time; nothing where the start is not known."""
    return "" if start is None else _last_day(start.latest, extended, term).isoformat()


def _told(
    view: View,
    report: ConcernReport,
    member: str,
    late: bool | None,  # noqa: FBT001 - an answer that may be unknown
    provisions: Sequence[str],
    **data: str,
) -> Iterator[Outcome]:
    """Tell what is late, by the wording of the day on which its time began."""
    start: PartialDate | None = getattr(report, member)
    if late is None or (late and start is None):
        yield Unjudged(report.id, member)
    elif late and start is not None:
        made = _breach(view, report, began=start.when, **data)
        yield from by_wording_of(provisions, start, (report.id, member), made)


def _breach(view: View, report: ConcernReport, **data: str) -> Callable[[Law], Breach]:
    place = view.place(report)
    return lambda row: Breach(place, report.id, report=report.id, provision=row.cite(), **data)
