"""How rules about meetings are broken: a meeting is put in that lacks a part, or only just not."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.child import ChildRef
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.meeting import (
    AgendaItem,
    AgreedStep,
    Attendance,
    ContextMarking,
    ItemKind,
    ItemLevel,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.testing.breaks.bodies import days_before, unused_id
from samverkan_core.testing.edit import Edit, a, added
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import ChildId, HolderId, MeetingId
from samverkan_core.values.time import PartialDate

__all__ = ["BREAKING", "NEAR_MISS", "a_meeting"]

_WORKING = (MeetingKind.WORKING, MeetingKind.WORKSHOP)
_LISTENING = (MeetingKind.EXCHANGE, MeetingKind.SEMINAR, MeetingKind.SIP)
_LIMIT = COMMON.parameters.attendance
_IDLE = tuple(kind for kind in ItemKind if kind not in {ItemKind.WORK_SESSION, ItemKind.OTHER})


def a_meeting(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, *kinds: MeetingKind, **told: object
) -> Meeting:
    """Make a meeting that lacks nothing: held, with its marking, its agenda and its next step."""
    role = HolderId(a(draw, collab.roles).id)
    whole: dict[str, Any] = {
        "id": MeetingId(unused_id(collab, "möte")),
        "kind": a(draw, kinds or _LISTENING),
        "state": MeetingState.HELD,
        "body": a(draw, (body for body in collab.bodies if not _is_special(body))).id,
        "day": PartialDate.on(days_before(draw, at)),
        "context": ContextMarking(purpose=draw(texts()), intended_outcome=draw(texts())),
        "agenda": (AgendaItem(kind=ItemKind.WORK_SESSION),),
        "attendance": (Attendance(who=role, presence=Presence.ATTENDED),),
        "next_steps": (AgreedStep(owner=role, by=PartialDate.on(at)),),
        "hours_in_meeting": "2",
        "hours_outside": "1",
    }
    whole.update(told)
    return Meeting(**whole)


def _is_special(body: Body) -> bool:
    """Tell whether more is asked of a body's meetings than of others'."""
    return _is_council(body) or body.kind is BodyKind.STEERING_GROUP


def _is_council(body: Body) -> bool:
    return body.kind is BodyKind.CHILDRENS_COUNCIL


# --- context marking and next steps ------------------------------------------------------------


def _half_a_marking(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    told: tuple[dict[str, Any], ...] = (
        {"attendance": ()},
        {"context": None},
        {"context": ContextMarking(purpose=draw(texts()))},
        {"context": ContextMarking(intended_outcome=draw(texts())), "attendance": ()},
    )
    return added(collab, a_meeting(draw, collab, at, **a(draw, told)))


def _marking_in_a_word(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    brief = ContextMarking(purpose="-", intended_outcome="Å")
    told: tuple[dict[str, Any], ...] = (
        {"context": brief},
        {"context": None, "attendance": (), "state": MeetingState.CANCELLED},
    )
    return added(collab, a_meeting(draw, collab, at, **a(draw, told)))


def _nothing_comes_next(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    meeting = a_meeting(draw, collab, at)
    (step,) = meeting.next_steps
    half = a(draw, (attrs.evolve(step, owner=None), attrs.evolve(step, by=None)))
    steps = a(draw, ((), (half,), (step, half)))
    return added(collab, attrs.evolve(meeting, next_steps=steps))


def _not_held_yet(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    state = a(draw, (MeetingState.PLANNED, MeetingState.CANCELLED))
    year = AgreedStep(owner=HolderId(a(draw, collab.bodies).id), by=PartialDate(when=f"{at.year}"))
    told: tuple[dict[str, Any], ...] = (
        {"state": state, "next_steps": ()},
        {"next_steps": (year,)},
    )
    return added(collab, a_meeting(draw, collab, at, **a(draw, told)))


# --- working meetings --------------------------------------------------------------------------


def _without_agenda(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    state = a(draw, (MeetingState.HELD, MeetingState.PLANNED))
    return added(collab, a_meeting(draw, collab, at, *_WORKING, agenda=(), state=state))


def _no_agenda_needed(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    cancelled = a_meeting(draw, collab, at, *_WORKING, agenda=(), state=MeetingState.CANCELLED)
    return added(collab, a(draw, (cancelled, a_meeting(draw, collab, at, agenda=()))))


def _only_talk(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return added(collab, a_meeting(draw, collab, at, *_WORKING, agenda=_talk(draw)))


def _talk(draw: st.DrawFn) -> tuple[AgendaItem, ...]:
    kinds = draw(st.lists(st.sampled_from(_IDLE), min_size=1, max_size=3))
    return tuple(AgendaItem(kind=kind) for kind in kinds)


def _work_comes_last(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    agenda = (*_talk(draw), AgendaItem(kind=ItemKind.WORK_SESSION, minutes=1))
    return added(collab, a_meeting(draw, collab, at, *_WORKING, agenda=agenda))


def _too_few_came(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    called = draw(st.integers(1, 9))
    most = -(-called * _LIMIT // 100) - 1
    return _attended(draw, collab, at, (draw(st.integers(0, most)), called))


def _just_enough_came(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    called = draw(st.integers(1, 9))
    return _attended(draw, collab, at, (-(-called * _LIMIT // 100), called))


def _attended(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, heads: tuple[int, int]
) -> Collaboration:
    """Put in a meeting to which so many came of so many who were called."""
    came, called = heads
    everyone = tuple(
        Attendance(
            who=HolderId(a(draw, collab.persons).id),
            presence=Presence.ATTENDED if number < came else Presence.ABSENT,
        )
        for number in range(called)
    )
    return added(collab, a_meeting(draw, collab, at, *_WORKING, attendance=everyone))


def _work_at_home(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a group work longer outside one meeting than it can have met in all the others."""
    outside = f"{draw(st.integers(5000, 99999))}"
    return added(collab, a_meeting(draw, collab, at, *_WORKING, hours_outside=outside))


