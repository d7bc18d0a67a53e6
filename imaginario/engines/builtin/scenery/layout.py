"""The composition: where the horizon, the light, the framing and the path go. Chosen by the seed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .streams import Streams


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """Shares are of the canvas (0 = top or left); `flip` mirrors everything a place puts at a fixed x."""

    name: str
    horizon: float
    """Height of the horizon; a low camera has it low on the picture (a high number)."""
    light_x: float
    light_y: float
    """Where the sun or moon stands: share of the width, and of the sky's height."""
    frame: str
    """Near foliage at the edges: "none", "one" (the side away from the light) or "both"."""
    path: float
    """How strongly paths, rivers and shores wind, 0..1."""
    zoom: float
    """Size of subjects and near things; a low camera is a near one."""
    flip: bool = False
    variant: float = 0.0
    """A free 0..1 number for a place's own alternatives."""

    def within(self, top: int, bottom: int, height: int) -> Layout:
        """This layout, made for the rows from `top` to `bottom`, for all the `height` rows around them."""
        if (top, bottom) == (0, height):
            return self
        return replace(self, horizon=(top + (bottom - top) * self.horizon) / height)


LAYOUTS = (
    Layout(name="open", horizon=0.60, light_x=0.24, light_y=0.30, frame="none", path=0.45, zoom=1.0),
    Layout(name="low", horizon=0.71, light_x=0.70, light_y=0.38, frame="none", path=0.2, zoom=1.12),
    Layout(name="high", horizon=0.44, light_x=0.80, light_y=0.34, frame="one", path=0.9, zoom=0.9),
    Layout(name="framed", horizon=0.60, light_x=0.40, light_y=0.34, frame="both", path=0.3, zoom=1.0),
    Layout(name="winding", horizon=0.52, light_x=0.16, light_y=0.42, frame="one", path=1.0, zoom=0.95),
)


def choose(streams: Streams) -> Layout:
    """The layout of a seed: neighbouring seeds walk through all five, then through their mirror images.

    `variant` steps by the golden ratio, so that neighbours also differ in a place's own alternatives.
    """
    seed = streams.seed
    shake = streams["layout"].random(4)
    base = LAYOUTS[seed % len(LAYOUTS)]
    return replace(
        base,
        horizon=base.horizon + 0.05 * (shake[0] - 0.5),
        light_x=base.light_x + 0.14 * (shake[1] - 0.5),
        light_y=base.light_y + 0.12 * (shake[2] - 0.5),
        flip=bool(seed // len(LAYOUTS) % 2),
        variant=float((seed * 0.6180339887 + 0.1 * shake[3]) % 1.0),
    )
