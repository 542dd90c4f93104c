"""No rule has anything to say about a lawful world, and what breaks it can rely on its parts."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_core.authority.roots import citation
from samverkan_core.checking import check
from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Finding
from samverkan_core.findings.report import Report
from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anatomy import COLLECTIONS, parts, references
from samverkan_core.model.body import Body, BodyKind, SeatCategory
from samverkan_core.model.collaboration import Collaboration, Stage
from samverkan_core.model.common import IdentifierSystem
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.mandate import Mandate, MandateKind
from samverkan_core.model.role import Level, RoleFunction, RoleKind
from samverkan_core.process.step import TRANSITIONS, Step
from samverkan_core.reference.citations import Standing
from samverkan_core.reference.municipalities import known, municipality
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.serialization.load import read
from samverkan_core.serialization.write import dumps
from samverkan_core.testing.strategies import profiles, worlds
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.identifiers import is_organisation_number
from samverkan_core.values.ids import BodyId, RoleId
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

World = tuple[Collaboration, dt.date]
#: What breaks a world relies on many things; each of those gets a part of the examples.
fewer = settings(max_examples=settings().max_examples // 3)
every_profile = pytest.mark.parametrize("profile", PROFILES)

#: Collections that every world has; of the others it has some, and a rule about one that is empty
#: has nothing to judge.
EVERYWHERE = {
    *("actors", "persons", "roles", "appointments", "bodies", "matters", "mandates"),
    *("documents", "target_groups", "focus_areas"),
}

#: Of a focus area that has not begun, nobody can say how it goes through the steps; of one that
#: nobody has measured while another is, nobody can say whether measuring shows progress.
NOT_YET = {"STP001", "STP002", "STP003", "STP004", "STP007", "RDY006"}
#: What an activity, an indicator or a meeting need not tell, so that nobody can say of all of them.
NEED_NOT_TELL = {
    *("ACV020", "ACV021", "ACV022", "ACV023", "ACV024", "ACV025", "ACV026"),
    *("GOA021", "IND020", "IND021", "IND022", "MET020"),
}

#: Before this day nobody has read when a term of office ends.
FIRST_TERM_READ = dt.date(2014, 10, 15)

#: What a world may do without, and the rule that then has nothing to judge.
NOT_SHOWN = {
    ("ACT050", "activities.kind"),
    ("ACT051", "actors.professions"),
    ("COL201", "driver"),
    ("COL202", "analysis"),
    ("RAT003", "self_ratings.about"),
    ("COL102", "builds_on"),
    ("END001", "endorsements"),
    ("GOA006", "milestones"),
    ("MET011", "meetings"),
    ("MET012", "meetings"),
    ("ROL006", "roles.joint_duties"),
}


def said(findings: Iterable[Finding]) -> list[str]:
    return [f"{finding.code} {finding.pointer}: {finding.message('en')}" for finding in findings]


def asks_nothing(parameters: Parameters) -> set[tuple[str, str]]:
    """Give each rule that rests on a demand that is not made, with the demand."""
    return {
        (rule.code, f"profile.{name}")
        for rule in RULES
        for name in rule.parameters
        if not getattr(parameters, name)
    }


def is_silent(report: Report) -> None:
    assert not said(report)
    assert not report.accepted
    assert not report.not_run


def can_be_judged(collab: Collaboration, report: Report, parameters: Parameters) -> None:
    found = {(missing.code, missing.lacked) for missing in report.not_judged}
    empty = {name for name in COLLECTIONS if not getattr(collab, name)} - EVERYWHERE
    lacking = {(rule.code, rule.about) for rule in RULES if rule.about in empty}
    if not collab.journey:
        lacking.add(("STP006", "journey"))
    if report.stamp.day is not None and report.stamp.day < FIRST_TERM_READ:
        lacking.add(("COL101", "term_of_office"))
    unasked = lacking | asks_nothing(parameters) | NOT_SHOWN
    assert {code for code, _ in found - unasked} <= NOT_YET | NEED_NOT_TELL


@every_profile
@given(data=st.data())
def test_no_rule_finds_anything(profile: str, data: st.DataObject) -> None:
    collab, at = data.draw(worlds(profile))
    report = check(collab, at=at)
    assert report.stamp.profile == profile
    is_silent(report)


@every_profile
@fewer
@given(data=st.data())
def test_every_rule_can_judge_it(profile: str, data: st.DataObject) -> None:
    collab, at = data.draw(worlds(profile))
    can_be_judged(collab, check(collab, at=at), PROFILES[profile].parameters)


Own = tuple[Profile, World]


def under(profile: Profile) -> st.SearchStrategy[Own]:
    return st.tuples(st.just(profile), worlds(profile))


@given(own=profiles().flatmap(under))
def test_no_rule_finds_anything_under_a_profile_of_ones_own(own: Own) -> None:
    profile, (collab, at) = own
    report = check(collab, at=at, profile=profile)
    is_silent(report)
    can_be_judged(collab, report, profile.parameters)
    assert collab.profile is None


def demanded(profile: Profile) -> Parameters:
    """Give the numbers of a profile that a rule which it does not leave out rests on."""
    applying = (rule for rule in RULES if rule.code not in profile.without)
    named = {name for rule in applying for name in rule.parameters}
    kept = {name: getattr(profile.parameters, name) for name in named}
    return attrs.evolve(Parameters(), **kept)


@fewer
@given(own=profiles().flatmap(under))
def test_a_world_has_whom_and_what_the_profile_demands(own: Own) -> None:
    profile, (collab, at) = own
    asked = demanded(profile)
    assert set(asked.required_actors) <= {a.kind for a in collab.actors if holds(a.period, at)}
    assert set(asked.required_bodies) <= {b.kind for b in collab.bodies if holds(b.period, at)}
    there = {role.function for role in collab.roles if holds(role.period, at)}
    assert set(asked.required_functions) <= there
    ages = [without_kept(group.ages) for group in collab.target_groups]
    assert asked.target_ages is None or asked.target_ages in ages
    for composition in asked.compositions:
        for body in bodies(collab, composition.kind):
            assert {seat.category for seat in body.seats} >= set(composition.categories)


@fewer
@given(own=profiles().flatmap(under))
def test_a_world_has_a_team_for_each_band_of_ages_and_few_open_areas(own: Own) -> None:
    profile, (collab, at) = own
    asked = profile.parameters
    teams = bodies(collab, BodyKind.CONSULTATION_TEAM)
    if asked.age_bands and "BOD014" not in profile.without:
        now = [without_kept(team.ages) for team in teams if holds(team.period, at)]
        assert sorted(map(attrs.astuple, filter(None, now))) == sorted(
            map(attrs.astuple, asked.age_bands)
        )
    if "FOC001" not in profile.without:
        assert len(collab.focus_areas) <= asked.focus_area_limit


def without_kept(ages: AgeBand | None) -> AgeBand | None:
    return ages and AgeBand(from_age=ages.from_age, to_age=ages.to_age)


@given(world=worlds())
def test_it_reads_back_as_itself_without_a_word(world: World) -> None:
    collab, _ = world
    loaded = read(dumps(collab))
    assert loaded.value == collab
    assert not said(loaded.report)


# What `testing.breaks` relies on.


def holds(period: Period | None, at: dt.date) -> bool:
    return period is None or period.holds_on(at)


def taking_part(collab: Collaboration) -> list[Actor]:
    above = {actor.principal for actor in collab.actors} | {a.part_of for a in collab.actors}
    return [a for a in collab.actors if a.id not in above and a.id not in collab.principals]


def bodies(collab: Collaboration, kind: BodyKind) -> list[Body]:
    return [body for body in collab.bodies if body.kind is kind]


def steering_group(collab: Collaboration, at: dt.date) -> Body:
    groups = bodies(collab, BodyKind.STEERING_GROUP)
    (group,) = (group for group in groups if holds(group.period, at))
    return group


@fewer
@given(world=worlds())
def test_every_id_is_one_things_and_every_reference_leads_to_one(world: World) -> None:
    collab, _ = world
    named = [thing.id for name in COLLECTIONS for thing in getattr(collab, name)]
    assert len(set(named)) == len(named) >= 20
    book = index(collab)
    for place, target, into in references(collab):
        assert any(book.shelves[name].get(target) for name in into), place


@fewer
@given(world=worlds())
def test_the_municipality_is_a_principal_with_its_numbers(world: World) -> None:
    collab, at = world
    (one,) = (a for a in collab.actors if a.kind is ActorKind.MUNICIPALITY)
    assert one.id in collab.principals
    given = {(identifier.system, identifier.value) for identifier in one.identifiers}
    codes = [code for system, code in given if system is IdentifierSystem.MUNICIPALITY_CODE]
    assert len(codes) == known(at)
    assert all(municipality(code, at) for code in codes)
    numbers = [n for system, n in given if system is IdentifierSystem.ORGANISATION_NUMBER]
    assert numbers
    assert all(map(is_organisation_number, numbers))


@fewer
@given(world=worlds())
def test_three_or_more_take_part_each_with_its_own(world: World) -> None:
    collab, _ = world
    units = taking_part(collab)
    assert len(units) >= 3
    assert {ActorKind.SCHOOL, ActorKind.SOCIAL_SERVICES} <= {unit.kind for unit in units}
    assert len({frozenset(unit.competences) for unit in units}) == len(units)
    assert all(unit.contribution and unit.competences for unit in units)


@fewer
@given(world=worlds())
def test_the_collaboration_says_what_it_is_and_rests_on(world: World) -> None:
    collab, at = world
    assert collab.political_assignment
    assert all((collab.purpose, collab.method, collab.stance))
    last = collab.lifecycle[-1]
    if last.stage is Stage.PERMANENT:
        assert last.decision
    else:
        assert last.stage is Stage.PROJECT
        assert last.planned_end
        assert last.planned_end.earliest >= at
        leaders = {RoleFunction.MAIN_PROJECT_LEADER, RoleFunction.PROJECT_LEADER}
        assert leaders & {role.function for role in collab.roles}


@fewer
@given(world=worlds())
def test_there_are_roles_on_every_level_and_the_permanent_ones_are_held(world: World) -> None:
    collab, at = world
    assert {role.level for role in collab.roles} >= set(Level)
    assert RoleFunction.COORDINATOR in {role.function for role in collab.roles}
    permanent = [role for role in collab.roles if role.permanent]
    functions = {RoleFunction.COLLABORATION_LEADER, RoleFunction.PUBLIC_HEALTH_PLANNER}
    assert {role.function for role in permanent} == functions
    held = {str(held.office) for held in collab.appointments if held.period.holds_on(at)}
    for role in permanent:
        assert role.duties
        assert holds(role.period, at)
        assert role.id in held


@fewer
@given(world=worlds())
def test_the_steering_group_has_everyone_at_the_table(world: World) -> None:
    collab, at = world
    group, book = steering_group(collab, at), index(collab).whole
    assert group.purpose
    assert group.goal
    assert {seat.on_behalf_of for seat in group.seats} == {a.id for a in taking_part(collab)}
    roles = [book.roles.get(seat.role) for seat in group.seats]
    assert {role.level for role in roles if role} == {Level.ADMINISTRATIVE}
    assert all(roles)


@fewer
@given(world=worlds())
def test_councils_networks_and_groups_are_made_up_as_they_should(world: World) -> None:
    collab, _ = world
    kinds = {actor.id: actor.kind for actor in collab.actors}
    assert len(bodies(collab, BodyKind.BOARD)) >= 2
    (council,) = bodies(collab, BodyKind.CHILDRENS_COUNCIL)
    assert council.decided_by
    needed = {SeatCategory.ELECTED, SeatCategory.OFFICIAL, SeatCategory.INTEREST_ORGANISATION}
    assert needed <= {seat.category for seat in council.seats}
    (network,) = bodies(collab, BodyKind.CHILD_RIGHTS_NETWORK)
    assert len({seat.on_behalf_of for seat in network.seats} - {None}) >= 2
    (support,) = bodies(collab, BodyKind.SUPPORT_GROUP)
    leading = {
        kinds[seat.on_behalf_of] for seat in support.seats if seat.leads and seat.on_behalf_of
    }
    assert leading == {ActorKind.SCHOOL, ActorKind.SOCIAL_SERVICES}
    assert all(body.is_elected or body.actor or body.part_of for body in collab.bodies)


@fewer
@given(world=worlds())
def test_target_groups_are_whole_and_their_ages_covered_and_none_beyond(world: World) -> None:
    collab, _ = world
    bands = [set(body.ages.ages()) for body in collab.bodies if body.ages]
    assert bands
    assert collab.target_groups
    groups = []
    for group in collab.target_groups:
        assert group.ages
        assert group.conditions
        assert group.includes_parents
        groups.append(set(group.ages.ages()))
    assert set().union(*bands) == set().union(*groups)
    assert all(any(band <= ages for ages in groups) for band in bands)


@fewer
@given(world=worlds())
def test_focus_areas_are_few_and_whole_and_one_is_open(world: World) -> None:
    collab, at = world
    areas = collab.focus_areas
    assert 1 <= len(areas) <= 4
    assert any(area.active_on(at) for area in areas)
    assert len({area.working_group for area in areas}) == len(areas)
    for area in areas:
        assert all((area.assignment, area.responsibility, area.delimitation, area.goal))
        assert area.grounds
        assert area.coordinators
        assert area.perspectives
        views = area.perspectives
        assert all((views.rights, views.general, views.own_voice))
        assert area.time_box
        assert area.time_box.starts
        assert area.time_box.ends


@fewer
@given(world=worlds())
def test_working_groups_are_appointed_for_their_competence(world: World) -> None:
    collab, at = world
    steering, book = steering_group(collab, at).id, index(collab).whole
    for area in collab.focus_areas:
        group = book.bodies.get(area.working_group)
        assert group
        assert group.seats
        assert all(seat.competence and seat.appointed_by == steering for seat in group.seats)


def open_areas(world: World) -> Iterator[FocusArea]:
    collab, at = world
    return (area for area in collab.focus_areas if area.active_on(at))


@fewer
@given(world=worlds())
def test_open_areas_go_their_way_in_order_and_have_time_left(world: World) -> None:
    for area in open_areas(world):
        assert area.closed_on is None
        assert area.time_box
        assert area.time_box.ends
        assert area.time_box.ends.earliest >= world[1]
        steps = [entry.step for entry in area.journey]
        assert steps[0] is Step.INITIATE
        assert all(after in TRANSITIONS[before] for before, after in pairwise(steps))
        days = [entry.day for entry in area.journey]
        for before, after in pairwise(days):
            assert before == after or before.latest < after.earliest
        assert days[-1].latest <= world[1]


@fewer
@given(world=worlds())
def test_everyone_is_party_to_something_in_force(world: World) -> None:
    collab, at = world
    pacts = {DocumentKind.AGREEMENT, DocumentKind.JOINT_AGREEMENT, DocumentKind.GUIDELINE}
    (pact,) = (document for document in collab.documents if document.kind in pacts)
    assert holds(pact.period, at)
    assert {actor.id for actor in taking_part(collab)} <= set(pact.parties)


@fewer
@given(world=worlds())
def test_the_plan_is_decided_and_carried_out_by_every_board(world: World) -> None:
    collab, _ = world
    (plan,) = (d for d in collab.documents if d.kind is DocumentKind.ACTION_PLAN)
    boards = {body.id for body in bodies(collab, BodyKind.BOARD)}
    assert len(plan.concerns) >= 2
    assert boards >= set(plan.concerns) == {decision.body for decision in plan.decided_by}
    carried_out = {
        decision.body
        for document in collab.documents
        if document.kind is DocumentKind.IMPLEMENTATION_PLAN and plan.id in document.derives_from
        for decision in document.decided_by
    }
    assert carried_out >= set(plan.concerns)


@fewer
@given(world=worlds())
def test_every_mandate_and_appointment_has_a_first_day(world: World) -> None:
    collab, _ = world
    assert collab.mandates
    periods = [thing.period for thing in collab.mandates]
    periods += [thing.period for thing in collab.appointments]
    assert all(period.first_day for period in periods)


@fewer
@given(world=worlds())
def test_no_period_ends_before_it_starts(world: World) -> None:
    periods = [part for _, part in parts(world[0]) if isinstance(part, Period)]
    for period in periods:
        if period.first_day and period.last_day:
            assert period.first_day <= period.last_day


@given(world=worlds())
def test_every_mandate_in_force_has_a_holder_in_office(world: World) -> None:
    collab, at = world
    there = {str(held.office) for held in collab.appointments if held.period.holds_on(at)}
    there |= {body.id for body in collab.bodies if holds(body.period, at)}
    for mandate in collab.mandates:
        named = set(map(str, mandate.granted_to))
        by_law = mandate.kind is MandateKind.BY_LAW
        people = named & {person.id for person in collab.persons}
        assert by_law or not people
        revoked = mandate.revoked_from is not None and mandate.revoked_from <= at
        if mandate.period.holds_on(at) and not revoked:
            assert named & there or people


@given(world=worlds())
def test_a_right_to_decide_is_delegated_by_boards_and_by_heads_and_no_further(world: World) -> None:
    collab, _ = world
    kinds = {body.id: body.kind for body in collab.bodies}
    offices = {role.id: role.kind for role in collab.roles}
    found = {mandate.id: mandate for mandate in collab.mandates}
    for mandate in collab.mandates:
        if mandate.kind is not MandateKind.DELEGATION:
            continue
        giver = str(mandate.granted_by)
        if kinds.get(BodyId(giver)) is not BodyKind.BOARD:
            assert offices[RoleId(giver)] is RoleKind.HEAD_OF_ADMINISTRATION
            above = found[mandate.parent or mandate.id]
            assert kinds[BodyId(str(above.granted_by))] is BodyKind.BOARD
            assert above.may_delegate
        if mandate.parent is not None:
            assert giver in found[mandate.parent].granted_to


def revoked_first(mandate: Mandate) -> dt.date:
    return mandate.revoked_from or dt.date.max


@given(world=worlds())
def test_a_mandate_is_revoked_only_after_it_has_begun(world: World) -> None:
    for mandate in world[0].mandates:
        assert mandate.period.first_day
        assert mandate.period.first_day < revoked_first(mandate)
        assert not mandate.revoked_by or mandate.revoked_from


@given(world=worlds())
def test_a_provision_that_is_cited_holds_on_the_day(world: World) -> None:
    collab, at = world
    for _, part in parts(collab):
        if isinstance(part, Source) and part.kind is SourceKind.LAW:
            assert citation(part, at).standing is Standing.IN_FORCE, part.cite()


@pytest.mark.parametrize(
    "span",
    [
        Period(first_day=dt.date(2025, 6, 30), last_day=dt.date(2025, 7, 1)),
        Period(first_day=dt.date(2050, 1, 1)),
        Period(last_day=dt.date(1990, 1, 1)),
    ],
    ids=["two days", "from a day", "the first day"],
)
@fewer
@given(data=st.data())
def test_the_day_of_a_world_can_be_asked_for(span: Period, data: st.DataObject) -> None:
    collab, at = data.draw(worlds(days=span))
    assert span.holds_on(at)
    assert dt.date(1990, 1, 1) <= at <= dt.date(2060, 12, 31)
    is_silent(check(collab, at=at))


@pytest.mark.parametrize(
    "span",
    [
        Period(last_day=dt.date(1989, 12, 31)),
        Period(first_day=dt.date(2061, 1, 1)),
        Period(first_day=dt.date(2020, 1, 2), last_day=dt.date(2020, 1, 1)),
    ],
    ids=["too early", "too late", "backwards"],
)
def test_days_of_which_there_is_no_world_are_misuse(span: Period) -> None:
    with pytest.raises(InvalidValue, match="give `days` that reach into 1990-01-01 to 2060-12-31"):
        worlds(days=span)
