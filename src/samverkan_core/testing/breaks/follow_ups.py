"""How rules about follow-ups are broken: nobody asks for one, none is made, none is reported."""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from samverkan_core.model.body import BodyKind
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.common import Resolution
from samverkan_core.model.follow_up import FollowUpRound
from samverkan_core.model.role import Level, Role, RoleFunction, RoleKind
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.testing.breaks.bodies import days_before, unused_id
from samverkan_core.testing.edit import Edit, a, added
from samverkan_core.testing.lawful.follow_ups import followed_up, term_ends
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import OfficeId, RoleId
from samverkan_core.values.time import PartialDate, start_of_last

__all__ = ["BREAKING", "NEAR_MISS"]

_A_DAY = dt.timedelta(days=1)
_PERIOD = COMMON.parameters.period_months
_REPORT = COMMON.parameters.status_report_months


def _with_follow_ups(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Give a collaboration follow-ups, unless it has some."""
    if collab.follow_ups:
        return collab
    return attrs.evolve(collab, **followed_up(Hand(draw, at), collab))


def _on_each(change: Callable[[FollowUpRound], FollowUpRound]) -> Edit:
    """Make an edit that changes every follow-up alike."""

    def edit(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
        collab = _with_follow_ups(draw, collab, at)
        return attrs.evolve(collab, follow_ups=tuple(map(change, collab.follow_ups)))

    return edit


# --- who asked for them ------------------------------------------------------------------------


def _asked_for_below(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    teacher = _role(draw, collab, Level.UNIT)
    office = a(draw, (None, OfficeId(teacher.id)))
    asked = _on_each(lambda one: attrs.evolve(one, requested_by=office))
    return asked(draw, added(collab, teacher), at)


def _asked_for_by_a_chief(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let nobody who leads ask for any follow-up but the last."""
    chief = _role(draw, collab, a(draw, (Level.ADMINISTRATIVE, Level.POLITICAL)))
    collab = added(_asked_for_below(draw, collab, at), chief)
    last = attrs.evolve(
        collab.follow_ups[-1], requested_by=OfficeId(chief.id), planned=PartialDate.on(at)
    )
    return attrs.evolve(collab, follow_ups=(*collab.follow_ups[:-1], last))


def _role(draw: st.DrawFn, collab: Collaboration, level: Level) -> Role:
    return Role(
        id=RoleId(unused_id(collab, f"roll {level.code}")),
        name=draw(texts()),
        kind=RoleKind.EMPLOYEE,
        level=level,
    )


# --- by which model, and what was reported -----------------------------------------------------


def _project(end: dt.date) -> LifecycleEntry:
    return LifecycleEntry(
        stage=Stage.PROJECT, day=PartialDate.on(end), planned_end=PartialDate.on(end)
    )


def _permanent(draw: st.DrawFn, day: dt.date) -> LifecycleEntry:
    decided = Resolution(summary=draw(texts()))
    return LifecycleEntry(stage=Stage.PERMANENT, day=PartialDate.on(day), decision=decided)


def _forget_model(one: FollowUpRound) -> FollowUpRound:
    return attrs.evolve(one, model=None)


def _ends_without_a_model(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = _on_each(_forget_model)(draw, collab, at)
    ended = days_before(draw, at)
    return attrs.evolve(collab, lifecycle=(_project(ended), _permanent(draw, ended)))


def _ends_with_one_or_today(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    stages = (_project(at), _permanent(draw, at))
    if draw(st.booleans()):
        return attrs.evolve(_on_each(_forget_model)(draw, collab, at), lifecycle=stages)
    collab = _ends_without_a_model(draw, collab, at)
    last = attrs.evolve(collab.follow_ups[-1], model="–")
    return attrs.evolve(collab, follow_ups=(*collab.follow_ups[:-1], last))


def _going_on_since(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, began: dt.date
) -> Collaboration:
    """Let the collaboration be a project since a day, led as a project has to be."""
    leader = attrs.evolve(_role(draw, collab, Level.UNIT), function=RoleFunction.PROJECT_LEADER)
    beyond = PartialDate.on(term_ends(at) + _A_DAY)
    entry = LifecycleEntry(stage=Stage.PROJECT, day=PartialDate.on(began), planned_end=beyond)
    return added(attrs.evolve(collab, lifecycle=(entry,)), leader)


def _forget_report(one: FollowUpRound) -> FollowUpRound:
    return attrs.evolve(one, report=None)


def _half_reported(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    began = days_before(draw, start_of_last(_REPORT, at))
    lose = a(draw, (_forget_report, lambda one: attrs.evolve(one, published=None)))
    collab = _on_each(lose)(draw, collab, at)
    return _going_on_since(draw, collab, at, began)


def _not_due_yet(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = _on_each(_forget_report)(draw, collab, at)
    return _going_on_since(draw, collab, at, start_of_last(_REPORT, at))


# --- whether there is a plan, and whether the council follows up -------------------------------


def _not_planned(_: st.DrawFn, collab: Collaboration, __: dt.date) -> Collaboration:
    return attrs.evolve(collab, follow_ups=())


def _planned_once(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Leave but one follow-up, that the leaders asked for and the council makes, planned today."""
    made, *_ = followed_up(Hand(draw, at), collab)["follow_ups"]
    return attrs.evolve(collab, follow_ups=(attrs.evolve(made, planned=PartialDate.on(at)),))


def _council_lately(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, day: dt.date
) -> Collaboration:
    """Let all follow-ups be the council's, and made on a day."""
    council = next(body.id for body in collab.bodies if body.kind is BodyKind.CHILDRENS_COUNCIL)
    made = _on_each(
        lambda one: attrs.evolve(one, carried_out_by=OfficeId(council), done=PartialDate.on(day))
    )
    return made(draw, collab, at)


def _council_too_long_ago(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    since = start_of_last(_PERIOD, at)
    return _council_lately(draw, collab, at, days_before(draw, since))


def _council_just_in_time(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _council_lately(draw, collab, at, start_of_last(_PERIOD, at))


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "FUP001": _asked_for_below,
        "FUP002": _ends_without_a_model,
        "FUP003": _not_planned,
        "FUP004": _council_too_long_ago,
        "FUP005": _half_reported,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "FUP001": _asked_for_by_a_chief,
        "FUP002": _ends_with_one_or_today,
        "FUP003": _planned_once,
        "FUP004": _council_just_in_time,
        "FUP005": _not_due_yet,
    }
)
