"""The commands that need the house: imagine, chat, models, doctor."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import replace

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
