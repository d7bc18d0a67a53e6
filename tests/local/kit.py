"""What the tests of the engine of this computer share."""

from __future__ import annotations

import io
from contextlib import aclosing
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image as pil

from imaginario.engines.diffusers import DiffusersEngine
from imaginario.events import Painted
from imaginario.images import Image, ImageRequest

QUICK: dict[str, Any] = {"model": "tiny", "seed": 3, "num_inference_steps": 2}


def engine_of(folder: Path, **options: Any) -> DiffusersEngine:
    """An engine that knows this folder, and counts on the processor."""
    given: dict[str, Any] = {"local_models": str(folder), "local_device": "cpu"} | options
    return DiffusersEngine(**given)


async def events_of(engine: DiffusersEngine, prompt: str = "a cat", **options: Any) -> list[Any]:
    """Everything the engine says; it stays loaded."""
    async with aclosing(engine.generate(ImageRequest(prompt=prompt, **{**QUICK, **options}))) as events:
        return [event async for event in events]


async def painted(engine: DiffusersEngine, prompt: str = "a cat", **options: Any) -> Painted:
    """The last picture."""
    *_, last = await events_of(engine, prompt, **options)
    assert isinstance(last, Painted)
    return last


async def pixels(engine: DiffusersEngine, prompt: str = "a cat", **options: Any) -> Any:
    """The last picture's pixels."""
    return array(await painted(engine, prompt, **options))


def array(event: Painted) -> Any:
    """A picture's pixels."""
    with pil.open(io.BytesIO(event.image.data)) as picture:
        return np.asarray(picture)


def image_of(values: Any) -> Image:
    """Pixels as a picture of ours."""
    data = io.BytesIO()
    picture = pil.fromarray(np.asarray(values, dtype=np.uint8))
    picture.save(data, "PNG")
    return Image(data.getvalue(), "image/png", *picture.size)


def photo(width: int = 96, height: int = 64) -> Image:
    """A colourful picture with a bright disc in it."""
    y, x = np.mgrid[0:height, 0:width]
    rgb = np.stack([x * 255 // width, y * 255 // height, (x + y) % 255], axis=2)
    rgb[(x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 4) ** 2] = (250, 240, 30)
    return image_of(rgb)
