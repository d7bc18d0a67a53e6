"""Putting subjects into a part of a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from .. import figures, looks
from ..composing.shading import lit
from ..pixels import Array, F, blur, from_image, luma, resize, to_image
from ..scenery.canvas import Canvas
from ..scenery.stage import Stage
from ..scenery.streams import Streams
from ..spec import SceneSpec, Subject
from .islands import Box, around, islands
from .matching import spread
from .removing import bare, pasted, remove

MOST = 6
"""No more figures are put in at a time."""
SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4)
"""Shares of the place's size that are tried in turn until the figures hardly stand out of the mask."""

THING = 30.0
"""Patches that differ so much (of 255) from the emptied picture are things, not background."""
SEEN = 0.02
"""The share of the place in which such patches may be seen beside the figures."""

Note = Callable[[str], None]
"""Called with the id or word of each thing that can't be drawn."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A drawing (RGBA) and the pixel of its upper left corner."""

    image: Image.Image
    x: int
    y: int


def put(
    picture: Image.Image,
    mask: Image.Image,
    subjects: Sequence[Subject],
    streams: Streams,
    *,
    note: Note | None = None,
    look: str | None = None,
    spec: SceneSpec | None = None,
    seed: int | None = None,
) -> Image.Image:
    """The picture (RGB) with the subjects standing in what the mask (L, as large) shows in white.

    They stand on its lower edge, lit as their surroundings are; what was there is taken away when it is no
    mere background. `look` is the style of the picture, if it is one of ours, and `spec` and `seed` painted
    it. Where the mask is black every pixel stays as it is. `note` is told what can't be drawn; with nothing
    to draw nothing is changed.
    """
    before = picture.convert("RGB")
    grey = mask.convert("L")
    hole = np.asarray(grey) > 0
    wishes = _drawable(subjects, note or (lambda _: None))
    if not wishes or not hole.any():
        return before.copy()
    place = max(islands(hole), key=lambda island: int(island.sum()))
    figures_ = _stood(wishes, place, streams)
    a = from_image(before)
    behind = bare(a, hole, spec, seed)
    if behind is None:
        ground = _ground(before, grey, hole, figures_, streams)
    else:
        ground = pasted(before, to_image(behind), grey)
    after = _drawn(from_image(ground), a, figures_, hole, look, streams)
    return pasted(before, to_image(after), grey)


def _drawable(subjects: Sequence[Subject], note: Note) -> list[Subject]:
    """The subjects as they can be drawn, one for each of their number."""
    wishes: list[Subject] = []
    for subject in subjects:
        bare = replace(subject, outfit=None, hat=None, glasses=None, held=None, color=None)
        for wish in (subject, bare):
            if _measured(wish) is None:
                continue
            wishes += [wish] * max(1, min(subject.count, MOST))
            if wish is bare and wish != subject:
                for word in (subject.outfit, subject.hat, subject.glasses, subject.held, subject.color):
                    if word:
                        note(word)
            break
        else:
            note(subject.id)
    return wishes[:MOST]


def _measured(subject: Subject) -> Image.Image | None:
    try:
        return figures.render(subject, height=48, pose_seed=1)
    except (KeyError, ValueError, figures.NoRenderer):
        return None


