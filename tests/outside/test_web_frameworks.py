"""The examples with Litestar and FastAPI take in what the reader takes, and say what it says."""

import asyncio
import json
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.serialization.json_schema import openapi
from samverkan_core.testing import collaborations

from .embedded import (
    AT,
    BAD,
    FREE_TEXT,
    GOOD,
    NUMBER,
    ROOT,
    example,
    known_alone,
    shown_in,
    with_member,
)

if TYPE_CHECKING:
    import httpx

#: The example -> where the framework describes it.
APPS = {"litestar_app": "/schema/openapi.json", "fastapi_app": "/openapi.json"}
JSON = {"content-type": "application/json"}


@pytest.fixture(params=APPS)
def app(request: pytest.FixtureRequest) -> Any:
    name: str = request.param
    return example(name, name.removesuffix("_app"), "httpx").application()


def ask(app: Any, method: str, path: str, **more: Any) -> "httpx.Response":
    """Ask without a network."""
    import httpx

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://hagby") as client:
            return await client.request(method, path, **more)

    return asyncio.run(asked())


def post(app: Any, data: bytes, lang: str = "en") -> "httpx.Response":
    headers = {**JSON, "accept-language": lang}
    return ask(app, "POST", "/collaborations", content=data, headers=headers)


def check(app: Any, at: str, **more: Any) -> "httpx.Response":
    return ask(app, "POST", "/collaborations/1/check", params={"at": at, **more})


# --- laws --------------------------------------------------------------------------------------


@st.composite
def bodies(draw: st.DrawFn) -> bytes:
    """Draw a document, with and without members that nobody knows; some are spoilt."""
    collab = draw(collaborations())
    data = sam.dumps(collab if draw(st.booleans()) else known_alone(collab))
    if draw(st.integers(0, 2)):
        return data
    at = draw(st.integers(0, len(data) - 1))
    return data[:at] + draw(st.binary(max_size=2)) + data[at + 1 :]


@pytest.mark.parametrize("name", APPS)
@given(bodies() | st.binary(min_size=1, max_size=40))
def test_a_body_is_taken_in_exactly_when_the_reader_takes_it(name: str, data: bytes) -> None:
    app = example(name, name.removesuffix("_app"), "httpx").application()
    loaded = sam.read(data, unknown="reject")
    answer = post(app, data)
    assert answer.status_code == (422 if loaded.value is None else 201)
    if loaded.value is not None:
        assert ask(app, "GET", "/collaborations/1").content == sam.dumps(loaded.value)
        return
    faults = loaded.report.by_severity(sam.Severity.ERROR)
    told = [(fault["code"], fault["pointer"]) for fault in answer.json()["faults"]]
    assert told == [(fault.code, fault.pointer) for fault in faults]


# --- examples ----------------------------------------------------------------------------------


def test_what_was_taken_in_comes_back_to_the_letter(app: Any) -> None:
    own = GOOD[:-2] + b', "x-own": [1.50, 1E2, {"b": 1, "a": -0}]}'
    assert post(app, own).status_code == 201
    assert ask(app, "GET", "/collaborations/1").content == sam.dumps(sam.loads(own))
    assert b"[1.50,1E2" in ask(app, "GET", "/collaborations/1").content


def test_a_body_of_a_megabyte_is_taken_in(app: Any) -> None:
    assert post(app, GOOD.ljust(1_000_000)).status_code == 201


def test_each_is_kept_under_a_number_of_its_own(app: Any) -> None:
    first, second = (
        post(app, GOOD),
        post(app, GOOD.replace(b"Barnen i Hagby", "Ö".encode())),
    )
    assert [first.json(), second.json()] == [{"number": 1}, {"number": 2}]
    assert sam.loads(ask(app, "GET", "/collaborations/2").content).name == "Ö"
    assert ask(app, "GET", "/collaborations/3").status_code == 404
    assert (
        ask(app, "POST", "/collaborations/3/check", params={"at": "2015-03-01"}).status_code == 404
    )


def test_those_that_come_at_once_get_numbers_of_their_own(app: Any) -> None:
    import httpx

    async def posted() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://hagby") as client:
            sent = [client.post("/collaborations", content=GOOD, headers=JSON) for _ in range(8)]
            return await asyncio.gather(*sent)

    assert sorted(one.json()["number"] for one in asyncio.run(posted())) == [*range(1, 9)]


@pytest.mark.parametrize(
    ("header", "parameter", "lang"),
    [("en-GB, sv;q=0.5", None, "en"), ("en", "sv", "sv"), ("sv", "en", "en"), ("da", None, "sv")],
)
def test_a_report_is_told_in_the_language_that_is_asked_for(
    app: Any, header: str, parameter: str | None, lang: Any
) -> None:
    post(app, GOOD)
    more = {"lang": parameter} if parameter else {}
    params = {"at": "2015-03-01", **more}
    answer = ask(
        app, "POST", "/collaborations/1/check", params=params, headers={"accept-language": header}
    )
    assert answer.status_code == 200
    report = sam.check_json(GOOD, at=AT)
    assert answer.json() == report.to_dict(lang)


def test_the_answer_is_that_of_the_page(app: Any) -> None:
    sent = (ROOT / "docs/files/hagby.json").read_bytes()
    shown = shown_in("embed-in-a-web-framework.md", "json")
    assert post(app, sent).json() == json.loads(shown)


