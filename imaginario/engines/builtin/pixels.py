"""Helpers for pictures held as float32 arrays: numpy and Pillow only.

A picture is `(height, width, 3)` in 0..1, a mask or a map `(height, width)`. `new` lays a picture out plane
by plane in memory (each colour contiguous), which makes blending two to three times faster; every function
also accepts the usual interleaved arrays. Functions return new arrays unless they say "in place".
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image, ImageColor, ImageFilter

# Always float32 here; the stubs of numpy widen to float64 too eagerly for that to be written.
Array = NDArray[Any]
F = np.float32
_ROWS = 64


def new(width: int, height: int, color: ArrayLike = 0.0) -> Array:
    """A picture of one colour, its planes contiguous in memory."""
    a = empty(width, height)
    a[:] = np.asarray(color, F)
    return a


def empty(width: int, height: int) -> Array:
    """A picture of whatever lay in memory, its planes contiguous."""
    return np.empty((3, height, width), F).transpose(1, 2, 0)


def rgb(color: str | ArrayLike) -> Array:
    """A `(3,)` colour in 0..1 from "#rrggbb", a CSS name or three floats; raises `ValueError`."""
    if isinstance(color, str):
        return np.array(ImageColor.getrgb(color)[:3], F) / F(255)
    return np.array(color, F)


def mix(a: Array, b: Array, t: float | Array) -> Array:
    """The blend that is `a` at t = 0 and `b` at t = 1."""
    if a.ndim == 3 and b.ndim == 3:
        return mixed(a, b, t)
    return (a + (b - a) * t).astype(F, copy=False)


def mixed(a: Array, b: Array, t: float | Array) -> Array:
    """`mix` of pictures (or of one and a colour), plane by plane: that stays in the processor's cache."""
    share = np.asarray(t, F)
    shape = np.broadcast_shapes(a.shape, b.shape, share.shape if share.ndim == 3 else ())
    out = np.empty((shape[2], *shape[:2]), F).transpose(1, 2, 0)
    for i in range(shape[2]):
        own, other = a[..., i % a.shape[-1]], b[..., i % b.shape[-1]]
        plane = np.subtract(other, own, out=out[..., i])
        plane *= share[..., i % share.shape[2]] if share.ndim == 3 else share
        plane += own
    return out


def smoothstep(low: float, high: float, x: Array) -> Array:
    """0 below `low`, 1 above `high`, and an S-shaped ramp between (`low` may be the greater)."""
    t = np.clip((x - F(low)) / F(high - low), 0, 1)
    return t * t * (3 - 2 * t)


def luma(a: Array) -> Array:
    """Perceived lightness (Rec. 601) of each pixel, `(height, width)`."""
    return a[..., 0] * F(0.299) + a[..., 1] * F(0.587) + a[..., 2] * F(0.114)


def saturate(a: Array, amount: float) -> Array:
    """Colours pulled from their grey (amount > 1 is livelier, 0 is grey)."""
    if a.ndim != 3:
        grey = luma(a)[..., None]
        return np.clip(grey + (a - grey) * F(amount), 0, 1)
    grey, out = luma(a), empty(a.shape[1], a.shape[0])
    for i in range(3):
        plane = out[..., i]
        np.subtract(a[..., i], grey, out=plane)
        plane *= F(amount)
        plane += grey
        plane.clip(0, 1, out=plane)
    return out


def over(a: Array, color: Array, alpha: Array) -> Array:
    """Lays a colour `(3,)` or a picture over `a` through an alpha map, in place."""
    for i in range(3):
        plane = a[..., i]
        step = color[..., i] - plane
        step *= alpha
        plane += step
    return a


def screen(a: Array, color: Array, alpha: Array) -> Array:
    """Adds light of one colour `(3,)` without passing 1, in place."""
    for i in range(3):
        plane = a[..., i]
        step = alpha * F(color[i])
        step *= 1 - plane
        plane += step
    return a


