"""Which ages the consultation teams are there for: gaps and overlaps, year by year."""

import datetime as dt
from collections import defaultdict
from itertools import groupby

import attrs

from samverkan_core.indexing import Index, index
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.ages import AgeBand, bands
from samverkan_core.values.answers import answers
from samverkan_core.values.ids import BodyId
from samverkan_core.values.time import in_force, the_day

__all__ = ["AgeCoverage", "TeamAges", "age_coverage"]


@attrs.frozen
class TeamAges:
    """A span of ages, and the teams that are there for just those (konsultationsteam)."""

    #: The ages.
    ages: AgeBand
    #: The teams, in the order of the document; none where the ages are a gap.
    teams: tuple[BodyId, ...]


@attrs.frozen
class AgeCoverage:
    """Every single age of the target groups, and which teams are there for it on a day."""

    #: The ages of the target groups from the lowest to the highest, in spans of equal teams.
    spans: tuple[TeamAges, ...]
    #: Target groups that state no ages: what they need cannot be told.
    unclear_groups: tuple[str, ...]
    #: Teams that state no ages.
    unclear_teams: tuple[BodyId, ...]

    @property
    def gaps(self) -> tuple[AgeBand, ...]:
        """The ages that no team is there for."""
        return tuple(span.ages for span in self.spans if not span.teams)

    @property
    def overlaps(self) -> tuple[TeamAges, ...]:
        """The ages that several teams are there for."""
        return tuple(span for span in self.spans if len(span.teams) > 1)


@answers("RA-16")
def age_coverage(collab: Collaboration | Index, at: dt.date) -> AgeCoverage:
    """Say for every age of the target groups which consultation teams are there for it on a day.

    A gap that lies between two target groups is no gap: nobody works for those ages.

    Raises:
        NotADay: `at` is no day.
    """
    day, view = the_day(at), index(collab).reading(("target_groups", "bodies"))
    teams = tuple(body for body in view.bodies.firsts() if _is_there(body, day))
    by_age: defaultdict[int, list[BodyId]] = defaultdict(list)
    for team in teams:
        for age in () if team.ages is None else team.ages.ages():
            by_age[age].append(team.id)
    groups = tuple(view.target_groups.firsts())
    asked = {age for group in groups if group.ages for age in group.ages.ages()}
    return AgeCoverage(
        spans=tuple(
            TeamAges(band, together)
            for together, ages in _alike({age: tuple(by_age.get(age, ())) for age in asked})
            for band in bands(ages)
        ),
        unclear_groups=tuple(group.id for group in groups if group.ages is None),
        unclear_teams=tuple(team.id for team in teams if team.ages is None),
    )


def _is_there(body: Body, day: dt.date) -> bool:
    return body.kind is BodyKind.CONSULTATION_TEAM and in_force(body.period, day)


def _alike(teams_of: dict[int, tuple[BodyId, ...]]) -> list[tuple[tuple[BodyId, ...], list[int]]]:
    """Gather neighbouring ages that have the same teams."""
    ages = sorted(teams_of)
    return [(together, list(same)) for together, same in groupby(ages, key=teams_of.__getitem__)]
