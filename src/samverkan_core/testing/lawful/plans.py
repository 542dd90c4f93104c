"""Children, plans and reports of concern of a lawful world."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from samverkan_core.model.actor import ActorKind
from samverkan_core.model.child import AgeLimit, ChildRef
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.concern_report import ConcernReport
from samverkan_core.model.plan import (
    Aim,
    Call,
    Commitment,
    Consent,
    Consenter,
    ConsentForm,
    FamilyParticipation,
    IndividualPlan,
    Participant,
    PlanKind,
    PlannedIntervention,
    Service,
    ServiceNeed,
)
from samverkan_core.reference.laws import law_at, laws
from samverkan_core.rules.plans import PLAN_LAW
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import ChildId, ConcernReportId, PlanId
from samverkan_core.values.time import PartialDate, moved

__all__ = ["around_children", "lawful_child", "lawful_plan", "lawful_report"]

_A_DAY = dt.timedelta(days=1)
#: The first day of the law on coordinated individual plans.
_FIRST = min(row.first_day for row in laws() if row.id.startswith(PLAN_LAW[-1]))
_NEEDS = ("Stöd i hemmet.", "Behandling för ångest.", "Hjälp att komma i gång på morgonen.")
_COVERS = ("närvaro i skolan", "pågående insatser", "resultat av bedömningar")
_OTHERS = (
    "Inga åtgärder av andra.",
    "Skolan anpassar schemat.",
    "Fritidsgården erbjuder läxhjälp.",
)
_WHAT = ("Kontaktar familjen varje vecka.", "Gör en bedömning.", "Ordnar en samtalskontakt.")
_GOALS = ("Barnet är i skolan varje dag.", "Familjen vet vem den ska ringa.")
_TARGETS = ("närvaro i skolan", "tid vid skärm", "kontakt med vänner", "sömn")
_COMPETENCES = ("barnpsykiatri", "specialpedagogik", "familjebehandling")
_WHY_NOT = ("Barnet ville inte; en kurator förde fram dess synpunkter.", "Familjen hade förhinder.")
_OWN_NAMES = ("plan mellan skola och socialtjänst", "gemensam handlingsplan")


def around_children(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw one child or two, each with a plan, a report or both."""
    children = tuple(
        lawful_child(hand, ChildId(hand.id("barn", number)))
        for number in range(1, 2 + hand.up_to(1))
    )
    plans, reports = [], []
    for number, child in enumerate(children, 1):
        what = hand.up_to(3)
        if what != 1:
            plans.append(lawful_plan(hand, collab, hand.id("plan", number), child))
        if what:
            id_ = hand.id("anmälan", number)
            reports.append(lawful_report(hand, collab, id_, child))
    return {
        "children": children,
        "plans": tuple(plans),
        "concern_reports": tuple(reports),
    }


def lawful_child(hand: Hand, id_: ChildId) -> ChildRef:
    """Draw a child of any age, known or not."""
    ages = tuple(AgeLimit)[: hand.up_to(len(AgeLimit))]
    noted = {"passed": ages, "as_of": hand.known_day()}
    known: dict[str, Any] = noted if hand.mostly() else {}
    return ChildRef(id=id_, **known, **hand.perhaps(**hand.beside(2)))


# --- plans -------------------------------------------------------------------------------------


def lawful_plan(
    hand: Hand, collab: Collaboration, id_: str, child: ChildRef, *, closes: bool = True
) -> IndividualPlan:
    """Draw a plan, open on the world's day or closed before; whoever may have to consents."""
    kind, guardians = _kind(hand), hand.one((None, 1, 2))
    started = hand.past() if "kind_name" in kind else hand.within(_FIRST, hand.at)
    return IndividualPlan(
        id=PlanId(id_),
        child=child.id,
        guardians=guardians,
        consents=tuple(_consents(hand, guardians)),
        commitments=tuple(_commitments(hand, collab)),
        family=_family(hand),
        started=started,
        **_content(hand, collab),
        **kind,
        **_course(hand, started, may_close=closes),
        **_people(hand, collab),
        **hand.perhaps(
            retain_until=lambda: hand.after(hand.at),
            times_told=lambda: hand.up_to(9),
            **hand.beside(2),
        ),
    )


def _kind(hand: Hand) -> dict[str, Any]:
    """Draw a coordinated plan, on days when there was such a thing; else one by another name."""
    if any(law_at(id_, hand.at) for id_ in PLAN_LAW) and not hand.yes(4):
        return {"kind": PlanKind.COORDINATED_INDIVIDUAL_PLAN}
    return {"kind": PlanKind.OTHER, "kind_name": hand.text(_OWN_NAMES)}


def _content(hand: Hand, collab: Collaboration) -> dict[str, Any]:
    """Draw what the law requires a coordinated plan to state; other plans state it too."""
    principals = collab.principals
    interventions = tuple(
        PlannedIntervention(
            what=hand.text(_WHAT), principal=hand.one(principals), **hand.kept_too(3)
        )
        for _ in range(1 + hand.up_to(1))
    )
    needs = (
        ServiceNeed(
            service=service, **hand.perhaps(what=lambda: hand.text(_NEEDS), kept=(3, hand.kept))
        )
        for service in Service
    )
    return {
        "needs": tuple(needs),
        "interventions": interventions,
        "measures_by_others": hand.text(_OTHERS),
        "overall_principal": hand.one(principals),
    }


def _consents(hand: Hand, guardians: int | None) -> Iterator[Consent]:
    """Draw the consents of the child and of every guardian, one of them perhaps given anew."""
    for who in (*Consenter,)[: 2 if guardians == 1 else 3]:
        if hand.yes(5):
            yield _consent(hand, who, withdrawn_on=hand.past())
        yield _consent(hand, who)


