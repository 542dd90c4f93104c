"""The structure as a diagram: actors, bodies, what answers to what, and who sits in which body."""

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import attrs

from samverkan_core.indexing import Index, index
from samverkan_core.model.actor import Actor
from samverkan_core.model.body import Body
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.diagrams import (
    Drawing,
    Edge,
    Form,
    Node,
    Note,
    Part,
    Ref,
    written,
)
from samverkan_core.present.pictures.seats import Bench, Seated, Seating, seating
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.time import in_force

__all__ = ["structure_diagram", "structure_drawing"]

_SAY: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "sv": {
            "areas": "fokusområde: {areas}",
            "away": "finns inte den {day}",
            "home": "hemvist",
            "leads": "leder",
            "missing": "{what}: {name} ({why})",
            "nothing": "Den {day} fanns inga aktörer och inga organ.",
            "part_of": "del av",
            "principal": "huvudman",
            "seats": "{count} platser",
            "under": "hör till eller svarar inför",
            "unknown": "finns inte i dokumentet",
        },
        "en": {
            "areas": "focus area: {areas}",
            "away": "not there on {day}",
            "home": "home",
            "leads": "leads",
            "missing": "{what}: {name} ({why})",
            "nothing": "On {day} there were no actors and no bodies.",
            "part_of": "part of",
            "principal": "principal",
            "seats": "{count} seats",
            "under": "belongs or answers to",
            "unknown": "not in the document",
        },
    }
)


def structure_diagram(
    collab: Collaboration | Index, *, at: dt.date, lang: Lang = "sv", form: Form = "mermaid"
) -> str:
    """Draw how a collaboration is built up on a day (struktur), as Mermaid or DOT.

    Actors are rounded, bodies are boxes. An arrow goes from what stands above to what is part of it
    or answers to it: from a steering group to its working groups. Beside an arrow stands `huvudman`
    where it comes from the principal, and `hemvist` where from the actor in whose organisation a
    body stands. A broken line joins a body and an actor that sits in it. No person stands here.

    Args:
        collab: The collaboration, or an index of it.
        at: The day.
        lang: The language.
        form: Mermaid, or DOT for Graphviz.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownLanguage: There are no texts in the language.
        InvalidValue: There is no such form.
    """
    return written(structure_drawing(collab, at, lang), form)


def structure_drawing(collab: Collaboration | Index, at: dt.date, lang: Lang) -> Drawing:
    """Say what a diagram of the structure shows on a day.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownLanguage: There are no texts in the language.
    """
    book = index(collab)
    shown = seating(book, at)
    look = _Look(book=book, shown=shown, drawn=frozenset(_drawn(shown)), lang=language(lang))
    return Drawing.of(tuple(look.parts()) or (look.nothing(),), across=True)


def _drawn(shown: Seating) -> Iterator[Ref]:
    """Give all that has a node of its own."""
    yield from (("bodies", body.id) for body in shown.bodies)
    yield from (("actors", row.actor) for row in shown.rows if row.actor is not None)


@attrs.frozen(kw_only=True)
class _Look:
    """A look at the structure on one day, in one language."""

    book: Index
    shown: Seating
    drawn: frozenset[Ref]
    lang: Lang

    @property
    def say(self) -> Mapping[str, str]:
        """The words of the language."""
        return _SAY[self.lang]

    def nothing(self) -> Node:
        """Say that there is nothing to draw, rather than to draw nothing."""
        return Node(ref=("", ""), lines=(self.say["nothing"].format(day=self.shown.day),))

    def parts(self) -> Iterator[Part]:
        """Give the bodies and the actors, then what hangs under what, then who sits where."""
        yield from map(self.body, self.shown.bodies)
        actors = [row for row in self.shown.rows if row.actor is not None]
        yield from map(self.actor, actors)
        for body in self.shown.bodies:
            yield from self.above_body(body)
        for row in actors:
            yield from self.above_actor(self.book.shelves["actors"].get(row.actor))
        for row in actors:
            yield from self.seats(row)

    def body(self, body: Body) -> Node:
        """Draw a body with its kind, and the focus areas that it works on."""
        areas = ", ".join(self.areas(body))
        kind = body.kind_name or body.kind.label(self.lang)
        on = [self.say["areas"].format(areas=areas)] if areas else []
        return Node(ref=("bodies", body.id), lines=(body.name, kind, *on))

    def areas(self, body: Body) -> Iterator[str]:
        """Name the focus areas of a working group that are not closed or yet to come."""
        for area in self.book.shelves["focus_areas"].firsts():
            if area.working_group == body.id and area.active_on(self.shown.day) is not False:
                yield area.name

    def actor(self, row: Seated) -> Node:
        """Draw an actor with its kind; one that is not there on the day has a broken edge."""
        actor: Actor | None = self.book.shelves["actors"].get(row.actor)
        why = self.absence("actors", row.actor)
        kind = [] if actor is None else [actor.kind_name or actor.kind.label(self.lang)]
        return Node(
            ref=("actors", str(row.actor)),
            lines=(str(row.name), *kind, *why),
            shape="rounded",
            faded=bool(why),
        )

    def above_body(self, body: Body) -> Iterator[Part]:
        """Draw what a body is part of or answers to, and in whose organisation it stands."""
        ref = ("bodies", body.id)
        yield from self.under(ref, "bodies", body.part_of, ("under", ""))
        yield from self.under(ref, "actors", body.actor, ("home", self.say["home"]))

    def above_actor(self, actor: Actor | None) -> Iterator[Part]:
        """Draw what an actor is a unit of, and who answers for it in law."""
        if actor is not None:
            ref = ("actors", actor.id)
            yield from self.under(ref, "actors", actor.part_of, ("part_of", ""))
            yield from self.under(
                ref, "actors", actor.principal, ("principal", self.say["principal"])
            )

    def under(
        self, ref: Ref, collection: str, above: str | None, words: tuple[str, str]
    ) -> Iterator[Part]:
        """Draw an arrow from what stands above; where that is not drawn, say so."""
        key, says = words
        if above is None:
            return
        if (collection, above) in self.drawn:
            yield Edge(start=(collection, above), end=ref, says=says)
            return
        thing = self.book.shelves[collection].get(above)
        name, why = above if thing is None else thing.name, self.absence(collection, above)
        missing = self.say["missing"].format(what=self.say[key], name=name, why=", ".join(why))
        yield Note(about=ref, says=missing)

    def absence(self, collection: str, id_: str | None) -> tuple[str, ...]:
        """Say why something is not there; nothing where it is."""
        thing = self.book.shelves[collection].get(id_)
        if thing is None:
            return (self.say["unknown"],)
        there = in_force(thing.period, self.shown.day)
        return () if there else (self.say["away"].format(day=self.shown.day),)

    def seats(self, row: Seated) -> Iterator[Edge]:
        """Join an actor to each body that it sits in, with how many seats it has there."""
        for body, bench in zip(self.shown.bodies, row.benches, strict=True):
            if bench is not None:
                yield Edge(
                    start=("bodies", body.id),
                    end=("actors", str(row.actor)),
                    says=", ".join(self.bench(bench)),
                    broken=True,
                    pointed=False,
                )

    def bench(self, bench: Bench) -> Iterator[str]:
        """Say how many seats there are, where they are several, and whether one of them leads."""
        if bench.seats > 1:
            yield self.say["seats"].format(count=bench.seats)
        if bench.leads:
            yield self.say["leads"]
