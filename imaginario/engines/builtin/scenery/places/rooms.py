"""Rooms: a living room, a library, a kitchen, and a table seen close."""

from __future__ import annotations

import numpy as np

from ...pixels import F, mix, noise, resize, rgb
from .. import furniture, interior
from ..interior import Decor, Rect
from ..scene import Scene
from ..stage import Stage


def _indoors(scene: Scene) -> Scene:
    """The scene with the camera of a room: the floor line low, nothing mirrored by the far horizon."""
    return scene.with_layout(horizon=0.66 + 0.3 * (scene.layout.horizon - 0.58))


def _stage(scene: Scene, pane: Rect | None) -> Stage:
    ground = scene.horizon + (scene.h - scene.horizon) * 0.72
    side = scene.light_side
    if pane is not None:
        side = -1 if (pane[0] + pane[2]) / 2 < scene.w / 2 else 1
    return scene.stage(ground, indoor=True, window=pane, light_side=side)


def _place_window(scene: Scene, *, arched: bool = False, tall: float = 1.0) -> Rect:
    """A window left or right of the middle, or wide in the middle, as the layout has it."""
    v, u, floor = scene.v, scene.u, scene.horizon
    central = scene.layout.name == "winding"
    w, h = (330 if central else 220) * u, min(250 * v * tall, floor * 0.6)
    cx = scene.w / 2 if central else scene.x(0.24)
    top = max(floor * 0.14, floor * 0.46 - h / 2) + (w * 0.2 if arched else 0)
    cx = min(max(cx, w * 0.72), scene.w - w * 0.72)
    return interior.window(scene, cx - w / 2, top, w, h, arched=arched)


def room(scene: Scene) -> Stage:
    """A cosy living room."""
    scene = _indoors(scene)
    decor = interior.decor_of(scene)
    interior.wall(scene, decor)
    interior.corners(scene, 0.2)
    pane = _place_window(scene)
    interior.curtains(scene, pane, decor.cloth)
    interior.floor(scene, decor.wood)
    interior.sunbeam(scene, pane)
    interior.rug(scene, decor)
    left = (pane[0] + pane[2]) / 2 < scene.w / 2
    _living_things(scene, decor, left, scene.layout.name == "winding")
    return _stage(scene, pane)


def _living_things(scene: Scene, decor: Decor, left: bool, central: bool) -> None:
    """Sofa or fireplace on the side away from the window, plants, pictures, a lamp."""
    u, v, floor = scene.near, scene.v, scene.horizon
    rng = scene.rng("living")
    far = (lambda t: scene.w * (t if left else 1 - t)) if not central else scene.x
    back = floor + 26 * scene.u
    if rng.random() < 0.36:
        furniture.fireplace(scene, far(0.82), floor + 4 * scene.u, 250 * u)
    else:
        furniture.picture(scene, far(0.74), floor * 0.4, 120 * u, 92 * u, rng.random())
        furniture.picture(scene, far(0.9), floor * 0.37, 76 * u, 96 * u, rng.random())
        furniture.sofa(scene, far(0.83), back, 270 * u, decor.accent)
        furniture.cushion(scene, far(0.83) - 70 * u, back - 84 * u, 62 * u, decor.cloth)
    if rng.random() < 0.55:
        furniture.bookcase(scene, rng, far(0.5) - 60 * u, far(0.5) + 60 * u, floor - 210 * v, floor + 4, decor.wood)
    else:
        furniture.shelf(scene, far(0.52), floor * 0.5, 150 * u, "bpc", decor.wood)
    x, y = furniture.floor_lamp(scene, far(0.64), floor + 14 * scene.u, 290 * v)
    interior.lamplight(scene, x, y, 330 * scene.u)
    furniture.potted(scene, far(0.045), floor + 60 * scene.u, 190 * u, int(rng.integers(3)))
    if rng.random() < 0.6:
        furniture.potted(scene, far(0.97), floor + 90 * scene.u, 150 * u, int(rng.integers(3)), decor.cloth)


