"""How the rules about plans are broken: a consent less, an item less, two that pull apart.

Each edit puts in a plan of its own for a child of its own, so that nothing else changes.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs
from hypothesis import strategies as st

from samverkan_core.model.child import AgeLimit, ChildRef
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.plan import (
    Aim,
    Commitment,
    Consent,
    Consenter,
    FamilyParticipation,
    IndividualPlan,
    Participant,
    PlanKind,
    PlannedIntervention,
    Service,
    ServiceNeed,
)
from samverkan_core.testing.breaks.bodies import days_after, days_before, unused_id
from samverkan_core.testing.breaks.delegation import read_days
from samverkan_core.testing.edit import Edit, a, added
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.testing.lawful.plans import lawful_report
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import ActorId, ChildId, PlanId
from samverkan_core.values.time import PartialDate, Period

__all__ = ["BREAKING", "DAYS", "NEAR_MISS", "a_child"]

_DAY = dt.timedelta(days=1)
#: The provisions on coordinated individual plans, wording by wording.
_PLAN_ROWS = ("se.sol2025.10-8", "se.sol2001.2-7", "se.sol2001.2-7.v1")
#: What an edit changes in a plan that is open and lawful.
_Change: TypeAlias = Callable[[st.DrawFn, IndividualPlan, dt.date], Mapping[str, Any]]


def a_child(collab: Collaboration, **known: object) -> ChildRef:
    """Make a child that the collaboration does not have."""
    ages: dict[str, Any] = known
    return ChildRef(id=ChildId(unused_id(collab, "barn")), **ages)


def _open_plan(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, child: ChildRef, **members: object
) -> IndividualPlan:
    """Make a plan that is open on a day and that no rule has anything to say about."""
    principal = collab.principals[0]
    told: dict[str, Any] = {"kind": a(draw, PlanKind), **members}
    named = (
        {} if told["kind"] is PlanKind.COORDINATED_INDIVIDUAL_PLAN else {"kind_name": draw(texts())}
    )
    begun = days_before(draw, at)
    return IndividualPlan(
        id=PlanId(unused_id(collab, "plan")),
        child=child.id,
        needs=tuple(ServiceNeed(service=service) for service in Service),
        interventions=(PlannedIntervention(what=draw(texts()), principal=principal),),
        measures_by_others="Inga.",
        overall_principal=principal,
        family=FamilyParticipation(child=True, family=True),
        started=PartialDate.on(begun),
        follow_ups=(PartialDate.on(days_after(draw, at)),),
        **{**_everybodys(draw, principal, begun), **named, **told},
    )


def _everybodys(draw: st.DrawFn, principal: ActorId, day: dt.date) -> dict[str, Any]:
    """Give the consents of all who could have to, and something that remains to be done."""
    return {
        "consents": tuple(_consent(draw, who, day) for who in Consenter),
        "commitments": (_commitment("0", principal),),
    }


def _with_a_plan(change: _Change, **members: object) -> Edit:
    """Put in a plan that something is changed in."""

    def edit(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
        child = a_child(collab)
        plan = _open_plan(draw, collab, at, child, **members)
        return added(collab, child, attrs.evolve(plan, **change(draw, plan, at)))

    return edit


def _coordinated(change: _Change) -> Edit:
    """Put in a coordinated plan that begins on the day itself, and that something is changed in."""

    def changed(draw: st.DrawFn, plan: IndividualPlan, at: dt.date) -> Mapping[str, Any]:
        return {"started": PartialDate.on(at), **change(draw, plan, at)}

    return _with_a_plan(changed, kind=PlanKind.COORDINATED_INDIVIDUAL_PLAN)


# --- consents ----------------------------------------------------------------------------------


def _consent(draw: st.DrawFn, who: Consenter, since: dt.date) -> Consent:
    return Consent(by=who, covers=(draw(texts()),), since=PartialDate.on(since))


def _nobody_yet(draw: st.DrawFn, _: IndividualPlan, at: dt.date) -> Mapping[str, Any]:
    later = (_consent(draw, who, days_after(draw, at)) for who in Consenter)
    return {"consents": a(draw, ((), tuple(later)))}


def _from_today(draw: st.DrawFn, plan: IndividualPlan, at: dt.date) -> Mapping[str, Any]:
    """Let everybody consent from the very day, or until the day after."""
    ends = a(draw, (None, PartialDate.on(at + _DAY)))
    given = (_consent(draw, who, at) for who in Consenter)
    return {
        "guardians": plan.guardians,
        "consents": tuple(attrs.evolve(one, withdrawn_on=ends) for one in given),
    }


def _of_age(*, enough: bool) -> Edit:
    """Put in a plan for a child of known age, to which those who are to consent do, or do not."""

    def edit(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
        grown = draw(st.booleans())
        known = {"passed": (AgeLimit.EIGHTEEN,)} if grown else {}
        child = a_child(collab, as_of=at, **known)
        right, wrong = _whose(grown=grown)
        who, guardians = a(draw, right if enough else wrong)
        given = tuple(_consent(draw, one, days_before(draw, at)) for one in who)
        plan = _open_plan(draw, collab, at, child, consents=given, guardians=guardians)
        return added(collab, child, plan)

    return edit


#: Who consents, and how many guardians there are.
_Ways: TypeAlias = "tuple[tuple[tuple[Consenter, ...], int], ...]"


def _whose(*, grown: bool) -> tuple[_Ways, _Ways]:
    """Give who may consent and be enough, and who not; below twelve no child alone ever is."""
    child, one, two = Consenter
    if grown:
        return (((child,), 2),), (((one, two), 2), ((one,), 1))
    return (((one,), 1), ((one, two), 2)), (((child,), 1), ((child, one), 2), ((two,), 2))


def _withdrawn(draw: st.DrawFn, plan: IndividualPlan, at: dt.date) -> Mapping[str, Any]:
    """Let one of those who consented have withdrawn it, while something remains to be done."""
    day = a(draw, (at, days_before(draw, at)))
    return _taken_back(draw, plan, day)


def _taken_back(draw: st.DrawFn, plan: IndividualPlan, day: dt.date) -> Mapping[str, Any]:
    """Let somebody withdraw a consent on a day, though nothing has been done."""
    given = [_consent(draw, who, day - 2 * _DAY) for who in Consenter]
    gone = draw(st.integers(0, len(given) - 1))
    given[gone] = attrs.evolve(given[gone], withdrawn_on=PartialDate.on(day))
    return {
        "consents": tuple(given),
        "commitments": tuple(attrs.evolve(one, done_on=None) for one in plan.commitments),
    }


def _withdrawn_tomorrow_or_anew(
    draw: st.DrawFn, plan: IndividualPlan, at: dt.date
) -> Mapping[str, Any]:
    """Let the withdrawal come tomorrow, or have been made good by a new consent."""
    changes = dict(_taken_back(draw, plan, at + _DAY))
    if draw(st.booleans()):
        changes = dict(_taken_back(draw, plan, at))
        anew = (_consent(draw, who, at) for who in Consenter)
        changes["consents"] = (*changes["consents"], *anew)
    return changes


def _general(draw: st.DrawFn, plan: IndividualPlan, _: dt.date) -> Mapping[str, Any]:
    chosen = a(draw, plan.consents)
    bare = attrs.evolve(chosen, covers=())
    return {"consents": tuple(bare if one is chosen else one for one in plan.consents)}


def _of_one_kind(draw: st.DrawFn, plan: IndividualPlan, _: dt.date) -> Mapping[str, Any]:
    one_kind = (draw(texts()),)
    return {"consents": tuple(attrs.evolve(one, covers=one_kind) for one in plan.consents)}


# --- content -----------------------------------------------------------------------------------


def _one_service(draw: st.DrawFn, _: IndividualPlan, __: dt.date) -> Mapping[str, Any]:
    services = a(draw, ((), *((service,) for service in Service)))
    return {"needs": tuple(ServiceNeed(service=service) for service in services)}


def _both_in_few_words(_: st.DrawFn, __: IndividualPlan, ___: dt.date) -> Mapping[str, Any]:
    return {"needs": tuple(ServiceNeed(service=service) for service in reversed(Service))}


def _item_missing(draw: st.DrawFn, plan: IndividualPlan, _: dt.date) -> Mapping[str, Any]:
    nobodys = tuple(attrs.evolve(one, principal=None) for one in plan.interventions)
    changes: tuple[Mapping[str, Any], ...] = (
        {"interventions": ()},
        {"interventions": nobodys},
        {"measures_by_others": None},
        {"overall_principal": None},
    )
    return a(draw, changes)


def _items_in_few_words(draw: st.DrawFn, plan: IndividualPlan, _: dt.date) -> Mapping[str, Any]:
    return {"interventions": plan.interventions[:1], "measures_by_others": draw(texts())}


# --- commitments -------------------------------------------------------------------------------


def _commitment(number: str, actor: ActorId | None, **members: object) -> Commitment:
    """Make a commitment that says who, what and when."""
    told: dict[str, Any] = {"actor": actor, **members}
    return Commitment(id=number, what="Följer upp.", due=PartialDate(when="2030"), **told)


def _incomplete(draw: st.DrawFn, plan: IndividualPlan, _: dt.date) -> Mapping[str, Any]:
    without: dict[str, Any] = {a(draw, ("actor", "what", "due")): None}
    return {"commitments": (attrs.evolve(_commitment("1", plan.overall_principal), **without),)}


def _who_what_and_some_year(draw: st.DrawFn, plan: IndividualPlan, _: dt.date) -> Mapping[str, Any]:
    return {"commitments": (_commitment(draw(texts()), plan.overall_principal),)}


def _two(draw: st.DrawFn, plan: IndividualPlan, **of_the_other: object) -> tuple[Commitment, ...]:
    """Make two commitments that move one thing in opposite directions, in either order."""
    up, down = draw(st.permutations(tuple(Aim)))
    who = plan.overall_principal
    one = _commitment("ett", who, target="sömn", direction=up)
    other = {"target": a(draw, ("sömn", " Sömn ")), "direction": down, **of_the_other}
    return one, _commitment("två", who, **other)


def _pull_apart(draw: st.DrawFn, plan: IndividualPlan, at: dt.date) -> Mapping[str, Any]:
    later = PartialDate.on(days_after(draw, at))
    who = plan.overall_principal
    declared = (_commitment("ett", who, counteracts=("två",)), _commitment("två", who))
    ways = (_two(draw, plan), _two(draw, plan, done_on=later), declared)
    return {"commitments": a(draw, ways)}


def _pull_together(draw: st.DrawFn, plan: IndividualPlan, at: dt.date) -> Mapping[str, Any]:
    """Let one be done by the day, be about something else, or pull the same way."""
    one, other = _two(draw, plan)
    nearly: tuple[dict[str, Any], ...] = (
        {"done_on": PartialDate.on(at)},
        {"target": "sömnvanor"},
        {"direction": one.direction},
        {"direction": None},
    )
    return {"commitments": (one, attrs.evolve(other, **a(draw, nearly)))}


# --- course ------------------------------------------------------------------------------------


def _left_out(draw: st.DrawFn, _: IndividualPlan, __: dt.date) -> Mapping[str, Any]:
    noted = ((None, None), (True, None), (None, True), (False, True))
    some = (FamilyParticipation(child=child, family=family) for child, family in noted)
    return {"family": a(draw, (None, *some))}


def _with_a_reason(draw: st.DrawFn, _: IndividualPlan, __: dt.date) -> Mapping[str, Any]:
    both = FamilyParticipation(child=True, family=True)
    return {"family": a(draw, (both, FamilyParticipation(reason=draw(texts()))))}


def _not_followed_up(draw: st.DrawFn, _: IndividualPlan, at: dt.date) -> Mapping[str, Any]:
    return {"follow_ups": a(draw, ((), (PartialDate.on(days_before(draw, at)),)))}


def _followed_up_today(draw: st.DrawFn, _: IndividualPlan, at: dt.date) -> Mapping[str, Any]:
    before = PartialDate.on(days_before(draw, at))
    ways = ({"follow_ups": (before, PartialDate.on(at))}, {"follow_ups": (), "closed_on": at})
    return a(draw, ways)


def _competence(draw: st.DrawFn, _: IndividualPlan, __: dt.date) -> Mapping[str, Any]:
    return {"competences_needed": (draw(texts()),), "participants": a(draw, ((), (Participant(),)))}


def _competence_there(draw: st.DrawFn, _: IndividualPlan, __: dt.date) -> Mapping[str, Any]:
    needed = draw(texts())
    there = Participant(competences=(draw(texts()), f" {needed} "))
    return {"competences_needed": (needed,), "participants": (Participant(), there)}


def _too_long(draw: st.DrawFn, _: IndividualPlan, at: dt.date) -> Mapping[str, Any]:
    return {"retain_until": days_before(draw, at)}


def _until_today(_: st.DrawFn, __: IndividualPlan, at: dt.date) -> Mapping[str, Any]:
    return {"retain_until": at}


def _needless_child(_: st.DrawFn, collab: Collaboration, __: dt.date) -> Collaboration:
    return added(collab, a_child(collab))


def _child_of_a_report(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    child = a_child(collab)
    report = lawful_report(Hand(draw, at), collab, unused_id(collab, "anmälan"), child)
    return added(collab, child, report)


#: Code -> spans of days on which its rule can be broken and only just not be.
DAYS: Mapping[str, tuple[Period, ...]] = MappingProxyType(
    {code: read_days(_PLAN_ROWS) for code in ("SIP001", "SIP002", "SIP003")}
)
#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "CHI001": _needless_child,
        "SIP001": _coordinated(_nobody_yet),
        "SIP002": _coordinated(_one_service),
        "SIP003": _coordinated(_item_missing),
        "SIP004": _of_age(enough=False),
        "SIP005": _with_a_plan(_withdrawn),
        "SIP006": _with_a_plan(_general),
        "SIP007": _with_a_plan(_incomplete),
        "SIP008": _with_a_plan(_pull_apart),
        "SIP009": _with_a_plan(_left_out),
        "SIP010": _with_a_plan(_not_followed_up),
        "SIP011": _with_a_plan(_competence),
        "SIP012": _with_a_plan(_too_long),
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "CHI001": _child_of_a_report,
        "SIP001": _coordinated(_from_today),
        "SIP002": _coordinated(_both_in_few_words),
        "SIP003": _coordinated(_items_in_few_words),
        "SIP004": _of_age(enough=True),
        "SIP005": _with_a_plan(_withdrawn_tomorrow_or_anew),
        "SIP006": _with_a_plan(_of_one_kind),
        "SIP007": _with_a_plan(_who_what_and_some_year),
        "SIP008": _with_a_plan(_pull_together),
        "SIP009": _with_a_plan(_with_a_reason),
        "SIP010": _with_a_plan(_followed_up_today),
        "SIP011": _with_a_plan(_competence_there),
        "SIP012": _with_a_plan(_until_today),
    }
)
