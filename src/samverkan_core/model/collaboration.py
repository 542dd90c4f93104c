"""The collaboration: everything that one document holds."""

from typing import Annotated

import attrs

from samverkan_core.findings.acceptance import Acceptance
from samverkan_core.model.activity import Activity, GoodExample
from samverkan_core.model.actor import Actor
from samverkan_core.model.analysis import Analysis, Driver, StanceSign
from samverkan_core.model.anchoring import Anchoring
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.backing import Endorsement, Funding, Programme
from samverkan_core.model.body import Body
from samverkan_core.model.child import ChildRef
from samverkan_core.model.collected import Collected
from samverkan_core.model.common import Resolution
from samverkan_core.model.concern_report import ConcernReport
from samverkan_core.model.delegated_decision import DelegatedDecision
from samverkan_core.model.document import GoverningDocument
from samverkan_core.model.evaluation import Evaluation
from samverkan_core.model.focus_area import FocusArea, TargetGroup
from samverkan_core.model.follow_up import FollowUpRound
from samverkan_core.model.glance import areas_html, counts_html, principals_html
from samverkan_core.model.goal import Goal
from samverkan_core.model.handover import Handover
from samverkan_core.model.indicator import Indicator, Observation
from samverkan_core.model.joint_position import JointPosition
from samverkan_core.model.mandate import Mandate, Matter
from samverkan_core.model.meeting import AgreedStep, ContextMarking, Meeting
from samverkan_core.model.person import Person
from samverkan_core.model.plan import IndividualPlan
from samverkan_core.model.process_area import ProcessArea
from samverkan_core.model.readiness import ReadinessMeasurement
from samverkan_core.model.referral import Referral
from samverkan_core.model.resource import Need, Resource
from samverkan_core.model.role import Role
from samverkan_core.model.routine import Routine
from samverkan_core.model.shared_view import SelfRating, SharedPicture, Term
from samverkan_core.process.step import JourneyEntry
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Form
from samverkan_core.values.ids import ActorId, DocumentId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled, Lang
from samverkan_core.values.markup import framed, paragraph
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = ["Collaboration", "LifecycleEntry", "SetAside", "Stage"]


#: The collections whose things can be set aside one by one.
_COLLECTIONS = (
    "actors|persons|roles|appointments|bodies|matters|mandates|delegated_decisions|documents|"
    "target_groups|focus_areas|meetings|joint_positions|referrals|readiness_measurements|goals|"
    "indicators|observations|evaluations|activities|good_examples|anchorings|resources|needs|"
    "routines|handovers|children|plans|concern_reports|"
    "process_areas|"
    "shared_pictures|"
    "self_ratings|"
    "terms|"
    "follow_ups"
)


class Stage(Labelled):
    """How far a collaboration has come in becoming ordinary work."""

    PROJECT = ("project", "projekt", "project")
    PERMANENT = ("permanent", "permanent arbetssätt", "permanent way of working")
    ENDED = ("ended", "avslutad", "ended")


