"""What goes with an office or a body that leaves or comes, so that no other rule is broken too."""

import attrs

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.ids import HolderId

__all__ = ["as_well", "let_go"]


def let_go(collab: Collaboration, *gone: str) -> Collaboration:
    """Take out what somebody holds or has given, and all that was delegated from it.

    So that nothing is left that a vacant office would hold, or that nobody stands behind.
    """
    ids = set(gone)
    lost = {one.id for one in collab.mandates if ids & {one.granted_by, *one.granted_to}}
    while more := {one.id for one in collab.mandates if one.parent in lost} - lost:
        lost |= more
    left = (one for one in collab.mandates if one.id not in lost)
    mandates = tuple(
        attrs.evolve(one, substitutes=tuple(id_ for id_ in one.substitutes if id_ not in ids))
        for one in left
    )
    # What was decided may have rested on any of it, so none of that is left either.
    return attrs.evolve(collab, mandates=mandates, delegated_decisions=())


def as_well(collab: Collaboration, holder: str, other: str) -> Collaboration:
    """Let another have each mandate too that somebody holds alone, and that is not delegated on."""
    above = {one.parent for one in collab.mandates}
    own = (
        attrs.evolve(one, granted_to=(*one.granted_to, HolderId(other)))
        if one.granted_to == (holder,) and one.id not in above
        else one
        for one in collab.mandates
    )
    return attrs.evolve(collab, mandates=tuple(own))
