"""What sheets, columns and words are called: each name stands for one thing alone."""

from collections import defaultdict
from collections.abc import Iterable

import pytest

from samverkan_core.interop.tables.layout import TABLES, CellKind, Table
from samverkan_core.interop.workbooks.choices import choices, meant_by, word_for
from samverkan_core.interop.workbooks.names import (
    CHOICES,
    LONGEST_NAME,
    column_called,
    heading,
    headings,
    is_choices,
    sheet_name,
    sheet_names,
    table_called,
)
from samverkan_core.interop.workbooks.notes import note
from samverkan_core.interop.workbooks.sheets_sv import SHORT_SV
from samverkan_core.model.anatomy import classes
from samverkan_core.model.lists_sv import LISTS_SV
from samverkan_core.model.members_sv import MEMBERS_SV, OWN_SV
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.shape import members

every_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
every_lang = pytest.mark.parametrize("lang", LANGUAGES)
COLUMNS = [(table, column) for table in TABLES.values() for column in table.every_column]


def meanings(names: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Give what each name means, whatever its letter case."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, meaning in names:
        found[name.casefold()].add(meaning)
    return found


# --- sheets ----------------------------------------------------------------------------------


@every_lang
@every_table
def test_excel_takes_the_name_of_each_sheet(table: Table, lang: Lang) -> None:
    name = sheet_name(table, lang)
    assert 0 < len(name) <= LONGEST_NAME
    assert set("[]:*?/\\'").isdisjoint(name)
    assert name[0].isupper()


def test_no_name_of_a_sheet_stands_for_two_tables() -> None:
    names = [
        (sheet_name(table, lang), table.name) for table in TABLES.values() for lang in LANGUAGES
    ]
    found = meanings((*names, *((name, name) for name in TABLES)))
    assert [name for name, tables in found.items() if len(tables) > 1] == []
    assert not any(is_choices(name) for name in found)
    assert all(table_called(name) == next(iter(tables)) for name, tables in found.items())
    assert {name for name, _ in names} == set(sheet_names())


@every_lang
def test_the_sheet_of_choices_is_known_in_each_language(lang: Lang) -> None:
    assert is_choices(CHOICES[lang].upper())
    assert table_called(CHOICES[lang]) is None


def test_a_name_that_nobody_knows_stands_for_nothing() -> None:
    assert table_called("Blad1") is None
    assert column_called(TABLES["actors"], "Telefon") is None


# --- columns ---------------------------------------------------------------------------------


@every_table
def test_no_heading_stands_for_two_columns(table: Table) -> None:
    every = table.every_column
    names = [(heading(table, column, lang), column.name) for column in every for lang in LANGUAGES]
    found = meanings((*names, *((name, name) for name in table.heads)))
    assert [name for name, columns in found.items() if len(columns) > 1] == []
    assert all(column_called(table, f" {name} ") == next(iter(own)) for name, own in found.items())
    assert {name for name, _ in names} == set(headings(table))


def test_headings_say_what_things_are_called_in_swedish() -> None:
    said = {
        ("actors", "principal"): "Huvudman",
        ("actors", "period.first_day"): "Giltighetstid – första dag",
        ("plans.follow_ups", "about"): "Ungefär",
        ("goals", "about"): "Gäller",
        ("mandates.granted_to", "of"): "Hör till",
        ("mandates.granted_to", "value"): "Innehavare",
        ("self_ratings", "of"): "Vem som skattas",
        ("routines.steps.responsible", "steps.position"): "Moment – ordning",
    }
    for (table, name), expected in said.items():
        (column,) = (one for one in TABLES[table].every_column if one.name == name)
        assert heading(TABLES[table], column) == expected


def test_each_swedish_word_is_one_that_a_list_or_a_member_needs() -> None:
    lists = {word for name in TABLES for word in name.split(".")}
    assert LISTS_SV.keys() == lists
    assert SHORT_SV.keys() <= lists
    told = " ".join(sheet_names()).casefold()
    assert [word for word in SHORT_SV.values() if word.casefold() not in told] == []
    heads = {word for _, column in COLUMNS for word in column.name.split(".")}
    assert MEMBERS_SV.keys() <= heads
    own = {f"{cls.__name__}.{name}" for cls in classes() for name, _ in members(cls)}
    assert OWN_SV.keys() <= own


# --- words -----------------------------------------------------------------------------------


@every_lang
@every_table
def test_each_word_that_is_chosen_stands_for_one_code(table: Table, lang: Lang) -> None:
    for column in table.every_column:
        codes = tuple(one.code for one in column.codes or ())
        values = (True, False) if column.kind is CellKind.TRUTH else codes
        assert tuple(word_for(column, value, lang) for value in values) == choices(column, lang)
        meant = tuple(meant_by(column, word.upper()) for word in choices(column, lang))
        assert meant == values


@every_lang
@every_table
def test_a_note_ends_with_what_tables_call_the_column(table: Table, lang: Lang) -> None:
    for column in table.every_column:
        name = f": {table.name}, {column.name}."
        assert note(table, column, lang).splitlines()[-1].endswith(name)


def test_a_word_that_nobody_chose_stands_for_nothing() -> None:
    (kind,) = (one for one in TABLES["actors"].columns if one.name == "kind")
    (name,) = (one for one in TABLES["actors"].columns if one.name == "name")
    assert meant_by(kind, "psykiatri") is None
    assert meant_by(name, "skola") is None
    assert word_for(name, "skola") is None


@pytest.mark.parametrize(
    ("table", "column", "lang", "said"),
    [
        ("actors", "id", "sv", "Radens eget id. Inget annat i arbetsboken får ha samma.\nMåste"),
        ("actors", "principal", "sv", "Id på en rad på bladet ”Aktörer”.\nI tabeller"),
        ("actors", "kind", "en", "Choose from the list.\nMust be filled in.\nIn tables"),
        ("actors.names", "of", "en", "Id of the row on the sheet “Actors” that this row belongs"),
        ("actors.names", "of_position", "sv", "Ordningen för den raden, om flera"),
        (
            "mandates",
            "granted_by",
            "en",
            "Id of a row on the sheet “Roles”, “Bodies”, “Actors” or “",
        ),
        ("bodies.seats", "count", "sv", "Heltal, "),
        ("self_ratings", "value", "sv", "Tal, också med decimaler, till exempel "),
        ("children", "as_of", "sv", "Dag, ÅÅÅÅ-MM-DD."),
    ],
)
def test_a_note_says_what_a_column_holds(table: str, column: str, lang: Lang, said: str) -> None:
    (one,) = (own for own in TABLES[table].every_column if own.name == column)
    assert note(TABLES[table], one, lang).startswith(said)
