"""Governing documents, mandates and matters of a lawful world."""

from collections.abc import Iterator, Sequence

import attrs

from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    MatterKind,
    Power,
    Scope,
)
from samverkan_core.testing.lawful import words
from samverkan_core.testing.lawful.hand import Hand, Perhaps
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    DocumentId,
    FocusAreaId,
    HolderId,
    MandateId,
    MatterId,
    PersonId,
)

__all__ = ["Grants", "documents", "matters"]

#: Documents that those who take part are parties to.
_PACTS = (DocumentKind.AGREEMENT, DocumentKind.JOINT_AGREEMENT, DocumentKind.GUIDELINE)
_PLANS = (DocumentKind.ACTION_PLAN, DocumentKind.IMPLEMENTATION_PLAN)
_FURTHER = tuple(kind for kind in DocumentKind if kind not in {*_PACTS, *_PLANS})


#: Powers without legal effect, which anybody can be given.
_QUIET = (Power.PREPARE, Power.COORDINATE, Power.GIVE_OPINION, Power.INFORM)


def documents(
    hand: Hand, boards: Sequence[BodyId], parties: Sequence[ActorId]
) -> tuple[GoverningDocument, ...]:
    """Draw the pact of those who take part, the plan and how each board carries it out."""
    further = tuple(_further(hand, boards, parties))
    return (_pact(hand, parties), *_plans(hand, boards, further), *further)


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
            **hand.beside(8),
        ),
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


def _further(
    hand: Hand, boards: Sequence[BodyId], parties: Sequence[ActorId]
) -> Iterator[GoverningDocument]:
    """Draw other documents, each deriving at most from those before it."""
    own = (DocumentKind.OTHER,) if hand.yes() else ()
    before: tuple[DocumentId, ...] = ()
    for number, kind in enumerate((*own, *hand.some(_FURTHER, 0, 3)), 1):
        document = _document(hand, _id(hand, "dokument", number), kind)
        concerned = tuple(hand.some(boards, 0, 2))
        yield attrs.evolve(
            document,
            concerns=concerned,
            decided_by=tuple(hand.decision((board,)) for board in concerned),
            parties=tuple(hand.some(parties, 0, 2)),
            derives_from=before[:1],
            **hand.perhaps(period=hand.known_period),
        )
        before = (document.id, *before)


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


@attrs.frozen(kw_only=True)
class Grants:
    """What mandates are drawn from: who can give and hold them, about what, on what ground."""

    #: What draws.
    hand: Hand
    #: The boards.
    boards: tuple[BodyId, ...]
    #: The steering group.
    steering: BodyId
    #: The actors that take part.
    actors: tuple[ActorId, ...]
    #: Offices that can be delegated to.
    offices: tuple[HolderId, ...]
    #: The matters.
    matters: tuple[MatterId, ...]
    #: The focus areas.
    areas: tuple[FocusAreaId, ...]
    #: The documents that a mandate can rest on.
    documents: tuple[DocumentId, ...]
    #: Bands of ages.
    bands: tuple[AgeBand, ...]

    def mandates(self) -> tuple[Mandate, ...]:
        """Draw the steering group's assignment, a delegation and its heir, a power by law."""
        by_law = (self._by_law(),) if self.hand.yes() else ()
        return (self._assignment(), *self._delegations(), *by_law)

    def _assignment(self) -> Mandate:
        hand = self.hand
        joint = (Power.AGREE, Power.LEAD, Power.DEVELOP, Power.FOLLOW_UP, Power.PROPOSE)
        return self._mandate(
            MandateKind.ASSIGNMENT,
            number=1,
            powers=(*joint[:1], *hand.some((*joint[1:], *_QUIET), 0, 3)),
            by=hand.one(self.boards),
            to=(HolderId(self.steering), *(hand.some(self.offices, 0, 1))),
        )

    def _delegations(self) -> Iterator[Mandate]:
        """Draw a board's delegation, and perhaps what its holder has delegated on."""
        hand = self.hand
        holder, heir = hand.some(self.offices, 2, 2)
        powers = (Power.DECIDE, *hand.some((Power.ALLOCATE, Power.APPOINT), 0, 2))
        first = self._mandate(
            MandateKind.DELEGATION,
            number=2,
            powers=powers,
            by=hand.one(self.boards),
            to=(holder,),
        )
        handed_on = hand.mostly()
        yield attrs.evolve(first, may_delegate=handed_on)
        if handed_on:
            second = self._mandate(
                MandateKind.DELEGATION, number=3, powers=powers[:1], by=holder, to=(heir,)
            )
            yield attrs.evolve(second, parent=first.id, scope=first.scope, period=first.period)

    def _by_law(self) -> Mandate:
        hand = self.hand
        basis = Basis(kind=BasisKind.LAW, provision=hand.provision(), **hand.kept_too())
        return Mandate(
            id=MandateId(hand.id("uppdrag", 4)),
            kind=MandateKind.BY_LAW,
            powers=(Power.DECIDE,),
            period=hand.known_period(),
            granted_to=(hand.one(self.offices),),
            basis=basis,
            **hand.perhaps(**hand.beside()),
        )

    def _mandate(
        self,
        kind: MandateKind,
        *,
        number: int,
        powers: Sequence[Power],
        by: str,
        to: Sequence[HolderId],
    ) -> Mandate:
        hand = self.hand
        return Mandate(
            id=MandateId(hand.id("uppdrag", number)),
            kind=kind,
            powers=tuple(powers),
            period=hand.known_period(),
            granted_by=HolderId(by),
            granted_to=tuple(to),
            jointly=len(to) > 1,
            **hand.perhaps(
                scope=self._scope,
                basis=self._basis,
                conditions=(3, lambda: hand.texts(words.CONDITIONS)),
                revoked_from=(3, lambda: hand.after(hand.at)),
                revoked_by=(3, lambda: hand.decision(self.boards)),
                recorded_on=(3, hand.known_day),
                **hand.beside(),
            ),
        )

    def _scope(self) -> Scope:
        hand = self.hand
        cases: dict[str, Perhaps] = {"matters": lambda: tuple(hand.some(self.matters, 1, 2))}
        return Scope(
            **hand.perhaps(
                focus_areas=lambda: tuple(hand.some(self.areas, 1, 2)),
                bodies=lambda: (self.steering,),
                actors=lambda: tuple(hand.some(self.actors, 1, 2)),
                ages=lambda: hand.one(self.bands),
                kept=hand.kept,
                **(cases if self.matters else {}),
            )
        )

    def _basis(self) -> Basis:
        return self.hand.one((self._decided, self._written))()

    def _decided(self) -> Basis:
        hand = self.hand
        return Basis(
            kind=BasisKind.POLITICAL_DECISION,
            resolution=hand.decision(self.boards),
            **hand.kept_too(),
        )

    def _written(self) -> Basis:
        hand = self.hand
        return Basis(
            kind=hand.one((BasisKind.GOVERNING_DOCUMENT, BasisKind.AGREEMENT)),
            document=hand.one(self.documents),
            line=f"{1 + hand.up_to(20)}.{1 + hand.up_to(9)}",
            **hand.kept_too(),
        )
