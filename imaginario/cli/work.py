"""The commands that need the house: imagine, chat, models, doctor."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from imaginario.cli import doctor, models, paint
from imaginario.cli.call import Call, explained
from imaginario.cli.console import Console
from imaginario.cli.parser import misset
from imaginario.errors import StudioError, UserError
from imaginario.gallery.store import MemoryGallery
from imaginario.i18n import Translator
from imaginario.settings import LOOPBACK, Settings
from imaginario.wiring import House

OpenHouse = Callable[[Settings, Mapping[str, str]], House]

JOBS: Mapping[str, Callable[[Call], Awaitable[int]]] = {
    "imagine": paint.imagine,
    "edit": paint.imagine,
    "cartoonize": paint.imagine,
    "chat": paint.chat,
    "models": models.models,
    "doctor": doctor.doctor,
}


def own_house(settings: Settings, environ: Mapping[str, str]) -> House:
    """A house for the person at this terminal; pictures live until they are written to files."""
    private = replace(settings, public=False, share=False, auth="", host=LOOPBACK[0])
    return House(private, environ=environ, gallery=MemoryGallery())


def work(
    args: Namespace, environ: Mapping[str, str], open_house: OpenHouse | None, console: Console, t: Translator
) -> int:
    """Carry out one command; answers with its exit status."""
    try:
        settings = Settings.read(environ)
    except ValueError as error:
        raise misset(error, t) from error
    house = (open_house or own_house)(settings, environ)
    return asyncio.run(_done(Call(args=args, house=house, settings=settings, console=console, t=t)))


async def _done(call: Call) -> int:
    try:
        return await JOBS[call.args.command](call)
    except StudioError as error:
        problem = explained(error, call.t)
        if getattr(call.args, "json", False):
            found = {"code": problem.code, "message": problem.message, "cure": problem.cure}
            call.console.json({"error": found})
        call.console.line(" ".join(problem.line.split()))
        return 2 if isinstance(error, UserError) else 1
    finally:
        await call.house.aclose()
