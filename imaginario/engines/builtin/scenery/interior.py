"""The shell of a room: wall, floor, rug, and a window with the real weather behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import pi

import numpy as np

from ..pixels import Array, F, mix, noise, noise_line, rgb
from . import land, plants
from .canvas import Canvas, ramp_rows
from .layout import Layout
from .light import light_of, named
from .pen import Marks, Point
from .scene import Scene
from .sky import paint_sky
from .weather import falling, fog

Rect = tuple[int, int, int, int]


@dataclass(frozen=True)
class Decor:
    """The colours of one room."""

    wall: str
    pattern: str
    wood: str
    cloth: str
    accent: str


DECORS = (
    Decor("#f7dfc0", "#efcfa6", "#b07a4c", "#d8604f", "#4f8f8a"),
    Decor("#d3e6df", "#bfd9d0", "#a9764a", "#e0a13c", "#c8655a"),
    Decor("#f5d5d6", "#ecc2c6", "#9c6a4c", "#7a9f6a", "#5f83b5"),
    Decor("#d9def2", "#c6cdea", "#8f6a54", "#c8718f", "#e2b04f"),
    Decor("#f3e7b8", "#ead99a", "#a3703f", "#5f86b8", "#c95f50"),
    Decor("#cfdcc0", "#bccdaa", "#936544", "#b5544a", "#e8c06a"),
)
LIBRARY = Decor("#8f5f42", "#7d5038", "#6e452c", "#9a3f3f", "#d9a441")


def decor_of(scene: Scene, choices: tuple[Decor, ...] = DECORS) -> Decor:
    """The room's colours: one of the sets, the wall drawn towards the asked background colour."""
    decor = choices[int(scene.rng("decor").integers(len(choices)))]
    color = named(scene.setting.background) if scene.setting.background else None
    if color is None:
        return decor
    pale, soft = mix(color, np.ones(3, F), 0.5), mix(color, np.ones(3, F), 0.36)
    return replace(decor, wall=_hex(pale), pattern=_hex(soft))


def _hex(color: Array) -> str:
    return "#" + "".join(f"{int(c * 255):02x}" for c in color)


def wall(scene: Scene, decor: Decor, *, panels: bool = True) -> None:
    """The back wall down to the floor line: wallpaper in one of four patterns, skirting board."""
    floor, u = scene.horizon, scene.u
    stops = [scene.tone(decor.wall, k) for k in (0.82, 1.0, 0.88)]
    scene.canvas.gradient(stops, 0, floor, int(floor) + 2)
    _wallpaper(scene, decor, int(scene.rng("wallpaper").integers(4)))
    if panels and scene.layout.variant > 0.5:
        _wainscot(scene, decor)
    with scene.canvas.pen((0, floor - 30 * u, scene.w, floor + 2)) as pen:
        pen.rect(-5, floor - 24 * u, scene.w + 5, floor + 2, scene.ink("#fff6e8", 0.9))
        pen.rect(-5, floor - 24 * u, scene.w + 5, floor - 20 * u, scene.ink("#ffffff", 1.0))
        pen.rect(-5, floor - 4 * u, scene.w + 5, floor + 2, scene.ink("#c9b8a4", 0.6))


def _wallpaper(scene: Scene, decor: Decor, kind: int) -> None:
    u, floor = scene.u, scene.horizon
    tint = scene.ink(decor.pattern, 0.95)
    with scene.canvas.pen((0, 0, scene.w, floor), opacity=0.75) as pen:
        if kind == 0:
            for i in range(int(scene.w / (46 * u)) + 1):
                pen.rect(i * 46 * u, 0, i * 46 * u + 21 * u, floor, tint)
            return
        step = (58, 44, 70)[kind - 1] * u
        for row in range(int(floor / step) + 1):
            for col in range(int(scene.w / step) + 2):
                x, y = (col + 0.5 * (row % 2)) * step, row * step + step * 0.4
                if kind == 1:
                    for t in (-pi / 2, -pi / 2 - 0.9, -pi / 2 + 0.9):
                        pen.leaf(x, y, 15 * u, 8 * u, t, tint)
                elif kind == 2:
                    pen.circle(x, y, 4.4 * u, tint)
                else:
                    pen.star(x, y, 11 * u, tint, 4, 0.42)


