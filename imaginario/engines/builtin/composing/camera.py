"""The camera: how near the group stands and where, and how tall the tallest of it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..scenery.stage import Stage
from ..scenery.streams import Streams
from .actors import Actor
from .studio import BARE


@dataclass(frozen=True, slots=True)
class Camera:
    """One layout: where the group stands and how near it is."""

    name: str
    x: float
    """Middle of the group, as a share of the width."""
    zoom: float
    rise: float
    """How far up from the foreground the feet are, as a share of the ground's height."""


CAMERAS = (
    Camera("centre", 0.5, 1.0, 0.0),
    Camera("left", 0.34, 0.98, 0.0),
    Camera("right", 0.66, 0.98, 0.0),
    Camera("low", 0.5, 1.2, -0.12),
    Camera("far", 0.6, 0.72, 0.24),
    Camera("near-left", 0.38, 1.14, -0.08),
    Camera("near-right", 0.62, 1.14, -0.08),
    Camera("far-left", 0.3, 0.78, 0.14),
    Camera("wide", 0.7, 0.62, 0.1),
)
CHANCES = (0.14, 0.13, 0.13, 0.11, 0.11, 0.1, 0.1, 0.1, 0.08)
STEADY = (CAMERAS[0], Camera("step-left", 0.43, 0.94, 0.0), Camera("step-right", 0.57, 0.94, 0.0))
"""For rooms, whose furniture keeps the middle free."""
NARROW = frozenset({"street", "alley"})
"""Places with walls at both sides, where one stands in the middle."""
_LANE = 0.76
"""How wide those are where the foremost stand, by the width of the picture."""
_STRIDE = 0.5698402909980532
"""Neighbouring seeds step through the cameras by this share, so that they differ (a plastic-number walk)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The canvas and its stage, with the camera chosen."""

    width: int
    height: int
    stage: Stage
    camera: Camera
    streams: Streams

    @property
    def room(self) -> float:
        """How wide a row on foot may be: between the walls of a narrow street, else nearly to the edges."""
        return (_LANE if self.stage.place in NARROW else 0.9) * self.width

    @property
    def reach(self) -> float:
        """The length that sizes are taken from: the height, on tall canvases bounded by the width."""
        return min(self.height, 1.35 * self.width)

    def ground(self, rise: float) -> float:
        """The y of feet `rise` of the way from the foreground to the horizon."""
        stage = self.stage
        return stage.ground_y - rise * max(0.0, stage.ground_y - stage.horizon_y)


def frame(width: int, height: int, stage: Stage, streams: Streams, actors: Sequence[Actor]) -> Frame:
    """Choose the camera by the seed; a scene that needs its middle keeps it."""
    turn = (streams.seed * _STRIDE + 0.06 * float(streams["camera"].random())) % 1.0
    steady = stage.indoor or stage.place in NARROW
    cameras, chances = (STEADY, (0.4, 0.3, 0.3)) if steady else (CAMERAS, CHANCES)
    camera = cameras[min(int(np.searchsorted(np.cumsum(chances), turn)), len(cameras) - 1)]
    crowded = sum(a.role in ("ground", "float", "water") for a in actors) > 3
    tied = any(a.mate is not None and a.role == "attached" for a in actors)
    if crowded or tied or stage.table or stage.place == BARE:
        camera = CAMERAS[0]
    return Frame(width, height, stage, camera, streams)


def hero_height(actor: Actor, view: Frame, crowd: int) -> float:
    """How tall the tallest of a group is drawn: natural sizes matter, but a lone mouse is no speck."""
    share = (
        (0.74 if view.stage.place == BARE else 0.5)
        * actor.natural**0.32
        * (1.0, 0.97, 0.93, 0.8, 0.74)[min(crowd, 5) - 1]
    )
    height = share * view.reach * view.camera.zoom * min(1.15, max(0.85, view.stage.scale))
    return min(height, 0.86 * view.width / actor.shape.width, 0.86 * view.height / actor.shape.height)
