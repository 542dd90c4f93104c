"""Roles, persons and appointments of a lawful world."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from types import MappingProxyType

import attrs

from samverkan_core.model.actor import Actor, ActorKind, Sector
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment, AppointmentKind
from samverkan_core.model.person import Person, Protection
from samverkan_core.model.role import Level, Role, RoleFunction, RoleKind
from samverkan_core.testing.lawful import words
from samverkan_core.testing.lawful.actors import Cast, sector_of
from samverkan_core.testing.lawful.hand import Hand, Perhaps
from samverkan_core.values.ids import (
    ActorId,
    AppointmentId,
    BodyId,
    OfficeId,
    PersonId,
    RoleId,
)
from samverkan_core.values.time import Period

__all__ = ["Offices", "Staffing", "offices", "persons", "serving"]

_PERMANENT = (RoleFunction.COLLABORATION_LEADER, RoleFunction.PUBLIC_HEALTH_PLANNER)
#: Functions that every world has a role with on its day.
_ALWAYS = (*_PERMANENT, RoleFunction.HEAD, RoleFunction.CHAIR, RoleFunction.COORDINATOR)
_LEADERS = (RoleFunction.MAIN_PROJECT_LEADER, RoleFunction.PROJECT_LEADER)
_FURTHER = (
    RoleFunction.PROCESS_LEADER,
    RoleFunction.HEAD_TEACHER,
    RoleFunction.COUNSELLOR,
    RoleFunction.OTHER,
    RoleFunction.PROJECT_LEADER,
    RoleFunction.OTHER,
)
_FOOTING: Mapping[RoleKind, AppointmentKind] = MappingProxyType(
    {
        RoleKind.ELECTED: AppointmentKind.ELECTED,
        RoleKind.ENGAGED: AppointmentKind.CONSULTANT,
        RoleKind.VOLUNTEER: AppointmentKind.ENGAGED,
    }
)
NewId = Callable[[], RoleId]

#: Kinds of role, the likeliest first, that are not elected.
_KINDS = (
    RoleKind.EMPLOYEE,
    RoleKind.EXTERNAL,
    RoleKind.ENGAGED,
    RoleKind.VOLUNTEER,
    RoleKind.HEAD_OF_ADMINISTRATION,
)
#: The part of a post that people are employed for, in per cent.
_SHARES = (100, 75, 50, 20, 1)


@attrs.frozen(kw_only=True)
class Offices:
    """The roles of a world, by what they are there for."""

    #: One head on administrative level for each actor that takes part.
    heads: tuple[Role, ...]
    #: The two permanent functions.
    permanent: tuple[Role, ...]
    #: Chairs, on political level.
    chairs: tuple[Role, ...]
    #: Coordinators, on unit level.
    coordinators: tuple[Role, ...]
    #: Others: leaders of a project, head teachers, representatives of associations.
    further: tuple[Role, ...]

    @property
    def everyone(self) -> tuple[Role, ...]:
        """All roles."""
        return (
            *self.permanent,
            *self.heads,
            *self.chairs,
            *self.coordinators,
            *self.further,
        )

    @property
    def chiefs(self) -> tuple[Role, ...]:
        """The heads of the municipality's own administrations, who can delegate further."""
        own = RoleKind.HEAD_OF_ADMINISTRATION
        return tuple(role for role in self.heads if role.kind is own)

    @property
    def delegates(self) -> tuple[Role, ...]:
        """Roles that a board can delegate to: of its own employees, and of the elected."""
        return (*self.permanent, *self.chiefs, *self.chairs)


def offices(
    hand: Hand, who: Cast, demanded: Sequence[RoleFunction] = (), *, project: bool
) -> Offices:
    """Draw the roles of a world, of the functions demanded at least one on its day.

    A project has somebody who leads it.
    """
    numbers = count(1)
    functions = tuple(function for function in demanded if function not in _ALWAYS)

    def new_id() -> RoleId:
        return RoleId(hand.id("roll", next(numbers)))

    return Offices(
        permanent=tuple(_permanent(hand, new_id(), function) for function in _PERMANENT),
        heads=tuple(_head(hand, new_id(), unit) for unit in who.units),
        chairs=tuple(_chair(hand, new_id(), who) for _ in range(1 + hand.up_to(1))),
        coordinators=tuple(_coordinators(hand, new_id, who)),
        further=(
            *(_demanded(hand, new_id(), function) for function in functions),
            *_further(hand, new_id, who, project=project),
        ),
    )


