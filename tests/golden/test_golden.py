"""Documents as older versions wrote them: each is read for ever, and written to equal bytes.

A folder for each version of the format; files are only ever added, and none is written again. When
one of these tests fails, the reader is wrong, not the file.
"""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from samverkan_core.findings.acceptance import Acceptance
from samverkan_core.model.actor import Actor, ActorKind, Participation, Sector
from samverkan_core.model.anatomy import classes, parts
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment, AppointmentKind
from samverkan_core.model.body import Body, BodyKind, Seat, SeatCategory
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.common import DatedName, Identifier, IdentifierSystem, Resolution
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.focus_area import (
    ChildPerspectives,
    Condition,
    FocusArea,
    Ground,
    GroundKind,
    TargetGroup,
)
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    MatterKind,
    Power,
    Scope,
)
from samverkan_core.model.person import Person, Protection
from samverkan_core.model.role import Level, Role, RoleFunction, RoleKind
from samverkan_core.process.step import JourneyEntry, Step
from samverkan_core.serialization.load import loads, read
from samverkan_core.serialization.reports import NOTICES
from samverkan_core.serialization.write import dumps
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    ActorId,
    AppointmentId,
    BodyId,
    DocumentId,
    FocusAreaId,
    HolderId,
    MandateId,
    MatterId,
    OfficeId,
    PersonId,
    RoleId,
    TargetGroupId,
)
from samverkan_core.values.kept import JsonArray, JsonNumber, JsonObject
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate, Period, TimeBox

from .delegated_decisions import DELEGATED_DECISIONS
from .doings import DOINGS
from .goals import GOALS
from .meetings import MEETINGS
from .planning import PLANNING
from .plans import PLANS
from .readiness import READINESS
from .results import RESULTS
from .shared_view import SHARED_VIEW
from .steering import STEERING

HERE = Path(__file__).parent
DOCUMENTS = sorted(path.relative_to(HERE).as_posix() for path in HERE.glob("v*/*.json"))

DECIDED = PartialDate(when="2014-11-25")
YEAR = Period(first_day=dt.date(2015, 1, 1), last_day=dt.date(2015, 12, 31))
OPEN = Period(first_day=dt.date(2015, 1, 1))

MINIMAL = Collaboration(name="Samverkan kring barn och unga")

