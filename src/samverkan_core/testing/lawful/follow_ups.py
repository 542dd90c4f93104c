"""What a lawful collaboration is backed by, how it is followed up, and its permanent functions."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from samverkan_core.model.activity import Activity
from samverkan_core.model.backing import Endorsement, Funding, Programme
from samverkan_core.model.body import BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.follow_up import FollowUpRound
from samverkan_core.model.role import JointDuty
from samverkan_core.reference.terms_of_office import term_on
from samverkan_core.testing.lawful.hand import Hand, Perhaps
from samverkan_core.values.ids import ActorId, FollowUpId, OfficeId
from samverkan_core.values.time import TimeBox, in_force

__all__ = ["backed", "dutiful", "followed_up", "term_ends"]

#: So few days that no month has fewer.
_A_MONTH = dt.timedelta(days=28)
_NAMES = ("Uppföljning av året", "Avstämning mot målen", "Lägesrapport")
_MODELS = ("Enkät till enheterna och samtal med styrgruppen.", "Genomgång av målen varje höst.")
_OUTCOMES = ("Fler enheter är med.", "Rutinen är känd men används inte överallt.")
_FUNDERS = ("Folkhälsorådet", "Länsstyrelsen", "Socialstyrelsen")
_AMOUNTS = ("400000", "1250000.50", "0")
_CURRENCIES = ("SEK", "EUR")
_PROGRAMMES = ("Tidiga och samordnade insatser", "Länets satsning på föräldrastöd")
_ROLES = ("ett av utvecklingsarbetena", "pilotkommun")
_NUMBERS = ("U2017/01236/GV", "36")
_DECISIONS = ("Nämnden ställer sig bakom arbetet.",)


# --- follow-ups --------------------------------------------------------------------------------


def followed_up(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw a follow-up that the leaders asked for and the council made, and perhaps another."""
    (council, *_) = (body.id for body in collab.bodies if body.kind is BodyKind.CHILDRENS_COUNCIL)
    leading = next(
        body.id
        for body in collab.bodies
        if body.kind is BodyKind.STEERING_GROUP and in_force(body.period, hand.at)
    )
    done = hand.within(hand.at - _A_MONTH, hand.at)
    first = attrs.evolve(
        _round(hand, collab, 1),
        requested_by=OfficeId(leading),
        carried_out_by=OfficeId(council),
        model=hand.text(_MODELS),
        done=done,
        published=hand.within(done.latest, hand.at),
        report=hand.page(),
    )
    return {"follow_ups": (first, _round(hand, collab, 2)) if hand.yes() else (first,)}


def _round(hand: Hand, collab: Collaboration, number: int) -> FollowUpRound:
    """Draw a follow-up of which not all is known."""
    roles = tuple(OfficeId(role.id) for role in collab.roles)
    goals = tuple(goal.id for goal in collab.goals)
    areas = tuple(area.id for area in collab.focus_areas)
    followed: dict[str, Perhaps] = {"focus_areas": lambda: tuple(hand.some(areas, 1, 2))}
    if goals:
        followed["goals"] = lambda: tuple(hand.some(goals, 1, 2))
    return FollowUpRound(
        id=FollowUpId(hand.id("uppföljning", number)),
        name=hand.text(_NAMES),
        **hand.perhaps(
            **followed,
            requested_by=lambda: hand.one(roles),
            carried_out_by=lambda: hand.one(roles),
            model=lambda: hand.text(_MODELS),
            planned=hand.past,
            done=hand.past,
            outcome=lambda: hand.text(_OUTCOMES),
            published=hand.past,
            report=hand.source,
            **hand.beside(3),
        ),
    )


# --- what it is backed by ----------------------------------------------------------------------


def backed(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw leaders who stand behind the work, money, a programme, and what it builds on."""
    clear = tuple(one.id for one in collab.documents if one.parties and one.period is not None)
    return {
        "endorsements": tuple(_endorsement(hand, actor.id) for actor in collab.actors),
        "funding": tuple(_funding(hand) for _ in range(1 + hand.up_to(1))),
        "programmes": (_programme(hand),),
        "builds_on": tuple(hand.some(clear, 1, 2)),
    }


def _endorsement(hand: Hand, actor: ActorId) -> Endorsement:
    decision = Resolution(day=hand.past(), summary=hand.text(_DECISIONS) if hand.yes() else None)
    return Endorsement(actor=actor, decision=decision, **hand.kept_too(8))


def _funding(hand: Hand) -> Funding:
    return Funding(
        **hand.perhaps(
            funder=lambda: hand.text(_FUNDERS),
            external=hand.yes,
            amount=lambda: hand.one(_AMOUNTS),
            currency=lambda: hand.one(_CURRENCIES),
            period=hand.known_period,
            decision=hand.decision,
            kept=hand.kept,
        ),
    )


def _programme(hand: Hand) -> Programme:
    return Programme(
        name=hand.text(_PROGRAMMES),
        **hand.perhaps(
            commissioner=lambda: hand.text(_FUNDERS),
            role=lambda: hand.text(_ROLES),
            number=lambda: hand.one(_NUMBERS),
            period=hand.known_period,
            kept=hand.kept,
        ),
    )


# --- the permanent functions -------------------------------------------------------------------


def dutiful(hand: Hand, collab: Collaboration, activities: Sequence[Activity]) -> dict[str, Any]:
    """Draw the duties that the permanent functions share, and an activity that shows them all."""
    duties = tuple(hand.some(JointDuty, 1, len(JointDuty)))
    ends = hand.since(hand.at) if hand.yes() else None
    box = TimeBox(starts=hand.past(), ends=ends, **hand.kept_too(4))
    shown = attrs.evolve(activities[0], shows=duties, time_box=box)
    roles = tuple(
        attrs.evolve(role, joint_duties=duties) if role.permanent else role for role in collab.roles
    )
    return {"roles": roles, "activities": (shown, *activities[1:])}


def term_ends(day: dt.date) -> dt.date:
    """Give the last day of the term of office that a day lies in; the day itself if none is known.

    A project that ends later reaches beyond the term.
    """
    term = term_on(day)
    return day if term is None else term.last_day
