"""The JSON Schema: made of the declarations, true to the dialect, and asked by another judge."""

import enum
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles.profile import Profile, Weight
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.json_schema import THINGS, schema
from samverkan_core.serialization.versions import FORM, is_readable
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.shape import BESIDE
from samverkan_core.values.text import is_blank
from samverkan_core.values.time import PartialDate, Period, day_from_text

if TYPE_CHECKING:
    import jsonschema_rs

every_class = pytest.mark.parametrize(
    "cls", dict.fromkeys((*classes(), *classes(Profile))), ids=lambda cls: cls.__name__
)
in_profiles = pytest.mark.parametrize(
    "cls", [cls for cls in classes(Profile) if cls not in classes()], ids=lambda cls: cls.__name__
)


@cache
def judge(cls: type[Thing]) -> "jsonschema_rs.Validator":
    """Give the validator of one class, or skip where the judge is not installed."""
    judges = pytest.importorskip("jsonschema_rs", reason="the other judge is not installed")
    validator: jsonschema_rs.Validator = judges.validator_for(schema(cls), validate_formats=True)
    return validator


def takes(tree: Any, cls: type[Thing] = Collaboration) -> bool:
    """Tell whether the schema takes a tree."""
    return judge(cls).is_valid(tree)


def doc(**members: Any) -> dict[str, Any]:
    """Give a document in plain values."""
    return {"samverkan": "1.0", "name": "Samverkan", **members}


@every_class
def test_the_schema_is_one_of_its_dialect(cls: type[Thing]) -> None:
    judges = pytest.importorskip("jsonschema_rs", reason="the other judge is not installed")
    assert judges.meta.is_valid(schema(cls))
    assert json.loads(json.dumps(schema(cls))) == schema(cls)
    assert schema(cls)["$id"] == f"urn:samverkan:1.0:{cls.__name__}"


@every_class
def test_a_class_is_described_with_all_its_members(cls: type[Thing]) -> None:
    described = schema(cls)["$defs"][cls.__name__]
    if cls is PartialDate:
        *_, described = described["anyOf"]
    assert list(described["properties"]) == [
        field.name for field in attrs.fields(cls) if field.name not in BESIDE
    ]
    assert described["required"] == [
        field.name
        for field in attrs.fields(cls)
        if field.default is attrs.NOTHING or field.name == "samverkan"
    ]


@every_class
def test_a_class_says_what_it_is_in_the_field_of_work(cls: type[Thing]) -> None:
    description = schema(cls)["$defs"][cls.__name__]["description"]
    assert description.endswith(".")
    assert "\n" not in description


def test_every_reference_leads_somewhere() -> None:
    text = json.dumps(schema())
    for name in schema()["$defs"]:
        assert f'"#/$defs/{name}"' in text
    assert text.count('"$ref"') == text.count('"#/$defs/')


def test_codes_are_those_of_the_closed_sets() -> None:
    sets = {
        field.type
        for cls in classes()
        for field in attrs.fields(cls)
        if isinstance(field.type, type) and issubclass(field.type, enum.Enum)
    }
    assert len(sets) > 5
    for codes in sets:
        assert json.dumps([member.value for member in codes]) in json.dumps(schema())


@pytest.mark.parametrize(
    "tree",
    [
        doc(),
        doc(purpose=None, actors=None, illustrative=None),
        doc(samverkan="1.27"),
        doc(kept=1, unknown={"a": [None]}),
        doc(lifecycle=[{"stage": "project", "day": "1994"}]),
        doc(lifecycle=[{"stage": "project", "day": {"when": "2008-11", "about": True}}]),
        doc(target_groups=[{"id": "t", "name": "T", "ages": {"from_age": 0, "to_age": 130}}]),
        doc(purpose="\u00a0"),
    ],
    ids=repr,
)
def test_the_schema_takes(tree: Any) -> None:
    assert takes(tree)


