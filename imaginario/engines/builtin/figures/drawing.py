"""A subject of the scene, drawn: the doors to this package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from ..spec import Subject
from ..vocabulary import Entry, load
from . import (
    eyes_drawn,
    figure,
    filled,
    glasses,
    hat_fit,
    hats,
    manner,
    motion,
    overlays,
    pictures,
    raster,
    riding,
    svgart,
)
from .casting import Dyes, cast, is_figure, look_of
from .flatten import flattened
from .ink import Ink, group, num, readable
from .look import Look
from .manner import PLAIN, Manner
from .outfits import OVER
from .palette import hex_of

if TYPE_CHECKING:
    from PIL import Image

_FIGURE_BOX: raster.Box = (-310, -340, 620, 720)
_WIDE_BOX: raster.Box = (-460, -760, 1100, 1140)
"""What holds a figure, and one with an umbrella or something large."""
_FIGURE_HEIGHT = figure.SOLE - figure.CROWN


def render(
    subject: Subject,
    *,
    height: int,
    flip: bool = False,
    pose_seed: int = 0,
    dyes: Dyes | None = None,
    told: Manner = PLAIN,
    flat: bool = False,
) -> Image.Image:
    """The subject as RGBA pixels, trimmed to what is drawn.

    `height` is that of the figure from soles to crown in pixels: ears, tall hats and raised things stand
    out above it, so that a hat does not shrink its wearer; a thing from an SVG file is just `height` tall.
    `pose_seed` varies stance and, for passers-by, looks. `dyes` gives colours to what is worn and held
    (`{"outfit": "red", "held": "yellow"}`), `subject.color` is the fur's, or a person's clothes'.
    `told` is what else the words said: skin, hair, feelings, boots. `flat` leaves out light and shade.
    The same arguments give the same bytes. Raises `KeyError` for an unknown id, outfit, hat, glasses or
    colour, and `NoRenderer`.
    """
    body, part, scale = _laid_out(subject, height, pose_seed, dyes, told)
    body = readable(body) if flip else body
    image = raster.trimmed(raster.rasterise(flattened(body) if flat else body, part, scale))
    return raster.mirrored(image) if flip else image


def render_arm(
    subject: Subject,
    *,
    height: int,
    flip: bool = False,
    pose_seed: int = 0,
    dyes: Dyes | None = None,
    told: Manner = PLAIN,
    flat: bool = False,
) -> Image.Image:
    """As `render`, all but the nearer arm left out: it lies around somebody who stands before the figure."""
    body, part, scale = _laid_out(subject, height, pose_seed, dyes, told)
    whole = raster.rasterise(flattened(body) if flat else body, part, scale)
    ink = Ink("f")
    arm = cast(ink, load()[subject.id], subject, pose_seed, dyes=dyes, told=told).near_arm(ink)
    arm = ink.defs() + arm
    image = raster.rasterise(flattened(arm) if flat else arm, part, scale)
    image = image.crop(raster.extent(whole))
    return raster.mirrored(image) if flip else image


def hand(subject: Subject, *, pose_seed: int = 0, told: Manner = PLAIN) -> tuple[float, float]:
    """Where the hand at the viewer's right is: from the body's axis and from the soles, by the height."""
    one = cast(Ink("f"), load()[subject.id], subject, pose_seed, told=told)
    x, y = figure.hand(Ink("f"), one.look, one.wear, one.pose)
    return x / _FIGURE_HEIGHT, (figure.SOLE - y) / _FIGURE_HEIGHT


class Extent(NamedTuple):
    """Width and height of a drawing in pixels, and where the body's middle is, as a share of the width."""

    width: int
    height: int
    middle: float = 0.5


def measure(subject: Subject, *, height: int, pose_seed: int = 0, told: Manner = PLAIN) -> Extent:
    """The extent of what `render` gives, which is not always drawn for that. Raises as it does."""
    body, part, scale = _laid_out(subject, height, pose_seed, None, told)
    left, _, wide, _ = part
    middle = -left / wide if is_figure(load()[subject.id], subject) else 0.5
    return Extent(*raster.size(body, part, scale), min(0.8, max(0.2, middle)))


def render_ride(
    rider: Subject,
    mount: Subject,
    *,
    height: int,
    flip: bool = False,
    pose_seed: int = 0,
    dyes: Dyes | None = None,
    told: tuple[Manner, Manner] = (PLAIN, PLAIN),
    others: Sequence[riding.Companion] = (),
    flat: bool = False,
) -> Image.Image:
    """A rider on its mount (animal or vehicle), heading left unless flipped, as RGBA pixels.

    `height` is the mount's own, in pixels; the rider rises above it, in the proportion of their sizes.
    `dyes` is for the rider, `told` for the rider and the mount; `others` sit behind on the same animal.
    Raises as `render` does.
    """
    ink = Ink("f")
    body, unit = riding.draw(ink, rider, mount, pose_seed, dyes, told, others)
    image = _pictured(ink, readable(body) if flip else body, height / unit, flat)
    return raster.mirrored(image) if flip else image


