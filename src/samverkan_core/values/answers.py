"""Which rows of the ways of working something answers: a class, a member, a word or a function.

A rule says so with its sources. Whatever else answers a row is marked where it is declared, so that
the table of all rows is read off the code and a row that nothing answers is found.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar

__all__ = ["answered", "answers"]

T = TypeVar("T")

#: The attribute that holds what is marked; it is no member of any document.
_MARK: Final = "__answers__"


def answers(*rows: str, **of_members: str | tuple[str, ...]) -> Callable[[T], T]:
    """Mark a class or a function by the rows that it answers, and its members by theirs.

    >>> @answers("SB-45", ends="SB-48")
    ... class Question: ...
    >>> dict(answered(Question))
    {'': ('SB-45',), 'ends': ('SB-48',)}
    """
    told = {"": rows} if rows else {}
    for name, cited in of_members.items():
        told[name] = (cited,) if isinstance(cited, str) else cited

    def mark(thing: T) -> T:
        setattr(thing, _MARK, MappingProxyType({**answered(thing), **told}))
        return thing

    return mark


def answered(thing: Any) -> Mapping[str, tuple[str, ...]]:  # noqa: ANN401 - whatever is marked
    """Give the rows that something is marked by, by member; its own stand under an empty name."""
    found: Mapping[str, tuple[str, ...]] = vars(thing).get(_MARK, MappingProxyType({}))
    return found
