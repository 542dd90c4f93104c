"""The shape of a member, read off its annotation.

Members are written in few ways: `X`, `X | None`, `tuple[X, ...]` and `tuple[X, ...] | None`, where
X may carry constraints. Everything that walks the model (checks, references, texts, schema,
strategies) asks here instead of taking annotations apart by itself.
"""

import types
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, NewType, Union, get_args, get_origin

import attrs

from samverkan_core.values.constraints import Constraint

__all__ = ["BESIDE", "Shape", "members", "shape_of", "written_fields"]

#: Members of classes that are no members of the document: what was kept and what was set aside.
BESIDE = frozenset({"kept", "set_aside"})


@attrs.frozen(kw_only=True)
class Shape:
    """What a member holds: one thing or a list of things, of which type, within which bounds."""

    #: The plain Python type of the thing, or of each thing in the list.
    base: type
    #: The kind of id, where the thing is a reference (or the id itself).
    id_kind: Callable[[str], Any] | None = None
    #: Whether the member is a list.
    many: bool = False
    #: Whether the member may hold nothing.
    optional: bool = False
    #: The bounds of each thing.
    bounds: tuple[Constraint, ...] = ()
    #: The bounds of the list as a whole.
    list_bounds: tuple[Constraint, ...] = ()


@cache
def shape_of(annotation: Any) -> Shape:
    """Read the shape off an annotation."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _bounded(annotation)
    if origin in {Union, types.UnionType}:
        (inner,) = (arg for arg in get_args(annotation) if arg is not type(None))
        return attrs.evolve(shape_of(inner), optional=True)
    if origin is tuple:
        return attrs.evolve(shape_of(get_args(annotation)[0]), many=True)
    if isinstance(annotation, NewType):
        return Shape(base=shape_of(annotation.__supertype__).base, id_kind=annotation)
    return Shape(base=annotation)


@cache
def members(cls: type) -> tuple[tuple[str, Shape], ...]:
    """Give every member of a class of the model with its shape, in declared order."""
    return tuple((field.name, shape_of(field.type)) for field in attrs.fields(cls))


@cache
def written_fields(cls: type) -> tuple["attrs.Attribute[Any]", ...]:
    """Give the fields of a class that are members of the document, in declared order."""
    return tuple(field for field in attrs.fields(cls) if field.name not in BESIDE)


def _bounded(annotation: Any) -> Shape:
    inner, *bounds = get_args(annotation)
    shape = shape_of(inner)
    if shape.many:
        return attrs.evolve(shape, list_bounds=(*shape.list_bounds, *bounds))
    return attrs.evolve(shape, bounds=(*shape.bounds, *bounds))
