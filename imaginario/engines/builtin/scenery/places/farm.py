"""The farm: a red barn, a windmill, fields in rows, hay bales."""

from __future__ import annotations

from math import cos, pi, sin

from ...pixels import Array, F
from .. import buildings, land
from ..scene import Scene
from ..sky import paint_sky
from ..stage import Stage
from .country import backdrop, fence
from .meadow import finish_lawn, lawn, trees


def farm(scene: Scene) -> Stage:
    """A red barn and a windmill, ploughed fields in rows, hay bales."""
    paint_sky(scene)
    hor, h, u = scene.horizon, scene.h, scene.u
    line = backdrop(scene)
    _crops(scene, line)
    x = scene.x(0.22 + 0.08 * scene.layout.variant)
    foot = hor + 0.25 * (h - hor)
    if scene.layout.variant < 0.6:
        windmill(scene, scene.x(0.8), foot - 26 * u, 230 * scene.v)
    if scene.allows("house"):
        silo(scene, x + 128 * u, foot, 150 * scene.v)
        barn(scene, x, foot + 4 * u, 200 * u)
    line = lawn(scene, hor + 0.32 * (h - hor), 16)
    road = land.path(scene, "path", line, ("#e8cf98", "#c9a468"))
    trees(scene, line, road, shun=(x + 40 * u, scene.x(0.8)))
    rng = scene.rng("bales")
    for k in sorted(rng.random(scene.count(3)).tolist()):
        bale(
            scene,
            scene.aside(rng, 0.24),
            float(line.mean()) + (h - float(line.mean())) * (0.08 + 0.3 * k),
            (44 + 40 * k) * scene.near,
        )
    fence(scene, "fence", float(line.mean()) + 16 * u, 30, "#c9a27a")
    return finish_lawn(scene, line, road)


def _crops(scene: Scene, line: Array) -> None:
    """A field of rows that run together at the horizon."""
    top, bottom = float(line.min()) + 10 * scene.u, scene.horizon + 0.4 * (scene.h - scene.horizon)
    vx, u = scene.x(0.62), scene.u
    gold = (("#f0cf5f", "#d9a93f"), ("#b5d060", "#7fae45"))[int(scene.layout.variant > 0.45)]
    a, b = scene.ink(gold[0], 1.0, 0.12), scene.ink(gold[1], 0.8, 0.12)
    with scene.canvas.pen((0, top, scene.w, bottom), opacity=0.85) as pen:
        for i in range(-26, 27):
            x0, x1 = vx + i * 26 * u, vx + i * 92 * u
            pen.poly(
                [(x0, top + 16 * u), (x0 + 13 * u, top + 16 * u), (x1 + 46 * u, bottom), (x1, bottom)],
                a if i % 2 else b,
            )
            pen.poly(
                [
                    (x0 + 13 * u, top + 16 * u),
                    (x0 + 26 * u, top + 16 * u),
                    (x1 + 92 * u, bottom),
                    (x1 + 46 * u, bottom),
                ],
                b,
            )


def barn(scene: Scene, x: float, y: float, size: float) -> None:
    """A red barn with a gambrel roof and white trim."""
    if scene.canvas.beside:
        return
    w, h, side = size * 0.5, size * 0.46, scene.light_side
    far = 0.05
    scene.canvas.shadow(x - side * size * 0.2, y, size * 0.7, size * 0.1, scene.light.shade * F(0.3), 0.45)
    with scene.canvas.pen((x - size, y - size * 1.1, x + size, y + 2)) as pen:
        gable = [(x - w, y), (x - w, y - h), (x - w * 0.62, y - h * 1.5), (x, y - h * 1.82),
                 (x + w * 0.62, y - h * 1.5),
                 (x + w, y - h), (x + w, y)]  # fmt: skip
        pen.poly(gable, scene.ink("#c8483a", 0.9, far))
        if side > 0:
            pen.poly(
                [(x - w, y), (x - w, y - h), (x - w * 0.62, y - h * 1.5), (x - w * 0.62, y)],
                scene.ink("#c8483a", 0.5, far),
            )
        else:
            pen.poly(
                [(x + w, y), (x + w, y - h), (x + w * 0.62, y - h * 1.5), (x + w * 0.62, y)],
                scene.ink("#c8483a", 0.5, far),
            )
        roof = scene.ink("#6f5a58", 0.8, far)
        for s in (-1, 1):
            pen.stroke([(x + s * w * 1.07, y - h * 0.94), (x + s * w * 0.64, y - h * 1.53),
                        (x, y - h * 1.87)][::1], size * 0.05,
                       size * 0.05, roof)  # fmt: skip
        white = scene.ink("#fff4e6", 0.95, far)
        pen.rect(x - w * 0.42, y - h * 0.8, x + w * 0.42, y, white)
        pen.rect(x - w * 0.36, y - h * 0.74, x + w * 0.36, y, scene.ink("#a83a30", 0.75, far))
        for s in (-1, 1):
            pen.line((x - s * w * 0.36, y - h * 0.74), (x + s * w * 0.36, y), size * 0.022, white)
        pen.rect(x - w * 0.17, y - h * 1.4, x + w * 0.17, y - h * 1.08, white)
        pen.rect(
            x - w * 0.12,
            y - h * 1.35,
            x + w * 0.12,
            y - h * 1.12,
            buildings.window_ink(scene, scene.rng("barn"), far)[0],
        )


