"""Rules about indicators and observations: units, values that come in time, like with like."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.measures.series import overdue
from samverkan_core.model.indicator import Indicator, Observation, ObservationStatus
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled

__all__ = ["other_version", "unit_missing", "value_overdue", "value_unexplained"]


class ValueFault(Labelled):
    """In what way an observation contradicts itself or says too little."""

    NO_VALUE = (
        "no_value",
        "har inget värde, fast den sägs vara uppmätt",
        "has no value, though it is said to be measured",
    )
    VALUE_TOO = (
        "value_too",
        "har ett värde, fast det sägs saknas eller vara dolt",
        "has a value, though it is said to be missing or suppressed",
    )
    NO_REASON = ("no_reason", "säger inte varför värdet saknas", "does not say why it has no value")


@rule(
    "IND001",
    Severity.WARNING,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("indicators",),
    sources=seed("RA-06"),
    sv=Texts(
        message="Indikatorn {indicator} saknar enhet.",
        why=(
            "Samma tal kan vara elever, procent eller antal per tusen. Utan enhet läser var och en "
            "det på sitt sätt."
        ),
        remedy="Den som svarar för indikatorn anger i unit vad värdena räknas i.",
    ),
    en=Texts(
        message="Indicator {indicator} has no unit.",
        why=(
            "One and the same number may be pupils, per cent or cases per thousand. Without a "
            "unit each reads it in an own way."
        ),
        remedy="Whoever answers for the indicator states in unit what its values are counted in.",
    ),
)
def unit_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each indicator for its unit."""
    for indicator in view.indicators:
        if indicator.unit is None:
            yield Breach(view.place(indicator), indicator.id, indicator=indicator.id)


@rule(
    "IND002",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("indicators", "observations"),
    of_state=True,
    sources=seed("SB-87"),
    sv=Texts(
        message=(
            "Indikatorn {indicator} har inget värde efter {last}; det skulle ha kommit ett nytt "
            "inom {months} månader."
        ),
        why=(
            "En mätning som hoppas över går inte att göra om. Serien får ett hål just när man vill "
            "veta om arbetet har betytt något."
        ),
        remedy=(
            "Den som svarar för indikatorn ser till att mätningen görs, eller för in värdet om den "
            "är gjord. Ska den göras mer sällan ändrar den som förvaltar dokumentet cadence_months."
        ),
    ),
    en=Texts(
        message=(
            "Indicator {indicator} has no value after {last}; a new one was due within {months} "
            "months."
        ),
        why=(
            "A measurement that is passed over cannot be made later. The series gets a hole just "
            "when one wants to know whether the work has meant anything."
        ),
        remedy=(
            "Whoever answers for the indicator sees to it that the measurement is made, or enters "
            "the value if it was. If it is not to be made that often, cadence_months is changed."
        ),
    ),
)
def value_overdue(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each indicator whether its next value should have come by the day."""
    made = _made(view)
    for indicator in view.indicators.firsts():
        if indicator.cadence_months is None:
            yield Unjudged(indicator.id, "cadence_months")
        elif indicator.id not in made:
            yield Unjudged(indicator.id, "observations")
        else:
            months = indicator.cadence_months + indicator.tolerance_months
            yield from _overdue(view, indicator, made[indicator.id], asked.day, months)


def _overdue(
    view: View, indicator: Indicator, made: list[Observation], day: dt.date, months: int
) -> Iterator[Outcome]:
    """Judge by what was made by the day; what perhaps was leaves it open."""
    by_then = [one for one in made if one.when.by(day)]
    verdicts = {overdue(one.when, day, months) for one in by_then}
    unsure = {one.when.by(day) for one in made} | verdicts
    if False in verdicts:
        return
    if not by_then or None in unsure:
        lacked = "observations.when" if None in unsure else "observations"
        yield Unjudged(indicator.id, lacked)
        return
    last = max(by_then, key=lambda one: one.when.latest).when.when
    where = view.place(indicator, "cadence_months")
    yield Breach(where, indicator.id, indicator=indicator.id, last=last, months=months)


def _made(view: View) -> dict[str, list[Observation]]:
    """Give the observations for which somebody measured, by indicator."""
    made: dict[str, list[Observation]] = {}
    for observation in view.observations.firsts():
        if observation.status is not ObservationStatus.MISSING:
            made.setdefault(observation.indicator, []).append(observation)
    return made


@rule(
    "OBS001",
    Severity.WARNING,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("observations",),
    sources=seed("RA-06"),
    words=(("fault", ValueFault),),
    sv=Texts(
        message="Observationen {observation} {fault}.",
        why=(
            "Ett tomt värde är inte noll. Den som läser serien måste se om något har mätts, och "
            "annars varför inte."
        ),
        remedy=(
            "Den som svarar för indikatorn för in värdet i value, eller anger i status och reason "
            "att det saknas eller är dolt och varför."
        ),
    ),
    en=Texts(
        message="Observation {observation} {fault}.",
        why=(
            "An empty value is not zero. Whoever reads the series has to see whether anything was "
            "measured, and if not, why."
        ),
        remedy=(
            "Whoever answers for the indicator enters the value in value, or states in status and "
            "reason that it is missing or suppressed, and why."
        ),
    ),
)
def value_unexplained(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each observation for a value or else for a reason why there is none."""
    for observation in view.observations:
        fault = _fault(observation)
        if fault is not None:
            where = view.place(observation)
            yield Breach(where, observation.id, observation=observation.id, fault=fault.code)


def _fault(observation: Observation) -> ValueFault | None:
    if observation.status is ObservationStatus.MEASURED:
        return ValueFault.NO_VALUE if observation.value is None else None
    if observation.value is not None:
        return ValueFault.VALUE_TOO
    return ValueFault.NO_REASON if observation.reason is None else None


@rule(
    "OBS002",
    Severity.INFO,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("observations", "indicators"),
    sources=seed("SB-83"),
    sv=Texts(
        message=(
            "Observationen {observation} är gjord med version {version} av {indicator}; nu gäller "
            "version {current}."
        ),
        why=(
            "När frågan eller definitionen har ändrats kan skillnaden mellan två värden bero på "
            "det och inte på barnens situation. De jämförs därför inte."
        ),
        remedy=(
            "Den som svarar för indikatorn visar i redovisningen var serien bryts. Är versionen "
            "felskriven rättar den som förvaltar dokumentet version."
        ),
    ),
    en=Texts(
        message=(
            "Observation {observation} was made by version {version} of {indicator}; version "
            "{current} applies now."
        ),
        why=(
            "Where the question or the definition has changed, the difference between two values "
            "may come of that and not of how children fare. So they are not compared."
        ),
        remedy=(
            "Whoever answers for the indicator shows where the series breaks when it is presented. "
            "If the version is misspelt, whoever keeps the document mends version."
        ),
    ),
)
def other_version(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each observation whether it was made by the version of its indicator that applies."""
    for observation in view.observations:
        indicator = view.indicators.get(observation.indicator)
        # A reference that leads nowhere is another rule's business.
        if indicator is None or indicator.version == observation.version:
            continue
        if observation.version is None:
            yield Unjudged(observation.id, "version")
        elif indicator.version is None:
            yield Unjudged(indicator.id, "version")
        else:
            yield Breach(
                view.place(observation, "version"),
                observation.id,
                observation=observation.id,
                indicator=indicator.id,
                version=observation.version,
                current=indicator.version,
            )
