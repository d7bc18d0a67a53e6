"""What one command is called with."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass

from imaginario.cli.console import Console
from imaginario.errors import StudioError
from imaginario.i18n import Translator
from imaginario.present import Problem
from imaginario.secrets import ENVIRONMENT
from imaginario.settings import Settings
from imaginario.wiring import House


@dataclass(frozen=True, kw_only=True)
class Call:
    """The command line, and all that carrying it out takes."""

    args: Namespace
    house: House
    """A house for the person at this terminal: their keys count, whatever a server would be told."""
    settings: Settings
    """The settings as they stand in the environment, those of a server included."""
    console: Console
    t: Translator


def explained(error: StudioError, t: Translator) -> Problem:
    """An error in words; the way out is the terminal's where that differs from the page's."""
    message, cure = t.error(error)
    key = f"cli.cure.{error.code}"
    if t.has(key):
        named = str(error.values.get("secret") or error.values.get("engine", ""))
        variable = ENVIRONMENT.get(named, (named.upper(),))[0]
        cure = t(f"cli.cure.{error.code}", variable=variable)
    return Problem(code=error.code, message=message, cure=cure, actions=error.actions)
