"""Array helpers that only the styles need: blurs, noise, ink lines and paper, on float32 arrays in 0..1.

A picture is `(height, width, 3)`, a map is `(height, width)`. Lengths are in pixels.
"""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.float32]
Rng = np.random.Generator
F = np.float32


def colour(text: str) -> Pixels:
    """`"#rrggbb"` as three floats."""
    return np.array([int(text[i : i + 2], 16) / 255 for i in (1, 3, 5)], F)


def mix(a: Pixels, b: Pixels, t: Pixels | float) -> Pixels:
    """`a` where `t` is 0, `b` where it is 1; a map `t` serves all three channels of a picture."""
    if isinstance(t, np.ndarray) and t.ndim == 2 and (a.ndim == 3 or b.ndim in (1, 3)):
        t = t[..., None]
    return (a + (b - a) * t).astype(F, copy=False)


def light(a: Pixels) -> Pixels:
    """The luminance map of a picture."""
    return a @ np.array([0.299, 0.587, 0.114], F)


def step(low: float, high: float, x: Pixels) -> Pixels:
    """0 below `low`, 1 above `high`, smooth between; `low` may be the greater one."""
    t = np.clip((x - F(low)) / F(high - low), 0, 1)
    return t * t * (3 - 2 * t)


def saturate(a: Pixels, amount: float) -> Pixels:
    """More colour above 1, less below."""
    grey = light(a)[..., None]
    return np.clip(grey + (a - grey) * F(amount), 0, 1)


def to_image(a: Pixels) -> Image.Image:
    """An 8-bit Pillow image, RGB or L."""
    return Image.fromarray((np.clip(a, 0, 1) * F(255) + F(0.5)).astype(np.uint8))


def to_pixels(image: Image.Image) -> Pixels:
    """The float32 array of an RGB or L image."""
    return np.multiply(np.asarray(image), F(1 / 255), dtype=F)


def grid(a: Pixels) -> tuple[Pixels, Pixels]:
    """The x and the y of every pixel, as a row and a column that broadcast."""
    return np.arange(a.shape[1], dtype=F)[None, :], np.arange(a.shape[0], dtype=F)[:, None]


def resize(a: Pixels, width: int, height: int, how: Image.Resampling = Image.Resampling.BICUBIC) -> Pixels:
    """A map or a picture at another size, kept in float."""
    if a.ndim == 3:
        return np.dstack([resize(a[..., i], width, height, how) for i in range(a.shape[2])])
    return np.asarray(Image.fromarray(np.ascontiguousarray(a, F)).resize((width, height), how))


def _taps(a: Pixels, kernel: Pixels, axis: int) -> Pixels:
    reach = len(kernel) // 2
    pad = [(0, 0)] * a.ndim
    pad[axis] = (reach, reach)
    wide = np.pad(a, pad, mode="edge")
    out = np.zeros_like(a)
    for i, k in enumerate(kernel):
        out += k * (wide[i : i + a.shape[0]] if axis == 0 else wide[:, i : i + a.shape[1]])
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
        return np.dstack([_blur_map(a[..., i], sigma) for i in range(a.shape[2])])
    return _blur_map(a, sigma)


def noise(rng: Rng, shape: tuple[int, ...], cells: float, octaves: int = 4, gain: float = 0.5) -> Pixels:
    """Cloudy noise in 0..1, `cells` lumps across the short side in its first octave."""
    height, width = shape[:2]
    out, weight, total = np.zeros((height, width), F), 1.0, 0.0
    for octave in range(octaves):
        size = min(height, width) / (cells * 2**octave)
        if size < 1 and octave:
            break
        rows, columns = math.ceil(height / size) + 3, math.ceil(width / size) + 3
        lumps = Image.fromarray(rng.random((rows, columns), dtype=F))
        left, top = rng.random(2)
        box = (left, top, left + width / size, top + height / size)
        out += F(weight) * np.asarray(lumps.resize((width, height), Image.Resampling.BICUBIC, box))
        total, weight = total + weight, weight * gain
    low, high = np.percentile(out[::8, ::8], [1, 99])
    return np.clip((out - F(low)) / F(high - low + 1e-6), 0, 1)


