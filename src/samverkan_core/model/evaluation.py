"""Evaluations: what was asked about the work, who answered, and what came of it."""

import attrs

from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    EvaluationId,
    FocusAreaId,
    GoalId,
    OfficeId,
)
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate, Period

__all__ = [
    "Effect",
    "Evaluation",
    "EvaluationFinding",
    "EvaluationQuestion",
    "FollowUp",
]


@answers("KF-14")
class Effect(Labelled):
    """What an evaluation asks for the effects on: the children or the process (effekt)."""

    CHILDREN = ("children", "effekter för barnen", "effects for children")
    PROCESS = ("process", "effekter på samverkansprocessen", "effects on the process")


@attrs.frozen(kw_only=True, field_transformer=checked)
class EvaluationQuestion:
    """A question that an evaluation is to answer (utvärderingsfråga)."""

    #: The question.
    text: str = attrs.field(repr=False)
    #: The effects that it asks for.
    about: Effect | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class FollowUp:
    """What is to be done about what an evaluation found (uppföljande åtgärd)."""

    #: What is to be done.
    text: str = attrs.field(repr=False)
    #: The role, body or actor that answers for it.
    owner: OfficeId | None = None
    #: By when.
    day: PartialDate | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class EvaluationFinding:
    """Something that an evaluation found (iakttagelse), with what is done about it."""

    #: What was found.
    text: str = attrs.field(repr=False)
    #: Whether it says that something works, so that nothing has to be done about it.
    works_well: bool = False
    #: What is done about it.
    follow_ups: tuple[FollowUp, ...] = ()
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(bodies="RA-17")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Evaluation:
    """A look at the work from outside (utvärdering): commissioned, made and followed up."""

    #: The name by which the document refers to it.
    id: EvaluationId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: The role, body or actor that asked for it (beställare).
    commissioner: OfficeId | None = None
    #: Who made it, where that is an actor of the document (utvärderare).
    evaluator: ActorId | None = None
    #: Who made it, where that is somebody else.
    external_evaluator: str | None = attrs.field(default=None, repr=False)
    #: What it was to answer.
    questions: tuple[EvaluationQuestion, ...] = ()
    #: The goals that it looks at.
    goals: tuple[GoalId, ...] = ()
    #: The bodies that it looks at.
    bodies: tuple[BodyId, ...] = ()
    #: The focus areas that it looks at.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: What it found.
    findings: tuple[EvaluationFinding, ...] = ()
    #: The time that it looks at.
    period: Period | None = None
    #: When it was published, as far as it is known.
    published: PartialDate | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
