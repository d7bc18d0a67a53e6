"""Water: a surface that mirrors what stands behind it, ripples, glitter, waves and foam."""

from __future__ import annotations

from math import sin

import numpy as np

from ..pixels import Array, F, mix, noise_line, rgb
from .canvas import ramp_rows
from .land import Road
from .pen import Ink, Pen, ink
from .scene import Scene
from .stage import Mark

DEEP = {"dawn": "#5a86ac", "day": "#1f86c0", "sunset": "#5c559c", "night": "#16306e"}
SHALLOW = {"dawn": "#a8cfd0", "day": "#5fd0d0", "sunset": "#e39a8a", "night": "#2f5f9c"}


def surface(
    scene: Scene, top: float, bottom: float, *, mirror: float = 0.45, shallow: float = 0.5, calm: float = 1.0
) -> None:
    """Fills the rows from `top` to `bottom` with water; `mirror` 0..1 is how much it reflects."""
    y0, y1 = max(0, int(top)), min(scene.h, int(np.ceil(bottom)))
    if y1 - y0 < 2:
        return
    deep, pale = water_colors(scene)
    far = mix(deep, scene.light.sky[-1], 0.55)
    near = mix(deep, pale, shallow)
    stops = (far, mix(deep, scene.light.sky[-2], 0.2), near)
    rows = ramp_rows(stops, 0, y1 - y0, y1 - y0)
    part = scene.canvas.a[y0:y1]
    copy = _mirrored(scene, y0, y1 - y0, calm) if mirror > 0 else None
    part[:] = rows[:, None]
    if copy is not None:
        fade = np.linspace(1.0, 0.55, y1 - y0, dtype=F)[:, None, None] * F(mirror)
        part += (copy - part) * fade
    glints(scene, y0, y1)


def pool(scene: Scene, bed: Road, rim: str = "#d9c796", mirror: float = 0.36) -> None:
    """Water within a bed (a pond or a river), with a pale sandy rim."""
    y0 = bed.top
    rows = min(len(bed.half), scene.h - y0)
    if rows < 2:
        return
    x = np.arange(scene.w, dtype=F)[None]
    inside = bed.half[:rows, None] - np.abs(x - bed.middle[:rows, None])
    edge = np.clip(inside / F(2) + F(0.5) + F(5 * scene.u), 0, 1) * (bed.half[:rows, None] > 1)
    scene.canvas.paint(edge.astype(F), 0, y0, scene.tone(rim, 0.85))
    keep = scene.canvas.a[y0 : y0 + rows].copy()
    surface(scene, y0, y0 + rows, mirror=mirror, shallow=0.55)
    mask = np.clip(inside / F(max(1.0, 1.5 * scene.u)) + F(0.5), 0, 1)
    part = scene.canvas.a[y0 : y0 + rows]
    part[:] = keep + (part - keep) * mask[..., None]


