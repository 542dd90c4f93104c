"""Joint positions: what a steering group agrees on, how each member tried it, and who decided."""

import attrs

from samverkan_core.model.common import Resolution
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    DocumentId,
    FocusAreaId,
    JointPositionId,
    MatterId,
    MeetingId,
    OfficeId,
)
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = ["JointPosition", "MemberTest", "PrincipalDecision"]


@answers("SB-42")
@attrs.frozen(kw_only=True, field_transformer=checked)
class MemberTest:
    """How one member tried a joint position at home (chefens prövning)."""

    #: The member: the role that sits in the body, or the actor for which it sits there.
    member: OfficeId
    #: What it means in the member's own organisation.
    meaning: str | None = attrs.field(default=None, repr=False)
    #: Whether it can be carried out there; None where nobody has said.
    possible: bool | None = None
    #: Whether the time is right for it there; None where nobody has said.
    timely: bool | None = None
    #: Whether it follows from what governs the own organisation; None where nobody has said.
    linked: bool | None = None
    #: The governing documents of the own authority that it is tied to.
    documents: tuple[DocumentId, ...] = ()
    #: How a no was resolved.
    resolved: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class PrincipalDecision:
    """What one principal decided on a joint position (huvudmannens beslut); it binds no other."""

    #: The principal.
    principal: ActorId
    #: The decision, of a body of its own.
    decision: Resolution
    #: Whether the principal decided against it.
    rejected: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class JointPosition:
    """What a steering group has agreed on (gemensamt ställningstagande).

    It has no legal effect of its own: it becomes a decision when each principal has decided on it
    for its own part.
    """

    #: The name by which the document refers to it.
    id: JointPositionId
    #: What those in the body agree on.
    text: str = attrs.field(repr=False)
    #: The body that agreed, mostly a steering group.
    body: BodyId | None = None
    #: The day on which it agreed.
    day: PartialDate | None = None
    #: The meeting at which it agreed.
    meeting: MeetingId | None = None
    #: The focus areas that it is about.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: The matters that it is about.
    matters: tuple[MatterId, ...] = ()
    #: The principals that it concerns, each of which has to decide on it; none: all of them.
    concerns: tuple[ActorId, ...] = ()
    #: How each member tried it in the own organisation.
    tests: tuple[MemberTest, ...] = ()
    #: What each principal decided.
    decisions: tuple[PrincipalDecision, ...] = ()
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
