"""Rules about ids and references: each id names one thing, and each reference leads to it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from samverkan_core.errors import nearest
from samverkan_core.findings.finding import Datum, Force, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF, Index, Shelf, View
from samverkan_core.model.anatomy import COLLECTIONS, Place, references
from samverkan_core.model.collected import Collected
from samverkan_core.model.person import Protection
from samverkan_core.rules.common import Holder, holder_of
from samverkan_core.rules.relations import Chain, Relation
from samverkan_core.rules.rings import Links, rings
from samverkan_core.rules.rule import Asked, Breach, Outcome, rule
from samverkan_core.values.ids import INTO
from samverkan_core.values.labels import Labelled
from samverkan_core.values.shape import members

__all__ = ["dangling", "id_used_twice", "of_another_kind", "ring", "set_aside"]

#: Words compared in the search for hints; beyond that a document has other faults than spelling.
_MOST_COMPARED = 10_000
#: The longest id that is worth a hint.
_LONGEST = 80


class Meant(Labelled):
    """What is said where no id is near enough to be a hint; no id is empty."""

    NOTHING_KNOWN = ("", "något annat", "something else")


#: What stands for an id that may not be told.
_WITHHELD = "***"

_ALL = (ITSELF, *COLLECTIONS)
_WORDS = (("holder", Holder), ("member", Relation))


@attrs.frozen
class _Stray:
    """A reference that leads to nothing of the collections that it points into."""

    #: Where the reference stands.
    place: Place
    #: The id that it names.
    target: str
    #: The collections that it may point into.
    wanted: tuple[str, ...]

    @property
    def member(self) -> str:
        """The member that the reference stands in."""
        return next(str(step) for step in reversed(self.place) if isinstance(step, str))


@rule(
    "REF001",
    Severity.ERROR,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=_ALL,
    words=(*_WORDS, ("meant", Meant), ("wanted", Collected)),
    sv=Texts(
        message=(
            "{holder} anger {target} som {member} (menade du {meant}?), "
            "men inget i dokumentet har det id:t."
        ),
        why=(
            "Den som följer hänvisningen kommer ingenstans. Det går inte att se vem eller vad "
            "som avses, och regler som bygger på den kan inte prövas."
        ),
        remedy=(
            "Den som förvaltar dokumentet rättar id:t, eller för in det som saknas under {wanted}."
        ),
    ),
    en=Texts(
        message=(
            "{holder} gives {target} as {member} (did you mean {meant}?), "
            "but nothing in the document has that id."
        ),
        why=(
            "Whoever follows the reference comes nowhere. Nobody can see who or what is meant, "
            "and rules that rest on it cannot be judged."
        ),
        remedy="Whoever keeps the document mends the id, or enters what is missing under {wanted}.",
    ),
)
def dangling(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each reference whether anything has the id that it names."""
    known = view.index.once(_homes).keys() | view.index.set_aside
    strays = [stray for stray in view.index.once(_strays) if stray.target not in known]
    meant = _hints(view, strays)
    for stray in strays:
        hint = meant.get((stray.target, stray.wanted), "")
        yield _breach(view, stray, meant=hint, wanted=stray.wanted)


