"""A folding screen of gold leaf, painted in the East Asian manner."""

from __future__ import annotations

from .pen import Sketch
from .scene import Scene

GOLD, PALE_GOLD = "#e2b146", "#f8dd8a"


def folding_screen(scene: Scene, it: Sketch, kind: int) -> None:
    """A folding screen of gold leaf, painted with a pine, with hills under the sun, or with bamboo."""
    for i in range(4):
        a = -0.6 + 0.3 * i
        tilt = 0.02 if i % 2 else -0.02
        it.poly(
            scene.ink("#5a2f22", 0.6), (a, 0.16), (a + 0.3, 0.16), (a + 0.3, 0.93 + tilt), (a, 0.93 - tilt)
        )
        tone = 0.92 if i % 2 else 1.0
        it.poly(
            scene.ink(GOLD if i % 2 else "#ecc25c", tone),
            (a + 0.012, 0.18),
            (a + 0.288, 0.18),
            (a + 0.288, 0.91 + tilt),
            (a + 0.012, 0.91 - tilt),
        )
    for a, b, wide in ((-0.5, 0.8, 0.16), (0.22, 0.84, 0.2), (-0.1, 0.7, 0.14), (0.5, 0.62, 0.1)):
        for d in (-0.5, 0.0, 0.5):
            it.ellipse(a + d * wide, b + 0.012 * (d == 0), wide * 0.45, 0.022, scene.ink(PALE_GOLD, 1.0))
    bark, leaf, light = scene.ink("#6a4430", 0.8), scene.ink("#3f7f5a", 0.8), scene.ink("#5f9f6a", 1.0)
    if kind == 0:
        it.stroke(bark, 0.07, 0.03, (-0.36, 0.3), (-0.28, 0.5), (-0.4, 0.62), (-0.16, 0.78), (0.08, 0.76))
        for a, b, wide in ((-0.44, 0.66, 0.15), (-0.16, 0.82, 0.17), (0.12, 0.76, 0.14), (-0.2, 0.58, 0.11)):
            it.ellipse(a, b, wide, 0.05, leaf)
            it.ellipse(a - 0.02, b + 0.02, wide * 0.75, 0.028, light)
    elif kind == 1:
        it.circle(0.3, 0.76, 0.085, scene.ink("#e0553f", 1.0))
        for a, high, tint in ((-0.38, 0.8, "#4f8f8f"), (0.34, 0.62, "#5f9a86"), (0.0, 0.7, "#3f7f86")):
            it.poly(scene.ink(tint, 0.9), (a - 0.2, 0.3), (a, high), (a + 0.2, 0.3))
            it.poly(
                scene.ink("#fff6e2", 1.0),
                (a - 0.045, high - 0.09),
                (a, high),
                (a + 0.045, high - 0.09),
                (a, high - 0.06),
            )
    else:
        for a, lean in ((-0.44, 0.03), (-0.34, -0.02), (0.3, 0.02), (0.42, -0.03)):
            it.line((a, 0.2), (a + lean, 0.9), 0.026, leaf)
            for i in range(4):
                x, y = a + lean * i / 4, 0.46 + 0.12 * i
                for d in (-1, 1):
                    it.poly(
                        light if d < 0 else leaf,
                        (x, y),
                        (x + d * 0.07, y + 0.035),
                        (x + d * 0.13, y - 0.01),
                        (x + d * 0.06, y + 0.005),
                    )
