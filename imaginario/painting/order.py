"""What was ordered, and with whom it can be carried out."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from imaginario.assistants.base import PromptAssistant
from imaginario.chat import Controls, PromptDraft
from imaginario.engines.base import ImageEngine
from imaginario.errors import InvalidOption, MissingSecret
from imaginario.events import Note
from imaginario.gallery.schema import GalleryStore
from imaginario.images import Image, Margins, Task

AUTO = "auto"


@dataclass(frozen=True, kw_only=True, slots=True)
class Services:
    """What a turn works with; the plugs are those this person's keys can reach, best first."""

    assistants: Mapping[str, PromptAssistant]
    engines: Mapping[str, ImageEngine]
    missing: Mapping[str, str] = field(default_factory=dict)
    """Plugs that lack their secret: name -> secret name."""
    gallery: GalleryStore
    wait_budget: float = 300.0
    discreet: bool = False
    """Whether strangers use it: they are not told addresses of the network it stands in."""
    clock: Callable[[], float] = time.perf_counter

    def assistant(self, name: str) -> PromptAssistant:
        """The assistant asked for, or the best one. Raises `MissingSecret`, `InvalidOption`."""
        return _pick("--assistant", name, self.assistants, self.missing)

    def engine(self, name: str) -> ImageEngine:
        """The engine asked for, or the best one. Raises `MissingSecret`, `InvalidOption`."""
        return _pick("--engine", name, self.engines, self.missing)


def _pick(option: str, name: str, plugs: Mapping[str, Any], missing: Mapping[str, str]) -> Any:
    if name in ("", AUTO):
        return next(iter(plugs.values()))
    if name in plugs:
        return plugs[name]
    if name in missing:
        raise MissingSecret(engine=name, secret=missing[name])
    raise InvalidOption(option=option, value=name, allowed=", ".join((AUTO, *plugs)))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picture stands in a comparison: its control (a name of `Param`, or "style" and the like), its
    value, and all values there are; with two controls also its row."""

    column: str
    column_value: str
    column_values: tuple[str, ...]
    row: str = ""
    row_value: str = ""
    row_values: tuple[str, ...] = ()

    @property
    def values(self) -> Mapping[str, str]:
        """What it stands for, by the controls' names."""
        return {self.column: self.column_value} | ({self.row: self.row_value} if self.row else {})

    def told(self) -> dict[str, Any]:
        """The same as a recipe has it, JSON-ready."""
        columns = {"compared": [self.column, self.column_value], "columns": list(self.column_values)}
        if not self.row:
            return columns
        return {**columns, "crossed": [self.row, self.row_value], "rows": list(self.row_values)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """One order for a picture: the idea and what was said about how to paint it.

    With an `image` it is an edit and the idea is the instruction: what to change.
    """

    idea: str
    raw: bool = False
    """Paint the idea as it stands, without an assistant."""
    ask: bool = False
    """Show the prompt that an assistant writes, and wait before it is painted."""
    draft: PromptDraft | None = None
    """A prompt already written (and perhaps edited): no assistant is asked."""
    scene: PromptDraft | None = None
    """What takes the place of `draft` for a model that wants the finished picture described."""
    written_by: tuple[str, str] = ("", "")
    """Assistant and chat model that wrote `draft`, where one did."""
    style: str = ""
    engine: str = ""
    model: str = ""
    assistant: str = ""
    chat_model: str = ""
    negative_prompt: str = ""
    size: tuple[int, int] | None = None
    ratio: tuple[float, float] | None = None
    seed: int | None = None
    steps: int | None = None
    guidance: float | None = None
    image_guidance: float | None = None
    scheduler: str | None = None
    strength: float | None = None
    count: int | None = None
    images: tuple[Image, ...] = ()
    """Pictures for the assistant to look at; with `image` set also references for the engine."""
    image: Image | None = None
    """The picture to change."""
    mask: Image | None = None
    """As large as `image`; white is to be painted anew, black stays as it is, bit for bit."""
    outpaint: Margins | None = None
    control_image: Image | None = None
    compared: Place | None = None
    """Where it stands, if pictures are compared."""
    source: str = ""
    """Gallery id of `image`, if it has one."""
    notes: tuple[Note, ...] = ()
    """What to tell first, such as what had to be done to its pictures."""

    def with_controls(self, controls: Controls) -> Order:
        """The order with what it leaves open taken from a person's settings.

        An edit keeps the shape of its picture, so no size is taken over for it.
        """
        shaped = self.size is not None or self.ratio is not None or self.image is not None
        names = ["count", "seed", "steps", "guidance", "scheduler", "negative_prompt", "control_image"]
        names += [] if shaped else ["size", "ratio"]
        names += [] if self.image is None else ["strength", "image_guidance"]
        chosen = {name: getattr(controls, name) for name in names if getattr(self, name) in (None, "")}
        return replace(self, **{name: value for name, value in chosen.items() if value not in (None, "")})

    @property
    def has_pictures(self) -> bool:
        """Whether it holds on to pictures that somebody attached."""
        return bool(self.images) or any((self.image, self.mask, self.control_image))

    @property
    def task(self) -> Task:
        """The task this order is."""
        if self.image is None:
            return Task.TEXT_TO_IMAGE
        if self.outpaint is not None:
            return Task.OUTPAINTING
        return Task.IMAGE_TO_IMAGE if self.mask is None else Task.INPAINTING
