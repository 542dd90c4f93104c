"""The value behind v1/doings.json: what is done, what it answers, where it is known, routines."""

import datetime as dt

from samverkan_core.model.activity import (
    Activity,
    ActivityKind,
    Audience,
    Channel,
    GoodExample,
    InterventionLevel,
    ProtectiveFactor,
    Recurrence,
    Scale,
    TrainingTheme,
    YoungVoices,
)
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.anchoring import Anchoring, AnchoringLevel
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.focus_area import Ground, GroundKind
from samverkan_core.model.resource import Need, Resource
from samverkan_core.model.routine import Routine, RoutineStep
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    ActivityId,
    ActorId,
    AnchoringId,
    BodyId,
    DocumentId,
    EvaluationId,
    FocusAreaId,
    GoalId,
    GoodExampleId,
    HolderId,
    MeetingId,
    NeedId,
    OfficeId,
    ResourceId,
    RoutineId,
    TargetGroupId,
)
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate, Period, TimeBox

_SOURCES = (Source(kind=SourceKind.SEED, ref="SB-77"),)
_KEPT = JsonObject((("x-nr", JsonNumber("7")),))
_AGES = AgeBand(from_age=0, to_age=12)

DOINGS = Collaboration(
    name="Tidigt stöd i Exempelstad",
    activities=(
        Activity(
            id=ActivityId("foraldraveckan"),
            name="Fokus föräldrar",
            kind=ActivityKind.OTHER,
            kind_name="föräldravecka",
            level=InterventionLevel.PROMOTIVE,
            goals=(GoalId("tryggt"),),
            needs=(NeedId("foraldrastod"),),
            focus_areas=(FocusAreaId("foraldrastod"),),
            target_group=TargetGroupId("alla"),
            ages=_AGES,
            audiences=(Audience.PARENTS, Audience.ELECTED),
            responsible=(OfficeId("samordnaren"),),
            actors=(ActorId("skolan"), ActorId("socialtjansten")),
            method="Seminarier på dagen och föreläsningar på kvällen.",
            protective_factors=(ProtectiveFactor.PARENTAL_SUPPORT,),
            themes=(TrainingTheme.ANCHORING,),
            channels=(Channel.POSTER, Channel.NEWSLETTER),
            young_voices=YoungVoices(
                forum="Ungdomsrådet", existed_before=True, outcome="Valde två ämnen.", kept=_KEPT
            ),
            scale=Scale.EXTENDED,
            evaluations=(EvaluationId("utvardering"),),
            part_of=ActivityId("aret"),
            plan=DocumentId("planen"),
            time_box=TimeBox(starts=PartialDate(when="2012-11", about=True)),
            recurrence=Recurrence(every_years=2, month=11, day=9, week=46, kept=_KEPT),
            sources=_SOURCES,
            illustrative=True,
            kept=_KEPT,
        ),
    ),
    good_examples=(
        GoodExample(
            id=GoodExampleId("frukosten"),
            name="Frukost före skolan",
            what_worked="Fler kom i tid.",
            activities=(ActivityId("foraldraveckan"),),
            focus_areas=(FocusAreaId("foraldrastod"),),
            audiences=(Audience.PUBLIC,),
            channels=(Channel.WEBSITE,),
            told=PartialDate(when="2015"),
            sources=_SOURCES,
            illustrative=True,
            kept=_KEPT,
        ),
    ),
    anchorings=(
        Anchoring(
            id=AnchoringId("i-namnden"),
            level=AnchoringLevel.BOARD,
            actor=ActorId("kommunen"),
            body=BodyId("socialnamnden"),
            focus_areas=(FocusAreaId("foraldrastod"),),
            documents=(DocumentId("planen"),),
            meeting=MeetingId("motet"),
            activity=ActivityId("foraldraveckan"),
            decision=Resolution(paragraph="12"),
            day=PartialDate(when="2014-11-25"),
            summary="Nämnden fick en genomgång.",
            sources=_SOURCES,
            illustrative=True,
            kept=_KEPT,
        ),
    ),
    resources=(
        Resource(
            id=ResourceId("oppna"),
            name="Öppna förskolan",
            actor=ActorId("socialtjansten"),
            ages=_AGES,
            level=InterventionLevel.PREVENTIVE,
            meets=(NeedId("foraldrastod"),),
            offers="Öppet alla vardagar.",
            period=Period(first_day=dt.date(2010, 1, 1)),
            sources=_SOURCES,
            illustrative=True,
            kept=_KEPT,
        ),
    ),
    needs=(
        Need(
            id=NeedId("foraldrastod"),
            name="Stöd till föräldrar",
            ages=_AGES,
            level=InterventionLevel.TARGETED,
            target_group=TargetGroupId("alla"),
            focus_areas=(FocusAreaId("foraldrastod"),),
            grounds=(Ground(kind=GroundKind.LOCAL_SURVEY),),
            period=Period(last_day=dt.date(2016, 12, 31)),
            sources=_SOURCES,
            illustrative=True,
            kept=_KEPT,
        ),
    ),
    routines=(
        Routine(
            id=RoutineId("franvaro"),
            name="När ett barn är borta från skolan",
            owner=OfficeId("rektorn"),
            steps=(
                RoutineStep(
                    what="Ringer hem.",
                    responsible=(HolderId("kuratorn"),),
                    within="samma dag",
                    kept=_KEPT,
                ),
            ),
            document=DocumentId("planen"),
            for_all=(ActorKind.SCHOOL,),
            units=(ActorId("skolan"),),
            period=Period(first_day=dt.date(2015, 1, 1)),
            review=PartialDate(when="2016-01"),
            checked_by=OfficeId("rektorn"),
            sources=_SOURCES,
            illustrative=True,
            kept=_KEPT,
        ),
    ),
)
