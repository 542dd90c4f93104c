"""Goals: what those who collaborate want to reach, whose it is, and where it is anchored."""

import attrs

from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import (
    ActorId,
    DocumentId,
    FocusAreaId,
    GoalId,
    IndicatorId,
    NeedId,
    OfficeId,
    TargetGroupId,
)
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate, Period

__all__ = [
    "Alignment",
    "Goal",
    "GoalAbout",
    "Horizon",
    "Milestone",
    "OrdinaryOperation",
    "QualityCheck",
]


class Horizon(Labelled):
    """How far ahead a goal lies (row AT-15)."""

    SHORT_TERM = ("short_term", "kortsiktigt", "short-term")
    LONG_TERM = ("long_term", "långsiktigt", "long-term")


class GoalAbout(Labelled):
    """What a goal is about: how children fare, or how the parties work together (row SB-09)."""

    CHILDREN = ("children", "hur det går för barn och unga", "how children fare")
    COLLABORATION = ("collaboration", "samverkan i sig", "collaboration itself")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Milestone:
    """A step on the way to a goal (delmål), and when it is to be taken."""

    #: What is to have been reached.
    text: str = attrs.field(repr=False)
    #: When.
    day: PartialDate | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class OrdinaryOperation:
    """Where a goal is anchored in ordinary operations (ordinarie verksamhet): a unit, its plan."""

    #: The unit that works towards the goal.
    unit: ActorId | None = None
    #: The unit's own plan, in which the goal stands.
    plan: DocumentId | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class QualityCheck:
    """Who sees to it that the work towards a goal holds good (kvalitetssäkring), and when."""

    #: The role, body or actor that checks.
    checked_by: OfficeId | None = None
    #: When it is done.
    day: PartialDate | None = None
    #: How it is done.
    method: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("RA-14")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Alignment:
    """A goal of one administration's own that points the same way as the joint goal."""

    #: The administration whose goal it is.
    administration: ActorId
    #: That goal, as the administration words it.
    own_goal: str | None = attrs.field(default=None, repr=False)
    #: The document in which it stands.
    document: DocumentId | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(aligned_with="RA-14", needs="SB-106")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Goal:
    """What is to be reached (mål); a joint goal is owned by two actors or more."""

    #: The name by which the document refers to it.
    id: GoalId
    #: What is to be reached, in words.
    name: str = attrs.field(repr=False)
    #: How far ahead it lies.
    horizon: Horizon | None = None
    #: Whether it is about children or about collaboration itself.
    about: GoalAbout | None = None
    #: The actors that own it together.
    owners: tuple[ActorId, ...] = ()
    #: The larger goal that it is a step towards.
    superior_goal: GoalId | None = None
    #: The focus areas that it belongs to.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: The target group that it is for.
    target_group: TargetGroupId | None = None
    #: The needs that it answers.
    needs: tuple[NeedId, ...] = ()
    #: Where it is anchored in ordinary operations.
    anchored_in: tuple[OrdinaryOperation, ...] = ()
    #: The goals of the administrations that point the same way.
    aligned_with: tuple[Alignment, ...] = ()
    #: The indicators by which it is followed.
    indicators: tuple[IndicatorId, ...] = ()
    #: The steps on the way to it.
    milestones: tuple[Milestone, ...] = ()
    #: How its quality is assured.
    quality_check: QualityCheck | None = None
    #: When it applies.
    period: Period | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    @property
    def is_joint(self) -> bool:
        """Whether two actors or more own it (gemensamt mål)."""
        return len(set(self.owners)) > 1
