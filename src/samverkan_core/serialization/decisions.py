"""Decisions and proofs as documents: read back as the same values, so that they can be verified."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import attrs

from samverkan_core.authority.plain import VERSION
from samverkan_core.authority.proof import Decision, Proof
from samverkan_core.authority.question import Caveat, Refusal
from samverkan_core.findings.report import Report
from samverkan_core.serialization.converter import CONVERTER
from samverkan_core.serialization.fault import at_place
from samverkan_core.serialization.faults import NO_DECISION
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import LoadError, admitted_tree
from samverkan_core.serialization.parse import Tree
from samverkan_core.values.shape import Shape, shape_of

__all__ = ["loads_decision", "loads_proof"]

T = TypeVar("T", bound=attrs.AttrsInstance)

#: Words that stand beside the facts; whoever reads the decision back makes them anew.
_WORDS: Mapping[type, tuple[str, ...]] = {
    Refusal: ("message", "remedy"),
    Caveat: ("message",),
}


def loads_decision(data: bytes | str, *, limits: Limits = Limits()) -> Decision:
    """Read a decision that `dumps` has written.

    Raises:
        LoadError: It is no decision, or one of a version that cannot be read.
    """
    return _read(data, limits, lambda tree: _document(tree, "samverkan_decision", Decision))


def loads_proof(data: bytes | str, *, limits: Limits = Limits()) -> Proof:
    """Read a proof that `dumps` has written alone.

    Raises:
        LoadError: It is no proof, or one of a version that cannot be read.
    """
    return _read(data, limits, lambda tree: _document(tree, "samverkan_proof", Proof))


def _read(data: bytes | str, limits: Limits, made: Callable[[Tree], T]) -> T:
    tree = admitted_tree(data, limits)
    try:
        return made(tree)
    except (ArithmeticError, AttributeError, ExceptionGroup, LookupError, TypeError, ValueError):
        # Whatever is amiss, the way out is the same: let the library answer the question again.
        fault = at_place(NO_DECISION, (), {"current": VERSION})
        raise LoadError(Report(findings=(fault,))) from None


def _document(tree: Tree, member: str, cls: type[T]) -> T:
    if tree[member] != VERSION:
        raise ValueError(VERSION)
    return _part(tree, cls, beside=(member, "text"))


def _part(tree: Tree, cls: type[T], beside: tuple[str, ...] = ()) -> T:
    """Read one part of a decision; a member that it does not have would be lost, so is refused."""
    words = (*beside, *_WORDS.get(cls, ()))
    fields = attrs.fields(cls)
    if not tree.keys() <= {*words, *(field.name for field in fields)}:
        raise LookupError(cls.__name__)
    for word in words:
        _text(tree[word])
    return cls(
        **{
            field.name: _member(tree[field.name], shape_of(field.type))
            for field in fields
            # What has come to the format by addition is not in older documents.
            if field.name in tree or field.default is attrs.NOTHING
        }
    )


def _member(held: Tree, shape: Shape) -> object:
    if shape.optional and held is None:
        return None
    if shape.many:
        return tuple(_one(item, shape.base) for item in _items(held))
    return _one(held, shape.base)


def _one(held: Tree, cls: type) -> object:
    if cls is str:
        return _text(held)
    if attrs.has(cls) and not hasattr(cls, "kept"):
        return _part(held, cls)
    read: object = CONVERTER.structure(held, cls)
    return read


def _items(held: Tree) -> list[Tree]:
    if not isinstance(held, list):
        raise TypeError("list")
    return held


def _text(held: Tree) -> str:
    if type(held) is not str:
        raise TypeError("text")
    return held
