"""How rules about meetings over time are broken: no work, no politician, no plan taken home."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import BodyKind, SeatCategory
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.meeting import (
    AgendaItem,
    AgreedStep,
    Attendance,
    ContextMarking,
    ItemKind,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.testing.breaks.bodies import days_before, unused_id
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import ActorId, HolderId, MeetingId
from samverkan_core.values.time import A_YEAR, PartialDate, in_force, start_of_last

__all__ = ["BREAKING", "NEAR_MISS"]

_PERIOD = COMMON.parameters.period_months


def _only_meeting(
    draw: st.DrawFn, collab: Collaboration, day: dt.date, **told: object
) -> Collaboration:
    """Let there have been one meeting, on a day, that lacks nothing else."""
    role = HolderId(a(draw, collab.roles).id)
    whole: dict[str, Any] = {
        "id": MeetingId(unused_id(collab, "enda möte")),
        "state": MeetingState.HELD,
        "day": PartialDate.on(day),
        "context": ContextMarking(purpose=draw(texts()), intended_outcome=draw(texts())),
        "attendance": (Attendance(who=role, presence=Presence.ATTENDED),),
        "next_steps": (AgreedStep(owner=role, by=PartialDate.on(day)),),
    }
    whole.update(told)
    positions = tuple(attrs.evolve(one, meeting=None) for one in collab.joint_positions)
    anchorings = tuple(attrs.evolve(one, meeting=None) for one in collab.anchorings)
    collab = attrs.evolve(collab, joint_positions=positions, anchorings=anchorings)
    return attrs.evolve(collab, meetings=(Meeting(**whole),))


# --- the steering group ------------------------------------------------------------------------


def _leaders_meet(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, day: dt.date, kind: ItemKind
) -> Collaboration:
    group = next(
        body.id
        for body in collab.bodies
        if body.kind is BodyKind.STEERING_GROUP and in_force(body.period, at)
    )
    kinds = (MeetingKind.STEERING, MeetingKind.ORDINARY, MeetingKind.EXCHANGE)
    agenda = (AgendaItem(kind=ItemKind.INFORMATION), AgendaItem(kind=kind))
    return _only_meeting(draw, collab, day, kind=a(draw, kinds), body=group, agenda=agenda)


def _leaders_only_decide(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    if draw(st.booleans()):
        return _leaders_meet(draw, collab, at, at, ItemKind.DECISION)
    long_ago = days_before(draw, start_of_last(_PERIOD, at))
    return _leaders_meet(draw, collab, at, long_ago, ItemKind.WORK_SESSION)


def _leaders_just_worked(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    since = start_of_last(_PERIOD, at)
    return _leaders_meet(draw, collab, at, since, ItemKind.WORK_SESSION)


# --- those elected -----------------------------------------------------------------------------


def _informed(
    draw: st.DrawFn, collab: Collaboration, day: dt.date, presence: Presence
) -> Collaboration:
    """Let one meeting have told those elected what is going on, if they came."""
    body = next(body for body in collab.bodies if not body.is_elected)
    there = (
        Attendance(who=HolderId(body.id), presence=Presence.ATTENDED),
        Attendance(who=HolderId(body.id), category=SeatCategory.ELECTED, presence=presence),
    )
    return _only_meeting(draw, collab, day, kind=MeetingKind.INFORMATION, attendance=there)


def _told_to_nobody_elected(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    away = a(draw, (Presence.ABSENT, Presence.INVITED))
    return _informed(draw, collab, at, away)


def _told_to_one_elected(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _informed(draw, collab, start_of_last(A_YEAR, at), Presence.ATTENDED)


# --- plans that follow -------------------------------------------------------------------------


def _two_municipalities(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, *owners: int
) -> Collaboration:
    """Hold a seminar for the municipality and another, after which some of the two go on."""
    near = next(one for one in collab.actors if one.kind is ActorKind.MUNICIPALITY)
    neighbour = Actor(
        id=ActorId(unused_id(collab, "grannkommunen")),
        name=draw(texts()),
        kind=ActorKind.MUNICIPALITY,
    )
    # A principal of another is asked for no competence and no seat of its own.
    collab = replaced(collab, near, attrs.evolve(near, principal=neighbour.id))
    both = (near.id, neighbour.id)
    role = HolderId(a(draw, collab.roles).id)
    steps = tuple(AgreedStep(owner=HolderId(both[one]), by=PartialDate.on(at)) for one in owners)
    return _only_meeting(
        draw,
        added(collab, neighbour),
        at,
        kind=MeetingKind.SEMINAR,
        attendance=tuple(
            Attendance(who=role, on_behalf_of=actor, presence=Presence.ATTENDED) for actor in both
        ),
        next_steps=steps,
    )


def _one_goes_home_empty(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _two_municipalities(draw, collab, at, a(draw, (0, 1)))


def _both_go_on(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _two_municipalities(draw, collab, at, 1, 0)


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "MET011": _leaders_only_decide,
        "MET012": _told_to_nobody_elected,
        "MET013": _one_goes_home_empty,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "MET011": _leaders_just_worked,
        "MET012": _told_to_one_elected,
        "MET013": _both_go_on,
    }
)
