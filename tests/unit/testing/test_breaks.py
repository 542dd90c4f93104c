"""Ways of breaking a rule that a few draws may not come upon."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.testing.breaks.governing import agreements_lapsed
from samverkan_core.testing.strategies import worlds


@st.composite
def lapsed(draw: st.DrawFn) -> tuple[Collaboration, date]:
    collab, at = draw(worlds())
    return agreements_lapsed(draw, collab, at), at


@given(world=lapsed())
def test_agreements_that_have_lapsed_cover_nobody(world: tuple[Collaboration, date]) -> None:
    broken, at = world
    assert {finding.code for finding in check(broken, at=at)} == {"GOV003"}
