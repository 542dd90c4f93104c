"""How the document speaks: words that a municipality has chosen to avoid, and better ones.

How people put things shapes what they see. Which words to avoid is the municipality's
own choice: none stands here.
"""

import re
from collections.abc import Collection, Iterator

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.indexing import Index, index
from samverkan_core.model.anatomy import Place, parts
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.answers import answers
from samverkan_core.values.shape import BESIDE, members
from samverkan_core.values.source import Source
from samverkan_core.values.text import folded, is_blank

__all__ = ["AvoidedWord", "Worded", "worded"]


@attrs.frozen
class AvoidedWord:
    """A word that a municipality wants to avoid, and the one that it would rather use."""

    #: The word, in the form that it is looked for.
    word: str = attrs.field()
    #: What to write instead; None where nothing has been agreed on.
    better: str | None = None

    @word.validator
    def _is_there(self, _: object, value: str) -> None:
        if is_blank(value):
            raise InvalidValue("AvoidedWord.word must be a text that is not blank")


@attrs.frozen
class Worded:
    """One place where such a word stands."""

    #: Where, as a JSON pointer into the document.
    pointer: str
    #: The word.
    word: AvoidedWord


@answers("SB-81")
def worded(collab: Collaboration | Index, avoided: Collection[AvoidedWord]) -> tuple[Worded, ...]:
    """List where words to be avoided stand in names and other texts that people have written.

    A word is found whole, whatever its capitals; an inflected form is a word of its own. Ids,
    sources and what other programs have written are not looked at.
    """
    book = index(collab)
    wanted = tuple((one, _pattern(one.word)) for one in avoided)
    return tuple(
        Worded(book.written(place), one)
        for place, text in _written(book.collaboration)
        for one, pattern in wanted
        if pattern.search(folded(text))
    )


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(folded(word))}(?!\w)")


def _written(collab: Collaboration) -> Iterator[tuple[Place, str]]:
    """Give each text that people have written, with its place."""
    for place, part in parts(collab):
        if isinstance(part, Source):
            continue
        free = {field.name for field in attrs.fields(type(part)) if not field.repr}
        for name, shape in members(type(part)):
            if shape.base is str and name in free and name not in BESIDE:
                yield from _texts(place, name, getattr(part, name))


def _texts(
    place: Place, name: str, held: str | tuple[str, ...] | None
) -> Iterator[tuple[Place, str]]:
    if isinstance(held, str):
        yield (*place, name), held
    elif held is not None:
        yield from (((*place, name, number), text) for number, text in enumerate(held))
