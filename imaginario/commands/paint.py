"""`/paint [PROMPT]`: paint the prompt that was shown, perhaps in other words."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from imaginario import painting
from imaginario.chat import PromptDraft, Session
from imaginario.commands._proposals import proposed
from imaginario.commands.base import Command, Invocation
from imaginario.events import Proposed, TurnEvent
from imaginario.painting import Order, Services


class Paint(Command):
    """From a prompt that waits to a picture."""

    name = "paint"
    aliases = ("pintar", "pinta", "开画")
    rank = 12
    usage = "/paint [PROMPT]"

    async def run(
        self, services: Services, invocation: Invocation, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """Paint what waits; a text takes the place of the English prompt."""
        wanted = proposed(invocation, session)
        if invocation.text:
            wanted = _in_other_words(wanted, invocation.text)
        yield Proposed(wanted)  # if it fails it still waits
        async with aclosing(painting.imagine(services, wanted, session)) as events:
            async for event in events:
                yield event


def _in_other_words(order: Order, prompt: str) -> Order:
    """The same with another prompt, which nobody has translated; what is to be avoided stays."""
    draft = order.draft or PromptDraft(prompt="")
    return replace(order, draft=replace(draft, prompt=prompt, prompt_local="", alt_text=""), scene=None)
