"""A municipality's own profile as a file: read strictly, and refused where it means nothing."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.report import Report
from samverkan_core.indexing import View
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.process.step import Step
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.rules.rule import Asked, Outcome, rule
from samverkan_core.serialization.faults import FAULTS
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import LoadError, loads
from samverkan_core.serialization.profiles import loads_profile
from samverkan_core.serialization.write import dumps, to_plain
from samverkan_core.testing.anything import things
from samverkan_core.values.ages import AgeBand

CODES = tuple(found.code for found in RULES)
HOW_TO = Path(__file__).parents[3] / "docs" / "how-to" / "write-a-profile.md"
TEXTS = Texts(message="m.", why="w.", remedy="r.")


@rule(
    "OWN001",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.HOUSE_RULE,
    reads=("actors",),
    sv=TEXTS,
    en=TEXTS,
)
def harmless(_: View, __: Asked) -> Iterator[Outcome]:
    """Find nothing to say about the actors."""
    return iter(())


def file(**members: Any) -> str:
    """Write a profile with a name and some members."""
    return json.dumps({"name": "hagby", **members})


def refused(data: bytes | str, **options: Any) -> Report:
    """Give the faults of a profile that is refused."""
    with pytest.raises(LoadError) as raised:
        loads_profile(data, **options)
    return raised.value.report


def places(report: Report) -> list[tuple[str, str]]:
    """Give the code and the place of each fault."""
    return [(finding.code, finding.pointer) for finding in report]


# --- what is read ----------------------------------------------------------------------------


def test_a_profile_needs_no_more_than_a_name() -> None:
    assert loads_profile(file()) == loads_profile(file().encode()) == Profile(name="hagby")


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_a_profile_that_ships_is_written_and_read_as_itself(profile: Profile) -> None:
    assert loads_profile(dumps(profile)) == profile


def test_extensions_are_kept_at_every_depth() -> None:
    members = {
        "parameters": {
            "target_ages": {"from_age": 0, "to_age": 20, "x-beslut": 1},
            "x-mått": [1.50],
        },
        "weights": [{"code": "FOC001", "severity": "info", "x-varför": "Prövas."}],
        "x-system": {"nyckel": None},
    }
    profile = loads_profile(file(**members))
    assert to_plain(profile) == {"name": "hagby", **members}


def test_a_callers_own_codes_are_known_where_its_rules_are_given() -> None:
    text = file(weights=[{"code": "OWN001", "severity": "error"}])
    assert places(refused(text)) == [("TYP003", "/weights/0/code")]
    profile = loads_profile(text, more_rules=iter([harmless]))
    assert profile.weight("OWN001") is Severity.ERROR
    assert "OWN001" in _accepted(refused(file(without=["OWN01"]), more_rules=[harmless]))


def test_the_first_weight_of_a_code_counts() -> None:
    severities = ("info", "error")
    weights = [{"code": "FOC003", "severity": severity} for severity in severities]
    assert loads_profile(file(weights=weights)).weight("FOC003") is Severity.INFO


def test_the_how_to_has_every_parameter_with_the_rules_that_rest_on_it() -> None:
    rows = re.findall(r"^\| `(\w+)` \|(.*)$", HOW_TO.read_text("utf-8"), re.MULTILINE)
    assert [name for name, _ in rows] == [
        field.name for field in attrs.fields(Parameters) if field.name != "kept"
    ]
    for name, row in rows:
        resting = {found.code for found in RULES if name in found.parameters}
        assert set(re.findall(r"`([A-Z]{3}[0-9]{3})`", row)) == resting != set()


# --- what is mistyped ------------------------------------------------------------------------


def _accepted(report: Report) -> tuple[str, ...]:
    accepted = dict(report[0].data)["accepted"]
    assert isinstance(accepted, tuple)
    return accepted


@pytest.mark.parametrize("code", ["FOC0O3", "FOC03", "foc003", "FOC0033", "FOC003 "])
def test_a_mistyped_code_is_met_with_the_nearest(code: str) -> None:
    report = refused(file(without=["ACT001", code]))
    assert places(report) == [("TYP003", "/without/1")]
    assert _accepted(report)[0] == "FOC003"
    assert report[0].message().startswith(f"Koden ”{code}” finns inte; bland dem som finns: FOC003")


def test_where_no_code_is_near_the_first_are_named() -> None:
    assert _accepted(refused(file(without=["QQQ777"]))) == tuple(sorted(CODES))[:6]


@pytest.mark.parametrize("code", [notice.code for notice in FAULTS] + ["RUL001", "PRO001"])
def test_the_code_of_a_fault_is_no_rules(code: str) -> None:
    assert places(refused(file(without=[code]))) == [("TYP003", "/without/0")]


@pytest.mark.parametrize(
    ("parameters", "place", "nearest"),
    [
        ({"required_actors": ["school", "scool"]}, "required_actors/1", "school"),
        ({"required_functions": ["cordinator"]}, "required_functions/0", "coordinator"),
        ({"required_bodies": ["steering_grupp"]}, "required_bodies/0", "steering_group"),
        (
            {"compositions": [{"kind": "steering_group", "categories": ["oficial"]}]},
            "compositions/0/categories/0",
            "official",
        ),
    ],
    ids=str,
)
def test_a_mistyped_kind_is_met_with_the_nearest(
    parameters: dict[str, Any], place: str, nearest: str
) -> None:
    report = refused(file(parameters=parameters))
    assert places(report) == [("TYP003", f"/parameters/{place}")]
    assert nearest in _accepted(report)


def test_a_mistyped_parameter_is_met_with_the_nearest() -> None:
    (fault,) = refused(file(parameters={"focus_area_limits": 3}))
    assert (fault.code, fault.pointer) == ("MEM002", "/parameters/focus_area_limits")
    assert dict(fault.data)["known"] == ("focus_area_limit",)


def test_a_span_of_ages_the_wrong_way_round_is_shown_the_right_way_round() -> None:
    turned, right = {"from_age": 15, "to_age": 6}, {"from_age": 6, "to_age": 15}
    report = refused(file(parameters={"age_bands": [right, turned], "target_ages": turned}))
    assert places(report) == [
        ("TYP007", "/parameters/age_bands/1"),
        ("TYP007", "/parameters/target_ages"),
    ]
    assert {finding.data for finding in report} == {(("accepted", "6–15"), ("found", "15–6"))}
    loads_profile(file(parameters={"target_ages": {"from_age": 6, "to_age": 6}}))


@pytest.mark.parametrize("name", PROFILES)
def test_the_name_of_a_profile_that_ships_stands_for_that_profile(name: str) -> None:
    for members in ({"x-own": True}, {"without": 7}):
        report = refused(file(**members, name=name))
        assert ("PRO002", "/name") in places(report)
        assert dict(report.by_code("PRO002")[0].data) == {"name": name}
    assert loads_profile(file(name=f"{name}-2026")).name == f"{name}-2026"


def test_every_fault_is_told_at_once_each_in_its_place() -> None:
    text = file(
        name="common",
        parameters={
            "focus_area_limit": "3",
            "target_ages": {"from_age": 20, "to_age": 0},
            "age_bands": [{"from_age": 5, "to_age": 1}, {"from_age": 200, "to_age": 1}, None],
            "required_actors": ["scool"],
        },
        weights=[{"code": "FOC0O3", "severity": "eror"}, {"severity": "error"}, 7],
        without=["FOC033", " ", 7, ["FOC033"], {"*": "FOC033"}],
        extra=1,
    )
    assert places(refused(text)) == [
        ("MEM002", "/extra"),
        ("PRO002", "/name"),
        ("TYP007", "/parameters/age_bands/0"),
        ("TYP007", "/parameters/age_bands/1/from_age"),
        ("TYP001", "/parameters/age_bands/2"),
        ("TYP001", "/parameters/focus_area_limit"),
        ("TYP003", "/parameters/required_actors/0"),
        ("TYP007", "/parameters/target_ages"),
        ("TYP003", "/weights/0/code"),
        ("TYP003", "/weights/0/severity"),
        ("TYP002", "/weights/1"),
        ("TYP001", "/weights/2"),
        ("TYP003", "/without/0"),
        ("TYP004", "/without/1"),
        ("TYP001", "/without/2"),
        ("TYP001", "/without/3"),
        ("TYP001", "/without/4"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "JSN003"),
        ("[]", "TYP001"),
        ("7", "TYP001"),
        ("{}", "TYP002"),
        ('{"name":"a","name":"b"}', "JSN005"),
        ('{"name":"h","x-a":"\\ud800"}', "JSN007"),
        ('{"name":"h","without":{"*":"FOC033"}}', "TYP001"),
        ('{"name":"h","weights":null,"parameters":null,"without":7}', "TYP001"),
    ],
)
def test_what_reading_refuses_is_refused(text: str, code: str) -> None:
    assert [finding.code for finding in refused(text)] == [code]


def test_a_mistyped_code_shows_no_personal_identity_number() -> None:
    report = refused(file(without=["121212-1212"]))
    assert set(places(report)) == {("PRI001", "/without/0"), ("TYP003", "/without/0")}
    assert "1212-1212" not in str(report.to_dict())


@pytest.mark.parametrize(
    ("limits", "code"),
    [({"text": 9}, "LIM001"), ({"depth": 2}, "LIM002"), ({"objects": 2}, "LIM003")],
)
def test_limits_are_those_of_reading(limits: dict[str, int], code: str) -> None:
    text = file(parameters={"age_bands": [{"from_age": 5, "to_age": 1}]})
    assert code in {finding.code for finding in refused(text, limits=Limits(**limits))}


# --- whatever is drawn -----------------------------------------------------------------------


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Draw a profile that a municipality may have: any, with codes that there are."""
    drawn = draw(things(Profile))
    whole = loads(dumps(drawn), type=Profile, unknown="drop")
    codes = st.sampled_from(CODES)
    ages = whole.parameters.target_ages
    return attrs.evolve(
        whole,
        name=f"{whole.name} i Hagby",
        parameters=attrs.evolve(
            whole.parameters,
            target_ages=ages and _right_way_round(ages),
            age_bands=tuple(map(_right_way_round, whole.parameters.age_bands)),
        ),
        weights=tuple(attrs.evolve(weight, code=draw(codes)) for weight in whole.weights),
        without=tuple(draw(codes) for _ in whole.without),
        step_requirements=tuple(
            attrs.evolve(asking, codes=tuple(draw(codes) for _ in asking.codes))
            for asking in whole.step_requirements
        ),
    )