WHOLE = Collaboration(
    name="Tidigt stöd i Exempelstad",
    purpose="Barn och unga ska få stöd innan de far illa.",
    method="Förskola, skola, socialtjänst och hälso- och sjukvård arbetar i gemensamma grupper.",
    stance="Vi utgår från barnets behov och frågar vad vi kan bidra med.",
    profile="common",
    principals=(ActorId("kommunen"), ActorId("regionen")),
    political_assignment=Resolution(
        body=BodyId("fullmaktige"), day=DECIDED, paragraph="112", registry_number="KS 2014/305"
    ),
    lifecycle=(
        LifecycleEntry(
            stage=Stage.PROJECT,
            day=PartialDate(when="2012", about=True),
            planned_end=PartialDate(when="2014-12"),
        ),
        LifecycleEntry(
            stage=Stage.PERMANENT,
            day=PartialDate(when="2015-01-01"),
            decision=Resolution(body=BodyId("fullmaktige"), day=DECIDED, summary="Görs permanent."),
        ),
    ),
    actors=(
        Actor(
            id=ActorId("kommunen"),
            name="Exempelstads kommun",
            kind=ActorKind.MUNICIPALITY,
            sector=Sector.MUNICIPAL,
        ),
        Actor(
            id=ActorId("regionen"),
            name="Region Exempel",
            kind=ActorKind.REGION,
            sector=Sector.REGIONAL,
            names=(
                DatedName(
                    name="Landstinget i Exempel", period=Period(last_day=dt.date(2014, 12, 31))
                ),
            ),
        ),
        Actor(
            id=ActorId("skolan"),
            name="Ängsskolan",
            kind=ActorKind.SCHOOL,
            sector=Sector.MUNICIPAL,
            principal=ActorId("kommunen"),
            part_of=ActorId("kommunen"),
            competences=("pedagogik", "barns lärande"),
            contribution="Ser barnen varje dag och märker tidigt när något är fel.",
            identifiers=(
                Identifier(
                    system=IdentifierSystem.OTHER, system_name="enhetsregistret", value="E-17"
                ),
            ),
            period=OPEN,
        ),
        Actor(
            id=ActorId("fritidsgarden"),
            name="Fritidsgården Kajutan",
            kind=ActorKind.OTHER,
            kind_name="fritidsgård",
            sector=Sector.NON_PROFIT,
            participation=Participation.EXTERNAL,
            succeeds=(ActorId("ungdomshuset"),),
        ),
    ),
    persons=(
        Person(
            id=PersonId("p-ledaren"),
            name="samverkansledaren",
            workplace=ActorId("kommunen"),
            competences=("processledning",),
        ),
        Person(
            id=PersonId("p-2"), protection=Protection.CONFIDENTIALITY_MARKING, illustrative=True
        ),
    ),
    roles=(
        Role(
            id=RoleId("samverkansledare"),
            name="Samverkansledare",
            kind=RoleKind.EMPLOYEE,
            function=RoleFunction.COLLABORATION_LEADER,
            level=Level.ADMINISTRATIVE,
            actor=ActorId("kommunen"),
            permanent=True,
            duties=("leda arbetsgrupperna", "följa upp målen"),
            competences=("samverkan",),
        ),
        Role(
            id=RoleId("barnombud"),
            name="Barnombud",
            kind=RoleKind.EMPLOYEE,
            function=RoleFunction.OTHER,
            function_name="barnombud",
            actor=ActorId("skolan"),
        ),
    ),
    appointments=(
        Appointment(
            id=AppointmentId("ap-1"),
            person=PersonId("p-ledaren"),
            office=OfficeId("samverkansledare"),
            period=YEAR,
            appointed_by=BodyId("styrgruppen"),
            absences=(
                Absence(
                    kind=AbsenceKind.ABSENT,
                    period=Period(first_day=dt.date(2015, 7, 1), last_day=dt.date(2015, 7, 31)),
                ),
            ),
            share=50,
            recorded_on=dt.date(2014, 12, 1),
        ),
        Appointment(
            id=AppointmentId("ap-2"),
            person=PersonId("p-2"),
            office=OfficeId("samverkansledare"),
            on_behalf_of=ActorId("kommunen"),
            kind=AppointmentKind.CONSULTANT,
            period=Period(first_day=dt.date(2015, 7, 1), last_day=dt.date(2015, 7, 31)),
            standing_in_for=AppointmentId("ap-1"),
        ),
    ),
    bodies=(
        Body(id=BodyId("fullmaktige"), name="Kommunfullmäktige", kind=BodyKind.COUNCIL),
        Body(
            id=BodyId("styrgruppen"),
            name="Styrgruppen",
            kind=BodyKind.STEERING_GROUP,
            actor=ActorId("kommunen"),
            purpose="Håller ihop samverkan.",
            goal="Varje barn får stöd i tid.",
            seats=(
                Seat(category=SeatCategory.OFFICIAL, on_behalf_of=ActorId("skolan"), leads=True),
                Seat(
                    role=RoleId("samverkansledare"),
                    appointed_by=BodyId("fullmaktige"),
                    competence="samverkan",
                ),
            ),
            decided_by=Resolution(day=DECIDED, paragraph="112"),
            period=OPEN,
        ),
        Body(
            id=BodyId("arbetsgrupp-narvaro"),
            name="Arbetsgruppen för skolnärvaro",
            kind=BodyKind.WORKING_GROUP,
            part_of=BodyId("styrgruppen"),
            seats=(Seat(category=SeatCategory.PROFESSIONAL, count=6),),
            ages=AgeBand(from_age=6, to_age=15),
        ),
    ),
    matters=(
        Matter(
            id=MatterId("stod-i-grupp"),
            name="Stöd i grupp",
            principal=ActorId("kommunen"),
            focus_areas=(FocusAreaId("narvaro"),),
            disqualified=(PersonId("p-2"),),
        ),
        Matter(
            id=MatterId("kallelser"),
            name="Kallelser till möten",
            kind=MatterKind.EXECUTION,
            part_of=MatterId("stod-i-grupp"),
            registry_number="SN 2015/12",
            urgent=True,
        ),
    ),
    mandates=(
        Mandate(
            id=MandateId("m-1"),
            kind=MandateKind.ASSIGNMENT,
            powers=(Power.LEAD, Power.COORDINATE),
            scope=Scope(
                focus_areas=(FocusAreaId("narvaro"),),
                bodies=(BodyId("arbetsgrupp-narvaro"),),
                ages=AgeBand(from_age=0, to_age=20),
            ),
            period=YEAR,
            granted_by=HolderId("styrgruppen"),
            granted_to=(HolderId("samverkansledare"),),
            basis=Basis(
                kind=BasisKind.GOVERNING_DOCUMENT,
                document=DocumentId("handlingsplan"),
                line="3.2",
            ),
            conditions=("högst 50 000 kronor om året",),
            revoked_from=dt.date(2015, 12, 1),
            revoked_by=Resolution(body=BodyId("styrgruppen"), day=PartialDate(when="2015-11-20")),
        ),
        Mandate(
            id=MandateId("m-2"),
            kind=MandateKind.DELEGATION,
            powers=(Power.DECIDE,),
            scope=Scope(actors=(ActorId("kommunen"),), matters=(MatterId("stod-i-grupp"),)),
            period=OPEN,
            granted_to=(HolderId("barnombud"), HolderId("samverkansledare")),
            jointly=True,
            basis=Basis(
                kind=BasisKind.LAW,
                provision=Source(
                    kind=SourceKind.LAW, ref="6 kap. 33 §", title="kommunallagen (1991:900)"
                ),
            ),
            parent=MandateId("m-1"),
            may_delegate=True,
        ),
    ),
    documents=(
        GoverningDocument(
            id=DocumentId("handlingsplan"),
            name="Handlingsplan för tidigt stöd",
            kind=DocumentKind.ACTION_PLAN,
            registry_number="KS 2014/305",
            concerns=(BodyId("fullmaktige"),),
            decided_by=(Resolution(body=BodyId("fullmaktige"), day=DECIDED),),
            parties=(ActorId("kommunen"), ActorId("regionen")),
            derives_from=(DocumentId("budget"),),
            period=YEAR,
            published=PartialDate(when="2014-12"),
            refers_to_child_convention=True,
        ),
        GoverningDocument(
            id=DocumentId("budget"),
            name="Budget 2015",
            kind=DocumentKind.BUDGET,
            refers_to_child_convention=False,
        ),
    ),
    target_groups=(
        TargetGroup(
            id=TargetGroupId("skolbarn"),
            name="Barn med hög frånvaro",
            ages=AgeBand(from_age=6, to_age=15),
            conditions=(Condition.AT_RISK, Condition.COME_TO_HARM),
            includes_parents=True,
            synonyms=("hemmasittare",),
        ),
    ),
    focus_areas=(
        FocusArea(
            id=FocusAreaId("narvaro"),
            name="Skolnärvaro",
            assignment="Ta fram ett gemensamt arbetssätt vid frånvaro.",
            responsibility="Skolan svarar för kartläggningen, socialtjänsten för familjestödet.",
            delimitation="Gymnasiet omfattas inte.",
            goal="Frånvaron halveras.",
            grounds=(
                Ground(
                    kind=GroundKind.LOCAL_SURVEY,
                    evidence="Var tionde elev i årskurs 7–9 har hög frånvaro.",
                    sources=(
                        Source(
                            kind=SourceKind.PUBLICATION,
                            ref="s. 12",
                            title="Välfärdsbokslut 2014",
                            day=PartialDate(when="2015-02"),
                        ),
                    ),
                ),
            ),
            target_group=TargetGroupId("skolbarn"),
            perspectives=ChildPerspectives(
                rights="Artikel 28: rätten till utbildning.",
                general="Närvaro skyddar.",
                own_voice="Eleverna säger att de vill bli saknade när de är borta.",
            ),
            time_box=TimeBox(starts=PartialDate(when="2015-01-12"), ends=PartialDate(when="2015")),
            closed_on=dt.date(2015, 12, 18),
            coordinators=(RoleId("samverkansledare"),),
            working_group=BodyId("arbetsgrupp-narvaro"),
            journey=(
                JourneyEntry(step=Step.INITIATE, day=PartialDate(when="2015-01-12")),
                JourneyEntry(step=Step.GROUND, day=PartialDate(when="2015-03")),
                JourneyEntry(
                    step=Step.INITIATE,
                    day=PartialDate(when="2015-04-01"),
                    reason="Föräldrarna var inte med.",
                ),
            ),
        ),
    ),
    acceptances=(
        Acceptance(
            code="BOD010",
            subject="styrgruppen",
            data=JsonObject((("body", "styrgruppen"), ("count", JsonNumber("1")))),
            reason="En ordförande räcker under uppbyggnaden.",
            owner="kommunstyrelsen",
            last_day=dt.date(2015, 12, 31),
        ),
    ),
    sources=(
        Source(
            kind=SourceKind.DECISION,
            ref="KF",
            day=DECIDED,
            paragraph="112",
            registry_number="KS 2014/305",
        ),
        Source(kind=SourceKind.SEED, ref="SB-46"),
    ),
    illustrative=True,
    kept=JsonObject(
        (
            ("x-arendesystem", JsonObject((("nummer", JsonNumber("1.50")), ("öppet", True)))),
            ("x-anteckningar", JsonArray(("å\u2028ä", None, JsonArray()))),
        )
    ),
)

