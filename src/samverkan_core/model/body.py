"""Bodies: boards, groups, councils and networks, with their seats."""

from collections.abc import Set as AbstractSet
from typing import Annotated

import attrs

from samverkan_core.model.common import DatedName, Resolution
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Between
from samverkan_core.values.ids import ActivityId, ActorId, BodyId, RoleId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import Period

__all__ = ["ELECTED_KINDS", "Body", "BodyKind", "Seat", "SeatCategory", "WorkStage"]


@answers(KEY_GROUP="AT-09", WORKING_GROUP="AT-10")
class BodyKind(Labelled):
    """What kind of body it is; open: `other` with the municipality's own word."""

    COUNCIL = ("council", "kommunfullmäktige", "municipal council")
    EXECUTIVE_BOARD = ("executive_board", "kommunstyrelse", "municipal executive board")
    BOARD = ("board", "nämnd", "board")
    COMMITTEE = ("committee", "utskott", "committee of a board")
    PRESIDIUM = ("presidium", "presidium", "presidium")
    DRAFTING_COMMITTEE = ("drafting_committee", "nämndberedning", "drafting committee")
    STEERING_GROUP = ("steering_group", "styrgrupp", "steering group")
    WORKING_GROUP = ("working_group", "arbetsgrupp", "working group")
    CHILDRENS_COUNCIL = (
        "childrens_council",
        "barnråd",
        "council for children's matters (barnråd)",
    )
    NETWORK = ("network", "nätverk", "network")
    CHILD_RIGHTS_NETWORK = ("child_rights_network", "barnrättsnätverk", "child-rights network")
    CONSULTATION_TEAM = ("consultation_team", "konsultationsteam", "consultation team")
    COLLABORATION_GROUP = ("collaboration_group", "samverkansgrupp", "collaboration group")
    SUPPORT_GROUP = ("support_group", "stödgrupp", "support group")
    KEY_GROUP = ("key_group", "nyckelgrupp", "key group")
    OTHER = ("other", "annat organ", "other body")


#: Kinds of which every member is elected (förtroendevald).
ELECTED_KINDS: AbstractSet[BodyKind] = frozenset(
    {
        BodyKind.COUNCIL,
        BodyKind.EXECUTIVE_BOARD,
        BodyKind.BOARD,
        BodyKind.COMMITTEE,
        BodyKind.PRESIDIUM,
        BodyKind.DRAFTING_COMMITTEE,
    }
)


class SeatCategory(Labelled):
    """In what capacity a member sits in a body."""

    ELECTED = ("elected", "förtroendevald", "elected representative")
    OFFICIAL = ("official", "tjänsteperson", "official")
    INTEREST_ORGANISATION = (
        "interest_organisation",
        "intresseorganisation",
        "interest organisation",
    )
    PROFESSIONAL = ("professional", "profession", "professional")


@answers("AT-10", "AT-24")
class WorkStage(Labelled):
    """How far a group has come in its work."""

    PLANNED = ("planned", "planerad", "planned")
    STARTING = ("starting", "i startgroparna", "about to start")
    WITH_INDIVIDUALS = (
        "with_individuals",
        "har startat arbetet med enskilda",
        "has begun the work with individuals",
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class Seat:
    """A place in a body (plats): for which role, in what capacity, on whose behalf."""

    #: The role that fills it.
    role: RoleId | None = None
    #: The capacity in which its holder sits there.
    category: SeatCategory | None = None
    #: The actor for which its holder sits there.
    on_behalf_of: ActorId | None = None
    #: Whether its holder leads the body, alone or with others.
    leads: bool = False
    #: How many seats of this sort there are.
    count: Annotated[int, Between(1, 1000)] = 1
    #: The body that appoints its holder.
    appointed_by: BodyId | None = None
    #: The competence for which its holder is appointed.
    competence: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(work_stage=("AT-10", "AT-24"), prepared_by="AT-26")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Body:
    """A group that meets, decides, prepares or follows up (organ), with its seats."""

    #: The name by which the document refers to it.
    id: BodyId
    #: What it is called now.
    name: str = attrs.field(repr=False)
    #: What kind of body it is.
    kind: BodyKind
    #: The municipality's own word, where `kind` is other.
    kind_name: str | None = None
    #: The actor in whose organisation it stands (hemvist).
    actor: ActorId | None = None
    #: The body that it is a part of or answers to.
    part_of: BodyId | None = None
    #: What it is there for (syfte).
    purpose: str | None = attrs.field(default=None, repr=False)
    #: What it is to achieve (mål).
    goal: str | None = attrs.field(default=None, repr=False)
    #: Who sits in it.
    seats: tuple[Seat, ...] = ()
    #: The ages that it is there for.
    ages: AgeBand | None = None
    #: The decision that set it up.
    decided_by: Resolution | None = None
    #: When it exists.
    period: Period | None = None
    #: Names that it has borne.
    names: tuple[DatedName, ...] = ()
    #: The bodies whose place it took.
    succeeds: tuple[BodyId, ...] = ()
    #: How far it has come in its work.
    work_stage: WorkStage | None = None
    #: The training days that come before its work (utbildningsdag).
    prepared_by: tuple[ActivityId, ...] = ()
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    @property
    def is_elected(self) -> bool:
        """Whether its members are elected representatives, which follows from its kind."""
        return self.kind in ELECTED_KINDS
