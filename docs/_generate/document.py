"""The page about the document: every class that can stand in one, and every closed set."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from functools import cache

import attrs

from samverkan_core.findings.finding import Force, Pillar, Severity
from samverkan_core.model.anatomy import COLLECTION_OF, Thing, classes
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.versions import MEMBER
from samverkan_core.values.answers import answered
from samverkan_core.values.constraints import Form
from samverkan_core.values.ids import INTO
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.shape import BESIDE, Shape, members, shape_of

from .comments import comments
from .markup import code, joined, link, plain, table, target

__all__ = ["described", "document_page", "heading"]

_PLAIN = {str: "text", int: "whole number", bool: "true or false", dt.date: "day"}


def document_page() -> str:
    """Write the page: the classes of a document, those of a profile, the closed sets of both."""
    in_document, in_profile, sets = _parts()
    return "\n".join(
        [
            "## The things in a document\n",
            *map(_class, in_document),
            "## The things in a profile\n",
            *map(_class, in_profile),
            "## Codes\n",
            *map(_set, sets),
        ]
    )


def described() -> frozenset[type]:
    """Give every class that has a heading on the page."""
    return frozenset(cls for part in _parts() for cls in part)


@cache
def _parts() -> tuple[tuple[type[Thing], ...], tuple[type[Thing], ...], tuple[type[Labelled], ...]]:
    """Give what stands in a document, what stands only in a profile, and the sets of codes."""
    in_document = classes()
    in_profile = tuple(cls for cls in classes(Profile) if cls not in in_document)
    sets = _sets((*in_document, *in_profile))
    in_findings = (labelled for labelled in (Severity, Pillar, Force) if labelled not in sets)
    return in_document, in_profile, (*sets, *in_findings)


def _class(cls: type[Thing]) -> str:
    rows = [
        _row(cls, field, shape)
        for field, (_, shape) in zip(attrs.fields(cls), members(cls), strict=True)
        if field.name not in BESIDE
    ]
    return "\n".join(
        [
            f"{target(heading(cls))}### {cls.__name__}\n",
            f"{plain(_docstring(cls))}\n",
            *_standing(cls),
            *_answering(cls),
            table(("member", "holds", "needed", "what it is"), rows),
        ]
    )


def _standing(cls: type[Thing]) -> Iterator[str]:
    if cls in COLLECTION_OF:
        yield f"Stands in {code(COLLECTION_OF[cls])}.\n"


def _answering(cls: type) -> Iterator[str]:
    """Say which rows of the texts a class answers, and which of its members or words do."""
    told = (
        f"{joined(map(code, cited), 'and')}{f' ({code(member)})' if member else ''}"
        for member, cited in answered(cls).items()
    )
    if answered(cls):
        yield f"[Rows](seed-coverage.md) that it answers: {'; '.join(told)}.\n"


def _row(
    cls: type[Thing], field: "attrs.Attribute[object]", shape: Shape
) -> tuple[str, str, str, str]:
    needed = field.default is attrs.NOTHING or field.name == MEMBER
    meaning = plain(comments(cls).get(field.name, ""))
    return code(field.name), _held(field.name, shape), _needed(field, needed=needed), meaning


def _held(name: str, shape: Shape) -> str:
    held = "id" if name == "id" else _one(shape)
    for bound in shape.bounds:
        example = f"like {code(bound.example)}" if isinstance(bound, Form) else str(bound)
        held = f"{held}, {example}"
    if shape.many:
        held = f"list of {held}"
    return f"{held}; at least one" if shape.list_bounds else held


def _one(shape: Shape) -> str:
    if shape.id_kind in INTO:
        return f"id in {joined(map(code, INTO[shape.id_kind]), 'or')}"
    if shape.base in _PLAIN:
        return _PLAIN[shape.base]
    if shape.base is JsonObject:
        return "object"
    return link(shape.base.__name__, heading(shape.base))


def _needed(field: "attrs.Attribute[object]", *, needed: bool) -> str:
    if needed:
        return "yes"
    default = field.default
    if isinstance(default, Labelled):
        return f"else {code(default.code)}"
    return f"else {code(json.dumps(default))}" if isinstance(default, (int, str)) else ""


def _sets(known: Iterable[type[Thing]]) -> tuple[type[Labelled], ...]:
    found: dict[type[Labelled], None] = {}
    for cls in known:
        bases = (shape_of(field.type).base for field in attrs.fields(cls))
        found.update(dict.fromkeys(base for base in bases if issubclass(base, Labelled)))
    return tuple(found)


def _set(labelled: type[Labelled]) -> str:
    rows = ((code(member.code), member.sv, member.en) for member in labelled)
    return "\n".join(
        [
            f"{target(heading(labelled))}### {labelled.__name__}\n",
            f"{plain(_docstring(labelled))}\n",
            *_answering(labelled),
            table(("code", "svenska", "English"), rows),
        ]
    )


def heading(cls: type) -> str:
    """Name the heading under which a class stands on the page."""
    """Name the heading under which a class stands on the page."""
    return f"class-{cls.__name__.lower()}"


def _docstring(cls: type) -> str:
    """Give the first paragraphs of a docstring, up to its examples."""
    return (cls.__doc__ or "").partition(">>>")[0]