def _wainscot(scene: Scene, decor: Decor) -> None:
    """Painted boards on the lower third of the wall."""
    floor, u = scene.horizon, scene.u
    top = floor - 150 * scene.v
    board, seam = mix(rgb(decor.wall), np.ones(3, F), 0.45), scene.ink(decor.pattern, 0.72)
    with scene.canvas.pen((0, top - 8 * u, scene.w, floor)) as pen:
        pen.rect(-5, top, scene.w + 5, floor, scene.ink(board, 0.93))
        for i in range(int(scene.w / (40 * u)) + 1):
            pen.rect(i * 40 * u, top + 8 * u, i * 40 * u + 2 * u, floor, seam)
        pen.rect(-5, top - 5 * u, scene.w + 5, top + 6 * u, scene.ink("#fff8ee", 1.0))
        pen.rect(-5, top + 6 * u, scene.w + 5, top + 10 * u, seam)


def floor(scene: Scene, color: str, *, tiles: bool = False) -> None:
    """Planks or tiles running towards the back wall."""
    top, h = scene.horizon, scene.h
    rows = ramp_rows([scene.tone(color, 0.72), scene.tone(color, 0.95), scene.tone(color, 0.82)], top, h, h)
    y0 = int(top)
    scene.canvas.a[y0:] = rows[y0:, None]
    if tiles:
        _checker(scene, y0, mix(rgb(color), np.ones(3, F), 0.45), 0.75)
    else:
        _planks(scene, color)
        _grain(scene, y0)


def _spread(scene: Scene) -> float:
    """How much wider the floor is at the lower edge than at the wall, less one."""
    return (scene.h - scene.horizon) / (0.62 * 768 * scene.u) * 1.6 + 0.7


def _planks(scene: Scene, color: str) -> None:
    top, h, u, vx = scene.horizon, scene.h, scene.u, scene.w / 2
    dark, pale = scene.ink(color, 0.4), scene.ink(mix(rgb(color), np.ones(3, F), 0.22), 1.0)
    rng, reach, step = scene.rng("floor"), _spread(scene), 64 * u
    n = int(scene.w / step / 2) + 3
    with scene.canvas.pen((0, top, scene.w, h), opacity=0.5) as pen:
        for i in range(-n, n + 1):
            x0, x1 = vx + i * step, vx + i * step * (1 + reach)
            wide = step * (1 + reach)
            if rng.random() < 0.4:
                pen.poly([(x0, top), (x0 + step, top), (x1 + wide, h), (x1, h)], pale)
            pen.poly([(x0, top), (x0 + 1.2 * u, top), (x1 + 3 * u, h), (x1, h)], dark)
            for r, t in enumerate(rng.random(3).tolist()):
                along = ((r + t) / 3) ** 1.5
                y, k = top + (h - top) * along, 1 + reach * along
                left = vx + i * step * k
                pen.line((left, y), (left + step * k, y), (1 + 1.6 * along) * u, dark)


def _checker(scene: Scene, y0: int, color: Array, opacity: float) -> None:
    """A chequered floor in true perspective."""
    rows = scene.h - y0
    if rows < 2:
        return
    reach, step = _spread(scene), F(60 * scene.u)
    k = (1 + F(reach) * np.linspace(0, 1, rows, dtype=F))[:, None]
    deep = F(rows * (1 + reach / 2) / (reach * 0.36)) / step * (1 - 1 / k)
    across = (np.arange(scene.w, dtype=F)[None] - F(scene.w / 2)) / (step * k)
    # Sines clipped to squares: the steepness keeps every edge about a pixel wide.
    columns = np.clip(np.sin(across * F(np.pi)) * (step * k * F(0.3)), -1, 1)
    lines = np.clip(np.sin(deep * F(np.pi)) * (step * k * F(0.12)), -1, 1)
    mask = (F(0.5) + F(0.5) * columns * lines) * F(opacity)
    scene.canvas.paint(mask.astype(F), 0, y0, scene.tone(color, 1.0))


