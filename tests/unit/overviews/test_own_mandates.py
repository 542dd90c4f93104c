"""Which mandates each actor has on a day, on what ground, and who has none."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import NotADay
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Basis, BasisKind, Mandate, MandateKind, Power
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.overviews.own_mandates import OwnMandates, own_mandates
from samverkan_core.overviews.taking_part import taking_part
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.time import Period

T = TypeVar("T")
DAY = dt.date(2015, 3, 1)
EVER = Period(first_day=dt.date(2015, 1, 1))
LAW = Basis(kind=BasisKind.LAW)


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


def actor(id: str, **members: Any) -> Actor:
    return thing(Actor, id=id, name=id, kind=ActorKind.ADMINISTRATION, **members)


def mandate(id: str, *holders: str, basis: Basis | None = LAW, **members: Any) -> Mandate:
    fixed = {"kind": MandateKind.ASSIGNMENT, "powers": (Power.LEAD,), "period": EVER}
    return thing(Mandate, id=id, granted_to=holders, basis=basis, **(fixed | members))


KOMMUNEN, SKOLAN, POLISEN = actor("kommunen"), actor("skolan", part_of="kommunen"), actor("polisen")
REKTOR = thing(Role, id="rektor", name="Rektor", kind=RoleKind.EMPLOYEE, actor="skolan")
STAFF = thing(Body, id="ledning", name="Ledningen", kind=BodyKind.OTHER, actor="polisen")


def mandates_of(*mandates: Mandate, **more: Any) -> dict[str, OwnMandates]:
    """Give what each of three actors has on the day."""
    collab = Collaboration(
        name="Hagby",
        actors=(KOMMUNEN, SKOLAN, POLISEN),
        roles=(REKTOR,),
        bodies=(STAFF,),
        persons=(thing(Person, id="kim"),),
        mandates=mandates,
        **more,
    )
    return {one.actor: one for one in own_mandates(collab, DAY)}


@pytest.mark.parametrize(
    ("holder", "having"),
    [
        ("skolan", {"skolan", "kommunen"}),
        ("rektor", {"skolan", "kommunen"}),
        ("kommunen", {"kommunen"}),
        ("ledning", {"polisen"}),
        ("kim", set()),
        ("ingen", set()),
    ],
)
def test_an_actor_has_what_it_its_roles_its_bodies_and_its_units_hold(
    holder: str, having: set[str]
) -> None:
    found = mandates_of(mandate("m", holder))
    assert {id_ for id_, one in found.items() if not one.has_none} == having
    assert all(found[id_].grounded == ("m",) for id_ in having)


def test_each_is_named_once_however_many_of_an_actor_hold_it() -> None:
    assert mandates_of(mandate("m", "skolan", "rektor"))["kommunen"].grounded == ("m",)


def test_what_was_delegated_rests_on_what_it_was_delegated_from() -> None:
    found = mandates_of(
        mandate("över", "kommunen"),
        mandate("under", "skolan", basis=None, parent="över"),
        mandate("lös", "skolan", basis=None),
        mandate("ring", "skolan", basis=None, parent="ring"),
    )
    assert (found["skolan"].grounded, found["skolan"].ungrounded) == (("under",), ("lös", "ring"))


@pytest.mark.parametrize(
    "members",
    [
        {"period": Period(first_day=DAY + dt.timedelta(days=1))},
        {"period": Period(first_day=dt.date(2014, 1, 1), last_day=DAY - dt.timedelta(days=1))},
        {"revoked_from": DAY},
    ],
)
def test_what_does_not_hold_on_the_day_is_nobodys(members: dict[str, Any]) -> None:
    assert mandates_of(mandate("m", "polisen", **members))["polisen"].has_none


def test_what_is_revoked_later_holds_still() -> None:
    later = DAY + dt.timedelta(days=1)
    assert not mandates_of(mandate("m", "polisen", revoked_from=later))["polisen"].has_none


def test_a_moment_is_no_day() -> None:
    with pytest.raises(NotADay):
        own_mandates(Collaboration(name="Hagby"), dt.datetime(2015, 3, 1, tzinfo=dt.UTC))


@given(collab=collaborations(), at=st.dates())
def test_every_actor_of_the_day_is_asked_once(collab: Collaboration, at: dt.date) -> None:
    found, there = own_mandates(collab, at), taking_part(collab, at)
    assert sorted(one.actor for one in found) == sorted((*there.core, *there.external))
    for one in found:
        assert not set(one.grounded) & set(one.ungrounded)
        assert one.has_none is (not one.grounded + one.ungrounded)
    assert own_mandates(sam.index(collab), at) == found


@given(collab=collaborations(), at=st.dates())
def test_without_mandates_nobody_has_one(collab: Collaboration, at: dt.date) -> None:
    assert all(one.has_none for one in own_mandates(attrs.evolve(collab, mandates=()), at))


@given(collab=collaborations(), at=st.dates())
def test_with_a_ground_for_each_none_is_without(collab: Collaboration, at: dt.date) -> None:
    """Nobody gains or loses a mandate by that."""
    grounded = tuple(attrs.evolve(one, basis=LAW) for one in collab.mandates)
    after = own_mandates(attrs.evolve(collab, mandates=grounded), at)
    for one, before in zip(after, own_mandates(collab, at), strict=True):
        assert one.ungrounded == ()
        assert sorted(one.grounded) == sorted((*before.grounded, *before.ungrounded))
