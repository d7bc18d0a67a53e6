"""Generated test photos: no camera, but soft light, texture, blur and sensor noise as one would have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Pixels = NDArray[Any]
KINDS = ("portrait", "landscape", "still", "street")


def photo(kind: str, width: int = 320, height: int = 240, seed: int = 1) -> Image.Image:
    """One of `KINDS`, RGB, the same at every call."""
    rng = np.random.default_rng(seed)
    a = _PAINTERS[kind](width, height, rng)
    light = 1 + 0.12 * (_clouds(rng, width, height, width / 2) - 0.5)
    grain = rng.normal(0, 0.012, (height, width, 1)) + rng.normal(0, 0.006, (height, width, 3))
    return _image(a * light[..., None] + grain)


def _image(a: Pixels) -> Image.Image:
    return Image.fromarray((np.clip(a, 0, 1) * 255).astype(np.uint8))


def _clouds(rng: np.random.Generator, width: int, height: int, cell: float, octaves: int = 5) -> Pixels:
    """Smooth noise in about 0..1."""
    out, amount = np.zeros((height, width), np.float32), 0.5
    for _ in range(octaves):
        rows, columns = int(height / cell) + 3, int(width / cell) + 3
        lumps = Image.fromarray(rng.random((rows, columns), dtype=np.float32))
        out += amount * np.asarray(lumps.resize((width, height), Image.Resampling.BICUBIC))
        amount, cell = amount / 2, max(1.5, cell / 2)
    return out


def _places(width: int, height: int) -> tuple[Pixels, Pixels]:
    """x and y from -1 to 1 over the short side."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    short = min(width, height)
    return (2 * x - width) / short, (2 * y - height) / short


def _disc(x: Pixels, y: Pixels, cx: float, cy: float, rx: float, ry: float, soft: float = 0.03) -> Pixels:
    far = np.hypot((x - cx) / rx, (y - cy) / ry)
    return np.clip((1 - far) * min(rx, ry) / soft + 0.5, 0, 1)


def _lay(a: Pixels, color: tuple[float, float, float] | Pixels, mask: Pixels) -> Pixels:
    return a + (np.asarray(color, np.float32) - a) * mask[..., None]


def _portrait(width: int, height: int, rng: np.random.Generator) -> Pixels:
    """A person against a blurred room: skin with soft shading, hair with strands, eyes, brows, a mouth."""
    x, y = _places(width, height)
    room = np.stack([_clouds(rng, width, height, width / 3, 3) for _ in range(3)], 2)
    a = np.array([0.32, 0.38, 0.36]) + 0.5 * (room - 0.45)
    strand = _clouds(rng, height, width, 6, 3).T * 0.16
    hair = np.array([0.24, 0.15, 0.09]) + strand[..., None]
    a = _lay(a, hair, _disc(x, y, 0, -0.12, 0.52, 0.66))
    a = _lay(a, (0.2, 0.3, 0.52), _disc(x, y, 0, 1.15, 0.95, 0.55))
    shade = np.clip(0.86 + 0.22 * (-x) + 0.1 * (-y), 0.5, 1.1)[..., None]
    pores = 0.04 * (_clouds(rng, width, height, 4, 2) - 0.4)[..., None]
    skin = np.array([0.86, 0.64, 0.52]) * shade + pores
    a = _lay(a, skin * 0.86, _disc(x, y, 0, 0.58, 0.2, 0.34))
    a = _lay(a, skin, _disc(x, y, 0, 0.02, 0.39, 0.52))
    a = _lay(a, hair, _disc(x, y, 0, -0.52, 0.42, 0.2, 0.08))
    a = _lay(a, skin * 0.8, 0.8 * _disc(x, y, 0.035, 0.1, 0.05, 0.1, 0.06))
    for side in (-1, 1):
        a = _lay(a, (0.2, 0.13, 0.1), _disc(x, y, side * 0.16, -0.17, 0.1, 0.018, 0.02))
        a = _lay(a, (0.93, 0.92, 0.9), _disc(x, y, side * 0.16, -0.07, 0.085, 0.038, 0.015))
        a = _lay(a, (0.25, 0.35, 0.3), _disc(x, y, side * 0.16, -0.07, 0.038, 0.038, 0.012))
        a = _lay(a, (0.04, 0.04, 0.05), _disc(x, y, side * 0.16, -0.07, 0.017, 0.017, 0.012))
        a = _lay(a, (0.9, 0.45, 0.4), 0.25 * _disc(x, y, side * 0.22, 0.12, 0.12, 0.1, 0.1))
    return _lay(a, (0.72, 0.3, 0.3), _disc(x, y, 0, 0.27, 0.13, 0.035, 0.03))


def _landscape(width: int, height: int, rng: np.random.Generator) -> Pixels:
    """Clouds, hazy mountains, a wood and a meadow."""
    _, y = _places(width, height)
    sky = _clouds(rng, width, height, width / 2.5)
    blue = np.array([0.32, 0.52, 0.82]) + (y[..., None] + 1) * np.array([0.28, 0.2, 0.08])
    a = _lay(blue, (0.96, 0.96, 0.97), np.clip((sky - 0.5) * 3.2, 0, 0.9))
    rough = _clouds(rng, width, height, 10)
    for base, high, color in ((0.1, 0.5, (0.5, 0.58, 0.7)), (0.22, 0.4, (0.34, 0.43, 0.46))):
        crest = base - high * (_clouds(rng, width, 1, width / 3)[0] - 0.35)
        a = _lay(a, np.asarray(color) * (0.8 + 0.4 * rough[..., None]), _below(y, crest))
    wood = 0.36 - 0.1 * _clouds(rng, width, 1, 14)[0]
    a = _lay(a, np.array([0.14, 0.24, 0.12]) * (0.5 + rough[..., None]), _below(y, wood))
    blades = _clouds(rng, height, width, 5, 2).T
    meadow = np.array([0.42, 0.52, 0.2]) * (0.6 + 0.5 * blades + 0.3 * rough)[..., None]
    return _lay(a, meadow, _below(y, np.full(width, 0.44, np.float32)))


