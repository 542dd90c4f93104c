"""What a council decides by the law itself: what 5 kap. 1 § kommunallagen reserves for it."""

import datetime as dt

from samverkan_core.authority.limits import reserved
from samverkan_core.authority.parts import Root, RootKind
from samverkan_core.authority.question import Question, RefusalCode
from samverkan_core.authority.scopes import matters_of, named_matters
from samverkan_core.indexing import Index
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.mandate import Matter, Power, Scope
from samverkan_core.reference.laws import Law
from samverkan_core.values.time import in_force

__all__ = ["root_of_council"]


def root_of_council(book: Index, question: Question) -> Root | None:
    """Give the provision by which a council decides without a mandate; None where it does not.

    Every matter that is asked about must be reserved for the council, by a provision that somebody
    has read in the wording of the day, and be no other principal's.
    """
    council: Body | None = book.shelves["bodies"].get(question.who)
    if question.power is not Power.DECIDE or council is None or not _sits(council, question.at):
        return None
    rows = [
        _reserving(book, matter, question.at) if _is_its_own(council, matter) else None
        for matter in named_matters(book, question.on)
    ]
    if not rows or rows[0] is None or None in rows:
        return None
    return Root(kind=RootKind.LAW, provision=rows[0].as_source())


def _sits(body: Body, day: dt.date) -> bool:
    return body.kind is BodyKind.COUNCIL and in_force(body.period, day)


def _is_its_own(council: Body, matter: Matter) -> bool:
    """Tell whether a matter is of the council's own principal, and the council not disqualified."""
    barred = frozenset[str](matter.disqualified)
    return matter.principal in {None, council.actor} and council.id not in barred


def _reserving(book: Index, matter: Matter, day: dt.date) -> Law | None:
    """Give the provision that reserves a matter, or a group that it is part of, for the council."""
    found = (
        row
        for one in matters_of(book, Scope(matters=(matter.id,)))
        for code, row in reserved(one, day)
        if code is RefusalCode.COUNCIL_ONLY and row.verified_on(day)
    )
    return next(found, None)
