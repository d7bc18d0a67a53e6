"""The scenery."""

from .canvas import Canvas
from .scene import Scene
from .stage import Stage
from .streams import Streams
from ..spec import SceneSpec
from .places.meadow import meadow
from .places.shore import beach,sea


def paint_place(canvas: Canvas, spec: SceneSpec, streams: Streams) -> Stage:
    scene = Scene.of(canvas, spec, streams)
    return {"meadow": meadow,"beach":beach,"sea":sea}[scene.setting.place](scene)
