"""Where routines are in force, and where they are not yet."""

import datetime as dt
from collections.abc import Iterator

import attrs

from samverkan_core.indexing import Index, View, index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.routine import Routine
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import ActorId, RoutineId
from samverkan_core.values.time import in_force, the_day

__all__ = ["COVERAGE_READS", "Uncovered", "uncovered", "uncovered_by"]

#: The collections that the coverage of a routine is read off.
COVERAGE_READS = ("routines", "actors")


@attrs.frozen
class Uncovered:
    """A unit of a kind in all of which a routine is to be in force, but in which it is not."""

    #: The routine.
    routine: RoutineId
    #: The kind of unit.
    kind: ActorKind
    #: The unit.
    unit: ActorId


@answers("AT-06")
def uncovered(collab: Collaboration | Index, at: dt.date) -> tuple[Uncovered, ...]:
    """List the units that routines of a day are meant for and have not reached.

    Raises:
        NotADay: `at` is no day.
    """
    day, view = the_day(at), index(collab).reading(COVERAGE_READS)
    routines = (one for one in view.routines.firsts() if in_force(one.period, day))
    return tuple(found for one in routines for found in uncovered_by(view, one, day))


def uncovered_by(view: View, routine: Routine, day: dt.date) -> Iterator[Uncovered]:
    """Give the units that one routine has not reached on a day; reads `COVERAGE_READS`.

    A routine in force in a larger organisation is in force in every unit of it.
    """
    for kind in dict.fromkeys(routine.for_all):
        for unit in view.actors.firsts():
            wanted = unit.kind is kind and in_force(unit.period, day)
            if wanted and not _reaches(view, routine, unit):
                yield Uncovered(routine.id, kind, unit.id)


def _reaches(view: View, routine: Routine, unit: Actor) -> bool:
    """Tell whether a unit, or something that it is part of, has the routine."""
    above = view.actors.upwards(unit, lambda actor: actor.part_of)
    return any(actor.id in routine.units for actor in above)
