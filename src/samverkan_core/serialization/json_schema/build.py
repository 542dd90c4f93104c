"""The JSON Schema of a document, or of one thing alone.

It says what the reader says, except what a schema cannot say: that `1.0` is no whole number, that
names stand once in an object and ids once in a document, the limits, and that no text holds a
personal identity number.
"""

import datetime as dt
import enum
from typing import Any

import attrs

from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.versions import CURRENT, MEMBER, READABLE
from samverkan_core.values.constraints import Constraint
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.shape import Shape, members, written_fields
from samverkan_core.values.time import PartialDate

__all__ = ["schema"]

#: A text of which at least one character can be seen.
_TEXT = {"type": "string", "pattern": "[^\\u0000-\\u0020]"}
_YEAR = "(?!0000)[0-9]{4}"
_DAY = {"type": "string", "format": "date", "pattern": f"^{_YEAR}-[0-9]{{2}}-[0-9]{{2}}$"}
_MONTH = {"type": "string", "pattern": f"^{_YEAR}(?:-(?:0[1-9]|1[0-2]))?$"}
_PARTIAL_DAY = {"anyOf": [_MONTH, _DAY]}

_PLAIN: dict[type, dict[str, Any]] = {
    str: _TEXT,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    dt.date: _DAY,
    JsonObject: {"type": "object"},
}
#: Members of which the reader asks more than their annotations say.
_SPECIAL: dict[tuple[type, str], dict[str, Any]] = {
    (Collaboration, MEMBER): {"type": "string", "pattern": f"^{READABLE}$"},
    (PartialDate, "when"): _PARTIAL_DAY,
}


def schema(type: type[Thing] = Collaboration) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a document, or of one thing alone."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:samverkan:{CURRENT}:{type.__name__}",
        "$ref": f"#/$defs/{type.__name__}",
        "$defs": {cls.__name__: _definition(cls) for cls in classes(type)},
    }


def _definition(cls: type[Thing]) -> dict[str, Any]:
    whole = _object(cls)
    if cls is not PartialDate:
        return whole
    return {"description": whole.pop("description"), "anyOf": [*_PARTIAL_DAY["anyOf"], whole]}


def _object(cls: type[Thing]) -> dict[str, Any]:
    fields, shapes = written_fields(cls), dict(members(cls))
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    version = [MEMBER] if cls is Collaboration else []
    return {
        "type": "object",
        "description": (cls.__doc__ or "").partition("\n")[0],
        "properties": {
            field.name: _SPECIAL.get((cls, field.name))
            or _member(shapes[field.name], required=field.name in required)
            for field in fields
        },
        "required": [*version, *required],
    }


def _member(shape: Shape, *, required: bool) -> dict[str, Any]:
    held = _list(shape) if shape.many else _one(shape)
    return held if required else {"anyOf": [held, {"type": "null"}]}


def _list(shape: Shape) -> dict[str, Any]:
    return {"type": "array", "items": _one(shape), **_keywords(shape.list_bounds)}


def _one(shape: Shape) -> dict[str, Any]:
    if shape.base in _PLAIN:
        return {**_PLAIN[shape.base], **_keywords(shape.bounds)}
    if issubclass(shape.base, enum.Enum):
        return {"enum": [member.value for member in shape.base]}
    return {"$ref": f"#/$defs/{shape.base.__name__}"}


def _keywords(bounds: tuple[Constraint, ...]) -> dict[str, Any]:
    return {name: value for bound in bounds for name, value in bound.keywords().items()}
