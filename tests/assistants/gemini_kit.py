"""What the Gemini tests share: an idea, a draft, and a way to run one answer to its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from imaginario import errors
from imaginario.assistants.base import Brief
from imaginario.assistants.gemini import GeminiAssistant
from imaginario.chat import Message, PromptDraft
from imaginario.events import TextDelta
from tests.contracts.gemini import GeminiServer
from tests.contracts.gemini_rules import camel

IDEA = (Message("user", "um gato na lua"),)
PROMPT = Brief(kind="prompt", language="pt-BR")
CHAT = Brief()
DRAFT = {
    "prompt_local": "Um gato de capacete, sentado na lua",
    "prompt": "A cat in a glass helmet, sitting on the cratered moon, blue earthlight",
    "negative_prompt": "blurry",
    "title": "Gato na lua",
    "alt_text": "Um gato de capacete olha a Terra.",
}


async def run(
    assistant: GeminiAssistant, messages: Sequence[Message] = IDEA, brief: Brief = PROMPT
) -> tuple[str, list[PromptDraft], errors.StudioError | None]:
    """The words, the drafts, and how it failed if it did."""
    words, drafts = "", []
    try:
        async for event in assistant.stream(messages, brief=brief):
            if isinstance(event, TextDelta):
                words += event.text
            else:
                drafts.append(event.draft)
    except errors.StudioError as error:
        return words, drafts, error
    return words, drafts, None


def sent(server: GeminiServer) -> dict[str, Any]:
    """The newest request, in the names the service prefers."""
    return camel(server.requests[-1].json)
