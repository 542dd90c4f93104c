"""One index of a collaboration, made once and shared by every question asked of it.

The module is not called `index`, so that `samverkan_core.index` can be the function that makes one.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain, islice, repeat
from types import MappingProxyType
from typing import Any, Generic, TypeAlias, TypeVar

import attrs

from samverkan_core.errors import InvalidValue, UndeclaredRead, UnknownId
from samverkan_core.findings.pointer import pointer, tokens
from samverkan_core.model.activity import Activity, GoodExample
from samverkan_core.model.actor import Actor
from samverkan_core.model.anatomy import COLLECTION_OF, COLLECTIONS, Place, Thing
from samverkan_core.model.anchoring import Anchoring
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body
from samverkan_core.model.child import ChildRef
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.concern_report import ConcernReport
from samverkan_core.model.delegated_decision import DelegatedDecision
from samverkan_core.model.document import GoverningDocument
from samverkan_core.model.evaluation import Evaluation
from samverkan_core.model.focus_area import FocusArea, TargetGroup
from samverkan_core.model.follow_up import FollowUpRound
from samverkan_core.model.goal import Goal
from samverkan_core.model.handover import Handover
from samverkan_core.model.indicator import Indicator, Observation
from samverkan_core.model.joint_position import JointPosition
from samverkan_core.model.mandate import Mandate, Matter
from samverkan_core.model.meeting import Meeting
from samverkan_core.model.person import Person
from samverkan_core.model.plan import IndividualPlan
from samverkan_core.model.process_area import ProcessArea
from samverkan_core.model.readiness import ReadinessMeasurement
from samverkan_core.model.referral import Referral
from samverkan_core.model.resource import Need, Resource
from samverkan_core.model.role import Role
from samverkan_core.model.routine import Routine
from samverkan_core.model.shared_view import SelfRating, SharedPicture, Term

__all__ = ["ITSELF", "Index", "Shelf", "View", "index"]

T = TypeVar("T")
R = TypeVar("R")

#: What was seen in each of several things.
Sights: TypeAlias = tuple[tuple[Any, ...], ...]
#: A pure function that gives what it sees in a thing and all that stands in it, by its place.
Look: TypeAlias = Callable[[Any, Place], Iterable[R]]

#: What a rule declares that reads members of the collaboration itself.
ITSELF = "collaboration"


@attrs.frozen
class Shelf(Generic[T]):
    """The things of one collection, in order and by id; of two with one id the first wins."""

    #: The things, in the order of the document.
    things: tuple[T, ...]
    #: The position of the first thing of each id.
    first: Mapping[str, int]
    #: What has been worked out of these things alone: by what, and what it gave.
    _worked_out: dict[object, Any] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    #: The things before an edit, and what was seen in them.
    _before: tuple[tuple[T, ...], Mapping[object, Sights]] = attrs.field(
        default=((), MappingProxyType({})), kw_only=True, eq=False, repr=False
    )
    #: What was seen in each thing: by what and in which collection, position by position.
    _seen: dict[object, Sights] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def once(self, work_out: Callable[["Shelf[T]"], R]) -> R:
        """Give what a pure function makes of these things: worked out once, kept as they are."""
        if work_out not in self._worked_out:
            self._worked_out.setdefault(work_out, work_out(self))
        found: R = self._worked_out[work_out]
        return found

    def seen(self, look: Look[R], collection: str) -> Iterator[R]:
        """Give what a pure function sees in the things: each is looked at once, at its place."""
        key = (look, collection)
        if key not in self._seen:
            self._seen.setdefault(key, tuple(self._sights(look, collection)))
        return chain.from_iterable(self._seen[key])

    def _sights(self, look: Look[R], collection: str) -> Iterator[tuple[R, ...]]:
        things, seen = self._before
        known = zip(things, seen.get((look, collection), ()), strict=False)
        earlier = chain(known, repeat((None, ())))
        for at, (thing, (other, sight)) in enumerate(zip(self.things, earlier, strict=False)):
            yield sight if other is thing else tuple(look(thing, (collection, at)))

    def after(self, things: tuple[T, ...]) -> "Shelf[T]":
        """Give the shelf after an edit; what was seen in a thing that stands as before is kept."""
        return Shelf(things, _first_of_each(things), before=(self.things, self._seen))

    def __iter__(self) -> Iterator[T]:
        """Go through the things in order."""
        return iter(self.things)

    def __len__(self) -> int:
        """Count the things."""
        return len(self.things)

    def firsts(self) -> Iterator[T]:
        """Go through the things that an id leads to, in order: of two with one id the first."""
        return (self.things[position] for position in sorted(self.first.values()))

    def get(self, id_: str | None) -> T | None:
        """Give the thing of an id; None where there is none."""
        position = None if id_ is None else self.first.get(id_)
        return None if position is None else self.things[position]

    def the(self, id_: str) -> T:
        """Give the thing of an id, or raise UnknownId."""
        thing = self.get(id_)
        if thing is None:
            raise UnknownId(id_, self.first)
        return thing

    def upwards(self, thing: T | None, above: Callable[[T], str | None]) -> Iterator[T]:
        """Go through a thing and what lies above it, the nearest first; a ring ends."""
        met: set[str] = set()
        while thing is not None and (id_ := thing.id) not in met:  # type: ignore[attr-defined]  # every thing here has one
            met.add(id_)
            yield thing
            thing = self.get(above(thing))

    def position(self, thing: T) -> int:
        """Say at which position a thing of this collection stands."""
        position = self.first[thing.id]  # type: ignore[attr-defined]  # every thing here has one
        if self.things[position] is thing:
            return position
        return next(at for at, other in enumerate(self.things) if other is thing)


@attrs.frozen(eq=False)
class Index:
    """A collaboration, looked through once: by collection, by id, and where each thing stands."""

    #: The collaboration.
    collaboration: Collaboration
    #: Collection -> its things.
    shelves: Mapping[str, Shelf[Any]] = attrs.field(repr=False)
    #: Collection -> where each of its things stands in the document as it is written.
    positions: Mapping[str, tuple[int, ...]] = attrs.field(repr=False)
    #: Ids of things that were set aside, as far as they have one.
    set_aside: frozenset[str] = attrs.field(repr=False)
    #: Person -> the appointments of that person.
    appointments_of: Mapping[str, tuple[Appointment, ...]] = attrs.field(repr=False)
    #: Office -> the appointments to that office.
    appointments_to: Mapping[str, tuple[Appointment, ...]] = attrs.field(repr=False)
    #: Holder or substitute -> the mandates that name it.
    mandates_of: Mapping[str, tuple[Mandate, ...]] = attrs.field(repr=False)
    #: What floors above have worked out of it: the function that did -> what it gave.
    _worked_out: dict[Callable[["Index"], Any], Any] = attrs.field(
        factory=dict, init=False, repr=False
    )

    def once(self, work_out: Callable[["Index"], T]) -> T:
        """Give what a pure function makes of this index: worked out once, kept as long as it is.

        The index itself stays as it was. Two threads that ask at once may both work it out; they
        come to the same.
        """
        if work_out not in self._worked_out:
            self._worked_out.setdefault(work_out, work_out(self))
        found: T = self._worked_out[work_out]
        return found

    def again(self, collab: Collaboration) -> "Index":
        """Make the index of a collaboration after an edit; what is the same object is kept."""
        return _indexed(collab, self.shelves)

    @property
    def own_members(self) -> Collaboration:
        """The collaboration with nothing in its collections: its own members alone."""
        return self.once(_own_members)

    def __reduce__(self) -> tuple[Callable[[Collaboration], "Index"], tuple[Collaboration]]:
        """Go to another process as the collaboration; all else is made anew there."""
        return index, (self.collaboration,)

    @property
    def whole(self) -> "View":
        """A view of everything."""
        return self.reading((ITSELF, *COLLECTIONS))

    def reading(self, collections: Collection[str]) -> "View":
        """Give a view of the collections that a rule has declared, and of no other."""
        return View(index=self, declared=frozenset(collections))

    def place(self, collection: str, position: int, *steps: str | int) -> str:
        """Point to a place in the thing at a position of a collection."""
        return pointer(collection, self.positions[collection][position], *steps)

    def written(self, place: Place) -> str:
        """Point to a place of the collaboration, there where it stands when it is written."""
        if len(place) > 1 and place[0] in self.positions:
            collection, position, *steps = place
            return self.place(str(collection), int(position), *steps)
        return pointer(*place)


@attrs.frozen(eq=False)
class View:
    """What one rule may see of an index: the collections that it declares."""

    #: The index behind it.
    index: Index
    #: The collections that may be read.
    declared: frozenset[str]

    @property
    def collaboration(self) -> Collaboration:
        """The collaboration itself, for its own members."""
        self._declares(ITSELF)
        return self.index.collaboration

    @property
    def actors(self) -> Shelf[Actor]:
        """Who takes part."""
        return self.shelf("actors")

    @property
    def persons(self) -> Shelf[Person]:
        """Professionals and elected representatives."""
        return self.shelf("persons")

    @property
    def roles(self) -> Shelf[Role]:
        """The offices."""
        return self.shelf("roles")

    @property
    def appointments(self) -> Shelf[Appointment]:
        """Who holds which office."""
        return self.shelf("appointments")

    @property
    def bodies(self) -> Shelf[Body]:
        """Boards, groups, councils and networks."""
        return self.shelf("bodies")

    @property
    def matters(self) -> Shelf[Matter]:
        """Matters and groups of matters."""
        return self.shelf("matters")

    @property
    def mandates(self) -> Shelf[Mandate]:
        """Who may do what."""
        return self.shelf("mandates")

    @property
    def delegated_decisions(self) -> Shelf[DelegatedDecision]:
        """What has been decided in a board's place."""
        return self.shelf("delegated_decisions")

    @property
    def documents(self) -> Shelf[GoverningDocument]:
        """What has been decided or agreed."""
        return self.shelf("documents")

    @property
    def target_groups(self) -> Shelf[TargetGroup]:
        """Whom the work is for."""
        return self.shelf("target_groups")

    @property
    def focus_areas(self) -> Shelf[FocusArea]:
        """The questions in focus."""
        return self.shelf("focus_areas")

    @property
    def activities(self) -> Shelf[Activity]:
        """What is done."""
        return self.shelf("activities")

    @property
    def good_examples(self) -> Shelf[GoodExample]:
        """What worked and is told to others."""
        return self.shelf("good_examples")

    @property
    def anchorings(self) -> Shelf[Anchoring]:
        """Where the work has been taken in."""
        return self.shelf("anchorings")

    @property
    def resources(self) -> Shelf[Resource]:
        """What there is for children already."""
        return self.shelf("resources")

    @property
    def needs(self) -> Shelf[Need]:
        """What children and their parents need."""
        return self.shelf("needs")

    @property
    def routines(self) -> Shelf[Routine]:
        """How things are always done."""
        return self.shelf("routines")

    @property
    def goals(self) -> Shelf[Goal]:
        """What is to be reached."""
        return self.shelf("goals")

    @property
    def indicators(self) -> Shelf[Indicator]:
        """What the work is followed by."""
        return self.shelf("indicators")

    @property
    def observations(self) -> Shelf[Observation]:
        """What was observed."""
        return self.shelf("observations")

    @property
    def evaluations(self) -> Shelf[Evaluation]:
        """Looks at the work from outside."""
        return self.shelf("evaluations")

    @property
    def readiness_measurements(self) -> Shelf[ReadinessMeasurement]:
        """How ready for change those concerned are, as measured."""
        return self.shelf("readiness_measurements")

    @property
    def meetings(self) -> Shelf[Meeting]:
        """The meetings."""
        return self.shelf("meetings")

    @property
    def joint_positions(self) -> Shelf[JointPosition]:
        """What steering groups have agreed on."""
        return self.shelf("joint_positions")

    @property
    def referrals(self) -> Shelf[Referral]:
        """What bodies have been asked to give their opinion on."""
        return self.shelf("referrals")

    @property
    def children(self) -> Shelf[ChildRef]:
        """The children that plans and reports are about."""
        return self.shelf("children")

    @property
    def plans(self) -> Shelf[IndividualPlan]:
        """Plans around one child."""
        return self.shelf("plans")

    @property
    def concern_reports(self) -> Shelf[ConcernReport]:
        """Reports of concern."""
        return self.shelf("concern_reports")

    @property
    def handovers(self) -> Shelf[Handover]:
        """What those who left an office handed over."""
        return self.shelf("handovers")

    @property
    def process_areas(self) -> Shelf[ProcessArea]:
        """What several actors do in one way together."""
        return self.shelf("process_areas")

    @property
    def shared_pictures(self) -> Shelf[SharedPicture]:
        """Common pictures of what needs handling together."""
        return self.shelf("shared_pictures")

    @property
    def self_ratings(self) -> Shelf[SelfRating]:
        """How the parties rate trust and the shared view."""
        return self.shelf("self_ratings")

    @property
    def terms(self) -> Shelf[Term]:
        """Words that several use, and what each means by them."""
        return self.shelf("terms")

    @property
    def follow_ups(self) -> Shelf[FollowUpRound]:
        """How the work is followed up."""
        return self.shelf("follow_ups")

    def shelf(self, collection: str) -> Shelf[Any]:
        """Give the things of a collection by its name."""
        self._declares(collection)
        return self.index.shelves[collection]

    def holds(self, collection: str) -> bool:
        """Tell whether a collection has anything in it; the collaboration itself always has."""
        return collection == ITSELF or len(self.shelf(collection)) > 0

    def everywhere(self, look: Look[R]) -> Iterator[R]:
        """Give what a pure function sees in the whole document; for a rule that declares it all.

        What it sees in a collection is kept until that collection is another one. The function
        stands at the top of a module: one made anew at each call would be asked anew.
        """
        self._declares(ITSELF)
        yield from look(self.index.own_members, ())
        for collection in COLLECTIONS:
            yield from self.shelf(collection).seen(look, collection)

    def place(self, thing: Thing, *steps: str | int) -> str:
        """Point to a place in a thing."""
        collection = COLLECTION_OF[type(thing)]
        return self.index.place(collection, self.shelf(collection).position(thing), *steps)

    def _declares(self, collection: str) -> None:
        if collection not in self.declared:
            raise UndeclaredRead(collection, sorted(self.declared))


