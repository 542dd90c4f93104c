"""Questions of which a good share is permitted: built to be, and then perhaps spoilt."""

from typing import Any

from hypothesis import strategies as st

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Power
from samverkan_core.testing.anything import collaborations
from samverkan_core.testing.asking.asked import Asked, Plan
from samverkan_core.testing.asking.beside import crowded, turned
from samverkan_core.testing.asking.build import built, hands
from samverkan_core.testing.asking.people import LIMITS, MATTERS, PEOPLE
from samverkan_core.testing.asking.spoils import MANDATES, ROOTS, Spoiler
from samverkan_core.testing.asking.subject import DIMENSIONS
from samverkan_core.testing.lawful.hand import Hand

__all__ = ["questions"]

#: How many things are spoilt, the simplest first.
_SPOILT = (0, 1, 1, 0, 1, 2)
#: One question in this many is asked of a document in which anything stands.
_ANYTHING = 24
_FAMILIES = (MANDATES, PEOPLE, LIMITS, ROOTS, MATTERS, MANDATES, PEOPLE, LIMITS)


@st.composite
def questions(draw: st.DrawFn) -> Asked:
    """Draw a question about authority, with its document; about every other is permitted.

    A chain that permits is built first, on one of the five grounds or none; then one or two things
    are perhaps made wrong. What is asked about always stands in the document.
    """
    hand = hands(draw)
    if hand.yes(_ANYTHING):
        return _of_anything(hand, draw(collaborations()))
    plan = built(hand)
    for _ in range(hand.one(_SPOILT)):
        plan = _spoiler(hand, plan)(hand, plan)
    plan = crowded(hand, plan)
    return plan.asking(collab=turned(hand, plan.collab)).asked


def _spoiler(hand: Hand, plan: Plan) -> Spoiler:
    """Choose among what can be wrong in the question."""
    fit = [spoil for fits, spoil in hand.one(_FAMILIES) if fits(plan)]
    return hand.one(fit)


def _of_anything(hand: Hand, collab: Collaboration) -> Asked:
    """Ask of a document of which nothing is known."""
    named: list[Any] = [one for name in DIMENSIONS for one in getattr(collab, name)]
    on = hand.one((None, *(one.id for one in named)))
    actors: list[Any] = [*collab.persons, *collab.bodies]
    who = hand.one((*(one.id for one in actors), "ingen"))
    return Asked(collab=collab, who=who, power=hand.one(tuple(Power)), on=on, at=hand.at)
