"""Writing: a thing as plain values, and as bytes that are equal exactly when the things are."""

from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any

from samverkan_core.authority.proof import Decision, Proof
from samverkan_core.errors import InvalidValue, PersonalNumberFound
from samverkan_core.findings.finding import Finding
from samverkan_core.findings.pointer import open_place, pointer
from samverkan_core.findings.report import Report
from samverkan_core.model.anatomy import Thing
from samverkan_core.serialization.converter import CONVERTER
from samverkan_core.values.identifiers import masked, personal_numbers
from samverkan_core.values.kept import JsonNumber, JsonObject, Plain, SpelledFloat

__all__ = ["canonical_bytes", "canonical_text", "dumps", "to_plain", "written_tree"]

#: What is written with its words.
_WORDED = (Report, Finding, Decision, Proof)


def canonical_bytes(thing: Thing) -> bytes:
    """Write a thing as canonical UTF-8, whatever stands in its texts; for digests."""
    return _encoded(_tree(thing))


def canonical_text(tree: Plain) -> str:
    """Write plain values as canonical JSON: no blanks, each text and number as it stands."""
    return "".join(_written(tree))


def dumps(thing: Thing | Report | Finding | Decision | Proof) -> bytes:
    """Write a thing as canonical UTF-8: declared order, no blanks, nothing that goes unsaid.

    A report, a finding, a decision or a proof is written with its words in Swedish; its codes and
    data are the same in any language.

    Raises:
        InvalidValue: It is no thing of the model and none of those four; None, say.
        PersonalNumberFound: A personal identity number stands in one of its texts.
    """
    tree = thing.to_dict("sv") if isinstance(thing, _WORDED) else _tree(thing)
    return _encoded(_without_numbers_of_persons(tree))


def to_plain(thing: Thing) -> dict[str, Any]:
    """Say a thing in dicts, lists, texts, numbers and booleans, for a JSON column or a web body.

    Raises:
        InvalidValue: It is no thing of the model; None, say.
        PersonalNumberFound: A personal identity number stands in one of its texts.
    """
    plain = _numbered(written_tree(thing))
    return plain if isinstance(plain, dict) else {"when": plain}


def written_tree(thing: Thing) -> Any:
    """Say a thing in plain values as it is written, its kept numbers by their text.

    Raises:
        InvalidValue: It is no thing of the model; None, say.
        PersonalNumberFound: A personal identity number stands in one of its texts.
    """
    return _without_numbers_of_persons(_tree(thing))


def _tree(thing: Thing) -> Plain:
    if not isinstance(getattr(thing, "kept", None), JsonObject):
        raise InvalidValue(
            f"a {type(thing).__name__} is no thing of the model: nothing was written"
        )
    tree: Plain = CONVERTER.unstructure(thing)
    return tree


def _without_numbers_of_persons(tree: Any) -> Any:
    found = [
        (pointer(*open_place(place)), masked(number))
        for place, text in _texts(tree, ())
        for number in personal_numbers(text)
    ]
    if found:
        raise PersonalNumberFound(found)
    return tree


def _texts(
    tree: Plain, place: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(tree, str):
        yield place, tree
    elif isinstance(tree, dict):
        for name, held in tree.items():
            yield place, name
            yield from _texts(held, (*place, name))
    elif isinstance(tree, list):
        for position, held in enumerate(tree):
            yield from _texts(held, (*place, position))


def _encoded(tree: Plain) -> bytes:
    return canonical_text(tree).encode()


def _written(tree: Plain) -> Iterator[str]:
    if isinstance(tree, str):
        yield encode_basestring(tree)
    elif isinstance(tree, dict):
        for position, (name, held) in enumerate(tree.items()):
            yield f"{',' if position else '{'}{encode_basestring(name)}:"
            yield from _written(held)
        yield "}" if tree else "{}"
    elif isinstance(tree, list):
        for position, held in enumerate(tree):
            yield "," if position else "["
            yield from _written(held)
        yield "]" if tree else "[]"
    else:
        yield _literal(tree)


def _literal(value: object) -> str:
    if isinstance(value, (JsonNumber, SpelledFloat)):
        return value.text
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _numbered(tree: Plain) -> Plain:
    """Give kept numbers in Python's own types; one that is not whole remembers its spelling."""
    if isinstance(tree, dict):
        return {name: _numbered(held) for name, held in tree.items()}
    if isinstance(tree, list):
        return [_numbered(held) for held in tree]
    return tree.number() if isinstance(tree, JsonNumber) else tree
