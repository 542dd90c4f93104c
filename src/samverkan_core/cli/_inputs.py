"""What the command is given: files, standard input, folders of tables, days and profiles."""

import codecs
import csv
import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from samverkan_core.cli._saying import MESSAGES, Unusable, say
from samverkan_core.errors import InvalidValue, MissingExtra
from samverkan_core.findings.finding import Severity
from samverkan_core.findings.report import Report
from samverkan_core.interop.tables import TablesMapping, loads_mapping
from samverkan_core.interop.tables.csv_text import csv_rows
from samverkan_core.interop.workbooks import WorkbookRead, read_workbook
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import LoadError
from samverkan_core.serialization.profiles import loads_profile
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import day_from_text

__all__ = [
    "day_of",
    "documents",
    "is_workbook",
    "key_of",
    "mapping_of",
    "profile_of",
    "tables_in",
    "whole",
    "workbook_in",
]

#: How files begin that are no text: packed ones, as workbooks are, and workbooks of the old kind.
_PACKED = (b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"))
#: How the file begins that Excel keeps beside a workbook while somebody has it open.
_LOCK = "~$"
#: So many characters and one more are read of an input: enough to see that it is too long.
_MOST = Limits().text


def day_of(text: str, lang: Lang) -> dt.date:
    """Give the day that is written, or say that it is none."""
    day = day_from_text(text)
    if day is None:
        raise Unusable(say("day", lang, found=text))
    return day


def profile_of(text: str | None, lang: Lang) -> Profile | str | None:
    """Give the profile that a file holds; a name is given as it is."""
    if text is None or not text.casefold().endswith(".json"):
        return text
    try:
        return loads_profile(_read(Path(text), lang))
    except LoadError as error:
        why = _first_of(error.report, lang)
        raise Unusable(say("profile", lang, found=text, why=why)) from None


def mapping_of(text: str | None, lang: Lang) -> TablesMapping:
    """Give the mapping that a file holds; without one every name is ours already."""
    if text is None:
        return TablesMapping()
    try:
        return loads_mapping(_read(Path(text), lang))
    except LoadError as error:
        why = _first_of(error.report, lang)
        raise Unusable(say("mapping", lang, found=text, why=why)) from None


def key_of(text: str | None, lang: Lang) -> bytes | None:
    """Give the key of pseudonyms that a file holds, without the end of its line."""
    return None if text is None else _read(Path(text), lang).strip()


def tables_in(folder: str, encoding: str, lang: Lang) -> Mapping[str, list[Mapping[Any, Any]]]:
    """Give the rows of each CSV file of a folder, by the name of the file."""
    try:
        files = sorted(path for path in Path(folder).iterdir() if _is_csv(path))
    except FileNotFoundError:
        raise Unusable(say("no_folder", lang, found=folder)) from None
    except NotADirectoryError:
        raise Unusable(say("not_a_folder", lang, found=folder)) from None
    except OSError as error:
        raise _unreadable(Path(folder), error, lang) from None
    if not files:
        raise Unusable(say("no_tables", lang, found=folder))
    # Systems that tell letter case apart can hold both actors.csv and actors.CSV.
    table, count = Counter(path.stem for path in files).most_common(1)[0]
    if count > 1:
        raise Unusable(say("twice", lang, found=folder, table=table))
    return {path.stem: _rows(path, encoding, lang) for path in files}


def is_workbook(file: str) -> bool:
    """Tell by its name whether a file is a workbook."""
    return file.casefold().endswith((".xlsx", ".xlsm"))


def workbook_in(file: str, mapping: TablesMapping, key: bytes | None, lang: Lang) -> WorkbookRead:
    """Give what a workbook holds, what could not be read of it, and where all of it stands.

    Raises:
        InvalidValue: The mapping asks for pseudonyms without a key.
    """
    data = _read(Path(file), lang)
    if Path(file).name.startswith(_LOCK):
        raise Unusable(say("lock", lang, found=file))
    try:
        return read_workbook(data, mapping, key=key)
    except MissingExtra:
        raise Unusable(say("extra", lang, found=file)) from None


def _is_csv(path: Path) -> bool:
    return path.suffix.casefold() == ".csv"


def _rows(path: Path, encoding: str, lang: Lang) -> list[Mapping[Any, Any]]:
    data = _read(path, lang)
    if len(data) > _MOST:
        raise Unusable(say("too_long", lang, found=str(path), most=str(_MOST)))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unusable(say("utf_16", lang, found=str(path)))
    # A cell may be as long as a file; the reader says which text is too long.
    csv.field_size_limit(_MOST)
    # A template is UTF-8 and says so, though the tables beside it may come from an older system.
    written = "utf-8" if data.startswith(codecs.BOM_UTF8) else encoding
    try:
        # What cannot be decoded is a finding at its own cell.
        return [*csv_rows(data.decode(written, "surrogateescape"))]
    except InvalidValue as error:
        raise Unusable(say("no_csv", lang, found=str(path), why=str(error))) from None


def _first_of(report: Report, lang: Lang) -> str:
    """Say the first fault with its place, and how many there are where there are more."""
    faults = report.by_severity(Severity.ERROR)
    place = f"{faults[0].pointer}: " if faults[0].pointer else ""
    why = f"{place}{faults[0].message(lang)}"
    return why if len(faults) == 1 else say("first", lang, why=why, count=str(len(faults)))


def documents(file: str, lang: Lang) -> Iterator[tuple[str, bytes]]:
    """Give the documents of a file, each with its name: one, or one a line."""
    if file.casefold().endswith(".ndjson"):
        yield from _lines(Path(file), lang)
    else:
        yield file, whole(file, lang)


def whole(file: str, lang: Lang) -> bytes:
    """Give all that a file or standard input holds, where it may be a document."""
    data = _read(Path(file), lang) if file != "-" else _piped(lang)
    if data.startswith(_PACKED):
        raise Unusable(say("packed", lang, found=file))
    return data


def _piped(lang: Lang) -> bytes:
    if sys.stdin is None:
        raise Unusable(say("stdin", lang))
    return sys.stdin.buffer.read(_MOST + 1)


def _read(path: Path, lang: Lang) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_MOST + 1)
    except OSError as error:
        raise _unreadable(path, error, lang) from None


def _lines(path: Path, lang: Lang) -> Iterator[tuple[str, bytes]]:
    """Give one document a line, never more than one of them in memory."""
    empty = True
    try:
        with path.open("rb") as stream:
            size = path.stat().st_size
            for number, line in enumerate(iter(lambda: stream.readline(_MOST + 2), b""), start=1):
                if line.strip():
                    empty = False
                    yield f"{path}:{number}", line
                _show_progress(stream, size)
    except OSError as error:
        raise _unreadable(path, error, lang) from None
    if empty:
        raise Unusable(say("no_line", lang, found=str(path)))


def _show_progress(stream: BinaryIO, size: int) -> None:
    if sys.stderr.isatty():
        done = stream.tell()
        end = "\n" if done >= size else ""
        print(f"\r{done * 100 // max(size, 1):3} %", end=end, file=sys.stderr, flush=True)


def _unreadable(path: Path, error: OSError, lang: Lang) -> Unusable:
    name = type(error).__name__
    key = name if name in MESSAGES[lang] else "OSError"
    return Unusable(say(key, lang, found=str(path), why=error.strerror or name))
