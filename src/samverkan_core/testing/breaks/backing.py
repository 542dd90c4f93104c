"""How rules about what a collaboration is backed by, and about what lasts, are broken."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor
from samverkan_core.model.backing import Endorsement
from samverkan_core.model.body import BodyKind
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.goal import Goal, Milestone, QualityCheck
from samverkan_core.model.role import JointDuty, Level, Role, RoleFunction, RoleKind
from samverkan_core.rules.common import lineage, taking_part
from samverkan_core.testing.breaks.bodies import days_before, unused_id
from samverkan_core.testing.breaks.doings import clear_activity
from samverkan_core.testing.breaks.results import with_results
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.lawful.follow_ups import term_ends
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import ActivityId, DocumentId, OfficeId, RoleId
from samverkan_core.values.time import A_YEAR, PartialDate, Period, TimeBox, in_force, start_of_last

__all__ = ["BREAKING", "DAYS", "NEAR_MISS"]

_A_DAY = dt.timedelta(days=1)


# --- the term of office ------------------------------------------------------------------------


def _ends_within(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a project end within the term of office, and let nothing go on after it."""
    last = term_ends(at)
    end = a(draw, sorted({at, last}))
    return _project_until(draw, _nothing_planned(collab), end)


def _ends_just_after(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _project_until(draw, _nothing_planned(collab), term_ends(at) + _A_DAY)


def _nothing_planned(collab: Collaboration) -> Collaboration:
    goals = tuple(attrs.evolve(goal, period=None) for goal in collab.goals)
    documents = tuple(attrs.evolve(one, period=None) for one in collab.documents)
    return attrs.evolve(collab, goals=goals, documents=documents, builds_on=())


def _project_until(draw: st.DrawFn, collab: Collaboration, end: dt.date) -> Collaboration:
    leader = Role(
        id=RoleId(unused_id(collab, "projektledare")),
        name=draw(texts()),
        kind=RoleKind.EMPLOYEE,
        function=RoleFunction.PROJECT_LEADER,
        level=Level.UNIT,
    )
    entry = LifecycleEntry(stage=Stage.PROJECT, planned_end=PartialDate.on(end))
    return added(attrs.evolve(collab, lifecycle=(entry,)), leader)


# --- agreements and endorsements ---------------------------------------------------------------


def _agreement(draw: st.DrawFn, collab: Collaboration) -> GoverningDocument:
    return GoverningDocument(
        id=DocumentId(unused_id(collab, "äldre avtal")),
        name=draw(texts()),
        kind=DocumentKind.GUIDELINE,
        parties=(a(draw, collab.actors).id,),
        period=Period(first_day=dt.date(1990, 1, 1)),
    )


def _builds_on_little(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    agreement = _agreement(draw, collab)
    half = (
        attrs.evolve(agreement, parties=()),
        attrs.evolve(agreement, period=None),
        attrs.evolve(agreement, parties=(), period=None),
    )
    return attrs.evolve(added(collab, a(draw, half)), builds_on=(agreement.id,))


def _builds_on_enough(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    agreement = attrs.evolve(_agreement(draw, collab), period=Period())
    return attrs.evolve(added(collab, agreement), builds_on=(agreement.id, agreement.id))


def _backed_by(collab: Collaboration, left_out: Actor, at: dt.date) -> Collaboration:
    """Let the leaders of everybody but one actor, and those above it, back the work."""
    above = lineage(index(collab).whole, left_out)
    decided = Resolution(day=PartialDate.on(at))
    endorsements = tuple(
        Endorsement(actor=actor.id, decision=decided)
        for actor in collab.actors
        if actor.id not in above
    )
    return attrs.evolve(collab, endorsements=endorsements)


def _without(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> tuple[Collaboration, Actor]:
    there = (one for one in taking_part(index(collab).whole) if in_force(one.period, at))
    actor = a(draw, there)
    return _backed_by(collab, actor, at), actor


def _one_not_backed(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, actor = _without(draw, collab, at)
    later = Resolution(day=PartialDate.on(at + _A_DAY))
    half = Endorsement(actor=actor.id, decision=a(draw, (None, Resolution(), later)))
    return attrs.evolve(collab, endorsements=(half, *collab.endorsements))


def _backed_today(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, actor = _without(draw, collab, at)
    today = Endorsement(actor=actor.id, decision=Resolution(day=PartialDate.on(at)))
    return attrs.evolve(collab, endorsements=(*collab.endorsements, today))


# --- goals -------------------------------------------------------------------------------------


def _on_goal(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> tuple[Collaboration, Goal]:
    collab = with_results(draw, collab, at)
    return collab, a(draw, collab.goals)


def _one_step(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, goal = _on_goal(draw, collab, at)
    step = Milestone(text=draw(texts()))
    return replaced(collab, goal, attrs.evolve(goal, milestones=(step,)))


def _two_steps(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, goal = _on_goal(draw, collab, at)
    step = Milestone(text=draw(texts()))
    return replaced(collab, goal, attrs.evolve(goal, milestones=(step, step)))


def _half_checked(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, goal = _on_goal(draw, collab, at)
    check = QualityCheck(checked_by=OfficeId(a(draw, collab.roles).id), day=PartialDate.on(at))
    half = (attrs.evolve(check, checked_by=None), attrs.evolve(check, day=None), None)
    return replaced(collab, goal, attrs.evolve(goal, quality_check=a(draw, half)))


def _checked_some_year(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, goal = _on_goal(draw, collab, at)
    year = PartialDate(when=f"{at.year}", about=True)
    check = QualityCheck(checked_by=OfficeId(a(draw, collab.roles).id), day=year)
    return replaced(collab, goal, attrs.evolve(goal, quality_check=check))


# --- what lasts --------------------------------------------------------------------------------


def _council_until(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    period = Period(last_day=at + draw(st.integers(0, 400)) * _A_DAY)
    return _council_for(collab, period)


def _council_until_further_notice(
    _: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    return _council_for(collab, Period(first_day=at))


def _council_for(collab: Collaboration, period: Period) -> Collaboration:
    """Set up the first council for children's matters for a period."""
    council = next(body for body in collab.bodies if body.kind is BodyKind.CHILDRENS_COUNCIL)
    return replaced(collab, council, attrs.evolve(council, period=period))


def _shown_by(draw: st.DrawFn, collab: Collaboration, at: dt.date, box: TimeBox) -> Collaboration:
    """Let one activity alone show what a permanent function does, at some time."""
    collab, clear = clear_activity(draw, collab, at)
    duty, id_ = a(draw, JointDuty), ActivityId(unused_id(collab, "omvärldsdag"))
    shown = attrs.evolve(clear, id=id_, time_box=box, shows=(duty,))
    others = (*(attrs.evolve(one, shows=()) for one in collab.activities), clear)
    roles = tuple(
        attrs.evolve(role, joint_duties=(duty,) if role.permanent else ()) for role in collab.roles
    )
    return attrs.evolve(collab, roles=roles, activities=(*others, shown))


def _duty_left_lying(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    a_year_ago = start_of_last(A_YEAR, at)
    long_ago = TimeBox(
        starts=PartialDate.on(days_before(draw, a_year_ago)),
        ends=PartialDate.on(a_year_ago - _A_DAY),
    )
    return _shown_by(draw, collab, at, long_ago)


def _duty_just_shown(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    a_year_ago = PartialDate.on(start_of_last(A_YEAR, at))
    boxes = (TimeBox(starts=a_year_ago, ends=a_year_ago), TimeBox(starts=PartialDate.on(at)))
    return _shown_by(draw, collab, at, a(draw, boxes))


#: Code -> spans of days on which its rule can be broken and only just not be.
DAYS: Mapping[str, tuple[Period, ...]] = MappingProxyType(
    # The first term of office of which somebody has read when it begins and ends.
    {"COL101": (Period(first_day=dt.date(2014, 10, 15)),)}
)
#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "BOD016": _council_until,
        "COL101": _ends_within,
        "COL102": _builds_on_little,
        "END001": _one_not_backed,
        "GOA006": _one_step,
        "GOA007": _half_checked,
        "ROL006": _duty_left_lying,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "BOD016": _council_until_further_notice,
        "COL101": _ends_just_after,
        "COL102": _builds_on_enough,
        "END001": _backed_today,
        "GOA006": _two_steps,
        "GOA007": _checked_some_year,
        "ROL006": _duty_just_shown,
    }
)
