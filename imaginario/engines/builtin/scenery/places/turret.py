"""Inside a round tower: curved walls, a stair that winds upwards, a deep window, ropes and barrels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...pixels import F
from .. import interior, stowage
from ..canvas import ramp_rows
from ..pen import Marks, Pen, Point, Sketch
from ..scene import Scene
from ..stage import Stage
from .rooms import indoors, pale


@dataclass(frozen=True)
class _Look:
    """The colours of one tower."""

    wall: str
    seam: str
    step: str
    floor: str
    cloth: str


LOOKS = (
    _Look("#c9bda8", "#a3947f", "#a9764a", "#b58a5c", "#a8323f"),
    _Look("#c3c7d4", "#9a9fb2", "#b5b8c6", "#9aa0b0", "#34598f"),
    _Look("#ede6da", "#cfc4b4", "#4f7fa0", "#c79a66", "#c8504a"),
    _Look("#d6b894", "#b0906c", "#8a5c3a", "#a9764a", "#3f7a6a"),
)


@dataclass(frozen=True)
class _Round:
    """The shell of the tower: where the curved wall stands on the picture."""

    cx: float
    half: float
    floor: float
    sag: float
    """How much lower the wall meets the floor at the sides than in the middle."""

    def x(self, turn: float) -> float:
        """The x of a point of the wall, `turn` from -1 at the left edge over 0 in the middle to 1."""
        seen = min(1.0, max(-1.0, turn))
        return self.cx + self.half * float(np.sin(seen * np.pi / 2) + 0.6 * (turn - seen))

    def reach(self, scene: Scene) -> float:
        """The turn at which the wall leaves a picture that goes on beyond its edges."""
        return 1 + max(0.0, self.cx - self.half, scene.w - self.cx - self.half) / (0.6 * self.half)

    def at(self, turn: float, y: float, out: float = 1.0) -> Point:
        """The canvas point `y` above the floor; courses above the eye bend the other way.

        `out` is how far from the middle of the tower it is, 1 being at the wall.
        """
        low = self.sag * (1 - out * float(np.cos(min(1.0, abs(turn)) * np.pi / 2)))
        x = self.cx + out * (self.x(turn) - self.cx)
        return x, self.floor - y + low * (1 - y / (0.42 * self.floor))


def tower(scene: Scene) -> Stage:
    """A round room of stone with a winding stair and a window deep in its wall."""
    scene = indoors(scene)
    look, variant = LOOKS[int(scene.rng("tower").integers(len(LOOKS)))], scene.layout.variant
    way, name = -1 if scene.layout.flip else 1, scene.layout.name
    sag = (scene.h - scene.horizon) * (0.5 + 0.2 * variant)
    shell = _Round(scene.x(0.5), 0.53 * abs(scene.x(1) - scene.x(0)), scene.horizon, sag)
    _wall(scene, shell, look)
    pane = _deep_window(
        scene, shell, look, {"winding": -0.04 * way, "high": -0.38 * way}.get(name, -0.28 * way)
    )
    _stair(scene, shell, look, way, variant)
    _floor(scene, shell, look)
    interior.sunbeam(scene, pane)
    if name not in ("winding", "high"):
        _banner(scene, shell, look, -way * 0.66)
    _rope(scene, shell, way * (0.1 if name != "winding" else -0.42))
    _barrels(scene, shell, -way)
    _crates(scene, shell, way)
    for turn, high in ((-way * 0.03 if name != "winding" else -way * 0.5, 0.86), (way * 0.42, 0.8)):
        x, y = shell.at(turn, shell.floor * high)
        stowage.storm_lantern(scene, x, y + 40 * scene.u, -4.0, 22 * scene.near)
    ground = scene.horizon + (scene.h - scene.horizon) * 0.72
    side = -1 if (pane[0] + pane[2]) / 2 < scene.w / 2 else 1
    return scene.stage(ground, indoor=True, window=pane, light_side=side)


def _wall(scene: Scene, shell: _Round, look: _Look) -> None:
    """Courses of stone that bend around us, darker where the wall turns away."""
    scene.canvas.gradient([scene.tone(look.wall, k) for k in (0.6, 0.95, 0.9)], 0, scene.h, scene.h)
    rng, deep = scene.rng("courses"), 50 * scene.v
    tints = [scene.ink(c, k) for c, k in ((look.wall, 0.95), (pale(look.wall, 0.2), 1.0), (look.seam, 0.95))]
    seam = scene.ink(look.seam, 0.66)
    y0, end = -shell.sag * 1.2, shell.reach(scene)
    with scene.canvas.pen((0, 0, scene.w, scene.h), opacity=0.75) as pen:
        pen.rect(0, 0, scene.w, scene.h, seam)
        for row in range(int((shell.floor * 1.5 - y0) / deep) + 1):
            y, turn = y0 + row * deep, -end - 0.09 * (row % 2)
            while turn < end:
                wide = 0.13 + 0.07 * rng.random()
                a, b = max(-end, turn) + 0.006, min(end, turn + wide) - 0.006
                tint = tints[min(2, int(rng.random() * 4.2))]
                if b > a:
                    pen.poly(
                        [
                            shell.at(a, y + 2),
                            shell.at(b, y + 2),
                            shell.at(b, y + deep - 2),
                            shell.at(a, y + deep - 2),
                        ],
                        tint,
                    )
                turn += wide
    across = np.abs((np.arange(scene.w, dtype=F) - F(shell.cx)) / F(shell.half))
    dark = np.clip(across, 0, 1) ** F(3.2) * F(0.52) + np.clip(across - 0.2, 0, 1) * F(0.1)
    part = scene.canvas.a
    part += (scene.light.shade * F(0.42) - part) * dark[None, :, None]
    top = np.clip(1 - np.arange(scene.h, dtype=F) / F(0.5 * shell.floor), 0, 1) ** F(1.5) * F(0.3)
    part += (scene.light.shade * F(0.5) - part) * top[:, None, None]


def _arched(x: float, y: float, w: float, h: float) -> list[Point]:
    """A round-headed opening: its sill's middle is (x, y)."""
    t = np.linspace(np.pi, 2 * np.pi, 15)
    r = w / 2
    arc = [(x + r * float(np.cos(a)), y - h + r + r * float(np.sin(a))) for a in t]
    return [(x - r, y), *arc, (x + r, y)]


