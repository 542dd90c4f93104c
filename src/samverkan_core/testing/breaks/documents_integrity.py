"""How the rules about a document's own integrity are broken: ids, references, time, texts.

What is changed is of no weight to any other rule: where somebody works, what something was called
before, a matter or a routine more.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import assume
from hypothesis import strategies as st

from samverkan_core.findings.pointer import pointer
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.common import DatedName, Identifier, IdentifierSystem
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import Matter
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleFunction, RoleKind
from samverkan_core.testing.breaks.bodies import days_after, days_before, unused_id
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    AppointmentId,
    BodyId,
    DocumentId,
    MatterId,
    OfficeId,
    PersonId,
    RoleId,
)
from samverkan_core.values.kept import Json, JsonArray, JsonObject
from samverkan_core.values.time import Period

__all__ = ["BREAKING", "NEAR_MISS"]

#: Official test numbers of persons, never given to anyone.
_TEST_NUMBERS = (
    "20230123-2399",
    "20220422-2380",
    "20200101-2398",
    "20140519-2392",
    "20080475-2384",
)
#: References that carry nothing else: collection, member, and the collection that it points into.
_LIGHT = (
    ("persons", "workplace", "actors"),
    ("focus_areas", "target_group", "target_groups"),
    ("actors", "succeeds", "actors"),
    ("roles", "succeeds", "roles"),
    ("bodies", "succeeds", "bodies"),
    ("documents", "derives_from", "documents"),
)


# --- references --------------------------------------------------------------------------------


def _ids(collab: Collaboration, *collections: str) -> tuple[str, ...]:
    return tuple(thing.id for name in collections for thing in getattr(collab, name))


def _referring(
    draw: st.DrawFn, collab: Collaboration, light: tuple[str, str, str], target: str
) -> Collaboration:
    """Let some thing of a collection refer to an id, beside what it may refer to already."""
    collection, member, _ = light
    thing = a(draw, getattr(collab, collection))
    named = getattr(thing, member)
    value = (*named, target) if isinstance(named, tuple) else target
    return replaced(collab, thing, attrs.evolve(thing, **{member: value}))


def _nothing_has_the_id(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    light = a(draw, _LIGHT)
    stem = a(draw, (*_ids(collab, light[2]), "okänd"))
    return _referring(draw, collab, light, unused_id(collab, stem))


def _the_last_has_the_id(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    light = a(draw, _LIGHT[:2])
    return _referring(draw, collab, light, _ids(collab, light[2])[-1])


def _id_used_twice(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    if draw(st.booleans()):
        return added(collab, Person(id=PersonId(a(draw, _ids(collab, "persons")))))
    taken = a(draw, _ids(collab, *COLLECTIONS))
    return added(collab, Matter(id=MatterId(taken), name=draw(texts())))


def _ids_nearly_alike(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    ids = _ids(collab, *COLLECTIONS)
    id_ = a(draw, ids)
    other = a(draw, (id_.swapcase(), f"{id_} ", f"{id_}\u00ad"))
    assume(other not in ids)
    return added(collab, Matter(id=MatterId(other), name=draw(texts())))


def _of_another_kind(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    light = a(draw, _LIGHT)
    elsewhere = _ids(collab, *(name for name in COLLECTIONS if name != light[2]))
    return _referring(draw, collab, light, a(draw, elsewhere))


def _of_one_of_several_kinds(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    office = OfficeId(a(draw, _ids(collab, "roles", "bodies", "actors")))
    term = Period(first_day=at)
    return added(collab, _appointment(draw, collab, office, term))


def _appointment(
    draw: st.DrawFn, collab: Collaboration, office: OfficeId, period: Period
) -> Appointment:
    return Appointment(
        id=AppointmentId(unused_id(collab, "förordnande")),
        person=PersonId(a(draw, _ids(collab, "persons"))),
        office=office,
        period=period,
    )


def _setting_aside(
    draw: st.DrawFn, collab: Collaboration, collection: str, id_: str
) -> Collaboration:
    position = draw(st.integers(0, len(getattr(collab, collection))))
    value = JsonObject((("id", id_), ("name", draw(texts()))))
    aside = SetAside(pointer=pointer(collection, position), value=value)
    return attrs.evolve(collab, set_aside=(*collab.set_aside, aside))


def _leads_to_what_was_set_aside(
    draw: st.DrawFn, collab: Collaboration, _: dt.date
) -> Collaboration:
    light = a(draw, _LIGHT)
    id_ = unused_id(collab, "oläslig")
    return _setting_aside(draw, _referring(draw, collab, light, id_), light[2], id_)


def _nobody_names_what_was_set_aside(
    draw: st.DrawFn, collab: Collaboration, _: dt.date
) -> Collaboration:
    return _setting_aside(draw, collab, a(draw, COLLECTIONS), unused_id(collab, "oläslig"))


def _ring(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    if draw(st.booleans()):
        first, *others = _matters_in_a_row(draw, collab)
        closing = attrs.evolve(first, part_of=(first, *others)[-1].id)
        return added(collab, closing, *others)
    collection, member, _into = a(draw, _LIGHT[2:])
    things = draw(st.permutations(getattr(collab, collection)))[: draw(st.integers(1, 3))]
    for thing, after in pairwise([*things, things[0]]):
        named = (*getattr(thing, member), after.id)
        collab = replaced(collab, thing, attrs.evolve(thing, **{member: named}))
    return collab


def _long_chain(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    row = _matters_in_a_row(draw, collab)
    beside = MatterId(unused_id(added(collab, *row), "ärende"))
    also = attrs.evolve(row[0], id=beside, part_of=a(draw, row).id)
    return added(collab, *draw(st.permutations((*row, also))))


def _matters_in_a_row(draw: st.DrawFn, collab: Collaboration) -> tuple[Matter, ...]:
    """Make some matters, each after the first part of the one before it."""
    row: tuple[Matter, ...] = ()
    for _ in range(draw(st.integers(1, 4))):
        id_ = MatterId(unused_id(added(collab, *row), "ärende"))
        above = row[-1].id if row else None
        row = (*row, Matter(id=id_, name=draw(texts()), part_of=above))
    return row


# --- time and ages -----------------------------------------------------------------------------


def _routine(draw: st.DrawFn, collab: Collaboration, period: Period | None) -> GoverningDocument:
    return GoverningDocument(
        id=DocumentId(unused_id(collab, "rutin")),
        name=draw(texts()),
        kind=DocumentKind.ROUTINE,
        period=period,
    )


def _with_period(draw: st.DrawFn, collab: Collaboration, period: Period) -> Collaboration:
    """Let a new routine, or an earlier name of something, have a period."""
    if draw(st.booleans()):
        return added(collab, _routine(draw, collab, period))
    thing: Any = a(draw, (*collab.actors, *collab.roles, *collab.bodies))
    earlier = DatedName(name=draw(texts()), period=period)
    return replaced(collab, thing, attrs.evolve(thing, names=(*thing.names, earlier)))


def _ends_before_it_starts(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _with_period(draw, collab, Period(first_day=at, last_day=days_before(draw, at)))


def _ends_on_its_first_day(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _with_period(draw, collab, Period(first_day=at, last_day=at))


def _term_without_first_day(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    roots = (mandate for mandate in collab.mandates if mandate.parent is None)
    thing: Any = a(draw, (*collab.appointments, *roots))
    period = attrs.evolve(thing.period, first_day=None)
    return replaced(collab, thing, attrs.evolve(thing, period=period))


def _routine_without_first_day(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    last_day = draw(st.none() | st.just(days_after(draw, at)))
    return added(collab, _routine(draw, collab, Period(last_day=last_day)))


def _with_ages(
    draw: st.DrawFn, collab: Collaboration, band: Callable[[int, int], AgeBand]
) -> Collaboration:
    """Put in a group that is there for ages within those of a target group."""
    spans = [group.ages for group in collab.target_groups if group.ages is not None]
    wide = [ages for ages in spans if len(ages.ages()) > 1]
    assume(wide)
    ages = a(draw, wide)
    low = draw(st.integers(ages.from_age, ages.to_age - 1))
    high = draw(st.integers(low + 1, ages.to_age))
    group = attrs.evolve(_group(draw, collab, BodyKind.KEY_GROUP), ages=band(low, high))
    return added(collab, group)


def _group(draw: st.DrawFn, collab: Collaboration, kind: BodyKind) -> Body:
    return Body(
        id=BodyId(unused_id(collab, "grupp")),
        name=draw(texts()),
        kind=kind,
        actor=a(draw, collab.actors).id,
    )


def _ages_backwards(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return _with_ages(draw, collab, lambda low, high: AgeBand(from_age=high, to_age=low))


def _one_age(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return _with_ages(draw, collab, lambda low, _: AgeBand(from_age=low, to_age=low))


# --- texts -------------------------------------------------------------------------------------


def _with_code_other(draw: st.DrawFn, collab: Collaboration, word: str | None) -> Collaboration:
    """Put in something whose code is `other`, with or without the municipality's own word."""
    role = Role(
        id=RoleId(unused_id(collab, "roll")),
        name=draw(texts()),
        kind=RoleKind.EMPLOYEE,
        function=RoleFunction.OTHER,
        function_name=word,
    )
    document = attrs.evolve(_routine(draw, collab, None), kind=DocumentKind.OTHER, kind_name=word)
    body = attrs.evolve(_group(draw, collab, BodyKind.OTHER), kind_name=word)
    actor = a(draw, collab.actors)
    number = Identifier(system=IdentifierSystem.OTHER, system_name=word, value=draw(texts()))
    known = attrs.evolve(actor, identifiers=(*actor.identifiers, number))
    return a(
        draw,
        (
            added(collab, role),
            added(collab, document),
            added(collab, body),
            replaced(collab, actor, known),
        ),
    )


