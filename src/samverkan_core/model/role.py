"""Roles: the offices that people hold and leave."""

import attrs

from samverkan_core.model.common import DatedName
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import ActorId, RoleId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import Period

__all__ = ["JointDuty", "Level", "Role", "RoleFunction", "RoleKind"]


class RoleKind(Labelled):
    """How a role is tied to its organisation: decides what may be delegated to it."""

    ELECTED = ("elected", "förtroendevald", "elected representative")
    HEAD_OF_ADMINISTRATION = (
        "head_of_administration",
        "förvaltningschef",
        "head of administration",
    )
    EMPLOYEE = ("employee", "anställd", "employee")
    EXTERNAL = ("external", "anställd hos annan huvudman", "employee of another principal")
    ENGAGED = ("engaged", "uppdragstagare eller konsult", "engaged or consultant")
    VOLUNTEER = (
        "volunteer",
        "företrädare för ideell organisation",
        "representative of a non-profit organisation",
    )


@answers(HEAD="RA-20", PROJECT_LEADER="RA-20", PRESCHOOL_HEAD="LO-14", COUNSELLOR="LO-14")
class RoleFunction(Labelled):
    """What a role is there to do in the collaboration; open: `other` with its own word."""

    COLLABORATION_LEADER = ("collaboration_leader", "samverkansledare", "collaboration leader")
    PUBLIC_HEALTH_PLANNER = ("public_health_planner", "folkhälsoplanerare", "public-health planner")
    COORDINATOR = ("coordinator", "samordnare", "coordinator")
    PROJECT_LEADER = ("project_leader", "projektledare", "project leader")
    MAIN_PROJECT_LEADER = ("main_project_leader", "huvudprojektledare", "main project leader")
    PROCESS_LEADER = ("process_leader", "processledare", "process facilitator")
    CHAIR = ("chair", "ordförande", "chair")
    HEAD = ("head", "chef", "head")
    HEAD_TEACHER = ("head_teacher", "rektor", "head teacher")
    PRESCHOOL_HEAD = ("preschool_head", "förskolechef", "preschool head")
    COUNSELLOR = ("counsellor", "kurator", "counsellor")
    OTHER = ("other", "annan", "other")


class Level(Labelled):
    """On which level of steering a role stands (ledningsnivå)."""

    POLITICAL = ("political", "politisk nivå", "political level")
    ADMINISTRATIVE = ("administrative", "förvaltningsledning", "head-of-administration level")
    UNIT = ("unit", "enhetsnivå", "unit level")


class JointDuty(Labelled):
    """What the permanent functions are there to do together (fasta funktioner, row SB-57)."""

    LEAD_AND_FOLLOW_UP = (
        "lead_and_follow_up",
        "leda och följa upp arbetet i fokusområdena",
        "lead and follow up the focus areas",
    )
    SCAN = ("scan", "omvärldsspana", "scan the surroundings")
    DRIVE = ("drive", "vara motor i arbetet", "drive the work")
    SEMINARS = ("seminars", "ordna gemensamma seminarier", "arrange joint seminars")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Role:
    """An office (befattning eller uppdrag) that stays when the people in it change."""

    #: The name by which the document refers to it.
    id: RoleId
    #: What it is called now.
    name: str = attrs.field(repr=False)
    #: How it is tied to its organisation.
    kind: RoleKind
    #: What it is there to do in the collaboration.
    function: RoleFunction | None = None
    #: The municipality's own word, where `function` is other.
    function_name: str | None = None
    #: The level of steering on which it stands.
    level: Level | None = None
    #: The actor to which it belongs.
    actor: ActorId | None = None
    #: Whether it is a permanent function of the collaboration (fast funktion).
    permanent: bool = False
    #: What its holder is there to do.
    duties: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: The competences that it asks for.
    competences: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: When it exists.
    period: Period | None = None
    #: Names that it has borne.
    names: tuple[DatedName, ...] = ()
    #: The roles whose place it took.
    succeeds: tuple[RoleId, ...] = ()
    #: The duties that it has together with the other permanent functions.
    joint_duties: tuple[JointDuty, ...] = ()
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
