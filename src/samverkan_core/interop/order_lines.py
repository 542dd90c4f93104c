"""The lines of a delegation order as they come in: cells by column, and what else stands there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.interop.order_cells import collapsed, folded, is_empty
from samverkan_core.serialization.fault import shown
from samverkan_core.values.text import is_whole, swedish_order

__all__ = [
    "COLUMNS",
    "CONDITION",
    "DELEGATE",
    "LAW",
    "MATTER",
    "NUMBER",
    "SUBSTITUTE",
    "Line",
    "Table",
    "heads_for",
    "spelled",
    "table_in",
]

NUMBER = "Nr"
MATTER = "Ärende"
LAW = "Lagrum"
DELEGATE = "Delegat"
SUBSTITUTE = "Ersättare"
CONDITION = "Villkor"

#: The columns of a delegation order, by the heads that they have where nothing else is said.
COLUMNS = (NUMBER, MATTER, LAW, DELEGATE, SUBSTITUTE, CONDITION)


@attrs.frozen(kw_only=True)
class Line:
    """A line of a delegation order (rad) with something in it."""

    #: The position of its row among all rows.
    position: int
    #: Which it is among the lines with something in them, from 1.
    count: int
    #: Column -> what stands there, as it is written; nothing where the row has no such column.
    cells: Mapping[str, str]
    #: Head -> what stands in the columns that are not interpreted, by head.
    more: Mapping[str, str]
    #: Column -> its head, where the table spells it in another way than the one asked for.
    heads: Mapping[str, str]
    #: Whether its row has more cells than the table has heads; they stand under an empty head.
    overfull: bool

    @property
    def number(self) -> str:
        """Its own number (nr), a text: 3.10 is not 3.1; empty where it has none."""
        return "" if is_empty(self.cells[NUMBER]) else collapsed(self.cells[NUMBER])


@attrs.frozen(kw_only=True)
class Table:
    """The table of a delegation order: its heads as they are spelled there, and its lines."""

    #: Column -> its head; the one asked for where the table has no such column.
    heads: Mapping[str, str]
    #: The lines with something in them, in the order of the rows.
    lines: tuple[Line, ...]


#: What stands in a row by head, and whether it has more cells than heads.
_Row: TypeAlias = "tuple[Mapping[str, str], bool]"


def heads_for(columns: Mapping[str, str] | None) -> Mapping[str, str]:
    """Give the head of each column, in the municipality's own words where it has them.

    Raises:
        InvalidValue: There is no such column, or two columns have one head.
    """
    own = columns or {}
    for column in own:
        if column not in COLUMNS:
            raise InvalidValue(f"columns: {column!r} is none of {', '.join(COLUMNS)}")
    heads = {column: own.get(column, column) for column in COLUMNS}
    if len(set(map(_folded, heads.values()))) < len(heads):
        raise InvalidValue("columns: each column needs a head of its own")
    return heads


def spelled(written: Iterable[str], heads: Mapping[str, str]) -> dict[str, str]:
    """Give the head of each column as it is written, for the columns whose head is.

    Neither case nor spacing matters, nor how letters are composed, nor the mark at the beginning of
    a file. A head that is the same to the letter comes first, then the first of those written.
    """
    exact = dict.fromkeys(written)
    first: dict[str, str] = {}
    for head in exact:
        first.setdefault(_folded(head), head)
    found = {
        column: head if head in exact else first.get(_folded(head))
        for column, head in heads.items()
    }
    return {column: head for column, head in found.items() if head is not None}


def table_in(rows: Iterable[Mapping[str, str]], heads: Mapping[str, str]) -> Table:
    """Give the table that rows are: its heads, and the lines with something in them.

    Raises:
        InvalidValue: A row is no mapping, a cell is no text, a head is none, or something stands in
            the table but no head stands for the delegates.
    """
    read = tuple(_row(row, position) for position, row in enumerate(rows))
    found = spelled((head for texts, _ in read for head in texts), heads)
    other = {column: head for column, head in found.items() if head != heads[column]}
    own = {**heads, **other}
    lines = tuple(_lines(read, own, other))
    if lines and DELEGATE not in found:
        raise InvalidValue(
            f"no head stands for {DELEGATE}: {shown(heads[DELEGATE])} is not there; name it in "
            "`columns`"
        )
    return Table(heads=own, lines=lines)


def _folded(head: str) -> str:
    # A program that does not know the mark at the beginning of a file leaves it in the first head.
    return folded(head.lstrip("\ufeff"))


def _lines(
    rows: tuple[_Row, ...], heads: Mapping[str, str], other: Mapping[str, str]
) -> Iterator[Line]:
    own = frozenset(heads.values())
    count = 0
    for position, (texts, overfull) in enumerate(rows):
        besides = sorted(texts.keys() - own, key=swedish_order)
        more = {head: texts[head] for head in besides if collapsed(texts[head])}
        cells = {column: texts.get(head, "") for column, head in heads.items()}
        if more or any(map(collapsed, cells.values())):
            count += 1
            yield Line(
                position=position,
                count=count,
                cells=cells,
                more=more,
                heads=other,
                overfull=overfull,
            )


def _row(row: object, position: int) -> _Row:
    if not isinstance(row, Mapping):
        raise InvalidValue(
            f"row {position + 1} is no mapping from head to cell; read the table with "
            "csv.DictReader"
        )
    texts: dict[str, str] = {}
    for head, cell in row.items():
        # The reader of the standard library gathers cells beyond the last head under None.
        name = "" if head is None else _checked(head, "a head", position)
        text = _text(cell, head, position)
        texts[name] = _joined((texts[name], text)) if name in texts else text
    return texts, bool(row.get(None))


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(filter(collapsed, texts))


def _text(cell: object, head: object, position: int) -> str:
    if cell is None:
        return ""
    if isinstance(cell, list):
        return _joined([_text(one, head, position) for one in cell])
    return _checked(cell, f"the cell under {shown(str(head))}", position)


def _checked(value: object, what: str, position: int) -> str:
    # A number is refused too: 3.10 that a program has read as a number is 3.1 already.
    if not isinstance(value, str) or not is_whole(value):
        raise InvalidValue(
            f"row {position + 1}: {what} must be text that UTF-8 can hold, not "
            f"{type(value).__name__}; read the table without turning cells into numbers"
        )
    return value
