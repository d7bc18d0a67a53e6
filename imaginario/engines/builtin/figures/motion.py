"""Small signs of what somebody does: dust behind a runner, notes around a dancer, splashes of a swimmer."""

from __future__ import annotations

from .ink import disc, group, line, oval, path


def draw(name: str) -> str:
    """The sign called `name`, to be drawn behind a figure; nothing for an empty name."""
    return _SIGNS[name]() if name else ""


def _dust() -> str:
    puffs = "".join(
        disc(x, y, r, "#fff6e6", a)
        for x, y, r, a in (
            (-118, 238, 15, 0.9),
            (-146, 232, 20, 0.75),
            (-176, 238, 14, 0.6),
            (-132, 222, 12, 0.7),
        )
    )
    return puffs + line("M-128 120H-168M-116 154H-182M-124 188H-160", "#ffffff", 7, 0.75)


def _note(x: float, y: float, k: float, color: str) -> str:
    stem = line("M11-2V-42", color, 5.5)
    flag = path("M9-44Q30-38 26-16Q22-28 9-28Z", color)
    return group(stem + flag + oval(0, 0, 13, 10, color, turn=-20), f"translate({x} {y}) scale({k})")


def _notes() -> str:
    return _note(-178, 16, 1.5, "#8f6fd8") + _note(158, 0, 1.3, "#f06b8b") + _note(-166, 120, 1.1, "#3f9ee0")


def _splash() -> str:
    drops = ((-120, 40, 9), (-140, 66, 7), (-98, 16, 7), (122, 30, 8), (140, 60, 6), (102, 6, 6))
    return "".join(_drop(x, y, r) for x, y, r in drops)


def _drop(x: float, y: float, r: float) -> str:
    return path(
        f"M{x} {y - r * 1.9:.1f}C{x + r * 1.2:.1f} {y - r * 0.3:.1f} {x + r:.1f} {y + r} {x} {y + r}"
        f"C{x - r:.1f} {y + r} {x - r * 1.2:.1f} {y - r * 0.3:.1f} {x} {y - r * 1.9:.1f}Z",
        "#bfe6fb",
    )


def _hop() -> str:
    """The ground that somebody is above."""
    return oval(0, 316, 74, 13, "#3a2c5c", 0.2) + line(
        "M-96 282V304M96 282V304M-70 292V308M70 292V308", "#ffffff", 6, 0.7
    )


def _balls() -> str:
    arc = (
        (-132, 62, "#f06b8b"),
        (-128, -54, "#ffd166"),
        (0, -158, "#8f6fd8"),
        (128, -54, "#3f9ee0"),
        (132, 62, "#58b368"),
    )
    return "".join(disc(x, y, 24, color) + disc(x - 8, y - 8, 7, "#ffffff", 0.5) for x, y, color in arc)


def _drops() -> str:
    """Water out of a can that is held on the right."""
    fallen = ((222, 142, 8), (240, 166, 9), (216, 190, 8), (246, 214, 9), (226, 238, 8), (248, 262, 7))
    return "".join(_drop(x, y, r) for x, y, r in fallen)


_SIGNS = {"dust": _dust, "notes": _notes, "splash": _splash, "hop": _hop, "balls": _balls, "drops": _drops}