def render_filled(
    content: Subject,
    vessel: Subject,
    *,
    height: int,
    flip: bool = False,
    pose_seed: int = 0,
    told: tuple[Manner, Manner] = (PLAIN, PLAIN),
    flat: bool = False,
) -> Image.Image:
    """A vessel with all of `content` in it, as RGBA pixels; `height` is the vessel's own, in pixels.

    `told` is for the content and the vessel. Raises as `render` does, and `KeyError` for what holds nothing.
    """
    ink = Ink("f")
    body, unit = filled.draw(ink, content, vessel, pose_seed, told)
    image = _pictured(ink, readable(body) if flip else body, height / unit, flat)
    return raster.mirrored(image) if flip else image


def _pictured(ink: Ink, body: str, scale: float, flat: bool) -> Image.Image:
    body = ink.defs() + body
    part = raster.seen(body, (-420, -420, 1040, 760))
    return raster.trimmed(raster.rasterise(flattened(body) if flat else body, part, scale))


def can_wear(subject_id: str) -> bool:
    """Whether hats and glasses fit this subject (clothes fit only those with a parametric head)."""
    entry = load()[subject_id]
    return entry.art == "head" or entry.face is not None


def unworn(subject: Subject) -> list[str]:
    """What a subject has on that its drawing has no place for; ids."""
    entry = load()[subject.id]
    if is_figure(entry, subject):
        return []
    names = ("outfit",) if entry.face is not None else ("outfit", "hat", "glasses")
    return [worn for name in names if (worn := getattr(subject, name))]


_POSED = frozenset({"read", "sleep", "run", "dance", "wave", "cook", "paint"})
"""Deeds that are seen in a pose; things made of one drawing have none."""


_CLOTHES_OF = {
    "medieval": frozenset({
        "", "knight", "king", "queen", "prince", "princess", "jester", "viking", "tunic", "wizard",
        "witch", "blacksmith", "angel", "fairy",
    }),
}  # fmt: skip
"""The clothes of a time; who wears none, an animal or a thing, is of any."""


def _is_of_its_time(name: str, clothes: str) -> bool:
    """Whether the clothes are of the time that a quality tells of."""
    return clothes in _CLOTHES_OF.get(name, ())


def unshown(subject: Subject, row: Mapping[str, Any]) -> list[str]:
    """What a row of `spec.extra["told"]` says of a subject and its drawing does not show: ids of traits and
    parts, and the deed of what has no body to pose. Qualities that nobody can see (`seen = false` in
    `lexicon/traits.toml`) are not missed.
    """
    from ..words.lexicon import meaning, table

    entry, told = load()[subject.id], manner.of(row)
    if is_figure(entry, subject):
        seen = overlays.on_a_head(entry, told) if entry.art != "head" else ()
        gone = [n for n in manner.lost(look_of(Ink(), entry, subject, 0), told) if n not in seen]
        if subject.action == "sleep" and not told.scarf:  # clothes lie under a blanket then
            human = subject.outfit in OVER and look_of(Ink(), entry, subject, 0).human
            gone += [told.cloth, (subject.outfit or "") if human else ""]
    else:
        gone = overlays.lost(entry, told)
        if told.scarf and not overlays.has_scarf(entry):
            gone = [*gone, "scarf"]
        elif told.scarf and told.cloth not in overlays.WOVEN:
            gone = [*gone, told.cloth]
        dozes = subject.action == "sleep" and told.deed != _AWAKE and eyes_drawn.sleeps(entry)
        if subject.action in _POSED and not (dozes or _sways(entry, subject)):
            gone = [*gone, str(row.get("verb") or subject.action)]
    traits = table("traits")
    asked = {meaning("traits", t): t for t in row.get("traits", ()) if isinstance(t, str)}
    asked |= {meaning("parts", str(p[0])): str(p[0]) for p in row.get("parts", ()) if len(p) == 2}
    dressed = is_figure(entry, subject) and look_of(Ink(), entry, subject, 0)
    clothes = subject.outfit or (dressed.outfit if dressed else "")
    gone = [n for n in gone if not (n == "roaring" and told.deed == "voice")]
    gone = [asked.get(n, n) for n in gone if n not in entry.has and not _is_of_its_time(n, clothes)]
    return [name for name in dict.fromkeys(gone) if name and traits.get(name, {}).get("seen", True)]


def svg_text(
    subject: Subject, *, pose_seed: int = 0, dyes: Dyes | None = None, told: Manner = PLAIN
) -> tuple[str, raster.Box]:
    """The subject as SVG elements and the box (x, y, width, height) that holds them."""
    entry = load()[subject.id]
    ink = Ink("f")
    if is_figure(entry, subject):
        one = cast(ink, entry, subject, pose_seed, dyes=dyes, told=told)
        body, box = one.draw(ink), _FIGURE_BOX
        if one.prop is not None and (one.prop.roof or one.prop.size > 1):
            box = _WIDE_BOX
    else:
        body, box = _drawn_thing(ink, entry, subject, told, dyes or {})
    return ink.defs() + body, box


