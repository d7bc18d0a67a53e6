"""What makes a figure belong to its place: the tint of the hour, a lit rim, haze, shadows and reflections."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from ..pixels import Array, F, empty, luma, over, soften, to_image
from ..scenery.canvas import Canvas
from ..scenery.stage import Stage
from .actors import FLUSH, Actor


def lay(canvas: Canvas, stage: Stage, actor: Actor, image: Image.Image, mask: Array) -> None:
    """Draw a figure with its shadow and reflection; `mask` collects where figures are."""
    if actor.laid:
        image = _laid_flat(image, -1 if actor.flip else 1)
    if actor.tilt:
        image = image.rotate(actor.tilt, Image.Resampling.BICUBIC, expand=True)
    if actor.sunk:
        image = image.crop((0, 0, image.width, max(1, round(image.height * (1 - actor.sunk)))))
    x, y = round(actor.x - image.width / 2), round(actor.base) - image.height
    earth = _earth(canvas, x, round(actor.base), image.width) if _rooted(actor, stage) else None
    if actor.role == "water":
        _reflect(canvas, stage, image, x, round(actor.base))
    elif actor.shadow and actor.subject.id not in FLUSH:
        _shadows(canvas, stage, actor, image)
    colors, alpha = lit(image, stage, actor.depth)
    if earth is not None:
        _root(colors, earth)
    if actor.role == "water" and actor.sunk and actor.entry.alive:
        alpha *= _submerged(*alpha.shape)
    canvas.paint(alpha, x, y, colors)
    if actor.role == "water":
        _waterline(canvas, stage, actor, image.width)
    _collect(mask, alpha, x, y)


def _laid_flat(image: Image.Image, side: int) -> Image.Image:
    """A leaf that was drawn pointing up and to one side, flat on the ground."""
    image = image.rotate(-45 * side, Image.Resampling.BICUBIC, expand=True)
    image = image.crop(image.getbbox() or (0, 0, *image.size))
    return image.resize((image.width, max(1, round(_FLAT * image.height))), Image.Resampling.BICUBIC)


_FLAT = 0.42
"""How tall what lies flat is seen, by how wide it is across."""


def lay_arm(
    canvas: Canvas, stage: Stage, actor: Actor, front: Actor, image: Image.Image, mask: Array
) -> None:
    """Draw the arm of a figure once more, below the chin of whom it lies around, or on an instrument."""
    if actor.tilt:
        image = image.rotate(actor.tilt, Image.Resampling.BICUBIC, expand=True)
    x, y = round(actor.x - image.width / 2), round(actor.base) - image.height
    colors, alpha = lit(image, stage, actor.depth)
    chin = max(0, round(front.base - _CHIN * front.height) - y) if front.entry.art == "head" else 0
    canvas.paint(alpha[chin:], x, y + chin, colors[chin:])
    _collect(mask, alpha[chin:], x, y + chin)


_CHIN = 0.49
"""How high a child's chin is, by its height."""


def _rooted(actor: Actor, stage: Stage) -> bool:
    """Whether it grows out of the ground: houses and trees far behind."""
    return actor.role == "back" and actor.sunk == 0 and not stage.indoor


def _earth(canvas: Canvas, x: int, y: int, width: int) -> Array | None:
    """The mean colour of the ground just below a figure's foot, None off the canvas."""
    part = canvas.a[max(0, y) : max(0, y) + 6, max(0, x) : max(0, x + width)]
    return part.mean(axis=(0, 1)).astype(F) if part.size else None


def _root(colors: Array, earth: Array) -> None:
    """Let the foot of a figure take on a little of the ground's colour, in place; it stays solid."""
    deep = max(2, round(0.045 * colors.shape[0]))
    fall = (np.arange(deep, dtype=F) / F(deep)) ** F(1.4)
    rows = colors[colors.shape[0] - deep :]
    rows += (earth - rows) * (F(0.4) * fall)[:, None, None]


