"""The JSON Schema: made of the declarations, true to the dialect, and asked by another judge."""

import enum
import json
from typing import Any

import attrs
import jsonschema_rs
import pytest

from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.json_schema import schema
from samverkan_core.values.shape import BESIDE
from samverkan_core.values.time import PartialDate

every_class = pytest.mark.parametrize(
    "cls", dict.fromkeys((*classes(), *classes(Profile))), ids=lambda cls: cls.__name__
)


def takes(tree: Any, cls: type[Thing] = Collaboration) -> bool:
    """Tell whether the schema takes a tree."""
    return jsonschema_rs.validator_for(schema(cls), validate_formats=True).is_valid(tree)


def doc(**members: Any) -> dict[str, Any]:
    """Give a document in plain values."""
    return {"samverkan": "1.0", "name": "Samverkan", **members}


@every_class
def test_the_schema_is_one_of_its_dialect(cls: type[Thing]) -> None:
    assert jsonschema_rs.meta.is_valid(schema(cls))
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
