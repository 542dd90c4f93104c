"""Process areas of a lawful world: what several actors do in one way together."""

from collections.abc import Mapping
from typing import Any

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.process_area import ProcessArea, ProcessAreaKind
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import ProcessAreaId

__all__ = ["processes"]

_NAMES = ("När ett barn är borta från skolan", "När oro väcks", "Skola för placerade barn")


def processes(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw process areas, each with those who work together in it."""
    areas = tuple(_process_area(hand, collab, number) for number in range(1 + hand.up_to(1)))
    return {"process_areas": areas}


def _process_area(hand: Hand, collab: Collaboration, number: int) -> ProcessArea:
    kind = hand.one(tuple(ProcessAreaKind))
    return ProcessArea(
        id=ProcessAreaId(hand.id("process", number)),
        name=hand.text(_NAMES),
        kind=kind,
        kind_name=hand.text(_NAMES) if kind is ProcessAreaKind.OTHER else None,
        actors=tuple(hand.some((actor.id for actor in collab.actors), 2, 3)),
        **hand.perhaps(
            documents=lambda: (hand.one(collab.documents).id,),
            **hand.beside(2),
        ),
    )
