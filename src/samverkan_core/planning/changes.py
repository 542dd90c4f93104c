"""A collaboration made of another with one thing changed; the first of two things of one id."""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from samverkan_core.indexing import Index
from samverkan_core.model.anatomy import COLLECTION_OF, Thing
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.process.step import JourneyEntry

__all__ = ["added", "journey_of", "with_step", "with_thing"]

T = TypeVar("T")


def added(collab: Collaboration, *things: Thing) -> Collaboration:
    """Put things last in the collections that hold their kind."""
    for thing in things:
        name = COLLECTION_OF[type(thing)]
        collab = _with(collab, name, (*getattr(collab, name), thing))
    return collab


def with_thing(collab: Collaboration, old: T, change: Callable[[T], T]) -> Collaboration:
    """Put a changed thing in the place of one that stands in the collaboration."""
    name = COLLECTION_OF[type(old)]  # type: ignore[index]  # a thing of the model
    things = getattr(collab, name)
    return _with(collab, name, tuple([change(old) if one is old else one for one in things]))


def journey_of(book: Index, focus_area: str | None) -> tuple[JourneyEntry, ...]:
    """Give the steps that a focus area has taken; without one, those of the collaboration itself.

    Raises:
        UnknownId: The document has no such focus area.
    """
    if focus_area is None:
        return book.collaboration.journey
    area: FocusArea = book.shelves["focus_areas"].the(focus_area)
    return area.journey


def with_step(book: Index, focus_area: str | None, entry: JourneyEntry) -> Collaboration:
    """Let a focus area, or the collaboration itself, take a step more."""
    journey = (*journey_of(book, focus_area), entry)
    if focus_area is None:
        return attrs.evolve(book.collaboration, journey=journey)
    area: FocusArea = book.shelves["focus_areas"].the(focus_area)
    return with_thing(book.collaboration, area, lambda one: attrs.evolve(one, journey=journey))


def _with(collab: Collaboration, name: str, things: tuple[Any, ...]) -> Collaboration:
    changed: dict[str, Any] = {name: things}
    return attrs.evolve(collab, **changed)
