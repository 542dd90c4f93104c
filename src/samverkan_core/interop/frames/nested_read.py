"""Collaborations read back from a nested table, each as strictly as from a document."""

import datetime as dt
from collections.abc import Iterator, Mapping
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Finding
from samverkan_core.findings.pointer import tokens
from samverkan_core.findings.report import Report
from samverkan_core.interop.frames import imported
from samverkan_core.interop.frames.nested_schema import AT_ONCE, KEPT, SET_ASIDE, is_part, shapes
from samverkan_core.interop.tables.cells import plain_cell
from samverkan_core.interop.tables.layout import CellKind, Column
from samverkan_core.model.anatomy import Place
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused, at_place, shown
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import Loaded, read_plain
from samverkan_core.serialization.parse import Tree
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.shape import Shape, shape_of

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["from_nested_arrow"]

#: Members of which nothing is known.
_UNKNOWN: Mapping[str, Shape] = MappingProxyType({})
#: What the place of something that was set aside looks like.
(_POINTER,) = shape_of(attrs.fields(SetAside).pointer.type).bounds


def from_nested_arrow(
    table: "pa.Table", *, limits: Limits = Limits()
) -> tuple[Loaded[Collaboration], ...]:
    """Read each row of a nested table as a collaboration, and report every fault at its place.

    A column that is missing, or in which nothing stands, reads as absent; one that this version
    does not know is kept, as a member that it does not know. A thing that cannot be read is set
    aside and reported.

    Raises:
        MissingExtra: pyarrow is not installed.
        InvalidValue: It is no Arrow table, or one that Python has no values for.
    """
    package = imported.pyarrow()
    if not isinstance(table, package.Table):
        raise InvalidValue(f"give a pyarrow.Table, not a {type(table).__name__}")
    return tuple(_loaded(row, limits) for row in _rows(table))


def _rows(table: "pa.Table") -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=AT_ONCE):
        try:
            rows = batch.to_pylist()
        except (OverflowError, ValueError):
            raise InvalidValue(
                "the table holds what Python has no value for, a day after the year 9999, say, or "
                "two columns of one name: give one of the form of nested_schema()"
            ) from None
        yield from rows


def _loaded(row: dict[str, Any], limits: Limits) -> Loaded[Collaboration]:
    reading = _Reading(limits)
    tree = reading.whole(row)
    loaded = read_plain(tree, faulty="set_aside", limits=limits)
    if not reading.findings:
        return loaded
    return Loaded(value=None, report=Report(findings={*reading.findings, *loaded.report}))


class _Reading:
    """One row on its way to a document, and what could not be read of its cells."""

    __slots__ = ("findings", "limits")

    def __init__(self, limits: Limits) -> None:
        self.findings: list[Finding] = []
        self.limits = limits

    def whole(self, row: dict[str, Any]) -> Tree:
        """Give the document, with what was set aside put back to where it stood."""
        aside = self.aside(row.get(SET_ASIDE))
        rest = {name: held for name, held in row.items() if name != SET_ASIDE}
        tree = self.part(shapes(Collaboration), rest, ())
        # What stood first is put back first.
        for collection, position, value in sorted(aside, key=itemgetter(0, 1)):
            things = tree.setdefault(collection, [])
            if isinstance(things, list):
                things.insert(position, value)
        return tree

    def aside(self, aside: object) -> Iterator[tuple[str, int, Tree]]:
        """Give where each thing stood that was set aside, and what stood there."""
        given = aside if isinstance(aside, list) else [] if aside is None else [aside]
        for at, one in enumerate(given):
            row, place = one if isinstance(one, dict) else {}, (SET_ASIDE, at)
            pointer = row.get("pointer")
            value = self.json(row.get("value"), frozenset(), (*place, "value"))
            if isinstance(pointer, str) and _POINTER.holds(pointer):
                collection, position = tokens(pointer)
                yield collection, int(position), value
            else:
                found = {"found": shown(str(pointer)), "accepted": str(_POINTER)}
                self.findings.append(at_place(faults.OUT_OF_BOUNDS, (*place, "pointer"), found))

    def part(self, known: Mapping[str, Shape], row: dict[str, Any], place: Place) -> Tree:
        """Give a part of the document; nothing stands for what is missing."""
        tree = {
            name: self.cell(known.get(name), held, (*place, name))
            for name, held in row.items()
            if held is not None and name != KEPT
        }
        kept = row.get(KEPT)
        if kept is None:
            return tree
        # An older version kept what this one knows: it is read as what it is, if it stands once.
        return tree | self.json(kept, frozenset(tree), (*place, KEPT))

    def cell(self, shape: Shape | None, held: object, place: Place) -> Tree:
        """Give what stands in a cell, or each thing in it."""
        if isinstance(held, list):
            return [self.cell(shape, item, (*place, at)) for at, item in enumerate(held)]
        if isinstance(held, dict):
            known = shapes(shape.base) if shape and is_part(shape) else _UNKNOWN
            return self.part(known, held, place)
        if shape and shape.base is JsonObject:
            return self.json(held, frozenset(), place)
        # A moment is no day: that is left to the reader to say.
        return held.isoformat() if type(held) is dt.date else held

    def json(self, held: object, known: frozenset[str], place: Place) -> Tree:
        """Give the object that stands in a cell as JSON, which names none of some members."""
        column = Column(name=str(place[-1]), kind=CellKind.KEPT, known=known)
        try:
            return plain_cell(held, column, self.limits)
        except Refused as fault:
            self.findings.append(at_place(fault.notice, place, fault.data))
            return {}
