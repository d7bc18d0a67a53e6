"""The Earth seen from afar: seas, lands, clouds and a thin bright air."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from ..pixels import Array, F, mix, noise, rgb, smoothstep
from .pen import Marks, Point
from .scene import Scene

# Rough outlines as (longitude, latitude) in degrees: enough to be known at a glance, no more.
_LANDS: tuple[tuple[Point, ...], ...] = (
    ((-166, 66), (-140, 70), (-115, 73), (-85, 72), (-80, 62), (-64, 60), (-56, 52), (-66, 45), (-74, 40),
    (-81, 31),
     (-81, 25), (-90, 30), (-97, 26), (-95, 18), (-87, 21), (-83, 12), (-77, 8), (-85, 9), (-95, 15),
     (-105, 20),
     (-112, 28), (-118, 33), (-124, 40), (-124, 48), (-135, 58), (-155, 58)),
    ((-78, 8), (-72, 12), (-62, 10), (-50, 2), (-35, -6), (-39, -15), (-48, -26), (-57, -36), (-65, -44),
    (-69, -54),
     (-74, -50), (-72, -35), (-70, -18), (-80, -5)),
    ((-55, 82), (-25, 82), (-20, 72), (-42, 60), (-54, 68)),
    ((-6, 35), (10, 37), (20, 32), (32, 31), (36, 22), (43, 12), (51, 11), (42, -2), (40, -12), (35, -22),
    (27, -33),
     (18, -34), (12, -18), (9, -2), (8, 4), (-7, 5), (-17, 14), (-15, 25)),
    ((-9, 43), (-6, 37), (3, 42), (12, 44), (17, 40), (24, 37), (28, 41), (36, 37), (35, 31), (43, 13),
    (58, 22),
     (62, 25), (72, 20), (77, 8), (82, 16), (90, 22), (97, 16), (103, 2), (105, 10), (109, 18), (121, 30),
     (122, 40),
     (129, 35), (132, 43), (142, 53), (160, 60), (178, 66), (140, 73), (105, 77), (70, 72), (40, 67),
     (28, 71), (12, 65),
     (6, 60), (10, 55), (0, 49), (-4, 48)),
    ((114, -22), (130, -12), (142, -11), (153, -27), (150, -37), (138, -35), (116, -35)),
    ((-6, 50), (1, 52), (-3, 58)), ((44, -16), (50, -16), (47, -25)),
    ((131, 32), (141, 37), (142, 44), (136, 36)),
    ((96, 4), (105, -5), (115, -8), (118, 2), (108, 3)), ((132, -2), (150, -8), (140, -7)),
)  # fmt: skip
_FACES = ((-62.0, 8.0), (18.0, 12.0), (-95.0, 28.0), (60.0, 22.0), (125.0, 8.0))
_WIDE = 1440


def earth(scene: Scene, x: float, y: float, r: float) -> None:
    """A beautiful Earth of radius r about (x, y), one of five faces towards us."""
    canvas, rng = scene.canvas, scene.rng("earth")
    if canvas.beside:
        return
    canvas.glow(x, y, r * 2.6, rgb("#4f9bff"), 0.34, 2.2)
    canvas.glow(x, y, r * 1.25, rgb("#9fd8ff"), 0.8, 1.2)
    box = canvas.reach(x - r - 1, y - r - 1, x + r + 2, y + r + 2)
    if box[2] - box[0] < 2 or box[3] - box[1] < 2:
        return
    gy, gx = np.ogrid[box[1] : box[3], box[0] : box[2]]
    nx, ny = ((gx - F(x)) / F(r)).astype(F), ((gy - F(y)) / F(r)).astype(F)
    d = np.sqrt(nx * nx + ny * ny)
    nz = np.sqrt(np.clip(1 - d * d, 0, 1))
    face = _FACES[int(rng.integers(len(_FACES)))]
    color = _colors(rng, _lookup(nx, ny, nz, face), ny, r)
    side = scene.light_side
    lit = np.clip(0.5 + 0.75 * (nx * F(0.62 * side) - ny * F(0.42) + nz * F(0.42)), 0.1, 1.08)
    color = color * lit[..., None]
    rim = smoothstep(0.8, 1.0, d) * np.clip(lit, 0.25, 1)
    color = color + (rgb("#b8e6ff") - color) * (rim * F(0.75))[..., None]
    canvas.paint(np.clip(r * (1 - d) + 0.5, 0, 1).astype(F), box[0], box[1], np.clip(color, 0, 1).astype(F))


def _lookup(nx: Array, ny: Array, nz: Array, face: tuple[float, float]) -> tuple[Array, Array, Array]:
    """For every pixel of the disc: how much land is there, how near a coast, its latitude in degrees."""
    tilt = np.deg2rad(face[1])
    up = -ny * F(np.cos(tilt)) + nz * F(np.sin(tilt))
    out = nz * F(np.cos(tilt)) + ny * F(np.sin(tilt))
    lat = np.arcsin(np.clip(up, -1, 1)).astype(F)
    lon = np.arctan2(nx, out) + F(np.deg2rad(face[0]))
    tall = _WIDE // 2
    column = ((lon / F(2 * np.pi) + F(0.5)) % 1 * (_WIDE - 1)).astype(np.intp)
    row = np.clip((F(0.5) - lat / F(np.pi)) * (tall - 1), 0, tall - 1).astype(np.intp)
    land, shoal = _land_maps()
    return land[row, column] * F(1 / 255), shoal[row, column] * F(1 / 255), np.rad2deg(lat)


def _land_maps() -> tuple[Array, Array]:
    """Two maps of the world in bytes: land with softened coasts, and a wide blur of it for the shallows."""
    tall = _WIDE // 2
    marks = Marks((0, 0, _WIDE, tall), 1)
    for land in _LANDS:
        marks.poly([((lon / 360 + 0.5) * _WIDE, (0.5 - lat / 180) * tall) for lon, lat in land], 255)
    small = marks.image().reduce(4).filter(ImageFilter.BoxBlur(3))
    shoal = small.resize((_WIDE, tall), Image.Resampling.BILINEAR)
    return np.asarray(marks.image().filter(ImageFilter.BoxBlur(4))), np.asarray(shoal)


def _colors(rng: np.random.Generator, at: tuple[Array, Array, Array], ny: Array, r: float) -> Array:
    """Sea, plains, deserts, ice and clouds over the disc."""
    land, shoal, lat = at
    h, w = land.shape
    rough = noise(rng, w, h, 0.34 * r, 4) - F(0.5)
    away = np.abs(lat)
    ground_k = smoothstep(0.42, 0.56, land + rough * F(0.5))
    ice = smoothstep(66, 74, away + rough * 12)
    dry = smoothstep(9, 22, away) * smoothstep(42, 30, away) * smoothstep(-0.2, 0.1, rough)
    sea = mix(rgb("#1450b4"), rgb("#2f93dc"), smoothstep(0.12, 0.5, shoal)[..., None])
    green = mix(rgb("#4fa851"), rgb("#8cc65a"), (rough + F(0.5))[..., None])
    color = mix(sea, mix(green, rgb("#e0c27c"), dry[..., None]), ground_k[..., None])
    color = mix(color, np.ones(3, F), ice[..., None])
    # Clouds lie in belts: noise drawn twice too tall, then squeezed.
    belts = noise(rng, w, h * 2, 0.7 * r, 4)[::2][:h]
    return mix(color, np.ones(3, F), (smoothstep(0.55, 0.74, belts) * F(0.88))[..., None])
