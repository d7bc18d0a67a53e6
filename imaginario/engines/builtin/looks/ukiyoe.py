"""Ukiyo-e: a Japanese woodblock print, few old pigments, graded skies, a dark key line and a red seal."""

from __future__ import annotations

import numpy as np

from ..pixels import Array as Pixels
from ..pixels import F, luma, resize, rgb
from ._ops import Rng, blur, contours, expose, grid, grow, ink, mix, noise, patches, rim, step, tones
from ._plate import Plate

FLAT = True

PAPER = "#f1e4c6"
PIGMENTS = (
    "#f1e4c6", "#e9d3a0", "#d9a441", "#c8553d", "#8e2f2a", "#e8b7a0", "#a7b58a", "#5f7f5a", "#2f5148",
    "#9cc0c4", "#4f86a0", "#23527c", "#172a4a", "#7d6a8c", "#b0a390", "#5c5148", "#2a2426",
    "#6e4630",
    "#a8714a",
    "#d8a878",
)  # fmt: skip


def paint(plate: Plate) -> Pixels:
    """Pigments, a band of deep blue wiped into the sky, wood grain, key lines, border and seal."""
    u = plate.unit
    flat = patches(expose(plate.pixels, 0.55), 4 * u / plate.detail**0.5)
    a = _pigments(flat)
    a = _wiped(plate, a)
    wood = _wood(plate)
    lack = step(0.7, 1.0, noise(plate.rng("lack"), wood.shape, 150, 2)) * 0.12
    a = mix(a * (1 + 0.1 * (wood - F(0.5)))[..., None], rgb(PAPER), lack)
    a = mix(a, rgb("#1f2a3c"), 0.92 * _key(plate, flat))
    return _sheet(plate, a)


def _pigments(flat: Pixels) -> Pixels:
    """Each colour drawn most of the way to the pigments nearest to it, weighed by distance."""
    table = np.stack([rgb(p) for p in PIGMENTS])
    toned = np.clip(flat, 0, 1) * np.array([1.0, 0.97, 0.9], F)
    toned = (tones(luma(toned), 6, 4) / (luma(toned) + F(1e-3)))[..., None] * toned
    cube = np.stack(np.meshgrid(*[np.linspace(0, 1, 17, dtype=F)] * 3, indexing="ij"), -1).reshape(-1, 3)
    far = ((cube[:, None] - table) ** 2).sum(-1)
    weight = np.exp(-far / F(0.012)) + F(1e-9)
    answer = (weight @ table / weight.sum(1, keepdims=True)).astype(F)
    at = np.clip(np.rint(toned * 16), 0, 16).astype(np.intp)
    found = answer[(at[..., 0] * 17 + at[..., 1]) * 17 + at[..., 2]]
    return mix(blur(found, 0.8), toned, 0.18)


def _wiped(plate: Plate, a: Pixels) -> Pixels:
    """Bokashi: pigment wiped on the block by hand, dense at the top and gone a hand below."""
    _, y = grid(plate.subjects)
    deep = np.exp(-((y / F(0.15 * a.shape[0])) ** 2)) * 0.85 * (1 - plate.subjects)
    return mix(a, rgb("#1d3f6e"), deep.astype(F))


def _wood(plate: Plate) -> Pixels:
    """The grain of the block, long level streaks."""
    height, width = plate.subjects.shape
    rng: Rng = plate.rng("wood")
    rows = rng.random((height // max(1, round(2 * plate.unit)) + 2, 7), dtype=F)
    return blur(resize(rows, width, height), 0.8 * plate.unit)


def _key(plate: Plate, flat: Pixels) -> Pixels:
    """Key block lines, thin, a little broken, firmer around the subjects."""
    u = plate.unit
    line = np.maximum(step(0.2, 0.55, contours(flat, 1.6 * u, 6)), 1 - ink(luma(flat), 1.2 * u, 0.97, 90))
    outer = np.clip(grow(plate.subjects, 1.8 * u) - grow(plate.subjects, -0.8 * u), 0, 1)
    worn = 0.55 + 0.45 * step(0.2, 0.5, noise(plate.rng("worn"), line.shape, 40, 2))
    return np.clip(np.maximum(line * worn * (0.75 + 0.25 * plate.subjects), outer), 0, 1)


def _sheet(plate: Plate, a: Pixels) -> Pixels:
    """The bare border of the sheet, and a red seal in a lower corner."""
    u, edge = plate.unit, rim(a) * F(768)
    fibre = noise(plate.rng("fibre"), plate.subjects.shape, 120, 3) - F(0.5)
    sheet = rgb(PAPER) * (1.02 + 0.05 * fibre)[..., None]
    a = mix(
        mix(sheet, rgb("#1f2a3c"), step(21, 22.5, edge)),
        a * (1 + 0.05 * fibre)[..., None],
        step(24, 25.5, edge),
    )
    height, width = plate.subjects.shape
    side, left, top = 46 * u, width - 88 * u, height - 104 * u
    x, y = (grid(plate.subjects)[0] - F(left)) / F(side), (grid(plate.subjects)[1] - F(top)) / F(side * 1.3)
    inside = step(0.5, 0.47, np.maximum(np.abs(x - F(0.5)), np.abs(y - F(0.5))))
    marks = _marks(plate.rng("seal"), x, y)
    return mix(a, rgb("#b8322a"), 0.92 * inside * (1 - marks) * (0.9 + 0.4 * fibre))


def _marks(rng: Rng, x: Pixels, y: Pixels) -> Pixels:
    """A made-up character of strokes on a 3 by 4 grid: it says nothing in any language."""
    out = np.zeros(np.broadcast_shapes(x.shape, y.shape), F)
    for row in range(4):
        left, right = sorted(rng.uniform(0.14, 0.86, 2))
        level = 0.2 + 0.2 * row
        out = np.maximum(out, (np.abs(y - F(level)) < 0.028) & (x > min(left, 0.4)) & (x < max(right, 0.6)))
    for column in (0.3, 0.7):
        if rng.random() < 0.8:
            out = np.maximum(out, (np.abs(x - F(column)) < 0.04) & (y > rng.uniform(0.1, 0.4)) & (y < 0.84))
    return out
