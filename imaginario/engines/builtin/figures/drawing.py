"""A subject of the scene, drawn: the one door to this package."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..spec import Subject
from . import figure, glasses, hats, heads, outfits, poses, raster, svgart
from ._entries import Entry, load
from .ink import Ink, group, num
from .look import Look, with_fur
from .palette import hex_of
from .people import passer_by

if TYPE_CHECKING:
    from PIL import Image

_FIGURE_BOX: raster.Box = (-230, -300, 460, 600)
_FIGURE_HEIGHT = figure.SOLE - figure.CROWN
_HEAD_UNITS = 210.0


def render(subject: Subject, *, height: int, flip: bool = False, pose_seed: int = 0) -> Image.Image:
    """The subject as RGBA pixels, trimmed to what is drawn.

    `height` is that of the figure from soles to crown in pixels: ears, tall hats and raised things stand
    out above it, so that a hat does not shrink its wearer; a thing from an SVG file is just `height` tall.
    `pose_seed` varies stance and, for passers-by, looks. The same arguments give the same bytes.
    Raises `KeyError` for an unknown id, outfit, hat, glasses or colour, and `NoRenderer`.
    """
    entry = load()[subject.id]
    if entry.art == "head":
        body, box = svg_text(subject, pose_seed=pose_seed)
        image = raster.trimmed(raster.rasterise(body, raster.seen(body, box), height / _FIGURE_HEIGHT))
    else:
        image = _thing(subject, height, pose_seed)
    if flip:
        from PIL import Image, ImageOps

        assert isinstance(image, Image.Image)
        image = ImageOps.mirror(image)
    return image


def can_wear(subject_id: str) -> bool:
    """Whether hats and glasses fit this subject (clothes fit only those with a parametric head)."""
    entry = load()[subject_id]
    return entry.art == "head" or entry.face is not None


def svg_text(subject: Subject, *, pose_seed: int = 0) -> tuple[str, raster.Box]:
    """The subject as SVG elements and the box (x, y, width, height) that holds them."""
    entry = load()[subject.id]
    ink = Ink("f")
    if entry.art == "head":
        body = _figure(ink, entry, subject, pose_seed)
        box = _FIGURE_BOX
    else:
        body, box = _drawn_thing(ink, entry, subject)
    return ink.defs() + body, box


# -- figures -----------------------------------------------------------------------------------------


def _figure(ink: Ink, entry: Entry, subject: Subject, seed: int, *, depth: int = 0) -> str:
    look = heads.look_of(entry.head, entry.main)
    if look.vary and seed:
        look = passer_by(look, seed)
    color = hex_of(subject.color) if subject.color else ""
    wear = _wear(look, subject, color, entry.main)
    if color and not look.human:
        look = with_fur(replace(look, light=_own(entry, "light"), dark=_own(entry, "dark"), limb=_own(entry, "limb"),
                                mane=_own(entry, "mane")), color)  # fmt: skip
    held = subject.held or look.held
    prop = _prop(ink, held, depth) if held and depth == 0 else None
    action = subject.action or (prop.action if prop else None)
    pose = poses.choose(action, holding=prop is not None, seed=seed)
    return figure.draw(ink, look, wear, pose, prop)


def _own(entry: Entry, name: str) -> str:
    from .families import FAMILIES

    return entry.head.get(name) or FAMILIES[entry.head["family"]].get(name, "")


def _wear(look: Look, subject: Subject, color: str, main: str) -> figure.Wear:
    for name, known in ((subject.outfit, outfits.OUTFITS), (subject.hat, hats.HATS), (subject.glasses, glasses.GLASSES)):
        if name and name not in known:
            raise KeyError(name)
    outfit = subject.outfit or look.outfit
    cloth = ""
    if look.human:
        cloth = color or (main if outfit == look.outfit else "")
    return figure.Wear(outfit=outfit, cloth=cloth, hat=subject.hat or look.hat, glasses=subject.glasses or look.glasses)


def _prop(ink: Ink, held: str, depth: int) -> figure.Prop:
    entry = load()[held]
    if entry.art == "head":
        body = _figure(ink, entry, Subject(id=held, action="sit"), 0, depth=depth + 1)
        return figure.Prop(svg=body, grip=(0, 180), scale=0.42)
    drawing = svgart.read(entry.read_svg(), entry.main, None)
    _, _, w, h = drawing.box
    scale = drawing.hand * _HEAD_UNITS / max(w, 1)
    turn = 34.0 if entry.kind == "instrument" else 9.0 if drawing.tall else 0.0
    return figure.Prop(svg=drawing.content, grip=drawing.grip, scale=scale, turn=turn, tall=drawing.tall,
                       action=drawing.action)  # fmt: skip


# -- things ------------------------------------------------------------------------------------------


def _drawn_thing(ink: Ink, entry: Entry, subject: Subject) -> tuple[str, raster.Box]:
    color = hex_of(subject.color) if subject.color else None
    drawing = svgart.read(entry.read_svg(), entry.main, color)
    x, y, w, h = drawing.box
    body = drawing.content
    if entry.face and (subject.hat or subject.glasses):
        body += _on_face(ink, entry.face, subject)
        return body, (x - w * 0.25, y - h * 0.5, w * 1.5, h * 1.55)
    return body, (x, y, w, h)


def _on_face(ink: Ink, face: tuple[float, float, float], subject: Subject) -> str:
    cx, cy, radius = face
    worn = ""
    if subject.glasses:
        worn += glasses.draw(ink, subject.glasses, Look(eye_x=44, eye_y=4))
    if subject.hat:
        worn += hats.draw(ink, subject.hat)
    return group(worn, f"translate({num(cx)} {num(cy)}) scale({radius / 100:.3f})")


def _thing(subject: Subject, height: int, seed: int) -> Image.Image:
    """A drawn thing, scaled so that what is seen of it without its hat is `height` tall."""
    body, box = svg_text(subject, pose_seed=seed)
    part = whole = raster.seen(body, box)
    if subject.hat or subject.glasses:
        part = raster.seen(*svg_text(replace(subject, hat=None, glasses=None), pose_seed=seed))
    return raster.trimmed(raster.rasterise(body, whole, height / part[3]))
