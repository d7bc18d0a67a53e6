"""The light of an hour and a weather: sky colours, the tint of lit and shaded things, and distance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from ..figures.palette import COLORS, hex_of
from ..pixels import Array, luma, mix, rgb
from .pen import Ink, ink
from .setting import AIRLESS, INDOORS, Setting
from .streams import Streams


@dataclass(frozen=True, kw_only=True)
class Light:
    """Colours of one hour. `lit` and `shade` multiply a thing's own colour; `fog` is where distance leads."""

    sky: tuple[Array, ...]
    """From the zenith to the horizon."""
    lit: Array
    shade: Array
    fog: Array
    sun: Array
    """The colour of sunlight or moonlight."""
    cloud: tuple[Array, Array, Array]
    """Shade, middle and lit colour of clouds."""
    dark: float
    """0 by day to 1 at night: how much lamps and windows shine."""
    frost: float = 0.0
    """How much snow lies on whatever is green, most where light falls."""
    turned: float = 0.0
    """How far whatever is green has turned to gold, in autumn."""

    def tone(self, color: str | ArrayLike, k: float = 1.0, far: float = 0.0) -> Array:
        """A thing's colour here: `k` from 0 (shade) to 1 (light), `far` from 0 (near) to 1 (lost in haze)."""
        base = _hex(color) if isinstance(color, str) else np.asarray(color, np.float32)
        if (self.frost or self.turned) and base[1] > 1.02 * base[0] and base[1] > 1.05 * base[2]:
            base = base + (_GOLD - base) * np.float32(self.turned)
            base = base + (_SNOW - base) * np.float32(self.frost * (0.35 + 0.65 * k))
        c = base * (self.shade + (self.lit - self.shade) * np.float32(k))
        return np.clip(c + (self.fog - c) * np.float32(far), 0, 1)

    def ink(self, color: str | ArrayLike, k: float = 1.0, far: float = 0.0, alpha: float = 1.0) -> Ink:
        """`tone`, ready for a pen."""
        return ink(self.tone(color, k, far), alpha)

    def ramp(self, *colors: str | ArrayLike, far: float = 0.0) -> tuple[Array, ...]:
        """Own colours from dark to light, as tones from shade to light."""
        last = max(1, len(colors) - 1)
        return tuple(self.tone(c, i / last, far) for i, c in enumerate(colors))


_GOLD = np.array((0.84, 0.62, 0.24), np.float32)
_SNOW = np.array((0.95, 0.97, 1.0), np.float32)


@lru_cache(maxsize=512)
def _hex(color: str) -> Array:
    return rgb(color)


@dataclass(frozen=True)
class _Hour:
    skies: tuple[tuple[str, ...], ...]
    lit: tuple[float, float, float]
    shade: tuple[float, float, float]
    sun: str
    cloud: tuple[str, str, str]
    grey: tuple[str, ...]
    dark: float


_HOURS: Mapping[str, _Hour] = {
    "dawn": _Hour(
        (
            ("#7d9fe6", "#b7b3ea", "#f3c3d2", "#ffdcc0", "#fff0d6"),
            ("#8fb3e8", "#c9c6ee", "#fbd3d0", "#ffe3b8", "#fff4cf"),
        ),
        (1.03, 0.95, 0.90),
        (0.60, 0.57, 0.80),
        "#ffd992",
        ("#c3a3d0", "#f3c6cf", "#fff1e4"),
        ("#8d93b5", "#b3aec4", "#d8c8cf", "#ecdcd6"),
        0.25,
    ),
    "day": _Hour(
        (
            ("#2f8fe6", "#62b4f4", "#a9dbfa", "#e4f5f8"),
            ("#2b9fd8", "#66c6ea", "#b3e6ee", "#f0f8e6"),
            ("#4a8df0", "#83b7fa", "#bfdcfd", "#f3f1ec"),
        ),
        (1.0, 1.0, 0.98),
        (0.56, 0.66, 0.84),
        "#fff4cc",
        ("#aacbee", "#eaf4fd", "#ffffff"),
        ("#6f8aa3", "#93aabb", "#bccbd3", "#dde4e2"),
        0.0,
    ),
    "sunset": _Hour(
        (
            ("#3a3d92", "#7a4fa6", "#d2648f", "#fb9168", "#ffd184"),
            ("#2f5aa8", "#7f76c0", "#f08f95", "#ffb272", "#ffe09a"),
            ("#54317f", "#a5468c", "#ee6670", "#ffa25a", "#ffe08c"),
        ),
        (1.08, 0.85, 0.68),
        (0.47, 0.38, 0.62),
        "#ffdc8e",
        ("#9a5590", "#ec8b86", "#ffd9a4"),
        ("#565a80", "#7d6e8e", "#b58b8e", "#dcb29a"),
        0.55,
    ),
    "night": _Hour(
        (
            ("#070b2c", "#111f58", "#203f86", "#3c68ac"),
            ("#0b0a30", "#231f63", "#3c3d8c", "#6b6cb4"),
        ),
        (0.47, 0.58, 0.90),
        (0.14, 0.19, 0.44),
        "#e8f0ff",
        ("#24397c", "#4763ac", "#9db3e6"),
        ("#0d1430", "#1b284e", "#2f4169", "#4a5f86"),
        1.0,
    ),
}
_SPACE_LIT = {
    "dawn": (1.0, 0.93, 0.88),
    "day": (1.0, 1.0, 1.02),
    "sunset": (1.04, 0.86, 0.74),
    "night": (0.6, 0.68, 0.95),
}
_SPACE_SKY = {
    "dawn": ("#080a1e", "#151238", "#33224e"),
    "day": ("#03040d", "#0a0d26", "#1a1c46"),
    "sunset": ("#0a0616", "#1e1032", "#43203f"),
    "night": ("#02030b", "#070b22", "#0f1a44"),
}
_DEEP_SKY = {
    "dawn": ("#cfeee8", "#6cc2d2", "#3f8cb8", "#2f5c92"),
    "day": ("#a6f0ee", "#35b6d8", "#1a7cba", "#0f4c8c"),
    "sunset": ("#ffd9b0", "#7fb0b8", "#3a72a2", "#263f7c"),
    "night": ("#3f78b4", "#1f4c8c", "#122f68", "#0a1c48"),
}


