"""Who takes part on a day, the core and the external parties apart."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import NotADay
from samverkan_core.model.actor import Actor, ActorKind, Participation
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.overviews.taking_part import TakingPart, taking_part
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.time import Period, in_force

T = TypeVar("T")
EXAMPLES = Path(__file__).parents[3] / "examples"


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


def actor(id: str, period: Period | None = None, **members: Any) -> Actor:
    """Make an actor that is called what its id says."""
    return thing(Actor, id=id, name=id, kind=ActorKind.ADMINISTRATION, period=period, **members)


JOINED = dt.date(2020, 1, 1)
THREE = tuple(
    actor(name, Period(first_day=dt.date(2018, 1, 1)))
    for name in ("socialförvaltningen", "barn- och utbildningsförvaltningen", "regionen")
)
FOURTH = actor("samhällsutvecklingsförvaltningen", Period(first_day=JOINED))


@pytest.mark.parametrize(
    ("at", "number"), [(dt.date(2017, 12, 31), 0), (dt.date(2019, 12, 31), 3), (JOINED, 4)]
)
def test_a_fourth_actor_joins_three(at: dt.date, number: int) -> None:
    """As in Rättvik: whoever asks about a day gets those who were there then."""
    collab = Collaboration(name="Rättvik", actors=(*THREE, FOURTH))
    found = taking_part(collab, at)
    assert found.core == tuple(one.id for one in collab.actors[:number])
    assert (found.external, found.since_unknown) == ((), ())


def test_external_parties_are_listed_apart() -> None:
    """As in Lomma, whose text does not say since when anybody takes part."""
    collab = sam.loads((EXAMPLES / "lomma" / "collaboration.json").read_bytes())
    found = taking_part(collab, dt.date(2019, 2, 5))
    assert {"bvc", "mvc", "polisen"} <= set(found.external)
    assert {"forskolan", "skolan", "fritid", "socialforvaltningen"} <= set(found.core)
    assert set(found.since_unknown) == {*found.core, *found.external}


def test_who_has_only_a_last_day_is_there_until_then_and_said_to_be_unsure() -> None:
    left = actor("polisen", Period(last_day=JOINED), participation=Participation.EXTERNAL)
    collab = Collaboration(name="Hagby", actors=(left,))
    assert taking_part(collab, JOINED) == TakingPart(
        core=(), external=(left.id,), since_unknown=(left.id,)
    )
    assert taking_part(collab, JOINED + dt.timedelta(days=1)) == TakingPart(
        core=(), external=(), since_unknown=()
    )


def test_of_two_actors_with_one_id_the_first_counts() -> None:
    twice = (actor("skolan"), actor("skolan", participation=Participation.EXTERNAL))
    found = taking_part(Collaboration(name="Hagby", actors=twice), JOINED)
    assert (found.core, found.external) == (("skolan",), ())


def test_a_moment_is_no_day() -> None:
    with pytest.raises(NotADay):
        taking_part(Collaboration(name="Hagby"), dt.datetime(2020, 1, 1, tzinfo=dt.UTC))


@given(collab=collaborations(), at=st.dates())
def test_everybody_who_is_there_is_in_one_list(collab: Collaboration, at: dt.date) -> None:
    found = taking_part(collab, at)
    first = {one.id: one for one in reversed(collab.actors)}
    there = [id_ for id_, one in first.items() if in_force(one.period, at)]
    assert sorted((*found.core, *found.external)) == sorted(there)
    assert set(found.since_unknown) <= set(there)
    assert taking_part(sam.index(collab), at) == found


@given(collab=collaborations(), at=st.dates())
def test_to_take_part_otherwise_moves_an_actor_and_no_other(
    collab: Collaboration, at: dt.date
) -> None:
    outside = tuple(
        attrs.evolve(one, participation=Participation.EXTERNAL) for one in collab.actors
    )
    before, after = taking_part(collab, at), taking_part(attrs.evolve(collab, actors=outside), at)
    assert after.core == ()
    assert sorted(after.external) == sorted((*before.core, *before.external))
    assert after.since_unknown == before.since_unknown