def _grain(scene: Scene, y0: int) -> None:
    rows = scene.h - y0
    if rows < 4:
        return
    grain = noise(scene.rng("wood-grain"), scene.w, rows, 60 * scene.u, 2) - F(0.5)
    part = scene.canvas.a[y0:]
    part += grain[..., None] * F(0.05)
    np.clip(part, 0, 1, out=part)


def rug(scene: Scene, decor: Decor) -> None:
    """A rug in the middle of the floor: round and ringed, or a fringed oblong."""
    u, h, top = scene.near, scene.h, scene.horizon
    cx, cy = scene.w / 2, top + (h - top) * 0.66
    rx, ry = min(0.4 * scene.w, 330 * u), min((h - top) * 0.27, 110 * u)
    main, edge, cream = scene.ink(decor.cloth, 0.9), scene.ink(decor.accent, 0.9), scene.ink("#fff1d8", 0.95)
    scene.canvas.shadow(cx, cy + 5 * u, rx * 1.02, ry * 1.06, scene.light.shade * F(0.3), 0.3)
    with scene.canvas.pen((cx - rx * 1.1, cy - ry * 1.2, cx + rx * 1.1, cy + ry * 1.2)) as pen:
        if scene.layout.name in ("open", "high", "framed"):
            for k, tint in (
                (1.0, main),
                (0.9, cream),
                (0.84, main),
                (0.6, edge),
                (0.54, cream),
                (0.48, main),
            ):
                pen.ellipse(cx, cy, rx * k, ry * k, tint)
            return
        slant = 0.16
        for k, tint in ((1.0, main), (0.9, cream), (0.84, main), (0.66, edge), (0.6, main)):
            a, b = rx * k, ry * k
            pen.poly(
                [
                    (cx - a * (1 - slant), cy - b),
                    (cx + a * (1 - slant), cy - b),
                    (cx + a, cy + b),
                    (cx - a, cy + b),
                ],
                tint,
            )
        for i in range(34):
            t = i / 33
            for y, half, d in ((cy - ry, rx * (1 - slant), -7 * u), (cy + ry, rx, 9 * u)):
                pen.line((cx - half + 2 * half * t, y), (cx - half + 2 * half * t, y + d), 2 * u, cream)


def window(scene: Scene, x: float, y: float, w: float, h: float, *, arched: bool = False) -> Rect:
    """A window with the sky of the hour and the weather behind it; gives the pane's rectangle."""
    canvas, u = scene.canvas, scene.u
    box = canvas.clip(x, y, x + w, y + h)
    if box[2] - box[0] < 6 or box[3] - box[1] < 6:
        return box
    frame, dim = scene.ink("#fff8ec", 1.0), scene.ink("#d9cbb8", 0.7)
    e = 11 * u
    top = y - (w * 0.5 if arched else 0)
    outer: list[Point] = _pane_shape(x - e, top - e, w + 2 * e, y + h + e, arched)
    with canvas.pen((x - 4 * e, top - 4 * e, x + w + 4 * e, y + h + 4 * e)) as pen:
        pen.poly([(px + 3 * u, py + 5 * u) for px, py in outer], dim)
        pen.poly(outer, frame)
    view = outside(scene, int(w), int(y + h - top))
    mask = _pane_mask(view, arched, w)
    canvas.paint(mask, int(x), int(top), view.a)
    with canvas.pen((x - 3 * e, top - 2 * e, x + w + 3 * e, y + h + 4 * e)) as pen:
        pen.rect(x + w / 2 - 3.5 * u, top, x + w / 2 + 3.5 * u, y + h, frame)
        for t in (0.34, 0.67) if h > 260 * u else (0.5,):
            pen.rect(x, y + h * t - 3.5 * u, x + w, y + h * t + 3.5 * u, frame)
        pen.rect(x - 2.4 * e, y + h + e * 0.4, x + w + 2.4 * e, y + h + e * 1.9, frame, 3 * u)
        pen.rect(x - 2.4 * e, y + h + e * 1.5, x + w + 2.4 * e, y + h + e * 2.0, dim, 2 * u)
    return box


