"""Who knows whom, who owns what, what is done across the silos, and what completes what."""

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations
from typing import Any, TypeVar

from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.indexing import index
from samverkan_core.model.activity import (
    Activity,
    ActivityKind,
    InterventionLevel,
    ProtectiveFactor,
)
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import TargetGroup
from samverkan_core.model.goal import Goal, Horizon
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.model.routine import Routine
from samverkan_core.overviews.joint_work import Acquaintance, Owned, across, complements, met, owned
from samverkan_core.overviews.parties import present, taking_part
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import ActivityId, ActorId
from samverkan_core.values.time import PartialDate, TimeBox

T = TypeVar("T")
DAY = dt.date(2015, 3, 1)


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


def actor(id_: str, kind: ActorKind = ActorKind.SCHOOL, **members: Any) -> Actor:
    return thing(Actor, id=id_, name=id_, kind=kind, **members)


def activity(id_: str, kind: ActivityKind = ActivityKind.TRAINING, **members: Any) -> Activity:
    return thing(Activity, id=id_, name=id_, kind=kind, **members)


ACTORS = (actor("a"), actor("b"), actor("c"))


def test_pairs_and_where_they_met() -> None:
    begun = TimeBox(starts=PartialDate(when="2014"))
    known: dict[str, Any] = {"kind": ActivityKind.INTRODUCTION}
    activities = (
        activity("besök", **known, actors=("a", "b"), time_box=begun),
        activity("odaterat", **known, actors=("a", "b", "c")),
        activity("utbildning", actors=("a", "b", "c"), time_box=begun),
    )

    first, second, third = met(
        Collaboration(name="Hagby", actors=ACTORS, activities=activities), DAY
    )

    besok, odaterat = (ActivityId("besök"),), (ActivityId("odaterat"),)
    a, b, c = (ActorId(one) for one in "abc")
    assert first == Acquaintance(a, b, besok, odaterat)
    assert (second, third) == (Acquaintance(a, c, (), odaterat), Acquaintance(b, c, (), odaterat))


@given(collab=collaborations(), at=st.dates())
def test_each_pair_that_is_there_stands_once(collab: Collaboration, at: dt.date) -> None:
    ids = dict.fromkeys(one.id for one in present(index(collab).whole, at))
    assert [(pair.one, pair.other) for pair in met(collab, at)] == list(combinations(ids, 2))


def test_what_each_owns_itself_and_through_its_offices() -> None:
    collab = Collaboration(
        name="Hagby",
        actors=ACTORS,
        roles=(
            thing(Role, id="rektor", name="Rektor", kind=RoleKind.EMPLOYEE, actor="a"),
            thing(Role, id="ensam", name="Ensam", kind=RoleKind.EMPLOYEE),
        ),
        bodies=(thing(Body, id="gruppen", name="G", kind=BodyKind.WORKING_GROUP, actor="b"),),
        goals=(thing(Goal, id="mål", name="M", horizon=Horizon.SHORT_TERM, owners=("b", "okänd")),),
        activities=(
            activity("ett", responsible=("rektor", "a", "ensam")),
            activity("två", responsible=("gruppen", "borta")),
        ),
        routines=(
            thing(Routine, id="rutin", name="R", owner="b"),
            thing(Routine, id="ägarlös", name="R"),
        ),
    )

    found = {one.actor: one.things for one in owned(collab)}

    assert found == {"a": ("ett",), "b": ("mål", "två", "rutin"), "c": ()}
    assert owned(Collaboration(name="Hagby", actors=ACTORS[:1])) == (Owned(ActorId("a"), ()),)


@given(collab=collaborations())
def test_everybody_taking_part_has_a_line(collab: Collaboration) -> None:
    ids = dict.fromkeys(one.id for one in taking_part(index(collab).whole))
    assert [one.actor for one in owned(collab)] == list(ids)


def test_units_of_one_administration_are_one_silo() -> None:
    actors = (
        actor("bun", ActorKind.ADMINISTRATION),
        actor("skolan", part_of="bun"),
        actor("förskolan", part_of="bun"),
        actor("polisen", ActorKind.POLICE),
    )
    activities = (
        activity("inom", actors=("skolan", "förskolan", "bun")),
        activity("över", actors=("skolan", "polisen")),
        activity("okänt"),
        activity("borta", actors=("finns-inte",)),
        activity("kanske", actors=("skolan", "finns-inte")),
        activity("ändå", actors=("finns-inte", "polisen", "bun")),
    )

    found = across(Collaboration(name="Hagby", actors=actors, activities=activities))

    assert (found.joint, found.alone) == (("över", "ändå"), ("inom",))
    assert found.unclear == ("okänt", "borta", "kanske")
    assert found.share == Fraction(2, 3)
    assert across(Collaboration(name="Hagby")).share is None


@given(collab=collaborations())
def test_each_activity_is_joint_or_alone_or_unclear(collab: Collaboration) -> None:
    found = across(collab)
    ids = dict.fromkeys(one.id for one in collab.activities)
    assert sorted((*found.joint, *found.alone, *found.unclear)) == sorted(ids)


def test_who_does_what_for_a_group_and_who_does_the_same() -> None:
    same: dict[str, Any] = {
        "target_group": "unga",
        "level": InterventionLevel.PROMOTIVE,
        "protective_factors": (ProtectiveFactor.PARENTAL_SUPPORT,),
    }
    activities = (
        activity("ett", actors=("a",), **same),
        activity("två", actors=("b",), **same),
        activity("tre", actors=("c",), **{**same, "level": InterventionLevel.TARGETED}),
        activity("andra", actors=("a", "b", "c"), target_group="små"),
    )
    groups = tuple(thing(TargetGroup, id=name, name=name) for name in ("unga", "små"))

    young, small = complements(
        Collaboration(name="Hagby", target_groups=groups, activities=activities)
    )

    assert [(one.actor, one.activities) for one in young.support] == [
        ("a", ("ett",)),
        ("b", ("två",)),
        ("c", ("tre",)),
    ]
    assert young.alike == (("a", "b"),)
    # What they do together is one support, not the same thing done twice.
    assert (len(small.support), small.alike) == (3, ())


@given(collab=collaborations())
def test_two_that_do_the_same_do_it_apart(collab: Collaboration) -> None:
    for one in complements(collab):
        support = {part.actor: part for part in one.support}
        for first, second in one.alike:
            assert support[first].roles == support[second].roles
            assert not set(support[first].activities) & set(support[second].activities)
