"""What a picture costs, seen from outside: each test paints in a fresh process and asks the system."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_MEGABYTES = 350
MOST_SECONDS = 2.0
"""Processor seconds to the first picture, imports included: a busy machine takes longer, but no more work."""
SIDE = 2048

_PROGRAM = """
import asyncio, io, json, resource, sys
from contextlib import aclosing
from imaginario.engines.builtin import BuiltinEngine
from imaginario.events import Painted
from imaginario.images import Image, ImageRequest

async def turn(prompt, side, photo):
    size = {} if photo else {"width": side, "height": side}
    request = ImageRequest(prompt=prompt, seed=3, image=picture(side) if photo else None, **size)
    async with aclosing(BuiltinEngine().generate(request)) as events:
        return [e.image for e in [e async for e in events] if isinstance(e, Painted)]

def picture(side):
    from PIL import Image as Pictures
    colors = bytes((37 * i * i + 11 * i) % 256 for i in range(12 * 12 * 3))
    photo = Pictures.frombytes("RGB", (12, 12), colors).resize((side, side), Pictures.Resampling.BICUBIC)
    data = io.BytesIO()
    photo.save(data, "JPEG")
    return Image(data.getvalue(), "image/jpeg", side, side)

[done] = asyncio.run(turn(sys.argv[1], int(sys.argv[2]), sys.argv[3] == "photo"))
used = resource.getrusage(resource.RUSAGE_SELF)
peak = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
if sys.platform == "linux":
    # There the other number begins with the peak of the process that started this one.
    [line] = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
    peak = int(line.split()[1]) / 2**10
size = [done.width, done.height]
print(json.dumps({"size": size, "cpu": used.ru_utime + used.ru_stime, "peak": peak}))
"""


def _painted(prompt: str, side: int, *, photo: bool = False) -> dict[str, Any]:
    """Size of the picture, processor seconds and the most memory (MiB) of a process that paints just one."""
    command = [sys.executable, "-c", _PROGRAM, prompt, str(side), "photo" if photo else "scene"]
    # Threads of the linear algebra would count their waiting as work.
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("prompt", "photo"),
    [
        ("a red fox wizard in an enchanted forest at night in the rain", False),
        ("a cat astronaut on the moon, oil painting", False),
        ("cartoon", True),
    ],
)
def test_the_largest_picture_fits_in_little_memory(prompt: str, photo: bool) -> None:
    report = _painted(prompt, SIDE, photo=photo)
    assert report["size"] == [SIDE, SIDE]
    assert report["peak"] <= MOST_MEGABYTES


def test_the_first_picture_comes_soon() -> None:
    report = _painted("a red fox wizard in an enchanted forest at night", 768)
    assert report["size"] == [768, 768]
    assert report["cpu"] <= _BUSY * MOST_SECONDS


_BUSY = 2.0
"""How much slower a machine is on which other tests run; `benchmarks/builtin.py` measures on a quiet one."""


_MANY = """
import asyncio
from contextlib import aclosing
from imaginario.engines.builtin import BuiltinEngine
from imaginario.images import ImageRequest

STYLES = ("oil painting", "watercolor", "comic", "")

async def one(engine, n):
    text = f"a castle by the sea at sunset, {STYLES[n % 4]}"
    async with aclosing(engine.generate(ImageRequest(prompt=text, width=768, height=768, seed=n))) as events:
        async for _ in events:
            pass

async def all_of_them(n):
    engine = BuiltinEngine()
    await asyncio.gather(*(one(engine, n + i) for i in range(4)))

for n in range(0, 12, 4):
    asyncio.run(all_of_them(n))  # each loop has threads of its own
[line] = [line for line in open("/proc/self/status") if line.startswith("VmRSS")]
print(int(line.split()[1]) / 2**10)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc and malloc_trim are of Linux")
def test_what_was_freed_is_given_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _MANY], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < MOST_RESTING


MOST_RESTING = 220
"""Megabytes of a process between two pictures, imports included."""
