"""Furniture and household things, each standing on, or hanging at, a point of the room."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ..pixels import F, mix, rgb
from .pen import Ink, Pen, ink
from .scene import Scene

BOOKS = (
    "#b8443f",
    "#2f6f9f",
    "#3f8a5f",
    "#d9a441",
    "#6d4f9c",
    "#d9773a",
    "#efe2c4",
    "#34506a",
    "#8a4a62",
    "#7fa08a",
)


def shadow(scene: Scene, x: float, y: float, half: float, amount: float = 0.42) -> None:
    """The shadow of a piece of furniture on the floor."""
    scene.canvas.shadow(x, y, half * 1.1, half * 0.16, scene.light.shade * F(0.25), amount)


def sofa(scene: Scene, x: float, y: float, size: float, color: str) -> None:
    """A plump two-seater, `size` wide, its feet on y."""
    lit, mid, dim = (scene.ink(color, k) for k in (1.0, 0.78, 0.5))
    shadow(scene, x, y, size * 0.5)
    with scene.canvas.pen((x - size * 0.6, y - size * 0.6, x + size * 0.6, y + 3)) as pen:
        for s in (-0.4, 0.4):
            pen.rect(
                x + s * size - size * 0.025,
                y - size * 0.08,
                x + s * size + size * 0.025,
                y,
                scene.ink("#6a4630", 0.6),
            )
        pen.rect(x - size * 0.42, y - size * 0.52, x + size * 0.42, y - size * 0.1, mid, size * 0.09)
        for s in (-1, 1):
            left = x + (0.015 if s > 0 else -0.395) * size
            pen.rect(left, y - size * 0.5, left + size * 0.38, y - size * 0.24, lit, size * 0.07)
            pen.rect(left, y - size * 0.27, left + size * 0.38, y - size * 0.13, lit, size * 0.05)
            pen.rect(left, y - size * 0.15, left + size * 0.38, y - size * 0.12, dim, size * 0.015)
        for s in (-1, 1):
            ax = x + s * size * 0.45
            pen.rect(ax - size * 0.075, y - size * 0.34, ax + size * 0.075, y - size * 0.06, mid, size * 0.07)
            pen.circle(ax, y - size * 0.31, size * 0.075, lit)
        pen.rect(x - size * 0.4, y - size * 0.12, x + size * 0.4, y - size * 0.06, dim, size * 0.02)


def cushion(scene: Scene, x: float, y: float, size: float, color: str) -> None:
    """A cushion leaning at (x, y)."""
    with scene.canvas.pen((x - size, y - size, x + size, y + size)) as pen:
        for k, tint in ((1.0, scene.ink(color, 0.7)), (0.8, scene.ink(color, 1.0))):
            pen.blob([(x - size * 0.45 * k, y - size * 0.4 * k), (x, y - size * 0.36 * k),
                      (x + size * 0.45 * k, y - size * 0.44 * k),
                      (x + size * 0.4 * k, y), (x + size * 0.46 * k, y + size * 0.42 * k),
                      (x, y + size * 0.37 * k),
                      (x - size * 0.44 * k, y + size * 0.44 * k), (x - size * 0.39 * k, y)],
                      tint)  # fmt: skip


def floor_lamp(scene: Scene, x: float, y: float, size: float) -> tuple[float, float]:
    """A standing lamp; gives the point its light comes from."""
    metal = scene.ink("#7a5a40", 0.6)
    shadow(scene, x, y, size * 0.14)
    top = y - size
    on = scene.light.dark > 0.2
    shade = ink(rgb("#ffe2a0")) if on else scene.ink("#f6e6c8", 0.95)
    with scene.canvas.pen((x - size * 0.3, top - 4, x + size * 0.3, y + 4)) as pen:
        pen.rect(x - size * 0.012, top + size * 0.2, x + size * 0.012, y, metal)
        pen.ellipse(x, y - size * 0.01, size * 0.1, size * 0.022, metal)
        pen.poly([(x - size * 0.09, top), (x + size * 0.09, top), (x + size * 0.16, top + size * 0.24),
                  (x - size * 0.16, top + size * 0.24)],
                 shade)  # fmt: skip
        pen.rect(
            x - size * 0.163,
            top + size * 0.225,
            x + size * 0.163,
            top + size * 0.245,
            scene.ink("#d9a860", 0.9),
        )
    return x, top + size * 0.16


def potted(scene: Scene, x: float, y: float, size: float, kind: int, pot: str = "#c8704a") -> None:
    """A house plant in a pot: broad leaves, a fern, or a rubber tree."""
    rng = scene.rng(f"potted-{int(x * 10)}")
    shadow(scene, x, y, size * 0.2)
    greens = [scene.ink(c, k) for c, k in (("#2f7a4c", 0.5), ("#459a55", 0.85), ("#86c566", 1.0))]
    base = y - size * 0.26
    with scene.canvas.pen((x - size * 0.6, y - size * 1.1, x + size * 0.6, y + 3)) as pen:
        n = (9, 13, 11)[kind]
        for i in range(n):
            t = -pi / 2 + (i / (n - 1) - 0.5) * (2.3, 2.9, 1.3)[kind] + (rng.random() - 0.5) * 0.2
            length = size * (0.5 + 0.22 * rng.random()) * (1.0 if kind < 2 else 1.1)
            tint = greens[(i * 2) % 3]
            if kind == 1:
                tip = (x + cos(t) * length, base + sin(t) * length * 0.7 + abs(cos(t)) * size * 0.2)
                pen.stroke(
                    [(x, base), (x + cos(t) * length * 0.5, base + sin(t) * length * 0.85), tip],
                    size * 0.05,
                    size * 0.012,
                    tint,
                )
                continue
            stem = length * 0.5
            sx, sy = x + cos(t) * stem * 0.8, base + sin(t) * stem
            pen.line((x, base), (sx, sy), size * 0.016, greens[0])
            pen.leaf(
                sx - cos(t) * size * 0.04, sy - sin(t) * size * 0.04, length * 0.66, length * 0.36, t, tint
            )
            pen.line(
                (sx, sy), (sx + cos(t) * length * 0.5, sy + sin(t) * length * 0.5), size * 0.01, greens[2]
            )
        _pot(scene, pen, x, y, size, pot)


def _pot(scene: Scene, pen: Pen, x: float, y: float, size: float, color: str) -> None:
    side = scene.light_side
    pen.poly([(x - size * 0.17, y - size * 0.28), (x + size * 0.17, y - size * 0.28), (x + size * 0.12, y),
              (x - size * 0.12, y)],
             scene.ink(color, 0.85))  # fmt: skip
    pen.poly([(x - side * size * 0.17, y - size * 0.28), (x - side * size * 0.03, y - size * 0.28),
              (x - side * size * 0.03, y),
              (x - side * size * 0.12, y)], scene.ink(color, 0.5))  # fmt: skip
    pen.rect(
        x - size * 0.2, y - size * 0.33, x + size * 0.2, y - size * 0.26, scene.ink(color, 1.0), size * 0.02
    )


def picture(scene: Scene, x: float, y: float, w: float, h: float, seed: float) -> None:
    """A framed picture about (x, y): hills at dusk, a sailing boat, or a vase."""
    frame = scene.ink(("#b8863f", "#8a5a3c", "#f2ead8")[int(seed * 3) % 3], 0.9)
    with scene.canvas.pen((x - w, y - h, x + w, y + h)) as pen:
        pen.rect(
            x - w / 2 + w * 0.03,
            y - h / 2 + w * 0.05,
            x + w / 2 + w * 0.03,
            y + h / 2 + w * 0.05,
            scene.ink("#8f7a66", 0.55),
            w * 0.03,
        )
        pen.rect(x - w / 2, y - h / 2, x + w / 2, y + h / 2, frame, w * 0.03)
        e = w * 0.09
        left, t, r, b = x - w / 2 + e, y - h / 2 + e, x + w / 2 - e, y + h / 2 - e
        sky = ("#ffd9a8", "#bfe3f0", "#f3d9e4")[int(seed * 7) % 3]
        pen.rect(left, t, r, b, scene.ink(sky, 0.95))
        pen.circle(left + (r - left) * 0.68, t + (b - t) * 0.36, (r - left) * 0.1, scene.ink("#fff6d6", 1.0))
        for k, tint in ((0.55, "#8fb5c8"), (0.7, "#7fae72"), (0.84, "#4f8a5a")):
            y0 = t + (b - t) * k
            bump = (b - t) * 0.12 * (1 if k != 0.7 else -1)
            wide = r - left
            line = [
                (left, y0),
                (left + wide * 0.3, y0 - bump),
                (left + wide * 0.65, y0 + bump * 0.5),
                (r, y0 - bump * 0.4),
            ]
            pen.poly([*line, (r, b), (left, b)], scene.ink(tint, 0.9))


def bookcase(
    scene: Scene, rng: np.random.Generator, x0: float, x1: float, top: float, bottom: float, wood: str
) -> None:
    """A tall bookcase filled with books, from x0 to x1."""
    u = scene.u
    rows = max(2, round((bottom - top) / (88 * scene.v)))
    deep = (bottom - top) / rows
    with scene.canvas.pen((x0 - 8 * u, top - 20 * u, x1 + 8 * u, bottom + 2)) as pen:
        pen.rect(x0 - 4 * u, top - 14 * u, x1 + 4 * u, top + 2 * u, scene.ink(wood, 1.0), 3 * u)
        pen.rect(x0, top, x1, bottom, scene.ink(wood, 0.85))
        for i in range(rows):
            y0, y1 = top + deep * i + 6 * u, top + deep * (i + 1) - 5 * u
            pen.rect(x0 + 8 * u, y0, x1 - 8 * u, y1, scene.ink(wood, 0.22))
            _books(scene, pen, rng, x0 + 10 * u, x1 - 10 * u, y0, y1)
            pen.rect(x0 + 8 * u, y1, x1 - 8 * u, y1 + 3 * u, scene.ink(wood, 1.0))


def _books(
    scene: Scene, pen: Pen, rng: np.random.Generator, x0: float, x1: float, top: float, floor: float
) -> None:
    u, x = scene.u, x0
    inks = {c: (scene.ink(c, 0.92), scene.ink(c, 0.55)) for c in BOOKS}
    gold = scene.ink("#f2d48a", 0.95)
    while x < x1 - 7 * u:
        a, b, c, d = rng.random(4).tolist()
        if a < 0.05:
            x += 14 * u
            continue
        wide = min((8 + 10 * a) * u, x1 - x)
        tall = (floor - top) * (0.66 + 0.28 * b)
        lit, dim = inks[BOOKS[int(c * len(BOOKS))]]
        lean = 5 * u if d > 0.94 else 0.0
        pen.poly(
            [(x + lean, floor - tall), (x + wide + lean, floor - tall), (x + wide, floor), (x, floor)], lit
        )
        edge = x + (wide - 2 * u if scene.light_side < 0 else 0)
        pen.poly(
            [
                (edge + lean, floor - tall),
                (edge + 2 * u + lean, floor - tall),
                (edge + 2 * u, floor),
                (edge, floor),
            ],
            dim,
        )
        if d < 0.6:
            for k in (0.82, 0.74) if d < 0.3 else (0.5,):
                pen.rect(
                    x + 1.5 * u,
                    floor - tall * k - 1.4 * u,
                    x + wide - 1.5 * u,
                    floor - tall * k + 1.4 * u,
                    gold,
                )
        x += wide + 0.8 * u + lean


def side_table(scene: Scene, x: float, y: float, size: float, wood: str) -> float:
    """A small round table; gives the y of its top."""
    shadow(scene, x, y, size * 0.36)
    top = y - size * 0.62
    with scene.canvas.pen((x - size * 0.6, top - 6, x + size * 0.6, y + 3)) as pen:
        for s in (-0.28, 0.28):
            pen.stroke(
                [(x + s * size * 0.5, top), (x + s * size, y)], size * 0.05, size * 0.04, scene.ink(wood, 0.5)
            )
        pen.ellipse(x, top + size * 0.03, size * 0.42, size * 0.09, scene.ink(wood, 0.55))
        pen.ellipse(x, top, size * 0.42, size * 0.09, scene.ink(wood, 1.0))
    return top


def armchair(scene: Scene, x: float, y: float, size: float, color: str) -> None:
    """A deep winged chair facing us."""
    lit, mid, dim = (scene.ink(color, k) for k in (1.0, 0.76, 0.5))
    shadow(scene, x, y, size * 0.45)
    with scene.canvas.pen((x - size * 0.6, y - size, x + size * 0.6, y + 3)) as pen:
        for s in (-0.32, 0.32):
            pen.rect(
                x + s * size - size * 0.03,
                y - size * 0.1,
                x + s * size + size * 0.03,
                y,
                scene.ink("#5a3c28", 0.6),
            )
        pen.blob([(x - size * 0.4, y - size * 0.12), (x - size * 0.42, y - size * 0.7),
                  (x - size * 0.24, y - size * 0.92),
                  (x + size * 0.24, y - size * 0.92), (x + size * 0.42, y - size * 0.7),
                  (x + size * 0.4, y - size * 0.12)], mid)  # fmt: skip
        pen.rect(x - size * 0.28, y - size * 0.84, x + size * 0.28, y - size * 0.36, lit, size * 0.12)
        for px, py in ((-0.13, 0.68), (0.13, 0.68), (0.0, 0.54)):
            pen.circle(x + px * size, y - py * size, size * 0.018, dim)
        pen.rect(x - size * 0.3, y - size * 0.4, x + size * 0.3, y - size * 0.22, lit, size * 0.06)
        pen.rect(x - size * 0.34, y - size * 0.22, x + size * 0.34, y - size * 0.09, dim, size * 0.03)
        for s in (-1, 1):
            ax = x + s * size * 0.37
            pen.rect(ax - size * 0.085, y - size * 0.48, ax + size * 0.085, y - size * 0.08, mid, size * 0.08)
            pen.circle(ax, y - size * 0.43, size * 0.08, lit)


def fireplace(scene: Scene, x: float, y: float, size: float) -> None:
    """A brick hearth with a fire burning and a mantelpiece."""
    brick, seam, dark = scene.ink("#b5654c", 0.8), scene.ink("#8f4c3a", 0.55), scene.ink("#3a2420", 0.5)
    rng = scene.rng("hearth")
    with scene.canvas.pen((x - size * 0.6, y - size * 1.0, x + size * 0.6, y + 4)) as pen:
        pen.rect(x - size * 0.48, y - size * 0.82, x + size * 0.48, y, brick)
        for row in range(11):
            yy = y - size * 0.82 + row * size * 0.075
            pen.rect(x - size * 0.48, yy, x + size * 0.48, yy + size * 0.008, seam)
            for col in range(7):
                px = x - size * 0.48 + (col + 0.5 * (row % 2)) * size * 0.15
                if px < x + size * 0.47:
                    pen.rect(px, yy, px + size * 0.008, yy + size * 0.075, seam)
        pen.rect(x - size * 0.3, y - size * 0.54, x + size * 0.3, y, dark, size * 0.26)
        pen.rect(x - size * 0.3, y - size * 0.26, x + size * 0.3, y, dark)
        pen.rect(
            x - size * 0.56,
            y - size * 0.9,
            x + size * 0.56,
            y - size * 0.8,
            scene.ink("#8a5a3a", 1.0),
            size * 0.02,
        )
        pen.rect(x - size * 0.52, y - size * 0.8, x + size * 0.52, y - size * 0.77, scene.ink("#6a4229", 0.6))
        for s in (-1, 1):
            pen.stroke(
                [(x - s * size * 0.18, y - size * 0.03), (x + s * size * 0.16, y - size * 0.09)],
                size * 0.06,
                size * 0.06,
                scene.ink("#6a4630", 0.7),
            )
        for k, tint in ((1.0, "#f2682f"), (0.7, "#ffb03c"), (0.4, "#fff0a8")):
            for dx in (-0.1, 0.1, 0.0):
                tall = size * (0.3 if dx == 0 else 0.2) * k * (0.9 + 0.2 * rng.random())
                cx, w = x + dx * size, size * 0.085 * k
                pen.blob([(cx - w, y - size * 0.06), (cx - w * 0.7, y - size * 0.06 - tall * 0.5),
                          (cx + w * 0.2, y - size * 0.06 - tall),
                          (cx + w * 0.8, y - size * 0.06 - tall * 0.45), (cx + w, y - size * 0.06)],
                          ink(rgb(tint)))  # fmt: skip
    scene.canvas.glow(x, y - size * 0.2, size * 0.9, rgb("#ff9d4a"), 0.26 + 0.2 * scene.light.dark, 1.7)


def shelf(scene: Scene, x: float, y: float, wide: float, things: str, wood: str) -> None:
    """A wall shelf with jars, cups, books or a plant, named by letters j, c, b, p."""
    u = scene.u
    rng = scene.rng(f"shelf-{int(y * 7)}-{int(x)}")
    tints = ("#e8a58c", "#8fb9a8", "#f2cf7a", "#a9b8e0", "#e28f8f")
    with scene.canvas.pen((x - wide, y - 120 * u, x + wide, y + 30 * u)) as pen:
        step = wide / (len(things) + 0.2)
        for i, thing in enumerate(things):
            cx, color = x - wide / 2 + step * (i + 0.6), tints[int(rng.integers(5))]
            _shelf_thing(scene, pen, rng, thing, cx, y, step, color)
        pen.rect(x - wide / 2, y, x + wide / 2, y + 9 * u, scene.ink(wood, 1.0), 2 * u)
        pen.rect(x - wide / 2, y + 8 * u, x + wide / 2, y + 12 * u, scene.ink(wood, 0.5), 2 * u)
        brackets(pen, x, wide, (4 * u, y + 10 * u, y + 30 * u), scene.ink(wood, 0.6))


def brackets(pen: Pen, x: float, wide: float, at: tuple[float, float, float], color: Ink) -> None:
    """The two brackets below a shelf about x: half the width of one, the y of its top and of its point."""
    half, top, point = at
    for middle in (x - 0.36 * wide, x + 0.36 * wide):
        pen.poly([(middle - half, top), (middle + half, top), (middle, point)], color)


def _shelf_thing(
    scene: Scene, pen: Pen, rng: np.random.Generator, thing: str, x: float, y: float, step: float, color: str
) -> None:
    u = scene.u
    if thing == "j":
        tall = (34 + 20 * rng.random()) * u
        pen.rect(x - 14 * u, y - tall, x + 14 * u, y, scene.ink(color, 0.9), 6 * u)
        pen.rect(x - 14 * u, y - tall * 0.6, x + 14 * u, y - tall * 0.25, scene.ink("#fff6e6", 0.95))
        pen.rect(x - 12 * u, y - tall - 7 * u, x + 12 * u, y - tall + 2 * u, scene.ink("#a9764a", 0.9), 3 * u)
    elif thing == "c":
        pen.rect(x - 12 * u, y - 22 * u, x + 10 * u, y, scene.ink(color, 0.95), 5 * u)
        pen.ellipse(x + 13 * u, y - 12 * u, 7 * u, 7 * u, scene.ink(color, 0.7))
        pen.ellipse(x + 13 * u, y - 12 * u, 3.6 * u, 3.6 * u, scene.ink("#efe4d2", 0.9))
        pen.rect(x - 12 * u, y - 22 * u, x + 10 * u, y, scene.ink(color, 0.95), 5 * u)
    elif thing == "b":
        px = x - step * 0.4
        while px < x + step * 0.35:
            wide = (8 + 6 * rng.random()) * u
            pen.rect(
                px,
                y - (36 + 22 * rng.random()) * u,
                px + wide,
                y,
                scene.ink(BOOKS[int(rng.integers(len(BOOKS)))], 0.9),
            )
            px += wide + u
    else:
        for i in range(7):
            t = -pi / 2 + (i - 3) * 0.42
            pen.leaf(x, y - 24 * u, 34 * u, 13 * u, t, scene.ink("#4f9a58" if i % 2 else "#7fc068", 0.9))
        pen.poly(
            [(x - 15 * u, y - 26 * u), (x + 15 * u, y - 26 * u), (x + 10 * u, y), (x - 10 * u, y)],
            scene.ink("#c8704a", 0.9),
        )


def pendant(scene: Scene, x: float, y: float, size: float, color: str) -> tuple[float, float]:
    """A lamp hanging from the ceiling down to y; gives its light's point."""
    on = scene.light.dark > 0.2
    with scene.canvas.pen((x - size, -scene.h, x + size, y + size * 0.3)) as pen:
        pen.rect(x - size * 0.02, -scene.h, x + size * 0.02, y - size * 0.3, scene.ink("#4a4440", 0.6))
        pen.circle(x, y + size * 0.04, size * 0.12, ink(rgb("#fff3c0")) if on else scene.ink("#fff8e6", 1.0))
        pen.blob([(x - size * 0.5, y), (x - size * 0.4, y - size * 0.24), (x, y - size * 0.4),
                  (x + size * 0.4, y - size * 0.24),
                  (x + size * 0.5, y)], scene.ink(color, 0.9))  # fmt: skip
        pen.rect(
            x - size * 0.5,
            y - size * 0.03,
            x + size * 0.5,
            y + size * 0.03,
            scene.ink(mix(rgb(color), np.ones(3, F), 0.3), 1.0),
            2,
        )
    return x, y
