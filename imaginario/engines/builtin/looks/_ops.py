"""Array helpers that only the styles need: quick blurs, noise, ink lines and paper.

Arrays are as in `pixels`: float32 in 0..1, a picture `(height, width, 3)` with contiguous planes, a map
`(height, width)`. Lengths are in pixels.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np
from PIL import Image

from ..pixels import Array as Pixels
from ..pixels import F, box, empty, luma, mixed

Rng = np.random.Generator
_COARSE = 4


def mix(a: Pixels, b: Pixels, t: Pixels | float) -> Pixels:
    """`a` where `t` is 0, `b` where it is 1; a map `t` serves all three channels of a picture."""
    if isinstance(t, np.ndarray) and t.ndim == 2 and (a.ndim == 3 or b.ndim in (1, 3)):
        t = t[..., None]
    if a.ndim == 3 or b.ndim == 3:
        return mixed(a, b, t)
    return (a + (b - a) * t).astype(F, copy=False)


def step(low: float, high: float, x: Pixels) -> Pixels:
    """0 below `low`, 1 above `high`, smooth between; `low` may be the greater one."""
    t = np.asarray(x - F(low))
    t /= F(high - low)
    t.clip(0, 1, out=t)
    slow = 3 - 2 * t
    t *= t
    t *= slow
    return t


def grid(a: Pixels) -> tuple[Pixels, Pixels]:
    """The x and the y of every pixel, as a row and a column that broadcast."""
    return np.arange(a.shape[1], dtype=F)[None, :], np.arange(a.shape[0], dtype=F)[:, None]


def _taps(a: Pixels, kernel: Pixels, axis: int) -> Pixels:
    reach = len(kernel) // 2
    pad = [(0, 0)] * a.ndim
    pad[axis] = (reach, reach)
    wide = np.pad(a, pad, mode="edge")
    length = a.shape[axis]
    parts = [wide[i : i + length] if axis == 0 else wide[:, i : i + length] for i in range(len(kernel))]
    out, pair = kernel[reach] * parts[reach], np.empty_like(a)
    for i in range(reach):
        # The kernel is symmetric.
        np.add(parts[i], parts[-1 - i], out=pair)
        pair *= kernel[i]
        out += pair
    return out


def _gauss(a: Pixels, sigma: float) -> Pixels:
    reach = max(1, math.ceil(2.6 * sigma))
    x = np.arange(-reach, reach + 1, dtype=F)
    kernel = np.exp(-x * x / F(2 * sigma * sigma))
    kernel = (kernel / kernel.sum()).astype(F)
    return _taps(_taps(a, kernel, 0), kernel, 1)


def _blur_map(a: Pixels, sigma: float) -> Pixels:
    factor = int(sigma / 1.3)
    if factor < 2:
        return _gauss(a, sigma)
    height, width = a.shape
    small = np.asarray(Image.fromarray(np.ascontiguousarray(a, F)).reduce(factor))
    small = _gauss(small, math.sqrt(max(0.3, sigma * sigma - factor * factor / 6)) / factor)
    # The last cell may be partial: the box keeps the picture from sliding.
    box = (0.0, 0.0, min(width / factor, small.shape[1]), min(height / factor, small.shape[0]))
    return np.asarray(Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC, box))


def blur(a: Pixels, sigma: float) -> Pixels:
    """Nearly a Gaussian; wide ones are done small, so the cost falls as `sigma` grows."""
    if sigma < 0.3:
        return a
    if a.ndim == 3:
        out = empty(a.shape[1], a.shape[0])
        for i in range(a.shape[2]):
            out[..., i] = _blur_map(a[..., i], sigma)
        return out
    return _blur_map(a, sigma)


def noise(rng: Rng, shape: tuple[int, ...], cells: float, octaves: int = 4, gain: float = 0.5) -> Pixels:
    """Cloudy noise in 0..1, `cells` lumps across the short side in its first octave."""
    height, width = shape[:2]
    out, weight = np.zeros((height, width), F), 1.0
    # Large lumps are added up on a quarter of the size and stretched once.
    broad, some = np.zeros((-(-height // _COARSE), -(-width // _COARSE)), F), False
    for octave in range(octaves):
        size = min(height, width) / (cells * 2**octave)
        if size < 1 and octave:
            break
        lumps = rng.random((math.ceil(height / size) + 3, math.ceil(width / size) + 3), dtype=F)
        lumps *= F(weight)
        corner = rng.random(2)
        if size < 4 * _COARSE:
            out += _stretched(lumps, (width, height), corner, size)
        else:
            broad += _stretched(lumps, broad.shape[::-1], corner, size / _COARSE)
            some = True
        weight *= gain
    if some:
        out += _stretched(broad, (width, height), (0.0, 0.0), _COARSE)
    low, high = np.percentile(out[::8, ::8], [1, 99])
    out -= F(low)
    out /= F(high - low + 1e-6)
    return out.clip(0, 1, out=out)


def _stretched(lumps: Pixels, size: Sequence[int], corner: Pixels | Sequence[float], cell: float) -> Pixels:
    """A map drawn `cell` times as large, `size` (width, height) of it from `corner` (x, y) on."""
    (left, top), (width, height) = corner, size
    box = (left, top, left + width / cell, top + height / cell)
    return np.asarray(Image.fromarray(lumps).resize((width, height), Image.Resampling.BICUBIC, box))


def warp(a: Pixels, dx: Pixels, dy: Pixels) -> Pixels:
    """The picture with each pixel taken from `(x + dx, y + dy)`, bilinear."""
    height, width = a.shape[:2]
    gx, gy = grid(a)
    x, y = np.clip(gx + dx, 0, F(width - 1.001)), np.clip(gy + dy, 0, F(height - 1.001))
    x0, y0 = x.astype(np.int32), y.astype(np.int32)
    fx, fy, at = x - x0, y - y0, y0 * np.int32(width) + x0
    out = empty(a.shape[1], a.shape[0])
    for i in range(3):
        flat = np.ascontiguousarray(a[..., i]).ravel()
        upper, lower = flat.take(at), flat.take(at + width)
        upper += (flat.take(at + 1) - upper) * fx
        lower += (flat.take(at + (width + 1)) - lower) * fx
        lower -= upper
        lower *= fy
        np.add(upper, lower, out=out[..., i])
    return out


def wobble(a: Pixels, rng: Rng, reach: float, cells: float) -> Pixels:
    """Edges that shake like a hand: each pixel moved by up to `reach`."""
    dx, dy = noise(rng, a.shape, cells, 3) - F(0.5), noise(rng, a.shape, cells, 3) - F(0.5)
    return warp(a, dx * F(2 * reach), dy * F(2 * reach))


def kuwahara(a: Pixels, reach: float) -> Pixels:
    """Flat patches with kept edges: each pixel takes the calmest of its four neighbour squares."""
    half = max(1, round(reach / 2))
    height, width = a.shape[:2]
    tone = luma(a)
    mean_tone = box(tone, half)
    spread = np.pad(box(tone * tone, half) - mean_tone * mean_tone, half, mode="edge")
    means = [np.pad(box(a[..., i], half), half, mode="edge") for i in range(3)]
    best, out = spread[:height, :width].copy(), empty(a.shape[1], a.shape[0])
    for i, mean in enumerate(means):
        out[..., i] = mean[:height, :width]
    for top, left in ((0, 2 * half), (2 * half, 0), (2 * half, 2 * half)):
        window = slice(top, top + height), slice(left, left + width)
        calm = spread[window] < best
        np.copyto(best, spread[window], where=calm)
        for i, mean in enumerate(means):
            np.copyto(out[..., i], mean[window], where=calm)
    return out


def patches(a: Pixels, reach: float) -> Pixels:
    """`kuwahara` at borders and a blur in the calm between, where it would cut a gradient into terraces."""
    border = contours(a, 2.0, 14)
    near = step(0.08, 0.3, blur(border, reach))
    out = kuwahara(a, reach)
    for i in range(3):
        calm, plane = blur(a[..., i], reach), out[..., i]
        plane -= calm
        plane *= near
        plane += calm
    return out


def brushed(a: Pixels, detail: float, unit: float) -> Pixels:
    """The picture as a coarser brush (`detail` below 1) or a finer one (above) would have it."""
    if detail < 1:
        return mix(a, patches(a, max(1.2, 6 * unit * (1.1 - detail))), min(1.0, 1.6 * (1 - detail)))
    if detail > 1:
        return np.clip(a + (a - blur(a, 1.6 * unit)) * F(min(1.0, 0.7 * (detail - 1))), 0, 1)
    return a


def slope(a: Pixels) -> tuple[Pixels, Pixels]:
    """How fast a map rises to the right and downwards."""
    down, right = np.gradient(a)
    return right, down


def contours(a: Pixels, width: float, gain: float = 9.0) -> Pixels:
    """Where colours meet, as a soft map: 1 on a strong border, lines about `width` pixels wide."""
    out = np.zeros(a.shape[:2], F)
    for channel in range(3):
        right, down = slope(blur(a[..., channel], width * 0.5))
        np.maximum(out, np.hypot(right, down), out=out)
    return np.clip(out * F(gain * width * 0.5), 0, 1)


def ink(tone: Pixels, width: float, keep: float = 0.97, bite: float = 90.0) -> Pixels:
    """Ink laid on the dark side of tone changes: 1 is bare paper, 0 is ink."""
    dark = blur(tone, width) - F(keep) * blur(tone, width * 1.6)
    return np.clip(1 + np.tanh(F(bite) * np.minimum(dark, 0)), 0, 1)


def expose(a: Pixels, middle: float = 0.5) -> Pixels:
    """A gamma that brings the median luminance to `middle`, so that a night shows its forms too."""
    half = float(np.median(luma(a)[::4, ::4]))
    power = np.log(middle) / np.log(np.clip(half, 0.05, 0.95))
    return np.clip(a, 0.004, 1) ** F(np.clip(power, 0.45, 1.8))


def tones(tone: Pixels, levels: float, sharp: float) -> Pixels:
    """Luminance in soft steps, so that shading falls in bands with clean borders."""
    scaled = tone * F(levels)
    middle = np.floor(scaled) + F(0.5)
    bend = np.tanh(F(sharp) * (scaled - middle)) / F(2 * np.tanh(sharp / 2))
    return np.clip((middle + bend) / F(levels), 0, 1)


def relight(a: Pixels, tone: Pixels) -> Pixels:
    """The same colours at another luminance."""
    return np.clip(a * (tone / (luma(a) + F(1e-3)))[..., None], 0, 1)


def relief(height: Pixels, side: Literal[-1, 1] = -1) -> Pixels:
    """Light raking over a surface from above and from `side`: about -1..1, 0 on the flat."""
    right, down = slope(height)
    return down - F(side) * right


def shift(a: Pixels, dx: float, dy: float) -> Pixels:
    """A map moved by whole pixels, its border repeated."""
    x, y = round(dx), round(dy)
    height, width = a.shape[:2]
    rows = np.clip(np.arange(height) - y, 0, height - 1)
    columns = np.clip(np.arange(width) - x, 0, width - 1)
    return a[rows][:, columns]


def rim(a: Pixels) -> Pixels:
    """Distance of every pixel to the nearest edge of the picture, as a share of the short side."""
    x, y = grid(a)
    height, width = a.shape[:2]
    near = np.minimum(np.minimum(x, width - 1 - x), np.minimum(y, height - 1 - y))
    return (near / F(min(width, height))).astype(F)


def vignette(a: Pixels, amount: float, inner: Sequence[int] | None = None) -> Pixels:
    """Corners darkened by `amount`, as a factor map; around an `inner` part (left, top, right, bottom) that
    has its own, it stays as dark as at its edge."""
    x, y = grid(a)
    left, top, right, bottom = inner or (0, 0, a.shape[1], a.shape[0])
    across = np.clip((x - F(left)) / F(right - left), 0, 1)
    down = np.clip((y - F(top)) / F(bottom - top), 0, 1)
    far = ((across - F(0.5)) ** 2 + (down - F(0.5)) ** 2) * 2
    return 1 - F(amount) * step(0.2, 1.0, far)


def grow(mask: Pixels, reach: float) -> Pixels:
    """A mask grown (or, below 0, shrunk) by about `reach` pixels, its corners rounded."""
    spread = max(0.6, abs(reach) * 0.62)
    soft = blur(mask, spread)
    edge = 0.055 if reach > 0 else 0.945
    half = min(0.05, 0.22 / spread)
    return step(edge - half, edge + half, soft)
