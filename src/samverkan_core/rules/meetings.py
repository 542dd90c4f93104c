"""Rules about meetings: why they are held, what is done there, and what comes after them."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.measures.attendance import attendance
from samverkan_core.model.body import Body
from samverkan_core.model.meeting import (
    AgreedStep,
    ItemKind,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.numbers import exact, written

__all__ = [
    "agenda_missing",
    "attendance_low",
    "context_incomplete",
    "next_step_incomplete",
    "work_outside_meetings",
    "work_session_missing",
]

#: Meetings at which people work together and do not only listen (rows SB-69 to SB-72, SB-96).
_WORKING = frozenset({MeetingKind.WORKING, MeetingKind.WORKSHOP})


class ContextPart(Labelled):
    """What a context marking says before a meeting begins (rows SB-65 to SB-67)."""

    ATTENDANCE = ("attendance", "vilka som är med", "who is there")
    PURPOSE = ("purpose", "varför mötet hålls", "why it is held")
    INTENDED_OUTCOME = ("intended_outcome", "vad mötet ska leda till", "what it is to reach")


class StepPart(Labelled):
    """What is said of a next step (row SB-68)."""

    NEXT_STEP = ("next_steps", "nästa steg", "a next step")
    OWNER = ("owner", "ansvarig för nästa steg", "an owner of a next step")
    BY = ("by", "dag för nästa steg", "a day for a next step")


# --- before the meeting ------------------------------------------------------------------------


@rule(
    "MET001",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("meetings",),
    sources=seed("SB-65", "SB-66", "SB-67"),
    words=(("missing", ContextPart),),
    sv=Texts(
        message="Sammanhangsmarkeringen för mötet {meeting} säger inget om {missing}.",
        why=(
            "Den som vet vilka som är med, varför mötet hålls och vad det ska leda till kan "
            "förbereda sig och bidra. Annars går mötestiden åt till att ta reda på det."
        ),
        remedy=(
            "Den som leder mötet inleder med en sammanhangsmarkering; den som förvaltar dokumentet "
            "för in den i context och deltagarna i attendance."
        ),
    ),
    en=Texts(
        message="The context marking of meeting {meeting} says nothing of {missing}.",
        why=(
            "Whoever knows who is there, why they meet and what they want to reach can prepare and "
            "contribute. Otherwise the time goes to finding that out."
        ),
        remedy=(
            "Whoever leads the meeting opens it with a context marking; whoever keeps the document "
            "enters it in context and the participants in attendance."
        ),
    ),
)
def context_incomplete(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each meeting that was not cancelled who is there, why, and what they want to reach."""
    for meeting in view.meetings:
        missing = tuple(part.code for part in ContextPart if not _says(meeting, part))
        if missing and meeting.state is not MeetingState.CANCELLED:
            yield Breach(view.place(meeting), meeting.id, meeting=meeting.id, missing=missing)


def _says(meeting: Meeting, part: ContextPart) -> bool:
    holder = meeting if part is ContextPart.ATTENDANCE else meeting.context
    return bool(getattr(holder, part.code, None))


