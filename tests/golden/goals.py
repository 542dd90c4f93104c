"""The value behind v1/goals.json: goals, indicators, observations and evaluations."""

import datetime as dt

from samverkan_core.measures.series import Direction
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.evaluation import (
    Effect,
    Evaluation,
    EvaluationFinding,
    EvaluationQuestion,
    FollowUp,
)
from samverkan_core.model.goal import (
    Alignment,
    Goal,
    GoalAbout,
    Horizon,
    Milestone,
    OrdinaryOperation,
    QualityCheck,
)
from samverkan_core.model.indicator import (
    Breakdown,
    ExternalCode,
    Indicator,
    Observation,
    ObservationStatus,
)
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    DocumentId,
    EvaluationId,
    FocusAreaId,
    GoalId,
    IndicatorId,
    NeedId,
    ObservationId,
    OfficeId,
    TargetGroupId,
)
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate, Period

DECIDED = PartialDate(when="2014-11-25")
YEAR = Period(first_day=dt.date(2015, 1, 1), last_day=dt.date(2015, 12, 31))
OPEN = Period(first_day=dt.date(2015, 1, 1))

GOALS = Collaboration(
    name="Barn och unga i Hagby",
    actors=(Actor(id=ActorId("skolan"), name="Skolan", kind=ActorKind.SCHOOL),),
    documents=(
        GoverningDocument(
            id=DocumentId("skolplan"), name="Skolans plan", kind=DocumentKind.OPERATIONAL_PLAN
        ),
    ),
    goals=(
        Goal(
            id=GoalId("tidigt-stod"),
            name="Fler barn får stöd innan de far illa.",
            horizon=Horizon.LONG_TERM,
            about=GoalAbout.CHILDREN,
            owners=(ActorId("skolan"), ActorId("socialtjansten")),
            focus_areas=(FocusAreaId("narvaro"),),
            target_group=TargetGroupId("skolbarn"),
            needs=(NeedId("bli-saknad"),),
            anchored_in=(
                OrdinaryOperation(unit=ActorId("skolan"), plan=DocumentId("skolplan")),
                OrdinaryOperation(unit=ActorId("socialtjansten")),
            ),
            aligned_with=(
                Alignment(
                    administration=ActorId("skolan"),
                    own_goal="Alla elever är i skolan.",
                    document=DocumentId("skolplan"),
                ),
            ),
            indicators=(IndicatorId("franvaro"),),
            milestones=(
                Milestone(text="Två skolor prövar.", day=PartialDate(when="2015-06")),
                Milestone(text="Alla skolor är med."),
            ),
            quality_check=QualityCheck(
                checked_by=OfficeId("samverkansledare"),
                day=PartialDate(when="2015", about=True),
                method="Stickprov varje termin.",
            ),
            period=YEAR,
            sources=(Source(kind=SourceKind.SEED, ref="AT-15"),),
            illustrative=True,
            kept=JsonObject((("x-nummer", JsonNumber("1.0")),)),
        ),
        Goal(
            id=GoalId("kontakt"),
            name="Varje klass har en kontakt i socialtjänsten.",
            horizon=Horizon.SHORT_TERM,
            about=GoalAbout.COLLABORATION,
            superior_goal=GoalId("tidigt-stod"),
        ),
    ),
    indicators=(
        Indicator(
            id=IndicatorId("franvaro"),
            name="Elever med frånvaro över 20 procent",
            unit="%",
            version="2014",
            owner=OfficeId("samverkansledare"),
            direction=Direction.LOWER_BETTER,
            cadence_months=24,
            tolerance_months=3,
            external_code=ExternalCode(system="Kolada", value="N00000"),
            ages=AgeBand(from_age=7, to_age=15),
            detection_effect_possible=True,
            attribution="Källa: kommunens elevregister",
            illustrative=True,
        ),
    ),
    observations=(
        Observation(
            id=ObservationId("franvaro-2014"),
            indicator=IndicatorId("franvaro"),
            version="2014",
            when=PartialDate(when="2014"),
            value="12.50",
            n=412,
            breakdown=(
                Breakdown(dimension="kön", value="flicka"),
                Breakdown(dimension="årskurs", value="9"),
            ),
            attribution="Källa: Hagby kommun",
        ),
        Observation(
            id=ObservationId("franvaro-2012"),
            indicator=IndicatorId("franvaro"),
            when=PartialDate(when="2012"),
            status=ObservationStatus.MISSING,
            reason="Enkäten ställdes in.",
        ),
        Observation(
            id=ObservationId("franvaro-2010"),
            indicator=IndicatorId("franvaro"),
            when=PartialDate(when="2010"),
            value="0",
            status=ObservationStatus.SUPPRESSED,
            n=0,
        ),
    ),
    evaluations=(
        Evaluation(
            id=EvaluationId("utvardering-2015"),
            name="Utvärdering av konsultationsteamet",
            commissioner=OfficeId("styrgruppen"),
            evaluator=ActorId("regionen"),
            external_evaluator="FoU-enheten i länet",
            questions=(
                EvaluationQuestion(text="Får barnen stöd tidigare?", about=Effect.CHILDREN),
                EvaluationQuestion(text="Vet alla vem som gör vad?", about=Effect.PROCESS),
            ),
            goals=(GoalId("tidigt-stod"),),
            bodies=(BodyId("styrgruppen"),),
            focus_areas=(FocusAreaId("narvaro"),),
            findings=(
                EvaluationFinding(
                    text="Föräldrar vet inte vart de ska vända sig.",
                    follow_ups=(
                        FollowUp(
                            text="Ta fram gemensam information.",
                            owner=OfficeId("samverkansledare"),
                            day=PartialDate(when="2015-12-01"),
                        ),
                    ),
                ),
                EvaluationFinding(text="Teamet är känt i skolan."),
            ),
            period=YEAR,
            published=PartialDate(when="2015-11"),
        ),
    ),
)
