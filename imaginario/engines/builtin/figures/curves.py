"""Shapes with a spine: tails, arms, trunks, horns; and small stars."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .ink import num

Point = tuple[float, float]


def spline(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """Points along a smooth curve through `points` (Catmull-Rom)."""
    if len(points) < 3:
        return list(points)
    ends = [points[0], *points, points[-1]]
    out: list[Point] = []
    for p0, p1, p2, p3 in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for i in range(steps):
            t = i / steps
            out.append((_catmull(p0[0], p1[0], p2[0], p3[0], t), _catmull(p0[1], p1[1], p2[1], p3[1], t)))
    return [*out, points[-1]]


def _catmull(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def _width(widths: Sequence[float], t: float) -> float:
    place = t * (len(widths) - 1)
    low = min(int(place), len(widths) - 2)
    part = place - low
    part = part * part * (3 - 2 * part)
    return widths[low] + (widths[low + 1] - widths[low]) * part


def ribbon(points: Sequence[Point], widths: Sequence[float], *, start: float = 0.0, end: float = 1.0) -> str:
    """Path of a band along the curve through `points`; `widths` run from its root to its tip.

    `start` and `end` (0 to 1) cut a piece out of it: a ring, a tip.
    """
    spine = spline(points)
    last = len(spine) - 1
    left: list[Point] = []
    right: list[Point] = []
    for i in range(round(start * last), round(end * last) + 1):
        (x, y), half = spine[i], _width(widths, i / last) / 2
        dx, dy = _along(spine, i)
        left.append((x - dy * half, y + dx * half))
        right.append((x + dy * half, y - dx * half))
    radius = _width(widths, end) / 2
    tail = radius if end >= 1 else 0
    cap = f"A{num(max(tail, 0.1))} {num(max(tail, 0.1))} 0 0 0" if tail else "L"
    head = f"M{_at(left[0])}" + "".join(f"L{_at(p)}" for p in left[1:])
    return head + f"{cap} {_at(right[-1])}" + "".join(f"L{_at(p)}" for p in right[-2::-1]) + "Z"


def draped(points: Sequence[Point], end: float, drop: float, side: int) -> tuple[str, str, str]:
    """A wide sleeve on the arm through `points`, as far as `end` (0 to 1): its cloth, its rim, its opening.

    It hangs `drop` units from its end, outward from an arm that hangs down; `side` is -1 or 1 as for arms.
    """
    spine = spline(points)
    last = round(end * (len(spine) - 1))
    (x, y), (dx, dy) = spine[last], _along(spine, last)
    nx, ny = (-dy, dx) if -dy * side * 0.6 + dx > 0 else (dy, -dx)
    fall = 0.7 + 0.5 * (1 - dy) / 2
    length = math.hypot(nx, ny + fall)
    hx, hy = nx / length, (ny + fall) / length
    top, tip = (x - nx * 20, y - ny * 20), (x + hx * drop, y + hy * drop)
    (sx, sy), (mx, my) = spine[0], spine[last * 2 // 3]
    root, armpit = (sx - nx * 16, sy - ny * 16), (sx + nx * 16, sy + ny * 16 + 10)
    bow = (mx + hx * drop * 1.02, my + hy * drop * 1.02)
    corner = (tip[0] - dx * 22, tip[1] - dy * 22)
    blunt = (tip[0] - dx * 9 + hx * 5, tip[1] - dy * 9 + hy * 5)
    over = (mx - nx * 24, my - ny * 24)
    out = (x + hx * drop * 0.4 + dx * 9, y + hy * drop * 0.4 + dy * 9)
    back = (x + hx * drop * 0.4 - dx * 5, y + hy * drop * 0.4 - dy * 5)
    rim = f"M{_at(top)}Q{_at(out)} {_at(tip)}"
    cloth = f"M{_at(root)}Q{_at(over)} {_at(top)}Q{_at(out)} {_at(tip)}"
    cloth += f"Q{_at(blunt)} {_at(corner)}Q{_at(bow)} {_at(armpit)}Z"
    return cloth, rim, f"{rim}Q{_at(back)} {_at(top)}Z"


def _along(spine: Sequence[Point], i: int) -> Point:
    (ax, ay), (bx, by) = spine[max(0, i - 1)], spine[min(len(spine) - 1, i + 1)]
    length = math.hypot(bx - ax, by - ay) or 1
    return (bx - ax) / length, (by - ay) / length


def _at(p: Point) -> str:
    return f"{num(p[0])} {num(p[1])}"


def star(x: float, y: float, r: float, inner: float = 0.5, points: int = 5) -> str:
    """Path of a star around (x, y), one point up."""
    ring = []
    for i in range(points * 2):
        reach = r if i % 2 == 0 else r * inner
        turn = i * math.pi / points
        ring.append(f"{num(x + reach * math.sin(turn))} {num(y - reach * math.cos(turn))}")
    return "M" + "L".join(ring) + "Z"


def heart(x: float, y: float, r: float) -> str:
    """Path of a heart about `2 * r` wide around (x, y)."""
    u = r / 10

    def at(dx: float, dy: float) -> str:
        return f"{num(x + dx * u)} {num(y + dy * u)}"

    return f"M{at(0, 9)}C{at(-16, -2)} {at(-9, -12)} {at(0, -4)}C{at(9, -12)} {at(16, -2)} {at(0, 9)}Z"