def _submerged(height: int, width: int) -> Array:
    """1 above the water, which meets a body in a curve that is lowest in the middle."""
    across = np.linspace(-1, 1, width, dtype=F)
    line = F(height) - across**2 * F(min(0.05 * width, 0.12 * height))
    return np.clip(line[None, :] - np.arange(height, dtype=F)[:, None], 0, 1)


def lit(image: Image.Image, stage: Stage, depth: float) -> tuple[Array, Array]:
    """The colours `(h, w, 3)` and the alpha `(h, w)` of an RGBA figure under the light of the stage."""
    *bands, veil = image.split()
    colors, alpha = empty(*image.size), np.asarray(veil, F) * F(1 / 255)
    height, width = alpha.shape
    across = np.linspace(-1, 1, width, dtype=F)[None, :] * F(0.07 * stage.light_side)
    down = np.linspace(0.05, -0.11, height, dtype=F)[:, None]
    # Eyes follow figures into the dark: the night dims them less than the land.
    tint = (1 - F(0.82) * (1 - np.power(stage.ambient, F(0.8)))).astype(F)
    shade = 1 + across + down
    dim = 1 - min(1.0, float(luma(stage.ambient)))
    rim = _rim(alpha, stage, max(1.0, 0.016 * min(height, width * 1.4))) * F(0.34 + 0.8 * dim)
    for i, band in enumerate(bands):
        plane = colors[..., i]
        plane[:] = band
        plane *= F(1 / 255)
        plane *= tint[i]
        plane *= shade
        light = 1 - plane
        light *= rim
        light *= F(stage.light_color[i])
        plane += light
        if depth > 0:
            plane += (F(stage.fog_color[i]) - plane) * F(min(0.6, 0.85 * depth))
    return colors, alpha


def _rim(alpha: Array, stage: Stage, reach: float) -> Array:
    """1 on the edge that faces the light, fading inwards over `reach` pixels."""
    dx, dy = round(reach) * stage.light_side, -max(1, round(0.7 * reach))
    padded = np.pad(alpha, abs(dx) + abs(dy))
    margin = abs(dx) + abs(dy)
    rows = slice(margin + dy, margin + dy + alpha.shape[0])
    columns = slice(margin + dx, margin + dx + alpha.shape[1])
    return soften(np.clip(alpha - padded[rows, columns], 0, 1), 0.5 * reach) * alpha * _solid(alpha, reach)


def _solid(alpha: Array, reach: float) -> Array:
    """1 where a figure is broad, less where it is a stalk or a strap, whose colour the rim would wash out."""
    height, width = alpha.shape
    step = max(1, round(0.9 * reach))
    small = Image.fromarray((alpha * 255).astype(np.uint8)).reduce(step)
    broad = small.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.MaxFilter(3))
    share = np.asarray(broad.resize((width, height), Image.Resampling.BILINEAR), F) * F(1 / 255)
    return _THIN + (1 - _THIN) * share


_THIN = F(0.3)
"""How much of the rim the thinnest parts have."""


def _shadows(canvas: Canvas, stage: Stage, actor: Actor, image: Image.Image) -> None:
    """A soft dark patch under the feet and, outdoors, a long one away from the light."""
    floor = stage.ground_y if actor.role == "air" else actor.base
    if _rooted(actor, stage):
        canvas.shadow(
            actor.x,
            floor,
            max(4.0, 0.56 * _foot(image)),
            max(3.0, 0.05 * image.height),
            stage.shadow_color,
            0.3,
        )
        return
    high = max(0.0, floor - actor.base) / max(1.0, actor.height)
    faint = 1 / (1 + 2.5 * high)
    wide = _foot(image) * 0.62
    away = -0.1 * stage.light_side * image.width * (0 if stage.indoor else 1)
    canvas.shadow(
        actor.x + away,
        floor,
        max(4.0, wide),
        max(3.0, 0.13 * wide + 3 * stage.unit),
        stage.shadow_color,
        0.55 * faint,
    )
    if not stage.indoor and high < 0.1 and actor.sunk == 0 and not actor.tilt:
        _cast(canvas, stage, actor, image)


