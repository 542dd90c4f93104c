"""Operations on offices: appoint somebody, end an appointment, hand an office over.

Each gives a new collaboration, or refuses with the findings that would arise on the first day on
which it shows. What a caller gets wrong, such as an id that is not there, is misuse and raised.
"""

import datetime as dt
from collections.abc import Iterable

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.indexing import index
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.handover import Handover
from samverkan_core.planning.changes import added, with_thing
from samverkan_core.planning.outcome import Outcome, judged_change
from samverkan_core.planning.terms import terms_of
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.values.answers import answers
from samverkan_core.values.time import moved, the_day

__all__ = ["appoint", "end_appointment", "hand_over", "until"]


def appoint(
    collab: Collaboration,
    appointment: Appointment,
    *,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
) -> Outcome:
    """Appoint somebody to an office (förordna), and judge that on the first day in it."""
    book = index(collab)
    terms = terms_of(book, appointment.period.first_day, profile, more_rules)
    return judged_change(book, index(added(collab, appointment)), terms)


def end_appointment(
    collab: Collaboration,
    appointment: str,
    *,
    last_day: dt.date,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
) -> Outcome:
    """End an appointment (entlediga), and judge what is then vacant on the day after.

    Raises:
        InvalidValue: The appointment ends on that day or before as it is.
        UnknownId: The document has no such appointment.
        NotADay: `last_day` is no day but, say, a datetime.
    """
    book, last = index(collab), the_day(last_day)
    held: Appointment = book.shelves["appointments"].the(appointment)
    if _ends_by(held, last):
        raise InvalidValue(f"{appointment!r} ends on {held.period.last_day}: it is ended once")
    after = index(with_thing(collab, held, lambda one: until(one, last)))
    return judged_change(book, after, terms_of(book, moved(last, days=1), profile, more_rules))


@answers("SB-P2")
def hand_over(
    collab: Collaboration,
    appointment: str,
    *,
    successor: Appointment,
    record: Handover,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
) -> Outcome:
    """Hand an office over (lämna över): one appointment ends, another begins, with its record.

    The one ends on the day before the other begins, where it has not ended by then, and what comes
    of it is judged on the successor's first day.

    Raises:
        InvalidValue: The successor has no first day.
        UnknownId: The document has no such appointment.
    """
    book = index(collab)
    held: Appointment = book.shelves["appointments"].the(appointment)
    first = successor.period.first_day
    if first is None:
        raise InvalidValue("`successor` needs a first day: the other holder leaves the day before")
    last = moved(first, days=-1)
    left = with_thing(collab, held, lambda one: one if _ends_by(one, last) else until(one, last))
    after = index(added(left, successor, record))
    return judged_change(book, after, terms_of(book, first, profile, more_rules))


def until(appointment: Appointment, last_day: dt.date) -> Appointment:
    """Let an appointment end on a day."""
    return attrs.evolve(appointment, period=attrs.evolve(appointment.period, last_day=last_day))


def _ends_by(appointment: Appointment, last_day: dt.date) -> bool:
    last = appointment.period.last_day
    return last is not None and last <= last_day
