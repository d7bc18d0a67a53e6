"""What is painted on a canvas: any subject, as it would stand in the scene itself."""

from __future__ import annotations

from ..spec import Subject
from ..vocabulary import load
from . import overlays, raster, svgart
from .casting import cast, is_figure
from .ink import Ink, group, num, slab
from .manner import PLAIN
from .palette import hex_of

_PRIMED = "#fdf3dc"
_MOST = 3
"""So many of one kind are seen on a canvas."""
_FIGURE: raster.Box = (-310, -340, 620, 720)
_ROOM = 0.94


def on_canvas(ink: Ink, subject: Subject, room: raster.Box) -> str:
    """A primed canvas that fills `room`, with the subject on it."""
    x, y, wide, high = room
    body, (left, top, w, h) = _alone(ink, subject)
    count = max(1, min(subject.count, _MOST))
    k = _ROOM * min(wide / count / w, high / h)
    one = group(
        body,
        f"translate({num(x + wide / count / 2)} {num(y + high / 2)}) scale({k:.3f}) "
        f"translate({num(-left - w / 2)} {num(-top - h / 2)})",
    )
    row = "".join(group(one, f"translate({num(wide * n / count)} 0)") for n in range(count))
    return slab(x, y, wide, high, 5, _PRIMED) + row


def _alone(ink: Ink, subject: Subject) -> tuple[str, raster.Box]:
    """The subject as SVG whose gradients are those of `ink`, and the box that holds it."""
    entry = load()[subject.id]
    if is_figure(entry, subject):
        body = cast(ink, entry, subject, 0).draw(ink)
        return body, raster.seen(ink.defs() + body, _FIGURE)
    drawing = svgart.of(entry, hex_of(subject.color) if subject.color else None)
    return svgart.apart(overlays.around(ink, drawing, entry, PLAIN), "canvas"), drawing.box