def _little_more_while_meeting(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    hours = draw(st.integers(0, 99999))
    told = {"hours_in_meeting": f"{hours}.01", "hours_outside": f"{hours}"}
    return added(collab, a_meeting(draw, collab, at, *_WORKING, **told))


# --- times -------------------------------------------------------------------------------------


def _ends_too_early(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    first: dict[str, Any] = {
        "day": PartialDate.on(at),
        "last_day": PartialDate.on(days_before(draw, at)),
    }
    minute: dict[str, Any] = {"from_time": "10:00", "to_time": a(draw, ("09:59", "00:00"))}
    return added(collab, a_meeting(draw, collab, at, **a(draw, (first, minute))))


def _ends_as_it_begins(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    day: dict[str, Any] = {"day": PartialDate.on(at), "last_day": PartialDate.on(at)}
    day |= {"from_time": "16:00", "to_time": "12:00"}
    minute: dict[str, Any] = {"from_time": "10:00", "to_time": a(draw, ("10:00", "10:01"))}
    return added(collab, a_meeting(draw, collab, at, **a(draw, (day, minute))))


def _told_before(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    early = {"day": PartialDate.on(at), "published": PartialDate.on(days_before(draw, at))}
    return added(collab, a_meeting(draw, collab, at, **early))


def _told_the_same_day(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    day = a(
        draw, (PartialDate.on(at), PartialDate(when=f"{at:%Y-%m}"), PartialDate(when=f"{at.year}"))
    )
    return added(collab, a_meeting(draw, collab, at, day=day, published=day))


# --- items of a council ------------------------------------------------------------------------


def _in_council(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, item: AgendaItem, **told: object
) -> Collaboration:
    council = a(draw, filter(_is_council, collab.bodies))
    day = PartialDate.on(at)
    return added(
        collab, a_meeting(draw, collab, at, body=council.id, day=day, agenda=(item,), **told)
    )


def _item(draw: st.DrawFn) -> AgendaItem:
    """Make an item that says all that is asked of one."""
    level = draw(st.sampled_from(ItemLevel))
    return AgendaItem(kind=ItemKind.DISCUSSION, level=level, rights=draw(texts()))


def _names_a_child(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    child = ChildRef(id=ChildId(unused_id(collab, "barn")))
    return _in_council(draw, added(collab, child), at, attrs.evolve(_item(draw), child=child.id))


def _names_no_child(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _in_council(draw, collab, at, _item(draw))


def _neither_level_nor_rights(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    nothing: tuple[dict[str, Any], ...] = (
        {"level": None},
        {"rights": None},
        {"level": None, "rights": None},
    )
    return _in_council(draw, collab, at, attrs.evolve(_item(draw), **a(draw, nothing)))


def _rights_in_a_word(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    if draw(st.booleans()):
        return _in_council(draw, collab, at, attrs.evolve(_item(draw), rights="-"))
    bare = AgendaItem(kind=ItemKind.INFORMATION)
    return _in_council(draw, collab, at, bare, state=MeetingState.CANCELLED)


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "MET001": _half_a_marking,
        "MET002": _nothing_comes_next,
        "MET003": _without_agenda,
        "MET004": _only_talk,
        "MET005": _too_few_came,
        "MET006": _work_at_home,
        "MET007": _ends_too_early,
        "MET008": _told_before,
        "MET009": _names_a_child,
        "MET010": _neither_level_nor_rights,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "MET001": _marking_in_a_word,
        "MET002": _not_held_yet,
        "MET003": _no_agenda_needed,
        "MET004": _work_comes_last,
        "MET005": _just_enough_came,
        "MET006": _little_more_while_meeting,
        "MET007": _ends_as_it_begins,
        "MET008": _told_the_same_day,
        "MET009": _names_no_child,
        "MET010": _rights_in_a_word,
    }
)
