"""Goals as a whole: the golden thread through each, and whose goals point the same way."""

from collections import deque
from collections.abc import Iterator

import attrs

from samverkan_core.indexing import Index, Shelf, index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import GoverningDocument
from samverkan_core.model.goal import Goal
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import ActivityId, ActorId, DocumentId, GoalId
from samverkan_core.values.labels import Labelled

__all__ = ["Aligned", "Beginning", "Thread", "alignment", "golden_thread", "unaligned"]


class Beginning(Labelled):
    """Where a golden thread begins, seen from above."""

    TOP_DOCUMENT = ("top_document", "i ett överordnat dokument", "in a document on top")
    UNKNOWN_DOCUMENT = (
        "unknown_document",
        "i ett dokument som inte finns här",
        "in a document that is not here",
    )
    RING = ("ring", "ingenstans: dokumenten går i ring", "nowhere: the documents go in a ring")
    NOT_ANCHORED = ("not_anchored", "ingenstans: ingen plan", "nowhere: no plan")


@attrs.frozen(kw_only=True)
class Thread:
    """One golden thread (röd tråd): from a document on top, by a plan, to a goal and its work."""

    #: Where it begins.
    beginning: Beginning
    #: The documents, from the top down to the plan in which the goal stands.
    documents: tuple[DocumentId, ...]
    #: The goals, from the largest down to the one that was asked about.
    goals: tuple[GoalId, ...]
    #: The activities that work towards it.
    activities: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it leads all the way, from a document on top to an activity."""
        return self.beginning is Beginning.TOP_DOCUMENT and bool(self.activities)


@attrs.frozen(kw_only=True)
class Aligned:
    """How one administration's own goals stand to one joint goal."""

    #: The joint goal.
    goal: GoalId
    #: The administration.
    administration: ActorId
    #: Whether it owns the joint goal.
    owns: bool
    #: Whether a goal of its own points the same way.
    aligned: bool
    #: Those of its own goals, as it words them.
    own_goals: tuple[str, ...] = attrs.field(repr=False)
    #: The documents in which they stand.
    documents: tuple[DocumentId, ...]


# --- the golden thread -------------------------------------------------------------------------


def golden_thread(collab: Collaboration | Index, goal: str) -> tuple[Thread, ...]:
    """Follow the golden thread through a goal: one path for each plan and each document on top.

    Where several paths lead from a plan to one document the shortest is given. A goal that stands
    in no plan of its own is followed by the nearest goal above it that does.

    Raises:
        UnknownId: No goal has the id.
    """
    book = index(collab)
    goals: Shelf[Goal] = book.shelves["goals"]
    start = goals.the(goal)
    above = tuple(goals.upwards(start, lambda goal: goal.superior_goal))
    ids, work = tuple(one.id for one in reversed(above)), _activities(book, start.id)
    return tuple(
        Thread(beginning=beginning, documents=documents, goals=ids, activities=work)
        for beginning, documents in _paths(book, above)
    )


def _activities(book: Index, goal: GoalId) -> tuple[ActivityId, ...]:
    """Give the activities that name a goal."""
    return tuple(one.id for one in book.shelves["activities"] if goal in one.goals)


def _paths(
    book: Index, above: tuple[Goal, ...]
) -> Iterator[tuple[Beginning, tuple[DocumentId, ...]]]:
    plans = next(filter(None, map(_plans, above)), ())
    if not plans:
        yield Beginning.NOT_ANCHORED, ()
    for plan in plans:
        yield from _upwards(book.shelves["documents"], plan)


def _plans(goal: Goal) -> tuple[DocumentId, ...]:
    named = (place.plan for place in goal.anchored_in)
    return tuple(dict.fromkeys(plan for plan in named if plan is not None))


def _upwards(
    documents: Shelf[GoverningDocument], plan: DocumentId
) -> Iterator[tuple[Beginning, tuple[DocumentId, ...]]]:
    """Go from a plan to every document on top, the nearest first."""
    below: dict[DocumentId, DocumentId | None] = {plan: None}
    waiting, ends = deque((plan,)), 0
    while waiting:
        id_ = waiting.popleft()
        document = documents.get(id_)
        for higher in () if document is None else document.derives_from:
            if higher not in below:
                below[higher] = id_
                waiting.append(higher)
        if document is None or not document.derives_from:
            ends += 1
            unknown, top = Beginning.UNKNOWN_DOCUMENT, Beginning.TOP_DOCUMENT
            yield unknown if document is None else top, tuple(_down(below, id_))
    if not ends:
        yield Beginning.RING, (plan,)


def _down(below: dict[DocumentId, DocumentId | None], top: DocumentId) -> Iterator[DocumentId]:
    id_: DocumentId | None = top
    while id_ is not None:
        yield id_
        id_ = below[id_]


# --- the matrix of alignment -------------------------------------------------------------------


@answers("RA-14")
def alignment(collab: Collaboration | Index) -> tuple[Aligned, ...]:
    """Set each administration's own goals beside each joint goal, a row for each pair.

    Administrations are here the actors of that kind, those that own a joint goal and those that a
    joint goal says it is aligned with.
    """
    book = index(collab)
    joint = [goal for goal in book.shelves["goals"].firsts() if goal.is_joint]
    asked = _administrations(book, joint)
    return tuple(_aligned(goal, administration) for goal in joint for administration in asked)


@answers("RA-14")
def unaligned(collab: Collaboration | Index) -> tuple[ActorId, ...]:
    """Name the administrations of which no goal points the same way as any joint goal."""
    rows = alignment(collab)
    aligned = {row.administration for row in rows if row.aligned}
    asked = dict.fromkeys(row.administration for row in rows)
    return tuple(administration for administration in asked if administration not in aligned)


def _administrations(book: Index, joint: list[Goal]) -> tuple[ActorId, ...]:
    named = {id_ for goal in joint for id_ in goal.owners}
    named |= {part.administration for goal in joint for part in goal.aligned_with}
    actors: Shelf[Actor] = book.shelves["actors"]
    return tuple(
        actor.id
        for actor in actors.firsts()
        if actor.id in named or actor.kind is ActorKind.ADMINISTRATION
    )


def _aligned(goal: Goal, administration: ActorId) -> Aligned:
    parts = [part for part in goal.aligned_with if part.administration == administration]
    return Aligned(
        goal=goal.id,
        administration=administration,
        owns=administration in goal.owners,
        aligned=bool(parts),
        own_goals=tuple(part.own_goal for part in parts if part.own_goal is not None),
        documents=tuple(part.document for part in parts if part.document is not None),
    )
