"""The golden thread as a drawing: Mermaid text, which many programs show as a picture."""

from collections.abc import Iterator
from itertools import pairwise

from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.overviews.goals import Beginning, Thread, golden_thread
from samverkan_core.values.labels import Lang

__all__ = ["thread_diagram"]

#: Collection -> what stands on each side of the name of one of its things.
_SHAPES = {"documents": ("[", "]"), "goals": ("([", "])"), "activities": ("{{", "}}")}


def thread_diagram(collab: Collaboration | Index, goal: str, lang: Lang = "sv") -> str:
    """Draw the golden thread (röd tråd) through a goal, from the top down, as a Mermaid flowchart.

    Documents are boxes, goals are rounded, activities have points. Where the thread does not begin
    in a document on top, a box with a broken line says so. Where no activity works towards the
    goal, it simply ends there.

    Raises:
        UnknownId: No goal has the id.
        UnknownLanguage: There are no texts in the language.
    """
    book = index(collab)
    lines: dict[str, None] = {}
    for thread in golden_thread(book, goal):
        lines.update(dict.fromkeys(_drawn(book, thread, lang)))
    return "\n".join(["flowchart TD", *lines]) + "\n"


def _drawn(book: Index, thread: Thread, lang: Lang) -> Iterator[str]:
    """Give the lines for one path: its nodes, and an arrow from each to the next."""
    path = [
        *(("documents", str(id_)) for id_ in thread.documents),
        *(("goals", str(id_)) for id_ in thread.goals),
    ]
    for collection, id_ in path:
        yield _node(book, collection, id_)
    for (_, above), (_, below) in pairwise(path):
        yield f"    {_key(above)} --> {_key(below)}"
    if thread.beginning is not Beginning.TOP_DOCUMENT:
        start = f"{_key(path[0][1])}_"
        yield f'    {start}["{_plain(thread.beginning.label(lang))}"] -.-> {_key(path[0][1])}'
    for id_ in thread.activities:
        yield _node(book, "activities", id_)
        yield f"    {_key(path[-1][1])} --> {_key(id_)}"


def _node(book: Index, collection: str, id_: str) -> str:
    before, after = _SHAPES[collection]
    thing = book.shelves[collection].get(id_)
    name = id_ if thing is None else thing.name
    return f'    {_key(id_)}{before}"{_plain(name)}"{after}'


def _key(id_: str) -> str:
    """Name a node: an id may hold anything, a node only letters and digits."""
    return "n" + id_.encode().hex()


def _plain(text: str) -> str:
    """Write a text so that nothing in it is read as markup."""
    return "".join(
        letter if letter.isalnum() or letter in " .,:!?–-§/" else f"#{ord(letter)};"
        for letter in " ".join(text.split())
    )
