"""Who takes part on a day: the core and the external parties, each by themselves."""

import datetime as dt
from collections.abc import Iterable

import attrs

from samverkan_core.indexing import Index, index
from samverkan_core.model.actor import Actor, Participation
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import ActorId
from samverkan_core.values.time import in_force, the_day

__all__ = ["TakingPart", "taking_part"]


@attrs.frozen(kw_only=True)
class TakingPart:
    """The actors of a day (deltagande aktörer), each list in the order of the document."""

    #: Those that belong to the core (kärnaktörer).
    core: tuple[ActorId, ...]
    #: Those that join in from outside (externa parter).
    external: tuple[ActorId, ...]
    #: Those of both of which nobody has said since when.
    since_unknown: tuple[ActorId, ...]


@answers("RA-01", "LO-04")
def taking_part(collab: Collaboration | Index, at: dt.date) -> TakingPart:
    """Say who takes part on a day, the core and the external parties apart.

    Of whom nobody has said since when, it is taken that they have been there for long; they are
    listed once more, so that whoever reads an answer about a day gone by sees what it rests on.

    Raises:
        NotADay: `at` is no day.
    """
    day, view = the_day(at), index(collab).reading(("actors",))
    there = [actor for actor in view.actors.firsts() if in_force(actor.period, day)]
    return TakingPart(
        core=_ids(one for one in there if one.participation is Participation.CORE),
        external=_ids(one for one in there if one.participation is Participation.EXTERNAL),
        since_unknown=_ids(one for one in there if one.period is None or not one.period.first_day),
    )


def _ids(actors: Iterable[Actor]) -> tuple[ActorId, ...]:
    return tuple(actor.id for actor in actors)
