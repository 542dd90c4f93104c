"""Which units a routine has not reached yet."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.routine import Routine
from samverkan_core.overviews.routines import Uncovered, uncovered
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import ActorId, RoutineId
from samverkan_core.values.time import Period, in_force

from .made import thing

DAY = dt.date(2008, 10, 14)


def test_a_school_that_the_routine_has_not_reached_is_named() -> None:
    schools = tuple(
        thing(Actor, id=name, name=name, kind=ActorKind.SCHOOL)
        for name in ("norr", "söder", "väster")
    )
    closed = thing(
        Actor,
        id="öster",
        name="öster",
        kind=ActorKind.SCHOOL,
        period=Period(last_day=dt.date(2008, 6, 1)),
    )
    routine = thing(
        Routine, id="rutin", name="Rutin", for_all=(ActorKind.SCHOOL,), units=("norr", "väster")
    )
    collab = Collaboration(name="Hagby", actors=(*schools, closed), routines=(routine,))

    assert uncovered(collab, DAY) == (
        Uncovered(RoutineId("rutin"), ActorKind.SCHOOL, ActorId("söder")),
    )


@given(collab=collaborations(), at=st.dates())
def test_what_is_uncovered_is_of_the_kind_there_and_not_among_the_units(
    collab: Collaboration, at: dt.date
) -> None:
    actors = {actor.id: actor for actor in reversed(collab.actors)}
    routines = {one.id: one for one in reversed(collab.routines)}
    for found in uncovered(collab, at):
        routine, unit = routines[found.routine], actors[found.unit]
        assert in_force(routine.period, at)
        assert in_force(unit.period, at)
        assert unit.kind is found.kind
        assert found.kind in routine.for_all
        assert found.unit not in routine.units
