"""`/rewrite [WORDS]`: write the prompt that was shown anew, perhaps from other words."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace

from imaginario import painting
from imaginario.chat import Session
from imaginario.commands._proposals import proposed
from imaginario.commands.base import Command, Invocation
from imaginario.events import TurnEvent
from imaginario.painting import Services


class Rewrite(Command):
    """From a prompt that waits to another one that waits."""

    name = "rewrite"
    aliases = ("reescrever", "reescreva", "reescribir", "reescribe", "改写")
    rank = 14
    usage = "/rewrite [WORDS]"

    def run(
        self, services: Services, invocation: Invocation, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """Ask an assistant once more, with everything else as it was."""
        wanted = proposed(invocation, session)
        idea = invocation.text or wanted.idea
        images = (*wanted.images, *invocation.images)
        wanted = replace(
            wanted, idea=idea, images=images, draft=None, scene=None, written_by=("", ""), ask=True
        )
        return painting.imagine(services, wanted, session)
