"""The lie of the land: ridges, hills, ground with grass, paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..pixels import Array, F, mix, noise, noise_line, resize, smoothstep
from .pen import Ink, Point
from .scene import Scene


def crest(
    scene: Scene, name: str, y: float, height: float, wave: float, octaves: int = 2, sharp: float = 0.0
) -> Array:
    """A random skyline `(width,)` of ys about `y`; `wave`: its longest wave in units, `sharp` 0..1: peaks."""
    line = noise_line(scene.rng(name), scene.w, max(2.0, wave * scene.u), octaves)
    if sharp:
        line = line + (1 - np.abs(2 * line - 1) - line) * F(sharp)
    return (F(y) - (line - F(0.5)) * F(2 * height)).astype(F)


def height_at(line: Array, x: float) -> float:
    """The y of a skyline at x, in pixels; beyond its ends that of the nearest end."""
    return float(line[min(max(int(x), 0), len(line) - 1)])


def hills(
    scene: Scene,
    name: str,
    y: float,
    height: float,
    wave: float,
    colors: tuple[str, str],
    far: float,
    *,
    until: float | None = None,
) -> Array:
    """A rolling band of hills, lit along its crest; gives the crest line."""
    line = crest(scene, name, y, height, wave)
    top, low = scene.tone(colors[0], 1.0, far), scene.tone(colors[1], 0.55, far)
    mist = scene.tone(colors[1], 0.7, min(1.0, far + 0.22))
    scene.canvas.ridge(line, (top, low, mist), max(30 * scene.u, 2.6 * height), until=until)
    return line


def far_range(scene: Scene, name: str, y: float, height: float, color: str, far: float) -> Array:
    """A distant range, hardly more than a tint in the haze."""
    line = crest(scene, name, y, height, 230, 3, 0.5)
    stops = (scene.tone(color, 0.9, far), scene.tone(color, 0.7, min(1.0, far + 0.3)))
    scene.canvas.ridge(line, stops, 2.2 * height, until=float(y + 3 * height + 40 * scene.u))
    return line


def mottle(
    scene: Scene,
    name: str,
    line: Array | float,
    color: Array,
    amount: float,
    cell: float = 120,
    power: float = 1.6,
) -> None:
    """Broad patches of another tone on the ground below a line, flattened by distance."""
    top = int(np.min(line))
    top, rows = max(0, top), scene.h - max(0, top)
    if rows < 4:
        return
    wide, tall = max(8, scene.w // 2), max(8, int(rows * 0.9))
    flat = noise(scene.rng(name), wide, tall, cell * scene.u * 0.5, 3)
    at = (np.linspace(0, 1, rows, dtype=F) ** F(1 / power) * (tall - 1)).astype(np.intp)
    patches = resize(np.ascontiguousarray(flat[at]), scene.w, rows)
    mask = smoothstep(0.42, 0.78, patches) * F(amount)
    if not isinstance(line, float | int):
        mask *= np.clip(np.arange(top, scene.h, dtype=F)[:, None] - line[None], 0, 1)
    part = scene.canvas.a[top:]
    part += (color - part) * mask[..., None]


def side_light(scene: Scene, top: float, amount: float = 0.14) -> None:
    """Warms the lit side of the ground and cools the other."""
    top_row = max(0, int(top))
    across = scene.canvas.across() * F(scene.light_side)
    part = scene.canvas.a[top_row:]
    part *= (1 + np.clip(across, -1, 1) * F(amount * 0.6))[None, :, None]
    warm = np.clip(across, 0, 1) * F(amount)
    part += (scene.light.sun - part) * (warm * F(0.55))[None, :, None]
    np.clip(part, 0, 1, out=part)


def grass(
    scene: Scene,
    name: str,
    top: float,
    bottom: float,
    inks: Sequence[Ink],
    count: float,
    height: float = 17,
    road: Road | None = None,
) -> None:
    """Tufts of blades over a strip of ground, small far off and tall near; inks go from far to near."""
    if not scene.allows("grass"):
        return
    n = scene.count(count * (0.35 if scene.light.frost else 1.0))
    data = scene.rng(name).random((n, 5))
    data = data[np.argsort(data[:, 0])]
    u = scene.near
    with scene.canvas.pen((0, top - height * 2 * u, scene.w, scene.h)) as pen:
        for a, b, c, d, e in data.tolist():
            k = a**0.8
            x, y = b * scene.w, top + (bottom - top) * k
            if road is not None and road.covers(x, y):
                continue
            tall = height * u * (0.28 + 0.9 * k) * (0.6 + 0.8 * c)
            color = inks[min(len(inks) - 1, int(e * len(inks)))]
            for j in (-1, 0, 1):
                lean = (j * 0.34 + (d - 0.5) * 0.7) * tall
                pen.blade(
                    x + j * 2.2 * u * (0.4 + k),
                    y,
                    tall * (1 - 0.22 * abs(j)),
                    lean,
                    (1.2 + 2.2 * k) * u,
                    color,
                )


def path_line(scene: Scene, top: float, bottom: float, start: float, end: float) -> tuple[Array, Array]:
    """The middle x and the half width, row by row, of a path winding from `start` (far) to `end` (near)."""
    rows = max(2, int(bottom - top))
    t = np.linspace(0, 1, rows, dtype=F)
    more = scene.h - scene.canvas.inner[3]
    if more and bottom > scene.canvas.inner[3]:
        t = np.append(t, 1 + np.arange(1, more + 1, dtype=F) / rows)
    bend = np.sin(t**0.7 * F(2.2 * np.pi)) * np.clip(1 - t, 0, 1) ** F(0.8) * F(0.24 * scene.layout.path)
    middle = F(start) + (F(end) - F(start)) * t ** F(1.3) + bend * scene.w * (-1 if scene.layout.flip else 1)
    width = scene.near * (F(3) + F(92) * t ** F(1.5))
    return middle, width


@dataclass(frozen=True)
class Road:
    """Where a painted path runs: its top row, and its middle and half width row by row."""

    top: int
    middle: Array
    half: Array

    def covers(self, x: float, y: float) -> bool:
        """Whether a point lies on the path."""
        row = int(y) - self.top
        return 0 <= row < len(self.half) and abs(x - float(self.middle[row])) < float(self.half[row])


def path(scene: Scene, name: str, line: Array, color: tuple[str, str], bottom: float | None = None) -> Road:
    """A pale path winding down over the ground from a crest line to the bottom edge."""
    rng = scene.rng(name)
    start, end = scene.x(0.42 + 0.22 * rng.random()), scene.x(0.36 + 0.2 * rng.random())
    top = float(line[int(min(max(start, 0), scene.w - 1))])
    bottom = float(scene.canvas.inner[3] + 4) if bottom is None else bottom
    middle, half = path_line(scene, top, bottom, start, end)
    rows = len(middle)
    edge = noise_line(rng, rows, 30 * scene.u, 2) - F(0.5)
    half = half * (1 + 0.3 * edge)
    y = int(top)
    x = np.arange(scene.w, dtype=F)[None]
    mask = np.clip((half[:, None] - np.abs(x - middle[:, None])) / F(max(1.0, 3 * scene.u)) + 0.5, 0, 1)
    far = np.linspace(0.35, 0, rows, dtype=F)[:, None, None]
    snowed = scene.tone("#eef4fb", 0.9)
    first, last = (
        mix(scene.tone(c, k), snowed, 0.6 * scene.light.frost)
        for c, k in zip(color, (1.0, 0.85), strict=True)
    )
    base = first + (last - first) * np.linspace(0, 1, rows, dtype=F)[:, None, None]
    base = base + (scene.light.fog - base) * far
    rut = np.exp(-(((np.abs(x - middle[:, None]) / np.maximum(half[:, None], 1)) - F(0.5)) ** 2) / F(0.02))
    fill = np.broadcast_to(base, (rows, scene.w, 3)) * (1 - 0.07 * rut[..., None])
    scene.canvas.paint(mask.astype(F), 0, y, fill.astype(F))
    return Road(y, middle, half)


def strip(points: Sequence[Point], below: float) -> list[Point]:
    """A polygon between a line of points and a level below them."""
    return [*points, (points[-1][0], below), (points[0][0], below)]