def _own_word_missing(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return _with_code_other(draw, collab, None)


def _own_word_there(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return _with_code_other(draw, collab, draw(texts()))


def _writing(draw: st.DrawFn, collab: Collaboration, text: str) -> Collaboration:
    """Write a text somewhere: in a name, in an id, in a kept member or as the name of one."""
    person = a(draw, collab.persons)
    deep = JsonArray((None, JsonObject((("anteckning", text),))))
    members: tuple[tuple[str, Json], ...] = (
        ("x-barn", text),
        ("x-barn", deep),
        (f"x-{text}", True),
    )
    kept = JsonObject((a(draw, members),))
    matter = Matter(id=MatterId(text), name=draw(texts()))
    return a(
        draw,
        (
            replaced(collab, person, attrs.evolve(person, name=text)),
            replaced(collab, person, attrs.evolve(person, kept=kept)),
            attrs.evolve(collab, kept=kept),
            added(collab, matter),
        ),
    )


def _number_of_a_person(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    number = a(draw, _TEST_NUMBERS)
    written = a(draw, (number, number.replace("-", ""), f"barn {number}, åk 3", number[2:]))
    return _writing(draw, collab, written)


def _nearly_the_number_of_a_person(
    draw: st.DrawFn, collab: Collaboration, _: dt.date
) -> Collaboration:
    number = a(draw, _TEST_NUMBERS)
    other = a(draw, [digit for digit in "0123456789" if digit != number[-1]])
    near = (f"{number[:-1]}{other}", f"{number}7", f"{number[:-4]}****", "212000-0415")
    return _writing(draw, collab, a(draw, near))


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "REF001": _nothing_has_the_id,
        "REF002": _id_used_twice,
        "REF003": _of_another_kind,
        "REF004": _leads_to_what_was_set_aside,
        "REF005": _ring,
        "TIM001": _ends_before_it_starts,
        "TIM002": _term_without_first_day,
        "KND001": _own_word_missing,
        "AGE001": _ages_backwards,
        "PRI001": _number_of_a_person,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "REF001": _the_last_has_the_id,
        "REF002": _ids_nearly_alike,
        "REF003": _of_one_of_several_kinds,
        "REF004": _nobody_names_what_was_set_aside,
        "REF005": _long_chain,
        "TIM001": _ends_on_its_first_day,
        "TIM002": _routine_without_first_day,
        "KND001": _own_word_there,
        "AGE001": _one_age,
        "PRI001": _nearly_the_number_of_a_person,
    }
)
