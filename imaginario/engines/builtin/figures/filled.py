"""What lies or sits in a vessel: kittens in a box, apples in a bowl, roses in a vase.

A drawing that can hold things says on its root where: `data-hold="x y width"`, the middle, the depth of their
lowest line and how much room there is. Its near side is a `<g class="front">`, and what is drawn in it
when nobody asked for anything else is a `<g class="own">`.
"""

from __future__ import annotations

import math

from ..spec import Subject
from ..vocabulary import load
from . import overlays, raster, svgart
from .casting import cast
from .figure import SOLE
from .ink import Ink, group, num
from .manner import PLAIN, Manner
from .palette import hex_of

MOST = 7
"""Things that are seen in a vessel, however many there are."""
_FRONT = '<g class="front">'
_FIGURE_BOX: raster.Box = (-310, -340, 620, 720)
_ROWS = {1: (1,), 2: (2,), 3: (3,), 4: (2, 2), 5: (2, 3), 6: (3, 3), 7: (3, 4)}
"""How many stand behind and in front."""


def draw(
    ink: Ink, content: Subject, vessel: Subject, seed: int, told: tuple[Manner, Manner] = (PLAIN, PLAIN)
) -> tuple[str, float]:
    """A vessel on the ground with what is in it, as SVG, and its height in its units; raises as `laden`."""
    whole, (x, y, w, h) = laden(ink, content, vessel, seed, told)
    return group(whole, f"translate({num(-x - w / 2)} {num(SOLE - y - h)})"), h


def laden(
    ink: Ink, content: Subject, vessel: Subject, seed: int, told: tuple[Manner, Manner] = (PLAIN, PLAIN)
) -> tuple[str, raster.Box]:
    """A vessel with what is in it as SVG in its own units, and its box.

    Raises `KeyError` for unknown ids, and for a vessel that holds nothing.
    """
    drawing = svgart.of(load()[vessel.id], hex_of(vessel.color) if vessel.color else None)
    if drawing.hold is None:
        raise KeyError(vessel.id)
    back, front = svgart.disowned(drawing.content).split(_FRONT, 1)
    body, box = _thing(ink, content, seed, told[0])
    inside = _heaped(body, box, drawing.hold, drawing.box, content)
    return back + inside + _FRONT + front, drawing.box


def _thing(ink: Ink, content: Subject, seed: int, told: Manner) -> tuple[str, raster.Box]:
    """One of what is inside, and the box it fills."""
    entry = load()[content.id]
    if entry.art == "head":
        body = cast(ink, entry, content, seed, told=told).draw(ink)
        return body, raster.seen(ink.defs() + body, _FIGURE_BOX)
    color = hex_of(content.color) if content.color else ""
    drawing = svgart.of(entry, color or None)
    asleep = content.action == "sleep"
    return overlays.around(ink, drawing, entry, told, color, asleep=asleep), drawing.box


def _heaped(
    body: str, box: raster.Box, hold: tuple[float, float, float], vessel: raster.Box, content: Subject
) -> str:
    """Everything inside, those behind first; each looks out of the vessel for two thirds of its height."""
    x, y, w, h = box
    middle, floor, room = hold
    rows = _ROWS[min(MOST, max(1, content.count))]
    narrow = room < 0.4 * vessel[2]
    widest = max(rows)
    wide = room * (0.78 if widest == 1 else 1.3 / widest)
    k = (1.1 if widest == 1 else 0.88) * vessel[3] / h if narrow else min(wide / w, 1.25 * vessel[3] / h)
    if content.action == "sleep" and w > h:
        floor -= 0.32 * h * k  # who lies is low as it is
    drawn = []
    for row, number in enumerate(rows):
        raised = 0.34 * h * k * (len(rows) - 1 - row)
        for i in range(number):
            side = (i - (number - 1) / 2) / max(1, number - 1) if number > 1 else 0.0
            turn = 56 * side if narrow else 9 * side
            dx = side * (0.2 * room if narrow else max(0.0, room - 0.86 * w * k))
            sunk = floor + (0.06 if narrow else 0.16) * h * k - raised + 0.05 * h * k * math.cos(3 * side)
            place = f"translate({num(middle + dx)} {num(sunk)}) rotate({num(turn)}) scale({k:.3f})"
            drawn.append(group(body, f"{place} translate({num(-x - w / 2)} {num(-y - h)})"))
    return "".join(drawn)
