"""Rules about the golden thread (röd tråd): where plans lead back to, and what is said there."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import DocumentId

__all__ = ["convention_left_out", "thread_broken"]

#: Plans by which something else is carried out, so that none of them is where a thread begins.
_PLANS = frozenset(
    {
        DocumentKind.OPERATIONAL_PLAN,
        DocumentKind.ACTION_PLAN,
        DocumentKind.IMPLEMENTATION_PLAN,
        DocumentKind.ROUTINE,
    }
)


@rule(
    "GOV004",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("documents",),
    sources=seed("SB-22", "SB-33"),
    sv=Texts(
        message=(
            "Den röda tråden är bruten: verksamhetsplanen {plan} utgår inte från något överordnat "
            "styrande dokument."
        ),
        why=(
            "En nämnds verksamhetsplan får sin riktning av det som står högst i kommunen. Utan den "
            "kopplingen beror det gemensamma målet på vem som skriver planen."
        ),
        remedy=(
            "Nämnden knyter planen till det styrande dokument som den ska genomföra; den som "
            "förvaltar samverkansdokumentet anger det i derives_from."
        ),
    ),
    en=Texts(
        message=(
            "The golden thread is broken: operational plan {plan} derives from no superior "
            "governing document."
        ),
        why=(
            "A board's operational plan takes its direction from what stands highest in the "
            "municipality. Without that link the joint goal depends on who writes the plan."
        ),
        remedy=(
            "The board ties the plan to the governing document that it is to carry out; whoever "
            "keeps the document states it in derives_from."
        ),
    ),
)
def thread_broken(view: View, _: Asked) -> Iterator[Outcome]:
    """Follow each operational plan back to a document on top."""
    below = _below(view)
    led, ended = _led(view, below), _ended(view, below)
    for plan in view.documents:
        if plan.kind is not DocumentKind.OPERATIONAL_PLAN or led.intersection(plan.derives_from):
            continue
        if ended.issuperset(plan.derives_from):
            yield Breach(view.place(plan), plan.id, plan=plan.id)
        else:
            yield Unjudged(plan.id, "derives_from")


#: Id of a document -> those that derive from it.
_Below: TypeAlias = Mapping[DocumentId, Sequence[DocumentId]]


def _below(view: View) -> _Below:
    below: dict[DocumentId, list[DocumentId]] = {}
    for document in view.documents.firsts():
        for above in document.derives_from:
            below.setdefault(above, []).append(document.id)
    return below


def _led(view: View, below: _Below) -> set[DocumentId]:
    """Give the documents on top, and all that lead to one of them."""
    found: set[DocumentId] = set()
    waiting = [document.id for document in view.documents.firsts() if _is_on_top(document)]
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += below.get(id_, ())
    return found


def _ended(view: View, below: _Below) -> set[DocumentId]:
    """Give the documents whose threads all come to an end.

    One that comes to an id that no document has, or into a circle, does not: it is lost.
    """
    found: set[DocumentId] = set()
    left = Counter(
        {document.id: len(document.derives_from) for document in view.documents.firsts()}
    )
    waiting = [id_ for id_, count in left.items() if not count]
    while waiting:
        id_ = waiting.pop()
        found.add(id_)
        left.subtract(below.get(id_, ()))
        waiting += {lower for lower in below.get(id_, ()) if not left[lower]}
    return found


def _is_on_top(document: GoverningDocument) -> bool:
    return not document.derives_from and document.kind not in _PLANS


@rule(
    "GOV005",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("documents",),
    sources=seed("SB-34"),
    sv=Texts(
        message=(
            "Det överordnade styrande dokumentet {document} hänvisar inte till barnkonventionen."
        ),
        why=(
            "När konventionen om barnets rättigheter syns i det som styr hela kommunen blir "
            "barnets bästa allas utgångspunkt, inte bara socialtjänstens och skolans."
        ),
        remedy=(
            "Den som bereder {document} tar in barnkonventionen när det styrande dokumentet ses "
            "över; den som förvaltar samverkansdokumentet anger då refers_to_child_convention."
        ),
    ),
    en=Texts(
        message=(
            "Superior governing document {document} does not refer to the convention on the rights "
            "of the child."
        ),
        why=(
            "Where the convention is seen in what steers the whole municipality, the best "
            "interests of the child are everybody's point of departure, not only that of social "
            "services and schools."
        ),
        remedy=(
            "Whoever prepares {document} brings the convention in when it is next revised; whoever "
            "keeps the document then states refers_to_child_convention."
        ),
    ),
)
def convention_left_out(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each document on top whether it refers to the convention.

    On top are those that others derive from, and each comprehensive plan.
    """
    followed = {id_ for document in view.documents for id_ in document.derives_from}
    for document in view.documents:
        plans_the_whole = document.kind is DocumentKind.COMPREHENSIVE_PLAN
        if not _is_on_top(document) or not (plans_the_whole or document.id in followed):
            continue
        if document.refers_to_child_convention is None:
            yield Unjudged(document.id, "refers_to_child_convention")
        elif not document.refers_to_child_convention:
            place = view.place(document, "refers_to_child_convention")
            yield Breach(place, document.id, document=document.id)
