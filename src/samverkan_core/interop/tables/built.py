"""The tree of a document built of lines, and which line stands at each place of it."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any, TypeAlias

import attrs

from samverkan_core.findings.pointer import tokens
from samverkan_core.interop.tables.layout import (
    ROOT,
    SET_ASIDE,
    CellKind,
    Column,
    Way,
    name_of,
)
from samverkan_core.interop.tables.placed import Chain, Placed
from samverkan_core.serialization.versions import CURRENT, MEMBER
from samverkan_core.values.kept import Plain

__all__ = ["Built", "Spot", "Top", "built", "top_of"]

#: A place of the tree, step by step, as a pointer says it.
Spot: TypeAlias = tuple[str, ...]
#: A thing, or an entry of another list of the document: the list, and its place among the lines.
Top: TypeAlias = tuple[str, int]


@attrs.frozen(kw_only=True)
class Built:
    """A document as plain values, and the line that each part of it comes from."""

    #: The document.
    tree: dict[str, Any]
    #: The place of each part that is a row -> its line.
    origins: Mapping[Spot, Placed]


def top_of(one: Placed) -> Top | None:
    """Give the thing that a line stands in; None for the line of the collaboration itself."""
    return (name_of(one.line.table.lists[:1]), one.chain[0]) if one.chain else None


def built(stand: Iterable[Placed], left_out: frozenset[Top]) -> Built:
    """Build the document of all lines but those of the things that are left out."""
    kept = [one for one in stand if top_of(one) not in left_out]
    building = _Building()
    aside = ((_stood_at(one), one) for one in kept if one.line.table.name == SET_ASIDE)
    # Whatever the order of the rows: what stood first is put back first.
    for (collection, position), one in sorted(aside, key=itemgetter(0)):
        building.aside[collection].append((position, one))
    for one in kept:
        if one.line.table.name != SET_ASIDE:
            building.add(one)
    for collection in building.aside:
        building.put_back(collection, all_of_them=True)
    return Built(tree=building.tree, origins=building.origins)


def _stood_at(one: Placed) -> tuple[str, int]:
    """Give the collection and the position where something stood that was set aside."""
    collection, position = tokens(str(one.line.cells["pointer"]))
    return collection, int(position)


class _Building:
    """A document on the way: its tree, and where each line has come to stand."""

    __slots__ = ("_parts", "aside", "origins", "tree")

    def __init__(self) -> None:
        self.tree: dict[str, Any] = {MEMBER: CURRENT}
        self.origins: dict[Spot, Placed] = {}
        self.aside: defaultdict[str, deque[tuple[int, Placed]]] = defaultdict(deque)
        self._parts: dict[tuple[str, Chain], tuple[Spot, Any]] = {(ROOT, ()): ((), self.tree)}

    def add(self, one: Placed) -> None:
        """Put a line where it belongs; what it belongs to is there already."""
        lists = one.line.table.lists
        if not lists:
            _fill(self.tree, one)
            self.origins[()] = one
            return
        if len(lists) == 1:
            self.put_back(one.line.table.name)
        above, whole = self._parts[name_of(lists[:-1]), one.chain[:-1]]
        items = _part_at(whole, lists[-1][:-1]).setdefault(lists[-1][-1], [])
        spot = (*above, *lists[-1], str(len(items)))
        items.append(_item(one))
        self.origins[spot] = one
        self._parts[one.line.table.name, one.chain] = (spot, items[-1])

    def put_back(self, collection: str, *, all_of_them: bool = False) -> None:
        """Put what was set aside back to where it stood, as far as the list has come."""
        waiting = self.aside.get(collection, deque())
        items = self.tree.setdefault(collection, []) if waiting else []
        while waiting and (all_of_them or waiting[0][0] <= len(items)):
            _, one = waiting.popleft()
            self.origins[collection, str(len(items))] = one
            items.append(one.line.cells["value"])


def _item(one: Placed) -> Plain:
    """Give the part that a line is, or the one value that it holds."""
    if one.line.table.cls is None:
        return one.line.cells.get(one.line.table.columns[0].name)
    part: dict[str, Plain] = {}
    _fill(part, one)
    return part


def _fill(part: dict[str, Any], one: Placed) -> None:
    for column in one.line.table.columns:
        if column.name in one.line.cells:
            _put(part, column, one.line.cells[column.name])


def _put(part: dict[str, Any], column: Column, value: Plain) -> None:
    if column.kind is CellKind.KEPT:
        assert isinstance(value, dict)  # noqa: S101 - no other cell of this column is read
        _part_at(part, column.way).update(value)
    else:
        _part_at(part, column.way[:-1])[column.way[-1]] = value


def _part_at(part: dict[str, Any], way: Way) -> dict[str, Any]:
    for step in way:
        part = part.setdefault(step, {})
    return part