@rule(
    "REF002",
    Severity.ERROR,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=_ALL,
    words=(("found", Collected), ("first", Collected)),
    sv=Texts(
        message="Id:t {id} under {found} används redan för något annat, under {first}.",
        why=(
            "Ett id står för en enda sak i hela dokumentet. Står det för två är det bara den "
            "första som hänvisningar leder till."
        ),
        remedy=(
            "Den som förvaltar dokumentet ger en av de två ett eget id och går igenom de "
            "hänvisningar som avsåg den."
        ),
    ),
    en=Texts(
        message="The id {id} under {found} is already used for something else, under {first}.",
        why=(
            "An id stands for one thing in the whole document. Where it stands for two, "
            "references lead to the first only."
        ),
        remedy=(
            "Whoever keeps the document gives one of the two an id of its own and goes through "
            "the references that meant it."
        ),
    ),
)
def id_used_twice(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each thing whether its id was already taken."""
    first: dict[str, str] = {}
    for collection in COLLECTIONS:
        for position, thing in enumerate(view.shelf(collection)):
            if thing.id in first:
                where = view.index.place(collection, position, "id")
                data = {"id": thing.id, "found": collection, "first": first[thing.id]}
                yield Breach(where, thing.id, **data)
            first.setdefault(thing.id, collection)


@rule(
    "REF003",
    Severity.ERROR,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=_ALL,
    words=(*_WORDS, ("found", Collected), ("wanted", Collected)),
    sv=Texts(
        message=(
            "{holder} anger {target} som {member}, men {target} står under {found}; "
            "här godtas {wanted}."
        ),
        why=(
            "En hänvisning till fel slags sak läses på ett sätt av den som skrev den och på "
            "ett annat av den som följer den."
        ),
        remedy=(
            "Den som förvaltar dokumentet anger ett id som står under {wanted}, eller flyttar "
            "uppgiften till det fält där den hör hemma."
        ),
    ),
    en=Texts(
        message=(
            "{holder} gives {target} as {member}, but {target} stands under {found}; "
            "accepted here: {wanted}."
        ),
        why=(
            "A reference to the wrong kind of thing is read in one way by whoever wrote it and "
            "in another by whoever follows it."
        ),
        remedy=(
            "Whoever keeps the document gives an id that stands under {wanted}, or moves the "
            "fact to the member where it belongs."
        ),
    ),
)
def of_another_kind(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each reference whether it leads to a thing of a kind that it may lead to."""
    homes = view.index.once(_homes)
    for stray in view.index.once(_strays):
        if stray.target in homes and stray.target not in view.index.set_aside:
            yield _breach(view, stray, found=homes[stray.target], wanted=stray.wanted)


@rule(
    "REF004",
    Severity.WARNING,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=_ALL,
    words=_WORDS,
    sv=Texts(
        message=(
            "{holder} anger {target} som {member}, men {target} gick inte att läsa och har "
            "lagts åt sidan."
        ),
        why=(
            "Hänvisningen kan vara riktig, men det som den leder till har inte granskats. "
            "Slutsatser som vilar på det är osäkra."
        ),
        remedy=(
            "Den som förvaltar dokumentet rättar de fel som läsningen rapporterade för "
            "{target} och läser in dokumentet igen."
        ),
    ),
    en=Texts(
        message=(
            "{holder} gives {target} as {member}, but {target} could not be read and was set aside."
        ),
        why=(
            "The reference may be right, but what it leads to has not been checked. Conclusions "
            "that rest on it are uncertain."
        ),
        remedy=(
            "Whoever keeps the document mends the faults that the reading reported for "
            "{target} and reads the document again."
        ),
    ),
)
def set_aside(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each reference whether it leads to something that was set aside on reading."""
    for stray in view.index.once(_strays):
        if stray.target in view.index.set_aside:
            yield _breach(view, stray)


@rule(
    "REF005",
    Severity.ERROR,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=_ALL,
    words=(("member", Chain),),
    sv=Texts(
        message="Kedjan av {member} går i ring: {ids}.",
        why=(
            "En sådan kedja ska ha en ände: ytterst någon som svarar för helheten, eller det "
            "som allt annat vilar på. I en ring finns ingen."
        ),
        remedy=(
            "Den som förvaltar dokumentet ser efter vilken hänvisning i ringen som är fel och "
            "tar bort eller rättar den."
        ),
    ),
    en=Texts(
        message="The chain of {member} comes back to itself: {ids}.",
        why=(
            "Such a chain has an end: somebody who answers for the whole, or that which all "
            "else rests on. A ring has none."
        ),
        remedy=(
            "Whoever keeps the document finds out which reference in the ring is wrong and "
            "removes or mends it."
        ),
    ),
)
def ring(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each chain of things of one kind whether it comes back to itself."""
    for collection, member, many in _CHAINS:
        shelf = view.shelf(collection)
        for ids in shelf.once(_rings_of(collection))[member]:
            thing: Any = shelf.get(ids[0])
            after = (*ids, ids[0])[1]
            steps = (getattr(thing, member).index(after),) if many else ()
            yield Breach(view.place(thing, member, *steps), ids[0], ids=ids, member=member)


# --- references that lead nowhere -------------------------------------------------------------


def _homes(book: Index) -> Mapping[str, str]:
    """Give each id with the collection of the first thing that has it."""
    homes: dict[str, str] = {}
    # From the last to the first, so that the first has the last word.
    for collection in reversed(tuple(COLLECTIONS)):
        homes |= dict.fromkeys(book.shelves[collection].first, collection)
    return homes


def _strays(book: Index) -> tuple[_Stray, ...]:
    """Give every reference that leads to nothing of the collections that it points into."""
    homes = book.once(_homes)
    return tuple(
        _Stray(place, target, wanted)
        for place, target, wanted in book.whole.everywhere(references)
        if homes.get(target) not in wanted
        and not any(target in book.shelves[collection].first for collection in wanted)
    )


def _breach(view: View, stray: _Stray, **data: Datum) -> Breach:
    holder = holder_of(view, stray.place)
    where = view.index.written(stray.place)
    named: dict[str, Datum] = {"holder": holder or "", "member": stray.member}
    shown: dict[str, Datum] = {"target": stray.target, **data}
    if _is_withheld(view, stray):
        # Where a person with protected particulars works is not told by a slip in its id either.
        shown.update(dict.fromkeys(shown.keys() & {"target", "meant"}, _WITHHELD))
    return Breach(where, holder, **named, **shown)


def _is_withheld(view: View, stray: _Stray) -> bool:
    collection, position, *_ = (*stray.place, 0)
    if collection != "persons":
        return False
    return view.persons.things[int(position)].protection is not Protection.NONE


def _hints(view: View, strays: Iterable[_Stray]) -> dict[tuple[str, tuple[str, ...]], str]:
    """Give the nearest id for each stray target that has one near, in bounded time."""
    sought = {(stray.target, stray.wanted) for stray in strays if len(stray.target) <= _LONGEST}
    known = {wanted: _short_ids(view, wanted) for wanted in {wanted for _, wanted in sought}}
    if sum(len(known[wanted]) for _, wanted in sought) > _MOST_COMPARED:
        return {}
    near = ((key, nearest(key[0], known[key[1]])) for key in sought)
    return {key: known[key[1]][folded] for key, folded in near if folded is not None}


def _short_ids(view: View, collections: tuple[str, ...]) -> dict[str, str]:
    ids = (id_ for collection in collections for id_ in view.shelf(collection).first)
    return {id_.casefold(): id_ for id_ in ids if len(id_) <= _LONGEST}


# --- chains that come back to themselves ------------------------------------------------------

#: Collection, member and whether it is a list: the members by which things name their own kind.
_CHAINS = tuple(
    (collection, name, shape.many)
    for collection, cls in COLLECTIONS.items()
    for name, shape in members(cls)
    if name != "id" and INTO.get(shape.id_kind) == (collection,)
)


@cache
def _rings_of(collection: str) -> Callable[[Shelf[Any]], Mapping[str, tuple[tuple[str, ...], ...]]]:
    """Give the function that finds the rings in a collection, by member: the same at each call."""
    named = tuple(member for home, member, _ in _CHAINS if home == collection)
    return lambda shelf: {member: tuple(rings(_links(shelf, member))) for member in named}


def _links(shelf: Shelf[Any], member: str) -> Links:
    links = {}
    for id_, position in shelf.first.items():
        named = getattr(shelf.things[position], member)
        several = named if isinstance(named, tuple) else (named,)
        links[id_] = sorted({other for other in several if other in shelf.first})
    return links
