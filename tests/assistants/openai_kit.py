"""What the tests of the OpenAI assistant share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from imaginario import errors
from imaginario.assistants.base import Brief
from imaginario.assistants.openai import OpenAIAssistant
from imaginario.chat import Message, PromptDraft
from imaginario.secrets import Secret
from tests.assistants import kit
from tests.assistants.kit import DRAFT, IDEA
from tests.contracts.openai import OpenAIServer

__all__ = ["CHAT", "DRAFT", "IDEA", "PROMPT", "assistant_of", "run", "sent"]

PROMPT = Brief(kind="prompt", language="pt-BR", model="gpt-6-luna")
CHAT = Brief(model="gpt-6-luna")


def assistant_of(server: OpenAIServer, **options: Any) -> OpenAIAssistant:
    """An assistant for whom this server is the only one."""
    secret = Secret(server.key) if server.key else None
    given: dict[str, Any] = {"secret": secret, "openai_base_url": server.url, "request_timeout": 20}
    return OpenAIAssistant(**given | options)


async def run(
    assistant: OpenAIAssistant, messages: Sequence[Message] = IDEA, brief: Brief = PROMPT
) -> tuple[str, list[PromptDraft], errors.StudioError | None]:
    """The words, the drafts, and how it failed if it did."""
    try:
        return await kit.run(assistant, messages, brief)
    finally:
        await assistant.aclose()


def sent(server: OpenAIServer, index: int = -1) -> dict[str, Any]:
    """A chat request as it came."""
    return server.requests[index].json
