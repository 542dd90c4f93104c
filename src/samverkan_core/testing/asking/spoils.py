"""What can be wrong with the mandates of a chain, one thing at a time.

Each spoiler takes a question that was permitted and changes one fact. Most turn the answer to no;
some only just do not, for the change falls on the right side of a line.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import attrs

from samverkan_core.model.actor import Sector
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.mandate import Basis, BasisKind, Mandate, Power, Scope
from samverkan_core.testing.asking.asked import Plan, around, coming, ended, evolved, moved
from samverkan_core.testing.asking.subject import DIMENSIONS
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import BodyId, DocumentId, HolderId, MandateId
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

__all__ = ["MANDATES", "ROOTS", "Spoiler", "holder_of"]

#: Changes one fact of a question.
Spoiler: TypeAlias = Callable[[Hand, Plan], Plan]


def _any(hand: Hand, plan: Plan) -> Mandate:
    """Choose a mandate of the chain."""
    return plan.link(hand.up_to(len(plan.chain) - 1))


def _delegated(plan: Plan) -> bool:
    """Tell whether anything in the chain was delegated."""
    return len(plan.chain) > 1


def holder_of(plan: Plan, mandate: Mandate) -> Any:  # noqa: ANN401 - a thing of any class
    """Give the first holder of a mandate; None where the document has none."""
    collab = plan.collab
    things: tuple[Any, ...] = (*collab.roles, *collab.bodies, *collab.actors, *collab.persons)
    return next((one for one in things if one.id in mandate.granted_to), None)


# --- each mandate by itself ------------------------------------------------------------------


def _power_missing(hand: Hand, plan: Plan) -> Plan:
    others = tuple(one for one in (Power.INFORM, Power.PROPOSE) if one is not plan.asked.power)
    return plan.changing(_any(hand, plan), powers=others)


def _other_power(hand: Hand, plan: Plan) -> Plan:
    """Ask for something else than what was granted."""
    return plan.asking(power=hand.one(tuple(Power)))


def _too_narrow(hand: Hand, plan: Plan) -> Plan:
    """Let a mandate cover something beside what is asked about."""
    mandate = _any(hand, plan)
    scope = mandate.scope or Scope()
    dimension = hand.one((*DIMENSIONS, "ages"))
    if dimension == "ages":
        closed: Any = AgeBand(from_age=130, to_age=hand.one((130, 0)))
    else:
        closed = (hand.id("elsewhere", 2),)
    return plan.changing(mandate, scope=attrs.evolve(scope, **{dimension: closed}))


def _asked_too_much(hand: Hand, plan: Plan) -> Plan:
    """Ask about everything, or about no matter."""
    on = hand.one((None, attrs.evolve(plan.target, matters=None)))
    return attrs.evolve(plan.asking(on=on), target=on or Scope())


def _out_of_time(hand: Hand, plan: Plan) -> Plan:
    backwards = Period(first_day=moved(hand.at, 1), last_day=moved(hand.at, -1))
    periods = (ended(hand), coming(hand), backwards)
    return plan.changing(_any(hand, plan), period=hand.one(periods))


def _revoked(hand: Hand, plan: Plan) -> Plan:
    """Revoke a mandate on the day or before; or only from the day after, which is not yet."""
    day = moved(hand.at, hand.one((0, -1, -30, 1)))
    return plan.changing(_any(hand, plan), revoked_from=day)


def _urgent_only(hand: Hand, plan: Plan) -> Plan:
    return plan.changing(_any(hand, plan), urgent_only=True)


# --- one mandate after another ---------------------------------------------------------------


def _dangling(hand: Hand, plan: Plan) -> Plan:
    parent = MandateId(hand.id("mandate", 77))
    return plan.changing(_any(hand, plan), parent=parent)


def _ring(hand: Hand, plan: Plan) -> Plan:
    parent = MandateId(hand.one(plan.chain))
    return plan.changing(plan.link(-1), parent=parent)


def _above(hand: Hand, plan: Plan) -> Mandate:
    """Choose a mandate from which another of the chain derives."""
    return plan.link(1 + hand.up_to(len(plan.chain) - 2))


def _may_not_delegate(hand: Hand, plan: Plan) -> Plan:
    return plan.changing(_above(hand, plan), may_delegate=False)


def _wrong_delegator(hand: Hand, plan: Plan) -> Plan:
    """Let a mandate be granted by somebody who does not hold the one above, or by nobody."""
    mandate = plan.link(hand.up_to(len(plan.chain) - 2))
    strangers = (hand.id("municipality", 1), hand.id("nobody", 1), mandate.granted_to[0], None)
    return plan.changing(mandate, granted_by=hand.one(strangers))


def _by_a_substitute(hand: Hand, plan: Plan) -> Plan:
    """Let the grantor be the substitute, not the holder, of the mandate above."""
    mandate = _above(hand, plan)
    other = HolderId(hand.id("nobody", 1))
    return plan.changing(mandate, granted_to=(other,), substitutes=mandate.granted_to)


def _grantors(plan: Plan) -> Sequence[Body]:
    ids = {str(plan.link(position).granted_by) for position in range(len(plan.chain))}
    return tuple(body for body in plan.collab.bodies if body.id in ids)


def _grantor_ended(hand: Hand, plan: Plan) -> Plan:
    """End a body that granted a mandate; perhaps another took its place, perhaps by decision."""
    body = hand.one(_grantors(plan))
    plan = plan.changing(body, period=ended(hand))
    if not hand.yes():
        return plan
    successor = Body(
        id=BodyId(hand.id("successor", 1)),
        name="efterföljare",
        kind=hand.one((body.kind, BodyKind.BOARD)),
        actor=body.actor,
        succeeds=(body.id,),
        decided_by=hand.one((Resolution(), None)),
        period=hand.one((lambda _: None, around, ended, coming))(hand),
    )
    return plan.adding(successor)


def _two_of_one_id(hand: Hand, plan: Plan) -> Plan:
    """Put another mandate of the same id before one of the chain, so that the other counts."""
    mandate = _any(hand, plan)
    other = evolved(
        mandate,
        **hand.perhaps(
            period=lambda: ended(hand),
            granted_to=lambda: (HolderId(hand.id("nobody", 1)),),
            may_delegate=lambda: False,
        ),
    )
    collab = attrs.evolve(plan.collab, mandates=(other, *plan.collab.mandates))
    return plan.asking(collab=collab)


#: What can be wrong with a mandate, and when that can be.
MANDATES: tuple[tuple[Callable[[Plan], bool], Spoiler], ...] = (
    (lambda _: True, _power_missing),
    (lambda _: True, _other_power),
    (lambda _: True, _too_narrow),
    (lambda plan: plan.target != Scope(), _asked_too_much),
    (lambda _: True, _out_of_time),
    (lambda _: True, _revoked),
    (lambda _: True, _urgent_only),
    (lambda _: True, _dangling),
    (lambda _: True, _ring),
    (_delegated, _may_not_delegate),
    (_delegated, _wrong_delegator),
    (_delegated, _by_a_substitute),
    (lambda plan: bool(_grantors(plan)), _grantor_ended),
    (lambda _: True, _two_of_one_id),
)


# --- the ground ------------------------------------------------------------------------------


def _no_basis(_: Hand, plan: Plan) -> Plan:
    return plan.changing(plan.link(-1), basis=None)


def _other_basis(hand: Hand, plan: Plan) -> Plan:
    basis = plan.link(-1).basis or Basis(kind=BasisKind.LAW)
    kind = hand.one(tuple(BasisKind))
    return plan.changing(plan.link(-1), basis=evolved(basis, kind=kind))


def _no_document(hand: Hand, plan: Plan) -> Plan:
    basis = Basis(kind=BasisKind.GOVERNING_DOCUMENT, document=DocumentId(hand.id("rules", 77)))
    return plan.changing(plan.link(-1), basis=basis)


def _old_document(hand: Hand, plan: Plan) -> Plan:
    document = hand.one(plan.collab.documents)
    return plan.changing(document, period=hand.one((ended, coming))(hand))


def _other_document(hand: Hand, plan: Plan) -> Plan:
    kinds = (DocumentKind.GUIDELINE, *DocumentKind)
    return plan.changing(hand.one(plan.collab.documents), kind=hand.one(kinds))


def _other_granter(hand: Hand, plan: Plan) -> Plan:
    others = (None, hand.id("nobody", 1), hand.id("municipality", 1), plan.link(-1).granted_to[0])
    return plan.changing(plan.link(-1), granted_by=hand.one(others))


def _other_holder(hand: Hand, plan: Plan) -> Plan:
    """Grant the first mandate to another besides, perhaps one that nobody knows."""
    root = plan.link(-1)
    other = HolderId(hand.id(hand.one(("nobody", "company", "police")), 1))
    return plan.changing(root, granted_to=(*root.granted_to, other))


def _old_law(hand: Hand, plan: Plan) -> Plan:
    """Rest the first mandate on law: some that holds, some that has ended, some not yet there."""
    ref, title = hand.one(
        (
            ("2 kap. 7 §", "socialtjänstlagen (2001:453)"),
            ("6 kap. 33 §", "kommunallagen (1991:900)"),
            ("7 kap. 5 §", "kommunallagen (2017:725)"),
            ("30 kap. 6 §", "socialtjänstlagen (2025:400)"),
            ("6 kap. 33 § KL", None),
        )
    )
    provision = hand.one((Source(kind=SourceKind.LAW, ref=ref, title=title), None))
    basis = Basis(kind=BasisKind.LAW, provision=provision)
    return plan.changing(plan.link(-1), basis=basis)


def _other_sector(hand: Hand, plan: Plan) -> Plan:
    actor = hand.one(plan.collab.actors)
    return plan.changing(actor, sector=hand.one((*Sector, None)))


#: What can be wrong with the ground, and when that can be.
ROOTS: tuple[tuple[Callable[[Plan], bool], Spoiler], ...] = (
    (lambda _: True, _no_basis),
    (lambda _: True, _other_basis),
    (lambda _: True, _no_document),
    (lambda plan: bool(plan.collab.documents), _old_document),
    (lambda plan: bool(plan.collab.documents), _other_document),
    (lambda _: True, _other_granter),
    (lambda _: True, _other_holder),
    (lambda _: True, _old_law),
    (lambda _: True, _other_sector),
)
