"""Collaborations as one nested table: everything in them, for storage in Arrow and Parquet."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.interop.frames import imported
from samverkan_core.interop.frames.nested_schema import (
    AT_ONCE,
    KEPT,
    SET_ASIDE,
    is_part,
    nested_schema,
    shapes,
)
from samverkan_core.model.anatomy import Thing
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.parse import Tree
from samverkan_core.serialization.write import canonical_text, written_tree
from samverkan_core.values.kept import NOTHING, plain_json
from samverkan_core.values.labels import Labelled
from samverkan_core.values.shape import Shape, written_fields

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["nested_arrow"]

#: A part of the model as Arrow takes it, by the names of its columns.
_Row = dict[str, Any]


def nested_arrow(collabs: Iterable[Collaboration]) -> "pa.Table":
    """Give collaborations as one table, one row each, that `from_nested_arrow` reads back equal.

    Nothing is withheld: this is the documents themselves in another form, to store and to ask
    questions of; treat it as you treat them. What goes without saying in a document is written out
    here, so that `illustrative` is false where it is not true.

    Raises:
        MissingExtra: pyarrow is not installed.
        InvalidValue: Something among them is no collaboration.
        PersonalNumberFound: A personal identity number stands in one of their texts.
    """
    package, schema = imported.pyarrow(), nested_schema()
    rows = map(_whole, collabs)
    batches = [
        package.RecordBatch.from_pylist(some, schema=schema)
        for some in iter(lambda: list(islice(rows, AT_ONCE)), [])
    ]
    table: pa.Table = package.Table.from_batches(batches, schema=schema)
    return table


def _whole(collab: Collaboration) -> _Row:
    if not isinstance(collab, Collaboration):
        raise InvalidValue(f"give collaborations, not a {type(collab).__name__}")
    tree = written_tree(collab)
    if not collab.set_aside:
        return _part(Collaboration, tree)
    # What was set aside has no form to make columns of: it has a column of its own.
    aside = [
        {"pointer": one.pointer, "value": canonical_text(plain_json(one.value))}
        for one in collab.set_aside
    ]
    rest = written_tree(attrs.evolve(collab, set_aside=()))
    return _part(Collaboration, rest) | {SET_ASIDE: aside}


def _part(cls: type[Thing], tree: Tree) -> _Row:
    row = dict(_unsaid(cls))
    known = shapes(cls)
    kept = {}
    for name, held in tree.items():
        if name in known:
            row[name] = _cell(known[name], held)
        else:
            kept[name] = held
    if kept:
        row[KEPT] = canonical_text(kept)
    return row


@cache
def _unsaid(cls: type[Thing]) -> Mapping[str, Any]:
    """Give what holds of each member of which a document says nothing."""
    return MappingProxyType({field.name: _default(field) for field in written_fields(cls)})


def _default(field: "attrs.Attribute[Any]") -> object:
    if field.default in (attrs.NOTHING, NOTHING):
        return None
    if isinstance(field.default, Labelled):
        return field.default.code
    return list(field.default) if isinstance(field.default, tuple) else field.default


def _cell(shape: Shape, held: Tree) -> object:
    return [_one(shape, item) for item in held] if shape.many else _one(shape, held)


def _one(shape: Shape, held: Tree) -> object:
    if is_part(shape):
        # A partial date of which nothing more is said is written as its text alone.
        return _part(shape.base, {"when": held} if isinstance(held, str) else held)
    if shape.base is dt.date:
        return dt.date.fromisoformat(held)
    return canonical_text(held) if isinstance(held, dict) else held
