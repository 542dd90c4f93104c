"""A collaboration as tables: everything in it, so that it can be read back equal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from samverkan_core.interop.tables.layout import (
    OF,
    OF_POSITION,
    SET_ASIDE,
    TABLES,
    CellKind,
    Column,
    Table,
    Way,
)
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.parse import Tree
from samverkan_core.serialization.write import canonical_text, written_tree
from samverkan_core.values.kept import plain_json

__all__ = ["Row", "all_rows", "table_rows"]

#: A row of a table: a text, a whole number, a truth value or nothing under each head.
Row: TypeAlias = "dict[str, Any]"
#: A part of the document with the positions that lead to it, and the thing that it stands in.
_Found: TypeAlias = "tuple[tuple[int, ...], Tree, Tree]"


def all_rows(collab: Collaboration) -> dict[str, list[Row]]:
    """Give every table of a collaboration, also those without rows; nothing is left out.

    Each row has every column of its table. Days are texts, as in a document, and None stands where
    nothing is said. What is withheld from views is not withheld here: this is the document itself
    in another form.

    Raises:
        PersonalNumberFound: A personal identity number stands in one of its texts.
    """
    trees = _trees(collab)
    return {name: list(_rows(table, trees)) for name, table in TABLES.items()}


def table_rows(collab: Collaboration, table: Table) -> list[Row]:
    """Give one table of a collaboration, as `all_rows` gives it.

    Raises:
        PersonalNumberFound: A personal identity number stands in one of its texts.
    """
    return list(_rows(table, _trees(collab)))


def _trees(collab: Collaboration) -> tuple[Tree, Tree]:
    """Give the collaboration without what was set aside, and that by itself."""
    tree = written_tree(collab)
    if not collab.set_aside:
        return tree, {}
    # What was set aside has no form to make columns of: it is a table of its own.
    aside = [{"pointer": one.pointer, "value": plain_json(one.value)} for one in collab.set_aside]
    return written_tree(attrs.evolve(collab, set_aside=())), {SET_ASIDE: aside}


def _rows(table: Table, trees: tuple[Tree, Tree]) -> Iterator[Row]:
    tree = trees[table.name == SET_ASIDE]
    shared = _shared_ids(table, tree)
    for positions, part, top in _parts(table.lists, tree):
        keys = _keys(table, positions, top, shared)
        yield keys | {column.name: _cell(column, part) for column in table.columns}


def _shared_ids(table: Table, tree: Tree) -> frozenset[str]:
    """Give the ids that several things of the collection have, so that an id is not enough."""
    if not table.is_long:
        return frozenset()
    ids = Counter(thing["id"] for thing in _at(tree, table.lists[0]) or ())
    return frozenset(id_ for id_, count in ids.items() if count > 1)


def _parts(lists: Iterable[Way], tree: Tree) -> Iterator[_Found]:
    """Give each part that stands at the end of some lists, in order."""
    found: Iterable[_Found] = [((), tree, None)]
    for way in lists:
        found = [
            ((*positions, position), item, item if top is None else top)
            for positions, part, top in found
            for position, item in enumerate(_at(part, way) or (), start=1)
        ]
    yield from found


def _keys(table: Table, positions: tuple[int, ...], top: Tree, shared: frozenset[str]) -> Row:
    if not table.is_long:
        return dict(zip((key.name for key in table.keys), positions, strict=True))
    own = {OF: top["id"], OF_POSITION: positions[0] if top["id"] in shared else None}
    steps = (key.name for key in table.keys if key.name not in own)
    return own | dict(zip(steps, positions[1:], strict=True))


def _cell(column: Column, part: Tree) -> Tree:
    held = _at(part, column.way)
    if column.kind is CellKind.KEPT:
        return _kept(column, held)
    return canonical_text(held) if column.kind is CellKind.OBJECT and held is not None else held


def _kept(column: Column, part: Tree) -> str | None:
    """Write what has no column of its own; of a part that holds nothing, that it stands there."""
    if not isinstance(part, dict):
        return None
    kept = {name: held for name, held in part.items() if name not in column.known}
    return canonical_text(kept) if kept or (column.way and not part) else None


def _at(part: Tree, way: Way) -> Tree:
    """Give what stands at the end of a way; a partial date may be written as its text alone."""
    for step in way:
        if isinstance(part, str) and step == "when":
            continue
        part = part.get(step) if isinstance(part, Mapping) else None
    return part
