"""Edits by the built-in engine: which of its ways answers a request with a picture in it.

margins to fill (`outpaint`)          -> `mending.widen`, its own scenes painted wider
a mask                                -> `mending.put`, `mending.remove`, or `photo.restyle` inside it
its own picture and another scene     -> painted again from the changed spec, with the same seed
anything else                         -> `photo.restyle`
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PIL import Image as Pictures
from PIL import ImageOps

from imaginario import pngfile, recipe
from imaginario.errors import UnusableImage
from imaginario.events import Note
from imaginario.images import ImageRequest, Margins

from . import accounts, cards, compose, mending, naming, photo
from .engine import STAGES
from .photo.tuning import tuned
from .pixels import Array, from_image, to_image
from .scenery.streams import Streams
from .spec import Edit, SceneSpec, Unseen
from .words.edits import apply_edit, read_edit
from .words.edits.changing import missing

PREVIEW = 224
SIDES = (16, 2048)
NAME = "builtin"
Picture = Pictures.Image

OnProgress = Callable[[int, int, str, Picture | None], None]
"""Called with (step, steps, stage, preview); whatever it raises stops the work."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edited:
    """A changed picture, what it was made with, and what has to be said about it."""

    image: Picture
    seed: int
    details: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """What is known of a picture the engine painted itself."""

    spec: SceneSpec
    seed: int


def edit(request: ImageRequest, seed: int, index: int, on_progress: OnProgress) -> Edited:
    """Carry out one request with a picture. The same arguments give the same picture.

    `index` counts the pictures of one request. Raises `UnusableImage`, and what `on_progress` raises.
    """
    return _Edit(request, seed, index, on_progress).run()


