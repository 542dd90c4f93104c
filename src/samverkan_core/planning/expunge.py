"""What may no longer be kept is taken out of a document, with a receipt that tells nothing of it.

A collaboration has plans and reports about children for as long as somebody has decided that they
may be kept, and not a day longer (gallring). The cases themselves are kept by each authority under
its own decisions on retention; this is about the document alone.
"""

import datetime as dt
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from samverkan_core.findings.acceptance import Acceptance
from samverkan_core.findings.pointer import pointer, tokens
from samverkan_core.indexing import Index, index
from samverkan_core.model.anatomy import COLLECTIONS, Thing, is_reference, json_texts, references
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.labels import Labelled, Lang
from samverkan_core.values.shape import Shape, members
from samverkan_core.values.time import over, the_day

__all__ = ["Expunged", "Expunging", "Receipt", "Removal", "expunge"]

#: Collections whose things state until when they may be kept.
_DATED = ("plans", "concern_reports")
#: A thing, told by its collection and its position there.
_At: TypeAlias = tuple[str, int]


class Expunging(Labelled):
    """Why something was taken out."""

    TIME_PASSED = ("time_passed", "sista dagen har passerat", "its last day has passed")
    NO_LONGER_NEEDED = (
        "no_longer_needed",
        "inget som finns kvar gäller barnet",
        "nothing that is left is about the child",
    )
    ABOUT_NOTHING_ELSE = (
        "about_nothing_else",
        "gällde bara det som gallrats",
        "was only about what was removed",
    )
    CANNOT_STAND = (
        "cannot_stand",
        "kan inte stå utan det som gallrats",
        "cannot stand without what was removed",
    )
    POINTED_THERE = ("pointed_there", "hänvisade dit", "referred to it")


@attrs.frozen(kw_only=True)
class Removal:
    """One thing that was taken out, or one reference that was; never what it said."""

    #: The collection that it stood in.
    collection: str
    #: Its id.
    id: str
    #: The member that the reference stood in; None where the whole thing was taken out.
    member: str | None = None
    #: Why.
    why: Expunging

    def to_dict(self, lang: Lang = "sv") -> dict[str, object]:
        """Write it as plain data, with the reason in words too."""
        told = {"collection": self.collection, "id": self.id, "member": self.member}
        given = {name: value for name, value in told.items() if value is not None}
        return {**given, "why": self.why.code, "reason": self.why.label(lang)}


@attrs.frozen(kw_only=True)
class Receipt:
    """What was taken out on a day (gallringsprotokoll): ids and reasons, no content."""

    #: The day on which it was asked what may be kept.
    day: dt.date
    #: What was taken out, in the order of the document.
    removals: tuple[Removal, ...] = ()

    def to_dict(self, lang: Lang = "sv") -> dict[str, object]:
        """Write the receipt as plain data."""
        rows = [removal.to_dict(lang) for removal in self.removals]
        return {"receipt": "1", "day": self.day.isoformat(), "removals": rows}


@attrs.frozen(kw_only=True)
class Expunged:
    """A collaboration without what may no longer be kept, and the receipt."""

    #: The collaboration.
    collaboration: Collaboration
    #: What was taken out.
    receipt: Receipt


def expunge(collab: Collaboration, at: dt.date) -> Expunged:
    """Take out plans and reports whose last day lies before a day, and what was about them alone.

    A child goes with the last of what is about it. Another thing goes if all that it refers to
    has gone; else only its reference does, unless it cannot be without it. An acceptance of a
    finding about what has gone goes too. Everything else stays as it was; what could not be read
    and was set aside is not touched, for nobody knows until when it may be kept.
    """
    day = the_day(at)
    book = index(collab)
    gone = _Spread(collab).from_those(_past(collab, day))
    if not gone:
        return Expunged(collaboration=collab, receipt=Receipt(day=day))
    left = _without(book, gone)
    lost = {_id(collab, one) for one in gone} - {thing.id for _, thing in _things(left)}
    rows = (Removal(collection=one[0], id=_id(collab, one), why=gone[one]) for one in _order(gone))
    receipt = Receipt(day=day, removals=(*rows, *_references_to(lost, left)))
    whole = _accepting(_cut(left, lost), lost)
    return Expunged(collaboration=whole, receipt=receipt)


