"""Governing documents: what has been decided or agreed, by whom, and what it derives from."""

import attrs

from samverkan_core.model.common import Resolution
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import ActorId, BodyId, DocumentId, FocusAreaId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate, Period

__all__ = ["DocumentKind", "GoverningDocument"]


class DocumentKind(Labelled):
    """What kind of document it is; open: `other` with the municipality's own word."""

    COMPREHENSIVE_PLAN = ("comprehensive_plan", "översiktsplan", "comprehensive plan")
    BUDGET = ("budget", "budget", "budget")
    POLICY = ("policy", "policy", "policy")
    RULES_OF_PROCEDURE = ("rules_of_procedure", "reglemente", "rules of procedure")
    DELEGATION_ORDER = ("delegation_order", "delegationsordning", "delegation order")
    ORDER_OF_WORK = ("order_of_work", "arbetsordning", "order of work")
    OPERATIONAL_PLAN = ("operational_plan", "verksamhetsplan", "operational plan")
    ACTION_PLAN = ("action_plan", "handlingsplan", "action plan")
    IMPLEMENTATION_PLAN = ("implementation_plan", "genomförandeplan", "implementation plan")
    AGREEMENT = ("agreement", "avtal", "agreement")
    JOINT_AGREEMENT = ("joint_agreement", "överenskommelse", "joint agreement")
    GUIDELINE = ("guideline", "riktlinje", "guideline")
    ROUTINE = ("routine", "rutin", "routine")
    OTHER = ("other", "annat dokument", "other document")


@answers(circular_number="KF-01", parties="KF-02", last_changed="AT-22", focus_areas="SB-104")
@attrs.frozen(kw_only=True, field_transformer=checked)
class GoverningDocument:
    """A document that steers the work (styrande dokument): plan, agreement, guideline, order."""

    #: The name by which the document refers to it.
    id: DocumentId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: What kind of document it is.
    kind: DocumentKind
    #: The municipality's own word, where `kind` is other.
    kind_name: str | None = None
    #: The registry number (diarienummer), as written.
    registry_number: str | None = None
    #: The boards that it concerns, each of which has to decide on it.
    concerns: tuple[BodyId, ...] = ()
    #: The decisions that adopted it, one for each body.
    decided_by: tuple[Resolution, ...] = ()
    #: The actors that are parties to it or covered by it.
    parties: tuple[ActorId, ...] = ()
    #: The documents that it carries out or rests on (röd tråd).
    derives_from: tuple[DocumentId, ...] = ()
    #: When it is in force.
    period: Period | None = None
    #: When it was published, as far as it is known.
    published: PartialDate | None = None
    #: Whether it refers to the convention on the rights of the child; None where nobody has said.
    refers_to_child_convention: bool | None = None
    #: Its number, where it is a circular (cirkulärnummer), as written: 1997:53.
    circular_number: str | None = attrs.field(default=None, repr=False)
    #: When it was last changed, as far as it is known (senast ändrad).
    last_changed: PartialDate | None = None
    #: The focus areas that it is a part of, as an action plan that one of them carries.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
