"""Writing a chain down, fact by fact, as it stands in the document on the day of the question."""

from collections.abc import Iterator

from samverkan_core.authority.chain import Chain
from samverkan_core.authority.parts import Holding, Link
from samverkan_core.authority.proof import Proof
from samverkan_core.authority.question import Question
from samverkan_core.authority.register import kept, register_of
from samverkan_core.authority.ways import Way, holders
from samverkan_core.indexing import Index
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.document import GoverningDocument
from samverkan_core.model.mandate import Mandate

__all__ = ["proof_of"]


def proof_of(book: Index, question: Question, chain: Chain) -> Proof:
    """Write down a chain that carries."""
    return Proof(
        question=question,
        holding=_holding(book, chain.way),
        links=_links(book, chain),
        root=chain.root,
        caveats=chain.caveats(book, question),
        conditions=_conditions(chain),
        together_with=_together_with(book, chain),
    )


def _conditions(chain: Chain) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for mandate in chain.mandates for text in mandate.conditions))


def _together_with(book: Index, chain: Chain) -> tuple[str, ...]:
    way = chain.way
    if not way.mandate.jointly or way.substituting:
        return ()
    return tuple(held.id for held in holders(book, way.mandate) if held.id != way.holder)


def _holding(book: Index, way: Way) -> Holding | None:
    held = way.appointment
    if held is None:
        return None
    register = book.once(register_of)
    return kept(register.holdings, held.id, lambda: _held(book, held))


def _held(book: Index, held: Appointment) -> Holding:
    role = book.shelves["roles"].get(held.office)
    return Holding(
        appointment=held.id,
        kind=held.kind,
        office=held.office,
        role_kind=None if role is None else role.kind,
        period=held.period,
        appointed_by=held.appointed_by,
        standing_in_for=held.standing_in_for,
    )


def _links(book: Index, chain: Chain) -> tuple[Link, ...]:
    """Write the mandates down; which they are follows from the first, and from who holds that."""
    register, way = book.once(register_of), chain.way
    key = (str(way.mandate.id), way.holder)
    return kept(register.links, key, lambda: tuple(_each_link(book, chain)))


def _each_link(book: Index, chain: Chain) -> Iterator[Link]:
    # Each mandate was given by the holder of the next one.
    holders = (chain.way.holder, *(str(child.granted_by) for child in chain.mandates))
    for mandate, holder in zip(chain.mandates, holders, strict=False):
        yield _link(book, mandate, holder)


def _link(book: Index, mandate: Mandate, holder: str) -> Link:
    basis = mandate.basis
    named = None if basis is None else basis.document
    document: GoverningDocument | None = book.shelves["documents"].get(named)
    return Link(
        mandate=mandate.id,
        kind=mandate.kind,
        holder=holder,
        as_substitute=holder not in mandate.granted_to,
        powers=mandate.powers,
        scope=mandate.scope,
        period=mandate.period,
        revoked_from=mandate.revoked_from,
        granted_by=mandate.granted_by,
        may_delegate=mandate.may_delegate,
        urgent_only=mandate.urgent_only,
        basis=basis,
        document_kind=None if document is None else document.kind,
        decided_by=() if document is None else document.decided_by,
    )
