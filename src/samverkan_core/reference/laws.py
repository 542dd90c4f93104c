"""Provisions of Swedish law that collaboration around children meets, each wording with its days.

A row is one wording of one provision in one period, told in our own words; it is no statute text.
Both days of a period are included. The ids end in `.v1`, `.v2` … where a provision has more than
one wording in the table: `se.sol2001.14-1.v1` to `.v4` are what stood in 14 kap. 1 § before
`se.sol2001.14-1`.

**What nobody has read, or whose days are inferred, is marked, and nothing that blocks or accuses
may rest on it.** A rule may give an error, and a decision may refuse, only where
`law.verified_on(day)` is true; anything else is at most a caveat. `verified` says so of the row as
a whole; it is not enough for a day before `read_from`, when an older wording held that nobody read.

The column `source` says where a row was looked up, in short forms:

- *riksdagen.se, kopia 2026-04-25*: the statute text of riksdagen.se in the collection that
  Ansvar-Systems keeps at GitHub, commit 0cd63338c6 of 2026-04-25 (Apache-2.0);
- *selex.se, kopia 2025-09-01*: the collection of se-lex (sfs, commit aaf6164464, MIT) as it stood
  on 2025-09-01; *register* means its list of amendments and not the text;
- other pages and publications stand there by name.

Both copies have gaps. The column `note`, in Swedish, says where a text was cut off, which wording
was read, and what is from memory.
"""

import csv
import functools
import re
from datetime import date

import attrs

from samverkan_core.reference.acts import ACTS
from samverkan_core.reference.files import package_text
from samverkan_core.values.labels import Lang
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import moved, over

__all__ = ["KNOWN_TO", "Law", "Term", "law", "law_at", "laws", "successor", "successors_at"]

#: The day of the newest copy that was read: about later amendments the table says nothing.
KNOWN_TO = date(2026, 4, 25)

_WORDING = re.compile(r"\.v[0-9]+$")
#: What the table adds to a provision, to tell wordings apart; a jurist does not cite it.
_ADDED = re.compile(r" \((?!art)[^)]*\)$")


@attrs.frozen(kw_only=True)
class Term:
    """The time that a provision gives for something (frist), counted in the calendar."""

    #: How many months.
    months: int = 0
    #: How many days beyond them.
    days: int = 0

    def ends(self, first_day: date) -> date:
        """Give the last day of a term that begins on a day."""
        return moved(first_day, months=self.months, days=self.days)


@attrs.frozen(kw_only=True)
class Law:
    """One wording of a provision (lagrum, lydelse) in the period when it holds."""

    #: Id of the row.
    id: str
    #: What the provision is about, in Swedish.
    title: str
    #: Number of the act in the statute book.
    sfs: str
    #: Name of the act with its number, as a jurist writes it.
    act: str
    #: Chapter and section, with the amending act or articles where rows must be told apart.
    provision: str
    #: The first day that the wording holds.
    first_day: date
    #: The last day that it holds; None while it is in force.
    last_day: date | None
    #: Ids of the rows that took its place, the nearest first.
    successors: tuple[str, ...]
    #: Who has the duty, the right or the power, in Swedish.
    duty_holder: str
    #: What the provision says, in our own words, in Swedish.
    duty: str
    #: When it must be done, in Swedish; None where the provision sets no time.
    deadline: str | None
    #: The same as a term that rules reckon with, where one does.
    term: Term | None
    #: The field that it belongs to, as one word.
    matter: str
    #: Whether the text was read; a rendering in another document is not the text.
    read: bool
    #: The first day that the text that was read is known to have held; None where none was read.
    read_from: date | None
    #: Whether the first day is stated in a source, and neither inferred nor from memory.
    day_known: bool
    #: The same of the last day; true where there is none.
    end_known: bool
    #: Where it was looked up.
    source: str
    #: What is uncertain, or worth knowing, in Swedish.
    note: str | None

    @property
    def verified(self) -> bool:
        """Whether the text was read and its days are stated in a source."""
        return self.read and self.day_known and self.end_known

    def verified_on(self, day: date) -> bool:
        """Tell whether a rule or a refusal may rest on this row on a day."""
        read = self.read_from is not None and self.read_from <= day
        return self.verified and read and self.holds(day)

    def holds(self, day: date) -> bool:
        """Tell whether the wording is in force on a day."""
        return self.first_day <= day and not self.ended(day)

    def ended(self, day: date) -> bool:
        """Tell whether the wording had ceased to hold before a day."""
        return over(self.last_day, day)

    def as_source(self) -> Source:
        """Give the provision as a source that a rule or a mandate can name."""
        ref = _ADDED.sub("", self.provision)
        return Source(kind=SourceKind.LAW, ref=ref, title=self.act)

    def cite(self, lang: Lang = "sv") -> str:
        """Write the provision the way a jurist would cite it."""
        return self.as_source().cite(lang)


