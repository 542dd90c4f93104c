"""What a rule is: a notice, the collections it reads, and a function over them."""

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any, TypeAlias

import attrs

from samverkan_core.errors import InvalidValue, UndeclaredRead
from samverkan_core.findings.finding import Datum, Force, Notice, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.rules.profiles.profile import Parameters
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source

__all__ = ["Asked", "Breach", "Outcome", "Rule", "Unjudged", "rule"]


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
        """Take the values by the names that the rule's texts use."""
        self.__attrs_init__(pointer, subject, tuple(sorted(data.items())))


@attrs.frozen
class Unjudged:
    """One thing that a rule cannot judge, and what it lacks for that."""

    #: The id of the thing; None for the collaboration itself.
    subject: str | None
    #: The member or collection that is missing or not exact enough.
    lacked: str


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
    """Make a rule of the function below; it then stands in the catalogue by its name."""
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


def _declares_what_exists(reads: tuple[str, ...], parameters: tuple[str, ...]) -> None:
    known = {ITSELF, *COLLECTIONS}, {field.name for field in attrs.fields(Parameters)}
    for named, there in zip((reads or ("",), parameters), known, strict=True):
        for name in named:
            if name not in there:
                raise InvalidValue(f"a rule rests on {name!r}, which is none of {sorted(there)}")
