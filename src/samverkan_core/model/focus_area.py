"""Focus areas: the few questions that a collaboration works with at a time."""

import datetime as dt

import attrs

from samverkan_core.model.analysis import Analysis
from samverkan_core.process.journey import journey_html
from samverkan_core.process.step import JourneyEntry
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import BodyId, FocusAreaId, RoleId, TargetGroupId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled, Lang
from samverkan_core.values.markup import framed, paragraph
from samverkan_core.values.source import Source
from samverkan_core.values.time import TimeBox

__all__ = [
    "ChildPerspectives",
    "Condition",
    "FocusArea",
    "Ground",
    "GroundKind",
    "TargetGroup",
]


@answers("SB-47")
class GroundKind(Labelled):
    """What a choice of focus area can rest on (underlag)."""

    LOCAL_NEED = ("local_need", "lokalt behov", "local need")
    OWN_EXPERIENCE = ("own_experience", "egen erfarenhet", "own experience")
    LOCAL_SURVEY = ("local_survey", "lokal undersökning", "local survey")
    NATIONAL_SURVEY = ("national_survey", "nationell undersökning", "national survey")
    ENVIRONMENTAL_SCAN = ("environmental_scan", "omvärldsspaning", "environmental scan")


@answers("SB-04")
class Condition(Labelled):
    """In what situation the children of a target group are (situation)."""

    COME_TO_HARM = ("come_to_harm", "far illa", "come to harm")
    AT_RISK = ("at_risk", "riskerar att fara illa", "at risk of coming to harm")


@answers(synonyms="KF-03")
@attrs.frozen(kw_only=True, field_transformer=checked)
class TargetGroup:
    """The children and young people that the work is for (målgrupp)."""

    #: The name by which the document refers to it.
    id: TargetGroupId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: The ages that belong to it.
    ages: AgeBand | None = None
    #: The situations that belong to it.
    conditions: tuple[Condition, ...] = ()
    #: Whether the children's parents belong to it too.
    includes_parents: bool = False
    #: Other words for it.
    synonyms: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Ground:
    """What a focus area was chosen on (underlag)."""

    #: What kind of ground.
    kind: GroundKind
    #: What it showed.
    evidence: str | None = attrs.field(default=None, repr=False)
    #: Where that can be looked up.
    sources: tuple[Source, ...] = ()
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("SB-53")
@attrs.frozen(kw_only=True, field_transformer=checked)
class ChildPerspectives:
    """The three perspectives that the work is to start from (barnperspektiv)."""

    #: How the rights of the convention bear on the question (barnets rättigheter).
    rights: str | None = attrs.field(default=None, repr=False)
    #: What is known of children in general (det generella barnperspektivet).
    general: str | None = attrs.field(default=None, repr=False)
    #: What the children themselves have said (barnets eget perspektiv).
    own_voice: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("SB-45")
@attrs.frozen(kw_only=True, field_transformer=checked)
class FocusArea:
    """A question in focus for a time (fokusområde), with its charter, its group and its journey."""

    #: The name by which the document refers to it.
    id: FocusAreaId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: What the group is asked to do (uppdrag).
    assignment: str | None = attrs.field(default=None, repr=False)
    #: Who answers for what (ansvar).
    responsibility: str | None = attrs.field(default=None, repr=False)
    #: What lies outside (avgränsning).
    delimitation: str | None = attrs.field(default=None, repr=False)
    #: What is to be achieved (mål).
    goal: str | None = attrs.field(default=None, repr=False)
    #: What the choice of it rests on.
    grounds: tuple[Ground, ...] = ()
    #: The target group that it is for.
    target_group: TargetGroupId | None = None
    #: The three child perspectives.
    perspectives: ChildPerspectives | None = None
    #: The time that it has been given.
    time_box: TimeBox | None = None
    #: The day on which it was closed.
    closed_on: dt.date | None = None
    #: The roles that coordinate it (samordnare).
    coordinators: tuple[RoleId, ...] = ()
    #: The group that does the work (arbetsgrupp).
    working_group: BodyId | None = None
    #: The steps taken so far, in order; only ever added to.
    journey: tuple[JourneyEntry, ...] = ()
    #: How the group sees the situation, what lies around it and its patterns.
    analysis: Analysis | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    def active_on(self, day: dt.date) -> bool | None:
        """Tell whether it was opened by a day and not closed before; None where not known."""
        if self.closed_on is not None and self.closed_on < day:
            return False
        if self.time_box is None or self.time_box.starts is None:
            return None
        return self.time_box.starts.by(day)

    def html(self, lang: Lang = "sv") -> str:
        """Show its journey for people, as a notebook does; nothing that is told in free text."""
        return framed((paragraph("", first=self.name), journey_html(self.journey, lang)), lang)

    def _repr_html_(self) -> str:
        """Show it in a notebook, in Swedish."""
        return self.html()
