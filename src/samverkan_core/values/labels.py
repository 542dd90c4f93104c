"""Closed sets and open kinds: each code with the Swedish and the English word for it."""

import enum
from typing import Literal, Self, cast

from samverkan_core.errors import UnknownLanguage

__all__ = ["LANGUAGES", "Labelled", "Lang", "language"]

#: A language that people read: Swedish or English.
Lang = Literal["sv", "en"]

LANGUAGES: tuple[Lang, ...] = ("sv", "en")


class Labelled(enum.Enum):
    """A set of codes; every member says its own name in Swedish and in English.

    The value of a member is its code, the word that stands in documents.
    """

    sv: str
    en: str

    def __new__(cls, code: str, sv: str, en: str) -> Self:
        """Let the code be the value and keep both words beside it."""
        member = object.__new__(cls)
        member._value_ = code
        member.sv = sv
        member.en = en
        return member

    @classmethod
    def of(cls, code: str) -> Self | None:
        """Give the member that a code stands for; None where the set has no such code."""
        return cls._value2member_map_.get(code)  # type: ignore[return-value]  # this very class's

    @classmethod
    def named(cls, code: str) -> Self:
        """Give the member that a code stands for, where there must be one.

        Raises:
            LookupError: The set has no such code.
        """
        member = cls.of(code)
        if member is None:
            raise LookupError(code)
        return member

    @property
    def code(self) -> str:
        """The word that stands for this member in a document."""
        return cast("str", self.value)

    def label(self, lang: Lang = "sv") -> str:
        """Give the word that a person reads."""
        return self.sv if language(lang) == "sv" else self.en


def language(lang: str) -> Lang:
    """Give the language back, or refuse one that there are no texts in."""
    for known in LANGUAGES:
        if lang == known:
            return known
    raise UnknownLanguage(lang)
