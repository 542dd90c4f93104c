"""A question asked again after one change to the document: what laws about authority speak of.

Where two things have one id the first counts, so that taking away the first alone would put the
other in its place: things of one id are always taken away together.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from samverkan_core.model.anatomy import COLLECTION_OF, COLLECTIONS, Thing, references
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import Mandate, Scope
from samverkan_core.testing.asking.asked import Asked, coming, ended, moved
from samverkan_core.testing.asking.beside import stray_appointment, stray_mandate
from samverkan_core.testing.asking.subject import DIMENSIONS
from samverkan_core.testing.edit import added, replaced, without
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import AppointmentId, DocumentId, MandateId
from samverkan_core.values.shape import members
from samverkan_core.values.time import Period

__all__ = [
    "narrowed",
    "renamed",
    "reordered",
    "ringed",
    "with_idle_fact",
    "with_mandate",
    "without_idle_fact",
    "without_mandate",
]

T = TypeVar("T")

#: Nothing that is drawn has such an id.
_NEW = "ny post"


@st.composite
def with_mandate(draw: st.DrawFn, asked: Asked) -> Asked:
    """Add a mandate of a new id, anywhere among the others."""
    hand = Hand(draw, asked.at)
    mandate = attrs.evolve(stray_mandate(hand, asked.collab, asked, 1), id=MandateId(_NEW))
    held = list(asked.collab.mandates)
    held.insert(hand.up_to(len(held)), mandate)
    return _in(asked, attrs.evolve(asked.collab, mandates=tuple(held)))


@st.composite
def without_mandate(draw: st.DrawFn, asked: Asked) -> Asked:
    """Take a mandate away, where there is one."""
    return _taken(Hand(draw, asked.at), asked, asked.collab.mandates)


def _taken(hand: Hand, asked: Asked, things: Sequence[Any]) -> Asked:
    """Take one of several things away, and all others of its id."""
    if not things:
        return asked
    gone = hand.one(things)
    collection = getattr(asked.collab, _collection(gone))
    return _in(asked, without(asked.collab, *(one for one in collection if one.id == gone.id)))


def _in(asked: Asked, collab: Collaboration) -> Asked:
    return attrs.evolve(asked, collab=collab)


def _collection(thing: Thing) -> str:
    return COLLECTION_OF[type(thing)]


# --- narrower --------------------------------------------------------------------------------


@st.composite
def narrowed(draw: st.DrawFn, asked: Asked) -> Asked:
    """Narrow the scope, the powers or the period of a mandate, where there is one."""
    if not asked.collab.mandates:
        return asked
    hand = Hand(draw, asked.at)
    mandate = hand.one(asked.collab.mandates)
    narrow = hand.one((_in_scope, _in_power, _in_time))(hand, mandate)
    return _in(asked, replaced(asked.collab, mandate, narrow))


def _in_power(hand: Hand, mandate: Mandate) -> Mandate:
    return attrs.evolve(mandate, powers=tuple(hand.some(mandate.powers, 1, len(mandate.powers))))


def _in_time(hand: Hand, mandate: Mandate) -> Mandate:
    """Let it begin later, end sooner or be revoked sooner."""
    first, last = mandate.period.first_day, mandate.period.last_day
    near = moved(hand.at, hand.one((0, 1, -1, 30)))
    begins = Period(first_day=near if first is None else max(first, near), last_day=last)
    ends = Period(first_day=first, last_day=near if last is None else min(last, near))
    revoked = near if mandate.revoked_from is None else min(mandate.revoked_from, near)
    changed: dict[str, Any] = hand.one(
        ({"period": begins}, {"period": ends}, {"revoked_from": revoked})
    )
    return attrs.evolve(mandate, **changed)


def _in_scope(hand: Hand, mandate: Mandate) -> Mandate:
    """Close an open dimension, or leave less of a closed one."""
    scope = mandate.scope or Scope()
    dimension = hand.one((*DIMENSIONS, "ages"))
    if dimension == "ages":
        less: Any = _fewer_ages(hand, scope.ages)
    else:
        ids = getattr(scope, dimension) or (hand.id("matter", 1), hand.id("area", 1), "ingenstans")
        less = tuple(hand.some(ids, 1, len(ids)))
    return attrs.evolve(mandate, scope=attrs.evolve(scope, **{dimension: less}))


def _fewer_ages(hand: Hand, ages: AgeBand | None) -> AgeBand:
    if ages is None:
        return AgeBand(from_age=hand.up_to(18), to_age=hand.up_to(18))
    first, last = ages.from_age, ages.to_age
    return AgeBand(from_age=min(first + hand.up_to(1), 130), to_age=max(last - hand.up_to(1), 0))


# --- what does not hold on the day -----------------------------------------------------------


@st.composite
def with_idle_fact(draw: st.DrawFn, asked: Asked) -> Asked:
    """Add an appointment, a mandate or a document, of a new id, that does not hold on the day.

    At the ends of the calendar, where no other day is left on one side, there may be no such fact:
    then nothing is added.
    """
    hand = Hand(draw, asked.at)
    thing: Any = hand.one((_idle_appointment, _idle_mandate, _idle_document))(hand, asked)
    return asked if _holds(thing, asked.at) else _in(asked, added(asked.collab, thing))


@st.composite
def without_idle_fact(draw: st.DrawFn, asked: Asked) -> Asked:
    """Take away an appointment, a mandate or a document that does not hold on the day.

    An appointment that another stands in for is left: that it has ended is what lets the other act.
    So is one of an absence that holds on the day, which tells that a person is away, and anything
    of an id that something in force has too.
    """
    collab = asked.collab
    stood_in_for = {one.standing_in_for for one in collab.appointments}
    idle: list[Any] = [
        *(one for one in collab.mandates if _idle(collab.mandates, one.id, asked.at)),
        *(one for one in collab.documents if _idle(collab.documents, one.id, asked.at)),
        *(
            one
            for one in collab.appointments
            if _idle(collab.appointments, one.id, asked.at) and one.id not in stood_in_for
        ),
    ]
    return _taken(Hand(draw, asked.at), asked, idle)


def _idle(things: Sequence[Any], id_: str, day: dt.date) -> bool:
    return not any(_holds(one, day) for one in things if one.id == id_)


def _holds(thing: Any, day: dt.date) -> bool:  # noqa: ANN401 - a thing of any class with a period
    if isinstance(thing, Appointment) and any(one.period.holds_on(day) for one in thing.absences):
        return True
    return thing.period is None or bool(thing.period.holds_on(day))


def _not_now(hand: Hand) -> Period:
    return hand.one((ended, coming))(hand)


def _idle_appointment(hand: Hand, asked: Asked) -> Appointment:
    held = stray_appointment(hand, asked.collab, 1)
    return attrs.evolve(held, id=AppointmentId(_NEW), period=_not_now(hand), absences=())


def _idle_mandate(hand: Hand, asked: Asked) -> Mandate:
    mandate = stray_mandate(hand, asked.collab, asked, 1)
    return attrs.evolve(mandate, id=MandateId(_NEW), period=_not_now(hand))


def _idle_document(hand: Hand, _: Asked) -> GoverningDocument:
    kind = hand.one(tuple(DocumentKind))
    return GoverningDocument(id=DocumentId(_NEW), name=_NEW, kind=kind, period=_not_now(hand))


# --- the same in other words -----------------------------------------------------------------


@st.composite
def reordered(draw: st.DrawFn, asked: Asked) -> Asked:
    """Put each collection in another order; of two things of one id the first stays first."""
    collections: dict[str, Any] = {
        name: _shuffled(draw, getattr(asked.collab, name)) for name in COLLECTIONS
    }
    return _in(asked, attrs.evolve(asked.collab, **collections))


def _shuffled(draw: st.DrawFn, things: Sequence[Any]) -> tuple[Any, ...]:
    waiting: dict[str, list[Any]] = {}
    for thing in things:
        waiting.setdefault(thing.id, []).append(thing)
    ids = draw(st.permutations([thing.id for thing in things]))
    return tuple(waiting[id_].pop(0) for id_ in ids)


@st.composite
def renamed(draw: st.DrawFn, asked: Asked) -> tuple[Asked, Mapping[str, str]]:
    """Give every id another text, the same wherever it stands, and say which became which.

    Ids that nothing has are renamed too. Half the time the new ids sort as the old ones did.
    """
    ids = sorted(_ids(asked))
    keeps_order = draw(st.booleans())
    numbers = range(len(ids)) if keeps_order else draw(st.permutations(range(len(ids))))
    names = {id_: f"id{number:04}" for id_, number in zip(ids, numbers, strict=True)}

    def new(id_: str) -> str:
        return names[id_]

    on = asked.on
    about = _with_ids(on, new) if isinstance(on, Scope) else on and new(on)
    collab = _with_ids(asked.collab, new)
    again = attrs.evolve(asked, collab=collab, who=new(asked.who), on=about)
    return again, names


def _ids(asked: Asked) -> set[str]:
    """Give every id that stands in the question or its document."""
    about = [asked.on] if isinstance(asked.on, str) else []
    if isinstance(asked.on, Scope):
        about = [id_ for _, id_, _ in references(asked.on)]
    own = (thing.id for name in COLLECTIONS for thing in getattr(asked.collab, name))
    return {asked.who, *about, *own, *(id_ for _, id_, _ in references(asked.collab))}


def _with_ids(thing: T, new: Callable[[str], str]) -> T:
    """Give a thing with every id in it replaced."""
    changed: dict[str, Any] = {}
    cls: type = type(thing)
    for name, shape in members(cls):
        value = getattr(thing, name)
        if value is None or not (shape.id_kind or (attrs.has(shape.base) and name != "kept")):
            continue
        one = new if shape.id_kind else _part(new)
        changed[name] = tuple(map(one, value)) if shape.many else one(value)
    same: T = attrs.evolve(thing, **changed)  # type: ignore[misc]  # a thing of an attrs class
    return same


def _part(new: Callable[[str], str]) -> Callable[[Any], Any]:
    return lambda part: _with_ids(part, new)


@st.composite
def ringed(draw: st.DrawFn, asked: Asked) -> Asked:
    """Let every mandate derive from another or itself, so that no chain ever ends."""
    ids = [one.id for one in asked.collab.mandates]
    closed = [
        one if one.parent is not None else attrs.evolve(one, parent=draw(st.sampled_from(ids)))
        for one in asked.collab.mandates
    ]
    return _in(asked, attrs.evolve(asked.collab, mandates=tuple(closed)))
