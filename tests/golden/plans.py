"""The value behind v1/plans.json: plans around a child and a report of concern."""

import datetime as dt

from samverkan_core.model.actor import Actor, ActorKind
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
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.values.ids import (
    ActorId,
    ChildId,
    ConcernReportId,
    MeetingId,
    PlanId,
    RoleId,
)
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate, Period

DECIDED = PartialDate(when="2014-11-25")
YEAR = Period(first_day=dt.date(2015, 1, 1), last_day=dt.date(2015, 12, 31))
OPEN = Period(first_day=dt.date(2015, 1, 1))

PLANS = Collaboration(
    name="Planer kring barn i Exempelstad",
    actors=(
        Actor(id=ActorId("kommunen"), name="Exempelstad", kind=ActorKind.MUNICIPALITY),
        Actor(id=ActorId("regionen"), name="Region Exempel", kind=ActorKind.REGION),
    ),
    roles=(Role(id=RoleId("handlaggare"), name="Handläggare", kind=RoleKind.EMPLOYEE),),
    children=(
        ChildRef(id=ChildId("barn-7f3a"), passed=(AgeLimit.TWELVE,), as_of=dt.date(2026, 1, 12)),
        ChildRef(id=ChildId("barn-91c0"), illustrative=True),
    ),
    plans=(
        IndividualPlan(
            id=PlanId("plan-1"),
            kind=PlanKind.COORDINATED_INDIVIDUAL_PLAN,
            child=ChildId("barn-7f3a"),
            needs=(
                ServiceNeed(service=Service.SOCIAL_SERVICES, what="Stöd i hemmet."),
                ServiceNeed(service=Service.HEALTH_CARE),
            ),
            guardians=2,
            consents=(
                Consent(
                    by=Consenter.CHILD,
                    covers=("närvaro i skolan", "pågående insatser"),
                    since=PartialDate(when="2026-01-12"),
                    form=ConsentForm.ORAL,
                ),
                Consent(
                    by=Consenter.GUARDIAN_1,
                    covers=("pågående insatser",),
                    since=PartialDate(when="2026-01-12"),
                    withdrawn_on=PartialDate(when="2026-03", about=True),
                    form=ConsentForm.WRITTEN,
                ),
            ),
            interventions=(
                PlannedIntervention(what="Familjestöd.", principal=ActorId("kommunen")),
                PlannedIntervention(what="Samtal på BUP.", principal=ActorId("regionen")),
            ),
            measures_by_others="Fritidsgården erbjuder läxhjälp.",
            overall_principal=ActorId("regionen"),
            commitments=(
                Commitment(
                    id="1",
                    actor=ActorId("kommunen"),
                    role=RoleId("handlaggare"),
                    what="Ringer familjen varje vecka.",
                    due=PartialDate(when="2026-06"),
                    done_on=PartialDate(when="2026-05-29"),
                    goal="Barnet sover hela natten.",
                    target="sömn",
                    direction=Aim.RAISE,
                    counteracts=("2",),
                ),
                Commitment(id="2", target="tid vid skärm", direction=Aim.LOWER),
            ),
            competences_needed=("barnpsykiatri",),
            participants=(
                Participant(
                    actor=ActorId("regionen"),
                    call=Call.SUMMONED,
                    competences=("barnpsykiatri",),
                    since=PartialDate(when="2026-01-12"),
                ),
                Participant(role=RoleId("handlaggare"), call=Call.INVITED),
            ),
            family=FamilyParticipation(child=False, family=True, reason="Barnet ville inte."),
            initiator=ActorId("kommunen"),
            chair=RoleId("handlaggare"),
            lead=RoleId("handlaggare"),
            meeting=MeetingId("mote-1"),
            started=PartialDate(when="2026-01-12"),
            follow_ups=(PartialDate(when="2026-04-13"), PartialDate(when="2026-09")),
            closed_on=dt.date(2026, 10, 1),
            retain_until=dt.date(2026, 12, 31),
            sources=(Source(kind=SourceKind.SEED, ref="LO-11"),),
        ),
        IndividualPlan(
            id=PlanId("plan-2"), kind=PlanKind.OTHER, kind_name="plan mellan skola och socialtjänst"
        ),
    ),
    concern_reports=(
        ConcernReport(
            id=ConcernReportId("anmalan-1"),
            child=ChildId("barn-91c0"),
            reporter=ActorId("regionen"),
            received=PartialDate(when="2026-03-02"),
            protection_assessed=PartialDate(when="2026-03-02"),
            decided=PartialDate(when="2026-03-16"),
            decision_extended_to=dt.date(2026, 3, 20),
            inquiry_opened=PartialDate(when="2026-03-16"),
            inquiry_closed=PartialDate(when="2026-07"),
            inquiry_extended_to=dt.date(2026, 8, 16),
            feedback_requested=PartialDate(when="2026-03-02"),
            feedback_given=PartialDate(when="2026-03-18"),
            retain_until=dt.date(2026, 12, 31),
        ),
        ConcernReport(
            id=ConcernReportId("anmalan-2"), inquiry_ongoing=True, feedback_unsuitable=True
        ),
    ),
)
