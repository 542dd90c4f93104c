"""Rules about consultation teams: one for each span of ages, and no two for the same age."""

import datetime as dt
from collections.abc import Iterable, Iterator
from operator import attrgetter

import attrs

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import View
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.ages import band_text, spans
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.time import Period, in_force

__all__ = ["ages_of_two_teams", "band_without_team"]


@rule(
    "BOD013",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("bodies",),
    sources=seed("RA-16"),
    sv=Texts(
        message="Konsultationsteamen {team} och {other} är till för samma åldrar: {ages} år.",
        why=(
            "När två team svarar för samma ålder vet ingen vart ett ärende ska, och båda kan tro "
            "att det andra har tagit det."
        ),
        remedy=(
            "Styrgruppen enas om vilket team som svarar för åldrarna; den som förvaltar dokumentet "
            "ändrar ages i det andra."
        ),
    ),
    en=Texts(
        message="Consultation teams {team} and {other} are there for the same ages: {ages} years.",
        why=(
            "Where two teams answer for one age nobody knows where a case belongs, and each may "
            "think that the other has taken it."
        ),
        remedy=(
            "The steering group agrees on which team answers for those ages; whoever keeps the "
            "document changes ages in the other."
        ),
    ),
)
def ages_of_two_teams(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each consultation team whether another already had one of its ages when it began.

    The teams are gone through from the one that began first, so that many take little longer
    than few.
    """
    teams = tuple(body for body in view.bodies.firsts() if _is_team(body))
    if len(teams) > 1:
        yield from (Unjudged(team.id, "ages") for team in teams if team.ages is None)
    latest: dict[int, _Turn] = {}
    for turn in sorted(_turns(teams), key=attrgetter("first")):
        met = {age: latest[age] for age in turn.ages if _lasts(latest.get(age), turn.first)}
        if met:
            yield _breach(view, turn, met[min(met)])
        latest.update(
            {age: turn for age in turn.ages if age not in met or met[age].last < turn.last}
        )


@attrs.frozen
class _Turn:
    """The days on which a team is there for some ages."""

    #: The team.
    team: Body
    #: Its ages.
    ages: range
    #: The first day on which it is there.
    first: dt.date
    #: The last day on which it is there.
    last: dt.date


def _turns(teams: Iterable[Body]) -> Iterator[_Turn]:
    """Give the teams that state ages; one whose period is backwards is there on no day."""
    for team in teams:
        period = team.period or Period()
        if team.ages is not None and not period.is_backwards:
            first, last = period.first_day or dt.date.min, period.last_day or dt.date.max
            yield _Turn(team, team.ages.ages(), first, last)


def _lasts(turn: _Turn | None, day: dt.date) -> bool:
    return turn is not None and turn.last >= day


def _breach(view: View, turn: _Turn, met: _Turn) -> Breach:
    """Name the other team, and all the ages that the two share."""
    team, other = turn.team, met.team
    shared = spans(age for age in turn.ages if age in met.ages)
    return Breach(view.place(team, "ages"), team.id, team=team.id, other=other.id, ages=shared)


@rule(
    "BOD014",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("bodies",),
    of_state=True,
    parameters=("age_bands",),
    sources=seed("RA-16"),
    sv=Texts(
        message="Inget konsultationsteam är till för just åldrarna {ages} år den dag som granskas.",
        why=(
            "Den lokala modellen har ett team för varje åldersspann. Saknas ett av dem finns "
            "inget team som tar upp frågor om barn i de åldrarna."
        ),
        remedy=(
            "Styrgruppen utser ett team för åldrarna; den som förvaltar dokumentet för in det i "
            "bodies och anger ages."
        ),
    ),
    en=Texts(
        message="No consultation team is there for just the ages {ages} on the day asked about.",
        why=(
            "The local model has a team for each span of ages. Where one is missing, no "
            "team takes up questions about children of those ages."
        ),
        remedy=(
            "The steering group appoints a team for those ages; whoever keeps the document enters "
            "it in bodies and states ages."
        ),
    ),
)
def band_without_team(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask for a consultation team for each span of ages that the local model has."""
    found = {
        band_text(team.ages)
        for team in _teams(view)
        if team.ages is not None and in_force(team.period, asked.day)
    }
    wanted = dict.fromkeys(map(band_text, asked.parameters.age_bands))
    for band in wanted:
        if band not in found:
            unclear = tuple(_unclear(view, band, asked.day))
            yield from unclear or (Breach(pointer("bodies"), None, ages=band),)


def _unclear(view: View, band: str, day: dt.date) -> Iterator[Unjudged]:
    """Name the teams that may be the one that is missing: without ages, or a turned period."""
    for team in _teams(view):
        turned = team.period is not None and team.period.is_backwards
        if turned and (team.ages is None or band_text(team.ages) == band):
            yield Unjudged(team.id, "period")
        elif team.ages is None and in_force(team.period, day):
            yield Unjudged(team.id, "ages")


def _teams(view: View) -> Iterator[Body]:
    return filter(_is_team, view.bodies)


def _is_team(body: Body) -> bool:
    return body.kind is BodyKind.CONSULTATION_TEAM
