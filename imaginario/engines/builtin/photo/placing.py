"""Putting subjects into a photo: where it is calmest, as large as the space allows, in the photo's light."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from .. import figures
from ..composing.shading import lit
from ..looks._ops import blur, slope
from ..pixels import Array, F, luma, resize
from ..scenery.canvas import Canvas
from ..scenery.stage import Stage
from ..scenery.streams import Streams
from ..spec import Subject
from ..vocabulary import load
from .views import View

MOST = 6
FLOATING = frozenset({"balloon", "kite", "bird", "butterfly", "bat", "bee", "bubble"})
"""Things of the ground or the hand that are high up all the same."""
MEASURE = 72
GRID = 96
"""Longer side of the map that places are looked for on, in cells."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Put:
    """The photo with the subjects in it, where they are, and the words for what could not be drawn."""

    pixels: Array
    mask: Array
    drawn: tuple[str, ...]
    lost: tuple[str, ...]


def put_in(a: Array, subjects: Sequence[Subject], view: View, streams: Streams) -> Put:
    """Draw the subjects into a copy of the photo."""
    height, width = a.shape[:2]
    canvas = Canvas(width, height)
    canvas.a[:] = a
    stage, mask = _light(a, view, canvas), np.zeros((height, width), F)
    busy = _busy(a, view)
    drawn, lost = [], []
    for number, subject in enumerate(_each(subjects)):
        wish, gone = _possible(subject)
        lost += gone
        if wish is not None:
            rng = streams[f"photo.put{number}"]
            _draw(canvas, stage, wish, busy, mask, rng, view, len(subjects))
            drawn.append(wish.id)
    return Put(pixels=canvas.a, mask=mask, drawn=tuple(dict.fromkeys(drawn)), lost=tuple(dict.fromkeys(lost)))


def _each(subjects: Sequence[Subject]) -> list[Subject]:
    """One for each of their number."""
    return [s for s in subjects for _ in range(max(1, min(s.count, MOST)))][:MOST]


def _possible(subject: Subject) -> tuple[Subject | None, list[str]]:
    """The subject as it can be drawn, and what had to be taken off (or its id)."""
    bare = replace(subject, outfit=None, hat=None, glasses=None, held=None, color=None)
    for wish in (subject, bare):
        try:
            figures.render(wish, height=MEASURE, pose_seed=1)
        except (KeyError, ValueError, figures.NoRenderer):
            continue
        worn = (subject.outfit, subject.hat, subject.glasses, subject.held, subject.color)
        return wish, [word for word in worn if word] if wish != subject else []
    return None, [subject.id]


def _draw(
    canvas: Canvas, stage: Stage, wish: Subject, busy: Array, mask: Array, rng: np.random.Generator,
    view: View, crowd: int,
) -> None:  # fmt: skip
    flying = load()[wish.id].anchor == "sky" or wish.id in FLOATING
    tall = _height(canvas, wish, flying) * (1.0, 0.86, 0.72, 0.62, 0.55, 0.5)[min(crowd, 6) - 1]
    pose, flip = int(rng.integers(1, 1000)), bool(rng.random() < 0.5)
    image = figures.render(wish, height=max(6, round(tall)), flip=flip, pose_seed=pose)
    room = 0.94 * min(canvas.width / image.width, canvas.height / image.height)
    if room < 1:
        size = (max(2, int(image.width * room)), max(2, int(image.height * room)))
        image = image.resize(size, Image.Resampling.LANCZOS)
    x, y = _calmest(canvas, busy, image.size, flying, view, rng)
    if not flying:
        _shadow(canvas, stage, image, x, y)
    colors, alpha = lit(image, stage, 0.0)
    canvas.paint(alpha, x, y, colors)
    shape = mask[y : y + alpha.shape[0], x : x + alpha.shape[1]]
    np.maximum(shape, np.clip((alpha[: shape.shape[0], : shape.shape[1]] - 0.35) * 2.4, 0, 1), out=shape)
    # The next one stands elsewhere.
    scale = busy.shape[1] / canvas.width
    rows = slice(int(y * scale), int((y + image.height) * scale) + 1)
    busy[rows, int(x * scale) : int((x + image.width) * scale) + 1] += 3.0


def _height(canvas: Canvas, wish: Subject, flying: bool) -> float:
    """Natural sizes count, softened: a mouse is no speck, and a house leaves the photo to be seen."""
    reach = min(canvas.height, 1.2 * canvas.width)
    natural = float(np.clip(load()[wish.id].size * wish.size, 0.1, 12))
    return reach * (0.3 if flying else 0.34) * natural**0.3


