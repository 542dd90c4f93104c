"""What a frame holds, whichever package it is of: columns with their kinds, and typed cells.

Everything that a frame says is decided here, from the same rows that people see; the packages only
hold it. What is known of persons with protected particulars is withheld, as in `rows`.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, TypeVar

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Force, Pillar, Severity
from samverkan_core.findings.report import Report
from samverkan_core.interop.frames.kinds import CELL_TYPES, CellType
from samverkan_core.interop.tables.layout import TABLES, CellKind, Column
from samverkan_core.interop.tables.view import every_row, rows
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.time import PartialDate

__all__ = ["REPORT", "Told", "ToldColumn", "framed"]

F = TypeVar("F")


@attrs.frozen(kw_only=True)
class ToldColumn:
    """A column of a frame: its head, its type, and its cells."""

    #: The head of the column.
    name: str
    #: What its cells are to each package.
    type: CellType
    #: All that may stand there, where that is a closed set, in its own order.
    words: tuple[str, ...]
    #: What stands in each row; None where nothing does.
    cells: tuple[Any, ...] = attrs.field(repr=False)


#: A table as its columns, in order.
Told = tuple[ToldColumn, ...]
#: What stands under each head of a row.
_Row = Mapping[str, Any]

#: The ends of the span that a partial date stands for.
_ENDS: tuple[Callable[[PartialDate], dt.date], ...] = (
    attrgetter("earliest"),
    attrgetter("latest"),
)


def _text(name: str) -> Column:
    return Column(name=name, kind=CellKind.TEXT)


#: The columns of a report.
REPORT: tuple[Column, ...] = (
    _text("code"),
    Column(name="severity", kind=CellKind.CODE, codes=Severity),
    Column(name="pillar", kind=CellKind.CODE, codes=Pillar),
    Column(name="force", kind=CellKind.CODE, codes=Force),
    *map(_text, ("pointer", "subject", "message", "remedy", "sources")),
    Column(name="accepted", kind=CellKind.TRUTH),
    _text("answerable"),
    Column(name="answerable_until", kind=CellKind.DAY),
)


def framed(
    what: Collaboration | Report, kind: str | None, lang: Lang, make: Callable[[Told], F]
) -> F | dict[str, F]:
    """Make a frame of one table or of a report, or one of each table that has rows.

    Raises:
        InvalidValue: There is no table of that name, or it is neither a collaboration nor a report.
        UnknownLanguage: There are no texts in the language.
        PersonalNumberFound: A personal identity number stands in one of the document's texts.
    """
    if isinstance(what, Report):
        return make(_of_report(what, kind, lang))
    if not isinstance(what, Collaboration):
        raise InvalidValue(f"give a Collaboration or a Report, not a {type(what).__name__}")
    if kind is not None:
        # The rows come first: they say what is wrong with the name of a table.
        told = rows(what, kind, lang)
        return make(_told(TABLES[kind].every_column, told, lang))
    every = every_row(what, lang)
    return {
        name: make(_told(TABLES[name].every_column, told, lang)) for name, told in every.items()
    }


def _of_report(report: Report, kind: str | None, lang: Lang) -> Told:
    if kind is not None:
        raise InvalidValue("a report is one table: leave out `kind`")
    return _told(REPORT, report.rows(language(lang)), lang)


def _told(columns: Iterable[Column], told: Iterable[_Row], lang: Lang) -> Told:
    given = tuple(told)
    return tuple(one for column in columns for one in _of_column(column, given, lang))


def _of_column(column: Column, told: tuple[_Row, ...], lang: Lang) -> Iterator[ToldColumn]:
    """Give a column, and beside it those that say the same in words or in days."""
    codes = tuple(column.codes or ())
    plain = [row[column.name] for row in told]
    yield _typed(column.name, column.kind, plain, [one.code for one in codes])
    if column.label is not None:
        kind = CellKind.CODE if codes else CellKind.TEXT
        labels = [row[column.label] for row in told]
        yield _typed(column.label, kind, labels, [one.label(lang) for one in codes])
    if column.span:
        days = [_partial_day(row, column) for row in told]
        for name, end in zip(column.span, _ENDS, strict=True):
            ends = [None if day is None else end(day).isoformat() for day in days]
            yield _typed(name, CellKind.DAY, ends)


def _typed(
    name: str, kind: CellKind, plain: Iterable[Any], words: Iterable[str] = ()
) -> ToldColumn:
    type_ = CELL_TYPES[kind]
    return ToldColumn(
        name=name,
        type=type_,
        # Two codes may have one word; a closed set names it once.
        words=tuple(dict.fromkeys(words)),
        cells=tuple(None if value is None else type_.read(value) for value in plain),
    )


def _partial_day(row: _Row, column: Column) -> PartialDate | None:
    """Give the partial date that stands in a row, about or not, as the column beside it says."""
    when, about = row[column.name], row[_about(column)]
    return None if when is None else PartialDate(when=when, about=bool(about))


def _about(column: Column) -> str:
    return ".".join((*column.way[:-1], "about"))
