"""What the composer adds to make a place carry its figures: a rock in the sea, a sill at the window."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..pixels import F, mix, rgb
from ..scenery.canvas import Canvas
from ..scenery.pen import ink
from ..scenery.stage import Stage
from ..scenery.streams import Streams
from .actors import Actor, at_sea
from .bridging import is_bridge


def before(canvas: Canvas, stage: Stage, actor: Actor, streams: Streams) -> None:
    """Paint what must lie under the actor."""
    if (
        at_sea(stage)
        and actor.entry.kind in ("building", "plant")
        and actor.role in ("back", "ground")
        and not is_bridge(actor)
    ):
        _rock(canvas, stage, actor, streams)
    elif actor.perched:
        _branch(canvas, stage, actor)
    elif actor.lift:
        _legs(canvas, stage, actor)
    elif actor.subject.id in _RAILED and actor.role == "ground" and stage.road_y is None and not stage.indoor:
        _rails(canvas, stage, actor)
    elif actor.role == "attached" and actor.mate is None and stage.window is not None:
        _sill(canvas, stage)


_RAILED = frozenset({"train", "passenger-train", "tram", "subway"})


def _rails(canvas: Canvas, stage: Stage, actor: Actor) -> None:
    """Two rails on sleepers from one edge of the picture to the other, where a train stands."""
    u, y, light = 0.03 * actor.height, actor.base, stage.ambient.astype(F)
    wood, iron, shine = (ink(rgb(c) * light) for c in ("#7a5a44", "#6a7080", "#b9c0cc"))
    with canvas.pen((0, y - 3 * u, canvas.width, y + 4 * u)) as pen:
        for number in range(int(canvas.width / (4 * u)) + 2):
            x = 4 * u * number
            pen.poly(
                [
                    (x, y - 1.5 * u),
                    (x + 1.4 * u, y - 1.5 * u),
                    (x + u, y + 2.5 * u),
                    (x - 0.6 * u, y + 2.5 * u),
                ],
                wood,
            )
        for down in (-0.8, 1.4):
            pen.rect(-2, y + down * u, canvas.width + 2, y + (down + 0.55) * u, iron)
            pen.rect(-2, y + down * u, canvas.width + 2, y + (down + 0.2) * u, shine)


def ice(canvas: Canvas, stage: Stage, actors: Sequence[Actor]) -> None:
    """A frozen pond under all who skate."""
    skaters = [a for a in actors if a.on_ice and a.role == "ground"]
    if not skaters:
        return
    wide, base = canvas.width, max(a.base for a in skaters)
    up = base - min(a.base for a in skaters) + _ICE * canvas.height
    top, bottom, middle = base - up, min(base + 0.75 * up, 0.99 * canvas.height), 0.5 * wide
    tint = stage.ambient.astype(F)
    with canvas.pen() as pen:
        for grow, tone in ((0.02, "#f6fbff"), (0.0, "#b9e0f3"), (-0.03, "#cbeaf8")):
            half, rise = (0.56 + grow) * wide, 0.5 * (bottom - top) * (1 + 3 * grow)
            pen.ellipse(middle, 0.5 * (top + bottom), half, rise, ink(rgb(tone) * tint))
        for x, y, long in (
            (0.16, 0.3, 0.2),
            (0.3, 0.62, 0.16),
            (0.62, 0.28, 0.14),
            (0.7, 0.7, 0.2),
            (0.5, 0.84, 0.12),
        ):
            left, down = x * wide, top + y * (bottom - top)
            streak = [(left, down), (left + long * wide, down - 0.02 * canvas.height)]
            pen.stroke(streak, 3.0 * stage.unit, 1.0 * stage.unit, ink(rgb("#ffffff") * tint, 0.75))


_ICE = 0.085
"""How far the ice reaches behind who skates on it, by the height of the picture."""


def lamplight(canvas: Canvas, stage: Stage, at: tuple[float, float], size: float) -> None:
    """The light around a lantern or candle of that size (in pixels) at night."""
    canvas.glow(*at, 4.0 * size, rgb("#ff9f3d"), 0.5)
    canvas.glow(*at, 1.5 * size, rgb("#ffd98a"), 0.55, 1.3)


def _rock(canvas: Canvas, stage: Stage, actor: Actor, streams: Streams) -> None:
    """A boulder that rises from the water around the foot of a building."""
    rng = streams[f"rock{actor.index}"]
    half = 0.62 * actor.width + 0.05 * actor.height
    floor = actor.base + 0.12 * actor.height
    lumps = []
    for number in range(11):
        t = (number / 10 - 0.5) * 2
        size = half * (0.24 + 0.2 * (1 - abs(t))) * float(rng.uniform(0.8, 1.2))
        lumps.append((actor.x + t * half, floor - 0.35 * size - 0.05 * actor.height * (1 - t * t), size))
    lit = stage.ambient.astype(F)
    tones = [
        mix(rgb(c) * lit, stage.fog_color.astype(F), 0.5 * actor.depth)
        for c in ("#2f3138", "#5c5f69", "#a29f9c")
    ]
    canvas.puff(lumps, tones, light=(0.6 * stage.light_side, -0.8), soft=0.25, balls=True, floor=floor)
    canvas.shadow(actor.x, floor, 1.2 * half, 0.14 * half, stage.shadow_color, 0.35)


def _legs(canvas: Canvas, stage: Stage, actor: Actor) -> None:
    """Four turned legs below furniture that somebody is under, the farther two behind and darker."""
    floor, wide = actor.base + actor.lift, max(3.0, 0.05 * actor.width)
    canvas.shadow(actor.x, floor, 0.5 * actor.width, 0.16 * actor.lift + 2, stage.shadow_color, 0.5)
    for across, short, tone in (
        (-0.32, 0.16, "#62422c"),
        (0.32, 0.16, "#62422c"),
        (-0.43, 0, "#80563a"),
        (0.43, 0, "#80563a"),
    ):
        high = round((1 - short) * actor.lift + 0.04 * actor.height)
        x = actor.x + across * actor.width - 0.5 * wide
        down = np.linspace(0, 1, high, dtype=F)[:, None]
        at = (np.arange(round(wide), dtype=F)[None, :] + F(0.5)) / F(round(wide)) - F(0.5)
        shape = np.clip((F(0.5) - F(0.22) * down - np.abs(at)) * F(wide), 0, 1)
        color = rgb(tone) * stage.ambient.astype(F)
        canvas.paint(shape, round(x), round(floor - short * actor.lift) - high, color)


def _branch(canvas: Canvas, stage: Stage, actor: Actor) -> None:
    """From the middle of the tree to beyond the feet of who is on it."""
    mate = actor.mate
    assert mate is not None
    wide, half = 0.02 * mate.height, 0.5 * actor.width + 0.1 * mate.width
    along = ((-1.0, 0.9), (-0.5, 1.2), (0.0, 1.1), (0.5, 0.6), (1.0, -0.4))
    line = [(actor.x + x * half, actor.base + (y - 0.8) * wide) for x, y in along]
    tint = stage.ambient.astype(F)
    with canvas.pen() as pen:
        pen.stroke(line, 2.0 * wide, 1.0 * wide, ink(rgb("#7d5238") * tint))
        lit = [(x, y - 0.4 * wide) for x, y in line]
        pen.stroke(lit, 0.6 * wide, 0.4 * wide, ink(rgb("#a5754f") * tint))
        for side, (x, y) in ((-1, line[0]), (1, line[-1])):
            pen.leaf(x, y, 4.5 * wide, 2.0 * wide, -0.5 * side, ink(rgb("#58a85a") * tint))


def _sill(canvas: Canvas, stage: Stage) -> None:
    """A wooden board under the window, wide enough to sit on."""
    assert stage.window is not None
    left, _, right, bottom = stage.window
    thick = max(4, round(15 * stage.unit))
    spread = 0.1 * (right - left)
    shade = np.ones((thick, round(right - left + 2 * spread)), F)
    color = rgb("#b98a5a") * stage.ambient.astype(F)
    x = round(left - spread)
    canvas.paint(shade, x, bottom, color)
    canvas.paint(shade[: max(1, thick // 4)], x, bottom, mix(color, stage.light_color.astype(F), 0.35))
    canvas.paint(shade * F(0.35), x, bottom + thick, stage.shadow_color.astype(F))
