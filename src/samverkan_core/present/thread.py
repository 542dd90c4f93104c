"""The golden thread as a diagram: Mermaid or DOT, which other programs show as a picture."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType

from samverkan_core.indexing import Index, Shelf, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.goal import Goal
from samverkan_core.overviews.goals import Beginning, Thread, golden_thread
from samverkan_core.present.diagrams import (
    Drawing,
    Edge,
    Form,
    Node,
    Note,
    Part,
    Ref,
    Shape,
    written,
)
from samverkan_core.values.labels import Lang, language

__all__ = ["thread_diagram", "thread_drawing"]

#: Collection -> what its things look like.
_SHAPES: Mapping[str, Shape] = MappingProxyType(
    {"documents": "box", "goals": "rounded", "activities": "pointed"}
)
_NO_GOALS: Mapping[str, str] = MappingProxyType(
    {"sv": "Inga mål är införda.", "en": "No goals are entered."}
)


def thread_diagram(
    collab: Collaboration | Index,
    goal: str | None = None,
    lang: Lang = "sv",
    *,
    form: Form = "mermaid",
) -> str:
    """Draw the golden thread (röd tråd) through a goal, from the top down, as Mermaid or DOT.

    Documents are boxes, goals are rounded, activities have points. Where the thread does not begin
    in a document on top, a box with a broken line says so. Where no activity works towards the
    goal, it simply ends there.

    Args:
        collab: The collaboration, or an index of it.
        goal: The id of the goal; the threads through every goal, if left out.
        lang: The language.
        form: Mermaid, or DOT for Graphviz.

    Raises:
        UnknownId: No goal has the id.
        UnknownLanguage: There are no texts in the language.
        InvalidValue: There is no such form.
    """
    return written(thread_drawing(collab, goal, lang), form)


def thread_drawing(collab: Collaboration | Index, goal: str | None, lang: Lang) -> Drawing:
    """Say what a diagram of the golden thread shows: documents, goals, activities, in this order.

    Raises:
        UnknownId: No goal has the id.
        UnknownLanguage: There are no texts in the language.
    """
    book, nothing = index(collab), Node(ref=("", ""), lines=(_NO_GOALS[language(lang)],))
    goals = [one.id for one in book.shelves["goals"].firsts()] if goal is None else [goal]
    threads = (thread for id_ in goals for thread in golden_thread(book, id_))
    parts = (part for thread in threads for part in _drawn(book, thread, lang))
    return Drawing.of(parts if goals else [nothing])


def _drawn(book: Index, thread: Thread, lang: Lang) -> Iterator[Part]:
    """Give the parts of one path: its things, and an arrow from each to the next."""
    documents: list[Ref] = [("documents", id_) for id_ in thread.documents]
    goals: list[Ref] = [("goals", id_) for id_ in thread.goals]
    yield from (_node(book, ref) for ref in (*documents, *goals))
    yield from _arrows(documents)
    if documents:
        yield Edge(start=documents[-1], end=_in_the_plan(book, thread))
    yield from _arrows(goals)
    if thread.beginning is not Beginning.TOP_DOCUMENT:
        yield Note(about=(*documents, *goals)[0], says=thread.beginning.label(lang))
    for id_ in thread.activities:
        yield _node(book, ("activities", id_))
        yield Edge(start=goals[-1], end=("activities", id_))


def _arrows(path: Iterable[Ref]) -> Iterator[Edge]:
    return (Edge(start=above, end=below) for above, below in pairwise(path))


def _in_the_plan(book: Index, thread: Thread) -> Ref:
    """Give the goal that itself stands in the plan of a thread: the nearest that is in any."""
    goals: Shelf[Goal] = book.shelves["goals"]
    standing = (id_ for id_ in reversed(thread.goals) if _is_in_a_plan(goals.the(id_)))
    return "goals", next(standing)


def _is_in_a_plan(goal: Goal) -> bool:
    return any(place.plan is not None for place in goal.anchored_in)


def _node(book: Index, ref: Ref) -> Node:
    collection, id_ = ref
    thing = book.shelves[collection].get(id_)
    return Node(ref=ref, lines=(id_ if thing is None else thing.name,), shape=_SHAPES[collection])
