"""The REST routes: thin, typed, and all answering failures in one shape."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from imaginario import __version__
from imaginario.aio import in_thread
from imaginario.api import calls, guard
from imaginario.api.frames import Address, gather
from imaginario.api.guard import Caller
from imaginario.api.page import page, style_sheet
from imaginario.api.problems import answer, invalid
from imaginario.api.schema import (
    CartoonizeIn,
    ChatIn,
    ChatOut,
    ErrorOut,
    ImagineIn,
    ImagineOut,
    ModelsOut,
    RecipeIn,
    RecipeOut,
)
from imaginario.api.streaming import EventStream, Gone, unless_gone
from imaginario.errors import NoSuchRoute, StudioError, UserError
from imaginario.i18n import Translator
from imaginario.wiring import House

CLIENT_CLOSED = 499
"""What proxies write down for a caller that hung up; nobody reads it."""
STREAM = "text/event-stream"
_EVENTS: dict[int | str, dict[str, Any]] = {200: {"content": {STREAM: {"schema": {"type": "string"}}}}}
_UPLOAD = {
    "requestBody": {
        "required": True,
        "content": {
            "image/png": {"schema": {"type": "string", "format": "binary"}},
            "application/json": {"schema": RecipeIn.model_json_schema()},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"image": {"type": "string", "format": "binary"}},
                    "required": ["image"],
                }
            },
        },
    }
}


def rest_app(house: House) -> FastAPI:
    """The REST API as an application of its own, to be mounted behind the guard."""
    app = FastAPI(title="Imaginário", version=__version__, docs_url=None, redoc_url=None)
    app.state.house = house
    app.include_router(router())
    app.add_exception_handler(StudioError, _failed)
    app.add_exception_handler(RequestValidationError, _misread)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Gone, _gone)
    app.add_exception_handler(Exception, _crashed)
    return app


def router() -> APIRouter:
    """The routes."""
    routes = APIRouter(responses={"4XX": {"model": ErrorOut}, "5XX": {"model": ErrorOut}})
    add = routes.add_api_route
    add("/imagine", imagine, methods=["POST"], response_model=ImagineOut, responses=_EVENTS)
    add("/cartoonize", cartoonize, methods=["POST"], response_model=ImagineOut, responses=_EVENTS)
    add("/chat", chat, methods=["POST"], response_model=ChatOut, responses=_EVENTS)
    add("/recipe", recipe, methods=["POST"], response_model=RecipeOut, openapi_extra=_UPLOAD)
    add("/models", models, methods=["GET"], response_model=ModelsOut)
    add("/pictures/{picture_id}", picture, methods=["GET"], response_class=Response)
    add("/docs", docs, methods=["GET"], include_in_schema=False)
    add("/docs.css", style, methods=["GET"], include_in_schema=False)
    return routes


def _house(request: Request) -> House:
    return request.app.state.house


def _caller(request: Request) -> Caller:
    return guard.caller(request.headers, request.app.state.house)


Ours = Annotated[House, Depends(_house)]
Who = Annotated[Caller, Depends(_caller)]


async def imagine(request: Request, house: Ours, who: Who, wanted: ImagineIn) -> Any:
    """Turn an idea into pictures, or change one: as JSON when they are done, or event by event."""
    keep = wanted.returns == "url"
    request.state.language = wanted.language
    t, address = calls.speaks(who, wanted.language), _address(request) if keep else None
    events = await in_thread(calls.imagine, house, who, wanted, draft=wanted.draft, keep=keep)
    if _streams(request):
        return EventStream(events, t, address)
    return calls.imagined(await unless_gone(request.receive, gather(events, t)), t, address)


async def cartoonize(request: Request, house: Ours, who: Who, wanted: CartoonizeIn) -> Any:
    """Make a cartoon of a photo."""
    return await imagine(request, house, who, wanted)


async def chat(request: Request, house: Ours, who: Who, wanted: ChatIn) -> Any:
    """Answer in a conversation: as JSON when it is done, or word by word."""
    request.state.language = wanted.language
    t = calls.speaks(who, wanted.language)
    events = calls.chat(house, who, wanted)
    if _streams(request):
        return EventStream(events, t)
    return calls.chatted(await unless_gone(request.receive, gather(events, t)), t)


async def recipe(request: Request, who: Who) -> RecipeOut:
    """Read the recipe inside a PNG, sent as it is, in a form, or in base64."""
    return await calls.read_recipe(await _uploaded(request), calls.speaks(who))


async def models(house: Ours, who: Who) -> ModelsOut:
    """List engines, assistants and their models, and the styles."""
    return await calls.models(house, who)


async def picture(house: Ours, who: Who, picture_id: str) -> Response:
    """Fetch a picture that was kept because its address was asked for."""
    found = await house.gallery.get(who.owner, picture_id)
    data = await house.gallery.data(found)
    return Response(data, media_type=found.mime, headers={"Cache-Control": "private, max-age=3600"})


async def docs(request: Request) -> Response:
    """The page about this API."""
    return page(request.app.openapi(), _words(request), request.scope.get("root_path", ""))


async def style() -> Response:
    """How that page looks."""
    return style_sheet()


def _streams(request: Request) -> bool:
    return STREAM in request.headers.get("accept", "")


def _address(request: Request) -> Address:
    root = request.scope.get("root_path", "")
    return lambda picture_id: f"{root}/pictures/{picture_id}"


async def _uploaded(request: Request) -> bytes:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        try:
            return calls.decoded(RecipeIn.model_validate_json(await request.body()).image)
        except ValidationError as error:
            raise invalid(error.errors(include_input=False, include_url=False), _words(request)) from error
    if kind == "multipart/form-data":
        async with request.form(max_files=1, max_fields=8) as form:
            parts = [part for part in form.values() if not isinstance(part, str)]
            return await parts[0].read() if parts else b""
    return await request.body()


def _words(request: Request) -> Translator:
    """The language of the answer: the one the request names, else what its headers accept."""
    said = str(getattr(request.state, "language", ""))
    return Translator(guard.language(request.headers, request.app.state.house.settings, said))


async def _failed(request: Request, error: Exception) -> Response:
    return (
        answer(error, _words(request)) if isinstance(error, StudioError) else await _crashed(request, error)
    )


async def _misread(request: Request, error: Exception) -> Response:
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    body = getattr(error, "body", None)
    request.state.language = body.get("language", "") if isinstance(body, dict) else ""
    return answer(invalid(faults, _words(request)), _words(request))


async def _refused(request: Request, error: Exception) -> Response:
    """What the framework itself refuses: unknown addresses, wrong methods, broken forms."""
    known = isinstance(error, HTTPException) and error.status_code in (404, 405)
    path = request.url.path
    found = NoSuchRoute(method=request.method, path=path) if known else UserError()
    return answer(found, _words(request))


async def _gone(request: Request, error: Exception) -> Response:
    return Response(status_code=CLIENT_CLOSED)


async def _crashed(request: Request, error: Exception) -> Response:
    return answer(StudioError(kind=type(error).__name__), _words(request))
