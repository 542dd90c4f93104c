"""Small worlds in which somebody may do something, each with the chain that says so.

A world is a collaboration, a question that is answered with yes, and what the yes rests on. Every
world can be changed in one thing by its id, and asked another question:

    municipality().changed("m-head", may_delegate=False).proof
    municipality().asking(at=dt.date(2025, 12, 31))

`proof` is written out anew from the document of the changed world, fact by fact, so that a test
changes either the law of the matter (the world) or what is told of it (the proof), never both.

The ids say what a thing is: `a-` actor, `b-` body, `r-` role, `p-` person, `t-` appointment,
`m-` mandate, `d-` document, `x-` matter, `f-` focus area.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Self, TypeVar

import attrs

from samverkan_core.authority.proof import Holding, Link, Proof, Root, RootKind
from samverkan_core.authority.question import Caveat, Question, RefusalCode
from samverkan_core.model.actor import Actor, ActorKind, Sector
from samverkan_core.model.anatomy import COLLECTIONS, Thing
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment, AppointmentKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    MatterKind,
    Power,
    Scope,
)
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.reference.laws import law
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate, Period

__all__ = [
    "DAY",
    "NOW",
    "WORLDS",
    "World",
    "absent",
    "association",
    "authority",
    "chair_by_law",
    "committee",
    "execution",
    "head_teacher",
    "joint_holders",
    "made",
    "municipality",
    "named_person",
    "provision",
    "stand_in",
    "steering_group",
    "substitutes",
    "the_board",
    "urgent",
]

_T = TypeVar("_T")

#: The day on which all worlds are asked.
DAY = dt.date(2026, 5, 4)
#: A time that holds on that day, with both ends near enough to be stepped over.
NOW = Period(first_day=dt.date(2026, 1, 1), last_day=dt.date(2026, 12, 31))


def _first(things: Iterable[Any], id_: str) -> Any:
    return next(thing for thing in things if thing.id == id_)


@attrs.frozen(kw_only=True)
class World:
    """A collaboration, a question about it, and the chain on which the answer rests."""

    #: The document.
    collab: Collaboration
    #: What is asked.
    question: Question
    #: The mandates of the chain, from the one that is held to the root.
    chain: tuple[str, ...]
    #: The appointment by which a person acts.
    by: str | None = None
    #: The ground at the end of the chain.
    root: Root | None = None
    #: What the proof has to tell of law that nobody has read.
    caveats: tuple[Caveat, ...] = ()

    @property
    def proof(self) -> Proof:
        """The proof of the question, as the document has its facts."""
        acts = None if self.by is None else _first(self.collab.appointments, self.by)
        mandates = [_first(self.collab.mandates, id_) for id_ in self.chain]
        first = self.question.who if acts is None else acts.office
        holders = (first, *(mandate.granted_by for mandate in mandates))
        links = (self._link(one, held) for one, held in zip(mandates, holders, strict=False))
        return Proof(
            question=self.question,
            holding=None if acts is None else self._holding(acts),
            links=tuple(links),
            root=self.root,
            caveats=self.caveats,
            conditions=tuple(dict.fromkeys(text for one in mandates for text in one.conditions)),
            together_with=self._others(mandates[0], first) if mandates else (),
        )

    def _others(self, mandate: Mandate, own: str) -> tuple[str, ...]:
        """Give those who hold a mandate jointly with one of its holders, as far as they exist."""
        places = ("roles", "bodies", "actors", "persons")
        known = {one.id for name in places for one in getattr(self.collab, name)}
        if not mandate.jointly or own not in mandate.granted_to:
            return ()
        others = (id_ for id_ in dict.fromkeys(mandate.granted_to) if id_ != own)
        return tuple(id_ for id_ in others if id_ in known)

    def _holding(self, acts: Appointment) -> Holding:
        office: str = acts.office
        offices = [role.kind for role in self.collab.roles if role.id == office]
        return Holding(
            appointment=acts.id,
            kind=acts.kind,
            office=acts.office,
            role_kind=offices[0] if offices else None,
            period=acts.period,
            appointed_by=acts.appointed_by,
            standing_in_for=acts.standing_in_for,
        )

    def _link(self, mandate: Mandate, holder: str) -> Link:
        named = None if mandate.basis is None else mandate.basis.document
        documents = [one for one in self.collab.documents if one.id == named]
        return Link(
            mandate=mandate.id,
            kind=mandate.kind,
            holder=holder,
            as_substitute=holder not in mandate.granted_to,
            powers=mandate.powers,
            scope=mandate.scope,
            period=mandate.period,
            revoked_from=mandate.revoked_from,
            granted_by=mandate.granted_by,
            may_delegate=mandate.may_delegate,
            urgent_only=mandate.urgent_only,
            basis=mandate.basis,
            document_kind=documents[0].kind if documents else None,
            decided_by=documents[0].decided_by if documents else (),
        )

    def thing(self, id_: str) -> Any:
        """Give the first thing of an id, whichever collection it stands in."""
        every = (thing for name in COLLECTIONS for thing in getattr(self.collab, name))
        return _first(every, id_)

    def changed(self, id_: str, **members: Any) -> Self:
        """Give the world with other members of one thing."""
        old = self.thing(id_)
        return self._with(lambda thing: attrs.evolve(old, **members) if thing is old else thing)

    def basis(self, id_: str, **members: Any) -> Self:
        """Give the world with other members of the ground of one mandate."""
        return self.changed(id_, basis=attrs.evolve(self.thing(id_).basis, **members))

    def without(self, *ids: str) -> Self:
        """Give the world without some things."""
        return self._with(lambda thing: None if thing.id in ids else thing)

    def adding(self, *things: Thing) -> Self:
        """Give the world with more things, each last in its collection."""
        collab = self.collab
        for name, cls in COLLECTIONS.items():
            more = tuple(thing for thing in things if type(thing) is cls)
            collection: Any = {name: (*getattr(collab, name), *more)}
            collab = attrs.evolve(collab, **collection)
        return attrs.evolve(self, collab=collab)

    def asking(self, **members: Any) -> Self:
        """Give the world with another question: who, power, on or at."""
        return attrs.evolve(self, question=attrs.evolve(self.question, **members))

    def on(self, **dimensions: Any) -> Self:
        """Give the world with a question about something else."""
        return self.asking(on=Scope(**dimensions))

    def told(self, **members: Any) -> Self:
        """Give the world with another account of the answer: chain, by, root or caveats."""
        return attrs.evolve(self, **members)

    def _with(self, change: Any) -> Self:
        collections: Any = {
            name: tuple(filter(None, map(change, getattr(self.collab, name))))
            for name in COLLECTIONS
        }
        return attrs.evolve(self, collab=attrs.evolve(self.collab, **collections))


# --- small parts -----------------------------------------------------------------------------


def made(cls: type[_T], **members: Any) -> _T:
    """Make a thing with plain texts as ids, so that a test reads as the document does."""
    return cls(**members)


def provision(row: str) -> Source:
    """Give a provision of the table of laws by the id of its row."""
    found = law(row)
    assert found is not None, row
    return found.as_source()


def absent(kind: AbsenceKind = AbsenceKind.ABSENT, period: Period = NOW) -> tuple[Absence, ...]:
    """Give one absence, which holds on the day of all worlds."""
    return (Absence(kind=kind, period=period),)


def _person(id_: str) -> Person:
    return made(Person, id=id_, illustrative=True)


def _appointment(id_: str, person: str, office: str, **members: Any) -> Appointment:
    return made(Appointment, id=id_, person=person, office=office, **{"period": NOW, **members})


def _delegation(
    id_: str, parent: str | None, by: str, to: Iterable[str], **members: Any
) -> Mandate:
    given: dict[str, Any] = {
        "kind": MandateKind.DELEGATION,
        "powers": (Power.DECIDE, Power.PREPARE),
        "period": NOW,
        "basis": made(Basis, kind=BasisKind.GOVERNING_DOCUMENT, document="d-order", line="3.1"),
    }
    given |= members
    return made(Mandate, id=id_, parent=parent, granted_by=by, granted_to=tuple(to), **given)


# --- the municipality ------------------------------------------------------------------------

_BOARD = "b-board"


def _collab() -> Collaboration:
    """Give a municipality with a council, a board, a committee, an administration and a school."""
    decided = made(Resolution, body=_BOARD, day=PartialDate(when="2025-12-11"), paragraph="98")
    return Collaboration(
        name="Trygg uppväxt",
        actors=(
            made(
                Actor,
                id="a-town",
                name="Kommunen",
                kind=ActorKind.MUNICIPALITY,
                sector=Sector.MUNICIPAL,
            ),
            made(
                Actor,
                id="a-office",
                name="Socialförvaltningen",
                kind=ActorKind.ADMINISTRATION,
                sector=Sector.MUNICIPAL,
                principal="a-town",
            ),
            made(
                Actor, id="a-school", name="Skolan", kind=ActorKind.SCHOOL, sector=Sector.MUNICIPAL
            ),
        ),
        persons=tuple(_person(f"p-{name}") for name in ("head", "officer", "second", "chair")),
        roles=(
            made(
                Role,
                id="r-head",
                name="Chef",
                kind=RoleKind.HEAD_OF_ADMINISTRATION,
                actor="a-office",
            ),
            made(
                Role, id="r-officer", name="Handläggare", kind=RoleKind.EMPLOYEE, actor="a-office"
            ),
            made(Role, id="r-second", name="Biträdande", kind=RoleKind.EMPLOYEE, actor="a-office"),
            made(Role, id="r-chair", name="Ordförande", kind=RoleKind.ELECTED, actor="a-town"),
        ),
        appointments=(
            _appointment("t-head", "p-head", "r-head", appointed_by=_BOARD),
            _appointment("t-officer", "p-officer", "r-officer"),
            _appointment("t-second", "p-second", "r-second"),
            _appointment("t-chair", "p-chair", "r-chair", kind=AppointmentKind.ELECTED),
            _appointment("t-member", "p-chair", _BOARD, kind=AppointmentKind.ELECTED),
        ),
        bodies=(
            made(Body, id="b-council", name="Fullmäktige", kind=BodyKind.COUNCIL, actor="a-town"),
            made(Body, id=_BOARD, name="Socialnämnden", kind=BodyKind.BOARD, actor="a-town"),
            made(Body, id="b-committee", name="Utskottet", kind=BodyKind.COMMITTEE, part_of=_BOARD),
            made(Body, id="b-steering", name="Styrgruppen", kind=BodyKind.STEERING_GROUP),
        ),
        matters=(
            made(Matter, id="x-group", name="Insatser"),
            made(Matter, id="x-one", name="Ett ärende", part_of="x-group"),
            made(Matter, id="x-other", name="Ett annat ärende"),
            made(Matter, id="x-urgent", name="Ett brådskande ärende", urgent=True),
            made(Matter, id="x-done", name="Utbetalning", kind=MatterKind.EXECUTION),
        ),
        mandates=(
            _delegation(
                "m-board",
                None,
                "b-council",
                (_BOARD,),
                kind=MandateKind.ASSIGNMENT,
                may_delegate=True,
                basis=made(
                    Basis, kind=BasisKind.GOVERNING_DOCUMENT, document="d-rules", line="2 §"
                ),
            ),
            _delegation("m-head", "m-board", _BOARD, ("r-head",), may_delegate=True),
            _delegation("m-officer", "m-head", "r-head", ("r-officer",)),
            _delegation("m-committee", "m-board", _BOARD, ("b-committee",)),
        ),
        documents=(
            made(
                GoverningDocument,
                id="d-rules",
                name="Reglemente för socialnämnden",
                kind=DocumentKind.RULES_OF_PROCEDURE,
                period=NOW,
            ),
            made(
                GoverningDocument,
                id="d-order",
                name="Delegationsordning",
                kind=DocumentKind.DELEGATION_ORDER,
                registry_number="SN 2025/144",
                decided_by=(decided,),
                period=NOW,
            ),
            made(
                GoverningDocument,
                id="d-agreement",
                name="Överenskommelse",
                kind=DocumentKind.JOINT_AGREEMENT,
                period=NOW,
            ),
        ),
        focus_areas=(
            made(FocusArea, id="f-one", name="Närvaro"),
            made(FocusArea, id="f-two", name="Fritid"),
        ),
    )


_COUNCIL_RULES = Root(kind=RootKind.COUNCIL_RULES, rests_on="d-rules")


def _asked(who: str, power: Power = Power.DECIDE, **on: Any) -> Question:
    return Question(who=who, power=power, on=made(Scope, **on), at=DAY)


def municipality() -> World:
    """Council, board by its rules, head of administration by delegation, employee by another.

    The mandate of the employee is limited in every dimension, and the question lies within.
    """
    within = made(
        Scope,
        focus_areas=("f-one",),
        bodies=("b-steering", "b-committee"),
        actors=("a-school",),
        matters=("x-group",),
        ages=AgeBand(from_age=6, to_age=15),
    )
    asked = _asked(
        "p-officer",
        focus_areas=("f-one",),
        bodies=("b-steering",),
        actors=("a-school",),
        matters=("x-one",),
        ages=AgeBand(from_age=6, to_age=12),
    )
    chain = ("m-officer", "m-head", "m-board")
    world = World(
        collab=_collab(), question=asked, chain=chain, by="t-officer", root=_COUNCIL_RULES
    )
    return world.changed("m-officer", scope=within)


def the_board() -> World:
    """The board itself, by the rules that the council gave it."""
    return World(
        collab=_collab(),
        question=_asked(_BOARD, matters=("x-one",)),
        chain=("m-board",),
        root=_COUNCIL_RULES,
    )


def committee() -> World:
    """A committee of the board, by delegation: the only delegate in certain social matters."""
    return the_board().asking(who="b-committee").told(chain=("m-committee", "m-board"))


def named_person() -> World:
    """A person who holds a delegation by name, as an elected representative."""
    world = the_board().adding(_delegation("m-named", "m-board", _BOARD, ("p-chair",)))
    return world.asking(who="p-chair").told(chain=("m-named", "m-board"))


def urgent() -> World:
    """The chair of the board, in urgent matters only (brådskande ärenden)."""
    given = _delegation("m-chair", "m-board", _BOARD, ("r-chair",), urgent_only=True)
    world = the_board().adding(given).asking(who="p-chair").on(matters=("x-urgent",))
    return world.told(chain=("m-chair", "m-board"), by="t-chair")


def substitutes() -> World:
    """The second substitute of the head of administration, while both before are out."""
    world = the_board().changed("m-head", substitutes=("r-second", "r-officer"))
    world = world.changed("t-head", absences=absent())
    world = world.changed("t-second", absences=absent(AbsenceKind.VACANT))
    return world.asking(who="p-officer").told(chain=("m-head", "m-board"), by="t-officer")


def stand_in() -> World:
    """A person who stands in for the head of administration, who is away."""
    acting = _appointment("t-acting", "p-second", "r-head", standing_in_for="t-head")
    world = the_board().changed("t-head", absences=absent()).adding(acting)
    return world.asking(who="p-second").told(chain=("m-head", "m-board"), by="t-acting")


def joint_holders() -> World:
    """Two officials who prepare together; that they decide together the law does not know."""
    world = the_board().changed("m-head", granted_to=("r-head", "r-second"), jointly=True)
    world = world.asking(who="p-head", power=Power.PREPARE)
    return world.told(chain=("m-head", "m-board"), by="t-head")


def steering_group() -> World:
    """A steering group that agrees, by an agreement of the parties; it decides nothing."""
    agreed = made(
        Mandate,
        id="m-steering",
        kind=MandateKind.ASSIGNMENT,
        powers=(Power.AGREE, Power.DECIDE, Power.PROPOSE),
        period=NOW,
        granted_to=("b-steering",),
        basis=made(Basis, kind=BasisKind.AGREEMENT, document="d-agreement"),
    )
    return World(
        collab=_collab(),
        question=_asked("b-steering", Power.AGREE),
        chain=("m-steering",),
        root=Root(kind=RootKind.AGREEMENT, rests_on="d-agreement"),
    ).adding(agreed)


def authority() -> World:
    """An officer of a state authority, by its order of work and a delegation within it."""
    order = made(Basis, kind=BasisKind.GOVERNING_DOCUMENT, document="d-work")
    chief = _delegation("m-chief", None, "a-police", ("r-chief",), basis=order, may_delegate=True)
    world = World(
        collab=_collab(),
        question=_asked("p-constable", matters=("x-one",)),
        chain=("m-constable", "m-chief"),
        by="t-constable",
        root=Root(kind=RootKind.STATE_ORDER, rests_on="d-work"),
    )
    return world.adding(
        made(Actor, id="a-police", name="Polisen", kind=ActorKind.POLICE, sector=Sector.STATE),
        made(Role, id="r-chief", name="Chef", kind=RoleKind.EMPLOYEE, actor="a-police"),
        made(Role, id="r-constable", name="Polis", kind=RoleKind.EMPLOYEE, actor="a-police"),
        _person("p-constable"),
        _appointment("t-constable", "p-constable", "r-constable"),
        made(GoverningDocument, id="d-work", name="Arbetsordning", kind=DocumentKind.ORDER_OF_WORK),
        chief,
        _delegation("m-constable", "m-chief", "r-chief", ("r-constable",)),
    )


def association() -> World:
    """A representative of an association, by a decision of its own governing body."""
    decided = made(Resolution, body="b-own", day=PartialDate(when="2025-11-02"), paragraph="4")
    mandate = _delegation(
        "m-own",
        None,
        "b-own",
        ("r-voice",),
        basis=made(Basis, kind=BasisKind.POLITICAL_DECISION, resolution=decided),
    )
    world = World(
        collab=_collab(),
        question=_asked("p-voice"),
        chain=("m-own",),
        by="t-voice",
        root=Root(kind=RootKind.OWN_DECISION, rests_on="b-own"),
    )
    return world.adding(
        made(
            Actor,
            id="a-club",
            name="Föreningen",
            kind=ActorKind.ASSOCIATION,
            sector=Sector.NON_PROFIT,
        ),
        made(
            Body,
            id="b-own",
            name="Föreningens styrelse",
            kind=BodyKind.OTHER,
            kind_name="styrelse",
            actor="a-club",
        ),
        made(Role, id="r-voice", name="Företrädare", kind=RoleKind.VOLUNTEER, actor="a-club"),
        _person("p-voice"),
        _appointment("t-voice", "p-voice", "r-voice", kind=AppointmentKind.ENGAGED),
        mandate,
    )


def _by_law(row: str) -> Mandate:
    return made(
        Mandate,
        id="m-law",
        kind=MandateKind.BY_LAW,
        powers=(Power.DECIDE,),
        period=NOW,
        granted_to=("r-chair",),
        basis=made(Basis, kind=BasisKind.LAW, provision=provision(row)),
    )


def chair_by_law() -> World:
    """The chair of a board, by a provision that somebody has read."""
    return World(
        collab=_collab(),
        question=_asked("p-chair"),
        chain=("m-law",),
        by="t-chair",
        root=Root(kind=RootKind.LAW, provision=provision("se.lvu.6")),
    ).adding(_by_law("se.lvu.6"))


def head_teacher() -> World:
    """A head teacher, by a provision whose days nobody is certain of: a caveat says so."""
    rests_on = provision("se.skol.2-10")
    caveat = Caveat(code=RefusalCode.NO_LEGAL_ROOT, about="m-law", rests_on=rests_on)
    world = chair_by_law().basis("m-law", provision=rests_on)
    world = world.changed("r-chair", name="Rektor", kind=RoleKind.EMPLOYEE)
    return world.told(root=Root(kind=RootKind.LAW, provision=rests_on), caveats=(caveat,))


def execution() -> World:
    """The carrying out of what is decided (ren verkställighet), which needs no mandate."""
    asked = _asked("p-officer", matters=("x-done",))
    return World(collab=_collab(), question=asked, chain=())


def council_by_law() -> World:
    """The council in a matter that the law reserves for it, which needs no mandate."""
    reserved = provision("se.kl.5-1")
    return World(
        collab=_collab(),
        question=_asked("b-council", matters=("x-one",)),
        chain=(),
        root=Root(kind=RootKind.LAW, provision=reserved),
    ).changed("x-one", provision=reserved)


#: Every world by its name.
WORLDS = {
    make.__name__: make
    for make in (
        municipality,
        the_board,
        committee,
        named_person,
        urgent,
        substitutes,
        stand_in,
        joint_holders,
        steering_group,
        authority,
        association,
        chair_by_law,
        head_teacher,
        execution,
        council_by_law,
    )
}
