"""Meetings of a lawful world, what its steering group agrees on, and what its council answers."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from samverkan_core.model.body import Body, BodyKind, SeatCategory
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.joint_position import JointPosition, MemberTest, PrincipalDecision
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
from samverkan_core.model.referral import Opinion, Referral
from samverkan_core.testing.lawful.hand import Hand, Perhaps
from samverkan_core.values.ids import (
    BodyId,
    FocusAreaId,
    HolderId,
    JointPositionId,
    MatterId,
    MeetingId,
    OfficeId,
    ReferralId,
)
from samverkan_core.values.time import in_force

__all__ = ["meetings", "referrals"]

_NAMES = ("Frukostmöte", "Samverkansdag", "Uppstart", "Avstämning i höst")
_WHY = ("Vi ska förstå varför allt fler stannar hemma från skolan.", "Vi följer upp året.")
_OUTCOMES = ("Ett förslag till styrgruppen.", "Alla vet vem som gör vad till jul.")
_TITLES = ("Nuläget i skolorna", "Förslag till rutin", "Remiss om ny ungdomsgård", "Nästa år")
_STEPS = ("Stämma av förslaget med skolorna.", "Bjuda in elevrådet.", "Skriva ihop underlaget.")
_RIGHTS = ("Artikel 12: barnen har fått säga sitt.", "Artikel 3: barnets bästa är prövat.")
_TEMPLATES = ("Aktivitetsplan", "Mall för nulägesbild")
_POSITIONS = ("Vi inför en gemensam rutin vid frånvaro.", "Varje part avsätter en samordnare.")
_MEANINGS = ("En halv tjänst flyttas till arbetet.", "Rutinerna skrivs om till hösten.")
_SOLUTIONS = ("Starten flyttas till nästa år.", "Regionen ingår först i ett försök.")
_OPINIONS = ("Rådet tillstyrker.", "Rådet vill att unga tillfrågas först.")
_WEIGHED = ("Förslaget ändrades i den delen.", "Tiden medgav inte att frågan bereddes om.")
#: Meetings at which people work together, and for which more is asked.
_WORKING = frozenset({MeetingKind.WORKING, MeetingKind.WORKSHOP})
#: Kinds of meeting; one with a word of its own is as usual as two others.
_KINDS = (*MeetingKind, MeetingKind.OTHER)
#: So few days that no month has fewer.
_A_MONTH = dt.timedelta(days=28)


# --- meetings ----------------------------------------------------------------------------------


def meetings(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw some meetings, each with its context marking, and what a steering group agreed on."""
    ids = tuple(MeetingId(hand.id("möte", number)) for number in range(1, 2 + hand.up_to(1)))
    worked = (_work_of_the_leaders(hand, collab),) if hand.yes(3) else ()
    return {
        "meetings": (*(_meeting(hand, collab, id_) for id_ in ids), *worked),
        "joint_positions": tuple(_positions(hand, collab, ids)),
    }


def _meeting(hand: Hand, collab: Collaboration, id_: MeetingId) -> Meeting:
    kind, body = hand.one(_KINDS), hand.one(_others(collab))
    working = kind in _WORKING
    meeting = Meeting(
        id=id_,
        kind=kind,
        kind_name=hand.text(_NAMES) if kind is MeetingKind.OTHER else None,
        context=ContextMarking(
            purpose=hand.text(_WHY), intended_outcome=hand.text(_OUTCOMES), **hand.kept_too()
        ),
        agenda=_agenda(hand, collab, body, working=working),
        attendance=(
            *_attendance(hand, collab, surely=working),
            *(_politician(hand, collab) if kind is MeetingKind.INFORMATION else ()),
        ),
        next_steps=tuple(_step(hand, collab) for _ in range(1 + hand.up_to(1))),
        **_state(hand),
        **hand.perhaps(name=lambda: hand.text(_NAMES), **_arranged(hand, collab), **hand.beside(3)),
        **_hours(hand, body.id) if working else hand.perhaps(**_of_body(hand, body.id)),
    )
    return _by_coordinators(collab, meeting) if working else meeting


