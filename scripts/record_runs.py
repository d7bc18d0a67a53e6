"""Record one `imagine` and one `edit` of every engine into docs/runs.md, by the real command line.

Hosted engines are pointed at their contract servers of tests/contracts, on loopback: no key, no network. The
built-in engine paints for real; so does the one of this computer, with a tiny random model, where torch is
installed (any Python that has it: `.venv/bin/python scripts/record_runs.py`).
"""

from __future__ import annotations

import io
import json
import os
import platform
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402

from imaginario import __version__, recipe  # noqa: E402
from imaginario.events import Adjusted  # noqa: E402
from imaginario.i18n import Translator  # noqa: E402
from imaginario.present import controls  # noqa: E402
from imaginario.secrets import ENVIRONMENT, redact  # noqa: E402
from imaginario.wiring import engine_kinds  # noqa: E402
from tests.contracts.gemini import GeminiServer  # noqa: E402
from tests.contracts.huggingface import HuggingFaceServer  # noqa: E402
from tests.contracts.loopback import Exchange  # noqa: E402
from tests.contracts.modelscope import ModelScopeServer  # noqa: E402
from tests.contracts.openai import OpenAIServer  # noqa: E402

PAGE = ROOT / "docs" / "runs.md"
PICTURES = ROOT / "docs" / "images" / "runs"
PHOTO = ROOT / "docs" / "images" / "gallery" / "coffee.jpg"
IMAGINE = ("imagine", "a red fox in a forest at night")
EDIT = ("edit", PHOTO.name, "make it snow")
LONGEST_SIDE, NOISE_SIDE, MOST_BYTES = 640, 240, 60_000
"""Pixels (of noise, fewer) and bytes of a picture on the page."""
PATIENCE = 180.0
"""Seconds one command may take."""
PATH_LIMIT, FIELDS_LIMIT = 90, 260
REAL = ("builtin", "local")

INTRO = """\
# Recorded runs

One `imagine` and one `edit` of every engine, through the real command line and the real SDK. Written by
`python scripts/record_runs.py`; it is a recording, so times differ from run to run.

**What is real here.** Hugging Face, Google Gemini, OpenAI and ModelScope stand on loopback: contract servers
(`tests/contracts`) that refuse what the services refuse and **answer with test pictures**, plain colours and
often much smaller than what was asked for (and fal's stand-in tells a seed of its own). These runs show that
a request is made, waited for, fetched and told as it should be; they say nothing of how pictures of those
services look. Only the built-in engine **paints for real** below, and the engine of this computer, though
with a **tiny model of random weights**, whose pictures are noise: no published model could be loaded on the
development machine, which reaches no model hub. What real models paint there has therefore not been seen.

`asked`, `sent`, `ignored` and `got` are the line under every picture, here from the recipe inside the file.
"""


class Server(Protocol):
    """What all contract servers have in common."""

    @property
    def url(self) -> str:
        """Where it listens."""
        ...

    requests: list[Exchange]

    def start(self) -> Any:
        """Begin to listen."""

    def stop(self) -> None:
        """Drop every connection."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where one engine is run: its server, if there is one, the environment, and further options."""

    engine: str
    server: Server | None = None
    environ: Mapping[str, str] = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    options: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """For `imagine`, and for `edit`."""


@dataclass(frozen=True, slots=True)
class Run:
    """One command as it went. `seconds` are those of the whole process."""

    command: tuple[str, ...]
    told: str
    path: str
    data: bytes
    seconds: float
    requests: tuple[Exchange, ...]


def main(page: Path = PAGE) -> int:
    """Run everything and write the page; 1 when a command failed."""
    with tempfile.TemporaryDirectory() as folder:
        text = "\n".join([INTRO, _when(), *(_section(name, Path(folder)) for name in engine_kinds())])
    fresh = page.with_suffix(".md.new")
    fresh.write_text(text.rstrip() + "\n", "utf-8")
    os.replace(fresh, page)
    return 0


def _when() -> str:
    system = f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} processors"
    return f"Recorded on {datetime.now(UTC):%Y-%m-%d} with Imaginário {__version__}, {system}.\n"


