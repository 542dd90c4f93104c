"""BOD013 and BOD014: no two consultation teams for one age, and one for each span of ages."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.ages import spans
from samverkan_core.rules.consultation_teams import ages_of_two_teams, band_without_team
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.time import Period

Ask = Callable[..., Judgement]
Ages = tuple[int, int] | None

DAY = dt.date(2015, 3, 1)
BEFORE, AFTER = dt.date(2015, 2, 28), dt.date(2015, 3, 2)
BACKWARDS = (12, 7)


def band(ages: Ages) -> AgeBand | None:
    return None if ages is None else AgeBand(from_age=ages[0], to_age=ages[1])


def team(id_: str, ages: Ages, first: dt.date | None = None, last: dt.date | None = None) -> Body:
    known: dict[str, Any] = {"id": id_, "name": "Ett team", "kind": BodyKind.CONSULTATION_TEAM}
    period = Period(first_day=first, last_day=last) if first or last else None
    return Body(**known, ages=band(ages), period=period)


def collaboration(*bodies: Body) -> Collaboration:
    return Collaboration(name="Hagby", bodies=bodies)


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def overlaps(ask: Ask, collab: Collaboration) -> tuple[Finding, ...]:
    return ask(ages_of_two_teams, collab).findings


class TestTwoTeams:
    """BOD013."""

    def test_the_team_that_began_last_is_told_whom_it_met(self, ask: Ask) -> None:
        made = collaboration(
            team("ungdomsteamet", (13, 20), first=DAY), team("barnteamet", (0, 13), first=BEFORE)
        )

        finding = only(ask(ages_of_two_teams, made))

        assert (finding.pointer, finding.subject) == ("/bodies/0/ages", "ungdomsteamet")
        assert finding.data == (
            ("ages", ("13",)),
            ("other", "barnteamet"),
            ("team", "ungdomsteamet"),
        )
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Konsultationsteamen ungdomsteamet och barnteamet är till för samma åldrar: 13 år."
        )
        assert finding.message("en") == (
            "Consultation teams ungdomsteamet and barnteamet are there for the same ages: 13 years."
        )

    def test_an_overlap_is_a_fault_in_rattvik(self, ask: Ask) -> None:
        made = collaboration(team("ett", (6, 15)), team("två", (15, 20)))

        finding = only(ask(ages_of_two_teams, made, None, PROFILES["rattvik"]))

        assert finding.severity is Severity.ERROR

    def test_bands_that_meet_share_no_age(self, ask: Ask) -> None:
        assert ask(ages_of_two_teams, collaboration(team("a", (0, 12)), team("b", (13, 20)))).held

    def test_of_two_that_began_together_the_later_in_the_document_is_told(self, ask: Ask) -> None:
        made = collaboration(
            team("a", (0, 5)), team("b", (5, 9), first=dt.date.min), team("c", (9, 12))
        )

        first, second = ask(ages_of_two_teams, made).findings

        assert (first.subject, dict(first.data)["other"]) == ("b", "a")
        assert (second.subject, dict(second.data)["other"]) == ("c", "b")

    def test_one_common_day_is_enough(self, ask: Ask) -> None:
        old = team("gamla", (6, 15), last=DAY)

        assert ask(ages_of_two_teams, collaboration(old, team("nya", (6, 15), first=DAY))).findings
        assert ask(ages_of_two_teams, collaboration(old, team("nya", (6, 15), first=AFTER))).held

    def test_a_team_within_the_time_of_another(self, ask: Ask) -> None:
        one_day = team("tillfälliga", (6, 6), first=DAY, last=DAY)
        long = team("fasta", (0, 20), first=BEFORE, last=AFTER)

        finding = only(ask(ages_of_two_teams, collaboration(one_day, long)))

        assert finding.subject == "tillfälliga"
        assert dict(finding.data)["ages"] == ("6",)

    def test_a_short_team_hides_no_longer_one(self, ask: Ask) -> None:
        made = collaboration(
            team("lång", (6, 15), first=dt.date(2014, 1, 1)),
            team("kort", (6, 15), first=dt.date(2014, 2, 1), last=dt.date(2014, 2, 28)),
            team("ny", (15, 20), first=DAY),
        )

        assert [
            (finding.subject, dict(finding.data)["other"]) for finding in overlaps(ask, made)
        ] == [
            ("kort", "lång"),
            ("ny", "lång"),
        ]

    def test_a_team_that_met_another_is_met_in_its_turn(self, ask: Ask) -> None:
        made = collaboration(
            team("först", (6, 15), last=BEFORE),
            team("sedan", (6, 15), first=BEFORE, last=AFTER),
            team("sist", (6, 15), first=AFTER),
        )

        told = [(found.subject, dict(found.data)["other"]) for found in overlaps(ask, made)]

        assert told == [("sedan", "först"), ("sist", "sedan")]

    def test_the_first_and_the_last_day_of_the_calendar(self, ask: Ask) -> None:
        made = collaboration(
            team("a", (0, 5), last=dt.date.min), team("b", (0, 5), first=dt.date.max)
        )
        assert ask(ages_of_two_teams, made).held

        everlasting = collaboration(team("a", (0, 5)), team("b", (0, 5), first=dt.date.max))
        assert only(ask(ages_of_two_teams, everlasting)).subject == "b"

    def test_all_ages_that_the_two_have_in_common_are_listed(self, ask: Ask) -> None:
        made = collaboration(
            team("a", (0, 5), first=dt.date(2010, 1, 1), last=dt.date(2020, 12, 31)),
            team("b", (3, 5), first=dt.date(2011, 1, 1)),
            team("c", (0, 9), first=dt.date(2015, 1, 1)),
        )

        second, third = overlaps(ask, made)

        assert (second.subject, dict(second.data)["ages"]) == ("b", ("3–5",))
        assert dict(third.data) == {"team": "c", "other": "a", "ages": ("0–5",)}

    @pytest.mark.parametrize(
        "silent",
        [
            team("b", BACKWARDS),
            team("b", (6, 15), first=AFTER, last=BEFORE),
            attrs.evolve(team("b", (6, 15)), kind=BodyKind.COLLABORATION_GROUP),
            team("a", (6, 15)),
        ],
        ids=["no ages", "on no day", "no team", "one id"],
    )
    def test_what_meets_nobody(self, ask: Ask, silent: Body) -> None:
        assert ask(ages_of_two_teams, collaboration(team("a", (6, 15)), silent)).held
        assert ask(ages_of_two_teams, collaboration(silent, team("a", (6, 15)))).held

    def test_an_id_that_another_body_bore_first_names_no_team(self, ask: Ask) -> None:
        board = attrs.evolve(team("b", None), kind=BodyKind.BOARD)
        made = collaboration(board, team("a", (6, 15)), team("b", (6, 15)))

        assert ask(ages_of_two_teams, made).held

    def test_a_team_without_ages_is_not_judged_and_the_others_are(self, ask: Ask) -> None:
        made = collaboration(team("a", None), team("b", (0, 5)), team("c", (5, 9)))

        judgement = ask(ages_of_two_teams, made)

        assert [finding.subject for finding in judgement.findings] == ["c"]
        assert judgement.not_judged == (NotJudged(code="BOD013", subject="a", lacked="ages"),)

    def test_a_team_alone_meets_nobody_whatever_its_ages(self, ask: Ask) -> None:
        network = attrs.evolve(team("nät", (0, 20)), kind=BodyKind.NETWORK)

        assert ask(ages_of_two_teams, collaboration(team("a", None), network)).held

    def test_without_any_body(self, ask: Ask) -> None:
        assert ask(ages_of_two_teams, collaboration()).not_judged == (
            NotJudged(code="BOD013", lacked="bodies"),
        )


class TestTeamForEachBand:
    """BOD014."""

    PROFILE = Profile(
        name="hagby",
        parameters=Parameters(
            age_bands=(
                AgeBand(from_age=17, to_age=20),
                AgeBand(from_age=1, to_age=5),
                AgeBand(from_age=17, to_age=20),
            )
        ),
    )

    def missing(self, ask: Ask, *bodies: Body) -> list[object]:
        judgement = ask(band_without_team, collaboration(*bodies), DAY, self.PROFILE)
        assert not judgement.not_judged
        for finding in judgement.findings:
            assert (finding.pointer, finding.subject) == ("/bodies", None)
        return [dict(finding.data)["ages"] for finding in judgement.findings]

    def test_a_band_that_no_team_has(self, ask: Ask) -> None:
        made = collaboration(team("små", (1, 5)), team("stora", (16, 20)))

        finding = only(ask(band_without_team, made, DAY, self.PROFILE))

        assert (finding.pointer, finding.subject) == ("/bodies", None)
        assert finding.data == (("ages", "17–20"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Inget konsultationsteam är till för just åldrarna 17–20 år den dag som granskas."
        )
        assert finding.message("en") == (
            "No consultation team is there for just the ages 17–20 on the day asked about."
        )

    def test_each_band_is_told_once_in_the_order_of_the_profile(self, ask: Ask) -> None:
        board = attrs.evolve(team("nämnd", (1, 5)), kind=BodyKind.BOARD)

        assert self.missing(ask, board) == ["17–20", "1–5"]
        assert self.missing(ask, board, team("stora", (17, 20))) == ["1–5"]

    @pytest.mark.parametrize("ages", [(1, 4), (0, 5), (1, 6), (5, 1)])
    def test_the_ages_are_those_and_no_others(self, ask: Ask, ages: Ages) -> None:
        assert self.missing(ask, team("små", ages), team("stora", (17, 20))) == ["1–5"]

    @pytest.mark.parametrize(
        ("first", "last", "there"),
        [
            (DAY, DAY, True),
            (DAY, None, True),
            (None, DAY, True),
            (AFTER, None, False),
            (None, BEFORE, False),
        ],
    )
    def test_the_team_is_there_on_the_day(
        self, ask: Ask, first: dt.date | None, last: dt.date | None, *, there: bool
    ) -> None:
        small = team("små", (1, 5), first, last)

        assert self.missing(ask, small, team("stora", (17, 20))) == ([] if there else ["1–5"])

    def test_a_team_with_a_period_the_wrong_way_round_may_be_the_one_that_is_missing(
        self, ask: Ask
    ) -> None:
        turned = collaboration(team("små", (1, 5), AFTER, BEFORE), team("stora", (17, 20)))
        judgement = ask(band_without_team, turned, DAY, self.PROFILE)
        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="BOD014", subject="små", lacked="period"),)
        other = team("små", (2, 5), AFTER, BEFORE)
        assert self.missing(ask, other, team("stora", (17, 20))) == ["1–5"]

    def test_a_team_without_ages_may_be_the_one_that_is_missing(self, ask: Ask) -> None:
        made = collaboration(team("stora", (17, 20)), team("okänd", None), team("ny", None, AFTER))

        judgement = ask(band_without_team, made, DAY, self.PROFILE)

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="BOD014", subject="okänd", lacked="ages"),)

    def test_where_every_band_has_its_team_another_may_be_silent(self, ask: Ask) -> None:
        assert self.missing(ask, team("a", (1, 5)), team("b", (17, 20)), team("c", None)) == []

    def test_nothing_is_judged_where_nothing_is_required_or_nothing_is_there(
        self, ask: Ask
    ) -> None:
        assert ask(band_without_team, collaboration(team("a", None)), DAY, COMMON).not_judged == (
            NotJudged(code="BOD014", lacked="profile.age_bands"),
        )
        assert ask(band_without_team, collaboration(), DAY, self.PROFILE).not_judged == (
            NotJudged(code="BOD014", lacked="bodies"),
        )


# --- laws --------------------------------------------------------------------------------------

#: A small window across the end of a month, and a day on each side for those without an end.
WINDOW = tuple(dt.date(2015, 2, 26) + dt.timedelta(days=at) for at in range(7))

bands = st.tuples(st.integers(0, 4), st.integers(0, 4))
inner_days = st.none() | st.sampled_from(WINDOW[1:-1])


def began(one: Body) -> dt.date:
    return (one.period or Period()).first_day or dt.date.min


#: Few ids, so that now and then one is used twice.
ids = st.sampled_from("abcdefghij")
teams = st.lists(st.builds(team, ids, bands, inner_days, inner_days), min_size=1, max_size=7)
teams_begun_apart = st.lists(
    st.builds(team, ids, bands, st.sampled_from(WINDOW), inner_days),
    min_size=1,
    max_size=7,
    unique_by=(lambda one: one.id, began),
)


def ages(one: Body) -> set[int]:
    assert one.ages is not None
    return {age for age in range(5) if one.ages.from_age <= age <= one.ages.to_age}


def days(one: Body) -> set[dt.date]:
    period = one.period or Period()
    first, last = period.first_day or WINDOW[0], period.last_day or WINDOW[-1]
    return {day for day in WINDOW if first <= day <= last}


def in_common(one: Body, other: Body) -> set[int]:
    """Give the ages that two teams are both there for on some day."""
    return ages(one) & ages(other) if days(one) & days(other) else set()


def each_with_earlier(bodies: Iterable[Body]) -> list[tuple[Body, list[Body]]]:
    """Give each team with those that began before it, the first of each id alone."""
    firsts = {one.id: one for one in reversed(tuple(bodies))}
    order = [one for one in bodies if firsts[one.id] is one]
    begun = sorted(order, key=began)
    return [(one, begun[:at]) for at, one in enumerate(begun)]


@given(drawn=teams)
def test_a_team_is_told_if_one_that_began_before_has_one_of_its_ages_on_one_of_its_days(
    ask: Ask, drawn: list[Body]
) -> None:
    wanted = {
        one.id
        for one, earlier in each_with_earlier(drawn)
        if any(in_common(one, other) for other in earlier)
    }
    judgement = ask(ages_of_two_teams, collaboration(*drawn))
    found = [finding.subject for finding in judgement.findings]
    assert len(found) == len(set(found))
    assert set(found) == wanted
    assert not judgement.not_judged


@given(drawn=teams)
def test_the_team_that_is_named_began_before_and_has_just_those_ages_in_common(
    ask: Ask, drawn: list[Body]
) -> None:
    met: dict[object, tuple[str, ...]] = {
        (one.id, other.id): spans(in_common(one, other))
        for one, earlier in each_with_earlier(drawn)
        for other in earlier
    }
    for finding in ask(ages_of_two_teams, collaboration(*drawn)).findings:
        data = dict(finding.data)
        assert data["ages"]
        assert met[data["team"], data["other"]] == data["ages"]


@given(drawn=teams, wanted=st.lists(bands, min_size=1, max_size=4))
def test_a_band_is_missing_if_no_team_of_the_day_has_it(
    ask: Ask, drawn: list[Body], wanted: list[tuple[int, int]]
) -> None:
    parameters = Parameters(
        age_bands=tuple(AgeBand(from_age=first, to_age=last) for first, last in wanted)
    )
    bands_of = [(one, (one.ages.from_age, one.ages.to_age)) for one in drawn if one.ages]
    there = {band for one, band in bands_of if DAY in days(one)}
    missing = [band for band in dict.fromkeys(wanted) if band not in there]
    turned = {band for one, band in bands_of if not days(one)}
    unclear = {one.id for one, band in bands_of if band in missing and not days(one)}
    profile = Profile(name="hagby", parameters=parameters)
    judgement = ask(band_without_team, collaboration(*drawn), DAY, profile)
    assert [dict(finding.data)["ages"] for finding in judgement.findings] == [
        f"{first}–{last}" for first, last in missing if (first, last) not in turned
    ]
    assert {one.subject for one in judgement.not_judged} == unclear


@given(drawn=teams_begun_apart, data=st.data())
def test_the_order_of_the_document_decides_only_between_teams_that_began_together(
    ask: Ask, drawn: list[Body], data: st.DataObject
) -> None:
    turned = data.draw(st.permutations(drawn))
    before, after = (overlaps(ask, collaboration(*some)) for some in (drawn, turned))
    assert {found.data for found in before} == {found.data for found in after}


@given(cuts=st.sets(st.integers(1, 130), max_size=6), data=st.data())
def test_teams_that_divide_the_ages_between_them_never_meet(
    ask: Ask, cuts: set[int], data: st.DataObject
) -> None:
    edges = [0, *sorted(cuts), 131]
    apart = [
        team(f"t-{first}", (first, last - 1), data.draw(inner_days), data.draw(inner_days))
        for first, last in itertools.pairwise(edges)
    ]
    assert ask(ages_of_two_teams, collaboration(*data.draw(st.permutations(apart)))).held


@given(drawn=teams, later=bands)
def test_a_team_that_begins_last_changes_nothing_for_those_before(
    ask: Ask, drawn: list[Body], later: tuple[int, int]
) -> None:
    last = team("sist", later, first=WINDOW[-1])
    before, after = (overlaps(ask, collaboration(*some)) for some in (drawn, [*drawn, last]))
    assert tuple(found for found in after if found.subject != "sist") == before


@given(drawn=teams, years=st.integers(-2000, 7000))
def test_it_matters_which_days_they_share_and_not_which_days_those_are(
    ask: Ask, drawn: list[Body], years: int
) -> None:
    by = dt.timedelta(days=365 * years)
    # Without an end is moved nowhere, and lies beyond all days of the window wherever that is.
    moved = [attrs.evolve(one, period=_moved(one.period, by)) for one in drawn]
    assert overlaps(ask, collaboration(*moved)) == overlaps(ask, collaboration(*drawn))


def _moved(period: Period | None, by: dt.timedelta) -> Period | None:
    if period is None:
        return None
    first, last = (day and day + by for day in (period.first_day, period.last_day))
    return Period(first_day=first, last_day=last)


@given(drawn=teams, silent=st.integers(1, 3))
def test_every_team_without_ages_is_spoken_of_and_no_other_for_it(
    ask: Ask, drawn: list[Body], silent: int
) -> None:
    without = [team(f"tyst-{number}", None) for number in range(silent)]
    judgement = ask(ages_of_two_teams, collaboration(*drawn, *without))
    assert [missing.subject for missing in judgement.not_judged] == [one.id for one in without]
    assert judgement.findings == overlaps(ask, collaboration(*drawn))
