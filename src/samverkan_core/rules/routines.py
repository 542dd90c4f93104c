"""Rules about routines: kept by an office, done by offices, in force in every unit."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.routine import Routine
from samverkan_core.overviews.routines import uncovered_by
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import in_force

__all__ = ["routine_bound_to_person", "routine_incomplete", "unit_without_routine"]


class Wanted(Labelled):
    """What must be stated of a routine, as a part of a sentence."""

    OWNER = ("owner", "vem som förvaltar den (owner)", "who keeps it (owner)")
    STEPS = ("steps", "vad som ska göras (steps)", "what is done (steps)")
    FIRST_DAY = (
        "period.first_day",
        "från vilken dag den gäller (period.first_day)",
        "from when it holds (period.first_day)",
    )
    REVIEW = (
        "review",
        "när den ska ses över (review)",
        "when it is to be looked through (review)",
    )


@rule(
    "ROU001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("routines", "persons"),
    sources=seed("AT-07"),
    sv=Texts(
        message=(
            "Rutinen {routine} lägger ett moment på personen {person}; ett moment ska läggas på en "
            "roll eller en verksamhet."
        ),
        why=(
            "En rutin ska hålla även när människor byts ut. Det som ligger på en person faller "
            "den dag som personen slutar."
        ),
        remedy=(
            "Den som förvaltar rutinen lägger momentet på personens roll; den som förvaltar "
            "dokumentet byter {person} mot rollen i responsible."
        ),
    ),
    en=Texts(
        message=(
            "Routine {routine} lays a step on person {person}; a step is laid on a role or a "
            "service."
        ),
        why=(
            "A routine is to hold when people change. What lies on one person falls on the day "
            "when that person leaves."
        ),
        remedy=(
            "Whoever keeps the routine lays the step on that person's role; whoever keeps the "
            "document puts the role in the place of {person} in responsible."
        ),
    ),
)
def routine_bound_to_person(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each step of each routine whether it is laid on a person."""
    for routine in view.routines:
        for at, step in enumerate(routine.steps):
            for turn, holder in enumerate(step.responsible):
                if view.persons.get(holder) is not None:
                    place = view.place(routine, "steps", at, "responsible", turn)
                    yield Breach(place, routine.id, routine=routine.id, person=str(holder))


@rule(
    "ROU002",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("routines", "actors"),
    of_state=True,
    sources=seed("AT-06"),
    words=(("kind", ActorKind),),
    sv=Texts(
        message=(
            "Rutinen {routine} ska gälla i alla verksamheter av slaget {kind}, men gäller inte i "
            "{units} den dag som granskas."
        ),
        why=(
            "Rutinen når alla barn bara om den gäller oavsett vilken skola eller verksamhet barnet "
            "går i."
        ),
        remedy=(
            "Den som förvaltar rutinen inför den i {units}; den som förvaltar dokumentet för in "
            "enheterna i units."
        ),
    ),
    en=Texts(
        message=(
            "Routine {routine} is to hold in every service of the kind {kind}, but does not hold "
            "in {units} on the day asked about."
        ),
        why=(
            "A routine is one for all children only if it holds whichever school or service a "
            "child goes to."
        ),
        remedy=(
            "Whoever keeps the routine brings it into {units}; whoever keeps the document enters "
            "those units in units."
        ),
    ),
)
def unit_without_routine(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each routine of the day whether it holds in every unit that it is for."""
    for routine in view.routines.firsts():
        if not in_force(routine.period, asked.day):
            continue
        lacking: dict[str, list[str]] = {}
        for found in uncovered_by(view, routine, asked.day):
            lacking.setdefault(found.kind.code, []).append(found.unit)
        for kind, units in lacking.items():
            place = view.place(routine)
            yield Breach(place, routine.id, routine=routine.id, kind=kind, units=tuple(units))


@rule(
    "ROU003",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("routines",),
    sources=seed("AT-05"),
    words=(("missing", Wanted),),
    sv=Texts(
        message="För rutinen {routine} framgår inte {missing}.",
        why=(
            "En gemensam rutin håller om någon förvaltar den, om alla vet vad som görs och från "
            "när, och om den ses över innan den har blivit gammal."
        ),
        remedy=(
            "De verksamheter som har rutinen gemensamt kommer överens om det som saknas; den som "
            "förvaltar dokumentet för in det."
        ),
    ),
    en=Texts(
        message="Routine {routine} does not say {missing}.",
        why=(
            "A joint routine lasts if somebody keeps it, if everybody knows what is done and from "
            "when, and if it is looked through before it has grown old."
        ),
        remedy=(
            "The services that have the routine in common agree on what is missing; whoever keeps "
            "the document enters it."
        ),
    ),
)
def routine_incomplete(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each routine for its keeper, its steps, its first day and its next review."""
    for routine in view.routines:
        missing = tuple(_missing(routine))
        if missing:
            yield Breach(view.place(routine), routine.id, routine=routine.id, missing=missing)


def _missing(routine: Routine) -> Iterator[str]:
    stated = (
        (Wanted.OWNER, routine.owner),
        (Wanted.STEPS, routine.steps),
        (Wanted.FIRST_DAY, routine.period and routine.period.first_day),
        (Wanted.REVIEW, routine.review),
    )
    return (wanted.code for wanted, found in stated if not found)