@pytest.mark.parametrize(
    "tree",
    [
        {},
        {"samverkan": "1.0"},
        {"name": "n"},
        [],
        doc(name=None),
        doc(name=" \t\n"),
        doc(name=""),
        doc(samverkan=None),
        doc(samverkan="2.0"),
        doc(samverkan="1.00"),
        doc(samverkan="1.0\n"),
        doc(samverkan="11.0"),
        doc(illustrative="false"),
        doc(illustrative=0),
        doc(actors={}),
        doc(actors=[None]),
        doc(principals="abc"),
        doc(lifecycle=[{"stage": "Project"}]),
        doc(lifecycle=[{"stage": "project", "day": "2015-02-29"}]),
        doc(lifecycle=[{"stage": "project", "day": "2015-13"}]),
        doc(lifecycle=[{"stage": "project", "day": "0000"}]),
        doc(lifecycle=[{"stage": "project", "day": "1994\n"}]),
        doc(lifecycle=[{"stage": "project", "day": "\uff11\uff19\uff19\uff14"}]),
        doc(lifecycle=[{"stage": "project", "day": {"when": "x"}}]),
        doc(lifecycle=[{"stage": "project", "day": 1994}]),
        doc(target_groups=[{"id": "t", "name": "T", "ages": {"from_age": 0, "to_age": 131}}]),
        doc(target_groups=[{"id": "t", "name": "T", "ages": {"from_age": 0.5, "to_age": 1}}]),
    ],
    ids=repr,
)
def test_the_schema_refuses(tree: Any) -> None:
    assert not takes(tree)


def test_bounds_stand_in_the_schema() -> None:
    definitions = schema()["$defs"]
    assert definitions["AgeBand"]["properties"]["from_age"] == {
        "type": "integer",
        "minimum": 0,
        "maximum": 130,
    }
    (powers, nothing) = definitions["Scope"]["properties"]["bodies"]["anyOf"]
    assert (powers["minItems"], nothing) == (1, {"type": "null"})
    (code, *_) = (definitions["Acceptance"]["properties"]["code"],)
    assert code == {"type": "string", "pattern": "^(?:[A-Z]{3}[0-9]{3})$"}


def test_a_day_has_its_format() -> None:
    period = schema()["$defs"]["Period"]["properties"]["first_day"]
    assert period["anyOf"][0]["format"] == "date"
    assert not takes(doc(actors=[{**_actor(), "period": {"first_day": "2015-02-29"}}]))
    assert takes(doc(actors=[{**_actor(), "period": {"first_day": "2016-02-29"}}]))
    assert not takes(doc(actors=[{**_actor(), "period": {"first_day": "0000-02-28"}}]))


def _actor() -> dict[str, Any]:
    return {"id": "a", "name": "A", "kind": "school"}


# --- profiles --------------------------------------------------------------------------------


@in_profiles
def test_what_stands_only_in_profiles_is_closed_with_all_its_parts(cls: type[Thing]) -> None:
    for name, described in schema(cls)["$defs"].items():
        *_, whole = described.get("anyOf", [described])
        assert whole["additionalProperties"] is False, name
        assert whole["patternProperties"] == {"^x-": {}}, name


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_what_stands_in_documents_is_open(cls: type[Thing]) -> None:
    assert "additionalProperties" not in json.dumps(schema(cls))


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"x-own": {"focus_area_limits": 3}},
        {"parameters": {"focus_area_limit": 3, "x-own": None}},
        {"weights": [{"code": "FOC001", "severity": "info", "x-own": 1}]},
        {"without": ["FOC001", "PRI001"]},
        {"without": None, "weights": []},
        {"sources": [{"kind": "seed", "ref": "SB-48", "day": {"when": "2008", "x-own": 1}}]},
    ],
    ids=repr,
)
def test_the_schema_takes_a_profile(members: dict[str, Any]) -> None:
    assert takes({"name": "vår", **members}, Profile)


