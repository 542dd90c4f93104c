"""How rules about the collaboration as a whole are broken: no purpose, no decision, no end."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.common import Resolution
from samverkan_core.model.role import Level, Role, RoleFunction, RoleKind
from samverkan_core.testing.breaks.bodies import days_before, unused_id
from samverkan_core.testing.breaks.results import with_results
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import RoleId
from samverkan_core.values.time import PartialDate, Period

__all__ = ["BREAKING", "NEAR_MISS", "still_a_project"]


def _without_assignment(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return attrs.evolve(collab, political_assignment=a(draw, (None, Resolution())))


def _assignment_by_hearsay(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return attrs.evolve(collab, political_assignment=Resolution(summary=draw(texts())))


def _half_described(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    left = a(draw, ((None, None), (collab.method, None), (None, collab.stance)))
    return attrs.evolve(collab, method=left[0], stance=left[1])


def _briefly_described(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return attrs.evolve(collab, method=draw(texts()), stance=draw(texts()))


def _permanent_unasked(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return _now_permanent(collab, a(draw, (None, Resolution())))


def _permanent_by_hearsay(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return _now_permanent(collab, Resolution(summary=draw(texts())))


def _now_permanent(collab: Collaboration, decision: Resolution | None) -> Collaboration:
    """Let the collaboration become permanent, once more if it is so already."""
    entry = LifecycleEntry(stage=Stage.PERMANENT, decision=decision)
    return attrs.evolve(collab, lifecycle=(*collab.lifecycle, entry))


def _project_without_end(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return still_a_project(draw, collab, days_before(draw, at))


def _project_ends_today(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a project end today whose goals go on."""
    collab = with_results(draw, collab, at)
    goal = a(draw, collab.goals)
    lasting = attrs.evolve(goal, period=Period(first_day=at))
    return still_a_project(draw, replaced(collab, goal, lasting), at)


def still_a_project(draw: st.DrawFn, collab: Collaboration, end: dt.date) -> Collaboration:
    """Let the collaboration be a project once more, led as a project has to be."""
    entry = LifecycleEntry(stage=Stage.PROJECT, planned_end=PartialDate.on(end))
    leader = Role(
        id=RoleId(unused_id(collab, "projektledare")),
        name=draw(texts()),
        kind=RoleKind.EMPLOYEE,
        function=RoleFunction.PROJECT_LEADER,
        level=Level.UNIT,
    )
    return added(attrs.evolve(collab, lifecycle=(*collab.lifecycle, entry)), leader)


def _without_purpose(_: st.DrawFn, collab: Collaboration, __: dt.date) -> Collaboration:
    return attrs.evolve(collab, purpose=None)


def _purpose_in_a_word(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return attrs.evolve(collab, purpose=draw(texts()))


BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "COL001": _without_assignment,
        "COL002": _half_described,
        "COL003": _permanent_unasked,
        "COL004": _project_without_end,
        "COL005": _without_purpose,
    }
)

NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "COL001": _assignment_by_hearsay,
        "COL002": _briefly_described,
        "COL003": _permanent_by_hearsay,
        "COL004": _project_ends_today,
        "COL005": _purpose_in_a_word,
    }
)
