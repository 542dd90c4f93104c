"""What a lawful collaboration does: activities and what they answer, anchoring, routines."""

from collections.abc import Mapping
from typing import Any

import attrs

from samverkan_core.model.activity import (
    Activity,
    ActivityKind,
    ActivityScope,
    Arena,
    Audience,
    Channel,
    GoodExample,
    InterventionLevel,
    Participants,
    ProtectiveFactor,
    Recurrence,
    Scale,
    TrainingTheme,
    YoungVoices,
)
from samverkan_core.model.anchoring import Anchoring, AnchoringLevel
from samverkan_core.model.body import BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import Ground, GroundKind
from samverkan_core.model.resource import Need, Resource
from samverkan_core.model.routine import Routine, RoutineStep
from samverkan_core.testing.lawful.analysis import driven
from samverkan_core.testing.lawful.follow_ups import dutiful
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.testing.lawful.results import results
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    ActivityId,
    AnchoringId,
    GoodExampleId,
    HolderId,
    NeedId,
    OfficeId,
    ResourceId,
    RoutineId,
)
from samverkan_core.values.time import TimeBox

__all__ = ["anchored", "examples", "followed", "resourceful", "routinely"]

_ACTIVITIES = ("Fokus föräldrar", "Gemensam utbildningsdag", "Öppet hus för familjer")
_METHODS = ("Seminarier på dagen och föreläsningar på kvällen.", "Samtal i små grupper.")
_EXAMPLES = ("Gemensamma föräldragrupper", "Frukost före skolan", "En väg in för familjer")
_RESOURCES = ("Öppna förskolan", "Ungdomsmottagningen", "Fältgruppen", "Familjecentralen")
_NEEDS = ("Stöd till föräldrar till små barn", "Trygga vuxna på kvällarna", "Språkstöd")
_OFFERS = ("Tid samma vecka", "Grupper på fyra språk", "Öppet alla vardagar")
_ROUTINES = ("När ett barn är borta från skolan", "När oro väcks", "Vid byte av skola")
_STEPS = ("Ringer hem samma dag", "Kallar till möte", "Följer upp efter två veckor")
_WITHIN = ("samma dag", "inom en vecka", "före terminens slut")
_FORUMS = ("Ungdomsrådet", "Elevrådet", "Fritidsgårdens stormöte")
_REFLECTIONS = ("Vi ser samma barn men på olika sätt.", "Ingen av oss ser hela bilden.")
_SUMMARIES = ("Nämnden fick en genomgång", "Alla arbetslag har talat om det")
#: The four themes that belong together in a training, and others that stand alone.
_FOUR = (
    TrainingTheme.GOALS,
    TrainingTheme.ANCHORING,
    TrainingTheme.QUALITY,
    TrainingTheme.FOLLOW_UP,
)
_THEMES: tuple[tuple[TrainingTheme, ...], ...] = (
    _FOUR,
    (TrainingTheme.CHILDREN_AT_RISK,),
    (TrainingTheme.OTHER,),
    (*_FOUR, TrainingTheme.CHILDREN_AT_RISK),
)
_EVERY_YEAR = (
    Recurrence(week=7),
    Recurrence(month=11),
    Recurrence(month=2, day=28),
    Recurrence(every_years=2, month=12, day=31),
    Recurrence(every_years=3, week=52),
)


#: Kinds of which more is asked than that all is clear.
_ASKING = frozenset({ActivityKind.INTERVENTION, ActivityKind.INTRODUCTION})


