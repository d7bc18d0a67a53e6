"""A photo by an edit: subjects put in, hour, weather and mood, the look, and how much of it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from .. import looks
from ..looks._ops import blur
from ..pixels import Array, F, mix, resize
from ..scenery.streams import Streams
from ..spec import Edit, Subject
from ..vocabulary import load
from . import cartoon, drawing, feelings, hours, painting, placing, prints, tuning, views, weathers
from .dials import Dials, Photo

STAGES = ("light", "subjects", "style", "finish")
"""Words for the steps, in order."""
MOST_PIXELS = 1_600_000
"""Larger photos are repainted at this size and enlarged."""
SMALLEST = 96
"""Shorter side, in pixels, that smaller photos are enlarged to meanwhile."""

Tell = Callable[[int, Array | None], None]
"""Called before each step with its number from 0 and the picture so far; what it raises stops the work."""
Look = Callable[[Photo], Array]

LOOKS: Mapping[str, Look] = {
    "cartoon": cartoon.paint,
    "clipart": prints.clipart,
    "comic": prints.comic,
    "cordel": prints.cordel,
    "lineart": drawing.lineart,
    "oil": painting.oil,
    "pencil": drawing.pencil,
    "pixel": prints.pixel,
    "watercolor": painting.watercolor,
}
"""Looks with a way of their own for photos; the others are the engine's, on a prepared photo."""
NEAR = frozenset({"cartoon", "oil", "pixel", "illustration"})
"""Looks that stay near their photo."""
DRAWN = frozenset({"lineart", "pencil", "cordel", "pixel", "papercut", "flat"})
"""Looks whose ink or palette must also hold the falling snow and rain."""
DIM = frozenset({"night", "storm", "darker", "spooky"})
"""What is asked for with these is to stay dark in any look."""
EXCESS = 0.4
"""How much further than a full repaint strength 1 goes."""
MILD = "mild"
"""A hint of cartoon: it holds drawn subjects and photo together."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Restyled:
    """The picture and what became of the words."""

    pixels: Array
    drawn: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    """Ids and words that can't be drawn."""


def restyle(pixels: Array, edit: Edit, dials: Dials, streams: Streams, tell: Tell) -> Restyled:
    """Carry out an edit on a photo. The same arguments give the same pixels, in the size that came in."""
    height, width = pixels.shape[:2]
    scale = min(1.0, (MOST_PIXELS / (height * width)) ** 0.5)
    scale = max(scale, SMALLEST / min(height, width))
    if scale == 1:
        return _Table(pixels, edit, dials, streams, tell).run()
    size = (max(SMALLEST, round(width * scale)), max(SMALLEST, round(height * scale)))
    small = np.clip(resize(pixels, *size), 0, 1)
    table = _Table(small, edit, dials, streams, tell)
    kept = 1 - fade(dials, table.look) if table.look else 1.0
    # What is left of the photo keeps its fine grain, which the small one has lost.
    grain = _grain(pixels, small, kept) if scale < 1 and kept > 0 else None
    del pixels, small  # fifty megabytes that the look has a use for
    done = table.run()
    large = resize(done.pixels, width, height, Image.Resampling.LANCZOS)
    if grain is not None:
        for i in range(3):
            large[..., i] += grain[i]
    return replace(done, pixels=large.clip(0, 1, out=large))


def _grain(pixels: Array, small: Array, kept: float) -> Array:
    """Three planes of what the small picture lacks, `kept` of it, in half precision."""
    height, width = pixels.shape[:2]
    grain = np.empty((3, height, width), np.float16)
    for i in range(3):
        grain[i] = (pixels[..., i] - resize(small[..., i], width, height, Image.Resampling.LANCZOS)) * F(kept)
    return grain


