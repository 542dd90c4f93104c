"""Collaborations over HTTP, with Litestar: `uvicorn --factory litestar_app:application`."""

from asyncio import to_thread
from dataclasses import dataclass
from typing import Any

from litestar import Litestar, Request, Response, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.exceptions import NotFoundException
from litestar.openapi import ResponseSpec
from litestar.openapi.spec import OpenAPIMediaType, Operation, Reference, RequestBody
from litestar.params import FromPath, FromQuery, SkipValidation

import samverkan_core as sam
from samverkan_core.interop.web import day_asked, faults_found, lang_asked
from samverkan_core.serialization.json_schema import openapi

#: What came of our own reading: Litestar is not to look into it again.
Held = NamedDependency[SkipValidation[sam.Collaboration]]
#: What is said of a body or a day that cannot be read.
FAULTS = {
    422: ResponseSpec(
        dict[str, list[dict[str, str]]], description="Every fault.", generate_examples=False
    )
}


async def strict_body(request: Request[Any, Any, Any]) -> sam.Collaboration:
    """Read the bytes ourselves: Litestar passes over members that it does not know."""
    return await to_thread(sam.loads, await request.body(), unknown="reject")


@dataclass
class TakesCollaboration(Operation):
    """An operation whose body Litestar does not read, and so cannot describe."""

    def __post_init__(self) -> None:
        """Describe the body by the schema of the library."""
        schema = OpenAPIMediaType(schema=Reference(ref="#/components/schemas/Collaboration"))
        self.request_body = RequestBody(content={"application/json": schema}, required=True)


def refused(request: Request[Any, Any, Any], error: sam.LoadError) -> Response[Any]:
    """Answer with every fault, each with its place, in the language of whoever sent it."""
    lang = lang_asked(request.headers.get("accept-language"))
    return Response({"faults": faults_found(error, lang)}, status_code=422)


async def named(state: State, number: FromPath[int]) -> sam.Collaboration:
    """Find the collaboration that the path names."""
    held: dict[int, sam.Collaboration] = state.held
    if number not in held:
        raise NotFoundException
    return held[number]


@post(
    "/collaborations",
    dependencies={"collab": Provide(strict_body)},
    operation_class=TakesCollaboration,
    responses=FAULTS,
)
async def take(collab: Held, state: State) -> dict[str, int]:
    """Take in a collaboration, whole or not at all."""
    number = len(state.held) + 1
    state.held[number] = collab
    return {"number": number}


@get("/collaborations/{number:int}", dependencies={"collab": Provide(named)})
async def give(collab: Held) -> Response[bytes]:
    """Give a collaboration as it is written."""
    return Response(sam.dumps(collab), media_type="application/json")


@post(
    "/collaborations/{number:int}/check",
    dependencies={"collab": Provide(named)},
    status_code=200,
    sync_to_thread=True,
    responses=FAULTS,
)
def check(
    collab: Held,
    request: Request[Any, Any, Any],
    at: FromQuery[str],
    lang: FromQuery[str | None] = None,
) -> dict[str, Any]:
    """Check a collaboration on a day; `lang` goes before the header."""
    words = lang_asked(lang or request.headers.get("accept-language"))
    return sam.check(collab, at=day_asked(at)).to_dict(words)


def application() -> Litestar:
    """Put it together; a body above a megabyte is not even taken in."""
    app = Litestar(
        [take, give, check],
        exception_handlers={sam.LoadError: refused},
        request_max_body_size=1_000_000,
        state=State({"held": {}}),
    )
    app.openapi_schema.components.schemas |= openapi(sam.Collaboration)["components"]["schemas"]
    return app