def library(scene: Scene) -> Stage:
    """Bookcases to the ceiling, a tall window, an armchair and lamplight."""
    scene = _indoors(scene)
    decor = interior.decor_of(scene, (interior.LIBRARY,))
    interior.wall(scene, decor, panels=False)
    rng, u, v, floor = scene.rng("library"), scene.u, scene.v, scene.horizon
    pane = _place_window(scene, arched=True, tall=1.15)
    interior.corners(scene, 0.32)
    top = floor * 0.07
    x = 6 * u
    while x < scene.w - 30 * u:
        wide = (150 + 30 * rng.random()) * u
        x1 = min(x + wide, scene.w - 6 * u)
        clear = x1 < pane[0] - 26 * u or x > pane[2] + 26 * u
        if clear and x1 - x > 60 * u:
            furniture.bookcase(scene, rng, x, x1, top, floor + 2, "#7a4c2f")
            x = x1 + 10 * u
        elif x < pane[2] + 28 * u and x1 > pane[0] - 26 * u:
            if pane[0] - 28 * u - x > 60 * u:
                furniture.bookcase(scene, rng, x, pane[0] - 28 * u, top, floor + 2, "#7a4c2f")
            x = pane[2] + 30 * u
        else:
            x = x1 + 10 * u
    interior.floor(scene, "#8a5a3a")
    interior.sunbeam(scene, pane)
    interior.rug(scene, decor)
    left = (pane[0] + pane[2]) / 2 < scene.w / 2
    _reading_corner(scene, decor, left)
    return _stage(scene, pane)


def _reading_corner(scene: Scene, decor: Decor, left: bool) -> None:
    u, floor = scene.near, scene.horizon
    chair = scene.w * (0.85 if left else 0.15)
    table = scene.w * (0.69 if left else 0.31)
    furniture.armchair(scene, chair, floor + 66 * scene.u, 210 * u, "#4f7a6a")
    top = furniture.side_table(scene, table, floor + 42 * scene.u, 120 * u, "#8a5a36")
    _book_pile(scene, table - 12 * u, top, u)
    x, y = furniture.floor_lamp(scene, scene.w * (0.96 if left else 0.04), floor + 30 * scene.u, 300 * scene.v)
    interior.lamplight(scene, x, y, 380 * scene.u, 1.1)
    _globe(scene, scene.w * (0.07 if left else 0.93), floor + 60 * scene.u, 150 * u)


def _book_pile(scene: Scene, x: float, y: float, u: float) -> None:
    with scene.canvas.pen((x - 50 * u, y - 60 * u, x + 50 * u, y + 4)) as pen:
        for i, c in enumerate(("#b8443f", "#2f6f9f", "#d9a441")):
            w = (30 - 4 * i) * u
            pen.rect(x - w + 3 * i * u, y - (i + 1) * 11 * u, x + w + 3 * i * u, y - i * 11 * u, scene.ink(c, 0.9), 2 * u)
            pen.rect(x + 3 * i * u, y - (i + 1) * 11 * u + 2.6 * u, x + w + 3 * i * u - u, y - i * 11 * u - 2.6 * u, scene.ink("#fff3dc", 0.9))


