"""Where subjects stand in a meadow, without a picture of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from imaginario.engines.builtin.composing.actors import Actor, Shape, cast
from imaginario.engines.builtin.composing.blocking import block
from imaginario.engines.builtin.composing.camera import frame
from imaginario.engines.builtin.figures import measure
from imaginario.engines.builtin.scenery import Stage, Streams
from imaginario.engines.builtin.spec import SceneSpec, Subject
from imaginario.engines.builtin.vocabulary import load

SIZE = 768


def placed(
    *subjects: Subject, seed: int = 1, told: Sequence[Mapping[str, Any]] = (), **more: Any
) -> list[Actor]:
    """The actors in their places, with the proportions of their drawings."""
    shapes = {}
    for index, subject in enumerate(subjects):
        width, height, middle = measure(subject, height=100)
        shapes[index] = Shape(width / 100, height / 100, middle)
    stage = Stage(place="meadow", horizon_y=0.58 * SIZE, ground_y=0.86 * SIZE, unit=1.0)
    for name, value in more.items():
        setattr(stage, name, value)
    spec = SceneSpec(subjects=subjects, extra={"told": list(told)})
    actors = cast(spec, stage, load(), shapes)
    block(actors, frame(SIZE, SIZE, stage, Streams(seed), actors))
    return actors
