"""Anchoring: how the common work has been taken in, level by level."""

import attrs

from samverkan_core.model.common import Resolution
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import (
    ActivityId,
    ActorId,
    AnchoringId,
    BodyId,
    DocumentId,
    FocusAreaId,
    MeetingId,
)
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = ["Anchoring", "AnchoringLevel"]


class AnchoringLevel(Labelled):
    """On which level the work has been taken in (rows SB-28 and RA-12)."""

    COUNCIL = ("council", "fullmäktige", "municipal council")
    BOARD = ("board", "nämnd", "board")
    ADMINISTRATION = ("administration", "förvaltning", "administration")
    OPERATIONS = ("operations", "verksamhet", "operations")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Anchoring:
    """That the work is known and accepted on a level (förankring): where, when and how."""

    #: The name by which the document refers to it.
    id: AnchoringId
    #: On which level.
    level: AnchoringLevel
    #: In which organisation.
    actor: ActorId | None = None
    #: In which body.
    body: BodyId | None = None
    #: What was taken in, where it is a focus area.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: What was taken in, where it is a document.
    documents: tuple[DocumentId, ...] = ()
    #: The meeting at which it was.
    meeting: MeetingId | None = None
    #: The activity by which it was.
    activity: ActivityId | None = None
    #: The decision by which it was.
    decision: Resolution | None = None
    #: When it was.
    day: PartialDate | None = None
    #: How it was done, and how it was received.
    summary: str | None = attrs.field(default=None, repr=False)
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
