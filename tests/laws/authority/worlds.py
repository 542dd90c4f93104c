"""Worlds to judge: such as are drawn, and each of them once more with one thing changed.

A mandate is changed without a thought for what that does, so that every member of it decides some
questions that were answered with yes. Every other time somebody else is asked about instead: a
member of the body, a substitute of one who is in service, or the council.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import HealthCheck, Phase, given, seed, settings

from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import BodyKind
from samverkan_core.model.mandate import Mandate, Power, Scope
from samverkan_core.model.person import Person
from samverkan_core.testing.authority import Asked, questions
from samverkan_core.values.ids import ActorId, AppointmentId, OfficeId, PersonId
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

#: Nothing is shrunk here: the worlds are collected, and judged afterwards.
DRAWING = settings(
    derandomize=False,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
RESERVED = Source(kind=SourceKind.LAW, ref="5 kap. 1 §", title="kommunallagen (2017:725)")
ELSEWHERE = Scope(actors=(ActorId("elsewhere"),))


def worlds(count: int, chunk: int) -> list[Asked]:
    """Draw worlds, half of them varied; the same ones each time that a chunk is asked for."""
    drawn: list[Asked] = []

    @seed(chunk)
    @settings(DRAWING, max_examples=count // 2)
    @given(questions())
    def collect(asked: Asked) -> None:
        drawn.append(asked)

    collect()
    return [one for number, asked in enumerate(drawn) for one in (asked, varied(asked, number))]


def varied(asked: Asked, number: int) -> Asked:
    """Change one thing; which, a number says."""
    step, kind = divmod(number, 4)
    if kind % 2:
        return with_another_mandate(asked, 2 * step + kind // 2)
    if kind:
        return by_the_council(asked, step)
    if any(body.id == asked.who for body in asked.collab.bodies):
        return by_a_member(asked)
    return by_a_substitute(asked)


def with_another_mandate(asked: Asked, number: int) -> Asked:
    held = list(asked.collab.mandates)
    if held:
        step, position = divmod(number, len(held))
        members = list(changes(held[position], asked.at))
        held[position] = attrs.evolve(held[position], **members[step % len(members)])
    return attrs.evolve(asked, collab=attrs.evolve(asked.collab, mandates=tuple(held)))


def by_the_council(asked: Asked, number: int) -> Asked:
    """Ask whether a council decides, of a matter that the law reserves for it, or of no such one.

    The provision stands in what is asked about, in the group that it is part of, or nowhere.
    """
    councils = [body for body in asked.collab.bodies if body.kind is BodyKind.COUNCIL]
    if not councils or not asked.collab.matters:
        return asked
    one = asked.collab.matters[number % len(asked.collab.matters)]
    within = (one.id, one.part_of, None)[number % 3]
    matters = tuple(
        attrs.evolve(matter, provision=RESERVED) if matter.id == within else matter
        for matter in asked.collab.matters
    )
    return attrs.evolve(
        asked,
        collab=attrs.evolve(asked.collab, matters=matters),
        who=councils[0].id,
        power=Power.DECIDE,
        on=one.id,
    )


def by_a_member(asked: Asked) -> Asked:
    """Ask the same of somebody who sits in the body that was asked about."""
    return with_people(asked, asked.collab.appointments, asked.who, "member")


def by_a_substitute(asked: Asked) -> Asked:
    """Let the one who was asked about stand in for somebody who is in service in that office."""
    theirs = [one for one in asked.collab.appointments if one.person == asked.who]
    if not theirs:
        return asked
    standing = tuple(
        attrs.evolve(one, standing_in_for=AppointmentId("seat")) if one is theirs[0] else one
        for one in asked.collab.appointments
    )
    return attrs.evolve(with_people(asked, standing, theirs[0].office, "ordinary"), who=asked.who)


def with_people(asked: Asked, held: tuple[Appointment, ...], office: str, who: str) -> Asked:
    """Add a person who holds an office for ever, and ask about that person."""
    person = PersonId(who)
    seat = Appointment(
        id=AppointmentId("seat"), person=person, office=OfficeId(office), period=Period()
    )
    collab = attrs.evolve(
        asked.collab,
        persons=(*asked.collab.persons, Person(id=person)),
        appointments=(*held, seat),
    )
    return attrs.evolve(asked, collab=collab, who=who)


def changes(mandate: Mandate, day: dt.date) -> Iterator[dict[str, Any]]:
    yield {"may_delegate": not mandate.may_delegate}
    yield {"period": Period(first_day=day, last_day=day)}
    yield {"period": Period(last_day=dt.date.min)}
    yield {"revoked_from": day}
    yield {"scope": ELSEWHERE}
    yield {"basis": None}
    yield {"powers": (Power.FOLLOW_UP,)}
    yield {"parent": None}
    yield {"granted_to": mandate.substitutes, "substitutes": mandate.granted_to}
    yield {"substitutes": (*mandate.granted_to, *mandate.substitutes)}
    yield {"jointly": not mandate.jointly}
    yield {"urgent_only": not mandate.urgent_only}
