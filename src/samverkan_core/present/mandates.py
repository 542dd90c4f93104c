"""The mandates as a diagram: from the ground that each rests on to whoever holds it."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from samverkan_core.authority import phrases
from samverkan_core.authority.chain import chain_of
from samverkan_core.authority.question import Question, Refusal, RefusalCode
from samverkan_core.authority.ways import Holder, Way, known
from samverkan_core.indexing import Index, Shelf, index
from samverkan_core.model.actor import Actor
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import GoverningDocument
from samverkan_core.model.mandate import Basis, Mandate, MandateKind, Power, Scope
from samverkan_core.model.person import Person, Protection
from samverkan_core.model.role import Role
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
from samverkan_core.values.ids import BodyId
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.time import the_day

__all__ = ["mandates_diagram", "mandates_drawing"]

_SAY: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "sv": {
            "barred": "Hinder: {reasons}",
            "by": "av {giver}",
            "can": "rätt att {powers}",
            "ground": "grund: {ground}",
            "conditions": "villkor: {conditions}",
            "further": "får delegeras vidare",
            "jointly": "tillsammans",
            "nobody": "Ingen innehavare angiven",
            "nothing": "Den {day} gällde inga uppdrag och inga delegationer.",
            "person": "namngiven person",
            "protected": "Person med skyddade personuppgifter",
            "scope": "i fråga om {scope}",
            "substitute": "ersättare",
            "substitute_of": "ersättare {number}",
            "unknown": "finns inte i dokumentet",
            "unread": "Uppgift som inte gick att läsa",
            "urgent": "endast brådskande ärenden",
        },
        "en": {
            "barred": "In the way: {reasons}",
            "by": "by {giver}",
            "can": "the right to {powers}",
            "ground": "ground: {ground}",
            "conditions": "conditions: {conditions}",
            "further": "may be delegated on",
            "jointly": "together",
            "nobody": "No holder named",
            "nothing": "On {day} no mandates held.",
            "person": "a named person",
            "protected": "Person with protected particulars",
            "scope": "in respect of {scope}",
            "substitute": "substitute",
            "substitute_of": "substitute {number}",
            "unknown": "not in the document",
            "unread": "What could not be read",
            "urgent": "in urgent matters only",
        },
    }
)
_UNKNOWN = "unknown"
#: The dimensions of a scope that are lists of ids; each is named as the collection it points into.
_DIMENSIONS = ("focus_areas", "bodies", "actors", "matters")
#: Why somebody may not, and what.
_Bar: TypeAlias = tuple[RefusalCode, Power]
#: Breaks of a chain that are said of the mandate above, and lie in that it was delegated as it was.
_OF_THE_STEP = frozenset({RefusalCode.SUBDELEGATION_NOT_GRANTED, RefusalCode.DELEGATION_TOO_WIDE})


def mandates_diagram(
    collab: Collaboration | Index, *, at: dt.date, lang: Lang = "sv", form: Form = "mermaid"
) -> str:
    """Draw who may do what on a day, and on what ground (uppdrag och delegationer).

    Grounds have points, mandates are boxes, holders are rounded. An arrow goes from a ground to the
    mandate that rests on it, from a mandate to those that were delegated from it, and to each
    holder; a broken one goes to a substitute. A mandate that does not hold on the day is left out,
    unless one that does derives from it. Where a chain does not carry, the mandate has a broken
    edge and says why, in the words of `may`. Caveats of law that nobody has read, and what depends
    on the matter, are not drawn: ask `may`.

    Of a person with protected particulars neither name nor id stands here, only that there is one.

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
    return written(mandates_drawing(collab, at, lang), form)


def mandates_drawing(collab: Collaboration | Index, at: dt.date, lang: Lang) -> Drawing:
    """Say what a diagram of the mandates shows on a day.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownLanguage: There are no texts in the language.
    """
    look = _Look(book=index(collab), day=the_day(at), lang=language(lang))
    return Drawing.of(tuple(look.parts()) or (look.nothing(),), across=True)


