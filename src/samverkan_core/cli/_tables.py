"""What the commands about tables do: empty ones, tables in, tables out, in folder or workbook."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from samverkan_core.cli._commands import FOUND, OK, UNUSABLE
from samverkan_core.cli._inputs import (
    is_workbook,
    key_of,
    mapping_of,
    tables_in,
    whole,
    workbook_in,
)
from samverkan_core.cli._saying import Unusable, because, say
from samverkan_core.errors import InvalidValue, MissingExtra, meant
from samverkan_core.interop.tables import all_rows, from_rows
from samverkan_core.interop.tables.csv_text import csv_template, csv_text
from samverkan_core.interop.tables.layout import ROOT, TABLES, children
from samverkan_core.interop.workbooks import workbook, workbook_template
from samverkan_core.interop.workbooks.names import table_called
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.text import report_text
from samverkan_core.present.words import counted
from samverkan_core.serialization.load import read
from samverkan_core.serialization.write import dumps
from samverkan_core.values.labels import Lang

__all__ = ["ENCODINGS", "export_tables", "import_tables", "write_template"]

#: How the letters of CSV files may be encoded, the usual one first.
ENCODINGS = ("utf-8", "cp1252")
#: By this mark spreadsheets see that a file is UTF-8, and show å, ä and ö as they are.
_WRITTEN_AS = {"utf-8": "utf-8-sig"}
#: How the names of sheets end, in which no document is written.
_SHEETS = (".csv", ".ods", ".tsv", ".xls", ".xlsb", ".xlsm", ".xlsx")
#: How the names of files end: no folder is made that would pass for one.
_FILES = (*_SHEETS, ".json", ".ndjson")


def write_template(arguments: argparse.Namespace) -> int:
    """Write empty tables, each with a remark for each of its columns."""
    lang = arguments.lang
    kinds = _asked(arguments.tables, lang)
    if is_workbook(arguments.folder):
        made = partial(workbook_template, kinds=kinds, lang=lang)
        return _write_book(made, arguments.folder, lang)
    asked = dict.fromkeys((ROOT, *_with_long(kinds)))
    texts = {name: csv_template(TABLES[name], lang) for name in asked}
    return _write(texts, arguments.folder, ENCODINGS[0], lang)


def import_tables(arguments: argparse.Namespace) -> int:
    """Read a folder of tables or a workbook, write the document, and say what was found."""
    lang, folder = arguments.lang, arguments.folder
    _refuse_sheets(arguments.output, lang)
    mapping, key = mapping_of(arguments.mapping, lang), key_of(arguments.key_file, lang)
    try:
        if is_workbook(folder):
            _refuse_encoding(folder, arguments.encoding, lang)
            loaded = workbook_in(folder, mapping, key, lang).loaded
        else:
            tables = tables_in(folder, arguments.encoding, lang)
            loaded = from_rows(tables, mapping, key=key)
    except InvalidValue:
        # The mapping has been read, so all that can be missing is the key.
        raise Unusable(say("key", lang)) from None
    # Where the document goes to standard output, what is said of it goes beside it.
    beside = sys.stderr if arguments.output == "-" else sys.stdout
    if loaded.value is None:
        print(report_text(loaded.report, name=folder, lang=lang), file=beside)
        return UNUSABLE
    if arguments.output == "-":
        sys.stdout.buffer.write(dumps(loaded.value))
    else:
        _put(Path(arguments.output), dumps(loaded.value), lang)
    count, what = _things_in(loaded.value), counted(loaded.report, lang)
    said = _said("imported", count, lang, found=folder, file=arguments.output, what=what)
    print(report_text(loaded.report, name=folder, lang=lang, heading=said), file=beside)
    return OK if loaded.report.ok() else FOUND


def export_tables(arguments: argparse.Namespace) -> int:
    """Write a document as tables, one file or one sheet for each that has rows."""
    lang = arguments.lang
    # What cannot be read is a table too, so that it comes back where it stood.
    loaded = read(whole(arguments.file, lang), faulty="set_aside")
    if loaded.value is None:
        print(report_text(loaded.report, name=arguments.file, lang=lang))
        return UNUSABLE
    collab = loaded.value
    if is_workbook(arguments.folder):
        _refuse_encoding(arguments.folder, arguments.encoding, lang)
        return _write_book(partial(workbook, collab, lang=lang), arguments.folder, lang)
    texts = {
        name: csv_text(TABLES[name].heads, rows) for name, rows in all_rows(collab).items() if rows
    }
    return _write(texts, arguments.folder, arguments.encoding, lang)


def _asked(names: list[str], lang: Lang) -> list[str]:
    """Give the tables that were asked for, by their own names or by those of their sheets."""
    return [_table(name, lang) for name in names]


def _table(name: str, lang: Lang) -> str:
    called = name if name in TABLES else table_called(name)
    if called is not None:
        return called
    near = meant(name, TABLES)
    key = "table_meant" if near else "table"
    known = ", ".join((ROOT, *COLLECTIONS))
    raise Unusable(say(key, lang, found=name, meant=near or "", known=known))


def _with_long(names: Iterable[str]) -> Iterable[str]:
    """Give tables, each with its long tables; all where none was asked for."""
    own = [one for name in names for one in (name, *children(name))]
    return own or TABLES


def _things_in(collab: Collaboration) -> int:
    return sum(len(getattr(collab, name)) for name in COLLECTIONS)


def _write(texts: Mapping[str, str], folder: str, encoding: str, lang: Lang) -> int:
    """Write each text as a file of a folder that was empty: no table of another time stays."""
    if folder == "-" or folder.casefold().endswith(_FILES):
        raise Unusable(say("no_book", lang, found=folder))
    files = {f"{name}.csv": _encoded(name, text, encoding, lang) for name, text in texts.items()}
    there = Path(folder)
    try:
        there.mkdir(exist_ok=True)
        if any(there.iterdir()):
            raise Unusable(say("not_empty", lang, found=folder))
    except OSError as error:
        raise _unwritten(there, error, lang) from None
    for name, data in files.items():
        _put(there / name, data, lang)
    print(_said("exported", len(files), lang, found=folder))
    return OK


def _refuse_sheets(file: str, lang: Lang) -> None:
    """Refuse to write a document where sheets belong: those that are read are not lost."""
    if file.casefold().endswith(_SHEETS):
        raise Unusable(say("no_document", lang, found=file))


def _refuse_encoding(file: str, encoding: str, lang: Lang) -> None:
    if encoding != ENCODINGS[0]:
        raise Unusable(say("encoding", lang, found=file))


def _write_book(made: Callable[[], bytes], file: str, lang: Lang) -> int:
    """Write a workbook where there is no file: what somebody has filled in is not lost."""
    path = Path(file)
    if path.exists():
        raise Unusable(say("there", lang, found=file))
    try:
        data = made()
    except MissingExtra:
        raise Unusable(say("extra", lang, found=file)) from None
    except InvalidValue as error:
        raise Unusable(say("unwritten", lang, found=file, why=str(error))) from None
    _put(path, data, lang)
    print(say("written", lang, found=file))
    return OK


def _said(key: str, count: int, lang: Lang, **values: str) -> str:
    """Say how many there are, of one thing in the singular."""
    return say(f"{key}_1" if count == 1 else key, lang, count=str(count), **values)


def _encoded(name: str, text: str, encoding: str, lang: Lang) -> bytes:
    try:
        return text.encode(_WRITTEN_AS.get(encoding, encoding))
    except UnicodeEncodeError as error:
        letters = text[error.start : error.end]
        raise Unusable(
            say("letters", lang, table=name, letters=letters, encoding=encoding)
        ) from None


def _put(path: Path, data: bytes, lang: Lang) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise _unwritten(path, error, lang) from None


def _unwritten(path: Path, error: OSError, lang: Lang) -> Unusable:
    return Unusable(say("unwritten", lang, found=str(path), why=because(error, lang)))
