"""Rules about handovers: what the one who leaves a role knows is handed over, and on record."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.handover import Handover
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled

__all__ = ["handover_incomplete", "handover_missing"]


class Part(Labelled):
    """What a record of a handover says."""

    FROM_PERSON = ("from_person", "vem som lämnar", "who leaves")
    TO_PERSON = ("to_person", "vem som tar över", "who takes over")
    DAY = ("day", "vilken dag det skedde", "on which day")
    CONTENT = ("content", "vad som lämnas över", "what is handed over")
    SIGNATURES = ("signatures", "att båda har skrivit under", "the signatures of both")


@rule(
    "HAN001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("handovers", "appointments", "roles"),
    of_state=True,
    sources=seed("SB-P2", "AT-07"),
    sv=Texts(
        message=(
            "Rollen {role} gick från {left} till {took} den {day}, men ingen överlämning är "
            "antecknad."
        ),
        why=(
            "Det som den förra innehavaren visste och hade påbörjat försvinner när ingen lämnar "
            "över. Då håller arbetet bara så länge samma personer är kvar."
        ),
        remedy=(
            "{left} och {took} går igenom uppdraget tillsammans. Den som utser till rollen ser "
            "till att det sker, och den som förvaltar dokumentet för in överlämningen i handovers."
        ),
    ),
    en=Texts(
        message="Role {role} went from {left} to {took} on {day}, but no handover is on record.",
        why=(
            "What the last holder knew and had begun is lost when nobody hands it over. The work "
            "then lasts only as long as the same people stay."
        ),
        remedy=(
            "{left} and {took} go through the task together. Whoever appoints to the role sees to "
            "it, and whoever keeps the document enters the handover in handovers."
        ),
    ),
)
def handover_missing(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each change of holder of a role, up to the day asked about, whether it was recorded.

    One holder follows another when their appointments stand next to each other in order of first
    day, and the later one goes on when the earlier has ended. Who stands in for somebody succeeds
    nobody; that nobody succeeds at all is another rule's question.
    """
    records = _by_office(view)
    for left, took in _changes(view, asked.day):
        held = records.get(took.office, ())
        if any((one.from_person, one.to_person) == (left.person, took.person) for one in held):
            continue
        if any(_may_be(one, left, took) for one in held):
            yield Unjudged(took.office, "handovers.from_person")
            continue
        yield Breach(
            view.place(took),
            took.office,
            role=took.office,
            left=left.person,
            took=took.person,
            day=_first(took).isoformat(),
        )


def _by_office(view: View) -> Mapping[str, list[Handover]]:
    found: dict[str, list[Handover]] = {}
    for record in view.handovers:
        found.setdefault(record.office, []).append(record)
    return found


def _may_be(record: Handover, left: Appointment, took: Appointment) -> bool:
    """Tell whether a record that lacks a person can be of a change; reads no collection."""
    return record.from_person in {None, left.person} and record.to_person in {None, took.person}


def _changes(view: View, day: dt.date) -> Iterator[tuple[Appointment, Appointment]]:
    """Give each pair of appointments to a role of which the later took over, by a day."""
    for held in _ordinary(view).values():
        for left, took in pairwise(sorted(held, key=_first)):
            if left.person != took.person and _took_over(left, took, day):
                yield left, took


def _ordinary(view: View) -> Mapping[str, list[Appointment]]:
    """Gather the ordinary appointments to each role that have a first day and say something."""
    found: dict[str, list[Appointment]] = {}
    for one in view.appointments.firsts():
        known = one.period.first_day is not None and not one.period.is_backwards
        if known and one.standing_in_for is None and view.roles.get(one.office) is not None:
            found.setdefault(one.office, []).append(one)
    return found


def _took_over(left: Appointment, took: Appointment, day: dt.date) -> bool:
    last, on = left.period.last_day, took.period.last_day
    if last is None or last >= day or _first(took) > day:
        return False
    return on is None or on > last


def _first(one: Appointment) -> dt.date:
    return one.period.first_day or dt.date.min


@rule(
    "HAN002",
    Severity.WARNING,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("handovers",),
    sources=seed("SB-P2"),
    words=(("missing", Part),),
    sv=Texts(
        message="Av överlämningen {handover} framgår inte {missing}.",
        why=(
            "Den som tar över ska kunna se vad som har lämnats över, och att båda är överens om "
            "det."
        ),
        remedy=(
            "Den som lämnar och den som tar över kompletterar anteckningen tillsammans; den som "
            "förvaltar dokumentet för in det som saknas i handovers."
        ),
    ),
    en=Texts(
        message="Handover {handover} lacks {missing}.",
        why=(
            "Whoever takes over is to see what has been handed over, and that both agree about it."
        ),
        remedy=(
            "Those who leave and take the office complete the record together; whoever keeps the "
            "document enters what is missing in handovers."
        ),
    ),
)
def handover_incomplete(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each handover between whom it was, when, of what, and whether both have signed it."""
    for record in view.handovers:
        missing = tuple(part.code for part in Part if not _says(record, part))
        if missing:
            yield Breach(view.place(record), record.id, handover=record.id, missing=missing)


def _says(record: Handover, part: Part) -> bool:
    if part is Part.CONTENT:
        return bool(record.documents or record.open_items or record.knowledge)
    if part is Part.SIGNATURES:
        return len(record.signed_by) > 0 and _signed_by_both(record)
    return getattr(record, part.code) is not None


def _signed_by_both(record: Handover) -> bool:
    """Tell whether both have signed, as far as the record says who they are."""
    both = {record.from_person, record.to_person} - {None}
    return both <= set(record.signed_by)