def _role(hand: Hand, id_: RoleId, function: RoleFunction, kind: RoleKind, level: Level) -> Role:
    own = hand.text(words.OWN_WORDS) if function is RoleFunction.OTHER else None
    return Role(
        id=id_,
        name=words.ROLES[function],
        kind=kind,
        function=function,
        function_name=own,
        level=level,
        **hand.perhaps(
            competences=(6, lambda: hand.texts(words.SKILLS)),
            names=(6, lambda: hand.former_names(("Samverkanssekreterare",))),
            **hand.beside(8),
        ),
    )


def _permanent(hand: Hand, id_: RoleId, function: RoleFunction) -> Role:
    level = hand.one((Level.UNIT, Level.ADMINISTRATIVE))
    role = _role(hand, id_, function, RoleKind.EMPLOYEE, level)
    duties = hand.texts(words.DUTIES)
    return attrs.evolve(role, permanent=True, duties=duties, period=hand.holding())


def _head(hand: Hand, id_: RoleId, unit: Actor) -> Role:
    own = sector_of(unit.kind) is Sector.MUNICIPAL
    kind = RoleKind.HEAD_OF_ADMINISTRATION if own else RoleKind.EXTERNAL
    if unit.kind is ActorKind.ASSOCIATION:
        kind = RoleKind.VOLUNTEER
    role = _role(hand, id_, RoleFunction.HEAD, kind, Level.ADMINISTRATIVE)
    return attrs.evolve(role, actor=unit.id, period=hand.holding())


def _chair(hand: Hand, id_: RoleId, who: Cast) -> Role:
    role = _role(hand, id_, RoleFunction.CHAIR, RoleKind.ELECTED, Level.POLITICAL)
    return attrs.evolve(role, actor=who.municipality.id if hand.yes() else None)


def _coordinators(hand: Hand, new_id: NewId, who: Cast) -> Iterator[Role]:
    """Draw coordinators, the first of whom perhaps took the place of another."""
    before = (new_id(),) if hand.yes() else ()
    for succeeds in (before, *((),) * hand.up_to(2)):
        kind = hand.one((RoleKind.EMPLOYEE, RoleKind.ENGAGED))
        role = _role(hand, new_id(), RoleFunction.COORDINATOR, kind, Level.UNIT)
        actor = hand.one(who.taking_part) if hand.yes() else None
        yield attrs.evolve(role, succeeds=succeeds, actor=actor)
    for id_ in before:
        role = _role(hand, id_, RoleFunction.COORDINATOR, RoleKind.EMPLOYEE, Level.UNIT)
        yield attrs.evolve(role, period=hand.ended())


def _demanded(hand: Hand, id_: RoleId, function: RoleFunction) -> Role:
    kind, level = hand.one(_KINDS), hand.one((Level.UNIT, Level.ADMINISTRATIVE))
    return attrs.evolve(_role(hand, id_, function, kind, level), period=hand.holding())


def _further(hand: Hand, new_id: NewId, who: Cast, *, project: bool) -> Iterator[Role]:
    functions = [hand.one(_LEADERS)] if project else []
    for function in (*functions, *hand.some(_FURTHER, 1, 3)):
        kind, level = hand.one(_KINDS), hand.one((Level.UNIT, Level.ADMINISTRATIVE))
        role = _role(hand, new_id(), function, kind, level)
        further = hand.perhaps(
            actor=lambda: hand.one(who.taking_part),
            duties=lambda: hand.texts(words.DUTIES),
            period=hand.known_period,
        )
        yield attrs.evolve(role, **further)
    # A role of which nobody has yet said more than what it is called.
    bare = RoleKind.VOLUNTEER
    yield Role(
        id=new_id(), name="Föreningens företrädare", kind=bare, **hand.perhaps(**hand.beside(8))
    )


