"""Routines: how something is always done, whoever does it."""

import attrs

from samverkan_core.model.actor import ActorKind
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import ActorId, DocumentId, HolderId, OfficeId, RoutineId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate, Period

__all__ = ["Routine", "RoutineStep"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class RoutineStep:
    """One step of a routine (moment): what is done, and which office does it."""

    #: What is done.
    what: str = attrs.field(repr=False)
    #: Who does it: an office, so that it holds when people change.
    responsible: tuple[HolderId, ...] = ()
    #: By when, in the routine's own words.
    within: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers(checked_by="AT-17", review="AT-17")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Routine:
    """A fixed procedure for a situation (rutin), in force in the units that it covers."""

    #: The name by which the document refers to it.
    id: RoutineId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: The office that keeps it.
    owner: OfficeId | None = None
    #: Its steps, in order.
    steps: tuple[RoutineStep, ...] = ()
    #: The document that lays it down.
    document: DocumentId | None = None
    #: The kinds of units in all of which it is to be in force.
    for_all: tuple[ActorKind, ...] = ()
    #: The units in which it is in force.
    units: tuple[ActorId, ...] = ()
    #: When it is in force.
    period: Period | None = None
    #: When it is to be looked through next.
    review: PartialDate | None = None
    #: Who checks its quality.
    checked_by: OfficeId | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
