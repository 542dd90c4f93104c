"""The page about the door: every name of the package, with its signature and its docstring."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import get_overloads

import attrs

import samverkan_core as sam
from samverkan_core import errors, planning
from samverkan_core.authority.decide import Held
from samverkan_core.authority.proof import Holding, Link, Proof, Root, RootKind
from samverkan_core.authority.question import Caveat, Question, Refusal, RefusalCode
from samverkan_core.model.anatomy import classes
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.load import Loaded
from samverkan_core.values.labels import Labelled

from .comments import comments
from .markup import code, link, plain, table

__all__ = ["door_page", "everything"]

#: The room of a name -> the heading under which it stands.
_HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "serialization": "Read and write",
        "checking": "Check",
        "in_one": "Check",
        "indexing": "Check",
        "rules": "Check",
        "findings": "What a check gives",
        "authority": "Ask who may decide",
        "planning": "Plan",
        "model": "The nouns",
        "process": "The nouns",
        "values": "The nouns",
        "errors": "Misuse",
    }
)
#: Values have no docstring of their own.
_VALUES: Mapping[str, str] = MappingProxyType(
    {
        "samverkan_core.PROFILES": "Every profile that ships with the library, by its name.",
        "samverkan_core.RULES": "Every rule of this version, in order of code.",
    }
)
#: What people meet without asking the door for it.
_BEHIND = (
    Loaded,
    *(Question, Proof, Holding, Link, Root, Refusal, Caveat, Held, RefusalCode, RootKind),
    *(getattr(errors, name) for name in errors.__all__),
)
#: Sets of codes that stand in no document, so that no other page has them.
_SETS = (RefusalCode, RootKind)

#: How an annotation writes it -> how the page does.
_SHORT = MappingProxyType({"attr.AttrsInstance": "Thing", "datetime.": "", "~T": "T"})
_ROOMS = re.compile(r"\b(?:samverkan_core|collections|typing)(?:\.[a-z_]\w*)*\.(?=[A-Z])")
_RAISES = "Raises:\n"
_RAISED = re.compile(r"^    (\w+): ", re.MULTILINE)


def door_page() -> str:
    """Write the page."""
    entries = everything()
    lines: list[str] = []
    for heading in dict.fromkeys(_HEADINGS.values()):
        lines.append(f"## {heading}\n")
        lines += [_entry(path, thing) for path, thing in entries if _heading(path) == heading]
    return "\n".join(lines)


def everything() -> list[tuple[str, object]]:
    """Give what has an entry on the page, with the name under which it has it."""
    door = {name: getattr(sam, name) for name in sam.__all__}
    behind = (thing for thing in _BEHIND if isinstance(thing, type) and thing.__name__ not in door)
    named = ((f"{thing.__module__}.{thing.__name__}", thing) for thing in behind)
    plans = ((name, getattr(planning, name)) for name in planning.__all__ if name not in door)
    return [
        *((f"samverkan_core.{name}", thing) for name, thing in door.items()),
        *named,
        # Of the names that stand for several classes, the classes have entries of their own.
        *((f"{planning.__name__}.{name}", thing) for name, thing in plans if callable(thing)),
    ]


def _heading(path: str) -> str:
    *rooms, name = path.split(".")
    if len(rooms) > 1:
        return _HEADINGS[rooms[1]]
    module = getattr(getattr(sam, name), "__module__", None)
    # A value says nothing of where it comes from.
    return _HEADINGS[module.split(".")[1] if module else "rules"]


def _entry(path: str, thing: object) -> str:
    if inspect.isfunction(thing):
        return _directive("function", f"{path}{_signature(thing)}", _told_of(thing))
    if not isinstance(thing, type):
        return _directive("data", path, _VALUES[path])
    kind = "exception" if issubclass(thing, Exception) else "class"
    body = [*_paragraphs(thing), *_inside(thing, path)]
    return _directive(kind, path, "\n\n".join(body))


def _directive(kind: str, named: str, body: str, ticks: int = 4) -> str:
    fence = "`" * ticks
    return f"{fence}{{py:{kind}}} {named}\n\n{body}\n{fence}\n"


# --- functions -------------------------------------------------------------------------------


def _signature(function: Callable[..., object]) -> str:
    """Give the names and defaults of the parameters; their types stand in a list of their own."""
    signature = inspect.signature(function)
    bare = [
        parameter.replace(annotation=inspect.Parameter.empty, default=_default(parameter))
        for name, parameter in signature.parameters.items()
        if name != "self"
    ]
    return str(inspect.Signature(bare))


def _default(parameter: inspect.Parameter) -> object:
    given = parameter.default
    if given is inspect.Parameter.empty or isinstance(given, (str, int, tuple)) or given is None:
        return given
    if isinstance(given, Labelled):
        return _Shown(str(given))
    return _Shown(given.__name__ if isinstance(given, type) else f"{type(given).__name__}()")


@attrs.frozen(repr=False)
class _Shown:
    text: str

    def __repr__(self) -> str:
        return self.text


def _told_of(function: Callable[..., object]) -> str:
    """Give a function's docstring, then what it takes and gives, and what it raises."""
    paragraphs = _docstring(function).split("\n\n")
    raised = [paragraph for paragraph in paragraphs if paragraph.startswith(_RAISES)]
    lines = [*_types(function), *(line for paragraph in raised for line in _raised(paragraph))]
    return "\n\n".join([*_paragraphs(function), "\n".join(lines)])


