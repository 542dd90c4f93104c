"""The golden thread through a goal, and the matrix of whose goals point the same way."""

from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import UnknownId
from samverkan_core.indexing import Index, Shelf, index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.goal import Alignment, Goal, OrdinaryOperation
from samverkan_core.overviews.goals import (
    Aligned,
    Beginning,
    Thread,
    alignment,
    golden_thread,
    unaligned,
)
from samverkan_core.testing.anything import collaborations
from samverkan_core.values.ids import ActorId, DocumentId, GoalId


def goal(id_: str = "mål", *plans: str, **members: Any) -> Goal:
    places = tuple(OrdinaryOperation(plan=DocumentId(plan)) for plan in plans)
    known = {"anchored_in": places, **members}
    return Goal(id=GoalId(id_), name="Fler barn får stöd.", **known)


def document(id_: str, *above: str) -> GoverningDocument:
    return GoverningDocument(
        id=DocumentId(id_),
        name=id_,
        kind=DocumentKind.OPERATIONAL_PLAN,
        derives_from=tuple(map(DocumentId, above)),
    )


def collaboration(goals: tuple[Goal, ...], *documents: GoverningDocument) -> Collaboration:
    return Collaboration(name="Hagby", goals=goals, documents=documents)


def paths(collab: Collaboration | Index, asked: str = "mål") -> list[tuple[str, tuple[str, ...]]]:
    return [(one.beginning.code, one.documents) for one in golden_thread(collab, asked)]


class TestGoldenThread:
    def test_from_the_top_by_a_plan_to_the_goal(self) -> None:
        made = collaboration(
            (goal("mål", "verksamhetsplan"),),
            document("verksamhetsplan", "budget"),
            document("budget", "översiktsplan"),
            document("översiktsplan"),
        )
        assert golden_thread(made, "mål") == (
            Thread(
                beginning=Beginning.TOP_DOCUMENT,
                documents=tuple(map(DocumentId, ("översiktsplan", "budget", "verksamhetsplan"))),
                goals=(GoalId("mål"),),
                activities=(),
            ),
        )

    def test_a_path_for_each_plan_and_each_document_on_top_the_shortest(self) -> None:
        made = collaboration(
            (goal("mål", "a", "b", "a"),),
            document("a", "c", "top"),
            document("c", "top", "policy"),
            document("top"),
            document("policy"),
            document("b"),
        )
        assert paths(made) == [
            ("top_document", ("top", "a")),
            ("top_document", ("policy", "c", "a")),
            ("top_document", ("b",)),
        ]

    def test_where_it_comes_from_nowhere(self) -> None:
        assert paths(collaboration((goal(),))) == [("not_anchored", ())]
        half = goal(anchored_in=(OrdinaryOperation(unit=ActorId("skolan")),))
        assert paths(collaboration((half,))) == [("not_anchored", ())]
        lost = collaboration((goal("mål", "a"),), document("a", "b"))
        assert paths(lost) == [("unknown_document", ("b", "a"))]
        assert paths(collaboration((goal("mål", "a"),))) == [("unknown_document", ("a",))]
        ring = collaboration((goal("mål", "a"),), document("a", "b"), document("b", "a"))
        assert paths(ring) == [("ring", ("a",))]

    def test_a_goal_without_a_plan_follows_the_one_above_it(self) -> None:
        made = collaboration(
            (
                goal("steg", superior_goal="mål"),
                goal("mål", "plan", superior_goal="vision"),
                goal("vision", "policy"),
            ),
            document("plan"),
            document("policy"),
        )
        (thread,) = golden_thread(made, "steg")
        assert thread.documents == ("plan",)
        assert thread.goals == ("vision", "mål", "steg")

    def test_goals_in_a_ring_come_to_an_end(self) -> None:
        made = collaboration((goal("a", superior_goal="b"), goal("b", superior_goal="a")))
        (thread,) = golden_thread(made, "a")
        assert thread.goals == ("b", "a")

    def test_a_goal_that_is_not_there_is_misuse(self) -> None:
        with pytest.raises(UnknownId, match="did you mean 'mål'"):
            golden_thread(collaboration((goal(),)), "mal")

    def test_it_is_whole_where_an_activity_works_towards_the_goal(self) -> None:
        book = index(collaboration((goal("mål", "plan"), goal("annat")), document("plan")))
        first = Work(id="läxhjälp", goals=(GoalId("mål"),))
        second = Work(id="föräldrakurs", goals=(GoalId("annat"), GoalId("mål")))
        other = Work(id="möte", goals=(GoalId("annat"),))
        at_work = with_activities(book, first, second, other)

        (thread,) = golden_thread(at_work, "mål")

        assert thread.activities == ("läxhjälp", "föräldrakurs")
        assert thread.is_whole
        (unanchored,) = golden_thread(at_work, "annat")
        assert not unanchored.is_whole
        (idle,) = golden_thread(with_activities(book), "mål")
        assert not idle.is_whole

    @given(collab=collaborations())
    def test_each_path_goes_from_document_to_document_down_to_a_plan(
        self, collab: Collaboration
    ) -> None:
        book = index(collab)
        for one in book.shelves["goals"].firsts():
            threads = golden_thread(book, one.id)
            assert threads
            assert len(set(threads)) == len(threads)
            for thread in threads:
                assert thread.goals[-1] == one.id
                for higher, lower in zip(thread.documents, thread.documents[1:], strict=False):
                    assert higher in book.shelves["documents"].get(lower).derives_from  # type: ignore[union-attr]  # each but the first is there
                top = book.shelves["documents"].get(next(iter(thread.documents), None))
                on_top = top is not None and not top.derives_from
                assert on_top == (thread.beginning is Beginning.TOP_DOCUMENT)


