"""Names of things: one kind of id for each kind of thing.

An id is a text that is not blank and stands for one thing in the whole document. Its kind says
which collections it may point into (`INTO`), so that a reference is declared by its type alone.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NewType

__all__ = [
    "INTO",
    "ActivityId",
    "ActorId",
    "AnchoringId",
    "AnyId",
    "AppointmentId",
    "BodyId",
    "ChildId",
    "ConcernReportId",
    "DelegatedDecisionId",
    "DocumentId",
    "EvaluationId",
    "FocusAreaId",
    "FollowUpId",
    "GoalId",
    "GoodExampleId",
    "HandoverId",
    "HolderId",
    "IndicatorId",
    "JointPositionId",
    "MandateId",
    "MatterId",
    "MeasurementId",
    "MeetingId",
    "NeedId",
    "ObservationId",
    "OfficeId",
    "PersonId",
    "PlanId",
    "ProcessAreaId",
    "ReferralId",
    "ResourceId",
    "RoleId",
    "RoutineId",
    "SelfRatingId",
    "SharedPictureId",
    "TargetGroupId",
    "TermId",
]

ActorId = NewType("ActorId", str)
PersonId = NewType("PersonId", str)
RoleId = NewType("RoleId", str)
AppointmentId = NewType("AppointmentId", str)
BodyId = NewType("BodyId", str)
MatterId = NewType("MatterId", str)
MandateId = NewType("MandateId", str)
DocumentId = NewType("DocumentId", str)
TargetGroupId = NewType("TargetGroupId", str)
FocusAreaId = NewType("FocusAreaId", str)
MeetingId = NewType("MeetingId", str)
JointPositionId = NewType("JointPositionId", str)
ReferralId = NewType("ReferralId", str)
MeasurementId = NewType("MeasurementId", str)
GoalId = NewType("GoalId", str)
IndicatorId = NewType("IndicatorId", str)
ObservationId = NewType("ObservationId", str)
EvaluationId = NewType("EvaluationId", str)
ActivityId = NewType("ActivityId", str)
GoodExampleId = NewType("GoodExampleId", str)
AnchoringId = NewType("AnchoringId", str)
ResourceId = NewType("ResourceId", str)
NeedId = NewType("NeedId", str)
RoutineId = NewType("RoutineId", str)
HandoverId = NewType("HandoverId", str)
ChildId = NewType("ChildId", str)
PlanId = NewType("PlanId", str)
ConcernReportId = NewType("ConcernReportId", str)
DelegatedDecisionId = NewType("DelegatedDecisionId", str)
FollowUpId = NewType("FollowUpId", str)
SharedPictureId = NewType("SharedPictureId", str)
SelfRatingId = NewType("SelfRatingId", str)
TermId = NewType("TermId", str)
ProcessAreaId = NewType("ProcessAreaId", str)

#: An office: a role, a body or an actor. It stays when people change.
OfficeId = NewType("OfficeId", str)
#: Whoever may hold or give a mandate: an office, or a named person.
HolderId = NewType("HolderId", str)
#: Any thing of the document.
AnyId = NewType("AnyId", str)

#: Kind of id -> the collections of a collaboration that it may point into.
INTO: Mapping[Any, tuple[str, ...]] = MappingProxyType(
    {
        ActorId: ("actors",),
        PersonId: ("persons",),
        RoleId: ("roles",),
        AppointmentId: ("appointments",),
        BodyId: ("bodies",),
        MatterId: ("matters",),
        MandateId: ("mandates",),
        DocumentId: ("documents",),
        TargetGroupId: ("target_groups",),
        FocusAreaId: ("focus_areas",),
        MeetingId: ("meetings",),
        JointPositionId: ("joint_positions",),
        ReferralId: ("referrals",),
        MeasurementId: ("readiness_measurements",),
        GoalId: ("goals",),
        IndicatorId: ("indicators",),
        ObservationId: ("observations",),
        EvaluationId: ("evaluations",),
        ActivityId: ("activities",),
        GoodExampleId: ("good_examples",),
        AnchoringId: ("anchorings",),
        ResourceId: ("resources",),
        NeedId: ("needs",),
        RoutineId: ("routines",),
        HandoverId: ("handovers",),
        ChildId: ("children",),
        PlanId: ("plans",),
        ConcernReportId: ("concern_reports",),
        DelegatedDecisionId: ("delegated_decisions",),
        FollowUpId: ("follow_ups",),
        SharedPictureId: ("shared_pictures",),
        SelfRatingId: ("self_ratings",),
        TermId: ("terms",),
        ProcessAreaId: ("process_areas",),
        OfficeId: ("roles", "bodies", "actors"),
        HolderId: ("roles", "bodies", "actors", "persons"),
    }
)
