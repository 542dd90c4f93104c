"""Activities: what is done for children, parents and those who work with them."""

from typing import Annotated

import attrs

from samverkan_core.model.role import JointDuty
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Between
from samverkan_core.values.ids import (
    ActivityId,
    ActorId,
    BodyId,
    DocumentId,
    EvaluationId,
    FocusAreaId,
    GoalId,
    GoodExampleId,
    NeedId,
    OfficeId,
    TargetGroupId,
)
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate, TimeBox

__all__ = [
    "Activity",
    "ActivityKind",
    "ActivityScope",
    "Arena",
    "Audience",
    "Channel",
    "GoodExample",
    "InterventionLevel",
    "Participants",
    "ProtectiveFactor",
    "Recurrence",
    "Scale",
    "TrainingTheme",
    "YoungVoices",
]


@answers(SEMINAR="KF-04")
class ActivityKind(Labelled):
    """What kind of activity it is; open: `other` with the municipality's own word."""

    INTERVENTION = ("intervention", "insats", "intervention")
    SUPPORT_GROUP = ("support_group", "stödgruppsverksamhet", "support group")
    TRAINING = ("training", "utbildning", "training")
    SEMINAR = ("seminar", "seminarium", "seminar")
    LECTURE = ("lecture", "föreläsning", "lecture")
    THEME_WEEK = ("theme_week", "temavecka", "theme week")
    CAMPAIGN = ("campaign", "informationsinsats", "campaign")
    CONSULTATION = ("consultation", "dialog med barn och unga", "dialogue with young people")
    MAPPING = ("mapping", "kartläggning", "mapping")
    INTRODUCTION = (
        "introduction",
        "lära känna varandras verksamheter",
        "getting to know each other",
    )
    OTHER = ("other", "annan aktivitet", "other activity")


@answers("SB-08")
class InterventionLevel(Labelled):
    """For whom it is meant to work."""

    PROMOTIVE = ("promotive", "främjande", "promotive")
    PREVENTIVE = ("preventive", "förebyggande", "preventive")
    TARGETED = ("targeted", "riktad", "targeted")


@answers("SB-86")
class ProtectiveFactor(Labelled):
    """What it strengthens around a child; open: `other`."""

    PARENTAL_SUPPORT = ("parental_support", "föräldrastöd", "parental support")
    NETWORK_MOBILISATION = (
        "network_mobilisation",
        "nätverksmobilisering",
        "mobilising the network",
    )
    LANGUAGE_DEVELOPMENT = ("language_development", "språkutveckling", "language development")
    OTHER = ("other", "annan skyddsfaktor", "other protective factor")


class Audience(Labelled):
    """Whom it turns to (row SB-77)."""

    CHILDREN_AND_YOUNG_PEOPLE = ("children_and_young_people", "barn och unga", "young people")
    PARENTS = ("parents", "föräldrar", "parents")
    EMPLOYEES = ("employees", "medarbetare", "employees")
    ELECTED = ("elected", "förtroendevalda", "elected representatives")
    ASSOCIATIONS = ("associations", "föreningar", "associations")
    PUBLIC = ("public", "allmänheten", "the public")


@answers("SB-78")
class Channel(Labelled):
    """How people hear of it; open: `other`."""

    NEWSLETTER = ("newsletter", "veckobrev", "newsletter")
    ADVERTISEMENT = ("advertisement", "annons", "advertisement")
    WEBSITE = ("website", "webbplats", "website")
    POSTER = ("poster", "affisch", "poster")
    MEETING = ("meeting", "möte", "meeting")
    OTHER = ("other", "annan kanal", "other channel")


@answers("AT-14")
class TrainingTheme(Labelled):
    """What a training is about; open: `other`."""

    GOALS = ("goals", "mål", "goals")
    ANCHORING = ("anchoring", "förankring", "anchoring")
    QUALITY = ("quality", "kvalitetsarbete", "quality work")
    FOLLOW_UP = ("follow_up", "uppföljning", "follow-up")
    CHILDREN_AT_RISK = ("children_at_risk", "utsatta barn", "children at risk")
    OTHER = ("other", "annat tema", "other theme")


class Arena(Labelled):
    """Where those who are trained meet children (arena, row AT-13); open: `other`."""

    PRESCHOOL = ("preschool", "förskola", "preschool")
    SCHOOL = ("school", "skola", "school")
    LEISURE = ("leisure", "kultur och fritid", "culture and leisure")
    SOCIAL_SERVICES = ("social_services", "socialtjänst", "social services")
    HEALTH_CARE = ("health_care", "hälso- och sjukvård", "health care")
    POLICE = ("police", "polis", "police")
    ASSOCIATIONS = ("associations", "föreningsliv", "associations")
    OTHER = ("other", "annan arena", "other arena")


@answers("LO-16")
class ActivityScope(Labelled):
    """Whether it is meant for children as a group or for one child at a time."""

    GENERAL = ("general", "generell", "general")
    INDIVIDUAL = ("individual", "individuell", "individual")