def _below(y: Pixels, crest: Pixels) -> Pixels:
    return np.clip((y - crest[None]) * 60 + 0.5, 0, 1)


def _still(width: int, height: int, rng: np.random.Generator) -> Pixels:
    """Fruit and a cup on a wooden table against a dim wall."""
    x, y = _places(width, height)
    a = np.array([0.44, 0.42, 0.38]) * (0.9 + 0.2 * _clouds(rng, width, height, 80))[..., None]
    grain = _clouds(rng, height, width, 4, 3).T + 0.6 * np.sin(y * 40 + 3 * _clouds(rng, width, height, 90))
    wood = np.array([0.52, 0.33, 0.18]) * (0.75 + 0.18 * grain)[..., None]
    a = _lay(a, wood, _below(y, np.full(width, 0.1, np.float32)))
    for cx, cy, size, color in (
        (-0.55, 0.3, 0.32, (0.85, 0.16, 0.12)), (0.0, 0.42, 0.28, (0.95, 0.58, 0.1)),
        (0.35, 0.5, 0.2, (0.5, 0.68, 0.16)),
    ):  # fmt: skip
        a = _lay(a, (0.1, 0.06, 0.04), 0.6 * _disc(x, y, cx + 0.12, cy + size * 0.9, size, size * 0.25, 0.12))
        far = np.hypot(x - cx + 0.3 * size, y - cy + 0.35 * size) / size
        body = np.asarray(color) * np.clip(1.15 - 0.5 * far, 0.2, 1.2)[..., None]
        body = body + np.exp(-((far / 0.22) ** 2))[..., None] * 0.6
        body = body * (0.94 + 0.12 * _clouds(rng, width, height, 5, 2))[..., None]
        a = _lay(a, body, _disc(x, y, cx, cy, size, size, 0.02))
    cup = np.clip((0.22 - abs(x - 0.75)) * 50, 0, 1) * np.clip((0.3 - abs(y - 0.18)) * 50, 0, 1)
    a = _lay(a, np.array([0.86, 0.88, 0.9]) * np.clip(1.1 - 1.2 * (x - 0.58), 0.3, 1)[..., None], cup)
    return _lay(a, (0.22, 0.12, 0.07), _disc(x, y, 0.75, -0.12, 0.2, 0.05))


def _street(width: int, height: int, rng: np.random.Generator) -> Pixels:
    """Houses in perspective with windows, a road, a car and a lit sign."""
    image = Image.new("RGB", (width, height), (176, 194, 214))
    draw = ImageDraw.Draw(image)
    for side in (0, 1):
        for number in range(4):
            _house(draw, width, height, side, number, rng)
    draw.polygon(
        [(0, height), (width * 0.47, height * 0.55), (width * 0.53, height * 0.55), (width, height)],
        fill=(92, 92, 98),
    )
    for k in np.linspace(0.58, 0.98, 5):
        w = (k - 0.54) * width * 0.02 + 1
        draw.polygon([(width / 2 - w, k * height), (width / 2 + w, k * height),
                      (width / 2 + 1.4 * w, (k + 0.05) * height), (width / 2 - 1.4 * w, (k + 0.05) * height)],
                     fill=(214, 210, 190))  # fmt: skip
    x, y, s = width * 0.58, height * 0.72, height * 0.1
    draw.rounded_rectangle((x, y, x + 2.4 * s, y + s), s * 0.3, fill=(168, 34, 36))
    draw.rounded_rectangle((x + 0.4 * s, y - 0.5 * s, x + 1.9 * s, y + 0.3 * s), s * 0.3, fill=(60, 74, 88))
    for wheel in (0.5, 1.9):
        left, right = x + (wheel - 0.28) * s, x + (wheel + 0.28) * s
        draw.ellipse((left, y + 0.7 * s, right, y + 1.26 * s), fill="#18181a")
    draw.rectangle((width * 0.08, height * 0.42, width * 0.2, height * 0.47), fill=(250, 214, 120))
    a = np.asarray(image.filter(ImageFilter.GaussianBlur(0.7)), np.float32) / 255
    return a * (0.86 + 0.28 * _clouds(rng, width, height, 7, 3))[..., None]


def _house(
    draw: ImageDraw.ImageDraw, width: int, height: int, side: int, number: int, rng: np.random.Generator
) -> None:
    near, far = 1 - number * 0.24, 1 - (number + 1) * 0.24
    tops = rng.uniform(0.75, 1.0)
    color = tuple(int(v) for v in rng.uniform(0.5, 1, 3) * [200, 170, 150])

    def place(k: float, up: float) -> tuple[float, float]:
        x = width * 0.5 - width * 0.52 * k
        return (width - x if side else x), height * (0.55 - 0.55 * up * k * tops + 0.42 * k * (up < 0))

    draw.polygon([place(near, -1), place(near, 1), place(far, 1), place(far, -1)], fill=color)
    for row in (0.25, 0.6):
        for column in (0.2, 0.6):
            k1 = near + (far - near) * column
            k2 = near + (far - near) * (column + 0.22)
            corners = [place(k1, row), place(k1, row + 0.2), place(k2, row + 0.2), place(k2, row)]
            draw.polygon(corners, fill=(58, 70, 84))


_PAINTERS: dict[str, Callable[[int, int, np.random.Generator], Pixels]] = {
    "portrait": _portrait,
    "landscape": _landscape,
    "still": _still,
    "street": _street,
}