def laws() -> tuple[Law, ...]:
    """Give every row, in the order of the table."""
    return tuple(_laws().values())


def law(id: str) -> Law | None:
    """Give the row that has an id.

    >>> law("se.sol2025.10-8").cite()
    '10 kap. 8 § socialtjänstlagen (2025:400)'
    """
    return _laws().get(id)


def law_at(id: str, day: date) -> Law | None:
    """Give the wording of a provision that holds on a day, asked by the id of any of its wordings.

    >>> law_at("se.sol2001.14-1", date(2010, 1, 1)).id
    'se.sol2001.14-1.v3'
    """
    wordings = _wordings().get(_WORDING.sub("", id), ())
    return next((row for row in wordings if row.holds(day)), None)


def successor(id: str) -> Law | None:
    """Give the row that took the place of another; the nearest, where several did."""
    row = law(id)
    return law(row.successors[0]) if row is not None and row.successors else None


def successors_at(id: str, day: date) -> tuple[Law, ...]:
    """Give what holds on a day in the place of a row that has ended, however often it moved."""
    row = law(id)
    if row is None or not row.ended(day):
        return ()
    found = (_reached(after, day) for after in row.successors)
    return tuple(dict.fromkeys(held for rows in found for held in rows))


def _reached(id: str, day: date) -> tuple[Law, ...]:
    row = law(id)
    return (row,) if row is not None and row.holds(day) else successors_at(id, day)


@functools.cache
def _laws() -> dict[str, Law]:
    table = csv.DictReader(package_text("laws.csv").splitlines())
    return {row["id"]: _law(row) for row in table}


@functools.cache
def _wordings() -> dict[str, tuple[Law, ...]]:
    """Gather the rows of each provision."""
    found: dict[str, tuple[Law, ...]] = {}
    for id, row in _laws().items():
        provision = _WORDING.sub("", id)
        found[provision] = (*found.get(provision, ()), row)
    return found


def _law(row: dict[str, str]) -> Law:
    return Law(
        id=row["id"],
        title=row["title"],
        sfs=row["sfs"],
        act=ACTS[row["sfs"]].name,
        provision=row["provision"],
        first_day=date.fromisoformat(row["first_day"]),
        last_day=_day_or_none(row["last_day"]),
        successors=tuple(row["successors"].split()),
        duty_holder=row["duty_holder"],
        duty=row["duty"],
        deadline=row["deadline"] or None,
        term=_term_or_none(row["term"]),
        matter=row["matter"],
        read=row["read"] == "yes",
        read_from=_day_or_none(row["read_from"]),
        day_known=row["day_known"] == "yes",
        end_known=row["end_known"] == "yes",
        source=row["source"],
        note=row["note"] or None,
    )


def _term_or_none(text: str) -> Term | None:
    """Read `14 days` or `4 months`."""
    if not text:
        return None
    count, unit = text.split()
    return Term(**{unit: int(count)})


def _day_or_none(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
