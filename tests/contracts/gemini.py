"""The Gemini API v1 on loopback: takes what the service takes, answers as scripted, remembers everything.

    server = GeminiServer().start()          # GOOGLE_GEMINI_BASE_URL=server.url, key server.key
    server.script(says("Hello ", "there"))   # the next answer; without one it makes up something sensible
    server.requests[-1].json                 # what came in

Wrong requests are refused before a script is looked at, in the service's own words.
"""

from __future__ import annotations

import base64
import json
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import parse_qs

import pytest

from tests.contracts.gemini_rules import MODELS, Model, Refused, camel, check_generate, check_key, error_body
from tests.contracts.loopback import Exchange, Gate, Loopback
from tests.contracts.loopback import Reply as Wire

RPC = "type.googleapis.com/google.rpc."


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One scripted answer. `gate` holds it back before the event number `gate_at` (counted from 0)."""

    events: tuple[Any, ...] = ()
    ending: Literal["clean", "cut", "half"] = "clean"
    status: int = 200
    body: bytes | None = None
    """The whole answer as it is, instead of events."""
    content_type: str = "application/json; charset=UTF-8"
    location: str = ""
    gate: Gate | None = None
    gate_at: int = 1

    def held(self, gate: Gate, at: int = 1) -> Reply:
        """The same answer, stopping at a gate before event number `at`."""
        return replace(self, gate=gate, gate_at=at)


def says(*pieces: str, finish: str | None = "STOP", thought: str = "") -> Reply:
    """A streamed answer, one event per piece; the last carries the finish reason."""
    parts: list[list[dict[str, Any]]] = [[{"text": piece}] for piece in pieces]
    if thought:
        parts.insert(0, [{"text": thought, "thought": True}])
    events = [_event(p) for p in parts] or [_event(None)]
    if finish:
        events[-1]["candidates"][0]["finishReason"] = finish
    if finish == "CONTINUATION":
        events[-1]["candidates"][0]["continuationToken"] = "dG9rZW4="
    return Reply(events=tuple(events))


def writes(draft: dict[str, Any], pieces: int = 6) -> Reply:
    """A structured answer, cut into about `pieces` events."""
    text = json.dumps(draft, ensure_ascii=False)
    step = max(1, -(-len(text) // pieces))
    return says(*(text[i : i + step] for i in range(0, len(text), step)))


def paints(
    data: bytes | None = None,
    *,
    drafts: tuple[bytes, ...] = (),
    words: str = "",
    mime: str = "image/png",
    finish: str | None = "STOP",
) -> Reply:
    """A picture; `drafts` are pictures the model only thinks, `words` come before it."""
    parts = [{**_inline(draft, "image/png"), "thought": True} for draft in drafts]
    parts += [{"text": words}] if words else []
    return Reply(events=(_event([*parts, _inline(png() if data is None else data, mime)], finish=finish),))


def declines(finish: str, words: str = "") -> Reply:
    """An answer of an image model without a picture."""
    return Reply(events=(_event([{"text": words}] if words else None, finish=finish),))


def starves() -> Reply:
    """Thinking has used up the whole allowance."""
    event = _event(None, finish="MAX_TOKENS")
    event["candidates"][0]["content"] = {"role": "model"}
    event["usageMetadata"]["thoughtsTokenCount"] = 256
    return Reply(events=(event,))


def refuses(reason: str, *pieces: str) -> Reply:
    """A filter stops the answer, after these pieces."""
    return Reply(events=(*says(*pieces, finish=None).events[: len(pieces)], _event(None, finish=reason)))


def blocks(reason: str) -> Reply:
    """The prompt itself is blocked."""
    return Reply(events=({"promptFeedback": {"blockReason": reason}, "usageMetadata": _usage()},))


def fails(code: int, status: str, message: str, *details: dict[str, Any]) -> Reply:
    """An error answer."""
    body = json.dumps(error_body(code, status, message, *details)).encode()
    return Reply(status=code, body=body)


def quota(period: str, delay: str = "", message: str = "You exceeded your current quota.") -> Reply:
    """A 429; `period` is PerMinute or PerDay, `delay` something like "38s"."""
    name = f"GenerateRequests{period}PerProjectPerModel-FreeTier"
    details: list[dict[str, Any]] = [{"@type": RPC + "QuotaFailure", "violations": [{"quotaId": name}]}]
    if delay:
        details.append({"@type": RPC + "RetryInfo", "retryDelay": delay})
    return fails(429, "RESOURCE_EXHAUSTED", message, *details)


def page(status: int, html: str) -> Reply:
    """A web page where JSON belongs."""
    return Reply(status=status, body=html.encode(), content_type="text/html")


def cuts(*pieces: str) -> Reply:
    """The connection drops after these pieces."""
    return replace(says(*pieces, finish=None), ending="cut")


def fades(*pieces: str) -> Reply:
    """The stream ends cleanly between two events, but no event carried a finish reason."""
    return says(*pieces, finish=None)


def halves(*pieces: str) -> Reply:
    """The stream ends in the middle of its last event."""
    return replace(says(*pieces), ending="half")


def breaks(code: int, status: str, message: str, *pieces: str) -> Reply:
    """An error event after these pieces."""
    return Reply(events=(*says(*pieces, finish=None).events, error_body(code, status, message)))


def nothing() -> Reply:
    """200 and not a byte."""
    return Reply(body=b"")


def silence() -> Reply:
    """Not even a status line."""
    return Reply().held(Gate(), at=-1)


class GeminiServer:
    """The service. `requests` holds every exchange, refused ones too."""

    def __init__(self, key: str = "AQ.contract-key-0123456789") -> None:
        self.key = key
        self.requests: list[Exchange] = []
        self.pages: Callable[[dict[str, str]], dict[str, Any]] | None = None
        """Answers `models.list` from its query, instead of the built-in list."""
        self._queue: list[Reply] = []
        self._by_model: dict[str, Reply] = {}
        self._loopback = Loopback(self._handle)

    @property
    def url(self) -> str:
        """What GOOGLE_GEMINI_BASE_URL has to be."""
        return self._loopback.url

    def start(self) -> GeminiServer:
        """Begin to listen."""
        self._loopback.start()
        return self

    def stop(self) -> None:
        """Drop every connection."""
        self._loopback.stop()

    def script(self, *replies: Reply, model: str = "") -> None:
        """Queue answers, one per request; with `model`, one answer for all requests to it."""
        if model:
            self._by_model[model] = replies[-1]
        else:
            self._queue.extend(replies)

    async def _handle(self, exchange: Exchange, wire: Wire) -> None:
        self.requests.append(exchange)
        try:
            await self._answer(exchange, wire)
        except Refused as refusal:
            await _send_json(wire, refusal.body, refusal.code)

    async def _answer(self, exchange: Exchange, wire: Wire) -> None:
        check_key(exchange.headers.get("x-goog-api-key"), self.key)
        version, _, rest = exchange.path.strip("/").partition("/")
        if version not in ("v1", "v1beta") or not rest.startswith("models"):
            raise Refused(404, "NOT_FOUND", "Not Found")
        name, _, method = rest.removeprefix("models").removeprefix("/").partition(":")
        if exchange.method == "GET":
            await self._list(exchange, wire)
        elif method in ("generateContent", "streamGenerateContent"):
            model = check_generate(name, exchange.json)
            reply = self._next(name, model, camel(exchange.json))
            await _play(reply, wire, streamed=method.startswith("stream"))
        else:
            raise Refused(404, "NOT_FOUND", "Not Found")

    async def _list(self, exchange: Exchange, wire: Wire) -> None:
        query = {k: v[0] for k, v in parse_qs(exchange.query).items()}
        if self._queue:
            await _play(self._queue.pop(0), wire, streamed=False)
        else:
            await _send_json(wire, (self.pages or _page_of_models)(query))

    def _next(self, name: str, model: Model, body: dict[str, Any]) -> Reply:
        if name in self._by_model:
            return self._by_model[name]
        return self._queue.pop(0) if self._queue else _sensible(model, body)


async def _play(reply: Reply, wire: Wire, *, streamed: bool) -> None:
    if reply.gate and reply.gate_at < 0:
        await reply.gate.wait()
    if reply.body is not None:
        extra = {"Location": reply.location} if reply.location else {}
        await wire.send(reply.status, reply.body, reply.content_type, **extra)
    elif not streamed:
        await _send_json(wire, reply.events[-1])
    else:
        await _stream(reply, wire)


async def _stream(reply: Reply, wire: Wire) -> None:
    wire.begin("text/event-stream")
    for index, event in enumerate(reply.events):
        if reply.gate and reply.gate_at == index:
            await reply.gate.wait()
        data = json.dumps(event, ensure_ascii=False).encode()
        if reply.ending == "half" and index == len(reply.events) - 1:
            data = data[: len(data) // 2]
        await wire.piece(b"data: " + data + (b"" if reply.ending == "half" else b"\r\n\r\n"))
    if reply.ending == "cut":
        wire.cut()
    else:
        await wire.end()


async def _send_json(wire: Wire, value: Any, status: int = 200) -> None:
    await wire.send(status, json.dumps(value).encode(), "application/json; charset=UTF-8")


def _event(parts: list[dict[str, Any]] | None, finish: str | None = None) -> dict[str, Any]:
    candidate: dict[str, Any] = {"index": 0}
    if parts is not None:
        candidate["content"] = {"role": "model", "parts": parts}
    if finish:
        candidate["finishReason"] = finish
    return {
        "candidates": [candidate],
        "usageMetadata": _usage(),
        "modelVersion": "contract",
        "responseId": "r1",
    }


def _usage() -> dict[str, int]:
    return {"promptTokenCount": 7, "candidatesTokenCount": 5, "totalTokenCount": 12}


def _page_of_models(query: dict[str, str]) -> dict[str, Any]:
    size, start = int(query.get("pageSize", 50)), int(query.get("pageToken", 0))
    listed = [
        {
            "name": f"models/{name}",
            "version": "001",
            "displayName": model.title,
            "inputTokenLimit": 1048576,
            "outputTokenLimit": 65536,
            "supportedGenerationMethods": list(model.methods),
        }
        for name, model in list(MODELS.items())[start : start + size]
    ]
    more = {"nextPageToken": str(start + size)} if start + size < len(MODELS) else {}
    return {"models": listed, **more}


def _sensible(model: Model, body: dict[str, Any]) -> Reply:
    """What an unscripted server answers: a picture, a draft by the schema asked for, or a greeting."""
    if model.image:
        return paints(oblong(*_size(body)))
    schema = body.get("generationConfig", {}).get("responseJsonSchema")
    idea = "".join(p.get("text", "") for p in body["contents"][-1]["parts"])
    if schema is None:
        return says("You ", "said: ", idea)
    made_up = {
        "prompt_local": f"Uma cena com {idea}",
        "prompt": f"A scene with {idea}, soft morning light, wide shot",
        "negative_prompt": "blurry, text",
        "title": idea[:40],
        "alt_text": f"A picture of {idea}.",
    }
    return writes({name: made_up.get(name, "") for name in schema["properties"]})


def _inline(data: bytes, mime: str) -> dict[str, Any]:
    return {"inlineData": {"mimeType": mime, "data": base64.b64encode(data).decode()}}


def _size(body: dict[str, Any]) -> tuple[int, int]:
    """The shape asked for, a sixteenth as large as the service paints it."""
    config = body.get("generationConfig", {}).get("imageConfig") or {}
    wide, high = map(int, config.get("aspectRatio", "1:1").split(":"))
    side = 64 * int(config.get("imageSize", "1K")[0])
    return round(side * (wide / high) ** 0.5), round(side * (high / wide) ** 0.5)


def png(side: int = 64, color: tuple[int, int, int] = (40, 120, 200)) -> bytes:
    """A small square picture of one colour."""
    return oblong(side, side, color)


def oblong(width: int, height: int, color: tuple[int, int, int] = (40, 120, 200)) -> bytes:
    """A small picture of one colour."""
    row = b"\0" + bytes(color) * width

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(row * height))
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def gemini_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[GeminiServer]:
    """A running server, with the environment pointing the real SDK at it and at nothing else."""
    for name in ("GOOGLE_API_KEY", "GEMINI_API_KEY", "GOOGLE_GENAI_API_VERSION", "GOOGLE_GENAI_HTTP_CLIENT"):
        monkeypatch.delenv(name, raising=False)
    server = GeminiServer().start()
    monkeypatch.setenv("GOOGLE_GEMINI_BASE_URL", server.url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    yield server
    server.stop()
