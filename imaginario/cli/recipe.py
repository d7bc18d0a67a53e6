"""`recipe FILE`: what a picture remembers of how it was made."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from imaginario import pngfile, present, recipe
from imaginario.cli.console import Console
from imaginario.i18n import Translator

WORDS = ("idea", "prompt_local", "prompt", "negative_prompt", "label")
"""What our recipes say in sentences; the rest are facts."""


def show(args: Namespace, console: Console, t: Translator) -> int:
    """Print the recipe, or one sentence why there is none."""
    path = Path(args.file).expanduser()
    try:
        data = _png(path)
    except OSError as error:
        name = "missing" if isinstance(error, FileNotFoundError) else "unreadable"
        return _none(name, path, args, console, t)
    found = recipe.read(pngfile.texts(data)) if data else None
    if found is None:
        broken = "none" if pngfile.arrived(data) else "broken"
        return _none(broken if data else "not_png", path, args, console, t)
    if args.json:
        console.json(found)
    else:
        console.result("\n".join(_lines(found, t)))
    return 0


def _none(name: str, path: Path, args: Namespace, console: Console, t: Translator) -> int:
    said = t(f"cli.recipe.{name}", file=path)
    if args.json:
        console.json({"error": {"code": f"recipe_{name}", "message": said, "cure": ""}})
    console.line(said)
    return 1


def _png(path: Path) -> bytes:
    """The bytes of a PNG; nothing of a file that is something else, however large. Raises `OSError`."""
    with open(path, "rb") as file:
        head = file.read(len(pngfile.MAGIC))
        return head + file.read() if head == pngfile.MAGIC else b""


def _lines(found: Mapping[str, Any], t: Translator) -> Iterator[str]:
    ours = "engine" in found
    said = {**found, "prompt_local": (found.get("draft") or {}).get("prompt_local")}
    if ours and found["engine"] == "builtin":
        said["label"] = t("label.builtin")
    for name in WORDS:
        if said.get(name):
            yield f"{t(f'cli.recipe.{name}')}: {said[name]}"
    if not ours:  # another program's own names for its values
        yield from (f"{name}: {value}" for name, value in found.items() if value and name not in WORDS)
        return
    yield from (f"{name}: {value}" for name, value in present.facts(found, t))
