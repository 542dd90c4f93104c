"""How rules about governing documents are broken: a board left out, a plan that nobody carries."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from samverkan_core.indexing import View, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.rules.common import taking_part
from samverkan_core.rules.governing import answering_for
from samverkan_core.testing.breaks.bodies import days_before
from samverkan_core.testing.edit import Edit, a, replaced
from samverkan_core.values.ids import BodyId, DocumentId
from samverkan_core.values.time import Period, in_force

__all__ = ["BREAKING", "NEAR_MISS", "agreements_lapsed"]

_AGREEMENTS = (DocumentKind.AGREEMENT, DocumentKind.JOINT_AGREEMENT, DocumentKind.GUIDELINE)

_Change = Callable[[GoverningDocument], GoverningDocument]


# --- decisions of boards -----------------------------------------------------------------------


def _board_left_out(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    plan = _joint_plan(draw, collab)
    board = a(draw, plan.concerns)
    others = tuple(decision for decision in plan.decided_by if decision.body not in {board, None})
    return replaced(collab, plan, attrs.evolve(plan, decided_by=others))


def _one_board_named_twice(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    plan = _joint_plan(draw, collab)
    board = a(draw, plan.concerns)
    own = tuple(decision for decision in plan.decided_by if decision.body == board)
    alone = attrs.evolve(plan, concerns=(board, board), decided_by=own[:1])
    return replaced(collab, plan, alone)


def _joint_plan(draw: st.DrawFn, collab: Collaboration) -> GoverningDocument:
    plans = (doc for doc in collab.documents if doc.kind is DocumentKind.ACTION_PLAN)
    return a(draw, (plan for plan in plans if plan.concerns))


# --- implementation plans ----------------------------------------------------------------------


def _plan_left_lying(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    plan = _joint_plan(draw, collab)
    board = a(draw, plan.concerns)
    own = [doc for doc in _carrying(collab, plan) if _is_decided_by(doc, board)]
    return _changed(collab, own, a(draw, (_not_carrying(plan.id), _of_another_kind)))


def _one_plan_for_all_boards(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    plan = _joint_plan(draw, collab)
    carrying = _carrying(collab, plan)
    shared = a(draw, carrying)
    others = [doc for doc in carrying if doc is not shared]
    collab = _changed(collab, others, _not_carrying(plan.id))
    return replaced(collab, shared, attrs.evolve(shared, decided_by=plan.decided_by))


def _carrying(collab: Collaboration, plan: GoverningDocument) -> list[GoverningDocument]:
    plans = (doc for doc in collab.documents if doc.kind is DocumentKind.IMPLEMENTATION_PLAN)
    return [doc for doc in plans if plan.id in doc.derives_from]


def _is_decided_by(document: GoverningDocument, board: BodyId) -> bool:
    return any(decision.body in {board, None} for decision in document.decided_by)


def _not_carrying(plan: DocumentId) -> _Change:
    def change(document: GoverningDocument) -> GoverningDocument:
        left = tuple(source for source in document.derives_from if source != plan)
        return attrs.evolve(document, derives_from=left)

    return change


def _of_another_kind(document: GoverningDocument) -> GoverningDocument:
    return attrs.evolve(document, kind=DocumentKind.ROUTINE)


# --- agreements --------------------------------------------------------------------------------


def _actor_left_outside(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    view = _view(collab)
    actor, other = draw(st.permutations(taking_part(view)))[:2]
    outside = answering_for(view, actor)

    def change(document: GoverningDocument) -> GoverningDocument:
        left = tuple(party for party in document.parties if party not in outside)
        return attrs.evolve(document, parties=left or (other.id,))

    return _changed(collab, _agreements(collab, at), change)


def agreements_lapsed(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let every agreement end before the day, so that no actor is covered by any."""
    return _until(collab, at, days_before(draw, at))


def _agreements_lapse_today(_: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _until(collab, at, at)


def _until(collab: Collaboration, at: dt.date, last_day: dt.date) -> Collaboration:
    period = Period(last_day=last_day)
    return _changed(
        collab, _agreements(collab, at), lambda document: attrs.evolve(document, period=period)
    )


def _without_agreement(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return a(draw, (_actor_left_outside, agreements_lapsed))(draw, collab, at)


def _agreements(collab: Collaboration, at: dt.date) -> list[GoverningDocument]:
    agreed = (doc for doc in collab.documents if doc.kind in _AGREEMENTS)
    return [doc for doc in agreed if in_force(doc.period, at)]


def _view(collab: Collaboration) -> View:
    return index(collab).whole


def _changed(
    collab: Collaboration, documents: Iterable[GoverningDocument], change: _Change
) -> Collaboration:
    for document in documents:
        collab = replaced(collab, document, change(document))
    return collab


BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "GOV001": _board_left_out,
        "GOV002": _plan_left_lying,
        "GOV003": _without_agreement,
    }
)

NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "GOV001": _one_board_named_twice,
        "GOV002": _one_plan_for_all_boards,
        "GOV003": _agreements_lapse_today,
    }
)
