"""What one command is called with."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass

from imaginario.cli.console import Console
from imaginario.i18n import Translator
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
