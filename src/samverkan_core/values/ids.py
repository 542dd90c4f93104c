"""Names of things: one kind of id for each kind of thing.

An id is a text that is not blank and stands for one thing in the whole document. Its kind says
which collections it may point into (`INTO`), so that a reference is declared by its type alone.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NewType

__all__ = [
    "INTO",
    "ActorId",
    "AnyId",
    "AppointmentId",
    "BodyId",
    "DocumentId",
    "FocusAreaId",
    "HolderId",
    "MandateId",
    "MatterId",
    "OfficeId",
    "PersonId",
    "RoleId",
    "TargetGroupId",
]

ActorId = NewType("ActorId", str)
PersonId = NewType("PersonId", str)
RoleId = NewType("RoleId", str)
AppointmentId = NewType("AppointmentId", str)
BodyId = NewType("BodyId", str)
MatterId = NewType("MatterId", str)
MandateId = NewType("MandateId", str)
DocumentId = NewType("DocumentId", str)
TargetGroupId = NewType("TargetGroupId", str)
FocusAreaId = NewType("FocusAreaId", str)

#: An office: a role, a body or an actor. It stays when people change.
OfficeId = NewType("OfficeId", str)
#: Whoever may hold or give a mandate: an office, or a named person.
HolderId = NewType("HolderId", str)
#: Any thing of the document.
AnyId = NewType("AnyId", str)

#: Kind of id -> the collections of a collaboration that it may point into.
INTO: Mapping[Any, tuple[str, ...]] = MappingProxyType(
    {
        ActorId: ("actors",),
        PersonId: ("persons",),
        RoleId: ("roles",),
        AppointmentId: ("appointments",),
        BodyId: ("bodies",),
        MatterId: ("matters",),
        MandateId: ("mandates",),
        DocumentId: ("documents",),
        TargetGroupId: ("target_groups",),
        FocusAreaId: ("focus_areas",),
        OfficeId: ("roles", "bodies", "actors"),
        HolderId: ("roles", "bodies", "actors", "persons"),
    }
)