def _recess(
    scene: Scene, look: _Look, box: tuple[float, float, float, float], depth: tuple[float, float]
) -> None:
    """The recess of a window in a thick wall, an arch of cut stones about it."""
    (x, y, w, h), (inset, drop) = box, depth
    with scene.canvas.pen((x - w, y - h * 1.3, x + w, y + w * 0.5)) as pen:
        pen.poly(_arched(x, y + w * 0.12, w * 1.34, h + w * 0.32), scene.ink(look.seam, 0.62))
        for i in range(11):
            a, b = np.pi + np.pi * (i + 0.08) / 11, np.pi + np.pi * (i + 0.92) / 11
            ring = [
                (r * float(np.cos(t)), r * float(np.sin(t)))
                for r, t in ((0.53, a), (0.69, a), (0.69, b), (0.53, b))
            ]
            pen.poly(
                [(x + px * w, y - h + w * 0.5 + py * w) for px, py in ring],
                scene.ink(pale(look.wall, 0.25), 0.98 - 0.04 * (i % 3)),
            )
        pen.poly(_arched(x, y + w * 0.08, w * 1.04, h + w * 0.1), scene.ink(look.wall, 0.5))
        lit = scene.ink(pale(look.wall, 0.35), 1.0)
        pen.poly(
            [
                (x - w * 0.52, y + w * 0.08),
                (x + w * 0.52, y + w * 0.08),
                (x + drop + w / 2 - inset, y - inset),
                (x + drop - w / 2 + inset, y - inset),
            ],
            lit,
        )


def _deep_window(scene: Scene, shell: _Round, look: _Look, turn: float) -> interior.Rect:
    """An arched window at the end of a deep recess, the world behind it; gives its box."""
    w, h = min(0.26 * scene.w, 170 * scene.u), shell.floor * 0.46
    x, y = shell.at(turn, shell.floor * 0.3)
    inset, drop = w * 0.17, -0.24 * turn * w
    _recess(scene, look, (x, y, w, h), (inset, drop))
    box = scene.canvas.clip(x + drop - w / 2 + inset, y - h + inset, x + drop + w / 2 - inset, y - inset)
    if box[2] - box[0] < 4 or box[3] - box[1] < 4:
        return box
    shape = _arched(x + drop, y - inset, w - 2 * inset, h - 2 * inset)
    view, marks = interior.outside(scene, box[2] - box[0], box[3] - box[1]), Marks(box, 2)
    marks.poly(shape, 255)
    scene.canvas.paint(marks.mask(), box[0], box[1], view.a)
    iron = scene.ink("#5a4a44", 0.7)
    with scene.canvas.pen((x - w, y - h, x + w, y + 40 * scene.u)) as pen:
        pen.rect(x + drop - w * 0.02, y - h + inset, x + drop + w * 0.02, y - inset, iron)
        for t in (0.36, 0.66):
            pen.rect(
                box[0],
                y - inset - (h - 2 * inset) * t - w * 0.02,
                box[2],
                y - inset - (h - 2 * inset) * t + w * 0.02,
                iron,
            )
        for d in (-1, 1):
            pen.rect(
                x - w * 0.74,
                y + w * 0.08,
                x + w * 0.74,
                y + w * (0.2 if d < 0 else 0.15),
                scene.ink(look.seam if d < 0 else pale(look.wall, 0.3), 0.8 if d < 0 else 1.0),
                4,
            )
    return box


