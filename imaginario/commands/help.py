"""`/help`: what can be typed here."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from imaginario import commands, styles
from imaginario.chat import Session
from imaginario.commands.base import Command, Invocation
from imaginario.events import TextDelta, TurnEvent
from imaginario.i18n import Translator
from imaginario.painting import Services
from imaginario.registry import find


class Help(Command):
    """The list of commands, options and styles, in the person's language."""

    name = "help"
    aliases = ("ajuda", "ayuda", "帮助", "?")
    rank = 90
    usage = "/help"

    async def run(
        self, services: Services, invocation: Invocation, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """Answer with the list."""
        yield TextDelta(help_text(session.choices.language))


def help_text(language: str) -> str:
    """All commands with one sentence each, as Markdown."""
    t = Translator(language)
    lines = [t("help.intro"), ""]
    for command in find(commands, Command).values():
        others = " ".join(f"`/{a}`" for a in command.aliases if a != "?")
        lines.append(
            f"- **`{command.usage or '/' + command.name}`** — {t(f'commands.{command.name}.help')} {others}"
        )
    names = ", ".join(f"`{s.id}` ({s.title(t.language)})" for s in styles.load().values())
    lines += ["", t("help.options"), "", t("help.styles", styles=names), "", t("help.chat")]
    return "\n".join(lines)
