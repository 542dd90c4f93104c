"""The JSON Schema of a document, of a profile, or of one thing alone.

It says what the reader says, except what a schema cannot say: that `1.0` is no whole number, that
names stand once in an object and ids once in a document, the limits, and that no text holds a
personal identity number.

A document may hold members that nobody knows; a profile may not, for a number that is misspelt
there would leave the common one standing without a word.
"""

import datetime as dt
import enum
from collections.abc import Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import Any

import attrs

from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles.profile import Profile, Weight
from samverkan_core.serialization.versions import CURRENT, MEMBER, READABLE
from samverkan_core.values.constraints import Constraint
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.shape import Shape, members, written_fields
from samverkan_core.values.time import PartialDate

__all__ = ["THINGS", "definitions", "only_in_profiles", "schema"]

#: Name -> class, for everything that can be read alone: the document first.
THINGS: Mapping[str, type[Thing]] = MappingProxyType(
    {cls.__name__: cls for cls in (*classes(), *classes(Profile))}
)

#: A text of which at least one character can be seen.
_TEXT = {"type": "string", "pattern": "[^\\u0000-\\u0020]"}
_YEAR = "(?!0000)[0-9]{4}"
_DAY = {"type": "string", "format": "date", "pattern": f"^{_YEAR}-[0-9]{{2}}-[0-9]{{2}}$"}
_MONTH = {"type": "string", "pattern": f"^{_YEAR}(?:-(?:0[1-9]|1[0-2]))?$"}
_PARTIAL_DAY = {"anyOf": [_MONTH, _DAY]}
_CODE_OF_A_RULE = {"enum": [rule.code for rule in RULES]}
#: What closes an object to members that nobody knows; extensions may still stand in it.
_CLOSED = {"patternProperties": {"^x-": {}}, "additionalProperties": False}

_PLAIN: dict[type, dict[str, Any]] = {
    str: _TEXT,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    dt.date: _DAY,
    JsonObject: {"type": "object"},
}
#: Members of which the reader asks more than their annotations say: what each holds, or each item.
_SPECIAL: dict[tuple[type, str], dict[str, Any]] = {
    (Collaboration, MEMBER): {"type": "string", "pattern": f"^{READABLE}$"},
    (PartialDate, "when"): _PARTIAL_DAY,
    (Weight, "code"): _CODE_OF_A_RULE,
    (Profile, "without"): _CODE_OF_A_RULE,
}


def schema(type: type[Thing] = Collaboration) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a document, of a profile, or of one thing alone."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:samverkan:{CURRENT}:{type.__name__}",
        "$ref": f"#/$defs/{type.__name__}",
        "$defs": definitions(type),
    }


def definitions(root: type[Thing]) -> dict[str, Any]:
    """Give the definition of every class of which a part can stand in a thing, by name."""
    closed = only_in_profiles(root)
    # A caller may change what it was given; the pieces above stay as they are.
    return deepcopy({cls.__name__: _definition(cls, closed=closed) for cls in classes(root)})


def only_in_profiles(cls: type[Thing]) -> bool:
    """Tell whether things of a class stand in profiles and never in documents."""
    return cls in classes(Profile) and cls not in classes()


def _definition(cls: type[Thing], *, closed: bool) -> dict[str, Any]:
    whole = {**_object(cls), **(_CLOSED if closed else {})}
    if cls is not PartialDate:
        return whole
    return {"description": whole.pop("description"), "anyOf": [*_PARTIAL_DAY["anyOf"], whole]}


def _object(cls: type[Thing]) -> dict[str, Any]:
    version = [MEMBER] if cls is Collaboration else []
    fields, shapes = written_fields(cls), dict(members(cls))
    required = [*version, *(field.name for field in fields if field.default is attrs.NOTHING)]
    return {
        "type": "object",
        "description": (cls.__doc__ or "").partition("\n")[0],
        "properties": {
            field.name: _member(
                shapes[field.name],
                _SPECIAL.get((cls, field.name)) or _one(shapes[field.name]),
                required=field.name in required,
            )
            for field in fields
        },
        "required": required,
    }


def _member(shape: Shape, one: dict[str, Any], *, required: bool) -> dict[str, Any]:
    held = _list(shape, one) if shape.many else one
    return held if required else {"anyOf": [held, {"type": "null"}]}


def _list(shape: Shape, one: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": one, **_keywords(shape.list_bounds)}


def _one(shape: Shape) -> dict[str, Any]:
    if shape.base in _PLAIN:
        return {**_PLAIN[shape.base], **_keywords(shape.bounds)}
    if issubclass(shape.base, enum.Enum):
        return {"enum": [member.value for member in shape.base]}
    return {"$ref": f"#/$defs/{shape.base.__name__}"}


def _keywords(bounds: tuple[Constraint, ...]) -> dict[str, Any]:
    return {name: value for bound in bounds for name, value in bound.keywords().items()}
