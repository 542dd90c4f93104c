"""What the judges are handed as data: the target as a scope, and what the table of laws says.

Which provision refuses on which day is a fact of the table; the judges decide where it bites.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeAlias

from samverkan_core.model.mandate import Scope
from samverkan_core.reference.citations import Standing, cited
from samverkan_core.reference.laws import Law, law_at
from samverkan_core.testing.authority import Asked
from samverkan_core.values.source import Source

#: Says whether a question is answered with yes.
Judge: TypeAlias = Callable[[Asked], bool]

#: The dimensions of a scope that are lists of ids, each named as the collection it points into.
DIMENSIONS = ("focus_areas", "bodies", "actors", "matters")
#: Limit -> the rows behind it, for limits that no provision of a matter calls up.
ROWS = {
    "eligible": ("se.kl.7-5", "se.kl.6-37", "se.kl1991.6-33"),
    "jointly": ("se.kl.6-37", "se.kl1991.6-33"),
    "employee": ("se.kl.7-6", "se.kl1991.6-37"),
}
#: Limit -> the rows behind it, for limits on matters that fall under one of those rows.
MATTER_ROWS = {
    "council": ("se.kl.5-1",),
    "prohibited": ("se.kl.6-38", "se.kl1991.6-34"),
    "committee": ("se.sol2025.30-6", "se.sol2025.30-7", "se.sol2025.30-8", "se.sol2001.10-4"),
}


def target_of(asked: Asked) -> Scope:
    """Give what a question is about as a scope: one dimension of it where only an id is named."""
    if not isinstance(asked.on, str):
        return asked.on or Scope()
    dimension = next(
        name
        for name in DIMENSIONS
        if any(thing.id == asked.on for thing in getattr(asked.collab, name))
    )
    return Scope(**{dimension: (asked.on,)})  # type: ignore[arg-type]  # one of its members


@cache
def refusing(day: dt.date) -> frozenset[str]:
    """Give the limits of `ROWS` that may refuse on a day."""
    return frozenset(limit for limit, ids in ROWS.items() if any(_rested_on(ids, day)))


@cache
def refusing_for(provision: Source, day: dt.date) -> frozenset[str]:
    """Give the limits of `MATTER_ROWS` that refuse on a day in a matter under a provision."""
    rows = cited(_citation(provision), day).holding
    return frozenset(
        limit
        for limit, ids in MATTER_ROWS.items()
        if any(row in rows for row in _rested_on(ids, day))
    )


@cache
def known_out_of_force(provision: Source, day: dt.date) -> bool:
    """Tell whether the table knows for certain that a provision no longer holds on a day."""
    answer = cited(_citation(provision), day)
    return answer.standing is Standing.NO_LONGER and answer.certain


def _rested_on(ids: tuple[str, ...], day: dt.date) -> Iterator[Law]:
    held = (law_at(id_, day) for id_ in ids)
    return (row for row in held if row is not None and row.verified_on(day))


def _citation(provision: Source) -> str:
    return provision.ref if provision.title is None else f"{provision.ref} {provision.title}"