def _by_coordinators(collab: Collaboration, meeting: Meeting) -> Meeting:
    """Let those who coordinate its focus areas plan and lead a meeting, beside those drawn."""
    areas = (area for area in collab.focus_areas if area.id in meeting.focus_areas)
    coordinators = tuple(id_ for area in areas for id_ in area.coordinators)
    return attrs.evolve(
        meeting,
        planned_by=tuple(dict.fromkeys((*meeting.planned_by, *coordinators))),
        led_by=tuple(dict.fromkeys((*meeting.led_by, *coordinators))),
    )


def _others(collab: Collaboration) -> tuple[Body, ...]:
    """Give all bodies but the steering group, which has to work when it meets."""
    return tuple(body for body in collab.bodies if body.kind is not BodyKind.STEERING_GROUP)


def _work_of_the_leaders(hand: Hand, collab: Collaboration) -> Meeting:
    """Draw a meeting of the steering group at which it worked, not long ago."""
    meeting = _meeting(hand, collab, MeetingId(hand.id("styrgruppsmöte", 1)))
    session = AgendaItem(kind=ItemKind.WORK_SESSION, **hand.kept_too())
    return attrs.evolve(
        meeting,
        kind=MeetingKind.STEERING,
        kind_name=None,
        state=MeetingState.HELD,
        body=_steering(hand, collab).id,
        agenda=(session, *meeting.agenda),
        day=hand.within(hand.at - _A_MONTH, hand.at),
        last_day=None,
        published=None,
    )


def _politician(hand: Hand, collab: Collaboration) -> tuple[Attendance, ...]:
    """Let somebody elected come to an information meeting."""
    who = HolderId(hand.one(collab.roles).id)
    elected = SeatCategory.ELECTED
    return (Attendance(who=who, category=elected, presence=Presence.ATTENDED),)


def _arranged(hand: Hand, collab: Collaboration) -> dict[str, Perhaps]:
    """Say who sees to a meeting, what it is about, and what there is to read of it."""
    roles = tuple(role.id for role in collab.roles)
    return {
        "focus_areas": lambda: _areas(hand, collab),
        "planned_by": lambda: (hand.one(roles),),
        "led_by": lambda: (hand.one(roles),),
        "templates": lambda: (hand.text(_TEMPLATES),),
        "notes": hand.source,
    }


def _areas(hand: Hand, collab: Collaboration) -> tuple[FocusAreaId, ...]:
    return tuple(hand.some((area.id for area in collab.focus_areas), 1, 2))


def _state(hand: Hand) -> dict[str, Any]:
    """Draw a meeting that was held, is planned or was cancelled, with times in order."""
    state = hand.one((MeetingState.HELD, MeetingState.PLANNED, MeetingState.CANCELLED))
    held = state is MeetingState.HELD
    day = hand.past() if held else hand.since(hand.at)
    hours = sorted((hand.up_to(23), hand.up_to(23)))
    after: dict[str, Perhaps] = {
        "last_day": (3, lambda: hand.since(day.latest)),
        "published": lambda: hand.since(day.latest),
        "from_time": lambda: f"{hours[0]:02}:30",
        "to_time": lambda: f"{hours[1]:02}:45",
    }
    return {"state": state, "day": day, **hand.perhaps(**after)}


def _hours(hand: Hand, body: BodyId) -> dict[str, Any]:
    """Draw how much a group worked, most of it while it met."""
    outside = hand.up_to(8)
    inside = f"{outside + 1}.{hand.up_to(9)}"
    return {"body": body, "hours_in_meeting": inside, "hours_outside": str(outside)}