def test_the_bridge_reads_one_thing_alone_and_what_fastapi_has_parsed() -> None:
    module = example("fastapi_app", "fastapi", "httpx")
    from fastapi import Body, FastAPI
    from fastapi.exceptions import RequestValidationError

    app: FastAPI = module.Api()
    app.add_exception_handler(RequestValidationError, module.refused)

    @app.post("/areas")
    def take(area: Annotated[sam.FocusArea, module.Bridge(), Body()]) -> str:
        return area.name

    assert ask(app, "POST", "/areas", json={"id": "a", "name": "Ö"}).json() == "Ö"
    for wrong, code, place in (
        ({"id": "a"}, "TYP002", ""),
        ({"id": "a", "name": "Ö", "gaol": "x"}, "MEM002", "/gaol"),
        ({"id": "a", "name": 7}, "TYP001", "/name"),
        ([FREE_TEXT], "TYP001", ""),
        (FREE_TEXT, "TYP001", ""),
        ({"id": "a", "name": f"{FREE_TEXT} {NUMBER}"}, "PRI001", "/name"),
    ):
        answer = ask(app, "POST", "/areas", json=wrong)
        assert answer.status_code == 422
        assert [(one["code"], one["pointer"]) for one in answer.json()["faults"]] == [(code, place)]
        assert FREE_TEXT not in answer.text
    body = ask(app, "GET", "/openapi.json").json()["paths"]["/areas"]["post"]["requestBody"]
    ref = {"$ref": "#/components/schemas/FocusArea"}
    assert body["content"]["application/json"]["schema"] == ref


# --- bad input ---------------------------------------------------------------------------------


def test_a_member_that_nobody_knows_is_refused(app: Any) -> None:
    answer = post(app, with_member('"metod": "Ett möte"'))
    assert answer.status_code == 422
    (fault,) = answer.json()["faults"]
    assert (fault["code"], fault["pointer"]) == ("MEM002", "/metod")


@BAD
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_cannot_be_read_is_answered_by_its_faults(
    app: Any, data: bytes, code: str, place: str, lang: Any
) -> None:
    answer = post(app, data, lang)
    assert answer.status_code == 422
    assert (code, place) in [(one["code"], one["pointer"]) for one in answer.json()["faults"]]
    messages = {one.message(lang) for one in sam.read(data, unknown="reject").report}
    assert {one["message"] for one in answer.json()["faults"]} <= messages
    assert ask(app, "GET", "/collaborations/1").status_code == 404
    assert FREE_TEXT not in answer.text
    assert NUMBER not in answer.text


def test_a_body_of_nothing_is_refused(app: Any) -> None:
    answer = post(app, b"")
    assert answer.status_code == 422
    assert [one["pointer"] for one in answer.json()["faults"]] == [""]


@pytest.mark.parametrize("size", [1_000_001, 10_000_001])
def test_a_body_above_a_megabyte_is_not_taken_in(app: Any, size: int) -> None:
    answer = post(app, GOOD.ljust(size))
    assert answer.status_code == 413
    assert ask(app, "GET", "/collaborations/1").status_code == 404


@pytest.mark.parametrize(
    "at",
    [
        "2015-02-29",
        "20150301",
        "2015-03-01T00:00:00",
        "2015-W09-7",
        "0",
        "",
        "\uff12\uff10\uff11\uff15-03-01",
        NUMBER,
    ],
)
def test_a_day_is_read_as_strictly_as_in_a_document(app: Any, at: str) -> None:
    post(app, GOOD)
    answer = check(app, at)
    assert answer.status_code == 422
    assert [(one["code"], one["pointer"]) for one in answer.json()["faults"]] == [("TYP005", "/at")]
    assert NUMBER not in answer.text


def test_a_check_needs_a_day(app: Any) -> None:
    post(app, GOOD)
    answer = ask(app, "POST", "/collaborations/1/check")
    assert answer.status_code in {400, 422}


# --- the description ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", APPS)
def test_the_description_refers_to_our_schema(name: str) -> None:
    app = example(name, name.removesuffix("_app"), "httpx").application()
    found = ask(app, "GET", APPS[name]).json()
    body = found["paths"]["/collaborations"]["post"]["requestBody"]
    ref = {"$ref": "#/components/schemas/Collaboration"}
    assert body == {"content": {"application/json": {"schema": ref}}, "required": True}
    ours = openapi(sam.Collaboration)["components"]["schemas"]
    assert {part: found["components"]["schemas"][part] for part in ours} == ours
    assert ask(app, "GET", APPS[name]).json() == found


@pytest.mark.parametrize("name", APPS)
def test_another_finds_no_fault_with_the_description(name: str) -> None:
    judges = pytest.importorskip(
        "openapi_spec_validator", reason="the judge of OpenAPI is not installed"
    )
    app = example(name, name.removesuffix("_app"), "httpx").application()
    judges.validate(ask(app, "GET", APPS[name]).json(), cls=judges.OpenAPIV31SpecValidator)


@pytest.mark.parametrize("name", APPS)
def test_the_schema_in_the_description_judges_as_the_reader(name: str) -> None:
    judges = pytest.importorskip("jsonschema_rs", reason="the other judge is not installed")
    app = example(name, name.removesuffix("_app"), "httpx").application()
    found = ask(app, "GET", APPS[name]).json()
    judge = judges.validator_for({**found, "$ref": "#/components/schemas/Collaboration"})
    assert judge.is_valid(json.loads(GOOD))
    assert not judge.is_valid({**json.loads(GOOD), "illustrative": "true"})
