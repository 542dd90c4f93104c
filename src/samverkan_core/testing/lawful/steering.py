"""Governing documents and matters of a lawful world."""

from collections.abc import Collection, Iterator, Sequence

import attrs

from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import Matter, MatterKind
from samverkan_core.testing.lawful import words
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    DocumentId,
    FocusAreaId,
    MatterId,
    PersonId,
)

__all__ = ["documents", "matters"]

#: Documents that those who take part are parties to.
_PACTS = (DocumentKind.AGREEMENT, DocumentKind.JOINT_AGREEMENT, DocumentKind.GUIDELINE)
_PLANS = (DocumentKind.ACTION_PLAN, DocumentKind.IMPLEMENTATION_PLAN)
#: Plans by which another document is carried out; the former leads back to one on top.
_DERIVED = (DocumentKind.OPERATIONAL_PLAN, DocumentKind.ROUTINE)
_FURTHER = tuple(kind for kind in DocumentKind if kind not in {*_PACTS, *_PLANS})
#: Documents that a thread can begin with.
_TOPS = tuple(kind for kind in _FURTHER if kind not in {*_DERIVED, DocumentKind.OTHER})


def documents(
    hand: Hand,
    councils: Sequence[BodyId],
    boards: Sequence[BodyId],
    parties: Sequence[ActorId],
    areas: Sequence[FocusAreaId],
) -> tuple[GoverningDocument, ...]:
    """Draw the pact of those who take part, the plan and how each board carries it out.

    A council has decided on rules of procedure for the boards.
    """
    further = (*_rules_of(hand, councils), *_further(hand, boards, parties))
    plan, *others = _plans(hand, boards, further)
    carried = attrs.evolve(plan, focus_areas=tuple(hand.some(areas, 0, 1)))
    everything = (_pact(hand, parties), carried, *others, *further)
    followed = {id_ for document in everything for id_ in document.derives_from}
    return tuple(_in_its_place(document, followed) for document in everything)


def _in_its_place(
    document: GoverningDocument, followed: Collection[DocumentId]
) -> GoverningDocument:
    """Let a document on top that steers others refer to the rights of the child."""
    steers = document.id in followed or document.kind is DocumentKind.COMPREHENSIVE_PLAN
    if not steers or document.derives_from or document.kind in _DERIVED:
        return document
    return attrs.evolve(document, refers_to_child_convention=True)


def _id(hand: Hand, word: str, number: int = 1) -> DocumentId:
    return DocumentId(hand.id(word, number))


def _document(hand: Hand, id_: DocumentId, kind: DocumentKind) -> GoverningDocument:
    return GoverningDocument(
        id=id_,
        name=words.DOCUMENTS[kind],
        kind=kind,
        kind_name=hand.text(words.OWN_WORDS) if kind is DocumentKind.OTHER else None,
        **hand.perhaps(
            registry_number=(4, hand.registry_number),
            published=(4, hand.past),
            refers_to_child_convention=(4, hand.yes),
            last_changed=(4, hand.past),
            **hand.beside(8),
        ),
    )


def _circular(hand: Hand, document: GoverningDocument) -> GoverningDocument:
    """Let a document be a circular, with all that it is found by."""
    year = hand.known_day().year
    return attrs.evolve(
        document,
        circular_number=f"{year}:{1 + hand.up_to(98)}",
        registry_number=f"{year}/{1 + hand.up_to(998):04}",
        published=hand.past(),
    )


def _pact(hand: Hand, parties: Sequence[ActorId]) -> GoverningDocument:
    pact = _document(hand, _id(hand, "avtal"), hand.one(_PACTS))
    return attrs.evolve(pact, parties=tuple(parties), period=hand.holding())