#: File -> what is read from it.
VALUES = {
    "v1/delegated_decisions.json": DELEGATED_DECISIONS,
    "v1/doings.json": DOINGS,
    "v1/goals.json": GOALS,
    "v1/meetings.json": MEETINGS,
    "v1/minimal.json": MINIMAL,
    "v1/planning.json": PLANNING,
    "v1/plans.json": PLANS,
    "v1/readiness.json": READINESS,
    "v1/results.json": RESULTS,
    "v1/shared_view.json": SHARED_VIEW,
    "v1/steering.json": STEERING,
    "v1/whole.json": WHOLE,
}

every_document = pytest.mark.parametrize("document", DOCUMENTS)


@every_document
def test_a_document_is_read_as_the_value_that_it_was_written_from(document: str) -> None:
    assert loads((HERE / document).read_bytes()) == VALUES[document]


@every_document
def test_nothing_is_found_when_it_is_read(document: str) -> None:
    assert list(read((HERE / document).read_bytes()).report) == []


@every_document
def test_a_document_is_written_to_equal_bytes(document: str) -> None:
    assert dumps(VALUES[document]) == (HERE / document).read_bytes()


def test_every_class_of_the_model_stands_in_some_document() -> None:
    found = {type(part) for collab in VALUES.values() for _, part in parts(collab)}
    assert found == set(classes())


def test_no_file_was_changed_and_none_was_taken_away() -> None:
    listed = dict(_checksums())
    assert list(listed) == sorted(listed)
    found = {name: hashlib.sha256((HERE / name).read_bytes()).hexdigest() for name in DOCUMENTS}
    assert found == listed


def test_every_code_that_ever_was_is_listed_once() -> None:
    """A code is never used for anything else again: add new ones, and take none away."""
    listed = [line.split() for line in (HERE / "codes.txt").read_text("utf-8").splitlines()]
    codes = [code for code, _ in listed]
    assert codes == sorted(set(codes))
    assert all(first.count(".") == 2 for _, first in listed)
    assert set(NOTICES) <= set(codes)


def _checksums() -> list[tuple[str, str]]:
    lines = (HERE / "checksums.txt").read_text("utf-8").splitlines()
    return [(name, checksum) for checksum, name in (line.split() for line in lines)]
