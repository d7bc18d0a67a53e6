"""Small signs of what somebody does: dust behind a runner, notes around a dancer, splashes of a swimmer."""

from __future__ import annotations

from .curves import heart
from .ink import disc, group, line, oval, path, slab


def draw(name: str) -> str:
    """The sign called `name`, to be drawn behind a figure; nothing for an empty name."""
    return _SIGNS[name]() if name else ""


def _dust(back: float = 0) -> str:
    """Puffs on the ground, above which a runner is, and lines where the air parts, further `back` or not."""
    at = ((-96, 276, 15, 0.9), (-124, 268, 21, 0.8), (-156, 274, 16, 0.65), (-134, 254, 13, 0.75))
    puffs = "".join(disc(x, y, r, "#fff6e6", a) for x, y, r, a in at)
    lines = line("M-128 96H-172M-142 132H-196M-138 168H-178", "#ffffff", 7, 0.75)
    behind = group(puffs + lines, f"translate({-back} 0)")
    return oval(10, 286, 66 + back / 2, 9, "#3a2c5c", 0.2) + behind


def _hooves() -> str:
    """The same behind an animal on four legs."""
    return _dust(64)


def _note(x: float, y: float, k: float, color: str) -> str:
    stem = line("M11-2V-42", color, 5.5)
    flag = path("M9-44Q30-38 26-16Q22-28 9-28Z", color)
    return group(stem + flag + oval(0, 0, 13, 10, color, turn=-20), f"translate({x} {y}) scale({k})")


def _notes() -> str:
    return _note(-178, 16, 1.5, "#8f6fd8") + _note(158, 0, 1.3, "#f06b8b") + _note(-166, 120, 1.1, "#3f9ee0")


def _notes_aside() -> str:
    """Those of a dancer whose partner is at the right."""
    return _note(-178, 16, 1.4, "#8f6fd8") + _note(-160, 112, 1.1, "#3f9ee0")


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


def _glide() -> str:
    """Two lines in the ice behind a skater, and ice that flies up from them."""
    lines = line("M-206 258Q-116 246 -30 256M-186 266Q-120 260 -56 264", "#ffffff", 5, 0.85)
    chips = "".join(
        disc(x, y, r, "#ffffff", 0.8) for x, y, r in ((-96, 236, 5), (-118, 226, 4), (-110, 246, 6))
    )
    return lines + chips + line("M-128 120H-168M-124 180H-160", "#ffffff", 6, 0.6)


def _grains() -> str:
    """Grain that falls from a hand on the right."""
    fallen = (
        (128, 158, 14), (142, 176, -20), (122, 190, 30), (150, 202, 8), (132, 218, -12), (158, 232, 24),
        (140, 250, 60), (118, 244, 80), (172, 254, 100), (186, 244, 20), (104, 256, 40),
    )  # fmt: skip
    return "".join(
        group(
            oval(0, 0, 5.4, 7.4, "#f2b93c") + oval(-1.4, -2, 1.6, 2.4, "#fff0c0"),
            f"translate({x} {y}) rotate({t})",
        )
        for x, y, t in fallen
    )


def _zs() -> str:
    """The breath of a sleeper, drifting up from the head."""
    return "".join(
        line(f"M{x} {y}h{s}l{-s} {s * 1.1:.1f}h{s}", "#8fa6d8", s * 0.24, 0.9)
        for x, y, s in ((22, -176, 20), (50, -218, 26), (78, -268, 32))
    )


def _hearts() -> str:
    """Hearts that rise between two heads, the other one at the right."""
    return "".join(
        path(heart(x, y, r), color)
        + oval(x - 0.4 * r, y - 0.4 * r, 0.28 * r, 0.2 * r, "#ffffff", 0.5, turn=-30)
        for x, y, r, color in (
            (86, -128, 24, "#f0567e"),
            (126, -178, 17, "#f58aa6"),
            (62, -196, 13, "#f58aa6"),
        )
    )


def _paddle() -> str:
    """A paddle from one hand through the other down into the water."""
    blade = path("M96 214C112 222 150 258 154 276C146 286 128 280 112 262C98 246 90 228 96 214Z", "#c98f4e")
    return blade + line("M-58 110L112 238", "#8a5a34", 12) + line("M-58 107L100 226", "#b9804a", 4)


def _voice() -> str:
    """Waves that spread from a mouth, as of something loud; no strokes, which would look like whiskers."""
    waves = "M122 6Q150 46 122 86M146-10Q184 46 146 102M170-26Q218 46 170 118"
    return line(waves, "#fff6e0", 12, 0.9) + line(waves, "#f2a23c", 6, 0.9)


_SIGNS = {
    "dust": _dust, "hooves": _hooves, "notes": _notes, "splash": _splash, "hop": _hop, "balls": _balls,
    "drops": _drops, "glide": _glide, "grains": _grains, "voice": _voice, "zs": _zs,
    "notes-aside": _notes_aside, "hearts": _hearts,
}  # fmt: skip


def tool(name: str) -> str:
    """What a deed is done with, by its name, to be drawn in the hands of a figure; nothing for none."""
    return _TOOLS[name]() if name else ""


def _sheet() -> str:
    """A sheet on a board in the left hand, and a pencil in the right one."""
    board = group(
        slab(-44, -34, 88, 68, 7, "#b57a46") + slab(-37, -28, 74, 56, 3, "#fffdf6")
        + line("M-26-14H22M-26 0H26M-26 14H-2", "#7f8fb5", 4),
        "translate(-10 184) rotate(-7)",
    )  # fmt: skip
    pencil = line("M8 182L46 138", "#f2b632", 9) + line("M44 140L48 135", "#f06b8b", 9)
    return board + pencil + path("M2 188L4 177L12 184Z", "#3a3142")


def _chalk() -> str:
    return line("M146 54L160 38", "#fffdf6", 9)


def _ladle() -> str:
    """Its long handle, the end of which is in what is stirred."""
    return line("M-6 96L10 250", "#8a5a34", 12) + line("M-9 98L4 236", "#c08a55", 4)


def _spoon() -> str:
    return line("M28 108L-14 172", "#c9ced8", 8)


def _rope() -> str:
    """A skipping rope that is just above the head, its handles in both hands."""
    way = "M-128 150C-236 60-214-186 0-186C214-186 236 60 128 150"
    handles = line("M-118 164L-138 134M118 164L138 134", "#f06b8b", 13)
    return line(way, "#8a5a34", 8) + line(way, "#f2c14b", 5) + handles


_TOOLS = {
    "sheet": _sheet,
    "chalk": _chalk,
    "ladle": _ladle,
    "spoon": _spoon,
    "paddle": _paddle,
    "rope": _rope,
}
