"""What the tests of the OpenAI assistant share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from imaginario import errors
from imaginario.assistants.base import Brief
from imaginario.assistants.openai import OpenAIAssistant
from imaginario.chat import Message, PromptDraft
from imaginario.events import PromptReady, TextDelta
from imaginario.secrets import Secret
from tests.contracts.openai import OpenAIServer

IDEA = (Message("user", "um gato na lua"),)
PROMPT = Brief(kind="prompt", language="pt-BR", model="gpt-6-luna")
CHAT = Brief(model="gpt-6-luna")
DRAFT = {
    "prompt_local": "Um gato de capacete, sentado na lua",
    "prompt": "A cat in a glass helmet, sitting on the cratered moon, blue earthlight",
    "negative_prompt": "blurry",
    "title": "Gato na lua",
    "alt_text": "Um gato de capacete olha a Terra.",
}


def assistant_of(server: OpenAIServer, **options: Any) -> OpenAIAssistant:
    """An assistant for whom this server is the only one."""
    secret = Secret(server.key) if server.key else None
    return OpenAIAssistant(
        **{"secret": secret, "openai_base_url": server.url, "request_timeout": 20} | options
    )


async def run(
    assistant: OpenAIAssistant, messages: Sequence[Message] = IDEA, brief: Brief = PROMPT
) -> tuple[str, list[PromptDraft], errors.StudioError | None]:
    """The words, the drafts, and how it failed if it did."""
    words, drafts, failure = "", [], None
    try:
        async for event in assistant.stream(messages, brief=brief):
            if isinstance(event, TextDelta):
                words += event.text
            elif isinstance(event, PromptReady):
                drafts.append(event.draft)
    except errors.StudioError as error:
        failure = error
    finally:
        await assistant.aclose()
    return words, drafts, failure


def sent(server: OpenAIServer, index: int = -1) -> dict[str, Any]:
    """A chat request as it came."""
    return server.requests[index].json