def origin(request: ImageRequest) -> Origin | None:
    """The scene and the seed a picture was painted from, when it is one of the engine's own."""
    told = recipe.read(pngfile.texts(request.image.data)) if request.image else None
    if not told or told.get("engine") != NAME or not isinstance(told.get("seed"), int):
        return None
    try:
        return Origin(spec=SceneSpec.from_dict(told["details"]["spec"]), seed=told["seed"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


class _Edit:
    """One edit on its way."""

    def __init__(self, request: ImageRequest, seed: int, index: int, on_progress: OnProgress) -> None:
        self.request, self.seed, self.index, self.on_progress = request, seed, index, on_progress
        self.streams = Streams(seed)
        self.picture = opened(request)
        self.edit = _bound(read_edit(request.prompt, request.negative_prompt), request)
        self.origin = origin(request)
        self.dials = photo.dials(request.strength, request.num_inference_steps, request.guidance_scale)

    def run(self) -> Edited:
        """The way that fits."""
        if self.request.outpaint is not None:
            return self._widened(self.request.outpaint)
        if self.request.mask_image is not None:
            return self._inside(self._mask())
        if self.origin is not None and repaints(self.edit, self.request.strength):
            return self._repainted(self.origin)
        return self._restyled()

    def _widened(self, margins: Margins) -> Edited:
        self._tell(1, 2, "widening", None)
        own = self.origin
        wide = mending.widen(
            self.picture,
            margins,
            self.streams,
            spec=own.spec if own else None,
            seed=own.seed if own else None,
            size=self.picture.size,
        )
        self._tell(2, 2, "subjects", wide)
        lost: list[str] = []
        # A description of the whole picture ("a cat on the beach") is no order to put another cat in.
        if self.edit.sure and self.edit.add:
            mask = _largest(margins, self.picture.size)
            wide = mending.put(wide, mask, self.edit.add, self.streams, note=lost.append, look=self._style())
        drawn = self.edit.add if self.edit.sure else ()
        return self._done(wide, drawn=drawn, lost=(*lost, *photo.unheard(self.edit)))

    def _inside(self, mask: Picture) -> Edited:
        """Only what the mask shows in white is changed."""
        things = photo.wished(self.edit)
        if not things and (self.edit.look or photo.regraded(self.edit)):
            return self._restyled(mask)
        self._tell(1, 2, "mending", None)
        lost: list[str] = []
        known: dict[str, Any] = {"spec": self.origin.spec, "seed": self.origin.seed} if self.origin else {}
        if things:
            image = mending.put(
                self.picture, mask, things, self.streams, note=lost.append, look=self._style(), **known
            )
        else:
            image = mending.remove(self.picture, mask, self.streams, **known)
        self._tell(2, 2, "mending", image)
        return self._done(image, drawn=things, lost=(*lost, *photo.undone(self.edit)))

    def _repainted(self, own: Origin) -> Edited:
        spec = apply_edit(own.spec, self.edit)
        seed = self.seed if self.edit.again else (own.seed + self.index) % 2**32
        width, height = self.picture.size
        painting = compose.paint(
            spec,
            width=width,
            height=height,
            seed=seed,
            steps=self.request.num_inference_steps,
            guidance=self.request.guidance_scale,
            on_progress=lambda step, steps, seen: self.on_progress(step, steps, STAGES[step - 1], seen),
        )
        tones = [tone for tone in self.edit.tone if tone not in ("darker", "brighter")]
        image = to_image(tuned(from_image(painting.image), tones, 1.0)) if tones else painting.image
        absent = (*missing(own.spec, self.edit), *photo.unheard(self.edit))
        details = {
            "drawn": list(painting.drawn),
            "not_drawn": [getattr(thing, "raw", thing) for thing in painting.not_drawn],
            "spec": painting.spec.to_dict(),
        }
        told = [word for word in dict.fromkeys((*painting.not_drawn, *absent)) if word]
        old = accounts.stand_ins(own.spec)
        fresh = [pair for pair in accounts.stand_ins(painting.spec) if pair not in old]
        return Edited(image=image, seed=seed, details=details, notes=_notes(told, fresh))

    def _restyled(self, mask: Picture | None = None) -> Edited:
        done = photo.restyle(from_image(self.picture), self.edit, self.dials, self.streams, self._tell_photo)
        image = to_image(done.pixels)
        if mask is not None:
            image = Pictures.composite(image, self.picture, mask)
        lost = (*done.lost, *photo.undone(self.edit))
        return self._done(image, drawn=done.drawn, lost=lost, gone=self.edit.remove)

    def _done(
        self,
        image: Picture,
        *,
        drawn: tuple[Any, ...] = (),
        lost: tuple[str, ...] = (),
        gone: tuple[str, ...] = (),
    ) -> Edited:
        names = [getattr(thing, "id", thing) for thing in drawn]
        told = [word for word in dict.fromkeys(lost) if word]
        details = {
            "edit": {"look": self.edit.look, "strength": self.dials.strength},
            "drawn": [name for name in names if name not in told],
            "not_drawn": [*told, *gone],
        }
        near = self.edit.near
        instead = accounts.near(near[name] for name in details["drawn"] if name in near)
        notes = _notes(told, instead)
        if gone:
            notes += (Note("builtin.mark_it", {"things": naming.listing(gone)}),)
        return Edited(image=image, seed=self.seed, details=details, notes=notes)

    def _mask(self) -> Picture:
        mask = self.request.mask_image
        assert mask is not None
        grey = Pictures.open(io.BytesIO(mask.data)).convert("L")
        return grey if grey.size == self.picture.size else grey.resize(self.picture.size)

    def _style(self) -> str | None:
        """The look of the picture, when it is one of ours."""
        return self.origin.spec.style or "illustration" if self.origin else None

    def _tell_photo(self, step: int, seen: Array | None) -> None:
        stages = photo.STAGES
        self._tell(step + 1, len(stages), stages[step], None if seen is None else to_image(seen))

    def _tell(self, step: int, steps: int, stage: str, seen: Picture | None) -> None:
        if seen is not None:
            seen = seen.reduce(max(1, max(seen.size) // PREVIEW))
        self.on_progress(step, steps, stage, seen)


def opened(request: ImageRequest) -> Picture:
    """The picture of a request as RGB, in the size asked for; another shape is cut to fit.

    Raises `UnusableImage`.
    """
    if request.image is None:
        raise UnusableImage(name="image", reason="empty")
    try:
        picture = Pictures.open(io.BytesIO(request.image.data))
        picture.load()
    except (OSError, ValueError, SyntaxError) as error:
        raise UnusableImage(name="image", reason="damaged") from error
    picture = _on_white(picture)
    if request.outpaint is not None or (request.width, request.height) == (None, None):
        return picture
    size = _asked(request, picture.size)
    return picture if size == picture.size else ImageOps.fit(picture, size, Pictures.Resampling.LANCZOS)


def repaints(edit: Edit, strength: float | None) -> bool:
    """Whether an edit of one of the engine's own scenes is best done by painting the scene again.

    A look with a strength is wanted by degrees, and a cartoon or a warmer tone is made of the pixels.
    """
    scene = replace(edit, look=None, tone=(), said={}, unknown=(), names=())
    if scene != Edit():
        return True
    if {"darker", "brighter"} & set(edit.tone):
        return True
    return edit.look not in (None, "cartoon") and strength is None


def _bound(edit: Edit, request: ImageRequest) -> Edit:
    """The edit in the look that the model is bound to. Inside a mask and in new margins it is no order."""
    look = cards.LOOKS.get(request.model)
    free = request.outpaint is None and request.mask_image is None
    return replace(edit, look=look) if look and (free or edit.look) else edit


def _on_white(picture: Picture) -> Picture:
    if picture.mode == "RGB":
        return picture
    if picture.mode in ("RGBA", "LA", "PA", "P"):
        picture = picture.convert("RGBA")
        ground = Pictures.new("RGB", picture.size, "white")
        ground.paste(picture, (0, 0), picture)
        return ground
    return picture.convert("RGB")


def _asked(request: ImageRequest, size: tuple[int, int]) -> tuple[int, int]:
    """The sides in pixels; one alone keeps the shape."""
    low, high = SIDES
    width = request.width or round(size[0] * (request.height or 1) / size[1])
    height = request.height or round(size[1] * (request.width or 1) / size[0])
    return min(high, max(low, width)), min(high, max(low, height))


def _largest(margins: Margins, size: tuple[int, int]) -> Picture:
    """The mask (L) of the widest margin's lower part: where something new may stand."""
    width, height = margins.around(*size)
    sides = {
        "left": (0, 0, margins.left, height),
        "top": (0, 0, width, margins.top),
        "right": (width - margins.right, 0, width, height),
        "bottom": (0, height - margins.bottom, width, height),
    }
    left, top, right, bottom = max(sides.values(), key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    if bottom - top > 0.6 * height:
        top, bottom = round(top + 0.3 * (bottom - top)), round(bottom - 0.04 * height)
    mask = Pictures.new("L", (width, height), 0)
    inset = round(0.06 * (right - left))
    mask.paste(255, (left + inset, top, right - inset, bottom))
    return mask


def _notes(words: Sequence[str | Unseen], instead: Sequence[tuple[Unseen, Unseen]] = ()) -> tuple[Note, ...]:
    told = (Note("builtin.not_done", {"things": naming.listing(words)}),) if words else ()
    near = (Note("builtin.stand_ins", {"things": naming.pairs(instead)}),) if instead else ()
    return told + near
