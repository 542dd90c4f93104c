"""The OpenAPI document: the same definitions, under names that a service can refer to."""

import importlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.rules.profiles.profile import Profile, Weight
from samverkan_core.serialization.json_schema import THINGS, openapi, schema

if TYPE_CHECKING:
    import jsonschema_rs

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "schemas.md"
#: What stands both in documents and in profiles.
IN_BOTH = {cls.__name__ for cls in classes(Profile)} & {cls.__name__ for cls in classes()}
SOURCE = {"kind": "seed", "ref": "SB-48"}


def components(cls: type[Thing] | None = None) -> dict[str, Any]:
    """Give the definitions by name."""
    found: dict[str, Any] = openapi(cls)["components"]["schemas"]
    return found


def judge(name: str) -> "jsonschema_rs.Validator":
    """Give the validator of one component, or skip where the judge is not installed."""
    judges = pytest.importorskip("jsonschema_rs", reason="the other judge is not installed")
    tree = {**openapi(), "$ref": f"#/components/schemas/{name}"}
    validator: jsonschema_rs.Validator = judges.validator_for(tree, validate_formats=True)
    return validator


@pytest.mark.parametrize("cls", [None, *THINGS.values()], ids=["everything", *THINGS])
def test_it_is_an_openapi_document(cls: type[Thing] | None) -> None:
    judges = pytest.importorskip(
        "openapi_spec_validator", reason="the judge of OpenAPI is not installed"
    )
    judges.validate(openapi(cls), cls=judges.OpenAPIV31SpecValidator)
    assert json.loads(json.dumps(openapi(cls))) == openapi(cls)


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("info",), {"title": "t"}),
        (("paths",), []),
        (("components", "schemas", "FocusArea", "type"), "objekt"),
        (("components", "schemas", "FocusArea", "required"), "id"),
    ],
)
def test_the_judge_sees_what_is_no_openapi(place: tuple[str, ...], wrong: object) -> None:
    judges = pytest.importorskip(
        "openapi_spec_validator", reason="the judge of OpenAPI is not installed"
    )
    tree: Any = openapi(FocusArea)
    held = tree
    for name in place[:-1]:
        held = held[name]
    held[place[-1]] = wrong
    assert not judges.OpenAPIV31SpecValidator(tree).is_valid()


def test_it_says_which_version_of_the_format_it_speaks_of_and_has_no_paths() -> None:
    made = openapi()
    assert list(made) == ["openapi", "info", "paths", "components"]
    assert (made["openapi"], made["info"]["version"], made["paths"]) == ("3.1.0", "1.0", {})


def test_the_service_on_the_page_is_described_in_openapi(tmp_path: Path) -> None:
    judges = pytest.importorskip(
        "openapi_spec_validator", reason="the judge of OpenAPI is not installed"
    )
    readers = importlib.import_module("openapi_spec_validator.readers")
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "service.yaml").write_text(example, encoding="utf-8")
    read, place = readers.read_from_filename(str(tmp_path / "service.yaml"))
    judges.validate(read, base_uri=place, cls=judges.OpenAPIV31SpecValidator)
    # The judge does not open what an example refers to.
    (name,) = re.findall(r'"openapi\.json#/components/schemas/(\w+)"', example)
    assert name in components()


def test_every_thing_is_there() -> None:
    assert {"AgeBand", "Source", "PartialDate"} <= IN_BOTH
    assert set(components()) == {*THINGS, *(f"Profile{name}" for name in IN_BOTH)}


def test_one_thing_comes_with_what_it_needs_and_no_more() -> None:
    assert list(components(FocusArea)) == [cls.__name__ for cls in classes(FocusArea)]
    assert list(components(Weight)) == ["Weight"]


@pytest.mark.parametrize("cls", [None, Collaboration, Profile, FocusArea])
def test_every_reference_leads_to_a_component(cls: type[Thing] | None) -> None:
    text = json.dumps(openapi(cls))
    targets = set(re.findall(r'"\$ref": "([^"]*)"', text))
    assert targets <= {f"#/components/schemas/{name}" for name in components(cls)}
    assert "$defs" not in text


def test_but_for_their_references_the_definitions_are_those_of_the_schema() -> None:
    text = json.dumps(schema()["$defs"]).replace("#/$defs/", "#/components/schemas/")
    made = components()
    assert json.loads(text).items() <= made.items()


def test_a_profile_refers_to_the_stricter_of_what_is_there_twice() -> None:
    made = components()
    assert "additionalProperties" not in made["Source"]
    assert made["ProfileSource"]["additionalProperties"] is False
    sources = made["Profile"]["properties"]["sources"]["anyOf"][0]
    assert sources["items"] == {"$ref": "#/components/schemas/ProfileSource"}
    assert "ProfileSource" not in json.dumps(components(Collaboration))


def test_a_component_judges_as_the_schema_does() -> None:
    document = {"samverkan": "1.0", "name": "n"}
    for source, in_a_profile in ((SOURCE, True), ({**SOURCE, "unknown": 1}, False)):
        assert judge("Collaboration").is_valid({**document, "sources": [source]})
        assert judge("Profile").is_valid({"name": "n", "sources": [source]}) is in_a_profile
    assert not judge("Collaboration").is_valid({**document, "name": " "})


def test_what_it_gives_is_the_callers_own() -> None:
    openapi()["info"]["title"] = "Another"
    openapi()["components"]["schemas"].clear()
    assert openapi()["info"]["title"] == "samverkan"
    assert set(THINGS) <= set(components())
