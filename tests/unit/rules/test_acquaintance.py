"""ACT050 to ACT052, BOD050 and DOC050: who knows whom, who answers for what, what can be found."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.indexing import index
from samverkan_core.model.activity import Activity, ActivityKind
from samverkan_core.model.actor import Actor, ActorKind, Profession
from samverkan_core.model.body import Body, BodyKind, Seat, SeatCategory
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.rules.acquaintance import (
    not_introduced,
    profession_unknown,
    responsibility_of_some,
)
from samverkan_core.rules.circulars import circular_unclear
from samverkan_core.rules.council_members import competence_not_stated
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.values.time import PartialDate, Period, TimeBox

from .told import lacked

Ask = Callable[..., Judgement]
T = TypeVar("T")

DAY = dt.date(2008, 10, 14)
NAMES = ("fritid", "skolan", "social")


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


def actor(id_: str, **members: Any) -> Actor:
    return thing(Actor, id=id_, name=id_, kind=ActorKind.SCHOOL, **members)


def introduction(id_: str, *actors: str, day: str | None = "2008-03") -> Activity:
    box = TimeBox() if day is None else TimeBox(starts=PartialDate(when=day))
    kind = ActivityKind.INTRODUCTION
    return thing(Activity, id=id_, name=id_, kind=kind, actors=actors, time_box=box)


def project(*activities: Activity, stage: Stage = Stage.PROJECT) -> Collaboration:
    return Collaboration(
        name="Hagby",
        lifecycle=(LifecycleEntry(stage=stage),),
        actors=tuple(actor(name) for name in NAMES),
        activities=activities,
    )


class TestIntroductions:
    """ACT050."""

    def test_each_pair_of_strangers_is_told_of_once(self, ask: Ask) -> None:
        (first, second) = ask(
            not_introduced, project(introduction("besök", "fritid")), DAY
        ).findings

        assert (first.pointer, first.severity) == ("/actors/0", Severity.INFO)
        assert dict(first.data)["others"] == ("skolan", "social")
        assert second.message("sv") == (
            "Ingen aktivitet visar att skolan har fått lära känna verksamheten hos: social."
        )

    def test_several_visits_can_make_all_pairs(self, ask: Ask) -> None:
        visits = (("fritid", "skolan"), ("skolan", "social"), ("social", "fritid"))
        made = project(*(introduction(f"b{at}", *pair) for at, pair in enumerate(visits)))
        assert ask(not_introduced, made, DAY).held

    @pytest.mark.parametrize("day", [None, "2008", "2008-10"])
    def test_a_visit_whose_day_is_not_known(self, ask: Ask, day: str | None) -> None:
        made = project(introduction("a", *NAMES, day=day), introduction("b", "fritid", "skolan"))
        found = lacked(ask(not_introduced, made, DAY))
        assert found == [("fritid", "activities"), ("skolan", "activities")]

    def test_a_visit_that_names_nobody_may_have_been_anybodys(self, ask: Ask) -> None:
        made = project(introduction("a"), introduction("b", "fritid", "skolan"))
        found = lacked(ask(not_introduced, made, DAY))
        assert found == [("fritid", "activities"), ("skolan", "activities")]
        to_come = project(introduction("a", day="2009"))
        assert len(ask(not_introduced, to_come, DAY).findings) == 2

    def test_a_visit_to_come_has_introduced_nobody(self, ask: Ask) -> None:
        made = project(introduction("a", *NAMES, day="2008-10-15"))
        assert len(ask(not_introduced, made, DAY).findings) == 2

    def test_whoever_has_left_need_not_be_known(self, ask: Ask) -> None:
        made = project(introduction("a", "skolan", "social"))
        left = attrs.evolve(made.actors[0], period=Period(last_day=dt.date(2008, 6, 1)))
        assert ask(not_introduced, attrs.evolve(made, actors=(left, *made.actors[1:])), DAY).held

    def test_the_larger_organisation_is_there_for_its_units(self, ask: Ask) -> None:
        made = project(introduction("a", "förvaltningen", "social"))
        actors = (
            actor("förvaltningen"),
            actor("skolan", part_of="förvaltningen"),
            actor("social"),
        )
        assert ask(not_introduced, attrs.evolve(made, actors=actors), DAY).held

    def test_it_is_asked_of_projects_only(self, ask: Ask) -> None:
        made = project(introduction("a", "fritid"), stage=Stage.PERMANENT)
        assert ask(not_introduced, made, DAY).held

    def test_what_it_lacks(self, ask: Ask) -> None:
        training = thing(Activity, id="u", name="u", kind=ActivityKind.TRAINING)
        assert lacked(ask(not_introduced, project(training), DAY)) == [(None, "activities.kind")]
        unstaged = attrs.evolve(project(introduction("a", "fritid")), lifecycle=())
        assert lacked(ask(not_introduced, unstaged, DAY)) == [(None, "lifecycle")]


class TestProfessions:
    """ACT051."""

    def test_a_title_without_what_it_can_do(self, ask: Ask) -> None:
        known = Profession(name="Kurator", can_do=("stödsamtal",))
        made = actor("skolan", professions=(known, Profession(name="Rektor")))

        (finding,) = ask(profession_unknown, Collaboration(name="Hagby", actors=(made,))).findings

        assert finding.pointer == "/actors/0/professions/1"
        assert finding.severity is Severity.WARNING
        assert finding.message("en") == (
            "For skolan, profession number 2 is listed without what it can do."
        )

    def test_one_thing_is_enough_and_none_listed_is_not_judged(self, ask: Ask) -> None:
        known = actor("skolan", professions=(Profession(name="Kurator", can_do=("samtal",)),))
        assert ask(profession_unknown, Collaboration(name="Hagby", actors=(known,))).held
        assert lacked(ask(profession_unknown, project())) == [(None, "actors.professions")]


class TestResponsibility:
    """ACT052."""

    @given(stating=st.sets(st.sampled_from(NAMES), min_size=1))
    def test_where_some_state_it_the_others_are_named(self, stating: set[str]) -> None:
        said = {name: "Sitt." if name in stating else None for name in NAMES}
        actors = tuple(actor(name, responsibility=text) for name, text in said.items())
        made = Collaboration(name="Hagby", actors=actors)

        judgement = judged(responsibility_of_some, index(made), DAY, COMMON)

        assert {finding.subject for finding in judgement.findings} == set(NAMES) - stating
        assert {finding.severity for finding in judgement.findings} <= {Severity.INFO}

    def test_where_nobody_states_it_nothing_is_judged(self, ask: Ask) -> None:
        found = lacked(ask(responsibility_of_some, project(), DAY))
        assert found == [(None, "actors.responsibility")]


def council(*seats: Seat, kind: BodyKind = BodyKind.CHILDRENS_COUNCIL) -> Collaboration:
    body = thing(Body, id="rådet", name="Rådet", kind=kind, seats=seats)
    return Collaboration(name="Hagby", bodies=(body,))


class TestCouncil:
    """BOD050."""

    OF_INTEREST = Seat(category=SeatCategory.INTEREST_ORGANISATION)

    def test_a_seat_whose_competence_nobody_knows(self, ask: Ask) -> None:
        made = council(Seat(category=SeatCategory.ELECTED), self.OF_INTEREST)

        (finding,) = ask(competence_not_stated, made).findings

        assert (finding.pointer, finding.subject) == ("/bodies/0/seats/1", "rådet")
        assert dict(finding.data)["number"] == 2
        assert finding.severity is Severity.INFO

    def test_a_word_is_enough_and_other_bodies_are_not_asked(self, ask: Ask) -> None:
        assert ask(
            competence_not_stated, council(attrs.evolve(self.OF_INTEREST, competence="–"))
        ).held
        assert ask(competence_not_stated, council(self.OF_INTEREST, kind=BodyKind.NETWORK)).held

    def test_a_council_without_such_seats(self, ask: Ask) -> None:
        found = lacked(ask(competence_not_stated, council(Seat())))
        assert found == [("rådet", "seats")]


def circular(**members: Any) -> Collaboration:
    known = {
        "circular_number": "1997:53",
        "registry_number": "1997/0915",
        "published": PartialDate(when="1997"),
    }
    document = thing(
        GoverningDocument,
        **{"id": "cirkuläret", "name": "C", "kind": DocumentKind.GUIDELINE, **known, **members},
    )
    return Collaboration(name="Hagby", documents=(document,))


class TestCirculars:
    """DOC050."""

    @pytest.mark.parametrize(
        ("members", "missing"),
        [
            ({"circular_number": "1997/53"}, ("number",)),
            ({"circular_number": "997:53"}, ("number",)),
            ({"circular_number": "Cirkulärnr: 1997:53"}, ("number",)),
            ({"registry_number": None}, ("registry_number",)),
            ({"registry_number": "1997:0915", "published": None}, ("registry_number", "published")),
        ],
    )
    def test_what_it_cannot_be_found_by(
        self, ask: Ask, members: dict[str, Any], missing: tuple[str, ...]
    ) -> None:
        (finding,) = ask(circular_unclear, circular(**members)).findings

        assert (finding.pointer, finding.severity) == ("/documents/0", Severity.WARNING)
        assert dict(finding.data)["missing"] == missing

    @pytest.mark.parametrize(
        "members",
        [
            {},
            {"registry_number": "SN 1997/1"},
            {"circular_number": None},
            # As the heads of later circulars have it: two digits for the year.
            {"circular_number": "12:53", "registry_number": "12/5840"},
        ],
    )
    def test_what_is_found_and_what_is_no_circular(self, ask: Ask, members: dict[str, Any]) -> None:
        assert ask(circular_unclear, circular(**members)).held

    def test_its_words_are_those_of_the_head_of_a_circular(self, ask: Ask) -> None:
        (finding,) = ask(circular_unclear, circular(published=None)).findings
        assert finding.message("sv") == "För cirkuläret cirkuläret saknas en dag."
