"""Process areas: what social services, school and others have agreed to do in one way together."""

import attrs

from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import ActorId, DocumentId, ProcessAreaId, RoutineId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source

__all__ = ["ProcessArea", "ProcessAreaKind"]


@answers(SCHOOL_ABSENCE="LO-06", CONCERN_REPORT="LO-07", PLACED_CHILDREN="LO-08")
class ProcessAreaKind(Labelled):
    """What a process area is about; open: `other` with the municipality's own word."""

    SCHOOL_ABSENCE = (
        "school_absence",
        "problematisk skolfrånvaro",
        "problematic absence from school",
    )
    CONCERN_REPORT = ("concern_report", "orosanmälan", "report of concern")
    PLACED_CHILDREN = (
        "placed_children",
        "skolplanering för placerade barn",
        "school planning for placed children",
    )
    OTHER = ("other", "annat processområde", "other process area")


@answers("LO-20")
@attrs.frozen(kw_only=True, field_transformer=checked)
class ProcessArea:
    """A part of the work in which actors follow one process together (processområde)."""

    #: The name by which the document refers to it.
    id: ProcessAreaId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: What it is about.
    kind: ProcessAreaKind
    #: The municipality's own word, where `kind` is other.
    kind_name: str | None = None
    #: The actors that work together in it.
    actors: tuple[ActorId, ...] = ()
    #: The routines that say how they do it.
    routines: tuple[RoutineId, ...] = ()
    #: The agreements or guidelines that say how they do it.
    documents: tuple[DocumentId, ...] = ()
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
