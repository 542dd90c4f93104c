"""Rules about what indicators tell: habits of young people, coherence, young people's own voice."""

from collections.abc import Callable, Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import View
from samverkan_core.measures.series import Direction
from samverkan_core.model.indicator import Gathering, Indicator, IndicatorTopic
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import unless_any
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule

__all__ = ["coherence_not_followed", "drug_habits_not_followed", "young_not_asked"]

#: The drug habits of young people that are followed (ungas drogvanor, row SB-88).
_HABITS = (IndicatorTopic.ALCOHOL, IndicatorTopic.NARCOTICS, IndicatorTopic.TOBACCO)


@rule(
    "IND020",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("indicators",),
    sources=seed("SB-88"),
    words=(("topics", IndicatorTopic),),
    sv=Texts(
        message="För {topics} saknas en indikator där ett lägre värde är bättre.",
        why=(
            "Ungas drogvanor säger något om hur de har det. Den som följer dem ser om utvecklingen "
            "går åt rätt håll, och då behöver det stå vilket håll som är rätt."
        ),
        remedy=(
            "Den som svarar för uppföljningen väljer en indikator för varje område; den som "
            "förvaltar dokumentet anger topic och direction."
        ),
    ),
    en=Texts(
        message="For {topics} there is no indicator for which lower is better.",
        why=(
            "The drug habits of young people say something of how they fare. Whoever follows them "
            "sees whether things go the right way, and it must then be said which way that is."
        ),
        remedy=(
            "Whoever answers for the follow-up chooses an indicator for each topic; whoever keeps "
            "the document states topic and direction."
        ),
    ),
)
def drug_habits_not_followed(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the indicators for one about each drug habit for which lower is better."""
    verdicts = {
        topic: {_follows(indicator, topic) for indicator in view.indicators} for topic in _HABITS
    }
    lacking = tuple(topic.code for topic, found in verdicts.items() if found == {False})
    if lacking:
        yield Breach(pointer("indicators"), None, topics=lacking)
    if any(None in found and True not in found for found in verdicts.values()):
        yield from _not_said(view)


def _follows(indicator: Indicator, topic: IndicatorTopic) -> bool | None:
    if indicator.topic is None:
        return None
    if indicator.topic is not topic:
        return False
    return None if indicator.direction is None else indicator.direction is Direction.LOWER_BETTER


def _not_said(view: View) -> Iterator[Unjudged]:
    for indicator in view.indicators:
        if indicator.topic is None:
            yield Unjudged(indicator.id, "topic")
        elif indicator.topic in _HABITS and indicator.direction is None:
            yield Unjudged(indicator.id, "direction")


@rule(
    "IND021",
    Severity.INFO,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("indicators",),
    sources=seed("SB-93"),
    sv=Texts(
        message=(
            "Ingen indikator visar hur barn och föräldrar upplever att insatser och åtgärder "
            "hänger ihop."
        ),
        why=(
            "Syftet är att barn och föräldrar upplever en helhet, vem de än möter. Om de gör det "
            "vet bara de själva."
        ),
        remedy=(
            "Den som svarar för uppföljningen kan fråga barn och föräldrar och för då in frågan "
            "som en indikator med topic coherence."
        ),
    ),
    en=Texts(
        message="No indicator tells how children and parents find that measures hang together.",
        why=(
            "The aim is that children and parents find a whole, whomever they meet. Only they "
            "themselves know whether they do."
        ),
        remedy=(
            "Whoever answers for the follow-up can ask children and parents, and then enters the "
            "question as an indicator with the topic coherence."
        ),
    ),
)
def coherence_not_followed(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the indicators for one about how those concerned find that measures hang together."""
    yield from _one_of(view, "topic", lambda one: one.topic, IndicatorTopic.COHERENCE)


@rule(
    "IND022",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("indicators",),
    sources=seed("RA-05"),
    sv=Texts(
        message="Ingen indikator bygger på en enkät till unga, till exempel LUPP.",
        why=(
            "En enkät som många unga svarar på fångar upp vad de själva tycker, också de som inte "
            "sitter i något råd."
        ),
        remedy=(
            "Den som svarar för uppföljningen väljer en fråga ur en enkät till unga som kommunen "
            "redan gör; den som förvaltar dokumentet anger youth_survey i gathered_by."
        ),
    ),
    en=Texts(
        message="No indicator rests on a survey of young people, LUPP for instance.",
        why=(
            "A survey that many young people answer takes up what they think themselves, also "
            "those who sit in no council."
        ),
        remedy=(
            "Whoever answers for the follow-up chooses a question of a survey of young people that "
            "the municipality makes already; youth_survey is entered in gathered_by."
        ),
    ),
)
def young_not_asked(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the indicators for one that rests on a survey of young people."""
    yield from _one_of(view, "gathered_by", lambda one: one.gathered_by, Gathering.YOUTH_SURVEY)


def _one_of(
    view: View, member: str, value: Callable[[Indicator], object], wanted: object
) -> Iterator[Outcome]:
    """Ask for one indicator that has a value; one that says nothing may have it."""
    verdicts = (
        (one.id, None if value(one) is None else value(one) is wanted) for one in view.indicators
    )
    yield from unless_any(verdicts, member, Breach(pointer("indicators"), None))
