"""Illustration: the scene as painted, with a soft bloom, a little more colour and a fine grain."""

from __future__ import annotations

from ..pixels import Array as Pixels
from ..pixels import F, luma, saturate
from ._ops import blur, noise, vignette
from ._plate import Plate

LIGHT = True


def paint(plate: Plate) -> Pixels:
    """A storybook print."""
    a, u = saturate(plate.pixels, 1.08), plate.unit
    # One plane at a time, in place: a large canvas would not leave room for more pictures than this one.
    dusk = vignette(a, 0.16, plate.inner)
    wash = _wash(plate)
    wash *= dusk
    tooth = _tooth(plate)
    tooth *= dusk
    del dusk
    tone = luma(a)
    for i in range(3):
        plane = a[..., i]
        glow = plane - F(0.62)
        glow.clip(0, 1, out=glow)
        glow *= tone
        glow = blur(glow, 22 * u) * F(0.9)
        glow.clip(0, 0.5, out=glow)
        glow *= 1 - plane
        plane += glow
        plane *= wash
        plane += tooth
    return a


def _wash(plate: Plate) -> Pixels:
    """Factors around 1: pigment lies unevenly, less so on the subjects."""
    wash = noise(plate.rng("wash"), plate.subjects.shape, 4, 4)
    wash -= F(0.5)
    wash *= F(0.06)
    wash *= 1 - 0.6 * plate.subjects
    wash += 1
    return wash


def _tooth(plate: Plate) -> Pixels:
    """The grain of the paper, a little light more or less."""
    tooth = noise(plate.rng("tooth"), plate.subjects.shape, 200, 2)
    tooth -= F(0.5)
    tooth *= F(0.032)
    return tooth