def _section(name: str, folder: Path) -> str:
    """Both runs of an engine."""
    kind = engine_kinds()[name]
    lines = [f"## {kind.title}\n"]
    if name not in STAGES:
        return "\n".join([*lines, "No recorded run yet.\n"])
    if name == "local" and find_spec("torch") is None:
        return "\n".join([*lines, "Not recorded: torch was not installed where this page was written.\n"])
    stage = STAGES[name](folder)
    try:
        for command, options in zip((IMAGINE, EDIT), stage.options, strict=True):
            run = _run(stage, (*command, "--engine", name, "--raw", "--seed", "7", *options), folder / name)
            lines += _told(stage, run)
    finally:
        if stage.server is not None:
            stage.server.stop()
    return "\n".join(lines)


def _run(stage: Stage, command: tuple[str, ...], home: Path) -> Run:
    """One command line in an empty home. Raises `RuntimeError` when it fails."""
    work = home / "work"
    work.mkdir(parents=True, exist_ok=True)
    (work / PHOTO.name).write_bytes(PHOTO.read_bytes())
    before, began = len(stage.server.requests) if stage.server else 0, time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "imaginario", *command],
        cwd=work, env=_environment(stage, home), capture_output=True, encoding="utf-8", timeout=PATIENCE,
        check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    seconds = time.monotonic() - began
    if done.returncode:
        raise RuntimeError(f"{shlex.join(command)}: {redact(done.stderr, stage.keys)}")
    path = done.stdout.strip()
    requests = tuple(stage.server.requests[before:]) if stage.server else ()
    return Run(command, done.stderr.strip(), path, (work / path).read_bytes(), seconds, requests)


def _environment(stage: Stage, home: Path) -> dict[str, str]:
    """Nothing of the person who records; a key that is set to nothing is not read from a file either."""
    kept = {n: os.environ[n] for n in ("PATH", "SYSTEMROOT") if n in os.environ}
    blank = dict.fromkeys((name for names in ENVIRONMENT.values() for name in names), "")
    places = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "PYTHONPATH": str(ROOT)}
    own = {"IMAGINARIO_LOCALE": "en", "NO_PROXY": "127.0.0.1,localhost", "PYTHONDONTWRITEBYTECODE": "1"}
    return {**kept, **blank, **places, **own, "OMP_NUM_THREADS": "1", **stage.environ}


def _told(stage: Stage, run: Run) -> Iterator[str]:
    """One run on the page."""
    with Image.open(io.BytesIO(run.data)) as opened:
        width, height = opened.size
        found = recipe.read({str(k): str(v) for k, v in opened.info.items()}) or {}
    yield f"### {run.command[0]}\n"
    if stage.environ:
        yield f"Set: {', '.join(f'`{name}`' for name in stage.environ)}.\n"
    told = redact(run.told, stage.keys)
    command = " ".join(_quoted(word) for word in run.command)
    yield f"```console\n$ imaginario {command}\n{told}\n{run.path}\n```\n"
    yield f"> {controls(_adjusted(found, width, height), Translator('en'))}\n"
    painting = found.get("timings", {}).get("painting", 0.0)
    model = " · ".join(str(v) for v in (found.get("model"), found.get("provider")) if v)
    yield (
        f"Painted by `{model}`: PNG, {width}×{height}, {len(run.data) / 1000:.1f} kB; "
        f"{painting:.1f} s of painting, {run.seconds:.1f} s for the whole process.\n"
    )
    if run.requests:
        yield "| the server saw | with the fields | bytes |\n|---|---|--:|"
        yield from dict.fromkeys(_request(exchange) for exchange in run.requests)
        yield ""
    if stage.engine in REAL:
        yield f"![{_alt(stage, run)}](images/runs/{_shown(stage.engine, run)})\n"


def _adjusted(found: Mapping[str, Any], width: int, height: int) -> Adjusted:
    """What the recipe says of the controls."""
    told = {name: found.get(name, {}) for name in ("asked", "sent")}
    got = {"width": width, "height": height} | ({"seed": found["seed"]} if "seed" in found else {})
    got |= found.get("details", {}).get("got", {})
    return Adjusted(**told, ignored=tuple(found.get("ignored", ())), got=got)


def _alt(stage: Stage, run: Run) -> str:
    what = "A fox painted by rules" if run.command[0] == "imagine" else "A photo of coffee with snow over it"
    return what if stage.engine == "builtin" else f"Noise: {run.command[0]} by a model of random weights"