def _globe(scene: Scene, x: float, y: float, size: float) -> None:
    """A globe on a wooden foot."""
    furniture.shadow(scene, x, y, size * 0.3)
    cy, r = y - size * 0.66, size * 0.3
    wood = scene.ink("#7a4c2f", 0.8)
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 3)) as pen:
        pen.rect(x - size * 0.03, cy + r, x + size * 0.03, y - size * 0.06, wood)
        pen.ellipse(x, y - size * 0.04, size * 0.2, size * 0.05, wood)
        pen.circle(x, cy, r * 1.1, scene.ink("#c9a050", 0.9))
        pen.circle(x, cy, r, scene.ink("#4f9ac0", 0.85))
        side = scene.light_side
        for dx, dy, k in ((-0.3, -0.35, 0.42), (0.25, 0.1, 0.46), (-0.1, 0.55, 0.26), (0.5, -0.5, 0.2)):
            pen.blob([(x + (dx + k * np.cos(t) * (0.8 + 0.2 * np.sin(3 * t))) * r * 0.8, cy + (dy + k * np.sin(t)) * r * 0.8)
                      for t in np.linspace(0, 6.28, 7)[:-1]], scene.ink("#c9bf7a", 0.9), 4)  # fmt: skip
        pen.ellipse(x + side * r * 0.45, cy - r * 0.5, r * 0.18, r * 0.12, scene.ink("#ffffff", 1.0))


def kitchen(scene: Scene) -> Stage:
    """A sunny kitchen: counters along the wall, a stove, shelves, a window over the sink."""
    scene = _indoors(scene)
    decor = interior.decor_of(scene)
    interior.wall(scene, decor, panels=False)
    interior.corners(scene, 0.16)
    u, v, floor = scene.u, scene.v, scene.horizon
    counter = floor - 150 * v
    _tiles(scene, counter - 96 * v, counter, decor)
    w, h = (300 if scene.layout.name == "winding" else 210) * u, min(190 * v, counter * 0.52)
    cx = min(max(scene.x(0.3), w * 0.75), scene.w - w * 0.75)
    pane = interior.window(scene, cx - w / 2, counter - h - 66 * v, w, h)
    interior.curtains(scene, (pane[0], pane[1], pane[2], pane[1] + int(h * 0.62)), decor.cloth)
    other = scene.w - cx
    furniture.shelf(scene, other, counter - 190 * v, 240 * u, "jcjp", decor.wood)
    _hanging_pans(scene, other, counter - 70 * v)
    interior.floor(scene, mix_hex(decor.wall, 0.2), tiles=True)
    _cabinets(scene, counter, floor, decor)
    _stove(scene, other, counter, floor)
    _worktop_things(scene, cx, counter)
    x, y = furniture.pendant(scene, scene.w / 2, floor * 0.24, 110 * u, decor.accent)
    interior.lamplight(scene, x, y, 360 * u)
    interior.sunbeam(scene, pane)
    return _stage(scene, pane)


def mix_hex(color: str, t: float) -> str:
    """A hex colour drawn towards white by t."""
    mixed = mix(rgb(color), np.ones(3, F), t)
    return "#" + "".join(f"{int(c * 255):02x}" for c in mixed)


def _tiles(scene: Scene, top: float, bottom: float, decor: Decor) -> None:
    u, size = scene.u, 32 * scene.u
    with scene.canvas.pen((0, top, scene.w, bottom)) as pen:
        pen.rect(0, top, scene.w, bottom, scene.ink("#d9d2c4", 0.8))
        rng = scene.rng("tiles")
        for row in range(int((bottom - top) / size) + 1):
            for col in range(int(scene.w / size) + 1):
                tint = decor.accent if rng.random() < 0.12 else "#fff9ee"
                x, y = col * size, top + row * size
                pen.rect(x + u, y + u, x + size - u, min(y + size - u, bottom), scene.ink(tint, 0.9 + 0.1 * rng.random()), 3 * u)