def followed(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw goals with all that follows them, and activities that serve them."""
    drawn = results(hand, collab)
    count = 1 + hand.up_to(2)
    levels = tuple(InterventionLevel) if count == len(InterventionLevel) else (None, None)
    activities = tuple(
        _activity(hand, collab, number, levels[number], drawn) for number in range(count)
    )
    if hand.yes(3):
        activities = (*activities, _introduction(hand, collab, len(activities), drawn))
    duties = dutiful(hand, collab, activities) if hand.yes() else {}
    indicators = tuple(indicator.id for indicator in drawn["indicators"])
    return {**drawn, **driven(hand, indicators), "activities": activities, **duties}


def examples(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw what worked and is told to others."""
    examples = tuple(_example(hand, collab, number) for number in range(1 + hand.up_to(1)))
    return {"good_examples": examples}


def resourceful(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw needs, resources that meet each of them for all its ages, and the goals that answer."""
    needs = tuple(_need(hand, collab, number) for number in range(hand.up_to(2)))
    meeting = tuple(_resource(hand, collab, number, need) for number, need in enumerate(needs))
    return {
        "needs": needs,
        "resources": (*meeting, _resource(hand, collab, len(meeting), None)),
        "goals": tuple(
            attrs.evolve(goal, needs=tuple(hand.some((need.id for need in needs), 1, 2)))
            for goal in collab.goals
        ),
    }


def anchored(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw that the work is known on every level by the day, in the council by a document."""
    documents = tuple(document.id for document in collab.documents)
    anchorings = (
        Anchoring(
            id=AnchoringId(hand.id("forankring", number)),
            level=level,
            focus_areas=tuple(area.id for area in collab.focus_areas[: hand.up_to(1)]),
            documents=tuple(hand.some(documents, int(not number), 1)),
            day=hand.past(),
            **hand.perhaps(
                actor=lambda: hand.one(collab.actors).id,
                body=lambda: hand.one(collab.bodies).id,
                decision=hand.decision,
                summary=lambda: hand.text(_SUMMARIES),
                **hand.beside(2),
            ),
        )
        for number, level in enumerate(AnchoringLevel)
    )
    return {"anchorings": tuple(anchorings)}


def routinely(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw a routine, in force in every unit that it is for."""
    offices = tuple(OfficeId(role.id) for role in collab.roles)
    unit = hand.one(collab.actors)
    # In force on the day it would ask for every unit of the kind that an edit puts in later.
    everywhere = hand.yes()
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
        for_all=(unit.kind,) if everywhere else (),
        units=alike,
        period=hand.one((hand.ended, hand.coming))() if everywhere else hand.known_period(),
        review=hand.since(hand.at),
        **hand.perhaps(
            checked_by=lambda: hand.one(offices),
            document=lambda: hand.one(collab.documents).id,
            **hand.beside(2),
        ),
    )
    return {"routines": (routine,)}


def _activity(
    hand: Hand,
    collab: Collaboration,
    number: int,
    level: InterventionLevel | None,
    drawn: Mapping[str, Any],
) -> Activity:
    """Draw an activity of which all is clear; it asks for no inventory, and introduces nobody."""
    areas = tuple(area.id for area in collab.focus_areas)
    return Activity(
        id=ActivityId(hand.id("aktivitet", number)),
        name=hand.text(_ACTIVITIES),
        **_kind(hand),
        goals=(hand.one(drawn["goals"]).id,),
        focus_areas=areas[: hand.up_to(1)],
        evaluations=tuple(evaluation.id for evaluation in drawn["evaluations"]),
        audiences=tuple(hand.some(Audience, 1, 3)),
        responsible=(OfficeId(hand.one(collab.roles).id),),
        method=hand.text(_METHODS),
        level=level,
        young_voices=None if number else _young_voices(hand),
        **_scope(hand, collab),
        **hand.perhaps(
            target_group=lambda: hand.one(collab.target_groups).id,
            ages=lambda: AgeBand(from_age=0, to_age=hand.up_to(20)),
            actors=lambda: tuple(hand.some((actor.id for actor in collab.actors), 2, 3)),
            protective_factors=lambda: tuple(hand.some(ProtectiveFactor, 1, 3)),
            themes=lambda: hand.one(_THEMES),
            arenas=lambda: tuple(hand.some(Arena, 2, 3)),
            capacity=lambda: 1 + hand.up_to(40),
            participants=lambda: _participants(hand, collab),
            reflection=lambda: hand.text(_REFLECTIONS),
            channels=lambda: tuple(hand.some(Channel, 1, 4)),
            scale=lambda: hand.one(tuple(Scale)),
            plan=lambda: hand.one(collab.documents).id,
            time_box=lambda: TimeBox(starts=hand.past()),
            recurrence=lambda: attrs.evolve(hand.one(_EVERY_YEAR), **hand.kept_too(2)),
            **hand.beside(),
        ),
    )


def _kind(hand: Hand) -> dict[str, Any]:
    """Draw what kind of activity it is, with a word of its own where it is another kind."""
    kind = hand.one(tuple(kind for kind in ActivityKind if kind not in _ASKING))
    name = hand.text(_ACTIVITIES) if kind is ActivityKind.OTHER else None
    return {"kind": kind, "kind_name": name}


def _scope(hand: Hand, collab: Collaboration) -> dict[str, Any]:
    """Draw whom it is meant for, and that the steering group plans it."""
    steering = (body.id for body in collab.bodies if body.kind is BodyKind.STEERING_GROUP)
    return hand.perhaps(
        scope=lambda: hand.one(tuple(ActivityScope)), planned_by=lambda: (next(steering),)
    )


def _participants(hand: Hand, collab: Collaboration) -> tuple[Participants, ...]:
    """Draw how many took part, perhaps from two actors as well."""
    when = hand.past()
    actors = tuple(hand.some((actor.id for actor in collab.actors), 2, 2)) if hand.yes() else ()
    return tuple(
        Participants(when=when, count=hand.up_to(30), actor=actor, **hand.kept_too(4))
        for actor in (None, *actors)
    )


def _introduction(
    hand: Hand, collab: Collaboration, number: int, drawn: Mapping[str, Any]
) -> Activity:
    """Draw that everybody has got to know everybody's work."""
    return attrs.evolve(
        _activity(hand, collab, number, None, drawn),
        kind=ActivityKind.INTRODUCTION,
        kind_name=None,
        actors=tuple(actor.id for actor in collab.actors),
        time_box=TimeBox(starts=hand.past()),
    )


def _young_voices(hand: Hand) -> YoungVoices:
    """Draw how young people take part, in a forum that was theirs already."""
    return YoungVoices(
        existed_before=True,
        **hand.perhaps(
            forum=lambda: hand.text(_FORUMS), outcome=lambda: hand.text(_OFFERS), kept=hand.kept
        ),
    )


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
            **hand.beside(2),
        ),
    )


def _need(hand: Hand, collab: Collaboration, number: int) -> Need:
    youngest = hand.up_to(18)
    band = AgeBand(from_age=youngest, to_age=youngest + hand.up_to(5))
    return Need(
        id=NeedId(hand.id("behov", number)),
        name=hand.text(_NEEDS),
        focus_areas=tuple(area.id for area in collab.focus_areas[: hand.up_to(1)]),
        **hand.perhaps(
            ages=lambda: band,
            level=lambda: hand.one(tuple(InterventionLevel)),
            target_group=lambda: hand.one(collab.target_groups).id,
            grounds=lambda: (Ground(kind=hand.one(tuple(GroundKind))),),
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