def _consent(hand: Hand, who: Consenter, withdrawn_on: PartialDate | None = None) -> Consent:
    return Consent(
        by=who,
        covers=hand.texts(_COVERS),
        since=hand.past(),
        withdrawn_on=withdrawn_on,
        **hand.perhaps(form=lambda: hand.one(tuple(ConsentForm)), kept=(3, hand.kept)),
    )


def _commitments(hand: Hand, collab: Collaboration) -> Iterator[Commitment]:
    """Draw what each takes upon itself, no two about the same thing."""
    for number, target in enumerate(hand.some(_TARGETS, 1, 2), 1):
        yield Commitment(
            id=str(number),
            what=hand.text(_WHAT),
            due=hand.since(hand.at - 30 * _A_DAY),
            **_doing(hand, collab),
            **hand.perhaps(
                goal=lambda: hand.text(_GOALS),
                target=partial(str, target),
                direction=lambda: hand.one(tuple(Aim)),
                # What it counteracted is no longer in the plan.
                counteracts=(3, lambda: ("0",)),
                done_on=(2, hand.past),
                kept=(3, hand.kept),
            ),
        )


def _doing(hand: Hand, collab: Collaboration) -> dict[str, Any]:
    """Draw who does it: an actor, a role or both."""
    by_role = {"role": hand.one(collab.roles).id} if hand.yes() else {}
    by_actor = {"actor": hand.one(collab.actors).id} if not by_role or hand.yes() else {}
    return {**by_actor, **by_role}


def _family(hand: Hand) -> FamilyParticipation:
    if hand.yes(3):
        return FamilyParticipation(
            reason=hand.text(_WHY_NOT),
            **hand.perhaps(child=lambda: False, family=hand.yes, kept=hand.kept),
        )
    return FamilyParticipation(child=True, family=True, **hand.kept_too(2))


def _course(hand: Hand, started: PartialDate, *, may_close: bool) -> dict[str, Any]:
    """Draw that a plan is to be followed up, or that it was closed."""
    if may_close and hand.yes(4):
        return {"closed_on": hand.day(min(started.latest, hand.at), hand.at)}
    past = (hand.past(),) if hand.yes(3) else ()
    return {"follow_ups": (*past, hand.since(hand.at))}


def _people(hand: Hand, collab: Collaboration) -> dict[str, Any]:
    """Draw who takes part, with the competences that are needed."""
    needed = hand.some(_COMPETENCES, 0, 2)
    there = tuple(_participant(hand, collab, competence) for competence in needed)
    roles = tuple(role.id for role in collab.roles)
    return {
        "competences_needed": tuple(needed),
        "participants": there,
        **hand.perhaps(
            initiator=lambda: hand.one(collab.actors).id,
            chair=lambda: hand.one(roles),
            lead=lambda: hand.one(roles),
        ),
    }


def _participant(hand: Hand, collab: Collaboration, competence: str) -> Participant:
    actor = hand.one(collab.actors)
    call = Call.SUMMONED if actor.id in collab.principals else Call.INVITED
    return Participant(
        actor=actor.id,
        competences=(competence,),
        **hand.perhaps(
            call=lambda: call,
            role=lambda: hand.one(collab.roles).id,
            since=hand.past,
            kept=hand.kept,
        ),
    )


# --- reports -----------------------------------------------------------------------------------


def lawful_report(hand: Hand, collab: Collaboration, id_: str, child: ChildRef) -> ConcernReport:
    """Draw a report that came in on the world's day, or one that was dealt with in time."""
    dealt_with = hand.mostly()
    received = hand.past() if dealt_with else PartialDate.on(hand.at)
    return ConcernReport(
        id=ConcernReportId(id_),
        child=child.id,
        received=received,
        **(_dealt_with(hand) if dealt_with else {}),
        **hand.perhaps(
            reporter=lambda: hand.one(_reporters(collab)),
            inquiry_ongoing=lambda: True,
            feedback_unsuitable=lambda: True,
            decision_extended_to=lambda: hand.after(hand.at),
            inquiry_extended_to=lambda: hand.after(hand.at),
            retain_until=lambda: hand.after(hand.at),
            **hand.beside(2),
        ),
    )


def _reporters(collab: Collaboration) -> Sequence[str]:
    return tuple(actor.id for actor in collab.actors if actor.kind is ActorKind.SCHOOL)


def _dealt_with(hand: Hand) -> dict[str, Any]:
    """Draw what became of a report: nothing more, an inquiry that is over, or one that goes on."""
    ways = (_inquiry_over, _no_inquiry, _inquiry_over, _inquiry_in_time)
    return {"protection_assessed": hand.past(), **hand.one(ways)(hand), **_feedback(hand)}


def _no_inquiry(hand: Hand) -> dict[str, Any]:
    return {"decided": hand.past()}


def _inquiry_over(hand: Hand) -> dict[str, Any]:
    closed = hand.past()
    return {"inquiry_opened": hand.by(closed.earliest), "inquiry_closed": closed}


def _inquiry_in_time(hand: Hand) -> dict[str, Any]:
    opened = PartialDate.on(hand.day(moved(hand.at, months=-3), hand.at))
    return {"decided": opened, "inquiry_opened": opened}


def _feedback(hand: Hand) -> dict[str, Any]:
    """Draw that the reporter asked and was told."""
    if hand.yes(3):
        return {}
    return {"feedback_requested": hand.past(), "feedback_given": hand.past()}
