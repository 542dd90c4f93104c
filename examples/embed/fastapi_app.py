"""Collaborations over HTTP, with FastAPI: `uvicorn --factory fastapi_app:application`."""

from collections.abc import Callable, Coroutine
from datetime import date
from typing import Annotated, Any

from fastapi import Body, FastAPI, Header, HTTPException, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BeforeValidator
from pydantic_core import core_schema

import samverkan_core as sam
from samverkan_core.interop.web import day_asked, faults_found, lang_asked
from samverkan_core.serialization.json_schema import openapi


class Bridge:
    """Lets pydantic read a thing of ours with our reader, and describe it with our schema."""

    def __get_pydantic_core_schema__(self, cls: type, _: object) -> core_schema.CoreSchema:
        """Read bytes as they came, or plain values that something else has parsed."""

        def read(body: bytes | dict[str, Any]) -> object:
            if isinstance(body, bytes):
                return sam.loads(body, type=cls, unknown="reject")
            return sam.from_plain(body, type=cls, unknown="reject")

        about = {"name": cls.__name__}
        return core_schema.no_info_plain_validator_function(read, metadata=about)

    def __get_pydantic_json_schema__(self, found: dict[str, Any], _: object) -> dict[str, Any]:
        """Refer to the component that `Api` has."""
        return {"$ref": f"#/components/schemas/{found['metadata']['name']}"}


class Untouched(Request):
    """A request whose body reaches the bridge as it came: no name or number is lost on the way."""

    async def json(self) -> bytes:
        """Give the bytes where FastAPI asks for what they stand for."""
        return await self.body()


class StrictRoute(APIRoute):
    """A route whose requests are not touched."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Hand such a request to what FastAPI would do."""
        handle = super().get_route_handler()

        async def untouched(request: Request) -> Response:
            return await handle(Untouched(request.scope, request.receive))

        return untouched


class Api(FastAPI):
    """An application whose description holds our schemas."""

    def openapi(self) -> dict[str, Any]:
        """Add them to what FastAPI found."""
        parts = super().openapi().setdefault("components", {}).setdefault("schemas", {})
        parts |= openapi(sam.Collaboration)["components"]["schemas"]
        return super().openapi()


async def refused(request: Request, error: Exception) -> JSONResponse:
    """Answer with every fault, each with its place; never with what was sent."""
    lang = lang_asked(request.headers.get("accept-language"))
    faults: list[dict[str, str]] = []
    for one in error.errors() if isinstance(error, RequestValidationError) else ():
        cause, place = one.get("ctx", {}).get("error"), one["loc"][1:]
        if isinstance(cause, sam.LoadError):
            faults += faults_found(cause, lang)
        else:
            pointer = "".join(f"/{step}" for step in place)
            faults.append({"code": one["type"], "pointer": pointer, "message": one["msg"]})
    return JSONResponse({"faults": faults}, status_code=422)


def application() -> FastAPI:
    """Put it together; a body above a megabyte is not even taken in."""
    told = {"model": dict[str, list[dict[str, str]]], "description": "Every fault."}
    app = Api(max_body_size=1_000_000, responses={422: told})
    app.router.route_class = StrictRoute
    app.add_exception_handler(RequestValidationError, refused)
    held: dict[int, sam.Collaboration] = {}

    def named(number: int) -> sam.Collaboration:
        if number not in held:
            raise HTTPException(404)
        return held[number]

    @app.post("/collaborations", status_code=201)
    async def take(collab: Annotated[sam.Collaboration, Bridge(), Body()]) -> dict[str, int]:
        number = len(held) + 1
        held[number] = collab
        return {"number": number}

    @app.get("/collaborations/{number}")
    def give(number: int) -> Response:
        return Response(sam.dumps(named(number)), media_type="application/json")

    @app.post("/collaborations/{number}/check")
    def check(
        number: int,
        at: Annotated[date, BeforeValidator(day_asked), Query()],
        lang: str | None = None,
        accept_language: Annotated[str | None, Header()] = None,
    ) -> dict[str, Any]:
        words = lang_asked(lang or accept_language)
        return sam.check(named(number), at=at).to_dict(words)

    return app