def light_of(setting: Setting, streams: Streams) -> Light:
    """The light of a setting; the seed picks one of the hour's skies."""
    if setting.place == "space-station":
        return _indoor(replace(setting, time="day", weather=frozenset()))
    if setting.place in INDOORS:
        return _cavern(setting) if setting.place == "cave" else _indoor(setting)
    if setting.place in AIRLESS or setting.place == "underwater":
        light = _airless(setting) if setting.place in AIRLESS else _drowned(setting)
        return _tinted(light, setting.background) if setting.background else light
    hour = _HOURS[setting.time]
    rng = streams["light"]
    sky = hour.skies[int(rng.integers(len(hour.skies)))]
    stops = [np.clip(rgb(c) + (rng.random(3) - 0.5).astype(np.float32) * 0.03, 0, 1) for c in sky]
    cloud = tuple(rgb(c) for c in hour.cloud)
    light = Light(
        sky=tuple(stops),
        lit=np.array(hour.lit, np.float32),
        shade=np.array(hour.shade, np.float32),
        fog=mix(stops[-1], stops[-2], 0.45),
        sun=rgb(hour.sun),
        cloud=(cloud[0], cloud[1], cloud[2]),
        dark=hour.dark,
    )
    if setting.season == "autumn":
        light = replace(light, turned=0.42)
    if setting.place == "mars":
        sky = [rgb(c) for c in _RED_SKY[setting.time]]
        light = replace(light, sky=tuple(sky), fog=mix(sky[-1], sky[-2], 0.4))
    light = _weathered(light, setting, [rgb(c) for c in hour.grey])
    return _tinted(light, setting.background) if setting.background else light


def _airless(setting: Setting) -> Light:
    """Hard white light and a black sky."""
    hour = _HOURS[setting.time]
    sky = tuple(rgb(c) for c in _SPACE_SKY[setting.time])
    return Light(
        sky=sky,
        lit=np.array(_SPACE_LIT[setting.time], np.float32),
        shade=np.array((0.3, 0.31, 0.47), np.float32),
        fog=mix(sky[-1], rgb("#8f95b8"), 0.25),
        sun=rgb("#f6f8ff"),
        cloud=(rgb(hour.cloud[0]), rgb(hour.cloud[1]), rgb(hour.cloud[2])),
        dark=0.8,
    )


_INDOOR_LIT = {
    "dawn": (1.0, 0.95, 0.9),
    "day": (1.0, 0.99, 0.97),
    "sunset": (1.0, 0.88, 0.76),
    "night": (0.86, 0.71, 0.58),
}
_INDOOR_SHADE = {
    "dawn": (0.66, 0.6, 0.68),
    "day": (0.66, 0.64, 0.7),
    "sunset": (0.6, 0.47, 0.5),
    "night": (0.4, 0.31, 0.38),
}


def _indoor(setting: Setting) -> Light:
    """Daylight through a window, or lamplight after dark."""
    hour = _HOURS[setting.time]
    gloom = np.float32(0.93 if setting.gloomy else 1.0)
    lit = np.array(_INDOOR_LIT[setting.time], np.float32) * gloom
    return Light(
        sky=tuple(rgb(c) for c in hour.skies[0]),
        lit=lit,
        shade=np.array(_INDOOR_SHADE[setting.time], np.float32) * gloom,
        fog=rgb("#f2e4d2") * lit,
        sun=rgb("#ffe3a8") if setting.time != "day" else rgb("#fff4d8"),
        cloud=(rgb(hour.cloud[0]), rgb(hour.cloud[1]), rgb(hour.cloud[2])),
        dark=max(hour.dark, 0.35 if setting.gloomy else 0.0),
    )


