"""Rules about whom a local model cannot do without: kinds of actor and of body, functions."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import View
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.role import Role, RoleFunction
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import in_force

__all__ = ["required_actor_missing", "required_body_missing", "required_function_missing"]


@rule(
    "ACT005",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("actors",),
    of_state=True,
    parameters=("required_actors",),
    sources=seed("SB-10", "SB-11", "SB-12", "SB-13", "SB-14", "SB-15", "LO-03", "RA-11"),
    words=(("kind", ActorKind),),
    sv=Texts(
        message=(
            "Ingen aktör av slaget {kind} deltar den dag som granskas; den lokala modellen kräver "
            "minst en."
        ),
        why=(
            "Modellen bygger på att vissa verksamheter alltid är med. Fattas en av dem ser ingen "
            "den del av barnets vardag som just den möter."
        ),
        remedy=(
            "Styrgruppen bjuder in verksamheten och dess huvudman beslutar att delta; den som "
            "förvaltar dokumentet för in den i actors."
        ),
    ),
    en=Texts(
        message=(
            "No actor of the kind {kind} takes part on the day asked about; the local model "
            "requires at least one."
        ),
        why=(
            "The model builds on certain services always taking part. Where one is missing, nobody "
            "sees the part of a child's everyday life that it meets."
        ),
        remedy=(
            "The steering group invites the service and its principal decides to take part; "
            "whoever keeps the document enters it in actors."
        ),
    ),
)
def required_actor_missing(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask for an actor of each kind that the local model requires."""
    known = tuple((actor.kind, actor) for actor in view.actors)
    for kind in _missing(asked.parameters.required_actors, known, asked.day):
        yield from _unclear(kind, known) or (Breach(pointer("actors"), None, kind=kind.code),)


@rule(
    "ROL005",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("roles",),
    of_state=True,
    parameters=("required_functions",),
    sources=seed("SB-54", "AT-02", "LO-05"),
    words=(("function", RoleFunction),),
    sv=Texts(
        message=(
            "Ingen roll har funktionen {function} den dag som granskas; den lokala modellen kräver "
            "minst en."
        ),
        why=(
            "Funktionen har uppgifter som ingen annan har i modellen. Finns den inte blir de "
            "ogjorda, eller görs av den som råkar ha tid."
        ),
        remedy=(
            "Styrgruppen enas om vilken huvudman som inrättar funktionen; den som förvaltar "
            "dokumentet för in rollen i roles och anger function."
        ),
    ),
    en=Texts(
        message=(
            "No role has the function of {function} on the day asked about; the local model "
            "requires at least one."
        ),
        why=(
            "The function has duties that nobody else has in the model. Without it they are left "
            "undone, or done by whoever happens to have the time."
        ),
        remedy=(
            "The steering group agrees on which principal sets up the function; whoever keeps the "
            "document enters the role in roles and states function."
        ),
    ),
)
def required_function_missing(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask for a role with each function that the local model requires."""
    known = tuple((role.function, role) for role in view.roles)
    for function in _missing(asked.parameters.required_functions, known, asked.day):
        breach = Breach(pointer("roles"), None, function=function.code)
        yield from _unclear(function, known) or (breach,)


@rule(
    "BOD015",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("bodies",),
    of_state=True,
    parameters=("required_bodies",),
    sources=seed("KF-02"),
    words=(("kind", BodyKind),),
    sv=Texts(
        message=(
            "Inget organ av slaget {kind} ingår i samverkan den dag som granskas; den lokala "
            "modellen kräver minst ett."
        ),
        why=(
            "Modellen räknar med att frågorna når just det organet. Ingår det inte i "
            "samverkan stannar frågorna innan någon där har tagit ställning."
        ),
        remedy=(
            "Styrgruppen eller den som håller ihop arbetet knyter organet till samverkan; den som "
            "förvaltar dokumentet för in det i bodies."
        ),
    ),
    en=Texts(
        message=(
            "No body of the kind {kind} is part of the collaboration on the day asked about; the "
            "local model requires at least one."
        ),
        why=(
            "The model counts on questions reaching that very body. Where it is no part of the "
            "collaboration, they stop before anybody there has taken a position."
        ),
        remedy=(
            "The steering group, or whoever holds the work together, ties the body to the "
            "collaboration; whoever keeps the document enters it in bodies."
        ),
    ),
)
def required_body_missing(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask for a body of each kind that the local model requires."""
    known = tuple((body.kind, body) for body in view.bodies)
    for kind in _missing(asked.parameters.required_bodies, known, asked.day):
        yield from _unclear(kind, known) or (Breach(pointer("bodies"), None, kind=kind.code),)


#: What there is of one sort, each with its kind or function.
_Known: TypeAlias = Sequence[tuple[Labelled | None, Actor | Role | Body]]


def _missing(required: Iterable[Labelled], known: _Known, day: dt.date) -> Iterator[Labelled]:
    """Give what is required and not in force, each once, in the order of the profile."""
    found = {kind for kind, thing in known if in_force(thing.period, day)}
    return (one for one in dict.fromkeys(required) if one not in found)


def _unclear(wanted: Labelled, known: _Known) -> tuple[Unjudged, ...]:
    """Name what would be the one that is missing, if its period were not the wrong way round."""
    return tuple(
        Unjudged(thing.id, "period")
        for kind, thing in known
        if kind is wanted and thing.period is not None and thing.period.is_backwards
    )
