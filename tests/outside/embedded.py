"""What the examples of embedding have in common: how one is loaded, and what none may take in."""

import datetime as dt
import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

import samverkan_core as sam
from samverkan_core.values.kept import NOTHING, JsonObject

__all__ = [
    "AT",
    "BAD",
    "FREE_TEXT",
    "GOOD",
    "NUMBER",
    "ROOT",
    "accepted_example",
    "example",
    "holds_nul",
    "known_alone",
    "same_to_a_parser",
    "shown_in",
    "with_member",
]

#: The day on which documents are checked.
AT = dt.date(2015, 3, 1)
ROOT = Path(__file__).parents[2]
#: A document in which nothing is to be remarked when it is read.
GOOD = (ROOT / "docs/files/hagby.json").read_bytes().replace(b'"metod"', b'"method"')
#: What stands in free text: no answer, message or error may repeat it.
FREE_TEXT = "Elin i 5B har åkt hem"
#: A personal identity number that nobody has.
NUMBER = "20121212-1212"
_TOLD = f'"purpose": "{FREE_TEXT}"'.encode()


def with_member(text: str) -> bytes:
    """Give the document with one member more, after its purpose, which is a secret here."""
    return b'{"samverkan": "1.0", "name": "Hagby", ' + _TOLD + f", {text}}}".encode()


#: What is wrong with it -> the document, and the code and the place of its fault.
_BAD = {
    "a text for a truth": (with_member('"illustrative": "true"'), "TYP001", "/illustrative"),
    "null for a list's item": (with_member('"actors": [null]'), "TYP001", "/actors/0"),
    "a day that is none": (
        with_member('"acceptances": [{"code": "FOC005", "last_day": "2015-02-29"}]'),
        "TYP005",
        "/acceptances/0/last_day",
    ),
    "a personal number": (with_member(f'"method": "{NUMBER} {FREE_TEXT}"'), "PRI001", "/method"),
    "half a document": (with_member('"method": "x"')[:-4], "JSN003", ""),
    "no JSON": (FREE_TEXT.encode(), "JSN003", ""),
    "two documents": (GOOD + GOOD, "JSN004", ""),
    "a name twice": (with_member('"name": "Hagby"'), "JSN005", "/name"),
    "not a number": (with_member('"x-system": NaN'), "JSN006", "/x-system"),
    "half a letter": (with_member('"method": "\\ud800"'), "JSN007", "/method"),
    "another encoding": (GOOD.decode().encode("latin-1"), "JSN001", ""),
    "a mark of byte order": (b"\xef\xbb\xbf" + GOOD, "JSN002", ""),
    "lists in each other": (b"[" * 100_000, "LIM002", ""),
    "a list": (b"[]", "TYP001", ""),
    "null": (b"null", "TYP001", ""),
    "no version": (b"{}", "VER001", ""),
}
BAD = pytest.mark.parametrize(("data", "code", "place"), _BAD.values(), ids=_BAD)


def same_to_a_parser(one: sam.Collaboration, other: sam.Collaboration) -> bool:
    """Tell whether two documents hold the same values, whatever their order and their spelling."""
    first, second = (json.loads(sam.dumps(thing), parse_int=float) for thing in (one, other))
    return bool(first == second)


def known_alone(thing: Any) -> Any:
    """Give a thing without what it keeps as JSON, and without letters that PostgreSQL lacks."""
    if isinstance(thing, JsonObject):
        return NOTHING
    if isinstance(thing, str):
        return thing.replace("\0", "°")
    if isinstance(thing, tuple):
        return tuple(map(known_alone, thing))
    if not attrs.has(type(thing)):
        return thing
    names = attrs.fields_dict(type(thing))
    return attrs.evolve(thing, **{name: known_alone(getattr(thing, name)) for name in names})


def holds_nul(thing: Any) -> bool:
    """Tell whether the character U+0000 stands in one of the texts of a thing."""
    if isinstance(thing, str):
        return "\0" in thing
    if isinstance(thing, tuple):
        return any(map(holds_nul, thing))
    return attrs.has(type(thing)) and any(map(holds_nul, attrs.astuple(thing, recurse=False)))


def accepted_example() -> tuple[sam.Collaboration, frozenset[str]]:
    """Give an example with everything accepted that somebody may accept, and their codes."""
    collab = sam.loads((ROOT / "examples/sundbyberg/collaboration.json").read_bytes())
    standing = [one for one in sam.check(collab, at=AT) if one.force is not sam.Force.LAW]
    for one in standing:
        collab = sam.accept(collab, one, reason="Prov", owner="styrgruppen", last_day=AT)
    return collab, frozenset(one.code for one in standing)


def shown_in(page: str, kind: str) -> str:
    """Give the one block of its kind that a page shows."""
    text = (ROOT / "docs/how-to" / page).read_text(encoding="utf-8")
    (shown,) = re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return str(shown)


def example(name: str, *packages: str) -> ModuleType:
    """Load an example as a program would, or skip where a package that it needs is absent."""
    for package in packages:
        pytest.importorskip(package, reason=f"{package} is not installed")
    if name not in sys.modules:
        path = ROOT / "examples/embed" / f"{name}.py"
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]
