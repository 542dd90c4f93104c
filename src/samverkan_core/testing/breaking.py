"""Worlds in which exactly one rule is broken, and worlds in which it only just is not.

Both begin with a lawful world and change one thing in it. How, is written beside each rule's
family in `testing.breaks`.
"""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from hypothesis import strategies as st

from samverkan_core.errors import UnknownCode
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.testing.breaks import (
    acquaintance,
    actors,
    agreeing,
    backing,
    bodies,
    collaboration,
    concern_reports,
    delegated_decisions,
    delegation,
    demanded,
    documents_integrity,
    doings,
    focus_areas,
    follow_ups,
    following,
    golden_thread,
    governing,
    handovers,
    mandates,
    meetings,
    meetings_over_time,
    plans,
    portfolio,
    powers,
    readiness,
    results,
    roles,
    shared_view,
    steps,
    teams,
)
from samverkan_core.testing.edit import Edit
from samverkan_core.testing.strategies import worlds
from samverkan_core.values.time import Period

__all__ = ["BREAKING", "DAYS", "NEAR_MISS", "breaking", "lawful_for", "near_miss"]

T = TypeVar("T")

_FAMILIES = (
    acquaintance,
    actors,
    agreeing,
    backing,
    bodies,
    collaboration,
    concern_reports,
    delegated_decisions,
    delegation,
    demanded,
    documents_integrity,
    doings,
    focus_areas,
    following,
    follow_ups,
    golden_thread,
    governing,
    handovers,
    mandates,
    meetings,
    meetings_over_time,
    plans,
    portfolio,
    powers,
    readiness,
    results,
    roles,
    shared_view,
    steps,
    teams,
)
#: Rules by code.
_RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in RULES})

#: Code of a rule that rests on law -> the days on which it can be broken and only just not be.
DAYS: Mapping[str, tuple[Period, ...]] = MappingProxyType(
    {**backing.DAYS, **delegation.DAYS, **plans.DAYS, **concern_reports.DAYS}
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

    Beside the rule itself, rules that it lists in `implies` may be broken. A rule that asks for
    what the common profile does not demand is broken under one that ships and does; the document
    names it, so that `check` finds the breach there.

    Raises:
        UnknownCode: No rule has the code; the nearest one is named.
    """
    return _edited(lawful_for(code), _named(code, BREAKING))


def near_miss(code: str) -> st.SearchStrategy[tuple[Collaboration, dt.date]]:
    """Draw a collaboration, and a day on which one rule is only just not broken.

    It is so under the profile that `breaking` would break it under.

    Raises:
        UnknownCode: No rule has the code; the nearest one is named.
    """
    return _edited(lawful_for(code), _named(code, NEAR_MISS))


def lawful_for(code: str) -> st.SearchStrategy[tuple[Collaboration, dt.date]]:
    """Draw a lawful world in which a rule has something to ask.

    It is lawful under the common profile, or where that demands nothing of the rule, under any
    that ships and does. Where the rule rests on a law, its day is one of those for which somebody
    has read the provision.

    Raises:
        UnknownCode: No rule has the code; the nearest one is named.
    """
    rule = _named(code, _RULES)
    asking = [profile for profile in PROFILES.values() if _asks(profile, rule)]
    profiles = (COMMON,) if COMMON in asking else tuple(asking)
    spans = DAYS.get(code, (None,))
    return st.one_of([worlds(profile, days=days) for profile in profiles for days in spans])


def _asks(profile: Profile, rule: Rule) -> bool:
    demanded = all(getattr(profile.parameters, name) for name in rule.parameters)
    return demanded and rule.code not in profile.without


def _named(code: str, table: Mapping[str, T]) -> T:
    if code not in table:
        raise UnknownCode(code, table)
    return table[code]


@st.composite
def _edited(
    draw: st.DrawFn, lawful: st.SearchStrategy[tuple[Collaboration, dt.date]], edit: Edit
) -> tuple[Collaboration, dt.date]:
    collab, at = draw(lawful)
    return edit(draw, collab, at), at
