"""The same functions as MCP tools, over streamable HTTP without sessions."""

from __future__ import annotations

import base64
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from imaginario import __version__, imaging
from imaginario.aio import in_thread
from imaginario.api import calls, guard
from imaginario.api.frames import gather
from imaginario.api.guard import LARGEST, Caller
from imaginario.api.problems import as_json, invalid, told
from imaginario.api.schema import CartoonizeIn, ChatIn, PaintIn, RecipeIn
from imaginario.errors import NoSuchRoute, StudioError
from imaginario.events import Saved
from imaginario.i18n import Translator
from imaginario.images import Image
from imaginario.present import Transcript
from imaginario.wiring import House

if TYPE_CHECKING:
    from mcp.server.context import ServerRequestContext
    from mcp.server.lowlevel import Server
    from mcp_types import CallToolResult, ContentBlock, Tool
    from starlette.types import ASGIApp

LARGEST_RESULT = 700_000
"""Bytes a picture may have in a tool's result; clients stop reading an event at a megabyte of base64."""
LONGEST_SIDE = 1024
"""Pixels of the longer side of the smaller picture sent instead."""
SIDE_OF_MANY = 384
"""The same where several pictures share the room of one."""
INSTRUCTIONS = (
    "Imaginário turns ideas into pictures. Call `imagine` with the idea in the person's own words and "
    "language: an assistant writes the prompt. The picture comes back with its recipe; the original PNG is "
    "at the address given."
)


