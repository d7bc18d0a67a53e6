"""What the tests of the Hugging Face assistant share."""

from __future__ import annotations

from typing import Any

from imaginario.assistants.base import Brief
from imaginario.assistants.huggingface import HuggingFaceAssistant
from imaginario.images import Image
from imaginario.secrets import Secret
from tests.assistants.kit import CHAT, IDEA, PROMPT, run
from tests.contracts.huggingface import HuggingFaceServer, drawn

__all__ = [
    "CHAT",
    "DEEPSEEK",
    "EDIT",
    "GEMMA",
    "GLM",
    "IDEA",
    "PHOTO",
    "PROMPT",
    "VISION",
    "assistant_of",
    "run",
    "sent",
]

GEMMA = "google/gemma-3-27b-it"
DEEPSEEK = "deepseek-ai/DeepSeek-V4-Pro"
GLM = "zai-org/GLM-5"
VISION = "Qwen/Qwen3-VL-30B"
EDIT = Brief(kind="edit", language="pt-BR")
PHOTO = Image(drawn(8, 8), "image/png", 8, 8)


def assistant_of(server: HuggingFaceServer, **options: Any) -> HuggingFaceAssistant:
    """An assistant for whom this server is Hub and router."""
    given: dict[str, Any] = {
        "secret": Secret(server.token),
        "hf_hub_url": server.url,
        "hf_router_url": server.url,
        **options,
    }
    return HuggingFaceAssistant(**given)


def sent(server: HuggingFaceServer) -> list[dict[str, Any]]:
    """The completions asked for, the first first."""
    return [e.json for e in server.requests if e.path == "/v1/chat/completions"]
