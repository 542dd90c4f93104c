"""How ready for change an organisation is (förändringsbenägenhet): Community Readiness Model.

Key respondents are interviewed. Two people score each interview on their own and then agree on one
score for each dimension. All arithmetic is done with those agreed scores, exactly: the score of a
dimension is their mean over the interviews, the overall score is the mean of the dimensions, and
the stage is the overall score without its decimals. It is never rounded first, so 3.996 is stage 3.

The names of stages and dimensions are this library's own words for those of the model.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

import attrs

from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source, SourceKind

__all__ = [
    "EDITIONS",
    "HIGHEST",
    "LOWEST",
    "Agreed",
    "Change",
    "Dimension",
    "DimensionScore",
    "Edition",
    "EditionFacts",
    "Gap",
    "Likeness",
    "Readiness",
    "ReadinessStage",
    "change",
    "gaps",
    "likeness",
    "on_scale",
    "readiness",
    "stage_of",
]

#: The lowest score that there is.
LOWEST = 1
#: The highest score that there is.
HIGHEST = 9


class Dimension(Labelled):
    """What is looked at when readiness is measured (dimension), in the order of the model."""

    EFFORTS = ("efforts", "insatser", "efforts")
    KNOWLEDGE_OF_EFFORTS = (
        "knowledge_of_efforts",
        "kännedom om insatserna",
        "knowledge of the efforts",
    )
    LEADERSHIP = ("leadership", "ledarskap", "leadership")
    CLIMATE = ("climate", "klimat", "climate")
    KNOWLEDGE_OF_ISSUE = ("knowledge_of_issue", "kunskap om frågan", "knowledge of the issue")
    RESOURCES = ("resources", "resurser", "resources")


class Edition(Labelled):
    """By which edition of the model a measurement is made (utgåva)."""

    CRM_2006 = ("crm_2006", "handboken från 2006", "handbook of 2006")
    CRM_2014 = ("crm_2014", "handboken från 2014", "handbook of 2014")
    CRM_ORG_SV = (
        "crm_org_sv",
        "den svenska varianten för organisationer",
        "Swedish variant for organisations",
    )


class ReadinessStage(Labelled):
    """How aware and ready those measured are (stadium), the least ready first."""

    NO_AWARENESS = ("no_awareness", "ingen medvetenhet", "no awareness")
    DENIAL = ("denial", "förnekelse eller motstånd", "denial or resistance")
    VAGUE_AWARENESS = ("vague_awareness", "vag medvetenhet", "vague awareness")
    PREPLANNING = ("preplanning", "förankringen har börjat", "early planning")
    PREPARATION = ("preparation", "kartläggning och planering", "preparation")
    INITIATION = ("initiation", "de första insatserna är i gång", "first efforts under way")
    STABILISATION = ("stabilisation", "insatserna har fått fäste", "efforts have taken hold")
    EXPANSION = ("expansion", "insatserna prövas och växer", "efforts are tested and grow")
    OWNERSHIP = ("ownership", "frågan bärs av alla", "ownership by all")

    @property
    def number(self) -> int:
        """Which stage it is, from 1 to 9."""
        return tuple(ReadinessStage).index(self) + 1


@attrs.frozen(kw_only=True)
class EditionFacts:
    """What an edition of the model says about how a measurement is made."""

    #: The dimensions that are scored.
    dimensions: tuple[Dimension, ...]
    #: What scores go up by.
    step: Fraction
    #: The fewest interviews that any description of it accepts, for a small organisation.
    fewest_interviews: int
    #: How many people score each interview, each on their own.
    scorers: int
    #: The members above that nobody has been able to read in the edition itself.
    unverified: tuple[str, ...]
    #: Where it is described.
    sources: tuple[Source, ...]


def _facts(dimensions: Iterable[Dimension], *sources: Source) -> EditionFacts:
    """Put together what differs between the editions, and what is told of all of them alike."""
    return EditionFacts(
        dimensions=tuple(dimensions),
        step=Fraction(1, 4),
        fewest_interviews=4,
        scorers=2,
        unverified=("step", "fewest_interviews"),
        sources=sources,
    )


def _published(ref: str, title: str) -> Source:
    # The year stands in the title: a day of its own would need the calendar as soon as this is
    # imported.
    return Source(kind=SourceKind.PUBLICATION, ref=ref, title=title)


#: Edition -> what it says. The handbooks were not read in full; this is what is told of them.
EDITIONS: Mapping[Edition, EditionFacts] = MappingProxyType(
    {
        Edition.CRM_2006: _facts(
            Dimension,
            _published(
                "innehållsförteckningen",
                "Community Readiness: A Handbook for Successful Change, 2006",
            ),
            _published("triethniccenter.colostate.edu/communityReadiness.htm", "Tri-Ethnic Center"),
        ),
        Edition.CRM_2014: _facts(
            (dimension for dimension in Dimension if dimension is not Dimension.EFFORTS),
            _published("doi 10.1186/s12889-015-1953-5", "BMC Public Health 2015"),
            _published("preventionnetwork.org", "Community Readiness, handboken från 2014"),
        ),
        Edition.CRM_ORG_SV: _facts(
            Dimension,
            _published("readiness.nu", "Community Readiness på svenska"),
            _published("slideplayer.se 2537879", "Community Readiness, svensk presentation"),
        ),
    }
)

#: The agreed scores of one interview: dimension and score.
Agreed: TypeAlias = "Sequence[tuple[Dimension, Fraction]]"


@attrs.frozen(kw_only=True)
class Gap:
    """A score that an interview should have and has not, or has otherwise than it should."""

    #: The position of the interview, from 0.
    interview: int
    #: The dimension.
    dimension: Dimension
    #: The scores that were agreed on for it.
    found: tuple[Fraction, ...]
    #: How many there should be: one, or none where the edition does not score the dimension.
    wanted: int


@attrs.frozen(kw_only=True)
class DimensionScore:
    """How ready those measured are in one dimension."""

    #: The dimension.
    dimension: Dimension
    #: The mean of the agreed scores.
    score: Fraction
    #: The lowest score of an interview.
    lowest: Fraction
    #: The highest score of an interview.
    highest: Fraction

    @property
    def spread(self) -> Fraction:
        """How far the interviews lie apart."""
        return self.highest - self.lowest


@attrs.frozen(kw_only=True)
class Readiness:
    """What a measurement came to (resultat)."""

    #: The edition that it was made by.
    edition: Edition
    #: How many interviews it rests on.
    interviews: int
    #: The score of each dimension, in the order of the model.
    dimensions: tuple[DimensionScore, ...]
    #: The mean of those scores.
    overall: Fraction
    #: The stage that the overall score lies in.
    stage: ReadinessStage

    @property
    def weakest(self) -> tuple[Dimension, ...]:
        """The dimensions to work on first: those of the lowest score, all of them where tied."""
        lowest = min(one.score for one in self.dimensions)
        return tuple(one.dimension for one in self.dimensions if one.score == lowest)


@attrs.frozen(kw_only=True)
class Change:
    """How far readiness has moved from one measurement to a later one (förändring)."""

    #: Each dimension with the difference of its scores.
    dimensions: tuple[tuple[Dimension, Fraction], ...]
    #: The difference of the overall scores.
    overall: Fraction
    #: How many stages up; below 0 how many down.
    stages: int


@attrs.frozen(kw_only=True)
class Likeness:
    """How alike two people scored the same interviews, before they agreed.

    No publication that we have read sets a limit for it; the mean difference is our own measure.
    """

    #: How many pairs of scores were compared.
    pairs: int
    #: How many of them were equal.
    equal: int
    #: How far apart the two scores were on average.
    mean_difference: Fraction


def on_scale(score: Fraction) -> bool:
    """Tell whether a number can be a score at all.

    >>> on_scale(Fraction(9)), on_scale(Fraction(10))
    (True, False)
    """
    return LOWEST <= score <= HIGHEST


def stage_of(score: Fraction) -> ReadinessStage | None:
    """Give the stage that an overall score lies in; None for a number that is no score.

    >>> stage_of(Fraction("3.996")).number
    3
    """
    return _stage(score) if on_scale(score) else None


def gaps(edition: Edition, interviews: Sequence[Agreed]) -> Iterator[Gap]:
    """Give each dimension of an interview that has not one score as the edition has it.

    A dimension that the edition does not score must have none. A number off the scale is no score.
    """
    scored = EDITIONS[edition].dimensions
    for position, agreed in enumerate(interviews):
        for dimension in Dimension:
            found, wanted = _of(agreed, dimension), int(dimension in scored)
            if len(found) != wanted or not all(map(on_scale, found)):
                yield Gap(interview=position, dimension=dimension, found=found, wanted=wanted)


def readiness(edition: Edition, interviews: Sequence[Agreed]) -> Readiness | tuple[Gap, ...]:
    """Give what the agreed scores of all interviews come to, or every gap that stands in the way.

    Without any interview there is neither: an empty tuple is given.
    """
    missing = tuple(gaps(edition, interviews))
    if missing or not interviews:
        return missing
    dimensions = tuple(_scored(one, interviews) for one in EDITIONS[edition].dimensions)
    overall = _mean([one.score for one in dimensions])
    return Readiness(
        edition=edition,
        interviews=len(interviews),
        dimensions=dimensions,
        overall=overall,
        stage=_stage(overall),
    )


def change(before: Readiness, after: Readiness) -> Change | None:
    """Say how far readiness has moved; None where the two were made by different editions."""
    if before.edition is not after.edition:
        return None
    pairs = zip(before.dimensions, after.dimensions, strict=True)
    return Change(
        dimensions=tuple((one.dimension, other.score - one.score) for one, other in pairs),
        overall=after.overall - before.overall,
        stages=after.stage.number - before.stage.number,
    )


def likeness(pairs: Iterable[tuple[Fraction, Fraction]]) -> Likeness | None:
    """Say how alike two people scored; None where there is no pair of scores to compare.

    >>> likeness([(Fraction(3), Fraction(5)), (Fraction(4), Fraction(4))]).mean_difference
    Fraction(1, 1)
    """
    apart = [abs(one - other) for one, other in pairs]
    if not apart:
        return None
    return Likeness(pairs=len(apart), equal=apart.count(Fraction(0)), mean_difference=_mean(apart))


def _stage(score: Fraction) -> ReadinessStage:
    return tuple(ReadinessStage)[score.__floor__() - LOWEST]


def _of(agreed: Agreed, dimension: Dimension) -> tuple[Fraction, ...]:
    return tuple(score for scored, score in agreed if scored is dimension)


def _scored(dimension: Dimension, interviews: Sequence[Agreed]) -> DimensionScore:
    scores = [score for agreed in interviews for score in _of(agreed, dimension)]
    return DimensionScore(
        dimension=dimension, score=_mean(scores), lowest=min(scores), highest=max(scores)
    )


def _mean(numbers: Sequence[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0)) / len(numbers)
