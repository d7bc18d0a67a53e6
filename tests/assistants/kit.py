"""What the tests of all assistants share: an idea, a draft, and a way to hear an answer to its end."""

from __future__ import annotations

from collections.abc import Sequence

from imaginario.assistants.base import Brief, PromptAssistant
from imaginario.chat import Message, PromptDraft
from imaginario.errors import StudioError
from imaginario.events import PromptReady, TextDelta

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
    assistant: PromptAssistant, messages: Sequence[Message] = IDEA, brief: Brief = PROMPT
) -> tuple[str, list[PromptDraft], StudioError | None]:
    """The words, the drafts, and how it failed if it did."""
    words, drafts = "", []
    try:
        async for event in assistant.stream(messages, brief=brief):
            if isinstance(event, TextDelta):
                words += event.text
            elif isinstance(event, PromptReady):
                drafts.append(event.draft)
    except StudioError as error:
        return words, drafts, error
    return words, drafts, None
