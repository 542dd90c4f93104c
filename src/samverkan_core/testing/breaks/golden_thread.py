"""How rules about the golden thread are broken: a plan that leads nowhere, a right left unsaid."""

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.testing.breaks.bodies import unused_id
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import DocumentId

__all__ = ["BREAKING", "NEAR_MISS"]

#: Plans that a thread goes through, and that nothing else is asked of here.
_THROUGH = (DocumentKind.ROUTINE, DocumentKind.IMPLEMENTATION_PLAN)
#: Documents that a thread can begin with.
_TOPS = (
    DocumentKind.BUDGET,
    DocumentKind.POLICY,
    DocumentKind.RULES_OF_PROCEDURE,
    DocumentKind.GUIDELINE,
    DocumentKind.JOINT_AGREEMENT,
)


# --- the thread --------------------------------------------------------------------------------


def _leads_nowhere(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    above = _thread(draw, collab, (), draw(st.integers(0, 3)))
    plan = _document(draw, added(collab, *above), DocumentKind.OPERATIONAL_PLAN, above[-1:])
    return added(collab, *draw(st.permutations((*above, plan))))


def _leads_to_the_top(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    """Let one of the ways from a plan lead to the top, through others, and one nowhere."""
    top = _top(draw, collab, refers=True)
    above = _thread(draw, collab, (top,), draw(st.integers(0, 3)))
    nowhere = _document(draw, added(collab, *above), DocumentKind.ROUTINE)
    everything = (*above, nowhere)
    derived = draw(st.permutations((above[-1], nowhere)))
    plan = _document(draw, added(collab, *everything), DocumentKind.OPERATIONAL_PLAN, derived)
    return added(collab, *draw(st.permutations((*everything, plan))))


def _thread(
    draw: st.DrawFn, collab: Collaboration, top: tuple[GoverningDocument, ...], length: int
) -> tuple[GoverningDocument, ...]:
    """Make plans that each derive from the one before, the first of them from the top."""
    thread = top
    for _ in range(length):
        before = added(collab, *thread)
        thread = (*thread, _document(draw, before, a(draw, _THROUGH), thread[-1:]))
    return thread


# --- the convention ----------------------------------------------------------------------------


def _convention_unsaid(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    top = _top(draw, collab, refers=False)
    comprehensive = attrs.evolve(top, kind=DocumentKind.COMPREHENSIVE_PLAN)
    return a(draw, (_followed(draw, collab, top), added(collab, comprehensive)))


def _said_or_not_on_top(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    """Let one that nobody follows be silent, or one between, or let one on top say it."""
    said, unsaid = _top(draw, collab, refers=True), _top(draw, collab, refers=False)
    comprehensive = attrs.evolve(said, kind=DocumentKind.COMPREHENSIVE_PLAN)
    between = attrs.evolve(
        unsaid, id=DocumentId(unused_id(added(collab, said), "plan")), derives_from=(said.id,)
    )
    return a(
        draw,
        (
            added(collab, unsaid),
            added(collab, comprehensive),
            _followed(draw, added(collab, said), between),
        ),
    )


def _followed(draw: st.DrawFn, collab: Collaboration, document: GoverningDocument) -> Collaboration:
    """Put in a document, and let some plan that is there derive from it as well."""
    plan = a(draw, (plan for plan in collab.documents if plan.derives_from))
    after = attrs.evolve(plan, derives_from=(*plan.derives_from, document.id))
    return added(replaced(collab, plan, after), document)


# --- what the edits share ----------------------------------------------------------------------


def _top(draw: st.DrawFn, collab: Collaboration, *, refers: bool) -> GoverningDocument:
    top = _document(draw, collab, a(draw, _TOPS))
    return attrs.evolve(top, refers_to_child_convention=refers)


def _document(
    draw: st.DrawFn,
    collab: Collaboration,
    kind: DocumentKind,
    above: Sequence[GoverningDocument] = (),
) -> GoverningDocument:
    return GoverningDocument(
        id=DocumentId(unused_id(collab, "dokument")),
        name=draw(texts()),
        kind=kind,
        derives_from=tuple(document.id for document in above),
    )


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {"GOV004": _leads_nowhere, "GOV005": _convention_unsaid}
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {"GOV004": _leads_to_the_top, "GOV005": _said_or_not_on_top}
)