def _pane_shape(x: float, y: float, w: float, bottom: float, arched: bool) -> list[Point]:
    if not arched:
        return [(x, y), (x + w, y), (x + w, bottom), (x, bottom)]
    r = w / 2
    arc = [(x + r + r * float(np.cos(t)), y + r + r * float(np.sin(t))) for t in np.linspace(pi, 2 * pi, 25)]
    return [*arc, (x + w, bottom), (x, bottom)]


def _pane_mask(view: Canvas, arched: bool, w: float) -> Array:
    mask = np.ones((view.height, view.width), F)
    if arched:
        yy, xx = np.ogrid[0 : view.height, 0 : view.width]
        r = w / 2
        inside = np.clip(r - np.hypot(xx - r + 0.5, np.minimum(yy - r, 0)) + 0.5, 0, 1)
        mask *= inside.astype(F)
    return mask


def outside(scene: Scene, w: int, h: int) -> Canvas:
    """The world outside: sky, hills, weather."""
    view = Canvas(max(2, w), max(2, h), unit=scene.u * 0.62)
    outside, setting = outside_scene(scene, view), scene.setting
    paint_sky(outside)
    hor, u = outside.horizon, outside.u
    land.far_range(outside, "range", hor - 8 * u, 40 * u, "#7f9fc4", 0.5)
    snowy = "snowfall" in setting.weather
    colors = ("#f4f8fd", "#dbe7f5") if snowy else ("#a8d263", "#5fa352")
    land.hills(outside, "hills-far", hor + 2 * u, 20 * u, 260, colors, 0.35)
    line = land.hills(outside, "hills", hor + 0.3 * (h - hor), 30 * u, 420, colors, 0.1)
    plants.tree_line(outside, "wood", line, 70 * u, 0.15, pines=snowy, gap=0.5)
    fog(outside)
    falling(outside)
    return view


def outside_scene(scene: Scene, view: Canvas) -> Scene:
    """The scene in front of a window, at the same hour and in the same weather, on a canvas of its own."""
    setting = replace(scene.setting, place="meadow", background=None)
    light, streams = light_of(setting, scene.streams), scene.streams.child("window")
    return Scene(view, setting, _view_layout(scene.layout), light, streams)


def _view_layout(layout: Layout) -> Layout:
    return replace(layout, horizon=0.72, light_x=0.3 + 0.4 * layout.variant, frame="none", zoom=1.0)


