"""Roots: the ground that a chain of mandates goes back to in the end, and what is one."""

import datetime as dt
import functools
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from samverkan_core.authority.parts import Root, RootKind
from samverkan_core.authority.question import Caveat, Question, RefusalCode
from samverkan_core.authority.ways import Holder, all_named
from samverkan_core.indexing import Index
from samverkan_core.model.actor import Actor, Sector
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import Basis, BasisKind, Mandate, Power
from samverkan_core.model.person import Person
from samverkan_core.reference.citations import Cited, Standing, cited
from samverkan_core.values.source import Source
from samverkan_core.values.time import in_force

__all__ = ["as_cited", "citation", "root_caveats", "root_of"]

_AGREEMENTS = frozenset({DocumentKind.AGREEMENT, DocumentKind.JOINT_AGREEMENT})
_STATE_ORDERS = frozenset({DocumentKind.ORDER_OF_WORK, DocumentKind.DELEGATION_ORDER})
_OWN = frozenset({Sector.PRIVATE, Sector.NON_PROFIT})

#: Finds the ground of one kind that a mandate rests on.
_Ground: TypeAlias = Callable[[Index, Question, Mandate, Basis], Root | None]


def root_of(book: Index, question: Question, mandate: Mandate) -> Root | None:
    """Give the ground of a mandate that derives from no other; None where it has none."""
    basis = mandate.basis
    if basis is None:
        return None
    return _GROUNDS[basis.kind](book, question, mandate, basis)


def root_caveats(question: Question, mandate: Mandate, root: Root | None) -> Iterator[Caveat]:
    """Say where a provision was accepted though nobody has read it, or knows when it holds."""
    if root is None or root.provision is None:
        return
    found = citation(root.provision, question.at)
    read = found.rows and all(row.verified_on(question.at) for row in found.rows)
    if found.standing is not Standing.IN_FORCE or not read:
        yield Caveat(code=RefusalCode.NO_LEGAL_ROOT, about=mandate.id, rests_on=root.provision)


def citation(provision: Source, day: dt.date) -> Cited:
    """Look up what a provision points at on a day."""
    return _cited(as_cited(provision), day)


@functools.lru_cache(maxsize=1024)
def _cited(citation: str, day: dt.date) -> Cited:
    return cited(citation, day)


def as_cited(provision: Source) -> str:
    """Write a provision as it stands in the document, the act after the place."""
    return f"{provision.ref} {provision.title or ''}".strip()


# --- one function for each kind of basis -----------------------------------------------------


def _in_law(_: Index, question: Question, __: Mandate, basis: Basis) -> Root | None:
    if basis.provision is None:
        return None
    found = citation(basis.provision, question.at)
    if found.standing is Standing.NO_LONGER and found.certain:
        return None
    return Root(kind=RootKind.LAW, provision=basis.provision)


def _in_document(book: Index, question: Question, mandate: Mandate, basis: Basis) -> Root | None:
    document = _document(book, question, basis)
    if document is None:
        return None
    if document.kind is DocumentKind.RULES_OF_PROCEDURE and _from_council_to_boards(book, mandate):
        found = RootKind.COUNCIL_RULES
    elif document.kind in _STATE_ORDERS and _to_the_state(book, mandate):
        found = RootKind.STATE_ORDER
    else:
        return None
    return Root(kind=found, rests_on=document.id)


def _from_council_to_boards(book: Index, mandate: Mandate) -> bool:
    grantor, held = book.shelves["bodies"].get(mandate.granted_by), all_named(book, mandate)
    elected = (isinstance(holder, Body) and holder.is_elected for holder in held)
    by_council = grantor is not None and grantor.kind is BodyKind.COUNCIL
    return by_council and bool(held) and all(elected)


def _to_the_state(book: Index, mandate: Mandate) -> bool:
    held = all_named(book, mandate)
    return bool(held) and all(_sector(book, holder) is Sector.STATE for holder in held)


def _in_decision(book: Index, _: Question, __: Mandate, basis: Basis) -> Root | None:
    decided = None if basis.resolution is None else basis.resolution.body
    body = book.shelves["bodies"].get(decided)
    if body is None or _sector(book, body) not in _OWN:
        return None
    return Root(kind=RootKind.OWN_DECISION, rests_on=body.id)


def _in_agreement(book: Index, question: Question, _: Mandate, basis: Basis) -> Root | None:
    document = _document(book, question, basis)
    agreed = document is not None and document.kind in _AGREEMENTS
    if document is None or not agreed or question.power is Power.DECIDE:
        return None
    return Root(kind=RootKind.AGREEMENT, rests_on=document.id)


_GROUNDS: Mapping[BasisKind, _Ground] = MappingProxyType(
    {
        BasisKind.LAW: _in_law,
        BasisKind.GOVERNING_DOCUMENT: _in_document,
        BasisKind.POLITICAL_DECISION: _in_decision,
        BasisKind.AGREEMENT: _in_agreement,
    }
)


def _document(book: Index, question: Question, basis: Basis) -> GoverningDocument | None:
    document: GoverningDocument | None = book.shelves["documents"].get(basis.document)
    holds = document is not None and in_force(document.period, question.at)
    return document if holds else None


def _sector(book: Index, holder: Holder) -> Sector | None:
    if isinstance(holder, Person):
        return None
    actor: Actor | None = (
        holder if isinstance(holder, Actor) else book.shelves["actors"].get(holder.actor)
    )
    return None if actor is None else actor.sector
