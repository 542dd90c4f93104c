"""The value behind v1/shared_view.json: pictures, ratings, words, and the view of the whole."""

from samverkan_core.model.activity import Activity, ActivityKind
from samverkan_core.model.actor import Actor, ActorKind, Profession
from samverkan_core.model.analysis import Analysis, Driver, StanceSign
from samverkan_core.model.child import ChildRef
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.meeting import AgreedStep, ContextMarking
from samverkan_core.model.plan import IndividualPlan, PlanKind
from samverkan_core.model.shared_view import (
    Definition,
    RatingSubject,
    SelfRating,
    SharedPicture,
    Term,
)
from samverkan_core.values.ids import (
    ActivityId,
    ActorId,
    ChildId,
    DocumentId,
    FocusAreaId,
    HolderId,
    IndicatorId,
    PlanId,
    SelfRatingId,
    SharedPictureId,
    TermId,
)
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate

_KEPT = JsonObject((("x-nr", JsonNumber("7")),))
_SOURCES = (Source(kind=SourceKind.SEED, ref="SB-25"),)
_AREA = FocusAreaId("skolnarvaro")

SHARED_VIEW = Collaboration(
    name="Samsyn i Exempelstad",
    actors=(
        Actor(
            id=ActorId("skolan"),
            name="Skolan",
            kind=ActorKind.SCHOOL,
            responsibility="Att eleverna är i skolan.",
            professions=(
                Profession(name="Kurator", can_do=("stödsamtal", "möten med familjen"), kept=_KEPT),
                Profession(name="Elevassistent"),
            ),
        ),
    ),
    documents=(
        GoverningDocument(
            id=DocumentId("cirkularet"),
            name="Att samarbeta kring barn i riskzonen",
            kind=DocumentKind.OTHER,
            kind_name="cirkulär",
            registry_number="1997/0915",
            published=PartialDate(when="1997-04-02"),
            circular_number="1997:53",
            last_changed=PartialDate(when="2008-10", about=True),
            focus_areas=(_AREA,),
        ),
    ),
    focus_areas=(
        FocusArea(id=_AREA, name="Skolnärvaro", analysis=Analysis(patterns="Efter lov.")),
    ),
    activities=(
        Activity(
            id=ActivityId("studiebesok"),
            name="Vi besöker varandra",
            kind=ActivityKind.INTRODUCTION,
            actors=(ActorId("skolan"), ActorId("socialtjansten")),
        ),
    ),
    children=(ChildRef(id=ChildId("barn-1")),),
    plans=(
        IndividualPlan(
            id=PlanId("plan-1"), kind=PlanKind.OTHER, child=ChildId("barn-1"), times_told=3
        ),
    ),
    shared_pictures=(
        SharedPicture(
            id=SharedPictureId("bilden"),
            name="Så ser vi på skolfrånvaron",
            what="Fler barn behöver stöd tidigt.",
            how="En verksamhet håller ihop stödet.",
            day=PartialDate(when="2015-02"),
            focus_areas=(_AREA,),
            acknowledged_by=(ActorId("skolan"),),
            sources=_SOURCES,
            illustrative=True,
            kept=_KEPT,
        ),
    ),
    self_ratings=(
        SelfRating(
            id=SelfRatingId("samsyn-1"),
            about=RatingSubject.SHARED_VIEW,
            by=ActorId("skolan"),
            profession="kurator",
            day=PartialDate(when="2015-02-10"),
            value="3.50",
            lowest="1",
            highest="5",
            sources=_SOURCES,
            illustrative=True,
            kept=_KEPT,
        ),
        SelfRating(
            id=SelfRatingId("tillit-1"),
            about=RatingSubject.TRUST,
            by=ActorId("skolan"),
            of=ActorId("socialtjansten"),
        ),
    ),
    terms=(
        Term(
            id=TermId("oro"),
            name="oro",
            definitions=(
                Definition(
                    actor=ActorId("skolan"),
                    meaning="Att ett barn kan fara illa.",
                    day=PartialDate(when="2015"),
                    kept=_KEPT,
                ),
            ),
            agreed="Att ett barn far illa eller riskerar att göra det.",
            sources=_SOURCES,
            illustrative=True,
            kept=_KEPT,
        ),
    ),
    driver=Driver(
        rationale="Uppväxtvillkoren är ojämlika.",
        indicators=(IndicatorId("ekonomi"),),
        kept=_KEPT,
    ),
    stance_signs=(
        StanceSign(
            what="Frågor möts med nyfikenhet.", indicator=IndicatorId("bemotande"), kept=_KEPT
        ),
    ),
    analysis=Analysis(
        situation="Fler elever stannar hemma.",
        context="Kommunen växer fort.",
        patterns="Frånvaron ökar efter varje lov.",
        what_works="Skolans ringrunda når hem samma dag.",
        kept=_KEPT,
    ),
    context=ContextMarking(
        purpose="Barn ska få hjälp som hänger ihop.", intended_outcome="Familjer möter en väg in."
    ),
    next_steps=(AgreedStep(what="Styrgruppen ser över bilden.", owner=HolderId("skolan")),),
)
