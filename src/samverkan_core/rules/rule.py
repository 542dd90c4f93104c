"""What a rule is: a notice, the collections it reads, and a function over them."""

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib import import_module
from string import Formatter
from typing import Any, TypeAlias

import attrs

from samverkan_core.errors import InvalidValue, UndeclaredRead, meant
from samverkan_core.findings.finding import Datum, Force, Notice, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.rules.profiles.profile import Parameters
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.text import is_blank, is_whole

__all__ = ["Asked", "Breach", "Outcome", "Rule", "Unjudged", "named_in", "rule"]


@attrs.frozen(init=False)
class Breach:
    """One place where a rule is broken, with the values found."""

    #: Where, as a JSON pointer.
    pointer: str
    #: The id of the thing that it is about.
    subject: str | None
    #: The values found.
    data: tuple[tuple[str, Datum], ...]

    def __init__(self, pointer: str, subject: str | None = None, /, **data: Datum) -> None:
        """Take the values by the names that the rule's texts use.

        Raises:
            InvalidValue: The place is no JSON pointer, or a value is one that no report can hold.
        """
        if not (_is_text(pointer) and (pointer == "" or pointer[0] == "/")):
            raise InvalidValue("a breach stands at a JSON pointer like '/actors/0', '' for the top")
        if not (subject is None or _is_text(subject)):
            raise InvalidValue(f"a breach is about the id of a thing, not a {_type(subject)}")
        for name, value in data.items():
            if not _is_datum(value):
                raise InvalidValue(
                    f"a breach tells texts, whole numbers and tuples of texts, and {name!r} is "
                    f"a {_type(value)} or half a character"
                )
        self.__attrs_init__(pointer, subject, tuple(sorted(data.items())))


@attrs.frozen
class Unjudged:
    """One thing that a rule cannot judge, and what it lacks for that."""

    #: The id of the thing; None for the collaboration itself.
    subject: str | None
    #: The member or collection that is missing or not exact enough.
    lacked: str

    def __attrs_post_init__(self) -> None:
        """Refuse what no report can hold.

        Raises:
            InvalidValue: What is lacked is no text, or the subject is no id.
        """
        if not _is_text(self.lacked) or not (self.subject is None or _is_text(self.subject)):
            raise InvalidValue("what cannot be judged is an id or None, and what it lacks a text")


def _is_text(value: object) -> bool:
    return type(value) is str and is_whole(value)


def _is_datum(value: object) -> bool:
    if type(value) is tuple:
        return all(map(_is_text, value))
    return type(value) is int or _is_text(value)


def _type(value: object) -> str:
    return type(value).__name__


Outcome: TypeAlias = Breach | Unjudged


@attrs.frozen(kw_only=True)
class Asked:
    """What a rule is asked: on which day, with which numbers of the municipality's own."""

    #: The day that a rule of state speaks of.
    at: dt.date | None
    #: The numbers of the profile.
    parameters: Parameters

    @property
    def day(self) -> dt.date:
        """The day, for a rule that has declared that it speaks of one."""
        if self.at is None:
            raise UndeclaredRead("at", ("no day: set of_state=True",))
        return self.at


Judge: TypeAlias = Callable[[View, Asked], Iterator[Outcome]]


@attrs.frozen(kw_only=True)
class Rule:
    """One rule: what it says, what it reads, and how it judges."""

    #: What the rule says of itself.
    notice: Notice
    #: The collections that it reads; the first is the one that it is about.
    reads: tuple[str, ...]
    #: Whether it speaks of one day; otherwise of every day in the document.
    of_state: bool = False
    #: The members of a profile's parameters that it rests on; one that is empty asks nothing.
    parameters: tuple[str, ...] = ()
    #: Codes of rules that a breach of this one may break too.
    implies: tuple[str, ...] = ()
    #: The function that judges.
    judge: Judge = attrs.field(repr=False)

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.notice.code

    @property
    def about(self) -> str:
        """The collection that the rule is about."""
        return self.reads[0]

    def __reduce__(self) -> tuple[Any, ...]:
        """Let a rule travel between processes by its name, as a function does.

        The name of its function stands for the rule itself, where it stands at the top of a module.
        Any other rule goes as the sum of its parts, if its function can travel.
        """
        name = getattr(self.judge, "__name__", "")
        module = getattr(self.judge, "__module__", "")
        if getattr(sys.modules.get(module), name, None) is self:
            return _standing_in, (module, name)
        return partial(type(self), **attrs.asdict(self, recurse=False)), ()


