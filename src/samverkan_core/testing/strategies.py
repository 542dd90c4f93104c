"""What can be drawn: lawful worlds, profiles for them, and whatever can be constructed."""

from samverkan_core.testing.anything import collaborations, things
from samverkan_core.testing.lawful.profiles import profiles
from samverkan_core.testing.lawful.world import worlds

__all__ = ["collaborations", "profiles", "things", "worlds"]
