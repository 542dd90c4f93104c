"""The value behind v1/results.json: activities over time, topics of indicators, process areas."""

import datetime as dt

from samverkan_core.measures.series import Direction
from samverkan_core.model.activity import (
    Activity,
    ActivityKind,
    ActivityScope,
    Arena,
    Participants,
    TrainingTheme,
)
from samverkan_core.model.body import Body, BodyKind, WorkStage
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.indicator import Gathering, Indicator, IndicatorTopic
from samverkan_core.model.process_area import ProcessArea, ProcessAreaKind
from samverkan_core.values.ids import (
    ActivityId,
    ActorId,
    BodyId,
    DocumentId,
    IndicatorId,
    ProcessAreaId,
    RoutineId,
)
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate, Period, TimeBox

_SOURCES = (Source(kind=SourceKind.SEED, ref="LO-20"),)
_KEPT = JsonObject((("x-nr", JsonNumber("7")),))

RESULTS = Collaboration(
    name="Tidigt stöd i Exempelstad",
    bodies=(
        Body(
            id=BodyId("malgruppen"),
            name="Gruppen för gemensamma mål",
            kind=BodyKind.WORKING_GROUP,
            period=Period(first_day=dt.date(2008, 12, 1)),
            work_stage=WorkStage.STARTING,
            prepared_by=(ActivityId("utbildningsdag"),),
        ),
    ),
    activities=(
        Activity(
            id=ActivityId("utbildningsdag"),
            name="Gemensam utbildningsdag",
            kind=ActivityKind.TRAINING,
            themes=(TrainingTheme.GOALS, TrainingTheme.CHILDREN_AT_RISK),
            time_box=TimeBox(starts=PartialDate(when="2008-11")),
            scope=ActivityScope.GENERAL,
            planned_by=(BodyId("malgruppen"),),
            arenas=(Arena.SCHOOL, Arena.SOCIAL_SERVICES),
            capacity=80,
            participants=(
                Participants(when=PartialDate(when="2008-11"), count=64),
                Participants(
                    when=PartialDate(when="2008-11"),
                    count=40,
                    actor=ActorId("skolan"),
                    kept=_KEPT,
                ),
            ),
            reflection="Vi ser samma barn, men var och en ser sin del.",
        ),
        Activity(
            id=ActivityId("stodgruppen"),
            name="Stödgruppen",
            kind=ActivityKind.SUPPORT_GROUP,
            scope=ActivityScope.INDIVIDUAL,
        ),
    ),
    indicators=(
        Indicator(
            id=IndicatorId("tobak"),
            name="Unga som röker",
            direction=Direction.LOWER_BETTER,
            topic=IndicatorTopic.TOBACCO,
            gathered_by=Gathering.YOUTH_SURVEY,
        ),
    ),
    process_areas=(
        ProcessArea(
            id=ProcessAreaId("franvaro"),
            name="När ett barn är borta från skolan",
            kind=ProcessAreaKind.SCHOOL_ABSENCE,
            actors=(ActorId("skolan"), ActorId("socialtjansten")),
            routines=(RoutineId("narvarorutin"),),
            documents=(DocumentId("overenskommelse"),),
            sources=_SOURCES,
            illustrative=True,
            kept=_KEPT,
        ),
        ProcessArea(
            id=ProcessAreaId("overgangar"),
            name="När ett barn byter skola",
            kind=ProcessAreaKind.OTHER,
            kind_name="övergångar",
        ),
    ),
)