def _cabinets(scene: Scene, top: float, floor: float, decor: Decor) -> None:
    u = scene.u
    front = mix(rgb(decor.accent), np.ones(3, F), 0.3)
    with scene.canvas.pen((0, top - 10 * u, scene.w, floor + 16 * u)) as pen:
        pen.rect(-5, top, scene.w + 5, floor + 4 * u, scene.ink(front, 0.8))
        pen.rect(-5, floor - 8 * u, scene.w + 5, floor + 8 * u, scene.ink(front, 0.35))
        step = 108 * u
        for i in range(int(scene.w / step) + 1):
            x = i * step + 6 * u
            pen.rect(x, top + 20 * u, x + step - 12 * u, floor - 14 * u, scene.ink(front, 0.95), 5 * u)
            pen.rect(x + 12 * u, top + 34 * u, x + step - 24 * u, floor - 28 * u, scene.ink(front, 0.86), 4 * u)
            pen.circle(x + (step - 24 * u if i % 2 else 12 * u), top + 52 * u, 4.4 * u, scene.ink("#e8c47a", 1.0))
        pen.rect(-5, top - 9 * u, scene.w + 5, top + 7 * u, scene.ink(decor.wood, 1.0))
        pen.rect(-5, top + 6 * u, scene.w + 5, top + 11 * u, scene.ink(decor.wood, 0.45))


def _stove(scene: Scene, x: float, top: float, floor: float) -> None:
    u = scene.u
    with scene.canvas.pen((x - 110 * u, top - 90 * u, x + 110 * u, floor + 12 * u)) as pen:
        body, dark = scene.ink("#f4efe6", 0.95), scene.ink("#4a4650", 0.6)
        pen.rect(x - 84 * u, top - 12 * u, x + 84 * u, floor + 6 * u, body, 6 * u)
        pen.rect(x - 84 * u, top - 12 * u, x + 84 * u, top - 2 * u, dark, 3 * u)
        for i in range(4):
            pen.circle(x - 54 * u + i * 36 * u, top + 18 * u, 7 * u, scene.ink("#c8655a", 0.9))
        pen.rect(x - 66 * u, top + 40 * u, x + 66 * u, floor - 24 * u, dark, 8 * u)
        warm = rgb("#ffb45c") if scene.light.dark > 0.3 else scene.tone("#6a6470", 0.9)
        from ..pen import ink

        pen.rect(x - 54 * u, top + 54 * u, x + 54 * u, floor - 36 * u, ink(warm), 6 * u)
        pen.rect(x - 60 * u, top + 32 * u, x + 60 * u, top + 37 * u, scene.ink("#b9b3ab", 1.0), 2 * u)
        _pot(scene, pen, x - 34 * u, top - 12 * u, 58 * u, "#d9574a")
        _kettle(scene, pen, x + 42 * u, top - 12 * u, 46 * u)
    pale = tuple(mix(scene.tone("#ffffff"), np.ones(3, F), 0.4) for _ in range(3))
    for i in range(4):
        lump = [(x - (34 + 5 * (i % 2)) * u, top - (72 + 22 * i) * u, (8 + 4 * i) * u)]
        scene.canvas.puff(lump, pale, soft=0.5, opacity=0.42 - 0.09 * i)


def _pot(scene: Scene, pen, x: float, y: float, s: float, color: str) -> None:
    pen.rect(x - s * 0.5, y - s * 0.62, x + s * 0.5, y, scene.ink(color, 0.8), s * 0.14)
    pen.rect(x - s * 0.42, y - s * 0.56, x - s * 0.2, y - s * 0.08, scene.ink(color, 1.0), s * 0.1)
    pen.rect(x - s * 0.66, y - s * 0.5, x + s * 0.66, y - s * 0.4, scene.ink(color, 0.6), s * 0.05)
    pen.ellipse(x, y - s * 0.62, s * 0.52, s * 0.1, scene.ink(color, 1.0))
    pen.circle(x, y - s * 0.74, s * 0.07, scene.ink("#3f3a40", 0.6))


def _kettle(scene: Scene, pen, x: float, y: float, s: float) -> None:
    steel, dim = scene.ink("#c3d3dc", 1.0), scene.ink("#8fa3b0", 0.7)
    pen.stroke([(x + s * 0.3, y - s * 0.3), (x + s * 0.7, y - s * 0.7)], s * 0.18, s * 0.1, dim)
    pen.blob([(x - s * 0.5, y), (x - s * 0.48, y - s * 0.45), (x, y - s * 0.78), (x + s * 0.48, y - s * 0.45), (x + s * 0.5, y)], steel)
    pen.stroke([(x - s * 0.36, y - s * 0.62), (x, y - s * 1.15), (x + s * 0.36, y - s * 0.62)], s * 0.08, s * 0.08, scene.ink("#4a4044", 0.6))
    pen.circle(x, y - s * 0.82, s * 0.08, dim)