def _shown(engine: str, run: Run) -> str:
    """The name of a small copy of the picture for the page."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    name = f"{engine}-{run.command[0]}.webp"
    with Image.open(io.BytesIO(run.data)) as opened:
        small = opened.convert("RGB")
    side = LONGEST_SIDE if engine == "builtin" else NOISE_SIDE
    small.thumbnail((side, side))
    for quality in (80, 70, 60, 50, 40, 30):
        data = io.BytesIO()
        small.save(data, "WEBP", quality=quality, method=6)
        if data.tell() <= MOST_BYTES:
            break
    (PICTURES / name).write_bytes(data.getvalue())
    return name


def _request(exchange: Exchange) -> str:
    """One request as a line of the table: names only, never what is in a header or a field."""
    path = exchange.path if len(exchange.path) < PATH_LIMIT else exchange.path[:PATH_LIMIT] + "…"
    names = ", ".join(dict.fromkeys(_names(exchange)))
    names = names if len(names) < FIELDS_LIMIT else names[:FIELDS_LIMIT].rpartition(", ")[0] + " …"
    return f"| `{exchange.method} {path}` | {names} | {len(exchange.body):,} |"


def _names(exchange: Exchange) -> Iterator[str]:
    """The names of the fields of a body: JSON with dots, or a form."""
    kind = exchange.headers.get("content-type", "")
    if "multipart/form-data" in kind:
        yield from (f"`{name.decode()}`" for name in re.findall(rb'form-data; name="([^"]+)"', exchange.body))
    elif "json" in kind and exchange.body:
        yield from (f"`{name}`" for name in _leaves(json.loads(exchange.body)))


def _leaves(value: Any, above: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inside in value.items():
            yield from _leaves(inside, f"{above}.{name}" if above else str(name))
    elif isinstance(value, Sequence) and value and isinstance(value[0], Mapping):
        for inside in value:
            yield from _leaves(inside, f"{above}[]")
    elif above:
        yield above


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


WISHES = (("--size", "1024x576", "--steps", "30"), ("--strength", "0.6"))
"""Controls that some engines know and others don't, so that something is ignored somewhere."""


def _huggingface(_: Path) -> Stage:
    server = HuggingFaceServer()
    server.start()
    where = {"HF_ENDPOINT": server.url, "IMAGINARIO_HF_ROUTER_URL": server.url, "HF_TOKEN": server.token}
    return Stage("huggingface", server, where, (server.token,), WISHES)


def _gemini(_: Path) -> Stage:
    server = GeminiServer().start()
    where = {"GOOGLE_GEMINI_BASE_URL": server.url, "GEMINI_API_KEY": server.key}
    return Stage("gemini", server, where, (server.key,), WISHES)


def _openai(_: Path) -> Stage:
    server = OpenAIServer().start()
    where = {
        "OPENAI_BASE_URL": server.url,
        "OPENAI_API_KEY": server.key,
        "IMAGINARIO_OPENAI_IMAGE_MODEL": "gpt-image-2.5-flare",
    }
    return Stage("openai", server, where, (server.key,), WISHES)


def _modelscope(_: Path) -> Stage:
    server = ModelScopeServer().start()
    where = {"IMAGINARIO_MODELSCOPE_URL": server.url, "MODELSCOPE_API_KEY": server.key}
    return Stage("modelscope", server, where, (server.key,), WISHES)


def _builtin(_: Path) -> Stage:
    return Stage("builtin", options=WISHES)


def _local(folder: Path) -> Stage:
    from tests.local import tiny

    models = folder / "models"
    tiny.pipeline(models / "tiny-random")
    where = {"IMAGINARIO_LOCAL_MODELS": str(models), "IMAGINARIO_LOCAL_DEVICE": "cpu", "HF_HUB_OFFLINE": "1"}
    few = ("--size", "512x288", "--steps", "4")
    return Stage("local", None, where, (), (few, ("--steps", "4", "--strength", "0.6")))


STAGES: Mapping[str, Callable[[Path], Stage]] = {
    "huggingface": _huggingface,
    "gemini": _gemini,
    "openai": _openai,
    "modelscope": _modelscope,
    "builtin": _builtin,
    "local": _local,
}

if __name__ == "__main__":
    raise SystemExit(main())
