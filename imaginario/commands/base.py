"""The interface of a command and what it is called with."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from imaginario.chat import Session
from imaginario.events import TurnEvent
from imaginario.images import Image
from imaginario.painting import Services


@dataclass(frozen=True, kw_only=True, slots=True)
class Invocation:
    """A command line taken apart. `options` maps long option names to their raw text ("" for a switch)."""

    name: str
    text: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    images: tuple[Image, ...] = ()


class Command(ABC):
    """One command. `aliases` are its names in the other languages; help is `commands.<name>.help`."""

    name: ClassVar[str]
    aliases: ClassVar[tuple[str, ...]] = ()
    rank: ClassVar[int] = 100
    usage: ClassVar[str] = ""

    def means(self, text: str, images: Sequence[Image]) -> bool:
        """Whether ordinary words, without a slash, clearly ask for this command."""
        return False

    @abstractmethod
    def run(
        self, services: Services, invocation: Invocation, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """Do it, telling as it goes. Raises the `StudioError` tree."""
