"""A question that is permitted: the chain is built first, and everything else around it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, TypeAlias

import attrs
from hypothesis import strategies as st

from samverkan_core.model.actor import Actor
from samverkan_core.model.anatomy import Thing
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment, AppointmentKind
from samverkan_core.model.body import Body
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Basis, BasisKind, Mandate, MandateKind, Power
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.testing.asking.asked import (
    MANNERS,
    Asked,
    Plan,
    around,
    ended,
    evolved,
    moved,
)
from samverkan_core.testing.asking.posts import ACTORS, KINDS, Holder, Kind, actors, post
from samverkan_core.testing.asking.subject import Subject, covering, subject
from samverkan_core.testing.edit import added
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import AppointmentId, HolderId, MandateId, OfficeId, PersonId

__all__ = ["appointment", "built", "hands"]

#: Spans of days between which what the law says changes, the simplest first, then the edges.
_SPANS = (
    *((dt.date(2026, 5, 1), dt.date(2030, 12, 31)),) * 5,
    (dt.date(2025, 9, 1), dt.date(2026, 4, 24)),
    (dt.date(2025, 7, 1), dt.date(2025, 8, 31)),
    (dt.date(2024, 4, 1), dt.date(2025, 6, 30)),
    (dt.date(2022, 7, 1), dt.date(2024, 3, 31)),
    (dt.date(2018, 1, 1), dt.date(2022, 6, 30)),
    (dt.date(1992, 1, 1), dt.date(2017, 12, 31)),
    (dt.date(1980, 1, 1), dt.date(1991, 12, 31)),
)
_EDGES = (
    *(edge for span in dict.fromkeys(_SPANS) for edge in span),
    dt.date.min,
    dt.date.max,
)
#: On what footing a role of each kind is held, unless something is to be wrong.
_FOOTING = {RoleKind.ELECTED: AppointmentKind.ELECTED}

#: Who would act, the mandate that they hold, and what was put into the document for it.
Way: TypeAlias = "tuple[str, Mandate, tuple[Thing, ...]]"


def hands(draw: st.DrawFn) -> Hand:
    """Draw a day, mostly one on which law has been read, and the manner of ids."""
    first = Hand(draw, dt.date.min)
    day = first.one(_EDGES) if first.yes(8) else first.day(*first.one(_SPANS))
    return Hand(draw, day, first.one(MANNERS))


def built(hand: Hand) -> Plan:
    """Draw a question that is permitted, with a document that holds little but its chain."""
    kind = hand.one(KINDS)
    path, power = hand.one(kind.paths), hand.one(kind.powers)
    everyone = actors(hand)
    holders = tuple(_holder(hand, word, everyone) for word in path)
    about = subject(
        hand,
        [one.id for one in holders if isinstance(one, Body)],
        [one.id for one in everyone],
    )
    (*above, held), further = _mandates(hand, kind, holders, about, power)
    who, held, staff = _way(hand, holders[-1], held)
    placed = tuple(one for one in holders if not isinstance(one, Actor))
    things = (*everyone, *placed, *about.areas, *about.matters, *above, held, *further, *staff)
    collab = added(Collaboration(name="samverkan"), *things)
    asked = Asked(collab=collab, who=who, power=power, on=about.on, at=hand.at)
    chain = tuple(one.id for one in (held, *reversed(above)))
    return Plan(asked=asked, chain=chain, target=about.target)


def _holder(hand: Hand, word: str, everyone: Sequence[Actor]) -> Holder:
    if word in ACTORS:
        return everyone[tuple(ACTORS).index(word)]
    return post(hand, word)


def _mandates(
    hand: Hand, kind: Kind, holders: Sequence[Holder], about: Subject, power: Power
) -> tuple[list[Mandate], tuple[Thing, ...]]:
    """Draw a mandate for each holder, the first resting on a ground, each other on the one above.

    Each holds on the day, includes the power, covers the target and, but for the last, may be
    delegated on.
    """
    ground, further = kind.ground(hand)
    urgent = all(_urgent(about, id_) for id_ in about.target.matters or ()) and hand.yes(4)
    found: list[Mandate] = []
    for number, holder in enumerate(holders, start=1):
        members: dict[str, Any] = ground if number == 1 else _delegated(found[-1], holder)
        found.append(
            Mandate(
                **{"kind": MandateKind.DELEGATION, **members},
                id=MandateId(hand.id("mandate", number)),
                powers=_powers(hand, power),
                scope=covering(hand, about.target, _groups_of(about)),
                period=around(hand),
                granted_to=(HolderId(holder.id),),
                may_delegate=number < len(holders) or hand.yes(),
                urgent_only=urgent and about.target.matters is not None and hand.yes(),
                **hand.perhaps(
                    conditions=(5, lambda: ("belopp under 50 000 kr",)),
                    revoked_from=(5, lambda: _later(hand)),
                ),
            )
        )
    return found, further


def _delegated(parent: Mandate, holder: Holder) -> dict[str, Any]:
    """Say how a mandate derives from the one above; to another's employee by agreement only."""
    members: dict[str, Any] = {"parent": parent.id, "granted_by": parent.granted_to[0]}
    if isinstance(holder, Role) and holder.kind is RoleKind.EXTERNAL:
        members["basis"] = Basis(kind=BasisKind.AGREEMENT)
    return members


def _later(hand: Hand) -> dt.date | None:
    """Draw a day after the one that is asked about; None where the calendar has no such day."""
    day = moved(hand.at, hand.one((1, 30)))
    return day if day > hand.at else None


def _powers(hand: Hand, power: Power) -> tuple[Power, ...]:
    return hand.one(((power,), (power, Power.INFORM), (Power.LEAD, Power.AGREE, power)))