def to_image(a: Array) -> Image.Image:
    """An 8-bit Pillow picture (RGB, or L for a map)."""
    if a.ndim == 2:
        return Image.fromarray(_bytes(a))
    return Image.merge("RGB", [Image.fromarray(_bytes(a[..., i])) for i in range(3)])


def shrunk(a: Array, factor: int) -> Image.Image:
    """The 8-bit Pillow picture of `a`, so many times smaller; much quicker than shrinking `to_image`."""
    planes = [Image.fromarray(np.ascontiguousarray(a[..., i], F)).reduce(factor) for i in range(3)]
    return Image.merge("RGB", [Image.fromarray(_bytes(np.asarray(plane))) for plane in planes])


def _bytes(plane: Array) -> NDArray[np.uint8]:
    """A map in 8 bits. A few rows at a time stay in the processor's cache, and large copies are not made."""
    out = np.empty(plane.shape, np.uint8)
    for top in range(0, len(out), _ROWS):
        rows = np.clip(plane[top : top + _ROWS], 0, 1)
        rows *= F(255)
        rows += F(0.5)
        out[top : top + _ROWS] = rows
    return out


def from_image(image: Image.Image) -> Array:
    """A Pillow picture as an RGB array, its planes contiguous."""
    bands = image.convert("RGB").split()
    a = empty(*image.size)
    for i, band in enumerate(bands):
        np.multiply(np.asarray(band), F(1 / 255), out=a[..., i])
    return a


def resize(a: Array, width: int, height: int, how: Image.Resampling = Image.Resampling.BICUBIC) -> Array:
    """The array at another size, kept in float."""
    if a.ndim == 2:
        return np.array(Image.fromarray(np.ascontiguousarray(a, F)).resize((width, height), how))
    planes = np.empty((a.shape[2], height, width), F)
    for i in range(a.shape[2]):
        plane = Image.fromarray(np.ascontiguousarray(a[..., i], F))
        planes[i] = np.asarray(plane.resize((width, height), how))
    return planes.transpose(1, 2, 0)


def box(a: Array, radius: int) -> Array:
    """The mean over a square of side 2 * radius + 1, edges repeated."""
    if a.ndim == 3:
        out = empty(a.shape[1], a.shape[0])
        for i in range(a.shape[2]):
            out[..., i] = box(a[..., i], radius)
        return out
    if radius < 1:
        return a
    side, mean = 2 * radius + 1, F(a.mean())
    # The mean is taken off first: running float32 sums over a whole picture would drift.
    sums = np.pad(a - mean, ((radius + 1, radius), (radius + 1, radius)), mode="edge")
    np.cumsum(sums, 0, out=sums)
    sums = sums[side:] - sums[:-side]
    np.cumsum(sums, 1, out=sums)
    return (sums[:, side:] - sums[:, :-side]) * F(1 / (side * side)) + mean


def blur(a: Array, sigma: float) -> Array:
    """A Gaussian blur, `sigma` in pixels (exact kernel when small, three boxes when large)."""
    if sigma < 0.3:
        return a
    if sigma < 1.5:
        return _small_blur(a, sigma)
    radius = max(1, round((np.sqrt(4 * sigma * sigma + 1) - 1) / 2))
    for _ in range(3):
        a = box(a, radius)
    return a


def _small_blur(a: Array, sigma: float) -> Array:
    r = max(1, int(3 * sigma + 0.5))
    x = np.arange(-r, r + 1)
    kernel = np.exp(-(x**2) / (2 * sigma * sigma))
    kernel = (kernel / kernel.sum()).astype(F)
    for axis in (0, 1):
        pad = [(0, 0)] * a.ndim
        pad[axis] = (r, r)
        p = np.pad(a, pad, mode="edge")
        n = a.shape[axis]
        parts = (k * p.take(range(i, i + n), axis) for i, k in enumerate(kernel))
        a = sum(parts, np.zeros((), F))
    return a


def soften(mask: Array, radius: float) -> Array:
    """A quick blur of a 0..1 map through Pillow's 8 bits; fine for masks, too coarse for gradients."""
    if radius < 0.3:
        return mask
    image = to_image(mask).filter(ImageFilter.GaussianBlur(radius))
    return np.asarray(image, F) * F(1 / 255)


