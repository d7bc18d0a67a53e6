"""The two halves of painting a place: behind the subjects, and before them."""

from __future__ import annotations

from ..spec import SceneSpec
from .aloft import in_the_air
from .canvas import Canvas
from .flowers import fallen_leaves
from .near import near_layer
from .places import painter
from .scene import Scene
from .setting import INDOORS, UNDER_A_ROOF
from .stage import Stage
from .streams import Streams
from .weather import adrift, falling, fog, grade

_PAVED = frozenset({"street", "square", "city", "market", "alley", "road", "steps"})
_BLOSSOMING = frozenset(
    {"meadow", "forest", "garden", "village", "lake", "river", "castle", "farm", "park", "orchard", "hill"}
)


def paint_place(canvas: Canvas, spec: SceneSpec, streams: Streams) -> Stage:
    """Paints the place of a spec over the whole canvas; what the spec leaves open, the seed chooses."""
    scene = Scene.of(canvas, spec, streams)
    stage = painter(scene.setting.place, scene.setting.kind)(scene)
    _litter(scene, stage)
    level = scene.with_layout(horizon=stage.horizon_y / max(1, canvas.height))
    if stage.place not in INDOORS:
        fog(level)
        adrift(level, near=False)
    in_the_air(level, near=False)
    canvas.a.clip(0, 1, out=canvas.a)
    return stage


def _litter(scene: Scene, stage: Stage) -> None:
    """Leaves on pavements in autumn (lawns have their own), petals wherever trees blossom in spring."""
    season, top = scene.setting.season, stage.horizon_y
    if season == "autumn" and stage.place in _PAVED:
        fallen_leaves(scene, "litter", top + 0.28 * (scene.h - top), scene.h, 130)
    elif season == "spring" and stage.place in _PAVED | _BLOSSOMING and scene.allows("tree"):
        fallen_leaves(scene, "litter", top + 0.3 * (scene.h - top), scene.h, 90)


def finish(canvas: Canvas, stage: Stage, spec: SceneSpec, streams: Streams) -> None:
    """Paints what stands before the subjects: near foliage, falling weather, and the last wash of light."""
    scene = Scene.of(canvas, spec, streams)
    scene = scene.with_layout(horizon=stage.horizon_y / max(1, canvas.height))
    aloft = any(s.action == "fly" or s.relation == "over" for s in spec.subjects)
    near_layer(scene, crowded=aloft)
    if stage.place not in INDOORS and stage.place != "underwater":
        fog(scene, 0.3)
        if scene.setting.kind not in UNDER_A_ROOF:
            falling(scene)
    in_the_air(scene, near=True)
    grade(scene)
