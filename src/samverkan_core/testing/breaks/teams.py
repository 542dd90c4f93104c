"""How rules about consultation teams are broken: two for one age, a span of ages without any."""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.ages import band_text
from samverkan_core.testing.breaks.bodies import asked_of, days_after, days_before, unused_id
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import BodyId
from samverkan_core.values.time import Period, in_force

__all__ = ["BREAKING", "NEAR_MISS"]

_DAY = dt.timedelta(days=1)
#: Two teams: the ages and the days of each.
_Two = tuple[tuple[AgeBand, Period | None], tuple[AgeBand, Period | None]]


# --- two teams for one age ---------------------------------------------------------------------


def _two_for_one_age(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Put in two teams that share at least one age on at least one day."""
    span = _target_ages(draw, collab)
    age, day = a(draw, span.ages()), at + draw(st.integers(-400, 400)) * _DAY
    bands = (
        AgeBand(
            from_age=draw(st.integers(span.from_age, age)),
            to_age=draw(st.integers(age, span.to_age)),
        )
        for _ in range(2)
    )
    return _with_teams(draw, collab, *((band, _around(draw, day)) for band in bands))


def _around(draw: st.DrawFn, day: dt.date) -> Period | None:
    """Draw days of which one is given, as the first or the last of them too."""
    first, last = days_before(draw, day), days_after(draw, day)
    return a(
        draw,
        (
            None,
            Period(first_day=day),
            Period(last_day=day),
            Period(first_day=first, last_day=day),
            Period(first_day=day, last_day=last),
        ),
    )


def _side_by_side(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Put in two teams of adjacent ages, or of the same, one the day after the other."""
    span = _target_ages(draw, collab)
    nearly = [_one_after_the_other(draw, span, at)]
    if span.from_age < span.to_age:
        nearly.append(_one_above_the_other(draw, span, at))
    return _with_teams(draw, _without_other_teams(collab), *a(draw, nearly))


def _one_after_the_other(draw: st.DrawFn, span: AgeBand, at: dt.date) -> _Two:
    last = a(draw, (at, at - _DAY, days_before(draw, at)))
    return (span, Period(last_day=last)), (span, Period(first_day=last + _DAY))


def _one_above_the_other(draw: st.DrawFn, span: AgeBand, at: dt.date) -> _Two:
    cut = draw(st.integers(span.from_age, span.to_age - 1))
    younger = AgeBand(from_age=span.from_age, to_age=cut)
    older = AgeBand(from_age=cut + 1, to_age=span.to_age)
    return (younger, _around(draw, at)), (older, _around(draw, at))


def _target_ages(draw: st.DrawFn, collab: Collaboration) -> AgeBand:
    return a(draw, (group.ages for group in collab.target_groups if group.ages is not None))


def _with_teams(
    draw: st.DrawFn, collab: Collaboration, *teams: tuple[AgeBand, Period | None]
) -> Collaboration:
    """Put in teams, the one before the other or after it."""
    for ages, period in draw(st.permutations(teams)):
        team = Body(
            id=BodyId(unused_id(collab, "team")),
            name=draw(texts()),
            kind=BodyKind.CONSULTATION_TEAM,
            actor=a(draw, collab.actors).id,
            ages=ages,
            period=period,
        )
        collab = added(collab, team)
    return collab


def _without_other_teams(collab: Collaboration) -> Collaboration:
    return _no_teams(collab, _teams(collab))


# --- a span of ages without a team -------------------------------------------------------------


def _band_left_out(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab, team = _only_team(draw, collab, at)
    assert team.ages is not None  # noqa: S101 - it was chosen by its ages
    first, last = team.ages.from_age, team.ages.to_age
    narrower = ((first + 1, last), (first, last - 1))
    gone: list[Body] = [
        attrs.evolve(team, kind=a(draw, (BodyKind.KEY_GROUP, BodyKind.COLLABORATION_GROUP))),
        attrs.evolve(team, period=Period(last_day=days_before(draw, at))),
        attrs.evolve(team, period=Period(first_day=days_after(draw, at))),
        *(
            attrs.evolve(team, ages=AgeBand(from_age=youngest, to_age=oldest))
            for youngest, oldest in narrower
            if youngest <= oldest
        ),
    ]
    return replaced(collab, team, a(draw, gone))


def _team_begins_or_ends_today(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    collab, team = _only_team(draw, collab, at)
    period = a(draw, (Period(first_day=at), Period(last_day=at), Period(first_day=at, last_day=at)))
    return replaced(collab, team, attrs.evolve(team, period=period))


def _only_team(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> tuple[Collaboration, Body]:
    """Choose a demanded span of ages, and let no team but the one in force ever have had it."""
    wanted = band_text(a(draw, asked_of(collab).age_bands))
    teams = [team for team in _teams(collab) if team.ages and band_text(team.ages) == wanted]
    now = next(team for team in teams if in_force(team.period, at))
    return _no_teams(collab, (team for team in teams if team is not now)), now


# --- what the edits share ----------------------------------------------------------------------


def _teams(collab: Collaboration) -> tuple[Body, ...]:
    return tuple(body for body in collab.bodies if body.kind is BodyKind.CONSULTATION_TEAM)


def _no_teams(collab: Collaboration, teams: Iterable[Body]) -> Collaboration:
    """Let some teams be groups of another kind, so that nothing that refers to them is lost."""
    for team in teams:
        group = attrs.evolve(team, kind=BodyKind.COLLABORATION_GROUP)
        collab = replaced(collab, team, group)
    return collab


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {"BOD013": _two_for_one_age, "BOD014": _band_left_out}
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {"BOD013": _side_by_side, "BOD014": _team_begins_or_ends_today}
)
