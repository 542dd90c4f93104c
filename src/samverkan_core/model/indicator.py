"""Indicators and what was observed by them: numbers with their unit, version and caveats."""

from typing import Annotated

import attrs

from samverkan_core.measures.series import Direction
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Between
from samverkan_core.values.ids import IndicatorId, ObservationId, OfficeId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.numbers import DecimalText
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = [
    "Breakdown",
    "ExternalCode",
    "Gathering",
    "Indicator",
    "IndicatorTopic",
    "Observation",
    "ObservationStatus",
]

#: A number of months, up to fifty years.
Months = Annotated[int, Between(1, 600)]


class ObservationStatus(Labelled):
    """Whether an observation has a value; that there is none is never the same as zero."""

    MEASURED = ("measured", "uppmätt", "measured")
    MISSING = ("missing", "saknas", "missing")
    SUPPRESSED = ("suppressed", "dolt av den som publicerar", "suppressed by the publisher")


@answers(ALCOHOL="SB-88", NARCOTICS="SB-88", TOBACCO="SB-88", WORKLOAD="SB-85", COHERENCE="SB-93")
class IndicatorTopic(Labelled):
    """What an indicator tells about (område); open: `other`."""

    ALCOHOL = ("alcohol", "alkohol", "alcohol")
    NARCOTICS = ("narcotics", "narkotika", "narcotics")
    TOBACCO = ("tobacco", "tobak", "tobacco")
    WORKLOAD = ("workload", "arbetsbelastning", "workload")
    COHERENCE = (
        "coherence",
        "hur barn och föräldrar upplever att insatser hänger ihop",
        "how children and parents find that measures hang together",
    )
    OTHER = ("other", "annat område", "other topic")


@answers(YOUTH_SURVEY="RA-05")
class Gathering(Labelled):
    """How the values of an indicator are gathered (uppgifternas ursprung); open: `other`."""

    YOUTH_SURVEY = (
        "youth_survey",
        "enkät till unga, till exempel LUPP",
        "survey of young people, such as LUPP",
    )
    SURVEY = ("survey", "annan enkät", "other survey")
    REGISTER = ("register", "registeruppgifter", "register data")
    OWN_COUNT = ("own_count", "egen räkning", "own count")
    OTHER = ("other", "annat ursprung", "gathered otherwise")


@attrs.frozen(kw_only=True, field_transformer=checked)
class ExternalCode:
    """What an indicator is called where it is published, such as N02904 in Kolada."""

    #: The publication or register.
    system: str = attrs.field(repr=False)
    #: The code, as it is written there.
    value: str = attrs.field(repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(detection_effect_possible="SB-84", gathered_by="RA-05")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Indicator:
    """Something that can be counted or asked about again and again (indikator)."""

    #: The name by which the document refers to it.
    id: IndicatorId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: What its values are counted in (enhet), such as "%" or "elever".
    unit: str | None = attrs.field(default=None, repr=False)
    #: Which version of the question or the definition applies now.
    version: str | None = attrs.field(default=None, repr=False)
    #: The role, body or actor that answers for it.
    owner: OfficeId | None = None
    #: Which way is better.
    direction: Direction | None = None
    #: How many months there are to be at most from one value to the next.
    cadence_months: Months | None = None
    #: How many months more may pass before a value counts as late.
    tolerance_months: Annotated[int, Between(0, 120)] = 0
    #: What it is called where it is published.
    external_code: ExternalCode | None = None
    #: The ages of those whom it is about.
    ages: AgeBand | None = None
    #: Whether a worse value can mean only that more is seen.
    detection_effect_possible: bool = False
    #: What must stand beside its values: who made it, on which terms (källa och licens).
    attribution: str | None = attrs.field(default=None, repr=False)
    #: What it tells about.
    topic: IndicatorTopic | None = None
    #: How its values are gathered.
    gathered_by: Gathering | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Breakdown:
    """One way in which those behind a value were singled out (uppdelning), such as by grade."""

    #: By what, such as "kön" or "årskurs".
    dimension: str = attrs.field(repr=False)
    #: Which of them.
    value: str = attrs.field(repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Observation:
    """One value of an indicator for one time (observation), or why there is none."""

    #: The name by which the document refers to it.
    id: ObservationId
    #: The indicator.
    indicator: IndicatorId
    #: The version of the indicator by which it was made.
    version: str | None = attrs.field(default=None, repr=False)
    #: The year, month or day that it speaks of.
    when: PartialDate
    #: The value, with the digits that it was measured with.
    value: DecimalText | None = None
    #: Whether there is a value.
    status: ObservationStatus = ObservationStatus.MEASURED
    #: Why there is none.
    reason: str | None = attrs.field(default=None, repr=False)
    #: How many people it is about, or have answered.
    n: Annotated[int, Between(0, 100_000_000)] | None = None
    #: How those people were singled out; nothing where it is about all.
    breakdown: tuple[Breakdown, ...] = ()
    #: What must stand beside this value, where it is other than for the indicator.
    attribution: str | None = attrs.field(default=None, repr=False)
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    @property
    def group(self) -> tuple[tuple[str, str], ...]:
        """The breakdown as pairs in order, so that equal ones are equal however written."""
        return tuple(sorted((part.dimension, part.value) for part in self.breakdown))
