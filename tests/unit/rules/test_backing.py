"""COL101, COL102, END001: time beyond the term, an agreement to build on, leaders behind it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.backing import Endorsement
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.goal import Goal
from samverkan_core.reference.terms_of_office import term_on
from samverkan_core.rules.backing import (
    agreement_unclear,
    endorsement_missing,
    within_the_term,
)
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.values.ids import ActorId, DocumentId, GoalId
from samverkan_core.values.time import PartialDate, Period

from .told import lacked, only

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)
TERM_ENDS = dt.date(2018, 10, 14)
BEYOND = Period(last_day=TERM_ENDS + dt.timedelta(days=1))


def document(kind: DocumentKind = DocumentKind.JOINT_AGREEMENT, **told: Any) -> GoverningDocument:
    return GoverningDocument(id=DocumentId("avtalet"), name="Avtalet", kind=kind, **told)


def project(end: str | None, **told: Any) -> Collaboration:
    ends = None if end is None else PartialDate(when=end)
    entry = LifecycleEntry(stage=Stage.PROJECT, planned_end=ends)
    return Collaboration(name="Hagby", lifecycle=(entry,), **told)


class TestTerm:
    """COL101."""

    @pytest.mark.parametrize("end", ["2018-10-14", "2018-09", "2015-03-01", "2016"])
    def test_a_project_that_ends_within_the_term(self, ask: Ask, end: str) -> None:
        finding = only(ask(within_the_term, project(end), DAY))
        assert finding.pointer == "/lifecycle/0/planned_end"
        assert finding.data == (("planned_end", end), ("term_ends", "2018-10-14"))
        assert finding.severity is Severity.WARNING
        assert [source.ref for source in finding.sources] == ["SB-31", "KF-13", "RA-10"]

    @pytest.mark.parametrize("end", ["2018-10-15", "2018-11", "2019"])
    def test_one_that_reaches_further(self, ask: Ask, end: str) -> None:
        assert ask(within_the_term, project(end), DAY).held

    @pytest.mark.parametrize(
        "told",
        [
            {"goals": (Goal(id=GoalId("mål"), name="Stöd", period=BEYOND),)},
            {"goals": (Goal(id=GoalId("mål"), name="Stöd", period=Period()),)},
            {"documents": (document(period=BEYOND),)},
            {"documents": (document(DocumentKind.COMPREHENSIVE_PLAN, period=Period()),)},
        ],
    )
    def test_a_goal_or_an_agreement_that_reaches_further(
        self, ask: Ask, told: dict[str, Any]
    ) -> None:
        assert ask(within_the_term, project("2016-12-31", **told), DAY).held
        assert ask(within_the_term, project(None, **told), DAY).held

    @pytest.mark.parametrize(
        "told",
        [
            {"goals": (Goal(id=GoalId("mål"), name="Stöd"),)},
            {"documents": (document(period=Period(last_day=TERM_ENDS)),)},
            {"documents": (document(DocumentKind.DELEGATION_ORDER, period=Period()),)},
            {"documents": (document(period=Period(first_day=DAY, last_day=dt.date.min)),)},
        ],
    )
    def test_one_that_does_not(self, ask: Ask, told: dict[str, Any]) -> None:
        assert only(ask(within_the_term, project("2016-12-31", **told), DAY)).code == "COL101"

    @pytest.mark.parametrize("end", [None, "2018", "2018-10"])
    def test_an_end_that_is_not_known_well_enough_is_not_judged(
        self, ask: Ask, end: str | None
    ) -> None:
        assert lacked(ask(within_the_term, project(end), DAY)) == [(None, "lifecycle.planned_end")]

    def test_nothing_is_said_of_what_is_permanent_or_over(self, ask: Ask) -> None:
        for stage in (Stage.PERMANENT, Stage.ENDED):
            entry = LifecycleEntry(stage=stage, planned_end=PartialDate(when="2016"))
            assert ask(within_the_term, Collaboration(name="H", lifecycle=(entry,)), DAY).held
        assert ask(within_the_term, project("2015-02-28"), DAY).held

    def test_without_stages_or_a_known_term_it_is_not_judged(self, ask: Ask) -> None:
        nothing = Collaboration(name="Hagby")
        assert lacked(ask(within_the_term, nothing, DAY)) == [(None, "lifecycle")]
        before = dt.date(1985, 1, 1)
        assert lacked(ask(within_the_term, project("1986"), before)) == [(None, "term_of_office")]

    @given(at=st.dates(dt.date.min, dt.date(2014, 10, 14)), end=st.none() | st.dates())
    @example(at=dt.date(2014, 10, 14), end=dt.date(2014, 10, 14))
    def test_a_term_that_nobody_has_read_of_is_not_gone_by(
        self, at: dt.date, end: dt.date | None
    ) -> None:
        """Those before October 2014 are taken to run as they do, and that is no ground."""
        collab = project(None if end is None else end.isoformat())
        judgement = judged(within_the_term, index(collab), at, COMMON)
        assert lacked(judgement) == [(None, "term_of_office")]
        assert not judgement.findings

    @given(at=st.dates(), stage=st.sampled_from((Stage.PERMANENT, Stage.ENDED)))
    def test_what_is_no_project_is_not_held_against_any_term(
        self, at: dt.date, stage: Stage
    ) -> None:
        entry = LifecycleEntry(stage=stage, planned_end=PartialDate.on(at))
        collab = Collaboration(name="H", lifecycle=(entry,))
        assert judged(within_the_term, index(collab), at, COMMON).held

    @given(at=st.dates(dt.date(2014, 10, 15), dt.date(2060, 1, 1)), ahead=st.integers(0, 4000))
    def test_a_project_is_told_of_just_when_it_ends_within_the_term(
        self, at: dt.date, ahead: int
    ) -> None:
        end, term = at + dt.timedelta(days=ahead), term_on(at)
        assert term is not None
        found = judged(within_the_term, index(project(end.isoformat())), at, COMMON).findings
        assert bool(found) is (end <= term.last_day)


class TestAgreement:
    """COL102."""

    PARTY = (ActorId("skolan"),)

    def asked(self, ask: Ask, *documents: GoverningDocument, ids: tuple[str, ...]) -> Judgement:
        made = Collaboration(
            name="Hagby", documents=documents, builds_on=tuple(map(DocumentId, ids))
        )
        return ask(agreement_unclear, made)

    def test_one_with_its_parties_and_time_is_clear(self, ask: Ask) -> None:
        clear = document(parties=self.PARTY, period=Period())
        assert self.asked(ask, clear, ids=("avtalet", "avtalet")).held

    @pytest.mark.parametrize(
        ("told", "missing"),
        [
            ({}, ("parties", "period")),
            ({"parties": PARTY}, ("period",)),
            ({"period": Period()}, ("parties",)),
        ],
    )
    def test_what_is_missing_is_told_once(
        self, ask: Ask, told: dict[str, Any], missing: tuple[str, ...]
    ) -> None:
        finding = only(self.asked(ask, document(**told), ids=("avtalet", "avtalet")))
        assert (finding.pointer, finding.subject) == ("/documents/0", "avtalet")
        assert finding.data == (("document", "avtalet"), ("missing", missing))
        assert finding.severity is Severity.WARNING

    def test_nothing_stated_or_an_unknown_one_is_not_judged(self, ask: Ask) -> None:
        assert lacked(self.asked(ask, ids=())) == [(None, "builds_on")]
        assert lacked(self.asked(ask, ids=("okänt",))) == [("okänt", "documents")]

    def test_rattvik_says_that_it_must_be_so(self, ask: Ask) -> None:
        made = Collaboration(name="R", documents=(document(),), builds_on=(DocumentId("avtalet"),))
        assert only(ask(agreement_unclear, made, None, PROFILES["rattvik"])).severity is (
            Severity.ERROR
        )


def taken(when: str | None) -> Resolution:
    return Resolution(day=None if when is None else PartialDate(when=when))


class TestEndorsed:
    """END001."""

    SCHOOL = Actor(
        id=ActorId("skolan"),
        name="Skolan",
        kind=ActorKind.SCHOOL,
        part_of=ActorId("förvaltningen"),
    )
    ABOVE = Actor(id=ActorId("förvaltningen"), name="Förvaltningen", kind=ActorKind.OTHER)

    def asked(self, ask: Ask, *endorsements: Endorsement, **told: Any) -> Judgement:
        actors = told.get("actors", (self.SCHOOL, self.ABOVE))
        made = Collaboration(name="Hagby", actors=actors, endorsements=endorsements)
        return ask(endorsement_missing, made, DAY)

    def by(self, actor: str, day: str | None) -> Endorsement:
        return Endorsement(actor=ActorId(actor), decision=taken(day))

    def test_its_own_leaders_or_those_above_are_enough(self, ask: Ask) -> None:
        assert self.asked(ask, self.by("skolan", "2015-03-01")).held
        assert self.asked(ask, self.by("förvaltningen", "2014")).held
        assert self.asked(ask, self.by("skolan", None), self.by("skolan", "2014")).held

    @pytest.mark.parametrize(
        "endorsement",
        [
            Endorsement(actor=ActorId("skolan")),
            Endorsement(actor=ActorId("skolan"), decision=Resolution(summary="Ja.")),
            Endorsement(
                actor=ActorId("polisen"), decision=Resolution(day=PartialDate(when="2014"))
            ),
            Endorsement(actor=ActorId("skolan"), decision=Resolution(day=PartialDate(when="2016"))),
        ],
    )
    def test_who_is_not_backed_by_then(self, ask: Ask, endorsement: Endorsement) -> None:
        finding = only(self.asked(ask, endorsement))
        assert (finding.pointer, finding.data) == ("/actors/0", (("actor", "skolan"),))
        assert finding.severity is Severity.WARNING

    def test_a_day_that_may_be_to_come_is_not_judged(self, ask: Ask) -> None:
        assert lacked(self.asked(ask, self.by("skolan", "2015"))) == [
            ("skolan", "endorsements.decision.day")
        ]

    def test_where_none_is_stated_nothing_is_judged(self, ask: Ask) -> None:
        assert lacked(self.asked(ask)) == [(None, "endorsements")]

    def test_who_has_left_is_not_asked(self, ask: Ask) -> None:
        gone = Actor(
            id=ActorId("bup"),
            name="BUP",
            kind=ActorKind.CHILD_PSYCHIATRY,
            period=Period(last_day=dt.date(2015, 2, 28)),
        )
        assert self.asked(ask, self.by("skolan", "2014"), actors=(gone, self.SCHOOL)).held
