"""What our engines cost over the SDKs they are made of: the bare call and ours by turns, in one run.

    python benchmarks/engines.py [--rounds N] [--check]

Remote: an upstream on loopback answers after `--delay` seconds with a PNG of about 1.5 MB. The bare call
ends when the picture's bytes are there; ours proves on top that the picture is whole and not black. Local: a
tiny random model, one torch thread, same seed and steps, the same pixels on both sides. The bare call ends
with pixels, ours with a PNG of them.

"ratio" is ours to the bare call, "beyond" what ours takes longer: each the median over the rounds. Times are
milliseconds: of the clock, and of the processor over all threads. The ratio of the local model is one of
processor time, which is steadier than the clock where nobody waits. With `--check` the exit status is 1 when
a target is missed. Measure on a machine that does nothing else: when it is busy, a target may be missed by
chance.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from PIL import Image as pil

from benchmarks.upstream import MODEL, PROVIDER
from imaginario.engines.base import ImageEngine
from imaginario.events import Painted
from imaginario.images import ImageRequest
from imaginario.secrets import Secret

KEY = "hf_" + "onlyForTheBenchmark0123"
RATIO, LOCAL_RATIO = 1.05, 1.03
"""The most our median may be of the bare one: remote, and on this computer."""
BEYOND = 5.0
"""The most milliseconds that a remote engine may take beyond the bare call."""
PROMPT = "a lighthouse on a cliff at dusk"
HEAD = ("bare", "p95", "ours", "p95", "ratio", "beyond", "CPU bare", "ours")

Call = Callable[[int], Awaitable[Any]]
"""One picture by its seed."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ways to the same picture; a model on this computer has no target for `beyond`."""

    title: str
    bare: Call
    ours: Call
    most: float = RATIO
    beyond: float | None = BEYOND


@dataclass(slots=True)
class Times:
    """Milliseconds of one way, round by round."""

    clock: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    async def take(self, work: Awaitable[Any]) -> Any:
        """What the work gives, its time noted."""
        clock, cpu = time.perf_counter(), time.process_time()
        result = await work
        self.cpu.append(1000 * (time.process_time() - cpu))
        self.clock.append(1000 * (time.perf_counter() - clock))
        return result


@dataclass(slots=True)
class Row:
    """The measured line of one engine."""

    pair: Pair
    bare: Times = field(default_factory=Times)
    ours: Times = field(default_factory=Times)

    @property
    def ratio(self) -> float:
        """Our time by the bare one."""
        near = self.pair.beyond is None
        ours, bare = (times.cpu if near else times.clock for times in (self.ours, self.bare))
        return statistics.median(o / b for o, b in zip(ours, bare, strict=True))

    @property
    def beyond(self) -> float:
        """Milliseconds that the bare call does not take."""
        return statistics.median(o - b for o, b in zip(self.ours.clock, self.bare.clock, strict=True))

    @property
    def missed(self) -> list[str]:
        """The targets that were not reached, in words."""
        found = [f"{self.ratio:.3f}x, not {self.pair.most:g}x"] if self.ratio > self.pair.most else []
        if self.pair.beyond is not None and self.beyond > self.pair.beyond:
            found.append(f"{self.beyond:.1f} ms beyond, not {self.pair.beyond:g}")
        return found

    def __str__(self) -> str:
        cpu = [statistics.median(times.cpu) for times in (self.bare, self.ours)]
        told = [f"{n:9.1f}" for n in (*both(self.bare.clock), *both(self.ours.clock))]
        told += [f"{self.ratio:9.3f}"] + [f"{n:9.1f}" for n in (self.beyond, *cpu)]
        return f"{self.pair.title:<22}" + "".join(told) + ("   missed" if self.missed else "")