def _stair(scene: Scene, shell: _Round, look: _Look, way: int, variant: float) -> None:
    """Steps that wind up along the wall, with posts and a rope to hold on to."""
    n, out = 13, 0.74
    start, end = 0.86 * way, way * (-0.12 - 0.1 * variant)
    rise = shell.floor * 1.1 / n
    turns = [start + (end - start) * i / n for i in range(n + 1)]
    with scene.canvas.pen() as pen:
        for i in reversed(range(n)):
            _step(scene, pen, shell, look, (turns[i], turns[i + 1], rise * (i + 0.9), rise, out))
        feet = [shell.at((turns[i] + turns[i + 1]) / 2, rise * (i + 0.9), out) for i in range(0, n, 2)]
        tops = [shell.at((turns[i] + turns[i + 1]) / 2, rise * (i + 3.1), out) for i in range(0, n, 2)]
        u = scene.u
        for (x, y), (x1, y1) in zip(feet, tops, strict=True):
            pen.line((x, y), (x1, y1), 9 * u, scene.ink("#5f4030", 0.6))
            pen.line((x - 1.5 * u, y), (x1 - 1.5 * u, y1), 4.5 * u, scene.ink("#9a6c48", 1.0))
        pen.stroke(tops, 11 * u, 11 * u, scene.ink("#a8824f", 0.6))
        pen.stroke([(x - 1.5 * u, y - 1.5 * u) for x, y in tops], 6 * u, 6 * u, scene.ink("#dcb679", 1.0))


def _step(
    scene: Scene, pen: Pen, shell: _Round, look: _Look, at: tuple[float, float, float, float, float]
) -> None:
    """One step: the tread where we look down on it, its underside where we look up, and its face."""
    a, b, y, rise, out = at
    low, b = y - rise * 1.15, b + (b - a) * 0.1
    wood, under, lit = (
        scene.ink(look.step, 0.72),
        scene.ink(look.step, 0.26),
        scene.ink(pale(look.step, 0.2), 1.0),
    )
    tread = [shell.at(a, y), shell.at(b, y), shell.at(b, y, out), shell.at(a, y, out)]
    below = [shell.at(a, low), shell.at(b, low), shell.at(b, low, out), shell.at(a, low, out)]
    pen.poly(
        [shell.at(a, y), shell.at(a, y, out), shell.at(a, low, out), shell.at(a, low)],
        scene.ink(look.step, 0.5),
    )
    pen.poly(below, under)
    pen.poly(tread, lit)
    if y > 0.42 * shell.floor:
        pen.poly(below, under)
    pen.poly([tread[3], tread[2], below[2], below[3]], wood)
    edge = [shell.at(a, y - rise * 0.22, out), shell.at(b, y - rise * 0.22, out)]
    pen.poly([tread[3], tread[2], edge[1], edge[0]], lit)


def _floor(scene: Scene, shell: _Round, look: _Look) -> None:
    """A round floor of flags in rings about its middle, or of boards with an edge of stone."""
    h, w, y0 = scene.h, scene.w, int(shell.floor)
    rows = ramp_rows([scene.tone(look.floor, k) for k in (0.66, 0.92, 0.98)], y0, h, h)
    marks = Marks((0, y0, w, h), 2)
    edge = [shell.at(t, 0) for t in np.linspace(-shell.reach(scene), shell.reach(scene), 41).tolist()]
    marks.poly([*edge, (w + 9.0, h + 9.0), (-9.0, h + 9.0)], 255)
    scene.canvas.paint(marks.mask(), 0, y0, np.broadcast_to(rows[y0:, None], (h - y0, w, 3)))
    cx, cy = shell.cx, shell.floor + (h - shell.floor) * 0.74
    ry = cy - shell.floor
    rx = ry * 2.5 + 0.1 * w
    seam, lit, rng = scene.ink(look.floor, 0.36), scene.ink(pale(look.floor, 0.14), 1.0), scene.rng("flags")
    with scene.canvas.pen((0, shell.floor, w, h), opacity=0.5) as pen:
        for ring, k in enumerate((0.94, 0.72, 0.5, 0.28)):
            n = (22, 17, 12, 7)[ring]
            inner = k - 0.22
            for i in range(n):
                a, b = 2 * np.pi * (i + 0.03) / n, 2 * np.pi * (i + 0.97) / n
                tint = lit if rng.random() < 0.42 else scene.ink(look.floor, 0.72 + 0.2 * rng.random())
                arc = [
                    (cx + rx * r * float(np.cos(t)), cy + ry * r * float(np.sin(t)))
                    for r, t in ((k, a), (k, (a + b) / 2), (k, b), (inner + 0.02, b), (inner + 0.02, a))
                ]
                pen.poly(arc, tint)
        pen.ellipse(cx, cy, rx * 0.07, ry * 0.07, seam)
    with scene.canvas.pen((0, shell.floor - 9, w, h), soft=5 * scene.u, opacity=0.45) as pen:
        pen.stroke(
            [(x, y + 4 * scene.u) for x, y in edge[::4]],
            22 * scene.u,
            22 * scene.u,
            scene.ink(look.seam, 0.1),
        )


