"""How many focus areas are open at once: the sweep, against a count of every day by itself."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.focus_limit import open_days, too_many_open
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.time import PartialDate, TimeBox

Ask = Callable[..., Judgement]


def area(
    id_: str, starts: str | None, ends: str | None = None, closed_on: dt.date | None = None
) -> FocusArea:
    box = TimeBox(
        starts=None if starts is None else PartialDate(when=starts),
        ends=None if ends is None else PartialDate(when=ends),
    )
    return FocusArea(id=FocusAreaId(id_), name="Område", time_box=box, closed_on=closed_on)


def asked(limit: int, *areas: FocusArea) -> Judgement:
    profile = Profile(name="egen", parameters=Parameters(focus_area_limit=limit))
    collab = Collaboration(name="Fokus", focus_areas=areas)
    return judged(too_many_open, index(collab), None, profile)


def subjects(judgement: Judgement) -> list[str | None]:
    return [finding.subject for finding in judgement.findings]


def unjudged(judgement: Judgement) -> dict[str | None, str]:
    return {missing.subject: missing.lacked for missing in judgement.not_judged}


# --- whole days --------------------------------------------------------------------------------


def test_the_area_that_opens_when_four_are_open_is_one_too_many(ask: Ask) -> None:
    four = [area(f"fo-{number}", f"2015-0{number}-01", "2015-12-31") for number in range(1, 5)]
    fifth = area("fo-ny", "2015-12-31", "2016-12-31")
    judgement = ask(too_many_open, Collaboration(name="Fokus", focus_areas=(fifth, *four)))
    (finding,) = judgement.findings
    assert (finding.code, finding.pointer, finding.subject) == ("FOC001", "/focus_areas/0", "fo-ny")
    assert finding.data == (
        ("area", "fo-ny"),
        ("limit", 4),
        ("open", 5),
        ("starts", "2015-12-31"),
    )
    assert finding.severity is Severity.WARNING  # the common profile's; the rule itself says error
    assert finding.message("sv") == (
        "Med fokusområdet fo-ny, som startar 2015-12-31, är 5 områden öppna samtidigt; "
        "gränsen är 4."
    )
    assert finding.message("en") == (
        "With focus area fo-ny, which starts 2015-12-31, 5 areas are open at once; the limit is 4."
    )
    assert finding.remedy("sv") == (
        "Styrgruppen avslutar ett av de öppna områdena och anger closed_on, eller väntar med att "
        "öppna fo-ny."
    )
    assert not judgement.not_judged


def test_a_place_is_free_on_the_day_after_an_area_closes() -> None:
    old = area("fo-a", "2014-01-01", "2014-12-31")
    assert asked(1, old, area("fo-b", "2015-01-01", "2015-06-30")).held
    assert subjects(asked(1, old, area("fo-b", "2014-12-31", "2015-06-30"))) == ["fo-b"]


def test_the_day_of_closing_counts_and_not_the_planned_end() -> None:
    new = area("fo-b", "2014-06-01", "2015-06-30")
    early = area("fo-a", "2014-01-01", "2014-12-31", closed_on=dt.date(2014, 5, 31))
    late = area("fo-a", "2014-01-01", "2014-05-31", closed_on=dt.date(2014, 6, 1))
    assert asked(1, early, new).held
    assert subjects(asked(1, late, new)) == ["fo-b"]


def test_an_area_without_an_end_stays_open() -> None:
    assert subjects(asked(1, area("fo-a", "2014-01-01"), area("fo-b", "9999-12-31"))) == ["fo-b"]


def test_of_areas_that_open_on_one_day_the_first_in_the_document_take_the_places() -> None:
    judgement = asked(2, *(area(f"fo-{letter}", "2015-01-01") for letter in "dcba"))
    assert subjects(judgement) == ["fo-b", "fo-a"]
    assert [dict(finding.data)["open"] for finding in judgement.findings] == [3, 4]


def test_an_area_that_ends_before_it_starts_takes_no_place() -> None:
    backwards = area("fo-a", "2015-01-01", "2014-01-01")
    assert asked(1, backwards, area("fo-b", "2014-06-01", "2015-06-01")).held


# --- days known in part ------------------------------------------------------------------------


def test_an_area_without_a_start_cannot_be_judged_and_puts_others_in_doubt() -> None:
    bare = FocusArea(id=FocusAreaId("fo-a"), name="Område")
    assert unjudged(asked(2, bare, area("fo-b", None, "2015-06"))) == {
        "fo-a": "time_box.starts",
        "fo-b": "time_box.starts",
    }
    assert unjudged(asked(1, bare, area("fo-c", "2015-01-01"))) == {
        "fo-a": "time_box.starts",
        "fo-c": "focus_areas",
    }


def test_an_area_without_a_start_puts_nobody_in_doubt_after_its_end() -> None:
    over = area("fo-a", None, "2014-12-31")
    assert unjudged(asked(1, over, area("fo-b", "2015-01-01"))) == {"fo-a": "time_box.starts"}


def test_years_that_may_overlap_leave_a_breach_in_doubt() -> None:
    judgement = asked(1, area("fo-a", "2014", "2015"), area("fo-b", "2015-06-01", "2016"))
    assert unjudged(judgement) == {"fo-b": "focus_areas"}
    assert not judgement.findings


def test_years_that_surely_overlap_are_a_breach() -> None:
    judgement = asked(1, area("fo-a", "2014", "2016"), area("fo-b", "2015", "2017"))
    assert subjects(judgement) == ["fo-b"]
    assert not judgement.not_judged
    assert judgement.findings[0].message("sv") == (
        "Med fokusområdet fo-b, som startar 2015, är 2 områden öppna samtidigt; gränsen är 1."
    )


def test_whichever_of_two_opened_last_both_are_spoken_of() -> None:
    judgement = asked(1, area("fo-a", "2015"), area("fo-b", "2015-06-01"))
    assert subjects(judgement) == ["fo-a"]
    assert unjudged(judgement) == {"fo-b": "focus_areas"}


def test_an_area_whose_own_start_is_vague_lacks_just_that() -> None:
    vague, exact = area("fo-a", "2015", "2016-01"), area("fo-b", "2015-06-01", "2015-06-30")
    assert unjudged(asked(1, vague, exact)) == {"fo-a": "time_box.starts", "fo-b": "focus_areas"}


def test_vague_areas_that_cannot_meet_are_in_no_doubt() -> None:
    assert asked(1, area("fo-a", "2014", "2014"), area("fo-b", "2015", "2015")).held


# --- what it means to be open ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("area_", "days"),
    [
        (area("fo-a", "2014", "2015"), ("2014", "2015")),
        (area("fo-a", "2014"), ("2014", None)),
        (area("fo-a", None, "2015", dt.date(2014, 5, 1)), (None, "2014-05-01")),
        (FocusArea(id=FocusAreaId("fo-a"), name="Område"), (None, None)),
    ],
)
def test_an_area_is_open_from_its_start_until_it_is_closed_or_its_time_is_up(
    area_: FocusArea, days: tuple[str | None, str | None]
) -> None:
    assert tuple(day and day.when for day in open_days(area_)) == days


# --- laws --------------------------------------------------------------------------------------

FIRST_DAY = dt.date(2015, 1, 25)
#: A small window across the end of a month, so that days and months meet.
WINDOW = [FIRST_DAY + dt.timedelta(days=number) for number in range(14)]

window_days = st.sampled_from(WINDOW).map(dt.date.isoformat)
window_months = st.sampled_from(["2015-01", "2015-02", "2015"])


@st.composite
def whole_areas(draw: st.DrawFn) -> tuple[FocusArea, ...]:
    """Draw areas of which every day is known; some end before they start."""
    return _areas(draw, window_days, window_days)


@st.composite
def vague_areas(draw: st.DrawFn) -> tuple[FocusArea, ...]:
    """Draw areas of which some days are known by month or year only, some starts not at all."""
    days = window_days | window_months
    return _areas(draw, st.none() | days, days)


def _areas(
    draw: st.DrawFn, starts: st.SearchStrategy[str | None], ends: st.SearchStrategy[str]
) -> tuple[FocusArea, ...]:
    closings = st.none() | st.sampled_from(WINDOW)
    spans = draw(st.lists(st.tuples(starts, st.none() | ends, closings), min_size=1, max_size=7))
    return tuple(area(f"fo-{number}", *span) for number, span in enumerate(spans))


def counted(limit: int, areas: tuple[FocusArea, ...]) -> dict[str, int]:
    """Count, day by day and area by area, which areas open over the limit."""
    over: dict[str, int] = {}
    for day in WINDOW:
        already = [one for one in areas if is_open(one, day) and not opens(one, day)]
        for one in areas:
            if opens(one, day) and is_open(one, day):
                already.append(one)
                if len(already) > limit:
                    over[one.id] = len(already)
    return over


def is_open(one: FocusArea, day: dt.date) -> bool:
    starts, ends = open_days(one)
    assert starts is not None
    return starts.earliest <= day and (ends is None or day <= ends.latest)


def opens(one: FocusArea, day: dt.date) -> bool:
    starts, _ = open_days(one)
    assert starts is not None
    return starts.earliest == day


@given(limit=st.integers(1, 4), areas=whole_areas())
def test_the_sweep_finds_what_a_count_of_each_day_finds(
    limit: int, areas: tuple[FocusArea, ...]
) -> None:
    judgement = asked(limit, *areas)
    found = {finding.subject: dict(finding.data)["open"] for finding in judgement.findings}
    assert found == counted(limit, areas)
    assert not judgement.not_judged


def settled(data: st.DataObject, one: FocusArea) -> FocusArea:
    """Choose a whole day of the window for each day that is known in part, and for the start."""

    def chosen(day: PartialDate) -> PartialDate:
        first, last = max(day.earliest, WINDOW[0]), min(day.latest, WINDOW[-1])
        return PartialDate(when=data.draw(st.dates(first, last)).isoformat())

    box = one.time_box or TimeBox()
    starts = chosen(box.starts or PartialDate(when="2015"))
    ends = None if box.ends is None else chosen(box.ends)
    return attrs.evolve(one, time_box=TimeBox(starts=starts, ends=ends))


@given(limit=st.integers(1, 3), areas=vague_areas(), data=st.data())
def test_silence_holds_whatever_the_unknown_days_turn_out_to_be(
    limit: int, areas: tuple[FocusArea, ...], data: st.DataObject
) -> None:
    judgement = asked(limit, *areas)
    spoken_of = {*subjects(judgement), *unjudged(judgement)}
    known = tuple(settled(data, one) for one in areas)
    assert set(counted(limit, known)) <= spoken_of


@given(limit=st.integers(1, 3), areas=vague_areas(), data=st.data())
def test_a_breach_is_one_whatever_the_unknown_days_turn_out_to_be(
    limit: int, areas: tuple[FocusArea, ...], data: st.DataObject
) -> None:
    known = tuple(settled(data, one) for one in areas)
    if asked(limit, *areas).findings:
        assert counted(limit, known)


def test_many_areas_take_no_square_of_their_number() -> None:
    days = [(dt.date(2000, 1, 1) + dt.timedelta(days=at)).isoformat() for at in range(3000)]
    judgement = asked(1000, *(area(day, day) for day in days))
    assert len(judgement.findings) == 2000


def test_an_area_without_a_start_is_not_judged(ask: Ask) -> None:
    collab = Collaboration(name="Fokus", focus_areas=(area("fo-a", None),))
    assert ask(too_many_open, collab).not_judged == (
        NotJudged(code="FOC001", subject="fo-a", lacked="time_box.starts"),
    )