def noise(rng: np.random.Generator, width: int, height: int, cell: float, octaves: int = 3) -> Array:
    """Smooth clouds of grey, spread over about 0..1; `cell` is the size in pixels of the largest blobs."""
    out = np.zeros((height, width), F)
    total, amount = 0.0, 1.0
    for _ in range(octaves):
        # At least one draw for each octave, however small the picture: sizes then share their shapes.
        columns, rows = int(np.ceil(width / cell)) + 3, int(np.ceil(height / cell)) + 3
        grid = Image.fromarray(rng.random((rows, columns), dtype=F))
        if cell >= 1.5:
            window = (1.0, 1.0, 1.0 + width / cell, 1.0 + height / cell)
            layer = grid.resize((width, height), Image.Resampling.BICUBIC, box=window)
            add(out, np.asarray(layer), amount)
        total, amount, cell = total + amount, amount * 0.5, cell / 2
    out /= F(total)
    out -= F(0.5)
    out *= F(1.5)
    out += F(0.5)
    return out.clip(0, 1, out=out)


def add(a: Array, b: Array, amount: float) -> None:
    """Adds `amount` times the map `b` to the map `a` in place, without a copy as large as they are."""
    for top in range(0, len(a), _ROWS):
        a[top : top + _ROWS] += b[top : top + _ROWS] * F(amount)


def noise_line(
    rng: np.random.Generator, width: int, cell: float, octaves: int = 3, gain: float = 0.5
) -> Array:
    """A smooth random line, `(width,)` in 0..1; `cell` is the length in pixels of its longest waves."""
    x = np.arange(width, dtype=F)
    out = np.zeros(width, F)
    total, amount = 0.0, 1.0
    for _ in range(octaves):
        values = rng.random(int(np.ceil(width / cell)) + 3, dtype=F)
        at = x / F(cell)
        i = at.astype(np.intp)
        f = at - i
        f = f * f * f * (f * (f * 6 - 15) + 10)
        out += F(amount) * (values[i] * (1 - f) + values[i + 1] * f)
        total, amount, cell = total + amount, amount * gain, cell / 2
    return out / F(total)


def grid(width: int, height: int) -> tuple[Array, Array]:
    """The x and y of every pixel centre as full maps; prefer `np.ogrid` where broadcasting will do."""
    x, y = np.meshgrid(np.arange(width, dtype=F), np.arange(height, dtype=F))
    return x, y


def warp(a: Array, dx: Array, dy: Array) -> Array:
    """The array read at (x + dx, y + dy), bilinear, edges repeated."""
    h, w = a.shape[:2]
    x, y = grid(w, h)
    x, y = np.clip(x + dx, 0, w - 1.001), np.clip(y + dy, 0, h - 1.001)
    x0, y0 = x.astype(np.intp), y.astype(np.intp)
    fx, fy = x - x0, y - y0
    x1, y1 = np.minimum(x0 + 1, w - 1), np.minimum(y0 + 1, h - 1)
    if a.ndim == 3:
        fx, fy = fx[..., None], fy[..., None]
    top = a[y0, x0] * (1 - fx) + a[y0, x1] * fx
    bottom = a[y1, x0] * (1 - fx) + a[y1, x1] * fx
    return top * (1 - fy) + bottom * fy


def drain(a: Array, color: str | ArrayLike) -> Array:
    """Takes one colour out of a picture: pixels near its hue turn grey, the others stay."""
    target = rgb(color)
    axis = target - target.mean()
    length = float(np.linalg.norm(axis))
    if length < 0.05:
        return a
    grey = luma(a)[..., None]
    chroma = a - a.mean(axis=-1, keepdims=True)
    size = np.linalg.norm(chroma, axis=-1) + F(1e-4)
    near = (chroma @ (axis / F(length))) / size
    keep = 1 - smoothstep(0.72, 0.9, near)
    return grey + (a - grey) * keep[..., None]
