"""What a lawful collaboration does once it stands: one function for each way of working.

Each takes the hand and the collaboration so far and gives the collections that it has drawn,
by name, lawful on the day of the hand.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.testing.lawful.doings import (
    anchored,
    examples,
    resourceful,
    routinely,
)
from samverkan_core.testing.lawful.delegated_decisions import delegated_decisions
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.testing.lawful.readiness import measurements
from samverkan_core.testing.lawful.results import results
from samverkan_core.testing.lawful.meetings import meetings, referrals
from samverkan_core.testing.lawful.plans import around_children
from samverkan_core.testing.lawful.planning import handovers, own_journey

__all__ = ["AT_WORK"]

Draws: TypeAlias = Callable[[Hand, Collaboration], Mapping[str, Any]]

#: Every way of working that a world can show.
AT_WORK: tuple[Draws, ...] = (
    anchored,
    examples,
    resourceful,
    routinely,
)
AT_WORK: tuple[Draws, ...] = (measurements,)
AT_WORK: tuple[Draws, ...] = (results,)
AT_WORK: tuple[Draws, ...] = (delegated_decisions,)
AT_WORK: tuple[Draws, ...] = (meetings, referrals)
AT_WORK: tuple[Draws, ...] = (around_children,)
AT_WORK: tuple[Draws, ...] = (handovers, own_journey)
