"""The golden thread as a drawing: each step an arrow, each name as it is, no markup let through."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import UnknownId, UnknownLanguage
from samverkan_core.model.activity import Activity, ActivityKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.goal import Goal, OrdinaryOperation
from samverkan_core.overviews.goals import golden_thread
from samverkan_core.present.thread import thread_diagram, thread_drawing
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import ActivityId, DocumentId, GoalId
from samverkan_core.values.text import on_one_line

from .read_diagrams import read_mermaid


def goal(**anchored: DocumentId) -> Goal:
    places = tuple(OrdinaryOperation(plan=plan) for plan in anchored.values())
    return Goal(id=GoalId("hela"), name='Fler barn "kommer" till skolan', anchored_in=places)


def test_a_thread_from_the_top_is_drawn_step_by_step() -> None:
    top = GoverningDocument(id=DocumentId("op"), name="Översiktsplan", kind=DocumentKind.POLICY)
    plan = GoverningDocument(
        id=DocumentId("vp"),
        name="Plan [ny]",
        kind=DocumentKind.OPERATIONAL_PLAN,
        derives_from=(top.id,),
    )
    collab = Collaboration(name="Hagby", documents=(top, plan), goals=(goal(plan=plan.id),))

    assert thread_diagram(collab, "hela").splitlines() == [
        "flowchart TD",
        '    n6f70["Översiktsplan"]',
        '    n7670["Plan #91;ny#93;"]',
        '    n68656c61(["Fler barn #34;kommer#34; till skolan"])',
        "    n6f70 --> n7670",
        "    n7670 --> n68656c61",
    ]


def test_the_activities_that_work_towards_the_goal_come_last() -> None:
    breakfast = Activity(
        id=ActivityId("a"), name="Frukost", kind=ActivityKind.CAMPAIGN, goals=(GoalId("hela"),)
    )
    collab = Collaboration(name="Hagby", goals=(goal(),), activities=(breakfast,))

    assert thread_diagram(collab, "hela").splitlines()[-2:] == [
        '    n61{{"Frukost"}}',
        "    n68656c61 --> n61",
    ]


@pytest.mark.parametrize(
    ("lang", "says"), [("sv", "ingenstans: ingen plan"), ("en", "nowhere: no plan")]
)
def test_a_thread_that_begins_nowhere_says_so(lang: str, says: str) -> None:
    drawn = thread_diagram(Collaboration(name="Hagby", goals=(goal(),)), "hela", lang)  # type: ignore[arg-type]  # two of its values

    assert f'    n68656c61_["{says}"] -.-> n68656c61' in drawn.splitlines()


def test_an_unknown_goal_and_language_are_misuse() -> None:
    collab = Collaboration(name="Hagby", goals=(goal(),))
    with pytest.raises(UnknownId, match="hela"):
        thread_diagram(collab, "hel")
    with pytest.raises(UnknownLanguage):
        thread_diagram(collab, "hela", "de")  # type: ignore[arg-type]  # that is the point


def test_an_arrow_goes_from_a_plan_to_the_goal_that_stands_in_it() -> None:
    large = Goal(id=GoalId("stort"), name="Stort")
    own = goal(plan=DocumentId("vp"))
    small = attrs.evolve(own, superior_goal=large.id)
    drawing = thread_drawing(Collaboration(name="Hagby", goals=(large, small)), "hela", "sv")

    assert [(edge.start[1], edge.end[1]) for edge in drawing.edges] == [
        ("vp", "hela"),
        ("stort", "hela"),
    ]


def test_without_a_goal_the_threads_through_all_are_drawn() -> None:
    other = Goal(id=GoalId("annat"), name="Annat")
    collab = Collaboration(name="Hagby", goals=(goal(), other))
    drawn = thread_diagram(collab)

    for one in ("hela", "annat"):
        assert set(thread_diagram(collab, one).splitlines()) <= set(drawn.splitlines())


@given(collab=collaborations(), data=st.data())
def test_each_name_comes_back(collab: Collaboration, data: st.DataObject) -> None:
    if not collab.goals:
        return
    wanted = data.draw(st.sampled_from(collab.goals)).id
    shown = set(read_mermaid(thread_diagram(collab, wanted)).nodes.values())

    names = {one.id: on_one_line(one.name) for one in reversed(collab.goals)}
    assert {names[id_] for thread in golden_thread(collab, wanted) for id_ in thread.goals} <= shown


@given(collab=collaborations())
def test_persons_make_no_difference(collab: Collaboration) -> None:
    without = attrs.evolve(collab, persons=(), appointments=())

    assert thread_diagram(collab) == thread_diagram(without)
