"""Measurements of readiness for change, by the Community Readiness Model."""

from typing import Annotated

import attrs

from samverkan_core.measures.readiness import Dimension, Edition
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Between
from samverkan_core.values.ids import ActorId, FocusAreaId, HolderId, MeasurementId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.numbers import DecimalText
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = [
    "ReadinessInterview",
    "ReadinessMeasurement",
    "ReadinessProtocol",
    "ReadinessScore",
    "ScoreSheet",
]


@attrs.frozen(kw_only=True, field_transformer=checked)
class ReadinessScore:
    """How far an interview shows that one dimension has come (poäng)."""

    #: The dimension.
    dimension: Dimension
    #: The score, from 1 to 9.
    score: DecimalText
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class ScoreSheet:
    """How one scorer scored an interview, before the two agreed (bedömning)."""

    #: The scorer, as an office or a person.
    scorer: HolderId | None = None
    #: The scores, one for each dimension.
    scores: tuple[ReadinessScore, ...] = ()
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class ReadinessInterview:
    """An interview with a key respondent (nyckelperson), scored; without the respondent's name."""

    #: What the interview is called within its measurement; never a name.
    label: str = attrs.field(repr=False)
    #: In which role or arena the respondent was asked; never a name either.
    respondent: str | None = attrs.field(default=None, repr=False)
    #: What each scorer scored alone; may be left out once the two have agreed.
    sheets: tuple[ScoreSheet, ...] = ()
    #: The scores that the scorers agreed on, one for each dimension: no average of the two.
    agreed: tuple[ReadinessScore, ...] = ()
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class ReadinessProtocol:
    """How a measurement was planned, and where it was made otherwise than the model says."""

    #: How many interviews were planned.
    planned_interviews: Annotated[int, Between(1, 1000)] | None = None
    #: Those who score, in Sweden the interviewer and a listener (bisittare).
    scorers: tuple[HolderId, ...] = ()
    #: What was done otherwise than the edition says, and why.
    deviations: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("SB-74")
@attrs.frozen(kw_only=True, field_transformer=checked)
class ReadinessMeasurement:
    """A measurement of how ready an organisation and its leading actors are (CRM-mätning).

    It is made in one question. What was measured in another question, of another organisation or
    by another edition is another thing, and the two say nothing about a change.
    """

    #: The name by which the document refers to it.
    id: MeasurementId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: The edition of the model that it was made by.
    edition: Edition
    #: The focus area that it follows.
    focus_area: FocusAreaId | None = None
    #: The organisation that was measured; the whole collaboration where none is named.
    measured: ActorId | None = None
    #: The question, where the focus area does not say it.
    issue: str | None = attrs.field(default=None, repr=False)
    #: When it was made, as far as it is known; the month or year where it took longer than a day.
    day: PartialDate | None = None
    #: How it was planned.
    protocol: ReadinessProtocol | None = None
    #: The interviews.
    interviews: tuple[ReadinessInterview, ...] = ()
    #: When the result is given back to those concerned (återkoppling), as planned or as done.
    feedback: PartialDate | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