def _hanging_pans(scene: Scene, x: float, y: float) -> None:
    u = scene.u
    with scene.canvas.pen((x - 150 * u, y - 60 * u, x + 150 * u, y + 90 * u)) as pen:
        pen.rect(x - 112 * u, y - 42 * u, x + 112 * u, y - 37 * u, scene.ink("#8a8078", 0.8), 2 * u)
        for i, (dx, r, c) in enumerate(((-84, 19, "#c9774a"), (-34, 15, "#8f97a3"), (14, 21, "#c9774a"), (62, 16, "#8f97a3"))):
            px = x + dx * u
            pen.rect(px - 2.4 * u, y - 40 * u, px + 2.4 * u, y - 4 * u, scene.ink("#5a4a44", 0.6))
            pen.circle(px, y + (r - 8) * u, r * u, scene.ink(c, 0.7))
            pen.circle(px - 2 * u, y + (r - 10) * u, r * 0.78 * u, scene.ink(c, 1.0))


def _worktop_things(scene: Scene, x: float, y: float) -> None:
    """A fruit bowl and a vase on the counter."""
    u, y = scene.u, y - 9 * scene.u
    with scene.canvas.pen((x - 160 * u, y - 110 * u, x + 160 * u, y + 3)) as pen:
        for dx, dy, c in ((-22, 34, "#e85a4a"), (2, 40, "#ffb23f"), (22, 33, "#8fc24a"), (-8, 30, "#ffd34a")):
            pen.circle(x + (dx - 70) * u, y - dy * u, 14 * u, scene.ink(c, 0.9))
            pen.circle(x + (dx - 74) * u, y - (dy + 4) * u, 5 * u, scene.ink(mix(rgb(c), np.ones(3, F), 0.4), 1.0))
        pen.blob([(x - 112 * u, y - 30 * u), (x - 96 * u, y - 4 * u), (x - 44 * u, y - 4 * u), (x - 28 * u, y - 30 * u), (x - 70 * u, y - 27 * u)],
                 scene.ink("#7fa8c9", 0.85))  # fmt: skip
        if scene.allows("flower"):
            for i, c in enumerate(("#ff8fab", "#ffd166", "#ffffff", "#ff8fab", "#c79bf0")):
                t = -1.57 + (i - 2) * 0.36
                ex, ey = x + 84 * u + np.cos(t) * 58 * u, y - 36 * u + np.sin(t) * 52 * u
                pen.line((x + 84 * u, y - 34 * u), (ex, ey), 2.6 * u, scene.ink("#4f8f4c", 0.8))
                for q in range(5):
                    pen.circle(ex + np.cos(q * 1.257) * 6.5 * u, ey + np.sin(q * 1.257) * 6.5 * u, 5.6 * u, scene.ink(c, 0.95))
                pen.circle(ex, ey, 4.4 * u, scene.ink("#ffc93c", 1.0))
        pen.blob([(x + 70 * u, y), (x + 66 * u, y - 24 * u), (x + 76 * u, y - 40 * u), (x + 92 * u, y - 40 * u), (x + 102 * u, y - 24 * u),
                  (x + 98 * u, y)], scene.ink("#e8e2f2", 0.9))  # fmt: skip