@rule(
    "MET003",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("meetings",),
    sources=seed("SB-69"),
    sv=Texts(
        message="Det arbetande mötet {meeting} saknar dagordning.",
        why=(
            "Ett möte utan tydlig dagordning styrs av den som talar först. Det som gruppen skulle "
            "ha arbetat med blir kvar till nästa gång."
        ),
        remedy=(
            "Samordnaren för fokusområdet gör en dagordning; den som förvaltar dokumentet för in "
            "punkterna i agenda."
        ),
    ),
    en=Texts(
        message="Working meeting {meeting} has no agenda.",
        why=(
            "A meeting without a clear agenda is steered by whoever speaks first. What the group "
            "was to work on is left until next time."
        ),
        remedy=(
            "The coordinator of the focus area makes an agenda; whoever keeps the document enters "
            "its items in agenda."
        ),
    ),
)
def agenda_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each working meeting that was not cancelled for an agenda."""
    for meeting in _working(view):
        if not meeting.agenda:
            yield Breach(view.place(meeting), meeting.id, meeting=meeting.id)


@rule(
    "MET004",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("meetings",),
    sources=seed("SB-70"),
    sv=Texts(
        message="Dagordningen för det arbetande mötet {meeting} saknar arbetspass.",
        why=(
            "Under ett arbetspass blir något gjort tillsammans. Utan det blir mötet en "
            "avstämning, och arbetet läggs på den som har tid mellan mötena."
        ),
        remedy=(
            "Samordnaren för fokusområdet lägger in ett arbetspass; den som förvaltar dokumentet "
            "anger kind work_session för den punkten."
        ),
    ),
    en=Texts(
        message="The agenda of working meeting {meeting} has no work session.",
        why=(
            "In a work session something gets done together. Without one the meeting is for "
            "reporting only, and the work falls to whoever has time between meetings."
        ),
        remedy=(
            "The coordinator of the focus area puts in a work session; whoever keeps the document "
            "gives that item the kind work_session."
        ),
    ),
)
def work_session_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each agenda of a working meeting for a work session."""
    for meeting in _working(view):
        kinds = {item.kind for item in meeting.agenda}
        if kinds and ItemKind.WORK_SESSION not in kinds:
            yield Breach(view.place(meeting, "agenda"), meeting.id, meeting=meeting.id)


def _working(view: View) -> Iterator[Meeting]:
    """Give the working meetings that were not cancelled."""
    for meeting in view.meetings:
        if meeting.kind in _WORKING and meeting.state is not MeetingState.CANCELLED:
            yield meeting


# --- after the meeting -------------------------------------------------------------------------


