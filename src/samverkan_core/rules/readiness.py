"""Rules about how readiness is measured: by whom, how often, and that somebody is told of it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.measures.readiness import EDITIONS
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.readiness import (
    ReadinessInterview,
    ReadinessMeasurement,
    ReadinessProtocol,
)
from samverkan_core.overviews.readiness import topic_of
from samverkan_core.process.step import Step
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule

__all__ = ["feedback_missing", "progress_not_shown", "too_few_interviews", "too_few_scorers"]

#: How many comparable measurements it takes to see a change (row SB-74).
_TO_COMPARE = 2


@rule(
    "RDY004",
    Severity.WARNING,
    Pillar.STEERING,
    Force.GUIDANCE,
    reads=("readiness_measurements",),
    sources=seed("SB-74"),
    sv=Texts(
        message=(
            "Mätningen {measurement} bygger på {count} av {wanted} intervjuer, och inget skäl är "
            "angivet."
        ),
        why=(
            "Med få intervjuer väger en enda röst tungt. Beskrivningarna av modellen talar om "
            "minst fyra även i en liten organisation, och den som läser resultatet behöver veta "
            "om det är färre."
        ),
        remedy=(
            "De som mäter gör de intervjuer som återstår, eller skriver i protocol.deviations "
            "varför de är färre."
        ),
    ),
    en=Texts(
        message=(
            "Measurement {measurement} rests on {count} of {wanted} interviews, and no reason is "
            "given."
        ),
        why=(
            "With few interviews one voice weighs heavily. Descriptions of the model speak of at "
            "least four even in a small organisation, and whoever reads the result needs to know "
            "if there are fewer."
        ),
        remedy=(
            "Those who measure make the interviews that remain, or write in protocol.deviations "
            "why there are fewer."
        ),
    ),
)
def too_few_interviews(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each measurement for the interviews that were planned, and for four at the least."""
    for measurement in view.readiness_measurements:
        protocol, count = _protocol(measurement), len(measurement.interviews)
        fewest = EDITIONS[measurement.edition].fewest_interviews
        wanted = max(fewest, protocol.planned_interviews or 0)
        if not count:
            yield Unjudged(measurement.id, "interviews")
        elif count < wanted and protocol.deviations is None:
            yield Breach(
                view.place(measurement),
                measurement.id,
                measurement=measurement.id,
                count=count,
                wanted=wanted,
            )


