"""Who flies: over what they fly over, spread over the sky, clear of heads. All lengths are canvas pixels."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from .actors import FLYING_MOUNTS, Actor
from .camera import Frame, hero_height


def fly(actors: list[Actor], view: Frame, everyone: Sequence[Actor]) -> None:
    """Fliers: over what they fly over, else spread over the sky; a lone one takes the middle."""
    if not actors:
        return
    rng = view.streams["air"]
    alone = all(a.role in ("air", "field", "rider") for a in everyone)
    tallest = max(actors, key=lambda a: a.visual)
    for number, actor in enumerate(actors):
        shake = rng.random(3) - 0.5
        _fly(actor, number, view, alone and len(actors) == 1, tallest, len(actors), shake.tolist())
        actor.tilt = 10 * float(shake[2])
        actor.shadow = alone and not view.stage.floating and not view.stage.water
    group = [a for a in everyone if a.role in ("ground", "water")]
    roofs = [a for a in everyone if a.role == "back"]
    for number, actor in enumerate(actors):
        those = [*group, *roofs] if actor.entry.kind == "sky" else group
        _keep_clear(actor, those, view, number, len(actors))


def _keep_clear(flier: Actor, group: Sequence[Actor], view: Frame, number: int, count: int) -> None:
    """A bird beside a head instead of before it: in the nearest gap, several in all gaps by turns."""
    hidden = flier.mate is not None and flier.base > flier.mate.top + 0.3 * flier.tall
    group = [a for a in group if hidden or a is not flier.mate]
    before = [a for a in group if flier.base > a.top and flier.top < a.base]
    spans = [(a.x - w, a.x + w) for a in before if (w := _apart(flier, a))]
    if all(not low < flier.x < high for low, high in spans):
        return
    gaps = _gaps(spans, 0.5 * flier.width, view.width - 0.5 * flier.width)
    if gaps:
        near = min(gaps, key=lambda g: max(g[0] - flier.x, flier.x - g[1]))
        low, high = gaps[number % len(gaps)] if count >= _FLOCK else near
        if count >= _FLOCK and len(gaps) == 1:
            _share_a_gap(flier, low, high, number)
        else:
            flier.x = low + (high - low) * ((0.1 + 0.618 * number) % 1)
        return
    _squeeze(flier, before, view)


_FLOCK = 3
"""That many would hide each other in one gap."""


def _share_a_gap(flier: Actor, low: float, high: float, number: int) -> None:
    """One of several side by side where only one gap is free; their middles lie between `low` and `high`."""
    left, each = low - 0.5 * flier.width, (high - low + flier.width) / _FLOCK
    flier.height *= min(1.0, max(0.55, each / flier.width))
    flier.x = left + (number % _FLOCK + 0.5) * each


def _apart(flier: Actor, other: Actor) -> float:
    return 0.5 * (0.8 * flier.width + min(other.width, 0.9 * other.height))


def _gaps(spans: Sequence[tuple[float, float]], left: float, right: float) -> list[tuple[float, float]]:
    """What is free between `left` and `right`."""
    found = []
    for low, high in sorted(spans):
        if low > left:
            found.append((left, min(low, right)))
        left = max(left, high)
    return [*found, (left, right)] if left < right else found


def _squeeze(flier: Actor, before: Sequence[Actor], view: Frame) -> None:
    """Where heads leave no gap: small, at the top, where they are farthest apart."""
    heads = sorted(a.x for a in before)
    between = [(a + b) / 2 for a, b in itertools.pairwise(heads)]
    places = [0.1 * view.width, *between, 0.9 * view.width]
    flier.x = max(places, key=lambda x: min(abs(x - head) for head in heads))
    flier.height = min(flier.height, 0.2 * view.height)
    flier.base = flier.tall + 0.02 * view.height


_LARGE, _PLANE = 1.3, 0.66
"""From what size on a vehicle is larger than birds in the same sky, and how large then."""


def _fly(
    actor: Actor, number: int, view: Frame, alone: bool, tallest: Actor, count: int, shake: Sequence[float]
) -> None:
    width, height = view.width, view.height
    driven = tallest.entry.kind == "vehicle" and tallest.natural > _LARGE
    size = hero_height(tallest, view, count) * (0.92 if alone else _PLANE if driven else 0.56)
    actor.height = min(size * actor.visual / tallest.visual, 0.6 * width / actor.shape.width)
    if alone:
        lifted = actor.subject.id in FLYING_MOUNTS
        actor.height *= 0.8 if lifted else 1.0
        actor.x, actor.base = view.camera.x * width, (0.36 if lifted else 0.46) * height + actor.tall / 2
        return
    column = (0.27, 0.73, 0.5, 0.13, 0.88, 0.39, 0.62)[number % 7]
    actor.x = width * (column + 0.08 * shake[0])
    level = 0.25 + (0.0, -0.1, 0.11)[number % 3] + 0.09 * shake[1]
    if count > 2:
        actor.height = min(actor.height, 0.62 * width / count / actor.shape.width) * (1 + 0.4 * shake[2])
    actor.base = level * height + actor.height / 2
    below = actor.mate
    if below is not None:
        actor.height = min(1.3 * actor.height, 0.42 * height)
        room = max(below.top, 0.16 * height) / actor.shape.height
        actor.height = max(0.5 * actor.height, min(actor.height, room))
        aside = min(0.1 * width, 0.3 * below.width)
        actor.x = (
            below.x
            + (-aside if below.x > width / 2 else aside)
            + number * max(0.1 * width, 0.7 * actor.width)
        )
        actor.base = max(below.top + 0.08 * actor.height, actor.tall + 0.03 * height)
    half = actor.width / 2
    actor.x = min(max(actor.x, half * 0.9), width - half * 0.9)
    actor.base = max(actor.base, actor.tall + 0.02 * height)
    actor.layer = height
