"""A collaboration as a workbook of Excel, and the empty workbook that is filled in.

Each table that has rows is a sheet. Headings, words and names of sheets are Swedish or English, and
what is chosen is chosen from lists.
"""

from collections.abc import Iterable

from samverkan_core.errors import InvalidValue
from samverkan_core.interop.tables.layout import (
    OF_POSITION,
    ROOT,
    SET_ASIDE,
    TABLES,
    CellKind,
    Column,
    Table,
    children,
    table_named,
)
from samverkan_core.interop.tables.write import Row, all_rows
from samverkan_core.interop.workbooks.pages import Page, book_of
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.versions import MEMBER
from samverkan_core.values.labels import Lang

__all__ = ["workbook", "workbook_template"]


def workbook(collab: Collaboration, *, lang: Lang = "sv") -> bytes:
    """Write a collaboration as a workbook: `from_workbook` reads it back equal.

    There is a sheet for the collaboration itself and for each table that has rows. Columns for what
    has no column of its own are left out where nothing stands in them. What is withheld from views
    is not withheld here: this is the document itself in another form. Equal collaborations give
    equal bytes.

    Raises:
        InvalidValue: A text or a table is longer than Excel takes.
        MissingExtra: openpyxl is not installed.
        PersonalNumberFound: A personal identity number stands in one of its texts.
        UnknownLanguage: There are no texts in the language.
    """
    held = ((TABLES[name], rows) for name, rows in all_rows(collab).items() if rows)
    pages = (
        Page(table=table, columns=tuple(_used(table, rows)), rows=rows) for table, rows in held
    )
    return book_of(pages, lang)


def workbook_template(*, kinds: Iterable[str] = (), lang: Lang = "sv") -> bytes:
    """Write an empty workbook: a sheet for each table, with lists to choose from and notes.

    Args:
        kinds: The tables that are wanted, each with the long tables that belong to it; all where
            none is named. The collaboration's own sheet is always there.
        lang: The language of names, headings, words and notes.

    Raises:
        InvalidValue: There is no table of a name, or one name stands where several belong.
        MissingExtra: openpyxl is not installed.
        UnknownLanguage: There are no texts in the language.
    """
    if isinstance(kinds, str):
        raise InvalidValue(f"`kinds` are several names: give ({kinds!r},), not {kinds!r}")
    asked = dict.fromkeys((ROOT, *_asked(tuple(kinds))))
    tables = (TABLES[name] for name in asked)
    pages = (Page(table=table, columns=tuple(_filled_in(table)), rows=()) for table in tables)
    return book_of(pages, lang)


def _asked(kinds: tuple[str, ...]) -> Iterable[str]:
    own = [one for name in kinds for one in (table_named(name).name, *children(name))]
    # What was set aside is read back, and not filled in.
    return own or (name for name in TABLES if name != SET_ASIDE)


def _used(table: Table, rows: list[Row]) -> Iterable[Column]:
    for column in table.every_column:
        if not _is_aside(column) or any(row[column.name] is not None for row in rows):
            yield column


def _filled_in(table: Table) -> Iterable[Column]:
    return (one for one in table.every_column if not _is_aside(one) and one.name != MEMBER)


def _is_aside(column: Column) -> bool:
    return column.kind is CellKind.KEPT or column.name == OF_POSITION
