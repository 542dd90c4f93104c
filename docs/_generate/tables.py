"""The page of the tables: every table of a collaboration, and what each column holds."""

from collections import defaultdict
from collections.abc import Iterator

from samverkan_core.interop.tables.csv_text import described
from samverkan_core.interop.tables.layout import (
    SET_ASIDE,
    TABLES,
    CellKind,
    Column,
    Table,
    Way,
)
from samverkan_core.model.anatomy import Thing
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.shape import members

from .comments import comments
from .document import heading
from .markup import code, link, plain, table

__all__ = ["tables_page"]

_KEPT = "Members that have no column of their own."


def tables_page() -> str:
    """Write the page: tables of things by the class of their rows, then lists of single values."""
    of_class: defaultdict[type[Thing], list[Table]] = defaultdict(list)
    for one in TABLES.values():
        if one.cls is not None:
            of_class[one.cls].append(one)
    return "\n".join(
        [
            "## Tables whose rows are things or parts of things\n",
            *(_section(cls, tables) for cls, tables in of_class.items()),
            "## Tables whose rows are single values\n",
            _single_values([one for one in TABLES.values() if one.cls is None]),
        ]
    )


def _section(cls: type[Thing], tables: list[Table]) -> str:
    names = ", ".join(code(one.name) for one in tables)
    rows = (
        (code(column.name), plain(_holds(column)), plain(_says(cls, column)))
        for column in tables[0].columns
    )
    shown = cls.__name__ if tables[0].name == SET_ASIDE else link(cls.__name__, heading(cls))
    title = f"### {cls.__name__} in tables\n"
    return "\n".join(
        [title, f"{names}: each row is a {shown}.\n", table(("column", "holds", "says"), rows)]
    )


def _single_values(tables: list[Table]) -> str:
    rows = ((code(one.name), plain(_holds(one.columns[0])), plain(_of_list(one))) for one in tables)
    return table(("table", "value holds", "says"), rows)


def _holds(column: Column) -> str:
    """Say what stands in a cell, without the name of the column; long sets are named only."""
    if column.codes is not None:
        required = " (required)" if column.required else ""
        return f"a code of {column.codes.__name__}{required}"
    said = described(column, "en").removeprefix(column.name)
    required, _, holds = said.partition(": ")
    return f"{holds}{required}"


def _says(cls: type[Thing], column: Column) -> str:
    if column.kind is CellKind.KEPT:
        return _KEPT
    # How a partial date is written stands beside it already.
    dated = column.kind is CellKind.PARTIAL_DAY and len(column.way) > 1
    return _comment(cls, column.way[:-1] if dated else column.way)


def _comment(cls: type[Thing], way: Way) -> str:
    """Give what the members on a way say, from the outermost to the innermost."""
    return " ".join(_comments(cls, way))


def _comments(cls: type[Thing], way: Way) -> Iterator[str]:
    for name in way:
        yield comments(cls)[name]
        cls = dict(members(cls))[name].base


def _of_list(one: Table) -> str:
    """Give what the member says that holds a list of single values."""
    cls: type[Thing] = Collaboration
    for way in one.lists[:-1]:
        cls = _end(cls, way)
    return _comment(cls, one.lists[-1])


def _end(cls: type[Thing], way: Way) -> type[Thing]:
    for name in way:
        cls = dict(members(cls))[name].base
    return cls