def _right_way_round(band: AgeBand) -> AgeBand:
    first, last = sorted((band.from_age, band.to_age))
    return attrs.evolve(band, from_age=first, to_age=last)


@given(profile=profiles())
def test_a_profile_is_written_and_read_as_itself(profile: Profile) -> None:
    assert loads_profile(dumps(profile)) == profile
    assert check(Collaboration(name="n"), profile=profile).stamp.profile == profile.name


@given(profile=profiles(), data=st.data())
def test_a_slip_in_any_code_is_found_where_it_stands(profile: Profile, data: st.DataObject) -> None:
    tree = to_plain(profile)
    held = [
        *(
            (weight, "code", f"/weights/{at}/code")
            for at, weight in enumerate(tree.get("weights", ()))
        ),
        *((tree["without"], at, f"/without/{at}") for at in range(len(tree.get("without", ())))),
        *(
            (asking["codes"], at, f"/step_requirements/{number}/codes/{at}")
            for number, asking in enumerate(tree.get("step_requirements", ()))
            for at in range(len(asking["codes"]))
        ),
    ]
    assume(held)
    holder, name, place = data.draw(st.sampled_from(held))
    slip = data.draw(slips(holder[name]))
    assume(slip not in CODES)
    holder[name] = slip
    report = refused(json.dumps(tree))
    assert places(report) == [("TYP003", place)]
    assert set(_accepted(report)) <= set(CODES)


