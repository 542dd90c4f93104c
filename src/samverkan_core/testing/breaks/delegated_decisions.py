"""How the rules about delegated decisions are broken: no support, a wrong citation, no report.

Each edit puts a board's delegation and what was decided by it into the world, so that all else
about the decision is right, and then changes one thing.
"""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.model.body import BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.delegated_decision import DelegatedDecision, Reporting
from samverkan_core.model.mandate import Mandate, MatterKind, Power
from samverkan_core.reference.laws import laws
from samverkan_core.rules.reported_decisions import MINUTED, URGENT
from samverkan_core.testing.breaks.bodies import days_after, days_before, unused_id
from samverkan_core.testing.breaks.holdings import a_person
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.lawful.delegated_decisions import delegated_decisions
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import BodyId, DelegatedDecisionId, HolderId
from samverkan_core.values.time import PartialDate

__all__ = ["BREAKING", "NEAR_MISS"]

_DAY = dt.timedelta(days=1)


def _decided(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Put in one decision more, which cites what it rests on; nothing is wrong with it."""
    hand = Hand(draw, at, "ytterligare {}-{}")
    drawn = delegated_decisions(hand, collab, min(_read_from(), at))
    told: dict[str, Any] = {
        **drawn,
        "delegated_decisions": drawn["delegated_decisions"][: len(collab.delegated_decisions) + 1],
    }
    collab = attrs.evolve(collab, **told)
    return _changed(collab, mandate=_mandates(collab)[1].id)


def _read_from() -> dt.date:
    """Give the first day for which somebody has read that decisions are to be made known."""
    rows = (row.read_from for row in laws() if row.id in {*MINUTED, *URGENT})
    return min(day for day in rows if day is not None)


def _the_decision(collab: Collaboration) -> tuple[DelegatedDecision, dt.date]:
    """Give the decision that was put in, and its day."""
    decision = collab.delegated_decisions[-1]
    assert decision.day is not None  # noqa: S101 - it was drawn with one
    return decision, decision.day.earliest


def _mandates(collab: Collaboration) -> tuple[Mandate, Mandate]:
    """Give what the board had, and what it delegated of that."""
    own, given = collab.mandates[-2:]
    return own, given


def _changed(collab: Collaboration, **members: object) -> Collaboration:
    told: dict[str, Any] = members
    decision, _ = _the_decision(collab)
    return replaced(collab, decision, attrs.evolve(decision, **told))


# --- no support --------------------------------------------------------------------------------


def _no_support(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let the delegate be disqualified in the matter, or let a steering group have decided."""
    collab = _decided(draw, collab, at)
    if draw(st.booleans()):
        decision, _ = _the_decision(collab)
        return _matter_with(collab, disqualified=(decision.delegate,))
    groups = (body.id for body in collab.bodies if body.kind is BodyKind.STEERING_GROUP)
    return _changed(collab, delegate=HolderId(a(draw, groups)))


def _support_after_all(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let another be disqualified, or anybody carry out what needs no decision."""
    collab = _decided(draw, collab, at)
    decision, _ = _the_decision(collab)
    if draw(st.booleans()):
        others = (one.id for one in collab.persons if str(one.id) != decision.delegate)
        return _matter_with(collab, disqualified=(a(draw, others),))
    anybody = HolderId(a_person(draw, collab))
    cited = {"mandate": None, "line": None, "office": None}
    collab = _changed(collab, delegate=anybody, power=Power.DECIDE, **cited)
    return _matter_with(collab, kind=MatterKind.EXECUTION)


def _matter_with(collab: Collaboration, **members: object) -> Collaboration:
    told: dict[str, Any] = members
    decision, _ = _the_decision(collab)
    matter = next(one for one in collab.matters if one.id == decision.matter)
    return replaced(collab, matter, attrs.evolve(matter, **told))


# --- what is cited -----------------------------------------------------------------------------


def _cites_another(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Cite a line that there is none of, the board's own mandate, or an office of another's."""
    collab = _decided(draw, collab, at)
    decision, _ = _the_decision(collab)
    own, _ = _mandates(collab)
    held = {str(one.office) for one in collab.appointments if str(one.person) == decision.delegate}
    others = [role.id for role in collab.roles if str(role.id) not in held]
    wrong: tuple[dict[str, Any], ...] = (
        {"line": "99.99"},
        {"mandate": own.id},
        {"office": a(draw, others)},
    )
    return _changed(collab, **a(draw, wrong))


def _cites_what_carries(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = _decided(draw, collab, at)
    _, given = _mandates(collab)
    line = None if given.basis is None else given.basis.line
    return _changed(collab, mandate=given.id, line=line, office=given.granted_to[0])


# --- at the next meeting -----------------------------------------------------------------------


def _after_the_next_meeting(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let the board meet, and an urgent decision be reported later, elsewhere or not at all."""
    collab = _decided(draw, collab, at)
    _, day = _the_decision(collab)
    met = days_after(draw, day)
    elsewhere = BodyId(a(draw, (one.id for one in collab.bodies if not one.is_elected)))
    reports = (
        None,
        Reporting(minutes=_minutes(collab, days_after(draw, met))),
        Reporting(minutes=attrs.evolve(_minutes(collab, met), body=elsewhere)),
    )
    reported = a(draw, reports)
    collab = _changed(collab, urgent=True, reported=reported, reviewable=False, minuted_on=None)
    return _met(collab, met)


def _at_the_next_meeting(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let an urgent decision be reported on the day after, or on its own, when the board met."""
    collab = _decided(draw, collab, at)
    _, day = _the_decision(collab)
    told = day + draw(st.integers(0, 1)) * _DAY
    reported = Reporting(minutes=_minutes(collab, told))
    return _met(_changed(collab, urgent=True, reported=reported), day + _DAY)


def _minutes(collab: Collaboration, day: dt.date) -> Resolution:
    _, given = _mandates(collab)
    board = None if given.granted_by is None else BodyId(given.granted_by)
    return Resolution(body=board, day=PartialDate.on(day))


def _met(collab: Collaboration, day: dt.date) -> Collaboration:
    """Let the board have met on a day, for another decision was reported to it then."""
    decision, _ = _the_decision(collab)
    other = DelegatedDecisionId(unused_id(collab, decision.id))
    reported = Reporting(minutes=_minutes(collab, day))
    return added(collab, attrs.evolve(decision, id=other, urgent=False, reported=reported))


# --- made known at all -------------------------------------------------------------------------


def _not_made_known(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = _decided(draw, collab, at)
    return _changed(collab, urgent=False, reported=None, minuted_on=None, reviewable=True)


def _made_known_or_need_not_be(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    """Let nothing be said of a decision that no court reviews, or little of how it was reported."""
    collab = _decided(draw, collab, at)
    decision, _ = _the_decision(collab)
    silent = {"reported": None, "minuted_on": None, "reviewable": True}
    ways: tuple[dict[str, Any], ...] = (
        {**silent, "reviewable": False},
        {**silent, "reported": Reporting()},
        {**silent, "minuted_on": decision.day},
    )
    return _changed(collab, urgent=False, **a(draw, ways))


# --- the order of days -------------------------------------------------------------------------


def _known_before_taken(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = _decided(draw, collab, at)
    _, day = _the_decision(collab)
    return _known_on(draw, collab, days_before(draw, day))


def _known_the_same_day(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = _decided(draw, collab, at)
    _, day = _the_decision(collab)
    return _known_on(draw, collab, day)


def _known_on(draw: st.DrawFn, collab: Collaboration, day: dt.date) -> Collaboration:
    ways: tuple[dict[str, Any], ...] = (
        {"reported": Reporting(minutes=_minutes(collab, day))},
        {"minuted_on": PartialDate.on(day)},
    )
    return _changed(collab, **a(draw, ways))


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "DGD001": _no_support,
        "DGD002": _cites_another,
        "DGD003": _after_the_next_meeting,
        "DGD004": _not_made_known,
        "DGD005": _known_before_taken,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "DGD001": _support_after_all,
        "DGD002": _cites_what_carries,
        "DGD003": _at_the_next_meeting,
        "DGD004": _made_known_or_need_not_be,
        "DGD005": _known_the_same_day,
    }
)
