"""One table of a collaboration for people to read: words beside codes, and names beside ids.

It is for sheets, frames and figures. What is known of persons with protected particulars is
withheld, so it is not a form in which a document is kept.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from samverkan_core.interop.tables.layout import OF, SET_ASIDE, TABLES, Column, Table, table_named
from samverkan_core.interop.tables.write import Row, all_rows, table_rows
from samverkan_core.model.anatomy import COLLECTIONS, json_texts
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.withheld import PERSONS, is_person, withheld_persons
from samverkan_core.values.labels import Lang, language

__all__ = ["every_row", "rows"]

#: Collection -> id -> the name of what has the id, where it has a name.
_Names: TypeAlias = Mapping[str, Mapping[str, str | None]]

#: What is still told of a person with protected particulars.
_OPEN = frozenset({"position", "id", "protection", "illustrative"})
#: What is still told of something set aside that is about such a person.
_OPEN_ASIDE = frozenset({"position", "pointer"})
#: What stands where the name of such a person would.
_WITHHELD: Mapping[Lang, str] = {"sv": "skyddade uppgifter", "en": "protected particulars"}


@attrs.frozen(kw_only=True)
class _Reader:
    """Who reads: in which language, by which names, and of whom and where nothing is told."""

    lang: Lang
    names: _Names
    withheld: frozenset[str]
    withheld_aside: frozenset[str]


def rows(collab: Collaboration, kind: str, lang: Lang = "sv") -> list[Row]:
    """Give the rows of one table for people to read, in the order of the document.

    Beside a column of codes, say `kind`, stands `kind_label` with the word for it; beside a column
    of ids, the name of what has the id, where it has one. `from_rows` passes over such columns.

    Of a person with protected particulars only the id and the protection are told, and no other row
    tells that it is about that person. A person that was set aside may be protected and is treated
    so. What is withheld is None.

    Raises:
        InvalidValue: There is no table of that name.
        UnknownLanguage: There are no texts in the language.
        PersonalNumberFound: A personal identity number stands in one of the document's texts.
    """
    table = table_named(kind)
    return _told(table, table_rows(collab, table), _reader(collab, lang))


def every_row(collab: Collaboration, lang: Lang = "sv") -> dict[str, list[Row]]:
    """Give each table that has rows for people to read, as `rows` gives it.

    Raises:
        UnknownLanguage: There are no texts in the language.
        PersonalNumberFound: A personal identity number stands in one of the document's texts.
    """
    reader = _reader(collab, lang)
    told = {name: _told(TABLES[name], rows, reader) for name, rows in all_rows(collab).items()}
    return {name: rows for name, rows in told.items() if rows}


def _reader(collab: Collaboration, lang: Lang) -> _Reader:
    withheld = withheld_persons(collab)
    return _Reader(
        lang=language(lang),
        names={name: _names(collab, name) for name in COLLECTIONS},
        withheld=withheld,
        withheld_aside=frozenset(
            one.pointer for one in collab.set_aside if _is_about_any(one, withheld)
        ),
    )


def _told(table: Table, rows: Iterable[Row], reader: _Reader) -> list[Row]:
    return [dict(_read(table, row, reader)) for row in rows if not _is_hidden(table, row, reader)]


def _is_about_any(aside: SetAside, withheld: frozenset[str]) -> bool:
    return is_person(aside) or any(text in withheld for _, text in json_texts(aside.value))


def _names(collab: Collaboration, collection: str) -> dict[str, str | None]:
    things: tuple[Any, ...] = getattr(collab, collection)
    # Where an id stands twice, the first has it.
    return {one.id: getattr(one, "name", None) for one in reversed(things)}


def _is_hidden(table: Table, row: Row, reader: _Reader) -> bool:
    """Tell whether a row says more of a person with protected particulars."""
    top = table.name.partition(".")[0]
    return top == PERSONS and row.get(OF) in reader.withheld


def _read(table: Table, row: Row, reader: _Reader) -> Iterator[tuple[str, Any]]:
    is_open = _open_heads(table, row, reader)
    for column in table.every_column:
        value = row[column.name] if column.name in is_open else None
        hidden = PERSONS in column.into and value in reader.withheld
        yield column.name, None if hidden else value
        if column.label is not None:
            yield column.label, _WITHHELD[reader.lang] if hidden else _word(column, value, reader)


def _open_heads(table: Table, row: Row, reader: _Reader) -> Collection[str]:
    """Give the heads under which something may be told in a row."""
    if table.name == PERSONS and row["id"] in reader.withheld:
        return _OPEN
    if table.name == SET_ASIDE and row["pointer"] in reader.withheld_aside:
        return _OPEN_ASIDE
    return table.heads


def _word(column: Column, value: str | None, reader: _Reader) -> str | None:
    if value is None:
        return None
    if column.codes is not None:
        return column.codes.named(value).label(reader.lang)
    known = (reader.names[name] for name in column.into if name in reader.names)
    return next((names[value] for names in known if value in names), None)
