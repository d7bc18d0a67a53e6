"""`/cartoonize`: the attached picture, or the newest one, as a cartoon; by one maker or by several."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from imaginario import painting
from imaginario.chat import Session
from imaginario.commands._originals import with_original, worded
from imaginario.commands.base import Command, Invocation
from imaginario.commands.makers import asks, cartoon, makers, picked
from imaginario.commands.parse import order
from imaginario.events import TurnEvent
from imaginario.images import Image
from imaginario.painting import Services


class Cartoonize(Command):
    """From a photo to a cartoon."""

    name = "cartoonize"
    aliases = ("cartunizar", "cartunize", "caricaturizar", "cartoon", "卡通化", "卡通")
    rank = 30
    usage = "/cartoonize [WORDS] [--strength 0.6] [--engine NAME] [--with all]"

    def means(self, text: str, images: Sequence[Image]) -> bool:
        """Whether a sentence said with a picture asks for a cartoon of it."""
        return worded(text, images) and asks(text)

    async def run(
        self, services: Services, invocation: Invocation, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """Carry it out with the cartoonizer's own sentence; further words are added to it."""
        wanted = order(invocation.text, invocation.options, invocation.images)
        wanted = await with_original(services, wanted, session, f"/{self.name}", invocation.options)
        orders = [cartoon(wanted)]
        if named := invocation.options.get("with"):
            orders = [maker.over(wanted) for maker in picked(named, makers(services))]
        for each in orders:
            async with aclosing(painting.imagine(services, each, session)) as events:
                async for event in events:
                    yield event