class _Nothing(BaseModel):
    model_config = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class _Call:
    """One call of a tool."""

    house: House
    caller: Caller
    context: ServerRequestContext[Any, Any]

    def words(self, said: str = "") -> Translator:
        return calls.speaks(self.caller, said)

    def address(self, picture_id: str) -> str:
        base = str(self.context.request.base_url) if self.context.request is not None else "/"
        return f"{base}api/pictures/{picture_id}"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A tool: what it takes, what it does, and what a model is told of it."""

    takes: type[BaseModel]
    run: Callable[[_Call, Any], Awaitable[CallToolResult]]
    about: str
    read_only: bool = True


async def _imagine(call: _Call, wanted: PaintIn) -> CallToolResult:
    t = call.words(wanted.language)
    events = await in_thread(calls.imagine, call.house, call.caller, wanted, keep=True)
    found = await gather(events, t, lambda seen: _progress(call, seen))
    out = calls.imagined(found, t, call.address)
    blocks = [block for event in found.saved for block in await _shown(event, call, len(found.saved))]
    if out.sheet is not None and out.sheet.image is not None:
        data = base64.b64decode(out.sheet.image)
        blocks.append(await _picture(Image(data, out.sheet.mime, out.sheet.width, out.sheet.height)))
        out.sheet = None  # once is enough
    if out.error is not None:
        blocks.append(_text(f"{out.error.message} {out.error.cure}"))
    return _result([*blocks, *map(_text, out.notes)], out.model_dump(exclude_none=True))


async def _chat(call: _Call, wanted: ChatIn) -> CallToolResult:
    t = call.words(wanted.language)
    found = await gather(calls.chat(call.house, call.caller, wanted), t, lambda seen: _progress(call, seen))
    out = calls.chatted(found, t)
    pictures = [await _picture(event.image) for event in found.saved]
    return _result([_text(out.text), *pictures], out.model_dump(exclude={"pictures"}))


async def _recipe(call: _Call, wanted: RecipeIn) -> CallToolResult:
    out = await calls.read_recipe(calls.decoded(wanted.image), call.words())
    return _result([_text(out.message or _json(out.recipe))], out.model_dump())


async def _models(call: _Call, wanted: _Nothing) -> CallToolResult:
    out = (await calls.models(call.house, call.caller)).model_dump(mode="json")
    return _result([_text(_json(out))], out)


TOOLS: Mapping[str, _Kind] = {
    "imagine": _Kind(
        PaintIn, _imagine, "Turn an idea, in any language, into a picture, or change one.", read_only=False
    ),
    "cartoonize": _Kind(CartoonizeIn, _imagine, "Make a cartoon of a photo.", read_only=False),
    "chat": _Kind(ChatIn, _chat, "Ask the app's assistant, for example about pictures and prompts."),
    "recipe": _Kind(RecipeIn, _recipe, "Read how a PNG was made: prompt, model, seed and more."),
    "models": _Kind(_Nothing, _models, "List the engines, assistants, models and styles at hand."),
}


def mcp_app(house: House) -> tuple[ASGIApp, AbstractAsyncContextManager[None]]:
    """The tools as an ASGI application, and what has to be entered while it serves."""
    from mcp.server.lowlevel import Server
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
    from mcp_types import CallToolRequestParams, ListToolsResult, PaginatedRequestParams

    async def listed(_: Any, params: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[_tool(name, kind) for name, kind in TOOLS.items()])

    async def called(context: Any, params: CallToolRequestParams) -> CallToolResult:
        return await _called(house, context, params.name, params.arguments or {})

    server: Server[Any] = Server(
        "imaginario",
        title="Imaginário",
        version=__version__,
        instructions=INSTRUCTIONS,
        get_tool_input_schema=lambda name: TOOLS[name].takes.model_json_schema() if name in TOOLS else None,
        on_list_tools=listed,
        on_call_tool=called,
    )
    manager = StreamableHTTPSessionManager(server, stateless=True, max_request_body_size=LARGEST)
    return manager.asgi_app, manager.run()


def _tool(name: str, kind: _Kind) -> Tool:
    from mcp_types import Tool, ToolAnnotations

    hints = ToolAnnotations(read_only_hint=kind.read_only, destructive_hint=False)
    schema = kind.takes.model_json_schema()
    return Tool(name=name, description=kind.about, input_schema=schema, annotations=hints)


async def _called(
    house: House, context: ServerRequestContext[Any, Any], name: str, arguments: Mapping[str, Any]
) -> CallToolResult:
    """Run a tool; failures are results that say cause and cure, for the model to read."""
    headers = context.request.headers if context.request is not None else {}
    t = Translator(guard.language(headers, house.settings, str(arguments.get("language", ""))))
    try:
        if name not in TOOLS:
            raise NoSuchRoute(method="MCP", path=name)
        call = _Call(house, guard.caller(headers, house), context)
        wanted = TOOLS[name].takes.model_validate(dict(arguments))
        with _turn(call) if f"/{name}" in guard.WORK else nullcontext():
            return await TOOLS[name].run(call, wanted)
    except ValidationError as error:
        failure: StudioError = invalid(error.errors(include_input=False, include_url=False), t)
    except StudioError as error:
        failure = error
    result = _result([_text(told(failure, t).line)], as_json(failure, t))
    return result.model_copy(update={"is_error": True})


@contextmanager
def _turn(call: _Call) -> Iterator[None]:
    """One of the turns that this client may have going on at once. Raises `TooMany`."""
    request = call.context.request
    client = request.client.host if request is not None and request.client else ""
    if (error := call.house.turns.take(client)) is not None:
        raise error
    try:
        yield
    finally:
        call.house.turns.leave(client)


async def _progress(call: _Call, seen: Transcript) -> None:
    if seen.status:
        await call.context.session.report_progress(seen.step, seen.steps or None, seen.status)


async def _shown(event: Saved, call: _Call, of: int) -> list[ContentBlock]:
    recipe = {
        k: event.recipe[k]
        for k in ("idea", "prompt", "engine", "model", "seed", "label")
        if k in event.recipe
    }
    picture = await _picture(event.image, of)
    return [picture, _text(f"{call.address(event.picture_id)}\n{_json(recipe)}")]


async def _picture(image: Image, of: int = 1) -> ContentBlock:
    """The picture, one of several, or a smaller copy where it would be too much for a client."""
    from mcp_types import ImageContent

    if len(image.data) > LARGEST_RESULT // of:
        image = await in_thread(imaging.preview, image.data, LONGEST_SIDE if of == 1 else SIDE_OF_MANY)
    return ImageContent(data=base64.b64encode(image.data).decode(), mime_type=image.mime)


def _text(text: str) -> ContentBlock:
    from mcp_types import TextContent

    return TextContent(text=text)


def _result(blocks: list[ContentBlock], structure: dict[str, Any]) -> CallToolResult:
    from mcp_types import CallToolResult

    return CallToolResult(content=blocks, structured_content=structure)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
