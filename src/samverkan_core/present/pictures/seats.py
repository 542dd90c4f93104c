"""What a picture of who sits where is drawn from: the actors, the bodies, and the seats between."""

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from samverkan_core.indexing import Index, View, index
from samverkan_core.model.body import Body, Seat
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.ids import ActorId
from samverkan_core.values.time import in_force, the_day

__all__ = ["Bench", "Seated", "Seating", "seating"]


@attrs.frozen(kw_only=True)
class Bench:
    """The seats that one actor has in one body."""

    #: How many they are.
    seats: int
    #: Whether one of them leads the body.
    leads: bool
    #: What the offices that fill them are called; those that no office is named for are left out.
    roles: tuple[str, ...] = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Seated:
    """One who has seats, or could have."""

    #: The actor; None where nobody is named for the seat.
    actor: ActorId | None
    #: What it is called; its id where the document does not tell.
    name: str | None = attrs.field(repr=False)
    #: Its seats in each body, in the order of the bodies; None where it has none.
    benches: tuple[Bench | None, ...]


@attrs.frozen(kw_only=True)
class Seating:
    """Who sits where on a day: actors by bodies. No person stands in it."""

    #: The day.
    day: dt.date
    #: The bodies there are on the day, in the order of the document.
    bodies: tuple[Body, ...]
    #: The actors there are on the day, in the order of the document; then those with a seat who
    #: are not among them; last the seats that nobody is named for.
    rows: tuple[Seated, ...]


def seating(collab: Collaboration | Index, at: dt.date) -> Seating:
    """Look through the seats of all bodies there are on a day.

    The actor of a seat is the one on whose behalf its holder sits there; where none is named, the
    one that the office belongs to.
    """
    view, day = index(collab).whole, the_day(at)
    bodies = tuple(body for body in view.bodies.firsts() if in_force(body.period, day))
    seats = [[(_actor(view, seat), seat) for seat in body.seats] for body in bodies]
    there = [actor.id for actor in view.actors.firsts() if in_force(actor.period, day)]
    named = [actor for found in seats for actor, _ in found]
    ids: list[ActorId | None] = list(dict.fromkeys([*there, *filter(None, named)]))
    if None in named:
        ids.append(None)
    rows = (
        Seated(
            actor=id_,
            name=_name(view, id_),
            benches=tuple(_bench(view, id_, found) for found in seats),
        )
        for id_ in ids
    )
    return Seating(day=day, bodies=bodies, rows=tuple(rows))


def _actor(view: View, seat: Seat) -> ActorId | None:
    role = view.roles.get(seat.role)
    return seat.on_behalf_of or (None if role is None else role.actor)


def _name(view: View, id_: ActorId | None) -> str | None:
    actor = view.actors.get(id_)
    return id_ if actor is None else actor.name


def _bench(
    view: View, id_: ActorId | None, found: Iterable[tuple[ActorId | None, Seat]]
) -> Bench | None:
    own = [seat for actor, seat in found if actor == id_]
    if not own:
        return None
    return Bench(
        seats=sum(seat.count for seat in own),
        leads=any(seat.leads for seat in own),
        roles=tuple(dict.fromkeys(_roles(view, own))),
    )


def _roles(view: View, seats: Iterable[Seat]) -> Iterator[str]:
    for seat in seats:
        if seat.role is not None:
            role = view.roles.get(seat.role)
            yield seat.role if role is None else role.name
