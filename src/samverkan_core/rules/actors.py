"""Rules about actors: what each brings, how it serves the whole, what registers call it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.actor import Actor
from samverkan_core.model.common import Identifier, IdentifierSystem
from samverkan_core.reference.municipalities import counties, known, municipalities
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import taking_part
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.identifiers import (
    is_county_code,
    is_hsa_id,
    is_municipality_code,
    is_organisation_number,
    masked,
    personal_numbers,
)
from samverkan_core.values.labels import Labelled

__all__ = ["competence_missing", "contribution_missing", "identifier_wrong", "same_competences"]

_ACTORS = ("actors", ITSELF)


class Defect(Labelled):
    """What is wrong with an identifier."""

    MALFORMED = (
        "malformed",
        "har fel form eller fel kontrollsiffra",
        "has the wrong form or check digit",
    )
    NOT_IN_USE = (
        "not_in_use",
        "inte är i bruk den dag som granskas",
        "is not in use on the day asked about",
    )


@rule(
    "ACT001",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=_ACTORS,
    sources=seed("SB-17"),
    sv=Texts(
        message="Aktören {actor} anger ingen egen kompetens.",
        why=(
            "Samverkan bygger på att var och en bidrar med det som de andra inte har. Vet ingen "
            "vad en aktör kan, används det inte heller."
        ),
        remedy=(
            "Aktörens ledning beskriver vad verksamheten kan tillföra; den som förvaltar "
            "dokumentet för in det i competences."
        ),
    ),
    en=Texts(
        message="Actor {actor} states no competence of its own.",
        why=(
            "Collaboration rests on each bringing what the others do not have. What nobody knows "
            "that an actor can do is not put to use either."
        ),
        remedy=(
            "The management of the actor describes what it can add; whoever keeps the document "
            "enters it in competences."
        ),
    ),
)
def competence_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each actor that takes part which competence it adds."""
    actors = taking_part(view)
    if not actors:
        yield Unjudged(None, "actors")
    for actor in actors:
        if not actor.competences:
            yield Breach(view.place(actor), actor.id, actor=actor.id)


