"""Actors: the organisations and services that take part."""

import attrs

from samverkan_core.model.common import DatedName, Identifier
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import ActorId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import Period

__all__ = ["Actor", "ActorKind", "Participation", "Profession", "Sector"]


@answers(
    SOCIAL_SERVICES="SB-10",
    SCHOOL="SB-11",
    CULTURE_AND_LEISURE="SB-12",
    LABOUR_MARKET_UNIT="SB-13",
    POLICE="SB-14",
    CHILD_PSYCHIATRY="SB-15",
    PRIMARY_CARE="LO-14",
    RESOURCE_CENTRE="LO-14",
)
class ActorKind(Labelled):
    """What kind of organisation an actor is; open: `other` with the municipality's own word."""

    MUNICIPALITY = ("municipality", "kommun", "municipality")
    REGION = ("region", "region", "region")
    STATE_AUTHORITY = ("state_authority", "statlig myndighet", "state authority")
    JOINT_AUTHORITY = ("joint_authority", "kommunalförbund", "joint municipal authority")
    ADMINISTRATION = ("administration", "förvaltning", "administration")
    SOCIAL_SERVICES = ("social_services", "socialtjänst", "social services")
    PRESCHOOL = ("preschool", "förskola", "preschool")
    SCHOOL = ("school", "skola", "school")
    PUPIL_HEALTH = ("pupil_health", "elevhälsa", "pupil health services")
    CULTURE_AND_LEISURE = ("culture_and_leisure", "kultur och fritid", "culture and leisure")
    LABOUR_MARKET_UNIT = ("labour_market_unit", "arbetsmarknadsenhet", "labour-market unit")
    RESOURCE_CENTRE = ("resource_centre", "resurscentrum", "resource centre")
    PRIMARY_CARE = ("primary_care", "primärvård", "primary care")
    CHILD_HEALTH_CENTRE = ("child_health_centre", "barnavårdscentral (BVC)", "child health centre")
    MATERNAL_HEALTH_CENTRE = (
        "maternal_health_centre",
        "mödravårdscentral (MVC)",
        "maternal health centre",
    )
    CHILD_PSYCHIATRY = (
        "child_psychiatry",
        "barn- och ungdomspsykiatri (BUP)",
        "child and adolescent psychiatry",
    )
    POLICE = ("police", "polis", "police")
    ASSOCIATION = ("association", "förening eller intresseorganisation", "association")
    COMPANY = ("company", "företag", "company")
    OTHER = ("other", "annan", "other")


class Sector(Labelled):
    """Which sector of society an actor belongs to."""

    MUNICIPAL = ("municipal", "kommunal", "municipal")
    REGIONAL = ("regional", "regional", "regional")
    STATE = ("state", "statlig", "state")
    NON_PROFIT = ("non_profit", "ideell", "non-profit")
    PRIVATE = ("private", "privat", "private")


@answers("LO-04")
class Participation(Labelled):
    """Whether an actor belongs to the core of a collaboration or joins in from outside."""

    CORE = ("core", "kärnaktör", "core actor")
    EXTERNAL = ("external", "extern part", "external party")


@answers("AT-04")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Profession:
    """A profession that an actor has (yrkesgrupp), and what it can do for a child."""

    #: What it is called.
    name: str = attrs.field(repr=False)
    #: What it does, and can do, that the others should know of (kan göra).
    can_do: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(responsibility="KF-15")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Actor:
    """An organisation or service that takes part (aktör), with what it brings."""

    #: The name by which the document refers to it.
    id: ActorId
    #: What it is called now.
    name: str = attrs.field(repr=False)
    #: What kind of organisation it is.
    kind: ActorKind
    #: The municipality's own word, where `kind` is other.
    kind_name: str | None = None
    #: Which sector it belongs to.
    sector: Sector | None = None
    #: The principal that answers for it in law (huvudman).
    principal: ActorId | None = None
    #: The larger organisation that it is a unit of.
    part_of: ActorId | None = None
    #: Whether it is a core actor or an external party.
    participation: Participation = Participation.CORE
    #: The competences that it adds (specifik kompetens).
    competences: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: How it says that its own part serves the whole.
    contribution: str | None = attrs.field(default=None, repr=False)
    #: What registers call it.
    identifiers: tuple[Identifier, ...] = ()
    #: When it takes part.
    period: Period | None = None
    #: Names that it has borne.
    names: tuple[DatedName, ...] = ()
    #: The actors whose place it took in a reorganisation.
    succeeds: tuple[ActorId, ...] = ()
    #: What it answers for in the common work (ansvar).
    responsibility: str | None = attrs.field(default=None, repr=False)
    #: The professions that it has.
    professions: tuple[Profession, ...] = ()
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
