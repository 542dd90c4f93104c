"""What the sheets and the columns of a workbook are called, and what a name stands for.

A name is understood in Swedish, in English and as the tables have it, whatever language the
workbook was written in. No name of a sheet stands for two tables, and no heading for two columns of
a table.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from samverkan_core.interop.tables.layout import TABLES, Column, Table
from samverkan_core.interop.workbooks.sheets_sv import SHORT_SV
from samverkan_core.model.anatomy import Thing
from samverkan_core.model.lists_sv import LISTS_SV
from samverkan_core.model.members_sv import MEMBERS_SV, OWN_SV
from samverkan_core.values.labels import LANGUAGES, Lang, language
from samverkan_core.values.shape import members

__all__ = [
    "CHOICES",
    "LONGEST_NAME",
    "column_called",
    "heading",
    "headings",
    "is_choices",
    "sheet_name",
    "sheet_names",
    "table_called",
]

#: So many characters Excel takes in the name of a sheet.
LONGEST_NAME = 31
#: The sheet that the choice lists stand on.
CHOICES: Mapping[Lang, str] = {"sv": "Valbara ord", "en": "Words to choose"}

_BETWEEN = " – "
_SHORT: Mapping[Lang, Mapping[str, str]] = {
    "sv": SHORT_SV,
    "en": {
        "delegated_decisions": "deleg. decisions",
        "evaluations": "eval.",
        "focus_areas": "areas",
        "joint_positions": "positions",
        "readiness_measurements": "CRM",
        "shared_pictures": "pictures",
    },
}
#: What keys and lists of single values are called where English has no word of the member's own.
_KEYS_EN = {"of": "belongs to", "of_position": "belongs to place", "position": "order"}


# --- what things are called ------------------------------------------------------------------


@cache
def sheet_name(table: Table, lang: Lang = "sv") -> str:
    """Give the name of the sheet of a table: what it lists, after what it belongs to."""
    top, *rest = table.name.split(".")
    if not rest:
        return _begun(_list_word(top, lang))
    below, shorter = ([word(name, lang) for name in rest] for word in (_list_word, _short_word))
    fits = (
        _begun(f"{word(top, lang)}{_BETWEEN}{last}")
        for last in (", ".join(below), ", ".join(shorter), below[-1])
        for word in (_list_word, _short_word)
    )
    return next(name for name in fits if len(name) <= LONGEST_NAME)


@cache
def heading(table: Table, column: Column, lang: Lang = "sv") -> str:
    """Give the heading of a column."""
    if column in table.keys:
        return _begun(_BETWEEN.join(_key_words(column, lang)))
    if table.cls is None:
        return _begun(_list_word(table.name.split(".")[-1], lang))
    return _begun(_BETWEEN.join(_words(table.cls, column.name.split("."), lang)))


def _key_words(column: Column, lang: Lang) -> Iterator[str]:
    *lists, key = column.name.split(".")
    yield from (_list_word(name, lang) for name in lists)
    yield MEMBERS_SV[key] if language(lang) == "sv" else _KEYS_EN[key]


def _words(cls: type[Thing], names: list[str], lang: Lang) -> Iterator[str]:
    for name in names:
        own = f"{cls.__name__}.{name}"
        yield OWN_SV.get(own) or MEMBERS_SV[name] if language(lang) == "sv" else _english(name)
        shape = dict(members(cls)).get(name)
        cls = shape.base if shape else cls


def _list_word(name: str, lang: Lang) -> str:
    return LISTS_SV[name] if language(lang) == "sv" else _english(name)


def _short_word(name: str, lang: Lang) -> str:
    return _SHORT[lang].get(name) or _list_word(name, lang)


def _english(name: str) -> str:
    return name.replace("_", " ")


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- what a name stands for ------------------------------------------------------------------


def table_called(name: str) -> str | None:
    """Give the table that the name of a sheet stands for, in either language; None if for none."""
    return _tables().get(_folded(name))


def column_called(table: Table, name: str) -> str | None:
    """Give the column that a heading stands for, in either language; None if for none."""
    return _columns(table).get(_folded(name))


def sheet_names() -> tuple[str, ...]:
    """Give the names of the sheets of all tables, in both languages."""
    return tuple(sheet_name(table, lang) for lang in LANGUAGES for table in TABLES.values())


def headings(table: Table) -> tuple[str, ...]:
    """Give the headings of a table's columns, in both languages."""
    every = table.every_column
    return tuple(heading(table, column, lang) for lang in LANGUAGES for column in every)


def is_choices(name: str) -> bool:
    """Tell whether a sheet is the one that the choice lists stand on."""
    return _folded(name) in {_folded(own) for own in CHOICES.values()}


@cache
def _tables() -> Mapping[str, str]:
    return {
        _folded(name): table.name
        for table in TABLES.values()
        for name in (*(sheet_name(table, lang) for lang in LANGUAGES), table.name)
    }


@cache
def _columns(table: Table) -> Mapping[str, str]:
    return {
        _folded(name): column.name
        for column in table.every_column
        for name in (*(heading(table, column, lang) for lang in LANGUAGES), column.name)
    }


def _folded(name: str) -> str:
    """Give a name without what nobody sees: blanks around it, letter case, how å is made up."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()
