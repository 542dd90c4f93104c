"""The page of the rows: every statement of the five texts, and what in the library answers it.

What answers is read off the code: the sources of the rules, the marks on classes, members, words
and functions, and public lists of things that are called by the row that they rest on, as success
factors are.
"""

import inspect
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

import samverkan_core as sam
from samverkan_core.reference.seeds import SEEDS, Demand, Row, rows
from samverkan_core.rules.catalogue import RULES
from samverkan_core.values.answers import answered
from samverkan_core.values.source import Source, SourceKind

from .document import described, heading
from .door import everything
from .markup import code, link, plain, table

__all__ = ["seed_coverage_page"]

#: What a reader of the library need not have installed, and what runs when it is imported.
_PASSED_OVER = ("__main__", "_hypothesis", "testing")


def seed_coverage_page() -> str:
    """Write the page: the counts, then a table for each text."""
    every, answers = rows(), _answers()
    return "\n".join(
        [
            "## How many are answered\n",
            _counted(every, answers),
            *(_section(letters, every, answers) for letters in SEEDS),
        ]
    )


# --- what answers ----------------------------------------------------------------------------


@cache
def _answers() -> Mapping[str, tuple[str, ...]]:
    """Give what answers each row, written for the page: rules first, then the rest by module."""
    public = tuple(_public())
    found: dict[str, dict[str, None]] = {}
    for id_, shown in (*_rules(), *_marks(public), *_lists(public).items()):
        found.setdefault(id_, {})[shown] = None
    return {id_: tuple(shown) for id_, shown in found.items()}


def _public() -> Iterator[tuple[str, str, object]]:
    """Give every public name of the library with its module and what it stands for."""
    for info in walk_packages(sam.__path__, f"{sam.__name__}."):
        if info.name.split(".")[1] not in _PASSED_OVER:
            module = import_module(info.name)
            for name in getattr(module, "__all__", ()):
                yield info.name, name, getattr(module, name)


def _rules() -> Iterator[tuple[str, str]]:
    for rule in RULES:
        for id_ in _cited(rule.notice.sources):
            yield id_, link(rule.code, f"{rule.code.lower()}-en")


def _marks(public: Iterable[tuple[str, str, object]]) -> Iterator[tuple[str, str]]:
    """Give the rows that classes and functions are marked by, where they are declared."""
    for module, name, thing in public:
        known = isinstance(thing, type) or inspect.isfunction(inspect.unwrap(thing))
        if known and thing.__module__ == module:
            for member, cited in answered(thing).items():
                yield from ((id_, _shown(thing, f"{module}.{name}", member)) for id_ in cited)


def _lists(public: Iterable[tuple[str, str, object]]) -> Mapping[str, str]:
    """Give the rows that the things of public lists are called by, as success factors are.

    A list may be part of another and stand in several modules; the first in order is named.
    """
    found: dict[str, str] = {}
    for module, name, things in public:
        for thing in things if isinstance(things, tuple) else ():
            id_ = getattr(thing, "id", None)
            if id_ in _cited(getattr(thing, "sources", ())):
                found.setdefault(id_, code(f"{module}.{name}".removeprefix(f"{sam.__name__}.")))
    return found


def _shown(thing: object, path: str, member: str) -> str:
    name = f"{thing.__name__}.{member}" if member else thing.__name__
    if thing in described():
        return link(code(name), heading(thing))
    if thing in _paths():
        return f"{{py:obj}}`{name} <{_paths()[thing]}>`"
    # What no other page has is named as it is imported.
    whole = f"{path}.{member}" if member else path
    return code(whole.removeprefix(f"{sam.__name__}."))


@cache
def _paths() -> Mapping[object, str]:
    """Give the names by which the page about the door has what is there."""
    return {thing: path for path, thing in everything() if callable(thing)}


def _cited(sources: Iterable[Source]) -> list[str]:
    return [source.ref for source in sources if source.kind is SourceKind.SEED]


# --- the page --------------------------------------------------------------------------------


def _counted(every: Iterable[Row], answers: Mapping[str, object]) -> str:
    heads = ("text", *(demand.en for demand in Demand), "all")
    lines = [
        (plain(name), *_numbers([one for one in every if one.letters == letters], answers))
        for letters, name in SEEDS.items()
    ]
    return table(heads, [*lines, ("**all**", *_numbers(every, answers))])


def _numbers(every: Iterable[Row], answers: Mapping[str, object]) -> Iterator[str]:
    for demand in Demand:
        yield _share([one for one in every if one.demand is demand], answers)
    yield _share(list(every), answers)


def _share(every: list[Row], answers: Mapping[str, object]) -> str:
    done = sum(one.id in answers for one in every)
    return f"{done} of {len(every)}" if every else "–"


def _section(letters: str, every: Iterable[Row], answers: Mapping[str, tuple[str, ...]]) -> str:
    heads = ("row", "term", "what it asks for", "how strongly", "answered by")
    lines = (_line(one, answers) for one in every if one.letters == letters)
    return "\n".join([f"## {plain(SEEDS[letters])}\n", table(heads, lines)])


def _line(one: Row, answers: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    more = ", beyond the text" if one.beyond_text else ""
    by = ", ".join(answers.get(one.id, ())) or "**nothing yet**"
    return code(one.id), plain(one.term_sv), plain(one.asked), f"{one.demand.en}{more}", by
