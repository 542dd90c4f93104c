"""What stands beside the chain: people, bodies and mandates that may or may not matter."""

from typing import Any

import attrs

from samverkan_core.model.anatomy import COLLECTIONS, Thing
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment, AppointmentKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.mandate import Basis, BasisKind, Mandate, MandateKind, Power, Scope
from samverkan_core.model.person import Person
from samverkan_core.testing.asking.asked import Asked, Plan, around, coming, ended, evolved, moved
from samverkan_core.testing.asking.posts import post
from samverkan_core.testing.asking.subject import DIMENSIONS
from samverkan_core.testing.edit import added
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    AppointmentId,
    BodyId,
    DocumentId,
    HolderId,
    MandateId,
    OfficeId,
    PersonId,
)
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

__all__ = ["crowded", "stray_appointment", "stray_mandate", "turned"]

#: Offices that stand beside those of the chain.
_FURTHER = ("board", "steering", "committee", "employee", "head", "group")


def crowded(hand: Hand, plan: Plan) -> Plan:
    """Put more people, offices and mandates into the document, last in their collections."""
    offices = [
        post(hand, word, 20 + number) for number, word in enumerate(hand.some(_FURTHER, 0, 2))
    ]
    people = [Person(id=PersonId(hand.id("person", 20 + one))) for one in range(hand.up_to(2))]
    collab = added(plan.collab, *offices, *people)
    for number in range(hand.up_to(2)):
        collab = added(collab, stray_appointment(hand, collab, 20 + number))
    for number in range(hand.up_to(4)):
        collab = added(collab, stray_mandate(hand, collab, plan.asked, 20 + number))
    if hand.yes(6):
        collab = added(collab, _again(hand, collab))
    return plan.asking(collab=collab)


def _again(hand: Hand, collab: Collaboration) -> Thing:
    """Draw a second thing of an id: of the two the first counts."""
    name = hand.one(tuple(one for one in COLLECTIONS if getattr(collab, one)))
    thing: Thing = hand.one(getattr(collab, name))
    return evolved(thing, illustrative=True, **_otherwise(hand, thing))


def _otherwise(hand: Hand, thing: Any) -> dict[str, Any]:  # noqa: ANN401 - a thing of any class
    if hasattr(thing, "period"):
        return {"period": hand.one((around, ended))(hand)}
    return {}


def turned(hand: Hand, collab: Collaboration) -> Collaboration:
    """Let each collection begin with another of its things; two of one id may change places."""
    turns = hand.one((0, 0, 1, 2))
    things: dict[str, Any] = {
        name: held[turns % len(held) :] + held[: turns % len(held)]
        for name in COLLECTIONS
        if (held := getattr(collab, name))
    }
    return attrs.evolve(collab, **things) if turns else collab


# --- things drawn freely ---------------------------------------------------------------------


def stray_appointment(hand: Hand, collab: Collaboration, number: int) -> Appointment:
    """Draw any appointment of somebody to something."""
    people = (*(one.id for one in collab.persons), PersonId(hand.id("nobody", 1)))
    offices = (*_offices(collab), hand.id("nobody", 2))
    others = tuple(one.id for one in collab.appointments)
    return Appointment(
        id=AppointmentId(hand.id("appointment", number)),
        person=hand.one(people),
        office=OfficeId(hand.one(offices)),
        kind=hand.one(tuple(AppointmentKind)),
        period=_whenever(hand),
        **hand.perhaps(
            standing_in_for=(4, lambda: hand.one((*others, AppointmentId(hand.id("nobody", 3))))),
            absences=(3, lambda: (_any_absence(hand),)),
        ),
    )


def _any_absence(hand: Hand) -> Absence:
    return Absence(kind=hand.one(tuple(AbsenceKind)), period=_whenever(hand))


def _whenever(hand: Hand) -> Period:
    return hand.one((around, around, ended, coming))(hand)


def _offices(collab: Collaboration) -> tuple[str, ...]:
    return (
        *(one.id for one in collab.roles),
        *(one.id for one in collab.bodies),
        *(one.id for one in collab.actors),
    )


def stray_mandate(hand: Hand, collab: Collaboration, asked: Asked, number: int) -> Mandate:
    """Draw any mandate: by anybody, to anybody, deriving from any other or from itself."""
    holders = (*_offices(collab), *(one.id for one in collab.persons), hand.id("nobody", 1))
    id_ = MandateId(hand.id("mandate", number))
    parents = (*(one.id for one in collab.mandates), id_, MandateId(hand.id("mandate", 88)))
    return Mandate(
        id=id_,
        kind=hand.one(tuple(MandateKind)),
        powers=hand.one(((asked.power,), (Power.DECIDE, Power.AGREE), (Power.PROPOSE,))),
        period=_whenever(hand),
        granted_to=tuple(HolderId(one) for one in hand.some(holders, 0, 3)),
        **hand.perhaps(
            scope=(3, lambda: _any_scope(hand, collab)),
            granted_by=lambda: HolderId(hand.one(holders)),
            parent=lambda: hand.one(parents),
            basis=lambda: _any_basis(hand, collab),
            may_delegate=lambda: True,
            jointly=(4, lambda: True),
            substitutes=(4, lambda: tuple(HolderId(one) for one in hand.some(holders, 1, 2))),
            urgent_only=(6, lambda: True),
            conditions=(4, lambda: ("längst sex månader",)),
            revoked_from=(4, lambda: moved(hand.at, hand.one((1, 0, -30)))),
        ),
    )


def _any_scope(hand: Hand, collab: Collaboration) -> Scope:
    stated: dict[str, Any] = {
        dimension: (hand.one((*(one.id for one in getattr(collab, dimension)), "ingenstans")),)
        for dimension in DIMENSIONS
        if hand.yes(4)
    }
    if hand.yes(6):
        stated["ages"] = AgeBand(from_age=hand.up_to(20), to_age=hand.up_to(20))
    return Scope(**stated)


def _any_basis(hand: Hand, collab: Collaboration) -> Basis:
    documents = (*(one.id for one in collab.documents), DocumentId(hand.id("rules", 88)))
    bodies = (*(one.id for one in collab.bodies), BodyId(hand.id("nobody", 1)))
    law = Source(kind=SourceKind.LAW, ref="2 kap. 9 §", title="skollagen (2010:800)")
    return Basis(
        kind=hand.one(tuple(BasisKind)),
        **hand.perhaps(
            document=lambda: hand.one(documents),
            resolution=lambda: Resolution(body=hand.one(bodies)),
            provision=lambda: law,
        ),
    )
