"""How one rule is asked: what it was not shown, or not told to ask for, it has not judged."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.focus_area import FocusArea, Ground, GroundKind
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.rules.required import required_actor_missing
from samverkan_core.serialization.load import from_plain
from samverkan_core.testing.anything import things
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.kept import JsonObject

Ask = Callable[..., Judgement]

DAY = date(2015, 3, 1)
GROUND = Ground(kind=GroundKind.LOCAL_NEED)
AREA = FocusArea(id=FocusAreaId("skolnärvaro"), name="Skolnärvaro", grounds=(GROUND,))
WHOLE = Collaboration(name="Fokus", focus_areas=(AREA,))
ASIDE = SetAside(pointer="/focus_areas/1", value=JsonObject((("id", "barnfattigdom"),)))

_POLICE: Any = {"id": "polisen", "name": "Polisen", "kind": ActorKind.POLICE}
ONLY_POLICE = Collaboration(name="Hagby", actors=(Actor(**_POLICE),))
ONE_OF_EACH = from_plain(
    {
        "samverkan": "1.0",
        "name": "Hagby",
        "actors": [{"id": "skolan", "name": "Hagbyskolan", "kind": "school"}],
        "roles": [{"id": "rektorn", "name": "Rektorn", "kind": "employee"}],
        "bodies": [{"id": "nämnden", "name": "Bildningsnämnden", "kind": "board"}],
        "target_groups": [{"id": "unga", "name": "Unga"}],
        "focus_areas": [{"id": "närvaro", "name": "Skolnärvaro"}],
    }
)
WANTS_SCHOOL = Profile(name="hagby", parameters=Parameters(required_actors=(ActorKind.SCHOOL,)))


def test_a_rule_that_reads_what_was_set_aside_has_not_judged_all() -> None:
    with_aside = attrs.evolve(WHOLE, set_aside=(ASIDE,))
    assert "FOC002" in check(WHOLE, at=DAY).held
    report = check(with_aside, at=DAY)
    assert "FOC002" not in report.held
    assert ("FOC002", None, "/focus_areas/1") in {
        (missing.code, missing.subject, missing.lacked) for missing in report.not_judged
    }


def test_a_rule_that_reads_nothing_of_it_is_not_concerned() -> None:
    codes = {
        missing.code
        for missing in check(attrs.evolve(WHOLE, set_aside=(ASIDE,))).not_judged
        if missing.lacked == ASIDE.pointer
    }
    assert codes
    assert not codes & {"ROL003", "TGT002", "COL001"}


# --- what a rule rests on ----------------------------------------------------------------------


def test_a_rule_whose_parameter_is_empty_is_not_judged_and_none_the_less_is_no_failure() -> None:
    report = check(ONLY_POLICE, at=DAY)
    assert NotJudged(code="ACT005", lacked="profile.required_actors") in report.not_judged
    assert "ACT005" not in report.held
    assert not report.by_code("ACT005")


def test_one_that_is_set_is_asked(ask: Ask) -> None:
    judgement = ask(required_actor_missing, ONLY_POLICE, DAY, WANTS_SCHOOL)
    assert len(judgement.findings) == 1
    assert not judgement.not_judged


def test_things_are_missed_before_demands_are(ask: Ask) -> None:
    empty = Collaboration(name="Hagby")
    for profile in (COMMON, WANTS_SCHOOL):
        assert ask(required_actor_missing, empty, DAY, profile).not_judged == (
            NotJudged(code="ACT005", lacked="actors"),
        )


@pytest.mark.parametrize(
    ("names", "lacked"),
    [
        (("required_functions", "age_bands"), "required_functions"),
        (("age_bands", "required_functions"), "age_bands"),
        (("required_actors", "age_bands"), "age_bands"),
        (("focus_area_limit", "compositions", "target_ages"), "target_ages"),
    ],
)
def test_of_several_parameters_the_first_that_is_empty_is_named(
    ask: Ask, names: tuple[str, ...], lacked: str
) -> None:
    rule = attrs.evolve(required_actor_missing, parameters=names)
    assert ask(rule, ONLY_POLICE, DAY, WANTS_SCHOOL).not_judged == (
        NotJudged(code="ACT005", lacked=f"profile.{lacked}"),
    )


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_what_a_profile_does_not_set_is_told_of_every_rule_that_rests_on_it(
    profile: Profile,
) -> None:
    wanted = {
        (rule.code, f"profile.{name}")
        for rule in RULES
        if rule.code not in profile.without
        for name in rule.parameters
        if not getattr(profile.parameters, name)
    }
    report = check(ONE_OF_EACH, at=DAY, profile=profile)
    found = {(missing.code, missing.lacked) for missing in report.not_judged}
    assert {(code, lacked) for code, lacked in found if lacked.startswith("profile.")} == wanted


@given(parameters=things(Parameters))
def test_a_rule_is_asked_as_soon_as_all_that_it_rests_on_is_set(
    ask: Ask, parameters: Parameters
) -> None:
    profile = Profile(name="hagby", parameters=parameters)
    for rule in RULES:
        judgement = ask(rule, ONE_OF_EACH, DAY, profile)
        asked = all(getattr(parameters, name) for name in rule.parameters)
        lacked = {missing.lacked.partition(".")[0] for missing in judgement.not_judged}
        assert ("profile" not in lacked) == asked


@given(
    names=st.permutations(sorted(attrs.fields_dict(Parameters).keys() - {"kept"})),
    profile=things(Profile),
)
def test_whatever_is_rested_on_it_is_the_first_empty_one_that_is_named(
    ask: Ask, names: list[str], profile: Profile
) -> None:
    rule = attrs.evolve(required_actor_missing, parameters=tuple(names))
    lacked = [missing.lacked for missing in ask(rule, ONLY_POLICE, DAY, profile).not_judged]
    empty = [f"profile.{name}" for name in names if not getattr(profile.parameters, name)]
    assert lacked == empty[:1]
