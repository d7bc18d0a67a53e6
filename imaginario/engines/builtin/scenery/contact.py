"""Contact sheets: every place at every hour and in every weather, to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from ..pixels import to_image
from ..spec import PLACES, SKY_THINGS, TIMES, WEATHERS, SceneSpec
from .canvas import Canvas
from .paint import finish, paint_place
from .setting import KINDS
from .streams import Streams


def sheet(
    out_dir: str | Path, *, cell: int = 256, places: Iterable[str] = (*PLACES, *KINDS), seeds: int = 10
) -> list[Path]:
    """Writes PNG sheets into `out_dir` and gives their paths; `places` may name kinds of places, too.

    Three for the places (by time, by weather, by seed, a row each) and one of the sky things.
    """
    names = tuple(places)
    folder = Path(out_dir)
    folder.mkdir(parents=True, exist_ok=True)
    skies = [{"place": "meadow", "time": t, "sky": (s,)} for s in SKY_THINGS for t in ("day", "night")]
    tables: dict[str, tuple[list[Mapping[str, Any]], int]] = {
        "times": ([{"place": p, "time": t} for p in names for t in TIMES], len(TIMES)),
        "weathers": (
            [{"place": p, "time": "day", "weather": (w,)} for p in names for w in WEATHERS],
            len(WEATHERS),
        ),
        "seeds": ([{"place": p, "seed": s} for p in names for s in range(seeds)], seeds),
        "sky": (list(skies), 6),
    }
    return [_grid(folder / f"{name}.png", cells, columns, cell) for name, (cells, columns) in tables.items()]


def _grid(path: Path, cells: list[Mapping[str, Any]], columns: int, cell: int) -> Path:
    rows = -(-len(cells) // columns)
    page = Image.new("RGB", (columns * cell, rows * cell), "white")
    for i, wanted in enumerate(cells):
        picture = _one(dict(wanted), i // columns, cell - 6)
        page.paste(picture, (i % columns * cell + 3, i // columns * cell + 3))
    page.save(path)
    return path


def _one(wanted: dict[str, Any], seed: int, size: int) -> Image.Image:
    streams = Streams(int(wanted.pop("seed", seed)))
    if base := KINDS.get(wanted["place"]):
        wanted |= {"place": base, "extra": {"kind": wanted["place"]}}
    # Drawn large and shrunk: thumbnails then look as the pictures do.
    canvas, spec = Canvas(size * 2, size * 2), SceneSpec(**wanted)
    stage = paint_place(canvas, spec, streams)
    finish(canvas, stage, spec, streams)
    return to_image(canvas.a).reduce(2)
