"""The municipalities and counties of Sweden with the codes that statistics and registers use.

The names and codes are those of Statistics Sweden (SCB) as fetched on 2015-03-09 by `kommunkoder`
1.1.1 (MIT, (c) Simon Johansson). The set of 290 codes was compared with one stated to match the
SCB file of 2026: the same codes. The table claims nothing about a day before `KNOWN_FROM`.
"""

import csv
import functools
from collections.abc import Iterator
from datetime import date

import attrs

from samverkan_core.reference.files import package_text

__all__ = [
    "KNOWN_FROM",
    "County",
    "Municipality",
    "counties",
    "county",
    "known",
    "municipalities",
    "municipality",
]

#: The first day that the table speaks of. About an earlier day the answer is "not known", not "no".
KNOWN_FROM = date(2015, 1, 1)


@attrs.frozen(kw_only=True)
class County:
    """A part of the country with a county administrative board (län, länsstyrelse)."""

    #: Two digits, the county code (länskod).
    code: str
    #: Name in Swedish, with "län".
    name_sv: str
    #: First day that this row is known to hold; the county itself may be older.
    first_day: date
    #: Last day that this row holds; None while it is in force.
    last_day: date | None
    #: Where the row comes from.
    source: str


@attrs.frozen(kw_only=True)
class Municipality:
    """The local authority that answers for schools and social services in its area (kommun)."""

    #: Four digits, the municipality code (kommunkod).
    code: str
    #: Name in Swedish, without "kommun" or "stad".
    name_sv: str
    #: Code of the county that the municipality lies in.
    county: str
    #: First day that this row is known to hold; the municipality itself may be older.
    first_day: date
    #: Last day that this row holds; None while it is in force.
    last_day: date | None
    #: Where the row comes from.
    source: str


def known(day: date) -> bool:
    """Tell whether the table can answer for a day at all."""
    return day >= KNOWN_FROM


def municipality(code: str, day: date) -> Municipality | None:
    """Give the municipality that has a code on a day; None also for a day that is not known."""
    rows = (row for row in _municipalities() if row.code == code)
    return next((row for row in rows if _holds(row, day)), None)


def county(code: str, day: date) -> County | None:
    """Give the county that has a code on a day; None also for a day that is not known."""
    rows = (row for row in _counties() if row.code == code)
    return next((row for row in rows if _holds(row, day)), None)


def municipalities(day: date) -> tuple[Municipality, ...]:
    """Give all municipalities on a day, by code; none for a day that is not known."""
    return tuple(row for row in _municipalities() if _holds(row, day))


def counties(day: date) -> tuple[County, ...]:
    """Give all counties on a day, by code; none for a day that is not known."""
    return tuple(row for row in _counties() if _holds(row, day))


def _holds(row: County | Municipality, day: date) -> bool:
    return row.first_day <= day and (row.last_day is None or day <= row.last_day)


@functools.cache
def _municipalities() -> tuple[Municipality, ...]:
    return tuple(
        Municipality(
            code=row["code"],
            name_sv=row["name_sv"],
            county=row["county"],
            first_day=date.fromisoformat(row["first_day"]),
            last_day=_day_or_none(row["last_day"]),
            source=row["source"],
        )
        for row in _rows("municipality")
    )


@functools.cache
def _counties() -> tuple[County, ...]:
    return tuple(
        County(
            code=row["code"],
            name_sv=row["name_sv"],
            first_day=date.fromisoformat(row["first_day"]),
            last_day=_day_or_none(row["last_day"]),
            source=row["source"],
        )
        for row in _rows("county")
    )


def _rows(kind: str) -> Iterator[dict[str, str]]:
    table = csv.DictReader(package_text("municipalities.csv").splitlines())
    return (row for row in table if row["kind"] == kind)


def _day_or_none(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
