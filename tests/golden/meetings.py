"""A document of meetings, of what they agreed on and of what was referred: all of it made up."""

from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind, SeatCategory
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.joint_position import JointPosition, MemberTest, PrincipalDecision
from samverkan_core.model.mandate import Matter
from samverkan_core.model.meeting import (
    AgendaItem,
    AgreedStep,
    Attendance,
    ContextMarking,
    ItemKind,
    ItemLevel,
    Meeting,
    MeetingKind,
    MeetingState,
    Presence,
)
from samverkan_core.model.referral import Opinion, Referral
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    DocumentId,
    FocusAreaId,
    HolderId,
    JointPositionId,
    MatterId,
    MeetingId,
    OfficeId,
    ReferralId,
    RoleId,
)
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate

__all__ = ["MEETINGS"]

_KEPT = JsonObject((("x-ordning", JsonNumber("2.50")),))
_ROW = (Source(kind=SourceKind.SEED, ref="SB-68"),)

_WORKSHOP = Meeting(
    id=MeetingId("workshop"),
    name="Workshop om närvaro",
    kind=MeetingKind.WORKSHOP,
    state=MeetingState.HELD,
    body=BodyId("arbetsgruppen"),
    focus_areas=(FocusAreaId("narvaro"),),
    day=PartialDate(when="2015-03-09"),
    last_day=PartialDate(when="2015-03-10"),
    from_time="08:30",
    to_time="16:00",
    context=ContextMarking(
        purpose="Frånvaron ökar i årskurs 7.", intended_outcome="En rutin att pröva.", kept=_KEPT
    ),
    agenda=(
        AgendaItem(kind=ItemKind.INFORMATION, title="Nuläget", minutes=15),
        AgendaItem(
            kind=ItemKind.WORK_SESSION,
            title="Skriva rutinen",
            minutes=180,
            focus_areas=(FocusAreaId("narvaro"),),
            kept=_KEPT,
        ),
    ),
    attendance=(
        Attendance(
            who=HolderId("samordnaren"),
            on_behalf_of=ActorId("kommunen"),
            category=SeatCategory.OFFICIAL,
            presence=Presence.ATTENDED,
        ),
        Attendance(who=HolderId("skolchefen"), presence=Presence.ABSENT, kept=_KEPT),
    ),
    planned_by=(RoleId("samordnaren"),),
    led_by=(RoleId("samordnaren"),),
    next_steps=(
        AgreedStep(
            what="Pröva rutinen på en skola.",
            owner=HolderId("skolchefen"),
            by=PartialDate(when="2015-09", about=True),
            kept=_KEPT,
        ),
    ),
    hours_in_meeting="12.5",
    hours_outside="3",
    templates=("Mall för nulägesbild",),
    notes=Source(kind=SourceKind.PUBLICATION, ref="minnesanteckningar"),
    published=PartialDate(when="2015-03-12"),
    sources=_ROW,
    illustrative=True,
    kept=_KEPT,
)
_COUNCIL = Meeting(
    id=MeetingId("barnradet-mars"),
    kind=MeetingKind.OTHER,
    kind_name="rådslag",
    state=MeetingState.PLANNED,
    body=BodyId("barnradet"),
    day=PartialDate(when="2015-03"),
    agenda=(
        AgendaItem(
            kind=ItemKind.OTHER,
            kind_name="elevernas punkt",
            level=ItemLevel.GROUP,
            rights="Artikel 12: rätten att säga sin mening.",
            matters=(MatterId("stod-i-grupp"),),
        ),
    ),
)

MEETINGS = Collaboration(
    name="Tidigt stöd i Exempelstad",
    principals=(ActorId("kommunen"), ActorId("regionen")),
    actors=(
        Actor(id=ActorId("kommunen"), name="Exempelstads kommun", kind=ActorKind.MUNICIPALITY),
        Actor(id=ActorId("regionen"), name="Region Exempel", kind=ActorKind.REGION),
    ),
    roles=(
        Role(id=RoleId("samordnaren"), name="Samordnaren", kind=RoleKind.EMPLOYEE),
        Role(id=RoleId("skolchefen"), name="Skolchefen", kind=RoleKind.HEAD_OF_ADMINISTRATION),
    ),
    bodies=(
        Body(id=BodyId("styrgruppen"), name="Styrgruppen", kind=BodyKind.STEERING_GROUP),
        Body(id=BodyId("arbetsgruppen"), name="Arbetsgruppen", kind=BodyKind.WORKING_GROUP),
        Body(id=BodyId("barnradet"), name="Barnrådet", kind=BodyKind.CHILDRENS_COUNCIL),
        Body(id=BodyId("namnden"), name="Skolnämnden", kind=BodyKind.BOARD),
    ),
    matters=(Matter(id=MatterId("stod-i-grupp"), name="Stöd i grupp"),),
    documents=(
        GoverningDocument(
            id=DocumentId("verksamhetsplanen"),
            name="Verksamhetsplan 2015",
            kind=DocumentKind.OPERATIONAL_PLAN,
        ),
    ),
    focus_areas=(FocusArea(id=FocusAreaId("narvaro"), name="Skolnärvaro"),),
    meetings=(_WORKSHOP, _COUNCIL),
    joint_positions=(
        JointPosition(
            id=JointPositionId("gemensam-rutin"),
            text="Vi inför en gemensam rutin vid frånvaro.",
            body=BodyId("styrgruppen"),
            day=PartialDate(when="2015-04-14"),
            meeting=MeetingId("workshop"),
            focus_areas=(FocusAreaId("narvaro"),),
            matters=(MatterId("stod-i-grupp"),),
            concerns=(ActorId("kommunen"), ActorId("regionen")),
            tests=(
                MemberTest(
                    member=OfficeId("skolchefen"),
                    meaning="En halv tjänst flyttas till arbetet.",
                    possible=True,
                    timely=False,
                    linked=True,
                    documents=(DocumentId("verksamhetsplanen"),),
                    resolved="Starten flyttas till hösten.",
                    kept=_KEPT,
                ),
                MemberTest(member=OfficeId("regionen"), possible=False),
            ),
            decisions=(
                PrincipalDecision(
                    principal=ActorId("kommunen"),
                    decision=Resolution(
                        body=BodyId("namnden"), day=PartialDate(when="2015-05"), paragraph="31"
                    ),
                    kept=_KEPT,
                ),
                PrincipalDecision(
                    principal=ActorId("regionen"), decision=Resolution(), rejected=True
                ),
            ),
            sources=_ROW,
            illustrative=True,
            kept=_KEPT,
        ),
    ),
    referrals=(
        Referral(
            id=ReferralId("remiss-1"),
            matter=MatterId("stod-i-grupp"),
            focus_areas=(FocusAreaId("narvaro"),),
            sent_by=HolderId("skolchefen"),
            sent_to=BodyId("barnradet"),
            sent=PartialDate(when="2015-02"),
            answer_by=PartialDate(when="2015-03-31"),
            opinion=Opinion(
                given_by=BodyId("barnradet"),
                day=PartialDate(when="2015-03-26"),
                summary="Rådet vill att elever tillfrågas först.",
                kept=_KEPT,
            ),
            decision=Resolution(body=BodyId("namnden"), paragraph="32"),
            consideration="Elevråden tillfrågades innan beslutet.",
            sources=_ROW,
            illustrative=True,
            kept=_KEPT,
        ),
    ),
)
