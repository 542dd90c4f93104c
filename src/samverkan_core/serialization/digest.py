"""The digest of a collaboration: a short name for all that it says, made of its canonical bytes."""

import hashlib
from collections.abc import Iterator

from samverkan_core.indexing import Index
from samverkan_core.model.anatomy import Place, Thing
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.converter import CONVERTER
from samverkan_core.serialization.write import canonical_bytes, canonical_text
from samverkan_core.values.shape import written_fields

__all__ = ["digest_of"]


def digest_of(book: Index) -> str:
    """Give the SHA-256 of a collaboration's canonical bytes, in hexadecimal.

    Each thing is written once and its text kept on its shelf: after an edit only what is another
    object is written again.
    """
    return hashlib.sha256(_canonical(book)).hexdigest()


def _canonical(book: Index) -> bytes:
    collab = book.collaboration
    if collab.set_aside:
        # What was set aside is written among the things, so no collection can be written alone.
        return canonical_bytes(collab)
    texts = {
        name: f"[{','.join(shelf.seen(_text, name))}]"
        for name, shelf in book.shelves.items()
        if shelf.things
    }
    return f"{{{','.join(_members(book, texts))}}}".encode()


def _members(book: Index, texts: dict[str, str]) -> Iterator[str]:
    own = CONVERTER.unstructure(book.own_members)
    declared = (field.name for field in written_fields(Collaboration))
    for name in dict.fromkeys((*declared, *own)):
        if name in texts:
            yield f"{canonical_text(name)}:{texts[name]}"
        elif name in own:
            yield f"{canonical_text(name)}:{canonical_text(own[name])}"


def _text(thing: Thing, _: Place) -> tuple[str]:
    return (canonical_text(CONVERTER.unstructure(thing)),)
