"""A conversation and a brief as one chat completion at Hugging Face's router."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from imaginario.assistants import instructions
from imaginario.assistants._telling import MAX_PICTURES, ROOM_TO_THINK
from imaginario.assistants.base import Brief
from imaginario.chat import Message
from imaginario.engines._huggingface.terms import moved

UNSEEN = "[A picture was attached here, but you can't look at pictures: say so if it matters.]"

FORMAT, TOP_K, PICTURES = "response_format", "top_k", "pictures"
REFUSALS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        FORMAT: re.compile(
            r"response.?format|json.?schema|structured.?output|guided|grammar|json.?mode", re.I
        ),
        TOP_K: re.compile(r"\btop.?k\b", re.I),
        PICTURES: re.compile(
            r"(?:image|vision|multi-?modal).{0,80}(?:not|n't|un)\W?(?:support|allow|accept|available)"
            r"|(?:not|n't|no|only)\b.{0,60}(?:image|vision|multi-?modal|text)[^.]{0,20}(?:input|support|content|$)",
            re.I,
        ),
    }
)
"""What only some providers take, and the words with which the others refuse it."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request in our own words; `without` names what the model has refused, `roomy` marks the second try
    after thinking has eaten the first."""

    model: str
    messages: tuple[Message, ...]
    brief: Brief
    without: frozenset[str] = frozenset()
    roomy: bool = False

    @property
    def has_pictures(self) -> bool:
        """Whether somebody has to look at something."""
        return any(m.images for m in self.messages)

    @property
    def untaken(self) -> tuple[str, ...]:
        """Controls that the person set and that are left out."""
        return (TOP_K,) if self.brief.sampling.top_k is not None and TOP_K in self.without else ()

    def refused(self, detail: str) -> str:
        """What of this request a refusal's words speak of; "" if it can't be done without."""
        asked = {
            FORMAT: self.brief.drafts,
            TOP_K: self.brief.sampling.top_k is not None,
            PICTURES: self.has_pictures,
        }
        names = (n for n, asks in asked.items() if asks and n not in self.without)
        return next((n for n in names if REFUSALS[n].search(detail)), "")


@dataclass(frozen=True, slots=True)
class Letter:
    """A request ready to be sent."""

    url: str
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)


def written(ask: Ask, *, router: str, token: str) -> Letter:
    """The request as the router wants it. Blocks: pictures are encoded."""
    from huggingface_hub.inference._providers import CONVERSATIONAL_AUTO_ROUTER

    params = CONVERSATIONAL_AUTO_ROUTER.prepare_request(
        inputs=turns(ask), parameters=_parameters(ask), headers={}, model=ask.model, api_key=token
    )
    content = json.dumps(params.json, allow_nan=False).encode()
    return Letter(moved(params.url, router), params.headers, content)


def turns(ask: Ask) -> list[dict[str, Any]]:
    """The instruction and the turns; many models refuse two turns of the same side in a row."""
    said: list[dict[str, Any]] = []
    for role, parts in _parts(ask):
        if said and said[-1]["role"] == role:
            said[-1]["content"] += parts
        else:
            said.append({"role": role, "content": parts})
    if said[0]["role"] != "user":
        said.pop(0)
    seen = () if PICTURES in ask.without else ask.messages
    told = [{"role": "system", "content": instructions.system(ask.brief, seen)}]
    return told + [turn | {"content": _plain(turn["content"])} for turn in said]


def _parts(ask: Ask) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    room = len(pictures := [p for m in ask.messages for p in m.images]) - MAX_PICTURES
    skipped = pictures[: max(0, room)]
    for message in ask.messages:
        parts: list[dict[str, Any]] = []
        for image in message.images:
            if skipped:
                skipped.pop(0)
            elif PICTURES in ask.without:
                parts.append({"type": "text", "text": UNSEEN})
            else:
                url = f"data:{image.mime};base64,{base64.b64encode(image.data).decode()}"
                parts.append({"type": "image_url", "image_url": {"url": url}})
        if message.text.strip():
            parts.append({"type": "text", "text": message.text})
        if parts:
            yield message.role, parts


def _plain(parts: Sequence[dict[str, Any]]) -> str | list[dict[str, Any]]:
    """Words alone as one string: not every provider takes a list where no picture is."""
    if any(part["type"] != "text" for part in parts):
        return list(parts)
    return "\n\n".join(part["text"] for part in parts)


def _parameters(ask: Ask) -> dict[str, Any]:
    """What a person left alone is not sent."""
    sampling, limit = ask.brief.sampling, ask.brief.sampling.max_output_tokens
    return {
        "stream": True,
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "top_k": None if TOP_K in ask.without else sampling.top_k,
        "max_tokens": limit + ROOM_TO_THINK if limit and ask.roomy else limit,
        "response_format": _structure(ask),
    }


def _structure(ask: Ask) -> dict[str, Any] | None:
    if not ask.brief.drafts or FORMAT in ask.without:
        return None
    schema = instructions.schema(ask.brief)
    return {"type": "json_schema", "json_schema": {"name": "draft", "schema": schema, "strict": True}}
