"""Rules about governing documents: decided by each board, carried out, and covering every actor."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.actor import Actor
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import lineage, taking_part
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import ActorId, DocumentId
from samverkan_core.values.time import in_force

__all__ = ["actor_without_agreement", "answering_for", "plan_not_carried_out", "undecided"]

#: The bodies that answer for an area of their own (nämnder).
_BOARDS = frozenset({BodyKind.BOARD, BodyKind.EXECUTIVE_BOARD})

#: The documents by which actors bind themselves to each other (row SB-24).
_AGREEMENTS = frozenset(
    {DocumentKind.AGREEMENT, DocumentKind.JOINT_AGREEMENT, DocumentKind.GUIDELINE}
)


def _has_decided(view: View, document: GoverningDocument, body: Body) -> bool | None:
    """Tell whether a body has decided on a document; None where some decision names no body."""
    if any(decision.body == body.id for decision in document.decided_by):
        return True
    return None if _decided_by_unknown(view, document) else False


def _decided_by_unknown(view: View, document: GoverningDocument) -> int:
    """Count the decisions on a document of which nobody can see which body took them."""
    return sum(view.bodies.get(decision.body) is None for decision in document.decided_by)


@rule(
    "GOV001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("documents", "bodies"),
    sources=seed("SB-35"),
    sv=Texts(
        message=(
            "Det styrande dokumentet {document} berör {boards}, men inget beslut därifrån är "
            "angivet."
        ),
        why=(
            "Varje nämnd beslutar för sin egen verksamhet. Ett gemensamt dokument gäller inte "
            "fullt ut förrän alla som det berör har beslutat om det."
        ),
        remedy="Varje nämnd som saknas beslutar om dokumentet; beslutet förs in i decided_by.",
    ),
    en=Texts(
        message=(
            "Governing document {document} concerns {boards}, but no decision from there is stated."
        ),
        why=(
            "Each board decides for its own services. A joint document is not fully adopted until "
            "all whom it concerns have decided on it."
        ),
        remedy=(
            "Each board that is missing decides on the document; its decision is entered in "
            "decided_by."
        ),
    ),
)
def undecided(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each governing document whether every board that it concerns has decided on it."""
    for document in view.documents:
        decided = {decision.body for decision in document.decided_by}
        missing = tuple(
            board
            for board in dict.fromkeys(document.concerns)
            if board not in decided and view.bodies.get(board) is not None
        )
        if document.kind is DocumentKind.ACTION_PLAN and not document.concerns:
            yield Unjudged(document.id, "concerns")
        # As many decisions of unknown bodies may be just those that are missing.
        elif missing and len(missing) <= _decided_by_unknown(view, document):
            yield Unjudged(document.id, "decided_by.body")
        elif missing:
            place = view.place(document, "concerns")
            yield Breach(place, document.id, document=document.id, boards=missing)