@rule(
    "RDY005",
    Severity.WARNING,
    Pillar.STEERING,
    Force.GUIDANCE,
    reads=("readiness_measurements",),
    sources=seed("SB-74"),
    sv=Texts(
        message=(
            "Intervju {interview} i mätningen {measurement} har {count} bedömare; det ska vara "
            "{wanted}, och inget skäl är angivet."
        ),
        why=(
            "Två bedömer var för sig och enas sedan, i Sverige ofta den som intervjuar och en "
            "bisittare. Den som bedömer ensam har ingen som prövar bedömningen."
        ),
        remedy=(
            "Den som leder mätningen låter ytterligare någon bedöma intervjun, eller skriver "
            "skälet i protocol.deviations."
        ),
    ),
    en=Texts(
        message=(
            "Interview {interview} in measurement {measurement} is scored by {count} person; it "
            "should be {wanted}, and no reason is given."
        ),
        why=(
            "Two people score, each alone, and then agree: in Sweden often the interviewer and a "
            "listener. Whoever scores alone has nobody to test the judgement."
        ),
        remedy=(
            "Whoever leads the measurement has somebody else score the interview too, or writes "
            "the reason in protocol.deviations."
        ),
    ),
)
def too_few_scorers(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each interview for two scorers: by its own sheets, or else by the protocol."""
    for measurement in view.readiness_measurements:
        protocol = _protocol(measurement)
        if protocol.deviations is not None:
            continue
        wanted = EDITIONS[measurement.edition].scorers
        counts = [_scorers(interview, protocol) for interview in measurement.interviews]
        if not counts:
            yield Unjudged(measurement.id, "interviews")
        elif not all(counts):
            yield Unjudged(measurement.id, "interviews.sheets")
        for position, count in enumerate(counts):
            if 0 < count < wanted:
                yield Breach(
                    view.place(measurement, "interviews", position),
                    measurement.id,
                    measurement=measurement.id,
                    interview=position + 1,
                    count=count,
                    wanted=wanted,
                )


@rule(
    "RDY006",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("readiness_measurements", "focus_areas"),
    sources=seed("SB-74"),
    words=(("step", Step),),
    sv=Texts(
        message=(
            "Fokusområdet {area} är framme vid steget ”{step}”, men det finns bara {count} mätning "
            "i samma fråga; en förändring syns först med {wanted}."
        ),
        why=(
            "En mätning visar var organisationen står den dagen. Om arbetet har fört den framåt "
            "syns först när samma fråga har mätts på samma sätt före och efter."
        ),
        remedy=(
            "Samordnaren låter göra om mätningen i samma fråga och med samma utgåva, eller för in "
            "den tidigare mätningen om den är gjord."
        ),
    ),
    en=Texts(
        message=(
            "Focus area {area} has come to the step “{step}” with only {count} measurement to "
            "compare; a change is seen only with {wanted}."
        ),
        why=(
            "One measurement shows where the organisation stands that day. That the work has moved "
            "it is seen only once the same question was measured in the same way before and after."
        ),
        remedy=(
            "The coordinator has the measurement made again in the same question and by the same "
            "edition, or enters the earlier one if it was made."
        ),
    ),
)
def progress_not_shown(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each focus area that has come past integration for a second measurement.

    Of an area that nobody has measured, nothing is claimed by measuring, so nothing is judged.
    """
    measured: dict[str | None, list[ReadinessMeasurement]] = {}
    for measurement in view.readiness_measurements.firsts():
        measured.setdefault(measurement.focus_area, []).append(measurement)
    for area in view.focus_areas.firsts():
        found = measured.get(area.id, [])
        if area.journey:
            yield from _compared(view, area, found)
        elif found:
            yield Unjudged(area.id, "journey")


def _compared(
    view: View, area: FocusArea, measured: Iterable[ReadinessMeasurement]
) -> Iterator[Outcome]:
    step = area.journey[-1].step
    count = max(Counter(map(topic_of, measured)).values(), default=0)
    if step.number <= Step.INTEGRATE.number or count >= _TO_COMPARE:
        return
    if count:
        place, step_code = view.place(area, "journey", len(area.journey) - 1), step.code
        yield Breach(place, area.id, area=area.id, step=step_code, count=count, wanted=_TO_COMPARE)
    else:
        yield Unjudged(area.id, "readiness_measurements")


@rule(
    "RDY007",
    Severity.INFO,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("readiness_measurements",),
    sources=seed("SB-75"),
    sv=Texts(
        message="Mätningen {measurement} saknar en dag för när resultatet återkopplas.",
        why=(
            "Att mäta väcker intresse för frågan. Det tas till vara när de som har svarat och de "
            "som leder verksamheten får veta vad mätningen visade."
        ),
        remedy=(
            "Samordnaren bestämmer tillsammans med arbetsgruppen när resultatet återkopplas och "
            "anger dagen i feedback."
        ),
    ),
    en=Texts(
        message="Measurement {measurement} has no day on which its result is given back.",
        why=(
            "Measuring raises interest in the question. It is put to use when those who answered "
            "and those who lead the services are told what the measurement showed."
        ),
        remedy=(
            "The coordinator decides with the working group when the result is given back and "
            "states the day in feedback."
        ),
    ),
)
def feedback_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each measurement when its result is given back."""
    for measurement in view.readiness_measurements:
        if measurement.feedback is None:
            yield Breach(view.place(measurement), measurement.id, measurement=measurement.id)


# --- what the rules share ----------------------------------------------------------------------


def _protocol(measurement: ReadinessMeasurement) -> ReadinessProtocol:
    return measurement.protocol or ReadinessProtocol()


def _scorers(interview: ReadinessInterview, protocol: ReadinessProtocol) -> int:
    """Count who scored an interview: its sheets, where it has any, or else those of the protocol.

    Two sheets of one named scorer are the work of one.
    """
    if not interview.sheets:
        return len(set(protocol.scorers))
    named = {sheet.scorer for sheet in interview.sheets if sheet.scorer is not None}
    return len(named) + sum(sheet.scorer is None for sheet in interview.sheets)
