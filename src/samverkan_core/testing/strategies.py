"""What can be drawn: lawful worlds, and whatever can be constructed."""

from samverkan_core.testing.anything import collaborations, things
from samverkan_core.testing.lawful.world import worlds

__all__ = ["collaborations", "things", "worlds"]
