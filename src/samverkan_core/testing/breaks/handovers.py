"""How rules about handovers are broken: a role changes hands and nobody writes it down."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from samverkan_core.model.appointment import Appointment
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.handover import Handover
from samverkan_core.testing.breaks.bodies import days_before, unused_id
from samverkan_core.testing.edit import Edit, a, added
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import AppointmentId, HandoverId, OfficeId
from samverkan_core.values.time import PartialDate, Period

__all__ = ["BREAKING", "NEAR_MISS"]


def _unrecorded(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a role change hands, and keep only a record of another change than that."""
    now, before = _change(draw, collab, at)
    record = _record(draw, collab, before, now)
    people = (now.person, before.person)
    turned = attrs.evolve(record, from_person=now.person, to_person=before.person)
    others = (body.id for body in collab.bodies)
    elsewhere = attrs.evolve(record, office=OfficeId(a(draw, others)), signed_by=people)
    return added(collab, before, a(draw, (turned, elsewhere)))


def _recorded(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    now, before = _change(draw, collab, at)
    return added(collab, before, _record(draw, collab, before, now))


def _change(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> tuple[Appointment, Appointment]:
    """Give who holds a role that nobody held before, and who is to have held it before."""
    now = a(draw, _first_holders(collab, at))
    first = now.period.first_day or at
    last = days_before(draw, first)
    person = a(draw, (one.id for one in collab.persons if one.id != now.person))
    before = Appointment(
        id=AppointmentId(unused_id(collab, "förordnande")),
        person=person,
        office=now.office,
        period=Period(first_day=days_before(draw, last), last_day=last),
    )
    return now, before


def _first_holders(collab: Collaboration, at: dt.date) -> list[Appointment]:
    """Give who holds a role on a day; a world hands two roles over at most and has three held."""
    handed = {record.office for record in collab.handovers}
    left = {str(role.id) for role in collab.roles} - handed
    return [
        one
        for one in collab.appointments
        if one.office in left and one.standing_in_for is None and one.period.holds_on(at)
    ]


def _record(
    draw: st.DrawFn, collab: Collaboration, before: Appointment, now: Appointment
) -> Handover:
    return Handover(
        id=HandoverId(unused_id(collab, "överlämning")),
        office=now.office,
        from_person=before.person,
        to_person=now.person,
        day=PartialDate.on(now.period.first_day or dt.date.min),
        open_items=(draw(texts()),),
        signed_by=(before.person, now.person),
    )


def _lacking(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Add a record of a handover in a body, that lacks a part or several."""
    record = _whole(draw, collab, at)
    empty = draw(st.sets(st.sampled_from(("day", "content", "signatures", "both")), min_size=1))
    if "day" in empty:
        record = attrs.evolve(record, day=None)
    if "content" in empty:
        record = attrs.evolve(record, open_items=())
    if "signatures" in empty:
        record = attrs.evolve(record, signed_by=record.signed_by[: a(draw, (0, 1))])
    if "both" in empty:
        record = attrs.evolve(record, from_person=None)
    return added(collab, record)


def _whole_in_one_way(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    record = _whole(draw, collab, at)
    known = attrs.evolve(record, open_items=(), knowledge=draw(texts()))
    papers = attrs.evolve(record, open_items=(), documents=(a(draw, collab.documents).id,))
    return added(collab, a(draw, (record, known, papers)))


def _whole(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Handover:
    now, before = _change(draw, collab, at)
    record = _record(draw, collab, before, now)
    return attrs.evolve(record, office=OfficeId(a(draw, (body.id for body in collab.bodies))))


BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "HAN001": _unrecorded,
        "HAN002": _lacking,
    }
)

NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "HAN001": _recorded,
        "HAN002": _whole_in_one_way,
    }
)
