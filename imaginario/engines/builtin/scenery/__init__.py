"""The scenery of a picture: everything but its subjects.

    canvas = Canvas(768, 768)
    streams = Streams(seed)
    stage = paint_place(canvas, spec, streams)    # sky, distance, ground
    ...                                           # the composer draws the subjects on the stage
    finish(canvas, stage, spec, streams)          # near leaves, weather, the last wash

The same spec, size and seed give the same pixels. Every layer draws from its own named random stream,
so avoiding one ("clouds") leaves the others where they were, and sizes of one shape share a composition.
"""

from __future__ import annotations

from ..spec import SceneSpec
from .canvas import Canvas
from .contact import sheet
from .near import near_layer
from .places import PAINTERS
from .scene import Scene
from .setting import INDOORS, Setting, resolve
from .stage import Stage
from .streams import Streams
from .weather import falling, fog, grade

__all__ = ["Canvas", "Setting", "Stage", "Streams", "finish", "paint_place", "resolve", "sheet"]


def paint_place(canvas: Canvas, spec: SceneSpec, streams: Streams) -> Stage:
    """Paints the place of a spec over the whole canvas; what the spec leaves open, the seed chooses."""
    scene = Scene.of(canvas, spec, streams)
    stage = PAINTERS[scene.setting.place](scene)
    if stage.place not in INDOORS:
        fog(scene.with_layout(horizon=stage.horizon_y / max(1, canvas.height)))
    canvas.a.clip(0, 1, out=canvas.a)
    return stage


def finish(canvas: Canvas, stage: Stage, spec: SceneSpec, streams: Streams) -> None:
    """Paints what stands before the subjects: near foliage, falling weather, and the last wash of light."""
    scene = Scene.of(canvas, spec, streams)
    scene = scene.with_layout(horizon=stage.horizon_y / max(1, canvas.height))
    near_layer(scene)
    if stage.place not in INDOORS and stage.place != "underwater":
        fog(scene, 0.3)
        falling(scene)
    grade(scene)
