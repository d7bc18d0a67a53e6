"""Buildings: cottages, town houses, skylines. Windows light up as it grows dark."""

from __future__ import annotations

import numpy as np

from ..pixels import F, rgb
from .pen import Ink, Pen, ink
from .scene import Scene
from .streams import fork

WALLS = ("#f6e3c5", "#f2c9a8", "#e8b4a0", "#cfe0d8", "#f3d98f", "#d6d2ea", "#f7efe2")
ROOFS = ("#c2513f", "#a8483f", "#5d7391", "#8a5a3c", "#4f7f78")


def window_ink(scene: Scene, rng: np.random.Generator, far: float = 0.0) -> tuple[Ink, bool]:
    """The colour of one window, and whether a lamp is on behind it."""
    on = bool(rng.random() < 0.08 + 0.7 * scene.light.dark)
    if on and scene.light.dark > 0.2:
        warm = rgb(("#ffd36e", "#ffe29a", "#ffbf5e")[int(rng.integers(3))])
        return ink(warm + (scene.light.fog - warm) * F(far * 0.5)), True
    return scene.ink("#8fb8d6", 0.8, far), False


def window(
    pen: Pen, x: float, y: float, w: float, h: float, pane: Ink, frame: Ink, *, cross: bool = True
) -> None:
    """A window with its frame; (x, y) is the top left corner."""
    e = max(0.8, w * 0.12)
    pen.rect(x - e, y - e, x + w + e, y + h + e, frame, e)
    pen.rect(x, y, x + w, y + h, pane)
    if cross and w > 5:
        pen.rect(x + w / 2 - e / 3, y, x + w / 2 + e / 3, y + h, frame)
        pen.rect(x, y + h * 0.45 - e / 3, x + w, y + h * 0.45 + e / 3, frame)


def cottage(
    scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, far: float, *, snow: bool = False
) -> None:
    """A small house `size` wide standing on (x, y), gable to the front, smoke from the chimney."""
    rng = fork(rng)
    wall = WALLS[int(rng.integers(len(WALLS)))] if not snow else "#a8754c"
    snow = snow or scene.light.frost > 0
    roof = ROOFS[int(rng.integers(len(ROOFS)))]
    w, h = size * 0.5, size * 0.52
    scene.canvas.shadow(
        x - scene.light_side * size * 0.2, y, size * 0.7, size * 0.13, scene.light.shade * F(0.3), 0.45
    )
    lit_windows: list[tuple[float, float]] = []
    side = scene.light_side
    with scene.canvas.pen((x - size, y - size * 1.3, x + size, y + 2)) as pen:
        chim = x + w * 0.5
        pen.rect(
            chim, y - h - size * 0.44, chim + size * 0.12, y - h - size * 0.05, scene.ink("#9c5a48", 0.6, far)
        )
        pen.rect(x - w, y - h, x + w, y, scene.ink(wall, 0.92, far))
        pen.poly([(x - w, y - h), (x, y - h - size * 0.36), (x + w, y - h)], scene.ink(wall, 0.95, far))
        dim = (x - side * w, x - side * w * 0.45)
        pen.rect(min(dim), y - h, max(dim), y, scene.ink(wall, 0.62, far))
        _roof(scene, pen, x, y - h, w, size, roof, far, snow)
        frame = scene.ink("#fff6e6", 0.95, far)
        for dx in (-0.64, 0.34):
            pane, on = window_ink(scene, rng, far)
            wx, wy = x + w * dx, y - h * 0.72
            window(pen, wx, wy, w * 0.32, h * 0.36, pane, frame)
            if on and scene.light.dark > 0.2:
                lit_windows.append((wx + w * 0.16, wy + h * 0.18))
        pen.rect(x - w * 0.14, y - h * 0.58, x + w * 0.16, y, scene.ink("#7a4a34", 0.8, far), w * 0.13)
        pen.circle(x, y - h - size * 0.13, w * 0.13, frame)
        pen.circle(x, y - h - size * 0.13, w * 0.09, window_ink(scene, rng, far)[0])
    _smoke(scene, rng, x + w * 0.5 + size * 0.06, y - h - size * 0.48, size, far)
    for wx, wy in lit_windows:
        scene.canvas.glow(wx, wy, size * 0.4, rgb("#ffc766"), 0.4)


def _roof(
    scene: Scene, pen: Pen, x: float, eave: float, w: float, size: float, color: str, far: float, snow: bool
) -> None:
    t, top, over = size * 0.1, eave - size * 0.4, w * 1.18
    drop = size * 0.05
    for side in (-1, 1):
        k = 1.0 if side == scene.light_side else 0.5
        tint = scene.ink(color, k, far)
        pen.poly(
            [
                (x, top),
                (x + side * over, eave + drop),
                (x + side * over, eave + drop + t * 0.5),
                (x, top + t * 1.1),
            ],
            tint,
        )
        if snow:
            white = scene.ink("#ffffff" if k == 1.0 else "#d3e1f4", k, far)
            pen.blob([(x, top - t * 0.5), (x + side * over * 0.5, (top + eave) / 2 - t * 0.36),
                      (x + side * over * 1.05, eave + drop - t * 0.2),
                      (x + side * over * 0.98, eave + drop + t * 0.3),
                      (x + side * over * 0.5, (top + eave) / 2 + t * 0.6), (x, top + t * 0.5)],
                      white)  # fmt: skip


