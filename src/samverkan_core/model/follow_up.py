"""Follow-ups: how the work is followed up, at whose request, by whom, and what was reported."""

import attrs

from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import FocusAreaId, FollowUpId, GoalId, OfficeId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = ["FollowUpRound"]


@answers(
    planned="RA-07",
    requested_by="SB-20",
    carried_out_by="SB-61",
    model="AT-18",
    published="AT-19",
    report="AT-19",
)
@attrs.frozen(kw_only=True, field_transformer=checked)
class FollowUpRound:
    """One time that the work is followed up (uppföljning): requested, planned, done, reported.

    An evaluation is a look from outside; a follow-up is made by those who do the work.
    """

    #: The name by which the document refers to it.
    id: FollowUpId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: The goals that it follows.
    goals: tuple[GoalId, ...] = ()
    #: The focus areas that it follows.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: The role, body or actor that asked for it (efterfrågar uppföljning).
    requested_by: OfficeId | None = None
    #: The role, body or actor that carries it out.
    carried_out_by: OfficeId | None = None
    #: The model by which it is done (modell för uppföljning): what is asked, of whom, and how.
    model: str | None = attrs.field(default=None, repr=False)
    #: When it is planned to be done.
    planned: PartialDate | None = None
    #: When it was done.
    done: PartialDate | None = None
    #: What it showed.
    outcome: str | None = attrs.field(default=None, repr=False)
    #: When what it showed was published (lägesrapport).
    published: PartialDate | None = None
    #: Where the report can be read.
    report: Source | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
