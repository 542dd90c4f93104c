"""Rules about ages: those of the target groups, and those that bodies are there for."""

from collections.abc import Iterable, Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import View
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ages import AgeBand, bands

__all__ = [
    "ages_missing",
    "ages_outside",
    "ages_uncovered",
    "band_text",
    "other_target_ages",
    "spans",
]


@rule(
    "BOD011",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("bodies", "target_groups"),
    sources=seed("LO-01"),
    sv=Texts(
        message="Organet {body} är till för åldrar som ingen målgrupp omfattar: {outside} år.",
        why=(
            "Ett organ ska arbeta för samverkans egen målgrupp. För åldrar utanför den finns "
            "varken uppdrag eller gemensamma mål."
        ),
        remedy=(
            "Styrgruppen enas om vilka åldrar som ska ändras, organets eller målgruppens; den som "
            "förvaltar dokumentet rättar ages där."
        ),
    ),
    en=Texts(
        message="Body {body} is there for ages that no target group includes: {outside} years.",
        why=(
            "A body is to work for the collaboration's own target group. For ages outside it "
            "there is neither an assignment nor a joint goal."
        ),
        remedy=(
            "The steering group agrees on which ages are to change, those of the body or those of "
            "the target group; whoever keeps the document corrects ages there."
        ),
    ),
)
def ages_outside(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each body with ages whether some target group has them."""
    stated = tuple(_ages(group.ages) for group in view.target_groups)
    included = frozenset[int]().union(*stated)
    for body in view.bodies:
        outside = _ages(body.ages) - included
        if outside and stated and all(stated):
            place = view.place(body, "ages")
            yield Breach(place, body.id, body=body.id, outside=spans(outside))
        elif outside:
            yield Unjudged(body.id, "target_groups.ages")


@rule(
    "BOD012",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("target_groups", "bodies"),
    sources=seed("LO-01", "RA-16"),
    sv=Texts(
        message=(
            "Målgruppen {target_group} har åldrar som inget organ är till för: {uncovered} år."
        ),
        why=(
            "För barn i en ålder mellan organens spann finns ingen grupp som tar upp deras "
            "frågor, och glappet märks först när någon behöver hjälp."
        ),
        remedy=(
            "Styrgruppen enas om vilket organ som ska svara för åldrarna; den som förvaltar "
            "dokumentet ändrar ages i organet."
        ),
    ),
    en=Texts(
        message=(
            "Target group {target_group} has ages that no body is there for: {uncovered} years."
        ),
        why=(
            "For children of an age between the bodies' bands there is no group to take up their "
            "questions, and the gap shows only when somebody needs help."
        ),
        remedy=(
            "The steering group agrees on which body is to answer for those ages; whoever keeps "
            "the document changes ages in that body."
        ),
    ),
)
def ages_uncovered(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask for each age of each target group whether some body is there for it."""
    stated = tuple(_ages(body.ages) for body in view.bodies if body.ages is not None)
    if not stated:
        yield Unjudged(None, "bodies.ages")
        return
    covered = frozenset[int]().union(*stated)
    for group in view.target_groups:
        ages = _ages(group.ages)
        uncovered = ages - covered
        if not ages:
            yield Unjudged(group.id, "ages")
        elif uncovered and not all(stated):
            yield Unjudged(group.id, "bodies.ages")
        elif uncovered:
            place = view.place(group, "ages")
            yield Breach(place, group.id, target_group=group.id, uncovered=spans(uncovered))


@rule(
    "TGT002",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("target_groups",),
    sources=seed("SB-03"),
    sv=Texts(
        message="Målgruppen {target_group} saknar åldrar; den första och den sista ska anges.",
        why=(
            "Åldern avgör vilka verksamheter som behöver delta och när en ung person lämnar "
            "målgruppen. Lagens gräns för vem som är barn räcker inte, eftersom målgruppen ofta "
            "går högre upp."
        ),
        remedy=(
            "Styrgruppen enas om lägsta och högsta ålder; den som förvaltar dokumentet för in dem "
            "i ages."
        ),
    ),
    en=Texts(
        message=(
            "Target group {target_group} states no ages; the first and the last are to be stated."
        ),
        why=(
            "Age decides which services need to take part and when a young person leaves the "
            "target group. The age at which childhood ends in law does not do, because target "
            "groups often go higher."
        ),
        remedy=(
            "The steering group agrees on the lowest and the highest age; whoever keeps the "
            "document enters both in ages."
        ),
    ),
)
def ages_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each target group for its ages."""
    for group in view.target_groups:
        if group.ages is None:
            yield Breach(view.place(group), group.id, target_group=group.id)


@rule(
    "TGT005",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("target_groups",),
    parameters=("target_ages",),
    sources=seed("SB-03"),
    sv=Texts(
        message=(
            "Ingen målgrupp har just de åldrar som den lokala modellen är till för: {ages} år."
        ),
        why=(
            "Modellen säger vilka barn och unga arbetet är till för. Anger dokumentet andra åldrar "
            "räknar verksamheterna med olika barn."
        ),
        remedy=(
            "Styrgruppen enas om vilka åldrar som gäller; den som förvaltar dokumentet rättar "
            "ages i målgruppen, eller target_ages i kommunens profil."
        ),
    ),
    en=Texts(
        message=(
            "No target group has just the ages that the local model is there for: {ages} years."
        ),
        why=(
            "The model says which children and young people the work is for. Where the document "
            "states other ages, the services count on different children."
        ),
        remedy=(
            "The steering group agrees on which ages hold; whoever keeps the document corrects "
            "ages in the target group, or target_ages in the municipality's profile."
        ),
    ),
)
def other_target_ages(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask for a target group with the ages of the local model."""
    wanted = asked.parameters.target_ages
    stated = (group.ages for group in view.target_groups if group.ages is not None)
    if wanted is None or band_text(wanted) in map(band_text, stated):
        return
    unstated = tuple(group for group in view.target_groups if group.ages is None)
    if unstated:
        yield from (Unjudged(group.id, "ages") for group in unstated)
    else:
        yield Breach(pointer("target_groups"), None, ages=band_text(wanted))


def band_text(band: AgeBand) -> str:
    """Write a band of ages as it was given, even the wrong way round.

    >>> band_text(AgeBand(from_age=17, to_age=20))
    '17–20'
    """
    return f"{band.from_age}–{band.to_age}"


def spans(ages: Iterable[int]) -> tuple[str, ...]:
    """Write ages as spans, the lowest first.

    >>> spans({3, 13, 14, 15})
    ('3', '13–15')
    """
    found = bands(ages)
    return tuple(
        str(band.from_age) if band.from_age == band.to_age else band_text(band) for band in found
    )


def _ages(band: AgeBand | None) -> frozenset[int]:
    """Give the ages of a band; none where it is missing or the wrong way round."""
    return frozenset() if band is None else frozenset(band.ages())
