"""Profiles: the five ways of working, what each sets for itself, and how much a breach weighs."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Notice, Severity
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.body import BodyKind, SeatCategory
from samverkan_core.model.role import RoleFunction
from samverkan_core.reference.seeds import row
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON, severity_in
from samverkan_core.rules.profiles.profile import (
    Composition,
    ConsentAge,
    Parameters,
    Profile,
    Weight,
)
from samverkan_core.serialization.load import from_plain, loads
from samverkan_core.serialization.write import dumps, to_plain
from samverkan_core.testing.anything import things
from samverkan_core.values.source import SourceKind

NOTICES: Mapping[str, Notice] = MappingProxyType({rule.code: rule.notice for rule in RULES})

#: Profile -> the letters of the rows of its own text.
TEXTS = MappingProxyType(
    {"sundbyberg": "SB", "atvidaberg": "AT", "rattvik": "RA", "lomma": "LO", "riskzon1997": "KF"}
)

each_profile = pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda one: one.name)
each_own = pytest.mark.parametrize("profile", [PROFILES[name] for name in TEXTS], ids=TEXTS)


# --- all that ship -----------------------------------------------------------------------------


def test_there_is_one_for_each_text_and_a_common_one() -> None:
    assert list(PROFILES) == ["common", *TEXTS]
    assert PROFILES["common"] is COMMON
    with pytest.raises(TypeError):
        PROFILES["hagby"] = COMMON  # type: ignore[index]  # that it cannot be is the point


@each_profile
def test_a_profile_stands_under_its_name(profile: Profile) -> None:
    assert PROFILES[profile.name] is profile


@each_profile
def test_every_code_is_that_of_a_rule_and_stands_once(profile: Profile) -> None:
    codes = [*(weight.code for weight in profile.weights), *profile.without]
    assert set(codes) <= NOTICES.keys()
    assert len(set(codes)) == len(codes)


@each_profile
def test_a_profile_is_read_as_it_was_written(profile: Profile) -> None:
    assert from_plain(to_plain(profile), type=Profile, unknown="reject") == profile
    assert loads(dumps(profile), type=Profile, unknown="reject") == profile


@each_profile
def test_nothing_is_required_twice(profile: Profile) -> None:
    for name in ("age_bands", "required_actors", "required_functions", "required_bodies"):
        required = getattr(profile.parameters, name)
        assert len(set(required)) == len(required)


# --- the five ways of working ------------------------------------------------------------------


@each_own
def test_each_way_of_working_differs_from_the_common_one(profile: Profile) -> None:
    def asked(one: Profile) -> object:
        weighed = {code: severity_in(one, notice) for code, notice in NOTICES.items()}
        return one.parameters, [item for item in weighed.items() if item[0] not in one.without]

    assert asked(profile) != asked(COMMON)


def test_no_two_of_them_ask_the_same() -> None:
    alike = {attrs.evolve(one, name="en", sources=()) for one in PROFILES.values()}
    assert len(alike) == len(PROFILES)


@each_own
def test_its_sources_are_rows_of_its_own_text(profile: Profile) -> None:
    rows = [source.ref for source in profile.sources]
    assert rows
    assert len(set(rows)) == len(rows)
    assert {source.kind for source in profile.sources} == {SourceKind.SEED}
    assert {row(ref).letters for ref in rows} == {TEXTS[profile.name]}


@each_own
def test_it_weighs_only_what_it_weighs_otherwise_than_the_common_one(profile: Profile) -> None:
    for weight in profile.weights:
        assert weight.severity is not severity_in(COMMON, NOTICES[weight.code])


@each_own
def test_what_it_makes_an_error_is_never_a_proposal_of_our_own(profile: Profile) -> None:
    for code, notice in NOTICES.items():
        assert notice.severity.reaches(severity_in(profile, notice)), code


@each_own
def test_what_it_leaves_out_it_does_not_weigh(profile: Profile) -> None:
    assert not {weight.code for weight in profile.weights} & set(profile.without)


@pytest.mark.parametrize(
    ("name", "member", "wanted"),
    [
        ("sundbyberg", "target_ages", (0, 20)),
        ("rattvik", "age_bands", [(1, 5), (6, 15), (17, 20)]),
    ],
)
def test_the_ages_of_a_text(name: str, member: str, wanted: object) -> None:
    found = getattr(PROFILES[name].parameters, member)
    if isinstance(found, tuple):
        assert [(band.from_age, band.to_age) for band in found] == wanted
    else:
        assert (found.from_age, found.to_age) == wanted


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        (
            "sundbyberg",
            (
                "social_services school culture_and_leisure labour_market_unit police "
                "child_psychiatry collaboration_leader public_health_planner"
            ),
        ),
        ("atvidaberg", "main_project_leader"),
        ("rattvik", "social_services school region"),
        ("lomma", "preschool school culture_and_leisure social_services coordinator"),
        ("riskzon1997", "executive_board"),
        ("common", ""),
    ],
)
def test_whom_a_text_cannot_do_without(name: str, kinds: str) -> None:
    own = PROFILES[name].parameters
    required = (*own.required_actors, *own.required_functions, *own.required_bodies)
    assert [kind.code for kind in required] == kinds.split()


def test_focus_areas_and_steps_came_after_the_working_seminars() -> None:
    later = {code for code in NOTICES if code.startswith(("FOC", "STP"))} | {"MAN009"}
    assert set(PROFILES["riskzon1997"].without) == later
    assert not any(profile.without for name, profile in PROFILES.items() if name != "riskzon1997")


# --- the common one ----------------------------------------------------------------------------


def test_common_makes_no_rule_graver_than_it_says_of_itself() -> None:
    for notice in NOTICES.values():
        assert notice.severity.reaches(severity_in(COMMON, notice))


def test_common_leaves_nothing_out_and_weighs_nothing_as_the_rule_itself_does() -> None:
    assert COMMON.without == ()
    for weight in COMMON.weights:
        assert weight.severity is not NOTICES[weight.code].severity


# --- how much a breach weighs ------------------------------------------------------------------


def weighing(code: str, severity: Severity) -> Profile:
    return Profile(name="hagby", weights=(Weight(code=code, severity=severity),))


def test_a_breach_weighs_as_the_profile_says_else_as_common_says_else_as_the_rule_says() -> None:
    lowered, plain = NOTICES["BOD013"], NOTICES["TIM001"]
    assert {lowered.severity, plain.severity} == {Severity.ERROR}
    assert severity_in(weighing("BOD013", Severity.INFO), lowered) is Severity.INFO
    assert severity_in(weighing("BOD013", Severity.ERROR), lowered) is Severity.ERROR
    assert severity_in(weighing("TIM001", Severity.INFO), lowered) is Severity.WARNING
    assert severity_in(weighing("BOD013", Severity.INFO), plain) is Severity.ERROR


def test_of_two_weights_for_one_rule_the_first_counts() -> None:
    first, second = (Weight(code="TIM001", severity=one) for one in (Severity.INFO, Severity.ERROR))
    profile = Profile(name="hagby", weights=(first, second))
    assert profile.weight("TIM001") is Severity.INFO
    assert profile.weight("BOD013") is None


rules = st.sampled_from(RULES)
severities_drawn = st.sampled_from(Severity)


@given(own=st.dictionaries(rules.map(lambda rule: rule.code), severities_drawn), asked=rules)
def test_what_a_profile_does_not_weigh_weighs_as_in_common(
    own: dict[str, Severity], asked: Any
) -> None:
    weights = tuple(Weight(code=code, severity=one) for code, one in own.items())
    found = severity_in(Profile(name="hagby", weights=weights), asked.notice)
    assert found is own.get(asked.code, severity_in(COMMON, asked.notice))


@given(own=st.sets(rules.map(lambda rule: rule.code)), asked=rules)
def test_weighing_as_common_does_is_as_good_as_not_weighing(own: set[str], asked: Any) -> None:
    weights = tuple(
        Weight(code=code, severity=severity_in(COMMON, NOTICES[code])) for code in sorted(own)
    )
    found = severity_in(Profile(name="hagby", weights=weights), asked.notice)
    assert found is severity_in(COMMON, asked.notice)


# --- what a municipality may set ---------------------------------------------------------------


def test_nothing_set_is_four_focus_areas_and_a_council_of_three_sorts() -> None:
    assert attrs.asdict(Parameters(), recurse=False) == {
        "focus_area_limit": 4,
        "target_ages": None,
        "age_bands": (),
        "required_actors": (),
        "required_functions": (),
        "required_bodies": (),
        "compositions": (
            Composition(
                kind=BodyKind.CHILDRENS_COUNCIL,
                categories=(
                    SeatCategory.ELECTED,
                    SeatCategory.OFFICIAL,
                    SeatCategory.INTEREST_ORGANISATION,
                ),
            ),
        ),
        "attendance": 75,
        "child_consent_from": ConsentAge.NOT_DECIDED,
        "period_months": 12,
        "status_report_months": 15,
        "follow_up_required": False,
        "kept": Parameters().kept,
    }


@pytest.mark.parametrize("limit", [1, 1000])
def test_a_limit_lies_within_its_bounds(limit: int) -> None:
    assert Parameters(focus_area_limit=limit).focus_area_limit == limit


@pytest.mark.parametrize(
    "members",
    [
        {"focus_area_limit": 0},
        {"focus_area_limit": 1001},
        {"focus_area_limit": True},
        {"attendance": 0},
        {"attendance": 101},
        {"compositions": ()},
        {"compositions": None},
        {"required_actors": (RoleFunction.COORDINATOR,)},
        {"required_functions": ("coordinator",)},
        {"required_bodies": BodyKind.BOARD},
        {"age_bands": ((1, 5),)},
        {"target_ages": (0, 20)},
    ],
    ids=str,
)
def test_what_says_nothing_or_something_else_is_refused(members: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue):
        Parameters(**members)


def test_a_composition_of_nobody_is_refused() -> None:
    with pytest.raises(InvalidValue):
        Composition(kind=BodyKind.NETWORK, categories=())


def test_nothing_that_is_not_set_is_written() -> None:
    own = Profile(name="hagby", parameters=Parameters(required_actors=(ActorKind.SCHOOL,)))
    assert to_plain(own) == {"name": "hagby", "parameters": {"required_actors": ["school"]}}


@given(profile=things(Profile))
def test_any_profile_is_read_as_it_was_written(profile: Profile) -> None:
    assert loads(dumps(profile), type=Profile) == profile


@given(limit=st.integers())
def test_a_limit_is_taken_within_its_bounds_and_refused_beyond_them(limit: int) -> None:
    if 1 <= limit <= 1000:
        assert Parameters(focus_area_limit=limit).focus_area_limit == limit
    else:
        with pytest.raises(InvalidValue):
            Parameters(focus_area_limit=limit)