class _Table:
    """One photo being worked on."""

    def __init__(self, pixels: Array, edit: Edit, dials: Dials, streams: Streams, tell: Tell) -> None:
        self.pixels, self.edit, self.dials, self.streams, self.tell = pixels, edit, dials, streams, tell
        self.view = views.look_at(pixels)
        self.subjects = wished(edit)
        self.look = edit.look or (MILD if self.subjects or not regraded(edit) else "")

    def run(self) -> Restyled:
        """All steps."""
        amount = self.dials.grade
        self.tell(0, None)
        a = self._graded(amount)
        self.tell(1, a)
        put = placing.put_in(a, self.subjects, self.view, self.streams) if self.subjects else None
        a = put.pixels if put else a
        self.tell(2, a)
        if self.look:
            a = self._looked(a, amount)
        self.tell(3, a)
        if self.look not in DRAWN:
            a = weathers.before(a, self.edit.weather, self.streams, amount)
        return Restyled(pixels=np.clip(a, 0, 1), drawn=put.drawn if put else (), lost=put.lost if put else ())

    def _graded(self, amount: float) -> Array:
        edit = self.edit
        grey = ("grey",) if "black-and-white" in edit.change.get("traits", ()) else ()
        a = hours.at(self.pixels, edit.time, self.view, self.streams, amount)
        a = weathers.behind(a, edit.weather, self.view, self.streams, amount)
        a = feelings.felt(a, edit.mood, amount)
        a = tuning.tuned(a, (*edit.tone, *grey), min(1.4, amount))
        if edit.color and not grey and edit.of is None:
            a = feelings.tinted(a, edit.color, amount)
        if edit.background and self.view.outdoors:
            a = mix(a, feelings.tinted(a, edit.background, amount), self.view.sky[..., None])
        return a

    def _looked(self, a: Array, amount: float) -> Array:
        if self.look in DRAWN:
            a = weathers.before(a, self.edit.weather, self.streams, amount)
        edit = self.edit
        dim = bool(DIM & {edit.time, *edit.weather, *edit.tone, *edit.mood})
        dials, look = self.dials, self.look
        if look == MILD:
            dials, look = replace(dials, strength=0.6 * dials.strength), "cartoon"
        photo = Photo(pixels=a, dials=dials, streams=self.streams, dim=dim)
        looked = np.clip(painted(photo, look), 0, 1)
        if dials.excess:
            # Beyond a full repaint the look is driven further away from the photo.
            away = looked - blur(a, 3 * photo.unit)
            return np.clip(looked + away * F(EXCESS * dials.excess), 0, 1)
        return mix(a, looked, fade(dials, look))


def painted(photo: Photo, look: str) -> Array:
    """A photo wholly in a look."""
    paint = LOOKS.get(look) or LOOKS.get(looks.resolve(look))
    return paint(photo) if paint else prints.other(photo, looks.resolve(look))


def fade(dials: Dials, look: str) -> float:
    """How much of a look shows."""
    return dials.quick_fade if look in (*NEAR, MILD) else dials.fade


def wished(edit: Edit) -> tuple[Subject, ...]:
    """What is to be put in: also what somebody should hold, as nobody in a photo can, and suns and moons."""
    entries = load()
    held = edit.change.get("held")
    extra = [Subject(id=str(held), color=edit.change.get("held_color"))] if held in entries else []
    sky = [Subject(id=_single(name)) for name in edit.sky if _single(name) in entries]
    return (*edit.add, *extra, *(s for s in sky if s.id not in {a.id for a in edit.add}))


def _single(name: str) -> str:
    return {"birds": "bird", "stars": "star", "clouds": "cloud", "crescent": "moon"}.get(name, name)


def regraded(edit: Edit) -> bool:
    """Whether an edit changes the light or the colours."""
    return bool(
        edit.time
        or edit.weather
        or edit.mood
        or edit.tone
        or (edit.color and edit.of is None)
        or edit.background
        or edit.change.get("traits")
    )


def undone(edit: Edit) -> tuple[str, ...]:
    """What of an edit nobody can do to a photo by rules, in words."""
    held = edit.change.get("held")
    worn = [
        value
        for name in ("outfit", "hat", "glasses", "action")
        if isinstance(value := edit.change.get(name), str) and not (held and name == "action")
    ]
    numbers = [name for name in ("size", "count") if name in edit.change]
    colors = [edit.color] if edit.color and edit.of else []
    place = [edit.place] if edit.place else []
    sky = [name for name in edit.sky if _single(name) not in load()]
    looks = [*edit.change.get("traits", ()), *(part for part, *_ in edit.change.get("parts", ()))]
    asked = (*place, *worn, *numbers, *colors, *sky, *looks, *edit.scenery)
    return tuple(dict.fromkeys((*asked, *unheard(edit))))


def unheard(edit: Edit) -> tuple[str, ...]:
    """The words of an edit that nothing answers to."""
    return (*edit.add_words, *edit.unknown)
