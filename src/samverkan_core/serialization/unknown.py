"""Members that nobody knows: found at every depth, with a hint, and left out where that is asked.

A member whose name begins with `x-` is an extension: it is always kept and never remarked on.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from samverkan_core.findings.finding import Datum, Finding
from samverkan_core.findings.pointer import open_place
from samverkan_core.model.anatomy import Place, Thing, part_members
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import alike, at_place, shown
from samverkan_core.serialization.parse import Tree
from samverkan_core.values.shape import written_fields

__all__ = ["Unknown", "unknown_members", "without_unknown"]

#: What becomes of members that nobody knows: they are kept, refused or dropped.
Unknown = Literal["keep", "reject", "drop"]

_NOTICE_OF = {
    "keep": faults.MEMBER_KEPT,
    "reject": faults.MEMBER_REFUSED,
    "drop": faults.MEMBER_DROPPED,
}


def unknown_members(
    value: Tree, cls: type[Thing], unknown: Unknown, place: Place = ()
) -> Iterator[Finding]:
    """Give a finding for each member of a tree that the class it is read as does not know."""
    if isinstance(value, list):
        for at, item in enumerate(value):
            yield from unknown_members(item, cls, unknown, (*place, at))
    elif isinstance(value, dict):
        for name in value:
            if name in _known(cls) or _is_extension(name):
                continue
            # A name that must not or cannot be written has its own finding, and is not repeated.
            if open_place((name,)):
                member, meant = shown(name), alike(name, _known(cls))
                found: dict[str, Datum] = {"member": member, "known": meant}
                yield at_place(_NOTICE_OF[unknown], (*place, name), found)
        for name, shape in part_members(cls):
            if name in value:
                yield from unknown_members(value[name], shape.base, unknown, (*place, name))


def without_unknown(value: Tree, cls: type[Thing]) -> Tree:
    """Give a tree without the members that the class it is read as does not know."""
    if isinstance(value, list):
        return [without_unknown(item, cls) for item in value]
    if not isinstance(value, dict):
        return value
    parts = dict(part_members(cls))
    return {
        name: without_unknown(held, parts[name].base) if name in parts else held
        for name, held in value.items()
        if name in _known(cls) or _is_extension(name)
    }


@cache
def _known(cls: type[Thing]) -> tuple[str, ...]:
    return tuple(field.name for field in written_fields(cls))


def _is_extension(name: str) -> bool:
    return name.startswith("x-")
