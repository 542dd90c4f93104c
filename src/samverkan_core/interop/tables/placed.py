"""Each line at its place: which thing it belongs to, and which place in its list it has."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

import attrs

from samverkan_core.findings.finding import Datum, Finding
from samverkan_core.interop.tables.layout import (
    OF,
    OF_POSITION,
    POSITION,
    ROOT,
    TABLES,
    Table,
    name_of,
)
from samverkan_core.interop.tables.lines import Line, at_line
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import shown
from samverkan_core.values.kept import Plain

__all__ = ["Chain", "Placed", "placed"]

#: Where a line stands: its place in each list that leads to it, from the top, each from 0.
Chain: TypeAlias = tuple[int, ...]


@attrs.frozen(kw_only=True, eq=False)
class Placed:
    """A line and where it stands."""

    #: The line.
    line: Line
    #: Its place in each list that leads to it.
    chain: Chain


class _Shelf:
    """What the lines of one table go by: the place that is stated, and the id if there is one."""

    __slots__ = ("ids", "places")

    def __init__(self) -> None:
        self.places: defaultdict[tuple[Chain, Plain], list[Chain]] = defaultdict(list)
        self.ids: defaultdict[Plain, list[Chain]] = defaultdict(list)


class _Hall:
    """All shelves, what stands in them, and what could not be placed."""

    __slots__ = ("found", "shelves", "stand")

    def __init__(self) -> None:
        self.shelves: defaultdict[str, _Shelf] = defaultdict(_Shelf)
        self.stand: list[Placed] = []
        self.found: list[Finding] = []


def placed(lines: Iterable[Line]) -> tuple[list[Placed], list[Finding]]:
    """Give every line that belongs somewhere its place, tables in order, and say which do not."""
    of_table: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        of_table[line.table.name].append(line)
    hall = _Hall()
    _place_root(of_table.pop(ROOT, []), hall)
    for name, table in TABLES.items():
        for parent, own in _by_parent(table, of_table[name], hall).items():
            _place_in_list(own, parent, hall)
    return hall.stand, hall.found


def _place_root(lines: list[Line], hall: _Hall) -> None:
    hall.stand += [Placed(line=line, chain=()) for line in lines[:1]]
    data = {"count": len(lines)}
    hall.found += [at_line(line, None, faults.ONE_ROW, data) for line in lines[1:]]


# --- which thing it belongs to ---------------------------------------------------------------


def _by_parent(table: Table, lines: list[Line], hall: _Hall) -> dict[Chain, list[Line]]:
    if not table.is_long:
        return {(): lines}
    by_parent: defaultdict[Chain, list[Line]] = defaultdict(list)
    for line in lines:
        parent = _parent(table, line, hall)
        if parent is not None:
            by_parent[parent].append(line)
    return by_parent


def _parent(table: Table, line: Line, hall: _Hall) -> Chain | None:
    """Go down from the thing through each list to what a line belongs to, as far as is stated."""
    where = name_of(table.lists[:1])
    column, chains = OF, _things(line, hall.shelves[where])
    for depth, key in enumerate(table.keys[2:-1], start=2):
        if len(chains) != 1:
            break
        column, where = key.name, name_of(table.lists[:depth])
        chains = hall.shelves[where].places.get((chains[0], line.cells.get(column)), [])
    if len(chains) == 1:
        return chains[0]
    hall.found += _strayed(line, column, where, len(chains))
    return None


def _things(line: Line, shelf: _Shelf) -> list[Chain]:
    """Give the things that a line names, by id, by place, or by both."""
    of, at = line.cells.get(OF), line.cells.get(OF_POSITION)
    by_id, by_place = shelf.ids.get(of, []), shelf.places.get(((), at), [])
    if at is None:
        return by_id if of is not None else []
    return by_place if of is None else [chain for chain in by_id if chain in by_place]


def _strayed(line: Line, column: str, where: str, count: int) -> list[Finding]:
    key = line.cells.get(column)
    if key is not None:
        data: dict[str, Datum] = {"found": shown(str(key)), "parent": where, "count": count}
        return [at_line(line, column, faults.NO_PARENT, data)]
    # Where the cell itself could not be used, that has been said.
    return [] if line.spoilt else [at_line(line, column, faults.MISSING, {"member": column})]


# --- which place in its list it has ----------------------------------------------------------


def _place_in_list(lines: list[Line], parent: Chain, hall: _Hall) -> None:
    """Put lines in the order of the places that they state; those that state none come last."""
    stated = sorted((line for line in lines if POSITION in line.cells), key=_stated)
    others = [line for line in lines if POSITION not in line.cells]
    after = _stated(stated[-1]) if stated else 0
    numbered = [(_stated(line), line) for line in stated]
    numbered += [(after + number, line) for number, line in enumerate(others, start=1)]
    for at, (place, line) in enumerate(numbered):
        shelf, chain = hall.shelves[line.table.name], (*parent, at)
        if (parent, place) in shelf.places:
            data = {"position": place}
            hall.found.append(at_line(line, POSITION, faults.POSITION_TWICE, data))
        shelf.places[parent, place].append(chain)
        shelf.ids[line.cells.get("id")].append(chain)
        hall.stand.append(Placed(line=line, chain=chain))


def _stated(line: Line) -> int:
    place = line.cells[POSITION]
    assert isinstance(place, int)  # noqa: S101 - no other cell of this column is read
    return place