def _drawn_thing(
    ink: Ink, entry: Entry, subject: Subject, told: Manner, dyes: Dyes
) -> tuple[str, raster.Box]:
    color = hex_of(subject.color) if subject.color else None
    drawing = svgart.of(entry, color)
    drawing = replace(drawing, content=svgart.disowned(drawing.content)) if told.bared else drawing
    hatless = told.bare or bool(subject.hat)
    drawing = replace(drawing, content=svgart.undressed(drawing.content, hat=hatless, scarf=told.bare_neck))
    if told.scarf:
        drawing = overlays.in_its_scarf(drawing, told, hex_of(dyes["outfit"]) if "outfit" in dyes else "")
    x, y, w, h = drawing.box
    asleep = subject.action == "sleep" and told.deed != _AWAKE
    body = overlays.around(ink, drawing, entry, told, color or "", asleep=asleep)
    if told.canvas is not None and drawing.canvas is not None and told.canvas.id in load():
        body += pictures.on_canvas(ink, told.canvas, drawing.canvas)
    if told.deed == "voice" and entry.face:
        cx, cy, radius = entry.face
        cx -= _BEAK * radius * svgart.heads_left(entry)
        body = group(motion.draw("voice"), f"translate({num(cx)} {num(cy)}) scale({radius / 100:.3f})") + body
    if told.deed == "sing" or _sways(entry, subject):
        notes = f"translate({num(x + w / 2)} {num(y + h * 0.4)}) scale({max(w, h) / _SUNG:.3f})"
        body = group(motion.draw("notes"), notes) + body
    if entry.face and (subject.hat or subject.glasses):
        hat_color = hex_of(dyes["hat"]) if "hat" in dyes else ""
        eyes = eyes_drawn.found(entry, drawing.content)
        body += _on_face(ink, entry.face, subject, told, eyes, hat_color=hat_color)
        return body, (x - w * 0.25, y - h * 0.5, w * 1.5, h * 1.55)
    if _reaches_out(entry, subject, told):
        return body, (x - w * 0.6, y - h * 0.6, w * 2.2, h * 2)
    return body, drawing.box


_BEAK = 0.5
"""How far beside a face that is seen from the side the sound begins, by the face."""
_AWAKE = "lie-down"
"""Lying down, which no drawing made in one piece does."""
_SUNG = 310.0
"""How large a drawing is, in units, that has the notes of a singer around it as a figure has."""


def _sways(entry: Entry, subject: Subject) -> bool:
    """Whether it dances as far as a drawing can: it leans to the side, with notes around it."""
    return subject.action == "dance" and entry.alive and entry.face is not None


def _reaches_out(entry: Entry, subject: Subject, told: Manner) -> bool:
    """Whether more is seen than the drawing itself: wings, light, the breath of a sleeper."""
    breath = subject.action == "sleep" and told.deed != _AWAKE and eyes_drawn.sleeps(entry)
    return (
        breath
        or told.deed in ("sing", "voice")
        or _sways(entry, subject)
        or overlays.reaches_out(entry, told)
    )


def _on_face(
    ink: Ink,
    face: tuple[float, float, float],
    subject: Subject,
    told: Manner,
    eyes: Sequence[eyes_drawn.Eye],
    *,
    hat_color: str,
) -> str:
    cx, cy, radius = face
    worn = ""
    if subject.glasses:
        worn += glasses.draw(ink, subject.glasses, Look(eye_x=44, eye_y=4), told.frames)
    if subject.hat:
        raised = hat_fit.lift(subject.hat, face, eyes) * 100 / radius
        worn += group(hats.draw(ink, subject.hat, hat_color), f"translate(0 {num(-raised)})")
    return group(worn, f"translate({num(cx)} {num(cy)}) scale({radius / 100:.3f})")


def _laid_out(
    subject: Subject, height: int, seed: int, dyes: Dyes | None, told: Manner
) -> tuple[str, raster.Box, float]:
    """SVG, the box of it that is seen, and pixels per unit.

    A drawn thing is scaled so that what is seen of it without its hat, wings and light is `height` tall.
    """
    body, box = svg_text(subject, pose_seed=seed, dyes=dyes, told=told)
    part = raster.seen(body, box)
    if is_figure(load()[subject.id], subject):
        return body, part, height / _FIGURE_HEIGHT
    bare = part
    if subject.hat or subject.glasses or _reaches_out(load()[subject.id], subject, told):
        bare = raster.seen(*svg_text(replace(subject, hat=None, glasses=None, action=None), pose_seed=seed))
    return body, part, height / bare[3]
