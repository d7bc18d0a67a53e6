"""A conversation and a brief as one chat completion, and its answer read piece by piece."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from imaginario import errors
from imaginario.assistants import instructions
from imaginario.assistants._telling import MAX_PICTURES, ROOM_TO_THINK, Reading, Thoughts
from imaginario.assistants.base import Brief
from imaginario.chat import Message
from imaginario.engines._openai.borders import ENGINE

SPARE = (
    "response_format",
    "reasoning_effort",
    "top_k",
    "top_p",
    "temperature",
    "max_completion_tokens",
    "max_tokens",
)
"""Fields that are left out when a model refuses them."""
CONTROLS: Mapping[str, str] = MappingProxyType(
    {
        "temperature": "temperature",
        "top_p": "top_p",
        "top_k": "top_k",
        "max_tokens": "max_tokens",
        "max_completion_tokens": "max_tokens",
    }
)
"""Those of them that a person may have set."""
_THINKS = re.compile(r"gpt-(?:[5-9]|\d\d)|o\d")
"""Ids of OpenAI's models that think before they answer, wherever they are served."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request in our own words; `roomy` marks the second try after thinking has eaten the first."""

    model: str
    messages: tuple[Message, ...]
    brief: Brief
    roomy: bool = False


def body(ask: Ask) -> dict[str, Any]:
    """The fields of the request. What a person left alone is not sent: newer models refuse it."""
    sampling, limit = ask.brief.sampling, ask.brief.sampling.max_output_tokens
    room = limit + ROOM_TO_THINK if limit and ask.roomy else limit
    structured, thinks = ask.brief.kind != "chat", _THINKS.match(ask.model.rpartition("/")[2])
    fields: dict[str, Any] = {
        "model": ask.model,
        "messages": turns(ask),
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "top_k": None if thinks else sampling.top_k,
        # OpenAI's newer models take only this name, most other servers only the other.
        "max_completion_tokens" if thinks else "max_tokens": room,
        "reasoning_effort": "low" if structured and thinks else None,
        "response_format": structure(ask.brief) if structured else None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def turns(ask: Ask) -> list[dict[str, Any]]:
    """The instruction and the turns, each with its pictures before its words."""
    room, said = MAX_PICTURES, []
    for message in reversed(ask.messages):
        pictures = message.images[:room]
        room -= len(pictures)
        parts: list[dict[str, Any]] = [
            {"type": "image_url", "image_url": {"url": _address(p.mime, p.data)}} for p in pictures
        ]
        if message.text.strip():
            parts.append({"type": "text", "text": message.text})
        # Plain words where there is nothing else: not every server takes a list.
        content = message.text if not pictures else parts
        if content:
            said.append({"role": message.role, "content": content})
    told = instructions.system(ask.brief, ask.messages)
    return [*([{"role": "system", "content": told}] if told else []), *said[::-1]]


def structure(brief: Brief) -> dict[str, Any]:
    """What asks for a structured draft."""
    schema = {"name": "draft", "strict": True, "schema": instructions.schema(brief)}
    return {"type": "json_schema", "json_schema": schema}


def arguments(fields: dict[str, Any]) -> dict[str, Any]:
    """The SDK's arguments: what it has no name for goes into the body as it is."""
    known = {name: value for name, value in fields.items() if name != "top_k"}
    return {**known, "extra_body": {"top_k": fields["top_k"]}} if "top_k" in fields else known


def untaken(ask: Ask, refused: frozenset[str]) -> list[str]:
    """Controls that the person set and that are not sent: refused before, or known to be."""
    sent = body(ask)
    unsent = [] if ask.brief.sampling.top_k is None or "top_k" in sent else ["top_k"]
    return [CONTROLS[name] for name in (*(n for n in sent if n in refused), *unsent) if name in CONTROLS]


class Answer(Reading):
    """What is known of one answer while its chunks come in."""

    def __init__(self, model: str) -> None:
        super().__init__()
        self.model = model
        self._refusal = ""

    def read(self, chunk: Any) -> str:
        """Take a chunk; returns the words it adds, thoughts left out."""
        choice = next(iter(getattr(chunk, "choices", None) or ()), None)
        if choice is None:
            return ""
        self.finish = str(getattr(choice, "finish_reason", None) or self.finish)
        delta = getattr(choice, "delta", None)
        self._refusal += str(getattr(delta, "refusal", None) or "")
        return self._add(self._thoughts.feed(str(getattr(delta, "content", None) or "")))

    def rest(self) -> str:
        """What was held back because it might have opened a thought."""
        return self._add(self._thoughts.rest())

    def again(self) -> None:
        """Forget what came: the same is asked once more."""
        self.text = self.finish = self._refusal = ""
        self._thoughts = Thoughts()

    def failure(self) -> errors.EngineError | None:
        """What was wrong with the answer, now that it is over."""
        if self._refusal or self.finish == "content_filter":
            return errors.ContentRefused(engine=ENGINE, model=self.model, detail=self._refusal or self.finish)
        if not self.finish:
            return errors.EngineUnreachable(engine=ENGINE, model=self.model, detail="the answer broke off")
        if self.text.strip():
            return None
        return errors.EmptyAnswer(engine=ENGINE, model=self.model, detail=self.finish)


def _address(mime: str, data: bytes) -> str:
    return f"data:{mime};base64,{base64.b64encode(data).decode()}"
