"""Referrals: what a body is asked for its opinion on, what it says, and what becomes of that."""

import attrs

from samverkan_core.model.common import Resolution
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import BodyId, FocusAreaId, HolderId, MatterId, ReferralId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = ["Opinion", "Referral"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Opinion:
    """What a body answers when it is asked (yttrande, remissvar)."""

    #: The body that gives it; absent: the body that was asked.
    given_by: BodyId | None = None
    #: When.
    day: PartialDate | None = None
    #: What it says, in short.
    summary: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Referral:
    """A question put to a body before others decide (remiss), with its answer."""

    #: The name by which the document refers to it.
    id: ReferralId
    #: The matter that it is about.
    matter: MatterId | None = None
    #: The focus areas that it is about.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: Who asks.
    sent_by: HolderId | None = None
    #: The body that is asked (remissinstans).
    sent_to: BodyId | None = None
    #: When it was sent.
    sent: PartialDate | None = None
    #: When the answer is due.
    answer_by: PartialDate | None = None
    #: The answer.
    opinion: Opinion | None = None
    #: The decision that was then taken in the matter.
    decision: Resolution | None = None
    #: How the opinion was weighed in that decision, whether it was followed or not.
    consideration: str | None = attrs.field(default=None, repr=False)
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
