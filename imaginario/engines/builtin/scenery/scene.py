"""The scene: a canvas with all that was decided about it, handed to every layer's painter."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ..pixels import Array, mix, rgb
from ..spec import SceneSpec
from .canvas import Canvas
from .layout import Layout, choose
from .light import Light, light_of
from .pen import Ink
from .setting import Setting, resolve
from .stage import Mark, Stage
from .streams import Streams


@dataclass(frozen=True)
class Scene:
    """What a layer's painter needs. All x given in shares go through `x`, so that mirroring works."""

    canvas: Canvas
    setting: Setting
    layout: Layout
    light: Light
    streams: Streams
    marks: list[Mark] = field(default_factory=list)
    """What stands out so far; layers add to it."""

    @classmethod
    def of(cls, canvas: Canvas, spec: SceneSpec, streams: Streams) -> Scene:
        """The scene of a spec on a canvas."""
        setting = resolve(spec, streams)
        layout = choose(streams).within(canvas.inner[1], canvas.inner[3], canvas.height)
        return cls(canvas, setting, layout, light_of(setting, streams), streams)

    @property
    def w(self) -> int:
        """Canvas width in pixels."""
        return self.canvas.width

    @property
    def h(self) -> int:
        """Canvas height in pixels."""
        return self.canvas.height

    @property
    def u(self) -> float:
        """Pixels in a drawing unit."""
        return self.canvas.u

    @property
    def v(self) -> float:
        """Pixels in a unit of height."""
        return self.canvas.v

    @property
    def horizon(self) -> float:
        """The y of the horizon in pixels."""
        return self.h * self.layout.horizon

    @property
    def near(self) -> float:
        """Pixels in a drawing unit for things close to the camera."""
        return self.u * self.layout.zoom

    @property
    def light_x(self) -> float:
        """The x of the sun or moon in pixels."""
        return self.x(self.layout.light_x)

    @property
    def light_y(self) -> float:
        """The y of the sun or moon in pixels; low at dawn and sunset."""
        k = {"dawn": 0.86, "sunset": 0.9}.get(self.setting.time, self.layout.light_y)
        top = self.canvas.inner[1]
        return top + (self.horizon - top) * k

    @property
    def light_side(self) -> int:
        """-1 when the light comes from the left, 1 from the right."""
        left, _, right, _ = self.canvas.inner
        return -1 if self.light_x < (left + right) / 2 else 1

    @property
    def light_from(self) -> tuple[float, float]:
        """The direction of the light, for shading round things."""
        # Beside a picture things are seen in the mirror, their light is not.
        side = -self.light_side if self.canvas.beside else self.light_side
        return (0.62 * side, -0.75)

    def rng(self, layer: str) -> np.random.Generator:
        """The random stream of a layer."""
        return self.streams[layer]

    def allows(self, thing: str) -> bool:
        """Whether the spec does not avoid this thing."""
        return self.setting.allows(thing)

    def x(self, share: float) -> float:
        """A share of the width in pixels, mirrored when the layout is."""
        left, _, right, _ = self.canvas.inner
        return left + (right - left) * (1 - share if self.layout.flip else share)

    def count(self, per_768: float) -> int:
        """How many things a strip needs when a square canvas has `per_768` of them."""
        return max(1, round(per_768 * self.w / (768 * self.u)))

    def tone(self, color: str | Array, k: float = 1.0, far: float = 0.0) -> Array:
        """`Light.tone` of this scene."""
        return self.light.tone(color, k, far)

    def ink(self, color: str | Array, k: float = 1.0, far: float = 0.0, alpha: float = 1.0) -> Ink:
        """`Light.ink` of this scene."""
        return self.light.ink(color, k, far, alpha)

    def snowed(self, color: str, share: float = 0.8) -> Array:
        """An own colour under the snow that has fallen here, if any."""
        return mix(rgb(color), rgb("#f0f5fc"), share * self.light.frost)

    def with_layout(self, **changes: float | str | bool) -> Scene:
        """The same scene with parts of the layout changed."""
        return replace(self, layout=replace(self.layout, **changes))  # type: ignore[arg-type]  # fields of it

    def aside(self, rng: np.random.Generator, gap: float = 0.2) -> float:
        """A random x that leaves free the middle: `gap` is half its width as a share of the canvas."""
        t = float(rng.random())
        side = t * (1 - 2 * gap) + (2 * gap if t > 0.5 else 0.0)
        return self.w * (side * 1.1 - 0.05)

    def stage(self, ground: float, **more: object) -> Stage:
        """The stage of this scene with the feet at the height `ground` (pixels)."""
        light = self.light
        stage = Stage(
            place=self.setting.place,
            horizon_y=self.horizon,
            ground_y=ground,
            light_side=self.light_side,
            light=(self.light_x, self.light_y),
            ambient=np.clip(light.lit * np.float32(0.62) + np.float32(0.38), 0, 1.05),
            light_color=light.sun,
            fog_color=light.fog,
            shadow_color=light.shade * np.float32(0.3),
            scale=self.layout.zoom,
            unit=self.u,
            marks=self.marks,
        )
        for name, value in more.items():
            setattr(stage, name, value)
        return stage