def _smoke(scene: Scene, rng: np.random.Generator, x: float, y: float, size: float, far: float) -> None:
    gray = tuple(scene.light.cloud[i] for i in (1, 2, 2))
    drift = -scene.light_side
    lumps = [(x + drift * size * (0.03 + 0.07 * i * i / 4), y - size * 0.13 * i, size * (0.035 + 0.022 * i))
             for i in range(5)]  # fmt: skip
    for i, lump in enumerate(lumps):
        scene.canvas.puff([lump], gray, light=scene.light_from, soft=0.5, opacity=0.6 - 0.11 * i)


def skyline(
    scene: Scene,
    name: str,
    base: float,
    heights: tuple[float, float],
    widths: tuple[float, float],
    colors: tuple[str, ...],
    far: float,
) -> None:
    """A row of towers standing on `base`, heights and widths in units, with windows."""
    rng, u, v = scene.rng(name), scene.u, scene.v
    low, high = heights
    with scene.canvas.pen((0, base - high * v * 1.35, scene.w, base + 4 * u)) as pen:
        x = -20.0 * u
        while x < scene.w:
            w = (widths[0] + (widths[1] - widths[0]) * rng.random()) * u
            swell = 0.72 + 0.42 * np.sin(np.pi * (x / scene.w + scene.layout.variant) * 2.1) ** 2
            h = (low + (high - low) * rng.random() ** 1.3) * v * swell
            tower(scene, pen, rng, x, base, w, h, colors[int(rng.integers(len(colors)))], far)
            x += w + (rng.random() * 5 - 1) * u


def tower(
    scene: Scene,
    pen: Pen,
    rng: np.random.Generator,
    x: float,
    base: float,
    w: float,
    h: float,
    color: str,
    far: float,
) -> None:
    """One tower: lit and shaded face, a crown of its own kind, rows of windows."""
    u = scene.u
    lit, dim = scene.ink(color, 0.95, far), scene.ink(color, 0.5, far)
    top = base - h
    split = w * (0.3 if scene.light_side > 0 else 0.7)
    kind = int(rng.integers(5))
    _crown_of_tower(scene, pen, x, top, w, kind, (lit, dim), far)
    pen.rect(x, top, x + w, base, lit, 2 * u if kind != 2 else 0)
    if scene.light_side > 0:
        pen.rect(x, top, x + split, base, dim)
    else:
        pen.rect(x + split, top, x + w, base, dim)
    if far < 0.5:
        _windows_of_tower(scene, pen, rng, x, top, w, base, color, far)


def _crown_of_tower(
    scene: Scene, pen: Pen, x: float, top: float, w: float, kind: int, inks: tuple[Ink, Ink], far: float
) -> None:
    u, mid = scene.u, x + w / 2
    if kind == 1:
        pen.rect(x + w * 0.18, top - 14 * u, x + w * 0.82, top + 2, inks[0], 2 * u)
    elif kind == 2:
        pen.poly([(x, top), (mid, top - w * 0.42), (x + w, top)], inks[1])
        pen.poly([(mid, top - w * 0.42), (x + w, top), (mid, top)] if scene.light_side > 0 else
                 [(mid, top - w * 0.42), (x, top), (mid, top)], inks[0])  # fmt: skip
    elif kind == 3:
        pen.rect(mid - 1.4 * u, top - 40 * u, mid + 1.4 * u, top, inks[1])
        pen.rect(x + w * 0.3, top - 12 * u, x + w * 0.7, top + 2, inks[0], 2 * u)
        if scene.light.dark > 0.4:
            pen.circle(mid, top - 40 * u, 2.4 * u, ink(rgb("#ff5a5a")))
    elif kind == 4:
        pen.ellipse(mid, top + 1, w * 0.42, w * 0.3, inks[0])


def _windows_of_tower(
    scene: Scene,
    pen: Pen,
    rng: np.random.Generator,
    x: float,
    top: float,
    w: float,
    base: float,
    color: str,
    far: float,
) -> None:
    u = scene.u
    cell_w, cell_h = (11 + 4 * rng.random()) * u, (14 + 5 * rng.random()) * u
    columns, rows = max(1, int((w - 5 * u) / cell_w)), max(1, int((base - top - 8 * u) / cell_h))
    left = x + (w - columns * cell_w) / 2
    glass = scene.ink("#a9cbe2", 0.85, far) if scene.light.dark < 0.6 else scene.ink(color, 0.25, far)
    share = 0.06 + 0.5 * scene.light.dark
    lamps = [
        ink(rgb(c) + (scene.light.fog - rgb(c)) * F(far * 0.7)) for c in ("#ffd36e", "#ffe7a8", "#bfe3ff")
    ]
    dice = rng.random((rows, columns)).tolist()
    for i, row in enumerate(dice):
        wy = top + 7 * u + i * cell_h
        for j, d in enumerate(row):
            wx = left + j * cell_w + cell_w * 0.2
            tint = lamps[int(d * 97) % 3] if d < share else glass
            pen.rect(wx, wy, wx + cell_w * 0.6, wy + cell_h * 0.58, tint)