@attrs.frozen(kw_only=True)
class _Look:
    """A look at the mandates on one day, in one language."""

    book: Index
    day: dt.date
    lang: Lang

    @property
    def say(self) -> Mapping[str, str]:
        """The words of the language."""
        return _SAY[self.lang]

    @property
    def mandates(self) -> Shelf[Mandate]:
        """All mandates of the document."""
        shelf: Shelf[Mandate] = self.book.shelves["mandates"]
        return shelf

    def nothing(self) -> Node:
        """Say that there is nothing to draw, rather than to draw nothing."""
        return Node(ref=("", ""), lines=(self.say["nothing"].format(day=self.day),))

    def parts(self) -> Iterator[Part]:
        """Give each mandate with what it rests on and who holds it."""
        for mandate in self.shown():
            yield self.box(mandate)
            yield from self.above(mandate)
            yield from self.held(mandate)

    def shown(self) -> Iterator[Mandate]:
        """Give the mandates that hold on the day, each after those that it derives from."""
        for mandate in self.mandates.firsts():
            if _holds(mandate, self.day):
                above = self.mandates.upwards(mandate, lambda one: one.parent)
                yield from reversed(tuple(above))

    # --- the mandate itself ------------------------------------------------------------------

    def box(self, mandate: Mandate) -> Node:
        """Draw a mandate: what it lets its holder do, about what, when, and what is in the way."""
        barred = self.barred(mandate)
        lines = [
            f"{mandate.kind.label(self.lang).capitalize()} {mandate.id}",
            self.say["can"].format(powers=phrases.powers(mandate.powers, self.lang)),
            *self.bounds(mandate),
            *self.in_the_way(mandate, barred),
        ]
        free = set(mandate.powers) - {power for _, power in barred}
        return Node(ref=_ref(mandate), lines=tuple(lines), faded=not free)

    def bounds(self, mandate: Mandate) -> Iterator[str]:
        """Say about what and when a mandate holds, who gave it, and how far it goes."""
        about = phrases.scope(self.with_names(mandate.scope), self.lang)
        if about:
            yield self.say["scope"].format(scope=about)
        yield phrases.period(mandate.period, self.lang)
        if mandate.granted_by is not None:
            yield self.say["by"].format(giver=self.named(mandate.granted_by)[1])
        if mandate.parent is not None and mandate.basis is not None:
            told = self.told(mandate.basis)
            yield from [self.say["ground"].format(ground=told)] if told else []
        if mandate.urgent_only:
            yield self.say["urgent"]
        if mandate.may_delegate:
            yield self.say["further"]
        if mandate.conditions:
            yield self.say["conditions"].format(conditions="; ".join(mandate.conditions))

    def in_the_way(self, mandate: Mandate, barred: Iterable[_Bar]) -> list[str]:
        """Say what is in the way, each reason once, with the powers that it bars if not all."""
        powers: dict[RefusalCode, list[Power]] = {}
        for code, power in barred:
            powers.setdefault(code, []).append(power)
        reasons = [
            code.label(self.lang)
            if set(some) == set(mandate.powers)
            else f"{code.label(self.lang)} ({phrases.powers(some, self.lang)})"
            for code, some in powers.items()
        ]
        return [self.say["barred"].format(reasons="; ".join(reasons))] if reasons else []

    def barred(self, mandate: Mandate) -> tuple[_Bar, ...]:
        """Give what is in the way of a mandate on the day, whoever of its holders would act."""
        first, *others = (self.bars(mandate, id_) for id_ in mandate.granted_to or ("",))
        return tuple(bar for bar in first if all(bar in other for other in others))

    def bars(self, mandate: Mandate, holder: str) -> tuple[_Bar, ...]:
        """Give what is in the way of a mandate on the day for one of its holders."""
        way = Way(mandate=mandate, holder=holder, substituting=holder not in mandate.granted_to)
        found: dict[_Bar, None] = {}
        for power in mandate.powers:
            question = Question(who=holder, power=power, on=Scope(), at=self.day)
            breaks = chain_of(self.book, question, way).breaks_of_the_day(self.book, question)
            lying = ((one.code, power) for one in breaks if _lies_in(mandate, one))
            found.update(dict.fromkeys(lying))
        return tuple(found)

    # --- what it rests on --------------------------------------------------------------------

    def above(self, mandate: Mandate) -> Iterator[Part]:
        """Draw what a mandate derives from: another mandate, or its ground."""
        if mandate.parent is None:
            yield from self.ground(mandate, mandate.basis)
            return
        parent = self.mandates.get(mandate.parent)
        if parent is None:
            yield Note(about=_ref(mandate), says=f"{mandate.parent}: {self.say['unknown']}")
            return
        bent = phrases.mandate(mandate.kind).bent("delegerad", "delegerat")
        further = "vidare" if parent.kind is MandateKind.DELEGATION else ""
        sub = "sub-" if parent.kind is MandateKind.DELEGATION else ""
        says = phrases.either(f"{further}{bent}", f"{sub}delegated", self.lang)
        yield Edge(start=_ref(parent), end=_ref(mandate), says=says)

    def told(self, basis: Basis) -> str:
        """Say what a ground is: line and document, decision, provision, as far as it is stated."""
        other = attrs.evolve(basis, document=None, resolution=self.decided(basis.resolution))
        rest = phrases.basis(other, None, (), self.lang)
        return "; ".join(filter(None, (self.document(basis), rest)))

    def document(self, basis: Basis) -> str:
        """Name the document that a ground lies in, its line, and the decisions that adopted it."""
        if basis.document is None:
            return ""
        document: GoverningDocument | None = self.book.shelves["documents"].get(basis.document)
        name = self.name("documents", basis.document)
        line = "" if basis.line is None else f", {phrases.item(basis.line, self.lang)}"
        by = () if document is None else map(self.decided, document.decided_by)
        return f"{name}{line}{phrases.adopted(tuple(filter(None, by)), self.lang)}"

    def decided(self, resolution: Resolution | None) -> Resolution | None:
        """Give a decision with the name of the body that took it where its id stands."""
        if resolution is None or resolution.body is None:
            return resolution
        return attrs.evolve(resolution, body=BodyId(self.name("bodies", resolution.body)))

    def with_names(self, scope: Scope | None) -> Scope | None:
        """Give a scope with the names of what it covers where their ids stand."""
        if scope is None:
            return None
        named: dict[str, Any] = {
            dimension: tuple(self.name(dimension, id_) for id_ in getattr(scope, dimension))
            for dimension in _DIMENSIONS
            if getattr(scope, dimension)
        }
        return attrs.evolve(scope, **named)

    def name(self, collection: str, id_: str) -> str:
        """Give the name of a thing; its id where the document lacks it."""
        thing = self.book.shelves[collection].get(id_)
        return id_ if thing is None else str(thing.name)

    def ground(self, mandate: Mandate, basis: Basis | None) -> Iterator[Part]:
        """Draw the ground of a mandate; one without any says so itself."""
        if basis is None:
            return
        told = self.told(attrs.evolve(basis, line=None))
        lines = tuple(filter(None, (basis.kind.label(self.lang).capitalize(), told)))
        ref = ("grounds", _short("\n".join(lines)))
        yield Node(ref=ref, lines=lines, shape="pointed")
        says = "" if basis.line is None else phrases.item(basis.line, self.lang)
        yield Edge(start=ref, end=_ref(mandate), says=says)

    # --- who holds it ------------------------------------------------------------------------

    def held(self, mandate: Mandate) -> Iterator[Part]:
        """Draw who holds a mandate, and who steps in."""
        if not mandate.granted_to:
            yield Note(about=_ref(mandate), says=self.say["nobody"])
        jointly = self.say["jointly"] if mandate.jointly and len(mandate.granted_to) > 1 else ""
        for id_ in dict.fromkeys(mandate.granted_to):
            yield from self.holds(mandate, id_, jointly)
        many = len(mandate.substitutes) > 1
        for number, id_ in enumerate(mandate.substitutes, 1):
            says = self.say["substitute_of" if many else "substitute"].format(number=number)
            yield from self.holds(mandate, id_, says)

    def holds(self, mandate: Mandate, id_: str, says: str) -> Iterator[Part]:
        """Draw one who holds a mandate or steps in, with what is in the way of that one alone."""
        common = self.barred(mandate)
        own = [bar for bar in self.bars(mandate, id_) if bar not in common]
        beside = [says] if says else []
        holder = self.holder(id_)
        yield holder
        yield Edge(
            start=_ref(mandate),
            end=holder.ref,
            says=". ".join([*beside, *self.in_the_way(mandate, own)]),
            broken=id_ not in mandate.granted_to,
        )

    def holder(self, id_: str) -> Node:
        """Draw an office, a body, an actor or a person; protected persons share one node."""
        ref, name = self.named(id_)
        holder = known(self.book, id_) if ref[1] else None
        kind = [] if holder is None else [self.kind(holder)]
        unknown = [self.say["unknown"]] if ref[0] == _UNKNOWN else []
        return Node(
            ref=ref,
            lines=(name, *filter(None, kind), *unknown),
            shape="rounded",
            faded=bool(unknown),
        )

    def named(self, id_: str) -> tuple[Ref, str]:
        """Say what an id of a holder stands for, and its name, where that may be told."""
        holder = known(self.book, id_)
        if holder is None and id_ in self.book.set_aside:
            # What could not be read may be a person with protected particulars.
            return ("unread", ""), self.say["unread"]
        if isinstance(holder, Person) and holder.protection is not Protection.NONE:
            return ("protected", ""), self.say["protected"]
        if holder is None:
            return (_UNKNOWN, id_), id_
        return ("holders", id_), holder.name or id_

    def kind(self, holder: Holder) -> str | None:
        """Say what kind of holder it is: of an office to which actor it belongs."""
        if isinstance(holder, Person):
            return self.say["person"]
        if isinstance(holder, Role):
            actor: Actor | None = self.book.shelves["actors"].get(holder.actor)
            return None if actor is None else actor.name
        return holder.kind_name or holder.kind.label(self.lang)


def _short(text: str) -> str:
    """Give a short name for a text: the same for the same text, and for no other."""
    return hashlib.blake2s(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()


def _ref(mandate: Mandate) -> Ref:
    return "mandates", mandate.id


def _holds(mandate: Mandate, day: dt.date) -> bool:
    revoked = mandate.revoked_from is not None and mandate.revoked_from <= day
    return mandate.period.holds_on(day) and not revoked


def _lies_in(mandate: Mandate, broken: Refusal) -> bool:
    """Tell whether a break is one of this mandate, or of the step by which it was delegated."""
    of_step = broken.code in _OF_THE_STEP and broken.about == mandate.parent
    return of_step or broken.about == mandate.id or broken.code is RefusalCode.CHAIN_BROKEN
