"""Paints the pictures of the page's starters with the built-in engine.

python scripts/paint_starters.py
"""

from __future__ import annotations

import asyncio
import io
import sys
from contextlib import aclosing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image as pil

from imaginario.engines.builtin import BuiltinEngine
from imaginario.events import Painted
from imaginario.i18n import Translator
from imaginario.images import ImageRequest
from imaginario.web.starters import FOLDER, SIDE, STARTERS

SEEDS = {"astronaut": 46, "capybara": 61, "robot": 20, "dragon": 56}


async def painted(idea: str, seed: int) -> bytes:
    """The built-in engine's picture of an idea."""
    request = ImageRequest(prompt=idea, seed=seed, width=2 * SIDE, height=2 * SIDE)
    async with aclosing(BuiltinEngine().generate(request)) as events:
        async for event in events:
            if isinstance(event, Painted):
                return event.image.data
    raise RuntimeError("no picture")


def main() -> None:
    """Paint and keep them all."""
    FOLDER.mkdir(exist_ok=True)
    for name in STARTERS:
        data = asyncio.run(painted(Translator("en")(f"starters.{name}"), SEEDS[name]))
        picture = pil.open(io.BytesIO(data)).convert("RGB").resize((SIDE, SIDE), pil.Resampling.LANCZOS)
        picture.save(FOLDER / f"{name}.webp", quality=82, method=6)


if __name__ == "__main__":
    main()
