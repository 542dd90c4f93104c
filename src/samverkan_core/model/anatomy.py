"""What the classes say about themselves: collections, references, and a walk through all parts.

Everything here is read off the annotations once, so that a new member or a new kind of thing is
known to references, privacy, reading and the schema as soon as it is declared.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.ids import INTO
from samverkan_core.values.kept import Json, JsonArray, JsonObject
from samverkan_core.values.shape import BESIDE, Shape, members

__all__ = [
    "COLLECTIONS",
    "COLLECTION_OF",
    "Place",
    "Thing",
    "classes",
    "is_reference",
    "json_texts",
    "part_members",
    "parts",
    "references",
    "texts",
]

#: The steps from the document to a place in it.
Place: TypeAlias = "tuple[str | int, ...]"
#: A thing of the model, of any class.
Thing: TypeAlias = attrs.AttrsInstance

#: Every collection of a collaboration whose things have ids -> the class of its things.
COLLECTIONS: Mapping[str, type[Thing]] = MappingProxyType(
    {
        name: shape.base
        for name, shape in members(Collaboration)
        if shape.many and attrs.has(shape.base) and "id" in attrs.fields_dict(shape.base)
    }
)
#: The class of the things of a collection -> the collection.
COLLECTION_OF: Mapping[type[Thing], str] = MappingProxyType(
    {cls: name for name, cls in COLLECTIONS.items()}
)


@cache
def classes(root: type[Thing] = Collaboration) -> tuple[type[Thing], ...]:
    """Give every class of which a part can stand in a document, the root first."""
    found: dict[type[Thing], None] = {root: None}
    for _, shape in part_members(root):
        found.update(dict.fromkeys(classes(shape.base)))
    return tuple(found)


@cache
def part_members(cls: type[Thing]) -> tuple[tuple[str, Shape], ...]:
    """Give the members of a class that hold parts of the model, with their shapes."""
    return tuple(
        (name, shape)
        for name, shape in members(cls)
        if name not in BESIDE and attrs.has(shape.base) and shape.base is not JsonObject
    )


@cache
def _reference_members(cls: type[Thing]) -> tuple[tuple[str, Shape, tuple[str, ...]], ...]:
    return tuple(
        (name, shape, INTO[shape.id_kind])
        for name, shape in members(cls)
        if is_reference(shape) and name != "id"
    )


def is_reference(shape: Shape) -> bool:
    """Tell whether a member names things of the document."""
    return shape.id_kind in INTO


def parts(thing: Thing, at: Place = ()) -> Iterator[tuple[Place, Thing]]:
    """Walk through a thing and all that stands in it, each with its place."""
    yield at, thing
    for name, shape in part_members(type(thing)):
        for place, part in _held(thing, name, shape, at):
            yield from parts(part, place)


def references(thing: Thing, at: Place = ()) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    """Give every reference in a thing: its place, the id, and the collections it points into."""
    for place, part in parts(thing, at):
        for name, shape, into in _reference_members(type(part)):
            for where, target in _held(part, name, shape, place):
                yield where, target, into


def texts(thing: Thing, at: Place = ()) -> Iterator[tuple[Place, str]]:
    """Give every text in a thing with its place: ids too, and what was kept.

    What was set aside has places of its own in the document: ask `json_texts` for each of those.
    """
    for place, part in parts(thing, at):
        for name, shape in _wordy(type(part)):
            if shape.base is JsonObject:
                where = place if name == "kept" else (*place, name)
                yield from json_texts(getattr(part, name), where)
            else:
                yield from _held(part, name, shape, place)


def json_texts(value: Json, at: Place = ()) -> Iterator[tuple[Place, str]]:
    """Give every text in a kept value with its place, in order.

    The name of a member has the place of the object that it stands in.
    """
    waiting: list[tuple[Place, Json]] = [(at, value)]
    while waiting:
        place, found = waiting.pop()
        if isinstance(found, str):
            yield place, found
        elif isinstance(found, JsonArray):
            items = enumerate(found.items)
            waiting += reversed([((*place, position), item) for position, item in items])
        elif isinstance(found, JsonObject):
            yield from ((place, name) for name, _ in found.members)
            waiting += reversed([((*place, name), item) for name, item in found.members])


@cache
def _wordy(cls: type[Thing]) -> tuple[tuple[str, Shape], ...]:
    return tuple((name, shape) for name, shape in members(cls) if shape.base in {str, JsonObject})


def _held(thing: Thing, name: str, shape: Shape, at: Place) -> Iterator[tuple[Place, Any]]:
    value = getattr(thing, name)
    if shape.many and value is not None:
        for position, item in enumerate(value):
            yield (*at, name, position), item
    elif value is not None:
        yield (*at, name), value