def _things(collab: Collaboration) -> Iterator[tuple[_At, Any]]:
    """Give every thing that has an id, with where it stands."""
    for collection in COLLECTIONS:
        for position, thing in enumerate(getattr(collab, collection)):
            yield (collection, position), thing


def _id(collab: Collaboration, at: _At) -> str:
    id_: str = getattr(collab, at[0])[at[1]].id
    return id_


def _order(gone: Collection[_At]) -> list[_At]:
    names = tuple(COLLECTIONS)
    return sorted(gone, key=lambda at: (names.index(at[0]), at[1]))


def _past(collab: Collaboration, day: dt.date) -> Iterator[_At]:
    """Give the plans and reports whose last day lies before a day."""
    for collection in _DATED:
        for position, thing in enumerate(getattr(collab, collection)):
            if over(thing.retain_until, day):
                yield collection, position


# --- what goes with it -------------------------------------------------------------------------


class _Spread:
    """What goes when something goes: each thing and each reference is looked at once."""

    __slots__ = (
        "bearers",
        "bearing",
        "gone",
        "left",
        "lost",
        "named",
        "needed",
        "referring",
        "things",
    )

    def __init__(self, collab: Collaboration) -> None:
        """Count who refers to what."""
        self.things = dict(_things(collab))
        self.named = {at: _named(thing) for at, thing in self.things.items()}
        #: Id -> how many things have it, and those that refer to it.
        self.bearers = Counter(thing.id for thing in self.things.values())
        self.bearing: dict[str, list[_At]] = defaultdict(list)
        self.referring: dict[str, list[_At]] = defaultdict(list)
        for at, targets in self.named.items():
            self.bearing[self.things[at].id].append(at)
            for target in targets:
                self.referring[target].append(at)
        # The collaboration's own references keep nothing from going, and go where they must.
        self.needed = Counter({id_: len(found) for id_, found in self.referring.items()})
        self.left = {at: len(targets) for at, targets in self.named.items()}
        self.gone: dict[_At, Expunging] = {}
        #: Ids that nothing has any more.
        self.lost: set[str] = set()

    def from_those(self, first: Iterable[_At]) -> dict[_At, Expunging]:
        """Begin with some things and give all that go, each with the reason."""
        self.gone = dict.fromkeys(first, Expunging.TIME_PASSED)
        waiting = list(self.gone)
        while waiting:
            at = waiting.pop()
            for other, why in (*self._children_of(at), *self._left_alone_by(at)):
                if other not in self.gone:
                    self.gone[other] = why
                    waiting.append(other)
        return self.gone

    def _children_of(self, at: _At) -> Iterator[tuple[_At, Expunging]]:
        """Give the children that a thing was the last to be about."""
        for target in self.named[at]:
            self.needed[target] -= 1
            if not self.needed[target]:
                for bearer in self.bearing[target]:
                    if bearer[0] == "children":
                        yield bearer, Expunging.NO_LONGER_NEEDED

    def _left_alone_by(self, at: _At) -> Iterator[tuple[_At, Expunging]]:
        """Give the things that were about nothing else, or that cannot be without it."""
        id_ = self.things[at].id
        self.bearers[id_] -= 1
        if self.bearers[id_]:
            return
        self.lost.add(id_)
        for other in self.referring[id_]:
            self.left[other] -= 1
            if not self.left[other]:
                yield other, Expunging.ABOUT_NOTHING_ELSE
            elif not _can_stand(self.things[other], self.lost):
                yield other, Expunging.CANNOT_STAND


def _named(thing: Thing) -> tuple[str, ...]:
    """Give the ids that a thing refers to, its own left out."""
    own = thing.id  # type: ignore[attr-defined]  # every thing of a collection has one
    return tuple(dict.fromkeys(target for _, target, _ in references(thing) if target != own))


