"""What a lawful collaboration does over time: it hands offices over, and takes steps itself."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from samverkan_core.model.appointment import Appointment
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.handover import Handover
from samverkan_core.testing.lawful.areas import journey
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import AppointmentId, DocumentId, HandoverId, PersonId
from samverkan_core.values.time import PartialDate, Period

__all__ = ["handovers", "own_journey", "recorded"]

_A_DAY = dt.timedelta(days=1)
_OPEN_ITEMS = (
    "Kalla till höstens arbetsgrupper.",
    "Svara BUP om gemensamma tider.",
    "Följa upp enkäten till föräldrarna.",
)
_KNOWLEDGE = (
    "Rektorerna nås bäst före åtta.",
    "Föreningarna vill bli tillfrågade i god tid.",
    "Det förra försöket stannade när ingen hade tid avsatt.",
)


def handovers(hand: Hand, collab: Collaboration) -> Mapping[str, Any]:
    """Draw who held a role before somebody who holds it now, and the record of the handover."""
    followed = list(_changes(hand, collab))
    return {
        "appointments": (*collab.appointments, *(before for before, _ in followed)),
        "handovers": (*collab.handovers, *(record for _, record in followed)),
    }


def own_journey(hand: Hand, _: Collaboration) -> Mapping[str, Any]:
    """Draw the steps that the collaboration itself has taken."""
    return {"journey": tuple(journey(hand, hand.before(hand.at), hand.at))}


def _changes(hand: Hand, collab: Collaboration) -> Iterator[tuple[Appointment, Handover]]:
    documents = tuple(document.id for document in collab.documents)
    people = tuple(person.id for person in collab.persons)
    for number, now in enumerate(hand.some(_ordinary(collab), 1, 2), 1):
        others = [id_ for id_ in people if id_ != now.person]
        before = _before(hand, number, now, hand.one(others))
        yield before, recorded(hand, number, before, now, documents)


def _ordinary(collab: Collaboration) -> Iterator[Appointment]:
    """Give the appointments to roles that somebody can have had before; in a world, one a role."""
    roles = {str(role.id) for role in collab.roles}
    for one in collab.appointments:
        if one.office in roles and one.standing_in_for is None:
            yield one


def _before(hand: Hand, number: int, now: Appointment, person: PersonId) -> Appointment:
    """Draw who held an office until the day before, or somewhat earlier."""
    first = now.period.first_day or hand.at
    last = hand.day(first - 40 * _A_DAY, first - _A_DAY)
    return Appointment(
        id=AppointmentId(hand.id("tidigare förordnande", number)),
        person=person,
        office=now.office,
        kind=now.kind,
        period=Period(first_day=hand.before(last), last_day=last),
        **hand.perhaps(**hand.beside(8)),
    )


def recorded(
    hand: Hand,
    number: int,
    before: Appointment,
    now: Appointment,
    documents: tuple[DocumentId, ...] = (),
) -> Handover:
    """Draw the record of a handover from one holder to the next, whole and signed by both."""
    parts: dict[str, Any] = {"knowledge": lambda: hand.text(_KNOWLEDGE)}
    if documents:
        parts["documents"] = lambda: tuple(hand.some(documents, 1, 2))
    return Handover(
        id=HandoverId(hand.id("överlämning", number)),
        office=now.office,
        from_person=before.person,
        to_person=now.person,
        day=_day(hand, before, now),
        open_items=hand.texts(_OPEN_ITEMS),
        signed_by=(before.person, now.person),
        **hand.perhaps(**parts, **hand.beside(2)),
    )


def _day(hand: Hand, before: Appointment, now: Appointment) -> PartialDate:
    first, last = now.period.first_day or hand.at, before.period.last_day or hand.at
    return hand.within(min(first, last), max(first, last))
