"""What the tests of the Hugging Face assistant share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from imaginario import errors
from imaginario.assistants.base import Brief
from imaginario.assistants.huggingface import HuggingFaceAssistant
from imaginario.chat import Message, PromptDraft
from imaginario.events import TextDelta
from imaginario.images import Image
from imaginario.secrets import Secret
from tests.contracts.huggingface import HuggingFaceServer, drawn

GEMMA = "google/gemma-3-27b-it"
DEEPSEEK = "deepseek-ai/DeepSeek-V4-Pro"
GLM = "zai-org/GLM-5"
VISION = "Qwen/Qwen3-VL-30B"
IDEA = (Message("user", "um gato na lua"),)
PROMPT = Brief(kind="prompt", language="pt-BR")
EDIT = Brief(kind="edit", language="pt-BR")
CHAT = Brief()
PHOTO = Image(drawn(8, 8), "image/png", 8, 8)


def assistant_of(server: HuggingFaceServer, **options: Any) -> HuggingFaceAssistant:
    """An assistant for whom this server is Hub and router."""
    defaults = {"secret": Secret(server.token), "hf_hub_url": server.url, "hf_router_url": server.url}
    return HuggingFaceAssistant(**{**defaults, **options})


async def run(
    assistant: HuggingFaceAssistant, messages: Sequence[Message] = IDEA, brief: Brief = PROMPT
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


def sent(server: HuggingFaceServer) -> list[dict[str, Any]]:
    """The completions asked for, the first first."""
    return [e.json for e in server.requests if e.path == "/v1/chat/completions"]
