"""What a lawful collaboration does once it stands: one function for each way of working.

Each takes the hand and the collaboration so far and gives the collections that it has drawn,
by name, lawful on the day of the hand.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.testing.lawful.delegated_decisions import delegated_decisions
from samverkan_core.testing.lawful.doings import (
    anchored,
    examples,
    followed,
    resourceful,
    routinely,
)
from samverkan_core.testing.lawful.follow_ups import backed, followed_up
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.testing.lawful.meetings import meetings, referrals
from samverkan_core.testing.lawful.planning import handovers, own_journey
from samverkan_core.testing.lawful.plans import around_children
from samverkan_core.testing.lawful.process_areas import processes
from samverkan_core.testing.lawful.readiness import measurements
from samverkan_core.testing.lawful.shared_view import in_common

__all__ = ["AT_WORK"]

Draws: TypeAlias = Callable[[Hand, Collaboration], Mapping[str, Any]]

#: Every way of working that a world can show.
AT_WORK: tuple[Draws, ...] = (
    anchored,
    around_children,
    backed,
    delegated_decisions,
    examples,
    followed,
    followed_up,
    handovers,
    in_common,
    measurements,
    meetings,
    own_journey,
    processes,
    referrals,
    resourceful,
    routinely,
)
