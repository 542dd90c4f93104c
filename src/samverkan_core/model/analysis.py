"""Why and from where the work is done: what drives it, its situation, the signs of its stance."""

import attrs

from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import IndicatorId
from samverkan_core.values.kept import NOTHING, JsonObject

__all__ = ["Analysis", "Driver", "StanceSign"]


@answers("SB-06")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Driver:
    """What drives a collaboration (drivkraft), such as unequal conditions to grow up in."""

    #: Why the work is done.
    rationale: str | None = attrs.field(default=None, repr=False)
    #: The indicators that show what the rationale speaks of.
    indicators: tuple[IndicatorId, ...] = ()
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("SB-80")
@attrs.frozen(kw_only=True, field_transformer=checked)
class StanceSign:
    """A sign by which one sees that the parties keep to their stance (kännetecken)."""

    #: What one then sees or hears, such as that questions are met with curiosity.
    what: str = attrs.field(repr=False)
    #: The indicator that it is followed by.
    indicator: IndicatorId | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("SB-82", what_works="SB-80")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Analysis:
    """A look at a question as part of a larger whole (systemteoretisk analys)."""

    #: The situation in which the parties are now (sammanhang).
    situation: str | None = attrs.field(default=None, repr=False)
    #: What lies around that situation (kontext).
    context: str | None = attrs.field(default=None, repr=False)
    #: What comes back again and again in what happens (mönster).
    patterns: str | None = attrs.field(default=None, repr=False)
    #: What works already, to do more of (det som fungerar).
    what_works: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
