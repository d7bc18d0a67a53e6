"""Few colours for many: choosing a palette, mapping a picture onto it, and smoothing the borders."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from ..pixels import Array as Pixels
from ..pixels import F, to_image

SAMPLE = 160


@dataclass(frozen=True, slots=True)
class Palette:
    """Few colours `(n, 3)`: first those of the surroundings, from `split` on those of the subjects.

    They are chosen and used apart, so that a small face keeps its colours.
    """

    colours: Pixels
    split: int

    @property
    def size(self) -> int:
        """How many colours there are."""
        return len(self.colours)


def palette(
    a: Pixels, subjects: Pixels, scene: int, figures: int, near: tuple[float, float] = (0.0, 0.0)
) -> Palette:
    """At most `scene` colours for the surroundings and `figures` for the subjects.

    Colours closer than `near` (of the surroundings, of the subjects) become one.
    """
    step = max(1, min(a.shape[:2]) // SAMPLE)
    dots, on = a[::step, ::step].reshape(-1, 3), subjects[::step, ::step].ravel() > F(0.6)
    around, figure = (
        _merge(_median_cut(d, n), gap)
        for d, n, gap in ((dots[~on], scene, near[0]), (dots[on], figures, near[1]))
    )
    if not len(around) or not len(figure):
        around = figure = around if len(around) else figure
        return Palette(around, 0)
    return Palette(np.concatenate([around, figure]), len(around))


def _median_cut(dots: Pixels, count: int) -> Pixels:
    if len(dots) < 8:
        return np.zeros((0, 3), F)
    small = to_image(dots[None]).quantize(count, Image.Quantize.MEDIANCUT, kmeans=2)
    values = (small.getpalette() or [])[: 3 * count]
    return np.array(values, F).reshape(-1, 3)[: len(small.getcolors() or [])] / F(255)


def _merge(colours: Pixels, near: float) -> Pixels:
    kept: list[Pixels] = []
    for one in colours:
        if all(np.abs(one - other).sum() >= near for other in kept):
            kept.append(one)
    return np.array(kept, F).reshape(-1, 3)


def _closest(a: Pixels, colours: Pixels) -> NDArray[np.uint8]:
    table = Image.new("P", (1, 1))
    table.putpalette((np.clip(colours, 0, 1) * 255 + 0.5).astype(np.uint8).ravel().tolist())
    found = np.asarray(to_image(a).quantize(palette=table, dither=Image.Dither.NONE))
    return np.minimum(found, np.uint8(len(colours) - 1))


def indices(a: Pixels, subjects: Pixels, few: Palette) -> NDArray[np.uint8]:
    """For every pixel the index of its closest colour, subjects only from their own."""
    if not few.split:
        return _closest(a, few.colours)
    around = _closest(a, few.colours[: few.split])
    figure = _closest(a, few.colours[few.split :]) + np.uint8(few.split)
    return np.where(subjects > F(0.5), figure, around)


def regions(a: Pixels, subjects: Pixels, few: Palette, reach: float) -> NDArray[np.uint8]:
    """As `indices`, with ragged borders rounded over `reach` pixels.

    Each place takes the colour that fills most of its neighbourhood.
    """
    found = indices(a, subjects, few)
    best, out = np.zeros(found.shape, np.uint8), found.copy()
    for number in np.unique(found):
        own = Image.fromarray((found == number).astype(np.uint8) * np.uint8(255))
        share = np.asarray(own.filter(ImageFilter.GaussianBlur(reach)))
        more = share > best
        np.copyto(best, share, where=more)
        np.copyto(out, number, where=more)
    return out