def _urgent(about: Subject, id_: str) -> bool:
    return next(case.urgent for case in about.matters if case.id == id_)


def _groups_of(about: Subject) -> tuple[str, ...]:
    """Give the groups that hold every matter that is asked about, as far as there are any."""
    groups = [_above(about, id_) for id_ in about.target.matters or ()]
    return tuple(id_ for id_ in groups[0] if all(id_ in held for held in groups)) if groups else ()


def _above(about: Subject, id_: str) -> tuple[str, ...]:
    above = {case.id: case.part_of for case in about.matters}
    found: list[str] = []
    group = above[id_]  # type: ignore[index]  # ids of matters
    while group is not None and group not in found:
        found.append(group)
        group = above[group]
    return tuple(found)


# --- how the last mandate is held ------------------------------------------------------------


def _way(hand: Hand, holder: Holder, held: Mandate) -> Way:
    if isinstance(holder, Person):
        return _in_person(hand, holder, held)
    return hand.one((_plainly, _plainly, _standing_in, _as_substitute, _with_another))(
        hand, holder, held
    )


def _in_person(hand: Hand, person: Person, held: Mandate) -> Way:
    """Let a person who is named hold it, and an office besides."""
    office = post(hand, hand.one(("employee", "chair")), 5)
    own = appointment(hand, 1, person.id, office)
    return person.id, held, (office, own)


def _plainly(hand: Hand, holder: Holder, held: Mandate) -> Way:
    if isinstance(holder, Body):
        return _by_body(hand, holder, held)
    person = _person(hand, 1)
    return person.id, held, (person, appointment(hand, 1, person.id, holder))


def _by_body(hand: Hand, body: Body, held: Mandate) -> Way:
    """Let the body act; or, where the members may act alone, one of them."""
    alone = not body.is_elected and not {Power.DECIDE, Power.AGREE}.intersection(held.powers)
    if alone and hand.mostly():
        person = _person(hand, 1)
        return person.id, held, (person, appointment(hand, 1, person.id, body))
    return body.id, held, ()


def _standing_in(hand: Hand, holder: Holder, held: Mandate) -> Way:
    """Let somebody stand in for an ordinary holder who is away or has left."""
    if isinstance(holder, Body):
        return _by_body(hand, holder, held)
    ordinary, deputy = _person(hand, 2), _person(hand, 1)
    away = appointment(hand, 2, ordinary.id, holder)
    if hand.yes(3):
        away = attrs.evolve(away, period=ended(hand))
    else:
        away = attrs.evolve(away, absences=(_absence(hand),))
    own = appointment(hand, 1, deputy.id, holder)
    own = attrs.evolve(own, standing_in_for=away.id)
    return deputy.id, held, (ordinary, deputy, away, own)


def _as_substitute(hand: Hand, holder: Holder, held: Mandate) -> Way:
    """Let the substitute of the mandate act, because nobody can act for its holder."""
    stand_in = _twin(hand, holder)
    held = attrs.evolve(held, substitutes=(HolderId(stand_in.id),))
    if isinstance(holder, Actor | Person):
        return _plainly(hand, holder, held)
    if isinstance(holder, Body):
        gone = evolved(holder, id=hand.id("gone", 1), period=ended(hand))
        held = attrs.evolve(held, granted_to=(HolderId(gone.id),))
        return stand_in.id, held, (gone, stand_in)
    person = _person(hand, 1)
    things: tuple[Thing, ...] = (person, stand_in, appointment(hand, 1, person.id, stand_in))
    if hand.yes():
        other = _person(hand, 2)
        away = attrs.evolve(appointment(hand, 2, other.id, holder), absences=(_absence(hand),))
        things = (*things, other, away)
    return person.id, held, things


def _with_another(hand: Hand, holder: Holder, held: Mandate) -> Way:
    """Grant the mandate to two of a kind: each alone, or both together where the law knows that."""
    who, held, things = _plainly(hand, holder, held)
    if isinstance(holder, Actor):
        return who, held, things
    other = _twin(hand, holder)
    both = hand.one(
        ((*held.granted_to, HolderId(other.id)), (HolderId(other.id), *held.granted_to))
    )
    # Only bodies decide together.
    able = isinstance(holder, Body) or Power.DECIDE not in held.powers
    return who, attrs.evolve(held, granted_to=both, jointly=hand.yes(3) and able), (*things, other)


def _twin(hand: Hand, holder: Holder) -> Holder:
    """Make another office like one, of the same kind."""
    return evolved(holder, id=hand.id("twin", 1))


def _person(hand: Hand, number: int) -> Person:
    return Person(id=PersonId(hand.id("person", number)))


def _absence(hand: Hand) -> Absence:
    kinds = (AbsenceKind.ABSENT, AbsenceKind.VACANT, AbsenceKind.DISQUALIFIED)
    return Absence(kind=hand.one(kinds), period=around(hand))


def appointment(hand: Hand, number: int, person: str, office: Holder) -> Appointment:
    """Draw a person's holding of an office, on the footing that belongs to it."""
    elected = isinstance(office, Body) and office.is_elected
    kind = _FOOTING.get(office.kind) if isinstance(office, Role) else None
    absences = hand.one(((), (), (Absence(kind=AbsenceKind.ABSENT, period=around(hand)),)))
    return Appointment(
        id=AppointmentId(hand.id("appointment", number)),
        person=PersonId(person),
        office=OfficeId(office.id),
        kind=AppointmentKind.ELECTED if elected else kind or AppointmentKind.EMPLOYED,
        period=around(hand),
        absences=absences,
    )