@rule(
    "GOV002",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("documents", "bodies"),
    sources=seed("SB-36"),
    sv=Texts(
        message=(
            "Nämnden {board} har beslutat om handlingsplanen {plan} men inte om någon "
            "genomförandeplan som utgår från den."
        ),
        why=(
            "Handlingsplanen säger vad nämnderna vill tillsammans, genomförandeplanen vad var och "
            "en gör. Utan den senare blir viljan ingens arbete."
        ),
        remedy=(
            "Nämnden beslutar om en genomförandeplan för sin del; den som förvaltar dokumentet "
            "anger {plan} i planens derives_from."
        ),
    ),
    en=Texts(
        message=(
            "Board {board} has decided on action plan {plan} but on no implementation plan that "
            "derives from it."
        ),
        why=(
            "The action plan says what the boards want together, the implementation plan what each "
            "of them does. Without the latter the will becomes nobody's work."
        ),
        remedy=(
            "The board decides on an implementation plan for its part; whoever keeps the document "
            "enters {plan} in that plan's derives_from."
        ),
    ),
)
def plan_not_carried_out(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each board that adopted an action plan for its implementation plan."""
    carrying, unclear = _implementation_plans(view)
    for plan in view.documents:
        if plan.kind is not DocumentKind.ACTION_PLAN:
            continue
        if _decided_by_unknown(view, plan):
            yield Unjudged(plan.id, "decided_by.body")
        for position, board in _boards_that_adopted(view, plan):
            done = {_has_decided(view, other, board) for other in carrying.get(plan.id, ())}
            if True in done:
                continue
            if None in done:
                yield Unjudged(plan.id, "documents.decided_by.body")
            elif any(_has_decided(view, other, board) is not False for other in unclear):
                yield Unjudged(plan.id, "documents.derives_from")
            else:
                place = view.place(plan, "decided_by", position)
                yield Breach(place, plan.id, plan=plan.id, board=board.id)


def _implementation_plans(
    view: View,
) -> tuple[Mapping[DocumentId, Sequence[GoverningDocument]], Sequence[GoverningDocument]]:
    """Give the implementation plans by what they derive from, and those where that is unclear."""
    carrying: defaultdict[DocumentId, list[GoverningDocument]] = defaultdict(list)
    unclear: list[GoverningDocument] = []
    for document in view.documents:
        if document.kind is DocumentKind.IMPLEMENTATION_PLAN:
            for source in dict.fromkeys(document.derives_from):
                known = view.documents.get(source) is not None
                (carrying[source] if known else unclear).append(document)
    return carrying, unclear


def _boards_that_adopted(view: View, plan: GoverningDocument) -> Iterator[tuple[int, Body]]:
    """Give each board that decided on a plan, with the position of its first decision."""
    seen: set[str] = set()
    for position, decision in enumerate(plan.decided_by):
        body = view.bodies.get(decision.body)
        if body is not None and body.kind in _BOARDS and body.id not in seen:
            seen.add(body.id)
            yield position, body


@rule(
    "GOV003",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("actors", "documents", ITSELF),
    of_state=True,
    sources=seed("SB-24"),
    sv=Texts(
        message=(
            "Aktören {actor} omfattas inte av något gällande avtal, någon överenskommelse eller "
            "någon riktlinje."
        ),
        why=(
            "Avtal, överenskommelser och riktlinjer gör det tydligt vem som gör vad. Den som står "
            "utanför dem deltar på egen hand och kan när som helst dra sig ur."
        ),
        remedy=(
            "Styrgruppen bereder en överenskommelse och aktörens huvudman beslutar om den; aktören "
            "förs in i parties."
        ),
    ),
    en=Texts(
        message=(
            "Actor {actor} is covered by no agreement, joint agreement or guideline that is in "
            "force."
        ),
        why=(
            "Agreements and guidelines make it clear who does what. Whoever stands outside them "
            "takes part of their own accord and may leave at any time."
        ),
        remedy=(
            "The steering group prepares a joint agreement and the actor's principal decides on "
            "it; the actor is entered in parties."
        ),
    ),
)
def actor_without_agreement(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each actor taking part whether something that is in force binds it to the others."""
    agreements = [
        document
        for document in view.documents
        if document.kind in _AGREEMENTS and in_force(document.period, asked.day)
    ]
    covered = {party for document in agreements for party in document.parties}
    unclear = any(_has_unknown_parties(view, document) for document in agreements)
    for actor in taking_part(view):
        if not in_force(actor.period, asked.day) or covered & answering_for(view, actor):
            continue
        if unclear:
            yield Unjudged(actor.id, "documents.parties")
        else:
            yield Breach(view.place(actor), actor.id, actor=actor.id)


def answering_for(view: View, actor: Actor) -> AbstractSet[ActorId]:
    """Give the ids of all whose agreements bind an actor: itself, what it is part of, principals.

    Agreements are mostly made by principals and administrations for the units below them.
    """
    ids = lineage(view, actor)
    larger = (view.actors.get(id_) for id_ in ids)
    principals = {one.principal for one in larger if one is not None and one.principal is not None}
    return principals.union(ids)


def _has_unknown_parties(view: View, document: GoverningDocument) -> bool:
    known = [view.actors.get(party) is not None for party in document.parties]
    return not known or not all(known)