def _can_stand(thing: Thing, lost: Collection[str]) -> bool:
    try:
        _cut(thing, lost)
    except _CannotStandError:
        return False
    return True


# --- taking out --------------------------------------------------------------------------------


def _without(book: Index, gone: Collection[_At]) -> Collaboration:
    """Take things out; what was set aside moves up as they do."""
    collab = book.collaboration
    changed: dict[str, Any] = {
        name: tuple(
            thing
            for position, thing in enumerate(getattr(collab, name))
            if (name, position) not in gone
        )
        for name in {collection for collection, _ in gone}
    }
    taken: dict[str, list[int]] = defaultdict(list)
    for name, position in sorted(gone):
        taken[name].append(book.positions[name][position])
    aside = tuple(_moved_up(one, taken) for one in collab.set_aside)
    return attrs.evolve(collab, **changed, set_aside=aside)


def _moved_up(aside: SetAside, taken: Mapping[str, Sequence[int]]) -> SetAside:
    """Let what was set aside stand where it did among what is left."""
    collection, place = tokens(aside.pointer)
    before = bisect_left(taken.get(collection, ()), int(place))
    return attrs.evolve(aside, pointer=pointer(collection, int(place) - before))


def _references_to(lost: Collection[str], collab: Collaboration) -> Iterator[Removal]:
    """Tell of each reference to what has gone, and of each acceptance of a finding about it."""
    for at, thing in _things(collab):
        for place, target, _ in references(thing):
            if target in lost:
                member = next(str(step) for step in reversed(place) if isinstance(step, str))
                why = Expunging.POINTED_THERE
                yield Removal(collection=at[0], id=thing.id, member=member, why=why)
    for one in collab.acceptances:
        if _is_about(one, lost):
            yield Removal(collection="acceptances", id=one.code, why=Expunging.POINTED_THERE)


def _accepting(collab: Collaboration, lost: Collection[str]) -> Collaboration:
    kept = tuple(one for one in collab.acceptances if not _is_about(one, lost))
    return attrs.evolve(collab, acceptances=kept)


def _is_about(one: Acceptance, lost: Collection[str]) -> bool:
    """Tell whether an acceptance names what has gone; then nothing can match it any more."""
    return one.subject in lost or any(text in lost for _, text in json_texts(one.data))


class _CannotStandError(Exception):
    """Told of a thing that means something else without a reference, or nothing at all."""


def _cut(thing: Any, lost: Collection[str]) -> Any:  # noqa: ANN401 - a thing of any class, and one of that class
    """Take the references to some ids out of a thing.

    A part in a list goes if it needs one of them. A list that may not be empty is not emptied, and
    is not left out either: a scope without its last body would be one without bounds.
    """
    cls: Any = type(thing)
    changed: dict[str, Any] = {}
    for name, shape in members(cls):
        held = getattr(thing, name)
        if held is not None and name != "id":
            kept = _many_kept(held, shape, lost) if shape.many else _one_kept(held, shape, lost)
            if kept is not held:
                changed[name] = kept
    return attrs.evolve(thing, **changed) if changed else thing


def _many_kept(held: tuple[Any, ...], shape: Shape, lost: Collection[str]) -> tuple[Any, ...]:
    kept = tuple(_each_kept(held, attrs.evolve(shape, optional=False), lost))
    if len(kept) == len(held) and all(new is old for new, old in zip(kept, held, strict=True)):
        return held
    if not all(bound.holds(kept) for bound in shape.list_bounds):
        raise _CannotStandError
    return kept


def _each_kept(held: tuple[Any, ...], shape: Shape, lost: Collection[str]) -> Iterator[Any]:
    for one in held:
        try:
            yield _one_kept(one, shape, lost)
        except _CannotStandError:
            continue


def _one_kept(held: Any, shape: Shape, lost: Collection[str]) -> Any:  # noqa: ANN401 - a member of any class
    if is_reference(shape) and held in lost:
        if not shape.optional:
            raise _CannotStandError
        return None
    if attrs.has(shape.base) and shape.base is not JsonObject:
        return _cut(held, lost)
    return held
