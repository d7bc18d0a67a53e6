"""The scenery."""

from .canvas import Canvas
from .scene import Scene
from .stage import Stage
from .streams import Streams
from ..spec import SceneSpec
from .places.meadow import meadow
from .places.cosmos import space,moon,sky
from .places.deep import underwater
from .places.waters import lake,river
from .places.dry import desert
from .places.shore import beach,sea
from .places.woods import forest,jungle
from .places.peaks import mountains,snow


def paint_place(canvas: Canvas, spec: SceneSpec, streams: Streams) -> Stage:
    scene = Scene.of(canvas, spec, streams)
    return {"meadow": meadow,"beach":beach,"sea":sea,"forest":forest,"jungle":jungle,"mountains":mountains,"snow":snow,"lake":lake,"river":river,"desert":desert,"space":space,"moon":moon,"sky":sky,"underwater":underwater}[scene.setting.place](scene)
