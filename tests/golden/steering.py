"""The value behind v1/steering.json: follow-ups, backing, money, programmes, joint duties."""

import datetime as dt

from samverkan_core.model.activity import Activity, ActivityKind
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.backing import Endorsement, Funding, Programme
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.follow_up import FollowUpRound
from samverkan_core.model.role import JointDuty, Role, RoleFunction, RoleKind
from samverkan_core.values.ids import (
    ActivityId,
    ActorId,
    BodyId,
    DocumentId,
    FocusAreaId,
    FollowUpId,
    GoalId,
    OfficeId,
    RoleId,
)
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate, Period

DECIDED = PartialDate(when="2014-11-25")
YEARS = Period(first_day=dt.date(2015, 1, 1), last_day=dt.date(2017, 12, 31))
KEPT = JsonObject((("x-nummer", JsonNumber("1.0")),))

STEERING = Collaboration(
    name="Barn och unga i Hagby",
    actors=(Actor(id=ActorId("skolan"), name="Skolan", kind=ActorKind.SCHOOL),),
    roles=(
        Role(
            id=RoleId("folkhalsoplaneraren"),
            name="Folkhälsoplanerare",
            kind=RoleKind.EMPLOYEE,
            function=RoleFunction.PUBLIC_HEALTH_PLANNER,
            permanent=True,
            joint_duties=tuple(JointDuty),
        ),
    ),
    bodies=(
        Body(id=BodyId("styrgruppen"), name="Styrgruppen", kind=BodyKind.STEERING_GROUP),
        Body(id=BodyId("barnradet"), name="Barnrådet", kind=BodyKind.CHILDRENS_COUNCIL),
    ),
    documents=(
        GoverningDocument(
            id=DocumentId("overenskommelsen"),
            name="Överenskommelse om samverkan",
            kind=DocumentKind.JOINT_AGREEMENT,
            parties=(ActorId("skolan"),),
            period=Period(first_day=dt.date(2012, 1, 1)),
        ),
    ),
    activities=(
        Activity(
            id=ActivityId("omvarldsdag"),
            name="Omvärldsdag",
            kind=ActivityKind.SEMINAR,
            shows=(JointDuty.SCAN, JointDuty.SEMINARS),
        ),
    ),
    follow_ups=(
        FollowUpRound(
            id=FollowUpId("lagesrapport-2015"),
            name="Lägesrapport efter första året",
            goals=(GoalId("tidigt-stod"),),
            focus_areas=(FocusAreaId("narvaro"),),
            requested_by=OfficeId("styrgruppen"),
            carried_out_by=OfficeId("barnradet"),
            model="Enkät till enheterna och samtal med elevråden.",
            planned=PartialDate(when="2015", about=True),
            done=PartialDate(when="2015-11"),
            outcome="Fler skolor är med.",
            published=PartialDate(when="2015-12-01"),
            report=Source(
                kind=SourceKind.PUBLICATION, ref="hagby.example/lagesrapport", title="Lägesrapport"
            ),
            sources=(Source(kind=SourceKind.SEED, ref="AT-19"),),
            illustrative=True,
            kept=KEPT,
        ),
        FollowUpRound(id=FollowUpId("nasta"), name="Nästa uppföljning"),
    ),
    endorsements=(
        Endorsement(
            actor=ActorId("skolan"),
            decision=Resolution(day=DECIDED, paragraph="98", registry_number="BUN 2014/77"),
            kept=KEPT,
        ),
    ),
    funding=(
        Funding(
            funder="Länsstyrelsen",
            external=True,
            amount="400000.50",
            currency="EUR",
            period=YEARS,
            decision=Resolution(day=DECIDED),
            kept=KEPT,
        ),
        Funding(funder="Hagby kommun"),
    ),
    programmes=(
        Programme(
            name="Tidiga och samordnade insatser",
            commissioner="Regeringen",
            role="ett av 36 utvecklingsarbeten",
            number="U2017/01236/GV",
            period=YEARS,
            kept=KEPT,
        ),
    ),
    builds_on=(DocumentId("overenskommelsen"),),
)
