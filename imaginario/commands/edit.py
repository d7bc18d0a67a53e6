"""`/edit WHAT`: change the attached picture, or the newest one."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from imaginario import painting
from imaginario.chat import Session
from imaginario.commands._originals import with_original
from imaginario.commands.base import Command, Invocation
from imaginario.commands.parse import order
from imaginario.errors import EmptyPrompt
from imaginario.events import TurnEvent
from imaginario.painting import Services


class Edit(Command):
    """From a picture and an instruction to a changed picture."""

    name = "edit"
    aliases = ("editar", "edita", "修改", "编辑")
    rank = 20
    usage = "/edit WHAT [--strength 0.6] [--outpaint right=256] [--style S]"

    async def run(
        self, services: Services, invocation: Invocation, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """Carry out the edit that the line gives."""
        if not invocation.text and not {"outpaint", "style"} & invocation.options.keys():
            raise EmptyPrompt(command=f"/{self.name}")
        wanted = order(invocation.text, invocation.options, invocation.images)
        wanted = await with_original(services, wanted, session, f"/{self.name}", invocation.options)
        async with aclosing(painting.imagine(services, wanted, session)) as events:
            async for event in events:
                yield event
