"""Rules about roles: permanent functions, leaders of projects, a role on each level of steering."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.appointment import AbsenceKind, Appointment
from samverkan_core.model.collaboration import Stage
from samverkan_core.model.role import Level, RoleFunction
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.time import in_force

__all__ = ["duties_missing", "level_without_role", "project_leader_missing", "vacant"]

#: Functions of which a project needs one (row AT-02).
_PROJECT_LEADERS = frozenset({RoleFunction.MAIN_PROJECT_LEADER, RoleFunction.PROJECT_LEADER})


@rule(
    "ROL001",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("roles", "appointments"),
    of_state=True,
    sources=seed("SB-54"),
    sv=Texts(
        message="Den fasta funktionen {role} är obesatt den dag som granskas.",
        why=(
            "De fasta funktionerna driver arbetet mellan mötena. Står en av dem tom stannar "
            "uppföljningen, och det som innehavaren visste går lätt förlorat."
        ),
        remedy=(
            "Förvaltningschefen tillsätter rollen eller utser en ersättare; den som förvaltar "
            "dokumentet för in förordnandet i appointments."
        ),
    ),
    en=Texts(
        message="Permanent function {role} is held by nobody on the day asked about.",
        why=(
            "The permanent functions drive the work between meetings. While one of them is empty, "
            "follow-up stops, and what its holder knew is easily lost."
        ),
        remedy=(
            "The head of administration fills the role or appoints a substitute; whoever keeps the "
            "document enters the appointment in appointments."
        ),
    ),
)
def vacant(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each permanent function that exists on the day who holds it."""
    appointments = _by_office(view)
    for role in view.roles:
        if not role.permanent or not in_force(role.period, asked.day):
            continue
        holdings = appointments.get(role.id, ())
        if not holdings:
            yield Unjudged(role.id, "appointments")
        elif any(_is_held(holding, asked.day) for holding in holdings):
            continue
        elif any(holding.period.is_backwards for holding in holdings):
            yield Unjudged(role.id, "appointments.period")
        else:
            yield Breach(view.place(role), role.id, role=role.id)


def _by_office(view: View) -> Mapping[str, list[Appointment]]:
    found: dict[str, list[Appointment]] = defaultdict(list)
    for appointment in view.appointments:
        found[appointment.office].append(appointment)
    return found


def _is_held(appointment: Appointment, day: dt.date) -> bool:
    """Tell whether somebody holds the office: on leave still does, with a vacancy noted not."""
    return appointment.period.holds_on(day) and not any(
        absence.kind is AbsenceKind.VACANT and absence.period.holds_on(day)
        for absence in appointment.absences
    )


@rule(
    "ROL002",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=(ITSELF, "roles"),
    sources=seed("AT-02"),
    sv=Texts(
        message=(
            "Samverkan drivs som projekt, men ingen roll har funktionen projektledare eller "
            "huvudprojektledare."
        ),
        why=(
            "Ett projekt ska bli klart till en viss dag. Utan en utsedd projektledare svarar ingen "
            "för att det sker."
        ),
        remedy=(
            "Styrgruppen utser en projektledare; den som förvaltar dokumentet för in rollen i "
            "roles med function project_leader eller main_project_leader."
        ),
    ),
    en=Texts(
        message=(
            "The collaboration is run as a project, but no role has the function of project leader "
            "or main project leader."
        ),
        why=(
            "A project is to be finished by a certain day. Without an appointed project leader "
            "nobody answers for that."
        ),
        remedy=(
            "The steering group appoints a project leader; whoever keeps the document enters the "
            "role in roles with function project_leader or main_project_leader."
        ),
    ),
)
def project_leader_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask a collaboration that is a project for the role that leads the project."""
    lifecycle = view.collaboration.lifecycle
    if not lifecycle:
        yield Unjudged(None, "lifecycle")
    elif lifecycle[-1].stage is not Stage.PROJECT:
        return
    elif not view.holds("roles"):
        yield Unjudged(None, "roles")
    elif not any(role.function in _PROJECT_LEADERS for role in view.roles):
        yield Breach(pointer("lifecycle", len(lifecycle) - 1))


@rule(
    "ROL003",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("roles",),
    sources=seed("SB-55", "SB-56"),
    sv=Texts(
        message="Den fasta funktionen {role} saknar beskrivna arbetsuppgifter.",
        why=(
            "Står uppgifterna i dokumentet kan en efterträdare ta vid, och funktionen formas inte "
            "om efter den som råkar ha den."
        ),
        remedy=(
            "Styrgruppen beskriver vad funktionen ska göra; den som förvaltar dokumentet för in "
            "uppgifterna i duties."
        ),
    ),
    en=Texts(
        message="Permanent function {role} has no duties described.",
        why=(
            "Where the duties stand in the document a successor can take over, and the function is "
            "not reshaped after whoever happens to hold it."
        ),
        remedy=(
            "The steering group describes what the function is there to do; whoever keeps the "
            "document enters it in duties."
        ),
    ),
)
def duties_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each permanent function what its holder is there to do."""
    for role in view.roles:
        if role.permanent and not role.duties:
            yield Breach(view.place(role), role.id, role=role.id)


@rule(
    "ROL004",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("roles",),
    sources=seed("SB-18"),
    words=(("missing", Level),),
    sv=Texts(
        message="Roller saknas för {missing}; alla tre ledningsnivåerna ska vara företrädda.",
        why=(
            "Arbetet håller när politiken, förvaltningsledningen och enheterna styr åt samma håll. "
            "På en nivå utan utpekad roll blir frågorna liggande."
        ),
        remedy=(
            "Styrgruppen pekar ut vem som styr på varje nivå; den som förvaltar dokumentet anger "
            "level för rollerna."
        ),
    ),
    en=Texts(
        message=(
            "Levels of management without any role: {missing}; each of the three is to have one."
        ),
        why=(
            "The work lasts when politics, heads of administration and units steer in the same "
            "direction. On a level without a named role questions are left lying."
        ),
        remedy=(
            "The steering group points out who steers on each level; whoever keeps the document "
            "states level for the roles."
        ),
    ),
)
def level_without_role(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask for a role on each level of management."""
    found = {role.level for role in view.roles}
    missing = tuple(level.code for level in Level if level not in found)
    if missing:
        yield Breach(pointer("roles"), None, missing=missing)