def persons(hand: Hand, who: Cast) -> tuple[Person, ...]:
    """Draw professionals and elected representatives."""
    return tuple(_person(hand, number, who) for number in range(1, 5 + hand.up_to(4)))


def _person(hand: Hand, number: int, who: Cast) -> Person:
    return Person(
        id=PersonId(hand.id("person", number)),
        **hand.perhaps(
            name=lambda: f"{hand.one(words.FIRST_NAMES)} {hand.one(words.FAMILY_NAMES)}",
            workplace=lambda: hand.one(who.taking_part),
            competences=(6, lambda: hand.texts(words.SKILLS)),
            protection=(6, lambda: hand.one(tuple(Protection)[1:])),
            **hand.beside(6),
        ),
    )


def serving(appointments: Iterable[Appointment], at: dt.date) -> frozenset[str]:
    """Give the offices that somebody holds on a day, and is in service."""
    return frozenset(
        str(held.office)
        for held in appointments
        if held.period.holds_on(at)
        if held.standing_in_for is None
        if not any(absence.period.holds_on(at) for absence in held.absences)
    )


@attrs.frozen(kw_only=True)
class Staffing:
    """What people are appointed from: the persons, for whom they sit, and who appoints them."""

    #: What draws.
    hand: Hand
    #: The persons to choose from.
    people: tuple[PersonId, ...]
    #: The actors that take part.
    actors: tuple[ActorId, ...]
    #: The boards.
    boards: tuple[BodyId, ...]

    def appointments(self, roles: Offices) -> tuple[Appointment, ...]:
        """Draw who holds which office.

        The permanent ones, and one head of administration, are in service on the world's day.
        """
        hand = self.hand
        serving = (*roles.permanent, hand.one(roles.chiefs))
        held = [(OfficeId(role.id), role.kind, hand.lasting()) for role in serving]
        rest = (*roles.heads, *roles.chairs, *roles.coordinators, *roles.further)
        left = (role for role in rest if role not in serving)
        held += [
            (OfficeId(role.id), role.kind, hand.known_period()) for role in hand.some(left, 0, 4)
        ]
        held.append((OfficeId(hand.one(self.boards)), RoleKind.ELECTED, hand.known_period()))
        held.append((OfficeId(hand.one(self.actors)), RoleKind.EMPLOYEE, hand.known_period()))
        return tuple(
            self._appointment(number, *office, away=number > len(serving))
            for number, office in enumerate(held, 1)
        )

    def _appointment(
        self, number: int, office: OfficeId, kind: RoleKind, period: Period, *, away: bool
    ) -> Appointment:
        hand = self.hand
        further = self._absence(number) if away else {}
        return Appointment(
            id=AppointmentId(hand.id("förordnande", number)),
            person=hand.one(self.people),
            office=office,
            kind=_FOOTING.get(kind, AppointmentKind.EMPLOYED),
            period=period,
            **hand.perhaps(
                on_behalf_of=(4, lambda: hand.one(self.actors)),
                appointed_by=(4, lambda: hand.one(self.boards)),
                competence=(4, lambda: hand.text(words.SKILLS)),
                function=(4, lambda: hand.text(words.FUNCTIONS)),
                share=(4, lambda: hand.one(_SHARES)),
                recorded_on=(4, hand.known_day),
                **further,
                **hand.beside(8),
            ),
        )

    def _absence(self, number: int) -> dict[str, Perhaps]:
        """Say that somebody may be away, or stand in for another."""
        hand = self.hand

        def absences() -> tuple[Absence, ...]:
            kind, period = hand.one(tuple(AbsenceKind)), hand.known_period()
            return (Absence(kind=kind, period=period, **hand.kept_too()),)

        before = AppointmentId(hand.id("förordnande", number - 1))
        return {"absences": (4, absences), "standing_in_for": (4, lambda: before)}
