"""How fast the built-in engine paints: whole turns at 768x768, against the least any engine could do.

    python benchmarks/builtin.py [ROUNDS]

The floor is a sky gradient encoded as PNG in the same run, so that the ratio holds on any machine.
"""

from __future__ import annotations

import asyncio
import io
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from PIL import Image

from imaginario.engines.builtin import BuiltinEngine, looks
from imaginario.events import Painted
from imaginario.images import ImageRequest

SIDE = 768
PROMPTS = (
    "an astronaut cat on the moon",
    "a red fox wizard in an enchanted forest at night",
    "a green dragon flying over a castle at sunset",
    "a panda drinking coffee in the garden",
    "a robot chef holding a pizza in the kitchen",
    "a lighthouse in a storm",
    "three penguins on the beach",
    "a blue car in the city at night in the rain",
    "a girl with a red balloon in a field of sunflowers",
    "a cup of coffee and a croissant",
    "an octopus playing guitar under the sea",
    "mountain lake at dawn with pine trees",
    "um leão rei lendo um livro na biblioteca",
    "un conejo caballero montando un dragón",
    "aurora over snowy mountains with a wolf",
    "一只熊猫在竹林里喝茶",
)


async def turn(engine: BuiltinEngine, prompt: str, seed: int) -> float:
    """Seconds from the request to the encoded picture."""
    start = time.perf_counter()
    request = ImageRequest(prompt=prompt, width=SIDE, height=SIDE, seed=seed)
    async with aclosing(engine.generate(request)) as events:
        async for event in events:
            if isinstance(event, Painted):
                return time.perf_counter() - start
    raise RuntimeError("no picture")


def floor() -> float:
    """Seconds for a gradient with a little noise and its PNG: what no engine can do without."""
    start = time.perf_counter()
    rows = np.linspace(0.2, 0.9, SIDE, dtype=np.float32)[:, None, None]
    sky = np.broadcast_to(rows * np.array([0.6, 0.8, 1.0], np.float32), (SIDE, SIDE, 3))
    sky = sky + np.random.default_rng(1).random((SIDE, SIDE, 1), np.float32) * np.float32(0.03)
    Image.fromarray((np.clip(sky, 0, 1) * 255).astype(np.uint8)).save(io.BytesIO(), "PNG", compress_level=1)
    return time.perf_counter() - start


def level(values: list[float], share: float) -> float:
    """The value that `share` of the values do not pass."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def line(title: str, values: list[float]) -> str:
    """Median, 95th percentile and worst, in milliseconds."""
    numbers = (statistics.median(values), level(values, 0.95), max(values))
    return f"{title:<14}" + "".join(f"{1000 * n:>9.0f}" for n in numbers)


async def measure(rounds: int, style: Callable[[int], str]) -> list[float]:
    """All prompts `rounds` times over, each in the style of its turn."""
    engine = BuiltinEngine()
    await turn(engine, "warm up", 0)
    times = []
    for number in range(rounds * len(PROMPTS)):
        prompt = f"{PROMPTS[number % len(PROMPTS)]}, {style(number)}"
        times.append(await turn(engine, prompt, number))
    return times


def main(argv: list[str]) -> None:
    """Print the table."""
    rounds = int(argv[1]) if len(argv) > 1 else 1
    names = looks.styles()
    bottom = [floor() for _ in range(9)]
    print(f"{SIDE}x{SIDE}, ms       median      p95      max")
    print(line("floor", bottom))
    everything = asyncio.run(measure(rounds * 2, lambda n: names[(n * 7) % len(names)]))
    print(line("all styles", everything))
    for name in ("illustration", "watercolor", "oil"):
        print(line(name, asyncio.run(measure(rounds, lambda _, name=name: name))))
    print(f"ratio to the floor: {statistics.median(everything) / statistics.median(bottom):.1f}")


if __name__ == "__main__":
    main(sys.argv)
