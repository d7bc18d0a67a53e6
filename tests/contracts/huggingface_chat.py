"""The router's chat completions on loopback: which models there are, what they take, how they answer.

    server.chat.script(says("Ol", "á"), fails(429, {"error": "slow down"}))    # the next answers

Without a script a conversation is answered with a greeting, and a schema with a draft. Wrong requests are
refused before a script is looked at.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tests.contracts.huggingface_rules import JSON, Refused, an_object
from tests.contracts.loopback import Exchange, Gate
from tests.contracts.loopback import Reply as Wire

FIELDS = frozenset(
    {"model", "messages", "stream", "temperature", "top_p", "max_tokens", "response_format", "seed", "stop"}
)
RANGES: Mapping[str, tuple[tuple[type, ...], float, float]] = {
    "temperature": ((int, float), 0, 2),
    "top_p": ((int, float), 0, 1),
    "max_tokens": ((int,), 1, 1_000_000),
    "top_k": ((int,), 1, 1_000_000),
}
DRAFT = {
    "prompt_local": "Um gato de capacete, sentado na lua",
    "prompt": "A cat in a glass helmet, sitting on the cratered moon, blue earthlight",
    "negative_prompt": "blurry",
    "title": "Gato na lua",
    "alt_text": "Um gato de capacete olha a Terra.",
}


@dataclass(frozen=True, kw_only=True)
class Model:
    """A model as the router lists it. `structured` is what its providers say of themselves."""

    sees: bool = False
    structured: Sequence[bool | None] = (True,)
    status: str = "live"
    top_k: bool = True

    def listed(self, name: str) -> dict[str, Any]:
        """As it stands in the list."""
        flags = [{} if s is None else {"supports_structured_output": s} for s in self.structured]
        providers = [{"provider": f"p{i}", "status": self.status, **f} for i, f in enumerate(flags)]
        modalities = ["text", "image"] if self.sees else ["text"]
        architecture = {"input_modalities": modalities, "output_modalities": ["text"]}
        return {"id": name, "object": "model", "architecture": architecture, "providers": providers}


def router_models() -> dict[str, Model]:
    """The models a new server lists."""
    return {
        "zai-org/GLM-5": Model(structured=(None,)),
        "Qwen/Qwen3-VL-30B": Model(sees=True),
        "deepseek-ai/DeepSeek-V4-Pro": Model(structured=(False, False), top_k=False),
        "openai/gpt-oss-120b": Model(status="error"),
        "google/gemma-3-27b-it": Model(sees=True, structured=(None, True)),
    }


@dataclass(frozen=True, kw_only=True)
class ChatReply:
    """One scripted answer: a stream of pieces, or a status and a body."""

    pieces: tuple[str, ...] = ()
    finish: str | None = "stop"
    done: bool = True
    cut: bool = False
    thought: str = ""
    status: int = 200
    body: bytes | None = None
    content_type: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[bytes, ...] = ()
    """Lines of the stream as they are, after the pieces."""
    gate: Gate | None = None
    at: int = 0

    def held(self, gate: Gate, at: int = 0) -> ChatReply:
        """The same answer, held back at a gate before its piece number `at`; before everything at -1."""
        return replace(self, gate=gate, at=at)


def says(*pieces: str, **options: Any) -> ChatReply:
    """A stream of these pieces."""
    return ChatReply(pieces=pieces, **options)


def writes(draft: Mapping[str, str] | None = None, **options: Any) -> ChatReply:
    """A draft as JSON, in small pieces."""
    text = json.dumps(DRAFT if draft is None else draft, ensure_ascii=False)
    return ChatReply(pieces=tuple(text[i : i + 12] for i in range(0, len(text), 12)), **options)


def fails(status: int, body: Any, **headers: str) -> ChatReply:
    """An error; headers' dashes are written as underscores."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return ChatReply(status=status, body=data, headers=named)


