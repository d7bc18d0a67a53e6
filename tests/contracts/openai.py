"""OpenAI's API on loopback, and the likes of Ollama and LocalAI: refuses first, then answers as scripted.

    server = OpenAIServer().start()                 # base URL server.url, key server.key
    server = OpenAIServer("", LOCAL).start()        # a server of one's own that asks for no key
    server.script(says("Hello ", "there"))          # the next answer; else it makes up something sensible
    server.requests[-1].json                        # what came in; server.forms[-1] for an edit

`server.refuses` are fields that models of other makers turn down; `server.paths` what is served at all.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import pytest

from tests.contracts.gemini import oblong
from tests.contracts.loopback import Exchange, Gate, Loopback
from tests.contracts.loopback import Reply as Wire
from tests.contracts.openai_rules import (
    MODELS,
    Form,
    Model,
    Refused,
    check_chat,
    check_edit,
    check_image,
    check_key,
    error_body,
    read_form,
)

KEY = "sk-contract-0123456789abcdef"


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One scripted answer. `gate` holds it back before the event number `gate_at`; -1 = before everything."""

    events: tuple[Any, ...] = ()
    ending: Literal["clean", "cut", "mute"] = "clean"
    status: int = 200
    body: bytes | None = None
    """The whole answer as it is, instead of events."""
    content_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    gate: Gate | None = None
    gate_at: int = 1

    def held(self, gate: Gate, at: int = 1) -> Reply:
        """The same answer, stopping at a gate."""
        return replace(self, gate=gate, gate_at=at)


def says(*pieces: str, finish: str | None = "stop", thought: str = "", refusal: str = "") -> Reply:
    """A streamed answer, one event per piece, and one of its own for the finish reason."""
    deltas: list[dict[str, Any]] = [{"role": "assistant", "content": ""}]
    deltas += [{"reasoning_content": thought}] if thought else []
    deltas += [{"content": piece} for piece in pieces]
    deltas += [{"refusal": refusal}] if refusal else []
    events = [_chunk(delta) for delta in deltas]
    return Reply(events=tuple(events + ([_chunk({}, finish), _usage()] if finish else [])))


