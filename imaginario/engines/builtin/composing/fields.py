"""Many of a kind: fields of flowers, groves, crowds and flocks, scattered from far to near."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image

from .actors import Actor
from .camera import Frame

Render = Callable[[Actor, int, bool], Image.Image]
"""Draws an actor at a height in pixels, mirrored or not."""


def scatter(actors: Sequence[Actor], view: Frame, heroes: Sequence[Actor]) -> list[Actor]:
    """Spread the actors of each field over the land, leaving the heroes free; returns what to draw."""
    found: list[Actor] = []
    for index in sorted({a.index for a in actors}):
        own = [a for a in actors if a.index == index]
        found += _field(own, index, view, heroes)
    return sorted(found, key=lambda a: a.order)


def _field(own: Sequence[Actor], index: int, view: Frame, heroes: Sequence[Actor]) -> list[Actor]:
    rng = view.streams[f"field{index}"]
    first = own[0]
    tree = first.entry.kind == "plant" and first.entry.size >= 1.2
    plant = first.entry.kind == "plant"
    count = _count(len(own), tree, plant, view)
    far, near = _band(first, tree, view)
    free = [(h.x, max(0.36 * h.width, 0.04 * view.width), h.base) for h in heroes]
    # A shaken grid: even enough to fill the land, uneven enough to look grown.
    depths = np.sort((np.arange(count) + rng.random(count)) / count)
    walk = (np.arange(count) * 0.618 + rng.random(count) * 0.25 + float(rng.random())) % 1.0
    field = []
    for number in range(count):
        t = float(depths[number]) ** 1.25
        base = far + (near - far) * t
        x = _aside(float(walk[number]) * 1.08 - 0.04, base, view.width, free)
        field.append(_grown(first, own[number % len(own)], x, base, t, tree, plant, view, rng))
    return field


def _count(asked: int, tree: bool, plant: bool, view: Frame) -> int:
    """Plants fill the land whatever the number; everything else is drawn as often as asked."""
    wide = max(1.0, view.width / view.height)
    if not plant:
        return asked
    return round((min(14, 6 + asked) if tree else min(60, 30 + asked)) * min(1.6, wide))


def _band(first: Actor, tree: bool, view: Frame) -> tuple[float, float]:
    """The y of the farthest and of the nearest feet."""
    stage = view.stage
    depth = max(0.05 * view.height, stage.ground_y - stage.horizon_y)
    if first.entry.anchor == "sky" or stage.floating:
        return 0.12 * view.height, (0.9 if stage.floating else 0.55) * view.height
    if stage.water and first.entry.anchor in ("water", "underwater") and stage.water_y:
        top, bottom = stage.water_y
        return top + 0.15 * (bottom - top), bottom
    if tree:
        return stage.horizon_y + 0.3 * depth, stage.ground_y - 0.22 * depth
    return stage.horizon_y + 0.42 * depth, min(1.02 * view.height, stage.ground_y + 0.6 * depth)


def _aside(x: float, base: float, width: int, free: Sequence[tuple[float, float, float]]) -> float:
    """Keep a thing from growing before a hero's body: push it to the nearer side."""
    at = x * width
    for middle, half, feet in free:
        if abs(at - middle) < half and base > feet - 0.02 * width:
            at = middle + half * (1.1 if at >= middle else -1.1)
    return at


def _grown(
    first: Actor, like: Actor, x: float, base: float, t: float, tree: bool, plant: bool, view: Frame,
    rng: np.random.Generator,
) -> Actor:  # fmt: skip
    share = 0.3 if tree else 0.2 if plant else 0.24
    size = share * first.natural**0.6 * view.reach * (0.34 + 0.66 * t) * float(rng.uniform(0.82, 1.15))
    return Actor(
        first.index, like.copy, first.subject, first.entry, "field", first.shape, size, x, base,
        depth=0.42 * (1 - t) ** 1.3, flip=bool(rng.random() < 0.5), shadow=not view.stage.floating,
    )  # fmt: skip


class Shared:
    """A few renderings of each kind, shrunk and mirrored: dozens of figures for the price of five."""

    LADDER = 1.6

    def __init__(self, render: Render) -> None:
        self._render = render
        self._kept: dict[tuple[int, int], Image.Image] = {}

    def image(self, actor: Actor) -> Image.Image:
        """The figure at its height, from the next larger rung of the ladder."""
        high = max(2.0, actor.height)
        rung = math.ceil(math.log(high, self.LADDER))
        drawn = round(self.LADDER**rung)
        key = (actor.index, rung)
        if key not in self._kept:
            self._kept[key] = self._render(actor, drawn, False)
        image = self._kept[key]
        scale = high / drawn
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        small = image.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
        return small.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if actor.flip else small