class Chat:
    """What answers under /v1 of the router."""

    def __init__(self) -> None:
        self.models: dict[str, Model] = router_models()
        self.structured = True
        """Whether a schema is taken at all, whatever the list says."""
        self._script: list[ChatReply] = []

    def script(self, *replies: ChatReply) -> None:
        """Queue answers, one per completion."""
        self._script.extend(replies)

    async def answer(self, path: str, exchange: Exchange, wire: Wire) -> None:
        """Carry out one request to /v1/`path`."""
        if path == "chat/completions":
            await self._complete(exchange, wire)
            return
        if exchange.method != "GET" or not path.startswith("models"):
            raise Refused(404, {"error": {"message": "Not Found"}})
        name = path.removeprefix("models").strip("/")
        if name and name not in self.models:
            raise Refused(404, {"error": {"message": f"Model {name} not found", "code": "model_not_found"}})
        listed = [m.listed(n) for n, m in self.models.items() if name in ("", n)]
        body = listed[0] if name else {"object": "list", "data": listed}
        await wire.send(200, json.dumps(body).encode(), JSON)

    async def _complete(self, exchange: Exchange, wire: Wire) -> None:
        asked = an_object(exchange)
        self._check(asked)
        usual = writes() if "response_format" in asked else says("Olá", ", ", "gato!")
        reply = self._script.pop(0) if self._script else usual
        if reply.gate and (reply.body is not None or reply.at < 0):
            await reply.gate.wait()
        if reply.body is not None:
            await wire.send(reply.status, reply.body, reply.content_type, **reply.headers)
            return
        await _stream(reply, asked["model"], wire)

    def _check(self, asked: dict[str, Any]) -> None:
        name = str(asked.get("model")).partition(":")[0]
        model = self.models.get(name)
        if model is None or model.status != "live":
            _refuse(f"The requested model '{name}' is not supported by any provider you have enabled.")
        elif strangers := set(asked) - FIELDS - ({"top_k"} if model.top_k else set()):
            _refuse(f"property '{min(strangers)}' is unsupported")
        if asked.get("stream") is not True:
            _refuse("this contract plays streams only")
        for key, (kinds, low, high) in RANGES.items():
            if key in asked and (type(asked[key]) not in kinds or not low <= asked[key] <= high):
                _refuse(f"{key}: a number between {low} and {high} was expected")
        if "response_format" in asked:
            if not self.structured or model is None or all(s is False for s in model.structured):
                _refuse("response_format is not supported by this model")
            _check_format(asked["response_format"])
        _check_messages(asked.get("messages"), sees=model is not None and model.sees)


def _refuse(message: str) -> None:
    raise Refused(400, {"error": {"message": message, "type": "invalid_request_error"}})


def _check_format(given: Any) -> None:
    schema = given.get("json_schema") if isinstance(given, dict) else None
    if (
        not isinstance(schema, dict)
        or set(given) != {"type", "json_schema"}
        or given["type"] != "json_schema"
    ):
        _refuse("response_format: a JSON schema was expected")
    elif set(schema) != {"name", "schema", "strict"} or not re.fullmatch(r"[\w-]{1,64}", schema["name"]):
        _refuse("response_format: name, schema and strict were expected")
    elif set(schema["schema"]["required"]) != set(schema["schema"]["properties"]):
        _refuse("response_format: strict schemas require every property")


def _check_messages(messages: Any, *, sees: bool) -> None:
    """A system message, then the two sides in turn, the user first and last."""
    if not isinstance(messages, list) or not messages:
        _refuse("messages: a list was expected")
    roles = [message.get("role") for message in messages]
    talk = roles[1:] if roles[0] == "system" else roles
    if talk != ["user", "assistant"] * (len(talk) // 2) + ["user"]:
        _refuse("Conversation roles must alternate user/assistant/user/assistant/...")
    for message in messages:
        if set(message) != {"role", "content"} or not message["content"]:
            _refuse("messages: role and content were expected")
        for part in message["content"] if isinstance(message["content"], list) else ():
            _check_part(part, message["role"], sees=sees)


def _check_part(part: Any, role: str, *, sees: bool) -> None:
    if part.get("type") == "text" and isinstance(part.get("text"), str) and part["text"]:
        return
    url = part.get("image_url", {}).get("url", "")
    if part.get("type") != "image_url" or role != "user":
        _refuse("messages: unknown part")
    elif not sees:
        _refuse("This model does not support image input.")
    elif not re.match(r"data:image/(png|jpeg|webp);base64,", url):
        _refuse("Invalid image URL")
    else:
        base64.b64decode(url.partition(",")[2], validate=True)


async def _stream(reply: ChatReply, model: str, wire: Wire) -> None:
    wire.begin("text/event-stream; charset=utf-8")
    await wire.piece(b": a comment to keep the line open\n\n")
    if reply.thought:
        await wire.piece(_event(model, {"role": "assistant", "reasoning_content": reply.thought}))
    for number, piece in enumerate(reply.pieces):
        if reply.gate and number == reply.at:
            await reply.gate.wait()
        await wire.piece(_event(model, {"role": "assistant", "content": piece}))
    for line in reply.lines:
        await wire.piece(line + b"\n\n")
    if reply.cut:
        wire.cut()
        return
    if reply.finish:
        await wire.piece(_event(model, {}, reply.finish))
    await wire.piece(b'data: {"object": "chat.completion.chunk", "choices": [], "usage": {}}\n\n')
    if reply.done:
        await wire.piece(b"data: [DONE]\n\n")
    await wire.end()


def _event(model: str, delta: Mapping[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    chunk = {"id": "c1", "object": "chat.completion.chunk", "model": model, "choices": [choice]}
    return b"data: " + json.dumps(chunk, ensure_ascii=False).encode() + b"\n\n"
