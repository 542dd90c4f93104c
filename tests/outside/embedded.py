"""What the examples of embedding have in common: how one is loaded, and what none may take in."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

import samverkan_core as sam
from samverkan_core.values.kept import NOTHING

__all__ = ["BAD", "FREE_TEXT", "GOOD", "NUMBER", "example", "same_to_a_parser", "with_member"]

_ROOT = Path(__file__).parents[2]
#: A document in which nothing is to be remarked when it is read.
GOOD = (_ROOT / "docs/files/hagby.json").read_bytes().replace(b'"metod"', b'"method"')
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
    """Give a thing without the members that the library keeps and does not know."""
    if isinstance(thing, tuple):
        return type(thing)(map(known_alone, thing))
    if not attrs.has(type(thing)):
        return thing
    held = {name: known_alone(getattr(thing, name)) for name in attrs.fields_dict(type(thing))}
    return attrs.evolve(thing, **{**held, **({"kept": NOTHING} if "kept" in held else {})})


def holds_nul(thing: Any) -> bool:
    """Tell whether the character U+0000 stands in one of the texts of a thing."""
    if isinstance(thing, str):
        return "\0" in thing
    if isinstance(thing, tuple):
        return any(map(holds_nul, thing))
    return attrs.has(type(thing)) and any(map(holds_nul, attrs.astuple(thing, recurse=False)))


def example(name: str, *packages: str) -> ModuleType:
    """Load an example as a program would, or skip where a package that it needs is absent."""
    for package in packages:
        pytest.importorskip(package, reason=f"{package} is not installed")
    if name not in sys.modules:
        path = _ROOT / "examples/embed" / f"{name}.py"
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]
