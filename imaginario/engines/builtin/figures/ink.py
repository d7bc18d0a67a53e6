"""The drawing kit: colours and gradients.

Light comes from the top left; shade leans to violet, never to black.
"""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache

_LIGHT = (255.0, 250.0, 232.0)
_SHADE = (0.40, 0.30, 0.52)


def rgb(color: str) -> tuple[float, float, float]:
    """Red, green and blue, 0 to 255, of a `#rrggbb` or `#rgb` colour."""
    digits = color.lstrip("#")
    if len(digits) == 3:
        digits = "".join(c * 2 for c in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def hexa(r: float, g: float, b: float) -> str:
    """`#rrggbb` of three channels, 0 to 255, clipped."""
    return "#" + "".join(f"{min(255, max(0, round(v))):02x}" for v in (r, g, b))


def mix(a: str, b: str, t: float) -> str:
    """The colour `t` (0 to 1) of the way from `a` to `b`."""
    ca, cb = rgb(a), rgb(b)
    return hexa(*(x + (y - x) * t for x, y in zip(ca, cb, strict=True)))


@lru_cache(maxsize=4096)
def tone(color: str, amount: float) -> str:
    """`color` lit (amount above 0, up to 1) towards warm white, or shaded (below 0) towards violet."""
    if amount >= 0:
        return mix(color, hexa(*_LIGHT), amount)
    shaded = hexa(*(v * k for v, k in zip(rgb(color), _SHADE, strict=True)))
    return mix(color, shaded, -amount)


def luma(color: str) -> float:
    """How light a colour looks, 0 (black) to 1 (white)."""
    r, g, b = rgb(color)
    return (0.299 * r + 0.587 * g + 0.114 * b) / 255


def recolor(color: str, main: str, target: str) -> str:
    """`color`, a relative of `main`, as the same relative of `target`."""
    h0, l0, s0 = colorsys.rgb_to_hls(*(v / 255 for v in rgb(main)))
    h1, l1, s1 = colorsys.rgb_to_hls(*(v / 255 for v in rgb(target)))
    h, lum, s = colorsys.rgb_to_hls(*(v / 255 for v in rgb(color)))
    apart = (h - h0 + 0.5) % 1 - 0.5  # reds lie on both sides of hue 0
    turned = (h1 + apart * (0.5 if s0 > 0.1 else 0.0)) % 1
    rich = min(1.0, s1 * (s / s0 if s0 > 0.1 else 1.0))
    below, above = lum / max(l0, 0.01), (1 - lum) / max(1 - l0, 0.01)
    light = l1 * below if lum <= l0 else 1 - (1 - l1) * above
    r, g, b = colorsys.hls_to_rgb(turned, light, rich)
    return hexa(r * 255, g * 255, b * 255)


_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+")


@lru_cache(maxsize=512)
def _absolute(d: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """The commands of a path written in absolute M L H V C Q A Z."""
    out: list[tuple[str, list[float]]] = []
    for token in _TOKEN.findall(d):
        if token.isalpha():
            out.append((token, []))
        else:
            out[-1][1].append(float(token))
    return tuple((name, tuple(values)) for name, values in out)


def extent(d: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a path's points, control points included."""
    xs: list[float] = []
    ys: list[float] = []
    for name, values in _absolute(d):
        if name in "MLCQ":
            xs += values[::2]
            ys += values[1::2]
        elif name == "A":
            xs += values[5::7]
            ys += values[6::7]
    return min(xs), min(ys), max(xs), max(ys)


@lru_cache(maxsize=512)
def scaled(d: str, k: float, cx: float, cy: float) -> str:
    """The path `d` scaled by `k` about (cx, cy)."""
    out = ""
    for name, values in _absolute(d):
        if name == "A":
            moved = [
                v * k if i % 7 < 2 else v if i % 7 < 5 else (cx, cy)[i % 7 - 5] * (1 - k) + v * k
                for i, v in enumerate(values)
            ]
        elif name in "HV":
            moved = [(cx if name == "H" else cy) * (1 - k) + v * k for v in values]
        else:
            moved = [(cx, cy)[i % 2] * (1 - k) + v * k for i, v in enumerate(values)]
        out += name + " ".join(num(v) for v in moved)
    return out


def num(value: float) -> str:
    """A coordinate with one decimal at most, so that files and strings stay short."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


class Ink:
    """Gradients and clips of one picture; every method returns something to put in a `fill`."""

    def __init__(self, prefix: str = "f") -> None:
        """`prefix` keeps the ids of two pictures in one SVG apart."""
        self._prefix = prefix
        self._known: dict[str, str] = {}
        self._defs: list[str] = []

    def defs(self) -> str:
        """The `<defs>` element with all that was asked for so far."""
        return f"<defs>{''.join(self._defs)}</defs>" if self._defs else ""

    def _define(self, key: str, template: str) -> str:
        if key not in self._known:
            self._known[key] = f"{self._prefix}{len(self._known)}"
            self._defs.append(template.replace("ID", self._known[key], 1))
        return self._known[key]

    def ball(self, color: str, depth: float = 0.3) -> str:
        """A rounded volume: light at the top left, `depth` of shade at the lower right."""
        stops = (
            f'<stop offset="0" stop-color="{tone(color, depth * 0.85)}"/>'
            f'<stop offset=".45" stop-color="{color}"/>'
            f'<stop offset="1" stop-color="{tone(color, -depth)}"/>'
        )
        template = f'<radialGradient id="ID" cx=".36" cy=".28" r=".85">{stops}</radialGradient>'
        return f"url(#{self._define(f'b{color}{depth}', template)})"

    def slope(self, color: str, depth: float = 0.3) -> str:
        """A plane turned to the light: brighter at the top left, shaded towards the lower right."""
        return self.blend(tone(color, depth * 0.6), tone(color, -depth), color)

    def blend(self, start: str, end: str, middle: str | None = None, *, down: bool = False) -> str:
        """A straight blend from the top left to the lower right (or straight `down`)."""
        x2 = "0" if down else "1"
        inner = f'<stop offset=".5" stop-color="{middle}"/>' if middle else ""
        stops = f'<stop offset="0" stop-color="{start}"/>{inner}<stop offset="1" stop-color="{end}"/>'
        template = f'<linearGradient id="ID" x1="0" y1="0" x2="{x2}" y2="1">{stops}</linearGradient>'
        return f"url(#{self._define(f'l{start}{end}{middle}{down}', template)})"

    def glow(self, color: str, opacity: float = 1.0) -> str:
        """A spot that fades to nothing at its rim: blush, shine, soft shadow."""
        stops = (
            f'<stop offset="0" stop-color="{color}" stop-opacity="{opacity}"/>'
            f'<stop offset=".5" stop-color="{color}" stop-opacity="{opacity * 0.6:.3f}"/>'
            f'<stop offset="1" stop-color="{color}" stop-opacity="0"/>'
        )
        template = f'<radialGradient id="ID">{stops}</radialGradient>'
        return f"url(#{self._define(f'g{color}{opacity}', template)})"

    def clip(self, d: str) -> str:
        """A clip to the path `d`, for use in `clip-path`."""
        template = f'<clipPath id="ID"><path d="{d}"/></clipPath>'
        return f"url(#{self._define(f'c{d}', template)})"

    def inside(self, d: str, content: str) -> str:
        """`content`, seen only inside the path `d`."""
        return f'<g clip-path="{self.clip(d)}">{content}</g>' if content else ""

    def form(
        self, d: str, color: str, marks: str = "", *, plain: str = "", depth: float = 0.26, rim: float = 0.05
    ) -> str:
        """A solid with two tones: gradient, marks, and a crisp shade at the lower right.

        `marks` are cut to the outline; `plain` ones stay inside by themselves (cutting is slow).
        `rim` is the width of the shade, relative to the shape. `d` must be written in absolute commands.
        """
        x0, y0, x1, y1 = extent(d)
        inner = scaled(d, 1 - rim, x0 + (x1 - x0) * 0.3, y0 + (y1 - y0) * 0.26)
        shade = path(d + inner, "#2c1c54", 0.15, ' fill-rule="evenodd"')
        return path(d, self.ball(color, depth)) + self.inside(d, marks) + plain + shade


def path(d: str, fill: str, opacity: float = 1.0, extra: str = "") -> str:
    """A filled path."""
    veil = f' fill-opacity="{opacity}"' if opacity < 1 else ""
    return f'<path d="{d}" fill="{fill}"{veil}{extra}/>'


def line(d: str, color: str, width: float, opacity: float = 1.0) -> str:
    """A round-ended stroke; a stroke needs a flat colour, since gradients fail on straight lines."""
    veil = f' stroke-opacity="{opacity}"' if opacity < 1 else ""
    ends = 'stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{d}" fill="none" stroke="{color}" stroke-width="{num(width)}" {ends}{veil}/>'


def oval(x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1.0, turn: float = 0) -> str:
    """A filled ellipse around (x, y), turned by `turn` degrees."""
    veil = f' fill-opacity="{opacity}"' if opacity < 1 else ""
    spin = f' transform="rotate({num(turn)} {num(x)} {num(y)})"' if turn else ""
    return f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}" fill="{fill}"{veil}{spin}/>'


def disc(x: float, y: float, r: float, fill: str, opacity: float = 1.0) -> str:
    """A filled circle."""
    return oval(x, y, r, r, fill, opacity)


def slab(x: float, y: float, w: float, h: float, r: float, fill: str, opacity: float = 1.0) -> str:
    """A rectangle with corners of radius `r`."""
    veil = f' fill-opacity="{opacity}"' if opacity < 1 else ""
    box = f'x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}"'
    return f'<rect {box} rx="{num(r)}" fill="{fill}"{veil}/>'


def group(content: str, transform: str) -> str:
    """`content` under a transform."""
    return f'<g transform="{transform}">{content}</g>' if content else ""


def sign(content: str) -> str:
    """Something written around x = 0 (a number on a shirt), which stays readable in a mirrored figure."""
    return f"{_SIGN}>{content}</g>"


def readable(body: str) -> str:
    """A body that is about to be mirrored, its signs turned round beforehand."""
    return body.replace(f"{_SIGN}>", f'{_SIGN} transform="scale(-1 1)">')


_SIGN = '<g class="sign"'


def mirrored(content: str) -> str:
    """`content` and its mirror image across the axis x = 0."""
    return content + group(content, "scale(-1 1)")
