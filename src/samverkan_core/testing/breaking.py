"""Worlds in which exactly one rule is broken, and worlds in which it only just is not.

Both begin with a lawful world and change one thing in it. How, is written beside each rule's
family in `testing.breaks`.
"""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from samverkan_core.errors import UnknownCode
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.testing.breaks import (
    actors,
    bodies,
    collaboration,
    documents_integrity,
    focus_areas,
    governing,
    roles,
    steps,
)
from samverkan_core.testing.edit import Edit
from samverkan_core.testing.strategies import worlds

__all__ = ["BREAKING", "NEAR_MISS", "breaking", "near_miss"]

_FAMILIES = (
    actors,
    bodies,
    collaboration,
    documents_integrity,
    focus_areas,
    governing,
    roles,
    steps,
)

#: Code of a rule -> what breaks it, and nothing else but what it implies.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {code: edit for family in _FAMILIES for code, edit in family.BREAKING.items()}
)
#: Code of a rule -> what only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {code: edit for family in _FAMILIES for code, edit in family.NEAR_MISS.items()}
)


def breaking(code: str) -> st.SearchStrategy[tuple[Collaboration, dt.date]]:
    """Draw a collaboration, and a day on which it breaks one rule and no other.

    Beside the rule itself, rules that it lists in `implies` may be broken.

    Raises:
        UnknownCode: No rule has the code; the nearest one is named.
    """
    return _edited(_named(code, BREAKING))


def near_miss(code: str) -> st.SearchStrategy[tuple[Collaboration, dt.date]]:
    """Draw a collaboration, and a day on which one rule is only just not broken.

    Raises:
        UnknownCode: No rule has the code; the nearest one is named.
    """
    return _edited(_named(code, NEAR_MISS))


def _named(code: str, edits: Mapping[str, Edit]) -> Edit:
    if code not in edits:
        raise UnknownCode(code, edits)
    return edits[code]


@st.composite
def _edited(draw: st.DrawFn, edit: Edit) -> tuple[Collaboration, dt.date]:
    collab, at = draw(worlds())
    return edit(draw, collab, at), at
