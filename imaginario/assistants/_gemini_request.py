"""A conversation and a brief as one generate_content request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from imaginario.assistants import instructions
from imaginario.assistants._telling import MAX_PICTURES, ROOM_TO_THINK
from imaginario.assistants.base import Brief
from imaginario.chat import Message

if TYPE_CHECKING:
    from google.genai import types

THINKING: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "gemini-4-hydrogen": ("LOW", "LOW"),
        "gemini-4-carbon": ("LOW", "LOW"),
        "gemini-4-argon": ("LOW", "LOW"),
        "gemini-3.8-flash": ("LOW", "LOW"),
        "gemini-3.7-flash": ("LOW", "LOW"),
        "gemini-3.6-flash": ("LOW", "MINIMAL"),
        "gemini-3.5-flash-lite": ("MINIMAL", "MINIMAL"),
    }
)
"""Thinking levels to write a prompt with, and the least a model takes. A wrong level is a 400, so models that
are not listed are sent none."""

THRESHOLDS = MappingProxyType(
    {
        "off": "OFF",
        "few": "BLOCK_ONLY_HIGH",
        "some": "BLOCK_MEDIUM_AND_ABOVE",
        "most": "BLOCK_LOW_AND_ABOVE",
    }
)
HARMS = ("HARASSMENT", "HATE_SPEECH", "SEXUALLY_EXPLICIT", "DANGEROUS_CONTENT")


@dataclass(frozen=True, slots=True)
class Ask:
    """One request in our own words; `roomy` marks the second try after thinking has eaten the first."""

    model: str
    messages: tuple[Message, ...]
    brief: Brief
    roomy: bool = False


def contents(messages: Sequence[Message]) -> list[types.Content]:
    """The turns, each with its pictures before its words."""
    from google.genai import types

    room, turns = MAX_PICTURES, []
    for message in reversed(messages):
        pictures = message.images[:room]
        room -= len(pictures)
        parts = [types.Part.from_bytes(data=p.data, mime_type=p.mime) for p in pictures]
        if message.text.strip():
            parts.append(types.Part(text=message.text))
        if parts:
            turns.append(types.Content(role="user" if message.role == "user" else "model", parts=parts))
    return turns[::-1]


def config(ask: Ask) -> types.GenerateContentConfig:
    """Everything but the turns. What a person left alone is not sent: newer models ignore or refuse it."""
    from google.genai import types

    sampling, limit = ask.brief.sampling, ask.brief.sampling.max_output_tokens
    return types.GenerateContentConfig.model_validate(
        {
            "system_instruction": instructions.system(ask.brief, ask.messages),
            "temperature": sampling.temperature,
            "top_p": sampling.top_p,
            "top_k": sampling.top_k,
            "max_output_tokens": limit + ROOM_TO_THINK if limit and ask.roomy else limit,
            "safety_settings": _safety(sampling.safety),
            "thinking_config": _thinking(ask),
            **(_structure(ask.brief) if ask.brief.drafts else {}),
            # Nothing kept at Google's, no second request billed behind our back, no tools looked for.
            "store": False,
            "automatic_continuation": False,
            "automatic_function_calling": {"disable": True},
        }
    )


def _structure(brief: Brief) -> dict[str, Any]:
    schema = instructions.schema(brief)
    return {
        "response_mime_type": "application/json",
        "response_json_schema": {**schema, "propertyOrdering": list(schema["properties"])},
    }


def _safety(level: str) -> list[dict[str, str]] | None:
    if level not in THRESHOLDS:
        return None
    threshold = THRESHOLDS[level]
    return [{"category": f"HARM_CATEGORY_{harm}", "threshold": threshold} for harm in HARMS]


def _thinking(ask: Ask) -> dict[str, str] | None:
    usual, least = THINKING.get(ask.model, (None, None))
    level = least if ask.roomy else usual if ask.brief.drafts else None
    return {"thinking_level": level} if level else None
