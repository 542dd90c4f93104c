"""What a lawful collaboration does: activities and what they answer, anchoring, routines."""

from collections.abc import Mapping
from typing import Any

from samverkan_core.model.activity import (
    Audience,
    Channel,
    GoodExample,
    InterventionLevel,
    Recurrence,
)
from samverkan_core.model.anchoring import Anchoring, AnchoringLevel
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.resource import Need, Resource
from samverkan_core.model.routine import Routine, RoutineStep
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    AnchoringId,
    GoodExampleId,
    HolderId,
    NeedId,
    OfficeId,
    ResourceId,
    RoutineId,
)

__all__ = ["anchored", "examples", "resourceful", "routinely"]

_EXAMPLES = ("Gemensamma föräldragrupper", "Frukost före skolan", "En väg in för familjer")
_RESOURCES = ("Öppna förskolan", "Ungdomsmottagningen", "Fältgruppen", "Familjecentralen")
_NEEDS = ("Stöd till föräldrar till små barn", "Trygga vuxna på kvällarna", "Språkstöd")
_OFFERS = ("Tid samma vecka", "Grupper på fyra språk", "Öppet alla vardagar")
_ROUTINES = ("När ett barn är borta från skolan", "När oro väcks", "Vid byte av skola")
_STEPS = ("Ringer hem samma dag", "Kallar till möte", "Följer upp efter två veckor")
_WITHIN = ("samma dag", "inom en vecka", "före terminens slut")
_FORUMS = ("Ungdomsrådet", "Elevrådet", "Fritidsgårdens stormöte")
_SUMMARIES = ("Nämnden fick en genomgång", "Alla arbetslag har talat om det")
_EVERY_YEAR = (
    Recurrence(week=7),
    Recurrence(month=11),
    Recurrence(month=2, day=28),
    Recurrence(every_years=2, month=12, day=31),
    Recurrence(week=52),
)


def examples(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw activities that need no goal of their own to be lawful, and what is told of them."""
    examples = tuple(_example(hand, collab, number) for number in range(1 + hand.up_to(1)))
    return {"good_examples": examples}


def resourceful(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw needs, and resources that meet each of them for all its ages."""
    needs = tuple(_need(hand, collab, number) for number in range(hand.up_to(2)))
    meeting = tuple(_resource(hand, collab, number, need) for number, need in enumerate(needs))
    return {
        "needs": needs,
        "resources": (*meeting, _resource(hand, collab, len(meeting), None)),
    }


def anchored(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw that the work is known on every level by the day."""
    anchorings = (
        Anchoring(
            id=AnchoringId(hand.id("forankring", number)),
            level=level,
            day=hand.past(),
            **hand.perhaps(
                actor=lambda: hand.one(collab.actors).id,
                decision=hand.decision,
                summary=lambda: hand.text(_SUMMARIES),
                **hand.beside(),
            ),
        )
        for number, level in enumerate(AnchoringLevel)
    )
    return {"anchorings": tuple(anchorings)}


def routinely(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw a routine, in force in every unit that it is for."""
    offices = tuple(OfficeId(role.id) for role in collab.roles)
    unit = hand.one(collab.actors)
    alike = tuple(actor.id for actor in collab.actors if actor.kind is unit.kind)
    steps = tuple(
        RoutineStep(
            what=hand.text(_STEPS),
            responsible=(HolderId(hand.one((*offices, unit.id))),),
            **hand.perhaps(within=lambda: hand.text(_WITHIN), kept=(8, hand.kept)),
        )
        for _ in range(1 + hand.up_to(2))
    )
    routine = Routine(
        id=RoutineId(hand.id("rutin", 0)),
        name=hand.text(_ROUTINES),
        owner=hand.one(offices),
        steps=steps,
        for_all=(unit.kind,),
        units=alike,
        period=hand.known_period(),
        review=hand.since(hand.at),
        **hand.perhaps(checked_by=lambda: hand.one(offices), **hand.beside()),
    )
    return {"routines": (routine,)}


def _example(hand: Hand, collab: Collaboration, number: int) -> GoodExample:
    areas = tuple(area.id for area in collab.focus_areas)
    about = {"focus_areas": lambda: (hand.one(areas),)} if areas else {}
    return GoodExample(
        id=GoodExampleId(hand.id("exempel", number)),
        name=hand.text(_EXAMPLES),
        **hand.perhaps(
            what_worked=lambda: hand.text(_OFFERS),
            audiences=lambda: (hand.one(tuple(Audience)),),
            channels=lambda: (hand.one(tuple(Channel)),),
            told=hand.past,
            **about,
            **hand.beside(),
        ),
    )


def _need(hand: Hand, collab: Collaboration, number: int) -> Need:
    youngest = hand.up_to(18)
    band = AgeBand(from_age=youngest, to_age=youngest + hand.up_to(5))
    return Need(
        id=NeedId(hand.id("behov", number)),
        name=hand.text(_NEEDS),
        **hand.perhaps(
            ages=lambda: band,
            level=lambda: hand.one(tuple(InterventionLevel)),
            target_group=lambda: hand.one(collab.target_groups).id,
            period=hand.known_period,
            **hand.beside(),
        ),
    )


def _resource(hand: Hand, collab: Collaboration, number: int, need: Need | None) -> Resource:
    """Draw what an actor has; what meets a need does so for all its ages, on its level."""
    level = hand.one(tuple(InterventionLevel)) if need is None else need.level
    return Resource(
        id=ResourceId(hand.id("resurs", number)),
        name=hand.text(_RESOURCES),
        level=level,
        meets=() if need is None else (need.id,),
        **hand.perhaps(
            actor=lambda: hand.one(collab.actors).id,
            ages=lambda: None if need is None else need.ages,
            offers=lambda: hand.text(_OFFERS),
            period=hand.lasting,
            **hand.beside(),
        ),
    )
