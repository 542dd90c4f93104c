"""A document that measures readiness: all that such a measurement can hold, made up."""

from samverkan_core.measures.readiness import EDITIONS, Dimension, Edition
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.readiness import (
    ReadinessInterview,
    ReadinessMeasurement,
    ReadinessProtocol,
    ReadinessScore,
    ScoreSheet,
)
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.values.ids import ActorId, FocusAreaId, HolderId, MeasurementId, RoleId
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate

_SIX = EDITIONS[Edition.CRM_ORG_SV].dimensions


def _scores(dimensions: tuple[Dimension, ...], *scores: str) -> tuple[ReadinessScore, ...]:
    return tuple(
        ReadinessScore(dimension=dimension, score=score)
        for dimension, score in zip(dimensions, scores, strict=True)
    )


def _interview(label: str, *scores: str) -> ReadinessInterview:
    return ReadinessInterview(label=label, agreed=_scores(_SIX, *scores))


BEFORE = ReadinessMeasurement(
    id=MeasurementId("matning-fore"),
    name="Ledningens beredskap, före",
    edition=Edition.CRM_ORG_SV,
    focus_area=FocusAreaId("narvaro"),
    measured=ActorId("skolan"),
    issue="hög frånvaro i årskurs 4–6",
    day=PartialDate(when="2015-03", about=True),
    protocol=ReadinessProtocol(
        planned_interviews=6,
        scorers=(HolderId("intervjuare"), HolderId("bisittare")),
        deviations="Två av de tillfrågade avböjde och ersattes inte.",
        kept=JsonObject((("x-inspelning", True),)),
    ),
    interviews=(
        ReadinessInterview(
            label="1",
            respondent="rektor",
            sheets=(
                ScoreSheet(
                    scorer=HolderId("intervjuare"),
                    scores=_scores(_SIX, "3", "2", "4", "3", "2", "5"),
                ),
                ScoreSheet(
                    scorer=HolderId("bisittare"),
                    scores=_scores(_SIX, "3", "3", "4", "3.5", "2", "4"),
                ),
            ),
            agreed=_scores(_SIX, "3", "2.5", "4", "3.25", "2", "4.50"),
        ),
        _interview("2", "4", "3", "4.5", "3", "2.75", "4"),
        _interview("3", "3.5", "3", "5", "4", "2", "4"),
        _interview("4", "3", "2", "4", "3", "3", "4.25"),
    ),
    feedback=PartialDate(when="2015-05-20"),
    sources=(Source(kind=SourceKind.SEED, ref="SB-74"),),
    illustrative=True,
    kept=JsonObject((("x-version", JsonNumber("1.50")),)),
)

READINESS = Collaboration(
    name="Skolnärvaro i Exempelstad",
    actors=(Actor(id=ActorId("skolan"), name="Ängsskolan", kind=ActorKind.SCHOOL),),
    roles=(
        Role(id=RoleId("intervjuare"), name="Samordnare", kind=RoleKind.EMPLOYEE),
        Role(id=RoleId("bisittare"), name="Folkhälsoplanerare", kind=RoleKind.EMPLOYEE),
    ),
    focus_areas=(FocusArea(id=FocusAreaId("narvaro"), name="Skolnärvaro"),),
    readiness_measurements=(
        BEFORE,
        ReadinessMeasurement(
            id=MeasurementId("matning-2014"),
            name="Planerad mätning",
            edition=Edition.CRM_2014,
        ),
        ReadinessMeasurement(
            id=MeasurementId("matning-2006"),
            name="Mätning i hela kommunen",
            edition=Edition.CRM_2006,
            day=PartialDate(when="2012"),
        ),
    ),
    illustrative=True,
)
