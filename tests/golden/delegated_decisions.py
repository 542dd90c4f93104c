"""The value behind v1/delegated_decisions.json: delegated decisions, and what was made known."""

import datetime as dt

from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.delegated_decision import DelegatedDecision, Reporting
from samverkan_core.model.mandate import (
    Mandate,
    MandateKind,
    Matter,
    Power,
    Scope,
)
from samverkan_core.model.person import Person
from samverkan_core.values.ids import (
    BodyId,
    DelegatedDecisionId,
    HolderId,
    MandateId,
    MatterId,
    OfficeId,
    PersonId,
)
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate, Period

DECIDED = PartialDate(when="2014-11-25")
YEAR = Period(first_day=dt.date(2015, 1, 1), last_day=dt.date(2015, 12, 31))
OPEN = Period(first_day=dt.date(2015, 1, 1))

DELEGATED_DECISIONS = Collaboration(
    name="Delegationsbeslut i Exempelstad",
    persons=(Person(id=PersonId("ordforanden")),),
    bodies=(
        Body(id=BodyId("namnden"), name="Barn- och ungdomsnämnden", kind=BodyKind.BOARD),
        Body(id=BodyId("utskottet"), name="Arbetsutskottet", kind=BodyKind.COMMITTEE),
    ),
    matters=(
        Matter(id=MatterId("bidrag"), name="Bidrag till föreningar"),
        Matter(id=MatterId("lokal"), name="Hyra av lokal", urgent=True),
    ),
    mandates=(
        Mandate(
            id=MandateId("delegation-3.9"),
            kind=MandateKind.DELEGATION,
            powers=(Power.DECIDE, Power.ALLOCATE),
            period=OPEN,
            granted_by=HolderId("namnden"),
            granted_to=(HolderId("utskottet"),),
        ),
    ),
    delegated_decisions=(
        DelegatedDecision(
            id=DelegatedDecisionId("beslut-1"),
            delegate=HolderId("utskottet"),
            day=PartialDate(when="2015-03-02"),
            matter=MatterId("bidrag"),
            about=Scope(bodies=(BodyId("namnden"),)),
            power=Power.ALLOCATE,
            line="3.9",
            mandate=MandateId("delegation-3.9"),
            reviewable=True,
            minuted_on=PartialDate(when="2015-03", about=True),
            summary="Bidrag beviljas.",
            sources=(Source(kind=SourceKind.DECISION, ref="AU", paragraph="17"),),
        ),
        DelegatedDecision(
            id=DelegatedDecisionId("beslut-2"),
            delegate=HolderId("ordforanden"),
            office=OfficeId("namnden"),
            day=PartialDate(when="2015-04-07"),
            matter=MatterId("lokal"),
            urgent=True,
            reviewable=False,
            reported=Reporting(
                minutes=Resolution(
                    body=BodyId("namnden"), day=PartialDate(when="2015-04-22"), paragraph="31"
                ),
                kept=JsonObject((("x-punkt", JsonNumber("4")),)),
            ),
            illustrative=True,
            kept=JsonObject((("x-serie", "D"),)),
        ),
        DelegatedDecision(id=DelegatedDecisionId("beslut-3")),
    ),
)