@attrs.frozen(kw_only=True, field_transformer=checked)
class LifecycleEntry:
    """A stage that a collaboration has gone into, and the decision behind it."""

    #: The stage.
    stage: Stage
    #: From when.
    day: PartialDate | None = None
    #: Until when it was planned, as for the end of a project.
    planned_end: PartialDate | None = None
    #: The decision that took it there.
    decision: Resolution | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class SetAside:
    """A thing of the document that could not be read, kept as it was written."""

    #: Where it stood: the collection and the position.
    pointer: Annotated[str, Form(f"/(?:{_COLLECTIONS})/(?:0|[1-9][0-9]{{0,8}})", "/actors/3")]
    #: What stood there.
    value: JsonObject = attrs.field(repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Collaboration:
    """A municipality's collaboration around children and young people (samverkan), whole.

    Things are named by id; each id stands once in the whole document. It may have several
    principals, each of which decides for itself.
    """

    #: The version of the document format.
    samverkan: Annotated[str, Form("1[.](?:0|[1-9][0-9]{0,8})", "1.0")] = "1.0"
    #: What the collaboration is called.
    name: str = attrs.field(repr=False)
    #: What it is there for: a benefit to children, not collaboration as such.
    purpose: str | None = attrs.field(default=None, repr=False)
    #: How the parties work (arbetssätt).
    method: str | None = attrs.field(default=None, repr=False)
    #: The stance that they share (förhållningssätt).
    stance: str | None = attrs.field(default=None, repr=False)
    #: The profile of rules that it is checked by.
    profile: str | None = None
    #: The principals behind it (huvudmän).
    principals: tuple[ActorId, ...] = ()
    #: The political assignment that it rests on.
    political_assignment: Resolution | None = None
    #: The stages that it has gone through, in order; only ever added to.
    lifecycle: tuple[LifecycleEntry, ...] = ()
    #: The steps that the collaboration itself has taken, in order; only ever added to.
    journey: tuple[JourneyEntry, ...] = ()
    #: Who takes part.
    actors: tuple[Actor, ...] = ()
    #: Professionals and elected representatives.
    persons: tuple[Person, ...] = ()
    #: The offices.
    roles: tuple[Role, ...] = ()
    #: Who holds which office.
    appointments: tuple[Appointment, ...] = ()
    #: Boards, groups, councils and networks.
    bodies: tuple[Body, ...] = ()
    #: Matters and groups of matters.
    matters: tuple[Matter, ...] = ()
    #: Who may do what.
    mandates: tuple[Mandate, ...] = ()
    #: What has been decided in a board's place.
    delegated_decisions: tuple[DelegatedDecision, ...] = ()
    #: What has been decided or agreed.
    documents: tuple[GoverningDocument, ...] = ()
    #: Whom the work is for.
    target_groups: tuple[TargetGroup, ...] = ()
    #: The questions in focus.
    focus_areas: tuple[FocusArea, ...] = ()
    #: What is done.
    activities: tuple[Activity, ...] = ()
    #: What worked and is told to others.
    good_examples: tuple[GoodExample, ...] = ()
    #: Where the work has been taken in.
    anchorings: tuple[Anchoring, ...] = ()
    #: What there is for children already.
    resources: tuple[Resource, ...] = ()
    #: What children and their parents need.
    needs: tuple[Need, ...] = ()
    #: How things are always done.
    routines: tuple[Routine, ...] = ()
    #: What is to be reached.
    goals: tuple[Goal, ...] = ()
    #: What the work is followed by.
    indicators: tuple[Indicator, ...] = ()
    #: What was observed.
    observations: tuple[Observation, ...] = ()
    #: Looks at the work from outside.
    evaluations: tuple[Evaluation, ...] = ()
    #: How ready for change those concerned are, as measured.
    readiness_measurements: tuple[ReadinessMeasurement, ...] = ()
    #: The meetings.
    meetings: tuple[Meeting, ...] = ()
    #: What steering groups have agreed on.
    joint_positions: tuple[JointPosition, ...] = ()
    #: What bodies have been asked to give their opinion on.
    referrals: tuple[Referral, ...] = ()
    #: The children that plans and reports are about, under pseudonyms.
    children: tuple[ChildRef, ...] = ()
    #: Plans around one child that several make together.
    plans: tuple[IndividualPlan, ...] = ()
    #: Reports of concern, as facts about how they were dealt with.
    concern_reports: tuple[ConcernReport, ...] = ()
    #: What those who left an office handed over.
    handovers: tuple[Handover, ...] = ()
    #: What several actors do in one way together.
    process_areas: tuple[ProcessArea, ...] = ()
    #: Common pictures of what needs handling together.
    shared_pictures: tuple[SharedPicture, ...] = ()
    #: How the parties rate trust and the shared view.
    self_ratings: tuple[SelfRating, ...] = ()
    #: Words that several use, and what each means by them.
    terms: tuple[Term, ...] = ()
    #: How the work is followed up.
    follow_ups: tuple[FollowUpRound, ...] = ()
    #: Findings that somebody answers for.
    acceptances: tuple[Acceptance, ...] = ()
    #: What drives it (drivkraft).
    driver: Driver | None = None
    #: The signs by which one sees that the parties keep to the stance.
    stance_signs: tuple[StanceSign, ...] = ()
    #: How the parties see the situation, what lies around it and its patterns.
    analysis: Analysis | None = None
    #: Why the work as a whole is done and what it is to reach (sammanhangsmarkering).
    context: ContextMarking | None = None
    #: What comes next in the work as a whole (nästa steg).
    next_steps: tuple[AgreedStep, ...] = ()
    #: The leaders who stand behind it (row SB-19).
    endorsements: tuple[Endorsement, ...] = ()
    #: The money that it has been granted.
    funding: tuple[Funding, ...] = ()
    #: The larger programmes that it is a part of.
    programmes: tuple[Programme, ...] = ()
    #: The agreements that it builds on (row RA-02).
    builds_on: tuple[DocumentId, ...] = ()
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
    #: Things that could not be read, written back as they were.
    set_aside: tuple[SetAside, ...] = attrs.field(default=(), repr=False)

    def html(self, lang: Lang = "sv") -> str:
        """Show for people what it holds, as a notebook does; of persons only how many they are."""
        counts = {kind: len(getattr(self, kind.code)) for kind in Collected}
        return framed(
            (
                paragraph("", first=self.name),
                principals_html(self.principals, self.actors, lang),
                areas_html(self.focus_areas, lang),
                counts_html(counts, len(self.set_aside), lang),
            ),
            lang,
        )

    def _repr_html_(self) -> str:
        """Show it in a notebook, in Swedish."""
        return self.html()
