"""Rooms: a living room, a library, and a table seen close."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...pixels import F, mix, noise, resize, rgb
from .. import furniture, interior
from ..interior import Decor, Rect
from ..pen import Pen, ink
from ..scene import Scene
from ..stage import Stage


def indoors(scene: Scene) -> Scene:
    """The scene with the camera of a room: the floor line low, nothing mirrored by the far horizon."""
    return scene.with_layout(horizon=0.66 + 0.3 * (scene.layout.horizon - 0.58))


def stage_of(scene: Scene, pane: Rect | None) -> Stage:
    """The stage on the floor of a room, lit from its window."""
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
    scene = indoors(scene)
    decor = interior.decor_of(scene)
    interior.wall(scene, decor)
    interior.corners(scene, 0.2)
    pane = _place_window(scene)
    interior.curtains(scene, pane, decor.cloth)
    interior.floor(scene, decor.wood)
    interior.sunbeam(scene, pane)
    interior.rug(scene, decor)
    left = (pane[0] + pane[2]) / 2 < scene.w / 2
    _more_wall(scene, decor, left)
    _living_things(scene, decor, left, scene.layout.name == "winding")
    return stage_of(scene, pane)


def _more_wall(scene: Scene, decor: Decor, left: bool) -> None:
    """Furniture for the long back wall of a wide picture."""
    u, v, floor = scene.near, scene.v, scene.horizon
    slots = int(scene.w / scene.u / 360) - 2
    rng = scene.rng("more-wall")
    for i in range(max(0, slots)):
        t = 0.34 + 0.3 * (i + 0.5) / slots
        x = scene.w * (t if left else 1 - t)
        kind = (i + int(scene.layout.variant * 3)) % 3
        if kind == 0:
            furniture.bookcase(scene, rng, x - 80 * u, x + 80 * u, floor - 290 * v, floor + 4, decor.wood)
        elif kind == 1:
            furniture.picture(scene, x, floor * 0.42, 130 * u, 100 * u, rng.random())
            furniture.armchair(scene, x, floor + 24 * scene.u, 190 * u, decor.cloth)
        else:
            furniture.shelf(scene, x, floor * 0.5, 170 * u, "jbpc", decor.wood)
            furniture.potted(scene, x, floor + 20 * scene.u, 170 * u, i % 3)


def _living_things(scene: Scene, decor: Decor, left: bool, central: bool) -> None:
    """Sofa or fireplace on the side away from the window, plants, pictures, a lamp."""
    u, v, floor = scene.near, scene.v, scene.horizon
    rng = scene.rng("living")
    far = (lambda t: scene.w * (t if left else 1 - t)) if not central else (lambda t: scene.x(_beside(t)))
    back = floor + 26 * scene.u
    if rng.random() < 0.36 and scene.allows("fireplace"):
        furniture.fireplace(scene, far(0.82), floor + 4 * scene.u, 250 * u)
    else:
        furniture.picture(scene, far(0.74), floor * 0.4, 120 * u, 92 * u, rng.random())
        furniture.picture(scene, far(0.9), floor * 0.37, 76 * u, 96 * u, rng.random())
        if scene.allows("sofa"):
            furniture.sofa(scene, far(0.83), back, 270 * u, decor.accent)
            furniture.cushion(scene, far(0.83) - 70 * u, back - 84 * u, 62 * u, decor.cloth)
    if central:
        pass  # the window is where shelves would stand
    elif rng.random() < 0.55:
        furniture.bookcase(
            scene, rng, far(0.5) - 60 * u, far(0.5) + 60 * u, floor - 210 * v, floor + 4, decor.wood
        )
    else:
        furniture.shelf(scene, far(0.52), floor * 0.5, 150 * u, "bpc", decor.wood)
    x, y = furniture.floor_lamp(scene, far(0.64), floor + 14 * scene.u, 290 * v)
    interior.lamplight(scene, x, y, 330 * scene.u)
    furniture.potted(scene, far(0.045), floor + 60 * scene.u, 190 * u, int(rng.integers(3)))
    if rng.random() < 0.6:
        furniture.potted(scene, far(0.97), floor + 90 * scene.u, 150 * u, int(rng.integers(3)), decor.cloth)


def _beside(share: float) -> float:
    """Where at the right of a window in the middle something stands that has the right half else."""
    return share if share < 0.5 else 0.72 + 0.5 * (share - 0.5)


def library(scene: Scene) -> Stage:
    """Bookcases to the ceiling, a tall window, an armchair and lamplight."""
    scene = indoors(scene)
    decor = interior.decor_of(scene, (interior.LIBRARY,))
    interior.wall(scene, decor, panels=False)
    rng, u, floor = scene.rng("library"), scene.u, scene.horizon
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
    return stage_of(scene, pane)


def _reading_corner(scene: Scene, decor: Decor, left: bool) -> None:
    u, floor = scene.near, scene.horizon
    chair = scene.w * (0.85 if left else 0.15)
    table = scene.w * (0.69 if left else 0.31)
    furniture.armchair(scene, chair, floor + 66 * scene.u, 210 * u, "#4f7a6a")
    top = furniture.side_table(scene, table, floor + 42 * scene.u, 120 * u, "#8a5a36")
    _book_pile(scene, table - 12 * u, top, u)
    x, y = furniture.floor_lamp(
        scene, scene.w * (0.96 if left else 0.04), floor + 30 * scene.u, 300 * scene.v
    )
    interior.lamplight(scene, x, y, 380 * scene.u, 1.1)
    globe(scene, scene.w * (0.07 if left else 0.93), floor + 60 * scene.u, 150 * u)


def _book_pile(scene: Scene, x: float, y: float, u: float) -> None:
    with scene.canvas.pen((x - 50 * u, y - 60 * u, x + 50 * u, y + 4)) as pen:
        for i, c in enumerate(("#b8443f", "#2f6f9f", "#d9a441")):
            w = (30 - 4 * i) * u
            pen.rect(
                x - w + 3 * i * u,
                y - (i + 1) * 11 * u,
                x + w + 3 * i * u,
                y - i * 11 * u,
                scene.ink(c, 0.9),
                2 * u,
            )
            pen.rect(
                x + 3 * i * u,
                y - (i + 1) * 11 * u + 2.6 * u,
                x + w + 3 * i * u - u,
                y - i * 11 * u - 2.6 * u,
                scene.ink("#fff3dc", 0.9),
            )


def globe(scene: Scene, x: float, y: float, size: float) -> None:
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
            pen.blob([(x + (dx + k * np.cos(t) * (0.8 + 0.2 * np.sin(3 * t))) * r * 0.8,
                       cy + (dy + k * np.sin(t)) * r * 0.8)
                      for t in np.linspace(0, 6.28, 7)[:-1]], scene.ink("#c9bf7a", 0.9), 4)  # fmt: skip
        pen.ellipse(x + side * r * 0.45, cy - r * 0.5, r * 0.18, r * 0.12, scene.ink("#ffffff", 1.0))


def pale(color: str, t: float) -> str:
    """A hex colour drawn towards white by t."""
    mixed = mix(rgb(color), np.ones(3, F), t)
    return "#" + "".join(f"{int(c * 255):02x}" for c in mixed)


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
    stage = stage_of(scene, None)
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

        with scene.canvas.pen(
            (a * scene.w - r, b * bottom - r, a * scene.w + r, b * bottom + r),
            soft=1.6 * u,
            opacity=0.1 + 0.16 * d,
        ) as pen:
            pen.circle(a * scene.w, b * bottom * 0.9, r * 0.92, ink(color))


def _wood_top(scene: Scene, decor: Decor, edge: float) -> None:
    """The table: boards with grain, a worn front edge, and sheen."""
    h, u = scene.h, scene.u
    wood = decor.wood
    line = np.full(scene.w, edge, F)
    scene.canvas.ridge(
        line, [scene.tone(pale(wood, 0.22), 1.0), scene.tone(wood, 0.95), scene.tone(wood, 0.75)], h - edge
    )
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
            pen.rect(
                0, y + (1.4 + 2 * t) * u, scene.w, y + (2.6 + 3 * t) * u, scene.ink(pale(wood, 0.4), 1.0)
            )
    scene.canvas.haze(
        scene.x(0.3), edge + 10 * u, 0.5 * scene.w, 0.4 * (h - edge), scene.light.sun, 0.25, 1.6
    )
    with scene.canvas.pen((0, edge - 3 * u, scene.w, edge + 6 * u), opacity=0.8) as pen:
        pen.rect(0, edge - 1.5 * u, scene.w, edge + 2.5 * u, scene.ink(pale(wood, 0.5), 1.0))


def tiled(
    scene: Scene,
    pen: Pen,
    wall: tuple[float, float, float],
    rng: np.random.Generator,
    tint: Callable[[int, int], str],
) -> None:
    """Square tiles all across a wall; `wall` is its top, its bottom and the side of a tile, in pixels.

    `tint` tells the colour of a tile by its row and column.
    """
    (top, bottom, size), u = wall, scene.u
    for row in range(int((bottom - top) / size) + 1):
        for col in range(int(scene.w / size) + 1):
            color = tint(row, col)
            x, y = col * size, top + row * size
            light = scene.ink(color, 0.9 + 0.1 * rng.random())
            pen.rect(x + u, y + u, x + size - u, min(y + size - u, bottom), light, 3 * u)
