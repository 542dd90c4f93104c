"""What a line of a delegation order says that its matter and mandate do not: kept beside them.

The number is kept too, so that a line whose delegation somebody takes away still stands.

A cell is kept with what it was read as. While the values say the same, the cell is written as it
was; once they say something else, they are written.
"""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from samverkan_core.interop.order_cells import collapsed, listed
from samverkan_core.interop.order_lines import (
    CONDITION,
    DELEGATE,
    LAW,
    MATTER,
    NUMBER,
    SUBSTITUTE,
    Line,
)
from samverkan_core.model.mandate import Mandate, Matter
from samverkan_core.values.ids import DocumentId, HolderId
from samverkan_core.values.kept import JsonObject, frozen_json, plain_json

__all__ = ["EXTENSION", "Note", "cells_of", "note_in", "with_note"]

#: The extension of a matter that holds what the line says besides.
EXTENSION = "x-delegation-order"


@attrs.frozen(kw_only=True)
class Note:
    """What is kept beside the matter of a line."""

    #: The number of the line; empty where it has none.
    line: str = ""
    #: Column -> the cell as written, and what it was read as.
    cells: Mapping[str, tuple[str, str]] = MappingProxyType({})
    #: Head -> the cell, for the columns that are not interpreted.
    more: Mapping[str, str] = MappingProxyType({})
    #: Column -> its head, where the table spelled it in another way than the one asked for.
    heads: Mapping[str, str] = MappingProxyType({})


def cells_of(
    matter: Matter | None,
    mandate: Mandate | None,
    *,
    line: str = "",
    words: Mapping[HolderId, str] = MappingProxyType({}),
) -> dict[str, str]:
    """Write the cells of a line; an office that has no word is written by its id.

    Args:
        matter: What the line is about.
        mandate: What it delegates; its number is the line's.
        line: The number of a line that delegates nothing.
        words: What offices are called.
    """
    law = matter.provision if matter is not None else None
    cells = {
        NUMBER: line,
        MATTER: "" if matter is None else matter.name,
        LAW: "" if law is None else law.cite(),
        DELEGATE: "",
        SUBSTITUTE: "",
        CONDITION: "",
    }
    if mandate is None:
        return cells
    named = tuple(words.get(id_, id_) for id_ in mandate.granted_to)
    return {
        **cells,
        NUMBER: (mandate.basis.line if mandate.basis else None) or "",
        DELEGATE: listed(named, jointly=mandate.jointly),
        SUBSTITUTE: ", ".join(words.get(id_, id_) for id_ in mandate.substitutes),
        CONDITION: "\n".join(mandate.conditions),
    }


def with_note(
    matter: Matter,
    mandate: Mandate | None,
    line: Line,
    words: Mapping[HolderId, str],
    document: DocumentId,
) -> Matter:
    """Keep beside a matter its line's number, and what the line says in other words or besides."""
    said = cells_of(matter, mandate, line=line.number, words=words)
    read = cells_of(matter, mandate, line=line.number)
    cells = {
        column: {"text": text.strip(), "read": read[column]}
        for column, text in line.cells.items()
        if collapsed(text) != collapsed(said[column])
    }
    note = {
        "document": document,
        "line": line.number,
        "cells": cells,
        "more": dict(line.more),
        "heads": dict(line.heads),
    }
    filled = {name: value for name, value in note.items() if value}
    return attrs.evolve(matter, kept=JsonObject(((EXTENSION, frozen_json(filled)),)))


def note_in(matter: Matter, document: DocumentId) -> Note | None:
    """Give what was kept beside a matter for an order; None where nothing was.

    Others may write this extension too: what does not have its form is passed over.
    """
    found = plain_json(dict(matter.kept.members).get(EXTENSION))
    if not isinstance(found, dict) or found.get("document") != document:
        return None
    return Note(
        line=_texts(found).get("line", ""),
        cells=_pairs(found.get("cells")),
        more=_texts(found.get("more")),
        heads=_texts(found.get("heads")),
    )


def _texts(value: object) -> dict[str, str]:
    members = value.items() if isinstance(value, dict) else ()
    return {name: text for name, text in members if isinstance(text, str)}


def _pairs(value: object) -> dict[str, tuple[str, str]]:
    members = value.items() if isinstance(value, dict) else ()
    pairs = ((column, _texts(pair)) for column, pair in members)
    return {
        column: (pair["text"], pair["read"])
        for column, pair in pairs
        if pair.keys() >= {"text", "read"}
    }
