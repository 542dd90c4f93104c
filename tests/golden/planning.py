"""The value behind v1/planning.json: a journey of the collaboration, and a handover."""

import datetime as dt

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.handover import Handover
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.process.step import JourneyEntry, Step
from samverkan_core.values.ids import (
    DocumentId,
    HandoverId,
    OfficeId,
    PersonId,
    RoleId,
)
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate, Period

DECIDED = PartialDate(when="2014-11-25")
YEAR = Period(first_day=dt.date(2015, 1, 1), last_day=dt.date(2015, 12, 31))
OPEN = Period(first_day=dt.date(2015, 1, 1))

PLANNING = Collaboration(
    name="Steg för steg i Exempelstad",
    journey=(
        JourneyEntry(step=Step.INITIATE, day=PartialDate(when="2015-01")),
        JourneyEntry(step=Step.GROUND, day=PartialDate(when="2015-03-02")),
        JourneyEntry(
            step=Step.INITIATE,
            day=PartialDate(when="2015-06", about=True),
            reason="Skolorna var inte med från början.",
        ),
    ),
    persons=(Person(id=PersonId("p-forra")), Person(id=PersonId("p-nya"))),
    roles=(Role(id=RoleId("samverkansledare"), name="Samverkansledare", kind=RoleKind.EMPLOYEE),),
    documents=(
        GoverningDocument(
            id=DocumentId("plan"), name="Handlingsplan", kind=DocumentKind.ACTION_PLAN
        ),
    ),
    handovers=(
        Handover(
            id=HandoverId("overlamning-2015"),
            office=OfficeId("samverkansledare"),
            from_person=PersonId("p-forra"),
            to_person=PersonId("p-nya"),
            day=PartialDate(when="2015-06-30"),
            documents=(DocumentId("plan"),),
            open_items=("Kalla till höstens arbetsgrupper.", "Svara föreningen om lokal."),
            knowledge="Rektorerna nås bäst före åtta.",
            signed_by=(PersonId("p-forra"), PersonId("p-nya")),
            sources=(Source(kind=SourceKind.SEED, ref="SB-P2"),),
            illustrative=True,
            kept=JsonObject((("x-diarium", "KS 2015/77"),)),
        ),
    ),
)
