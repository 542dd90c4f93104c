"""How somebody comes to hold a mandate: as a body, by an appointment, in person, as substitute."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import attrs

from samverkan_core.authority.question import Question, Refusal, RefusalCode
from samverkan_core.indexing import Index
from samverkan_core.model.actor import Actor
from samverkan_core.model.appointment import AbsenceKind, Appointment
from samverkan_core.model.body import Body
from samverkan_core.model.mandate import Mandate, Power
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role
from samverkan_core.values.time import in_force

__all__ = [
    "Holder",
    "Seat",
    "Way",
    "all_named",
    "holders",
    "known",
    "out_of_office",
    "seats",
    "way_of",
    "ways",
]

#: What can hold a mandate.
Holder = Role | Body | Actor | Person

#: What only a body as a whole can do, be it elected or not.
_JOINT_POWERS = frozenset({Power.DECIDE, Power.AGREE})


@attrs.frozen(kw_only=True)
class Seat:
    """What somebody is or serves as, so that a mandate may name them by it (befattning)."""

    #: The id by which a mandate would name them: their own, or that of an office.
    holder: str
    #: The appointment by which they serve; None where they are named themselves.
    appointment: Appointment | None = None
    #: What keeps them from acting by it.
    breaks: tuple[Refusal, ...] = ()


@attrs.frozen(kw_only=True)
class Way:
    """One way in which somebody may come to hold a mandate, and what stands in the way."""

    #: The mandate.
    mandate: Mandate
    #: The id by which the mandate names its holder.
    holder: str
    #: The appointment by which a person holds it; None for a body or a person named in person.
    appointment: Appointment | None = None
    #: Whether the holder is one of the substitutes.
    substituting: bool = False
    #: What stands in the way.
    breaks: tuple[Refusal, ...] = ()


def known(book: Index, id_: str | None) -> Holder | None:
    """Give what an id of a holder stands for; None where the document has no such thing."""
    for collection in ("roles", "bodies", "actors", "persons"):
        thing: Holder | None = book.shelves[collection].get(id_)
        if thing is not None:
            return thing
    return None


def holders(book: Index, mandate: Mandate) -> tuple[Holder, ...]:
    """Give the holders of a mandate that stand in the document."""
    return _known(book, mandate.granted_to)


def all_named(book: Index, mandate: Mandate) -> tuple[Holder, ...]:
    """Give the holders and the substitutes of a mandate that stand in the document."""
    return _known(book, (*mandate.granted_to, *mandate.substitutes))


def _known(book: Index, ids: Iterable[str]) -> tuple[Holder, ...]:
    found = (known(book, id_) for id_ in dict.fromkeys(ids))
    return tuple(thing for thing in found if thing is not None)


def ways(book: Index, question: Question) -> Iterator[Way]:
    """Give every way in which somebody may come to hold any mandate."""
    for seat in seats(book, question):
        for mandate in book.mandates_of[seat.holder]:
            yield way_of(book, seat, mandate, question.at)


def seats(book: Index, question: Question) -> Iterator[Seat]:
    """Give all that somebody is or serves as, to which any mandate is granted."""
    who = question.who
    person = book.shelves["persons"].get(who)
    body = book.shelves["bodies"].get(who)
    if who in book.mandates_of and (person is not None or body is not None):
        gone = body is not None and not in_force(body.period, question.at)
        yield Seat(holder=who, breaks=(_refusal(RefusalCode.NOT_APPOINTED, who),) if gone else ())
    if person is None:
        return
    for appointment in book.appointments_of.get(who, ()):
        office = appointment.office
        if office in book.mandates_of and _office(book, appointment) is not None:
            breaks = tuple(_hindrances(book, question, appointment))
            yield Seat(holder=office, appointment=appointment, breaks=breaks)


def way_of(book: Index, seat: Seat, mandate: Mandate, day: dt.date) -> Way:
    """Say how somebody holds a mandate by a seat, and what stands in the way of it."""
    breaks, substituting = seat.breaks, seat.holder not in mandate.granted_to
    if substituting and not _may_step_in(book, mandate, seat.holder, day):
        breaks = (*breaks, _refusal(RefusalCode.ORDINARY_IN_SERVICE, mandate.id))
    return Way(
        mandate=mandate,
        holder=seat.holder,
        appointment=seat.appointment,
        substituting=substituting,
        breaks=breaks,
    )


def _office(book: Index, appointment: Appointment) -> Role | Body | Actor | None:
    office = known(book, appointment.office)
    return None if isinstance(office, Person) else office


# --- appointments ----------------------------------------------------------------------------


def _hindrances(book: Index, question: Question, appointment: Appointment) -> Iterator[Refusal]:
    """Say what keeps a person from acting by an appointment."""
    yield from (
        _refusal(code, appointment.id) for code in out_of_office(book, appointment, question.at)
    )
    office = known(book, appointment.office)
    if isinstance(office, Body) and (office.is_elected or question.power in _JOINT_POWERS):
        yield _refusal(RefusalCode.BODY_DECIDES, office.id)


def out_of_office(book: Index, appointment: Appointment, day: dt.date) -> Iterator[RefusalCode]:
    """Say why a person does not serve in an office; whoever is away still holds it."""
    period = appointment.period
    if not period.holds_on(day):
        coming = period.is_to_come_on(day)
        yield RefusalCode.APPOINTMENT_NOT_YET if coming else RefusalCode.APPOINTMENT_ENDED
    kinds = {absence.kind for absence in appointment.absences if absence.period.holds_on(day)}
    office = _office(book, appointment)
    if AbsenceKind.VACANT in kinds or office is None or not in_force(office.period, day):
        yield RefusalCode.NOT_APPOINTED
    if AbsenceKind.DISQUALIFIED in kinds:
        yield RefusalCode.DISQUALIFIED
    if not _ordinary_is_out(book, appointment, day):
        yield RefusalCode.ORDINARY_IN_SERVICE


def _ordinary_is_out(book: Index, appointment: Appointment, day: dt.date) -> bool:
    """Tell whether the appointment that this one stands in for, if any, leaves room for it."""
    if appointment.standing_in_for is None:
        return True
    ordinary: Appointment | None = book.shelves["appointments"].get(appointment.standing_in_for)
    return ordinary is not None and (_is_absent(ordinary, day) or not ordinary.period.holds_on(day))


def _is_absent(appointment: Appointment, day: dt.date) -> bool:
    return any(absence.period.holds_on(day) for absence in appointment.absences)


# --- substitutes -----------------------------------------------------------------------------


def _may_step_in(book: Index, mandate: Mandate, substitute: str, day: dt.date) -> bool:
    """Tell whether every holder, and every substitute named before, is out of service."""
    before = mandate.substitutes[: mandate.substitutes.index(substitute)]
    return all(_is_out(book, id_, day) for id_ in (*mandate.granted_to, *before))


def _is_out(book: Index, id_: str, day: dt.date) -> bool:
    """Tell whether nobody can act for a holder; one that the document lacks is out."""
    holder = known(book, id_)
    if holder is None:
        return True
    if isinstance(holder, Person):
        return _is_away(book.appointments_of.get(id_, ()), day)
    if isinstance(holder, Body):
        return not in_force(holder.period, day)
    return not any(_serves(book, held, day) for held in book.appointments_to.get(id_, ()))


def _is_away(appointments: Sequence[Appointment], day: dt.date) -> bool:
    """Tell whether somebody is recorded as absent and serves in no other office meanwhile."""
    absent = [_is_absent(held, day) for held in appointments]
    return any(absent) and not any(
        held.period.holds_on(day) and not away
        for held, away in zip(appointments, absent, strict=True)
    )


def _serves(book: Index, appointment: Appointment, day: dt.date) -> bool:
    hindered: Iterable[RefusalCode] = out_of_office(book, appointment, day)
    return not _is_absent(appointment, day) and not any(hindered)


def _refusal(code: RefusalCode, about: str) -> Refusal:
    return Refusal(code=code, about=about)
