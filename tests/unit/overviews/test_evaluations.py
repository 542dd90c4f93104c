"""How much of the work evaluations have looked at."""

from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.indexing import index
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.evaluation import Evaluation
from samverkan_core.overviews.evaluations import coverage
from samverkan_core.testing.anything import collaborations
from samverkan_core.values.ids import BodyId, EvaluationId


def team(id_: str, kind: BodyKind = BodyKind.CONSULTATION_TEAM) -> Body:
    return Body(id=BodyId(id_), name=id_, kind=kind)


def test_one_team_of_three_as_in_rattvik() -> None:
    looked_at = (BodyId("små"), BodyId("styrgruppen"), BodyId("finns-inte"))
    collab = Collaboration(
        name="Hagby",
        bodies=(
            team("stora"),
            team("styrgruppen", BodyKind.STEERING_GROUP),
            team("små"),
            team("unga"),
        ),
        evaluations=(Evaluation(id=EvaluationId("u"), name="Utvärdering", bodies=looked_at),),
    )

    found = coverage(collab)

    assert (found.evaluated, found.not_evaluated) == (("små",), ("stora", "unga"))
    assert (len(found.evaluated), found.total) == (1, 3)
    assert coverage(collab, BodyKind.STEERING_GROUP).evaluated == ("styrgruppen",)


def test_nothing_to_look_at() -> None:
    assert coverage(Collaboration(name="Hagby")).total == 0


@given(collab=collaborations(), kind=st.sampled_from(BodyKind))
def test_each_body_of_the_kind_stands_on_one_side(collab: Collaboration, kind: BodyKind) -> None:
    found = coverage(collab, kind)
    bodies = {body.id for body in index(collab).shelves["bodies"].firsts() if body.kind is kind}
    assert set(found.evaluated) | set(found.not_evaluated) == bodies
    assert found.total == len(bodies)
    silent = coverage(Collaboration(name="n", bodies=collab.bodies), kind)
    assert set(silent.not_evaluated) == bodies
