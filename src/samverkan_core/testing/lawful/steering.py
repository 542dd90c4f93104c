"""Governing documents, mandates and matters of a lawful world."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

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
#: Plans by which another document is carried out; the former leads back to one on top.
_DERIVED = (DocumentKind.OPERATIONAL_PLAN, DocumentKind.ROUTINE)
_FURTHER = tuple(kind for kind in DocumentKind if kind not in {*_PACTS, *_PLANS})
#: Documents that a thread can begin with.
_TOPS = tuple(kind for kind in _FURTHER if kind not in {*_DERIVED, DocumentKind.OTHER})

#: Powers without legal effect, which anybody can be given.
_QUIET = (Power.PREPARE, Power.COORDINATE, Power.GIVE_OPINION, Power.INFORM)


def documents(
    hand: Hand, boards: Sequence[BodyId], parties: Sequence[ActorId]
) -> tuple[GoverningDocument, ...]:
    """Draw the pact of those who take part, the plan and how each board carries it out."""
    further = tuple(_further(hand, boards, parties))
    everything = (_pact(hand, parties), *_plans(hand, boards, further), *further)
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
    """Draw other documents, each deriving at most from those before it: plans come last."""
    own = (DocumentKind.OTHER,) if hand.yes() else ()
    before: tuple[DocumentId, ...] = ()
    for number, kind in enumerate(_from_the_top(hand, (*own, *hand.some(_FURTHER, 0, 3))), 1):
        document = _document(hand, _id(hand, "dokument", number), kind)
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
            yield attrs.evolve(
                second,
                parent=first.id,
                scope=first.scope,
                period=first.period,
                urgent_only=first.urgent_only,
            )

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
                substitutes=(3, lambda: self._substitutes(to)),
                urgent_only=(3, lambda: True),
                conditions=(3, lambda: hand.texts(words.CONDITIONS)),
                revoked_from=(3, lambda: hand.after(hand.at)),
                revoked_by=(3, lambda: hand.decision(self.boards)),
                recorded_on=(3, hand.known_day),
                **hand.beside(),
            ),
        )

    def _substitutes(self, holders: Sequence[HolderId]) -> tuple[HolderId, ...]:
        """Choose who steps in, one office or two, none of which holds the mandate itself."""
        others = tuple(office for office in self.offices if office not in holders)
        return tuple(self.hand.some(others, 1, 2))

    def _scope(self) -> Scope:
        hand = self.hand
        named: dict[str, Perhaps] = {
            name: partial(self._several, things)
            for name, things in (("focus_areas", self.areas), ("matters", self.matters))
            if things
        }
        return Scope(
            **hand.perhaps(
                bodies=lambda: (self.steering,),
                actors=lambda: tuple(hand.some(self.actors, 1, 2)),
                ages=lambda: hand.one(self.bands),
                kept=hand.kept,
                **named,
            )
        )

    def _several(self, things: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.hand.some(things, 1, 2))

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