def _ground(
    before: Image.Image, mask: Image.Image, hole: Array, figures_: Sequence[_Figure], streams: Streams
) -> Image.Image:
    """The picture to put the figures on: emptied first when something would look out from behind them."""
    empty = remove(before, mask, streams)
    free = hole.copy()
    for figure in figures_:
        free &= ~_covered(hole.shape, figure)
    step = max(1, round(max(hole.shape) / 192))
    size = (-(-hole.shape[1] // step), -(-hole.shape[0] // step))
    small = (np.asarray(each.resize(size, Image.Resampling.BOX), F) for each in (before, empty))
    unlike = np.abs(np.subtract(*small)).max(-1) > THING
    seen = resize(free.astype(F), *size, Image.Resampling.BOX)
    return empty if float((unlike * seen).sum()) * step**2 > SEEN * float(hole.sum()) else before


def _covered(shape: tuple[int, ...], figure: _Figure) -> Array:
    """Where a figure hides the picture."""
    cover = Image.new("L", (shape[1], shape[0]), 0)
    cover.paste(figure.image.getchannel("A"), (figure.x, figure.y))
    return np.asarray(cover) > 127


def _stood(wishes: Sequence[Subject], place: Array, streams: Streams) -> list[_Figure]:
    """The figures side by side in a place (bool), as large as it allows."""
    box = around(place, 0, 0)
    figures_: list[_Figure] = []
    for size in SIZES:
        figures_ = _row(wishes, place, box, size, streams)
        if _outside(figures_, place) < 0.025:
            break
    return figures_


def _row(wishes: Sequence[Subject], place: Array, box: Box, size: float, streams: Streams) -> list[_Figure]:
    """Figures in a row on the bottom of the place, which holds them at this share of its size."""
    left, top, right, bottom = box
    scale = [max(0.15, w.size) ** 0.5 for w in wishes]
    shapes = [_measured(w) for w in wishes]
    room = (right - left) * size
    high = (bottom - top) * size
    tall = 48 * min(
        high / max(s.height * k for s, k in zip(shapes, scale, strict=True) if s),
        room / max(1, sum(s.width * k for s, k in zip(shapes, scale, strict=True) if s)),
    )
    foot = bottom - round((1 - size) * 0.3 * (bottom - top))
    middle = _middle(place, foot, high)
    drawn = [_image(w, tall * k, i, streams) for i, (w, k) in enumerate(zip(wishes, scale, strict=True))]
    x = middle - sum(image.width for image in drawn) / 2
    row = []
    for image in drawn:
        row.append(_Figure(image, round(x), foot - image.height))
        x += image.width
    return row


def _middle(place: Array, foot: int, high: float) -> float:
    """The x about which the place lies where the figures will stand."""
    rows = place[max(0, round(foot - high)) : foot]
    columns = rows.sum(0) if rows.any() else place.sum(0)
    return float((columns * np.arange(place.shape[1])).sum() / columns.sum()) + 0.5


def _image(subject: Subject, height: float, number: int, streams: Streams) -> Image.Image:
    rng = streams[f"put{number}"]
    pose, flip = int(rng.integers(1, 1000)), bool(rng.random() < 0.5)
    return figures.render(subject, height=max(4, round(height)), flip=flip, pose_seed=pose)


def _outside(figures_: Sequence[_Figure], place: Array) -> float:
    """The share of the figures that lies outside of the place."""
    out = total = 0.0
    for figure in figures_:
        alpha = np.asarray(figure.image.getchannel("A"), F)
        inside = _window(place, figure)
        total += float(alpha.sum())
        out += float((alpha * ~inside).sum())
    return out / max(1.0, total)


def _window(place: Array, figure: _Figure) -> Array:
    """The part of a mask under a figure; False beyond the picture."""
    height, width = place.shape
    rows = np.arange(figure.image.height) + figure.y
    columns = np.arange(figure.image.width) + figure.x
    part = place[np.clip(rows, 0, height - 1)][:, np.clip(columns, 0, width - 1)]
    known = ((rows >= 0) & (rows < height))[:, None] & ((columns >= 0) & (columns < width))[None]
    return part & known


def _drawn(
    ground: Array, before: Array, figures_: Sequence[_Figure], hole: Array, look: str | None, streams: Streams
) -> Array:
    canvas = Canvas(ground.shape[1], ground.shape[0])
    canvas.a[:] = ground
    stage = _stage(before, hole, canvas)
    shape = np.zeros(hole.shape, F)
    for figure in figures_:
        _shadow(canvas, stage, figure)
    for figure in figures_:
        colors, alpha = lit(figure.image, stage, 0.0)
        canvas.paint(alpha, figure.x, figure.y, colors)
        _mark(shape, figure, alpha)
    if look is None:
        return canvas.a
    styled = looks.apply(canvas.a, look, streams, subjects=shape)
    near = np.clip(blur(shape, 1.5 * canvas.u + 0.5) * 3, 0, 1)
    return canvas.a + (styled - canvas.a) * near[..., None]


def _mark(shape: Array, figure: _Figure, alpha: Array) -> None:
    """Add a figure to the map of where figures are, in place."""
    top, left = max(0, figure.y), max(0, figure.x)
    part = shape[top : max(0, figure.y + alpha.shape[0]), left : max(0, figure.x + alpha.shape[1])]
    own = alpha[top - figure.y :, left - figure.x :][: part.shape[0], : part.shape[1]]
    np.maximum(part, own, out=part)


def _stage(a: Array, hole: Array, canvas: Canvas) -> Stage:
    """The light of a picture, guessed from the colours around the hole and of the whole."""
    ring = spread(hole, max(4, round(0.03 * max(hole.shape)))) & ~hole
    whole = a.reshape(-1, 3).mean(0)
    near = a[ring].mean(0) if ring.any() else whole
    color = F(0.6) * near + F(0.4) * whole
    light = float(luma(color))
    tint = F(0.65) + F(0.35) * color / F(max(0.04, light))
    bright = float(np.clip(0.52 + 0.85 * light, 0.5, 1.0))
    side = luma(a)
    half = side.shape[1] // 2
    left = float(side[:, :half].mean()) if half else light
    warm = np.clip(F(0.75) + F(0.25) * color / F(max(0.04, float(color.max()))), 0, 1)
    return Stage(
        place="picture",
        horizon_y=0.5 * canvas.height,
        ground_y=float(canvas.height),
        light_side=-1 if left >= float(side[:, half:].mean()) else 1,
        ambient=np.clip(tint * F(bright), 0.3, 1.05).astype(F),
        light_color=warm.astype(F),
        fog_color=whole.astype(F),
        shadow_color=(near * F(0.28)).astype(F),
        unit=canvas.u,
    )


def _shadow(canvas: Canvas, stage: Stage, figure: _Figure) -> None:
    """A soft patch where the figure touches the ground: a wide faint one and a narrow dark one."""
    image = figure.image
    low = image.getchannel("A").crop((0, int(image.height * 0.86), image.width, image.height)).getbbox()
    left, right = (low[0], low[2]) if low else (0, image.width)
    x, y = figure.x + (left + right) / 2, figure.y + image.height
    half = max(3.0, (right - left) / 2)
    away = -0.2 * stage.light_side * half
    canvas.shadow(x + away, y - 0.04 * half, 1.25 * half, 0.26 * half + 2, stage.shadow_color, 0.42)
    canvas.shadow(x, y - 0.03 * half, 0.95 * half, 0.12 * half + 1.5, stage.shadow_color, 0.55)