def writes(draft: Mapping[str, Any], pieces: int = 6) -> Reply:
    """A structured answer, cut into about `pieces` events."""
    text = json.dumps(draft, ensure_ascii=False)
    step = max(1, -(-len(text) // pieces))
    return says(*(text[i : i + step] for i in range(0, len(text), step)))


def fails(
    status: int,
    message: str = "",
    *,
    code: str | None = None,
    kind: str = "",
    param: str = "",
    **headers: str,
) -> Reply:
    """An error answer; underscores in the names of headers stand for dashes."""
    body = error_body(message, code=code, param=param or None, kind=kind or "invalid_request_error")
    told = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Reply(status=status, body=json.dumps(body).encode(), headers=told)


def answers(body: Any, status: int = 200, content_type: str = "application/json") -> Reply:
    """An answer of any form."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Reply(status=status, body=data, content_type=content_type)


def cuts(*pieces: str) -> Reply:
    """The connection drops after these pieces."""
    return replace(says(*pieces, finish=None), ending="cut")


def breaks(*pieces: str, message: str = "The server had an error", code: str = "server_error") -> Reply:
    """An error event after these pieces."""
    events = (*says(*pieces, finish=None).events, error_body(message, code=code, kind="server_error"))
    return Reply(events=events, ending="mute")


def paints(*pictures: bytes, url: str = "", revised: str = "") -> Reply:
    """Pictures inside the answer, or the address of one."""
    data: list[dict[str, Any]] = [{"b64_json": base64.b64encode(p).decode()} for p in pictures]
    data += [{"url": url}] if url else []
    for item in data:
        item.update({"revised_prompt": revised} if revised else {})
    return answers({"created": 1, "data": data})


class OpenAIServer:
    """The service. `requests` holds every exchange, refused ones too; `forms` what edits brought."""

    def __init__(self, key: str = KEY, models: Mapping[str, Model] = MODELS) -> None:
        self.key = key
        self.models = dict(models)
        self.requests: list[Exchange] = []
        self.forms: list[Form] = []
        self.refuses: set[str] = set()
        self.paths = {"models", "chat/completions", "images/generations", "images/edits"}
        self.files: dict[str, bytes] = {}
        """Pictures to be fetched, by their path."""
        self.kinds = False
        """Whether the list of models tells what each is for, as Together's does."""
        self._queue: list[Reply] = []
        self._loopback = Loopback(self._handle)

    @property
    def url(self) -> str:
        """What OPENAI_BASE_URL has to be."""
        return f"{self._loopback.url}/v1"

    def start(self) -> OpenAIServer:
        """Begin to listen."""
        self._loopback.start()
        return self

    def stop(self) -> None:
        """Drop every connection."""
        self._loopback.stop()

    def script(self, *replies: Reply) -> None:
        """Queue answers, one per request that is not refused."""
        self._queue.extend(replies)

    async def _handle(self, exchange: Exchange, wire: Wire) -> None:
        self.requests.append(exchange)
        try:
            await self._answer(exchange, wire)
        except Refused as refusal:
            await _send(wire, refusal.body, refusal.status)

    async def _answer(self, exchange: Exchange, wire: Wire) -> None:
        if exchange.path in self.files:
            await wire.send(200, self.files[exchange.path], "image/png")
            return
        path = exchange.path.removeprefix("/v1/")
        if path not in self.paths:
            await wire.send(404, b"404 page not found", "text/plain")
            return
        check_key(exchange.headers.get("authorization"), self.key)
        usual = self._made_up(path, exchange)
        await _play(self._queue.pop(0) if self._queue else usual, wire)

    def _made_up(self, path: str, exchange: Exchange) -> Reply:
        """The sensible answer, after everything that is to be refused has been."""
        if path == "models":
            return self._listed()
        if path == "chat/completions":
            body = exchange.json
            model = check_chat(body, self.models)
            self._turned_down(body, model)
            return _talk(body)
        if path == "images/edits":
            self.forms.append(form := read_form(exchange.headers.get("content-type", ""), exchange.body))
            model = check_edit(form, self.models)
            self._turned_down(form.words, model)
            return self._picture(form.words, model)
        model = check_image(exchange.json, self.models)
        self._turned_down(exchange.json, model)
        return self._picture(exchange.json, model)

    def _turned_down(self, body: Mapping[str, Any], model: Model) -> None:
        for name in sorted(self.refuses & set(body)):
            if not model.own:
                raise Refused(422, f"extra inputs are not permitted: {name}", kind="validation_error")

    def _listed(self) -> Reply:
        told = [
            {"id": name, "object": "model", "created": 1, "owned_by": "x"}
            | ({"type": model.kind} if self.kinds else {})
            for name, model in self.models.items()
        ]
        return answers({"object": "list", "data": told})

    def _picture(self, body: Mapping[str, Any], model: Model) -> Reply:
        size = str(body.get("size", "1024x1024")).replace("auto", "1024x1024")
        wide, high = (int(side) // 16 for side in size.split("x"))
        picture = oblong(wide, high)
        if model.own or body.get("response_format") == "b64_json":
            return paints(*[picture] * int(body.get("n", 1)))
        self.files["/generated/1.png"] = picture
        return paints(url=f"{self._loopback.url}/generated/1.png")


async def _play(reply: Reply, wire: Wire) -> None:
    if reply.gate and reply.gate_at < 0:
        await reply.gate.wait()
    if reply.body is not None:
        await wire.send(reply.status, reply.body, reply.content_type, **dict(reply.headers))
        return
    wire.begin("text/event-stream")
    for index, event in enumerate(reply.events):
        if reply.gate and reply.gate_at == index:
            await reply.gate.wait()
        await wire.piece(b"data: " + json.dumps(event, ensure_ascii=False).encode() + b"\n\n")
    if reply.ending == "cut":
        wire.cut()
        return
    if reply.ending == "clean":
        await wire.piece(b"data: [DONE]\n\n")
    await wire.end()


async def _send(wire: Wire, value: Any, status: int = 200) -> None:
    await wire.send(status, json.dumps(value).encode(), "application/json")


def _chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


def _usage() -> dict[str, Any]:
    """The last event of some servers: tokens, and no choice at all."""
    usage = {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12}
    return {**_chunk({}), "choices": [], "usage": usage}


def _talk(body: dict[str, Any]) -> Reply:
    """A draft by the schema asked for, or a greeting."""
    last = body["messages"][-1]["content"]
    idea = last if isinstance(last, str) else "".join(p.get("text", "") for p in last)
    if "response_format" not in body:
        return says("You ", "said: ", idea)
    made_up = {"prompt_local": f"Uma cena com {idea}", "prompt": f"A scene with {idea}, soft morning light"}
    names = body["response_format"]["json_schema"]["schema"]["properties"]
    return writes({name: made_up.get(name, "") for name in names})


@pytest.fixture
def openai_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAIServer]:
    """A running server that is strict as OpenAI is."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    server = OpenAIServer().start()
    yield server
    server.stop()


@pytest.fixture
def local_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAIServer]:
    """A running server of one's own, which asks for no key."""
    from tests.contracts.openai_rules import LOCAL

    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    server = OpenAIServer("", LOCAL).start()
    yield server
    server.stop()
