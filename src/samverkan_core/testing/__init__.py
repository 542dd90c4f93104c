"""Generators for the tests of whoever builds on this library: the extra `testing`.

`worlds()` draws lawful collaborations, each with a day, under any profile that can be met, and
`profiles()` such profiles; `breaking(code)` draws collaborations that break one rule and
`near_miss(code)` those that only just do not. `things(cls)` and `collaborations()` draw
whatever can be constructed, and so does `hypothesis.strategies.from_type(Collaboration)`, for
which nothing need be imported.
"""

from samverkan_core.testing.breaking import breaking, near_miss
from samverkan_core.testing.strategies import collaborations, profiles, things, worlds

__all__ = ["breaking", "collaborations", "near_miss", "profiles", "things", "worlds"]
