"""What the built-in engine costs: whole turns at 768x768, against the least any engine could do.

    python benchmarks/builtin.py [PROMPTS]

PROMPTS is how many of the prompts of `tests/builtin/audit.toml` are painted (all of them by default; the
styles and the cartoon take an eighth as many). Times are milliseconds of processor time, which other
programs on the machine hardly change. The floor is a sky gradient encoded as PNG in the same run, so that
the ratio holds on any machine.
"""

from __future__ import annotations

import asyncio
import io
import resource
import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from PIL import Image

from imaginario import images
from imaginario.engines.builtin import BuiltinEngine, figures
from imaginario.engines.builtin.spec import Subject
from imaginario.events import Painted
from imaginario.images import ImageRequest

ROOT = Path(__file__).resolve().parent.parent
SIDE = 768
STYLES = ("oil", "watercolor", "illustration", "pixel")
FIGURES = (Subject(id="fox", outfit="wizard"), Subject(id="girl"), Subject(id="dragon"), Subject(id="car"))
FIGURE = 500
"""Height in pixels of the figures drawn alone."""
LEVELS = {
    "PNG as painted": {"compress_level": 1, "compress_type": 3},
    "PNG, Huffman": {"compress_level": 1, "compress_type": 2},
    "PNG, level 1": {"compress_level": 1},
    "PNG, level 6": {"compress_level": 6},
}
FIRST = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from imaginario.engines.builtin import words
from imaginario.engines.builtin.compose import paint
paint(words.read("a red fox wizard in a forest at night"), width={SIDE}, height={SIDE}, seed=3).image
import resource
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime)
"""


def prompts(count: int | None) -> list[str]:
    """The first prompts of each language of the audit, `count` in all."""
    table = tomllib.loads((ROOT / "tests/builtin/audit.toml").read_text("utf-8"))
    rows = [row["text"] for group in zip(*table.values(), strict=False) for row in group]
    return rows[:count]


async def painted(engine: BuiltinEngine, request: ImageRequest) -> images.Image:
    """The encoded picture of one request."""
    async with aclosing(engine.generate(request)) as events:
        async for event in events:
            if isinstance(event, Painted):
                return event.image
    raise RuntimeError("no picture")


async def measure(requests: list[ImageRequest]) -> list[float]:
    """Processor seconds of each request, from the words to the encoded picture."""
    engine = BuiltinEngine()
    await painted(engine, replace(requests[0], prompt="warm up"))
    times = []
    for request in requests:
        start = time.process_time()
        await painted(engine, request)
        times.append(time.process_time() - start)
    return times


def scenes(texts: list[str], style: str = "") -> list[ImageRequest]:
    """Requests for these prompts, each with a seed of its own."""
    return [
        ImageRequest(prompt=f"{text}, {style}" if style else text, width=SIDE, height=SIDE, seed=seed)
        for seed, text in enumerate(texts)
    ]


def cartoons(count: int) -> list[ImageRequest]:
    """Requests for a cartoon of something as soft and grainy as a photo."""
    rng = np.random.default_rng(1)
    blobs = Image.fromarray(rng.integers(0, 256, (12, 12, 3), np.uint8)).resize((SIDE, SIDE))
    grain = rng.normal(0, 4, (SIDE, SIDE, 3))
    data = io.BytesIO()
    Image.fromarray(np.clip(np.asarray(blobs) + grain, 0, 255).astype(np.uint8)).save(
        data, "JPEG", quality=90
    )
    photo = images.Image(data.getvalue(), "image/jpeg", SIDE, SIDE)
    return [ImageRequest(prompt="cartoon", image=photo, seed=seed) for seed in range(count)]


def floor() -> None:
    """A gradient with a little noise and its PNG: what no engine can do without."""
    rows = np.linspace(0.2, 0.9, SIDE, dtype=np.float32)[:, None, None]
    sky = np.broadcast_to(rows * np.array([0.6, 0.8, 1.0], np.float32), (SIDE, SIDE, 3))
    sky = sky + np.random.default_rng(1).random((SIDE, SIDE, 1), np.float32) * np.float32(0.03)
    Image.fromarray((np.clip(sky, 0, 1) * 255).astype(np.uint8)).save(io.BytesIO(), "PNG", compress_level=1)


def spent(work: Callable[[], object], times: int = 5) -> list[float]:
    """Processor seconds of a piece of work, several times over."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return found


def line(title: str, values: list[float], more: str = "") -> None:
    """Print median, 95th percentile and worst, in milliseconds."""
    p95 = sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]
    numbers = (statistics.median(values), p95, max(values))
    print(f"{title:<16}" + "".join(f"{1000 * n:>9.0f}" for n in numbers) + more, flush=True)


def encoders() -> None:
    """What the picture of one prompt costs to encode, and how large it gets."""
    image = asyncio.run(painted(BuiltinEngine(), scenes(["a castle on a hill at sunset"])[0]))
    picture = Image.open(io.BytesIO(image.data)).convert("RGB")
    for name, how in LEVELS.items():
        data = io.BytesIO()
        picture.save(data, "PNG", **how)
        times = spent(lambda how=how: picture.save(io.BytesIO(), "PNG", **how))
        line(name, times, f"   {data.tell() // 1000} kB")


def main(argv: list[str]) -> None:
    """Print the table."""
    texts = prompts(int(argv[1]) if len(argv) > 1 else None)
    few = texts[:: max(1, len(texts) // 20)]
    print(f"{SIDE}x{SIDE}, ms CPU     median      p95      max")
    bottom = spent(floor, 9)
    line("floor", bottom)
    everything = asyncio.run(measure(scenes(texts)))
    line("audit prompts", everything)
    for style in STYLES:
        line(style, asyncio.run(measure(scenes(few, style))))
    line("photo cartoon", asyncio.run(measure(cartoons(len(few) // 2 or 1))))
    line(
        f"figure {FIGURE} px",
        [t for s in FIGURES for t in spent(lambda s=s: figures.render(s, height=FIGURE))],
    )
    encoders()
    first = subprocess.run([sys.executable, "-c", FIRST], check=True, capture_output=True, text=True)
    print(f"first picture of a process, imports included: {float(first.stdout):.2f} s")
    print(f"peak memory of this run: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print(f"ratio to the floor: {statistics.median(everything) / statistics.median(bottom):.1f}")


if __name__ == "__main__":
    main(sys.argv)
