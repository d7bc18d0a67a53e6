"""The two halves of painting a place: behind the subjects, and before them."""

from __future__ import annotations

from ..spec import SceneSpec
from .canvas import Canvas
from .near import near_layer
from .places import PAINTERS
from .scene import Scene
from .setting import AIRLESS, INDOORS
from .stage import Stage
from .streams import Streams
from .weather import falling, fireflies, fog, grade


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
    aloft = any(s.action == "fly" or s.relation == "over" for s in spec.subjects)
    near_layer(scene, crowded=aloft)
    if stage.place not in INDOORS and stage.place != "underwater":
        if scene.setting.fireflies and stage.place not in AIRLESS:
            fireflies(scene, stage.horizon_y)
        fog(scene, 0.3)
        falling(scene)
    grade(scene)