@rule(
    "ACT002",
    Severity.INFO,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=_ACTORS,
    sources=seed("SB-17"),
    sv=Texts(
        message="{actors} anger exakt samma kompetenser.",
        why=(
            "Att flera kan samma sak är inget fel, men då syns det inte vad var och en av dem "
            "tillför som de andra saknar."
        ),
        remedy=(
            "Styrgruppen går igenom med de berörda aktörerna vad som skiljer dem åt; den som "
            "förvaltar dokumentet för in det i competences."
        ),
    ),
    en=Texts(
        message="{actors} state exactly the same competences.",
        why=(
            "It is no fault that several can do the same, but it does not show what each of them "
            "adds that the others lack."
        ),
        remedy=(
            "The steering group goes through with these actors what sets them apart; whoever "
            "keeps the document enters it in competences."
        ),
    ),
)
def same_competences(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask whether actors that take part state the same set of competences."""
    alike: dict[frozenset[str], list[Actor]] = defaultdict(list)
    for actor in taking_part(view):
        if actor.competences:
            alike[frozenset(actor.competences)].append(actor)
    if not alike:
        yield Unjudged(None, "actors.competences")
    for group in alike.values():
        ids = tuple(sorted({actor.id for actor in group}))
        if len(ids) > 1:
            first = next(actor for actor in group if actor.id == ids[0])
            yield Breach(view.place(first, "competences"), first.id, actors=ids)


@rule(
    "ACT003",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("actors",),
    of_state=True,
    sources=seed("AT-21"),
    words=(("defect", Defect), ("system", IdentifierSystem)),
    sv=Texts(
        message="{actor} har {system} {value}, som {defect}.",
        why=(
            "Avtal, statistik och register hittar en organisation på dess beteckning. Är den fel "
            "knyts uppgifterna till någon annan eller till ingen."
        ),
        remedy=(
            "Den som förvaltar dokumentet hämtar beteckningen ur registret och rättar value. Ett "
            "organisationsnummer skrivs NNNNNN-NNNN, en kommunkod med fyra siffror, en länskod "
            "med två."
        ),
    ),
    en=Texts(
        message="{actor} has the {system} {value}, which {defect}.",
        why=(
            "Agreements, statistics and registers find an organisation by its identifier. Where "
            "that is wrong, facts are tied to somebody else or to nobody."
        ),
        remedy=(
            "Whoever keeps the document takes the identifier from the register and mends value. "
            "An organisation number is written NNNNNN-NNNN, a municipality code with four "
            "digits, a county code with two."
        ),
    ),
)
def identifier_wrong(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each actor whether its identifiers have their form and are in use on the day."""
    for actor in view.actors:
        for position, identifier in enumerate(actor.identifiers):
            defect = _defect(identifier, asked.day)
            if isinstance(defect, Defect):
                yield Breach(
                    view.place(actor, "identifiers", position, "value"),
                    actor.id,
                    actor=actor.id,
                    defect=defect.code,
                    system=identifier.system.code,
                    value=_shown(identifier.value),
                )
            elif defect is not None:
                yield Unjudged(actor.id, defect)


@rule(
    "ACT004",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=_ACTORS,
    sources=seed("SB-94"),
    sv=Texts(
        message="Aktören {actor} anger inte hur den egna delen bidrar till helheten.",
        why=(
            "Den som inte har satt ord på sin del av helheten prioriterar lätt bort samverkan "
            "när den egna verksamheten är pressad."
        ),
        remedy=(
            "Aktörens ledning formulerar bidraget och stämmer av det med styrgruppen; den som "
            "förvaltar dokumentet för in det i contribution."
        ),
    ),
    en=Texts(
        message="Actor {actor} does not state how its own part serves the whole.",
        why=(
            "Whoever has not put into words its part of the whole easily sets collaboration "
            "aside when its own services are under pressure."
        ),
        remedy=(
            "The management of the actor words the contribution and settles it with the steering "
            "group; whoever keeps the document enters it in contribution."
        ),
    ),
)
def contribution_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each actor that takes part how its own part serves the whole."""
    actors = taking_part(view)
    if not actors:
        yield Unjudged(None, "actors")
    for actor in actors:
        if actor.contribution is None:
            yield Breach(view.place(actor), actor.id, actor=actor.id)


#: Register -> whether a text has the form that the register gives its identifiers.
_FORMS: Mapping[IdentifierSystem, Callable[[str], bool]] = MappingProxyType(
    {
        IdentifierSystem.ORGANISATION_NUMBER: is_organisation_number,
        IdentifierSystem.HSA_ID: is_hsa_id,
        IdentifierSystem.MUNICIPALITY_CODE: is_municipality_code,
        IdentifierSystem.COUNTY_CODE: is_county_code,
    }
)
#: What the rule lacks on a day that the table of codes does not speak of.
_TABLE = "reference.municipalities"


def _defect(identifier: Identifier, day: dt.date) -> Defect | str | None:
    """Say what is wrong with an identifier, or what is lacking to say so; None if nothing is."""
    has_form = _FORMS.get(identifier.system)
    if has_form is None:
        return None
    if not has_form(identifier.value):
        return Defect.MALFORMED
    codes = _codes_in_use(identifier.system, day)
    if codes is None or identifier.value in codes:
        return None
    return Defect.NOT_IN_USE if known(day) else _TABLE


@lru_cache(maxsize=64)
def _codes_in_use(system: IdentifierSystem, day: dt.date) -> frozenset[str] | None:
    """Give the codes in use on a day; None for a register that there is no table of."""
    if system is IdentifierSystem.MUNICIPALITY_CODE:
        return frozenset(row.code for row in municipalities(day))
    if system is IdentifierSystem.COUNTY_CODE:
        return frozenset(row.code for row in counties(day))
    return None


def _shown(value: str) -> str:
    """Show an identifier, but not where it is a person's own number, with or without its dash."""
    dashed = f"{value[:-4]}-{value[-4:]}"
    return masked(value) if personal_numbers(value) or personal_numbers(dashed) else value
