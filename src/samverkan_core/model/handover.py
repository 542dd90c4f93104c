"""Handovers: what somebody who leaves an office hands over to whoever takes it."""

import attrs

from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import DocumentId, HandoverId, OfficeId, PersonId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = ["Handover"]


@answers("SB-P2")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Handover:
    """The record of how an office went from one holder to the next (överlämning)."""

    #: The name by which the document refers to it.
    id: HandoverId
    #: The office that changed hands: a role, a seat in a body, or a post with an actor.
    office: OfficeId
    #: Who left it.
    from_person: PersonId | None = None
    #: Who took it.
    to_person: PersonId | None = None
    #: The day on which it was handed over.
    day: PartialDate | None = None
    #: The documents that were handed over.
    documents: tuple[DocumentId, ...] = ()
    #: What was begun and is not finished (pågående ärenden).
    open_items: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: What the one who left knows and stands nowhere else.
    knowledge: str | None = attrs.field(default=None, repr=False)
    #: Who has signed the record.
    signed_by: tuple[PersonId, ...] = ()
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
