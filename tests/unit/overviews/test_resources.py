"""What there is, what is needed, and where the two do not meet."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.model.activity import InterventionLevel
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.resource import Need, Resource
from samverkan_core.overviews.resources import Held, inventory, needs_met
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import ActorId, ResourceId
from samverkan_core.values.time import Period

from .made import thing

DAY = dt.date(1996, 1, 1)


def test_the_inventory_lists_what_each_has_on_the_day() -> None:
    ages = AgeBand(from_age=0, to_age=6)
    open_preschool = thing(
        Resource,
        id="oppna",
        name="Öppna förskolan",
        actor="social",
        ages=ages,
        level=InterventionLevel.PROMOTIVE,
    )
    gone = thing(
        Resource, id="gruppen", name="Gruppen", period=Period(last_day=dt.date(1995, 12, 31))
    )

    assert inventory(Collaboration(name="Hagby", resources=(open_preschool, gone)), DAY) == (
        Held(ActorId("social"), InterventionLevel.PROMOTIVE, ages, ResourceId("oppna")),
    )


def test_a_resource_for_all_ages_leaves_no_gap() -> None:
    need = thing(Need, id="a", name="A", ages=AgeBand(from_age=0, to_age=20))
    meeting = thing(Resource, id="r", name="R", meets=("a",))

    (met,) = needs_met(Collaboration(name="Hagby", needs=(need,), resources=(meeting,)), DAY)

    assert (met.gaps, met.resources, met.is_met) == ((), ("r",), True)


@given(collab=collaborations(), at=st.dates())
def test_one_more_resource_never_widens_a_gap(collab: Collaboration, at: dt.date) -> None:
    def gaps(made: Collaboration) -> dict[str, set[int]]:
        return {
            met.need: {age for band in met.gaps for age in band.ages()}
            for met in needs_met(made, at)
        }

    before = gaps(Collaboration(name="Hagby", needs=collab.needs, resources=collab.resources[:-1]))
    after = gaps(Collaboration(name="Hagby", needs=collab.needs, resources=collab.resources))

    assert before.keys() == after.keys()
    assert all(after[need] <= before[need] for need in after)
