"""Mandates: who may do what, about what, on what ground. Data only; the reasoning is elsewhere."""

import datetime as dt
from typing import Annotated

import attrs

from samverkan_core.model.common import Resolution
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import AtLeastOne
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    DocumentId,
    FocusAreaId,
    HolderId,
    MandateId,
    MatterId,
    PersonId,
)
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import Period

__all__ = [
    "Basis",
    "BasisKind",
    "Mandate",
    "MandateKind",
    "Matter",
    "MatterKind",
    "Power",
    "Scope",
]


class Power(Labelled):
    """What a mandate lets its holder do (befogenhet)."""

    LEAD = ("lead", "leda", "lead")
    DEVELOP = ("develop", "utveckla", "develop")
    DECIDE = ("decide", "besluta", "decide")
    AGREE = ("agree", "enas", "agree")
    PREPARE = ("prepare", "bereda", "prepare")
    PROPOSE = ("propose", "föreslå", "propose")
    COORDINATE = ("coordinate", "samordna", "coordinate")
    APPOINT = ("appoint", "utse", "appoint")
    ALLOCATE = ("allocate", "fördela resurser", "allocate resources")
    FOLLOW_UP = ("follow_up", "följa upp", "follow up")
    GIVE_OPINION = ("give_opinion", "yttra sig", "give an opinion")
    INFORM = ("inform", "informera", "inform")


class MandateKind(Labelled):
    """How a mandate came about. In Swedish none of the three is called "mandat"."""

    ASSIGNMENT = ("assignment", "uppdrag", "assignment")
    DELEGATION = ("delegation", "delegation", "delegation")
    BY_LAW = ("by_law", "lagstadgad behörighet", "power by law")


class BasisKind(Labelled):
    """What kind of ground a mandate rests on."""

    POLITICAL_DECISION = ("political_decision", "politiskt beslut", "political decision")
    GOVERNING_DOCUMENT = ("governing_document", "styrande dokument", "governing document")
    AGREEMENT = ("agreement", "avtal eller överenskommelse", "agreement")
    LAW = ("law", "lag", "law")


class MatterKind(Labelled):
    """Whether a matter asks for a decision or only for the carrying out of one."""

    DECISION = ("decision", "beslut", "decision")
    EXECUTION = ("execution", "ren verkställighet", "pure execution")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Scope:
    """What a mandate covers (omfattning): every dimension that stands must hold.

    A dimension that is absent is unrestricted; a list that stands is never empty.
    """

    #: The focus areas covered.
    focus_areas: Annotated[tuple[FocusAreaId, ...], AtLeastOne()] | None = None
    #: The bodies covered.
    bodies: Annotated[tuple[BodyId, ...], AtLeastOne()] | None = None
    #: The actors covered.
    actors: Annotated[tuple[ActorId, ...], AtLeastOne()] | None = None
    #: The matters or groups of matters covered.
    matters: Annotated[tuple[MatterId, ...], AtLeastOne()] | None = None
    #: The ages covered.
    ages: AgeBand | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Basis:
    """The ground that a mandate rests on (grund)."""

    #: What kind of ground.
    kind: BasisKind
    #: The decision, where it is one.
    resolution: Resolution | None = None
    #: The governing document or agreement, where it is one.
    document: DocumentId | None = None
    #: The line of that document, by its own number.
    line: str | None = None
    #: The provision, where it is a law, with where it is read.
    provision: Source | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Mandate:
    """What an office is there to do or may decide (uppdrag, delegation, lagstadgad behörighet)."""

    #: The name by which the document refers to it.
    id: MandateId
    #: How it came about.
    kind: MandateKind
    #: What it lets its holder do.
    powers: Annotated[tuple[Power, ...], AtLeastOne()]
    #: What it covers; absent: everything.
    scope: Scope | None = None
    #: When it holds.
    period: Period
    #: Who gave it.
    granted_by: HolderId | None = None
    #: The offices that hold it; a named person only where a law calls for it.
    granted_to: tuple[HolderId, ...] = ()
    #: Whether several holders act together; otherwise each alone.
    jointly: bool = False
    #: Who steps in while every holder is out of service, in this order (ersättare).
    substitutes: tuple[HolderId, ...] = ()
    #: Whether it holds in urgent matters only (brådskande ärenden).
    urgent_only: bool = False
    #: The ground that it rests on.
    basis: Basis | None = None
    #: The mandate that it was delegated from.
    parent: MandateId | None = None
    #: Whether its holder may delegate it on.
    may_delegate: bool = False
    #: Conditions that data cannot judge: an amount, a duration.
    conditions: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: The first day on which it no longer holds, where it was revoked.
    revoked_from: dt.date | None = None
    #: The decision that revoked it.
    revoked_by: Resolution | None = None
    #: The day on which it became known to those who keep this document.
    recorded_on: dt.date | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Matter:
    """A matter or a group of matters that is decided or carried out (ärende)."""

    #: The name by which the document refers to it.
    id: MatterId
    #: What it is about.
    name: str = attrs.field(repr=False)
    #: Whether it asks for a decision.
    kind: MatterKind = MatterKind.DECISION
    #: The provision that it falls under (lagrum).
    provision: Source | None = None
    #: The group of matters that it belongs to.
    part_of: MatterId | None = None
    #: The registry number (diarienummer), as written.
    registry_number: str | None = None
    #: The principal whose matter it is.
    principal: ActorId | None = None
    #: The focus areas that it touches.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: Whether it cannot wait for the board (brådskande).
    urgent: bool = False
    #: Persons who are disqualified (jäviga) in it.
    disqualified: tuple[PersonId, ...] = ()
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
