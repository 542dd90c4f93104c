"""Meetings: who meets, why, what they want to reach, what they do, and what comes next."""

from typing import Annotated

import attrs

from samverkan_core.model.body import SeatCategory
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Between, Form
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    ChildId,
    FocusAreaId,
    HolderId,
    MatterId,
    MeetingId,
    RoleId,
)
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = [
    "AgendaItem",
    "AgreedStep",
    "Attendance",
    "ClockTime",
    "ContextMarking",
    "Hours",
    "ItemKind",
    "ItemLevel",
    "Meeting",
    "MeetingKind",
    "MeetingState",
    "Presence",
]

#: A time of day in Sweden, as `13:30`.
ClockTime = Annotated[str, Form("(?:[01][0-9]|2[0-3]):[0-5][0-9]", "13:30")]
#: Hours of work, with a point before parts of an hour.
Hours = Annotated[str, Form("[0-9]{1,5}(?:[.][0-9]{1,2})?", "2.5")]


@answers(WORKSHOP="SB-96", INFORMATION="RA-19", EXCHANGE="LO-15")
class MeetingKind(Labelled):
    """What kind of meeting it is; open: `other` with the municipality's own word."""

    WORKING = ("working", "arbetande möte", "working meeting")
    WORKSHOP = ("workshop", "workshop", "workshop")
    STEERING = ("steering", "styrgruppsmöte", "steering-group meeting")
    ORDINARY = ("ordinary", "ordinarie sammanträde", "ordinary meeting of a body")
    INFORMATION = ("information", "informationsmöte", "information meeting")
    EXCHANGE = ("exchange", "erfarenhetsutbyte", "exchange of experience")
    SEMINAR = ("seminar", "seminarium", "seminar")
    SIP = ("sip", "SIP-möte", "SIP meeting")
    OTHER = ("other", "annat möte", "other meeting")


class MeetingState(Labelled):
    """How far a meeting has come."""

    PLANNED = ("planned", "planerat", "planned")
    HELD = ("held", "genomfört", "held")
    CANCELLED = ("cancelled", "inställt", "cancelled")


class Presence(Labelled):
    """Whether somebody who was called to a meeting came (närvaro)."""

    INVITED = ("invited", "kallad", "invited")
    ATTENDED = ("attended", "närvarande", "attended")
    ABSENT = ("absent", "frånvarande", "absent")


class ItemKind(Labelled):
    """What those present do under an item; open: `other` with the municipality's own word."""

    INFORMATION = ("information", "information", "information")
    DISCUSSION = ("discussion", "diskussion", "discussion")
    WORK_SESSION = ("work_session", "arbetspass", "work session")
    DECISION = ("decision", "beslut eller ställningstagande", "decision or position")
    REFERRAL = ("referral", "remiss", "referral")
    FOLLOW_UP = ("follow_up", "uppföljning", "follow-up")
    OTHER = ("other", "annan punkt", "other item")


class ItemLevel(Labelled):
    """Whether an item is about one child or about children as a group (rows SB-62, SB-100)."""

    INDIVIDUAL = ("individual", "individnivå", "individual level")
    GROUP = ("group", "gruppnivå", "group level")


@attrs.frozen(kw_only=True, field_transformer=checked)
class ContextMarking:
    """Why a meeting is held and what it is to reach (sammanhangsmarkering, rows SB-66, SB-67).

    The other two parts of it stand in the meeting: who is there, and what comes next.
    """

    #: Why those called meet.
    purpose: str | None = attrs.field(default=None, repr=False)
    #: What they want to have reached when they part.
    intended_outcome: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class AgreedStep:
    """What is to be done after a meeting (nästa steg): by whom, and by when."""

    #: What is to be done.
    what: str | None = attrs.field(default=None, repr=False)
    #: Who sees to it.
    owner: HolderId | None = None
    #: By when.
    by: PartialDate | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class AgendaItem:
    """An item on the agenda of a meeting (punkt på dagordningen)."""

    #: What those present do under it.
    kind: ItemKind
    #: The municipality's own word, where `kind` is other.
    kind_name: str | None = None
    #: What it is about.
    title: str | None = attrs.field(default=None, repr=False)
    #: How many minutes it is given.
    minutes: Annotated[int, Between(1, 1440)] | None = None
    #: Whether it is about one child or about children as a group.
    level: ItemLevel | None = None
    #: How the rights of the child bear on it (barnrättsperspektivet).
    rights: str | None = attrs.field(default=None, repr=False)
    #: The child that it is about, by pseudonym.
    child: ChildId | None = None
    #: The matters that it is about.
    matters: tuple[MatterId, ...] = ()
    #: The focus areas that it is about.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(category="RA-19")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Attendance:
    """Somebody who was called to a meeting or came to it (deltagare)."""

    #: Who: mostly a role.
    who: HolderId
    #: The actor for which they are there.
    on_behalf_of: ActorId | None = None
    #: In what capacity they are there.
    category: SeatCategory | None = None
    #: Whether they came.
    presence: Presence | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(templates="LO-18", published="LO-19")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Meeting:
    """A meeting of those who collaborate (möte), with its context marking and what came of it."""

    #: The name by which the document refers to it.
    id: MeetingId
    #: What it is called.
    name: str | None = attrs.field(default=None, repr=False)
    #: What kind of meeting it is.
    kind: MeetingKind
    #: The municipality's own word, where `kind` is other.
    kind_name: str | None = None
    #: How far it has come.
    state: MeetingState | None = None
    #: The body whose meeting it is.
    body: BodyId | None = None
    #: The focus areas that it is about.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: The day on which it is held, or the first of several.
    day: PartialDate | None = None
    #: The last day, where it goes on for several.
    last_day: PartialDate | None = None
    #: When it begins, Swedish time.
    from_time: ClockTime | None = None
    #: When it ends, Swedish time.
    to_time: ClockTime | None = None
    #: Why it is held and what it is to reach (sammanhangsmarkering).
    context: ContextMarking | None = None
    #: The agenda, in order (dagordning).
    agenda: tuple[AgendaItem, ...] = ()
    #: Who was called, and who came.
    attendance: tuple[Attendance, ...] = ()
    #: The roles that plan it.
    planned_by: tuple[RoleId, ...] = ()
    #: The roles that lead it.
    led_by: tuple[RoleId, ...] = ()
    #: What is to be done after it (nästa steg).
    next_steps: tuple[AgreedStep, ...] = ()
    #: Hours of work done by the group while it met.
    hours_in_meeting: Hours | None = None
    #: Hours of work done by the group outside it, since the meeting before.
    hours_outside: Hours | None = None
    #: The templates that those present fill in (mallar, row LO-18).
    templates: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: Where its minutes or notes stand (protokoll, minnesanteckningar).
    notes: Source | None = None
    #: When something was published about what came of it.
    published: PartialDate | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
