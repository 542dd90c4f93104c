"""Reports of concern, as facts about how they were dealt with; nothing of what they say."""

import datetime as dt

import attrs

from samverkan_core.values.checked import checked
from samverkan_core.values.ids import ActorId, ChildId, ConcernReportId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = ["ConcernReport"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class ConcernReport:
    """A report of concern to social services (orosanmälan) and the days of what followed.

    Each reporter has a duty of its own: what two have seen is two reports, and neither a group nor
    a plan reports for anybody. What was reported stands in the case and never here.
    """

    #: The name by which the document refers to it.
    id: ConcernReportId
    #: The child that it is about.
    child: ChildId | None = None
    #: Who reported; None where it was somebody of the public, or nobody says.
    reporter: ActorId | None = None
    #: When it came in.
    received: PartialDate | None = None
    #: When the need for immediate protection was assessed (omedelbar skyddsbedömning).
    protection_assessed: PartialDate | None = None
    #: When it was decided to open an inquiry or not to (förhandsbedömning).
    decided: PartialDate | None = None
    #: The day until which that decision may wait, on exceptional grounds.
    decision_extended_to: dt.date | None = None
    #: Whether an inquiry about the child was already going on, so that nothing needed deciding.
    inquiry_ongoing: bool = False
    #: When the inquiry was opened (utredning inledd).
    inquiry_opened: PartialDate | None = None
    #: When the inquiry was closed.
    inquiry_closed: PartialDate | None = None
    #: The day until which the inquiry may go on, on special grounds.
    inquiry_extended_to: dt.date | None = None
    #: When the reporter asked what had come of it.
    feedback_requested: PartialDate | None = None
    #: When the reporter was told (återkoppling).
    feedback_given: PartialDate | None = None
    #: Whether it was found unsuitable to tell the reporter.
    feedback_unsuitable: bool = False
    #: The last day on which it may be kept here (gallringsfrist).
    retain_until: dt.date | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
