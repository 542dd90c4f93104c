"""What the note on a heading says: what the column holds, for whoever fills in the sheet."""

from collections.abc import Mapping

from samverkan_core.interop.tables.layout import OF, OF_POSITION, TABLES, CellKind, Column, Table
from samverkan_core.interop.workbooks.choices import choices
from samverkan_core.interop.workbooks.names import sheet_name
from samverkan_core.values.labels import Lang, language

__all__ = ["note"]

_WORDS: Mapping[Lang, Mapping[str, str]] = {
    "sv": {
        "required": "Måste fyllas i.",
        "choose": "Välj ur listan.",
        "of": "Id på den rad på bladet {sheets} som den här raden hör till.",
        "of_position": "Ordningen för den raden, om flera rader har samma id.",
        "id": "Radens eget id. Inget annat i arbetsboken får ha samma.",
        "into": "Id på en rad på bladet {sheets}.",
        "or": " eller ",
        "accepts": "{kind}, till exempel {accepts}.",
        "bounds": "{kind}, {accepts}.",
        "kind": "{kind}.",
        "name": "I tabeller: {table}, {column}.",
    },
    "en": {
        "required": "Must be filled in.",
        "choose": "Choose from the list.",
        "of": "Id of the row on the sheet {sheets} that this row belongs to.",
        "of_position": "The order of that row, where several rows have the same id.",
        "id": "The row's own id. Nothing else in the workbook may have the same.",
        "into": "Id of a row on the sheet {sheets}.",
        "or": " or ",
        "accepts": "{kind}, for instance {accepts}.",
        "bounds": "{kind}, {accepts}.",
        "kind": "{kind}.",
        "name": "In tables: {table}, {column}.",
    },
}
#: Kinds that are filled in otherwise in a workbook than in a file of text.
_KINDS: Mapping[Lang, Mapping[CellKind, str]] = {
    "sv": {
        CellKind.DECIMAL: "tal, också med decimaler",
        CellKind.PLACE: "ordning i listan, från 1; kan lämnas tom",
    },
    "en": {
        CellKind.DECIMAL: "number, also with decimals",
        CellKind.PLACE: "order in the list, from 1; may be left empty",
    },
}


def note(table: Table, column: Column, lang: Lang = "sv") -> str:
    """Say what a column holds, whether it must be filled in, and what tables call it."""
    say = _WORDS[language(lang)]
    required = say["required"] if column.required else ""
    named = say["name"].format(table=table.name, column=column.name)
    return "\n".join(filter(None, (_holds(table, column, lang), required, named)))


def _holds(table: Table, column: Column, lang: Lang) -> str:
    say, kind = _WORDS[lang], _kind(column, lang)
    sheets = _any_of([_sheet(name, lang) for name in column.into], lang)
    if column in table.keys and column.name in {OF, OF_POSITION}:
        return say[column.name].format(sheets=sheets)
    if choices(column, lang):
        return say["choose"]
    if column.into:
        return say["into"].format(sheets=sheets)
    if column.name == "id":
        return say["id"]
    if column.accepts is None:
        return say["kind"].format(kind=kind)
    key = "bounds" if column.kind is CellKind.NUMBER else "accepts"
    return say[key].format(kind=kind, accepts=column.accepts)


def _kind(column: Column, lang: Lang) -> str:
    kind = _KINDS[lang].get(column.kind) or column.kind.label(lang)
    return kind[:1].upper() + kind[1:]


def _any_of(sheets: list[str], lang: Lang) -> str:
    *others, last = sheets or [""]
    return f"{', '.join(others)}{_WORDS[lang]['or']}{last}" if others else last


def _sheet(name: str, lang: Lang) -> str:
    opened = "”" if lang == "sv" else "“"
    return f"{opened}{sheet_name(TABLES[name], lang)}”"
