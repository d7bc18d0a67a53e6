"""`/cartoonize`: the attached picture, or the newest one, as a cartoon."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace

from imaginario import painting
from imaginario.chat import PromptDraft, Session
from imaginario.commands._originals import with_original, worded
from imaginario.commands.base import Command, Invocation
from imaginario.commands.parse import fold, order
from imaginario.events import TurnEvent
from imaginario.images import Image
from imaginario.painting import Order, Services

INSTRUCTION = "Cartoonize the following image"
"""The words the cartoonizer was fine-tuned on: huggingface.co/instruction-tuning-sd/cartoonizer."""
ASKING = (
    "cartoonize", "cartoonise", "cartunize", "cartunizar", "cartunice", "cartoonizar", "into a cartoon",
    "as a cartoon", "desenho animado", "em cartoon", "em cartum", "caricaturiza", "caricaturizar",
    "dibujo animado", "en caricatura", "卡通化", "变成卡通", "卡通风格", "变成漫画",
)  # fmt: skip
"""Folded pieces of a sentence that asks for a cartoon."""


class Cartoonize(Command):
    """From a photo to a cartoon."""

    name = "cartoonize"
    aliases = ("cartunizar", "cartunize", "caricaturizar", "cartoon", "卡通化", "卡通")
    rank = 30
    usage = "/cartoonize [WORDS] [--strength 0.6] [--engine NAME]"

    def means(self, text: str, images: Sequence[Image]) -> bool:
        """Whether a sentence said with a picture asks for a cartoon of it."""
        return worded(text, images) and asks(text)

    async def run(
        self, services: Services, invocation: Invocation, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """Carry it out with the cartoonizer's own sentence; further words are added to it."""
        wanted = order(invocation.text, invocation.options, invocation.images)
        wanted = await with_original(services, wanted, session, f"/{self.name}", invocation.options)
        async with aclosing(painting.imagine(services, cartoon(wanted), session)) as events:
            async for event in events:
                yield event


def asks(text: str) -> bool:
    """Whether words ask for a cartoon."""
    return any(piece in fold(text) for piece in ASKING)


def cartoon(wanted: Order) -> Order:
    """The order with the cartoonizer's sentence for a prompt, its own words added to that."""
    more = "" if asks(wanted.idea) else wanted.idea
    words = f"{INSTRUCTION}, {more}" if more else INSTRUCTION
    draft = PromptDraft(prompt=words, prompt_local=words)
    return replace(wanted, idea=wanted.idea or INSTRUCTION, draft=draft)