def _banner(scene: Scene, shell: _Round, look: _Look, turn: float) -> None:
    """A long cloth on the wall."""
    x, y = shell.at(turn, shell.floor * 0.84)
    w, h = 44 * scene.u, shell.floor * 0.36
    with scene.canvas.pen((x - w * 2, y - 20, x + w * 2, y + h * 1.3)) as pen:
        pen.rect(x - w * 0.9, y - 6 * scene.u, x + w * 0.9, y + 3 * scene.u, scene.ink("#8a6242", 0.7), 3)
        for k, tone in ((1.0, 0.5), (0.84, 0.86)):
            half = w * 0.76 * k
            pen.poly(
                [(x - half, y), (x + half, y), (x + half, y + h), (x, y + h * 0.84), (x - half, y + h)],
                scene.ink(look.cloth, tone),
            )
        pen.star(x, y + h * 0.36, w * 0.42, scene.ink("#f2cf6a", 0.95), 5, 0.5)
        pen.circle(x, y + h * 0.36, w * 0.13, scene.ink(look.cloth, 0.86))


def _rope(scene: Scene, shell: _Round, turn: float) -> None:
    """A rope hanging from above with a hook and a sack on it."""
    x, y = shell.at(turn, shell.floor * 0.6)
    size = 46 * scene.u
    rope, dim = scene.ink("#d6b070", 0.95), scene.ink("#a07a46", 0.6)
    with scene.canvas.pen((x - size, -4, x + size, y + size * 1.4)) as pen:
        pen.rect(x - size * 0.07, -4, x + size * 0.07, y - size * 0.3, dim)
        pen.rect(x - size * 0.07, -4, x + size * 0.02, y - size * 0.3, rope)
        for i in range(int(max(1.0, y) / (size * 0.22))):
            pen.line(
                (x - size * 0.07, i * size * 0.22),
                (x + size * 0.07, i * size * 0.22 + size * 0.1),
                size * 0.03,
                dim,
            )
        it = Sketch(pen, x, y, size)
        it.blob(
            scene.ink("#c9a878", 0.6),
            (-0.1, 0.2),
            (-0.5, -0.3),
            (-0.44, -0.9),
            (0.44, -0.9),
            (0.5, -0.3),
            (0.1, 0.2),
        )
        it.blob(
            scene.ink("#dcc096", 0.98),
            (-0.1, 0.18),
            (-0.46, -0.3),
            (-0.42, -0.82),
            (0.14, -0.86),
            (0.24, -0.3),
            (0.06, 0.18),
        )
        it.blob(scene.ink("#dcc096", 0.9), (-0.22, 0.42), (0, 0.3), (0.22, 0.42), (0.08, 0.16), (-0.08, 0.16))
        it.rect(-0.15, 0.12, 0.15, 0.22, dim, 0.04)


def _barrels(scene: Scene, shell: _Round, side: int) -> None:
    """Two barrels by the wall, and a coil of rope before them."""
    u, near = scene.u, scene.near
    for turn, dy, size in ((0.56, 20, 126), (0.8, 44, 150)):
        x, y = shell.at(side * turn, 0)
        x = min(max(x, 0.3 * size * near), scene.w - 0.3 * size * near)
        stowage.barrel(scene, x, y + dy * u, size * near)
    x, y = shell.x(side * 0.5), shell.floor + 0.52 * (scene.h - shell.floor)
    stowage.coil(scene, x, y, 62 * near)


def _crates(scene: Scene, shell: _Round, side: int) -> None:
    """A crate under the stair."""
    x, y = shell.x(side * 0.72), shell.floor + 0.55 * shell.sag + 30 * scene.u
    stowage.crate(scene, x, y, 120 * scene.near)
