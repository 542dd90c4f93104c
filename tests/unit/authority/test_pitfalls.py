"""What a close reader once found wrong in the answers, each put right and kept as an example."""

from typing import Any

import pytest

from samverkan_core.authority.decide import may, powers_of, who_may
from samverkan_core.authority.question import RefusalCode
from samverkan_core.errors import InvalidValue
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Mandate, MandateKind, Power, Scope
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

from .worlds import DAY, World, made, municipality


def codes(world: World, who: str, on: str) -> set[RefusalCode]:
    answer = may(world.collab, who, Power.DECIDE, on=on, at=DAY)
    return {refusal.code for refusal in answer.refusals}


@pytest.mark.parametrize("ref", ["5 kap. 1 § KL", "5 kap. 1 §, 11 kap. 4 § KL"])
def test_a_matter_is_reserved_also_when_a_place_beside_it_is_not_known(ref: str) -> None:
    world = municipality().changed("x-one", provision=Source(kind=SourceKind.LAW, ref=ref))
    assert RefusalCode.COUNCIL_ONLY in codes(world, "p-officer", "x-one")


def test_no_employee_decides_as_a_substitute_under_the_councils_rules() -> None:
    over = Period(last_day=DAY.replace(year=DAY.year - 1))
    world = municipality().changed("m-board", substitutes=("r-officer",))
    ended = world.changed("b-board", period=over)
    assert RefusalCode.NO_LEGAL_ROOT in codes(ended, "p-officer", "x-one")


def test_a_condition_is_never_in_the_repr_of_an_answer() -> None:
    condition = "efter samtal med Anna Andersson"
    world = municipality().changed("m-officer", conditions=(condition,))
    asked = world.question
    answer = may(world.collab, asked.who, asked.power, on=asked.on, at=asked.at)
    assert answer.conditions == (condition,)
    assert "Anna" not in repr(answer)


def test_one_matter_that_does_not_carry_hides_no_other() -> None:
    two = made(Scope, matters=("x-one", "x-other"))
    world = municipality().changed("m-officer", scope=two)
    barred = world.changed("x-other", disqualified=("p-officer",))
    held = powers_of(barred.collab, "p-officer", at=DAY)
    assert {one.scope.matters for one in held if one.power is Power.DECIDE} == {("x-one",)}


def test_what_holds_in_urgent_matters_only_is_told_as_such() -> None:
    urgent = municipality().changed("m-officer", urgent_only=True, scope=None)
    held = powers_of(urgent.collab, "p-officer", at=DAY)
    assert held
    assert all(one.urgent_only for one in held)


@pytest.mark.parametrize("power", ["decide", None, 1])
def test_a_power_is_one_of_the_set(power: Any) -> None:
    collab = municipality().collab
    with pytest.raises(InvalidValue, match="`power` is one of"):
        may(collab, "p-head", power, at=DAY)
    with pytest.raises(InvalidValue, match="`power` is one of"):
        who_may(collab, power, at=DAY)


def test_what_it_is_about_is_a_scope_or_an_id() -> None:
    collab = municipality().collab
    with pytest.raises(InvalidValue, match="a Scope or an id, not a Matter"):
        may(collab, "p-head", Power.DECIDE, on=collab.matters[0], at=DAY)  # type: ignore[arg-type]


def test_a_chain_of_two_thousand_mandates_is_followed_to_its_end() -> None:
    """The first is held by the one who asks, all others by an office that nobody holds."""
    mandates = tuple(
        made(
            Mandate,
            id=f"m{number}",
            kind=MandateKind.DELEGATION,
            powers=(Power.LEAD,),
            period=Period(),
            granted_by="r",
            granted_to=("r" if number else "p",),
            may_delegate=True,
            parent=f"m{number + 1}" if number < 1999 else None,
        )
        for number in range(2000)
    )
    persons, roles = (
        (made(Person, id="p"),),
        (made(Role, id="r", name="R", kind=RoleKind.HEAD_OF_ADMINISTRATION),),
    )
    collab = Collaboration(name="S", persons=persons, roles=roles, mandates=mandates)
    answer = may(collab, "p", Power.LEAD, at=DAY)
    assert [(one.code, one.about) for one in answer.refusals] == [
        (RefusalCode.NO_LEGAL_ROOT, "m1999")
    ]
