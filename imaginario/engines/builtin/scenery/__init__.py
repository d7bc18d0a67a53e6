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

from .canvas import Canvas
from .contact import sheet
from .paint import finish, paint_place
from .setting import Setting, resolve
from .stage import Stage
from .streams import Streams

__all__ = ["Canvas", "Setting", "Stage", "Streams", "finish", "paint_place", "resolve", "sheet"]
