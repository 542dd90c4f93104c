"""Rules about how the actors know each other: introductions, professions, what each answers for."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.activity import ActivityKind
from samverkan_core.model.collaboration import Stage
from samverkan_core.overviews.joint_work import INTRODUCTION_READS, met
from samverkan_core.overviews.parties import PARTIES, present
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule

__all__ = ["not_introduced", "profession_unknown", "responsibility_of_some"]


@rule(
    "ACT050",
    Severity.INFO,
    Pillar.SHARED_VIEW,
    Force.PROPOSAL,
    reads=INTRODUCTION_READS,
    of_state=True,
    sources=seed("AT-03"),
    sv=Texts(
        message=(
            "Ingen aktivitet visar att {actor} har fått lära känna verksamheten hos: {others}."
        ),
        why=(
            "Ett projekt lägger sin grund när verksamheterna lär känna varandra. Den som inte vet "
            "vad de andra gör vet inte heller när de behövs."
        ),
        remedy=(
            "Projektledaren ordnar att de träffas och berättar om sitt arbete för varandra; den "
            "som förvaltar dokumentet för in det, eller det som redan har gjorts, i activities."
        ),
    ),
    en=Texts(
        message="No activity shows that {actor} has got to know the work of: {others}.",
        why=(
            "A project lays its foundation when the services get to know each other. Whoever does "
            "not know what the others do does not know when they are needed either."
        ),
        remedy=(
            "The project leader sees to it that they meet and tell each other of their work; "
            "whoever keeps the document enters it, or what has been done already, in activities."
        ),
    ),
)
def not_introduced(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask in a project, where anybody is introduced, which pairs of actors are not yet so."""
    lifecycle = view.collaboration.lifecycle
    if not lifecycle or all(one.kind is not ActivityKind.INTRODUCTION for one in view.activities):
        yield Unjudged(None, "activities.kind" if lifecycle else "lifecycle")
        return
    if lifecycle[-1].stage is not Stage.PROJECT:
        return
    strangers: dict[str, list[str]] = {}
    for pair in met(view.index, asked.day):
        if pair.unclear and not pair.introductions:
            yield Unjudged(pair.one, "activities")
        elif not pair.introductions:
            strangers.setdefault(pair.one, []).append(pair.other)
    yield from (_strangers(view, one, tuple(others)) for one, others in strangers.items())


def _strangers(view: View, one: str, others: tuple[str, ...]) -> Breach:
    actor = view.actors.the(one)
    return Breach(view.place(actor), actor.id, actor=actor.id, others=others)


@rule(
    "ACT051",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("actors",),
    sources=seed("AT-04"),
    sv=Texts(
        message=(
            "För {actor} är yrkesgrupp nummer {number} angiven utan att det framgår vad den kan "
            "göra."
        ),
        why=(
            "Den som vet vad olika yrkesgrupper gör och kan göra får in rätt kompetens vid rätt "
            "tid. En titel säger inte det."
        ),
        remedy=(
            "Aktörens ledning beskriver vad yrkesgruppen gör och kan göra; den som förvaltar "
            "dokumentet för in det i can_do."
        ),
    ),
    en=Texts(
        message="For {actor}, profession number {number} is listed without what it can do.",
        why=(
            "Whoever knows what professions do, and can do, gets the right competence at the right "
            "time. A title does not tell that."
        ),
        remedy=(
            "The management of the actor describes what the profession does and can do; whoever "
            "keeps the document enters it in can_do."
        ),
    ),
)
def profession_unknown(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each profession that an actor lists what it can do."""
    if not any(actor.professions for actor in view.actors):
        yield Unjudged(None, "actors.professions")
    for actor in view.actors:
        for position, profession in enumerate(actor.professions):
            if not profession.can_do:
                place = view.place(actor, "professions", position)
                yield Breach(place, actor.id, actor=actor.id, number=position + 1)


@rule(
    "ACT052",
    Severity.INFO,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=PARTIES,
    of_state=True,
    sources=seed("KF-15"),
    sv=Texts(
        message="{actor} anger inte vad den själv ansvarar för, vilket andra aktörer gör.",
        why=(
            "Ansvaret för barn i riskzonen är ömsesidigt. Det syns först när var och en har sagt "
            "vad den själv svarar för."
        ),
        remedy=(
            "Aktörens ledning säger vad den ansvarar för i det gemensamma arbetet; den som "
            "förvaltar dokumentet för in det i responsibility."
        ),
    ),
    en=Texts(
        message="{actor} does not state what it answers for itself, as other actors do.",
        why=(
            "The responsibility for children at risk is mutual. That shows only when each has said "
            "what it answers for itself."
        ),
        remedy=(
            "The management of the actor says what it answers for in the common work; whoever "
            "keeps the document enters it in responsibility."
        ),
    ),
)
def responsibility_of_some(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each actor of the day, where any states what it answers for, for its own part."""
    actors = present(view, asked.day)
    if all(actor.responsibility is None for actor in actors):
        yield Unjudged(None, "actors.responsibility")
        return
    for actor in actors:
        if actor.responsibility is None:
            yield Breach(view.place(actor), actor.id, actor=actor.id)
