"""Laws of planning: what is missing is all that is missing, and what is foretold comes true."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.findings.finding import Finding, Force, Pillar, Severity
from samverkan_core.indexing import index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.planning import (
    Done,
    NextStep,
    Outcome,
    Refused,
    advance,
    appoint,
    close_area,
    departures,
    earliest_slot,
    end_appointment,
    next_step,
    open_area,
    step_back,
)
from samverkan_core.planning.leaving import leaving, staying, turning_days
from samverkan_core.process.step import JourneyEntry, Move, Step, move
from samverkan_core.rules.focus_limit import open_days
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.profile import Parameters, Profile, StepRequirement
from samverkan_core.rules.profiles.steps import PROPOSED_REQUIREMENTS
from samverkan_core.testing.edit import replaced
from samverkan_core.testing.strategies import collaborations, profiles, worlds
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.time import PartialDate, Period, TimeBox

World = tuple[Collaboration, dt.date]
#: Each of these asks every rule many times over.
few = settings(max_examples=max(5, settings().max_examples // 5))

DAY = dt.timedelta(days=1)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))
SHIPPED = st.sampled_from([None, *PROFILES.values()])


def on(day: dt.date) -> PartialDate:
    return PartialDate(when=day.isoformat())


# --- the next step -----------------------------------------------------------------------------

#: Code of a rule -> the members of a focus area without which it is broken.
PARTS = {
    "FOC002": ("grounds",),
    "FOC003": ("time_box",),
    "FOC005": ("working_group",),
    "FOC006": ("coordinators",),
    "FOC007": ("assignment", "responsibility", "delimitation", "goal"),
    "FOC008": ("perspectives",),
}
ASKING = Profile(
    name="krav inför varje steg",
    step_requirements=tuple(StepRequirement(step=step, codes=tuple(PARTS)) for step in Step),
)


def bare(area: FocusArea, codes: set[str]) -> FocusArea:
    """Take out of an area all that some rules ask for."""
    empty = attrs.fields_dict(FocusArea)
    gone: dict[str, Any] = {name: empty[name].default for code in codes for name in PARTS[code]}
    return attrs.evolve(area, **gone)


@st.composite
def standing_still(draw: st.DrawFn) -> tuple[Collaboration, FocusArea, dt.date]:
    """Draw a lawful world with an area that can take a step on its day."""
    collab, at = draw(worlds())
    able = [
        area
        for area in collab.focus_areas
        if area.active_on(at) and (not area.journey or area.journey[-1].step is not Step.CONCLUDE)
    ]
    if able:
        return collab, draw(st.sampled_from(able)), at
    area = next(area for area in collab.focus_areas if area.active_on(at))
    back = attrs.evolve(area, journey=area.journey[:1])
    return replaced(collab, area, back), back, at


@given(world=standing_still())
def test_the_next_step_of_a_lawful_area_may_be_taken(
    world: tuple[Collaboration, FocusArea, dt.date],
) -> None:
    collab, area, at = world
    for profile in (None, ASKING, Profile(name="förslag", step_requirements=PROPOSED_REQUIREMENTS)):
        answer = next_step(collab, area.id, at=at, profile=profile)
        assert answer.allowed, answer.missing
        assert answer.step is not None
        outcome = advance(collab, area.id, at=at, profile=profile)
        assert isinstance(outcome, Done)
        taken = next(one for one in outcome.collaboration.focus_areas if one.id == area.id)
        assert taken.journey == (*area.journey, JourneyEntry(step=answer.step, day=on(at)))


@given(world=standing_still(), lost=st.sets(st.sampled_from(sorted(PARTS)), min_size=1))
def test_what_is_missing_is_all_that_is_missing_and_each_of_it_is_needed(
    world: tuple[Collaboration, FocusArea, dt.date], lost: set[str]
) -> None:
    collab, area, at = world

    def ask(codes: set[str]) -> NextStep:
        return next_step(replaced(collab, area, bare(area, codes)), area.id, at=at, profile=ASKING)

    answer = ask(lost)
    assert not answer.allowed
    assert {one.code for one in answer.missing} == lost
    assert all(one.subject == area.id for one in answer.missing)
    # All of it done: the step is open. Any one left out: it is not, and that one is what is said.
    assert ask(set()).allowed
    for code in lost:
        left = ask({code})
        assert not left.allowed
        assert {one.code for one in left.missing} == {code}


@given(world=standing_still(), lost=st.sets(st.sampled_from(sorted(PARTS))))
def test_no_proposal_blocks_a_step_where_no_profile_turns_it_on(
    world: tuple[Collaboration, FocusArea, dt.date], lost: set[str]
) -> None:
    collab, area, at = world
    before = replaced(collab, area, bare(area, lost - {"FOC003"}))
    assert next_step(before, area.id, at=at).allowed


@given(collab=collaborations(), at=DAYS, profile=profiles())
def test_of_any_document_it_can_be_said_what_is_missing(
    collab: Collaboration, at: dt.date, profile: Profile
) -> None:
    for id_ in (None, *(area.id for area in collab.focus_areas)):
        answer = next_step(collab, id_, at=at, profile=profile)
        assert answer.allowed == (answer.step is not None and not answer.missing)
        assert answer == next_step(index(collab), id_, at=at, profile=profile)
        assert list(answer.by) == sorted(set(answer.by))
        asked = [one for one in answer.missing if isinstance(one, Finding)]
        assert asked == sorted(asked)
        if answer.step is not None:
            same = advance(collab, id_, at=at, profile=profile)
            assert isinstance(same, Refused) or answer.allowed
            if not answer.allowed:
                assert same == Refused(missing=answer.missing)


# --- operations --------------------------------------------------------------------------------


def arisen(before: Collaboration, after: Collaboration, at: dt.date) -> list[Finding]:
    there = {(one.code, one.subject, one.data) for one in check(before, at=at)}
    found = check(after, at=at)
    return [one for one in found if (one.code, one.subject, one.data) not in there]


def keeps_its_word(before: Collaboration, outcome: Outcome, at: dt.date) -> None:
    """What is done breaks nothing that blocks, and tells of all else; a refusal has its reasons."""
    if isinstance(outcome, Refused):
        assert outcome.missing
        return
    found = arisen(before, outcome.collaboration, at)
    assert list(outcome.remarks) == found
    assert not [one for one in found if one.severity is Severity.ERROR]
    assert all(one.force is Force.PROPOSAL or one.severity is Severity.INFO for one in found)


@few
@given(world=worlds(), data=st.data())
def test_an_operation_breaks_nothing_or_is_refused_and_changes_nothing(
    world: World, data: st.DataObject
) -> None:
    collab, at = world
    written = repr(collab)
    area = data.draw(st.sampled_from(collab.focus_areas))
    day = at + data.draw(st.integers(-400, 400)) * DAY
    keeps_its_word(collab, advance(collab, area.id, at=day), day)
    keeps_its_word(collab, advance(collab, at=day), day)
    if area.closed_on is None:
        keeps_its_word(collab, close_area(collab, area.id, at=day), day)
    new = attrs.evolve(area, id=FocusAreaId("ett nytt område"), journey=(), working_group=None)
    keeps_its_word(collab, open_area(collab, new, at=day), day)
    one = data.draw(st.sampled_from(collab.appointments))
    last = one.period.last_day
    if last is None or last > day:
        keeps_its_word(collab, end_appointment(collab, one.id, last_day=day), day + DAY)
    later = attrs.evolve(one, period=Period(first_day=day))
    assert isinstance(appoint(collab, later), Refused)  # of two things with one id
    assert repr(collab) == written


@few
@given(world=standing_still(), data=st.data())
def test_a_way_forward_can_be_gone_back_for_a_reason(
    world: tuple[Collaboration, FocusArea, dt.date], data: st.DataObject
) -> None:
    collab, area, at = world
    forward = advance(collab, area.id, at=at)
    assert isinstance(forward, Done)
    now = next_step(collab, area.id, at=at).step
    assert now is not None
    behind = [step for step in Step if move(now, step) is Move.BACK]
    if behind:
        to = data.draw(st.sampled_from(behind))
        back = step_back(forward.collaboration, area.id, to, reason="Vi saknade ett svar.", at=at)
        assert isinstance(back, Done)
        assert not back.remarks


# --- the earliest slot -------------------------------------------------------------------------


@st.composite
def crowded(draw: st.DrawFn) -> tuple[Collaboration, Profile]:
    """Draw areas within few weeks, some of them known by month only, and a limit."""
    start = dt.date(2015, 1, 1)
    day = st.integers(0, 70).map(lambda number: start + number * DAY)
    partial = day.map(on) | day.map(lambda one: PartialDate(when=one.isoformat()[:7]))
    end = st.none() | st.sampled_from([*[True] * 6])
    areas = []
    for number in range(draw(st.integers(0, 6))):
        ends = draw(partial) if draw(end) else None
        box = TimeBox(starts=draw(st.none() | partial | partial), ends=ends)
        areas.append(
            FocusArea(
                id=FocusAreaId(f"område {number}"),
                name="Ett område",
                time_box=draw(st.sampled_from((box, box, box, None))),
                closed_on=draw(st.none() | day),
            )
        )
    limit = Parameters(focus_area_limit=draw(st.integers(1, 4)))
    collab = Collaboration(name="Fokus", focus_areas=tuple(areas))
    return collab, Profile(name="gränsen", parameters=limit)


def may_be_open(collab: Collaboration, day: dt.date) -> list[str]:
    """Give the areas that may be open on a day, by what is known of each."""
    return [
        area.id
        for area, (starts, ends) in zip(
            collab.focus_areas, map(open_days, collab.focus_areas), strict=True
        )
        if (starts is None or starts.earliest <= day) and (ends is None or day <= ends.latest)
    ]


@given(crowd=crowded(), days=st.integers(1, 40), after=st.integers(0, 90))
def test_the_earliest_slot_is_what_a_search_day_by_day_finds(
    crowd: tuple[Collaboration, Profile], days: int, after: int
) -> None:
    collab, profile = crowd
    limit = profile.parameters.focus_area_limit
    first = dt.date(2015, 1, 1) + after * DAY
    # After all days that are drawn nothing changes any more, but for what is never closed.
    span = [first + number * DAY for number in range(200)]
    free = [len(may_be_open(collab, day)) < limit for day in span]
    fits = [number for number in range(150) if all(free[number : number + days])]
    slot = earliest_slot(collab, days=days, not_before=first, profile=profile)
    if not fits:
        assert slot.period is None
        assert slot.full[-1].period.last_day is None
        return
    begins = span[fits[0]]
    assert slot.period == Period(first_day=begins, last_day=begins + (days - 1) * DAY)
    told = {day for full in slot.full for day in days_of(full.period, span[-1])}
    assert told == {day for day, open_ in zip(span, free, strict=True) if not open_ if day < begins}
    for full in slot.full:
        there = {id_ for day in days_of(full.period, span[-1]) for id_ in may_be_open(collab, day)}
        assert set(full.areas) == there


def days_of(period: Period, end: dt.date) -> Iterator[dt.date]:
    day = period.first_day
    assert day is not None
    while day <= (period.last_day or end):
        yield day
        day += DAY


@given(crowd=crowded(), days=st.integers(1, 40))
def test_an_area_put_into_the_slot_breaks_no_limit(
    crowd: tuple[Collaboration, Profile], days: int
) -> None:
    collab, profile = crowd
    slot = earliest_slot(collab, days=days, not_before=dt.date(2015, 1, 10), profile=profile)
    if slot.period is None or slot.period.first_day is None or slot.period.last_day is None:
        return
    box = TimeBox(starts=on(slot.period.first_day), ends=on(slot.period.last_day))
    new = FocusArea(id=FocusAreaId("nytt"), name="Ett nytt område", time_box=box)
    after = attrs.evolve(collab, focus_areas=(*collab.focus_areas, new))
    over = {one.subject for one in check(after, profile=profile).by_code("FOC001")}
    assert over == {one.subject for one in check(collab, profile=profile).by_code("FOC001")}


# --- departures --------------------------------------------------------------------------------


def from_scratch(
    before: Collaboration, after: Collaboration, day: dt.date, profile: Profile | None
) -> set[tuple[object, ...]]:
    """Give what every rule says of the one document and not of the other."""

    def said(collab: Collaboration) -> set[tuple[object, ...]]:
        findings = check(collab, at=day, profile=profile)
        return {
            (one.code, one.subject, one.data) for one in findings if one.pillar is not Pillar.FORMAT
        }

    return said(after) - said(before)


def comes_true(collab: Collaboration, at: dt.date, profile: Profile | None) -> None:
    found = departures(collab, at=at, profile=profile)
    assert [one.person for one in found] == list(dict.fromkeys(p.id for p in collab.persons))
    book = index(collab)
    for one in found:
        seen: set[tuple[object, ...]] = set()
        stays = staying(book, one.person, at).collaboration
        leaves = leaving(book, one.person, at).collaboration
        for day in turning_days(book, one.person, at):
            new = from_scratch(stays, leaves, day, profile) - seen
            seen |= new
            told = {
                (it.finding.code, it.finding.subject, it.finding.data)
                for it in one.breaks
                if it.day == day
            }
            assert told == new
        assert set(one.codes) == {code for code, *_ in seen}


@few
@given(collab=collaborations(), at=DAYS, profile=SHIPPED)
def test_what_a_departure_breaks_is_what_checking_from_scratch_finds(
    collab: Collaboration, at: dt.date, profile: Profile | None
) -> None:
    comes_true(collab, at, profile)


@few
@given(world=worlds(), ahead=st.integers(0, 400))
def test_so_it_is_in_a_lawful_world(world: World, ahead: int) -> None:
    collab, at = world
    comes_true(collab, at + ahead * DAY, None)


@few
@given(world=worlds())
def test_who_leaves_is_in_office_no_longer_and_nobody_else_is_touched(world: World) -> None:
    collab, at = world
    book = index(collab)
    for person in collab.persons:
        after = leaving(book, person.id, at).collaboration
        assert not [
            one
            for one in after.appointments
            if one.person == person.id and (one.period.last_day or dt.date.max) > at
        ]
        others = [one for one in collab.appointments if one.person != person.id]
        assert [one for one in after.appointments if one.person != person.id] == others
        named = {str(id_) for one in after.mandates for id_ in (*one.granted_to, *one.substitutes)}
        assert person.id not in named


@few
@given(world=worlds())
def test_it_turns_on_no_day_between_the_days_that_are_asked_about(world: World) -> None:
    """Between two turning days what a departure breaks stays the same in a lawful world."""
    collab, at = world
    book = index(collab)
    for person in collab.persons[:2]:
        leaves = leaving(book, person.id, at).collaboration
        stays = staying(book, person.id, at).collaboration
        days = turning_days(book, person.id, at)
        for first, beyond in zip(days, (*days[1:], days[-1] + 30 * DAY), strict=True):
            middle = first + (beyond - first) // 2
            codes = {code for code, *_ in from_scratch(stays, leaves, middle, None)}
            assert codes <= {code for code, *_ in from_scratch(stays, leaves, first, None)}