def _foot(image: Image.Image) -> float:
    """How wide the figure is near the ground, in pixels."""
    low = image.getchannel("A").crop((0, int(image.height * 0.86), image.width, image.height))
    box = low.getbbox()
    return float(box[2] - box[0]) if box else 0.6 * image.width


def _cast(canvas: Canvas, stage: Stage, actor: Actor, image: Image.Image) -> None:
    """The figure's own shape laid on the ground, sheared away from the light and fading."""
    low = stage.light[1] > 0.6 * stage.horizon_y
    long, lean = (0.34, 0.95) if low else (0.22, 0.5)
    rows = max(2, round(image.height * long))
    shift = lean * rows * 1.6
    width = image.width + round(shift)
    # Output (x, y) reads the figure upside down: y grows from the feet, x slides away from the light.
    slide = shift / rows
    offset = 0.0 if stage.light_side < 0 else -shift
    step = -image.height / rows
    matrix = (1.0, -slide if stage.light_side < 0 else slide, offset, 0.0, step, float(image.height))
    alpha = image.getchannel("A").transform(
        (width, rows), Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR
    )
    shape = soften(np.asarray(alpha, F) * F(1 / 255), max(1.0, 0.012 * image.height))
    fade = np.linspace(0.55, 0.03, rows, dtype=F)[:, None]
    x = round(actor.x - image.width / 2 - (shift if stage.light_side > 0 else 0))
    canvas.paint(shape * fade, x, round(actor.base) - max(1, rows // 24), stage.shadow_color.astype(F))


def _reflect(canvas: Canvas, stage: Stage, image: Image.Image, x: int, y: int) -> None:
    """The figure upside down in the water, squashed, broken by ripples and paling away."""
    rows = max(2, round(image.height * 0.5))
    mirror = image.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((image.width, rows))
    colors, alpha = lit(mirror, stage, 0.25)
    lines = np.arange(rows, dtype=F)
    sway = np.rint(np.sin(lines / F(3.2 * stage.unit + 0.5)) * (0.5 + lines * F(0.03))).astype(np.intp)
    columns = np.clip(np.arange(image.width)[None, :] + sway[:, None], 0, image.width - 1)
    index = np.arange(rows)[:, None]
    fade = np.linspace(0.4, 0.0, rows, dtype=F)[:, None]
    canvas.paint(alpha[index, columns] * fade, x, y, colors[index, columns])


def _waterline(canvas: Canvas, stage: Stage, actor: Actor, width: int) -> None:
    """Two pale rings of foam where the figure enters the water."""
    half = 0.56 * width
    high = max(3.0, 0.05 * width)
    box = canvas.clip(actor.x - half, actor.base - high, actor.x + half, actor.base + high)
    if box[0] >= box[2] or box[1] >= box[3]:
        return
    gx = (np.arange(box[0], box[2], dtype=F) - F(actor.x)) / F(half)
    gy = (np.arange(box[1], box[3], dtype=F) - F(actor.base)) / F(high)
    ring = np.hypot(gx[None], gy[:, None])
    foam = np.exp(-(((ring - 0.82) / 0.1) ** 2)) * (gy[:, None] > F(-0.25))
    over(canvas.part(box), stage.light_color.astype(F) * F(0.9), foam * F(0.5))


def _collect(mask: Array, alpha: Array, x: int, y: int) -> None:
    # Glows and soft edges are not the figure: styles draw their contour along this mask.
    alpha = np.clip((alpha - F(0.5)) * F(2.5), 0, 1)
    height, width = mask.shape
    left, top = max(0, x), max(0, y)
    right, bottom = min(width, x + alpha.shape[1]), min(height, y + alpha.shape[0])
    if left < right and top < bottom:
        part = mask[top:bottom, left:right]
        np.maximum(part, alpha[top - y : bottom - y, left - x : right - x], out=part)


def drop(canvas: Canvas, mask: Array) -> Image.Image:
    """The figures alone, as an RGBA picture of the canvas."""
    image = to_image(canvas.a).convert("RGBA")
    image.putalpha(to_image(mask))
    return image
