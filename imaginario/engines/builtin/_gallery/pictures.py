"""Pictures for the gallery, all asked of the engine as a face would ask."""

from __future__ import annotations

import asyncio
import io
import json
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from PIL import Image as Pictures

from imaginario import pngfile, recipe, styles
from imaginario.events import Painted
from imaginario.images import Image, ImageRequest

from ..engine import BuiltinEngine
from .chosen import Prompt

Picture = Pictures.Image


@dataclass
class Painter:
    """The engine at one size; `side` is that of new pictures, in pixels. Photos are `photo` or smaller."""

    photo: Picture
    side: int = 768
    most: int = 100
    """No sheet shows more pictures than this; fewer are for a quick try."""
    _engine: BuiltinEngine = field(default_factory=BuiltinEngine)

    def paint(
        self, prompt: Prompt, *, style: str | None = None, model: str = "", seed: int | None = None
    ) -> Painted:
        """A new picture, square."""
        named = prompt.style if style is None else style
        words = styles.get(named).apply(prompt.words) if named else prompt.words
        return self._asked(
            ImageRequest(
                prompt=words,
                model=model,
                width=self.side,
                height=self.side,
                seed=prompt.seed if seed is None else seed,
            )
        )

    def change(self, image: Image, words: str, **controls: Any) -> Picture:
        """A picture changed by an order in words."""
        asked: dict[str, Any] = {"seed": 3, **controls}
        return seen(self._asked(ImageRequest(prompt=words, image=image, **asked)).image)

    @cached_property
    def shot(self) -> Image:
        """The photo, as it is handed in."""
        small = self.photo.copy()
        small.thumbnail((self.side, self.side), Pictures.Resampling.LANCZOS)
        return encoded(small)

    def _asked(self, request: ImageRequest) -> Painted:
        return asyncio.run(self._answer(request))

    async def _answer(self, request: ImageRequest) -> Painted:
        async with aclosing(self._engine.generate(request)) as events:
            painted = [event async for event in events if isinstance(event, Painted)]
        return painted[0]


def kept(painted: Painted) -> Image:
    """A painted picture as the page keeps it: with its recipe, by which the engine knows its own work."""
    told = {"engine": BuiltinEngine.name, "seed": painted.seed, "details": dict(painted.details)}
    data = pngfile.with_texts(painted.image.data, {recipe.JSON_KEY: json.dumps(told)})
    return Image(data, "image/png", painted.image.width, painted.image.height)


def seen(image: Image) -> Picture:
    """The pixels of a picture."""
    return Pictures.open(io.BytesIO(image.data)).convert("RGB")


def encoded(picture: Picture) -> Image:
    """A picture as PNG."""
    data = io.BytesIO()
    picture.save(data, "PNG")
    return Image(data.getvalue(), "image/png", *picture.size)