def _of_body(hand: Hand, body: BodyId) -> dict[str, Perhaps]:
    return {
        "body": lambda: body,
        "hours_in_meeting": (3, lambda: str(hand.up_to(9))),
        "hours_outside": (3, lambda: str(hand.up_to(9))),
    }


def _agenda(
    hand: Hand, collab: Collaboration, body: Body, *, working: bool
) -> tuple[AgendaItem, ...]:
    """Draw an agenda; of a council for children's matters each item has its level and rights."""
    council = body.kind is BodyKind.CHILDRENS_COUNCIL
    first = ItemKind.WORK_SESSION if working else hand.one(tuple(ItemKind))
    kinds = (first, *(hand.one(tuple(ItemKind)) for _ in range(hand.up_to(1))))
    return tuple(_item(hand, collab, kind, council=council) for kind in kinds)


def _item(hand: Hand, collab: Collaboration, kind: ItemKind, *, council: bool) -> AgendaItem:
    matters = tuple(matter.id for matter in collab.matters)
    about: dict[str, Perhaps] = {
        "level": lambda: hand.one((ItemLevel.GROUP, ItemLevel.INDIVIDUAL)),
        "rights": lambda: hand.text(_RIGHTS),
    }
    always = {name: drawn() for name, drawn in about.items() if callable(drawn)} if council else {}
    more: dict[str, Perhaps] = {"matters": lambda: (hand.one(matters),)} if matters else {}
    return AgendaItem(
        kind=kind,
        kind_name=hand.text(_NAMES) if kind is ItemKind.OTHER else None,
        **always,
        **hand.perhaps(
            title=lambda: hand.text(_TITLES),
            minutes=lambda: 5 + hand.up_to(120),
            focus_areas=lambda: _areas(hand, collab),
            **more,
            **({} if council else about),
            kept=(4, hand.kept),
        ),
    )


def _attendance(hand: Hand, collab: Collaboration, *, surely: bool) -> tuple[Attendance, ...]:
    """Draw those called to a meeting: roles mostly, and to a working meeting everybody came."""
    called = hand.some((role.id for role in collab.roles), 1, 2)
    actors = tuple(actor.id for actor in collab.actors)
    ways = (Presence.ATTENDED,) if surely else tuple(Presence)
    return tuple(
        Attendance(
            who=HolderId(who),
            presence=hand.one(ways),
            **hand.perhaps(
                on_behalf_of=lambda: hand.one(actors),
                category=lambda: hand.one(tuple(SeatCategory)),
                kept=(4, hand.kept),
            ),
        )
        for who in called
    )


def _step(hand: Hand, collab: Collaboration) -> AgreedStep:
    roles = tuple(role.id for role in collab.roles)
    return AgreedStep(
        owner=HolderId(hand.one(roles)),
        by=hand.since(hand.at),
        **hand.perhaps(what=lambda: hand.text(_STEPS), kept=(4, hand.kept)),
    )


# --- joint positions ---------------------------------------------------------------------------


def _positions(
    hand: Hand, collab: Collaboration, ids: Sequence[MeetingId]
) -> Iterator[JointPosition]:
    """Draw what the steering group agreed on: tried by every member, adopted by each principal."""
    matters = tuple(matter.id for matter in collab.matters)
    for number in range(1, 1 + hand.up_to(2)):
        about: dict[str, Any] = (
            {"matters": (hand.one(matters),)} if matters and hand.mostly() else {}
        )
        position = JointPosition(
            id=JointPositionId(hand.id("ställningstagande", number)),
            text=hand.text(_POSITIONS),
            tests=tuple(_tests(hand, collab)),
            decisions=tuple(_decisions(hand, collab)),
        )
        yield attrs.evolve(
            position,
            **hand.perhaps(
                body=lambda: _steering(hand, collab).id,
                day=hand.past,
                meeting=lambda: hand.one(ids),
                focus_areas=lambda: _areas(hand, collab),
                concerns=lambda: tuple(hand.some(collab.principals, 1, 2)),
                **hand.beside(3),
            ),
            **about,
        )


