"""Small groups: which numbers of a table must not be shown, lest somebody be recognised in them.

A number about few people is hidden. Where all but one part of a total would be shown, a reader
could work the last one out, so another part is hidden too (secondary suppression). This guards each
total against its own parts, and each year against its months. It does not prove that nobody can be
recognised: whoever puts several tables together, or knows the people, may still. Least group: five,
this library's own choice where a publisher sets no other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

import attrs

from samverkan_core.measures.series import Group
from samverkan_core.values.labels import Labelled

__all__ = ["LEAST", "Cell", "Shown", "shown"]

#: The fewest people that a number may be about, where nothing else is said.
LEAST = 5


class Shown(Labelled):
    """Whether a number is shown, and if not, why."""

    SHOWN = ("shown", "visas", "shown")
    MISSING = ("missing", "saknas", "missing")
    SUPPRESSED = ("suppressed", "dolt av den som publicerar", "suppressed by the publisher")
    SMALL_GROUP = ("small_group", "dolt: liten grupp", "hidden: small group")
    UNKNOWN_SIZE = (
        "unknown_size",
        "dolt: gruppens storlek är okänd",
        "hidden: the size of the group is not known",
    )
    TOLD_BY_OTHERS = (
        "told_by_others",
        "dolt: röjer en liten grupp",
        "hidden: would tell a small group",
    )


@attrs.frozen(kw_only=True)
class Cell:
    """One number of a table that was made by one question."""

    #: The people behind it; nothing for all of them.
    group: Group = ()
    #: How many they are; None where nobody has said.
    n: int | None = None
    #: Whether it was suppressed by whoever published it.
    suppressed: bool = False
    #: The year, month or day that it speaks of, as it is written; nothing where all of a table
    #: speaks of one time. A month lies in its year, and a day in both.
    when: str = ""


#: What a number is about: the time, and the people.
_About: TypeAlias = tuple[str, Group]
#: How much of a day is written for its month, and for its year: what it lies in, the nearest first.
_LONGER = (len("YYYY-MM"), len("YYYY"))


@attrs.frozen
class _Sum:
    """A total and its parts by one dimension, or by the times within it."""

    #: What the total is about.
    total: _About
    #: What its parts are about.
    parts: tuple[_About, ...]


def shown(cells: Sequence[Cell], least: int = LEAST) -> tuple[Shown, ...]:
    """Say of each number of a table whether it may be shown.

    A year stands against its months, and a month against its days, as a total against its parts:
    what is hidden of one month could be what the year has more than the other months.

    >>> table = [
    ...     Cell(n=43),
    ...     Cell(group=(("kön", "flicka"),), n=40),
    ...     Cell(group=(("kön", "pojke"),), n=3),
    ... ]
    >>> [one.code for one in shown(table)]
    ['shown', 'told_by_others', 'small_group']
    """
    about = [(cell.when, tuple(sorted(cell.group))) for cell in cells]
    table = _merged(zip(about, cells, strict=True))
    told = {one: _by_itself(cell, least) for one, cell in table.items()}
    sums = (*_sums(table), *_sums_over_time(table))
    while (next_ := _next(table, sums, told, least)) is not None:
        told[next_] = Shown.TOLD_BY_OTHERS
    return tuple(told[one] for one in about)


def _merged(cells: Iterable[tuple[_About, Cell]]) -> Mapping[_About, Cell]:
    """Let numbers about the same people stand or fall together, by the most cautious of them."""
    merged: dict[_About, Cell] = {}
    for about, cell in cells:
        before = merged.get(about, cell)
        sizes = (before.n, cell.n)
        merged[about] = attrs.evolve(
            cell,
            n=None if None in sizes else min(size for size in sizes if size is not None),
            suppressed=before.suppressed or cell.suppressed,
        )
    return merged


def _by_itself(cell: Cell, least: int) -> Shown:
    if cell.suppressed:
        return Shown.SUPPRESSED
    if cell.n is None:
        return Shown.UNKNOWN_SIZE if cell.group and least > 0 else Shown.SHOWN
    return Shown.SMALL_GROUP if cell.n < least else Shown.SHOWN


def _sums(table: Mapping[_About, Cell]) -> Iterator[_Sum]:
    """Find each total of which at least two parts by one dimension stand in the table."""
    split = sorted(
        (dimension, (when, tuple(pair for pair in group if pair != (dimension, value))), group)
        for when, group in table
        for dimension, value in group
    )
    for (_, total), found in groupby(split, key=lambda one: one[:2]):
        parts = tuple((total[0], part) for *_, part in found)
        if total in table and len(parts) > 1:
            yield _Sum(total, parts)


def _sums_over_time(table: Mapping[_About, Cell]) -> Iterator[_Sum]:
    """Find each time of which at least two times within it stand in the table, of one group."""
    within: defaultdict[_About, list[_About]] = defaultdict(list)
    for when, group in sorted(table):
        longer = ((when[:length], group) for length in _LONGER if length < len(when))
        nearest = next((one for one in longer if one in table), None)
        if nearest is not None:
            within[nearest].append((when, group))
    yield from (_Sum(total, tuple(parts)) for total, parts in within.items() if len(parts) > 1)


def _next(
    table: Mapping[_About, Cell], sums: Iterable[_Sum], told: Mapping[_About, Shown], least: int
) -> _About | None:
    """Give the next people to hide the number of: the fewest that would tell what is hidden."""
    for one in sums:
        open_ = [part for part in one.parts if told[part] is Shown.SHOWN]
        if open_ and _exposed(table, one, told, least):
            return min(open_, key=lambda part: (table[part].n or 0, part))
    return None


def _exposed(
    table: Mapping[_About, Cell], one: _Sum, told: Mapping[_About, Shown], least: int
) -> bool:
    """Tell whether what is hidden of a total and its parts can be worked out from the rest."""
    closed = [part for part in one.parts if told[part] is not Shown.SHOWN]
    if told[one.total] is not Shown.SHOWN:
        return not closed
    return len(closed) == 1 or (bool(closed) and _few(table, closed, least))


def _few(table: Mapping[_About, Cell], parts: Iterable[_About], least: int) -> bool:
    """Tell whether hidden parts together are known to be about too few people."""
    sizes = [table[part].n for part in parts]
    known = [size for size in sizes if size is not None]
    return len(known) == len(sizes) and sum(known) < least
