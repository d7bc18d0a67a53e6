"""The diffusers models that lie on this computer: where, which, and whole or not. Reads folders only."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from imaginario.engines._diffusers.facts import MODELSCOPE

BELIEVED = 5.0
"""Seconds what was seen on the disk is believed."""
WEIGHTS = (".safetensors", ".bin")
DTYPE_BYTES = {"F16": 2, "BF16": 2, "F64": 8, "I64": 8, "F8_E4M3": 1, "F8_E5M2": 1}
"""Bytes of one parameter, by its dtype in a safetensors file, where it is not 4."""
LONGEST_HEAD = 100 * 2**20
HEAVY = ("unet", "transformer", "vae", "text_encoder")
"""Parts of a model that are nothing without their weights."""


def hub_cache(environ: Mapping[str, str]) -> Path:
    """Where huggingface_hub keeps what it fetches, as it reads the environment itself."""
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if folder := environ.get(name):
            return Path(folder).expanduser()
    home = environ.get("HF_HOME")
    base = Path(environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    return (Path(home).expanduser() if home else base / "huggingface") / "hub"


def scope_cache(environ: Mapping[str, str]) -> Path:
    """Where the ModelScope client keeps what it fetches."""
    return Path(environ.get("MODELSCOPE_CACHE") or "~/.cache/modelscope").expanduser()


class Shelf:
    """Finds models by id. `folder` holds diffusers folders of one's own; with `anywhere`, paths do as ids.

    Usable from any thread.
    """

    def __init__(self, folder: str = "", *, anywhere: bool = True) -> None:
        self._folder = Path(folder).expanduser() if folder else None
        self._anywhere = anywhere
        self._lock = threading.Lock()
        self._seen: tuple[float, dict[str, Path]] = (0.0, {})

    def models(self) -> Mapping[str, Path]:
        """Every whole pipeline there is, by id."""
        return {name: path for name, path in self._all().items() if (path / "model_index.json").is_file()}

    def guides(self) -> Mapping[str, Path]:
        """Every ControlNet there is, by id."""
        return {name: path for name, path in self._all().items() if not (path / "model_index.json").is_file()}

    def find(self, model: str) -> Path | None:
        """The folder of a model, or None."""
        for name, path in self._all().items():
            if name.lower() == model.lower():
                return path
        path = Path(model).expanduser()
        return path if self._anywhere and path.is_absolute() and is_whole(path) else None

    def forget(self) -> None:
        """Look at the disk anew the next time."""
        self._seen = (0.0, {})

    def _all(self) -> dict[str, Path]:
        with self._lock:
            until, found = self._seen
            if time.monotonic() >= until:
                found = {name: path for name, path in self._places() if is_whole(path)}
                self._seen = (time.monotonic() + BELIEVED, found)
            return found

    def _places(self) -> Iterator[tuple[str, Path]]:
        for path in sorted(self._folder.iterdir()) if self._folder and self._folder.is_dir() else ():
            yield path.name, path
        yield from _hub(hub_cache(os.environ))
        yield from _scope(scope_cache(os.environ))


def told(folder: Path) -> dict[str, Any]:
    """What a pipeline's own files tell of it: its class, and the side of its usual picture in pixels."""
    found: dict[str, Any] = {"pipeline": str(_json(folder / "model_index.json").get("_class_name", ""))}
    side = next((n for p in ("unet", "transformer") if (n := _json(folder / p / "config.json"))), {})
    sample, blocks = side.get("sample_size"), _json(folder / "vae" / "config.json").get("block_out_channels")
    if isinstance(sample, int) and isinstance(blocks, list) and blocks:
        found["default_size"] = sample * 2 ** (len(blocks) - 1)
    return found


def is_whole(folder: Path) -> bool:
    """Whether a folder holds a pipeline, or a ControlNet, with all its weights."""
    if not (folder / "model_index.json").is_file():
        is_guide = _json(folder / "config.json").get("_class_name") == "ControlNetModel"
        return is_guide and _has_weights(folder)
    needed = parts(_json(folder / "model_index.json"))
    return bool(needed) and all(_is_there(folder / name) for name in needed)


def parts(index: Mapping[str, Any]) -> frozenset[str]:
    """The folders of a pipeline, by what its `model_index.json` holds."""
    return frozenset(k for k, v in index.items() if isinstance(v, list) and v and v[0])


def variant(folder: Path) -> str | None:
    """The name ("fp16") under which the weights lie, if there are no others."""
    heavy = next((folder / name for name in HEAVY if (folder / name).is_dir()), folder)
    names = [path.name for path in heavy.iterdir() if path.suffix in WEIGHTS]
    return "fp16" if names and all(".fp16." in name for name in names) else None


def parameters(folder: Path) -> int:
    """About how many parameters are read when a pipeline is loaded."""
    total, half = 0, variant(folder)
    needed = parts(_json(folder / "model_index.json"))
    for part in (folder / name for name in needed if (folder / name).is_dir()):
        files = [path for path in part.iterdir() if path.suffix in WEIGHTS and path.exists()]
        files = [path for path in files if (".fp16." in path.name) == bool(half)] or files
        safe = [path for path in files if path.suffix == ".safetensors"]
        total += sum(path.stat().st_size // _parameter_bytes(path) for path in safe or files)
    return total


def _parameter_bytes(path: Path) -> int:
    """Bytes of one parameter in a file of weights; pickles are taken for full precision."""
    if path.suffix != ".safetensors":
        return 2 if ".fp16." in path.name else 4
    try:
        with path.open("rb") as file:
            head = json.loads(file.read(min(int.from_bytes(file.read(8), "little"), LONGEST_HEAD)))
        kinds = (told["dtype"] for name, told in head.items() if name != "__metadata__")
        return DTYPE_BYTES.get(next(kinds, ""), 4)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return 4  # damaged; loading it says so


def _is_there(part: Path) -> bool:
    if not part.is_dir():
        return False
    return not part.name.startswith(HEAVY) or _has_weights(part)


def _has_weights(folder: Path) -> bool:
    # A link into the cache whose file is still being fetched leads nowhere and does not count.
    return any(path.suffix in WEIGHTS and path.exists() for path in folder.iterdir())


def _hub(cache: Path) -> Iterator[tuple[str, Path]]:
    for repo in sorted(cache.glob("models--*--*")):
        revision = _line(repo / "refs" / "main")
        snapshots = [repo / "snapshots" / revision] if revision else sorted(repo.glob("snapshots/*"))
        for snapshot in snapshots[-1:]:
            yield repo.name.removeprefix("models--").replace("--", "/", 1), snapshot


def _scope(cache: Path) -> Iterator[tuple[str, Path]]:
    for repo in sorted(cache.glob("models/*--*")):
        for snapshot in sorted(repo.glob("snapshots/*"))[-1:]:
            yield MODELSCOPE + repo.name.replace("--", "/", 1), snapshot


def _line(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (OSError, ValueError):
        return ""


def _json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}