def both(values: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    return statistics.median(values), sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


async def measured(pair: Pair, rounds: int) -> Row:
    """The pair by turns, the order turned around every round; the first round only warms up."""
    row = Row(pair)
    await pair.bare(0)
    await pair.ours(0)
    for number in range(1, rounds + 1):
        ways = [(row.bare, pair.bare), (row.ours, pair.ours)]
        for times, way in ways if number % 2 else reversed(ways):
            await times.take(way(number))
    return row


def painting(engine: ImageEngine, model: str, **options: Any) -> Call:
    """Our way to a picture."""

    async def paint(seed: int) -> bytes:
        request = ImageRequest(prompt=PROMPT, model=model, seed=seed, **options)
        async with aclosing(engine.generate(request)) as events:
            async for event in events:
                if isinstance(event, Painted):
                    return event.image.data
        raise RuntimeError("no picture")

    return paint


def photo(side: int) -> bytes:
    """A picture as soft and grainy as a photo: at 1024 pixels a PNG of about 1.5 MB."""
    rng = np.random.default_rng(1)
    soft = pil.fromarray(rng.integers(0, 256, (9, 9, 3), np.uint8)).resize((side, side))
    grain = np.asarray(soft) + rng.normal(0, 3.2, (side, side, 1))
    data = io.BytesIO()
    pil.fromarray(grain.clip(0, 255).astype(np.uint8)).save(data, "PNG")
    return data.getvalue()


@contextmanager
def upstream(picture: bytes, delay: float) -> Iterator[str]:
    """The address of a running upstream; the SDKs' environment points there."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture.png"
        path.write_bytes(picture)
        script = str(Path(__file__).with_name("upstream.py"))
        command = [sys.executable, script, str(delay), str(path)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
            if server.stdin is None or server.stdout is None:
                raise RuntimeError("no pipes")
            url = server.stdout.readline().strip()
            os.environ |= {"HF_ENDPOINT": url, "GOOGLE_GEMINI_BASE_URL": url, "NO_PROXY": "127.0.0.1"}
            yield url
            server.stdin.close()


@asynccontextmanager
async def huggingface(url: str) -> AsyncGenerator[list[Pair]]:
    """A dedicated endpoint, which answers with bytes, and a provider, which answers with base64 in JSON."""
    from huggingface_hub import AsyncInferenceClient, constants

    from imaginario.engines.huggingface import HuggingFaceEngine

    constants.INFERENCE_PROXY_TEMPLATE = f"{url}/{{provider}}"
    secret, place = Secret(KEY), f"{url}/endpoint"
    engines = [
        HuggingFaceEngine(secret=secret, hf_endpoint_url=place),
        HuggingFaceEngine(secret=secret, hf_hub_url=url, hf_router_url=url),
    ]
    clients = [
        AsyncInferenceClient(model=place, token=KEY),
        AsyncInferenceClient(model=MODEL, provider=PROVIDER, token=KEY),
    ]
    titles, models = ("Hugging Face endpoint", "Hugging Face provider"), ("", MODEL)
    bare = [lambda seed, c=client: c.text_to_image(PROMPT, seed=seed) for client in clients]
    ours = [painting(engine, model) for engine, model in zip(engines, models, strict=True)]
    yield [Pair(t, b, o) for t, b, o in zip(titles, bare, ours, strict=True)]
    for opened in (*engines, *clients):
        await (opened.aclose() if isinstance(opened, HuggingFaceEngine) else opened.close())


@asynccontextmanager
async def gemini(_: str) -> AsyncGenerator[list[Pair]]:
    """Google's service: base64 in JSON, which the SDK turns into bytes."""
    from google import genai

    from imaginario.engines.gemini import GeminiEngine

    engine, client = GeminiEngine(secret=Secret(KEY)), genai.Client(api_key=KEY)
    model = engine.card("").id

    async def bare(_: int) -> bytes:
        config = genai.types.GenerateContentConfig(response_modalities=["IMAGE"])
        answer = await client.aio.models.generate_content(model=model, contents=PROMPT, config=config)
        found = [part.inline_data.data for part in answer.parts or () if part.inline_data]
        return found[0] or b""

    yield [Pair("Gemini", bare, painting(engine, model))]
    await engine.aclose()
    await client.aio.aclose()


@asynccontextmanager
async def openai(url: str) -> AsyncGenerator[list[Pair]]:
    """OpenAI, or one of the many servers that speak like it: base64 in JSON."""
    from openai import AsyncOpenAI

    from imaginario.engines.openai import OpenAIEngine

    engine = OpenAIEngine(secret=Secret(KEY), openai_base_url=f"{url}/v1")
    client = AsyncOpenAI(api_key=KEY, base_url=f"{url}/v1")

    async def bare(_: int) -> bytes:
        answer = await client.images.generate(model=MODEL, prompt=PROMPT, response_format="b64_json")
        return base64.b64decode((answer.data or [])[0].b64_json or "")

    yield [Pair("OpenAI", bare, painting(engine, MODEL))]
    await engine.aclose()
    await client.close()


@asynccontextmanager
async def local(side: int, steps: int) -> AsyncGenerator[list[Pair]]:
    """A pipeline of diffusers on this computer; needs torch."""
    from imaginario.engines._diffusers import sdk
    from imaginario.engines.diffusers import DiffusersEngine
    from tests.local import tiny

    torch = sdk.torch()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        model = tiny.pipeline(Path(folder) / "tiny")
        engine = DiffusersEngine(local_models=folder, local_device="cpu")
        pipe = sdk.diffusers().DiffusionPipeline.from_pretrained(model, local_files_only=True)
        pipe.set_progress_bar_config(disable=True)
        options = {"width": side, "height": side, "num_inference_steps": steps, "guidance_scale": 7.5}

        async def bare(seed: int) -> Any:
            return pipe(PROMPT, generator=torch.Generator("cpu").manual_seed(seed), **options).images[0]

        ours = painting(engine, "tiny", **options)
        picture = await bare(1)
        if not np.array_equal(np.asarray(picture), np.asarray(pil.open(io.BytesIO(await ours(1))))):
            raise RuntimeError("the bare pipeline paints something else")
        yield [Pair(f"local {side} px {steps} steps", bare, ours, LOCAL_RATIO, None)]
        await engine.aclose()


async def rows(options: argparse.Namespace, url: str) -> AsyncGenerator[Row]:
    """Every engine, one after another."""
    makers = [huggingface(url), gemini(url), openai(url)]
    if find_spec("torch") and not options.remote:
        makers.append(local(options.local_side, options.steps))
    for maker in makers:
        async with maker as pairs:
            for pair in pairs:
                near = pair.beyond is None
                yield await measured(pair if near else replace(pair, most=options.most), options.rounds)


async def table(options: argparse.Namespace) -> list[str]:
    """Print the table; what was missed, in words."""
    picture, missed = photo(options.side), list[str]()
    with upstream(picture, options.delay) as url:
        print(
            f"PNG of {len(picture) / 1e6:.2f} MB after {1000 * options.delay:.0f} ms; {options.rounds} rounds"
        )
        print(" " * 22 + "".join(f"{word:>9}" for word in HEAD))
        async with aclosing(rows(options, url)) as found:
            async for row in found:
                print(row, flush=True)
                missed += [f"{row.pair.title}: {what}" for what in row.missed]
    if not find_spec("torch"):
        print("local                 not measured: torch is not installed")
    return missed


def main(argv: list[str]) -> int:
    """Print the table; 1 where a target is missed and that matters."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--rounds", type=int, default=30)
    asked.add_argument("--delay", type=float, default=0.2, help="seconds until the upstream answers")
    asked.add_argument("--side", type=int, default=1024, help="pixels of the upstream's picture")
    asked.add_argument("--local-side", type=int, default=256, help="pixels of the local model's picture")
    asked.add_argument("--steps", type=int, default=30, help="steps of the local model")
    asked.add_argument("--remote", action="store_true", help="leave the local model out")
    asked.add_argument("--most", type=float, default=RATIO, help="target ratio of the remote ones")
    asked.add_argument("--check", action="store_true", help="fail when a target is missed")
    options = asked.parse_args(argv[1:])
    missed = asyncio.run(table(options))
    for line in missed:
        print(f"missed: {line}")
    return int(options.check and bool(missed))


if __name__ == "__main__":
    sys.exit(main(sys.argv))