def water_colors(scene: Scene) -> tuple[Array, Array]:
    """The deep and the shallow colour of water under this sky."""
    deep, pale = rgb(DEEP[scene.setting.time]), rgb(SHALLOW[scene.setting.time])
    if scene.setting.gloomy:
        grey = scene.light.sky[len(scene.light.sky) // 2]
        deep, pale = mix(deep, grey * F(0.62), 0.6), mix(pale, grey * F(0.9), 0.6)
    return deep, pale


def _mirrored(scene: Scene, top: int, rows: int, calm: float) -> Array:
    """The picture above the waterline upside down, shaken row by row more and more."""
    t = np.arange(rows, dtype=F)
    src = np.clip(top - 1 - t * F(1.04), 0, None).astype(np.intp)
    sway = noise_line(scene.rng("mirror"), rows, max(2.0, 7 * scene.u), 2) - F(0.5)
    shift = (sway * F(22 * scene.u / calm) * (F(0.15) + t / F(rows))).astype(np.intp)
    columns = np.clip(np.arange(scene.w)[None] + shift[:, None], 0, scene.w - 1)
    planes = [scene.canvas.a[..., i][src[:, None], columns] for i in range(3)]
    return np.stack(planes).transpose(1, 2, 0)


def reflect(
    scene: Scene,
    line: Array,
    bottom: float,
    mirror: float | Array,
    stops: tuple[Array, ...] = (),
    *,
    last: float = 0.5,
) -> None:
    """Mirrors in water, column by column, what stands above a shoreline `(width,)`, down to `bottom`.

    `mirror` is how much, for all columns or for each; `last` the share of it that is left at the bottom.
    With colours the water is painted in them, from far to near, without them only the mirrored is laid on.
    """
    y0, y1 = max(0, int(line.min())), min(scene.h, int(np.ceil(bottom)))
    rows = y1 - y0
    used = np.nonzero(np.broadcast_to(mirror, scene.w))[0]
    if rows < 2 or not len(used):
        return
    part, x = scene.canvas.a[y0:y1, used[0] : used[-1] + 1], np.arange(used[0], used[-1] + 1)
    t = np.linspace(0, 1, rows, dtype=F)
    sway = noise_line(scene.rng("mirror"), rows, max(2.0, 7 * scene.u), 2) - F(0.5)
    shift = (sway * F(20 * scene.u) * (F(0.12) + t)).astype(np.intp)
    columns = np.clip(x[None] + shift[:, None], 0, scene.w - 1)
    y, foot = np.arange(y0, y1, dtype=F)[:, None], line[columns]
    source = np.clip(np.minimum(2 * foot - y, foot - 1), 0, scene.h - 1).astype(np.intp)
    inside = np.clip(y - line[x][None] + F(0.5), 0, 1)
    amount = np.broadcast_to(np.asarray(mirror, F), scene.w)[x] * (1 - t * F(1 - last))[:, None]
    fill = ramp_rows(stops, 0, rows, rows) if stops else None
    for i in range(3):
        plane, copy = part[..., i], scene.canvas.a[..., i][source, columns]
        if fill is None:
            plane += (copy - plane) * (amount * inside)
        else:
            base = fill[:, i : i + 1]
            plane += (base + (copy - base) * amount - plane) * inside


def glints(scene: Scene, y0: float, y1: float, amount: float = 1.0) -> None:
    """Flat ripples, light and dark, and the glitter below the sun or moon."""
    rng, u = scene.rng("ripples"), scene.near
    light, rows = scene.light, y1 - y0
    pale = ink(mix(light.sky[-1], np.ones(3, F), 0.35))
    dark = ink(mix(water_colors(scene)[0], light.sky[0], 0.3) * F(0.9))
    spark = ink(mix(light.sun, np.ones(3, F), 0.35))
    n = scene.count(110 * amount * min(1.5, rows / (220 * scene.u)) + 6)
    with scene.canvas.pen((0, y0, scene.w, y1), opacity=0.32) as pen:
        for a, b, c, d in rng.random((n, 4)).tolist():
            k = b**1.4
            _lens(pen, a * scene.w, y0 + rows * k, (10 + 52 * k) * u * (0.4 + c), (0.8 + 2.4 * k) * u,
                  pale if d < 0.6 else dark)  # fmt: skip
    if scene.setting.gloomy or scene.canvas.beside:
        return
    m = int(80 * min(1.5, rows / (220 * scene.u))) + 8
    shaken = scene.rng("glitter")
    with scene.canvas.pen((0, y0, scene.w, y1), opacity=0.75 if light.dark > 0.2 else 0.5) as pen:
        for (b, c), g in zip(shaken.random((m, 2)).tolist(), shaken.normal(size=m).tolist(), strict=True):
            k = b**1.2
            x = scene.light_x + g * (12 + 62 * k) * scene.u
            _lens(pen, x, y0 + rows * k, (5 + 26 * k) * u * (0.4 + c), (0.8 + 2.0 * k) * u, spark)


def _lens(pen: Pen, x: float, y: float, length: float, tall: float, color: Ink) -> None:
    wave = tall * 0.7 * sin(x)
    pen.poly([(x - length / 2, y), (x - length * 0.15, y - tall * 0.5 + wave),
              (x + length / 2, y + wave * 0.4),
              (x + length * 0.12, y + tall * 0.5 + wave)], color)  # fmt: skip


def foam(scene: Scene, name: str, line: Array, width: float, color: Array, opacity: float = 0.9) -> None:
    """A band of froth lying along a line of ys `(width,)`, its thickness uneven."""
    edge = noise_line(scene.rng(name), scene.w, 60 * scene.u, 3)
    half = (F(width) * (F(0.3) + edge)).astype(F)
    y0, y1 = max(0, int(line.min() - 2 * width)), min(scene.h, int(line.max() + 2 * width) + 1)
    if y1 <= y0:
        return
    y = np.arange(y0, y1, dtype=F)[:, None]
    mask = np.clip(half[None] - np.abs(y - line[None]) + F(0.5), 0, 1) * F(opacity)
    scene.canvas.paint(mask, 0, y0, color)


def waves(scene: Scene, name: str, top: float, bottom: float, count: int, rough: float = 1.0) -> None:
    """Rolling swells nearer and nearer, each with a light crest and, when rough, caps of foam."""
    rng = scene.rng(name)
    deep, pale = water_colors(scene)
    white = mix(scene.light.sky[-1], np.ones(3, F), 0.5)
    for i in range(count):
        k = ((i + 0.5) / count) ** 1.3
        y = top + (bottom - top) * k
        tall = (3 + 17 * k) * scene.near * rough
        base = noise_line(rng, scene.w, (110 + 260 * k) * scene.u, 2)
        swell = np.abs(2 * base - 1)
        line = (F(y) - (F(1) - swell) * F(tall) * 2).astype(F)
        crest = mix(mix(pale, scene.light.sky[-1], 0.35), deep, 0.25 + 0.2 * (1 - k))
        body = mix(deep, pale, 0.12 + 0.1 * k)
        far = mix(deep, scene.light.sky[-1], 0.5)
        crest, body = mix(crest, far, 0.75 * (1 - k) ** 2), mix(body, far, 0.8 * (1 - k) ** 2)
        scene.canvas.ridge(
            line, (crest, mix(crest, body, 0.75), body), (16 + 70 * k) * scene.near, opacity=0.3 + 0.5 * k
        )
        if rough > 1.2 or k > 0.35:
            caps = np.clip((1 - swell) * 2.6 - 1.6, 0, 1).astype(F)
            _caps(scene, line, caps * F((1.5 + 5 * k) * scene.near * min(rough, 1.6)), white)


def _caps(scene: Scene, line: Array, half: Array, color: Array) -> None:
    y0, y1 = max(0, int(line.min()) - 2), min(scene.h, int((line + 2 * half).max()) + 3)
    if y1 <= y0:
        return
    y = np.arange(y0, y1, dtype=F)[:, None]
    mask = np.clip(half[None] - np.abs(y - line[None] - half[None]) + F(0.5), 0, 1) * (half[None] > 0.4)
    scene.canvas.paint(mask.astype(F) * F(0.8), 0, y0, color)


def sailboat(scene: Scene, x: float, y: float, size: float, far: float) -> None:
    """A little sailing boat whose waterline is at y."""
    scene.marks.append(Mark(x, y - 0.6 * size, 0.5 * size, y, far=True))
    sail, shade = scene.ink("#fff6e2", 1.0, far), scene.ink("#f0c9a0", 0.7, far)
    with scene.canvas.pen((x - size, y - size * 1.3, x + size, y + size * 0.3)) as pen:
        pen.line((x, y - size * 0.1), (x, y - size * 1.12), size * 0.04, scene.ink("#6a4a38", 0.6, far))
        side = scene.light_side
        pen.blob([(x + 0.03 * size, y - size * 1.08), (x + 0.3 * size, y - size * 0.6),
                  (x + size * 0.46, y - size * 0.24),
                  (x + 0.03 * size, y - size * 0.2)], sail if side > 0 else shade)  # fmt: skip
        pen.poly([(x - 0.05 * size, y - size * 0.98), (x - size * 0.34, y - size * 0.26),
                  (x - 0.05 * size, y - size * 0.22)],
                 shade if side > 0 else sail)  # fmt: skip
        pen.blob([(x - size * 0.5, y - size * 0.13), (x + size * 0.56, y - size * 0.15),
                  (x + size * 0.34, y + size * 0.05),
                  (x - size * 0.34, y + size * 0.05)], scene.ink("#c2503f", 0.85, far))  # fmt: skip
