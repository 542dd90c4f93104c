"""Appointments: who holds which office, for whom, and when."""

import datetime as dt
from typing import Annotated

import attrs

from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Between
from samverkan_core.values.ids import ActorId, AppointmentId, BodyId, OfficeId, PersonId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source
from samverkan_core.values.time import Period

__all__ = ["Absence", "AbsenceKind", "Appointment", "AppointmentKind", "Percent"]

#: A share of a full-time post, in whole per cent.
Percent = Annotated[int, Between(1, 100)]


class AppointmentKind(Labelled):
    """On what footing a person holds an office."""

    ELECTED = ("elected", "vald", "elected")
    EMPLOYED = ("employed", "anställd", "employed")
    ENGAGED = ("engaged", "uppdragstagare", "engaged")
    CONSULTANT = ("consultant", "konsult", "consultant")


class AbsenceKind(Labelled):
    """Why the ordinary holder of an office is not in service."""

    ABSENT = ("absent", "frånvarande", "absent")
    VACANT = ("vacant", "vakant", "vacant")
    DISQUALIFIED = ("disqualified", "jävig", "disqualified")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Absence:
    """A time during which the ordinary holder is not in service (frånvaro)."""

    #: Why.
    kind: AbsenceKind
    #: When.
    period: Period
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Appointment:
    """A person's holding of one office (förordnande, val eller anställning) for a time."""

    #: The name by which the document refers to it.
    id: AppointmentId
    #: Who holds the office.
    person: PersonId
    #: The office: a role, a seat in a body, or a post with an actor.
    office: OfficeId
    #: The actor on whose behalf the person sits there.
    on_behalf_of: ActorId | None = None
    #: On what footing.
    kind: AppointmentKind = AppointmentKind.EMPLOYED
    #: From the first day in office to the last.
    period: Period
    #: The body that appointed (utsedd av).
    appointed_by: BodyId | None = None
    #: The competence for which the person was appointed.
    competence: str | None = attrs.field(default=None, repr=False)
    #: The function for which the person was appointed.
    function: str | None = attrs.field(default=None, repr=False)
    #: The appointment that this one stands in for (ersättare för).
    standing_in_for: AppointmentId | None = None
    #: Recorded absences of the holder.
    absences: tuple[Absence, ...] = ()
    #: The share of a full-time post, in per cent.
    share: Percent | None = None
    #: The day on which it became known to those who keep this document.
    recorded_on: dt.date | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