@rule(
    "MET002",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("meetings",),
    sources=seed("SB-68"),
    words=(("missing", StepPart),),
    sv=Texts(
        message="Mötet {meeting} är genomfört men saknar {missing}.",
        why=(
            "Ett möte för arbetet vidare när någon har tagit på sig nästa steg till en viss dag. "
            "Annars börjar nästa möte där det här började."
        ),
        remedy=(
            "Den som ledde mötet stämmer av med deltagarna vem som gör vad och till vilken dag; "
            "den som förvaltar dokumentet för in det i next_steps."
        ),
    ),
    en=Texts(
        message="Meeting {meeting} has been held but lacks {missing}.",
        why=(
            "A meeting leads on when somebody has taken on the next step by a certain day. Without "
            "that the next one begins where this one began."
        ),
        remedy=(
            "Whoever led the meeting settles with the participants who does what by when; whoever "
            "keeps the document enters it in next_steps."
        ),
    ),
)
def next_step_incomplete(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each meeting that was held for a next step, and each step for its owner and its day."""
    for meeting in view.meetings:
        if meeting.state is None:
            yield Unjudged(meeting.id, "state")
        elif meeting.state is MeetingState.HELD:
            yield from _steps_of(view, meeting)


def _steps_of(view: View, meeting: Meeting) -> Iterator[Breach]:
    if not meeting.next_steps:
        none = (StepPart.NEXT_STEP.code,)
        yield Breach(view.place(meeting), meeting.id, meeting=meeting.id, missing=none)
    for position, step in enumerate(meeting.next_steps):
        missing = _lacking(step)
        if missing:
            place = view.place(meeting, "next_steps", position)
            yield Breach(place, meeting.id, meeting=meeting.id, missing=missing)


def _lacking(step: AgreedStep) -> tuple[str, ...]:
    return tuple(
        part.code for part in (StepPart.OWNER, StepPart.BY) if getattr(step, part.code) is None
    )


@rule(
    "MET005",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("meetings",),
    parameters=("attendance",),
    sources=seed("SB-71"),
    sv=Texts(
        message="Till mötet {meeting} kom {came} av {called} kallade; målet är {limit} procent.",
        why=(
            "Den som inte är med deltar varken i arbetet eller i det som gruppen kommer överens "
            "om. Är många borta får gruppen börja om."
        ),
        remedy=(
            "Den som leder gruppen tar upp närvaron med deltagarnas chefer; cheferna avsätter tid "
            "eller utser någon annan."
        ),
    ),
    en=Texts(
        message=(
            "To meeting {meeting} came {came} of {called} who were called; the aim is {limit} per "
            "cent."
        ),
        why=(
            "Whoever is not there does not do the work and has had no part in agreeing. Where many "
            "are away the group has to begin again."
        ),
        remedy=(
            "Whoever leads the group takes attendance up with the participants' managers; the "
            "managers set time aside or appoint somebody else."
        ),
    ),
)
def attendance_low(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each working meeting that was held whether enough of those called came to it."""
    limit = asked.parameters.attendance
    for meeting in _held(view):
        came, called = _heads(meeting, Presence.ATTENDED), len(meeting.attendance)
        share = attendance(came, called)
        if share is not None and share >= Fraction(limit, 100):
            continue
        if came + _heads(meeting, Presence.ABSENT) < called or not called:
            yield Unjudged(meeting.id, "attendance.presence" if called else "attendance")
        else:
            data = {"came": came, "called": called, "limit": limit}
            place = view.place(meeting, "attendance")
            yield Breach(place, meeting.id, meeting=meeting.id, **data)


def _heads(meeting: Meeting, presence: Presence) -> int:
    return sum(one.presence is presence for one in meeting.attendance)


def _held(view: View) -> Iterator[Meeting]:
    """Give the working meetings that were held."""
    return (meeting for meeting in _working(view) if meeting.state is MeetingState.HELD)


@rule(
    "MET006",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("meetings", "bodies"),
    sources=seed("SB-72"),
    sv=Texts(
        message=(
            "Gruppen {body} har arbetat {inside} timmar under sina arbetande möten och {outside} "
            "timmar utanför dem; merparten bör ske under mötena."
        ),
        why=(
            "Det som görs under mötet görs tillsammans och ryms i den tid som alla har fått. Det "
            "som görs utanför faller på några få."
        ),
        remedy=(
            "Samordnaren flyttar in arbete i mötenas arbetspass; om tiden inte räcker tar den som "
            "leder gruppen upp det med styrgruppen."
        ),
    ),
    en=Texts(
        message=(
            "Group {body} has worked {inside} hours in its working meetings and {outside} hours "
            "outside them; most of it should be done in the meetings."
        ),
        why=(
            "What is done in the meeting is done together and within the time that everybody was "
            "given. What is done outside falls to a few."
        ),
        remedy=(
            "The coordinator moves work into the work sessions; where time does not suffice, "
            "whoever leads the group takes it up with the steering group."
        ),
    ),
)
def work_outside_meetings(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each group whether it does most of its work while it meets."""
    by_body: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in _held(view):
        if view.bodies.get(meeting.body) is None:
            yield Unjudged(meeting.id, "body")
        else:
            by_body[str(meeting.body)].append(meeting)
    for body in view.bodies.firsts():
        yield from _hours_of(view, body, by_body.get(body.id, []))


def _hours_of(view: View, body: Body, meetings: list[Meeting]) -> Iterator[Outcome]:
    inside = [one.hours_in_meeting for one in meetings if one.hours_in_meeting is not None]
    outside = [one.hours_outside for one in meetings if one.hours_outside is not None]
    if len(inside) < len(meetings) or len(outside) < len(meetings):
        yield Unjudged(body.id, "meetings.hours_in_meeting, meetings.hours_outside")
        return
    here, there = sum(map(exact, inside), Fraction()), sum(map(exact, outside), Fraction())
    if here <= there and there:
        hours = {"inside": _hours(here), "outside": _hours(there)}
        yield Breach(view.place(body), body.id, body=body.id, **hours)


def _hours(hours: Fraction) -> str:
    """Write hours with as many decimals as they have."""
    digits = next(digits for digits in (0, 1, 2) if (hours * 10**digits).denominator == 1)
    return written(hours, digits)
