"""Evaluations as a whole: how much of the work they have looked at."""

import attrs

from samverkan_core.indexing import Index, index
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import BodyId

__all__ = ["Coverage", "coverage"]


@attrs.frozen(kw_only=True)
class Coverage:
    """Which bodies of one kind an evaluation has looked at: one team of three, say."""

    #: The kind of body.
    kind: BodyKind
    #: Those that some evaluation looks at, in the order of the document.
    evaluated: tuple[BodyId, ...]
    #: Those that none looks at.
    not_evaluated: tuple[BodyId, ...]

    @property
    def total(self) -> int:
        """How many bodies of the kind there are."""
        return len(self.evaluated) + len(self.not_evaluated)


@answers("RA-17")
def coverage(
    collab: Collaboration | Index, kind: BodyKind = BodyKind.CONSULTATION_TEAM
) -> Coverage:
    """Tell which bodies of a kind the evaluations of the document look at, and which none does."""
    book = index(collab)
    named = {id_ for one in book.shelves["evaluations"].firsts() for id_ in one.bodies}
    bodies: list[Body] = [one for one in book.shelves["bodies"].firsts() if one.kind is kind]
    return Coverage(
        kind=kind,
        evaluated=tuple(body.id for body in bodies if body.id in named),
        not_evaluated=tuple(body.id for body in bodies if body.id not in named),
    )
