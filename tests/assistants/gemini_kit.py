"""What the Gemini tests share."""

from __future__ import annotations

from typing import Any

from tests.assistants.kit import CHAT, DRAFT, IDEA, PROMPT, run
from tests.contracts.gemini import GeminiServer
from tests.contracts.gemini_rules import camel

__all__ = ["CHAT", "DRAFT", "IDEA", "PROMPT", "run", "sent"]


def sent(server: GeminiServer) -> dict[str, Any]:
    """The newest request, in the names the service prefers."""
    return camel(server.requests[-1].json)
