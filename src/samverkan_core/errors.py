"""Misuse of the library: what a caller did wrong, and the way out.

What is wrong or unwise *in a document* is never raised; it is a finding.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from typing import Any

__all__ = [
    "CannotAccept",
    "CodeTaken",
    "InvalidValue",
    "MissingExtra",
    "NotADay",
    "PersonalNumberFound",
    "SamverkanError",
    "UndeclaredRead",
    "UnknownCode",
    "UnknownId",
    "UnknownLanguage",
    "meant",
    "nearest",
]


#: So many of the nearest words are compared letter by letter.
_COMPARED = 5


class SamverkanError(Exception):
    """The common base, for callers who want to catch everything that this library raises."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the error travel between processes as it was raised, its sentence and all."""
        return _again, (type(self), self.args), vars(self)


def _again(cls: type[SamverkanError], args: tuple[object, ...]) -> SamverkanError:
    return cls.__new__(cls, *args)


class InvalidValue(SamverkanError, ValueError):
    """A value that could not be shown to anyone was given to a constructor."""


class MissingExtra(SamverkanError, ImportError):
    """A package that the library needs for what was asked, and that is not installed."""

    def __init__(self, extra: str, package: str) -> None:
        """Name the package, and the extra that brings it."""
        #: The extra of this library that brings the package.
        self.extra = extra
        super().__init__(
            f"this needs {package}, which is not installed: install samverkan_core[{extra}]"
        )


class NotADay(SamverkanError, TypeError):
    """Something else than a day was given where the library asks for one."""

    def __init__(self, found: object) -> None:
        """Say which type was found; the library never turns a moment into a day by itself."""
        kind = type(found).__name__
        way_out = f"for a {kind} its .date()" if hasattr(found, "date") else f"not a {kind}"
        super().__init__(f"`at` is a day: give a datetime.date, {way_out}")


class UnknownCode(SamverkanError, LookupError):
    """A code that no rule and no fault has; in a profile, that no rule has; or no row's number."""

    def __init__(self, code: str, known: Iterable[str], *, among: str = "rule or fault") -> None:
        """Name the nearest code that exists, and among what it was looked for."""
        #: The code that was asked for.
        self.code = code
        #: The code that exists and is most like it, if any is.
        self.meant = meant(code, known)
        hint = f"; did you mean {self.meant!r}?" if self.meant else ""
        super().__init__(f"no {among} has the code {code!r}{hint}")


class UnknownId(SamverkanError, LookupError):
    """An id that nothing in the document has."""

    def __init__(self, id_: str, known: Iterable[str]) -> None:
        """Name the nearest id that the document has."""
        #: The id that was asked for.
        self.id = id_
        #: The id that the document has and that is most like it, if any is.
        self.meant = meant(id_, known)
        hint = f"; did you mean {self.meant!r}?" if self.meant else ""
        super().__init__(f"nothing in the document has the id {id_!r}{hint}")


class UnknownLanguage(SamverkanError, LookupError):
    """A language that the library has no texts in."""

    def __init__(self, lang: object) -> None:
        """Name the languages that exist."""
        super().__init__(f"there are no texts in {lang!r}; use 'sv' or 'en'")


class UndeclaredRead(SamverkanError, LookupError):
    """A rule read a collection that it had not declared."""

    def __init__(self, collection: str, declared: Iterable[str]) -> None:
        """Say what the rule declared, so that its author can add what is missing."""
        names = ", ".join(declared) or "nothing"
        super().__init__(
            f"the rule reads {collection!r} but declares {names}: add {collection!r} to its `reads`"
        )


class CannotAccept(SamverkanError, ValueError):
    """A finding that nobody may accept, because it rests on a law."""


class CodeTaken(SamverkanError, ValueError):
    """A rule of an integrator's own with a code that another rule or a fault already has."""

    def __init__(self, code: str) -> None:
        """Name the code, so that the rule's author can choose another."""
        super().__init__(
            f"the code {code!r} is taken: give your rule letters of your own, like 'OWN001'"
        )


class PersonalNumberFound(SamverkanError, ValueError):
    """A personal identity number stands in a text that was to be written out."""

    def __init__(self, places: Iterable[tuple[str, str]]) -> None:
        """Show each place with its number masked."""
        shown = "; ".join(f"{pointer} ({masked})" for pointer, masked in places)
        super().__init__(
            f"nothing was written: a personal identity number stands at {shown}. "
            "Replace it by a pseudonym before writing"
        )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that a mistyped one most likely meant."""
    written = word.casefold()

    def likeness(one: str) -> tuple[float, int]:
        # Of words that are as near, the one with most letters where they were written.
        in_place = sum(letter == other for letter, other in zip(one, written, strict=False))
        return SequenceMatcher(None, one, written).ratio(), in_place

    near = get_close_matches(written, tuple(known), n=_COMPARED, cutoff=0.6)
    return max(near, key=likeness, default=None)


def meant(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that was most likely meant, as it is spelt, whatever its letter case."""
    spelt = {name.casefold(): name for name in known}
    return spelt.get(nearest(word, spelt) or "")