class Scale(Labelled):
    """How far a way of working has been tried (row RA-04)."""

    SMALL = ("small", "liten skala", "small scale")
    TESTED = ("tested", "testad", "tested")
    EXTENDED = ("extended", "utökad", "extended")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Recurrence:
    """When in the year something comes back (återkommer): on a date, or in an ISO week."""

    #: How many years lie between two times.
    every_years: Annotated[int, Between(1, 100)] = 1
    #: The month, where it has a date or a month.
    month: Annotated[int, Between(1, 12)] | None = None
    #: The day of the month, where it has a date.
    day: Annotated[int, Between(1, 31)] | None = None
    #: The ISO week, where it has one; it then begins on the Monday.
    week: Annotated[int, Between(1, 53)] | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("RA-09", existed_before="RA-08")
@attrs.frozen(kw_only=True, field_transformer=checked)
class YoungVoices:
    """How children and young people take part in it (ungas delaktighet, rows RA-08 and RA-09)."""

    #: The forum in which they were heard.
    forum: str | None = attrs.field(default=None, repr=False)
    #: Whether that forum was theirs already; None where nobody has said.
    existed_before: bool | None = None
    #: What they said or decided.
    outcome: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(count="AT-12", actor="KF-04")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Participants:
    """How many took part in an activity at one time (deltagare), all or those from one actor."""

    #: The year, month or day that it speaks of.
    when: PartialDate
    #: How many they were.
    count: Annotated[int, Between(0, 10_000_000)]
    #: The municipality or other actor that they came from; None for all who took part.
    actor: ActorId | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(
    level="SB-08",
    protective_factors="SB-86",
    channels="SB-78",
    themes="AT-14",
    needs="SB-106",
    young_voices="RA-09",
    arenas="AT-13",
    scope="LO-16",
    capacity="AT-12",
    participants=("AT-12", "KF-04"),
    reflection="KF-05",
)
@attrs.frozen(kw_only=True, field_transformer=checked)
class Activity:
    """Something that is done (aktivitet): for whom, towards what, by whom and in what way."""

    #: The name by which the document refers to it.
    id: ActivityId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: What kind of activity it is.
    kind: ActivityKind
    #: The municipality's own word, where `kind` is other.
    kind_name: str | None = None
    #: For whom it is meant to work.
    level: InterventionLevel | None = None
    #: The goals that it serves.
    goals: tuple[GoalId, ...] = ()
    #: The needs that it answers.
    needs: tuple[NeedId, ...] = ()
    #: The focus areas that it belongs to.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: The target group that it is for.
    target_group: TargetGroupId | None = None
    #: The ages that it is for.
    ages: AgeBand | None = None
    #: Whom it turns to.
    audiences: tuple[Audience, ...] = ()
    #: The offices that answer for it (vem gör vad).
    responsible: tuple[OfficeId, ...] = ()
    #: The actors that carry it out together.
    actors: tuple[ActorId, ...] = ()
    #: In what way it is done (metod).
    method: str | None = attrs.field(default=None, repr=False)
    #: What it strengthens around a child.
    protective_factors: tuple[ProtectiveFactor, ...] = ()
    #: What it is about, where it is a training.
    themes: tuple[TrainingTheme, ...] = ()
    #: How people hear of it.
    channels: tuple[Channel, ...] = ()
    #: How children and young people take part in it.
    young_voices: YoungVoices | None = None
    #: How far it has been tried.
    scale: Scale | None = None
    #: The evaluations of it.
    evaluations: tuple[EvaluationId, ...] = ()
    #: The larger activity that it is a part of.
    part_of: ActivityId | None = None
    #: The plan that it stands in.
    plan: DocumentId | None = None
    #: When it is done, as far as it is known.
    time_box: TimeBox | None = None
    #: When in the year it comes back.
    recurrence: Recurrence | None = None
    #: Whether it is meant for children as a group or for one child at a time.
    scope: ActivityScope | None = None
    #: The groups that plan it.
    planned_by: tuple[BodyId, ...] = ()
    #: Where those who are trained meet children.
    arenas: tuple[Arena, ...] = ()
    #: How many can take part at a time (platser).
    capacity: Annotated[int, Between(1, 10_000_000)] | None = None
    #: How many took part, time by time.
    participants: tuple[Participants, ...] = ()
    #: What those who took part came to think of together (gemensam reflektion).
    reflection: str | None = attrs.field(default=None, repr=False)
    #: The duties of the permanent functions that it shows being done (row SB-57).
    shows: tuple[JointDuty, ...] = ()
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("SB-76")
@attrs.frozen(kw_only=True, field_transformer=checked)
class GoodExample:
    """Something that worked and is told to others (gott exempel, row SB-76)."""

    #: The name by which the document refers to it.
    id: GoodExampleId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: What worked, and why.
    what_worked: str | None = attrs.field(default=None, repr=False)
    #: The activities in which it worked.
    activities: tuple[ActivityId, ...] = ()
    #: The focus areas in which it worked.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: Whom it is told to.
    audiences: tuple[Audience, ...] = ()
    #: How it is told.
    channels: tuple[Channel, ...] = ()
    #: When it was told.
    told: PartialDate | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