def index(collab: Collaboration | Index) -> Index:
    """Make the index of a collaboration; an index is given back as it is.

    Raises:
        InvalidValue: It is neither; the text of a document, for one, has to be read first.
    """
    if isinstance(collab, Index):
        return collab
    if not isinstance(collab, Collaboration):
        kind = type(collab).__name__
        raise InvalidValue(f"give a Collaboration, as `loads` reads it, or an Index, not a {kind}")
    return _indexed(collab, {})


def _indexed(collab: Collaboration, earlier: Mapping[str, Shelf[Any]]) -> Index:
    """Make an index; a collection that is the same object as earlier keeps its shelf."""
    aside = _set_aside(collab)
    things: dict[str, tuple[Any, ...]] = {name: getattr(collab, name) for name in COLLECTIONS}
    shelves = {name: _shelf(held, earlier.get(name)) for name, held in things.items()}
    return Index(
        collaboration=collab,
        shelves=MappingProxyType(shelves),
        positions=MappingProxyType(
            {name: _positions(len(held), aside.get(name, ())) for name, held in things.items()}
        ),
        set_aside=frozenset(_ids_set_aside(collab)),
        appointments_of=shelves["appointments"].once(_by_person),
        appointments_to=shelves["appointments"].once(_by_office),
        mandates_of=shelves["mandates"].once(_by_holder),
    )


