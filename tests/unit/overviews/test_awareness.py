"""On which levels and in which actors the work is known."""

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import NotADay
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anchoring import Anchoring, AnchoringLevel
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.overviews.awareness import awareness
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.time import PartialDate

T = TypeVar("T")
DAY = dt.date(2015, 3, 1)


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


def anchoring(id_: str, level: AnchoringLevel, day: str | None, **members: Any) -> Anchoring:
    known = None if day is None else PartialDate(when=day)
    return thing(Anchoring, id=id_, level=level, day=known, **members)


def actor(id_: str, **members: Any) -> Actor:
    return thing(Actor, id=id_, name=id_, kind=ActorKind.SCHOOL, **members)


def test_levels_and_actors_with_their_shares() -> None:
    collab = Collaboration(
        name="Hagby",
        actors=(
            actor("förvaltningen"),
            actor("skolan", part_of="förvaltningen"),
            actor("social"),
            actor("fritid"),
        ),
        bodies=(thing(Body, id="nämnden", name="N", kind=BodyKind.BOARD, actor="social"),),
        anchorings=(
            anchoring("a", AnchoringLevel.ADMINISTRATION, "2015-02", actor="förvaltningen"),
            anchoring("b", AnchoringLevel.BOARD, "2014", body="nämnden"),
            anchoring("c", AnchoringLevel.COUNCIL, None, actor="fritid"),
            anchoring("d", AnchoringLevel.OPERATIONS, "2016", actor="fritid"),
        ),
    )

    known = awareness(collab, DAY)

    assert known.levels == (AnchoringLevel.BOARD, AnchoringLevel.ADMINISTRATION)
    assert known.levels_left == (AnchoringLevel.COUNCIL, AnchoringLevel.OPERATIONS)
    assert (known.actors, known.actors_left) == (("skolan", "social"), ("fritid",))
    assert known.unclear == ("c",)
    assert (known.share_of_levels, known.share_of_actors) == (Fraction(1, 2), Fraction(2, 3))


def test_where_nobody_takes_part_there_is_no_share() -> None:
    known = awareness(Collaboration(name="Hagby"), DAY)
    assert known.share_of_levels == 0
    assert known.share_of_actors is None


def test_a_moment_is_no_day() -> None:
    with pytest.raises(NotADay):
        awareness(Collaboration(name="Hagby"), dt.datetime(2015, 3, 1, tzinfo=dt.UTC))


@given(collab=collaborations(), at=st.dates())
def test_one_more_anchoring_never_makes_the_work_less_known(
    collab: Collaboration, at: dt.date
) -> None:
    fewer = attrs.evolve(collab, anchorings=collab.anchorings[:-1])
    before, after = awareness(fewer, at), awareness(collab, at)
    assert set(before.levels) <= set(after.levels)
    assert set(before.actors) <= set(after.actors)
    assert len(after.levels) + len(after.levels_left) == len(AnchoringLevel)