def curtains(scene: Scene, pane: Rect, color: str) -> None:
    """Tied-back curtains on a rail."""
    x0, y0, x1, y1 = pane
    u = scene.u
    top, drop, wide = y0 - 30 * u, (y1 - y0) * 1.14 + 40 * u, (x1 - x0) * 0.3
    lit, dim, shine = (
        scene.ink(color, 0.95),
        scene.ink(color, 0.55),
        scene.ink(mix(rgb(color), np.ones(3, F), 0.25), 1.0),
    )
    with scene.canvas.pen((x0 - wide * 1.6, top - 14 * u, x1 + wide * 1.6, top + drop + 4)) as pen:
        for s, edge in ((-1, x0), (1, x1)):
            out, tie = edge + s * wide * 0.62, top + drop * 0.62
            pen.blob([(out, top), (edge - s * wide * 0.72, top), (edge - s * wide * 0.3, top + drop * 0.34),
                      (edge + s * wide * 0.3, tie), (edge + s * wide * 0.02, top + drop),
                      (out + s * wide * 0.1, top + drop),
                      (out, tie)], lit, 6)  # fmt: skip
            for t in (0.2, 0.5, 0.78):
                fold = [(out + (edge - s * wide * 0.72 - out) * t, top + 4 * u),
                        (out + (edge - s * wide * 0.1 - out) * t, top + drop * 0.4),
                        (out + (edge + s * wide * 0.28 - out) * t, tie),
                        (out + (edge + s * wide * 0.1 - out) * t, top + drop - 4 * u)]  # fmt: skip
                pen.stroke(fold, 7 * u, 4 * u, dim if t != 0.5 else shine)
            pen.rect(
                min(out, edge + s * wide * 0.3) - 3 * u,
                tie - 7 * u,
                max(out, edge + s * wide * 0.3) + 3 * u,
                tie + 7 * u,
                shine,
                5 * u,
            )
        pen.rect(
            x0 - wide * 0.95, top - 7 * u, x1 + wide * 0.95, top + 2 * u, scene.ink("#8a6040", 0.8), 4 * u
        )
        for s, edge in ((-1, x0), (1, x1)):
            pen.circle(edge + s * wide * 0.98, top - 2.5 * u, 8 * u, scene.ink("#a97a50", 1.0))


def sunbeam(scene: Scene, pane: Rect) -> None:
    """Daylight, or moonlight, falling from the window across the floor."""
    if scene.setting.gloomy:
        return
    x0, y0, x1, _ = pane
    away = 1 if (x0 + x1) / 2 < scene.w / 2 else -1
    strength = {"day": 0.3, "dawn": 0.3, "sunset": 0.34, "night": 0.14}[scene.setting.time]
    color = {"day": "#fff3cf", "dawn": "#ffdcb0", "sunset": "#ffb977", "night": "#a9c0ff"}[scene.setting.time]
    top, h, w = scene.horizon, scene.h, x1 - x0

    box = scene.canvas.clip(0, y0, scene.w, h)
    if box[3] - box[1] < 4:
        return
    marks = Marks(box, 1)
    shift = away * w * 0.75
    for a, b in ((0.03, 0.47), (0.53, 0.97)):
        near, far_ = top + (h - top) * 0.72, top + (h - top) * 0.14
        marks.poly([(x0 + w * a + shift * 0.7, far_), (x0 + w * b + shift * 0.7, far_),
                    (x0 + w * b * 1.2 + shift * 1.7, near),
                    (x0 + w * a * 1.2 + shift * 1.7, near)], 255)  # fmt: skip
    mask = marks.mask(5 * scene.u)
    part = scene.canvas.part(box)
    part += (1 - part) * (mask[..., None] * (rgb(color) * F(strength)))


def lamplight(scene: Scene, x: float, y: float, reach: float, amount: float = 1.0) -> None:
    """The warm pool of a lamp, strong when it is dark outside."""
    k = (0.1 + 0.5 * scene.light.dark) * amount
    scene.canvas.glow(x, y, reach, rgb("#ffcf80"), k * 0.7, 1.7)
    scene.canvas.glow(x, y, reach * 0.4, rgb("#fff0c4"), k * 0.8, 1.6)


def corners(scene: Scene, amount: float = 0.3) -> None:
    """Darkens the ceiling corners and the far side, so that the room closes around its light."""
    rows = max(1, int(scene.horizon))
    x = np.abs(scene.canvas.across()) ** F(2.4)
    y = np.linspace(1, 0.1, rows, dtype=F)
    dark = np.clip(x[None] * F(0.8) + (y[:, None] ** 3) * F(0.6), 0, 1) * F(amount)
    part = scene.canvas.a[:rows]
    part += (scene.light.shade * F(0.5) - part) * dark[..., None]
    wobble = noise_line(scene.rng("wall-light"), scene.w, 300 * scene.u, 2) - F(0.5)
    part *= (1 + wobble * F(0.06))[None, :, None]
    np.clip(part, 0, 1, out=part)