@attrs.frozen(kw_only=True)
class Work:
    """What a way of working that has activities puts beside the goals."""

    id: str
    goals: tuple[GoalId, ...]


def with_activities(book: Index, *work: Work) -> Index:
    shelf = Shelf(work, MappingProxyType({one.id: at for at, one in enumerate(work)}))
    return attrs.evolve(book, shelves=MappingProxyType({**book.shelves, "activities": shelf}))


SCHOOL, SOCIAL, LEISURE, POLICE = map(ActorId, ("skolan", "socialtjansten", "fritid", "polisen"))


def actor(id_: ActorId, kind: ActorKind = ActorKind.OTHER) -> Actor:
    return Actor(id=id_, name=id_, kind=kind)


class TestAlignment:
    OWN = (
        Alignment(administration=SCHOOL, own_goal="Alla elever når målen."),
        Alignment(administration=SCHOOL, document=DocumentId("skolplan")),
    )
    MADE = Collaboration(
        name="Hagby",
        actors=(
            actor(POLICE),
            actor(LEISURE, ActorKind.ADMINISTRATION),
            actor(SOCIAL),
            actor(SCHOOL),
        ),
        goals=(
            goal("gemensamt", owners=(SCHOOL, SOCIAL), aligned_with=OWN),
            goal("eget", owners=(POLICE,)),
        ),
    )

    def test_a_row_for_each_administration_and_joint_goal(self) -> None:
        rows = alignment(self.MADE)
        assert [(row.goal, row.administration, row.owns, row.aligned) for row in rows] == [
            ("gemensamt", LEISURE, False, False),
            ("gemensamt", SOCIAL, True, False),
            ("gemensamt", SCHOOL, True, True),
        ]
        assert rows[-1] == Aligned(
            goal=GoalId("gemensamt"),
            administration=SCHOOL,
            owns=True,
            aligned=True,
            own_goals=("Alla elever når målen.",),
            documents=(DocumentId("skolplan"),),
        )

    def test_who_is_unaligned(self) -> None:
        assert unaligned(self.MADE) == (LEISURE, SOCIAL)

    def test_without_a_joint_goal_there_is_nothing_to_agree_with(self) -> None:
        alone = attrs.evolve(self.MADE, goals=self.MADE.goals[1:])
        assert (alignment(alone), unaligned(alone)) == ((), ())

    @given(collab=collaborations())
    def test_every_pair_stands_once(self, collab: Collaboration) -> None:
        rows = alignment(collab)
        pairs = [(row.goal, row.administration) for row in rows]
        goals, who = {goal for goal, _ in pairs}, {one for _, one in pairs}
        assert len(set(pairs)) == len(pairs) == len(goals) * len(who)
        assert set(unaligned(collab)) == who - {row.administration for row in rows if row.aligned}

    @given(collab=collaborations(), data=st.data())
    def test_to_align_one_more_leaves_no_more_unaligned(
        self, collab: Collaboration, data: st.DataObject
    ) -> None:
        before = unaligned(collab)
        if not before:
            return
        joint = next(one for one in index(collab).shelves["goals"].firsts() if one.is_joint)
        chosen = data.draw(st.sampled_from(before))
        part = Alignment(administration=chosen)
        more = attrs.evolve(joint, aligned_with=(*joint.aligned_with, part))
        goals = tuple(more if one is joint else one for one in collab.goals)
        after = unaligned(attrs.evolve(collab, goals=goals))
        assert after == tuple(one for one in before if one != chosen)
