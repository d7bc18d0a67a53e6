"""Contact sheets of the built-in art, to look at after a change.

`python -m imaginario.engines.builtin.sheet OUT_DIR` writes one PNG per kind of thing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import figures, vocabulary
from .figures import belongings, overlays, qualities
from .spec import ACTIONS, Subject

if TYPE_CHECKING:
    from PIL import Image

_PAPER = (219, 232, 242, 255)
_MODELS = ("cat", "girl", "fox", "rabbit", "robot", "frog", "horse", "grandfather")
_RIDES = (
    ("rabbit", "dragon"), ("girl", "unicorn"), ("boy", "horse"), ("cat", "turtle"), ("mouse", "elephant"),
    ("capybara", "bicycle"), ("penguin", "car"), ("dog", "boat"), ("woman", "broom"), ("frog", "skateboard"),
)  # fmt: skip


def sheets() -> Iterator[tuple[str, Image.Image]]:
    """Name and picture of every sheet: kinds of subjects, then what they wear, do and ride."""
    entries = vocabulary.load()
    for kind in vocabulary.KINDS:
        yield kind, arrange([_drawn(Subject(id=e.id)) for e in entries.values() if e.kind == kind])
    yield "outfits", arrange([_drawn(Subject(id=_model(i), outfit=o)) for i, o in enumerate(figures.OUTFITS)])
    yield "astronauts", arrange([_drawn(Subject(id=m, outfit="astronaut")) for m in _MODELS])
    yield "hats", arrange([_drawn(Subject(id=_model(i), hat=h)) for i, h in enumerate(figures.HATS)])
    yield "glasses", arrange([_drawn(Subject(id=m, glasses=g)) for g in figures.GLASSES for m in _MODELS[:4]])
    yield "poses", arrange([_drawn(Subject(id=m, action=a)) for m in _MODELS[:3] for a in ACTIONS])
    yield (
        "colors",
        arrange([_drawn(Subject(id=m, color=c)) for m in ("cat", "girl", "car") for c in figures.COLORS]),
    )
    yield "qualities", arrange([_told(m, traits=[t]) for t in qualities.TRAITS for m in ("dog", "woman")])
    yield (
        "belongings",
        arrange([_told(m, parts=[[p, "purple"]]) for p in belongings.PARTS for m in _MODELS[:2]]),
    )
    yield "patterns", arrange([_told(m, traits=[p]) for p in overlays.PATTERNS for m in ("fish", "car")])
    pairs = ((Subject(id=a), Subject(id=b)) for a, b in _RIDES)
    yield "rides", arrange([figures.render_ride(a, b, height=130) for a, b in pairs])


def _drawn(subject: Subject) -> Image.Image:
    return figures.render(subject, height=150)


def _told(ident: str, **row: object) -> Image.Image:
    return figures.render(Subject(id=ident), height=150, pose_seed=3, told=figures.manner_of(row))


def _model(index: int) -> str:
    return _MODELS[index % len(_MODELS)]


def arrange(
    images: Sequence[Image.Image], *, columns: int = 10, cell: tuple[int, int] = (210, 240)
) -> Image.Image:
    """The images in rows, standing at the bottom of their cells, those too large made smaller."""
    from PIL import Image

    width, height = cell
    rows = -(-len(images) // columns)
    page = Image.new("RGBA", (columns * width, max(1, rows) * height), _PAPER)
    for i, image in enumerate(images):
        fitted = image.copy()
        fitted.thumbnail((width - 8, height - 8))
        x, y = i % columns * width, (i // columns + 1) * height
        page.alpha_composite(fitted, (x + (width - fitted.width) // 2, y - fitted.height - 4))
    return page


def main(arguments: Sequence[str]) -> int:
    """Write every sheet as a PNG into the folder named by the first argument."""
    if not arguments or arguments[0].startswith("-"):
        print("usage: python -m imaginario.engines.builtin.sheet OUT_DIR")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in sheets():
        picture.convert("RGB").save(folder / f"{name}.png")
        print(folder / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