@st.composite
def slips(draw: st.DrawFn, code: str) -> str:
    """Draw what becomes of a code when one letter is lost, added or taken for another."""
    at = draw(st.integers(0, len(code) - 1))
    letter = draw(st.sampled_from("0123456789ABCFOSTabcoåÅ -_"))
    lost = code[:at] + code[at + 1 :]
    added = code[:at] + letter + code[at:]
    other = code[:at] + letter + code[at + 1 :]
    return draw(st.sampled_from((lost, added, other)))


@given(bands=st.lists(st.tuples(st.integers(0, 130), st.integers(0, 130)), max_size=4))
def test_each_span_of_ages_that_holds_nobody_is_found(bands: list[tuple[int, int]]) -> None:
    written = [{"from_age": first, "to_age": last} for first, last in bands]
    turned = [
        ("TYP007", f"/parameters/age_bands/{at}")
        for at, (first, last) in enumerate(bands)
        if last < first
    ]
    text = file(parameters={"age_bands": written})
    if turned:
        assert places(refused(text)) == turned
    else:
        assert len(loads_profile(text).parameters.age_bands) == len(bands)


@given(data=st.binary(max_size=40) | st.text(max_size=40))
def test_any_text_is_a_profile_or_refused_with_its_faults(data: bytes | str) -> None:
    assert len(refused(data)) >= 1


def test_what_a_step_requires_is_read_and_its_codes_are_known() -> None:
    asks = [
        {"step": "ground", "codes": ["FOC002", "FOC005"]},
        {"step": "ground", "codes": ["FOC002"]},
    ]
    profile = loads_profile(file(step_requirements=asks))
    assert profile.required_for(Step.GROUND) == ("FOC002", "FOC005")
    assert profile.required_for(Step.BUILD) == ()
    asks[1]["codes"] = ["foc003"]
    (fault,) = refused(file(step_requirements=asks))
    assert fault.pointer == "/step_requirements/1/codes/0"
    assert "FOC003" in fault.message("en")
    asks[1]["codes"] = []
    assert refused(file(step_requirements=asks))[0].pointer == "/step_requirements/1/codes"
