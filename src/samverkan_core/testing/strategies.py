"""What can be drawn: lawful worlds, and whatever can be constructed."""

import datetime as dt

from hypothesis import strategies as st

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.testing.anything import collaborations, things
from samverkan_core.testing.lawful.world import lawful

__all__ = ["collaborations", "things", "worlds"]


def worlds() -> st.SearchStrategy[tuple[Collaboration, dt.date]]:
    """Draw a lawful collaboration, and a day on which no rule has anything to say about it.

    It is lawful by construction under the common profile: nothing is drawn and thrown away. The
    day lies between 1990 and 2060, and every other day is drawn around it.
    """
    return lawful()