@pytest.mark.parametrize(
    "members",
    [
        {"parameter": {}},
        {"X-own": 1},
        {"parameters": {"focus_area_limits": 3}},
        {"parameters": {"focus_area_limit": 0}},
        {"weights": [{"code": "FOC001", "severity": "info", "why": "vi vet"}]},
        {"weights": [{"code": "FOC999", "severity": "info"}]},
        {"weights": [{"code": "JSN005", "severity": "info"}]},
        {"without": ["foc001"]},
        {"without": "FOC001"},
        {"without": [None]},
        {"sources": [{"kind": "seed", "ref": "SB-48", "row": "SB-48"}]},
        {"sources": [{"kind": "seed", "ref": "SB-48", "day": {"when": "2008", "circa": True}}]},
    ],
    ids=repr,
)
def test_the_schema_refuses_a_profile(members: dict[str, Any]) -> None:
    assert not takes({"name": "vår", **members}, Profile)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_profile_speaks_of_every_rule(rule: Rule) -> None:
    assert takes({"code": rule.code, "severity": "info"}, Weight)
    assert takes({"name": "n", "without": [rule.code]}, Profile)


# --- what the caller gets --------------------------------------------------------------------


def test_everything_that_can_be_read_alone_is_known_by_its_name() -> None:
    assert next(iter(THINGS)) == "Collaboration"
    assert set(THINGS.values()) == {*classes(), *classes(Profile)}
    assert all(cls.__name__ == name for name, cls in THINGS.items())


@every_class
def test_what_it_gives_is_the_callers_own(cls: type[Thing]) -> None:
    before = json.dumps(schema(cls))
    waiting: list[Any] = [schema(cls)]
    while waiting:
        held = waiting.pop()
        waiting += [part for part in _held_in(held) if isinstance(part, (dict, list))]
        held.clear()
    assert json.dumps(schema(cls)) == before


def _held_in(held: dict[str, Any] | list[Any]) -> list[Any]:
    return list(held.values()) if isinstance(held, dict) else held.copy()


# --- the same as the reader, member by member ------------------------------------------------

ANYTHING = st.text(max_size=6) | st.sampled_from((" ", "\x00\x1f", "\u00a0", "a b", "x\n"))
DAYS = st.dates().map(str) | st.from_regex(r"[0-9]{1,4}(-[0-9]{1,2}){0,3}", fullmatch=True)


@given(text=ANYTHING)
def test_a_text_is_taken_when_it_is_not_blank(text: str) -> None:
    assert takes(doc(purpose=text)) == (not is_blank(text))


@given(text=DAYS | ANYTHING)
@example(text="2015-02-29")
@example(text="2016-02-29")
@example(text="0000-01-01")
def test_a_day_is_taken_when_the_reader_takes_it(text: str) -> None:
    assert takes({"first_day": text}, Period) == (day_from_text(text) is not None)


@given(text=DAYS | ANYTHING)
@example(text="2015-00")
@example(text="0000")
def test_a_partial_day_is_taken_when_one_can_be_made_of_it(text: str) -> None:
    for tree in (text, {"when": text}, {"when": text, "about": True}):
        assert takes(tree, PartialDate) == _can_be_made(text)


@given(first=st.integers(-200, 300), last=st.integers(-200, 300))
def test_ages_are_taken_within_their_bounds(first: int, last: int) -> None:
    within = 0 <= first <= 130 and 0 <= last <= 130
    assert takes({"from_age": first, "to_age": last}, AgeBand) == within


@given(version=st.from_regex(r"[0-9]{1,2}\.[0-9]{1,3}", fullmatch=True) | ANYTHING)
def test_a_version_is_taken_when_it_can_be_read(version: str) -> None:
    known = FORM.fullmatch(version) is not None and is_readable(version)
    assert takes(doc(samverkan=version)) == known


@given(code=st.sampled_from([stage.code for stage in Stage]) | ANYTHING)
def test_a_code_is_taken_when_the_set_has_it(code: str) -> None:
    assert takes({"stage": code}, LifecycleEntry) == (Stage.of(code) is not None)


@given(names=st.sets(st.text(max_size=5), max_size=3))
def test_other_members_are_taken(names: set[str]) -> None:
    more = {name: None for name in names if name not in doc()}
    assert takes(doc(**more))


def _can_be_made(text: str) -> bool:
    try:
        PartialDate(when=text)
    except InvalidValue:
        return False
    return True
