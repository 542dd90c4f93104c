"""Rules about the scores of a measurement of readiness: on the scale, agreed on, one of each."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Datum, Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.measures.readiness import (
    EDITIONS,
    HIGHEST,
    LOWEST,
    Dimension,
    Edition,
    gaps,
    on_scale,
)
from samverkan_core.model.readiness import ReadinessMeasurement, ReadinessScore
from samverkan_core.overviews.readiness import agreed_scores
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.numbers import exact

__all__ = ["not_one_agreed_score", "score_between_steps", "score_off_scale"]

#: A score of a measurement: which interview in order, the steps to the score, the score.
_Place = tuple[int, tuple[str | int, ...], ReadinessScore]


@rule(
    "RDY001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.GUIDANCE,
    reads=("readiness_measurements",),
    sources=seed("SB-74"),
    words=(("dimension", Dimension),),
    sv=Texts(
        message=(
            "I mätningen {measurement} har intervju {interview} poängen {score} för "
            "dimensionen ”{dimension}”; skalan går från {lowest} till {highest}."
        ),
        why=(
            "Community Readiness Model har nio stadier och lika många poäng. Ett tal utanför "
            "skalan är ingen poäng, och mätningen får inget resultat."
        ),
        remedy="Bedömarna går tillbaka till intervjun och rättar poängen i score.",
    ),
    en=Texts(
        message=(
            "In measurement {measurement} interview {interview} has the score {score} for the "
            "dimension “{dimension}”; the scale goes from {lowest} to {highest}."
        ),
        why=(
            "The Community Readiness Model has nine stages and as many points. A number off the "
            "scale is no score, and the measurement has no result."
        ),
        remedy="The scorers go back to the interview and mend score.",
    ),
)
def score_off_scale(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each score, a scorer's own or agreed, whether it lies on the scale."""
    for measurement in view.readiness_measurements:
        for interview, steps, scored in _every(measurement):
            if not on_scale(exact(scored.score)):
                place = view.place(measurement, *steps, "score")
                found = _found(measurement, interview, scored)
                yield Breach(place, measurement.id, **found, lowest=LOWEST, highest=HIGHEST)


@rule(
    "RDY002",
    Severity.WARNING,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("readiness_measurements",),
    sources=seed("SB-74"),
    words=(("dimension", Dimension),),
    sv=Texts(
        message=(
            "I mätningen {measurement} har intervju {interview} poängen {score} för dimensionen "
            "”{dimension}”; poäng sätts i steg om en fjärdedel."
        ),
        why=(
            "Två bedömare kan enas om en halv eller en fjärdedels poäng. Ett finare tal är oftast "
            "ett medelvärde av de två bedömningarna, och det är inte samma sak."
        ),
        remedy="Bedömarna enas om en poäng och rättar den i score.",
    ),
    en=Texts(
        message=(
            "In measurement {measurement} interview {interview} has the score {score} for the "
            "dimension “{dimension}”; scores go up by quarters."
        ),
        why=(
            "Two scorers can agree on a half or a quarter of a point. A finer number is mostly an "
            "average of the two, which is not the same thing."
        ),
        remedy="The scorers agree on one score and mend score.",
    ),
)
def score_between_steps(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each score on the scale whether it is one of those that the edition's step allows."""
    for measurement in view.readiness_measurements:
        step = EDITIONS[measurement.edition].step
        for interview, steps, scored in _every(measurement):
            score = exact(scored.score)
            if on_scale(score) and score % step:
                place = view.place(measurement, *steps, "score")
                yield Breach(place, measurement.id, **_found(measurement, interview, scored))


@rule(
    "RDY003",
    Severity.WARNING,
    Pillar.STEERING,
    Force.GUIDANCE,
    reads=("readiness_measurements",),
    sources=seed("SB-74"),
    words=(("dimension", Dimension), ("edition", Edition)),
    sv=Texts(
        message=(
            "Intervju {interview} i mätningen {measurement} har {count} överenskomna poäng för "
            "dimensionen ”{dimension}”; enligt {edition} ska det vara {wanted}."
        ),
        why=(
            "Det är den poäng som bedömarna har enats om som räknas, inte ett medelvärde av deras "
            "egna. Saknas den för en enda dimension finns inget resultat att jämföra med."
        ),
        remedy=(
            "Bedömarna går igenom intervjun tillsammans och för in en gemensam poäng i agreed för "
            "varje dimension som utgåvan har, och för ingen annan."
        ),
    ),
    en=Texts(
        message=(
            "Interview {interview} in measurement {measurement} has {count} agreed scores for the "
            "dimension “{dimension}”; by the {edition} it should be {wanted}."
        ),
        why=(
            "What counts is the score that the scorers have agreed on, not an average of their "
            "own. Where it is missing for one dimension there is no result to compare with."
        ),
        remedy=(
            "The scorers talk the interview through and enter one score in agreed for each "
            "dimension that the edition has, and for no other."
        ),
    ),
)
def not_one_agreed_score(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each interview for one agreed score for each dimension of the edition."""
    for measurement in view.readiness_measurements:
        if not measurement.interviews:
            yield Unjudged(measurement.id, "interviews")
        agreed = [agreed_scores(interview.agreed) for interview in measurement.interviews]
        for gap in gaps(measurement.edition, agreed):
            # A single number off the scale is there, and RDY001 speaks of it.
            if len(gap.found) != gap.wanted:
                yield Breach(
                    view.place(measurement, "interviews", gap.interview),
                    measurement.id,
                    measurement=measurement.id,
                    interview=gap.interview + 1,
                    dimension=gap.dimension.code,
                    edition=measurement.edition.code,
                    count=len(gap.found),
                    wanted=gap.wanted,
                )


def _found(
    measurement: ReadinessMeasurement, interview: int, scored: ReadinessScore
) -> dict[str, Datum]:
    """Say which score it is, and in which interview it was given."""
    return {
        "measurement": measurement.id,
        "interview": interview,
        "score": scored.score,
        "dimension": scored.dimension.code,
    }


def _every(measurement: ReadinessMeasurement) -> Iterator[_Place]:
    """Give every score of a measurement with its interview and its place."""
    for position, interview in enumerate(measurement.interviews):
        at: tuple[str | int, ...] = ("interviews", position)
        for number, sheet in enumerate(interview.sheets):
            for place, scored in enumerate(sheet.scores):
                yield position + 1, (*at, "sheets", number, "scores", place), scored
        for place, scored in enumerate(interview.agreed):
            yield position + 1, (*at, "agreed", place), scored
