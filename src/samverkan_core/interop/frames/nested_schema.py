"""The schema of nested tables: one row a collaboration, with structs and lists as in the model.

It is read off the annotations of the model, so that a new member has its column as soon as it is
declared. Decimals and partial dates keep their text, since their digits say how much is known.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING

import attrs

from samverkan_core.interop.frames import imported
from samverkan_core.model.anatomy import Thing
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.shape import BESIDE, Shape, members

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["AT_ONCE", "KEPT", "SET_ASIDE", "is_part", "nested_schema", "shapes"]

#: The column of what has no column of its own, as the text of a JSON object.
KEPT = "kept"
#: So many rows at once stand in Python's own values, which take far more room than Arrow's.
AT_ONCE = 256
#: The column of what could not be read.
SET_ASIDE = "set_aside"

#: What each type of the model is in Arrow; codes are their texts, and objects their JSON.
_IN_ARROW: Mapping[type, str] = {
    str: "string",
    Labelled: "string",
    JsonObject: "string",
    int: "int64",
    bool: "bool_",
    dt.date: "date32",
}


def nested_schema() -> "pa.Schema":
    """Give the schema of a table with one row a collaboration, after the model.

    Everything may be missing. Members that this version does not know stand in the columns `kept`,
    each a JSON object as text.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    package = imported.pyarrow()
    schema: pa.Schema = package.schema(list(_struct(package, Collaboration)))
    return schema


@cache
def shapes(cls: type[Thing]) -> Mapping[str, Shape]:
    """Give the members of a class that have columns of their own, each with its shape."""
    own = {name: shape for name, shape in members(cls) if name not in BESIDE}
    return MappingProxyType(own)


def is_part(shape: Shape) -> bool:
    """Tell whether a member holds parts of the model, so that it is a struct."""
    return attrs.has(shape.base) and shape.base is not JsonObject


def _struct(package: ModuleType, cls: type[Thing]) -> "pa.StructType":
    # What was set aside is written back as it stood, with nothing beside it.
    left_out = KEPT if cls is SetAside else None
    columns = [(name, _type(package, shape)) for name, shape in members(cls) if name != left_out]
    struct: pa.StructType = package.struct(columns)
    return struct


def _type(package: ModuleType, shape: Shape) -> "pa.DataType":
    own: pa.DataType
    if is_part(shape):
        own = _struct(package, shape.base)
    else:
        base = Labelled if issubclass(shape.base, Labelled) else shape.base
        own = getattr(package, _IN_ARROW[base])()
    listed: pa.DataType = package.list_(own)
    return listed if shape.many else own