def _standing_in(module: str, name: str) -> Rule:
    found: Rule = getattr(import_module(module), name)
    return found


def rule(  # noqa: PLR0913 - a rule says all of this of itself, by name
    code: str,
    severity: Severity,
    pillar: Pillar,
    force: Force,
    *,
    reads: tuple[str, ...],
    sv: Texts,
    en: Texts,
    sources: tuple[Source, ...] = (),
    words: tuple[tuple[str, type[Labelled]], ...] = (),
    of_state: bool = False,
    parameters: tuple[str, ...] = (),
    implies: tuple[str, ...] = (),
) -> Callable[[Judge], Rule]:
    """Make a rule of the function below; it then stands in the catalogue by its name.

    Raises:
        InvalidValue: The code is no code, a text is blank or its braces hold no name, or the rule
            rests on a collection or a parameter that there is not.
    """
    notice = Notice(
        code=code,
        severity=severity,
        pillar=pillar,
        force=force,
        sources=sources,
        sv=sv,
        en=en,
        words=words,
    )

    _says_what_can_be_said(notice)
    _declares_what_exists(reads, parameters)

    def made(judge: Judge) -> Rule:
        return Rule(
            notice=notice,
            reads=reads,
            of_state=of_state,
            parameters=parameters,
            implies=implies,
            judge=judge,
        )

    return made


@cache
def named_in(texts: Texts) -> frozenset[str]:
    """Give what stands in the braces of a rule's texts: the names of the values they speak of.

    Raises:
        ValueError: The braces of a text do not match.
    """
    written = (Formatter().parse(text) for text in (texts.message, texts.why, texts.remedy))
    return frozenset(
        f"{name}{'!' if how else ''}{':' if form else ''}"
        for parts in written
        for _, name, form, how in parts
        if name is not None
    )


def _says_what_can_be_said(notice: Notice) -> None:
    if not (_is_text(notice.code) and re.fullmatch("[A-Z]{3}[0-9]{3}", notice.code, re.ASCII)):
        raise InvalidValue(f"{notice.code!r} is no code of a rule: write one like 'OWN001'")
    for texts in (notice.sv, notice.en):
        if any(map(is_blank, (texts.message, texts.why, texts.remedy))):
            raise InvalidValue(f"{notice.code} has a blank text: say what, why and who mends it")
        try:
            names = named_in(texts)
        except ValueError as error:
            raise InvalidValue(f"{notice.code} has a text with odd braces: {error}") from None
        odd = [name for name in names if not name.isidentifier()]
        if odd:
            raise InvalidValue(
                f"{notice.code} has a text with {{{min(odd)}}}: braces hold the name of a value "
                "that the breach gives, and nothing else"
            )


def _declares_what_exists(reads: tuple[str, ...], parameters: tuple[str, ...]) -> None:
    if type(reads) is not tuple or not reads or type(parameters) is not tuple:
        raise InvalidValue("a rule names what it rests on in tuples: reads=('actors',)")
    known = {ITSELF, *COLLECTIONS}, {field.name for field in attrs.fields(Parameters)}
    for named, there in zip((reads, parameters), known, strict=True):
        for name in named:
            if name not in there:
                near = meant(name, there)
                hint = f"; did you mean {near!r}?" if near else ""
                raise InvalidValue(
                    f"a rule rests on {name!r}, which is none of {sorted(there)}{hint}"
                )
