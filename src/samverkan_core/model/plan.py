"""Plans around one child: the coordinated individual plan, and other plans made together."""

import datetime as dt
from typing import Annotated

import attrs

from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Between
from samverkan_core.values.ids import ActorId, ChildId, MeetingId, PlanId, RoleId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate, happened_by

__all__ = [
    "Aim",
    "Call",
    "Commitment",
    "Consent",
    "ConsentForm",
    "Consenter",
    "FamilyParticipation",
    "IndividualPlan",
    "Participant",
    "PlanKind",
    "PlannedIntervention",
    "Service",
    "ServiceNeed",
]


class PlanKind(Labelled):
    """What kind of plan it is; open: `other` with the municipality's own word."""

    COORDINATED_INDIVIDUAL_PLAN = (
        "coordinated_individual_plan",
        "samordnad individuell plan (SIP)",
        "coordinated individual plan (SIP)",
    )
    OTHER = ("other", "annan gemensam plan", "other joint plan")


class Service(Labelled):
    """The two services whose measures a coordinated individual plan puts together."""

    SOCIAL_SERVICES = ("social_services", "socialtjänsten", "social services")
    HEALTH_CARE = ("health_care", "hälso- och sjukvården", "health care")


class Consenter(Labelled):
    """Who consents, as a word for the relation; never a name."""

    CHILD = ("child", "barnet", "the child")
    GUARDIAN_1 = ("guardian_1", "den ena vårdnadshavaren", "the one guardian")
    GUARDIAN_2 = ("guardian_2", "den andra vårdnadshavaren", "the other guardian")


class ConsentForm(Labelled):
    """In which form somebody consented."""

    ORAL = ("oral", "muntligt", "orally")
    WRITTEN = ("written", "skriftligt", "in writing")


class Call(Labelled):
    """How somebody was called to the plan's meeting."""

    SUMMONED = ("summoned", "kallad", "summoned")
    INVITED = ("invited", "inbjuden", "invited")


class Aim(Labelled):
    """Which way a commitment means to move what it aims at."""

    RAISE = ("raise", "öka", "raise")
    LOWER = ("lower", "minska", "lower")


@attrs.frozen(kw_only=True, field_transformer=checked)
class ServiceNeed:
    """What the child needs from one of the two services (behov av insatser)."""

    #: The service.
    service: Service
    #: What is needed, in words that point out nobody.
    what: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(covers="LO-10")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Consent:
    """A consent to the plan (samtycke): whose, to sharing what, from when and until when."""

    #: Who consents.
    by: Consenter
    #: The kinds of information that may be shared; a consent is never general.
    covers: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: From when.
    since: PartialDate | None = None
    #: When it was withdrawn.
    withdrawn_on: PartialDate | None = None
    #: In which form it was given.
    form: ConsentForm | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    def in_force_on(self, day: dt.date) -> bool | None:
        """Tell whether it holds on a day; not on that of its withdrawal. None where not known."""
        withdrawn = self.withdrawn_by(day)
        if withdrawn:
            return False
        given = happened_by(self.since, day)
        return given if withdrawn is False or given is False else None

    def withdrawn_by(self, day: dt.date) -> bool | None:
        """Tell whether it has been withdrawn on a day or before; None where not known."""
        return False if self.withdrawn_on is None else self.withdrawn_on.by(day)


@attrs.frozen(kw_only=True, field_transformer=checked)
class PlannedIntervention:
    """An intervention that the plan finds needed (insats), and which principal answers for it."""

    #: What it is.
    what: str = attrs.field(repr=False)
    #: The principal that answers for it (huvudman).
    principal: ActorId | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Commitment:
    """What one of those in the plan takes upon itself (åtagande): who does what, and when."""

    #: The name by which the plan refers to it; it stands for this one within the plan alone.
    id: str = attrs.field(repr=False)
    #: The actor that does it.
    actor: ActorId | None = None
    #: The role that does it.
    role: RoleId | None = None
    #: What is to be done.
    what: str | None = attrs.field(default=None, repr=False)
    #: By when it is to be done.
    due: PartialDate | None = None
    #: When it was done.
    done_on: PartialDate | None = None
    #: The goal that it serves, in the plan's words.
    goal: str | None = attrs.field(default=None, repr=False)
    #: What it means to move, as "skolnärvaro" or "skärmtid"; in the same words for the same thing.
    target: str | None = attrs.field(default=None, repr=False)
    #: Which way.
    direction: Aim | None = None
    #: Other commitments of the plan that somebody has seen it counteract.
    counteracts: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    def open_on(self, day: dt.date) -> bool | None:
        """Tell whether it remains to be done on a day; None where that is not known."""
        if self.done_on is None:
            return True
        done = self.done_on.by(day)
        return None if done is None else not done


