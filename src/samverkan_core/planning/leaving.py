"""What would break if somebody left: for each person which rules, and from which day.

Who leaves on a day ends the appointments that go on, does not begin those to come, and no longer
holds what was given to the person by name. That is compared with what is said if the person stays:
an appointment that ends on that very day, as at the end of a term, then goes on.

Only rules about the collaboration are asked, not those about the form of a document, and of those
only the ones that read what a departure changes; for all others nothing can break.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache

import attrs

from samverkan_core.findings.finding import Finding, Pillar, in_order
from samverkan_core.indexing import Index, index
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Mandate
from samverkan_core.planning.offices import until
from samverkan_core.planning.terms import Identity, Said, identity, terms_of
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.values.answers import answers
from samverkan_core.values.time import Period, moved, the_day

__all__ = ["Break", "Departure", "departures", "leaving", "staying", "turning_days"]

#: The collections that a departure changes.
_CHANGED = frozenset({"appointments", "mandates"})


@attrs.frozen(kw_only=True)
class Break:
    """One thing that would break, and from when."""

    #: The first day on which it does.
    day: dt.date
    #: What would be found.
    finding: Finding


@attrs.frozen(kw_only=True)
class Departure:
    """What would break if one person left (sårbarhet vid personbyte)."""

    #: The id of the person.
    person: str
    #: What would break, in order of day.
    breaks: tuple[Break, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the rules that would break, sorted."""
        return tuple(sorted({one.finding.code for one in self.breaks}))


@answers("AT-07")
def departures(
    collab: Collaboration | Index,
    *,
    at: dt.date,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
) -> tuple[Departure, ...]:
    """Say for each person which rules would break, from which day, if the day were the last.

    The persons stand in the order of the document, those too without whom nothing breaks. A day may
    be the end of a term, when many leave: of each it is then said what that one's leaving breaks,
    the others leaving as the document has it.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        CodeTaken: One of `more_rules` has a code that is already used.
        UnknownCode: The profile names a code that no rule has, nor any of `more_rules`.
    """
    book, last = index(collab), the_day(at)
    terms = terms_of(book, moved(last, days=1), profile, more_rules)
    concerned = attrs.evolve(terms, rules=tuple(filter(_can_break, terms.rules)))

    @cache
    def as_it_is(day: dt.date) -> Said:
        return concerned.on(day).say(book)

    def said(there: Index, day: dt.date) -> Said:
        # Whoever goes on as the document has it stays without a change; that is asked once a day.
        return as_it_is(day) if there is book else concerned.on(day).say(there)

    def departure(person: str) -> Departure:
        stays, leaves = (change(book, person, last) for change in (staying, leaving))
        if stays is leaves:
            return Departure(person=person)
        days = turning_days(book, person, last)
        found = ((day, said(leaves, day).beyond(said(stays, day))) for day in days)
        return Departure(person=person, breaks=tuple(_firsts(found)))

    return tuple(departure(person.id) for person in book.shelves["persons"].firsts())


def _can_break(rule: Rule) -> bool:
    form = rule.notice.pillar is Pillar.FORMAT
    return not form and not _CHANGED.isdisjoint(rule.reads)


def _firsts(found: Iterable[tuple[dt.date, tuple[Finding, ...]]]) -> Iterator[Break]:
    """Give each finding once, on the first day that has it."""
    seen: set[Identity] = set()
    for day, findings in found:
        new = [one for one in findings if identity(one) not in seen]
        seen.update(map(identity, new))
        yield from (Break(day=day, finding=one) for one in in_order(new))


# --- to stay and to leave --------------------------------------------------------------------


def staying(book: Index, person: str, last: dt.date) -> Index:
    """Let a person go on in every office whose time ends on a day; where none does, as it is."""
    collab = book.collaboration
    if not any(one.period.last_day == last for one in _held(collab, person)):
        return book
    appointments = (_going_on(one, person, last) for one in collab.appointments)
    return index(attrs.evolve(collab, appointments=tuple(appointments)))


def leaving(book: Index, person: str, last: dt.date) -> Index:
    """Let a day be a person's last in every office; where nothing goes on, as it is."""
    collab = book.collaboration
    named = any(person in {*one.granted_to, *one.substitutes} for one in collab.mandates)
    if not named and not any(_goes_on(one.period, last) for one in _held(collab, person)):
        return book
    appointments = (_ended(one, person, last) for one in collab.appointments)
    left = tuple(one for one in appointments if one is not None)
    mandates = tuple(_without(one, person) for one in collab.mandates)
    return index(attrs.evolve(collab, appointments=left, mandates=mandates))


def _held(collab: Collaboration, person: str) -> Iterator[Appointment]:
    return (one for one in collab.appointments if one.person == person)


def _goes_on(period: Period, last: dt.date) -> bool:
    return period.last_day is None or period.last_day > last


def _going_on(one: Appointment, person: str, last: dt.date) -> Appointment:
    if one.person != person or one.period.last_day != last:
        return one
    return attrs.evolve(one, period=attrs.evolve(one.period, last_day=None))


def _ended(one: Appointment, person: str, last: dt.date) -> Appointment | None:
    """Give what is left of an appointment; None of one that would have begun later."""
    if one.person != person or not _goes_on(one.period, last):
        return one
    first = one.period.first_day
    return None if first is not None and first > last else until(one, last)


def _without(mandate: Mandate, person: str) -> Mandate:
    if person not in {*mandate.granted_to, *mandate.substitutes}:
        return mandate
    return attrs.evolve(
        mandate,
        granted_to=tuple(id_ for id_ in mandate.granted_to if id_ != person),
        substitutes=tuple(id_ for id_ in mandate.substitutes if id_ != person),
    )


# --- days ------------------------------------------------------------------------------------


def turning_days(book: Index, person: str, last: dt.date) -> tuple[dt.date, ...]:
    """Give the days on which it is asked what breaks, in order.

    The day after, and each later day on which something begins, or has ended the day before, that
    has to do with an office or a mandate of the person: an appointment to it, an absence from it,
    the office itself, a mandate that names it.
    """
    after = moved(last, days=1)
    periods = tuple(_periods(book, person))
    begins = {one.first_day for one in periods if one.first_day}
    over = {moved(one.last_day, days=1) for one in periods if one.last_day}
    return (after, *sorted(day for day in begins | over if day > after))


def _periods(book: Index, person: str) -> Iterator[Period]:
    offices = {str(one.office) for one in book.appointments_of.get(person, ())}
    for one in book.collaboration.appointments:
        if one.office in offices:
            yield one.period
            yield from (absence.period for absence in one.absences)
    for collection in ("roles", "bodies", "actors"):
        things = (book.shelves[collection].get(id_) for id_ in sorted(offices))
        yield from (one.period for one in things if one is not None and one.period is not None)
    for mandate in book.collaboration.mandates:
        if not offices.isdisjoint(mandate.granted_to) or person in mandate.granted_to:
            yield mandate.period