def _plans(
    hand: Hand, boards: Sequence[BodyId], above: Sequence[GoverningDocument]
) -> Iterator[GoverningDocument]:
    """Draw the plan that every board has decided on, and each board's plan to carry it out."""
    plan = _document(hand, _id(hand, "handlingsplan"), DocumentKind.ACTION_PLAN)
    yield attrs.evolve(
        plan,
        concerns=tuple(boards),
        decided_by=tuple(hand.decision((board,)) for board in boards),
        derives_from=tuple(document.id for document in hand.some(above, 0, 1)),
        period=hand.holding(),
    )
    for number, board in enumerate(boards, 1):
        carried_out = _document(
            hand, _id(hand, "genomförandeplan", number), DocumentKind.IMPLEMENTATION_PLAN
        )
        yield attrs.evolve(
            carried_out,
            decided_by=(hand.decision((board,)),),
            derives_from=(plan.id,),
            period=hand.holding(),
        )


def _rules_of(hand: Hand, councils: Sequence[BodyId]) -> Iterator[GoverningDocument]:
    """Draw the rules by which each council lets the boards decide (reglemente)."""
    for council in councils:
        rules = _document(hand, _id(hand, "reglemente"), DocumentKind.RULES_OF_PROCEDURE)
        decided = (hand.decision((council,)),)
        yield attrs.evolve(rules, decided_by=decided, period=hand.holding())


def _further(
    hand: Hand, boards: Sequence[BodyId], parties: Sequence[ActorId]
) -> Iterator[GoverningDocument]:
    """Draw other documents, each deriving at most from those before it: plans come last."""
    own = (DocumentKind.OTHER,) if hand.yes() else ()
    before: tuple[DocumentId, ...] = ()
    for number, kind in enumerate(_from_the_top(hand, (*own, *hand.some(_FURTHER, 0, 3))), 1):
        document = _document(hand, _id(hand, "dokument", number), kind)
        if kind is DocumentKind.OTHER and hand.yes():
            document = _circular(hand, document)
        concerned = tuple(hand.some(boards, 0, 2))
        yield attrs.evolve(
            document,
            concerns=concerned,
            decided_by=tuple(hand.decision((board,)) for board in concerned),
            parties=tuple(hand.some(parties, 0, 2)),
            derives_from=tuple(hand.some(before, int(kind is DocumentKind.OPERATIONAL_PLAN), 2)),
            **hand.perhaps(period=hand.known_period),
        )
        before = (document.id, *before)


def _from_the_top(hand: Hand, kinds: Sequence[DocumentKind]) -> tuple[DocumentKind, ...]:
    """Put plans last, and a document on top first where an operational plan needs one."""
    tops = tuple(kind for kind in kinds if kind not in _DERIVED)
    plans = tuple(kind for kind in _DERIVED if kind in kinds)
    if DocumentKind.OPERATIONAL_PLAN in plans and not tops:
        tops = (hand.one(_TOPS),)
    return (*tops, *plans)


def matters(
    hand: Hand,
    principals: Sequence[ActorId],
    areas: Sequence[FocusAreaId],
    people: Sequence[PersonId],
) -> tuple[Matter, ...]:
    """Draw matters, each perhaps of the group of matters before it."""
    ids = [MatterId(hand.id("ärende", number)) for number in range(1, 2 + hand.up_to(2))]
    groups = ((), *((before,) for before in ids))
    return tuple(
        Matter(
            id=id_,
            name=hand.text(words.MATTERS),
            part_of=hand.one(group) if group and hand.yes() else None,
            **hand.perhaps(
                kind=(3, lambda: MatterKind.EXECUTION),
                provision=(3, hand.provision),
                registry_number=(3, hand.registry_number),
                principal=(3, lambda: hand.one(principals)),
                focus_areas=(3, lambda: tuple(hand.some(areas, 1, 2))),
                urgent=(3, lambda: True),
                disqualified=(3, lambda: tuple(hand.some(people, 1, 2))),
                **hand.beside(3),
            ),
        )
        for id_, group in zip(ids, groups, strict=False)
    )
