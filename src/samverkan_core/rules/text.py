"""Rules about texts: the municipality's own words where a code says no more, nobody's number."""

from collections.abc import Iterator
from functools import cache

from samverkan_core.findings.finding import Force, Notice, Pillar, Severity, Texts
from samverkan_core.findings.pointer import open_place, pointer, tokens
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.anatomy import COLLECTIONS, Place, Thing, json_texts, parts, texts
from samverkan_core.rules.common import Holder, holder_of
from samverkan_core.rules.rule import Asked, Breach, Outcome, rule
from samverkan_core.values.identifiers import masked, personal_numbers
from samverkan_core.values.labels import Labelled
from samverkan_core.values.shape import members

__all__ = ["PERSONAL_NUMBER", "own_word_missing", "personal_number_written"]

_ALL = (ITSELF, *COLLECTIONS)


class Coded(Labelled):
    """The members whose code may be `other`, in the words for that code."""

    KIND = ("kind", "slaget ”annat”", "the kind “other”")
    FUNCTION = ("function", "funktionen ”annan”", "the function “other”")
    SYSTEM = ("system", "registret ”annat”", "the register “other”")


@rule(
    "KND001",
    Severity.ERROR,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=_ALL,
    words=(("holder", Holder), ("member", Coded)),
    sv=Texts(
        message="{holder} har {member} men saknar kommunens eget ord för det i {named}.",
        why=(
            "Koden säger bara att inget av de kända orden passar. Utan det egna ordet vet ingen "
            "vad som menas."
        ),
        remedy=(
            "Den som förvaltar dokumentet skriver kommunens eget ord i {named}, eller väljer en "
            "kod som passar."
        ),
    ),
    en=Texts(
        message=("{holder} has {member} but lacks the municipality's own word for it in {named}."),
        why=(
            "The code says only that none of the known words fits. Without the own word nobody "
            "knows what is meant."
        ),
        remedy=(
            "Whoever keeps the document writes the municipality's own word in {named}, or "
            "chooses a code that fits."
        ),
    ),
)
def own_word_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each code that is `other` which word the municipality has for it."""
    for place, member, named in view.everywhere(_without_own_word):
        holder = holder_of(view, place)
        where = view.index.written((*place, member))
        yield Breach(where, holder, holder=holder or "", member=member, named=named)


@rule(
    "PRI001",
    Severity.ERROR,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=_ALL,
    sv=Texts(
        message="Här står ett personnummer eller samordningsnummer: {number}.",
        why=(
            "Numret pekar ut en bestämd människa, kanske ett barn. Dokumentet beskriver hur "
            "kommunen samverkar och behöver inte veta om vem."
        ),
        remedy=(
            "Den som förvaltar dokumentet tar bort numret eller byter ut det mot en pseudonym, "
            "och spårar de kopior som redan har lämnats ut."
        ),
    ),
    en=Texts(
        message="Here stands a personal identity number or coordination number: {number}.",
        why=(
            "The number singles out one human being, perhaps a child. The document describes how "
            "the municipality collaborates and need not know about whom."
        ),
        remedy=(
            "Whoever keeps the document removes the number or replaces it by a pseudonym, and "
            "traces the copies that have already been given out."
        ),
    ),
)
def personal_number_written(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each text, ids and kept members included, whether a person's number stands in it."""
    for place, number in view.everywhere(_numbers):
        holder = holder_of(view, place)
        yield _shown(view.index.written(open_place(place)), holder, number)
    for aside in view.collaboration.set_aside:
        for place, text in json_texts(aside.value, tokens(aside.pointer)):
            for number in personal_numbers(text):
                yield _shown(pointer(*open_place(place)), None, number)


#: What is said of a personal identity number, by this rule and by whoever reads a document.
PERSONAL_NUMBER: Notice = personal_number_written.notice


def _without_own_word(thing: Thing, at: Place) -> Iterator[tuple[Place, str, str]]:
    for place, part in parts(thing, at):
        for member, named in _coded(type(part)):
            if _is_other(getattr(part, member)) and getattr(part, named) is None:
                yield place, member, named


def _numbers(thing: Thing, at: Place) -> Iterator[tuple[Place, str]]:
    for place, text in texts(thing, at):
        for number in personal_numbers(text):
            yield place, number


def _is_other(code: object) -> bool:
    return isinstance(code, Labelled) and code.code == "other"


@cache
def _coded(cls: type[Thing]) -> tuple[tuple[str, str], ...]:
    """Give the members of a class that have another beside them for the municipality's own word."""
    names = {name for name, _ in members(cls)}
    return tuple((name, f"{name}_name") for name, _ in members(cls) if f"{name}_name" in names)


def _shown(where: str, holder: str | None, number: str) -> Breach:
    # An id that holds a number is not named: the finding must not spread what it warns of.
    subject = None if holder is None or personal_numbers(holder) else holder
    return Breach(where, subject, number=masked(number))