_ROCK = np.array((0.9, 0.9, 1.0), np.float32)


def _cavern(setting: Setting) -> Light:
    """Daylight that comes in by the mouth of a cave, cool and thin; at night a blue dusk."""
    light = _indoor(setting)
    if setting.time == "night":
        lit, shade = (0.56, 0.6, 0.86), (0.22, 0.23, 0.44)
        return replace(
            light, lit=np.array(lit, np.float32), shade=np.array(shade, np.float32), sun=rgb("#b9ccff")
        )
    return replace(light, lit=light.lit * _ROCK, shade=light.shade * np.float32(0.8) * _ROCK)


def _drowned(setting: Setting) -> Light:
    """The blue that is left of the hour's light below the waves."""
    hour = _HOURS[setting.time]
    sky = tuple(rgb(c) for c in _DEEP_SKY[setting.time])
    deep = np.array((0.93, 1.0, 1.02), np.float32)
    gloom = np.float32(0.82 if setting.gloomy else 1.0)
    return Light(
        sky=tuple(s * gloom for s in sky),
        lit=np.array(hour.lit, np.float32) * deep * gloom,
        shade=np.array(hour.shade, np.float32) * np.array((0.72, 0.95, 1.05), np.float32),
        fog=mix(sky[1], sky[2], 0.5) * gloom,
        sun=mix(rgb(hour.sun), sky[0], 0.35),
        cloud=(sky[2], sky[1], sky[0]),
        dark=hour.dark,
    )


_RED_SKY = {
    "dawn": ("#7a6a86", "#b58f92", "#e6b79a", "#f6d9b8"),
    "day": ("#b9774f", "#d9985f", "#eebb86", "#f8dcb4"),
    "sunset": ("#4a3550", "#8a5a68", "#c98f86", "#a8c0d6", "#dce9f2"),
    "night": ("#140a1e", "#2c1630", "#52283c", "#7a4448"),
}
"""Dust makes the sky of Mars the colour of butterscotch, and blue about the setting sun."""

_GREYNESS = {"clouds": 0.5, "rain": 0.72, "storm": 0.95, "snowfall": 0.62, "fog": 0.8, "rainbow": 0.12}


def _weathered(light: Light, setting: Setting, grey: list[Array]) -> Light:
    k = max((_GREYNESS.get(w, 0.0) for w in setting.weather), default=0.0)
    if k == 0:
        return light
    table = np.stack(grey)
    at = np.linspace(0, len(grey) - 1, len(light.sky))
    stops = [_between(table, float(t)) for t in at]
    lift = 0.16 if setting.weather & {"fog", "snowfall"} else 0.0
    drop = 0.62 if "storm" in setting.weather else 1.0
    stops = [np.clip((s + (1 - s) * lift * (1 - light.dark * 0.7)) * drop, 0, 1) for s in stops]
    sky = tuple(mix(a, b, k) for a, b in zip(light.sky, stops, strict=True))
    fog = mix(sky[-1], sky[-2], 0.4)
    cool = np.array((0.88, 0.93, 1.0), np.float32)
    grey_lit = float(luma(light.lit)) * cool
    dim = np.float32(0.7 if "storm" in setting.weather else 0.88 if "rain" in setting.weather else 1.0)
    lit, shade = mix(light.lit, grey_lit, k * 0.7) * dim, light.shade * dim
    base = sky[len(sky) // 2]
    cloud = tuple(
        mix(c, np.clip(base * f, 0, 1), k) for c, f in zip(light.cloud, (0.78, 1.0, 1.22), strict=True)
    )
    return replace(
        light,
        sky=sky,
        fog=fog,
        lit=lit,
        shade=shade,
        cloud=(cloud[0], cloud[1], cloud[2]),
        dark=min(1.0, light.dark + 0.3 * k),
        frost=0.96 if "snowfall" in setting.weather else 0.0,
    )


def _between(table: Array, at: float) -> Array:
    i = min(int(at), len(table) - 2)
    return mix(table[i], table[i + 1], at - i)


def named(name: str) -> Array | None:
    """The colour of a colour name or "#rrggbb"; None for an unknown one."""
    try:
        return rgb(hex_of(name) if name in COLORS else name)
    except ValueError:
        return None


def _tinted(light: Light, name: str) -> Light:
    """The whole sky drawn towards a colour, keeping the hour's lightness from top to bottom."""
    color = named(name)
    if color is None:
        return light
    tint = [mix(s, np.clip(color * (0.45 + 0.75 * luma(s)), 0, 1), 0.62) for s in light.sky]
    fog = mix(light.fog, mix(color, np.ones(3, np.float32), 0.3) * (0.4 + 0.6 * luma(light.fog)), 0.5)
    cloud = tuple(mix(c, color, 0.18) for c in light.cloud)
    return replace(light, sky=tuple(tint), fog=fog, cloud=(cloud[0], cloud[1], cloud[2]))
