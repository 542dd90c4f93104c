"""The parts of a proof: the appointment, each mandate of the chain, and the ground at its end.

Each repeats the facts as they stood in the document: a proof is read without it.
"""

import datetime as dt

import attrs

from samverkan_core.model.appointment import AppointmentKind
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.mandate import Basis, MandateKind, Power, Scope
from samverkan_core.model.role import RoleKind
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import Period

__all__ = ["Holding", "Link", "Root", "RootKind"]


@attrs.frozen(kw_only=True)
class Holding:
    """The appointment by which a person acts (förordnande)."""

    #: The id of the appointment.
    appointment: str
    #: On what footing the person holds the office; None where the proof does not say.
    kind: AppointmentKind | None = None
    #: The office that the person holds by it.
    office: str
    #: How that office is tied to its organisation; None where it is a body or an actor.
    role_kind: RoleKind | None = None
    #: From the first day in office to the last.
    period: Period
    #: The body that appointed the person (utsedd av).
    appointed_by: str | None = None
    #: The appointment that it stands in for.
    standing_in_for: str | None = None


@attrs.frozen(kw_only=True)
class Link:
    """One mandate of the chain, as it stood (led i kedjan)."""

    #: The id of the mandate.
    mandate: str
    #: How it came about; None where the proof does not say.
    kind: MandateKind | None = None
    #: The holder through whom the chain passes: an office, a body or a named person.
    holder: str
    #: Whether that holder is a substitute, who steps in for those that it was granted to.
    as_substitute: bool = False
    #: What it lets its holder do.
    powers: tuple[Power, ...]
    #: What it covers; absent: everything.
    scope: Scope | None
    #: When it holds.
    period: Period
    #: The first day on which it no longer holds.
    revoked_from: dt.date | None
    #: Who gave it.
    granted_by: str | None
    #: Whether its holder may delegate it on.
    may_delegate: bool
    #: Whether it holds in urgent matters only (brådskande ärenden).
    urgent_only: bool = False
    #: The ground that it rests on itself: a decision, the line of a document, a provision.
    basis: Basis | None = None
    #: What kind of document that is, where the ground names one that the document holds.
    document_kind: DocumentKind | None = None
    #: The decisions that adopted that document.
    decided_by: tuple[Resolution, ...] = ()


class RootKind(Labelled):
    """What a chain of mandates goes back to in the end (rättslig grund)."""

    LAW = ("law", "lag", "law")
    COUNCIL_RULES = (
        "council_rules",
        "fullmäktiges reglemente",
        "the council's rules of procedure",
    )
    STATE_ORDER = ("state_order", "myndighetens arbetsordning", "the authority's order of work")
    OWN_DECISION = ("own_decision", "beslut av eget organ", "a decision of its own governing body")
    AGREEMENT = ("agreement", "överenskommelse", "agreement")


@attrs.frozen(kw_only=True)
class Root:
    """The ground that the last mandate of a chain rests on."""

    #: What kind of ground.
    kind: RootKind
    #: The governing document, the deciding body, or nothing where it is a provision.
    rests_on: str | None = None
    #: The provision, where it is one.
    provision: Source | None = None
