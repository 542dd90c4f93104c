"""The lines of a delegation order as they come in: cells by column, and what else stands there."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.interop.order_cells import collapsed, is_empty
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
    "heads_for",
    "lines_in",
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

    @property
    def number(self) -> str:
        """Its own number (nr), a text: 3.10 is not 3.1; empty where it has none."""
        return "" if is_empty(self.cells[NUMBER]) else collapsed(self.cells[NUMBER])


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
    if len(set(heads.values())) < len(heads):
        raise InvalidValue("columns: each column needs a head of its own")
    return heads


def lines_in(rows: Iterable[Mapping[str, str]], heads: Mapping[str, str]) -> Iterator[Line]:
    """Give the lines with something in them, in the order of the rows.

    Raises:
        InvalidValue: A cell is no text, or a head is none.
    """
    own = frozenset(heads.values())
    count = 0
    for position, row in enumerate(rows):
        texts = {_head(head, position): _text(cell, head, position) for head, cell in row.items()}
        besides = sorted(texts.keys() - own, key=swedish_order)
        more = {head: texts[head] for head in besides if collapsed(texts[head])}
        cells = {column: texts.get(head, "") for column, head in heads.items()}
        if more or any(map(collapsed, cells.values())):
            count += 1
            yield Line(position=position, count=count, cells=cells, more=more)


def _head(head: object, position: int) -> str:
    # The reader of the standard library gathers cells beyond the last head under None.
    return "" if head is None else _checked(head, "a head", position)


def _text(cell: object, head: object, position: int) -> str:
    if cell is None:
        return ""
    if isinstance(cell, list):
        return "; ".join(_text(one, head, position) for one in cell)
    return _checked(cell, f"the cell under {shown(str(head))}", position)


def _checked(value: object, what: str, position: int) -> str:
    # A number is refused too: 3.10 that a program has read as a number is 3.1 already.
    if not isinstance(value, str) or not is_whole(value):
        raise InvalidValue(
            f"row {position + 1}: {what} must be text that UTF-8 can hold, not "
            f"{type(value).__name__}; read the table without turning cells into numbers"
        )
    return value