def table(scene: Scene) -> Stage:
    """A wooden table top seen close, the room behind out of focus."""
    scene = scene.with_layout(horizon=0.62 + 0.3 * (scene.layout.horizon - 0.58))
    decor = interior.decor_of(scene)
    edge, u = scene.horizon, scene.u
    stops = [scene.tone(decor.wall, k) for k in (0.8, 1.0, 0.9)]
    scene.canvas.gradient(stops, 0, edge, int(edge) + 2)
    pane = interior.window(scene, scene.x(0.2) - 130 * u, edge * 0.1, 260 * u, edge * 0.62)
    interior.curtains(scene, pane, decor.cloth)
    furniture.shelf(scene, scene.x(0.78), edge * 0.5, 240 * u, "jbcp", decor.wood)
    furniture.potted(scene, scene.x(0.56), edge + 10 * u, 150 * u, 0)
    _out_of_focus(scene, int(edge))
    _bokeh(scene, edge)
    _wood_top(scene, decor, edge)
    interior.lamplight(scene, scene.w * 0.5, edge * 0.2, 420 * u, 0.8)
    stage = _stage(scene, None)
    stage.table = True
    stage.ground_y = edge + (scene.h - edge) * 0.62
    return stage


def _out_of_focus(scene: Scene, rows: int) -> None:
    """Blurs the background by shrinking it and stretching it back."""
    if rows < 8:
        return
    part = scene.canvas.a[:rows]
    k = max(2, int(9 * scene.u))
    small = resize(part, max(4, scene.w // k), max(4, rows // k))
    scene.canvas.a[:rows] = np.clip(resize(small, scene.w, rows), 0, 1)


def _bokeh(scene: Scene, bottom: float) -> None:
    """Soft discs of light floating in the background."""
    rng, u = scene.rng("bokeh"), scene.u
    color = mix(scene.light.sun, np.ones(3, F), 0.3)
    for a, b, c, d in rng.random((scene.count(15), 4)).tolist():
        r = (14 + 34 * c) * u
        from ..pen import ink

        with scene.canvas.pen((a * scene.w - r, b * bottom - r, a * scene.w + r, b * bottom + r), soft=1.6 * u, opacity=0.1 + 0.16 * d) as pen:
            pen.circle(a * scene.w, b * bottom * 0.9, r * 0.92, ink(color))


def _wood_top(scene: Scene, decor: Decor, edge: float) -> None:
    """The table: boards with grain, a worn front edge, and sheen."""
    h, u = scene.h, scene.u
    wood = decor.wood
    line = np.full(scene.w, edge, F)
    scene.canvas.ridge(line, [scene.tone(mix_hex(wood, 0.22), 1.0), scene.tone(wood, 0.95), scene.tone(wood, 0.75)], h - edge)
    rows = h - int(edge)
    grain = noise(scene.rng("boards"), max(8, scene.w // 2), max(8, rows * 2), 70 * u, 3)[:: max(1, 4)]
    grain = resize(np.ascontiguousarray(grain), scene.w, rows)
    rings = np.clip(np.sin(grain * 42) * 1.4 - 0.4, 0, 1) * F(0.24)
    part = scene.canvas.a[int(edge) :]
    part += (scene.tone(wood, 0.3) - part) * rings[..., None]
    with scene.canvas.pen((0, edge, scene.w, h), opacity=0.5) as pen:
        for t in (0.2, 0.47, 0.82):
            y = edge + (h - edge) * t
            pen.rect(0, y, scene.w, y + (1.2 + 2 * t) * u, scene.ink(wood, 0.2))
            pen.rect(0, y + (1.4 + 2 * t) * u, scene.w, y + (2.6 + 3 * t) * u, scene.ink(mix_hex(wood, 0.4), 1.0))
    scene.canvas.haze(scene.x(0.3), edge + 10 * u, 0.5 * scene.w, 0.4 * (h - edge), scene.light.sun, 0.25, 1.6)
    with scene.canvas.pen((0, edge - 3 * u, scene.w, edge + 6 * u), opacity=0.8) as pen:
        pen.rect(0, edge - 1.5 * u, scene.w, edge + 2.5 * u, scene.ink(mix_hex(wood, 0.5), 1.0))
