"""Scopes: what a question is about, and what a mandate covers of it."""

from collections.abc import Collection, Iterator
from typing import Any, TypeAlias

from samverkan_core.errors import InvalidValue, UnknownId
from samverkan_core.indexing import Index, Shelf
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.mandate import Matter, Scope
from samverkan_core.values.ages import AgeBand

__all__ = [
    "Place",
    "a_target",
    "covers",
    "matters_of",
    "meet",
    "named_matters",
    "own_places",
    "places",
    "target_of",
]

#: Where a mandate is looked for: an id in one dimension, or nowhere in particular.
Place: TypeAlias = tuple[str, str] | None

#: The dimensions of a scope that are lists of ids; each is named as the collection it points into.
_DIMENSIONS = ("focus_areas", "bodies", "actors", "matters")


def target_of(book: Index, on: Scope | str | None) -> Scope:
    """Make a scope of what a caller asks about: a scope, the id of one thing, or everything.

    Raises:
        UnknownId: The document has no such thing.
    """
    if isinstance(on, str):
        known = book.once(_targets)
        if on not in known:
            known[on] = _target(book, on)
        return known[on]
    target = on or Scope()
    for dimension in _DIMENSIONS:
        for id_ in getattr(target, dimension) or ():
            if book.shelves[dimension].get(id_) is None:
                raise UnknownId(id_, _ids(book, (dimension,)))
    return target


def _targets(_: Index) -> dict[str, Scope]:
    """Begin the scopes that single ids of an index stand for."""
    return {}


def _target(book: Index, id_: str) -> Scope:
    for dimension in _DIMENSIONS:
        if book.shelves[dimension].get(id_) is not None:
            one: dict[str, Any] = {dimension: (id_,)}
            return Scope(**one)
    raise UnknownId(id_, _ids(book, _DIMENSIONS))


def a_target(on: Scope | str | None) -> Scope | str | None:
    """Refuse what a question cannot be about, whatever the document holds.

    Raises:
        InvalidValue: It is neither a scope nor an id.
    """
    if on is not None and not isinstance(on, (str, Scope)):
        raise InvalidValue(f"`on` is a Scope or an id, not a {type(on).__name__}")
    return on


def _ids(book: Index, collections: Collection[str]) -> Iterator[str]:
    return (id_ for name in COLLECTIONS if name in collections for id_ in book.shelves[name].first)


def covers(book: Index, scope: Scope | None, target: Scope) -> bool:
    """Tell whether a scope holds all that a target names; an open dimension holds everything."""
    if scope is None:
        return True
    return (
        _holds(scope.focus_areas, target.focus_areas)
        and _holds(scope.bodies, target.bodies)
        and _holds(scope.actors, target.actors)
        and _holds_matters(book, scope, target)
        and _holds_ages(scope, target)
    )


def _holds(own: Collection[str] | None, asked: Collection[str] | None) -> bool:
    return own is None or (asked is not None and frozenset(own).issuperset(asked))


def _holds_matters(book: Index, scope: Scope, target: Scope) -> bool:
    if scope.matters is None:
        return True
    own = set(scope.matters)
    # What the document lacks lies at least in itself.
    asked = ((id_, *_with_groups(book, id_)) for id_ in target.matters or ())
    return target.matters is not None and all(own.intersection(groups) for groups in asked)


def _holds_ages(scope: Scope, target: Scope) -> bool:
    if scope.ages is None:
        return True
    asked = _ages(target.ages)
    return bool(asked) and asked <= _ages(scope.ages)


def _ages(band: AgeBand | None) -> frozenset[int]:
    return frozenset() if band is None else frozenset(band.ages())


def _with_groups(book: Index, id_: str) -> tuple[str, ...]:
    """Give the id of a matter and of every known group that it is part of; a ring ends."""
    known = book.once(_lines)
    if id_ not in known:
        known[id_] = _line(book, id_)
    return known[id_]


def _lines(_: Index) -> dict[str, tuple[str, ...]]:
    """Begin the lines of groups around the matters of an index."""
    return {}


def _line(book: Index, id_: str) -> tuple[str, ...]:
    matters: Shelf[Matter] = book.shelves["matters"]
    above = matters.upwards(matters.get(id_), lambda matter: matter.part_of)
    return tuple(matter.id for matter in above)


def places(book: Index, target: Scope) -> Iterator[Place]:
    """Give the places of which every mandate has one that covers a target.

    A mandate whose scope is limited to some ids must have the first of them that is asked about, or
    a group around it; one that is open has the place None.
    """
    yield None
    for dimension in _DIMENSIONS:
        for id_ in (getattr(target, dimension) or ())[:1]:
            around = _with_groups(book, id_) if dimension == "matters" else ()
            yield from ((dimension, one) for one in dict.fromkeys((id_, *around)))


def own_places(scope: Scope | None) -> tuple[Place, ...]:
    """Give the places under which a scope is looked for: the ids in one dimension of it."""
    for dimension in _DIMENSIONS:
        ids = getattr(scope, dimension, None)
        if ids:
            return tuple((dimension, id_) for id_ in dict.fromkeys(ids))
    return (None,)


def named_matters(book: Index, target: Scope) -> tuple[Matter, ...]:
    """Give the matters that a target names, as far as the document has them."""
    known = (book.shelves["matters"].get(id_) for id_ in target.matters or ())
    return tuple(matter for matter in known if matter is not None)


def matters_of(book: Index, target: Scope) -> tuple[Matter, ...]:
    """Give the matters that a target names, and the groups that they are part of."""
    ids = (id_ for named in target.matters or () for id_ in _with_groups(book, named))
    known = (book.shelves["matters"].get(id_) for id_ in dict.fromkeys(ids))
    return tuple(matter for matter in known if matter is not None)


def meet(book: Index, one: Scope, other: Scope | None) -> Scope | None:
    """Give what two scopes both cover; None where they have nothing in common."""
    if other is None:
        return one
    found: dict[str, Any] = {
        dimension: _common(getattr(one, dimension), getattr(other, dimension))
        for dimension in _DIMENSIONS[:-1]
    }
    found["matters"] = _common_matters(book, one.matters, other.matters)
    ages = _common_ages(one.ages, other.ages)
    if () in found.values() or (ages is not None and not ages.ages()):
        return None
    return Scope(**found, ages=ages)


def _common(own: tuple[str, ...] | None, others: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if own is None or others is None:
        return others if own is None else own
    return tuple(id_ for id_ in own if id_ in others)


def _common_matters(
    book: Index, own: tuple[str, ...] | None, others: tuple[str, ...] | None
) -> tuple[str, ...] | None:
    """Of a matter and a group that it is part of, the matter is what both cover."""
    if own is None or others is None:
        return others if own is None else own
    pairs = ((own, frozenset(others)), (others, frozenset(own)))
    return tuple(
        dict.fromkeys(
            id_
            for named, groups in pairs
            for id_ in named
            if not groups.isdisjoint((id_, *_with_groups(book, id_)))
        )
    )


def _common_ages(own: AgeBand | None, others: AgeBand | None) -> AgeBand | None:
    if own is None or others is None:
        return own or others
    first, last = max(own.from_age, others.from_age), min(own.to_age, others.to_age)
    return AgeBand(from_age=first, to_age=last)