def _steering(hand: Hand, collab: Collaboration) -> Body:
    return next(
        body
        for body in collab.bodies
        if body.kind is BodyKind.STEERING_GROUP and in_force(body.period, hand.at)
    )


def _tests(hand: Hand, collab: Collaboration) -> Iterator[MemberTest]:
    """Draw how each chief tried it, and the chief's organisation, so that either may change."""
    seats = _steering(hand, collab).seats
    named = (id_ for seat in seats for id_ in (seat.role, seat.on_behalf_of) if id_ is not None)
    everyone = tuple(dict.fromkeys(map(OfficeId, named)))
    meaning, doubtful = hand.text(_MEANINGS), hand.up_to(len(everyone) - 1)
    for number, member in enumerate(everyone):
        yes = MemberTest(member=member, meaning=meaning, possible=True, timely=True, linked=True)
        yield _with_doubts(hand, collab, yes) if number == doubtful else yes


def _with_doubts(hand: Hand, collab: Collaboration, yes: MemberTest) -> MemberTest:
    """Let a member say no where that is resolved, and name documents in place of an answer."""
    documents = tuple(document.id for document in collab.documents)
    if hand.yes():
        yes = attrs.evolve(yes, linked=None, documents=(hand.one(documents),))
    if hand.yes():
        yes = attrs.evolve(yes, timely=False, resolved=hand.text(_SOLUTIONS))
    return attrs.evolve(yes, **hand.kept_too(3))


def _decisions(hand: Hand, collab: Collaboration) -> Iterator[PrincipalDecision]:
    """Let every principal adopt it, one of them perhaps after having said no."""
    boards = tuple(body.id for body in collab.bodies if body.kind is BodyKind.BOARD)
    for principal in collab.principals:
        if hand.yes(3):
            refusal = hand.decision(boards)
            yield PrincipalDecision(principal=principal, decision=refusal, rejected=True)
        adoption = hand.decision(boards)
        yield PrincipalDecision(principal=principal, decision=adoption, **hand.kept_too())


# --- referrals ---------------------------------------------------------------------------------


def referrals(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw a referral of each matter to the council, and perhaps one of a focus area."""
    matters: tuple[MatterId | None, ...] = tuple(matter.id for matter in collab.matters)
    about = (*matters, None) if not matters or hand.yes() else matters
    council = next(body.id for body in collab.bodies if body.kind is BodyKind.CHILDRENS_COUNCIL)
    return {
        "referrals": tuple(
            attrs.evolve(_referral(hand, collab, number), matter=matter, sent_to=council)
            for number, matter in enumerate(about, 1)
        )
    }


def _referral(hand: Hand, collab: Collaboration, number: int) -> Referral:
    roles = tuple(role.id for role in collab.roles)
    return Referral(
        id=ReferralId(hand.id("remiss", number)),
        answer_by=hand.since(hand.at),
        **_answer(hand, collab),
        **hand.perhaps(
            focus_areas=lambda: _areas(hand, collab),
            sent_by=lambda: HolderId(hand.one(roles)),
            sent=hand.past,
            **hand.beside(),
        ),
    )


def _answer(hand: Hand, collab: Collaboration) -> dict[str, Any]:
    """Draw how far a referral has come: sent, answered, or decided with the answer weighed."""
    bodies = tuple(body.id for body in collab.bodies)
    come = hand.up_to(2)
    opinion = Opinion(
        **hand.perhaps(
            given_by=lambda: hand.one(bodies),
            day=hand.past,
            summary=lambda: hand.text(_OPINIONS),
            kept=(4, hand.kept),
        )
    )
    weighed = {"decision": hand.decision(bodies), "consideration": hand.text(_WEIGHED)}
    return ({}, {"opinion": opinion}, {"opinion": opinion, **weighed})[come]
