"""`/imagine IDEA`: write a prompt, paint it, keep it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace

from imaginario import painting
from imaginario.chat import Session
from imaginario.commands.base import Command, Invocation
from imaginario.commands.compare import Compare
from imaginario.commands.parse import order
from imaginario.errors import EmptyPrompt
from imaginario.events import TurnEvent
from imaginario.painting import Services


class Imagine(Command):
    """From an idea to a picture."""

    name = "imagine"
    aliases = ("imaginar", "imagina", "想象", "画", "im")
    rank = 10
    usage = "/imagine IDEA [--style S] [--ar W:H] [--seed N] [--no TEXT]"

    def run(
        self, services: Services, invocation: Invocation, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """Carry out the order that the line gives; with `--vary` it is a comparison."""
        if not {"vary", "by"}.isdisjoint(invocation.options):
            return Compare().run(services, invocation, session)
        if not invocation.text:
            raise EmptyPrompt(command=f"/{self.name}")
        wanted = order(invocation.text, invocation.options, invocation.images)
        if wanted.images and not {"strength", "outpaint"}.isdisjoint(invocation.options):
            # These say that the picture is to be painted over, not only looked at.
            wanted = replace(wanted, image=wanted.images[0], images=wanted.images[1:])
        return painting.imagine(services, wanted, session)
