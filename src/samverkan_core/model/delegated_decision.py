"""Delegated decisions: what was decided in a board's place, and how the board came to know."""

import datetime as dt

import attrs

from samverkan_core.model.common import Resolution
from samverkan_core.model.mandate import Power, Scope
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import (
    DelegatedDecisionId,
    HolderId,
    MandateId,
    MatterId,
    MeetingId,
    OfficeId,
)
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = ["DelegatedDecision", "Reporting"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Reporting:
    """How a decision was reported to the board in whose place it was taken (anmälan)."""

    #: The meeting at which it was reported, where the document holds it.
    meeting: MeetingId | None = None
    #: The board, the day and the paragraph, as the board's minutes have them.
    minutes: Resolution | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class DelegatedDecision:
    """A decision that somebody has taken in a board's place (delegationsbeslut)."""

    #: The name by which the document refers to it.
    id: DelegatedDecisionId
    #: Who decided (delegaten): a person, or a body such as a committee.
    delegate: HolderId | None = None
    #: The office in which a person decided.
    office: OfficeId | None = None
    #: The day on which it was taken, as far as it is known.
    day: PartialDate | None = None
    #: The matter in which it was taken.
    matter: MatterId | None = None
    #: What more it is about, where the delegation is limited to bodies, actors, ages and the like.
    about: Scope | None = None
    #: What the delegate did by it.
    power: Power = Power.DECIDE
    #: The line of the delegation order that it cites, by its own number.
    line: str | None = None
    #: The mandate that it cites.
    mandate: MandateId | None = None
    #: Whether it was taken because the board could not be awaited (brådskande beslut).
    urgent: bool = False
    #: Whether its legality can be reviewed by a court (laglighetsprövning); None: nobody has said.
    reviewable: bool | None = None
    #: How it was reported to the board, where it was.
    reported: Reporting | None = None
    #: The day on which it was minuted on its own (protokollfört särskilt), where it was.
    minuted_on: PartialDate | None = None
    #: What was decided, in short.
    summary: str | None = attrs.field(default=None, repr=False)
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    @property
    def exact_day(self) -> dt.date | None:
        """The day on which it was taken, where that is known to the day."""
        return None if self.day is None else self.day.exact
