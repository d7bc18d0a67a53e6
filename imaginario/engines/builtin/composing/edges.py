"""Everybody asked for is inside the picture: who would be cut by an edge is moved, or all are made smaller.

All lengths are canvas pixels; the actors have been placed, and are moved in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from .actors import Actor
from .bridging import is_bridge
from .camera import Frame

_EDGE = 0.02
"""What is kept free at the edges, as a share of the width and the height."""
_APART = frozenset({"back", "air", "float"})
"""They are kept inside one by one; the others stay together."""


def keep_inside(actors: Sequence[Actor], view: Frame) -> None:
    """Move whoever reaches beyond an edge back into the picture, with all that is attached to it."""
    clusters: dict[int, list[Actor]] = {}
    for actor in actors:
        root = _root(actor)
        if actor.height and root.role != "field" and not is_bridge(root):
            clusters.setdefault(id(root), []).append(actor)
    those = list(clusters.values())
    together = [a for c in those for a in c if _root(a).role not in _APART]
    for cluster in those:
        _below_the_top(cluster, view)
    _between_the_sides(together, view)
    for cluster in those:
        if _root(cluster[0]).role in _APART:
            _between_the_sides(cluster, view)


def _root(actor: Actor) -> Actor:
    """What carries it in the end: itself, or the mate of its mate."""
    while actor.mate is not None and actor.role in ("attached", "rider"):
        actor = actor.mate
    return actor


def reach(actors: Sequence[Actor]) -> tuple[float, float]:
    """From where to where they reach."""
    return min(a.x - 0.5 * a.width for a in actors), max(a.x + 0.5 * a.width for a in actors)


def _between_the_sides(actors: Sequence[Actor], view: Frame) -> None:
    if not actors:
        return
    edge = _EDGE * view.width
    left, right = reach(actors)
    if left >= edge and right <= view.width - edge:
        return
    fit = min(1.0, (view.width - 2 * edge) / (right - left))
    middle = 0.5 * (left + right)
    to = min(max(middle, edge + 0.5 * fit * (right - left)), view.width - edge - 0.5 * fit * (right - left))
    for actor in actors:
        actor.x = to + fit * (actor.x - middle)
    if fit < 1:
        _shrink(actors, fit)


def _below_the_top(cluster: Sequence[Actor], view: Frame) -> None:
    """Lower what flies, make smaller what stands."""
    top, edge = min(a.top for a in cluster), 0.5 * _EDGE * view.height
    root = _root(cluster[0])
    if top >= edge or root.base <= edge:
        return
    if root.role in ("air", "float"):
        for actor in cluster:
            actor.base += edge - top
        return
    fit = (root.base - edge) / (root.base - top)
    _shrink(cluster, fit)
    for actor in cluster:
        actor.x = root.x + fit * (actor.x - root.x)


def _shrink(actors: Sequence[Actor], fit: float) -> None:
    """All smaller, those on others still on them."""
    feet = {id(a): _root(a).base for a in actors}
    for actor in actors:
        actor.height *= fit
        actor.lift *= fit
        base = feet[id(actor)] - fit * (feet[id(actor)] - actor.base)
        actor.layer += actor.base - base
        actor.base = base