def silo(scene: Scene, x: float, y: float, size: float) -> None:
    """A round grain tower."""
    w, side = size * 0.2, scene.light_side
    with scene.canvas.pen((x - size, y - size * 1.2, x + size, y + 2)) as pen:
        pen.ellipse(x, y - size * 0.82, w, w * 0.9, scene.ink("#b9c4cf", 0.9, 0.08))
        pen.rect(x - w, y - size * 0.82, x + w, y, scene.ink("#d5dbe0", 0.9, 0.08))
        dim = (x - side * w, x - side * w * 0.2)
        pen.rect(min(dim), y - size * 0.82, max(dim), y, scene.ink("#d5dbe0", 0.5, 0.08))
        for i in range(5):
            pen.rect(
                x - w,
                y - size * (0.14 + 0.15 * i),
                x + w,
                y - size * (0.12 + 0.15 * i),
                scene.ink("#9aa6b2", 0.7, 0.08),
            )


def windmill(scene: Scene, x: float, y: float, size: float) -> None:
    """An old tower mill with four sails."""
    if scene.canvas.beside:
        return
    far, side, hub = 0.14, scene.light_side, (x, y - size * 0.76)
    turn = 0.3 + scene.layout.variant * 1.2
    with scene.canvas.pen((x - size * 0.7, y - size * 1.4, x + size * 0.7, y + 3)) as pen:
        body = [
            (x - size * 0.2, y),
            (x - size * 0.12, y - size * 0.76),
            (x + size * 0.12, y - size * 0.76),
            (x + size * 0.2, y),
        ]
        pen.poly(body, scene.ink("#f4e6d0", 0.95, far))
        pen.poly([(x - side * size * 0.2, y), (x - side * size * 0.12, y - size * 0.76),
                  (x - side * size * 0.02, y - size * 0.76),
                  (x - side * size * 0.05, y)], scene.ink("#f4e6d0", 0.5, far))  # fmt: skip
        pen.blob([(x - size * 0.15, y - size * 0.75), (x - size * 0.1, y - size * 0.9),
                  (x + size * 0.1, y - size * 0.9),
                  (x + size * 0.15, y - size * 0.75)], scene.ink("#a8503f", 0.8, far))  # fmt: skip
        pen.rect(
            x - size * 0.05, y - size * 0.16, x + size * 0.05, y, scene.ink("#7a4a34", 0.7, far), size * 0.05
        )
        for i in range(4):
            t = turn + i * pi / 2
            dx, dy = cos(t), sin(t)
            tip = (hub[0] + dx * size * 0.52, hub[1] + dy * size * 0.52)
            pen.line(hub, tip, size * 0.022, scene.ink("#6a4a3a", 0.6, far))
            px, py = -dy * size * 0.11, dx * size * 0.11
            root = (hub[0] + dx * size * 0.12, hub[1] + dy * size * 0.12)
            pen.poly(
                [root, tip, (tip[0] + px, tip[1] + py), (root[0] + px, root[1] + py)],
                scene.ink("#fff8ea", 1.0, far),
            )
            for j in (0.35, 0.6, 0.85):
                qx, qy = hub[0] + dx * size * 0.52 * j, hub[1] + dy * size * 0.52 * j
                pen.line((qx, qy), (qx + px, qy + py), size * 0.01, scene.ink("#c9a27a", 0.8, far))
        pen.circle(*hub, size * 0.035, scene.ink("#6a4a3a", 0.8, far))


def bale(scene: Scene, x: float, y: float, size: float) -> None:
    """A round hay bale."""
    scene.canvas.shadow(
        x - scene.light_side * size * 0.2, y, size * 0.7, size * 0.14, scene.light.shade * F(0.3), 0.45
    )
    straw = [scene.ink(c, k) for c, k in (("#c99a45", 0.55), ("#e8c264", 0.9), ("#f8de8f", 1.0))]
    with scene.canvas.pen((x - size, y - size, x + size, y + 2)) as pen:
        back = -scene.light_side
        pen.circle(x + back * size * 0.3, y - size * 0.4, size * 0.4, straw[0])
        pen.rect(min(x, x + back * size * 0.3), y - size * 0.8, max(x, x + back * size * 0.3), y, straw[0])
        pen.circle(x, y - size * 0.4, size * 0.4, straw[1])
        for r, tint in (
            (0.31, straw[0]),
            (0.28, straw[1]),
            (0.2, straw[2]),
            (0.17, straw[1]),
            (0.09, straw[0]),
            (0.07, straw[2]),
        ):
            pen.circle(x, y - size * 0.4, size * r, tint)