def _own_members(book: Index) -> Collaboration:
    nothing: dict[str, Any] = dict.fromkeys(COLLECTIONS, ())
    return attrs.evolve(book.collaboration, **nothing)


def _by_person(shelf: Shelf[Appointment]) -> Mapping[str, tuple[Appointment, ...]]:
    return _grouped(shelf, lambda held: (held.person,))


def _by_office(shelf: Shelf[Appointment]) -> Mapping[str, tuple[Appointment, ...]]:
    return _grouped(shelf, lambda held: (held.office,))


def _by_holder(shelf: Shelf[Mandate]) -> Mapping[str, tuple[Mandate, ...]]:
    return _grouped(shelf, lambda one: (*one.granted_to, *one.substitutes))


def _shelf(things: tuple[Any, ...], earlier: Shelf[Any] | None) -> Shelf[Any]:
    if earlier is None:
        return Shelf(things, _first_of_each(things))
    return earlier if earlier.things is things else earlier.after(things)


def _first_of_each(things: tuple[Any, ...]) -> Mapping[str, int]:
    last_to_first = reversed(tuple(enumerate(things)))
    return MappingProxyType({thing.id: at for at, thing in last_to_first})


def _grouped(shelf: Shelf[T], names: Callable[[T], Iterable[str]]) -> Mapping[str, tuple[T, ...]]:
    """Gather the things of a collection by the ids that they name; of two with one id the first."""
    found: dict[str, list[T]] = {}
    for thing in shelf.firsts():
        for name in dict.fromkeys(names(thing)):
            found.setdefault(name, []).append(thing)
    return MappingProxyType({name: tuple(held) for name, held in found.items()})


def _set_aside(collab: Collaboration) -> dict[str, set[int]]:
    positions: dict[str, set[int]] = {}
    for aside in collab.set_aside:
        collection, position = tokens(aside.pointer)
        positions.setdefault(collection, set()).add(int(position))
    return positions


def _positions(count: int, taken: Collection[int]) -> tuple[int, ...]:
    """Number the things of a collection, leaving out the positions of what was set aside."""
    free = (number for number in range(count + len(taken)) if number not in taken)
    return tuple(islice(free, count))


def _ids_set_aside(collab: Collaboration) -> Iterator[str]:
    for aside in collab.set_aside:
        id_ = dict(aside.value.members).get("id")
        if isinstance(id_, str):
            yield id_
