"""How all below the chin is scaled: ages, girth and long clothes."""

from __future__ import annotations

from dataclasses import dataclass

from . import ages
from .clothes import Clothes
from .ink import group, num
from .look import Look
from .poses import SOLE, Pose

_SHOULDERS = 100.0


@dataclass(frozen=True, slots=True)
class Build:
    """How all below the chin is scaled; the soles stay where they are."""

    wide: float
    tall: float
    legs: float
    """How much longer the legs are, in units before scaling."""

    def whole(self, below: str) -> str:
        """What stands on the ground."""
        if self.wide == self.tall == 1:
            return below
        return group(
            below, f"translate(0 {num(SOLE * (1 - self.tall))}) scale({self.wide:.3f} {self.tall:.3f})"
        )

    def upper(self, body: str) -> str:
        """What is carried by the legs."""
        return self.whole(group(body, f"translate(0 {num(-self.legs)})") if self.legs else body)

    @property
    def rise(self) -> float:
        """How much higher the shoulders are than a child's."""
        return (SOLE - _SHOULDERS + self.legs) * self.tall - (SOLE - _SHOULDERS)


def build_of(look: Look, clothes: Clothes | None, pose: Pose) -> Build:
    """The build of a look: long clothes are longer instead of showing longer legs, and who sits has none."""
    body = ages.stature(look)
    tall, legs = body.tall * look.build, body.legs + look.legs
    if pose.legs in ("sit", "astride", "pedal"):
        legs = 0.0
    elif clothes and (clothes.below or clothes.shape in ("robe", "gown", "slim")):
        tall, legs = tall * (1 + legs / (SOLE - _SHOULDERS)), 0.0
    return Build(body.wide * look.build * look.girth, tall, legs)