@attrs.frozen(kw_only=True, field_transformer=checked)
class Participant:
    """Whoever takes part in the plan on behalf of an actor (deltagare), by role and not by name."""

    #: The actor.
    actor: ActorId | None = None
    #: The role that comes.
    role: RoleId | None = None
    #: Whether it was summoned, as the principals are, or invited, as others are.
    call: Call | None = None
    #: What it is competent in.
    competences: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: From when it takes part.
    since: PartialDate | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class FamilyParticipation:
    """Whether the child and the family took part in making the plan (delaktighet)."""

    #: Whether the child did; None where nobody has noted it.
    child: bool | None = None
    #: Whether a guardian or somebody else close to the child did; None where nobody has noted it.
    family: bool | None = None
    #: Why one of them did not.
    reason: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(times_told="LO-10")
@attrs.frozen(kw_only=True, field_transformer=checked)
class IndividualPlan:
    """A plan for one child that several make together (individuell plan).

    A coordinated individual plan (SIP) is one that the municipality and the region make where the
    child needs both social services and health care. What school and social services plan by
    themselves is another joint plan, and is named so. No plan takes the place of a report of
    concern: that duty is each reporter's own.
    """

    #: The name by which the document refers to it.
    id: PlanId
    #: What kind of plan it is.
    kind: PlanKind
    #: The municipality's own word, where `kind` is other.
    kind_name: str | None = None
    #: The child that it is for.
    child: ChildId | None = None
    #: What is needed from which of the two services.
    needs: tuple[ServiceNeed, ...] = ()
    #: How many guardians there are, where that is known; two decide together.
    guardians: Annotated[int, Between(1, 2)] | None = None
    #: Who consents to what.
    consents: tuple[Consent, ...] = ()
    #: The interventions needed, each with the principal that answers for it.
    interventions: tuple[PlannedIntervention, ...] = ()
    #: What others than the municipality and the region do, or that they do nothing.
    measures_by_others: str | None = attrs.field(default=None, repr=False)
    #: The principal that has the overall responsibility (övergripande ansvar).
    overall_principal: ActorId | None = None
    #: Who does what, and when.
    commitments: tuple[Commitment, ...] = ()
    #: The competences that the plan cannot do without.
    competences_needed: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: Who takes part beside the child and the family.
    participants: tuple[Participant, ...] = ()
    #: How the child and the family took part.
    family: FamilyParticipation | None = None
    #: The actor that took the initiative.
    initiator: ActorId | None = None
    #: The role that chairs the meeting (mötesledare).
    chair: RoleId | None = None
    #: The role that holds the plan together (huvudansvarig för planen).
    lead: RoleId | None = None
    #: The meeting at which it was made.
    meeting: MeetingId | None = None
    #: When it began to apply.
    started: PartialDate | None = None
    #: The days on which it was followed up or is to be.
    follow_ups: tuple[PartialDate, ...] = ()
    #: The day on which it was closed.
    closed_on: dt.date | None = None
    #: The last day on which it may be kept here (gallringsfrist).
    retain_until: dt.date | None = None
    #: How many times the family has had to tell the same thing, where somebody has noted it.
    times_told: Annotated[int, Between(0, 1000)] | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    @property
    def is_coordinated(self) -> bool:
        """Whether it goes by the name of a coordinated individual plan."""
        return self.kind is PlanKind.COORDINATED_INDIVIDUAL_PLAN

    def open_on(self, day: dt.date) -> bool | None:
        """Tell whether it had begun by a day and was not yet closed; None where not known."""
        if self.closed_on is not None and self.closed_on <= day:
            return False
        return happened_by(self.started, day)
