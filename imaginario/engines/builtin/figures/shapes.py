"""Painters of one shape or two, of which many ears, markings and hairdos are made."""

from __future__ import annotations

from collections.abc import Callable

from .ink import Ink, path
from .look import Look

Painter = Callable[[Ink, Look], str]
"""Draws a part of a head as SVG, in head units: the skull is a circle of about 100 around the origin."""


def pricked(outer: str, inner: str, *, own: bool = False) -> Painter:
    """An ear: the path `outer` in the fur, or in the ears' `own` colour, and `inner` in what is inside."""

    def draw(ink: Ink, look: Look) -> str:
        fur = (look.ear_color if own else "") or look.fur
        return path(outer, ink.slope(fur)) + path(inner, ink.slope(look.inner))

    return draw


def rounded(d: str, color: str, shade: float) -> Painter:
    """The path `d` as a lit ball in one of a look's colours, by the name of its field."""

    def draw(ink: Ink, look: Look) -> str:
        return path(d, ink.ball(getattr(look, color), shade))

    return draw