def warp(a: Pixels, dx: Pixels, dy: Pixels) -> Pixels:
    """The picture with each pixel taken from `(x + dx, y + dy)`, bilinear."""
    height, width = a.shape[:2]
    gx, gy = grid(a)
    x, y = np.clip(gx + dx, 0, F(width - 1.001)), np.clip(gy + dy, 0, F(height - 1.001))
    x0, y0 = x.astype(np.int32), y.astype(np.int32)
    fx, fy, at = x - x0, y - y0, y0 * width + x0
    if a.ndim == 3:
        fx, fy = fx[..., None], fy[..., None]
    flat = a.reshape(height * width, *a.shape[2:])
    upper = flat[at] * (1 - fx) + flat[at + 1] * fx
    return upper * (1 - fy) + (flat[at + width] * (1 - fx) + flat[at + width + 1] * fx) * fy


def wobble(a: Pixels, rng: Rng, reach: float, cells: float) -> Pixels:
    """Edges that shake like a hand: each pixel moved by up to `reach`."""
    dx, dy = noise(rng, a.shape, cells, 3) - F(0.5), noise(rng, a.shape, cells, 3) - F(0.5)
    return warp(a, dx * F(2 * reach), dy * F(2 * reach))


def _box_sum(a: Pixels, reach: int) -> Pixels:
    pad = ((reach + 1, reach), (reach + 1, reach)) + ((0, 0),) * (a.ndim - 2)
    p = np.pad(a - F(0.5), pad, mode="edge")
    size = 2 * reach + 1
    np.cumsum(p, 0, out=p)
    p = p[size:] - p[:-size]
    np.cumsum(p, 1, out=p)
    return (p[:, size:] - p[:, :-size]) * F(1 / size**2) + F(0.5)


def kuwahara(a: Pixels, reach: float, times: int = 1) -> Pixels:
    """Flat patches with kept edges: each pixel takes the calmest of its four neighbour squares."""
    half = max(1, round(reach / 2))
    height, width = a.shape[:2]
    for _ in range(times):
        wide = np.pad(a, ((half, half), (half, half), (0, 0)), mode="edge")
        tone = light(wide)
        mean = _box_sum(wide, half)
        spread = _box_sum(tone * tone, half) - _box_sum(tone, half) ** 2
        best, out = spread[:height, :width].copy(), mean[:height, :width].copy()
        for top, left in ((0, 2 * half), (2 * half, 0), (2 * half, 2 * half)):
            other = spread[top : top + height, left : left + width]
            calm = other < best
            np.copyto(best, other, where=calm)
            np.copyto(out, mean[top : top + height, left : left + width], where=calm[..., None])
        a = out
    return a


def patches(a: Pixels, reach: float) -> Pixels:
    """`kuwahara` at borders and a blur in the calm between, where it would cut a gradient into terraces."""
    border = contours(a, 2.0, 14)
    near = step(0.08, 0.3, blur(border, reach))
    return mix(blur(a, reach), kuwahara(a, reach), near)


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
    half = float(np.median(light(a)[::4, ::4]))
    power = np.log(middle) / np.log(np.clip(half, 0.05, 0.95))
    return np.clip(a, 0.004, 1) ** F(np.clip(power, 0.45, 1.8))


def tones(tone: Pixels, levels: int, sharp: float) -> Pixels:
    """Luminance in soft steps, so that shading falls in bands with clean borders."""
    scaled = tone * F(levels)
    middle = np.floor(scaled) + F(0.5)
    bend = np.tanh(F(sharp) * (scaled - middle)) / F(2 * np.tanh(sharp / 2))
    return np.clip((middle + bend) / F(levels), 0, 1)


def relight(a: Pixels, tone: Pixels) -> Pixels:
    """The same colours at another luminance."""
    return np.clip(a * (tone / (light(a) + F(1e-3)))[..., None], 0, 1)


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


def vignette(a: Pixels, amount: float) -> Pixels:
    """Corners darkened by `amount`, as a factor map."""
    x, y = grid(a)
    height, width = a.shape[:2]
    far = ((x / F(width) - F(0.5)) ** 2 + (y / F(height) - F(0.5)) ** 2) * 2
    return 1 - F(amount) * step(0.2, 1.0, far)


def grow(mask: Pixels, reach: float) -> Pixels:
    """A mask grown (or, below 0, shrunk) by about `reach` pixels, its corners rounded."""
    spread = max(0.6, abs(reach) * 0.62)
    soft = blur(mask, spread)
    edge = 0.055 if reach > 0 else 0.945
    half = min(0.05, 0.22 / spread)
    return step(edge - half, edge + half, soft)