def _types(function: Callable[..., object]) -> Iterator[str]:
    # Of several ways to call it, the last says the most.
    *_, typed = (function, *get_overloads(function))
    signature = inspect.signature(typed)
    for name, parameter in signature.parameters.items():
        yield f"- {code(name)}: {code(_annotation(parameter.annotation))}"
    yield f"- gives {code(_annotation(signature.return_annotation))}"


def _annotation(annotation: object) -> str:
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    for long, short in _SHORT.items():
        text = text.replace(long, short)
    return _ROOMS.sub("", text)


def _raised(paragraph: str) -> Iterator[str]:
    _, *raised = _RAISED.split(paragraph)
    for name, when in zip(raised[::2], raised[1::2], strict=True):
        yield f"- raises {code(name)}: {plain(when)}"


# --- docstrings ------------------------------------------------------------------------------


def _docstring(thing: object) -> str:
    return inspect.cleandoc(getattr(thing, "__doc__", None) or "")


def _paragraphs(thing: object) -> Iterator[str]:
    for paragraph in _docstring(thing).split("\n\n"):
        if paragraph.startswith(">>>"):
            # Examples in docstrings are run with the tests of their module.
            yield f"```pycon\n{paragraph}\n```"
        elif not paragraph.startswith(_RAISES):
            yield plain(paragraph)


# --- classes ---------------------------------------------------------------------------------


def _inside(cls: type, path: str) -> Iterator[str]:
    """Give what a class has: a link where another page says it, else members and methods."""
    if issubclass(cls, Labelled) and cls in _SETS:
        yield table(("code", "svenska", "English"), map(_words, cls))
    elif cls in classes() or cls in classes(Profile) or issubclass(cls, Labelled):
        yield f"Its members: {link(cls.__name__, f'class-{cls.__name__.lower()}')}."
    elif attrs.has(cls):
        yield "\n".join(_members(cls))
    if not issubclass(cls, Labelled):
        yield from _methods(cls, path)


def _words(member: Labelled) -> tuple[str, str, str]:
    return code(member.code), plain(member.sv), plain(member.en)


def _members(cls: type[attrs.AttrsInstance]) -> Iterator[str]:
    for field in attrs.fields(cls):
        told = f"- {code(field.name)}: {plain(comments(cls)[field.name])}"
        number = type(field.default) is int
        yield f"{told} {field.default:,}, if nothing else is said." if number else told


def _methods(cls: type, path: str) -> Iterator[str]:
    for name, thing in vars(cls).items():
        if name.startswith("_"):
            continue
        if isinstance(thing, property):
            yield _directive("attribute", f"{path}.{name}", _first(thing), ticks=3)
        elif inspect.isfunction(thing):
            named = f"{path}.{name}{_signature(thing)}"
            yield _directive("method", named, _first(thing), ticks=3)


def _first(thing: object) -> str:
    return plain(_docstring(thing).partition("\n\n")[0])
