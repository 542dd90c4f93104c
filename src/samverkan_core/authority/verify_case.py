"""What a second opinion lays side by side: a proof, and the document as it reads it itself."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Self, TypeAlias, TypeVar

import attrs

from samverkan_core.authority.proof import Proof
from samverkan_core.authority.question import Question
from samverkan_core.model.actor import Actor
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import GoverningDocument
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.mandate import Mandate, Matter, Power
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role
from samverkan_core.values.source import Source
from samverkan_core.values.time import Period

__all__ = ["Book", "Case", "Holder", "Office", "as_cited", "exists", "holds", "look_up"]


_T = TypeVar("_T")

#: Whatever can hold a mandate and stay when people change.
Office: TypeAlias = Role | Body | Actor
#: Whoever can hold a mandate.
Holder: TypeAlias = Office | Person


@attrs.frozen(kw_only=True)
class Book:
    """The things of a collaboration by their ids; of two with one id the first."""

    #: Professionals and elected representatives.
    persons: Mapping[str, Person]
    #: Offices that people hold and leave.
    roles: Mapping[str, Role]
    #: Boards, groups, councils and networks.
    bodies: Mapping[str, Body]
    #: Who takes part.
    actors: Mapping[str, Actor]
    #: Who holds which office.
    appointments: Mapping[str, Appointment]
    #: Who may do what.
    mandates: Mapping[str, Mandate]
    #: Matters and groups of matters.
    matters: Mapping[str, Matter]
    #: What has been decided or agreed.
    documents: Mapping[str, GoverningDocument]
    #: The questions in focus.
    focus_areas: Mapping[str, FocusArea]

    @classmethod
    def of(cls, collab: Collaboration) -> Self:
        """Read a collaboration."""
        return cls(
            persons=_by_id(collab.persons),
            roles=_by_id(collab.roles),
            bodies=_by_id(collab.bodies),
            actors=_by_id(collab.actors),
            appointments=_by_id(collab.appointments),
            mandates=_by_id(collab.mandates),
            matters=_by_id(collab.matters),
            documents=_by_id(collab.documents),
            focus_areas=_by_id(collab.focus_areas),
        )

    def office(self, id_: str) -> Office | None:
        """Give the office that has an id."""
        return self.roles.get(id_) or self.bodies.get(id_) or self.actors.get(id_)

    def holders(self, mandate: Mandate) -> tuple[Holder, ...]:
        """Give the holders of a mandate that are known, each once."""
        return self._known(mandate.granted_to)

    def all_named(self, mandate: Mandate) -> tuple[Holder, ...]:
        """Give the holders and the substitutes of a mandate that are known, each once."""
        return self._known((*mandate.granted_to, *mandate.substitutes))

    def _known(self, named: Iterable[str]) -> tuple[Holder, ...]:
        ids = dict.fromkeys(named)
        found = (self.office(id_) or self.persons.get(id_) for id_ in ids)
        return tuple(holder for holder in found if holder is not None)

    def groups_around(self, id_: str) -> tuple[str, ...]:
        """Give the id of a matter and of each known group around it, the nearest first."""
        ids: dict[str, None] = {}
        matter = self.matters.get(id_)
        while matter is not None and matter.id not in ids:
            ids[matter.id] = None
            matter = self.matters.get(matter.part_of or "")
        return tuple(ids)

    def matters_named(self, question: Question) -> tuple[Matter, ...]:
        """Give the matters that a question names; all of them are known."""
        return tuple(self.matters[id_] for id_ in question.on.matters or ())


def _by_id(things: tuple[_T, ...]) -> Mapping[str, _T]:
    pairs = ((thing.id, thing) for thing in reversed(things))  # type: ignore[attr-defined]  # each has one
    return dict(pairs)


@attrs.frozen(kw_only=True)
class Case:
    """A proof laid beside the document, with the mandates of its chain as the document has them."""

    #: The document.
    book: Book
    #: What is doubted.
    proof: Proof
    #: The mandates that it names, in its order.
    chain: tuple[Mandate, ...]

    @property
    def who(self) -> str:
        """The person or body that would act."""
        return self.proof.question.who

    @property
    def power(self) -> Power:
        """What they would do."""
        return self.proof.question.power

    @property
    def day(self) -> dt.date:
        """The day on which they would."""
        return self.proof.question.at

    @property
    def appointment(self) -> Appointment | None:
        """The appointment by which a person acts, as the document has it."""
        holding = self.proof.holding
        return None if holding is None else self.book.appointments.get(holding.appointment)

    @property
    def first_holder(self) -> str:
        """The holder of the first mandate for whom, or as whom, they act."""
        return self.who if self.appointment is None else self.appointment.office

    @property
    def delegated(self) -> tuple[tuple[Mandate, str], ...]:
        """The mandates that derive from another, each with the holder that the chain passes."""
        holders = (link.holder for link in self.proof.links)
        return tuple(zip(self.chain, holders, strict=True))[:-1]


def look_up(things: Mapping[str, _T], id_: str | None) -> _T | None:
    """Give the thing that a member refers to; None where it refers to none."""
    return None if id_ is None else things.get(id_)


def exists(thing: Office | GoverningDocument, day: dt.date) -> bool:
    """Tell whether a thing is there on a day; without a period it always is."""
    return thing.period is None or holds(thing.period, day)


def holds(period: Period, day: dt.date) -> bool:
    """Tell whether a day lies within a period; an absent end is open."""
    first, last = period.first_day or dt.date.min, period.last_day or dt.date.max
    return first <= day <= last


def as_cited(provision: Source) -> str:
    """Write a provision the way that the table of laws is asked for it."""
    return f"{provision.ref} {provision.title or ''}".strip()
