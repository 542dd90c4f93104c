"""Ways of breaking a rule, and of only just not, each tried more often than in a few draws."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.testing.breaking import BREAKING, NEAR_MISS, lawful_for
from samverkan_core.testing.breaks.governing import agreements_lapsed
from samverkan_core.testing.edit import Edit
from samverkan_core.testing.strategies import worlds

EDITS = [
    pytest.param(code, edits[code], id=f"{name}-{code}")
    for name, edits in (("breaking", BREAKING), ("near-miss", NEAR_MISS))
    for code in edits
]


@st.composite
def lapsed(draw: st.DrawFn) -> tuple[Collaboration, date]:
    collab, at = draw(worlds())
    return agreements_lapsed(draw, collab, at), at


@st.composite
def edited(
    draw: st.DrawFn, code: str, edit: Edit, times: int
) -> tuple[Collaboration, list[Collaboration]]:
    """Give one world, and what comes of it when it is edited anew each time."""
    collab, at = draw(lawful_for(code))
    return collab, [edit(draw, collab, at) for _ in range(times)]


@given(world=lapsed())
def test_agreements_that_have_lapsed_cover_nobody(world: tuple[Collaboration, date]) -> None:
    broken, at = world
    assert {finding.code for finding in check(broken, at=at)} == {"GOV003"}


@pytest.mark.parametrize(("code", "edit"), EDITS)
def test_an_edit_leaves_the_world_that_it_began_with(code: str, edit: Edit) -> None:
    @settings(max_examples=4)
    @given(worlds_=edited(code, edit, 5))
    def law(worlds_: tuple[Collaboration, list[Collaboration]]) -> None:
        collab, others = worlds_
        assert all(type(other) is Collaboration for other in others)
        assert len({id(collab), *map(id, others)}) > 1

    law()
