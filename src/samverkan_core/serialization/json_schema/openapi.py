"""The same definitions as components of an OpenAPI 3.1 document, for those who describe a service.

A service refers to `#/components/schemas/Collaboration` and has no need of the rest. No path stands
in it: which paths there are is the service's own matter.
"""

from collections.abc import Mapping
from typing import Any

from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.json_schema.build import definitions, only_in_profiles
from samverkan_core.serialization.versions import CURRENT

__all__ = ["openapi"]

_INFO = {
    "title": "samverkan",
    "summary": "Documents on how a Swedish municipality collaborates around children and young "
    "people, and the profiles that they are checked by.",
    # The version of the format: a service states its own in its own document.
    "version": CURRENT,
}


def openapi(type: type[Thing] | None = None) -> dict[str, Any]:
    """Give an OpenAPI 3.1 document with every definition, or with those that one thing needs.

    What stands both in documents and in profiles is defined twice, for a profile holds no member
    that nobody knows: `Source` is that of a document, `ProfileSource` that of a profile.
    """
    roots = (Collaboration, Profile) if type is None else (type,)
    schemas = {name: held for root in roots for name, held in _components(root).items()}
    return {
        "openapi": "3.1.0",
        "info": {**_INFO},
        "paths": {},
        "components": {"schemas": schemas},
    }


def _components(root: type[Thing]) -> dict[str, Any]:
    names = {cls.__name__: _name(cls, root) for cls in classes(root)}
    return {names[name]: _renamed(held, names) for name, held in definitions(root).items()}


def _name(cls: type[Thing], root: type[Thing]) -> str:
    twice = only_in_profiles(root) and not only_in_profiles(cls)
    return f"Profile{cls.__name__}" if twice else cls.__name__


def _renamed(held: object, names: Mapping[str, str]) -> object:
    match held:
        case {"$ref": str(ref)}:
            return {"$ref": f"#/components/schemas/{names[ref.rpartition('/')[2]]}"}
        case dict():
            return {name: _renamed(value, names) for name, value in held.items()}
        case list():
            return [_renamed(item, names) for item in held]
        case _:
            return held
