"""The commands that need the house: imagine, chat, models, doctor."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Awaitable, Callable, Mapping

from imaginario.cli import paint, report
from imaginario.cli.console import Console
from imaginario.cli.parser import PROGRAM, Misused
from imaginario.errors import StudioError, UserError
from imaginario.gallery.store import MemoryGallery
from imaginario.i18n import Translator
from imaginario.present import Problem
from imaginario.secrets import ENVIRONMENT
from imaginario.settings import Settings
from imaginario.wiring import House

OpenHouse = Callable[[Mapping[str, str]], House]
Job = Callable[[Namespace, House, Console, Translator], Awaitable[int]]

JOBS: Mapping[str, Job] = {
    "imagine": paint.imagine,
    "chat": paint.chat,
    "models": report.models,
    "doctor": report.doctor,
}


def own_house(environ: Mapping[str, str]) -> House:
    """A house for the person at this terminal: their keys count, whatever a server would be told.

    Raises `ValueError` naming the setting that can't be read.
    """
    settings = Settings.read(environ, public=False, share=False, auth="", host=Settings.host)
    return House(settings, environ=environ, gallery=MemoryGallery())


def work(
    args: Namespace, environ: Mapping[str, str], open_house: OpenHouse | None, console: Console, t: Translator
) -> int:
    """Carry out one command; answers with its exit status."""
    try:
        house = (open_house or own_house)(environ)
    except ValueError as error:
        raise Misused(t("cli.bad_setting", problem=error)) from error
    return asyncio.run(_in_house(args, house, console, t))


async def _in_house(args: Namespace, house: House, console: Console, t: Translator) -> int:
    try:
        return await JOBS[args.command](args, house, console, t)
    except StudioError as error:
        problem = explained(error, t)
        if getattr(args, "json", False):
            found = {"code": problem.code, "message": problem.message, "cure": problem.cure}
            console.json({"error": found})
        console.line(" ".join(problem.line.split()))
        return 2 if isinstance(error, UserError) else 1
    finally:
        await house.aclose()


def explained(error: StudioError, t: Translator) -> Problem:
    """An error in words; the way out is the terminal's where that differs from the page's."""
    message, cure = t.error(error)
    key = f"cli.cure.{error.code}"
    if t.has(key):
        values = {k: v or "" for k, v in error.values.items()}
        named = str(values.get("secret") or values.get("engine", ""))
        cure = t(key, **{**values, "variable": ENVIRONMENT.get(named, (named.upper(),))[0], "program": PROGRAM})
    return Problem(code=error.code, message=message, cure=cure, actions=error.actions)