def _busy(a: Array, view: View) -> Array:
    """How much each cell has that should not be covered: detail, and the middle of the picture."""
    height, width = a.shape[:2]
    scale = GRID / max(height, width)
    size = (max(4, round(width * scale)), max(4, round(height * scale)))
    tone = resize(luma(a), *size, Image.Resampling.BOX)
    right, down = slope(tone)
    fine = np.abs(resize(luma(a), *size, Image.Resampling.BOX) - blur(tone, 4))
    edges = blur(np.hypot(right, down) + F(0.5) * fine, 1.5)
    edges = edges / F(edges.mean() + 1e-4)
    x, y = np.linspace(-1, 1, size[0], dtype=F)[None], np.linspace(-1, 1, size[1], dtype=F)[:, None]
    return edges + F(1.4) * np.exp(-((x / F(0.5)) ** 2) - (y / F(0.8)) ** 2)


def _calmest(
    canvas: Canvas, busy: Array, size: tuple[int, int], flying: bool, view: View, rng: np.random.Generator
) -> tuple[int, int]:
    """The upper left corner for something of this size: standing ones low, flying ones high."""
    scale = busy.shape[1] / canvas.width
    wide, tall = max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
    sums = np.pad(busy, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    cells = sums[tall:, wide:] - sums[:-tall, wide:] - sums[tall:, :-wide] + sums[:-tall, :-wide]
    cost = cells / F(wide * tall) + F(0.08) * rng.random(cells.shape, dtype=F)
    top = np.arange(cells.shape[0], dtype=F)[:, None] / F(busy.shape[0])
    if flying:
        cost = cost + F(3) * np.maximum(
            0, top + F(0.5 * tall / busy.shape[0]) - F(max(0.3, view.horizon * 0.8))
        )
    else:
        feet = top + F(tall / busy.shape[0])
        want = max(0.8, view.horizon + 0.25)
        cost = cost + F(6) * np.maximum(0, F(want) - feet) + F(8) * np.maximum(0, feet - F(0.965))
    left = np.arange(cells.shape[1], dtype=F)[None]
    edge = np.minimum(left, cells.shape[1] - 1 - left) / F(busy.shape[1])
    cost = cost + F(20) * np.maximum(0, F(0.025) - edge)
    row, column = divmod(int(cost.argmin()), cells.shape[1])
    left, upper = round(column / scale), round(row / scale)
    return max(0, min(left, canvas.width - size[0])), max(0, min(upper, canvas.height - size[1]))


def _light(a: Array, view: View, canvas: Canvas) -> Stage:
    """The light of the photo, guessed from its means."""
    whole = a[::4, ::4].reshape(-1, 3).mean(0)
    tone = luma(a)
    level = float(np.percentile(tone[::4, ::4], 65))
    tint = 0.72 + 0.28 * whole / max(0.04, float(luma(whole)))
    half = a.shape[1] // 2
    left, right = float(tone[:, :half].mean()), float(tone[:, half:].mean())
    return Stage(
        place="photo",
        horizon_y=view.horizon * canvas.height,
        ground_y=0.95 * canvas.height,
        light_side=-1 if left >= right else 1,
        ambient=np.clip(tint * np.clip(0.5 + 0.85 * level, 0.48, 1.02), 0.3, 1.05).astype(F),
        light_color=np.clip(0.7 + 0.3 * whole / max(0.04, float(whole.max())), 0, 1).astype(F),
        fog_color=whole.astype(F),
        shadow_color=(whole * 0.22).astype(F),
        unit=canvas.u,
    )


def _shadow(canvas: Canvas, stage: Stage, image: Image.Image, x: int, y: int) -> None:
    """A wide faint patch and a narrow dark one where it touches the ground."""
    low = image.getchannel("A").crop((0, int(image.height * 0.86), image.width, image.height)).getbbox()
    left, right = (low[0], low[2]) if low else (0, image.width)
    middle, foot = x + (left + right) / 2, y + image.height
    half = max(3.0, (right - left) / 2)
    canvas.shadow(
        middle - 0.25 * stage.light_side * half, foot, 1.3 * half, 0.26 * half + 2, stage.shadow_color, 0.4
    )
    canvas.shadow(middle, foot, 0.95 * half, 0.12 * half + 1.5, stage.shadow_color, 0.5)
