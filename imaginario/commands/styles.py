"""`/styles`: the looks a picture can have."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from imaginario import styles
from imaginario.chat import Session
from imaginario.commands.base import Command, Invocation
from imaginario.events import TextDelta, TurnEvent
from imaginario.i18n import Translator
from imaginario.painting import Services


class Styles(Command):
    """The list of styles with how each is written."""

    name = "styles"
    aliases = ("estilos", "风格")
    rank = 50
    usage = "/styles"

    async def run(
        self, services: Services, invocation: Invocation, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """Answer with the list."""
        t = Translator(session.choices.language)
        lines = [f"- **{s.title(t.language)}** — `--style {s.id}`" for s in styles.load().values()]
        yield TextDelta("\n".join([t("styles.intro"), "", *lines]))
