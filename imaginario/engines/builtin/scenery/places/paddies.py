"""Rice terraces: flooded steps that mirror the sky, winding round a hillside, mist and a wooden house."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...pixels import Array, F, mix, noise_line, rgb
from .. import buildings, flowers, land, plants
from ..pen import Pen, Sketch
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from ..streams import fork
from .peaks import mist

STEPS = 8
GREEN = ("#bfe262", "#5f9a48", "#35603c")


def rice_terraces(scene: Scene) -> Stage:
    """Flooded terraces that come down to us in curves, blue mountains and mist behind them."""
    scene = scene.with_layout(horizon=0.47 + 0.4 * (scene.layout.horizon - 0.58))
    paint_sky(scene)
    hor, h, u, v = scene.horizon, scene.h, scene.u, scene.v
    for i, (up, tall, color, far) in enumerate(
        ((92, 220, "#7f9fc8", 0.5), (50, 150, "#6f9fb4", 0.38), (14, 76, "#6fa886", 0.26))
    ):
        line = land.crest(scene, f"ridge-{i}", hor - up * v, tall * v * 0.6, 260 - 30 * i, 3, 0.7)
        stops = [scene.tone(color, 0.95, far), scene.tone(color, 0.65, min(1.0, far + 0.24))]
        scene.canvas.ridge(line, stops, 1.6 * tall * v)
        mist(scene, hor - (up - 34) * v, 44 * v, 0.55)
        if i == 2:
            plants.tree_line(scene, "wood", line, 34 * u, 0.3, gap=0.35)
    hill = _hillside(scene)
    _steps(scene, hill)
    top = hill.line(0.45)
    _hamlet(scene, top)
    _seedlings(scene, hill)
    mist(scene, hor + 0.02 * (h - hor), 44 * u, 0.5)
    _sides(scene, _path(scene, land.crest(scene, "bank", hill.bottom - 14 * u, 11 * u, 300)))
    return scene.stage(hor + (h - hor) * 0.82)


@dataclass(frozen=True)
class _Hill:
    """The terraced slope from the row `top` down: `level` counts the terraces, growing towards us."""

    top: int
    bottom: float
    level: Array

    def line(self, level: float) -> Array:
        """The y at which every column first reaches a level."""
        return (np.argmax(self.level >= level, axis=0) + self.top).astype(F)


def _hillside(scene: Scene) -> _Hill:
    """The lie of the slope: it rises at both sides, with spurs and hollows that the terraces wind round."""
    hor, h, u = scene.horizon, scene.h, scene.u
    x = scene.canvas.along() * F(-1 if scene.layout.flip else 1)
    deep, bottom = 0.68 * (h - hor), hor + 0.7 * (h - hor)
    top = max(0, int(hor - 0.2 * deep))
    rows = max(4, int(bottom) - top + 2)
    y = np.arange(rows, dtype=F)[:, None] + F(top)
    lift = F(deep) * (
        F(0.15) * x * x + F(0.1) * np.clip(x, 0, 1) ** 2 + F(0.03) * np.sin(x * F(3.1) + F(1.2))
    )
    t = np.clip((y + lift[None] - F(hor)) / F(deep * 1.06), -0.2, 1.4)
    # Spurs change slowly on the way down, so that the level grows with every row.
    bumps, along = np.zeros_like(t), np.arange(scene.w, dtype=F)[None] / F(100 * u)
    for wave, (a, b) in zip((0.55, 1.0, 1.75), scene.rng("spurs").random((3, 2)).tolist(), strict=True):
        bumps += np.sin(along * F(wave) + F(6.3 * a) + t * F(4 * b - 2)) * F(0.62 / wave**0.5)
    level = F(STEPS) * np.sign(t) * np.abs(t) ** F(0.66) + bumps * F(1.5) * np.clip(t * 2.5, 0, 1)
    return _Hill(top, bottom, np.maximum.accumulate(level.astype(F), axis=0))


def _steps(scene: Scene, hill: _Hill) -> None:
    """Sheets of water, some already green with rice, each held by a bank with a lit rim."""
    g = hill.level
    step, part = np.floor(g), g - np.floor(g)
    slope = np.maximum(np.hypot(np.gradient(g, axis=0), np.gradient(g, axis=1)), F(1e-4))
    near = np.clip(g / F(STEPS), 0, 1)

    def past(edge: float) -> Array:
        return np.clip((part - F(edge)) / slope + F(0.5), 0, 1)

    dice = scene.rng("flooded").random(STEPS * 3).astype(F)
    young = dice[np.clip(step, 0, STEPS * 3 - 1).astype(np.intp)] < 0.26
    sky = scene.light.sky
    pale, deep = mix(sky[-1], np.ones(3, F), 0.16 * (1 - scene.light.dark)), mix(sky[1], sky[0], 0.25)
    sheet = mix(pale, deep, np.clip(part * F(0.75) + near * F(0.34), 0, 1)[..., None])
    green = mix(scene.tone("#a5d65a", 1.0), scene.tone("#78bd4c", 0.9), part[..., None])
    fill = np.where(young[..., None], green, sheet)
    fill = mix(fill, scene.tone("#3f6f58", 0.5), (np.clip(F(1) - part / F(0.24), 0, 1) * F(0.6))[..., None])
    if not scene.setting.gloomy and not scene.canvas.beside:
        across = np.exp(-(((np.arange(scene.w, dtype=F) - F(scene.light_x)) / F(120 * scene.u)) ** 2))[None]
        fill = mix(fill, mix(scene.light.sun, np.ones(3, F), 0.3), (across * ~young * F(0.62))[..., None])
    rim, face, foot = (scene.tone(c, k) for c, k in zip(GREEN, (1.0, 0.85, 0.55), strict=True))
    bank = mix(face, foot, np.clip((part - F(0.72)) / F(0.28), 0, 1)[..., None])
    fill = mix(fill, bank, past(0.7)[..., None])
    fill = mix(fill, rim, (past(0.64) * (1 - past(0.755)))[..., None])
    fill = mix(fill, scene.light.fog, (F(0.34) * (1 - near) ** F(1.6))[..., None])
    mask = np.clip(g / np.maximum(slope, F(0.02)) + F(0.5), 0, 1)
    scene.canvas.paint(mask.astype(F), 0, hill.top, fill.astype(F))


def _seedlings(scene: Scene, hill: _Hill) -> None:
    """Young rice in rows that follow the banks."""
    if not scene.allows("grass"):
        return
    rng, u, g = scene.rng("seedlings"), scene.near, hill.level
    inks = [
        scene.ink(c, t) for c, t in (("#7fc24f", 1.0), ("#4f9a48", 0.8), ("#b5e068", 1.0), ("#3f8a48", 0.7))
    ]
    spots = []
    for a, b, c in rng.random((scene.count(1500), 3)).tolist():
        x, row = int(a * scene.w), int(b**0.8 * (g.shape[0] - 1))
        level = float(g[row, x])
        if level > 2 and any(abs(level % 1 - k) < 0.035 for k in (0.22, 0.38, 0.54)):
            spots.append((row + hill.top, x, level / STEPS, c))
    with scene.canvas.pen((0, hill.top, scene.w, hill.bottom)) as pen:
        for y, x, k, c in sorted(spots):
            if abs(x / scene.w - 0.5) > 0.16 or k < 0.6:
                _tuft(pen, x, y, (3 + 15 * k) * u * (0.7 + 0.5 * c), inks[int(c * 4)])


def _hamlet(scene: Scene, line: Array) -> None:
    """Wooden houses on stilts under tiled roofs, at one side."""
    if not scene.allows("house"):
        return
    for share, size in ((0.93, 96), (0.80, 118)):
        x = scene.x(share)
        _house(scene, x, land.height_at(line, x) + 8 * scene.u, size * scene.v)
    if scene.allows("tree"):
        rng = scene.rng("hamlet-trees")
        for share, size in ((0.72, 54), (1.0, 84), (0.12, 66)):
            x = scene.x(share)
            plants.tree(scene, fork(rng), x, land.height_at(line, x) + 10 * scene.u, size * scene.v, 0.14)


def _house(scene: Scene, x: float, y: float, size: float) -> None:
    """A house of brown boards with a gallery, `size` wide."""
    far, rng, side = 0.1, scene.rng(f"stilts-{int(size)}"), scene.light_side
    wood, dim, pale, tile = (
        scene.ink(c, k, far)
        for c, k in (("#a8703f", 0.95), ("#6f4630", 0.5), ("#d9a86a", 1.0), ("#5f6470", 0.8))
    )
    roof, shade = scene.ink(scene.snowed("#666c78"), 0.95, far), scene.ink(scene.snowed("#4a4f5c"), 0.55, far)
    scene.canvas.shadow(x, y, size * 0.6, size * 0.1, scene.light.shade * F(0.3), 0.45)
    lit: list[tuple[float, float]] = []
    with scene.canvas.pen((x - size, y - size * 1.3, x + size, y + 3)) as pen:
        it = Sketch(pen, x, y, size)
        it.rect(-0.4, 0, 0.4, 0.22, scene.ink("#4a3a38", 0.4, far))
        for px in (-0.4, -0.2, 0.0, 0.2, 0.4):
            it.rect(px - 0.018, 0, px + 0.018, 0.24, wood)
        it.rect(-0.46, 0.22, 0.46, 0.62, wood)
        it.rect(min(-side * 0.46, -side * 0.3), 0.22, max(-side * 0.46, -side * 0.3), 0.62, dim)
        for px in np.linspace(-0.42, 0.42, 9).tolist():
            it.line((px, 0.24), (px, 0.62), 0.008, dim)
        for px in (-0.3, 0.02, 0.22):
            pane, on = buildings.window_ink(scene, rng, far)
            it.rect(px, 0.38, px + 0.12, 0.54, pane if on else dim, 0.01)
            if on and scene.light.dark > 0.2:
                lit.append(it.at(px + 0.06, 0.46))
        it.rect(-0.5, 0.2, 0.5, 0.24, pale)
        it.rect(-0.5, 0.33, 0.5, 0.35, pale)
        for px in np.linspace(-0.49, 0.49, 15).tolist():
            it.line((px, 0.22), (px, 0.34), 0.01, pale)
        it.poly(shade, (-0.6, 0.58), (0.6, 0.58), (0.56, 0.63), (-0.56, 0.63))
        it.poly(roof, (-0.62, 0.6), (0.62, 0.6), (0.46, 0.78), (0.4, 0.92), (-0.4, 0.92), (-0.46, 0.78))
        for px in np.linspace(-0.5, 0.5, 11).tolist():
            it.line((px * 1.14, 0.61), (px * 0.78, 0.91), 0.01, tile)
        it.stroke(shade, 0.035, 0.035, (-0.44, 0.95), (-0.3, 0.92), (0.3, 0.92), (0.44, 0.95))
    for px, py in lit:
        scene.canvas.glow(px, py, size * 0.4, rgb("#ffc766"), 0.4)


def _path(scene: Scene, edge: Array) -> Array:
    """The broad bank we stand on: trodden earth between strips of grass."""
    u, h = scene.near, scene.h
    line = edge
    stops = [scene.tone(c, k) for c, k in (("#b9dc60", 1.0), ("#7fb850", 0.95), ("#4f8f45", 0.78))]
    scene.canvas.ridge(line, stops, h - float(line.mean()))
    middle = F(0.5) * (line + F(h)) + F(0.05 * (h - float(line.mean())))
    half = F(0.24) * (F(h) - line) + (noise_line(scene.rng("trodden"), scene.w, 70 * u, 2) - F(0.5)) * F(
        16 * u
    )
    y0 = max(0, int(line.min()))
    y = np.arange(y0, h, dtype=F)[:, None]
    mask = np.clip((half[None] - np.abs(y - middle[None])) / F(5 * u) + F(0.5), 0, 1) * F(0.9)
    scene.canvas.paint(mask.astype(F), 0, y0, scene.tone(scene.snowed("#d9bd88"), 0.98))
    land.mottle(scene, "earth", line, scene.tone("#a8854f", 0.7), 0.2, 140)
    land.side_light(scene, float(line.min()), 0.1)
    return line.astype(F)


def _sides(scene: Scene, line: Array) -> None:
    """Grass along the bank, flowers, sheaves of bamboo leaves in the near corners."""
    u, top, h = scene.near, float(line.mean()), scene.h
    inks = [
        scene.ink(c, k) for c, k in (("#8fcf55", 1.0), ("#4f9a45", 0.8), ("#bde468", 1.0), ("#3a8548", 0.6))
    ]
    rng = scene.rng("bank-grass")
    with scene.canvas.pen((0, float(line.min()) - 40 * u, scene.w, h)) as pen:
        for a, b, c, d in rng.random((scene.count(190), 4)).tolist():
            x = a * scene.w
            y = land.height_at(line, x) + (4 + 12 * b) * u if c < 0.5 else h - (2 + 16 * b) * u
            if scene.allows("grass"):
                _tuft(pen, x, y, (10 + 16 * d) * u, inks[int(d * 4)])
        for a, b, c, d in rng.random((scene.count(70), 4)).tolist():
            aside = max(0.0, abs(a - 0.5) * 2 - 0.55) / 0.45
            if aside > 0 and scene.allows("grass"):
                pen.blade(
                    a * scene.w,
                    h + 4 * u,
                    (20 + 100 * aside) * u * (0.6 + 0.5 * b),
                    (c - 0.5) * 60 * u,
                    (5 + 4 * d) * u,
                    inks[int(d * 4)],
                )
    flowers.field(scene, "flowers", top + 16 * u, h, 34, 7.0)


def _tuft(pen: Pen, x: float, y: float, tall: float, tone: tuple[int, int, int, int]) -> None:
    """Three blades from one root."""
    for lean in (-0.5, 0.0, 0.5):
        pen.blade(x, y, tall * (1 - 0.3 * abs(lean)), lean * tall, tall * 0.16, tone)
